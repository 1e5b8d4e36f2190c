//! Which nodes a case can reach, and under which conditions: exact, without trying every case.
//!
//! Only facts that more than one choice asks for tie choices together; the others are settled where they are asked.

use crate::model::{Case, Condition, FactId, Model, NodeIx, NodeKind, Procedure};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// So many ways are followed at most; a procedure with more gets no answer rather than a guess.
const LIMIT: usize = 200_000;

/// The cases in which each node is reached, as far as facts shared between choices are settled on the way to it.
pub(super) struct Reached(BTreeMap<NodeIx, Vec<Case>>);

impl Reached {
    pub(super) fn cases(&self, node: NodeIx) -> &[Case] {
        self.0.get(&node).map_or(&[], Vec::as_slice)
    }

    pub(super) fn reaches(&self, node: NodeIx) -> bool {
        self.0.contains_key(&node)
    }
}

/// Follows every way from the filing that passes none of the nodes in `closed`; `None` where there are too many.
pub(super) fn reached(model: &Model, procedure: &Procedure, closed: &[NodeIx]) -> Option<Reached> {
    let mut found: BTreeMap<NodeIx, Vec<Case>> = BTreeMap::new();
    let Some(entry) = procedure.entry.filter(|entry| !closed.contains(entry)) else { return Some(Reached(found)) };
    let shared = shared(procedure);
    let mut seen: HashSet<(NodeIx, Vec<(FactId, u32)>)> = HashSet::new();
    let mut open = vec![(entry, Case::new())];
    while let Some((node, case)) = open.pop() {
        if !seen.insert((node, case.iter().map(|(fact, value)| (*fact, *value)).collect())) {
            continue;
        }
        if seen.len() > LIMIT {
            return None;
        }
        for edge in procedure[node].next.iter().filter(|edge| !closed.contains(&edge.to)) {
            open.extend(cases(model, &edge.when, &case, &shared).into_iter().map(|case| (edge.to, case)));
        }
        found.entry(node).or_default().push(case);
    }
    Some(Reached(found))
}

/// The facts that more than one choice asks for.
fn shared(procedure: &Procedure) -> BTreeSet<FactId> {
    let mut asked = BTreeSet::new();
    let mut shared = BTreeSet::new();
    for node in procedure.nodes.iter().filter(|node| node.kind == NodeKind::Choice) {
        let here: BTreeSet<FactId> = node.next.iter().flat_map(|edge| edge.when.facts()).collect();
        shared.extend(here.intersection(&asked));
        asked.extend(here);
    }
    shared
}

/// The ways in which `when` can hold in `case`, with the shared facts that it asks for settled.
fn cases(model: &Model, when: &Condition, case: &Case, shared: &BTreeSet<FactId>) -> Vec<Case> {
    let asked = when.facts().into_iter().filter(|fact| shared.contains(fact) && !case.contains_key(fact));
    let mut cases = vec![case.clone()];
    for fact in asked {
        cases = cases.iter().flat_map(|case| settled(model, case, fact)).filter(|case| may(when, case)).collect();
    }
    cases.into_iter().filter(|case| when.met(model, case).is_some()).collect()
}

fn settled(model: &Model, case: &Case, fact: FactId) -> Vec<Case> {
    let values = 0..model[fact].values.len() as u32;
    values.map(|value| case.iter().map(|(fact, value)| (*fact, *value)).chain([(fact, value)]).collect()).collect()
}

fn may(when: &Condition, case: &Case) -> bool {
    when.holds(case) != Some(false)
}

/// A case in words of the language: `documents-complete and purpose = farming`.
pub(super) fn written(model: &Model, case: &Case) -> String {
    let all: Vec<Condition> = case.iter().map(|(fact, value)| Condition::Is(*fact, *value)).collect();
    Condition::All(all).written(model)
}
