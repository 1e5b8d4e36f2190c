//! Test vectors: cases with what must come of them, for every implementation of the engine.
//!
//! The stored ones cover every regulation, channel and feasible path at three filings; fresh ones are made from a seed,
//! over regulations nobody wrote. What is expected is what the Rust engine says, and where the naive evaluator can tell
//! as well, a test holds the two together.

use crate::random::{self, Dice};
use reglament::compile::compile;
use reglament::engine::{Case, Event, Filing, Rules};
use reglament::model::Model;
use reglament::time::{Calendar, Day, Instant};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A plain day, the eve of a holiday with a day moved behind it, and the evening of a worked Saturday before New Year.
pub const FILINGS: [&str; 3] = ["2018-10-10T10:00", "2018-03-07T16:00", "2018-12-29T19:20"];

/// More cases of one channel than these show nothing new.
const MOST: usize = 4_000;

/// The stored files, each with the rules that it is about.
pub const STORED: [(&str, &str); 2] = [("corpus.json", "corpus.json"), ("pencil.json", "pencil.json")];

/// The vectors of all regulations.
pub fn stored(rules: &Rules) -> Vec<Value> {
    let mut all = Vec::new();
    let mut seen = BTreeSet::new();
    for regulation in &rules.artifact().regulations {
        for channel in &regulation.channels {
            if seen.insert((regulation.id.clone(), channel.id.clone())) {
                all.extend(of_channel(rules, &regulation.id, &channel.id));
            }
        }
    }
    all
}

fn of_channel(rules: &Rules, regulation: &str, channel: &str) -> Vec<Value> {
    let mut all = Vec::new();
    for (place, filed) in FILINGS.iter().enumerate() {
        let filed = Instant::parse(filed).unwrap_or(Instant(0));
        for (path, filing) in paths(rules, Filing::new(regulation, channel, filed)).into_iter().enumerate() {
            let name = |what: &str| format!("{regulation} {channel}, path {}, {filed}: {what}", path + 1);
            all.extend(follow(rules, &filing).map(|case| vector(&name("follows its dues"), &case, &[])));
            let mut dice = Dice::new((path * 3 + place) as u64 + u64::from(checksum(regulation)));
            all.extend(live(rules, &filing, &mut dice).map(|(case, tried)| vector(&name("as it goes"), &case, &tried)));
        }
    }
    all
}

fn checksum(text: &str) -> u32 {
    text.bytes().fold(7, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)))
}

/// Of all values of the facts that matter, one case for each way to an end.
pub fn paths(rules: &Rules, filing: Filing) -> Vec<Filing> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![filing];
    let mut tried = 0;
    while let Some(filing) = open.pop() {
        tried += 1;
        let Ok(case) = rules.open(filing.clone()) else { continue };
        match case.missing().first() {
            Some(fact) if tried < MOST => {
                open.extend(fact.values.iter().rev().map(|value| filing.clone().with(&fact.fact, value)));
            }
            _ => {
                let Ok(end) = case.followed() else { continue };
                let state = end.state();
                let steps: Vec<String> = state.done.into_iter().map(|done| done.step).collect();
                if seen.insert((steps, state.ended_by, state.due)) {
                    found.push(filing);
                }
            }
        }
    }
    found
}

fn follow(rules: &Rules, filing: &Filing) -> Option<Case> {
    rules.open(filing.clone()).ok()?.followed().ok()
}

/// An event, and the reason if it was refused.
type Tried = (Event, Option<&'static str>);

/// A case as cases go: some early, some late, facts that are learned on the way, and now and then what cannot be.
pub fn live(rules: &Rules, filing: &Filing, dice: &mut Dice) -> Option<(Case, Vec<Tried>)> {
    let mut early = filing.clone();
    let mut later: BTreeMap<String, String> = BTreeMap::new();
    for (fact, value) in &filing.facts {
        if dice.one_in(2) {
            early.facts.remove(fact);
            later.insert(fact.clone(), value.clone());
        }
    }
    let mut case = rules.open(early).ok()?;
    let mut tried = Vec::new();
    let stop = 1 + dice.below(24);
    while !case.is_over() && tried.len() < stop {
        let event = match dice.below(7) {
            0 => nonsense(&case, dice),
            _ => sensible(&case, &mut later, dice),
        };
        try_out(&mut case, event, &mut tried);
    }
    if dice.one_in(2) {
        let at = last(&case);
        try_out(&mut case, Event::Withdrawn { at }, &mut tried);
    }
    Some((case, tried))
}

fn try_out(case: &mut Case, event: Event, tried: &mut Vec<Tried>) {
    let refused = case.apply(event.clone()).err().map(|refusal| refusal.code());
    tried.push((event, refused));
}

fn last(case: &Case) -> Instant {
    case.events().last().map_or(case.filing().filed, Event::at)
}

/// Something that can be: what is under way is done, or a fact is learned, sooner or later.
fn sensible(case: &Case, later: &mut BTreeMap<String, String>, dice: &mut Dice) -> Event {
    let active = case.state().active;
    let act = dice.pick(&active).clone();
    let at = when(case, act.from, act.due, dice);
    let extensions = case.allowed().into_iter().filter(|it| it.event == "extended").filter_map(|it| it.of);
    let extensions: Vec<String> = extensions.collect();
    if !extensions.is_empty() && dice.one_in(4) {
        return Event::Extended { extension: dice.pick(&extensions).clone(), at };
    }
    let learned = case.allowed().iter().any(|it| it.event == "decided" && it.of.as_ref() == Some(&act.step));
    match act.kind {
        reglament::artifact::NodeKind::Choice if learned => {
            let facts = std::mem::take(later);
            match dice.one_in(3) {
                true => Event::Learned { facts, at },
                false => Event::Decided { step: act.step, facts, at },
            }
        }
        reglament::artifact::NodeKind::Wait => Event::arrived(&act.step, at),
        _ => Event::done(&act.step, at),
    }
}

/// Between the coming of the file and some days after it is due; not before what happened last.
fn when(case: &Case, from: Instant, due: Option<Instant>, dice: &mut Dice) -> Instant {
    let due = due.unwrap_or(Instant(from.0 + 3 * 1440));
    let at = match dice.below(4) {
        0 => due,
        1 => Instant(due.0 + 1 + dice.below(4 * 1440) as i32),
        2 => from,
        _ => Instant(from.0 + dice.below((due.0 - from.0).max(0) as usize + 1) as i32),
    };
    at.max(last(case)).max(from)
}

fn nonsense(case: &Case, dice: &mut Dice) -> Event {
    let now = last(case);
    let steps: Vec<String> = case.acts().into_iter().map(|act| act.step).collect();
    let step = if steps.is_empty() { "nothing".to_owned() } else { dice.pick(&steps).clone() };
    match dice.below(6) {
        0 => Event::done(&step, now),
        1 => Event::arrived(&step, now),
        2 => Event::done("nothing-of-the-kind", now),
        3 => Event::done(&step, Instant(now.0 - 1)),
        4 => Event::learned("weather", "fine", now),
        _ => Event::decided(&step, now),
    }
}

/// As it stands in a file of vectors; of a case that was only followed, its own events.
fn vector(name: &str, case: &Case, tried: &[Tried]) -> Value {
    let own: Vec<Tried> = case.events().iter().map(|event| (event.clone(), None)).collect();
    let tried = if tried.is_empty() { &own } else { tried };
    let events: Vec<&Event> = tried.iter().map(|(event, _)| event).collect();
    let mut expect = json!({ "state": case.state() });
    if tried.iter().any(|(_, refused)| refused.is_some()) {
        let answers: Vec<&str> = tried.iter().map(|(_, refused)| refused.unwrap_or("ok")).collect();
        expect["answers"] = json!(answers);
    }
    json!({ "name": name, "case": case.filing(), "events": events, "expect": expect })
}

/// A file of vectors, one a line.
pub fn file(rules: &str, vectors: &[Value]) -> String {
    let lines: Vec<String> = vectors.iter().map(Value::to_string).collect();
    format!("{{\"rules\":{},\"vectors\":[\n{}\n]}}\n", Value::from(rules), lines.join(",\n"))
}

/// Rules that nobody wrote, with so many cases of them.
pub fn fresh(seed: u64, count: usize) -> (Rules, Vec<Value>) {
    let calendar = Calendar::kazakhstan();
    let mut dice = Dice::new(seed);
    let models: Vec<Model> = (0..1 + count / 8).map(|place| one_of_many(&mut dice, place)).collect();
    let projects: Vec<(&Model, &Calendar)> = models.iter().map(|model| (model, &calendar)).collect();
    let rules = Rules::of(compile(&projects));
    let mut vectors = Vec::new();
    while vectors.len() < count {
        let regulation = dice.pick(&rules.artifact().regulations);
        let channel = dice.pick(&regulation.channels);
        let (from, _) = random::days(&mut dice, 1);
        let filed = Instant(Day::from_date(from).at(0).0 + dice.below(1440) as i32);
        let all = paths(&rules, Filing::new(&regulation.id, &channel.id, filed));
        if all.is_empty() {
            continue;
        }
        let filing = dice.pick(&all).clone();
        let name = format!("seed {seed}, case {}", vectors.len() + 1);
        let made = match dice.one_in(3) {
            true => follow(&rules, &filing).map(|case| vector(&name, &case, &[])),
            false => live(&rules, &filing, &mut dice).map(|(case, tried)| vector(&name, &case, &tried)),
        };
        vectors.extend(made);
    }
    (rules, vectors)
}

fn one_of_many(dice: &mut Dice, place: usize) -> Model {
    let mut model = random::model(dice.below(1 << 30) as u64);
    model.regulations[0].id = format!("random.service-{}", place + 1);
    model
}
