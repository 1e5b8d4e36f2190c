//! From the syntax tree to the one way in which a text is best written, in any of the three vocabularies.
//!
//! A statement a line, its parts in the order of the table of shapes and in columns with its neighbours', a block
//! indented by four. Texts and comments stay byte for byte, and a group of lines keeps its empty line. What could not be
//! read stays as it stands; where braces do not pair, nobody knows what belongs where, and the whole text stays.

mod items;
mod layout;
mod spell;
mod table;

use crate::ast::{File, Line};
use crate::source::BYTE_ORDER_MARK;
use crate::vocabulary::Vocabulary;

/// The text in its canonical form, in `vocabulary` or, without one, in its own.
///
/// Invariant: `file` was read from `text`. `None`: something could not be read, so that the text cannot be turned into
/// another vocabulary; or braces do not pair.
pub fn format(text: &str, file: &File, vocabulary: Option<Vocabulary>) -> Option<String> {
    let written = vocabulary.or(file.vocabulary);
    let blocks = items::file(text, file)?;
    if vocabulary.is_some() && vocabulary != file.vocabulary && items::any_unread(&blocks) {
        return None;
    }
    let lines = layout::lines(&blocks, &spell::Speller::new(text, written));
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mark = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.to_string() } else { String::new() };
    Some(lines.into_iter().fold(mark, |out, line| out + line.trim_end() + newline))
}

/// Whether every line of the file could be read.
pub fn is_whole(file: &File) -> bool {
    !file.broken && all_read(&file.lines)
}

fn all_read(lines: &[Line]) -> bool {
    let block_read = |line: &Line| line.block.as_ref().is_none_or(|block| !block.broken && all_read(&block.lines));
    lines.iter().all(|line| !line.broken && block_read(line))
}
