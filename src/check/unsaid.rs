//! Does the act say what follows in one branch of a choice, and not in the other?
//!
//! Only a choice of which some branch cites the clause that describes it is asked: there the author says which clauses
//! describe its branches.

use crate::diagnostics::{Code, Finding};
use crate::model::{Branch, Model, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in &regulation.procedures {
        for node in procedure.nodes.iter().filter(|node| !node.broken) {
            let Some(described) = node.branches.iter().find(|branch| !branch.clauses.is_empty()) else { continue };
            for branch in node.branches.iter().filter(|branch| !is_described(branch)) {
                let mut finding = Finding::new(Code::BranchNotDescribed, branch.span)
                    .arg("choice", &*node.id)
                    .also(described.span, "label-described")
                    .clause(&*described.clauses[0].address);
                if let Some(citation) = node.citations.first() {
                    finding = finding.also(citation.clause.span, "label-choice").clause(&*citation.clause.address);
                }
                findings.push(finding.channel(&*model[procedure.channel].id));
            }
        }
    }
}

fn is_described(branch: &Branch) -> bool {
    !branch.clauses.is_empty() || branch.cites
}
