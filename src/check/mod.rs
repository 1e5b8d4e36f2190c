//! What is wrong with a model that could be built: one question a file.
//!
//! A check says what is true, never what is likely. Where something could not be understood it does not conclude from
//! what is missing. A new question is a file here and a line in `CHECKS`.

mod abbreviations;
mod address;
mod anchors;
mod applicant;
mod bodies;
mod branches;
mod channel_documents;
mod channels;
mod clauses;
mod counted;
mod coverage;
mod documents;
mod doubles;
mod facts;
mod forms;
mod grounds;
mod handover;
mod hands;
mod hours;
mod idle_channel;
mod languages;
mod left_out;
mod limits;
mod listed;
mod lists;
mod mentions;
mod mixed;
mod names;
mod nobody;
mod numbering;
mod numbers;
mod offers;
mod order;
mod reach;
mod refusals;
mod results;
mod sayings;
mod schedules;
mod sums;
mod terms;
mod times;
mod told;
mod twins;
mod unanchored;
mod units;
mod unsaid;
mod walk;
mod ways;
mod wording;

use crate::diagnostics::{Arg, Finding, Label};
use crate::model::{Model, Regulation};
use crate::source::Span;
use std::collections::HashMap;

/// A question about one regulation.
type Check = fn(&Model, &Regulation, &mut Vec<Finding>);

/// Every question, in the order of `docs`: who, flow, the standard, clauses, channels, text.
const CHECKS: &[Check] = &[
    listed::check,
    idle_channel::check,
    names::check,
    nobody::check,
    hands::check,
    handover::check,
    reach::check,
    branches::check,
    unsaid::check,
    anchors::check,
    results::check,
    refusals::check,
    offers::check,
    documents::check,
    channel_documents::check,
    grounds::check,
    terms::check,
    sayings::check,
    forms::check,
    hours::check,
    bodies::check,
    mentions::check,
    abbreviations::check,
    clauses::check,
    counted::check,
    sums::check,
    order::check,
    left_out::check,
    numbers::check,
    limits::check,
    channels::check,
    applicant::check,
    mixed::check,
    unanchored::check,
    units::check,
    coverage::check,
    times::check,
    numbering::check,
];

/// Questions about the project as a whole.
const OVERALL: &[fn(&Model, &mut Vec<Finding>)] =
    &[facts::check, languages::check, units::overall, sayings::overall, schedules::check, doubles::check];

/// Asks every question of every regulation.
pub fn check(model: &Model) -> Vec<Finding> {
    let mut findings = Vec::new();
    for regulation in &model.regulations {
        let mut own = Vec::new();
        for check in CHECKS {
            check(model, regulation, &mut own);
        }
        findings.extend(once_each(own, regulation).into_iter().map(|finding| finding.regulation(&*regulation.id)));
    }
    for check in OVERALL {
        check(model, &mut findings);
    }
    findings
}

/// What is found in several channels at the same places is one finding. It names a channel only where it is true of
/// that one alone.
fn once_each(findings: Vec<Finding>, regulation: &Regulation) -> Vec<Finding> {
    type Key = Vec<(Span, &'static str)>;
    let mut known: HashMap<(crate::diagnostics::Code, Key, Option<Arg>), usize> = HashMap::new();
    let mut kept: Vec<Finding> = Vec::new();
    for mut finding in findings {
        if regulation.procedures.len() == 1 {
            finding.channel = None;
        }
        let place = |label: &Label| (label.span, label.text);
        // What says of each of two channels that it is wrong is two findings.
        let about = finding.args.iter().find(|(name, _)| *name == "channel").map(|(_, value)| value.clone());
        match known.entry((finding.code, finding.labels.iter().map(place).collect(), about)) {
            std::collections::hash_map::Entry::Occupied(first) => {
                let first = &mut kept[*first.get()];
                if first.channel != finding.channel {
                    first.channel = None;
                }
            }
            std::collections::hash_map::Entry::Vacant(free) => {
                free.insert(kept.len());
                kept.push(finding);
            }
        }
    }
    kept
}
