//! Does a limit bind the applicant?
//!
//! A wait for the applicant may have a limit: what happens when it is over, its branches say.

use super::told;
use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{APPLICANT, Limit, Model, Node, NodeKind, Regulation};
use crate::source::Span;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in &regulation.procedures {
        for node in procedure.nodes.iter().filter(|node| node.kind == NodeKind::Step && !node.broken) {
            let places = binding(node);
            let Some(((span, clause, limits), rest)) = places.split_first() else { continue };
            let finding = Finding::new(Code::LimitOnApplicant, *span).arg("step", node.id.as_str());
            let finding = told::with_clause(finding.with("said", said(limits)), *clause);
            let finding = rest.iter().fold(finding, |finding, (span, clause, limits)| {
                told::with_clause(finding.also(*span, "label-other").with("said", said(limits)), *clause)
            });
            findings.push(finding.channel(&*model[procedure.channel].id));
        }
    }
}

type Place<'n> = (Span, Option<&'n str>, &'n [Limit]);

/// The clauses that give the applicant a limit; the line where no clause says it.
fn binding(node: &Node) -> Vec<Place<'_>> {
    let bound = |actor: Option<crate::model::ActorId>| actor.or(node.actor) == Some(APPLICANT);
    let clauses = node.citations.iter().filter(|said| !said.limits.is_empty() && bound(said.actor));
    let mut places: Vec<Place> =
        clauses.map(|said| (said.clause.span, Some(told::address(said)), said.limits.as_slice())).collect();
    if places.is_empty()
        && node.actor == Some(APPLICANT)
        && let Some(limit) = node.limits.first()
    {
        places.push((limit.span, None, &node.limits));
    }
    places
}

fn said(limits: &[Limit]) -> Arg {
    Arg::Durations(limits.iter().map(|limit| limit.duration).collect())
}
