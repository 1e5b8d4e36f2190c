//! From lines of the grid to lengths: how far apart the lines must be for what stands and runs on them.

use super::grid::{At, Way, way};
use super::search::Placed;
use super::{Area, Graph, Layout, Measures, Point, Reach};

pub(super) fn layout(graph: &Graph, placed: &Placed) -> Layout {
    let zones = zones(graph, placed);
    let along = Axis::along(graph, placed, &zones);
    let (across, lanes) = Axis::across(graph, placed, &zones);
    let middle = |at: &At| Point { along: along.places[at.u as usize], across: across.places[at.v as usize] };
    let nodes: Vec<Point> = placed.nodes.iter().map(middle).collect();
    let edges: Vec<Vec<Point>> =
        (0..graph.edges.len()).map(|edge| line(graph, placed, edge, &nodes, &middle)).collect();
    let labels = (0..graph.edges.len()).map(|edge| label(graph, &zones, edge, &nodes)).collect();
    Layout {
        cuts: along.cuts.clone(),
        along: along.length,
        across: across.length,
        measures: measures(placed),
        nodes,
        edges,
        labels,
        lanes,
    }
}

/// Where the label of an edge stands: beside the first or the last piece of its arrow.
#[derive(Clone, Copy)]
struct Zone {
    edge: usize,
    node: usize,
    /// From the node outwards.
    way: Way,
    size: (f64, f64),
}

fn zones(graph: &Graph, placed: &Placed) -> Vec<Zone> {
    let labelled = graph.edges.iter().enumerate().filter_map(|(at, edge)| Some((at, edge, edge.label?)));
    labelled
        .filter_map(|(at, edge, size)| {
            let path = &placed.paths[at];
            let first = way(path[0], *path.get(1)?);
            let last = way(path[path.len() - 1], path[path.len() - 2]);
            let shared = |node: usize, side: Way| {
                let ends = placed.paths.iter().enumerate().filter(|(other, path)| *other != at && path.len() > 1);
                let mut sides = ends.flat_map(|(other, path)| {
                    let end = path.len() - 1;
                    [
                        (graph.edges[other].from, way(path[0], path[1])),
                        (graph.edges[other].to, way(path[end], path[end - 1])),
                    ]
                });
                sides.any(|taken| taken == (node, side))
            };
            let at_target = shared(edge.from, first) && !shared(edge.to, last);
            let (node, way) = if at_target { (edge.to, last) } else { (edge.from, first) };
            Some(Zone { edge: at, node, way, size })
        })
        .collect()
}

/// The lines of one axis.
struct Axis {
    places: Vec<f64>,
    length: f64,
    cuts: Vec<f64>,
}

/// How much room is left between a label and its arrow, and what comes next.
const LABEL_GAP: f64 = 3.0;

impl Axis {
    fn along(graph: &Graph, placed: &Placed, zones: &[Zone]) -> Axis {
        let frame = placed.frame;
        let deepest = placed.nodes.iter().map(|at| at.u / (frame.slots + 1)).max().unwrap_or(0);
        let ranks = deepest as usize + 1;
        let mut reach = vec![Reach::default(); ranks];
        let mut zone = vec![Reach::default(); ranks];
        for (node, at) in graph.nodes.iter().zip(&placed.nodes) {
            let rank = (at.u / (frame.slots + 1)) as usize;
            reach[rank] = reach[rank].most(node.along);
        }
        for it in zones {
            let rank = (placed.nodes[it.node].u / (frame.slots + 1)) as usize;
            let room = it.size.0 + 2.0 * LABEL_GAP;
            let clear = room + graph.look.label_gap - LABEL_GAP;
            match it.way {
                Way::On => zone[rank].after = zone[rank].after.max(clear),
                Way::Back => zone[rank].before = zone[rank].before.max(clear),
                _ if graph.look.label_after_along => reach[rank].after = reach[rank].after.max(room),
                _ => reach[rank].before = reach[rank].before.max(room),
            }
        }
        let used = used_lines(placed, frame.width() as usize, true);
        let mut axis = Axis { places: vec![0.0; frame.width() as usize], length: 0.0, cuts: Vec::new() };
        let mut at = 0.0;
        for rank in 0..ranks {
            let first = rank as u32 * (frame.slots + 1);
            let taken = (first..first + frame.slots).filter(|line| used[*line as usize]).count() as f64;
            let slots = if taken > 0.0 { (taken + 1.0) * graph.look.spacing } else { 0.0 };
            let gap = if rank == 0 { graph.look.margin + slots } else { slots.max(graph.look.gap) };
            axis.slots(first, frame.slots, &used, at + (gap - slots).max(0.0), graph.look.spacing);
            if rank > 0 && taken == 0.0 {
                axis.cuts.push(at + gap / 2.0);
            }
            at += gap + zone[rank].before + reach[rank].before;
            axis.places[(first + frame.slots) as usize] = at;
            at += reach[rank].after + zone[rank].after;
        }
        let rest = ranks as u32 * (frame.slots + 1);
        let taken = (rest..frame.width()).filter(|line| used[*line as usize]).count() as f64;
        axis.slots(rest, frame.width() - rest, &used, at, graph.look.spacing);
        axis.length = at + graph.look.margin + taken * graph.look.spacing;
        axis
    }

    fn across(graph: &Graph, placed: &Placed, zones: &[Zone]) -> (Axis, Vec<(f64, f64)>) {
        let frame = placed.frame;
        let tracks = (frame.lanes * frame.tracks) as usize;
        let mut reach = vec![Reach::default(); tracks];
        let mut zone = vec![Reach::default(); tracks];
        let track_of = |node: usize| ((placed.nodes[node].v) / (frame.slots + 1)) as usize;
        for (at, node) in graph.nodes.iter().enumerate() {
            let track = track_of(at);
            reach[track] = reach[track].most(node.across);
        }
        for it in zones {
            let track = track_of(it.node);
            let room = it.size.1 + 2.0 * LABEL_GAP;
            let clear = room + graph.look.label_gap - LABEL_GAP;
            match it.way {
                Way::Out => zone[track].after = zone[track].after.max(clear),
                Way::In => zone[track].before = zone[track].before.max(clear),
                _ if graph.look.label_after_across => reach[track].after = reach[track].after.max(room),
                _ => reach[track].before = reach[track].before.max(room),
            }
        }
        let used = used_lines(placed, frame.height() as usize, false);
        let mut axis = Axis { places: vec![0.0; frame.height() as usize], length: 0.0, cuts: Vec::new() };
        let mut lanes = Vec::new();
        let mut at = 0.0;
        for lane in 0..frame.lanes as usize {
            let start = at;
            for track in lane * frame.tracks as usize..(lane + 1) * frame.tracks as usize {
                at = axis.track(graph, placed, track, at, (reach[track], zone[track]), &used);
            }
            // The slots behind the last track of all belong to the last lane.
            if lane + 1 == frame.lanes as usize {
                let rest = frame.lanes * frame.tracks * (frame.slots + 1);
                let taken = (rest..frame.height()).filter(|line| used[*line as usize]).count() as f64;
                axis.slots(rest, frame.slots, &used, at, graph.look.spacing);
                at += taken * graph.look.spacing;
            }
            at += graph.look.margin;
            at = axis.widened(graph, frame.tracks * (frame.slots + 1), lane, start, at);
            lanes.push((start, at));
        }
        axis.length = at;
        (axis, lanes)
    }

    /// One track with the gap before it.
    fn track(
        &mut self,
        graph: &Graph,
        placed: &Placed,
        track: usize,
        at: f64,
        (reach, zone): (Reach, Reach),
        used: &[bool],
    ) -> f64 {
        let frame = placed.frame;
        let first = track as u32 * (frame.slots + 1);
        let taken = (first..first + frame.slots).filter(|line| used[*line as usize]).count() as f64;
        let middle = (first + frame.slots) as usize;
        let stood_on = reach.length() > 0.0;
        self.slots(first, frame.slots, used, at, graph.look.spacing);
        let mut at = at + if taken > 0.0 { (taken + 1.0) * graph.look.spacing } else { 0.0 };
        if stood_on || used[middle] {
            at += if taken > 0.0 { 0.0 } else { graph.look.margin };
            at += zone.before + reach.before;
        }
        self.places[middle] = at;
        at + reach.after + zone.after
    }

    /// A lane that is narrower than its name is made wider, with what stands in it in the middle.
    fn widened(&mut self, graph: &Graph, lines: u32, lane: usize, start: f64, end: f64) -> f64 {
        let lack = graph.lanes[lane].least - (end - start);
        if lack <= 0.0 {
            return end;
        }
        let first = lane as u32 * lines;
        for place in &mut self.places[first as usize..(first + lines) as usize] {
            *place += lack / 2.0;
        }
        end + lack
    }

    fn slots(&mut self, first: u32, count: u32, used: &[bool], from: f64, spacing: f64) {
        let mut at = from;
        for line in first..first + count {
            if used[line as usize] {
                at += spacing;
            }
            self.places[line as usize] = at;
        }
    }
}

/// The lines that an arrow runs on for a piece of its way.
fn used_lines(placed: &Placed, lines: usize, along: bool) -> Vec<bool> {
    let mut used = vec![false; lines];
    for path in &placed.paths {
        for pair in path.windows(2) {
            let way = way(pair[0], pair[1]);
            // A piece across runs on a line of the axis along.
            if way.along() != along {
                used[if along { pair[0].u } else { pair[0].v } as usize] = true;
            }
        }
    }
    used
}

/// The corners of an edge, docked.
fn line(graph: &Graph, placed: &Placed, edge: usize, nodes: &[Point], middle: &impl Fn(&At) -> Point) -> Vec<Point> {
    let path = &placed.paths[edge];
    let ends = graph.edges[edge];
    let mut points = vec![docked(graph, ends.from, nodes[ends.from], way(path[0], path[1]))];
    for three in path.windows(3) {
        if way(three[0], three[1]) != way(three[1], three[2]) {
            points.push(middle(&three[1]));
        }
    }
    let last = path.len() - 1;
    points.push(docked(graph, ends.to, nodes[ends.to], way(path[last], path[last - 1])));
    points
}

fn docked(graph: &Graph, node: usize, at: Point, way: Way) -> Point {
    let (along, across) = (graph.nodes[node].dock_along, graph.nodes[node].dock_across);
    match way {
        Way::On => Point { along: at.along + along, ..at },
        Way::Back => Point { along: at.along - along, ..at },
        Way::Out => Point { across: at.across + across, ..at },
        Way::In => Point { across: at.across - across, ..at },
    }
}

fn label(graph: &Graph, zones: &[Zone], edge: usize, nodes: &[Point]) -> Option<Area> {
    let zone = zones.iter().find(|zone| zone.edge == edge)?;
    let node = &graph.nodes[zone.node];
    let at = nodes[zone.node];
    let (along, across) = zone.size;
    let gap = graph.look.label_gap;
    let beside =
        |after: bool, middle: f64, size: f64| if after { middle + LABEL_GAP } else { middle - LABEL_GAP - size };
    let start = match zone.way {
        Way::On => Point {
            along: at.along + node.along.after + gap,
            across: beside(graph.look.label_after_across, at.across, across),
        },
        Way::Back => Point {
            along: at.along - node.along.before - gap - along,
            across: beside(graph.look.label_after_across, at.across, across),
        },
        Way::Out => Point {
            along: beside(graph.look.label_after_along, at.along, along),
            across: at.across + node.across.after + gap,
        },
        Way::In => Point {
            along: beside(graph.look.label_after_along, at.along, along),
            across: at.across - node.across.before - gap - across,
        },
    };
    Some(Area { start, along, across })
}

fn measures(placed: &Placed) -> Measures {
    let bends =
        |path: &Vec<At>| path.windows(3).filter(|three| way(three[0], three[1]) != way(three[1], three[2])).count();
    Measures { crossings: crossings(placed), bends: placed.paths.iter().map(bends).sum() }
}

fn crossings(placed: &Placed) -> usize {
    let mut passing: std::collections::BTreeMap<At, Vec<(usize, bool)>> = std::collections::BTreeMap::new();
    for (edge, path) in placed.paths.iter().enumerate() {
        for three in path.windows(3) {
            if way(three[0], three[1]) == way(three[1], three[2]) {
                passing.entry(three[1]).or_default().push((edge, way(three[0], three[1]).along()));
            }
        }
    }
    let crossed = |at: &Vec<(usize, bool)>| {
        let along = at.iter().filter(|(_, along)| *along).count();
        along * (at.len() - along)
    };
    passing.values().map(crossed).sum()
}
