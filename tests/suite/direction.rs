//! Imports go from doors to the pipeline to verbs to nouns, and never back or sideways: ARCHITECTURE.md, held.

use std::fs;
use std::path::{Path, PathBuf};

/// What each room may name. A room that is not here fails the test.
const ROOMS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("vocabulary", &[]),
    ("time", &[]),
    ("inventory", &["source", "time"]),
    ("artifact", &["time"]),
    ("picture", &["vocabulary"]),
    ("layout", &[]),
    ("ast", &["source", "vocabulary", "time"]),
    ("model", &["source", "vocabulary", "time", "inventory"]),
    ("diagnostics", &["source", "vocabulary", "time"]),
    ("parse", &["source", "vocabulary", "time", "ast", "diagnostics"]),
    ("published", &["time", "inventory"]),
    ("format", &["source", "vocabulary", "time", "ast"]),
    ("resolve", &["source", "vocabulary", "time", "inventory", "ast", "model", "diagnostics"]),
    ("check", &["source", "vocabulary", "time", "inventory", "model", "diagnostics"]),
    ("verify", &["source", "vocabulary", "time", "model", "diagnostics"]),
    ("diff", &["source", "vocabulary", "time", "model", "diagnostics"]),
    ("compile", &["vocabulary", "time", "artifact", "model"]),
    ("engine", &["time", "artifact"]),
    ("export", &["source", "vocabulary", "time", "inventory", "picture", "layout", "model", "diagnostics"]),
    (
        "pipeline",
        &[
            "source",
            "vocabulary",
            "time",
            "inventory",
            "ast",
            "model",
            "diagnostics",
            "parse",
            "format",
            "resolve",
            "check",
            "verify",
        ],
    ),
    ("ide", &["source", "vocabulary", "time", "ast", "model", "diagnostics", "verify", "pipeline"]),
    ("lsp", &["source", "vocabulary", "ast", "picture", "model", "diagnostics", "verify", "export", "pipeline", "ide"]),
    (
        "cli",
        &[
            "lsp",
            "ide",
            "source",
            "vocabulary",
            "time",
            "inventory",
            "artifact",
            "picture",
            "published",
            "model",
            "diagnostics",
            "resolve",
            "check",
            "verify",
            "diff",
            "compile",
            "engine",
            "export",
            "pipeline",
        ],
    ),
];

#[test]
fn imports_keep_their_direction() {
    let mut wrong = Vec::new();
    for file in rust_files(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let Some(room) = room_of(&file) else { continue };
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("{}: the room `{room}` has no line in the table", file.display()));
            continue;
        };
        let text = fs::read_to_string(&file).expect("a file of the tree is readable");
        for named in text.split("crate::").skip(1).map(first_word) {
            let known = ROOMS.iter().any(|(name, _)| *name == named);
            if known && named != room && !allowed.contains(&named) {
                wrong.push(format!("{}: `{room}` names `{named}`", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "imports against the direction:\n{}", wrong.join("\n"));
}

#[test]
fn only_source_and_the_doors_touch_the_disk() {
    let touching: Vec<String> = rust_files(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .into_iter()
        .filter(|file| !matches!(room_of(file).as_deref(), None | Some("source" | "pipeline" | "lsp" | "cli")))
        .filter(|file| {
            fs::read_to_string(file).is_ok_and(|text| text.contains("std::fs") || text.contains("File::open"))
        })
        .map(|file| file.display().to_string())
        .collect();
    assert!(touching.is_empty(), "these rooms touch the disk: {touching:?}");
}

/// `src/parse/mod.rs` and `src/parse.rs` are of the room `parse`; `lib.rs` and `main.rs` of none.
fn room_of(file: &Path) -> Option<String> {
    let inside = file.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).ok()?;
    let room = inside.components().next()?.as_os_str().to_str()?.trim_end_matches(".rs").to_owned();
    (room != "lib" && room != "main").then_some(room)
}

fn first_word(text: &str) -> &str {
    text.split(|letter: char| !letter.is_ascii_lowercase() && letter != '_').next().unwrap_or_default()
}

fn rust_files(folder: PathBuf) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let entries = fs::read_dir(&folder).expect("the folder is part of the tree");
    for path in entries.map(|entry| entry.expect("the entry is readable").path()) {
        if path.is_dir() {
            files.extend(rust_files(path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}
