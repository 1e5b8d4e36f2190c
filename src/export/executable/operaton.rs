//! Operaton, and Camunda 7, whose namespace it reads: external tasks for systems, messages for waits.

use super::{OURS, act, actor, juel, message, process_attributes, step_attributes, timers};
use crate::diagnostics::Words;
use crate::export::bpmn::{Attribute, Dialect, Extension, Place};
use crate::export::flow::{Arrow, Kind, Step};
use crate::model::Node;

pub struct Operaton;

/// How long a case is kept once it is over; the engine takes no process that leaves it open. Five years, for an office to
/// change.
const KEPT: &str = "P1825D";

const LISTENER: &str = "camunda:executionListener";

impl Dialect for Operaton {
    fn namespaces(&self) -> &[(&'static str, &'static str)] {
        &[("xmlns:camunda", "http://camunda.org/schema/1.0/bpmn"), OURS]
    }

    fn executable(&self) -> bool {
        true
    }

    fn process_attributes(&self, place: Place) -> Vec<Attribute> {
        let mut attributes = process_attributes(place);
        attributes.push(("camunda:historyTimeToLive", KEPT.to_owned()));
        attributes
    }

    fn process_extensions(&self, place: Place) -> Vec<Extension> {
        vec![juel::open(place, LISTENER)]
    }

    fn step_attributes(&self, place: Place, step: &Step, node: Option<&Node>) -> Vec<Attribute> {
        let Some(node) = act(step, node) else { return Vec::new() };
        let mut attributes = step_attributes(place, node);
        let actor = actor(place, node).map(str::to_owned);
        match step.kind {
            Kind::Task => {
                attributes.extend(actor.map(|id| ("camunda:candidateGroups", id)));
                attributes.push(("camunda:dueDate", juel::due(node)));
            }
            Kind::Service => {
                attributes.push(("camunda:type", "external".to_owned()));
                attributes.extend(actor.map(|id| ("camunda:topic", id)));
            }
            _ => {}
        }
        attributes
    }

    fn step_extensions(&self, _place: Place, step: &Step, node: Option<&Node>) -> Vec<Extension> {
        let Some(node) = act(step, node) else { return Vec::new() };
        let told = (step.kind != Kind::Task).then(|| juel::tell_due(node, LISTENER));
        told.into_iter().chain([juel::done(node, LISTENER)]).collect()
    }

    fn message(&self, place: Place, node: &Node) -> Option<String> {
        Some(message(place, node))
    }

    fn condition(&self, place: Place, arrow: &Arrow) -> String {
        juel::condition(place, arrow)
    }

    fn timers(&self, node: &Node, words: &Words) -> Vec<String> {
        timers(node, words)
    }

    fn timer(&self, node: &Node, _at: usize) -> (&'static str, String) {
        ("timeDate", juel::due(node))
    }
}
