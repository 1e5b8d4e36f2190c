//! Reading texts: what a good file becomes, and what is said of a bad one. Each case is a file in `tests/cases/parse`:
//! `ok/` are read without a finding, and `err/` have findings, and for both what comes out stands in a snapshot.

mod dump;
mod input;
mod random;

use reglament::ast::shape::is_lead;
use reglament::diagnostics::{Arg, Code, Finding, Words};
use reglament::parse::parse;
use reglament::source::Sources;
use reglament::vocabulary::{Keyword, Language};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn cases(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/parse").join(folder);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("the folder is there").map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "reglament"));
    paths.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), std::fs::read_to_string(path).expect("a text"))).collect()
}

/// `4:9-12 unknown-word` with its values, and what the reader is told.
fn described(sources: &Sources, finding: &Finding, language: Language) -> String {
    let words = Words::new(language);
    assert_eq!(words.flaws(finding), Vec::<String>::new(), "{finding:?}");
    let mut text = String::new();
    for (at, label) in finding.labels.iter().enumerate() {
        let start = sources.line_column(label.span.file, label.span.start as usize);
        let end = sources.line_column(label.span.file, label.span.end as usize);
        let code = if at == 0 { finding.code.name() } else { "  and" };
        let place = format!("{}:{}-{}", start.line, start.column, end.column);
        writeln!(text, "{place} {code}: {}", words.label(finding, label)).unwrap();
    }
    writeln!(text, "    {}", words.message(finding)).unwrap();
    writeln!(text, "    {}", words.help(finding)).unwrap();
    text
}

fn findings_of(text: &str, language: Language) -> String {
    let mut sources = Sources::new();
    let file = sources.add("case.reglament", text);
    let (_, findings) = parse(file, text);
    findings.iter().map(|finding| described(&sources, finding, language)).collect()
}

#[test]
fn good_files_are_read_whole() {
    for (name, text) in cases("ok") {
        let (file, findings) = parse(reglament::source::FileId(0), &text);
        assert!(findings.is_empty(), "{name}: {}", findings_of(&text, Language::En));
        insta::with_settings!({ snapshot_path => "../../cases/parse/ok", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, dump::file(&file));
        });
    }
}

#[test]
fn bad_files_have_their_findings_each_at_its_place() {
    for (name, text) in cases("err") {
        let language = match name.rsplit('_').next() {
            Some("kk") => Language::Kk,
            Some("ru") => Language::Ru,
            _ => Language::En,
        };
        insta::with_settings!({ snapshot_path => "../../cases/parse/err", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, findings_of(&text, language));
        });
    }
}

#[test]
fn ten_mistakes_are_ten_findings() {
    for (name, text) in cases("err").into_iter().filter(|(name, _)| name.starts_with("ten_")) {
        let (_, findings) = parse(reglament::source::FileId(0), &text);
        assert_eq!(findings.len(), 10, "{name}");
    }
}

/// Each page's wrong example has its finding already here, where the finding is the parser's; none of the right ones has.
#[test]
fn the_pages_right_examples_are_read_whole() {
    for code in Code::ALL {
        // An act's inventory, which some pages show beside the regulation, is no text in the language.
        let right = code.examples()[1].split("// file: example.clauses").next().unwrap_or_default();
        if !right.contains("reglament.toml") {
            let (_, findings) = parse(reglament::source::FileId(0), right);
            assert!(findings.is_empty(), "{}: {}", code.name(), findings_of(right, Language::En));
        }
    }
}

#[test]
fn suggestions_are_words_of_the_language() {
    let (_, findings) = parse(reglament::source::FileId(0), "рәсім а мерзiм 3 жұмыс күні");
    let looks = findings.iter().find(|finding| finding.code == Code::LookAlikeLetter).expect("seen");
    let told = looks.args.iter().find(|(name, _)| *name == "suggestion");
    assert_eq!(told.map(|(_, value)| value.clone()), Some(Arg::Text("мерзім".to_owned())));
}

/// Twice the text takes about twice the time, also where the text is none: no rule may look at the rest again and again.
#[test]
fn the_time_is_linear_in_the_text() {
    let sample = [
        "step one by clerk limit 3 working days clause 6.1 \"a\"\n",
        "x ",
        "stp ",
        "{ x }",
        "x {\n",
        "\"a\\\" ",
        "3 (",
        "a and ",
        "}\n",
        "fact a \"b\" {\n",
        "regulation a {\n",
        "// ",
        "\n",
        " ",
        "\u{1}a",
        "clause 6 (",
        "kk \"a\" ",
    ];
    for piece in sample {
        let time = |bytes: usize| {
            let text = piece.repeat(bytes / piece.len());
            let start = std::time::Instant::now();
            parse(reglament::source::FileId(0), &text);
            start.elapsed()
        };
        let (short, long) = (time(4_000), time(32_000));
        println!("{piece:?}: {short:?} {long:?}");
        assert!(
            long < short * 8 * 4 + std::time::Duration::from_millis(200),
            "{piece:?}: {short:?}, eight times the text: {long:?}"
        );
    }
}

/// The grammar and the table of shapes agree on what begins a part.
#[test]
fn every_keyword_that_begins_a_part_is_read_as_one() {
    for keyword in Keyword::ALL {
        let text = format!("fact x {}", keyword.spelling(Language::En));
        let (_, findings) = parse(reglament::source::FileId(0), &text);
        let codes: Vec<&str> = findings.iter().map(|finding| finding.code.name()).collect();
        let language = matches!(keyword, Keyword::Kk | Keyword::Ru | Keyword::En);
        assert_eq!(!codes.contains(&"unexpected-text"), is_lead(*keyword) || language, "{text}: {codes:?}");
    }
}
