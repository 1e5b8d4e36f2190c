//! The command as a user calls it: exit codes, bad files, bad paths, and a disk that is full.

use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const FINE: &str = "organisation akimat \"the district akimat\"\n";

/// The command, run in `folder` as somebody whose locale says nothing.
pub(super) fn reglament(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_reglament"))
        .args(args)
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C")
        .stdin(Stdio::null())
        .output()
        .expect("the command starts")
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder is made");
        fs::write(path, bytes).expect("the file is written");
    }
    folder
}

/// The exit code, and each finding's code with the line and column of its first place.
fn check(files: &[(&str, &[u8])]) -> (i32, Vec<(String, u64, u64)>) {
    let folder = folder(files);
    let output = reglament(&["check", ".", "--format", "json"], folder.path());
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!(
            "no JSON ({error}): {} {}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        )
    });
    let place = |finding: &Value, name: &str| finding["labels"][0][name].as_u64().unwrap_or(0);
    let findings = report["findings"].as_array().expect("a list").iter();
    let findings = findings
        .map(|finding| {
            let code = finding["code"].as_str().expect("a code").to_owned();
            (code, place(finding, "line"), place(finding, "column"))
        })
        .collect();
    (output.status.code().expect("an exit code"), findings)
}

fn one(code: &str, line: u64, column: u64) -> (i32, Vec<(String, u64, u64)>) {
    (1, vec![(code.to_owned(), line, column)])
}

fn clean() -> (i32, Vec<(String, u64, u64)>) {
    (0, Vec::new())
}

#[test]
fn nothing_wrong_is_exit_0() {
    assert_eq!(check(&[("a.reglament", FINE.as_bytes())]), clean());
}

#[test]
fn an_empty_file_and_an_empty_folder_are_fine() {
    assert_eq!(check(&[("a.reglament", b"")]), clean());
    assert_eq!(check(&[("a.reglament", b"\n\n   \n// nothing yet\n")]), clean());
    assert_eq!(check(&[]), clean());
}

#[test]
fn a_byte_order_mark_and_carriage_returns_are_fine() {
    let text = format!("\u{feff}{}", FINE.replace('\n', "\r\n"));
    assert_eq!(check(&[("a.reglament", text.as_bytes())]), clean());
}

#[test]
fn columns_are_right_behind_a_byte_order_mark_and_carriage_returns() {
    let text = "\u{feff}// бір\r\nұйым әкімдік \"аудан әкімдігі\" қате\r\n";
    assert_eq!(check(&[("a.reglament", text.as_bytes())]), one("unknown-word", 2, 31));
}

#[test]
fn a_zero_byte_is_no_text() {
    assert_eq!(check(&[("a.reglament", b"organisation a\n\"x\0\"")]), one("binary-file", 2, 3));
}

#[test]
fn another_encoding_is_named_at_its_first_byte() {
    assert_eq!(check(&[("a.reglament", b"// \xea\xe0\xe7")]), one("invalid-utf8", 1, 4));
}

#[test]
fn a_file_over_16_mib_is_not_attempted() {
    let mut bytes = FINE.as_bytes().to_vec();
    bytes.resize(16 * 1024 * 1024 + 1, b' ');
    assert_eq!(check(&[("a.reglament", &bytes)]), one("file-too-large", 1, 1));
}

#[test]
fn a_file_of_almost_16_mib_is_read() {
    let mut bytes = FINE.as_bytes().to_vec();
    while bytes.len() < 15 * 1024 * 1024 {
        bytes.extend_from_slice("// түсініктеме\n".as_bytes());
    }
    assert_eq!(check(&[("a.reglament", &bytes)]), clean());
}

#[test]
fn one_bad_file_does_not_hide_another() {
    let (exit, findings) = check(&[("a.reglament", b"\xff"), ("b.reglament", b"orgnisation x \"y\"\n")]);
    let codes: Vec<&str> = findings.iter().map(|(code, _, _)| code.as_str()).collect();
    assert_eq!((exit, codes), (1, vec!["invalid-utf8", "unknown-word"]));
}

#[test]
fn paths_with_cyrillic_letters_spaces_and_backslashes() {
    let user = "use \"ортақ файлдар\\ұйымдар\"\nactor clerk organisation akimat \"clerk\"\n";
    let files = [("ортақ файлдар/ұйымдар.reglament", FINE.as_bytes()), ("a.reglament", user.as_bytes())];
    assert_eq!(check(&files), clean());
}

#[test]
fn an_import_out_of_the_project_is_not_followed() {
    for path in ["../secret", "/etc/passwd", "..\\secret", "C:\\secret", "a/../../secret"] {
        let text = format!("use \"{path}\"\n");
        assert_eq!(check(&[("a.reglament", text.as_bytes())]), one("import-outside-project", 1, 5), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_project_is_not_followed() {
    let outside = folder(&[("secret.reglament", FINE.as_bytes())]);
    let inside = folder(&[("reglament.toml", b"name = \"x\"\n"), ("a.reglament", b"use secret\n")]);
    std::os::unix::fs::symlink(outside.path().join("secret.reglament"), inside.path().join("secret.reglament"))
        .expect("the link is made");
    let output = reglament(&["check", "a.reglament", "--format", "json"], inside.path());
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains("import-outside-project"), "{text}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_links_to_itself_is_walked_once() {
    let folder = folder(&[("a/b.reglament", FINE.as_bytes())]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("a/loop")).expect("the link is made");
    let output = reglament(&["check", "."], folder.path());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_missing_import_names_its_place() {
    assert_eq!(check(&[("a.reglament", b"use actors.lnad\n")]), one("missing-import", 1, 5));
}

#[test]
fn two_files_may_use_each_other_only_one_way() {
    let (exit, findings) = check(&[("a.reglament", b"use b\n"), ("b.reglament", b"use a\n")]);
    assert_eq!(exit, 1);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].0, "import-cycle");
}

#[test]
fn nesting_over_64_is_found_before_the_parser_runs() {
    let deep = |levels: usize| {
        format!("standard a.b {{\n    term 3 working days when {}x{}\n}}\n", "(".repeat(levels), ")".repeat(levels))
    };
    let (exit, findings) = check(&[("a.reglament", deep(100_000).as_bytes())]);
    assert_eq!((exit, findings.len()), (1, 1), "{findings:?}");
    assert_eq!(findings[0].0, "nesting-too-deep");
}

#[test]
fn a_wrong_call_is_exit_2() {
    let folder = folder(&[]);
    for args in [&["check", "nowhere"][..], &["chek"], &["check", "--format", "xml"], &[]] {
        let output = reglament(args, folder.path());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
        assert!(!output.stderr.is_empty(), "{args:?}");
    }
}

#[test]
fn warnings_fail_where_they_are_denied() {
    let text = "fact complete \"is it complete\"\nchannel office \"office\"\nactor clerk \"clerk\"\nregulation a.b {\n    title \"b\"\n}\n\
                procedure via office {\n    step register by clerk \"registers\"\n    end done granted \"done\"\n}\n";
    let folder = folder(&[("a.reglament", text.as_bytes())]);
    let usual = reglament(&["check", ".", "--format", "json"], folder.path());
    let denied = reglament(&["check", ".", "--deny", "warnings"], folder.path());
    let report: Value = serde_json::from_slice(&usual.stdout).expect("JSON");
    assert_eq!(report["summary"]["warnings"], 1, "{report}");
    assert_eq!((usual.status.code(), denied.status.code()), (Some(0), Some(1)));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_exit_2_and_said() {
    let folder = folder(&[("a.reglament", FINE.as_bytes())]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("the full device");
    let output = Command::new(env!("CARGO_BIN_EXE_reglament"))
        .args(["check", ".", "--format", "json"])
        .current_dir(folder.path())
        .stdout(full)
        .output()
        .expect("the command starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("could not be written"));
}

#[test]
fn machine_output_does_not_depend_on_the_locale() {
    let folder = folder(&[("a.reglament", b"orgnisation x \"y\"\n")]);
    let run = |lang: &str| {
        Command::new(env!("CARGO_BIN_EXE_reglament"))
            .args(["check", ".", "--format", "json"])
            .current_dir(folder.path())
            .env("LC_ALL", lang)
            .output()
            .expect("the command starts")
            .stdout
    };
    assert_eq!(run("kk_KZ.UTF-8"), run("C"));
}

#[test]
fn a_regulation_is_found_from_the_folder_that_holds_its_project() {
    let above = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in [above.to_path_buf(), above.join("regulations"), above.join("regulations/standards")] {
        let output = reglament(&["prove", "rules-2020.land-project", "--format", "json"], &folder);
        let proof: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(
            (output.status.code(), &proof["verdict"]),
            (Some(0), &Value::from("on-time")),
            "{}",
            folder.display()
        );
    }
}

#[test]
fn a_date_that_is_none_is_said_in_the_readers_language_and_a_year_without_data_is_named() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let asked = |option: &str, date: &str| {
        let output = reglament(&["prove", "rules-2020.land-project", option, date, "--lang", "ru"], folder);
        (output.status.code(), String::from_utf8(output.stderr).expect("text"))
    };
    for option in ["--from", "--to", "--known-on"] {
        let (exit, said) = asked(option, "2018-02-30");
        assert_eq!(exit, Some(2), "{option}");
        assert!(said.contains("`2018-02-30` — не дата"), "{option}: {said}");
    }
    for (option, date) in [("--from", "2014-12-31"), ("--to", "2031-01-01")] {
        let (exit, said) = asked(option, date);
        assert_eq!(exit, Some(1), "{option}");
        assert!(said.contains(&date[..4]), "{option}: {said}");
    }
}

#[test]
fn late_is_exit_1_and_the_wait_that_is_named_first_is_the_commission() {
    let output = reglament(
        &["prove", "north-kazakhstan.change-purpose", "--format", "json"],
        Path::new(env!("CARGO_MANIFEST_DIR")),
    );
    let proof: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((output.status.code(), &proof["verdict"]), (Some(1), &Value::from("late")));
    let office = &proof["terms"][0];
    assert_eq!((&office["channel"], &office["verdict"]), (&Value::from("office"), &Value::from("unprovable")));
    assert_eq!(office["wait"]["event"], "commission");
    assert_eq!(office["wait"]["least_promise_without"]["quantity"], 29);
}

/// The table of all regulations: aligned for people, a row a channel for programs; a project with an error is exit 1.
#[test]
fn an_overview_tells_every_channel_and_what_is_wrong() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    let told = reglament(&["overview", "--lang", "ru"], &corpus);
    assert_eq!(told.status.code(), Some(0));
    let told = String::from_utf8(told.stdout).expect("UTF-8");
    let row = told.lines().find(|line| line.starts_with("rules-2020.land-project")).expect("it has a row");
    assert!(row.contains("4 рабочих дня") && row.contains("9 ч 15 мин"), "{row}");
    let told = reglament(&["overview", "--format", "json"], &corpus);
    let told: Value = serde_json::from_slice(&told.stdout).expect("JSON");
    let one = told.as_array().expect("a list").iter().find(|one| one["id"] == "rules-2020.land-project").expect("it");
    assert_eq!(one["verdict"], "on-time");
    assert_eq!(one["terms"][0]["channel"], "portal");
    assert_eq!(one["terms"][0]["least_slack_minutes"], 555);
    let broken = folder(&[("a.reglament", "regulation town.fence {\n    implements no-such.standard\n}\n".as_bytes())]);
    assert_eq!(reglament(&["overview", "."], broken.path()).status.code(), Some(1));
}

/// A certificate is written whole or not at all, and only about the text as it stands.
#[test]
fn a_certificate_is_written_beside_the_answer() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("куәлік.json");
    let name = file.to_str().expect("UTF-8");
    let prove = |more: &[&str]| reglament(&[&["prove", "rules-2020.land-project"], more].concat(), &corpus);
    assert_eq!(prove(&["--certificate", name]).status.code(), Some(0));
    let written: Value = serde_json::from_slice(&fs::read(&file).expect("it is there")).expect("JSON");
    assert_eq!(written["certificate"], 1);
    assert_eq!(written["terms"][0]["least_slack_minutes"], 555);
    let before = fs::read(&file).expect("it is there");
    assert_eq!(prove(&["--certificate", name, "--term", "3 working days"]).status.code(), Some(2));
    assert_eq!(prove(&["--certificate", "/dev/full"]).status.code(), Some(2));
    assert_eq!(prove(&["--certificate", &format!("{name}/inside")]).status.code(), Some(2));
    assert_eq!(fs::read(&file).expect("it is there"), before);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing half-written is left");
}

/// The picture is written beside the answer, whole or not at all, of the channels that are asked for.
#[test]
fn a_picture_of_slack_is_written_beside_the_answer() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("қор.svg");
    let name = file.to_str().expect("UTF-8");
    let prove = |more: &[&str]| {
        let call = ["prove", "north-kazakhstan.change-purpose", "--from", "2019-11-01", "--to", "2019-12-31"];
        reglament(&[&call, more].concat(), &corpus).status.code()
    };
    let written = || fs::read_to_string(&file).expect("it is there");
    assert_eq!(prove(&["--calendar-map", name, "--lang", "ru"]), Some(1));
    let all = written();
    assert!(
        all.contains("канал `corporation`") && all.contains("27 ноября 2019 года: срок нарушен на 9 дней"),
        "{all}"
    );
    assert_eq!(prove(&["--calendar-map", name, "--channel", "portal", "--term", "40 calendar days"]), Some(0));
    let one = written();
    assert!(one.contains("`portal`") && !one.contains("`corporation`") && one.contains("40 calendar days"), "{one}");
    assert_eq!(prove(&["--calendar-map", name, "--channel", "post"]), Some(2));
    assert_eq!(prove(&["--channel", "portal"]), Some(2));
    assert_eq!(prove(&["--calendar-map", "/dev/full"]), Some(2));
    assert_eq!(written(), one);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing half-written is left");
}

/// The reason of an `expect` is no label: it may stand where a statement has none.
#[test]
fn an_abbreviation_may_be_known_to_be_unused() {
    let text = "regulation town.fence {\n    title \"A fence\"\n    abbreviation \"EDS\" means \"a signature\" clause 3 {\n        \
                expect abbreviation-not-used \"3 defines it, and no clause uses it\"\n    }\n}\n";
    let (exit, findings) = check(&[("fence.reglament", text.as_bytes())]);
    let codes: Vec<&str> = findings.iter().map(|(code, ..)| code.as_str()).collect();
    assert_eq!((exit, codes), (0, vec!["regulation-without-procedure", "abbreviation-not-used"]));
}

#[test]
fn late_under_a_calendar_that_may_come_is_exit_1_and_too_many_calendars_are_counted() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let case = "tests/cases/verify/a_calendar_that_may_still_come.reglament";
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(case)).expect("the case is there");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("it can be written");
    write("a.reglament", &text);
    write("reglament.toml", "calendar-rows = \"own.toml\"\n");
    write("own.toml", "[[year]]\nyear = 2027\nprojected = true\n");
    let asked = |more: &[&str]| {
        let days = ["prove", "region.service", "--from", "2027-05-13", "--to", "2027-05-13", "--format", "json"];
        reglament(&[&days, more].concat(), folder.path())
    };
    assert_eq!(asked(&[]).status.code(), Some(0), "by the expected calendar it is on time");
    let output = asked(&["--calendars", "all"]);
    let proof: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let said = (&proof["verdict"], &proof["under_calendars"], &proof["worst_calendar"]["verdict"]);
    assert_eq!(said, (&Value::from("on-time"), &Value::from("some"), &Value::from("late")));
    assert_eq!(output.status.code(), Some(1));
    let draft = |day: u32| {
        let known = "maybe = true, source = \"a draft\", known-since = 2026-01-01";
        format!("{{ date = 2027-06-{day:02}, kind = \"working\", {known} }},\n")
    };
    write("own.toml", &format!("[[year]]\nyear = 2027\nrows = [\n{}]\n", (1..=12).map(draft).collect::<String>()));
    let output = asked(&["--calendars", "all", "--lang", "kk"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("110592"), "27, twelve times doubled");
}

/// A call that can't be understood is said in the reader's language, with what was meant, and ends with 2.
#[test]
fn a_wrong_call_is_said_in_the_readers_language() {
    let folder = folder(&[]);
    let said = |args: &[&str]| {
        let done = reglament(args, folder.path());
        assert_eq!(done.status.code(), Some(2), "{args:?}");
        assert!(done.stdout.is_empty(), "{args:?}");
        String::from_utf8(done.stderr).expect("UTF-8")
    };
    let calls: [&[&str]; 7] = [
        &["prov", "x"],
        &["prove"],
        &["prove", "x", "--al-readings"],
        &["check", "--format", "yaml"],
        &["check", "--format"],
        &["export", "x", "--to", "pdf", "--annex", "many"],
        &["nonsense"],
    ];
    let mut told = String::new();
    for lang in ["kk", "ru", "en"] {
        for call in calls {
            let words: Vec<&str> = ["--lang", lang].into_iter().chain(call.iter().copied()).collect();
            told += &format!("{}\n{}\n", call.join(" "), said(&words));
        }
    }
    insta::assert_snapshot!(told);
}
