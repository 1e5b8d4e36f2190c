//! A file among the files that it uses.

use crate::ast::{self, Value};
use crate::source::Span;
use crate::vocabulary::Keyword;

/// One file of the project with what it uses. Finding and reading the files is the caller's work.
#[derive(Clone, Debug)]
pub struct Module<'a> {
    /// The path from the project's root, dotted, without the extension: `actors.land`.
    pub name: String,
    pub file: &'a ast::File,
    /// In the order of the text: what [`imports`] finds in `file`.
    pub imports: Vec<Import>,
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
