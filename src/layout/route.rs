//! The way of one arrow on the grid: the cheapest, by what the eye minds.

use super::Graph;
use super::grid::{At, FREE, Grid, Way};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

/// What the eye minds, in steps of the grid.
pub(super) const BEND: u64 = 100;
pub(super) const CROSSING: u64 = 260;
/// An arrow joins another one before they both end.
const JOIN: u64 = 70;
/// Arrows leave a node together.
const FORK: u64 = 160;
/// Against the flow.
const BACK: u64 = 30;
const STEP: u64 = 2;

/// A way, and what it costs.
#[derive(Clone, Debug)]
pub(super) struct Route {
    pub path: Vec<At>,
    pub cost: u64,
}

/// A point, and the way by which it was reached.
type Reached = (At, Way);

/// The cheapest way of an edge between two places; `None`: there is none left.
pub(super) fn route(graph: &Graph, grid: &Grid, edge: usize, from: At, to: At) -> Option<Route> {
    let crowded = graph.edges.iter().filter(|other| other.from == graph.edges[edge].from).count() > 3;
    let mut finder = Finder {
        graph,
        grid,
        edge,
        from,
        to,
        crowded,
        window: window(grid, from, to),
        best: HashMap::new(),
        queue: BinaryHeap::new(),
    };
    finder.find()
}

/// Ranks that a way may touch: those between its ends and a gap more.
fn window(grid: &Grid, from: At, to: At) -> (u32, u32) {
    let gap = grid.frame.slots + 1;
    let (low, high) = (from.u.min(to.u), from.u.max(to.u));
    (low.saturating_sub(gap), (high + gap).min(grid.frame.width() - 1))
}

struct Finder<'a> {
    graph: &'a Graph,
    grid: &'a Grid,
    edge: usize,
    from: At,
    to: At,
    /// The source has more edges than sides: they may leave together.
    crowded: bool,
    window: (u32, u32),
    best: HashMap<Reached, (u64, Option<Reached>)>,
    /// By the cost that the whole way can have at best, then by a fixed order, so that equal ways are chosen the same.
    queue: BinaryHeap<Reverse<(u64, u64, Reached)>>,
}

impl Finder<'_> {
    fn find(&mut self) -> Option<Route> {
        for way in Way::ALL {
            if let Some(cost) = self.leave(way) {
                self.step(cost, self.from, way, None);
            }
        }
        while let Some(Reverse((_, cost, reached))) = self.queue.pop() {
            let (at, came) = reached;
            if self.best.get(&reached).is_some_and(|(best, _)| *best < cost) {
                continue;
            }
            if at == self.to {
                return Some(Route { path: self.path(reached), cost });
            }
            for way in Way::ALL {
                if way != came.opposite()
                    && let Some(extra) = self.pass(at, came, way)
                {
                    self.step(cost + extra, at, way, Some(reached));
                }
            }
        }
        None
    }

    /// Goes on from a point by one line.
    fn step(&mut self, cost: u64, at: At, way: Way, before: Option<Reached>) {
        let Some(next) = self.grid.frame.step(at, way) else { return };
        if next.u < self.window.0 || next.u > self.window.1 {
            return;
        }
        let arriving = match next == self.to {
            true => self.arrive(way),
            false => (self.grid.node(next) == FREE).then_some(0),
        };
        let Some(arriving) = arriving else { return };
        let cost = cost + arriving + if way == Way::Back { STEP + BACK } else { STEP };
        let reached = (next, way);
        if self.best.get(&reached).is_none_or(|(best, _)| cost < *best) {
            self.best.insert(reached, (cost, before));
            self.queue.push(Reverse((cost + self.left(next, way), cost, reached)));
        }
    }

    /// The least that is still to come.
    fn left(&self, at: At, way: Way) -> u64 {
        let (du, dv) = (at.u.abs_diff(self.to.u), at.v.abs_diff(self.to.v));
        let turns = if way.along() { dv > 0 } else { du > 0 };
        u64::from(du + dv) * STEP + u64::from(turns) * BEND
    }

    /// What it costs to pass a point; `None`: it may not.
    fn pass(&self, at: At, came: Way, going: Way) -> Option<u64> {
        let (along, across) = self.grid.passing(at);
        let alike = |other: u32| other == FREE || self.together(other);
        if came != going {
            return (alike(along) && alike(across)).then_some(BEND);
        }
        let (same, other) = if going.along() { (along, across) } else { (across, along) };
        if !alike(same) {
            return None;
        }
        Some(if alike(other) { 0 } else { CROSSING })
    }

    /// Whether two edges may share a line: they end at one node, or leave one that has more edges than sides.
    fn together(&self, other: u32) -> bool {
        let (own, other) = (&self.graph.edges[self.edge], &self.graph.edges[other as usize]);
        own.to == other.to || (own.from == other.from && self.crowded)
    }

    /// What it costs to leave the source by a side; `None`: another edge has it.
    fn leave(&self, way: Way) -> Option<u64> {
        let from = self.graph.edges[self.edge].from;
        match self.grid.sides[from][way as usize] {
            FREE => Some(0),
            other if self.crowded && self.graph.edges[other as usize].from == from => Some(FORK),
            _ => None,
        }
    }

    fn arrive(&self, way: Way) -> Option<u64> {
        let to = self.graph.edges[self.edge].to;
        match self.grid.sides[to][way.opposite() as usize] {
            FREE => Some(0),
            other if self.graph.edges[other as usize].to == to => Some(JOIN),
            _ => None,
        }
    }

    fn path(&self, reached: Reached) -> Vec<At> {
        let mut path = Vec::new();
        let mut next = Some(reached);
        while let Some(reached) = next {
            path.push(reached.0);
            next = self.best[&reached].1;
        }
        path.push(self.from);
        path.reverse();
        path
    }
}
