//! Where a byte of a text that was mended stands in the author's own text.

use std::ops::Range;

/// A piece of the file's text, with words in it replaced by what they were meant to be.
#[derive(Clone, Default, Debug)]
pub(super) struct Place {
    /// Where the piece begins in the file.
    base: usize,
    /// In the order of the text.
    edits: Vec<Edit>,
}

#[derive(Clone, Debug)]
struct Edit {
    /// Where the new word begins in the mended piece.
    at: usize,
    new: usize,
    old: usize,
}

impl Place {
    pub fn new(base: usize) -> Place {
        Place { base, edits: Vec::new() }
    }

    /// Replaces a word. Invariant: behind every word that was replaced before.
    pub fn replace(&mut self, text: &mut String, range: Range<usize>, word: &str) {
        self.edits.push(Edit { at: range.start, new: word.len(), old: range.len() });
        text.replace_range(range, word);
    }

    /// The bytes of the file that `range` of the mended piece was read from.
    pub fn range(&self, range: Range<usize>) -> Range<usize> {
        self.offset(range.start, false)..self.offset(range.end, true)
    }

    /// Inside a replaced word: its beginning, or its end where `end` is looked for.
    fn offset(&self, at: usize, end: bool) -> usize {
        let (mut new, mut old) = (0, 0);
        for edit in self.edits.iter().take_while(|edit| edit.at < at) {
            if at < edit.at + edit.new {
                return self.base + edit.at - new + old + if end { edit.old } else { 0 };
            }
            new += edit.new;
            old += edit.old;
        }
        self.base + at - new + old
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_authors_text() {
        let mut text = "limt 3 dys by x".to_owned();
        let mut place = Place::new(100);
        place.replace(&mut text, 0..4, "limit");
        place.replace(&mut text, 8..11, "days");
        assert_eq!(text, "limit 3 days by x");
        assert_eq!(place.range(0..5), 100..104);
        assert_eq!(place.range(6..12), 105..110);
        assert_eq!(place.range(13..15), 111..113);
        assert_eq!(place.range(0..17), 100..115);
    }
}
