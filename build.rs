//! Finds the checks: every file of `src/check/` that asks a question is a module there and stands in the list of
//! questions, so that a new one is its file and nothing else.
//!
//! A file asks a question of each regulation if it has `pub(super) fn check(`, of the project as a whole if it has
//! `pub(super) fn overall(`. What has neither is what several checks share, and is declared by hand in `mod.rs`.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(variable("CARGO_MANIFEST_DIR")?).join("src/check");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> =
        fs::read_dir(&folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
    files.sort();
    let (mut modules, mut checks, mut overall) = (String::new(), String::new(), String::new());
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "rs")) {
        let text = fs::read_to_string(file)?;
        let of_regulation = text.contains("\npub(super) fn check(");
        let of_project = text.contains("\npub(super) fn overall(");
        if !of_regulation && !of_project {
            continue;
        }
        let name = file.file_stem().and_then(|name| name.to_str()).ok_or(io::ErrorKind::InvalidData)?;
        writeln!(modules, "#[path = {:?}]\nmod {name};", file.display().to_string()).map_err(io::Error::other)?;
        if of_regulation {
            writeln!(checks, "    {name}::check,").map_err(io::Error::other)?;
        }
        if of_project {
            writeln!(overall, "    {name}::overall,").map_err(io::Error::other)?;
        }
    }
    let lists =
        format!("{modules}\nconst CHECKS: &[Check] = &[\n{checks}];\n\nconst OVERALL: &[Overall] = &[\n{overall}];\n");
    fs::write(Path::new(&variable("OUT_DIR")?).join("checks.rs"), lists)
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}
