//! From text to a syntax tree, and findings for what could not be read.
//!
//! The grammar reads every text: what is wrong becomes a node of its own, and is looked at again afterwards to say
//! what was expected there. So one mistake is one finding, and never hides what stands beside it.

mod grammar;
mod nesting;
mod tree;
mod value;

use crate::ast;
use crate::diagnostics::Finding;
use crate::source::FileId;

/// Reads one file. What could not be read is missing in the tree, where `broken` says so, and is a finding.
pub fn parse(file: FileId, text: &str) -> (ast::File, Vec<Finding>) {
    let _ = nesting::MOST;
    let mut reader = tree::Reader::new(file);
    let tree = match grammar::file(text) {
        Ok(pairs) => reader.file(pairs),
        Err(_) => ast::File { id: file, vocabulary: None, lines: Vec::new(), comments: Vec::new(), broken: true },
    };
    (tree, reader.findings)
}
