//! The lines on which arrows can run, and what runs on them already.
//!
//! Along the flow, each rank has a middle line, and before it `slots` lines in the gap; across, each track likewise.
//! Nodes stand where middle lines cross. A node of the grid knows which arrow passes it along and which across: two
//! arrows may cross there, and never share a line or a corner, unless they end at the same node.

use super::Graph;

/// Nobody passes.
pub(super) const FREE: u32 = u32::MAX;

/// A line pair: the place of a grid point.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(super) struct At {
    pub u: u32,
    pub v: u32,
}

/// The four ways to leave a point.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(super) enum Way {
    On,
    Back,
    Out,
    In,
}

impl Way {
    pub const ALL: [Way; 4] = [Way::On, Way::Out, Way::In, Way::Back];

    pub fn along(self) -> bool {
        matches!(self, Way::On | Way::Back)
    }

    pub fn opposite(self) -> Way {
        match self {
            Way::On => Way::Back,
            Way::Back => Way::On,
            Way::Out => Way::In,
            Way::In => Way::Out,
        }
    }
}

/// How many lines there are, and where the middles lie.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub slots: u32,
    /// Tracks of each lane.
    pub tracks: u32,
    pub ranks: u32,
    pub lanes: u32,
}

impl Frame {
    pub fn width(self) -> u32 {
        self.ranks * (self.slots + 1) + self.slots
    }

    pub fn height(self) -> u32 {
        self.lanes * self.tracks * (self.slots + 1) + self.slots
    }

    pub fn rank_line(self, rank: u32) -> u32 {
        rank * (self.slots + 1) + self.slots
    }

    pub fn track_line(self, lane: usize, track: u32) -> u32 {
        (lane as u32 * self.tracks + track) * (self.slots + 1) + self.slots
    }

    pub fn step(self, at: At, way: Way) -> Option<At> {
        let At { u, v } = at;
        match way {
            Way::On => (u + 1 < self.width()).then_some(At { u: u + 1, v }),
            Way::Back => u.checked_sub(1).map(|u| At { u, v }),
            Way::Out => (v + 1 < self.height()).then_some(At { u, v: v + 1 }),
            Way::In => v.checked_sub(1).map(|v| At { u, v }),
        }
    }

    pub fn index(self, at: At) -> usize {
        at.u as usize * self.height() as usize + at.v as usize
    }
}

/// What stands and runs on the grid.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    pub frame: Frame,
    /// The edge that passes along, and the one that passes across.
    along: Vec<u32>,
    across: Vec<u32>,
    /// The node that stands there.
    node: Vec<u32>,
    /// Of each node, the edge that left or entered by each side first.
    pub sides: Vec<[u32; 4]>,
}

impl Grid {
    pub fn new(frame: Frame, nodes: usize) -> Grid {
        let size = frame.width() as usize * frame.height() as usize;
        Grid {
            frame,
            along: vec![FREE; size],
            across: vec![FREE; size],
            node: vec![FREE; size],
            sides: vec![[FREE; 4]; nodes],
        }
    }

    pub fn node(&self, at: At) -> u32 {
        self.node[self.frame.index(at)]
    }

    /// Who passes: along, across.
    pub fn passing(&self, at: At) -> (u32, u32) {
        let index = self.frame.index(at);
        (self.along[index], self.across[index])
    }

    pub fn empty(&self, at: At) -> bool {
        self.node(at) == FREE && self.passing(at) == (FREE, FREE)
    }

    pub fn stand(&mut self, node: usize, at: At) {
        let index = self.frame.index(at);
        self.node[index] = node as u32;
    }

    /// Lets an edge run its path, from the source's place to the target's.
    pub fn run(&mut self, graph: &Graph, edge: usize, path: &[At]) {
        let ways: Vec<Way> = path.windows(2).map(|pair| way(pair[0], pair[1])).collect();
        for (at, pair) in ways.windows(2).enumerate() {
            let index = self.frame.index(path[at + 1]);
            for way in pair {
                let passing = if way.along() { &mut self.along } else { &mut self.across };
                if passing[index] == FREE {
                    passing[index] = edge as u32;
                }
            }
        }
        let Edge { from, to } = ends(graph, edge);
        if let (Some(first), Some(last)) = (ways.first(), ways.last()) {
            take(&mut self.sides[from][*first as usize], edge);
            take(&mut self.sides[to][last.opposite() as usize], edge);
        }
    }
}

struct Edge {
    from: usize,
    to: usize,
}

fn ends(graph: &Graph, edge: usize) -> Edge {
    Edge { from: graph.edges[edge].from, to: graph.edges[edge].to }
}

fn take(side: &mut u32, edge: usize) {
    if *side == FREE {
        *side = edge as u32;
    }
}

/// The way from a point to the next.
pub(super) fn way(from: At, to: At) -> Way {
    match (to.u > from.u, to.u < from.u, to.v > from.v) {
        (true, _, _) => Way::On,
        (_, true, _) => Way::Back,
        (_, _, true) => Way::Out,
        _ => Way::In,
    }
}
