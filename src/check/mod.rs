//! What is wrong with a model that could be built: one question a file.
//!
//! A check says what is true, never what is likely. Where something could not be understood it does not conclude from
//! what is missing. A new question is a file here with a function `check`, and nothing else: `build.rs` finds it.

mod address;
mod lists;
mod told;
mod twins;
mod walk;
mod ways;
mod wording;

use crate::diagnostics::{Arg, Finding, Label};
use crate::model::{FactId, Model, Regulation};
use crate::source::Span;
use std::collections::{BTreeSet, HashMap};

/// A question about one regulation.
type Check = fn(&Model, &Regulation, &mut Vec<Finding>);

/// A question about the project as a whole.
type Overall = fn(&Model, &mut Vec<Finding>);

// Every file here that asks a question, and the lists `CHECKS` and `OVERALL` of them: see `build.rs`.
include!(concat!(env!("OUT_DIR"), "/checks.rs"));

/// Asks every question of every regulation, and of the project as a whole.
pub fn check(model: &Model) -> Vec<Finding> {
    let mut findings: Vec<Finding> = model.regulations.iter().flat_map(|it| of_regulation(model, it)).collect();
    findings.extend(overall(model));
    findings
}

/// Asks every question of one regulation.
pub fn of_regulation(model: &Model, regulation: &Regulation) -> Vec<Finding> {
    let mut own = Vec::new();
    for check in CHECKS {
        check(model, regulation, &mut own);
    }
    once_each(own, regulation).into_iter().map(|finding| finding.regulation(&*regulation.id)).collect()
}

/// Asks every question of the project as a whole.
pub fn overall(model: &Model) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in OVERALL {
        check(model, &mut findings);
    }
    findings
}

/// The facts that a regulation asks for; `None` where it could not be read whole, and may ask for more.
pub fn asked(regulation: &Regulation) -> Option<BTreeSet<FactId>> {
    facts::asked(regulation)
}

/// The facts declared apart from acts that neither the standards of the project ask for nor any of its acts, which ask
/// for `asked`.
pub fn unused(model: &Model, asked: BTreeSet<FactId>) -> Vec<Finding> {
    facts::unused(model, asked)
}

/// One actor of an act declared twice: what [`overall`] finds of all acts, of one.
pub fn doubles(model: &Model, regulation: &Regulation) -> Vec<Finding> {
    doubles::of_regulation(model, regulation)
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
