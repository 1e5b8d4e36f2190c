//! Step by step: which node of a channel is which on the other side, and which of them changed places.
//!
//! A node is known again by its name and text, then by its text, by its name, by everything else that is said of it, and
//! at last by standing alone between two that are known.

use super::names::Names;
use super::said::{agree, is_empty, limits};
use crate::model::{ChannelId, Model, Node, NodeIx, NodeKind, Procedure, Regulation};
use std::collections::{BTreeMap, HashMap, HashSet};

/// One channel that both sides have, and by each place on the new side the one on the old.
pub(super) struct Paired {
    pub old: ChannelId,
    pub new: ChannelId,
    pub of_new: Vec<Option<usize>>,
}

/// By the new side's names of nodes, the old side's.
pub(super) type Renamed = HashMap<String, String>;

pub(super) fn pair(old: &Model, one: &Regulation, new: &Model, other: &Regulation, names: &Names) -> Vec<Paired> {
    let mut all = Vec::new();
    for before in &one.procedures {
        let channel = names.old.channel(before.channel);
        let Some(after) = other.procedures.iter().find(|it| names.new.channel(it.channel) == channel) else { continue };
        let described: Vec<Described> =
            before.nodes.iter().map(|node| Described::of(node, &|id| names.old.actor(id), old)).collect();
        let fresh: Vec<Described> =
            after.nodes.iter().map(|node| Described::of(node, &|id| names.new.actor(id), new)).collect();
        let of_new = matched(before, &described, after, &fresh);
        all.push(Paired { old: before.channel, new: after.channel, of_new });
    }
    all
}

pub(super) fn renamed(one: &Regulation, other: &Regulation, paired: &[Paired]) -> Renamed {
    let mut all = Renamed::new();
    for pair in paired {
        let (Some(before), Some(after)) = (procedure(one, pair.old), procedure(other, pair.new)) else { continue };
        for (at, same) in pair.of_new.iter().enumerate() {
            if let Some(same) = same.filter(|same| before.nodes[*same].id != after.nodes[at].id) {
                all.insert(after.nodes[at].id.clone(), before.nodes[same].id.clone());
            }
        }
    }
    all
}

pub(super) fn procedure(regulation: &Regulation, channel: ChannelId) -> Option<&Procedure> {
    regulation.procedures.iter().find(|it| it.channel == channel)
}

/// A node without its name.
struct Described {
    kind: u8,
    /// The author named it.
    named: bool,
    clauses: String,
    whole: String,
}

impl Described {
    fn of(node: &Node, actor: &dyn Fn(crate::model::ActorId) -> String, _model: &Model) -> Described {
        let mut clauses: Vec<&str> = node.citations.iter().map(|it| it.clause.address.as_str()).collect();
        clauses.sort_unstable();
        let clauses = clauses.join(",");
        let by = node.actor.map(actor).unwrap_or_default();
        let to = node.hands_to.map(actor).unwrap_or_default();
        let whole = format!("{by}|{to}|{}|{clauses}|{:?}", limits(&node.limits).0, node.kind);
        Described { kind: kind(node.kind), named: is_named(node), clauses, whole }
    }
}

fn kind(kind: NodeKind) -> u8 {
    match kind {
        NodeKind::Step => 0,
        NodeKind::Choice => 1,
        NodeKind::Parallel => 2,
        NodeKind::Join => 3,
        NodeKind::Wait { .. } => 4,
        NodeKind::Receipt => 5,
        NodeKind::End(_) => 6,
    }
}

/// Names that are made up hold a keyword and a number; see [`Node::id`].
fn is_named(node: &Node) -> bool {
    let made_up = ["choice", "parallel", "branch", "wait", "receipt", "end", "step", "stage"];
    let id = node.id.strip_suffix("-join").unwrap_or(&node.id);
    let numbered = |word: &str| {
        id.strip_prefix(word).is_some_and(|rest| {
            rest.is_empty() || rest.strip_prefix('-').is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()))
        })
    };
    !made_up.into_iter().any(numbered)
}

fn matched(before: &Procedure, old: &[Described], after: &Procedure, new: &[Described]) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> = vec![None; new.len()];
    type Round<'r> = &'r dyn Fn(usize, usize) -> bool;
    let node = |one: usize, other: usize| (&before.nodes[one], &after.nodes[other]);
    let same_kind = |one: usize, other: usize| old[one].kind == new[other].kind;
    let named =
        |one: usize, other: usize| old[one].named && new[other].named && before.nodes[one].id == after.nodes[other].id;
    let labelled = |one: usize, other: usize| {
        let (one, other) = node(one, other);
        !is_empty(&one.label) && agree(&one.label, &other.label)
    };
    let rounds: [(Round, bool); 5] = [
        (
            &|one, other| {
                same_kind(one, other)
                    && named(one, other)
                    && agree(&node(one, other).0.label, &node(one, other).1.label)
            },
            false,
        ),
        (&|one, other| same_kind(one, other) && labelled(one, other), false),
        (&|one, other| same_kind(one, other) && named(one, other), false),
        (&|one, other| old[one].whole == new[other].whole, true),
        (
            &|one, other| {
                same_kind(one, other) && !old[one].clauses.is_empty() && old[one].clauses == new[other].clauses
            },
            false,
        ),
    ];
    for (round, in_order) in rounds {
        take(&mut pairs, old.len(), round, in_order);
    }
    // Alone between two that are known: first by kind.
    for _ in 0..2 {
        between(&mut pairs, old, new);
    }
    pairs
}

/// Pairs what fits one alone; `in_order`: also several that fit as many, the first with the first.
pub(super) fn take(pairs: &mut [Option<usize>], olds: usize, fits: &dyn Fn(usize, usize) -> bool, in_order: bool) {
    let taken: HashSet<usize> = pairs.iter().flatten().copied().collect();
    let free: Vec<usize> = (0..olds).filter(|at| !taken.contains(at)).collect();
    let mut groups: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for at in (0..pairs.len()).filter(|at| pairs[*at].is_none()) {
        let fitting: Vec<usize> = free.iter().copied().filter(|one| fits(*one, at)).collect();
        if !fitting.is_empty() {
            groups.entry(fitting).or_default().push(at);
        }
    }
    let mut used: HashSet<usize> = HashSet::new();
    for (ones, others) in groups {
        if ones.len() == others.len() && (in_order || ones.len() == 1) && ones.iter().all(|one| !used.contains(one)) {
            for (one, other) in ones.iter().zip(others) {
                pairs[other] = Some(*one);
                used.insert(*one);
            }
        }
    }
}

/// Nodes of one kind between the same two neighbours, if there are as many on both sides.
fn between(pairs: &mut [Option<usize>], old: &[Described], new: &[Described]) {
    let mut at = 0;
    while at < new.len() {
        if pairs[at].is_some() {
            at += 1;
            continue;
        }
        let end = (at..new.len()).find(|next| pairs[*next].is_some()).unwrap_or(new.len());
        let from = if at == 0 { Some(0) } else { pairs[at - 1].map(|before| before + 1) };
        let to = if end == new.len() { Some(old.len()) } else { pairs[end] };
        if let (Some(from), Some(to)) = (from, to)
            && from <= to
        {
            let taken: HashSet<usize> = pairs.iter().flatten().copied().collect();
            let free: Vec<usize> = (from..to).filter(|one| !taken.contains(one)).collect();
            for kind in 0..7 {
                let ones: Vec<usize> = free.iter().copied().filter(|one| old[*one].kind == kind).collect();
                let others: Vec<usize> = (at..end).filter(|other| new[*other].kind == kind).collect();
                // A named step that is new is a new step, however alone it stands.
                let may = |(one, other): (&usize, &usize)| !(old[*one].named && new[*other].named);
                if ones.len() == others.len() && ones.iter().zip(&others).all(may) {
                    ones.iter().zip(others).for_each(|(one, other)| pairs[other] = Some(*one));
                }
            }
        }
        at = end;
    }
}

/// What comes behind what: by node, the nodes that can be reached from it.
pub(super) fn behind(procedure: &Procedure) -> Vec<HashSet<usize>> {
    let reach = |start: usize| {
        let mut seen = HashSet::new();
        let mut stack = vec![start];
        while let Some(at) = stack.pop() {
            for edge in &procedure.nodes[at].next {
                let to = edge.to.0 as usize;
                if seen.insert(to) {
                    stack.push(to);
                }
            }
        }
        seen
    };
    (0..procedure.nodes.len()).map(reach).collect()
}

/// The nodes on the new side that changed places: the fewest without which the order of the others is as before.
pub(super) fn moved(before: &Procedure, after: &Procedure, of_new: &[Option<usize>]) -> HashSet<usize> {
    let (old, new) = (behind(before), behind(after));
    let known: Vec<(usize, usize)> = of_new.iter().enumerate().filter_map(|(at, one)| Some((at, (*one)?))).collect();
    let turned = |(a, one): (usize, usize), (b, other): (usize, usize)| {
        old[one].contains(&other) && new[b].contains(&a) || old[other].contains(&one) && new[a].contains(&b)
    };
    let mut clashes: BTreeMap<usize, HashSet<usize>> = BTreeMap::new();
    for (ix, &one) in known.iter().enumerate() {
        for &other in &known[ix + 1..] {
            if turned(one, other) {
                clashes.entry(one.0).or_default().insert(other.0);
                clashes.entry(other.0).or_default().insert(one.0);
            }
        }
    }
    let mut moved = HashSet::new();
    // Of two that clash with as many, the one that now comes first was moved.
    while let Some((&worst, _)) =
        clashes.iter().filter(|(_, all)| !all.is_empty()).min_by_key(|(at, all)| (usize::MAX - all.len(), **at))
    {
        moved.insert(worst);
        clashes.remove(&worst);
        for all in clashes.values_mut() {
            all.remove(&worst);
        }
    }
    moved
}

/// The next nodes that both sides have and that kept their places.
pub(super) fn next(procedure: &Procedure, from: NodeIx, skip: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    let mut stack = vec![from.0 as usize];
    while let Some(at) = stack.pop() {
        if !seen.insert(at) {
            continue;
        }
        if skip(at) {
            stack.extend(procedure.nodes[at].next.iter().map(|edge| edge.to.0 as usize));
        } else if !found.contains(&at) {
            found.push(at);
        }
    }
    found.sort_unstable();
    found
}
