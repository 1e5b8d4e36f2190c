//! Does a list of the act leave out a step that another list of the same channel tells?
//!
//! Lists are compared where they tell the same procedure: where at least three items of the one, and half of those of
//! the shorter one, tell steps of the other. An item that tells several steps is left out only with all of them. Of
//! whoever acts in no step of a list, the list doesn't speak: the applicant's steps are not missing in a list of what the
//! provider does.

use super::lists::{self, Item, List};
use super::ways::Ways;
use crate::diagnostics::{Code, Finding};
use crate::model::{ActorKind, Model, NodeIx, OrganisationId, Procedure, Regulation};
use std::collections::BTreeSet;

const FEWEST: usize = 3;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        let (lists, Some(ways)) = (lists::lists(procedure), Ways::of(procedure)) else { continue };
        for short in &lists {
            let found = gaps(model, procedure, &ways, &lists, short);
            let told = found.iter().map(|gap| tell(procedure, short, gap));
            findings.extend(told.map(|finding| finding.channel(&*model[procedure.channel].id)));
        }
    }
}

/// A place in a list at which items of other lists are missing.
struct Gap<'l> {
    before: Option<&'l Item>,
    behind: Option<&'l Item>,
    /// The steps missing, with the lists and the items that tell them.
    missing: Vec<(NodeIx, &'l List, &'l Item)>,
}

fn gaps<'l>(model: &Model, procedure: &Procedure, ways: &Ways, lists: &'l [List], short: &'l List) -> Vec<Gap<'l>> {
    let mut gaps: Vec<Gap> = Vec::new();
    for full in lists.iter().filter(|full| full.clause != short.clause && comparable(full, short)) {
        for item in full.items.iter().filter(|item| !item.steps.iter().any(|step| short.tells(*step))) {
            let Some(step) = item.steps.iter().copied().find(|step| speaks_of(model, procedure, short, *step)) else {
                continue;
            };
            let leads_here = |other: &&Item| other.steps.iter().any(|told| ways.lead(*told, step));
            let comes_behind = |other: &&Item| other.steps.iter().any(|told| ways.lead(step, *told));
            let (before, behind) = (short.items.iter().rev().find(leads_here), short.items.iter().find(comes_behind));
            let number = |item: Option<&Item>| item.map(|item| item.number);
            let same = |gap: &&mut Gap| number(gap.before) == number(before) && number(gap.behind) == number(behind);
            match gaps.iter_mut().find(same) {
                Some(gap) => gap.missing.push((step, full, item)),
                None if before.is_none() && behind.is_none() => {}
                None => gaps.push(Gap { before, behind, missing: vec![(step, full, item)] }),
            }
        }
    }
    gaps
}

fn tell(procedure: &Procedure, short: &List, gap: &Gap) -> Finding {
    let (step, full, item) = gap.missing[0];
    let finding = Finding::new(Code::StepLeftOutOfList, item.span)
        .arg("step", procedure[step].id.as_str())
        .arg("full", lists::name(full))
        .arg("short", lists::name(short));
    let place = |finding: Finding, step: NodeIx, item: &Item| {
        let address = item.address.as_str();
        finding.with("own", procedure[step].id.as_str()).with("clause", address).clause(address)
    };
    let finding = gap.missing[1..].iter().fold(place(finding, step, item), |finding, (step, _, item)| {
        place(finding.also(item.span, "label-other"), *step, item)
    });
    let near = |finding: Finding, other: &Item, side: &'static str| {
        let address = other.address.as_str();
        finding.also(other.span, "label-near").with("side", side).with("clause", address).clause(address)
    };
    let finding = gap.before.into_iter().fold(finding, |finding, other| near(finding, other, "before"));
    let other_side = gap.behind.filter(|behind| gap.before.is_none_or(|before| before.number != behind.number));
    other_side.into_iter().fold(finding, |finding, other| near(finding, other, "behind"))
}

fn comparable(one: &List, other: &List) -> bool {
    if starts(one, other) || starts(other, one) {
        return false;
    }
    let shared = |one: &List, other: &List| {
        one.items.iter().filter(|item| item.steps.iter().any(|step| other.tells(*step))).count()
    };
    let least = shared(one, other).min(shared(other, one));
    least >= FEWEST && 2 * least >= one.items.len().min(other.items.len())
}

/// Whether one is a part of the other.
fn starts(one: &List, other: &List) -> bool {
    lists::name(one).starts_with(&format!("{}.", lists::name(other))) || lists::name(one) == lists::name(other)
}

/// Whether the list speaks of those who act in the step: of the same organisation, or of bodies outside.
fn speaks_of(model: &Model, procedure: &Procedure, list: &List, step: NodeIx) -> bool {
    type Side = (Option<OrganisationId>, bool);
    let side = |step: NodeIx| -> Option<Side> {
        let actor = &model[procedure[step].actor?];
        match actor.kind {
            ActorKind::Applicant => None,
            kind => Some((actor.organisation, kind == ActorKind::System)),
        }
    };
    let told: BTreeSet<Side> = list.items.iter().flat_map(|item| &item.steps).filter_map(|step| side(*step)).collect();
    side(step).is_some_and(|side| told.contains(&side))
}
