//! Where diagrams put things: nothing overlaps, arrows keep clear, and a step put in between moves nothing past another.

use reglament::diagnostics::Words;
use reglament::export::flow::{Flow, Lane as FlowLane, flow};
use reglament::layout::{Edge, Graph, Lane, Layout, Look, Node, Point, Reach, layout};
use reglament::model::{Model, Node as Step, NodeIx, NodeKind, Procedure};
use reglament::pipeline;
use reglament::source::Unsaved;
use reglament::vocabulary::Language;
use std::collections::BTreeMap;
use std::path::Path;

fn corpus() -> Model {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    let mut loaded = pipeline::load(&[root], &Unsaved::new()).unwrap_or_else(|_| panic!("the corpus is there"));
    pipeline::understand(loaded.swap_remove(0)).model
}

fn graph(flow: &Flow) -> Graph {
    let node = |lane: usize| Node {
        lane,
        along: Reach::even(60.0),
        across: Reach::even(100.0),
        dock_along: 30.0,
        dock_across: 50.0,
    };
    Graph {
        lanes: flow.lanes.iter().map(|_| Lane { least: 80.0 }).collect(),
        nodes: flow.steps.iter().map(|step| node(step.lane)).collect(),
        edges: flow
            .arrows
            .iter()
            .map(|arrow| Edge { from: arrow.from, to: arrow.to, label: arrow.answer.is_some().then_some((12.0, 30.0)) })
            .collect(),
        look: Look::default(),
    }
}

/// The steps of each lane in the order along the flow; those side by side in the order in which they are given.
fn orders(flow: &Flow, layout: &Layout) -> Vec<(String, Vec<String>)> {
    let of = |(lane, named): (usize, &FlowLane)| {
        let mut own: Vec<usize> = (0..flow.steps.len()).filter(|at| flow.steps[*at].lane == lane).collect();
        own.sort_by(|a, b| layout.nodes[*a].along.total_cmp(&layout.nodes[*b].along));
        (named.name.clone(), own.into_iter().map(|at| flow.steps[at].id.clone()).collect())
    };
    flow.lanes.iter().enumerate().map(of).collect()
}

/// A step by the same hand, put between two others. What has no actor of its own stands in the lane of what leads to it,
/// so the hand is that of the lane.
fn inserted(procedure: &Procedure, flow: &Flow, from: usize, edge: usize) -> Procedure {
    let mut longer = procedure.clone();
    let at = from + 1;
    let shift = |ix: NodeIx| if ix.0 as usize >= at { NodeIx(ix.0 + 1) } else { ix };
    for node in &mut longer.nodes {
        node.next.iter_mut().for_each(|edge| edge.to = shift(edge.to));
    }
    longer.entry = longer.entry.map(shift);
    let mut step: Step = longer.nodes[from].clone();
    step.id = "put-in-between".to_owned();
    step.kind = NodeKind::Step;
    let drawn = flow.steps.iter().find(|drawn| drawn.node == Some(NodeIx(from as u32)));
    step.actor = flow.lanes[drawn.expect("every node is drawn").lane].actor;
    step.next = vec![longer.nodes[from].next[edge].clone()];
    longer.nodes[from].next[edge].to = NodeIx(at as u32);
    longer.nodes.insert(at, step);
    longer
}

/// Which places are tried: a sample, or with `EVERY_PLACE` set each of them.
fn sampled(at: usize) -> bool {
    at.is_multiple_of(11) || std::env::var_os("EVERY_PLACE").is_some()
}

#[test]
fn a_step_put_in_between_moves_nothing_past_another() {
    let model = corpus();
    let words = Words::new(Language::En);
    let mut places = 0;
    for procedure in model.regulations.iter().flat_map(|regulation| &regulation.procedures) {
        let before = flow(&model, procedure, &words);
        let known = orders(&before, &layout(&graph(&before)));
        for from in 0..procedure.nodes.len() {
            for edge in 0..procedure.nodes[from].next.len() {
                places += 1;
                if !sampled(places) {
                    continue;
                }
                let longer = inserted(procedure, &before, from, edge);
                let after = flow(&model, &longer, &words);
                let mut now = orders(&after, &layout(&graph(&after)));
                now.iter_mut().for_each(|(_, ids)| ids.retain(|id| id != "put-in-between"));
                now.retain(|(lane, ids)| !ids.is_empty() || known.iter().any(|(known, _)| known == lane));
                assert_eq!(now, known, "after {}", procedure.nodes[from].id);
            }
        }
    }
    assert!(places > 300, "{places} places");
}

/// Steps in a row with a branch now and then, over some lanes.
fn long(steps: usize, lanes: usize) -> Graph {
    let node = |at: usize| Node {
        lane: (at * 7 + at / 3) % lanes,
        along: Reach::even(50.0),
        across: Reach::even(100.0),
        dock_along: 25.0,
        dock_across: 50.0,
    };
    let mut edges: Vec<Edge> = (1..steps).map(|to| Edge { from: to - 1, to, label: None }).collect();
    edges.extend((0..steps.saturating_sub(4)).step_by(6).map(|from| Edge {
        from,
        to: from + 3,
        label: Some((12.0, 20.0)),
    }));
    Graph {
        lanes: vec![Lane { least: 90.0 }; lanes],
        nodes: (0..steps).map(node).collect(),
        edges,
        look: Look::default(),
    }
}

#[test]
fn arrows_run_straight_and_keep_clear_of_steps() {
    for graph in [long(1, 1), long(12, 3), long(40, 8), Graph::default()] {
        let laid = layout(&graph);
        let boxes: Vec<(Point, &Node)> = laid.nodes.iter().copied().zip(&graph.nodes).collect();
        for (at, (a, one)) in boxes.iter().enumerate() {
            for (b, other) in &boxes[at + 1..] {
                let along = (a.along - b.along).abs() >= one.dock_along + other.dock_along;
                let across = (a.across - b.across).abs() >= one.dock_across + other.dock_across;
                assert!(along || across, "two steps overlap");
            }
            let (from, to) = laid.lanes[one.lane];
            assert!(a.across - one.dock_across >= from && a.across + one.dock_across <= to, "a step leaves its lane");
        }
        for pair in laid.edges.iter().flat_map(|points| points.windows(2)) {
            assert!(pair[0].along == pair[1].along || pair[0].across == pair[1].across, "an arrow runs aslant");
            for (at, node) in &boxes {
                let clear = |a: f64, b: f64, middle: f64, half: f64| {
                    a.max(b) <= middle - half + 0.01 || a.min(b) >= middle + half - 0.01
                };
                let clear = clear(pair[0].along, pair[1].along, at.along, node.dock_along)
                    || clear(pair[0].across, pair[1].across, at.across, node.dock_across);
                assert!(clear, "an arrow runs through a step");
            }
        }
    }
}

#[test]
fn the_same_diagram_is_laid_out_the_same() {
    let graph = long(30, 5);
    let first = layout(&graph);
    let again = layout(&graph);
    assert_eq!(first.nodes, again.nodes);
    assert_eq!(first.edges, again.edges);
}

#[test]
fn the_corpus_is_drawn_with_few_bends_and_crossings() {
    let model = corpus();
    let words = Words::new(Language::Kk);
    let (mut diagrams, mut arrows, mut bends, mut crossings) = (0, 0, 0, 0);
    let mut worst: BTreeMap<usize, usize> = BTreeMap::new();
    for procedure in model.regulations.iter().flat_map(|regulation| &regulation.procedures) {
        let graph = graph(&flow(&model, procedure, &words));
        let laid = layout(&graph);
        diagrams += 1;
        arrows += graph.edges.len();
        bends += laid.measures.bends;
        crossings += laid.measures.crossings;
        *worst.entry(laid.measures.crossings).or_default() += 1;
    }
    assert!(2 * crossings <= diagrams, "{crossings} crossings in {diagrams} diagrams: {worst:?}");
    assert!(2 * bends <= arrows, "{bends} bends in {arrows} arrows");
}
