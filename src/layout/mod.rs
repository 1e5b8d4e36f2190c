//! Where the steps of a procedure stand, in lanes, and how their arrows go.
//!
//! The flow runs along one axis, the lanes lie side by side across it; which of the two is down the page is the
//! caller's business. Each node stands on a crossing of a *rank* (along) and a *track* of its lane (across). Places are
//! searched for with the arrows routed at once, so that what is compared is what will be seen: bends, crossings,
//! length, area.
//!
//! The nodes of a lane keep the order in which they are given, whatever else stands in the diagram: a step put in
//! between moves nothing past another.

mod geometry;
mod grid;
mod route;
mod search;

/// A diagram to be laid out.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    pub lanes: Vec<Lane>,
    /// Invariant: an edge leads from an earlier node to a later one.
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    pub look: Look,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct Lane {
    /// The least that it measures across, for its name.
    pub least: f64,
}

/// How far a thing reaches from its middle: towards the start and the end of an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reach {
    pub before: f64,
    pub after: f64,
}

impl Reach {
    /// The same on both sides.
    pub fn even(length: f64) -> Reach {
        Reach { before: length / 2.0, after: length / 2.0 }
    }

    pub fn length(self) -> f64 {
        self.before + self.after
    }

    fn most(self, other: Reach) -> Reach {
        Reach { before: self.before.max(other.before), after: self.after.max(other.after) }
    }
}

#[derive(Clone, Copy, Debug)]
pub struct Node {
    pub lane: usize,
    /// The room that it takes, with what hangs on it.
    pub along: Reach,
    pub across: Reach,
    /// The shape that arrows dock on, in their middles.
    pub dock_along: f64,
    pub dock_across: f64,
}

#[derive(Clone, Copy, Debug)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    /// The room that its label takes, along and across; nothing where it has none.
    pub label: Option<(f64, f64)>,
}

/// What the reader's eye wants.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Between two things along the flow, where nothing else asks for more: an arrow must be seen.
    pub gap: f64,
    /// Between a thing and the border of its lane, or the next track.
    pub margin: f64,
    /// Between two arrows side by side.
    pub spacing: f64,
    /// Between a label and the node that its arrow leaves.
    pub label_gap: f64,
    /// On which side of its arrow a label stands: across, for an arrow along the flow, and along, for one across it.
    pub label_after_across: bool,
    pub label_after_along: bool,
}

impl Default for Look {
    fn default() -> Look {
        Look {
            gap: 18.0,
            margin: 8.0,
            spacing: 9.0,
            label_gap: 3.0,
            label_after_across: false,
            label_after_along: true,
        }
    }
}

/// A place: along, across.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Point {
    pub along: f64,
    pub across: f64,
}

/// A box: its start and its lengths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub start: Point,
    pub along: f64,
    pub across: f64,
}

/// A diagram laid out, from nought along and across.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The middle of each node.
    pub nodes: Vec<Point>,
    /// The corners of each edge, from the border of its source to the border of its target.
    pub edges: Vec<Vec<Point>>,
    pub labels: Vec<Option<Area>>,
    /// Of each lane, where it begins and ends across.
    pub lanes: Vec<(f64, f64)>,
    pub along: f64,
    pub across: f64,
    /// Where the diagram can be cut into pages: between ranks, with nothing but arrows along the flow passing.
    pub cuts: Vec<f64>,
    pub measures: Measures,
}

/// What the search counted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    pub crossings: usize,
    pub bends: usize,
}

/// Lays a diagram out. The same diagram is always laid out the same.
pub fn layout(graph: &Graph) -> Layout {
    let placed = search::place(graph);
    geometry::layout(graph, &placed)
}
