//! A text in its canonical form: read, and written.

use crate::format;
use crate::parse;
use crate::source::FileId;
use crate::vocabulary::Vocabulary;

/// What came of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Formatted {
    Whole(String),
    /// Lines that could not be read stay as they stand.
    InPart(String),
    /// Braces do not pair, or a text that cannot be read whole was to be turned into another vocabulary.
    Untouched,
}

/// The text in its canonical form, in `vocabulary` or in its own.
pub fn format(text: &str, vocabulary: Option<Vocabulary>) -> Formatted {
    let (file, _) = parse::parse(FileId(0), text);
    match format::format(text, &file, vocabulary) {
        None => Formatted::Untouched,
        Some(formatted) if format::is_whole(&file) => Formatted::Whole(formatted),
        Some(formatted) => Formatted::InPart(formatted),
    }
}
