//! Files that a command writes: whole or not at all.

use super::Session;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes the bytes into the file, replacing what was there; `false`: it could not be written, and that has been said.
pub(super) fn write(path: &Path, text: impl AsRef<[u8]>, session: &mut Session) -> bool {
    match whole(path, text.as_ref()) {
        Ok(()) => true,
        Err(error) => {
            let path = path.display().to_string();
            session.complain("file-not-written", &[("path", path.into()), ("why", error.to_string().into())]);
            false
        }
    }
}

/// Into a new file beside it first, which then takes its place: a full disk leaves what was there.
fn whole(path: &Path, text: &[u8]) -> io::Result<()> {
    // What a link leads to is written, and the link stays.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let mut name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_os_string();
    // A device such as /dev/null is written to, not replaced.
    if path.exists() && !path.is_file() {
        return fs::write(path, text);
    }
    name.push(format!(".{}.part", std::process::id()));
    let part: PathBuf = path.with_file_name(name);
    let as_before = || fs::metadata(path).map_or(Ok(()), |before| fs::set_permissions(&part, before.permissions()));
    let done = fs::write(&part, text).and_then(|()| as_before()).and_then(|()| fs::rename(&part, path));
    if done.is_err() {
        // Nothing was written there before; what is left of it may stay behind only if even this fails.
        let _ = fs::remove_file(&part);
    }
    done
}
