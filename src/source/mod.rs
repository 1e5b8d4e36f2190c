//! The texts that are read: files, places in them, and lines and columns as people and editors count them.
//!
//! Places are byte offsets into the text exactly as it stands on the disk (a byte order mark included).
//! Nothing here knows the language.

mod project;
mod read;
mod sources;

pub use project::{
    EXTENSION, Import, KEYS, PROJECT_FILE, Setting, Settings, SettingsProblem, SettingsProblemKind, Unsaved,
    find_project, list_files, module_name, resolve_import,
};
pub use read::{LARGEST_FILE, ReadProblem, decode, read};
pub use sources::{BYTE_ORDER_MARK, Sources};

/// A file among [`Sources`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Debug)]
pub struct FileId(pub u32);

/// A place: bytes `start..end` of one file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Span { file, start: start as u32, end: end as u32 }
    }

    /// The smallest place that holds both. Invariant: both lie in one file.
    pub fn to(self, other: Span) -> Span {
        Span { file: self.file, start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }
}

/// A line and a column, both counted from 1; the column in characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineColumn {
    pub line: usize,
    pub column: usize,
}
