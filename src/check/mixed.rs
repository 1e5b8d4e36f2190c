//! Are working and calendar days counted on one way of a channel?

use super::told;
use super::ways::{self, Ways};
use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{Limit, Model, Node, NodeIx, Procedure, Regulation};
use crate::source::Span;
use crate::time::Unit;
use std::collections::BTreeMap;

/// A step whose limit is in days of one kind.
type Counted = (String, Unit);

/// Where that is said.
type Place = (Span, Option<String>, Arg);

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    // Channels that mix the same steps are one finding.
    let mut found: BTreeMap<Vec<Counted>, (Vec<String>, Vec<Place>)> = BTreeMap::new();
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        let mixed = mixed(procedure);
        if mixed.is_empty() {
            continue;
        }
        let key = mixed.iter().map(|(node, unit)| (node.id.clone(), *unit)).collect();
        let (channels, places) = found.entry(key).or_default();
        channels.push(model[procedure.channel].id.clone());
        for place in mixed.iter().flat_map(|(node, unit)| said(node, *unit)) {
            if !places.iter().any(|known| known.0 == place.0) {
                places.push(place);
            }
        }
    }
    for (channels, places) in found.into_values() {
        let mut places = places.into_iter();
        let Some((span, clause, limit)) = places.next() else { continue };
        let alone = channels.first().filter(|_| channels.len() == 1).cloned();
        let finding = Finding::new(Code::MixedDays, span).arg("channels", Arg::All(channels)).with("said", limit);
        let finding = places.fold(told::with_clause(finding, clause.as_deref()), |finding, (span, clause, limit)| {
            told::with_clause(finding.also(span, "label-other").with("said", limit), clause.as_deref())
        });
        findings.push(match alone {
            Some(channel) => finding.channel(channel),
            None => finding,
        });
    }
}

/// The steps that have one on their way which counts the other kind of day.
fn mixed(procedure: &Procedure) -> Vec<(&Node, Unit)> {
    let Some(ways) = Ways::of(procedure) else { return Vec::new() };
    let counted: Vec<(NodeIx, &Node, Unit)> = ways::nodes(procedure)
        .flat_map(|(ix, node)| [Unit::WorkingDay, Unit::CalendarDay].map(|unit| (ix, node, unit)))
        .filter(|(_, node, unit)| of_unit(&node.limits, *unit))
        .collect();
    let meets = |one: &(NodeIx, &Node, Unit), other: &(NodeIx, &Node, Unit)| {
        one.2 != other.2 && (one.0 == other.0 || ways.share(one.0, other.0))
    };
    counted.iter().filter(|one| counted.iter().any(|other| meets(one, other))).map(|one| (one.1, one.2)).collect()
}

fn of_unit(limits: &[Limit], unit: Unit) -> bool {
    limits.iter().any(|limit| limit.duration.unit == unit)
}

/// The clauses that give the step days of this kind; the line where none does.
fn said(node: &Node, unit: Unit) -> Vec<Place> {
    let limits = |limits: &[Limit]| Arg::Durations(limits.iter().map(|limit| limit.duration).collect());
    let clauses = node.citations.iter().filter(|said| of_unit(&said.limits, unit));
    let mut places: Vec<Place> =
        clauses.map(|said| (said.clause.span, Some(said.clause.address.clone()), limits(&said.limits))).collect();
    if places.is_empty() {
        let at = node.limits.first().map_or(node.head, |limit| limit.span);
        places.push((at, None, limits(&node.limits)));
    }
    places
}
