//! Does the model say, at each clause, the times that the clause gives, and no others?

use crate::diagnostics::{Arg, Code, Finding};
use crate::inventory::Inventory;
use crate::model::coverage::{citations, coverage, same_time};
use crate::model::{Model, Regulation};
use crate::time::Duration;
use std::collections::HashSet;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let Some(inventory) = &regulation.inventory else { return };
    if !regulation.broken {
        lost(model, regulation, inventory, findings);
    }
    unfounded(regulation, inventory, findings);
}

fn lost(model: &Model, regulation: &Regulation, inventory: &Inventory, findings: &mut Vec<Finding>) {
    for covered in coverage(model, regulation, inventory).into_iter().filter(|covered| !covered.lost.is_empty()) {
        let (Some(by), Some(span)) = (covered.by.first(), covered.clause.span) else { continue };
        let address = covered.clause.address.to_string();
        let finding = Finding::new(Code::TimeNotCarried, by.clause.span).arg("clause", address.as_str());
        let finding = finding.arg("times", Arg::Durations(covered.lost)).clause(&*address);
        findings.push(finding.also(span, "label-act").clause(address));
    }
}

/// Each citation once: a step is cited in every channel.
fn unfounded(regulation: &Regulation, inventory: &Inventory, findings: &mut Vec<Finding>) {
    let mut told = HashSet::new();
    for citation in citations(regulation) {
        let Some(clause) = inventory.find(&citation.clause.address) else { continue };
        let given = |time: &Duration| clause.times.iter().any(|given| same_time(*given, *time));
        let said = citation.limits.iter().map(|limit| limit.duration);
        let unfounded: Vec<Duration> = said.filter(|time| !given(time)).collect();
        let (Some(span), false) = (clause.span, unfounded.is_empty()) else { continue };
        if !told.insert((citation.clause.span, unfounded.clone())) {
            continue;
        }
        let address = clause.address.to_string();
        let finding = Finding::new(Code::TimeNotInClause, citation.clause.span).arg("clause", address.as_str());
        let finding = finding.arg("times", Arg::Durations(unfounded)).clause(&*address);
        let gives = if clause.times.is_empty() { "none" } else { "some" };
        let finding = finding.also(span, "label-act").with("gives", gives);
        findings.push(finding.with("given", Arg::Durations(clause.times.clone())).clause(address));
    }
}
