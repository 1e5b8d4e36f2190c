//! The page of each code: its wrong text makes exactly that finding, its right text makes none. What is said of the
//! wrong texts, in three languages, stands in `docs/messages/`, so that the tone can be judged in one sitting.
//!
//! A text may show several files: a line `// file: actors/land.reglament` begins the next one. `INSTA_UPDATE=always`
//! writes the gallery anew.

use reglament::diagnostics::{Code, Finding, Severity, Words, human};
use reglament::pipeline::{self, Checked};
use reglament::source::Unsaved;
use reglament::vocabulary::Language;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Codes that a text cannot show, and why. Their pages describe the file in a comment; `tests/suite/cli.rs` and
/// `source.rs` make such files.
const NOT_SHOWN: &[(&str, &str)] = &[
    ("file-unreadable", "it is about the rights to a file"),
    ("file-too-large", "it is about a file over 16 MiB"),
    ("binary-file", "it is about bytes that are no text"),
    ("invalid-utf8", "it is about bytes that are no text"),
];

/// What was found in an example, and the folder it was laid out in.
struct Tried {
    folder: PathBuf,
    checked: Vec<Checked>,
    _kept: tempfile::TempDir,
}

impl Tried {
    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.checked.iter().flat_map(|checked| &checked.findings)
    }

    fn codes(&self) -> Vec<&'static str> {
        let mut codes: Vec<_> = self.findings().map(|finding| finding.code.name()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// The findings as people see them, with paths from the project's folder.
    fn shown(&self, words: Words) -> String {
        let mut text = String::new();
        for checked in &self.checked {
            let report = human::Report::new(&checked.sources, words, false);
            let all: Vec<String> = checked.findings.iter().map(|finding| report.finding(finding)).collect();
            text += &all.join("\n");
        }
        text.replace(&format!("{}/", self.folder.display()), "")
    }
}

/// Lays the files of an example out in a folder of its own and checks it.
fn tried(example: &str) -> Tried {
    let kept = tempfile::tempdir().expect("a folder can be made");
    let folder = kept.path().canonicalize().expect("it is there");
    for (path, text) in files(example) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("it lies in the folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    let loaded = pipeline::load(std::slice::from_ref(&folder), &Unsaved::default()).expect("the folder can be read");
    let checked = loaded.into_iter().map(pipeline::check).collect();
    Tried { folder, checked, _kept: kept }
}

/// The files of an example; what stands before the first `// file:` line is `example.reglament`.
fn files(example: &str) -> Vec<(String, String)> {
    let mut files = vec![("example.reglament".to_owned(), String::new())];
    for line in example.split_inclusive('\n') {
        match line.strip_prefix("// file:") {
            Some(path) => files.push((path.trim().to_owned(), String::new())),
            None => files.last_mut().expect("it begins with one").1.push_str(line),
        }
    }
    files.retain(|(path, text)| !text.trim().is_empty() || path != "example.reglament");
    files
}

fn is_shown(code: Code) -> bool {
    NOT_SHOWN.iter().all(|(name, _)| *name != code.name())
}

#[test]
fn every_wrong_text_makes_its_finding_and_every_right_text_none() {
    let mut failed = Vec::new();
    for code in Code::ALL.iter().filter(|code| is_shown(**code)) {
        let [wrong, right] = code.examples().map(tried);
        if wrong.codes() != [code.name()] {
            failed.push(format!("{}: the wrong text makes {:?}", code.name(), wrong.codes()));
        }
        if right.findings().next().is_some() {
            let shown = right.shown(Words::new(Language::En));
            failed.push(format!("{}: the right text makes {:?}\n{shown}", code.name(), right.codes()));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn a_page_without_a_text_is_named_with_its_reason() {
    for (name, reason) in NOT_SHOWN {
        let code = Code::ALL.iter().find(|code| code.name() == *name);
        let [wrong, _] = code.unwrap_or_else(|| panic!("there is no code `{name}` any more ({reason})")).examples();
        assert!(wrong.starts_with("// "), "the wrong text of `{name}` describes its file");
    }
}

#[test]
fn every_finding_can_be_said_in_three_languages() {
    let mut flaws = Vec::new();
    let mut tell = |findings: &mut dyn Iterator<Item = &Finding>| {
        for (finding, language) in findings.flat_map(|finding| Language::ALL.map(|language| (finding, language))) {
            let all = Words::new(language).flaws(finding);
            flaws.extend(all.into_iter().map(|flaw| format!("{} in {}", flaw, language.tag())));
        }
    };
    for code in Code::ALL {
        code.examples().map(tried).iter().for_each(|tried| tell(&mut tried.findings()));
    }
    for case in ["tests/cases", "regulations"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(case);
        let loaded = pipeline::load(&projects(&folder), &Unsaved::default()).expect("the cases can be read");
        loaded.into_iter().map(pipeline::check).for_each(|checked| tell(&mut checked.findings.iter()));
    }
    flaws.sort();
    flaws.dedup();
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
}

/// Every file in the language below a folder, each to be checked.
fn projects(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    paths
        .into_iter()
        .flat_map(|path| match path.is_dir() {
            true => projects(&path),
            false if path.extension().is_some_and(|extension| extension == "reglament") => vec![path],
            false => Vec::new(),
        })
        .collect()
}

#[test]
fn the_gallery_shows_what_is_said() {
    let update = std::env::var("INSTA_UPDATE").is_ok_and(|value| value == "always");
    let mut stale = Vec::new();
    let examples: Vec<(Code, Tried)> = Code::ALL.iter().map(|code| (*code, tried(code.examples()[0]))).collect();
    for language in Language::ALL {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/messages/{}.md", language.tag()));
        let gallery = gallery(Words::new(language), &examples);
        if update {
            fs::write(&path, gallery).expect("the gallery can be written");
        } else if fs::read_to_string(&path).unwrap_or_default() != gallery {
            stale.push(path);
        }
    }
    assert!(stale.is_empty(), "not what is said now (INSTA_UPDATE=always writes it): {stale:?}");
}

fn gallery(words: Words, examples: &[(Code, Tried)]) -> String {
    let mut text = format!("# {}\n\n{}\n", words.say("gallery-title", &[]), words.say("gallery-about", &[]));
    for (code, tried) in examples {
        let severity = words.severity(code.severity());
        let _ = write!(text, "\n## {} ({severity})\n\n{}\n\n{}\n", code.name(), words.title(*code), words.page(*code));
        if is_shown(*code) {
            let _ = write!(text, "\n```text\n{}\n```\n", tried.shown(words).trim_end());
        }
    }
    text
}

#[test]
fn weights_are_told_in_every_language() {
    for language in Language::ALL {
        let words = Words::new(language);
        let told = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| words.severity(severity));
        assert!(told[0] != told[1] && told[1] != told[2], "{told:?}");
    }
}
