//! Conditions over the facts of a case, some of which may not be known yet.

use crate::model::{Condition, FactId, Model};
use std::collections::{BTreeMap, BTreeSet};

/// The values of some facts.
pub type Facts = BTreeMap<FactId, u32>;

/// Whether the condition holds as far as the known facts tell; `None`: it depends on the others.
pub fn holds(condition: &Condition, known: &Facts) -> Option<bool> {
    match condition {
        Condition::Always => Some(true),
        Condition::Is(fact, value) => known.get(fact).map(|is| is == value),
        Condition::Not(inner) => holds(inner, known).map(|yes| !yes),
        Condition::All(parts) => joined(parts, known, false),
        Condition::Any(parts) => joined(parts, known, true),
    }
}

/// One part with the value `decisive` decides; otherwise all parts must be known.
fn joined(parts: &[Condition], known: &Facts, decisive: bool) -> Option<bool> {
    let mut all_known = true;
    for part in parts {
        match holds(part, known) {
            Some(value) if value == decisive => return Some(decisive),
            Some(_) => {}
            None => all_known = false,
        }
    }
    all_known.then_some(!decisive)
}

/// Adds the facts that the condition asks about.
pub fn collect_facts(condition: &Condition, into: &mut BTreeSet<FactId>) {
    match condition {
        Condition::Always => {}
        Condition::Is(fact, _) => {
            into.insert(*fact);
        }
        Condition::Not(inner) => collect_facts(inner, into),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| collect_facts(part, into)),
    }
}

pub fn facts_of(condition: &Condition) -> BTreeSet<FactId> {
    let mut facts = BTreeSet::new();
    collect_facts(condition, &mut facts);
    facts
}

/// Whether some values of the facts not known make the condition true.
pub fn satisfiable(model: &Model, condition: &Condition, known: &Facts) -> bool {
    match holds(condition, known) {
        Some(yes) => yes,
        None => {
            let Some(fact) = condition.tightest(known) else { return false };
            values(model, fact).any(|value| satisfiable(model, condition, &with(known, fact, value)))
        }
    }
}

/// Every assignment of `wanted` that agrees with `known` and with which the condition can still be true.
pub fn assignments(model: &Model, condition: &Condition, known: &Facts, wanted: &[FactId]) -> Vec<Facts> {
    let mut found = Vec::new();
    assign(model, condition, known, wanted, &mut found);
    let only = |facts: &Facts| wanted.iter().map(|fact| (*fact, facts[fact])).collect();
    found.iter().map(only).collect()
}

fn assign(model: &Model, condition: &Condition, known: &Facts, wanted: &[FactId], found: &mut Vec<Facts>) {
    if holds(condition, known) == Some(false) {
        return;
    }
    let Some(&fact) = wanted.iter().find(|fact| !known.contains_key(fact)) else {
        if satisfiable(model, condition, known) {
            found.push(known.clone());
        }
        return;
    };
    for value in values(model, fact) {
        assign(model, condition, &with(known, fact, value), wanted, found);
    }
}

fn values(model: &Model, fact: FactId) -> std::ops::Range<u32> {
    0..model[fact].values.len() as u32
}

fn with(known: &Facts, fact: FactId, value: u32) -> Facts {
    let mut known = known.clone();
    known.insert(fact, value);
    known
}
