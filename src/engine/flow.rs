//! The way of the file through the nodes.

use super::Case;
use crate::artifact::{Ix, NodeKind, Pace};
use crate::time::Instant;
use std::collections::BTreeMap;

/// What the events so far amount to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Course {
    pub facts: BTreeMap<Ix, Ix>,
    /// Since when the file is where somebody must act.
    pub active: BTreeMap<Ix, Instant>,
    /// When each node was done.
    pub done: Vec<Option<Instant>>,
    /// What somebody did, in the order in which it happened.
    pub log: Vec<Did>,
    /// How many files have come to a join, and when the last of them.
    meeting: BTreeMap<Ix, (u32, Instant)>,
    /// Extensions that events declared.
    pub extended: Vec<Ix>,
    /// When the clock of the term stopped, and went on.
    pub stops: Vec<(Instant, Option<Instant>)>,
    /// How many waits hold it.
    holding: u32,
    pub over: Over,
    /// The node that the act leads no further.
    pub stuck: Option<Ix>,
    /// The instant of what happened last.
    pub last: Instant,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Over {
    No,
    Ended(Ix),
    Withdrawn,
}

/// A node that somebody did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Did {
    pub node: Ix,
    pub from: Instant,
    pub at: Instant,
    pub due: Option<Instant>,
    /// It has no limit that the calendar knows, though it has one.
    pub beyond: bool,
    /// The end of the term as it was then, where a limit is counted back from it.
    pub term: Option<Instant>,
}

/// Where a file goes that leaves a node.
enum Onward {
    To(Ix),
    /// That hangs on facts that are not known.
    Open,
    Nowhere,
}

impl Course {
    pub fn new(nodes: usize, filed: Instant) -> Course {
        Course {
            facts: BTreeMap::new(),
            active: BTreeMap::new(),
            done: vec![None; nodes],
            log: Vec::new(),
            meeting: BTreeMap::new(),
            extended: Vec::new(),
            stops: Vec::new(),
            holding: 0,
            over: Over::No,
            stuck: None,
            last: filed,
        }
    }

    pub fn withdraw(&mut self) {
        self.over = Over::Withdrawn;
        self.active.clear();
    }
}

impl Case {
    /// Whether nothing can happen any more.
    pub fn is_over(&self) -> bool {
        self.course.over != Over::No || self.course.active.is_empty()
    }

    /// A node under way is done.
    pub(super) fn complete(&mut self, node: Ix, at: Instant) {
        let done = self.doing(node, at);
        self.finish(node, done);
    }

    /// What is written down of a node that is done now.
    pub(super) fn doing(&self, node: Ix, at: Instant) -> Did {
        let from = self.course.active.get(&node).copied().unwrap_or(at);
        let bound = self.bound(node, from);
        let back = self.way.bounds[node as usize].iter().any(|bound| bound.back);
        let term = if back { self.term().ok().flatten() } else { None };
        Did { node, from, at, due: bound.due, beyond: bound.beyond, term }
    }

    pub(super) fn finish(&mut self, node: Ix, did: Did) {
        let at = did.at;
        self.course.active.remove(&node);
        self.course.log.push(did);
        if self.holds_the_clock(node) {
            self.course.holding -= 1;
            if let (0, Some(stop)) = (self.course.holding, self.course.stops.last_mut()) {
                stop.1 = Some(at);
            }
        }
        self.leave(node, at);
    }

    fn holds_the_clock(&self, node: Ix) -> bool {
        self.node(node).stops_clock && self.way.readings.clock_stop
    }

    fn leave(&mut self, node: Ix, at: Instant) {
        self.course.done[node as usize] = Some(at);
        match self.onward(node) {
            Onward::To(next) => self.enter(next, at),
            Onward::Open | Onward::Nowhere => self.course.stuck = Some(node),
        }
    }

    fn onward(&self, node: Ix) -> Onward {
        let value = self.value();
        let mut open = false;
        for edge in &self.node(node).next {
            match edge.when.holds(&value) {
                Some(true) => return Onward::To(edge.to),
                Some(false) => {}
                None => open = true,
            }
        }
        if open { Onward::Open } else { Onward::Nowhere }
    }

    /// The file comes to a node, and through all points behind it.
    pub(super) fn enter(&mut self, node: Ix, at: Instant) {
        let mut coming = vec![(node, at)];
        while let Some((node, at)) = coming.pop() {
            // A node is entered once, whatever leads to it.
            if self.course.done[node as usize].is_some() || self.course.active.contains_key(&node) {
                continue;
            }
            match (self.node(node).kind, self.node(node).pace) {
                (NodeKind::End, _) => {
                    self.course.done[node as usize] = Some(at);
                    self.course.over = Over::Ended(node);
                    self.course.active.clear();
                    return;
                }
                (NodeKind::Join, _) => {
                    let met = self.course.meeting.entry(node).or_insert((0, at));
                    *met = (met.0 + 1, met.1.max(at));
                    let (count, latest) = *met;
                    if count >= self.node(node).needs {
                        self.pass(node, latest, &mut coming);
                    }
                }
                (_, Pace::Automatic) => self.pass(node, at, &mut coming),
                _ => self.begin(node, at),
            }
        }
    }

    /// Through a point. A choice that hangs on facts stays under way.
    fn pass(&mut self, node: Ix, at: Instant, coming: &mut Vec<(Ix, Instant)>) {
        if self.node(node).kind == NodeKind::Parallel {
            self.course.done[node as usize] = Some(at);
            coming.extend(self.node(node).next.iter().rev().map(|edge| (edge.to, at)));
            return;
        }
        match self.onward(node) {
            Onward::Open => self.begin(node, at),
            Onward::To(next) => {
                self.course.done[node as usize] = Some(at);
                coming.push((next, at));
            }
            Onward::Nowhere => {
                self.course.done[node as usize] = Some(at);
                self.course.stuck = Some(node);
            }
        }
    }

    fn begin(&mut self, node: Ix, at: Instant) {
        self.course.active.insert(node, at);
        if self.holds_the_clock(node) {
            if self.course.holding == 0 {
                self.course.stops.push((at, None));
            }
            self.course.holding += 1;
        }
    }

    /// Choices that nobody is named to make and that hang on nothing any more go on.
    pub(super) fn settle(&mut self, at: Instant) {
        loop {
            let ready = |node: &Ix| self.is_undecided(*node) && !matches!(self.onward(*node), Onward::Open);
            let Some(node) = self.course.active.keys().copied().find(ready) else { return };
            let from = self.course.active.get(&node).copied().unwrap_or(at);
            self.complete(node, from.max(at));
        }
    }
}
