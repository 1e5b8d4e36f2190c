//! What an amendment changes: thirty edits of the real corpus, half of which change no meaning. Each is a file of
//! `tests/cases/diff/` that says what is done; what is told of it stands in a snapshot beside it.
//!
//! An edit begins with `# what it does` and `compare FILE`. Then: `in FILE` with a text to be replaced (`<<<`, `===`,
//! `>>>`), `rename OLD NEW` in every file, `move FILE FILE`, `vocabulary kk`, `squeeze` (every run of blanks is one).

use crate::cli::reglament;
use reglament::pipeline::{self, Formatted};
use reglament::vocabulary::Language;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder is made");
    for entry in fs::read_dir(from).expect("readable").flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::copy(&path, &to).expect("copied");
        }
    }
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("readable").flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(texts(&path));
        } else if path.extension().is_some_and(|it| it == "reglament") {
            all.push(path);
        }
    }
    all
}

fn change(path: &Path, change: impl Fn(&str) -> String) {
    let text = fs::read_to_string(path).expect("readable");
    fs::write(path, change(&text)).expect("written");
}

/// `old` where it stands as a whole name, and not in a text.
fn renamed(text: &str, old: &str, new: &str) -> String {
    let pieces = text.split('"').enumerate();
    let pieces = pieces.map(|(at, piece)| if at % 2 == 0 { names_renamed(piece, old, new) } else { piece.to_owned() });
    pieces.collect::<Vec<_>>().join("\"")
}

fn names_renamed(text: &str, old: &str, new: &str) -> String {
    let of_name = |c: char| c.is_alphanumeric() || c == '-' || c == '.';
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(old) {
        let before = rest[..at].chars().next_back().or(out.chars().next_back());
        let after = rest[at + old.len()..].chars().next();
        out += &rest[..at];
        // A name may stand behind the name of its file.
        let whole = before.is_none_or(|c| !of_name(c)) && after.is_none_or(|c| !of_name(c));
        out += if whole { new } else { old };
        rest = &rest[at + old.len()..];
    }
    out + rest
}

/// Without its indents and columns; texts stay.
fn squeezed(text: &str) -> String {
    let line = |line: &str| {
        if line.contains("//") {
            return line.to_owned();
        }
        let odd = line.split('"').enumerate().map(|(at, piece)| match at % 2 {
            0 => piece.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" "),
            _ => format!(" \"{piece}\" "),
        });
        odd.collect::<String>()
    };
    text.lines().map(|it| line(it) + "\n").collect()
}

/// Makes the edit in a copy of the corpus; gives the file that is compared.
fn edit(script: &str, folder: &Path) -> String {
    let mut compare = String::new();
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            ["#", ..] => {}
            ["compare", file] => compare = file.to_owned(),
            ["in", file] => {
                assert_eq!(lines.next(), Some("<<<"));
                let old: Vec<&str> = lines.by_ref().take_while(|line| *line != "===").collect();
                let new: Vec<&str> = lines.by_ref().take_while(|line| *line != ">>>").collect();
                let (old, new) = (old.join("\n"), new.join("\n"));
                change(&folder.join(file), |text| {
                    assert!(text.contains(&old), "{file} has no\n{old}");
                    text.replace(&old, &new)
                });
            }
            ["rename", old, new] => texts(folder).iter().for_each(|path| change(path, |text| renamed(text, old, new))),
            ["move", old, new] => fs::rename(folder.join(old), folder.join(new)).expect("moved"),
            ["squeeze"] => texts(folder).iter().for_each(|path| change(path, squeezed)),
            ["vocabulary", language] => {
                let language = Language::ALL.into_iter().find(|it| it.tag() == language);
                texts(folder).iter().for_each(|path| {
                    change(path, |text| match pipeline::format(text, language) {
                        Formatted::Whole(text) => text,
                        other => panic!("{other:?}"),
                    });
                });
            }
            _ => panic!("`{line}` is no edit"),
        }
    }
    compare
}

fn compared(script: &Path, more: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&here("regulations"), folder.path());
    let text = fs::read_to_string(script).expect("readable");
    let file = edit(&text, folder.path());
    let old = here("regulations").join(&file).display().to_string();
    let new = folder.path().join(&file).display().to_string();
    let output = reglament(&[&["diff", &old, &new], more].concat(), folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn thirty_edits_are_named() {
    let entries = fs::read_dir(here("tests/cases/diff")).expect("readable").flatten().map(|entry| entry.path());
    let mut scripts: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == "edit")).collect();
    scripts.sort();
    let same =
        scripts.iter().filter(|path| path.file_name().is_some_and(|it| it.to_string_lossy().starts_with("same_")));
    assert_eq!((scripts.len(), same.count()), (30, 15));
    for script in scripts {
        let name = script.file_stem().expect("a name").to_string_lossy().into_owned();
        let told = compared(&script, &[]);
        if name.starts_with("same_") {
            assert_eq!(told, "no change in meaning\n", "{name}");
            continue;
        }
        insta::with_settings!({ snapshot_path => here("tests/cases/diff"), prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, told);
        });
    }
}

#[test]
fn it_is_told_in_three_languages_and_three_forms() {
    let script = here("tests/cases/diff/a_limit_is_longer.edit");
    let forms: [&[&str]; 4] = [&["--lang", "kk"], &["--lang", "ru"], &["--format", "md"], &["--format", "json"]];
    let told: Vec<String> = forms.iter().map(|form| compared(&script, form)).collect();
    insta::with_settings!({ snapshot_path => here("tests/cases/diff"), prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("forms", told[..3].join("\n----\n"));
    });
    let report: serde_json::Value = serde_json::from_str(&told[3]).expect("JSON");
    assert_eq!(report["changed"], true);
    assert_eq!(report["acts"][0]["changes"][0]["what"], "limit");
    assert_eq!(report["acts"][0]["changes"][0]["old"], "20 calendar days");
    assert_eq!(report["acts"][0]["changes"][0]["new"], "25 calendar days");
}

#[test]
fn two_days_of_one_project_are_compared() {
    let project = here("tests/cases/versions/fence");
    let told = |days: &[&str]| {
        let days: Vec<&str> = days.iter().flat_map(|day| ["--in-force-on", day]).collect();
        let output = reglament(&[&["diff", "."], &days[..]].concat(), &project);
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert_eq!(told(&["2018-07-01", "2018-12-31"]), "no change in meaning\n");
    let decree = told(&["2018-06-30", "2018-07-01"]);
    assert!(decree.contains("~ `decide`, limit: 8 working days → 6 working days"), "{decree}");
    let order = told(&["2018-12-31", "2019-01-01"]);
    assert!(
        order.starts_with("town.fence@2019-01-01 · regulation\n  ! office: term newly broken: on time → late\n"),
        "{order}"
    );
}

/// With a repository of its own, whose names are not Latin.
#[test]
fn a_revision_of_git_is_compared() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let project = folder.path().join("ережелер мен бұйрықтар");
    copy(&here("tests/cases/versions/fence"), &project);
    fs::rename(project.join("fence-2018.reglament"), project.join("қоршау 2018.reglament")).expect("moved");
    let git = |args: &[&str]| {
        let done = Command::new("git")
            .args(["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"])
            .args(args)
            .current_dir(folder.path())
            .output();
        assert!(done.as_ref().is_ok_and(|done| done.status.success()), "{args:?}: {done:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-qm", "first"]);
    change(&project.join("қоршау 2018.reglament"), |text| text.replace("6 working days", "4 working days"));
    let told = |args: &[&str]| {
        let output = reglament(&[&["diff"], args].concat(), &project);
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
        )
    };
    let (exit, said) = told(&["HEAD"]);
    assert_eq!(exit, Some(0), "{said}");
    assert!(said.contains("~ `decide`, limit: 6 working days → 4 working days"), "{said}");
    assert!(said.contains("қоршау 2018.reglament:"), "{said}");
    let (exit, said) = told(&["HEAD:ережелер мен бұйрықтар/fence-2015.reglament", "fence-2015.reglament"]);
    assert_eq!((exit, said.as_str()), (Some(0), "no change in meaning\n"));
    for wrong in ["no-such-branch", "HEAD:nowhere", "--in-force-on=yesterday"] {
        let (exit, said) = told(&[wrong, "."]);
        assert_eq!(exit, Some(2), "{wrong}: {said}");
    }
}
