//! Is every clause of the act carried or explained, and does the act have every clause that is cited?
//!
//! Asked where the project keeps the act's inventory.

use crate::diagnostics::{Arg, Code, Finding};
use crate::inventory::{Address, Inventory};
use crate::model::coverage::{Covered, Status, all_cited, coverage};
use crate::model::{Cited, Hold, Model, Regulation};
use std::collections::HashSet;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let Some(inventory) = &regulation.inventory else { return };
    for covered in coverage(model, regulation, inventory) {
        findings.extend(not_carried(regulation, &covered));
        findings.extend(wrongly_omitted(&covered));
        findings.extend(omitted_and_carried(&covered));
    }
    not_in_act(model, regulation, inventory, findings);
}

fn not_carried(regulation: &Regulation, covered: &Covered) -> Option<Finding> {
    // What could not be read may have carried it.
    if covered.status != Status::Missing || regulation.broken {
        return None;
    }
    let address = covered.clause.address.to_string();
    let finding = Finding::new(Code::ClauseNotCarried, covered.clause.span?).arg("clause", address.as_str());
    Some(with_content(finding, covered).clause(address).also(regulation.head, "label-regulation"))
}

/// What the clause has: `acts`, `times`, `both` or `none`, and the times.
fn with_content(finding: Finding, covered: &Covered) -> Finding {
    let content = match (covered.clause.acts, covered.clause.times.is_empty()) {
        (true, true) => "acts",
        (true, false) => "both",
        (false, false) => "times",
        (false, true) => "none",
    };
    finding.arg("content", content).arg("times", Arg::Durations(covered.clause.times.clone()))
}

fn wrongly_omitted(covered: &Covered) -> Option<Finding> {
    let (_, named) = covered.why.filter(|_| covered.status == Status::Explained && covered.clause.binds())?;
    let address = covered.clause.address.to_string();
    let finding = Finding::new(Code::BindingClauseOmitted, named.span).arg("clause", address.as_str());
    let finding = with_content(finding, covered).clause(named.address.as_str());
    Some(finding.also(covered.clause.span?, "label-act").clause(address))
}

fn omitted_and_carried(covered: &Covered) -> Option<Finding> {
    let (named, by) = (covered.omitted_by_name?, covered.by.iter().find(|cited| cited.hold == Hold::Carries)?);
    let address = covered.clause.address.to_string();
    let finding = Finding::new(Code::ClauseOmittedAndCarried, named.span).arg("clause", address.as_str());
    Some(finding.clause(&*address).also(by.clause.span, "label-carried").with("statement", by.by).clause(address))
}

/// Each address once: a step is cited in every channel.
fn not_in_act(model: &Model, regulation: &Regulation, inventory: &Inventory, findings: &mut Vec<Finding>) {
    let mut told = HashSet::new();
    let there: HashSet<&Address> = inventory.clauses.iter().map(|clause| &clause.address).collect();
    for Cited { clause, .. } in all_cited(model, regulation) {
        let found = Address::parse(&clause.address).is_some_and(|it| there.contains(&it));
        if found || !told.insert(clause.span) {
            continue;
        }
        let near = near(inventory, &clause.address).unwrap_or_else(|| "none".to_owned());
        let finding = Finding::new(Code::ClauseNotInAct, clause.span).arg("clause", clause.address.as_str());
        findings.push(finding.arg("near", near).clause(clause.address.as_str()));
    }
}

/// The clause of the act that the address would stand in.
fn near(inventory: &Inventory, address: &str) -> Option<String> {
    let mut address = Address { occurrence: 1, ..Address::parse(address)? };
    loop {
        if inventory.clauses.iter().any(|clause| clause.address == address) {
            return Some(address.to_string());
        }
        if address.paragraph > 1 {
            address.paragraph = 1;
        } else {
            address.numbers.pop()?;
        }
    }
}
