//! SpiffWorkflow: Python expressions, a script before and after each task, and messages for waits. It has no external
//! workers: what a system does is a task that the program around it completes.

use super::{Grammar, OURS, act, actor, message, process_attributes, step_attributes, timers};
use crate::diagnostics::Words;
use crate::export::bpmn::{Attribute, Dialect, Extension, Place};
use crate::export::flow::{Arrow, Step};
use crate::model::Node;

pub struct Spiff;

const GRAMMAR: Grammar = Grammar {
    is: |variable, value| format!("{variable} == '{value}'"),
    not: |denied| match denied {
        "false" => "True".to_owned(),
        _ => format!("not ({denied})"),
    },
    and: " and ",
    or: " or ",
};

impl Dialect for Spiff {
    fn namespaces(&self) -> &[(&'static str, &'static str)] {
        &[("xmlns:spiffworkflow", "http://spiffworkflow.org/bpmn/schema/1.0/core"), OURS]
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
        let Some(node) = act(step, node) else { return Vec::new() };
        let mut properties = vec![property("step", &node.id)];
        properties.extend(actor(place, node).map(|id| property("candidateGroups", id)));
        vec![
            Extension::holding("spiffworkflow:properties", properties),
            Extension::of_text("spiffworkflow:preScript", format!("reglament_due = due('{}')", node.id)),
            Extension::of_text("spiffworkflow:postScript", format!("done('{}')", node.id)),
        ]
    }

    fn service_element(&self) -> &'static str {
        "userTask"
    }

    fn message(&self, place: Place, node: &Node) -> Option<String> {
        Some(message(place, node))
    }

    fn condition(&self, place: Place, arrow: &Arrow) -> String {
        GRAMMAR.condition(place, arrow)
    }

    fn timers(&self, node: &Node, words: &Words) -> Vec<String> {
        timers(node, words)
    }

    fn timer(&self, node: &Node, _at: usize) -> (&'static str, String) {
        ("timeDate", format!("due('{}')", node.id))
    }
}

fn property(name: &str, value: &str) -> Extension {
    Extension::new("spiffworkflow:property", vec![("name", name.to_owned()), ("value", value.to_owned())])
}
