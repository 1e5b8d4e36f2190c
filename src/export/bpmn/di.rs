//! Where everything of the file is drawn.

use super::shapes::{EVENT, Rectangle};
use super::{Diagram, Direction};
use crate::export::flow::Kind;
use crate::export::xml::Xml;
use crate::layout::{Layout, Point};

/// Of a pool and of a lane, the strip with the name.
const HEADER: f64 = 30.0;
const MARGIN: f64 = 20.0;

pub(super) fn write(xml: &mut Xml, diagram: &Diagram, layout: &Layout, direction: Direction) {
    let ids = diagram.ids;
    xml.open("bpmndi:BPMNDiagram", &[("id", format!("{}_diagram", ids.definitions))]);
    let plane = [("id", format!("{}_plane", ids.definitions)), ("bpmnElement", ids.collaboration.clone())];
    xml.open("bpmndi:BPMNPlane", &plane);
    let drawing = Drawing { diagram, layout, direction };
    drawing.pool(xml);
    for at in 0..diagram.flow.steps.len() {
        drawing.step(xml, at);
    }
    for at in 0..diagram.flow.arrows.len() {
        drawing.arrow(xml, at);
    }
    xml.close("bpmndi:BPMNPlane");
    xml.close("bpmndi:BPMNDiagram");
}

struct Drawing<'a> {
    diagram: &'a Diagram<'a>,
    layout: &'a Layout,
    direction: Direction,
}

impl Drawing<'_> {
    fn at(&self, point: Point) -> (f64, f64) {
        let (along, across) = (MARGIN + 2.0 * HEADER + point.along, MARGIN + point.across);
        match self.direction {
            Direction::Right => (along.round(), across.round()),
            Direction::Down => (across.round(), along.round()),
        }
    }

    /// The box between two places, however the axes lie.
    fn between(&self, start: (f64, f64), end: (f64, f64)) -> Rectangle {
        let (along, across) = ((start.0.round(), end.0.round()), (start.1.round(), end.1.round()));
        let (x, y) = match self.direction {
            Direction::Right => (along, across),
            Direction::Down => (across, along),
        };
        Rectangle { x: x.0, y: y.0, width: x.1 - x.0, height: y.1 - y.0 }
    }

    fn pool(&self, xml: &mut Xml) {
        let ids = self.diagram.ids;
        let horizontal = (self.direction == Direction::Right).to_string();
        let end = MARGIN + 2.0 * HEADER + self.layout.along;
        let whole = self.between((MARGIN, MARGIN), (end, MARGIN + self.layout.across));
        shape(xml, &ids.pool, &[("isHorizontal", horizontal.clone())], whole, None);
        for (lane, (from, to)) in self.layout.lanes.iter().enumerate() {
            let bounds = self.between((MARGIN + HEADER, MARGIN + from), (end, MARGIN + to));
            shape(xml, &ids.lanes[lane], &[("isHorizontal", horizontal.clone())], bounds, None);
        }
    }

    fn step(&self, xml: &mut Xml, at: usize) {
        let (ids, of) = (self.diagram.ids, &self.diagram.shapes[at]);
        let (x, y) = self.at(self.layout.nodes[at]);
        let bounds = about((x, y), of.width, of.height);
        let marked =
            self.diagram.flow.steps[at].kind == Kind::Choice || self.diagram.flow.steps[at].kind == Kind::Merge;
        let marker = [("isMarkerVisible", "true".to_owned())];
        let label = of.label.map(|label| moved(label, (x, y)));
        shape(xml, &ids.steps[at], if marked { &marker } else { &[] }, bounds, label);
        for (timer, [id, flow, end]) in of.timers.iter().zip(&ids.timers[at]) {
            let (timer_at, end_at) = ((x + timer.at.0, y + timer.at.1), (x + timer.end.0, y + timer.end.1));
            shape(xml, id, &[], about(timer_at, EVENT, EVENT), Some(moved(timer.label, (x, y))));
            shape(xml, end, &[], about(end_at, EVENT, EVENT), Some(moved(timer.end_label, (x, y))));
            let half = EVENT / 2.0;
            edge(xml, flow, &[(timer_at.0, timer_at.1 + half), (end_at.0, end_at.1 - half)], None);
        }
    }

    fn arrow(&self, xml: &mut Xml, at: usize) {
        let points: Vec<(f64, f64)> = self.layout.edges[at].iter().map(|point| self.at(*point)).collect();
        let label = self.layout.labels[at].map(|area| {
            let (x, y) = self.at(area.start);
            let (width, height) = match self.direction {
                Direction::Right => (area.along, area.across),
                Direction::Down => (area.across, area.along),
            };
            Rectangle { x, y, width, height }
        });
        edge(xml, &self.diagram.ids.flows[at], &points, label);
    }
}

fn about((x, y): (f64, f64), width: f64, height: f64) -> Rectangle {
    Rectangle { x: x - width / 2.0, y: y - height / 2.0, width, height }
}

fn moved(of: Rectangle, (x, y): (f64, f64)) -> Rectangle {
    Rectangle { x: (of.x + x).round(), y: (of.y + y).round(), width: of.width, height: of.height }
}

fn shape(xml: &mut Xml, element: &str, more: &[(&str, String)], bounds: Rectangle, label: Option<Rectangle>) {
    let mut attributes = vec![("id", format!("{element}_di")), ("bpmnElement", element.to_owned())];
    attributes.extend(more.iter().cloned());
    xml.open("bpmndi:BPMNShape", &attributes);
    write_bounds(xml, bounds);
    write_label(xml, label);
    xml.close("bpmndi:BPMNShape");
}

fn edge(xml: &mut Xml, element: &str, points: &[(f64, f64)], label: Option<Rectangle>) {
    xml.open("bpmndi:BPMNEdge", &[("id", format!("{element}_di")), ("bpmnElement", element.to_owned())]);
    for (x, y) in points {
        xml.empty("di:waypoint", &[("x", x.to_string()), ("y", y.to_string())]);
    }
    write_label(xml, label);
    xml.close("bpmndi:BPMNEdge");
}

fn write_label(xml: &mut Xml, label: Option<Rectangle>) {
    if let Some(bounds) = label {
        xml.open("bpmndi:BPMNLabel", &[]);
        write_bounds(xml, bounds);
        xml.close("bpmndi:BPMNLabel");
    }
}

fn write_bounds(xml: &mut Xml, bounds: Rectangle) {
    let number = |value: f64| value.to_string();
    let attributes = [
        ("x", number(bounds.x)),
        ("y", number(bounds.y)),
        ("width", number(bounds.width)),
        ("height", number(bounds.height)),
    ];
    xml.empty("dc:Bounds", &attributes);
}
