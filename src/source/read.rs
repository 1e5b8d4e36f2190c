//! Reading one file: its text, or why it is no text.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// The largest file that is read: 16 MiB. A regulation of a thousand steps is a hundredth of it.
pub const LARGEST_FILE: u64 = 16 * 1024 * 1024;

/// Why a file could not be read as text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadProblem {
    NotFound,
    /// A folder, or something else that is no file.
    NotAFile,
    /// The system's own words.
    Unreadable(String),
    /// In bytes; the file was not read.
    TooLarge(u64),
    /// It holds a zero byte, first behind this text: not a text.
    Binary(String),
    /// Not UTF-8 behind this text.
    InvalidUtf8(String),
}

/// Reads a file whole, a byte order mark and carriage returns included.
pub fn read(path: &Path) -> Result<String, ReadProblem> {
    let file = File::open(path).map_err(problem)?;
    let about = file.metadata().map_err(problem)?;
    if !about.is_file() {
        return Err(ReadProblem::NotAFile);
    }
    if about.len() > LARGEST_FILE {
        return Err(ReadProblem::TooLarge(about.len()));
    }
    let mut bytes = Vec::with_capacity(about.len() as usize);
    // The file may grow while it is read: never take more than was allowed.
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(problem)?;
    decode(bytes)
}

/// The text that the bytes are.
pub fn decode(bytes: Vec<u8>) -> Result<String, ReadProblem> {
    if bytes.len() as u64 > LARGEST_FILE {
        return Err(ReadProblem::TooLarge(bytes.len() as u64));
    }
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Err(ReadProblem::Binary(valid_prefix(&bytes[..at])));
    }
    String::from_utf8(bytes).map_err(|error| ReadProblem::InvalidUtf8(valid_prefix(error.as_bytes())))
}

fn valid_prefix(bytes: &[u8]) -> String {
    bytes.utf8_chunks().next().map(|chunk| chunk.valid().to_owned()).unwrap_or_default()
}

fn problem(error: io::Error) -> ReadProblem {
    match error.kind() {
        io::ErrorKind::NotFound => ReadProblem::NotFound,
        io::ErrorKind::IsADirectory => ReadProblem::NotAFile,
        _ => ReadProblem::Unreadable(error.to_string()),
    }
}
