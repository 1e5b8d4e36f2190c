//! A proof written out is gone over by the oracle, which computes every claim anew; one number changed, and it objects.

use super::corpus::CORPUS;
use chrono::NaiveDate;
use reglament::model::RegulationId;
use reglament::verify::{Options, Prover};
use reglament_oracle::certificate::objections;
use serde_json::Value;

/// So many numbers of each regulation are changed, at the most.
const TRIED: usize = 40;

fn certificate(id: RegulationId, from: NaiveDate, to: NaiveDate) -> Value {
    let prover = Prover::new(&CORPUS.model, &CORPUS.calendar);
    let certificate = prover.certificate(id, &Options { from, to, ..Options::default() });
    serde_json::to_value(certificate).expect("plain data")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn ids() -> impl Iterator<Item = RegulationId> {
    (0..CORPUS.model.regulations.len() as u32).map(RegulationId)
}

#[test]
fn the_corpus_is_certified_over_a_year() {
    for id in ids() {
        let written = certificate(id, date("2018-01-01"), date("2018-12-31"));
        let objections = objections(&CORPUS.model, &CORPUS.calendar, &written);
        assert!(objections.is_empty(), "{}", objections.join("\n"));
    }
}

#[test]
fn one_changed_number_is_objected_to() {
    for id in ids() {
        let written = certificate(id, date("2018-03-07"), date("2018-03-09"));
        let places = leaves(&written);
        let mut changed = 0;
        // Every one of a small certificate, every so many of a large one.
        for place in places.iter().step_by(1 + places.len() / TRIED) {
            let mut other = written.clone();
            let leaf = place.iter().fold(&mut other, |value, step| match step {
                Step::Key(key) => &mut value[key.as_str()],
                Step::At(ix) => &mut value[*ix],
            });
            if !alter(leaf) {
                continue;
            }
            changed += 1;
            let found = objections(&CORPUS.model, &CORPUS.calendar, &other);
            assert!(
                !found.is_empty(),
                "{}: {place:?} altered to {leaf}",
                CORPUS.model[id].id,
                leaf = at(&other, place)
            );
        }
        assert!(changed > 5, "{changed} numbers of {}", CORPUS.model[id].id);
    }
}

#[derive(Clone, Debug)]
enum Step {
    Key(String),
    At(usize),
}

/// The places of everything that is not a list or an object. What a reading says is no number.
fn leaves(value: &Value) -> Vec<Vec<Step>> {
    let inside = |step: Step, value: &Value| -> Vec<Vec<Step>> {
        leaves(value).into_iter().map(|rest| std::iter::once(step.clone()).chain(rest).collect()).collect()
    };
    match value {
        Value::Array(items) => items.iter().enumerate().flat_map(|(ix, item)| inside(Step::At(ix), item)).collect(),
        Value::Object(items) => items
            .iter()
            .filter(|(key, item)| *key != "reading" && !(*key == "filed" && after_hours(items, item)))
            .flat_map(|(key, item)| inside(Step::Key(key.clone()), item))
            .collect(),
        _ => vec![Vec::new()],
    }
}

/// Filed when nobody is there: the minute before and the minute after count alike.
fn after_hours(start: &serde_json::Map<String, Value>, filed: &Value) -> bool {
    start.get("counted").is_some_and(|counted| counted != filed)
}

/// Numbers go up by one, instants and days by their last digit; words stay.
fn alter(leaf: &mut Value) -> bool {
    let other = match &*leaf {
        Value::Number(number) => Value::from(number.as_i64().expect("a whole number") + 1),
        Value::String(text) if text.starts_with("20") => {
            let (head, last) = text.split_at(text.len() - 1);
            let digit: u32 = last.parse().expect("a digit");
            Value::from(format!("{head}{}", if digit == 9 { 8 } else { digit + 1 }))
        }
        _ => return false,
    };
    *leaf = other;
    true
}

fn at<'v>(value: &'v Value, place: &[Step]) -> &'v Value {
    place.iter().fold(value, |value, step| match step {
        Step::Key(key) => &value[key.as_str()],
        Step::At(ix) => &value[*ix],
    })
}
