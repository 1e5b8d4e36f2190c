//! How many paths a procedure has: ways through it that some values of the facts take.
//!
//! Two cases that take the same edges are one path. So a path carries the set of values it leaves possible for the
//! facts that are still remembered, and paths with the same set are counted together.

use super::conditions::{Facts, assignments};
use super::pass::Key;
use super::plan::Plan;
use crate::model::{Condition, FactId, Model, NodeIx, NodeKind, Procedure};
use std::collections::{BTreeMap, BTreeSet};

/// The values left possible, and how many paths leave just these.
type Counts = BTreeMap<BTreeSet<Key>, u128>;

pub struct Paths<'a> {
    pub model: &'a Model,
    pub procedure: &'a Procedure,
    pub plan: &'a Plan,
    pub when: &'a Condition,
}

impl Paths<'_> {
    /// The exact number; a count over 2^128 stays there.
    pub fn count(&self) -> u128 {
        let Some(entry) = self.procedure.entry else { return 0 };
        let live = self.live(entry);
        let keys: BTreeSet<Key> = assignments(self.model, self.when, &Facts::new(), live)
            .iter()
            .map(|facts| live.iter().map(|fact| facts[fact]).collect())
            .collect();
        if keys.is_empty() {
            return 0;
        }
        let counts = self.walk(0, entry, Counts::from([(keys, 1)]), None);
        counts.values().fold(0u128, |sum, count| sum.saturating_add(*count))
    }

    fn live(&self, node: NodeIx) -> &[FactId] {
        &self.plan.live[node.0 as usize]
    }

    /// From `first` to the join, or to the ends where there is none to stop at.
    fn walk(&self, after: usize, first: NodeIx, start: Counts, join: Option<NodeIx>) -> Counts {
        let mut waiting: BTreeMap<NodeIx, Counts> = BTreeMap::from([(first, start)]);
        let mut ended = Counts::new();
        for (at, &node) in self.plan.order.iter().enumerate().skip(after) {
            let Some(counts) = waiting.remove(&node) else { continue };
            if join == Some(node) {
                return counts;
            }
            match self.procedure[node].kind {
                NodeKind::End(_) => add(&mut ended, counts),
                NodeKind::Parallel if !self.procedure[node].next.is_empty() => {
                    let Some((&meeting, _)) = self.plan.joins.iter().find(|(_, join)| join.parallel == node) else {
                        continue;
                    };
                    let met = self.fork(at, node, counts, meeting);
                    add(waiting.entry(meeting).or_default(), met);
                }
                _ => {
                    for edge in &self.procedure[node].next {
                        let taken = self.take(node, &counts, &edge.when, edge.to);
                        add(waiting.entry(edge.to).or_default(), taken);
                    }
                }
            }
        }
        ended
    }

    fn take(&self, node: NodeIx, counts: &Counts, when: &Condition, to: NodeIx) -> Counts {
        let mut taken = Counts::new();
        for (keys, count) in counts {
            let keys: BTreeSet<Key> = keys.iter().flat_map(|key| self.carried(node, key, when, to)).collect();
            if !keys.is_empty() {
                let sum: &mut u128 = taken.entry(keys).or_default();
                *sum = sum.saturating_add(*count);
            }
        }
        taken
    }

    fn carried(&self, node: NodeIx, key: &Key, when: &Condition, to: NodeIx) -> Vec<Key> {
        let known: Facts = self.live(node).iter().copied().zip(key.iter().copied()).collect();
        let live = self.live(to);
        let found = assignments(self.model, when, &known, live);
        found.iter().map(|facts| live.iter().map(|fact| facts[fact]).collect()).collect()
    }

    /// Through all branches at once: every choice in one goes with every choice in another that agrees with it.
    fn fork(&self, at: usize, node: NodeIx, counts: Counts, join: NodeIx) -> Counts {
        let mut met = Counts::new();
        for (keys, count) in counts {
            let one = Counts::from([(keys, 1)]);
            let mut pairs: Option<Counts> = None;
            for edge in &self.procedure[node].next {
                let entered = self.take(node, &one, &edge.when, edge.to);
                let branch = if edge.to == join { entered } else { self.walk(at, edge.to, entered, Some(join)) };
                pairs = Some(match pairs {
                    None => branch,
                    Some(pairs) => agreeing(&pairs, &branch),
                });
            }
            let scaled = pairs.unwrap_or_default().into_iter().map(|(keys, n)| (keys, n.saturating_mul(count)));
            add(&mut met, scaled.collect());
        }
        met
    }
}

fn agreeing(a: &Counts, b: &Counts) -> Counts {
    let mut out = Counts::new();
    for (left, n) in a {
        for (right, m) in b {
            let keys: BTreeSet<Key> = left.intersection(right).cloned().collect();
            if !keys.is_empty() {
                let sum: &mut u128 = out.entry(keys).or_default();
                *sum = sum.saturating_add(n.saturating_mul(*m));
            }
        }
    }
    out
}

fn add(into: &mut Counts, more: Counts) {
    for (keys, count) in more {
        let sum: &mut u128 = into.entry(keys).or_default();
        *sum = sum.saturating_add(count);
    }
}
