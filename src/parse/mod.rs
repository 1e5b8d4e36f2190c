//! From text to a syntax tree, and findings for what could not be read.
//!
//! The grammar reads every text: what is wrong becomes a node of its own, and is looked at again afterwards to say
//! what was expected there. So one mistake is one finding, and never hides what stands beside it.

mod braces;
mod expected;
mod grammar;
mod letters;
mod nesting;
mod order;
mod place;
mod repair;
mod tree;
mod value;

use crate::ast;
use crate::diagnostics::{Code, Finding};
use crate::source::FileId;

/// How deep blocks and parentheses may lie in one another.
pub use nesting::MOST as DEEPEST_NESTING;

/// Reads one file. What could not be read is missing in the tree, where `broken` says so, and is a finding.
pub fn parse(file: FileId, text: &str) -> (ast::File, Vec<Finding>) {
    let mut reader = tree::Reader::new(file, text);
    let tree = read(&mut reader).unwrap_or(ast::File { id: file, broken: true, ..ast::File::default() });
    let mut findings = reader.findings;
    findings.sort_by_key(|finding| finding.primary().map(|span| (span.start, span.end)));
    (tree, findings)
}

fn read(reader: &mut tree::Reader<'_>) -> Option<ast::File> {
    reader.controls();
    if let Some(at) = nesting::too_deep(reader.text) {
        let finding = Finding::new(Code::NestingTooDeep, reader.at(at..at + 1));
        reader.report(finding.arg("most", nesting::MOST));
        return None;
    }
    let pairs = grammar::file(reader.text).ok()?;
    reader.words(pairs.clone());
    let mut file = reader.file(pairs);
    if !reader.left_open.is_empty() {
        file.lines = braces::put_back(file.lines, None, &reader.left_open);
    }
    reader.order(&file);
    Some(file)
}
