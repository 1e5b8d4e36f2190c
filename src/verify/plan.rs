//! How a pass over a procedure goes: the order of its nodes, where parallel branches meet, which facts must be
//! remembered where, and which events are still counted from.
//!
//! A fact is remembered from its first test to its last use and no longer: facts tested in one choice alone cost
//! nothing, however many there are.

use super::conditions::{collect_facts, facts_of};
use crate::model::{AnchorEvent, FactId, NodeIx, NodeKind, Procedure};
use std::collections::{BTreeMap, BTreeSet};

/// What a pass needs to know of a procedure before it starts.
#[derive(Debug)]
pub struct Plan {
    /// The nodes that can be reached, each behind those that lead to it.
    pub order: Vec<NodeIx>,
    /// By node: the facts that an arriving file remembers, sorted.
    pub live: Vec<Vec<FactId>>,
    /// By node: the nodes that it or a later one is counted from.
    pub counted: Vec<BTreeSet<NodeIx>>,
    /// Where the branches of a parallel part meet.
    pub joins: BTreeMap<NodeIx, Meeting>,
}

/// A join with what belongs to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meeting {
    pub parallel: NodeIx,
    pub branches: usize,
    /// By the edge into the join, as the node it leaves and its place there: the branch that it ends.
    pub branch_of: BTreeMap<(NodeIx, usize), usize>,
}

impl Plan {
    /// The plan for the cases in which the facts `asked` matter from the start; `None` where the procedure runs in a
    /// circle or parallel branches don't meet (which are findings of their own).
    pub fn new(procedure: &Procedure, asked: &BTreeSet<FactId>) -> Option<Plan> {
        let order = order(procedure)?;
        let joins = meetings(procedure, &order)?;
        let uses = uses(procedure, &order, &joins, asked);
        let live = live(procedure, &order, &uses, asked);
        let counted = counted(procedure, &order);
        Some(Plan { order, live, counted, joins })
    }
}

/// Depth first without recursion; each node stands behind those that lead to it.
fn order(procedure: &Procedure) -> Option<Vec<NodeIx>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; procedure.nodes.len()];
    let mut done = Vec::new();
    let mut stack: Vec<(NodeIx, usize)> = procedure.entry.into_iter().map(|entry| (entry, 0)).collect();
    while let Some((node, edge)) = stack.pop() {
        marks[node.0 as usize] = Mark::Open;
        match procedure[node].next.get(edge) {
            None => {
                marks[node.0 as usize] = Mark::Done;
                done.push(node);
            }
            Some(next) => {
                stack.push((node, edge + 1));
                match marks[next.to.0 as usize] {
                    Mark::New => stack.push((next.to, 0)),
                    Mark::Open => return None,
                    Mark::Done => {}
                }
            }
        }
    }
    done.reverse();
    Some(done)
}

fn meetings(procedure: &Procedure, order: &[NodeIx]) -> Option<BTreeMap<NodeIx, Meeting>> {
    let parallels = order.iter().filter(|&&node| procedure[node].kind == NodeKind::Parallel);
    parallels.filter(|&&node| !procedure[node].next.is_empty()).map(|&node| meeting(procedure, node)).collect()
}

/// The join at which every path of every branch arrives first, nested ones left aside.
fn meeting(procedure: &Procedure, parallel: NodeIx) -> Option<(NodeIx, Meeting)> {
    let mut join = None;
    let mut branch_of = BTreeMap::new();
    let branches = &procedure[parallel].next;
    for (branch, edge) in branches.iter().enumerate() {
        // How many parallel parts are open, seen from the fork.
        let mut seen: BTreeMap<NodeIx, usize> = BTreeMap::new();
        let mut stack = vec![((parallel, branch), edge.to, 1usize)];
        while let Some((from, node, depth)) = stack.pop() {
            let depth = match procedure[node].kind {
                NodeKind::Join => depth - 1,
                NodeKind::Parallel if !procedure[node].next.is_empty() => depth + 1,
                NodeKind::End(_) => return None,
                _ => depth,
            };
            if depth == 0 {
                if *join.get_or_insert(node) != node {
                    return None;
                }
                branch_of.insert(from, branch);
                continue;
            }
            match seen.insert(node, depth) {
                Some(before) if before != depth => return None,
                Some(_) => {}
                None => {
                    let next = procedure[node].next.iter().enumerate();
                    stack.extend(next.map(|(ix, edge)| ((node, ix), edge.to, depth)));
                }
            }
        }
    }
    Some((join?, Meeting { parallel, branches: branches.len(), branch_of }))
}

/// By node: the facts that it asks about. A join asks about those on which its branches must agree.
fn uses(
    procedure: &Procedure,
    order: &[NodeIx],
    joins: &BTreeMap<NodeIx, Meeting>,
    asked: &BTreeSet<FactId>,
) -> Vec<BTreeSet<FactId>> {
    let mut uses = vec![BTreeSet::new(); procedure.nodes.len()];
    for &node in order {
        procedure[node].next.iter().for_each(|edge| collect_facts(&edge.when, &mut uses[node.0 as usize]));
    }
    let upstream = upstream(procedure, order, &uses, asked);
    let mut agree = Vec::new();
    for (&join, meeting) in joins {
        let tested: Vec<BTreeSet<FactId>> =
            procedure[meeting.parallel].next.iter().map(|edge| tested_until(procedure, edge.to, join)).collect();
        let all: BTreeSet<FactId> = tested.iter().flatten().copied().collect();
        let before = &upstream[meeting.parallel.0 as usize];
        let shared =
            |fact: &FactId| before.contains(fact) || tested.iter().filter(|branch| branch.contains(fact)).count() > 1;
        agree.push((join, all.into_iter().filter(shared).collect::<BTreeSet<_>>()));
    }
    for (join, facts) in agree {
        uses[join.0 as usize].extend(facts);
    }
    uses
}

/// The facts tested from `first` on, up to the join.
fn tested_until(procedure: &Procedure, first: NodeIx, join: NodeIx) -> BTreeSet<FactId> {
    let mut seen = BTreeSet::from([join]);
    let mut stack = vec![first];
    let mut facts = BTreeSet::new();
    while let Some(node) = stack.pop() {
        if seen.insert(node) {
            for edge in &procedure[node].next {
                facts.extend(facts_of(&edge.when));
                stack.push(edge.to);
            }
        }
    }
    facts
}

/// By node: the facts used by those before it, and from the start.
fn upstream(
    procedure: &Procedure,
    order: &[NodeIx],
    uses: &[BTreeSet<FactId>],
    asked: &BTreeSet<FactId>,
) -> Vec<BTreeSet<FactId>> {
    let mut before = vec![asked.clone(); procedure.nodes.len()];
    for &node in order {
        let passed: BTreeSet<FactId> = before[node.0 as usize].union(&uses[node.0 as usize]).copied().collect();
        if passed.len() > asked.len() {
            procedure[node].next.iter().for_each(|edge| before[edge.to.0 as usize].extend(&passed));
        }
    }
    before
}

fn live(
    procedure: &Procedure,
    order: &[NodeIx],
    uses: &[BTreeSet<FactId>],
    asked: &BTreeSet<FactId>,
) -> Vec<Vec<FactId>> {
    let before = upstream(procedure, order, uses, asked);
    let mut after = uses.to_vec();
    for &node in order.iter().rev() {
        for edge in &procedure[node].next {
            let later = std::mem::take(&mut after[edge.to.0 as usize]);
            after[node.0 as usize].extend(&later);
            after[edge.to.0 as usize] = later;
        }
    }
    before.iter().zip(&after).map(|(before, after)| before.intersection(after).copied().collect()).collect()
}

fn counted(procedure: &Procedure, order: &[NodeIx]) -> Vec<BTreeSet<NodeIx>> {
    let mut counted = vec![BTreeSet::new(); procedure.nodes.len()];
    for &node in order.iter().rev() {
        let mut events: BTreeSet<NodeIx> = procedure[node].anchor.events.iter().filter_map(|e| done(*e)).collect();
        for edge in &procedure[node].next {
            events.extend(&counted[edge.to.0 as usize]);
        }
        counted[node.0 as usize] = events;
    }
    counted
}

fn done(event: AnchorEvent) -> Option<NodeIx> {
    match event {
        AnchorEvent::Done(node) => Some(node),
        AnchorEvent::Previous | AnchorEvent::Filing => None,
    }
}
