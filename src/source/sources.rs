//! The files that are read, each under a number, and where in them a byte stands.

use super::{FileId, LineColumn, Span};
use std::ops::Range;

/// A mark that some editors put before the text. It is no character of the text.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// All texts of one run.
#[derive(Clone, Default, Debug)]
pub struct Sources {
    files: Vec<SourceFile>,
}

#[derive(Clone, Debug)]
struct SourceFile {
    path: String,
    text: String,
    /// Where each line begins; the first one behind a byte order mark.
    starts: Vec<u32>,
}

impl SourceFile {
    fn new(path: String, text: String) -> SourceFile {
        let first = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() as u32 } else { 0 };
        let mut starts = vec![first];
        starts.extend(text.match_indices('\n').map(|(at, _)| at as u32 + 1));
        SourceFile { path, text, starts }
    }
}

impl Sources {
    pub fn new() -> Sources {
        Sources::default()
    }

    /// Takes a text in, under the path that people are shown.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.files.push(SourceFile::new(path.into(), text.into()));
        FileId(self.files.len() as u32 - 1)
    }

    /// Puts another text in the place of a file's. Places that were found in the old one mean nothing any more.
    pub fn replace(&mut self, file: FileId, text: impl Into<String>) {
        let slot = &mut self.files[file.0 as usize];
        *slot = SourceFile::new(std::mem::take(&mut slot.path), text.into());
    }

    pub fn path(&self, file: FileId) -> &str {
        &self.file(file).path
    }

    /// The text as it stands on the disk, a byte order mark included.
    pub fn text(&self, file: FileId) -> &str {
        &self.file(file).text
    }

    /// What stands at a place; empty where the place does not lie between characters of its file.
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Every file, in the order in which they were added.
    pub fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.files.len() as u32).map(FileId)
    }

    /// How many lines a file has: at least one.
    pub fn lines(&self, file: FileId) -> usize {
        self.file(file).starts.len()
    }

    /// The line that a byte lies on, counted from 0; past the end, the last one.
    pub fn line(&self, file: FileId, offset: usize) -> usize {
        self.file(file).starts.partition_point(|&start| start as usize <= offset).saturating_sub(1)
    }

    /// The bytes of a line counted from 0, its line break included.
    pub fn line_range(&self, file: FileId, line: usize) -> Option<Range<usize>> {
        let SourceFile { text, starts, .. } = self.file(file);
        let start = *starts.get(line)? as usize;
        let end = starts.get(line + 1).map_or(text.len(), |&next| next as usize);
        Some(start..end)
    }

    /// Where a byte stands as people count: a byte inside a character stands where the character does.
    pub fn line_column(&self, file: FileId, offset: usize) -> LineColumn {
        let line = self.line(file, offset);
        let start = self.file(file).starts[line] as usize;
        let before = &self.text(file).as_bytes()[start..offset.clamp(start, self.text(file).len())];
        // Every byte that does not continue a character begins one.
        let characters = before.iter().filter(|&&byte| byte & 0xc0 != 0x80).count();
        let inside = !self.text(file).is_char_boundary(start + before.len());
        LineColumn { line: line + 1, column: characters + 1 - usize::from(inside) }
    }

    fn file(&self, file: FileId) -> &SourceFile {
        &self.files[file.0 as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> (usize, usize) {
        let mut sources = Sources::new();
        let file = sources.add("a.reglament", text);
        let LineColumn { line, column } = sources.line_column(file, offset);
        (line, column)
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(at("рәсім а", 11), (1, 7));
        assert_eq!(at("рәсім а", 1), (1, 1), "inside the first letter");
        assert_eq!(at("a\tb", 2), (1, 3));
    }

    #[test]
    fn lines_end_where_people_see_them_end() {
        assert_eq!(at("a\r\nb", 3), (2, 1));
        assert_eq!(at("a\n", 2), (2, 1));
        assert_eq!(at("a", 900), (1, 2));
        assert_eq!(at("", 0), (1, 1));
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(at("\u{feff}step", 3), (1, 1));
        assert_eq!(at("\u{feff}step", 0), (1, 1));
        assert_eq!(at("\u{feff}a\nb", 5), (2, 1));
    }
}
