//! What the file means: the collaboration and the process.

use super::{Diagram, Extension};
use crate::export::flow::{Kind, Step};
use crate::export::xml::Xml;
use crate::model::{Case, Citation, Condition, Node};

pub(super) fn write(xml: &mut Xml, diagram: &Diagram) {
    let ids = diagram.ids;
    messages(xml, diagram);
    let regulation = diagram.place.regulation;
    let title = regulation.title.get(diagram.words.language()).unwrap_or(&regulation.id);
    xml.open("collaboration", &[("id", ids.collaboration.clone())]);
    let pool = [("id", ids.pool.clone()), ("name", title.to_owned()), ("processRef", ids.process.clone())];
    xml.empty("participant", &pool);
    xml.close("collaboration");
    let mut attributes = vec![
        ("id", ids.process.clone()),
        ("name", title.to_owned()),
        ("isExecutable", diagram.dialect.executable().to_string()),
    ];
    attributes.extend(diagram.dialect.process_attributes(diagram.place));
    xml.open("process", &attributes);
    if let Some(act) = regulation.act.as_ref().and_then(|act| act.get(diagram.words.language())) {
        xml.text("documentation", &[], act);
    }
    extensions(xml, &diagram.dialect.process_extensions(diagram.place));
    lanes(xml, diagram);
    for at in 0..diagram.flow.steps.len() {
        step(xml, diagram, at);
        timers(xml, diagram, at);
    }
    for at in 0..diagram.flow.arrows.len() {
        arrow(xml, diagram, at);
    }
    xml.close("process");
}

/// What the waits wait for, where the dialect names it.
fn messages(xml: &mut Xml, diagram: &Diagram) {
    for at in 0..diagram.flow.steps.len() {
        let Some(name) = message(diagram, at) else { continue };
        let attributes = [("id", diagram.ids.messages[at].clone()), ("name", name)];
        let more = diagram.dialect.message_extensions();
        if more.is_empty() {
            xml.empty("message", &attributes);
            continue;
        }
        xml.open("message", &attributes);
        extensions(xml, &more);
        xml.close("message");
    }
}

fn message(diagram: &Diagram, at: usize) -> Option<String> {
    let step = &diagram.flow.steps[at];
    let node = step.node.filter(|_| step.kind == Kind::Wait).map(|ix| &diagram.place.procedure[ix]);
    node.and_then(|node| diagram.dialect.message(diagram.place, node))
}

fn lanes(xml: &mut Xml, diagram: &Diagram) {
    let ids = diagram.ids;
    xml.open("laneSet", &[("id", ids.lane_set.clone())]);
    for (lane, of) in diagram.flow.lanes.iter().enumerate() {
        xml.open("lane", &[("id", ids.lanes[lane].clone()), ("name", of.name.clone())]);
        for (at, _) in diagram.flow.steps.iter().enumerate().filter(|(_, step)| step.lane == lane) {
            xml.text("flowNodeRef", &[], &ids.steps[at]);
            for [timer, _, end] in &ids.timers[at] {
                xml.text("flowNodeRef", &[], timer);
                xml.text("flowNodeRef", &[], end);
            }
        }
        xml.close("lane");
    }
    xml.close("laneSet");
}

fn element(step: &Step, diagram: &Diagram) -> &'static str {
    match step.kind {
        Kind::Start => "startEvent",
        Kind::Task => "userTask",
        Kind::Service => diagram.dialect.service_element(),
        Kind::Choice | Kind::Merge => "exclusiveGateway",
        Kind::Parallel | Kind::Join => "parallelGateway",
        Kind::Wait => "receiveTask",
        Kind::Receipt => "intermediateThrowEvent",
        Kind::End(_) => "endEvent",
    }
}

fn step(xml: &mut Xml, diagram: &Diagram, at: usize) {
    let (ids, flow) = (diagram.ids, diagram.flow);
    let step = &flow.steps[at];
    let node = step.node.map(|ix| &diagram.place.procedure[ix]);
    let mut attributes = vec![("id", ids.steps[at].clone())];
    if !step.text.is_empty() {
        attributes.push(("name", step.text.clone()));
    }
    if step.kind == Kind::Choice
        && let Some(default) = default(diagram, at)
    {
        attributes.push(("default", ids.flows[default].clone()));
    }
    if message(diagram, at).is_some() {
        attributes.push(("messageRef", ids.messages[at].clone()));
    }
    attributes.extend(diagram.dialect.step_attributes(diagram.place, step, node));
    let name = element(step, diagram);
    xml.open(name, &attributes);
    if let Some(text) = node.and_then(|node| documentation(diagram, node)) {
        xml.text("documentation", &[], &text);
    }
    extensions(xml, &diagram.dialect.step_extensions(diagram.place, step, node));
    for (flow, _) in flow.arrows.iter().enumerate().filter(|(_, arrow)| arrow.to == at) {
        xml.text("incoming", &[], &ids.flows[flow]);
    }
    for (flow, _) in flow.arrows.iter().enumerate().filter(|(_, arrow)| arrow.from == at) {
        xml.text("outgoing", &[], &ids.flows[flow]);
    }
    xml.close(name);
}

/// The arrow of a choice that is taken where no condition holds: the one that says so, else the last, where the
/// conditions leave nothing open. Where the act leaves a case out, a process that runs must not go on as if it did not.
fn default(diagram: &Diagram, choice: usize) -> Option<usize> {
    let own = || diagram.flow.arrows.iter().enumerate().filter(|(_, arrow)| arrow.from == choice);
    let said = own().find(|(_, arrow)| arrow.otherwise).map(|(at, _)| at);
    if said.is_none() && diagram.dialect.executable() {
        let none = own().map(|(_, arrow)| Condition::Not(Box::new(arrow.when.clone()))).collect();
        let left_out = Condition::All(none).met(diagram.place.model, &Case::new());
        if left_out.is_some() {
            return None;
        }
    }
    said.or_else(|| own().next_back().map(|(at, _)| at))
}

/// The clauses that state the step, each with what it gives, and the author's notes.
fn documentation(diagram: &Diagram, node: &Node) -> Option<String> {
    let words = diagram.words;
    let cited = |citation: &Citation| {
        let limits: Vec<String> = citation.limits.iter().map(|limit| words.duration(limit.duration)).collect();
        match limits.is_empty() {
            true => citation.clause.address.clone(),
            false => format!("{} ({})", citation.clause.address, limits.join(", ")),
        }
    };
    let clauses: Vec<String> = node.citations.iter().map(cited).collect();
    let mut lines = Vec::new();
    if !clauses.is_empty() {
        lines.push(format!("{}: {}", words.say("diagram-clauses", &[]), clauses.join("; ")));
    }
    lines.extend(node.results.iter().filter_map(|text| text.get(words.language())).map(str::to_owned));
    lines.extend(node.notes.iter().filter_map(|text| text.get(words.language())).map(str::to_owned));
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The limits of a step: timers that do not stop it, since a late step is done all the same.
fn timers(xml: &mut Xml, diagram: &Diagram, at: usize) {
    let step = &diagram.flow.steps[at];
    let Some(node) = step.node.map(|ix| &diagram.place.procedure[ix]) else { return };
    let own = diagram.ids.timers[at].iter().zip(&diagram.shapes[at].timers).enumerate();
    for (number, ([timer, flow, end], drawn)) in own {
        let attributes = [
            ("id", timer.clone()),
            ("name", drawn.text.clone()),
            ("attachedToRef", diagram.ids.steps[at].clone()),
            ("cancelActivity", "false".to_owned()),
        ];
        xml.open("boundaryEvent", &attributes);
        xml.text("outgoing", &[], flow);
        xml.open("timerEventDefinition", &[("id", format!("{timer}_timer"))]);
        let (when, expression) = diagram.dialect.timer(node, number);
        xml.text(when, &[("xsi:type", "tFormalExpression".to_owned())], &expression);
        xml.close("timerEventDefinition");
        xml.close("boundaryEvent");
        let expired = diagram.words.say("diagram-expired", &[]);
        xml.open("endEvent", &[("id", end.clone()), ("name", expired)]);
        xml.text("incoming", &[], flow);
        xml.close("endEvent");
        let ends = [("id", flow.clone()), ("sourceRef", timer.clone()), ("targetRef", end.clone())];
        xml.empty("sequenceFlow", &ends);
    }
}

fn arrow(xml: &mut Xml, diagram: &Diagram, at: usize) {
    let ids = diagram.ids;
    let arrow = &diagram.flow.arrows[at];
    let mut attributes = vec![("id", ids.flows[at].clone())];
    if let Some(answer) = &arrow.answer {
        attributes.push(("name", answer.clone()));
    }
    attributes.push(("sourceRef", ids.steps[arrow.from].clone()));
    attributes.push(("targetRef", ids.steps[arrow.to].clone()));
    let asks = diagram.flow.steps[arrow.from].kind == Kind::Choice;
    if !asks || default(diagram, arrow.from) == Some(at) {
        xml.empty("sequenceFlow", &attributes);
        return;
    }
    xml.open("sequenceFlow", &attributes);
    let condition = diagram.dialect.condition(diagram.place, arrow);
    xml.text("conditionExpression", &[("xsi:type", "tFormalExpression".to_owned())], &condition);
    xml.close("sequenceFlow");
}

fn extensions(xml: &mut Xml, all: &[Extension]) {
    if all.is_empty() {
        return;
    }
    xml.open("extensionElements", &[]);
    all.iter().for_each(|one| extension(xml, one));
    xml.close("extensionElements");
}

fn extension(xml: &mut Xml, one: &Extension) {
    match (&one.text, one.children.is_empty()) {
        (Some(text), _) => xml.text(one.name, &one.attributes, text),
        (None, true) => xml.empty(one.name, &one.attributes),
        (None, false) => {
            xml.open(one.name, &one.attributes);
            one.children.iter().for_each(|child| extension(xml, child));
            xml.close(one.name);
        }
    }
}
