//! Is one body, or one actor of an act, declared under two names?
//!
//! They are the same where their labels, or an alias, are the same words in one language.

use super::wording::same;
use crate::diagnostics::{Code, Finding};
use crate::model::{Actor, ActorId, Body, Model, Regulation, Text};
use std::collections::BTreeSet;

pub(super) fn overall(model: &Model, findings: &mut Vec<Finding>) {
    for (at, body) in model.bodies.iter().enumerate() {
        if let Some(first) = model.bodies[..at].iter().find(|other| is_same_body(other, body)) {
            findings.push(
                Finding::new(Code::DeclaredTwice, body.span)
                    .arg("name", &*body.id)
                    .arg("other", &*first.id)
                    .also(first.span, "label-first"),
            );
        }
    }
    let twins: BTreeSet<(ActorId, ActorId)> = model.regulations.iter().flat_map(|own| twins(model, own)).collect();
    findings.extend(twins.into_iter().filter_map(|twins| declared_twice(model, twins)));
}

pub(super) fn of_regulation(model: &Model, regulation: &Regulation) -> Vec<Finding> {
    twins(model, regulation).into_iter().filter_map(|twins| declared_twice(model, twins)).collect()
}

fn declared_twice(model: &Model, (first, second): (ActorId, ActorId)) -> Option<Finding> {
    let (first, second) = (&model[first], &model[second]);
    let finding = Finding::new(Code::DeclaredTwice, second.span?).arg("name", &*second.id).arg("other", &*first.id);
    Some(finding.also(first.span?, "label-first"))
}

/// Two bodies of one name at one time; one that took over its predecessor's name is another.
fn is_same_body(one: &Body, other: &Body) -> bool {
    let names = |body: &'_ Body| -> Vec<Text> { std::iter::once(&body.label).chain(&body.aliases).cloned().collect() };
    let apart =
        |earlier: &Body, later: &Body| matches!((earlier.until, later.since), (Some(end), Some(start)) if end < start);
    let (ours, theirs) = (names(one), names(other));
    !apart(one, other) && !apart(other, one) && ours.iter().any(|name| theirs.iter().any(|other| same(name, other)))
}

/// The actors of one act, each with an earlier one of the same name.
fn twins(model: &Model, regulation: &Regulation) -> Vec<(ActorId, ActorId)> {
    let nodes = regulation.procedures.iter().flat_map(|procedure| &procedure.nodes);
    let acting = nodes.flat_map(|node| node.actor.into_iter().chain(node.hands_to));
    let mut all: Vec<ActorId> = regulation.listed.iter().map(|listed| listed.what).chain(acting).collect();
    all.sort();
    all.dedup();
    let first = |at: usize| all[..at].iter().find(|other| is_same_actor(&model[**other], &model[all[at]]));
    (0..all.len()).filter_map(|at| Some((*first(at)?, all[at]))).collect()
}

fn is_same_actor(one: &Actor, other: &Actor) -> bool {
    one.kind == other.kind && one.organisation == other.organisation && same(&one.label, &other.label)
}
