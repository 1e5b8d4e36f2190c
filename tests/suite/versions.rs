//! Versions of one act: which is in force when, what is proved of each, and that no filing minute is judged twice or not
//! at all. The projects stand in `tests/cases/versions/`.

use crate::cli::reglament;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use reglament::model::{Force, succession};
use serde_json::Value;
use std::path::PathBuf;

fn project(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/versions").join(name)
}

fn said(args: &[&str]) -> String {
    let output = reglament(args, &project("fence"));
    format!(
        "$ reglament {}\n{}{}exit {}\n\n",
        args.join(" "),
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
        output.status.code().expect("an exit code")
    )
}

fn proved(args: &[&str]) -> Value {
    let args: Vec<&str> = ["prove", "town.fence", "--format", "json"].iter().chain(args).copied().collect();
    serde_json::from_slice(&reglament(&args, &project("fence")).stdout).expect("JSON")
}

#[test]
fn each_version_is_told_by_its_days() {
    let told: String = [
        &["check"][..],
        &["check", "--in-force-on", "2015-12-31"],
        &["check", "--in-force-on", "2018-12-31"],
        &["check", "--in-force-on", "2019-01-01"],
        &["prove", "town.fence", "--in-force-on", "2018-07-01"],
        &["prove", "town.fence@2018-06-30"],
        &["prove", "town.fence", "--in-force-on", "2012-01-01"],
        &["prove", "town.fence", "--certificate", "no.json"],
        &["overview", "--format", "md"],
    ]
    .into_iter()
    .map(said)
    .collect();
    insta::with_settings!({ snapshot_path => "../cases/versions", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("fence", told);
    });
}

#[test]
fn every_filing_minute_falls_under_one_version() {
    let all = proved(&[]);
    let versions = all["versions"].as_array().expect("several versions");
    let starts: u64 = versions.iter().map(|it| it["terms"][0]["starts"].as_u64().expect("a count")).sum();
    assert_eq!(starts, 5_260_320, "ten years");
    let days: Vec<(&str, &str)> = versions
        .iter()
        .map(|it| (it["horizon"]["from"].as_str().expect("a day"), it["horizon"]["to"].as_str().expect("a day")))
        .collect();
    assert_eq!(days, [("2016-01-01", "2018-06-30"), ("2018-07-01", "2018-12-31"), ("2019-01-01", "2025-12-31")]);
}

#[test]
fn a_case_is_judged_under_the_version_of_its_filing() {
    // Filed on the last day of the old version, it is decided within the eight days of that version, long into the new.
    let last = proved(&["--in-force-on", "2018-06-30", "--from", "2018-06-29", "--to", "2018-06-29"]);
    assert_eq!(last["terms"][0]["worst"]["finished"], "2018-07-16T09:15");
    assert_eq!(last["terms"][0]["term"]["quantity"], 10);
    let first = proved(&["--in-force-on", "2018-07-01", "--from", "2018-07-02", "--to", "2018-07-02"]);
    assert_eq!(first["terms"][0]["worst"]["finished"], "2018-07-12T09:15");
}

#[test]
fn a_version_outside_the_horizon_is_asked_about_its_own_days() {
    let old = proved(&["--in-force-on", "2018-08-01", "--from", "2020-01-01"]);
    assert_eq!(old["horizon"], serde_json::json!({ "from": "2018-07-01", "to": "2018-12-31" }));
}

fn day(number: u64) -> NaiveDate {
    NaiveDate::default() + Days::new(number)
}

fn forces() -> impl Strategy<Value = Vec<Force>> {
    let own = (0..60u64, proptest::option::of(0..20u64), any::<bool>());
    proptest::collection::vec(own, 1..6).prop_map(|all| {
        let mut forces: Vec<Force> = Vec::new();
        for (from, length, open) in all {
            let first = forces.is_empty() && open;
            let until = length.map(|length| day(from + length));
            let from = (!first).then(|| day(from));
            if forces.iter().all(|force| force.from != from) {
                forces.push(Force { from, until });
            }
        }
        forces
    })
}

proptest! {
    #[test]
    fn versions_follow_one_another(own in forces()) {
        let actual = succession(&own);
        for at in (0..90).map(day) {
            let said = own.iter().filter(|force| force.holds_on(at)).count();
            let counts = actual.iter().filter(|force| force.holds_on(at)).count();
            prop_assert!(counts <= 1, "{at}: {actual:?}");
            // A day that a text has is lost only to a later text.
            let later = own.iter().filter_map(|force| force.from).any(|from| {
                from <= at && own.iter().any(|force| force.holds_on(at) && force.from.is_none_or(|own| own < from))
            });
            prop_assert!(counts == 1 || said == 0 || later, "{at}: {own:?} {actual:?}");
        }
    }
}
