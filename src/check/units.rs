//! Does a limit say "days" without saying whether working or calendar days are meant?

use crate::diagnostics::{Code, Finding};
use crate::model::{Limit, Model, Regulation};
use crate::time::Unit;

pub(super) fn check(_: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in &regulation.procedures {
        for node in &procedure.nodes {
            report(&node.limits, findings);
            node.citations.iter().filter(|said| said.said_apart).for_each(|said| report(&said.limits, findings));
        }
        procedure.stages.iter().for_each(|stage| report(&stage.limits, findings));
    }
    regulation.sayings.iter().for_each(|saying| report(&saying.limits, findings));
}

/// The same question of the standards.
pub(super) fn overall(model: &Model, findings: &mut Vec<Finding>) {
    for standard in &model.standards {
        let terms = standard.terms.iter().filter_map(|term| term.limit.as_ref());
        let extensions = standard.extensions.iter().flat_map(|extension| [&extension.limit, &extension.notice]);
        let all = terms.chain(extensions.flatten()).chain(&standard.completeness_check);
        all.for_each(|limit| report(std::slice::from_ref(limit), findings));
    }
}

fn report(limits: &[Limit], findings: &mut Vec<Finding>) {
    for limit in limits.iter().filter(|limit| limit.duration.unit == Unit::Day) {
        findings.push(Finding::new(Code::UnqualifiedDay, limit.span).arg("limit", limit.duration));
    }
}
