//! The terms of a standard, case by case, as one channel of a regulation has to keep them.
//!
//! - A term with a condition holds in the cases that meet it; the one without a condition and without a name, in all
//!   cases that no term with a condition names.
//! - Of two terms for one case, the one said for the channel goes before the one said for all channels.
//! - An extension makes a case of its own: its condition holds, and the term is longer. Several add up.
//! - What no term speaks of has an unknown one.

use super::conditions::{Facts, satisfiable};
use crate::model::{ChannelId, Condition, Extension, Model, Regulation, Standard, Term};
use crate::source::Span;
use crate::time::Duration;

/// One case that is judged on its own.
#[derive(Clone, Debug)]
pub struct Case {
    /// The name of the term's case; empty for the only one.
    pub name: String,
    /// `None`: the term is not known.
    pub term: Option<Duration>,
    /// The extensions that hold, by their place in the standard, with what each adds.
    pub extended: Vec<(usize, Duration)>,
    pub when: Condition,
    /// Where the term is said.
    pub span: Option<Span>,
}

/// Every case that some values of the facts make true, in the order of the standard.
pub fn cases(model: &Model, regulation: &Regulation, channel: ChannelId) -> Vec<Case> {
    let Some(standard) = regulation.standard.map(|id| &model[id]) else { return vec![unknown(Condition::Always)] };
    let terms = terms(standard, channel);
    let mut cases: Vec<Case> = terms.iter().map(|term| base(term, &terms)).collect();
    let covered: Vec<Condition> = cases.iter().map(|case| case.when.clone()).collect();
    cases.push(unknown(none_of(covered)));
    let extended = cases.into_iter().flat_map(|case| extend(case, &standard.extensions));
    extended.filter(|case| satisfiable(model, &case.when, &Facts::new())).collect()
}

/// The terms for the channel; one for all channels gives way to one of the same name for this channel.
fn terms(standard: &Standard, channel: ChannelId) -> Vec<&Term> {
    let own = |term: &&Term| term.channels.contains(&channel);
    let own_names: Vec<&str> = standard.terms.iter().filter(own).map(|term| term.case.as_str()).collect();
    let for_all = |term: &&Term| term.channels.is_empty() && !own_names.contains(&term.case.as_str());
    standard.terms.iter().filter(|term| own(term) || for_all(term)).collect()
}

fn base(term: &Term, all: &[&Term]) -> Case {
    let conditions = all.iter().filter(|other| other.when != Condition::Always).map(|other| other.when.clone());
    let general = term.when == Condition::Always && term.case.is_empty();
    Case {
        name: term.case.clone(),
        term: term.limit.as_ref().map(|limit| limit.duration),
        extended: Vec::new(),
        when: if general { none_of(conditions.collect()) } else { term.when.clone() },
        span: Some(term.span),
    }
}

fn unknown(when: Condition) -> Case {
    Case { name: String::new(), term: None, extended: Vec::new(), when, span: None }
}

fn none_of(conditions: Vec<Condition>) -> Condition {
    match conditions.is_empty() {
        true => Condition::Always,
        false => Condition::Not(Box::new(Condition::Any(conditions))),
    }
}

/// The case without and with each extension. An unknown term stays unknown, however it is extended.
fn extend(case: Case, extensions: &[Extension]) -> Vec<Case> {
    let mut cases = vec![case];
    for (ix, extension) in extensions.iter().enumerate() {
        let Some(limit) = &extension.limit else { continue };
        cases = cases
            .into_iter()
            .flat_map(|case| match case.term {
                None => vec![case],
                Some(_) => split(case, ix, limit.duration, &extension.when),
            })
            .collect();
    }
    cases
}

fn split(case: Case, ix: usize, added: Duration, when: &Condition) -> Vec<Case> {
    let with = |condition: Condition| match &case.when {
        Condition::Always => condition,
        before => Condition::All(vec![before.clone(), condition]),
    };
    let mut longer = Case { when: with(when.clone()), ..case.clone() };
    longer.extended.push((ix, added));
    if *when == Condition::Always {
        // An extension without a condition is not a promise: nobody knows when it holds.
        return vec![case];
    }
    vec![Case { when: with(Condition::Not(Box::new(when.clone()))), ..case.clone() }, longer]
}
