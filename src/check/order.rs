//! Do the lists of one act tell its steps in the same order?
//!
//! Only steps on one way of one channel have an order, and only lists that tell each of them in one item say it.

use super::lists::{self, List};
use super::ways::Ways;
use crate::diagnostics::{Code, Finding};
use crate::model::{Model, NodeIx, Procedure, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        let (lists, Some(ways)) = (lists::lists(procedure), Ways::of(procedure)) else { continue };
        for (at, first) in lists.iter().enumerate() {
            for second in &lists[at + 1..] {
                let found = turned(procedure, &ways, first, second);
                findings.extend(found.map(|finding| finding.channel(&*model[procedure.channel].id)));
            }
        }
    }
}

/// The first two steps that the lists tell in different orders.
fn turned(procedure: &Procedure, ways: &Ways, first: &List, second: &List) -> Option<Finding> {
    let count = procedure.nodes.len() as u32;
    let told: Vec<(NodeIx, u32, u32)> = (0..count)
        .map(NodeIx)
        .filter_map(|step| Some((step, first.place(step)?.number, second.place(step)?.number)))
        .collect();
    let pairs = told.iter().enumerate().flat_map(|(at, one)| told[at + 1..].iter().map(move |other| (one, other)));
    let turned = pairs.filter(|(one, other)| {
        let opposite = (one.1 < other.1 && one.2 > other.2) || (one.1 > other.1 && one.2 < other.2);
        opposite && ways.share(one.0, other.0)
    });
    let (one, other) = turned.min_by_key(|(one, other)| (one.1.min(other.1), one.1.max(other.1)))?;
    let (early, late) = if one.1 < other.1 { (one.0, other.0) } else { (other.0, one.0) };
    let name = |step: NodeIx| procedure[step].id.as_str();
    let place = |finding: Finding, list: &List, step: NodeIx| {
        let address = list.place(step).map_or(String::new(), |item| item.address.clone());
        finding.with("step", name(step)).with("clause", address.clone()).clause(address)
    };
    let span = |list: &List, step: NodeIx| list.place(step).map_or(procedure.head, |item| item.span);
    let finding = Finding::new(Code::StepsInAnotherOrder, span(first, early))
        .arg("first", lists::name(first))
        .arg("second", lists::name(second))
        .arg("early", name(early))
        .arg("late", name(late));
    let finding = place(finding, first, early);
    let finding = place(finding.also(span(first, late), "label-other"), first, late);
    let finding = place(finding.also(span(second, late), "label-other"), second, late);
    Some(place(finding.also(span(second, early), "label-other"), second, early))
}
