//! One pass over a procedure: when the file arrives at each node and when it leaves, at the worst, over all paths.
//!
//! What it carries is either a curve (all starts at once) or a single instant. The worst over several paths is their
//! maximum, and that is exact: every act in a procedure is a monotone function of each of the events it depends on,
//! and joins them with maxima alone; a monotone function of a maximum is the maximum of the functions.
//!
//! A file remembers the values of the facts that [`Plan::live`] names, so that an infeasible path is never followed.

use super::conditions::{Facts, assignments, satisfiable};
use super::plan::Plan;
use crate::model::{AnchorEvent, Condition, FactId, Model, NodeIx, Procedure};
use crate::time::curve::Curve;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a pass computes with.
pub trait Moment: Clone {
    /// When what starts here is done, by a limit.
    fn after(&self, limit: &Arc<Curve>) -> Self;
    fn later(&self, other: &Self) -> Self;
    fn earlier(&self, other: &Self) -> Self;
}

impl Moment for Arc<Curve> {
    fn after(&self, limit: &Arc<Curve>) -> Self {
        Arc::new(self.then(limit))
    }

    fn later(&self, other: &Self) -> Self {
        if Arc::ptr_eq(self, other) { self.clone() } else { Arc::new(self.max(other)) }
    }

    fn earlier(&self, other: &Self) -> Self {
        Arc::new(self.min(other))
    }
}

impl Moment for i32 {
    fn after(&self, limit: &Arc<Curve>) -> Self {
        limit.at(*self)
    }

    fn later(&self, other: &Self) -> Self {
        *self.max(other)
    }

    fn earlier(&self, other: &Self) -> Self {
        *self.min(other)
    }
}

/// How one node takes its time.
#[derive(Clone, Debug)]
pub struct Act<T> {
    /// The earliest of its limits that are counted forward; `None`: at once.
    pub limit: Option<Arc<Curve>>,
    /// The earliest of those counted back from the term's end.
    pub before_term: Option<T>,
}

/// A file on its way: when it arrives, and when the events happened from which something is still counted.
#[derive(Clone, Debug)]
pub struct State<T> {
    pub arrival: T,
    pub events: BTreeMap<NodeIx, T>,
}

/// The values of the live facts, in the order of [`Plan::live`].
pub type Key = Vec<u32>;

pub type States<T> = BTreeMap<Key, State<T>>;

/// What a pass runs over.
pub struct Pass<'a, T> {
    pub model: &'a Model,
    pub procedure: &'a Procedure,
    pub plan: &'a Plan,
    /// One a node.
    pub acts: &'a [Act<T>],
    /// The filing as counted.
    pub filing: T,
    /// What the case asks of the facts.
    pub when: &'a Condition,
    /// Facts whose values are fixed.
    pub pinned: &'a Facts,
    /// Edges that are not taken.
    pub closed: &'a BTreeSet<(NodeIx, usize)>,
    /// Nodes behind which nothing is followed.
    pub stops: &'a BTreeSet<NodeIx>,
}

/// What a pass found, by node.
pub struct Passed<T> {
    /// Before its act.
    pub arriving: Vec<States<T>>,
    /// Behind it: the event of the node itself is among the events, if it is counted from.
    pub leaving: Vec<States<T>>,
}

impl<T: Moment> Pass<'_, T> {
    /// From the filing to the ends.
    pub fn run(&self) -> Passed<T> {
        let mut passed = self.empty();
        let Some(entry) = self.procedure.entry else { return passed };
        let state = State { arrival: self.filing.clone(), events: BTreeMap::new() };
        let live = self.live(entry);
        for facts in assignments(self.model, self.when, self.pinned, live) {
            passed.arriving[entry.0 as usize].insert(live.iter().map(|fact| facts[fact]).collect(), state.clone());
        }
        self.follow(&mut passed, false);
        passed
    }

    /// From behind `node` on, with the files that leave it.
    pub fn run_behind(&self, node: NodeIx, leaving: States<T>) -> Passed<T> {
        let mut passed = self.empty();
        passed.leaving[node.0 as usize] = leaving;
        let mut meetings = Meetings::new();
        self.hand_on(node, &mut passed, &mut meetings);
        let at = self.plan.order.iter().position(|&other| other == node).unwrap_or(0);
        self.follow_from(at + 1, &mut passed, &mut meetings, true);
        passed
    }

    fn empty(&self) -> Passed<T> {
        let states = vec![States::new(); self.procedure.nodes.len()];
        Passed { arriving: states.clone(), leaving: states }
    }

    fn follow(&self, passed: &mut Passed<T>, partial: bool) {
        self.follow_from(0, passed, &mut Meetings::new(), partial);
    }

    fn follow_from(&self, first: usize, passed: &mut Passed<T>, meetings: &mut Meetings<T>, partial: bool) {
        for &node in &self.plan.order[first..] {
            let ix = node.0 as usize;
            if let Some(branches) = meetings.remove(&node) {
                passed.arriving[ix] = self.meet(node, branches, partial);
            }
            if passed.arriving[ix].is_empty() {
                continue;
            }
            passed.leaving[ix] = self.act(node, &passed.arriving[ix]);
            if !self.stops.contains(&node) {
                self.hand_on(node, passed, meetings);
            }
        }
    }

    fn live(&self, node: NodeIx) -> &[FactId] {
        &self.plan.live[node.0 as usize]
    }

    /// The node's own act. Files that arrive together share one computation.
    fn act(&self, node: NodeIx, arriving: &States<T>) -> States<T> {
        let counted_later =
            self.procedure[node].next.iter().any(|edge| self.plan.counted[edge.to.0 as usize].contains(&node));
        let done = |(key, state): (&Key, &State<T>)| {
            let finish = self.finish(node, state);
            let mut events = state.events.clone();
            if counted_later {
                events.insert(node, finish.clone());
            }
            (key.clone(), State { arrival: finish, events })
        };
        arriving.iter().map(done).collect()
    }

    /// Done by the later of the file's arrival and the limit.
    pub fn finish(&self, node: NodeIx, state: &State<T>) -> T {
        match self.expiry(node, state) {
            Some(limit) if self.follows_arrival(node) => limit,
            Some(limit) => state.arrival.later(&limit),
            None => state.arrival.clone(),
        }
    }

    /// Whether the limit, counted forward from the arrival itself, cannot end before it.
    fn follows_arrival(&self, node: NodeIx) -> bool {
        self.acts[node.0 as usize].before_term.is_none()
            && self.procedure[node].anchor.events.contains(&AnchorEvent::Previous)
    }

    /// When the node's limit expires, whether or not the file has arrived.
    pub fn expiry(&self, node: NodeIx, state: &State<T>) -> Option<T> {
        let act = &self.acts[node.0 as usize];
        let forward = act.limit.as_ref().map(|limit| self.anchor(node, state).after(limit));
        match (forward, &act.before_term) {
            (Some(forward), Some(back)) => Some(forward.earlier(back)),
            (forward, back) => forward.or_else(|| back.clone()),
        }
    }

    /// The event that the node's limit is counted from: of several, the later one that lies on the path; the arrival
    /// where none does.
    fn anchor(&self, node: NodeIx, state: &State<T>) -> T {
        let event = |event: &AnchorEvent| match event {
            AnchorEvent::Previous => Some(state.arrival.clone()),
            AnchorEvent::Filing => Some(self.filing.clone()),
            AnchorEvent::Done(node) => state.events.get(node).cloned(),
        };
        let events = self.procedure[node].anchor.events.iter().filter_map(event);
        events.reduce(|a, b| a.later(&b)).unwrap_or_else(|| state.arrival.clone())
    }

    /// Hands what leaves `node` to those behind it, along every edge that can be taken.
    fn hand_on(&self, node: NodeIx, passed: &mut Passed<T>, meetings: &mut Meetings<T>) {
        let from = self.live(node).to_vec();
        let leaving = std::mem::take(&mut passed.leaving[node.0 as usize]);
        for (ix, edge) in self.procedure[node].next.iter().enumerate() {
            if self.closed.contains(&(node, ix)) {
                continue;
            }
            let into = match self.plan.joins.get(&edge.to) {
                Some(meeting) => {
                    let branches = meetings.entry(edge.to).or_insert_with(|| vec![States::new(); meeting.branches]);
                    let branch = meeting.branch_of.get(&(node, ix)).copied().unwrap_or(0);
                    &mut branches[branch]
                }
                None => &mut passed.arriving[edge.to.0 as usize],
            };
            for (key, state) in &leaving {
                for key in self.carried(&from, key, &edge.when, self.live(edge.to)) {
                    self.arrive(edge.to, into, key, state);
                }
            }
        }
        passed.leaving[node.0 as usize] = leaving;
    }

    /// The keys under which a file with `key` takes an edge: facts tested for the first time are split on, facts
    /// used for the last time are forgotten.
    fn carried(&self, from: &[FactId], key: &Key, when: &Condition, to: &[FactId]) -> Vec<Key> {
        if from == to && *when == Condition::Always {
            return vec![key.clone()];
        }
        let mut known = self.pinned.clone();
        known.extend(from.iter().copied().zip(key.iter().copied()));
        if to.iter().all(|fact| known.contains_key(fact)) {
            let kept = || to.iter().map(|fact| known[fact]).collect();
            return if satisfiable(self.model, when, &known) { vec![kept()] } else { Vec::new() };
        }
        let found = assignments(self.model, when, &known, to);
        found.iter().map(|facts| to.iter().map(|fact| facts[fact]).collect()).collect()
    }

    /// One more file at `node`: of those that remember the same, the later one counts, event by event.
    fn arrive(&self, node: NodeIx, into: &mut States<T>, key: Key, state: &State<T>) {
        let counted = &self.plan.counted[node.0 as usize];
        let events = state.events.iter().filter(|(event, _)| counted.contains(event));
        match into.entry(key) {
            std::collections::btree_map::Entry::Vacant(entry) => {
                let events = events.map(|(event, at)| (*event, at.clone())).collect();
                entry.insert(State { arrival: state.arrival.clone(), events });
            }
            std::collections::btree_map::Entry::Occupied(mut entry) => {
                let there = entry.get_mut();
                there.arrival = there.arrival.later(&state.arrival);
                later_events(&mut there.events, events);
            }
        }
    }

    /// Parallel branches meet: every pair that remembers the same goes on at the later of the two.
    fn meet(&self, node: NodeIx, branches: Vec<States<T>>, partial: bool) -> States<T> {
        let mut branches = branches.into_iter().filter(|states| !(partial && states.is_empty()));
        let mut met = branches.next().unwrap_or_default();
        for branch in branches {
            met.retain(|key, _| branch.contains_key(key));
            for (key, state) in &branch {
                if met.contains_key(key) {
                    self.arrive(node, &mut met, key.clone(), state);
                }
            }
        }
        met
    }
}

/// By join: what has arrived from each branch.
type Meetings<T> = BTreeMap<NodeIx, Vec<States<T>>>;

fn later_events<'a, T: Moment + 'a>(
    there: &mut BTreeMap<NodeIx, T>,
    events: impl Iterator<Item = (&'a NodeIx, &'a T)>,
) {
    for (event, at) in events {
        there.entry(*event).and_modify(|known| *known = known.later(at)).or_insert_with(|| at.clone());
    }
}
