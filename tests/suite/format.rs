//! The formatter: one form, the same meaning, every comment and text, and three vocabularies there and back.

use proptest::prelude::*;
use reglament::ast::{Block, File, Line};
use reglament::parse;
use reglament::pipeline::{self, Formatted};
use reglament::source::FileId;
use reglament::vocabulary::{Keyword, Language};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn whole(text: &str, vocabulary: Option<Language>) -> String {
    match pipeline::format(text, vocabulary) {
        Formatted::Whole(text) => text,
        other => panic!("not whole: {other:?}\n{text}"),
    }
}

fn read(text: &str) -> File {
    parse::parse(FileId(0), text).0
}

/// What a file says: its lines without their places, the parts of a statement in no order.
fn said(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    lines(&read(text).lines, 0, &mut out);
    out
}

fn lines(all: &[Line], depth: usize, out: &mut Vec<String>) {
    for line in all {
        let mut parts: Vec<String> = line.parts[1..].iter().map(|part| without_places(&format!("{part:?}"))).collect();
        parts.sort();
        out.push(format!("{depth} {} {}", without_places(&format!("{:?}", line.parts[0])), parts.join(" ")));
        if let Some(Block { lines, .. }) = &line.block {
            self::lines(lines, depth + 1, out);
        }
    }
}

fn without_places(debug: &str) -> String {
    let mut pieces = debug.split("Span { file");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text += piece.split_once('}').map_or("", |(_, rest)| rest);
    }
    text
}

/// Comments in their order, and the texts as a heap: parts may change places.
fn kept(text: &str) -> (Vec<String>, Vec<String>) {
    let file = read(text);
    let comments = file.comments.iter().map(|span| text[span.start as usize..span.end as usize].trim_end().to_owned());
    let mut quoted: Vec<String> = strings(text, &file);
    quoted.sort();
    (comments.collect(), quoted)
}

fn strings(text: &str, file: &File) -> Vec<String> {
    let mut out = Vec::new();
    let mut code = text.to_owned();
    for span in file.comments.iter().rev() {
        code.replace_range(span.start as usize..span.end as usize, "");
    }
    let mut rest = code.as_str();
    while let Some(start) = rest.find('"') {
        let mut escaped = false;
        let end = rest[start + 1..].find(|c| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        let Some(end) = end else { break };
        out.push(rest[start..start + end + 2].to_owned());
        rest = &rest[start + end + 2..];
    }
    out
}

fn groups(text: &str) -> usize {
    text.trim().split("\n\n").count()
}

/// Everything that must hold of a text that can be read whole.
fn hold(text: &str, name: &str) {
    let formatted = whole(text, None);
    assert_eq!(whole(&formatted, None), formatted, "{name}: formatting twice changes something");
    assert_eq!(said(&formatted), said(text), "{name}: another meaning");
    assert_eq!(kept(&formatted), kept(text), "{name}: a comment or a text");
    let Some(own) = read(text).vocabulary else { return };
    for other in Language::ALL {
        let turned = whole(text, Some(other));
        assert_eq!(said(&turned), said(text), "{name}: another meaning in {other:?}");
        assert_eq!(kept(&turned), kept(text), "{name}: a comment or a text in {other:?}");
        assert_eq!(whole(&turned, None), turned, "{name}: {other:?} is not canonical");
        assert_eq!(whole(&turned, Some(own)), formatted, "{name}: to {other:?} and back");
        assert_eq!(groups(&turned), groups(&formatted), "{name}: groups of lines in {other:?}");
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is part of the tree") {
            let path = entry.expect("the entry is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "reglament") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn the_corpus_and_every_example_keep_their_meaning_in_three_vocabularies() {
    let mut held = 0;
    for folder in ["regulations", "tests/cases", "src/diagnostics/codes"] {
        for path in files(folder) {
            let Ok(text) = fs::read_to_string(&path) else { continue };
            if matches!(pipeline::format(&text, None), Formatted::Whole(_)) {
                hold(&text, &path.display().to_string());
                held += 1;
            }
        }
    }
    assert!(held > 300, "only {held} files were held");
    assert!(files("regulations").iter().all(|path| {
        matches!(pipeline::format(&fs::read_to_string(path).expect("readable"), None), Formatted::Whole(_))
    }));
}

#[test]
fn the_corpus_is_canonical() {
    for path in files("regulations") {
        let text = fs::read_to_string(&path).expect("readable");
        assert_eq!(whole(&text, None), text, "{}: run `reglament fmt regulations`", path.display());
    }
}

/// What stands alone far to the right is not read as part of its line.
#[test]
fn a_row_without_the_middle_columns_is_not_torn_apart() {
    let text = "actor clerk organisation town-hall-of-the-quarter \"a\"\nactor council outside \"b\"\nactor head organisation town \"c\"\n";
    let wanted = "actor clerk organisation town-hall-of-the-quarter \"a\"\nactor council outside \"b\"\nactor head  organisation town \"c\"\n";
    assert_eq!(whole(text, None), wanted);
}

/// The whole tool finds the same in a project that was turned into another vocabulary.
#[test]
fn a_project_in_another_vocabulary_has_the_same_findings() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    let found = |folder: &Path| {
        let output = Command::new(env!("CARGO_BIN_EXE_reglament"))
            .args(["check", "--format", "json"])
            .current_dir(folder)
            .output()
            .expect("the command starts");
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let findings = report["findings"].as_array().expect("a list").iter();
        let mut findings: Vec<String> = findings
            .map(|one| format!("{} {} {} {}", one["code"], one["regulation"], one["expected"], one["message"]))
            .collect();
        findings.sort();
        (findings, report["regulations"].clone())
    };
    let usual = found(&corpus);
    for language in ["kk", "ru", "en"] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for path in files("regulations") {
            let to = folder.path().join(path.strip_prefix(&corpus).expect("inside"));
            fs::create_dir_all(to.parent().expect("a folder")).expect("made");
            fs::copy(&path, &to).expect("copied");
            let clauses = path.with_extension("clauses");
            if clauses.is_file() {
                fs::copy(&clauses, to.with_extension("clauses")).expect("copied");
            }
        }
        fs::copy(corpus.join("reglament.toml"), folder.path().join("reglament.toml")).expect("copied");
        let run = |more: &[&str]| {
            let output = Command::new(env!("CARGO_BIN_EXE_reglament"))
                .args([&["fmt", "--vocabulary", language], more].concat())
                .current_dir(folder.path())
                .output()
                .expect("the command starts");
            output.status.code()
        };
        assert_eq!(run(&[]), Some(0));
        assert_eq!(run(&["--check"]), Some(0));
        assert_eq!(found(folder.path()), usual, "{language}");
    }
}

#[test]
fn one_form() {
    let messy = "\u{feff}use   actors.land // who\r\nprocedure   via office,corporation{\r\n\r\n\r\n  // first\r\n  step a clause 5.1( limit 1 hour ) ,6 by clerk limit 1 (one) minute -> bb \"x  y\" // end\r\n\
        step bb by head limit 20 minutes from a{note \"n\" // why\r\n} // closed\r\n}\r\n";
    let wanted = "\u{feff}use actors.land  // who\r\nprocedure via office, corporation {\r\n    // first\r\n    \
        step a  by clerk limit 1 (one) minute        clause 5.1 (limit 1 hour), 6 -> bb \"x  y\"  // end\r\n    \
        step bb by head  limit 20 minutes     from a {\r\n        note \"n\"  // why\r\n    }  // closed\r\n}\r\n";
    assert_eq!(whole(messy, None), wanted);
}

#[test]
fn durations_are_inflected() {
    let text = "обязанность a срок 1 рабочих дня\nобязанность b срок 22 (двадцать два) календарный день\nобязанность c срок 11 минута\n\
        обязанность d срок тот же день\nобязанность e срок 5 год включая-первый-день\n";
    let ru = whole(text, None);
    for said in
        ["1 рабочий день", "22 (двадцать два) календарных дня", "11 минут", "тот же день", "5 лет включая-первый-день"]
    {
        assert!(ru.contains(said), "{said}: {ru}");
    }
    let kk = whole(text, Some(Language::Kk));
    for said in
        ["1 жұмыс күні", "күнтізбелік 22 (двадцать два) күн", "11 минут", "сол күні", "5 жыл бірінші-күнді-қоса"]
    {
        assert!(kk.contains(said), "{said}: {kk}");
    }
    assert_eq!(whole(&kk, Some(Language::Ru)), ru);
}

#[test]
fn what_cannot_be_read_stays_and_the_lines_around_it_are_formatted() {
    let text = "procedure via office {\n  step a   by clerk limit 1 hours\n  step b by ??? !!   limit   2 hours  // why\n  step ccc by  head limit 20 hours\n}\n";
    let Formatted::InPart(formatted) = pipeline::format(text, None) else { panic!("it is read in part") };
    assert_eq!(
        formatted,
        "procedure via office {\n    step a   by clerk limit 1 hour\n    step b by ??? !!   limit   2 hours  // why\n    step ccc by head  limit 20 hours\n}\n"
    );
    assert_eq!(pipeline::format(text, Some(Language::Kk)), Formatted::Untouched, "half a translation is none");
    for unpaired in ["procedure via office {\n  step a by clerk\n", "step a by clerk }\n", "procedure {{\n}\n"] {
        assert_eq!(pipeline::format(unpaired, None), Formatted::Untouched, "{unpaired}");
    }
}

#[test]
fn the_command_writes_checks_and_says_what_it_left() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("жер су.reglament");
    let run = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_reglament"))
            .args([&["fmt"], args].concat())
            .current_dir(folder.path())
            .env("LC_ALL", "C")
            .output()
            .expect("the command starts");
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
        )
    };
    fs::write(&file, "organisation   akimat \"a\"\n").expect("written");
    let (exit, text) = run(&[".", "--check"]);
    assert_eq!(exit, Some(1));
    assert!(text.contains("-organisation   akimat \"a\"\n+organisation akimat \"a\"\n"), "{text}");
    assert_eq!(run(&["."]).0, Some(0));
    assert_eq!(fs::read_to_string(&file).expect("read"), "organisation akimat \"a\"\n");
    assert_eq!(run(&[".", "--check"]), (Some(0), String::new()));
    fs::write(&file, "organisation akimat \"a\" {\n").expect("written");
    assert_eq!(run(&["."]).0, Some(1));
    assert_eq!(fs::read_to_string(&file).expect("read"), "organisation akimat \"a\" {\n", "left as it is");
    assert_eq!(run(&["nowhere"]).0, Some(2));
}

/// Words, texts and punctuation thrown together: never a panic, and what comes out is in its form already.
fn token() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => (0..Keyword::ALL.len()).prop_map(|at| Keyword::ALL[at].spelling(Language::En).to_owned()),
        4 => prop::sample::select(vec!["a", "b-c", "d.e", "5.1", "3", "15", "2016-01-01", "9:00-18:30", "\"x { y\"", "kk \"ү\""]).prop_map(str::to_owned),
        4 => prop::sample::select(vec!["{", "}", "(", ")", ",", "->", "=", "\n", "\n\n", "// c\n", "???"]).prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn any_text_is_formatted_once_and_for_all(tokens in prop::collection::vec(token(), 0..40)) {
        let text = tokens.join(" ");
        match pipeline::format(&text, None) {
            Formatted::Whole(_) => hold(&text, "random"),
            Formatted::InPart(formatted) => {
                prop_assert_eq!(kept(&formatted).0, kept(&text).0);
                match pipeline::format(&formatted, None) {
                    Formatted::InPart(again) => prop_assert_eq!(again, formatted),
                    other => prop_assert!(false, "{:?}", other),
                }
            }
            Formatted::Untouched => {}
        }
    }
}
