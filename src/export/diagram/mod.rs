//! The diagrams of the annexes: the business-process reference and the interaction of information systems, on pages.

mod legend;
mod pages;
mod shapes;

use super::document::clean;
use super::flow::{self, Flow, Kind};
use crate::diagnostics::Words;
use crate::layout::{Edge, Graph, Lane, Layout, Look, Node, Reach, layout};
use crate::model::{Model, Procedure, Regulation, RegulationId};
use crate::picture::{A4, Picture, Weight, measure};
use shapes::Shape;

/// Which way the flow runs on the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// Lanes are columns.
    Down,
    /// Lanes are rows.
    Right,
}

/// Which of the diagrams.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    /// The business-process reference: who does what, in which order and time.
    Reference,
    /// The numbered processes and conditions of information systems.
    Interaction,
}

/// The pages of a diagram of one channel.
pub fn diagram(
    model: &Model,
    id: RegulationId,
    procedure: &Procedure,
    which: Which,
    direction: Direction,
    words: &Words,
) -> Vec<Picture> {
    framed(model, id, procedure, which, direction, words, &Frame::PAGE)
}

/// The room that a diagram has.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Frame {
    /// Width and height, upright and lying.
    pub upright: (f64, f64),
    pub lying: (f64, f64),
    pub margin: f64,
    /// Its title and page numbers stand on it; otherwise it ends with its legend, and the document says the rest.
    pub titled: bool,
}

impl Frame {
    /// A page of its own.
    pub const PAGE: Frame = Frame { upright: A4, lying: (A4.1, A4.0), margin: 28.0, titled: true };
    /// Inside the margins of a document, under a caption of three lines.
    pub const INSET: Frame = Frame { upright: (478.0, 660.0), lying: (724.0, 416.0), margin: 1.0, titled: false };
}

/// The pages of a diagram in another frame than a page.
pub fn framed(
    model: &Model,
    id: RegulationId,
    procedure: &Procedure,
    which: Which,
    direction: Direction,
    words: &Words,
    frame: &Frame,
) -> Vec<Picture> {
    let regulation = &model[id];
    let flow = flow::flow(model, procedure, words).cleaned();
    let drawn = best(procedure, &flow, which, direction, words, frame);
    pages::pages(&pages::Sheet {
        flow: &flow,
        drawn: &drawn,
        direction,
        words,
        frame,
        headings: headings(model, regulation, procedure, which, words),
    })
}

/// Whether the act numbers processes and conditions of the channel, so that it can have a diagram of interaction.
pub fn interacts(procedure: &Procedure) -> bool {
    procedure.nodes.iter().any(|node| node.number.is_some())
}

fn headings(
    model: &Model,
    regulation: &Regulation,
    procedure: &Procedure,
    which: Which,
    words: &Words,
) -> Vec<(String, Weight)> {
    let language = words.language();
    let about = match which {
        Which::Reference => words.say("diagram-reference", &[]),
        Which::Interaction => words.say("diagram-interaction", &[]),
    };
    let channel = &model[procedure.channel];
    let channel = clean(channel.label.get(language).unwrap_or(&channel.id));
    vec![
        (about, Weight::Bold),
        (clean(regulation.title.get(language).unwrap_or(&regulation.id)), Weight::Regular),
        (format!("{}: {channel}", words.say("diagram-channel", &[])), Weight::Regular),
    ]
}

/// A diagram laid out: the shapes with their texts, and where they stand.
struct Drawn {
    shapes: Vec<Shape>,
    /// The lines of each arrow's answer.
    answers: Vec<Vec<String>>,
    layout: Layout,
}

/// Sizes of text, in points before a page makes them smaller.
const TEXT: f64 = 8.5;
const ANSWER: f64 = 8.0;
const HEADER: f64 = 8.5;

/// Wide boxes where the page has room for them, else narrower ones: what can be printed largest.
fn best(procedure: &Procedure, flow: &Flow, which: Which, direction: Direction, words: &Words, frame: &Frame) -> Drawn {
    let widths: &[f64] = match (direction, flow.lanes.len()) {
        (Direction::Right, _) => &[112.0],
        (Direction::Down, ..=4) => &[128.0],
        (Direction::Down, 5..=6) => &[112.0, 96.0],
        (Direction::Down, _) => &[92.0, 80.0],
    };
    let tried = widths.iter().map(|width| drawn(procedure, flow, which, direction, *width, words));
    let mut best: Option<(f64, Drawn)> = None;
    for one in tried {
        let scale = pages::scale(&one.layout, direction, frame);
        if best.as_ref().is_none_or(|(known, _)| scale > *known + 0.02) {
            best = Some((scale, one));
        }
    }
    best.map(|(_, drawn)| drawn).unwrap_or_else(|| Drawn {
        shapes: Vec::new(),
        answers: Vec::new(),
        layout: Layout::default(),
    })
}

fn drawn(procedure: &Procedure, flow: &Flow, which: Which, direction: Direction, width: f64, words: &Words) -> Drawn {
    let shapes: Vec<Shape> = flow
        .steps
        .iter()
        .map(|step| {
            let node = step.node.map(|ix| &procedure[ix]);
            let limits = node.map(|node| flow::limits(node, words)).unwrap_or_default();
            let number = node.and_then(|node| node.number).filter(|_| which == Which::Interaction);
            let number = number.map(|(number, _)| {
                let id = if step.kind == Kind::Choice { "diagram-condition" } else { "diagram-process" };
                words.say(id, &[("number", number.to_string().into())])
            });
            Shape::new(step.kind, number, &step.text, &limits, width)
        })
        .collect();
    let answer = |text: &String| measure::wrap(text, ANSWER, Weight::Regular, width * 0.8);
    let answers: Vec<Vec<String>> =
        flow.arrows.iter().map(|arrow| arrow.answer.as_ref().map(answer).unwrap_or_default()).collect();
    let layout = layout(&graph(flow, &shapes, &answers, direction));
    Drawn { shapes, answers, layout }
}

fn graph(flow: &Flow, shapes: &[Shape], answers: &[Vec<String>], direction: Direction) -> Graph {
    let axes = |width: f64, height: f64| match direction {
        Direction::Down => (height, width),
        Direction::Right => (width, height),
    };
    let lane = |lane: &flow::Lane| {
        let words = lane.name.split_whitespace();
        let widest = words.map(|word| measure::width(word, HEADER, Weight::Bold)).fold(48.0, f64::max);
        Lane { least: widest.min(110.0) + 10.0 }
    };
    let nodes = flow.steps.iter().zip(shapes).map(|(step, shape)| {
        let (along, across) = axes(shape.width, shape.height);
        Node {
            lane: step.lane,
            along: Reach::even(along),
            across: Reach::even(across),
            dock_along: along / 2.0,
            dock_across: across / 2.0,
        }
    });
    let edges = flow.arrows.iter().zip(answers).map(|(arrow, lines)| {
        let width = lines.iter().map(|line| measure::width(line, ANSWER, Weight::Regular)).fold(0.0, f64::max);
        let label = (!lines.is_empty()).then(|| axes(width, lines.len() as f64 * ANSWER * measure::LINE));
        Edge { from: arrow.from, to: arrow.to, label }
    });
    Graph {
        lanes: flow.lanes.iter().map(lane).collect(),
        nodes: nodes.collect(),
        edges: edges.collect(),
        look: Look {
            label_after_across: direction == Direction::Down,
            label_after_along: direction == Direction::Right,
            ..Look::default()
        },
    }
}
