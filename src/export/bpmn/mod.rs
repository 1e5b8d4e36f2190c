//! A procedure as BPMN 2.0: pool, lanes, tasks, gateways, events, the limits as timers, the clauses as documentation,
//! and every shape and edge in its place.
//!
//! What an engine wants besides is said by a [`Dialect`]: attributes and extension elements of each element, its
//! expression language, its timers. [`Interchange`] is the plain standard.

mod di;
mod dialect;
mod process;
mod shapes;

pub use dialect::{Attribute, Dialect, Extension, Interchange, Place};

use super::ascii::Ids;
use super::flow::{self, Arrow, Flow, Kind, Step};
use crate::diagnostics::Words;
use crate::export::xml::Xml;
use crate::layout::{Edge, Graph, Lane, Look, Node, layout};
use crate::model::{ActorKind, Model, Node as Act, NodeKind, Procedure, RegulationId};
use crate::picture::{Weight, measure};
use shapes::Shape;

/// Which way the lanes lie.
pub use super::diagram::Direction;

/// The whole file of one channel.
pub fn bpmn(
    model: &Model,
    id: RegulationId,
    procedure: &Procedure,
    direction: Direction,
    words: &Words,
    dialect: &dyn Dialect,
) -> String {
    let place = Place { model, regulation: &model[id], procedure };
    let flow = acts_apart(&flow::flow(model, procedure, words), place, dialect).with_merges();
    let timers: Vec<Vec<String>> = flow.steps.iter().map(|step| timers(step, procedure, words, dialect)).collect();
    let ids = Names::new(&flow, place, &timers);
    let shapes: Vec<Shape> =
        flow.steps.iter().zip(&timers).map(|(step, timers)| Shape::new(step, timers, words)).collect();
    let layout = layout(&graph(&flow, &shapes, direction));
    let diagram = Diagram { place, flow: &flow, ids: &ids, shapes: &shapes, words, dialect };
    let mut xml = Xml::new();
    let mut attributes = vec![
        ("xmlns", "http://www.omg.org/spec/BPMN/20100524/MODEL".to_owned()),
        ("xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI".to_owned()),
        ("xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC".to_owned()),
        ("xmlns:di", "http://www.omg.org/spec/DD/20100524/DI".to_owned()),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance".to_owned()),
    ];
    attributes.extend(dialect.namespaces().iter().map(|(name, uri)| (*name, (*uri).to_owned())));
    attributes.extend([
        ("id", ids.definitions.clone()),
        ("targetNamespace", format!("urn:reglament:{}", ids.process)),
        ("exporter", "reglament".to_owned()),
        ("exporterVersion", env!("CARGO_PKG_VERSION").to_owned()),
    ]);
    attributes.extend(dialect.definitions_attributes().iter().map(|(name, value)| (*name, (*value).to_owned())));
    xml.open("definitions", &attributes);
    process::write(&mut xml, &diagram);
    di::write(&mut xml, &diagram, &layout, direction);
    xml.close("definitions");
    xml.done()
}

/// What the parts of the file are written from.
struct Diagram<'a> {
    place: Place<'a>,
    flow: &'a Flow,
    ids: &'a Names,
    shapes: &'a [Shape],
    words: &'a Words,
    dialect: &'a dyn Dialect,
}

/// The ids of everything, made from the names of the source.
struct Names {
    definitions: String,
    collaboration: String,
    pool: String,
    process: String,
    lane_set: String,
    lanes: Vec<String>,
    steps: Vec<String>,
    flows: Vec<String>,
    /// Of each step: of each limit, the timer, the arrow from it, and the end that it leads to.
    timers: Vec<Vec<[String; 3]>>,
    /// Of each step, the message that it may wait for.
    messages: Vec<String>,
}

impl Names {
    fn new(flow: &Flow, place: Place, timers: &[Vec<String>]) -> Names {
        let Place { model, regulation, procedure } = place;
        let mut ids = Ids::default();
        let name = format!("{}_{}", regulation.id.replace('.', "_"), model[procedure.channel].id);
        let process = ids.give(&format!("process_{name}"));
        let lane = |lane: &flow::Lane| lane.actor.map_or("nobody", |actor| model[actor].id.as_str()).to_owned();
        let lanes = flow.lanes.iter().map(|it| ids.give(&format!("lane_{}", lane(it)))).collect();
        let steps: Vec<String> = flow.steps.iter().map(|step| ids.give(&format!("step_{}", step.id))).collect();
        let arrow = |arrow: &Arrow| format!("flow_{}_{}", flow.steps[arrow.from].id, flow.steps[arrow.to].id);
        let flows = flow.arrows.iter().map(|it| ids.give(&arrow(it))).collect();
        let timers = flow.steps.iter().zip(timers).map(|(step, of_step)| {
            let mut of = |kind: &str| ids.give(&format!("{kind}_{}", step.id));
            of_step.iter().map(|_| [of("limit"), of("flow_limit"), of("over")]).collect()
        });
        let timers = timers.collect();
        let messages = flow.steps.iter().map(|step| ids.give(&format!("message_{}", step.id))).collect();
        Names {
            definitions: ids.give(&format!("definitions_{name}")),
            collaboration: ids.give(&format!("collaboration_{name}")),
            pool: ids.give(&format!("pool_{name}")),
            lane_set: ids.give(&format!("lanes_{name}")),
            process,
            lanes,
            steps,
            flows,
            timers,
            messages,
        }
    }
}

/// What BPMN has no gateway for: a choice that takes time is an act, then a question; one with a single way is an act.
fn acts_apart(flow: &Flow, place: Place, dialect: &dyn Dialect) -> Flow {
    let leaving = |at: usize| flow.arrows.iter().filter(|arrow| arrow.from == at).count();
    let mut made = Flow { lanes: flow.lanes.clone(), steps: Vec::new(), arrows: Vec::new() };
    let mut first = Vec::new();
    let mut last = Vec::new();
    for (at, step) in flow.steps.iter().enumerate() {
        first.push(made.steps.len());
        let node = step.node.map(|ix| &place.procedure[ix]);
        let act = node.is_some_and(|node| is_act(node, dialect));
        let task = Step { kind: task(node, place, dialect), ..step.clone() };
        let single = leaving(at) < 2;
        match step.kind {
            Kind::Choice if single && dialect.executable() && !act => {
                made.steps.push(Step { kind: Kind::Receipt, ..step.clone() });
            }
            Kind::Choice if single => made.steps.push(task),
            Kind::Choice if act => {
                made.steps.push(task);
                made.arrows.push(Arrow::plain(made.steps.len() - 1, made.steps.len()));
                made.steps.push(Step { id: format!("{}-choice", step.id), ..step.clone() });
            }
            Kind::Receipt if act && dialect.executable() => made.steps.push(task),
            _ => made.steps.push(step.clone()),
        }
        last.push(made.steps.len() - 1);
    }
    let moved = flow.arrows.iter().map(|arrow| {
        let single = leaving(arrow.from) < 2;
        let answer = arrow.answer.clone().filter(|_| !single);
        Arrow { from: last[arrow.from], to: first[arrow.to], answer, ..arrow.clone() }
    });
    let moved: Vec<Arrow> = moved.collect();
    made.arrows.extend(moved);
    made.arrows.sort_by_key(|arrow| (arrow.from, arrow.to));
    made
}

/// Whether somebody has to do something at a choice or a receipt: it has a limit, or, where the process is to be run,
/// somebody is named to make the choice.
fn is_act(node: &Act, dialect: &dyn Dialect) -> bool {
    let made = node.kind == NodeKind::Choice && node.actor.is_some();
    !node.limits.is_empty() || (dialect.executable() && made)
}

/// The kind of the task of a choice.
fn task(node: Option<&Act>, place: Place, dialect: &dyn Dialect) -> Kind {
    let actor = node.and_then(|node| node.actor).map(|actor| place.model[actor].kind);
    if dialect.executable() && actor == Some(ActorKind::System) { Kind::Service } else { Kind::Task }
}

/// The texts of the timers of a step: of limits that can stand on it.
fn timers(step: &Step, procedure: &Procedure, words: &Words, dialect: &dyn Dialect) -> Vec<String> {
    let timed = matches!(step.kind, Kind::Task | Kind::Service | Kind::Wait);
    let node = step.node.filter(|_| timed).map(|ix| &procedure[ix]);
    node.map(|node| dialect.timers(node, words)).unwrap_or_default()
}

/// The font size of the labels, as the common viewers draw them.
const LABEL: f64 = 11.0;
const LABEL_WIDTH: f64 = 90.0;

fn graph(flow: &Flow, shapes: &[Shape], direction: Direction) -> Graph {
    let nodes = flow.steps.iter().zip(shapes).map(|(step, shape)| {
        let (x, y) = (shape.x, shape.y);
        let (half_x, half_y) = (shape.width / 2.0, shape.height / 2.0);
        match direction {
            Direction::Right => Node { lane: step.lane, along: x, across: y, dock_along: half_x, dock_across: half_y },
            Direction::Down => Node { lane: step.lane, along: y, across: x, dock_along: half_y, dock_across: half_x },
        }
    });
    let edges = flow.arrows.iter().map(|arrow| {
        let label = arrow.answer.as_ref().map(|text| label_size(text)).map(|(width, height)| match direction {
            Direction::Right => (width, height),
            Direction::Down => (height, width),
        });
        Edge { from: arrow.from, to: arrow.to, label }
    });
    let look = Look {
        gap: 36.0,
        margin: 16.0,
        spacing: 14.0,
        // Behind the stroke that marks a default flow.
        label_gap: 14.0,
        label_after_across: direction == Direction::Down,
        label_after_along: direction == Direction::Right,
    };
    let lane = |lane: &flow::Lane| {
        let words = lane.name.split_whitespace();
        let widest = words.map(|word| measure::width(word, 12.0, Weight::Regular)).fold(80.0, f64::max);
        let whole = measure::width(&lane.name, 12.0, Weight::Regular);
        // Two lines of a name fit into the header of a lane.
        Lane { least: (whole * 0.6).max(widest).min(240.0) + 20.0 }
    };
    Graph { lanes: flow.lanes.iter().map(lane).collect(), nodes: nodes.collect(), edges: edges.collect(), look }
}

/// The room of a label outside of its shape, wrapped.
fn label_size(text: &str) -> (f64, f64) {
    let lines = measure::wrap(text, LABEL, Weight::Regular, LABEL_WIDTH);
    let width = lines.iter().map(|line| measure::width(line, LABEL, Weight::Regular)).fold(10.0, f64::max);
    ((width + 4.0).ceil(), (lines.len().max(1) as f64 * 14.0).ceil())
}
