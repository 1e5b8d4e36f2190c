//! Which nodes a case can reach, and under which conditions: exact, without trying every case.
//!
//! Only facts that more than one choice asks for tie choices together; the others are settled where they are asked.

use crate::diagnostics::Arg;
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
    let Some(entry) = procedure.entry else { return Some(Reached(BTreeMap::new())) };
    // With every node open, a branch always comes to its join.
    let joins = if closed.is_empty() { BTreeMap::new() } else { joins(procedure) };
    let mut walk =
        Walk { model, procedure, closed, shared: shared(procedure), joins, found: BTreeMap::new(), steps: 0 };
    walk.from(entry, Case::new(), None, &mut Vec::new())?;
    Some(Reached(walk.found))
}

struct Walk<'a> {
    model: &'a Model,
    procedure: &'a Procedure,
    closed: &'a [NodeIx],
    shared: BTreeSet<FactId>,
    /// Where branches part, and where they meet.
    joins: BTreeMap<NodeIx, NodeIx>,
    found: BTreeMap<NodeIx, Vec<Case>>,
    steps: usize,
}

impl Walk<'_> {
    /// Follows every way from `start` as far as `until`; answers with the cases that come there.
    fn from(
        &mut self,
        start: NodeIx,
        case: Case,
        until: Option<NodeIx>,
        inside: &mut Vec<NodeIx>,
    ) -> Option<BTreeSet<Case>> {
        let mut seen: HashSet<(NodeIx, Vec<(FactId, u32)>)> = HashSet::new();
        let mut there = BTreeSet::new();
        let mut open = vec![(start, case)];
        while let Some((node, case)) = open.pop() {
            if self.closed.contains(&node) || !seen.insert((node, case.clone().into_iter().collect())) {
                continue;
            }
            if Some(node) == until {
                there.insert(case);
                continue;
            }
            self.steps += 1;
            if self.steps > LIMIT {
                return None;
            }
            match self.joins.get(&node).copied().filter(|_| !inside.contains(&node)) {
                Some(join) => open.extend(self.met(node, join, &case, inside)?.into_iter().map(|case| (join, case))),
                None => {
                    for edge in &self.procedure[node].next {
                        let onward = cases(self.model, &edge.when, &case, &self.shared);
                        open.extend(onward.into_iter().map(|case| (edge.to, case)));
                    }
                }
            }
            self.found.entry(node).or_default().push(case);
        }
        Some(there)
    }

    /// The cases in which every branch comes to the join.
    fn met(&mut self, parallel: NodeIx, join: NodeIx, case: &Case, inside: &mut Vec<NodeIx>) -> Option<BTreeSet<Case>> {
        inside.push(parallel);
        let procedure = self.procedure;
        let mut met = BTreeSet::from([case.clone()]);
        for edge in &procedure[parallel].next {
            let branch = self.from(edge.to, case.clone(), Some(join), inside)?;
            if met.len().saturating_mul(branch.len()) > LIMIT {
                return None;
            }
            met = met.iter().flat_map(|one| branch.iter().filter_map(|other| both(one, other))).collect();
        }
        inside.pop();
        Some(met)
    }
}

/// Both cases at once, where no fact has two values.
fn both(one: &Case, other: &Case) -> Option<Case> {
    let agree = other.iter().all(|(fact, value)| one.get(fact).is_none_or(|known| known == value));
    agree.then(|| one.iter().chain(other).map(|(fact, value)| (*fact, *value)).collect())
}

/// By the node at which branches part, the join at which they meet.
fn joins(procedure: &Procedure) -> BTreeMap<NodeIx, NodeIx> {
    let nodes = (0..procedure.nodes.len() as u32).map(NodeIx);
    let parting = nodes.filter(|&node| procedure[node].kind == NodeKind::Parallel);
    parting.filter_map(|parallel| Some((parallel, join_of(procedure, parallel)?))).collect()
}

/// The join at which as many branches have met as parted from `parallel` on.
fn join_of(procedure: &Procedure, parallel: NodeIx) -> Option<NodeIx> {
    let mut seen = BTreeSet::new();
    let mut open: Vec<(NodeIx, usize)> = procedure[parallel].next.iter().map(|edge| (edge.to, 0)).collect();
    while let Some((node, inside)) = open.pop() {
        if !seen.insert(node) {
            continue;
        }
        let inside = match procedure[node].kind {
            NodeKind::Join if inside == 0 => return Some(node),
            NodeKind::Join => inside - 1,
            NodeKind::Parallel => inside + 1,
            _ => inside,
        };
        open.extend(procedure[node].next.iter().map(|edge| (edge.to, inside)));
    }
    None
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
pub(super) fn written(model: &Model, case: &Case) -> Arg {
    let all: Vec<Condition> = case.iter().map(|(fact, value)| Condition::Is(*fact, *value)).collect();
    super::told::condition(model, &Condition::All(all))
}
