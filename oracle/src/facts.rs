//! Every case there can be: all assignments of the facts that a regulation asks about, one after another.

use reglament::model::{Condition, FactId, Model, Procedure, Standard};
use std::collections::{BTreeMap, BTreeSet};

/// One case: a value for each fact that matters. Consistent by construction, since each fact has one value.
pub type Case = BTreeMap<FactId, u32>;

/// All cases in which the procedure or the standard's terms and extensions can differ.
pub fn cases(model: &Model, procedure: &Procedure, standard: Option<&Standard>) -> Vec<Case> {
    let mut asked = BTreeSet::new();
    for edge in procedure.nodes.iter().flat_map(|node| &node.next) {
        facts(&edge.when, &mut asked);
    }
    if let Some(standard) = standard {
        standard.terms.iter().for_each(|term| facts(&term.when, &mut asked));
        standard.extensions.iter().for_each(|extension| facts(&extension.when, &mut asked));
    }
    let mut cases = vec![Case::new()];
    for fact in asked {
        let values = 0..model[fact].values.len() as u32;
        let with = |case: &Case, value| case.iter().map(|(f, v)| (*f, *v)).chain([(fact, value)]).collect();
        cases = cases.iter().flat_map(|case| values.clone().map(move |value| with(case, value))).collect();
    }
    cases
}

/// Of the cases that take the same edges, the first: under one term they end alike. For a fair race, which is run path
/// by path; a comparison tries every case.
pub fn one_a_path(procedure: &Procedure, cases: &[Case]) -> Vec<Case> {
    let mut seen = BTreeSet::new();
    cases.iter().filter(|case| seen.insert(taken(procedure, case))).cloned().collect()
}

/// The edges that a case takes: node, and place among its edges.
fn taken(procedure: &Procedure, case: &Case) -> BTreeSet<(u32, usize)> {
    let mut taken = BTreeSet::new();
    let mut open: Vec<_> = procedure.entry.into_iter().collect();
    while let Some(node) = open.pop() {
        let edges = procedure[node].next.iter().enumerate().filter(|(_, edge)| holds(&edge.when, case));
        open.extend(edges.filter(|(place, _)| taken.insert((node.0, *place))).map(|(_, edge)| edge.to));
    }
    taken
}

/// Whether a condition holds in a case.
pub fn holds(condition: &Condition, case: &Case) -> bool {
    match condition {
        Condition::Always => true,
        Condition::Is(fact, value) => case.get(fact) == Some(value),
        Condition::Not(inner) => !holds(inner, case),
        Condition::All(parts) => parts.iter().all(|part| holds(part, case)),
        Condition::Any(parts) => parts.iter().any(|part| holds(part, case)),
    }
}

fn facts(condition: &Condition, found: &mut BTreeSet<FactId>) {
    match condition {
        Condition::Always => {}
        Condition::Is(fact, _) => {
            found.insert(*fact);
        }
        Condition::Not(inner) => facts(inner, found),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| facts(part, found)),
    }
}
