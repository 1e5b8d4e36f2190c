//! Does a summary's limit equal what the steps under it add up to?
//!
//! A summary is a stage to which only a clause gives a limit, or a step whose limit a list cuts into parts. Only what
//! can be compared exactly is compared: days of one kind with days of that kind, minutes with minutes. Minutes among days
//! are more than nothing and less than a day. Where ways through a stage part, one that adds up is enough.

use super::{told, ways};
use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{ActorKind, Citation, Limit, Model, Node, NodeIx, NodeKind, Procedure, Regulation, Stage};
use crate::time::{Duration, Unit};
use std::collections::{BTreeMap, BTreeSet};

/// So many different sums of one stage are followed.
const MOST_SUMS: usize = 256;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        let mut found = Vec::new();
        for stage in procedure.stages.iter().filter(|stage| stage.limits.is_empty()) {
            let limited = stage.citations.iter().filter(|citation| !citation.limits.is_empty());
            found.extend(limited.filter_map(|citation| of_stage(model, procedure, stage, citation)));
        }
        procedure.nodes.iter().for_each(|node| found.extend(of_parts(node)));
        findings.extend(found.into_iter().map(|finding| finding.channel(&*model[procedure.channel].id)));
    }
}

/// A sum: so much of each unit, and whether a step among them has no limit.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Sum {
    units: BTreeMap<Unit, u32>,
    open: bool,
}

impl Sum {
    fn of(limits: &[Limit]) -> Option<Sum> {
        let mut sum = Sum::default();
        sum.add(limits)?;
        Some(sum)
    }

    /// `None` where the limit is no plain amount.
    fn add(&mut self, limits: &[Limit]) -> Option<()> {
        let [limit] = limits else { return None };
        if limit.before_term || limit.duration.first_day_counted {
            return None;
        }
        let (unit, amount) = match limit.duration.unit {
            Unit::Hour => (Unit::Minute, limit.duration.quantity.checked_mul(60)?),
            unit => (unit, limit.duration.quantity.max(1)),
        };
        let sum = self.units.entry(unit).or_default();
        *sum = sum.checked_add(amount)?;
        Some(())
    }

    /// Whether it may be what the summary gives: `false` only where it surely is not.
    fn may_be(&self, summary: &Sum) -> bool {
        let Some((unit, wanted)) = summary.units.iter().next().filter(|_| summary.units.len() == 1) else {
            return true;
        };
        let own = self.units.get(unit).copied().unwrap_or(0);
        let rest: Vec<(&Unit, &u32)> = self.units.iter().filter(|(other, _)| *other != unit).collect();
        let more = match unit {
            // Less than a day, and more than nothing.
            Unit::WorkingDay | Unit::CalendarDay if rest.iter().all(|(unit, sum)| within_a_day(**unit, **sum)) => {
                u32::from(!rest.is_empty())
            }
            _ if rest.is_empty() => 0,
            _ => return true,
        };
        if self.open { own <= *wanted } else { (own..=own + more).contains(wanted) }
    }

    fn told(&self) -> Arg {
        let order = |unit: &Unit| match unit {
            Unit::WorkingDay | Unit::CalendarDay | Unit::Day | Unit::Month | Unit::Year => 0,
            _ => 1,
        };
        let mut all: Vec<(Unit, u32)> = self.units.iter().map(|(unit, sum)| (*unit, *sum)).collect();
        all.sort_by_key(|(unit, _)| order(unit));
        let duration = |(unit, quantity): (Unit, u32)| match unit {
            Unit::SameDay => Duration::SAME_DAY,
            unit => Duration { quantity, unit, ..Duration::SAME_DAY },
        };
        Arg::Durations(all.into_iter().map(duration).collect())
    }
}

fn within_a_day(unit: Unit, sum: u32) -> bool {
    match unit {
        Unit::Minute => sum <= 8 * 60,
        Unit::SameDay => sum == 1,
        _ => false,
    }
}

fn of_stage(model: &Model, procedure: &Procedure, stage: &Stage, citation: &Citation) -> Option<Finding> {
    let summary = Sum::of(&citation.limits)?;
    let sums = sums(model, procedure, stage)?;
    let least = sums.first()?;
    if sums.iter().any(|sum| sum.may_be(&summary)) {
        return None;
    }
    let finding = Finding::new(Code::SummaryDiffersFromItsSteps, citation.clause.span)
        .arg("name", stage.id.as_str())
        .arg("what", "stage")
        .arg("sum", sums.last().unwrap_or(least).told())
        .with("said", told_limits(&citation.limits))
        .with("clause", told::address(citation))
        .clause(told::address(citation));
    let timed = stage.nodes.iter().map(|ix| &procedure[*ix]).filter(|node| !node.limits.is_empty());
    Some(timed.fold(finding, |finding, node| {
        let own = node.citations.iter().find(|said| !said.said_apart && said.limits.len() == node.limits.len());
        let finding = finding
            .also(own.map_or(node.head, |said| said.clause.span), "label-step")
            .with("step", node.id.as_str())
            .with("said", told_limits(&node.limits));
        told::with_clause(finding, own.map(told::address))
    }))
}

/// The sums of all ways that lead through the stage and out of it; `None` where they can't be told exactly.
fn sums(model: &Model, procedure: &Procedure, stage: &Stage) -> Option<BTreeSet<Sum>> {
    let inside = |ix: NodeIx| stage.nodes.contains(&ix);
    let mut before: BTreeMap<NodeIx, BTreeSet<Sum>> = BTreeMap::new();
    before.insert(*stage.nodes.first()?, BTreeSet::from([Sum::default()]));
    let mut out = BTreeSet::new();
    for ix in in_order(procedure, stage) {
        let Some(so_far) = before.remove(&ix) else { continue };
        let node = &procedure[ix];
        let counted: Option<BTreeSet<Sum>> = so_far.into_iter().map(|sum| with(model, procedure, ix, sum)).collect();
        let counted = counted?;
        if counted.len() > MOST_SUMS {
            return None;
        }
        for edge in &node.next {
            let to = if inside(edge.to) { before.entry(edge.to).or_default() } else { &mut out };
            to.extend(counted.iter().cloned());
        }
    }
    (!out.is_empty()).then_some(out)
}

/// The stage's nodes so that each stands behind all that lead to it.
fn in_order(procedure: &Procedure, stage: &Stage) -> Vec<NodeIx> {
    let mut waiting: BTreeMap<NodeIx, usize> = stage.nodes.iter().map(|ix| (*ix, 0)).collect();
    for ix in &stage.nodes {
        for edge in &procedure[*ix].next {
            waiting.entry(edge.to).and_modify(|count| *count += 1);
        }
    }
    let mut open: Vec<NodeIx> = stage.nodes.iter().copied().filter(|ix| waiting[ix] == 0).collect();
    let mut order = Vec::new();
    while let Some(ix) = open.pop() {
        order.push(ix);
        for edge in &procedure[ix].next {
            if let Some(count) = waiting.get_mut(&edge.to) {
                *count -= 1;
                if *count == 0 {
                    open.push(edge.to);
                }
            }
        }
    }
    order
}

/// The sum with one more node; `None` where its time doesn't come on top of the others'.
fn with(model: &Model, procedure: &Procedure, ix: NodeIx, mut sum: Sum) -> Option<Sum> {
    let node = &procedure[ix];
    match node.kind {
        NodeKind::Parallel | NodeKind::Join => return None,
        NodeKind::Receipt | NodeKind::End(_) => return Some(sum),
        NodeKind::Step | NodeKind::Wait { .. } | NodeKind::Choice => {}
    }
    if node.limits.is_empty() {
        let at_once =
            |actor: crate::model::ActorId| matches!(model[actor].kind, ActorKind::System | ActorKind::Applicant);
        let none_needed =
            node.kind == NodeKind::Choice || node.kind == NodeKind::Step && node.actor.is_some_and(at_once);
        sum.open |= !none_needed;
        return Some(sum);
    }
    if node.anchor.said {
        let before = ways::done_before(procedure, ix);
        let right_before = |event: &crate::model::AnchorEvent| matches!(event, crate::model::AnchorEvent::Done(done) if before.contains(done) || is_receipt(procedure, *done));
        if !node.anchor.events.iter().all(right_before) {
            return None;
        }
    }
    sum.add(&node.limits)?;
    Some(sum)
}

fn is_receipt(procedure: &Procedure, ix: NodeIx) -> bool {
    procedure[ix].kind == NodeKind::Receipt
}

/// The parts of a step, list by list, against what its line gives.
fn of_parts(node: &Node) -> Vec<Finding> {
    let mut lists: BTreeMap<&str, Vec<&Citation>> = BTreeMap::new();
    for citation in node.citations.iter().filter(|citation| citation.part && !citation.limits.is_empty()) {
        let address = told::address(citation);
        let list = address.rfind(['.', '/']).map_or(address, |at| &address[..at]);
        lists.entry(list).or_default().push(citation);
    }
    lists.into_values().filter_map(|parts| of_list(node, &parts)).collect()
}

fn of_list(node: &Node, parts: &[&Citation]) -> Option<Finding> {
    let whole = Sum::of(&node.limits)?;
    let mut sum = Sum::default();
    for part in parts {
        sum.add(&part.limits)?;
    }
    if sum.may_be(&whole) {
        return None;
    }
    let (first, rest) = parts.split_first()?;
    let finding = Finding::new(Code::SummaryDiffersFromItsSteps, first.clause.span)
        .arg("name", node.id.as_str())
        .arg("what", "step")
        .arg("sum", sum.told());
    let place = |finding: Finding, part: &Citation| {
        let address = told::address(part);
        finding.with("said", told_limits(&part.limits)).with("clause", address).clause(address)
    };
    let finding = rest
        .iter()
        .fold(place(finding, first), |finding, part| place(finding.also(part.clause.span, "label-part"), part));
    let own = node.citations.iter().find(|said| !said.said_apart);
    let finding = finding
        .also(own.map_or(node.head, |said| said.clause.span), "label-step")
        .with("step", node.id.as_str())
        .with("said", told_limits(&node.limits));
    Some(told::with_clause(finding, own.map(told::address)))
}

fn told_limits(limits: &[Limit]) -> Arg {
    Arg::Durations(limits.iter().map(|limit| limit.duration).collect())
}
