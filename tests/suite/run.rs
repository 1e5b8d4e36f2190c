//! `run`, `documents`, `compile` and `schema` as somebody calls them: the answers, the refusals, the exit codes.

use super::cli::reglament;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Output;

const CASE: [&str; 6] =
    ["run", "north-kazakhstan.change-purpose", "--channel", "office", "--filed", "2018-03-05T10:00"];
const FACTS: [&str; 8] = [
    "--set",
    "documents-complete=yes",
    "--set",
    "location=inside-settlement",
    "--set",
    "purpose=construction",
    "--set",
    "ground-for-refusal=absent",
];

fn call(args: &[&str]) -> Output {
    reglament(args, &Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations"))
}

fn exit(args: &[&str]) -> (i32, String, String) {
    let output = call(args);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().expect("an exit code"), text(&output.stdout), text(&output.stderr))
}

fn answer(args: &[&str]) -> Value {
    let (code, out, err) = exit(&[args, &["--format", "json"]].concat());
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).expect("JSON")
}

fn step<'a>(report: &'a Value, name: &str) -> &'a Value {
    let steps = report["steps"].as_array().expect("a list of steps");
    steps.iter().find(|step| step["step"] == name).unwrap_or_else(|| panic!("no step {name}"))
}

#[test]
fn a_case_is_laid_out_with_its_reasons() {
    let report = answer(&[&CASE[..], &FACTS].concat());
    // 30 calendar days after 5 March 2018 are 4 April.
    assert_eq!((&report["counted_as_filed"], &report["due"]), (&json!("2018-03-05T10:00"), &json!("2018-04-04T18:30")));
    assert_eq!((&report["outcome"], &report["projected"]), (&json!("granted"), &json!(false)));
    let assign = step(&report, "assign");
    assert_eq!((&assign["actor"], &assign["status"]), (&json!("head"), &json!("due")));
    assert_eq!((&assign["from"], &assign["due"]), (&json!("2018-03-05T10:15"), &json!("2018-03-08T18:30")));
    assert_eq!(assign["why"], json!(["3 calendar days from the arrival of the file; clause 9.2, 6.2"]));
    assert_eq!(step(&report, "refuse")["status"], "skipped");
    assert_eq!(step(&report, "plan-approval")["status"], "waiting");
    assert_eq!(step(&report, "prepare")["from"], step(&report, "plan-approval")["from"]);
}

#[test]
fn days_that_are_passed_over_are_told_with_their_reason() {
    let case = ["run", "mangystau.farmland-kind", "--filed", "2018-03-19T17:45", "--set", "documents-complete=yes"];
    let report = answer(&case);
    // The close of 22 March is that of a usual day, and 15 minutes of work begin on Monday the 26th.
    assert_eq!(step(&report, "assign")["due"], "2018-03-26T09:15");
    let why = step(&report, "assign")["why"].to_string();
    assert!(
        why.contains("22 March 2018 is not counted: Nauryz") && why.contains("24 March 2018 is not counted: weekend")
    );
    assert_eq!(report["counted_as_filed"], "2018-03-20T09:00");
    assert_eq!(report["due"], Value::Null);
    let (_, russian, _) = exit(&[&case[..], &["--lang", "ru"]].concat());
    assert!(russian.contains("23 марта 2018 года не считается: Наурыз мейрамы"), "{russian}");
}

#[test]
fn what_is_not_known_is_listed_with_its_values() {
    let (code, out, err) = exit(&[&CASE[..], &["--format", "json"]].concat());
    assert_eq!(code, 1);
    assert!(err.contains("--set documents-complete=yes   --set documents-complete=no"), "{err}");
    assert!(err.contains("--set purpose=other   --set purpose=construction"), "{err}");
    let out: Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(out["missing"][0]["fact"], "documents-complete");
    let documents = ["documents", "north-kazakhstan.change-purpose", "--channel", "office"];
    let (code, _, err) = exit(&documents);
    assert_eq!((code, err.contains("purchase-needed=yes")), (1, true), "{err}");
}

fn events(folder: &Path, events: &Value) -> String {
    let path = folder.join("events.json");
    std::fs::write(&path, events.to_string()).expect("the file is written");
    path.display().to_string()
}

#[test]
fn a_running_case_shows_what_is_done_due_late_and_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = events(
        folder.path(),
        &json!([
            { "event": "done", "step": "register", "at": "2018-03-05T10:10" },
            { "event": "done", "step": "assign", "at": "2018-03-12T10:00" },
            { "event": "done", "step": "appoint", "at": "2018-03-21T10:00" }
        ]),
    );
    let told = ["--events", path.as_str()];
    let running = answer(&[&CASE[..], &FACTS, &told, &["--until", "2018-03-20T09:00"]].concat());
    let register = step(&running, "register");
    assert_eq!((&register["status"], &register["done"]), (&json!("done"), &json!("2018-03-05T10:10")));
    let assign = step(&running, "assign");
    assert_eq!((&assign["status"], &assign["late"]), (&json!("done"), &json!(true)));
    // Two calendar days from Monday the 12th; on the 20th it is overdue, and what follows cannot begin before.
    let appoint = step(&running, "appoint");
    assert_eq!((&appoint["status"], &appoint["due"]), (&json!("late"), &json!("2018-03-14T18:30")));
    assert_eq!(step(&running, "check")["from"], "2018-03-20T09:00");
    assert_eq!(running["next"], json!(["check"]));
    let later = answer(&[&CASE[..], &FACTS, &told].concat());
    assert_eq!(step(&later, "appoint")["status"], "done");
}

#[test]
fn events_that_cannot_be_are_refused_with_their_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |list: Value| {
        let path = events(folder.path(), &list);
        let (code, out, err) = exit(&[&CASE[..], &FACTS, &["--events", path.as_str()]].concat());
        assert!(out.is_empty(), "{out}");
        (code, err)
    };
    let (code, err) = run(json!([{ "event": "done", "step": "sign", "at": "2018-03-05T11:00" }]));
    assert_eq!(code, 1);
    assert!(err.contains("event 1") && err.contains("the file is not at `sign`: it is at `register`"), "{err}");
    let (code, err) = run(json!([{ "event": "arrived", "step": "register", "at": "2018-03-05T11:00" }]));
    assert!(code == 1 && err.contains("write `done`"), "{err}");
    let (code, err) = run(json!([{ "event": "vanished", "at": "2018-03-05T11:00" }]));
    assert!(code == 1 && err.contains("is no list of events"), "{err}");
    let (code, _, _) = exit(&[&CASE[..], &["--events", "nowhere.json"]].concat());
    assert_eq!(code, 2);
}

#[test]
fn a_wrong_call_says_what_there_is() {
    let with = |more: &[&str]| exit(&[&["run", "north-kazakhstan.change-purpose"][..], more].concat());
    let filed = ["--filed", "2018-03-05T10:00"];
    for (more, said) in [
        (&[&filed[..], &["--channel", "post"]].concat()[..], "`office`"),
        (&filed[..], "--channel"),
        (&["--channel", "office", "--filed", "yesterday"][..], "2018-03-05T10:00"),
        (&[&filed[..], &["--channel", "office", "--set", "documents-complete=perhaps"]].concat()[..], "`yes`"),
        (&[&filed[..], &["--channel", "office", "--set", "weather=fine"]].concat()[..], "documents-complete"),
        (&[&filed[..], &["--channel", "office", "--set", "documents-complete"]].concat()[..], "="),
    ] {
        let (code, out, err) = with(more);
        assert_eq!((code, out.as_str()), (2, ""), "{more:?}: {err}");
        assert!(err.contains(said), "{more:?}: {err}");
    }
    let (code, _, err) = with(&["--channel", "office", "--filed", "1999-01-04T10:00"]);
    assert!(code == 1 && err.contains("1999"), "{code} {err}");
    assert_eq!(exit(&["run", "nowhere.nothing", "--filed", "2018-03-05T10:00"]).0, 2);
}

#[test]
fn the_due_dates_go_into_a_calendar() {
    let ics = || exit(&[&CASE[..], &FACTS, &["--to", "ics", "--lang", "kk"]].concat());
    let (code, text, _) = ics();
    assert_eq!(code, 0);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "a line is too long");
    let unfolded = text.replace("\r\n ", "");
    assert!(unfolded.contains("\r\nDTSTART:20180308T183000\r\n"), "{unfolded}");
    let field = |name: &str| unfolded.lines().filter(|line| line.starts_with(name)).count();
    let uids: std::collections::BTreeSet<&str> = unfolded.lines().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!((field("BEGIN:VEVENT"), uids.len()), (field("DTSTAMP:"), field("DTSTART:")));
    assert!(field("BEGIN:VEVENT") >= 6);
    assert_eq!(ics().1, text, "the same case gives the same bytes");
}

#[test]
fn documents_are_required_or_not_and_why() {
    let ask = |needed: &str| {
        let set = format!("purchase-needed={needed}");
        answer(&["documents", "north-kazakhstan.change-purpose", "--channel", "office", "--set", &set])
    };
    let of = |report: &Value, name: &str| {
        let all = report["documents"].as_array().expect("a list").clone();
        all.into_iter().find(|it| it["document"] == name).expect("the document")
    };
    let (yes, no) = (ask("yes"), ask("no"));
    assert_eq!(of(&yes, "cadastral-value-act")["required"], true);
    assert_eq!(of(&no, "cadastral-value-act")["required"], false);
    assert_eq!(of(&no, "application")["required"], true);
    let why = of(&yes, "cadastral-value-act")["why"].to_string();
    assert!(why.contains("clause 5.3") && why.contains("purchase-needed = yes"), "{why}");
    let (_, text, _) =
        exit(&["documents", "north-kazakhstan.change-purpose", "--channel", "office", "--set", "purchase-needed=no"]);
    assert!(text.contains("not required: ") && text.contains("required: "), "{text}");
}

#[test]
fn compiled_rules_are_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("rules.json");
    let path = file.display().to_string();
    let (code, out, _) = exit(&["compile"]);
    assert_eq!(code, 0);
    assert_eq!(exit(&["compile", "--output", &path]).0, 0);
    assert_eq!(std::fs::read_to_string(&file).expect("the file"), out);
    assert_eq!(exit(&["compile", "--binary"]).0, 2);
    assert_eq!(exit(&["compile", "--binary", "--output", &path]).0, 0);
    let rules = reglament::artifact::Artifact::load(&std::fs::read(&file).expect("the file")).expect("rules");
    assert_eq!(rules.to_json(), out);
    let broken = folder.path().join("broken.reglament");
    std::fs::write(&broken, "regulation a.b {\n").expect("the file is written");
    let (code, out, err) = exit(&["compile", &broken.display().to_string()]);
    assert_eq!((code, out.as_str()), (1, ""), "{err}");
    let (code, schema, _) = exit(&["schema"]);
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    assert_eq!((code, schema["title"].as_str()), (0, Some("Artifact")));
}
