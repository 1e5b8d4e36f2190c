//! What continuous integration reads of a check: SARIF, JUnit, workflow annotations, and a baseline of known findings.

use super::cli::reglament;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// A fact that nothing asks for, which is a warning, and two clauses that give a step other limits, which is an error.
const TEXT: &str = "fact complete \"is it complete\"\nchannel office \"office\"\norganisation akimat \"the akimat\"\nactor clerk \"a clerk, 100% of the time\" organisation akimat\n\
    regulation town.fence {\n    title \"A fence\"\n}\nprocedure via office {\n    \
    step register by clerk limit 15 minutes clause 5.1 (limit 1 hour), 6 \"registers\"\n    end done granted \"done\"\n}\n";

const FILE: &str = "Қостанай облысы/жер: су, 100%.reglament";

fn project(text: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), text);
    folder
}

fn write(folder: &Path, text: &str) {
    fs::create_dir_all(folder.join("Қостанай облысы")).expect("the folder is made");
    fs::write(folder.join(FILE), text).expect("the file is written");
    fs::write(folder.join("reglament.toml"), "").expect("the file is written");
}

fn told(args: &[&str], folder: &Path) -> (Option<i32>, String) {
    let output = reglament(args, folder);
    let text = String::from_utf8(output.stdout).expect("UTF-8") + &String::from_utf8_lossy(&output.stderr);
    (output.status.code(), text)
}

fn json(args: &[&str], folder: &Path) -> Value {
    let (_, text) = told(args, folder);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("no JSON ({error}): {text}"))
}

fn results(log: &Value) -> &Vec<Value> {
    log["runs"][0]["results"].as_array().expect("a list")
}

/// Whatever `check --format json` tells is in the log: every finding, every place, every rule with its page.
#[test]
fn sarif_tells_what_json_tells() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    let (report, log) = (json(&["check", "--format", "json"], &corpus), json(&["check", "--format", "sarif"], &corpus));
    let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("a list");
    let findings = report["findings"].as_array().expect("a list");
    assert!(findings.len() > 3 && findings.len() == results(&log).len());
    for (finding, result) in findings.iter().zip(results(&log)) {
        let rule = &rules[result["ruleIndex"].as_u64().expect("an index") as usize];
        assert_eq!(
            (&result["ruleId"], &rule["id"], &result["level"]),
            (&finding["code"], &finding["code"], &finding["severity"])
        );
        assert!(rule["help"]["markdown"].as_str().expect("a page").contains("```reglament\n"));
        let related = result["relatedLocations"].as_array().expect("a list");
        let places: Vec<&Value> = result["locations"].as_array().expect("a list").iter().chain(related).collect();
        let labels = finding["labels"].as_array().expect("a list");
        assert_eq!(places.len(), labels.len());
        for (place, label) in places.iter().zip(labels) {
            let region = &place["physicalLocation"]["region"];
            let said = [&region["startLine"], &region["startColumn"], &region["endLine"], &region["endColumn"]];
            assert_eq!(said, [&label["line"], &label["column"], &label["end_line"], &label["end_column"]]);
            assert_eq!(
                (&place["message"]["text"], &place["properties"]["clauses"]),
                (&label["message"], &label["clauses"])
            );
        }
        assert_eq!(result["suppressions"].is_array(), finding["expected"] == true, "{finding}");
        if finding["expected"] == true {
            assert_eq!(result["suppressions"][0]["kind"], "inSource");
            assert_eq!(result["suppressions"][0]["justification"], finding["reason"]);
        }
    }
    assert!(findings.iter().any(|finding| finding["expected"] == true && finding["reason"].is_string()));
}

#[test]
fn a_path_in_a_log_is_a_uri_and_the_bytes_are_the_same_from_anywhere() {
    let folder = project(TEXT);
    let log = json(&["check", "--format", "sarif"], folder.path());
    let uri = &results(&log)[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(
        uri.as_str(),
        Some(
            "%D2%9A%D0%BE%D1%81%D1%82%D0%B0%D0%BD%D0%B0%D0%B9%20%D0%BE%D0%B1%D0%BB%D1%8B%D1%81%D1%8B/%D0%B6%D0%B5%D1%80%3A%20%D1%81%D1%83%2C%20100%25.reglament"
        )
    );
    let again = Command::new(env!("CARGO_BIN_EXE_reglament"))
        .args(["check", "--format", "sarif"])
        .current_dir(folder.path())
        .env("LC_ALL", "kk_KZ.UTF-8")
        .output()
        .expect("the command starts");
    assert_eq!(serde_json::from_slice::<Value>(&again.stdout).expect("JSON"), log);
    let prints = |log: &Value| results(log).iter().map(|one| one["partialFingerprints"].clone()).collect::<Vec<_>>();
    let inside = json(&["check", "..", "--format", "sarif"], &folder.path().join("Қостанай облысы"));
    assert_eq!(prints(&inside), prints(&log), "whatever folder it is called from");
}

#[test]
fn annotations_escape_what_has_a_meaning() {
    let folder = project(TEXT);
    let (exit, text) = told(&["check", "--format", "github"], folder.path());
    assert_eq!(exit, Some(1));
    let line = text.lines().find(|line| line.contains("title=limit-differs-between-clauses")).expect("the finding");
    assert!(line.starts_with("::error file=Қостанай облысы/жер%3A су%2C 100%25.reglament,line=9,col="), "{line}");
    let (_, message) = line.rsplit_once("title=limit-differs-between-clauses::").expect("the message");
    assert!(message.contains("%0A") && message.contains("жер: су, 100%25.reglament:9:"), "{message}");
    let commands = text.lines().filter(|line| line.starts_with("::")).count();
    assert_eq!(commands + 1, text.lines().count(), "each finding is one line, and the summary one: {text}");
}

#[test]
fn a_junit_report_counts_what_fails() {
    let folder = project(TEXT);
    let counts = |args: &[&str]| {
        let (exit, text) = told(&[&["check", "--format", "junit"], args].concat(), folder.path());
        let tree = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        let count = |tag: &str| tree.descendants().filter(|node| node.has_tag_name(tag)).count();
        let root = tree.root_element();
        assert_eq!(root.attribute("failures"), Some(count("failure").to_string().as_str()));
        assert_eq!(root.attribute("tests"), Some(count("testcase").to_string().as_str()));
        let files: Vec<_> = tree.descendants().filter_map(|node| node.attribute("file")).collect();
        assert!(files.contains(&FILE), "{text}");
        (exit, count("failure"), count("system-out"))
    };
    let warnings =
        json(&["check", "--format", "json"], folder.path())["summary"]["warnings"].as_u64().expect("a count");
    assert!(warnings > 0);
    let (exit, usual, noted) = counts(&[]);
    assert_eq!(exit, Some(1));
    let (_, denied, passed) = counts(&["--deny", "warnings"]);
    assert_eq!((denied - usual, noted - passed), (warnings as usize, warnings as usize));
    fs::write(folder.path().join(FILE), "organisation akimat \"the akimat\"\n").expect("written");
    let (exit, text) = told(&["check", "--format", "junit"], folder.path());
    assert_eq!(exit, Some(0));
    assert!(
        text.contains("<testcase name=\"check\" classname=\"Қостанай облысы/жер: су, 100%.reglament\"/>"),
        "{text}"
    );
}

#[test]
fn a_baseline_knows_old_findings_fails_new_ones_and_tells_vanished_ones() {
    let folder = project(TEXT);
    let here = folder.path();
    let hold =
        |more: &[&str]| told(&[&["check", "--deny", "warnings", "--baseline", "белгілі.json"], more].concat(), here);
    assert_eq!(hold(&[]).0, Some(2), "there is none yet");
    let (exit, text) = hold(&["--record"]);
    assert_eq!(exit, Some(0), "{text}");
    assert!(
        text.contains("known error[limit-differs-between-clauses]") && text.contains("recorded in `белгілі.json`"),
        "{text}"
    );
    let recorded = fs::read_to_string(here.join("белгілі.json")).expect("it is written");
    assert_eq!(hold(&[]).0, Some(0));

    // Lines moved, and spaces: the same findings.
    write(here, &format!("// a comment\n\n{}", TEXT.replace("step register by clerk", "step register  by  clerk")));
    let (exit, text) = hold(&[]);
    assert_eq!((exit, text.contains("no longer found")), (Some(0), false), "{text}");
    hold(&["--record"]);
    assert_eq!(fs::read_to_string(here.join("белгілі.json")).expect("it is written"), recorded, "the same bytes");

    // A second one like it is new; in every format it is the only one that fails.
    let two = TEXT.replace(
        "    end done",
        "    step sign by clerk limit 15 minutes clause 5.2 (limit 2 hours), 7 \"signs\"\n    end done",
    );
    write(here, &two);
    assert_eq!(hold(&[]).0, Some(1));
    let report: Value = serde_json::from_str(&hold(&["--format", "json"]).1).expect("JSON");
    assert_eq!(report["summary"]["errors"], 1, "{report}");
    let log: Value = serde_json::from_str(&hold(&["--format", "sarif"]).1).expect("JSON");
    let new = results(&log).iter().filter(|one| one["baselineState"] == "new" && one["suppressions"].is_null()).count();
    assert_eq!(
        new as u64,
        report["summary"]["errors"].as_u64().unwrap()
            + report["summary"]["warnings"].as_u64().unwrap()
            + report["summary"]["notes"].as_u64().unwrap()
    );
    assert_eq!(hold(&["--format", "github"]).1.matches("::error ").count(), 1);

    // What is put right is told, and does not fail; recording takes it out.
    write(here, &TEXT.replace("5.1 (limit 1 hour)", "5.1"));
    let (exit, text) = hold(&[]);
    assert_eq!(exit, Some(0), "{text}");
    assert!(
        text.contains("no longer found: limit-differs-between-clauses (")
            && text.contains(" in `Қостанай облысы/жер: су, 100%.reglament`"),
        "{text}"
    );
    assert!(hold(&["--format", "json"]).1.contains("\"vanished\": [\n"));
    // A text that cannot be read whole hides findings: nobody knows whether they are gone.
    write(here, &TEXT.replace("limit 15 minutes clause 5.1 (limit 1 hour), 6", "limit ??? clause 5.1"));
    assert!(!hold(&[]).1.contains("no longer found"));
    write(here, &TEXT.replace("5.1 (limit 1 hour)", "5.1"));
    hold(&["--record"]);
    assert!(!fs::read_to_string(here.join("белгілі.json")).expect("it is written").contains("limit-differs"));
}

#[test]
fn a_file_that_is_no_baseline_is_said_and_never_written_over() {
    let folder = project(TEXT);
    for text in ["organisation akimat", "{\"baseline\": 2, \"findings\": []}", ""] {
        fs::write(folder.path().join("notes.txt"), text).expect("written");
        for more in [&["--record"][..], &[]] {
            let args = [&["check", "--baseline", "notes.txt"], more].concat();
            let (exit, said) = told(&args, folder.path());
            assert_eq!(exit, Some(2), "{said}");
            assert!(said.contains("`notes.txt` is no baseline"), "{said}");
        }
        assert_eq!(fs::read_to_string(folder.path().join("notes.txt")).expect("it is there"), text);
    }
    assert_eq!(told(&["check", "--record"], folder.path()).0, Some(2), "--record needs a file");
    assert_eq!(told(&["check", "--baseline", ".", "--record"], folder.path()).0, Some(2));
}
