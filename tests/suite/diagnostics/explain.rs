//! `reglament explain`: a page a code, the list of all, and a hint for a code that does not exist.

use reglament::diagnostics::Code;
use std::process::{Command, Output};

fn explain(arguments: &[&str], locale: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reglament"));
    command.arg("explain").args(arguments).env("LC_ALL", locale).env_remove("NO_COLOR");
    command.output().expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("it writes UTF-8")
}

#[test]
fn without_a_code_every_code_is_listed() {
    for (locale, word) in [("kk_KZ.UTF-8", "қате"), ("ru_RU.UTF-8", "ошибка"), ("C", "error")] {
        let output = explain(&[], locale);
        assert_eq!(output.status.code(), Some(0));
        let listed = text(&output.stdout);
        assert!(Code::ALL.iter().all(|code| listed.contains(code.name())), "{listed}");
        assert!(listed.contains(word), "{listed}");
    }
}

#[test]
fn a_page_shows_wrong_and_right() {
    for code in Code::ALL {
        let output = explain(&[code.name(), "--lang", "ru"], "C");
        assert_eq!(output.status.code(), Some(0), "{}", code.name());
        let page = text(&output.stdout);
        assert!(
            page.starts_with(code.name()) && page.contains("неправильно:") && page.contains("правильно:"),
            "{page}"
        );
        assert!(page.lines().all(|line| line.trim_end() == line), "a line ends in spaces: {page}");
    }
}

#[test]
fn programs_get_json_in_english_unless_they_ask() {
    let page = |arguments: &[&str]| -> serde_json::Value {
        let output = explain(arguments, "kk_KZ.UTF-8");
        assert_eq!(output.status.code(), Some(0));
        serde_json::from_slice(&output.stdout).expect("it is JSON")
    };
    let english = page(&["unknown-word", "--format", "json"]);
    assert_eq!((&english["code"], &english["severity"]), (&"unknown-word".into(), &"error".into()));
    assert!(english["title"].as_str().is_some_and(str::is_ascii), "{english}");
    assert!(english["wrong"].is_string() && english["right"].is_string() && english["meaning"].is_string());
    let kazakh = page(&["unknown-word", "--format", "json", "--lang", "kk"]);
    assert_ne!(english["title"], kazakh["title"]);
    assert_eq!(page(&["--format", "json"]).as_array().map(Vec::len), Some(Code::ALL.len()));
}

#[test]
fn a_misspelt_code_gets_a_suggestion() {
    let output = explain(&["unknwon-word"], "C");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(text(&output.stderr).contains("did you mean `unknown-word`?"), "{}", text(&output.stderr));
    let output = explain(&["қате"], "kk_KZ.UTF-8");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("`reglament explain`"), "{}", text(&output.stderr));
}
