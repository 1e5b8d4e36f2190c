//! Is there a limit of which nobody says from when it runs, where that makes a difference?
//!
//! It does where what comes before has no date of its own (a wait without a limit): the limit may run from its end, or
//! from what came before it. And where one sentence of the act gives two limits, the second may run
//! from the end of the first or beside it. "The same day" means nothing without the event whose day it is.

use super::{told, ways};
use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{Citation, Limit, Model, Node, NodeIx, NodeKind, Procedure, Regulation};
use crate::time::Unit;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        for (ix, node) in ways::nodes(procedure).filter(|(_, node)| open(node)) {
            let found = doubt(procedure, ix, node);
            findings.extend(found.map(|finding| finding.channel(&*model[procedure.channel].id)));
        }
    }
}

/// Whether the step has a limit in days, and neither its line nor a clause says from when.
fn open(node: &Node) -> bool {
    let in_days = |limit: &Limit| !limit.before_term && !matches!(limit.duration.unit, Unit::Minute | Unit::Hour);
    let said = node.anchor.said || node.citations.iter().any(|citation| citation.anchor.is_some());
    node.kind == NodeKind::Step && !node.broken && node.limits.iter().any(in_days) && !said
}

fn doubt(procedure: &Procedure, ix: NodeIx, node: &Node) -> Option<Finding> {
    let before = ways::done_before(procedure, ix);
    let undated = before.iter().map(|before| &procedure[*before]).find(|before| undated(before));
    // The other of two limits in one sentence comes right before, or in another branch behind the same step.
    let parted = ways::nodes(procedure).filter(|(other, beside)| {
        *other != ix && shorter(node, beside) && ways::done_before(procedure, *other) == before
    });
    let beside = before.iter().map(|before| &procedure[*before]).chain(parted.map(|(_, beside)| beside));
    let beside = beside.into_iter().find(|other| one_sentence(other, node));
    let same_day = node.limits.iter().any(|limit| limit.duration.unit == Unit::SameDay);
    let (why, other) = match (undated, beside) {
        (Some(other), _) => ("undated", Some(other)),
        (None, Some(other)) => ("one-sentence", Some(other)),
        (None, None) if same_day => ("same-day", None),
        _ => return None,
    };
    let mut own = node.citations.iter().filter(|citation| durations(&citation.limits) == durations(&node.limits));
    let first = own.next();
    let finding = Finding::new(Code::AnchorUnsaid, first.map_or(node.head, |own| own.clause.span))
        .arg("step", node.id.as_str())
        .arg("why", why)
        .arg("before", other.map_or("", |other| other.id.as_str()))
        .arg("said", durations(&node.limits));
    let finding = told::with_clause(finding, first.map(told::address));
    let finding = own.fold(finding, |finding, citation| {
        told::with_clause(finding.also(citation.clause.span, "label-also"), Some(told::address(citation)))
    });
    let Some(other) = other else { return Some(finding) };
    let label = if why == "undated" { "label-before" } else { "label-beside" };
    let cited = other.citations.first();
    let finding = finding.also(cited.map_or(other.head, |cited| cited.clause.span), label);
    Some(told::with_clause(finding, cited.map(told::address)))
}

fn durations(limits: &[Limit]) -> Arg {
    Arg::Durations(limits.iter().map(|limit| limit.duration).collect())
}

/// Whether the one has fewer days than the other, of the same kind.
fn shorter(one: &Node, other: &Node) -> bool {
    let (Some(one), Some(other)) = (one.limits.first(), other.limits.first()) else { return false };
    one.duration.unit == other.duration.unit && one.duration.quantity < other.duration.quantity
}

/// A wait that no clause limits. Of a step without a limit it is said that it has none.
fn undated(node: &Node) -> bool {
    let said = node.citations.iter().any(|citation| !citation.limits.is_empty());
    node.limits.is_empty() && !said && matches!(node.kind, NodeKind::Wait { .. })
}

/// Whether one sentence of the act gives both their limits in days.
fn one_sentence(one: &Node, other: &Node) -> bool {
    let in_days = |citation: &&Citation| {
        citation
            .limits
            .iter()
            .any(|limit| matches!(limit.duration.unit, Unit::WorkingDay | Unit::CalendarDay | Unit::Day))
    };
    let addresses = |node: &Node| -> Vec<String> {
        node.citations.iter().filter(in_days).map(|citation| citation.clause.address.clone()).collect()
    };
    let own = addresses(one);
    addresses(other).iter().any(|address| own.contains(address))
}
