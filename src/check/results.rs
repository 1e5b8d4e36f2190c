//! Does a step or an end give every result that the regulation declares?

use crate::diagnostics::{Code, Finding};
use crate::model::{Model, Regulation};

pub(super) fn check(_: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    if regulation.broken || regulation.procedures.is_empty() {
        return;
    }
    let nodes = || regulation.procedures.iter().flat_map(|procedure| &procedure.nodes);
    for result in regulation.results.iter().filter(|result| !result.id.is_empty()) {
        if !nodes().any(|node| node.gives.contains(&result.id)) {
            findings.push(Finding::new(Code::ResultNotGiven, result.span).arg("result", result.id.as_str()));
        }
    }
}
