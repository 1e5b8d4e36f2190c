//! A file among the files that it uses.

use crate::ast::{self, Value};
use crate::diagnostics::Finding;
use crate::source::{FileId, Span};
use crate::vocabulary::Keyword;
use unicode_normalization::UnicodeNormalization;

/// One file of the project with what it uses. Finding and reading the files is the caller's work.
#[derive(Clone, Debug)]
pub struct Module<'a> {
    /// The path from the project's root, dotted, without the extension: `actors.land`.
    pub name: String,
    pub file: &'a ast::File,
    /// In the order of the text: what [`imports`] finds in `file`.
    pub imports: Vec<Import>,
    /// Names that lines which could not be read seem to declare: what [`lost_names`] finds.
    pub lost: Vec<String>,
}

/// A `use` line.
#[derive(Clone, Debug)]
pub struct Import {
    /// As written.
    pub name: String,
    pub span: Span,
    /// The place among the modules; `None`: there is no such file, or it may not or could not be read.
    pub module: Option<usize>,
    /// A finding already says why `module` is `None`.
    pub reported: bool,
}

/// The names that a file uses, in the order of the text. A `use` stands at the top or in the block of a regulation or
/// a standard.
pub fn imports(file: &ast::File) -> Vec<&ast::Name> {
    let inner = file.lines.iter().filter_map(|line| line.block.as_ref()).flat_map(|block| &block.lines);
    let mut found: Vec<&ast::Name> = file.lines.iter().chain(inner).filter_map(used).collect();
    found.sort_by_key(|name| name.span.start);
    found
}

fn used(line: &ast::Line) -> Option<&ast::Name> {
    let head = line.parts.first()?;
    match (&head.keyword, &head.value) {
        (Some((Keyword::Use, _)), Value::Name(name)) => Some(name),
        _ => None,
    }
}

/// The names that would have been declared by the lines whose very first word could not be read: `actr clerk "…"`
/// declares `clerk` to every reader, so that name is not unknown as well.
///
/// `text` is the text of `file`; of `findings` only the parser's and those in the file count.
pub fn lost_names(file: FileId, text: &str, findings: &[Finding]) -> Vec<String> {
    let here = findings.iter().filter_map(Finding::primary).filter(|at| at.file == file);
    here.filter_map(|at| lost_name(text, at.start as usize)).collect()
}

fn lost_name(text: &str, at: usize) -> Option<String> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
    let before = text.get(start..at)?;
    if !before.trim_start_matches('\u{feff}').trim().is_empty() {
        return None;
    }
    let name = text[at..].lines().next()?.split_whitespace().nth(1)?;
    Some(name.trim_end_matches(',').nfc().collect())
}
