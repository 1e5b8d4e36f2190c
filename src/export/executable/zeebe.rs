//! Zeebe (Camunda 8.6 and later): FEEL, user tasks with candidate groups and due dates, jobs for systems, messages for
//! waits. It has no code of others inside, so the glue is a worker for three kinds of jobs: `reglament.open`,
//! `reglament.due` and `reglament.done`, which execution listeners ask for.

use super::{Grammar, OURS, act, actor, message, process_attributes, step_attributes, timers};
use crate::diagnostics::Words;
use crate::export::bpmn::{Attribute, Dialect, Extension, Place};
use crate::export::flow::{Arrow, Kind, Step};
use crate::model::Node;

pub struct Zeebe;

/// A fact that is missing would be equal to nothing, and the default would be taken in silence. So the whole is null
/// then, which stops the process with an incident.
const GRAMMAR: Grammar = Grammar {
    is: |variable, value| format!("(if {variable} = null then null else {variable} = \"{value}\")"),
    not: |denied| format!("not({denied})"),
    and: " and ",
    or: " or ",
};

impl Dialect for Zeebe {
    fn namespaces(&self) -> &[(&'static str, &'static str)] {
        &[
            ("xmlns:zeebe", "http://camunda.org/schema/zeebe/1.0"),
            ("xmlns:modeler", "http://camunda.org/schema/modeler/1.0"),
            OURS,
        ]
    }

    fn definitions_attributes(&self) -> &[(&'static str, &'static str)] {
        &[("modeler:executionPlatform", "Camunda Cloud"), ("modeler:executionPlatformVersion", "8.6.0")]
    }

    fn executable(&self) -> bool {
        true
    }

    fn process_attributes(&self, place: Place) -> Vec<Attribute> {
        process_attributes(place)
    }

    fn step_attributes(&self, place: Place, step: &Step, node: Option<&Node>) -> Vec<Attribute> {
        act(step, node).map(|node| step_attributes(place, node)).unwrap_or_default()
    }

    fn step_extensions(&self, place: Place, step: &Step, node: Option<&Node>) -> Vec<Extension> {
        match (step.kind, act(step, node)) {
            (Kind::Start, _) => opens(place),
            (_, Some(node)) => acts(place, step, node),
            _ => Vec::new(),
        }
    }

    fn message(&self, place: Place, node: &Node) -> Option<String> {
        Some(message(place, node))
    }

    fn message_extensions(&self) -> Vec<Extension> {
        vec![Extension::new("zeebe:subscription", vec![("correlationKey", "=reglament_case".to_owned())])]
    }

    fn condition(&self, place: Place, arrow: &Arrow) -> String {
        format!("={}", GRAMMAR.condition(place, arrow))
    }

    fn timers(&self, node: &Node, words: &Words) -> Vec<String> {
        timers(node, words)
    }

    fn timer(&self, _node: &Node, _at: usize) -> (&'static str, String) {
        ("timeDate", "=reglament_due".to_owned())
    }
}

/// The start names the rules, and the worker opens the case by them.
fn opens(place: Place) -> Vec<Extension> {
    let name = |(name, value): (&str, String)| mapping("zeebe:output", &value, &name.replace(':', "_"));
    let named = process_attributes(place).into_iter().map(name).collect();
    vec![Extension::holding("zeebe:ioMapping", named), listeners(&[("end", "reglament.open")])]
}

fn acts(place: Place, step: &Step, node: &Node) -> Vec<Extension> {
    let actor = actor(place, node);
    let mut all = Vec::new();
    match step.kind {
        Kind::Task => {
            all.push(Extension::new("zeebe:userTask", Vec::new()));
            let form = vec![("externalReference", message(place, node))];
            all.push(Extension::new("zeebe:formDefinition", form));
            let groups =
                |id: &str| Extension::new("zeebe:assignmentDefinition", vec![("candidateGroups", id.to_owned())]);
            all.extend(actor.map(groups));
            all.push(Extension::new("zeebe:taskSchedule", vec![("dueDate", "=reglament_due".to_owned())]));
        }
        Kind::Service => {
            let work = actor.unwrap_or("nobody").to_owned();
            all.push(Extension::new("zeebe:taskDefinition", vec![("type", work)]));
        }
        _ => {}
    }
    all.push(Extension::holding("zeebe:ioMapping", vec![mapping("zeebe:input", &node.id, "reglament_step")]));
    all.push(listeners(&[("start", "reglament.due"), ("end", "reglament.done")]));
    all
}

fn mapping(kind: &'static str, text: &str, target: &str) -> Extension {
    Extension::new(kind, vec![("source", format!("=\"{text}\"")), ("target", target.to_owned())])
}

fn listeners(jobs: &[(&str, &str)]) -> Extension {
    let listener = |(event, job): &(&str, &str)| {
        Extension::new("zeebe:executionListener", vec![("eventType", (*event).to_owned()), ("type", (*job).to_owned())])
    };
    Extension::holding("zeebe:executionListeners", jobs.iter().map(listener).collect())
}
