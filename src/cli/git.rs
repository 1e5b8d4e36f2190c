//! A revision of git, written out into a folder of its own: through the `git` command, which people have if they have a
//! repository.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A path as it was in a revision. The folder is gone when this is.
pub(super) struct Revision {
    _folder: TempDir,
    pub path: PathBuf,
}

/// Why a revision cannot be had.
pub(super) enum Problem {
    /// What git said.
    Unknown(String),
    /// The revision is there, and the path is not in it.
    NoSuchPath { revision: String, path: String },
}

/// `REVISION:PATH`, or `REVISION` for the path `project` as it was then.
pub(super) fn revision(spec: &str, project: &Path) -> Result<Revision, Problem> {
    let (revision, path) = match spec.split_once(':') {
        Some((revision, path)) => (revision, path.replace('\\', "/")),
        None => (spec, in_repository(project)?),
    };
    let path = path.trim_matches('/').trim_start_matches("./").to_owned();
    let commit = text(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])
        .map_err(|why| Problem::Unknown(if why.is_empty() { format!("{revision}?") } else { why }))?;
    let top = text(&["rev-parse", "--show-toplevel"]).map_err(Problem::Unknown)?;
    let list =
        git(&["-C", &top, "ls-tree", "-r", "-z", "--name-only", commit.trim()], b"").map_err(Problem::Unknown)?;
    let list = String::from_utf8_lossy(&list).into_owned();
    let inside = |file: &&str| path.is_empty() || *file == path || file.starts_with(&format!("{path}/"));
    // A file uses others of its project, so the whole of the texts is written out.
    let texts: Vec<&str> = list.split('\0').filter(|file| is_text(file)).collect();
    if !texts.iter().any(inside) {
        return Err(Problem::NoSuchPath { revision: revision.to_owned(), path });
    }
    let folder = tempfile::tempdir().map_err(|error| Problem::Unknown(error.to_string()))?;
    write(&top, commit.trim(), &texts, folder.path()).map_err(Problem::Unknown)?;
    let path = folder.path().join(&path);
    Ok(Revision { _folder: folder, path })
}

/// What a project is made of.
fn is_text(file: &str) -> bool {
    [".reglament", ".clauses", ".toml"].iter().any(|end| file.ends_with(end))
}

/// The path of a folder from the top of its repository.
fn in_repository(project: &Path) -> Result<String, Problem> {
    let project = project.display().to_string();
    let prefix = text(&["-C", &project, "rev-parse", "--show-prefix"]).map_err(Problem::Unknown)?;
    Ok(prefix.trim().to_owned())
}

/// All files with one call: `git cat-file --batch` answers with a line "id type size", the bytes, and a line break.
fn write(top: &str, commit: &str, files: &[&str], folder: &Path) -> Result<(), String> {
    let asked: String = files.iter().map(|file| format!("{commit}:{file}\n")).collect();
    let answer = git(&["-C", top, "cat-file", "--batch"], asked.as_bytes())?;
    let mut rest = answer.as_slice();
    for file in files {
        let end = rest.iter().position(|byte| *byte == b'\n').ok_or("git cat-file")?;
        let head = String::from_utf8_lossy(&rest[..end]).into_owned();
        let size: usize = head.rsplit(' ').next().and_then(|size| size.parse().ok()).ok_or(head)?;
        let bytes = rest.get(end + 1..end + 1 + size).ok_or("git cat-file")?;
        let path = folder.join(file);
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        made.and_then(|()| std::fs::write(&path, bytes)).map_err(|error| error.to_string())?;
        rest = rest.get(end + 2 + size..).unwrap_or_default();
    }
    Ok(())
}

fn text(args: &[&str]) -> Result<String, String> {
    git(args, b"").map(|bytes| String::from_utf8_lossy(&bytes).trim_end().to_owned())
}

/// What git answers, or what it complains of.
fn git(args: &[&str], input: &[u8]) -> Result<Vec<u8>, String> {
    let mut child = Command::new("git")
        .args(["-c", "core.quotePath=off"])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("git: {error}"))?;
    // Questions go in while answers come out: neither pipe may fill up and wait for the other.
    let stdin = child.stdin.take();
    let output = std::thread::scope(|scope| {
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(input)));
        child.wait_with_output()
    });
    let output = output.map_err(|error| format!("git: {error}"))?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default().to_owned()),
    }
}
