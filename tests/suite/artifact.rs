//! Compiled rules: the same bytes for the same text, described by their schema, read back as they were, and nothing
//! believed of bytes that are not what `compile` wrote.

use super::differential::corpus::CORPUS;
use reglament::artifact::{self, Artifact, LoadError};
use reglament::compile::compile;
use reglament::engine::{Filing, Rules};
use reglament::pipeline;
use reglament::source::Unsaved;
use reglament::time::Instant;
use reglament_oracle::random::Dice;
use reglament_oracle::vectors::paths;
use serde_json::Value;
use std::path::Path;
use std::sync::LazyLock;

static RULES: LazyLock<Artifact> = LazyLock::new(|| compile(&[(&CORPUS.model, &CORPUS.calendar)]));

/// The file of rules beside the vectors.
pub fn stored(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(name);
    std::fs::read(path).expect("the rules stand beside the vectors")
}

/// Written once more by a JSON writer that sorts keys and knows nothing of the rules.
fn sorted(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let mut keys: Vec<&String> = fields.keys().collect();
            keys.sort();
            let fields = keys.iter().map(|key| format!("{}:{}", Value::from(key.as_str()), sorted(&fields[*key])));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(sorted).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

#[test]
fn the_json_is_canonical_and_the_same_each_time() {
    let json = RULES.to_json();
    assert_eq!(compile(&[(&CORPUS.model, &CORPUS.calendar)]).to_json(), json);
    let value: Value = serde_json::from_str(&json).expect("JSON");
    assert!(sorted(&value) == json, "keys out of order, or white space");
    assert!(!json.contains("\\u") && !json.contains("\\n"), "a character that needs an escape");
}

#[test]
fn both_forms_are_read_back_as_they_were() {
    assert_eq!(Artifact::load(RULES.to_json().as_bytes()).as_ref(), Ok(&*RULES));
    assert_eq!(Artifact::load(&RULES.to_binary()).as_ref(), Ok(&*RULES));
    let (json, binary) = (RULES.to_json().len(), RULES.to_binary().len());
    assert!(binary * 2 < json, "the binary form takes {binary} bytes, JSON {json}");
}

#[test]
fn several_projects_make_one_artifact() {
    let one = (&CORPUS.model, &CORPUS.calendar);
    let two = compile(&[one, one]);
    assert_eq!(two.regulations.len(), 2 * RULES.regulations.len());
    assert_eq!(two.texts.len(), RULES.texts.len(), "each text stands once");
    assert_eq!(Artifact::load(two.to_json().as_bytes()).as_ref(), Ok(&two));
}

#[test]
fn the_schema_describes_it_and_notices_what_it_does_not() {
    let schema: Value = serde_json::from_str(&artifact::schema()).expect("JSON");
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("rules", schema).expect("a schema");
    let rules = compiler.compile("rules", &mut schemas).expect("a schema");
    for bytes in [RULES.to_json().into_bytes(), stored("corpus.json"), stored("pencil.json")] {
        let value: Value = serde_json::from_slice(&bytes).expect("JSON");
        schemas.validate(&value, rules).unwrap_or_else(|error| panic!("{error:#}"));
        for (place, wrong) in [
            ("/version", Value::from("one")),
            ("/facts/0/values", Value::Null),
            ("/regulations/0/channels/0/nodes/0/pace", Value::from("slow")),
            ("/calendars/0/years/0/days/0/date", Value::from("the first")),
        ] {
            let mut value = value.clone();
            *value.pointer_mut(place).expect("a place") = wrong;
            assert!(schemas.validate(&value, rules).is_err(), "{place} may be anything");
        }
    }
}

#[test]
fn the_rules_beside_the_vectors_are_those_of_their_sources() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/pencil");
    let loaded = pipeline::load(&[folder], &Unsaved::new()).expect("the project can be read").remove(0);
    let project = pipeline::understand(loaded);
    let made = compile(&[(&project.model, &project.calendar)]).to_json();
    let written = stored("pencil.json");
    assert!(made.as_bytes() == written, "reglament compile tests/vectors/pencil -o tests/vectors/pencil.json");
    assert!(Artifact::load(&stored("corpus.json")).is_ok());
}

/// The canonical JSON with something changed, sealed again so that only the change is wrong.
fn changed(change: impl FnOnce(&mut Artifact)) -> Result<Artifact, LoadError> {
    let mut artifact = RULES.clone();
    change(&mut artifact);
    let artifact = artifact.sealed();
    let from_json = Artifact::load(artifact.to_json().as_bytes());
    assert_eq!(from_json, Artifact::load(&artifact.to_binary()), "the two forms are judged alike");
    from_json
}

#[test]
fn what_is_not_the_format_is_told_apart() {
    let json = RULES.to_json();
    let load = |text: String| Artifact::load(text.as_bytes());
    assert!(matches!(load(String::new()), Err(LoadError::Malformed(_))));
    assert!(matches!(load(json.replace("\"kind\":\"step\"", "\"kind\":\"stride\"")), Err(LoadError::Malformed(_))));
    let other = json.replace("\"format\":\"reglament-rules\"", "\"format\":\"something-else\"");
    assert_eq!(load(other), Err(LoadError::Format { found: "something-else".to_owned() }));
    let later = json.replace("\"version\":1}", "\"version\":2}");
    assert_eq!(load(later), Err(LoadError::Version { found: 2 }));
    assert_eq!(load(json.replace("\"quantity\":15", "\"quantity\":16")), Err(LoadError::Hash));
    assert_eq!(load(format!("{json} ")), Err(LoadError::Hash));
    assert!(matches!(load("[".repeat(100_000)), Err(LoadError::Malformed(_))));
    let mut binary = RULES.to_binary();
    *binary.last_mut().expect("bytes") ^= 1;
    assert_eq!(Artifact::load(&binary), Err(LoadError::Hash));
    binary[4] = 9;
    assert_eq!(Artifact::load(&binary), Err(LoadError::Version { found: 9 }));
    assert!(matches!(Artifact::load(b"RGLB"), Err(LoadError::Malformed(_))));
    let sizes = artifact::Sizes { bytes: 1000 };
    let too_large = LoadError::TooLarge { bytes: json.len(), most: 1000 };
    assert_eq!(Artifact::load_within(json.as_bytes(), &sizes), Err(too_large));
}

/// The hash is right, and yet it is not what `compile` writes.
#[test]
fn a_field_that_is_not_known_is_refused_in_this_revision_and_ignored_in_a_later_one() {
    let sealed = |revision: u32| {
        let mut value: Value = serde_json::from_str(&RULES.to_json()).expect("JSON");
        value["regulations"][0]["colour"] = Value::from("green");
        value["revision"] = Value::from(revision);
        let hash = value.as_object_mut().expect("an object").remove("hash");
        assert!(hash.is_some());
        value["hash"] = Value::from(sha256(&sorted(&value)));
        sorted(&value)
    };
    assert_eq!(Artifact::load(sealed(1).as_bytes()), Err(LoadError::NotCanonical));
    assert_eq!(Artifact::load(sealed(2).as_bytes()).map(|rules| rules.revision), Ok(2));
}

fn sha256(text: &str) -> String {
    use sha2::Digest;
    let bytes = sha2::Sha256::digest(text.as_bytes());
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{digits}")
}

#[test]
fn what_refers_to_nothing_is_refused_with_its_place() {
    use reglament::artifact::{Anchor, Condition, Edge};
    type Change = fn(&mut Artifact);
    let changes: [(&str, Change); 14] = [
        ("there is no such text", |it| it.actors[0].label = Some(9_999)),
        ("there is no such schedule", |it| it.organisations[0].schedule = 99),
        ("a fact has no values", |it| it.facts[0].values.clear()),
        ("years do not follow one another, or lie too far away", |it| it.calendars[0].years[1].year = 2040),
        ("a calendar has no years", |it| it.calendars[0].years.clear()),
        ("hours are no hours of a day", |it| it.schedules[0].work[0].until = 1441),
        ("a doubt has no answer, or one that is not known", |it| {
            it.readings[0].insert("roll".to_owned(), "never".to_owned());
        }),
        ("there is no such calendar", |it| it.regulations[0].calendar = 7),
        ("an edge leads nowhere", |it| it.regulations[0].channels[0].nodes[0].next[0].to = 999),
        ("a limit is counted from what is not there", |it| {
            it.regulations[0].channels[0].nodes[0].anchor = vec![Anchor::Done(999)];
        }),
        ("a node has not the shape of its kind", |it| it.regulations[0].channels[0].nodes[0].needs = 2),
        ("the procedure runs in a circle", |it| {
            it.regulations[0].channels[0].nodes[1].next = vec![Edge { to: 0, when: Condition::Always }];
        }),
        ("a condition asks for a fact or a value that is not there", |it| {
            it.regulations[0].channels[0].documents[0].when = Condition::Is(0, 77);
        }),
        ("there is no such document", |it| it.regulations[0].channels[0].documents[0].document = 999),
    ];
    for (expected, change) in changes {
        match changed(change) {
            Err(LoadError::Reference { problem, .. }) => assert_eq!(problem, expected),
            other => panic!("{expected}: {:?}", other.map(|_| "loaded")),
        }
    }
    let deep = |it: &mut Artifact| {
        let mut when = Condition::Is(0, 0);
        for _ in 0..60 {
            when = Condition::Not(Box::new(when));
        }
        it.regulations[0].channels[0].documents[0].when = when;
    };
    let mut nested = RULES.clone();
    deep(&mut nested);
    let nested = nested.sealed();
    assert!(matches!(Artifact::load(nested.to_json().as_bytes()), Err(LoadError::Malformed(_))));
    assert!(matches!(Artifact::load(&nested.to_binary()), Err(LoadError::Malformed(_))));
}

/// Bytes flipped, cut, doubled and moved: whatever comes of it, the loader answers, and on what it takes cases run. The
/// long run is `REGLAMENT_MUTATIONS=1000000 cargo test --release --test suite mutated`.
#[test]
fn mutated_bytes_never_do_harm() {
    let rounds = std::env::var("REGLAMENT_MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(1_500);
    let (json, binary) = (stored("pencil.json"), Artifact::load(&stored("pencil.json")).expect("rules").to_binary());
    let mut refused = 0;
    for seed in 0..rounds {
        let mut dice = Dice::new(seed);
        let mut bytes = if seed % 2 == 0 { json.clone() } else { binary.clone() };
        for _ in 0..dice.between(1, 4) {
            mutate(&mut bytes, &mut dice);
        }
        // Two of three mutants get a hash of their own, so that what lies behind it is reached as well.
        let bytes = if dice.one_in(3) { bytes } else { resealed(bytes) };
        match Artifact::load(&bytes) {
            Ok(artifact) => run_everything(&Rules::of(artifact)),
            Err(_) => refused += 1,
        }
    }
    assert!(refused > rounds * 9 / 10, "{refused} of {rounds} were refused");
}

/// Opens a case in every channel and asks it everything.
fn run_everything(rules: &Rules) {
    let filed = Instant::parse("2018-03-07T16:00").expect("an instant");
    for regulation in &rules.artifact().regulations {
        for channel in &regulation.channels {
            let Ok(opened) = rules.open(Filing::new(&regulation.id, &channel.id, filed)) else { continue };
            let filings = paths(rules, opened.filing().clone());
            let followed = filings.into_iter().take(4).filter_map(|filing| rules.open(filing).ok()?.followed().ok());
            for case in followed.chain([opened]) {
                let state = case.state();
                let steps = state.done.iter().map(|done| &done.step).chain(state.active.iter().map(|act| &act.step));
                let reasons: usize = steps.filter_map(|step| case.why(step)).map(|why| why.len()).sum();
                let asked = (case.why_counted(), case.why_due(), case.documents(), case.next(), case.allowed());
                assert!(reasons <= 100_000 && asked.4.len() <= 100_000);
            }
        }
    }
}

fn mutate(bytes: &mut Vec<u8>, dice: &mut Dice) {
    if bytes.is_empty() {
        return;
    }
    let at = dice.below(bytes.len());
    match dice.below(5) {
        0 => bytes[at] = dice.below(256) as u8,
        1 => bytes[at] ^= 1 << dice.below(8),
        2 => bytes.truncate(at),
        3 => {
            let end = (at + dice.below(40)).min(bytes.len());
            bytes.drain(at..end);
        }
        _ => {
            let end = (at + dice.below(40)).min(bytes.len());
            let part = bytes[at..end].to_vec();
            let to = dice.below(bytes.len());
            bytes.splice(to..to, part);
        }
    }
}

/// With the sums that belong to what the bytes now hold.
fn resealed(mut bytes: Vec<u8>) -> Vec<u8> {
    use sha2::Digest;
    if bytes.starts_with(b"RGLB") && bytes.len() > 37 {
        let sum = sha2::Sha256::digest(&bytes[37..]);
        bytes[5..37].copy_from_slice(&sum);
        return bytes;
    }
    let Ok(text) = std::str::from_utf8(&bytes) else { return bytes };
    let Some((before, rest)) = text.split_once("\"hash\":\"") else { return bytes };
    let Some((_, behind)) = rest.split_once("\",") else { return bytes };
    let hash = sha256(&format!("{before}{behind}"));
    format!("{before}\"hash\":\"{hash}\",{behind}").into_bytes()
}
