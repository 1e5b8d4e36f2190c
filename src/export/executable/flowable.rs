//! Flowable: user tasks with candidate groups and due dates, external workers for systems, a trigger for waits.

use super::{OURS, act, actor, juel, process_attributes, step_attributes, timers};
use crate::diagnostics::Words;
use crate::export::bpmn::{Attribute, Dialect, Extension, Place};
use crate::export::flow::{Arrow, Kind, Step};
use crate::model::Node;

pub struct Flowable;

const LISTENER: &str = "flowable:executionListener";

impl Dialect for Flowable {
    fn namespaces(&self) -> &[(&'static str, &'static str)] {
        &[("xmlns:flowable", "http://flowable.org/bpmn"), OURS]
    }

    fn executable(&self) -> bool {
        true
    }

    fn process_attributes(&self, place: Place) -> Vec<Attribute> {
        process_attributes(place)
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
                attributes.extend(actor.map(|id| ("flowable:candidateGroups", id)));
                attributes.push(("flowable:dueDate", juel::due(node)));
            }
            Kind::Service => {
                attributes.push(("flowable:type", "external-worker".to_owned()));
                attributes.extend(actor.map(|id| ("flowable:topic", id)));
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
