//! Where each node stands: the best of many placements, each tried with its arrows.
//!
//! Nodes are placed in their order. Of every placement so far, each next node is tried on the ranks and tracks that it
//! could take, its incoming arrows are routed, and the cheapest few go on. In the end every arrow is taken up and routed
//! again, now that all others are known.

use super::Graph;
use super::grid::{At, Frame, Grid};
use super::route::{Route, route};

/// A rank more, and a track of a lane that nothing stood on before.
const RANK: u64 = 60;
const TRACK: u64 = 75;
/// A rank that is skipped, beside its length.
const SKIP: u64 = 8;

/// A diagram placed and routed.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub frame: Frame,
    pub nodes: Vec<At>,
    pub paths: Vec<Vec<At>>,
}

pub(super) fn place(graph: &Graph) -> Placed {
    let tracks = most_parallel(graph);
    let widest = if graph.nodes.len() > 120 {
        3
    } else if graph.nodes.len() > 45 {
        8
    } else {
        24
    };
    for slots in [2, 4, 8, 16] {
        for beam in [widest, widest * 4] {
            if let Some(placed) = attempt(graph, slots, tracks, beam) {
                return placed;
            }
        }
    }
    in_a_row(graph)
}

/// How many tracks a lane may need: more only where more goes on at once.
fn most_parallel(graph: &Graph) -> u32 {
    let branches = graph.nodes.iter().enumerate().map(|(node, _)| outgoing(graph, node).count()).max();
    (branches.unwrap_or(1) as u32 + 1).clamp(2, 6)
}

fn outgoing(graph: &Graph, node: usize) -> impl Iterator<Item = usize> + '_ {
    graph.edges.iter().enumerate().filter(move |(_, edge)| edge.from == node).map(|(at, _)| at)
}

fn incoming(graph: &Graph, node: usize) -> impl Iterator<Item = usize> + '_ {
    graph.edges.iter().enumerate().filter(move |(_, edge)| edge.to == node).map(|(at, _)| at)
}

#[derive(Clone)]
struct State {
    grid: Grid,
    places: Vec<At>,
    ranks: Vec<u32>,
    paths: Vec<Vec<At>>,
    /// The rank of the last node of each lane, and how many of its tracks were used.
    last: Vec<Option<u32>>,
    tracks: Vec<u32>,
    deepest: u32,
    cost: u64,
}

/// A next step of a state: where its node goes, and by which ways.
struct Move {
    state: usize,
    rank: u32,
    track: u32,
    routes: Vec<(usize, Route)>,
    cost: u64,
}

fn attempt(graph: &Graph, slots: u32, tracks: u32, beam: usize) -> Option<Placed> {
    let frame = Frame { slots, tracks, ranks: graph.nodes.len() as u32 + 1, lanes: graph.lanes.len() as u32 };
    let mut states = vec![State::new(graph, frame)];
    for node in 0..graph.nodes.len() {
        let mut moves: Vec<Move> = Vec::new();
        for (at, state) in states.iter().enumerate() {
            moves.extend(state.moves(graph, node, at));
        }
        // Stable: of equal ones the first found stays first.
        moves.sort_by_key(|it| it.cost);
        states = chosen(graph, node, &states, moves, beam);
        if states.is_empty() {
            return None;
        }
    }
    let best = states.into_iter().min_by_key(|state| state.cost)?;
    Some(rerouted(graph, best))
}

/// The cheapest moves made, of which no two lead to the same picture.
fn chosen(graph: &Graph, node: usize, states: &[State], moves: Vec<Move>, beam: usize) -> Vec<State> {
    let mut next: Vec<State> = Vec::new();
    for one in moves {
        if next.len() == beam {
            break;
        }
        let state = states[one.state].made(graph, node, &one);
        if !next.iter().any(|known| known.cost == state.cost && known.places == state.places) {
            next.push(state);
        }
    }
    next
}

impl State {
    fn new(graph: &Graph, frame: Frame) -> State {
        State {
            grid: Grid::new(frame, graph.nodes.len()),
            places: Vec::new(),
            ranks: Vec::new(),
            paths: vec![Vec::new(); graph.edges.len()],
            last: vec![None; graph.lanes.len()],
            tracks: vec![1; graph.lanes.len()],
            deepest: 0,
            cost: 0,
        }
    }

    /// Where the node can go.
    fn moves(&self, graph: &Graph, node: usize, state: usize) -> Vec<Move> {
        let lane = graph.nodes[node].lane;
        let before = incoming(graph, node).map(|edge| self.ranks[graph.edges[edge].from]).max();
        let least = before.unwrap_or(0).max(self.last[lane].unwrap_or(0));
        let mut moves = Vec::new();
        for rank in least..=least + 2 {
            for track in 0..(self.tracks[lane] + 1).min(self.grid.frame.tracks) {
                moves.extend(self.tried(graph, node, state, rank, track));
            }
        }
        moves
    }

    fn tried(&self, graph: &Graph, node: usize, state: usize, rank: u32, track: u32) -> Option<Move> {
        let lane = graph.nodes[node].lane;
        let frame = self.grid.frame;
        let at = At { u: frame.rank_line(rank), v: frame.track_line(lane, track) };
        if rank >= frame.ranks || !self.grid.empty(at) {
            return None;
        }
        let mut grid = std::borrow::Cow::Borrowed(&self.grid);
        let edges: Vec<usize> = incoming(graph, node).collect();
        let mut routes = Vec::new();
        let mut cost = self.cost + self.standing(lane, rank, track);
        for edge in &edges {
            let found = route(graph, &grid, *edge, self.places[graph.edges[*edge].from], at)?;
            cost += found.cost;
            if edges.len() > 1 {
                grid.to_mut().run(graph, *edge, &found.path);
            }
            routes.push((*edge, found));
        }
        Some(Move { state, rank, track, routes, cost })
    }

    fn standing(&self, lane: usize, rank: u32, track: u32) -> u64 {
        let longer = u64::from(rank.saturating_sub(self.deepest)) * RANK;
        let wider = if track >= self.tracks[lane] { TRACK } else { 0 };
        longer + wider + u64::from(track) * 12 + u64::from(rank.abs_diff(self.deepest)) * SKIP
    }

    fn made(&self, graph: &Graph, node: usize, one: &Move) -> State {
        let mut next = self.clone();
        let lane = graph.nodes[node].lane;
        let frame = next.grid.frame;
        let at = At { u: frame.rank_line(one.rank), v: frame.track_line(lane, one.track) };
        next.grid.stand(node, at);
        for (edge, route) in &one.routes {
            next.grid.run(graph, *edge, &route.path);
            next.paths[*edge] = route.path.clone();
        }
        next.places.push(at);
        next.ranks.push(one.rank);
        next.last[lane] = Some(one.rank);
        next.tracks[lane] = next.tracks[lane].max(one.track + 1);
        next.deepest = next.deepest.max(one.rank);
        next.cost = one.cost;
        next
    }
}

/// Every arrow taken up and routed again among all others, as long as that makes it better.
fn rerouted(graph: &Graph, state: State) -> Placed {
    let mut paths = state.paths.clone();
    for _ in 0..2 {
        for edge in 0..graph.edges.len() {
            let mut grid = Grid::new(state.grid.frame, graph.nodes.len());
            for (node, at) in state.places.iter().enumerate() {
                grid.stand(node, *at);
            }
            for (other, path) in paths.iter().enumerate().filter(|(other, _)| *other != edge) {
                grid.run(graph, other, path);
            }
            let (from, to) = (state.places[graph.edges[edge].from], state.places[graph.edges[edge].to]);
            if let Some(found) = route(graph, &grid, edge, from, to) {
                paths[edge] = found.path;
            }
        }
        if graph.nodes.len() > 120 {
            break;
        }
    }
    Placed { frame: state.grid.frame, nodes: state.places, paths }
}

/// What always can be drawn: each node on a rank of its own, each arrow in a slot of its own.
fn in_a_row(graph: &Graph) -> Placed {
    let slots = graph.edges.len() as u32 + 2;
    let frame = Frame { slots, tracks: 1, ranks: graph.nodes.len() as u32, lanes: graph.lanes.len() as u32 };
    let mut grid = Grid::new(frame, graph.nodes.len());
    let at =
        |(rank, node): (usize, &super::Node)| At { u: frame.rank_line(rank as u32), v: frame.track_line(node.lane, 0) };
    let nodes: Vec<At> = graph.nodes.iter().enumerate().map(at).collect();
    for (node, at) in nodes.iter().enumerate() {
        grid.stand(node, *at);
    }
    let mut paths = Vec::new();
    for (edge, ends) in graph.edges.iter().enumerate() {
        let path = route(graph, &grid, edge, nodes[ends.from], nodes[ends.to]).map(|found| found.path);
        let path = path.unwrap_or_else(|| vec![nodes[ends.from], nodes[ends.to]]);
        grid.run(graph, edge, &path);
        paths.push(path);
    }
    Placed { frame, nodes, paths }
}
