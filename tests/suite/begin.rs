//! `new`: whatever is begun passes `check` at once, in every vocabulary; and what the shells and `man` are told.

use crate::cli::reglament;
use std::fs;

#[test]
fn what_is_begun_passes_the_check() {
    for language in ["kk", "ru", "en"] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let run = |args: &[&str], within: &str| {
            let output = reglament(&[args, &["--lang", language]].concat(), &folder.path().join(within));
            let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
            (output.status.code(), said)
        };
        let (exit, said) = run(&["new", "project", "қала әкімдігі", "--title", "Рұқсат \"А\""], "");
        assert_eq!(exit, Some(0), "{said}");
        let inside = "қала әкімдігі";
        assert_eq!(run(&["new", "standard", "order.two", "--term", "20 жұмыс күні"], inside).0, Some(0));
        let (exit, said) = run(&["new", "regulation", "town.two", "--implements", "order.two"], inside);
        assert_eq!(exit, Some(0), "{said}");
        let (exit, said) = run(&["check", "--deny", "warnings"], inside);
        assert_eq!(exit, Some(0), "{language}: {said}");
        assert!(said.contains("office.service") && said.contains("town.two"), "{said}");
        assert_eq!(run(&["fmt", "--check"], inside), (Some(0), String::new()), "{language}: canonical");
        let before = fs::read(folder.path().join(inside).join("office.reglament")).expect("readable");
        assert_eq!(run(&["new", "project", inside], "").0, Some(2), "nothing is written over");
        assert_eq!(fs::read(folder.path().join(inside).join("office.reglament")).expect("readable"), before);
        for wrong in [
            &["new", "regulation", "town"][..],
            &["new", "regulation", "../a.b"],
            &["new", "regulation", "a.b", "--implements", "no"],
        ] {
            assert_eq!(run(wrong, inside).0, Some(2), "{wrong:?}");
        }
    }
}

#[test]
fn shells_and_man_are_told_of_every_command() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = reglament(&["completions", shell], folder.path());
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("in-force-on") && said.contains("reglament"), "{shell}");
    }
    let output = reglament(&["man", "pages", "--lang", "ru"], folder.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = fs::read_to_string(folder.path().join("pages/reglament-diff.1")).expect("a page");
    assert!(page.contains("поправка") && page.contains("in\\-force\\-on"), "{page}");
}
