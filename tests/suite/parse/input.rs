//! Files that are no text, too large or not where they should be: each is a finding at its place, and none stops the
//! others from being read. Bad bytes stand in `tests/cases/input`.

use reglament::pipeline;
use reglament::source::{LARGEST_FILE, Unsaved};
use std::fs;
use std::path::{Path, PathBuf};

/// `2:8 invalid-utf8` of everything found under a path.
fn found(path: &Path) -> Vec<String> {
    let loaded = pipeline::load(&[path.to_path_buf()], &Unsaved::default()).expect("the path is there");
    let mut all = Vec::new();
    for checked in loaded.into_iter().map(pipeline::check) {
        for finding in &checked.findings {
            let place = finding.primary().map(|span| checked.sources.line_column(span.file, span.start as usize));
            let place = place.map_or(String::new(), |place| format!("{}:{} ", place.line, place.column));
            all.push(format!("{place}{}", finding.code.name()));
        }
    }
    all
}

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/input").join(name)
}

fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("reglament.toml"), "").expect("a file can be written");
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    folder
}

#[test]
fn bytes_that_are_no_text_are_told_at_their_place() {
    assert_eq!(found(&case("binary.reglament")), ["2:6 binary-file"]);
    assert_eq!(found(&case("invalid_utf8.reglament")), ["2:9 invalid-utf8"]);
    assert_eq!(found(&case("windows_1251.reglament")), ["1:1 invalid-utf8"]);
    assert_eq!(found(&case("utf16.reglament")).len(), 1);
    assert!(found(&case("empty.reglament")).is_empty());
}

#[test]
fn a_bad_file_leaves_the_others_alone() {
    let folder = project(&[("a.reglament", "fact"), ("b.reglament", "\0"), ("c.reglament", "fact")]);
    let mut found = found(folder.path());
    found.sort();
    assert_eq!(found, ["1:1 binary-file", "1:5 missing-value", "1:5 missing-value"]);
}

#[test]
fn a_file_over_the_limit_is_not_attempted() {
    let folder = project(&[("a.reglament", "")]);
    let file = fs::File::create(folder.path().join("a.reglament")).expect("a file can be made");
    file.set_len(LARGEST_FILE + 1).expect("a file can grow");
    let found = found(folder.path());
    assert!(found.len() == 1 && found[0].ends_with("file-too-large"), "{found:?}");
}

#[test]
fn paths_may_hold_cyrillic_spaces_and_backslashes() {
    let fact = "fact complete \"c\"\n";
    for path in [
        "ортақ деректер/жер құқығы",
        "ортақ деректер\\\\жер құқығы",
        "ортақ деректер\\жер құқығы",
        "ортақ деректер/жер құқығы.reglament",
    ] {
        let text = format!("use \"{path}\"\n");
        let folder = project(&[("ортақ деректер/жер құқығы.reglament", fact), ("негізгі.reglament", &text)]);
        assert_eq!(found(folder.path()), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn an_import_may_not_leave_the_project() {
    for path in ["../outside", "/etc/outside", "..\\outside", "a/../../outside"] {
        let folder = project(&[("inner/reglament.toml", ""), ("outside.reglament", ""), ("inner/a.reglament", "")]);
        fs::write(folder.path().join("inner/a.reglament"), format!("use \"{path}\"")).expect("a file can be written");
        assert_eq!(found(&folder.path().join("inner")), ["1:5 import-outside-project"], "{path}");
    }
}

#[cfg(unix)]
#[test]
fn links_neither_lead_out_nor_round_in_circles() {
    let folder =
        project(&[("inner/reglament.toml", ""), ("outside.reglament", ""), ("inner/a.reglament", "use linked")]);
    let inner = folder.path().join("inner");
    std::os::unix::fs::symlink(folder.path().join("outside.reglament"), inner.join("linked.reglament"))
        .expect("a link");
    std::os::unix::fs::symlink(&inner, inner.join("circle")).expect("a link");
    let found = found(&inner.join("a.reglament"));
    assert_eq!(found, ["1:5 import-outside-project"]);
    assert!(!self::found(&inner).is_empty());
}
