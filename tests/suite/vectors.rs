//! The vectors of `tests/vectors`, through the Rust engine: what every implementation must answer.

use super::artifact::stored;
use reglament::engine::{Case, Event, Filing, Rules};
use reglament_oracle::vectors;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

/// The vectors of a file, with their rules.
fn read(file: &str) -> (Rules, Vec<Value>) {
    let text = std::fs::read_to_string(folder().join(file)).expect("the vectors can be read");
    let mut all: Value = serde_json::from_str(&text).expect("JSON");
    let rules = Rules::load(&stored(all["rules"].as_str().expect("a file of rules"))).expect("rules");
    let Value::Array(vectors) = all["vectors"].take() else { panic!("a list of vectors") };
    (rules, vectors)
}

/// What is wrong with the answers to a vector; nothing, if they are as expected.
fn differences(rules: &Rules, vector: &Value) -> Vec<String> {
    let filing: Filing = serde_json::from_value(vector["case"].clone()).expect("a filing");
    let mut case = match rules.open(filing) {
        Ok(case) => case,
        Err(refusal) => {
            let expected = &vector["expect"]["refused"];
            return if *expected == refusal.code() {
                vec![]
            } else {
                vec![format!("refused: {refusal}, not {expected}")]
            };
        }
    };
    if !vector["expect"]["refused"].is_null() {
        return vec![format!("opened, and not refused as {}", vector["expect"]["refused"])];
    }
    let mut wrong = Vec::new();
    for (place, event) in vector["events"].as_array().expect("a list of events").iter().enumerate() {
        let event: Event = serde_json::from_value(event.clone()).expect("an event");
        let before = case.clone();
        let answer = case.apply(event).map_or_else(|refusal| refusal.code(), |()| "ok");
        let expected = vector["expect"]["answers"].get(place).and_then(Value::as_str).unwrap_or("ok");
        if answer != expected {
            wrong.push(format!("event {place}: {answer}, not {expected}"));
        }
        if answer != "ok" && (case.state(), case.events()) != (before.state(), before.events()) {
            wrong.push(format!("event {place} was refused and changed something"));
        }
    }
    let state = serde_json::to_value(case.state()).expect("JSON");
    compare("state", &vector["expect"]["state"], &state, &mut wrong);
    wrong.extend(replayed(rules, &case));
    wrong
}

/// As far as the expectation goes.
fn compare(place: &str, expected: &Value, is: &Value, wrong: &mut Vec<String>) {
    match (expected, is) {
        (Value::Object(fields), Value::Object(_)) => {
            fields.iter().for_each(|(name, value)| compare(&format!("{place}.{name}"), value, &is[name], wrong));
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            one.iter().zip(other).enumerate().for_each(|(ix, (a, b))| compare(&format!("{place}[{ix}]"), a, b, wrong));
        }
        _ if expected == is => {}
        _ => wrong.push(format!("{place} is {is}, not {expected}")),
    }
}

/// Kept and opened again, in either form of the rules, a case is the same.
fn replayed(rules: &Rules, case: &Case) -> Option<String> {
    let kept = serde_json::to_string(&case.record()).expect("JSON");
    let again = rules.replay(serde_json::from_str(&kept).expect("a record")).ok()?;
    let same = again.state() == case.state() && again.due() == case.due() && again.next() == case.next();
    (!same).then(|| "replayed, it is another case".to_owned())
}

fn all_hold(file: &str) -> usize {
    let (rules, vectors) = read(file);
    let mut names = BTreeSet::new();
    let mut wrong = Vec::new();
    for vector in &vectors {
        let name = vector["name"].as_str().expect("a name");
        assert!(names.insert(name.to_owned()), "{file}: two vectors are called `{name}`");
        wrong.extend(differences(&rules, vector).iter().map(|what| format!("{name}: {what}")));
    }
    assert!(wrong.is_empty(), "{file}:\n{}", wrong.join("\n"));
    vectors.len()
}

#[test]
fn those_worked_out_by_hand() {
    let (_, vectors) = read("by-hand.json");
    let reasoned = vectors.iter().filter(|vector| vector["law"].as_str().is_some_and(|law| !law.is_empty())).count();
    assert!(reasoned >= 40, "only {reasoned} have their reasons beside them");
    assert!(all_hold("by-hand.json") >= 100);
}

#[test]
fn those_that_were_stored() {
    let count: usize = vectors::STORED.iter().map(|(name, _)| all_hold(&format!("generated/{name}"))).sum();
    assert!(count > 400, "only {count} vectors");
}

/// `cargo run -p reglament-oracle -- vectors stored` writes them anew; read the diff before you keep it.
#[test]
fn the_stored_ones_are_those_of_the_rules_beside_them() {
    for (name, rules) in vectors::STORED {
        let made = vectors::file(rules, &vectors::stored(&Rules::load(&stored(rules)).expect("rules")));
        let written = std::fs::read_to_string(folder().join("generated").join(name)).expect("the vectors can be read");
        assert!(made == written, "{name} is of other rules, or of another engine");
    }
}

/// Every regulation, channel and end of the corpus is met, and every event and refusal.
#[test]
fn the_stored_ones_cover_the_corpus() {
    let (rules, corpus) = read("generated/corpus.json");
    let (_, pencil) = read("generated/pencil.json");
    let (_, by_hand) = read("by-hand.json");
    let said = |vectors: &[Value]| vectors.iter().map(Value::to_string).collect::<String>();
    let met = |vector: &Value, regulation: &str, channel: &str, end: &str| {
        let case = &vector["case"];
        case["regulation"] == regulation && case["channel"] == channel && vector["expect"]["state"]["ended_by"] == end
    };
    for regulation in &rules.artifact().regulations {
        for channel in &regulation.channels {
            for end in channel.nodes.iter().filter(|node| node.outcome.is_some()) {
                let reached = corpus.iter().any(|vector| met(vector, &regulation.id, &channel.id, &end.id));
                assert!(reached, "no vector of {} via {} ends in {}", regulation.id, channel.id, end.id);
            }
        }
    }
    let text = said(&corpus) + &said(&pencil) + &said(&by_hand);
    let events = ["done", "decided", "arrived", "learned", "extended", "withdrawn"];
    events.iter().for_each(|event| assert!(text.contains(&format!("\"event\":\"{event}\"")), "no event {event}"));
    for refusal in [
        "already-done",
        "already-extended",
        "beyond-calendar",
        "case-over",
        "fact-settled",
        "no-version",
        "not-under-way",
        "out-of-order",
        "too-early",
        "undecided",
        "unknown-channel",
        "unknown-extension",
        "unknown-fact",
        "unknown-regulation",
        "unknown-step",
        "unknown-value",
        "wrong-event",
    ] {
        assert!(text.contains(&format!("\"{refusal}\"")), "nothing is refused as {refusal}");
    }
}

#[test]
fn fresh_ones_hold_in_the_binary_form_of_their_rules() {
    let (rules, fresh) = vectors::fresh(20_181_128, 200);
    let binary = Rules::load(&rules.artifact().to_binary()).expect("rules");
    let wrong: Vec<String> = fresh.iter().flat_map(|vector| differences(&binary, vector)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
