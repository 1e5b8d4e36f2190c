//! Published acts: every text of `tests/cases/published` is cut into the clauses of its snapshot, with the times that
//! each gives, whether a body acts in it, and what was passed over. And the command that holds a regulation against
//! them.

use reglament::inventory;
use reglament::published::{self, Act};
use reglament::source::FileId;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/published");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be read").path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

/// The inventory of each regulation, and what has no address.
fn told(name: &str, text: &str, act: &Act) -> String {
    let mut out = String::new();
    for (at, part) in act.parts.iter().enumerate() {
        let inventory = published::inventory(name, text, act, at).expect("the act has this regulation");
        out += &format!("=== {}\n", part.title);
        for (line, (_, text)) in inventory::write(&inventory).lines().skip(5).zip(&part.clauses) {
            let (address, rest) = line.split_at(11);
            let has = rest.get(12..).unwrap_or_default().trim();
            out += &format!("{}\n", format!("{address} {text}  [{has}]").replace("  []", ""));
        }
        out += "--- passed over\n";
        out.extend(part.passed_over.iter().map(|text| format!("{text}\n")));
    }
    out
}

#[test]
fn acts_are_cut_into_their_clauses() {
    for case in cases() {
        let text = fs::read_to_string(&case).expect("the case is a text");
        let name = case.file_stem().expect("it has a name").to_string_lossy().into_owned();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(case.parent().expect("it lies in a folder"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name.clone(), told(&name, &text, &published::read(&text))));
    }
}

#[test]
fn what_is_written_is_read_again() {
    for case in cases() {
        let text = fs::read_to_string(&case).expect("the case is a text");
        let act = published::read(&text);
        for part in 0..act.parts.len() {
            let made = published::inventory("act.txt", &text, &act, part).expect("the act has this regulation");
            let written = inventory::write(&made);
            let (read, problems) = inventory::parse(FileId(0), &written);
            assert_eq!(problems, [], "{written}");
            assert_eq!(inventory::write(&read), written);
            assert_eq!(inventory::compare(&made, &read), []);
        }
    }
}

#[test]
fn no_text_is_too_odd() {
    for text in
        ["", "\n\n", "1.", "1)", ").5. Мәтін", "Ескерту. ).1. ", "2-қосымша", "\"\" регламенті 1. ", "\u{feff}1. \u{0}"]
    {
        published::read(text);
    }
    // Many pieces glued together cost no more than their length.
    let long: String = (1..2000).map(|number| format!("{number}. Мәтін.")).collect();
    assert_eq!(published::read(&long).parts[0].clauses.len(), 1000, "numbers have three digits");
}

#[test]
fn a_changed_word_changes_its_clause_alone() {
    let text = fs::read_to_string(&cases()[1]).expect("the case is a text");
    let inventory = |text: &str| {
        published::inventory("act.txt", text, &published::read(text), 0).expect("the act has a regulation")
    };
    let old = inventory(&text);
    let told = |text: &str| {
        let changes = inventory::compare(&old, &inventory(text));
        changes.iter().map(|(address, change)| format!("{address} {change:?}")).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(told(&text.replace(' ', "  ")), "", "spaces are no text");
    assert_eq!(told(&text.replace("сенімхат", "куәлік")), "1.4 Changed");
    assert_eq!(told(&text.replace("      4) сенімхат.\n", "")), "1.4 Vanished");
    assert_eq!(told(&text.replace("Байланыс", "Жаңа абзац.\nБайланыс")), "4/2#2 Changed, 4/3#2 Appeared");
}

const REGULATION: &str = r#"organisation office "the office"
channel counter "the counter"
actor clerk organisation office "a clerk"
actor head organisation office "the head"

regulation town.fence {
    title "Қоршау қою"
    omits clause 1.2 "the portal is described elsewhere"
}

procedure via counter {
    step register by clerk limit 15 minutes clause 2 "registers"
    step review by head limit 3 working days clause 3 "reviews"
    step send by head limit same day clause 3 "sends"
    end done granted
}
"#;

/// A project with one regulation and, beside the project, the text of its act.
fn project(regulation: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::create_dir(folder.path().join("town")).expect("a folder can be made");
    fs::write(folder.path().join("reglament.toml"), "name = \"town\"\n").expect("it can be written");
    fs::write(folder.path().join("town/fence.reglament"), regulation).expect("it can be written");
    let act = fs::read_to_string(cases().last().expect("there are cases")).expect("the case is a text");
    fs::write(folder.path().join("act.txt"), act).expect("it can be written");
    folder
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reglament"));
    command.current_dir(folder).args(["--lang", "en", "coverage"]).args(args);
    command.output().expect("the program can be run")
}

fn said(output: &Output) -> String {
    let code = output.status.code().unwrap_or(-1);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    format!("exit {code}\n{}{}", text(&output.stderr), text(&output.stdout))
}

#[test]
fn a_regulation_is_held_against_its_act() {
    let folder = project(REGULATION);
    let none = said(&run(folder.path(), &["town.fence"]));
    assert!(none.starts_with("exit 2\n") && none.contains("--write"), "{none}");
    let mut told = said(&run(folder.path(), &["town.fence", "act.txt"]));
    assert!(!folder.path().join("town/fence.clauses").exists(), "nothing is written unasked");
    told += "\n=== written\n";
    told += &said(&run(folder.path(), &["town.fence", "act.txt", "--write"]))
        .lines()
        .take(3)
        .collect::<Vec<_>>()
        .join("\n");
    let kept = fs::read_to_string(folder.path().join("town/fence.clauses")).expect("the inventory is written");
    told += &format!("\n{kept}");
    let act = fs::read_to_string(folder.path().join("act.txt")).expect("it is there");
    let amended = act.replace("3 (три)", "4 (четыре)").replace("5. Справки даются по телефону.\n", "");
    fs::write(folder.path().join("act.txt"), amended).expect("it can be written");
    told += "\n=== amended\n";
    told += &said(&run(folder.path(), &["town.fence", "act.txt"]));
    told += "\n=== all\n";
    told += &said(&run(folder.path(), &[]));
    insta::assert_snapshot!("coverage", told);
}

#[test]
fn programs_are_told_the_same() {
    let folder = project(REGULATION);
    run(folder.path(), &["town.fence", "act.txt", "--write"]);
    let output = run(folder.path(), &["town.fence", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json["summary"]["missing"], 5);
    assert_eq!(json["clauses"][0]["clause"], "1");
    assert_eq!(json["findings"][0]["code"], "clause-not-carried");
    assert_eq!(json["part"]["of"], 1);
}

#[test]
fn a_whole_regulation_is_clean() {
    let regulation = REGULATION.replace(
        "    omits",
        "    organisation office clause 1\n    offers counter clause 1.1\n    omits clause 5, A1, 1/2 \"forms\"\n    omits",
    );
    let folder = project(&regulation);
    run(folder.path(), &["town.fence", "act.txt", "--write"]);
    // A number that the act passes over is a warning, and fails nothing.
    let output = said(&run(folder.path(), &["town.fence"]));
    assert!(output.starts_with("exit 0\n") && output.contains("clause-number-skipped"), "{output}");
}
