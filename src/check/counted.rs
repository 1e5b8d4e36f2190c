//! Do the clauses of one act, and its channels, count the limit of one step from one event?
//!
//! Two words for one event are one event: the receipt of a channel without a receipt of its own is the filing.

use super::told;
use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{Anchor, AnchorEvent, Citation, Model, Node, Procedure, Regulation};
use crate::source::Span;
use crate::vocabulary::Keyword;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in &regulation.procedures {
        for node in procedure.nodes.iter().filter(|node| !node.broken) {
            let found = differ(procedure, node).into_iter().chain(unsaid(node));
            findings.extend(found.map(|finding| finding.channel(&*model[procedure.channel].id)));
        }
    }
    between_channels(model, regulation, findings);
}

/// What a clause counts from: what it says itself, or what its line says.
fn said<'n>(node: &'n Node, citation: &'n Citation) -> Option<&'n Anchor> {
    match (&citation.anchor, citation.said_apart) {
        (Some(anchor), _) => Some(anchor),
        (None, false) => Some(&node.anchor).filter(|anchor| anchor.said),
        (None, true) => None,
    }
}

fn differ(procedure: &Procedure, node: &Node) -> Option<Finding> {
    let mut places: Vec<(Span, Option<&str>, &Anchor)> = node
        .citations
        .iter()
        .filter_map(|citation| Some((citation.clause.span, Some(told::address(citation)), said(node, citation)?)))
        .collect();
    if node.anchor.said && node.citations.iter().all(|citation| citation.said_apart) {
        places.insert(0, (node.anchor.span, None, &node.anchor));
    }
    let (first, rest) = places.split_first()?;
    if rest.iter().all(|place| same(procedure, first.2, procedure, place.2)) {
        return None;
    }
    let finding = Finding::new(Code::AnchorDiffersBetweenClauses, first.0)
        .arg("step", node.id.as_str())
        .with("said", events(first.2));
    let finding = told::with_clause(finding, first.1);
    Some(rest.iter().fold(finding, |finding, (span, clause, anchor)| {
        told::with_clause(finding.also(*span, "label-other").with("said", events(anchor)), *clause)
    }))
}

/// A clause that writes out its limit and says nothing of the event, where another clause names it.
fn unsaid(node: &Node) -> Option<Finding> {
    let silent = |citation: &&Citation| {
        let limited = citation.limits.iter().any(|limit| !limit.before_term) && !citation.part;
        citation.said_apart && limited && citation.anchor.is_none()
    };
    let (known, anchor) = node.citations.iter().find_map(|citation| Some((citation, said(node, citation)?)))?;
    let mut silent = node.citations.iter().filter(silent);
    let first = silent.next()?;
    let place = |finding: Finding, citation: &Citation| {
        finding.with("limit", limits(citation)).with("clause", told::address(citation)).clause(told::address(citation))
    };
    let finding = Finding::new(Code::AnchorLeftUnsaid, first.clause.span)
        .arg("step", node.id.as_str())
        .arg("said", events(anchor));
    let finding = silent
        .fold(place(finding, first), |finding, other| place(finding.also(other.clause.span, "label-other"), other));
    let finding = finding.also(known.clause.span, "label-said").with("clause", told::address(known));
    Some(finding.clause(told::address(known)))
}

fn limits(citation: &Citation) -> Arg {
    Arg::Durations(citation.limits.iter().map(|limit| limit.duration).collect())
}

fn between_channels(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    super::twins::each(regulation, |node| node.anchor.said, &mut |first, others| {
        let (procedure, node) = first;
        let differs = |(other, twin): &&(&Procedure, &Node)| {
            twin.actor == node.actor && !same(procedure, &node.anchor, other, &twin.anchor)
        };
        let differing: Vec<_> = others.iter().filter(differs).collect();
        if differing.is_empty() {
            return;
        }
        let place = |finding: Finding, procedure: &Procedure, node: &Node| {
            let finding = finding.with("channel", model[procedure.channel].id.as_str());
            super::twins::clause(finding.with("said", events(&node.anchor)), node)
        };
        let finding = Finding::new(Code::AnchorDiffersBetweenChannels, node.anchor.span).arg("step", node.id.as_str());
        findings.push(differing.iter().fold(place(finding, procedure, node), |finding, (other, twin)| {
            place(finding.also(twin.anchor.span, "label-other"), other, twin)
        }));
    });
}

/// Whether both mean the same events, by their names or by what they are.
fn same(procedure: &Procedure, one: &Anchor, other_procedure: &Procedure, other: &Anchor) -> bool {
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names.dedup();
        names
    };
    sorted(one.names.clone()) == sorted(other.names.clone())
        || sorted(meant(procedure, one)) == sorted(meant(other_procedure, other))
}

fn meant(procedure: &Procedure, anchor: &Anchor) -> Vec<String> {
    let name = |event: &AnchorEvent| match event {
        AnchorEvent::Previous => "previous".to_owned(),
        AnchorEvent::Filing => Keyword::Filing.id().to_owned(),
        AnchorEvent::Done(node) => procedure[*node].id.clone(),
    };
    anchor.events.iter().map(name).collect()
}

/// The events as people name them.
fn events(anchor: &Anchor) -> Arg {
    Arg::Events(anchor.names.clone())
}
