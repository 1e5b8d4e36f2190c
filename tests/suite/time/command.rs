//! `reglament calendar`, as people and programs call it: output and exit code of each call, in three languages.

use std::path::Path;
use std::process::Command;

/// Runs the program in an empty folder, so that no project is found. Output, then what was complained of, then the
/// exit code.
fn called(args: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    called_in(folder.path(), args)
}

fn called_in(folder: &Path, args: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_reglament"));
    command.arg("calendar").args(args).current_dir(folder);
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("LANG").env_remove("LANGUAGE");
    let done = command.output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let code = done.status.code().map_or("none".to_owned(), |code| code.to_string());
    format!("$ calendar {}\n{}{}exit {code}\n", args.join(" "), text(&done.stdout), text(&done.stderr))
}

#[test]
fn ends_of_terms() {
    let said = [
        called(&["add", "10 working days", "--from", "2018-03-05T10:00", "--format", "json", "--schedule", "provider"]),
        called(&["add", "30 календарных дней", "--from", "2018-12-14T10:00", "--lang", "ru"]),
        called(&["add", "1 ай", "--from", "2026-11-30T10:00", "--lang", "kk"]),
        called(&["add", "1 working day", "--from", "2020-12-19T10:00", "--schedule", "corporation", "--step"]),
        called(&["add", "10 дней", "--from", "2018-03-05T10:00", "--lang", "ru"]),
        called(&["add", "1 month", "--from", "2018-03-05T10:00", "--reading", "month-rule=law-2000"]),
        called(&["add", "1 working day", "--from", "2018-03-08T10:00", "--known-on", "2017-06-01"]),
    ];
    insta::assert_snapshot!("calendar_add", said.concat());
}

#[test]
fn reasons_of_days() {
    let mut said = String::new();
    for lang in ["en", "ru", "kk"] {
        for day in ["2018-03-08", "2018-03-09", "2018-03-03", "2020-03-24", "2018-03-10", "2018-03-12", "2029-04-24"] {
            said += &called(&["why", day, "--lang", lang]);
        }
        said += &called(&["why", "2020-01-05", "--lang", lang, "--schedule", "corporation"]);
        said += &called(&["days", "2027", "--lang", lang]);
    }
    insta::assert_snapshot!("calendar_why", said);
}

#[test]
fn every_day_of_a_year_for_programs() {
    let said = called(&["days", "2020", "--calendar", "kz", "--format", "json"]);
    let json = said.split_once('\n').and_then(|(_, rest)| rest.strip_suffix("exit 0\n")).expect("it answers");
    let days: Vec<serde_json::Value> = serde_json::from_str(json).expect("it is JSON");
    assert_eq!(days.len(), 366);
    assert!(days.iter().all(|day| day["name"].is_string() && day["source"].is_string()));
    let first = serde_json::to_string_pretty(&days[2]).unwrap();
    insta::assert_snapshot!("calendar_day", first);
}

#[test]
fn what_is_wrong_with_a_call() {
    let from = "--from=2018-03-05T10:00";
    let calls: &[&[&str]] = &[
        &["days", "2014"],
        &["days", "2031"],
        &["days", "soon"],
        &["days", "2020", "--calendar", "ru"],
        &["add", "10 working days"],
        &["add", "ten days", from],
        &["add", "0 days", from],
        &["add", "1000000 years", from],
        &["add", "4000000000 calendar days", from],
        &["add", "1 day", "--from", "2018-02-30T10:00"],
        &["add", "1 day", "--from", "9999-01-01T10:00"],
        &["add", "1 day", from, "--schedule", "nobody"],
        &["add", "1 day", from, "--reading", "roll=never"],
        &["why", "2018-02-30"],
        &["why", "2018-03-05", "--known-on", "yesterday"],
    ];
    let mut said = String::new();
    for call in calls {
        said += &called(call);
    }
    for lang in ["ru", "kk"] {
        said += &called(&["days", "2031", "--lang", lang]);
        said += &called(&["days", "2020", "--calendar", "ru", "--lang", lang]);
        said += &called(&["add", "ten days", from, "--lang", lang]);
    }
    insta::assert_snapshot!("calendar_wrong", said);
}

/// A project's own rows and schedules take part, and what is wrong with its rows is said at its place.
#[test]
fn inside_a_project() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("it can be written");
    write("reglament.toml", "calendar-rows = \"own.toml\"\n");
    write(
        "own.toml",
        "[[year]]\nyear = 2027\nrows = [\n  { date = 2027-03-19, kind = \"moved\", worked = 2027-03-13, \
                       source = \"decree 1\", known-since = 2026-12-20 },\n]\n",
    );
    write(
        "hours.reglament",
        "schedule mornings {\n    open monday-friday 9:00-13:00\n}\norganisation town schedule mornings\n",
    );
    let mut said = called_in(folder.path(), &["why", "2027-03-13"]);
    for schedule in ["mornings", "town"] {
        let call = ["add", "5 hours", "--from", "2018-03-05T10:00", "--schedule", schedule];
        said += &called_in(folder.path(), &call);
    }
    write("own.toml", "[[year]]\nyear = 2040\n");
    said += &called_in(folder.path(), &["why", "2027-03-13"]).replace(&folder.path().display().to_string(), "PROJECT");
    insta::assert_snapshot!("calendar_project", said);
}
