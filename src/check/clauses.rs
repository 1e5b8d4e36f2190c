//! Do the clauses of one act say the same of one step: its limit, its actor, its result, whom it hands to?

use super::told::{self, with_clause};
use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{Citation, Limit, Model, Node, Regulation};
use crate::source::Span;
use crate::time::Duration;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in &regulation.procedures {
        for node in procedure.nodes.iter().filter(|node| !node.broken) {
            let name = |id: crate::model::ActorId| told::actor(model, id);
            let mut found = Vec::new();
            found.extend(differ(Code::LimitDiffersBetweenClauses, node, limits(&node.limits), |said| {
                limits(&said.limits).filter(|_| !said.part)
            }));
            found.extend(differ(Code::ActorDiffersBetweenClauses, node, node.actor.map(name), |said| {
                said.actor.map(name)
            }));
            let hands = node.hands_to.map(name);
            found.extend(differ(Code::RecipientDiffersBetweenClauses, node, hands, |said| said.hands_to.map(name)));
            let result = node.results.first().map(told::text);
            // Parts of a step end in different things.
            found.extend(differ(Code::ResultDiffersBetweenClauses, node, result, |said| {
                said.result.as_ref().filter(|_| !said.part).map(told::text)
            }));
            findings.extend(found.into_iter().map(|finding| finding.channel(&*model[procedure.channel].id)));
        }
    }
}

fn limits(limits: &[Limit]) -> Option<Arg> {
    let mut durations: Vec<Duration> = limits.iter().map(|limit| limit.duration).collect();
    durations.sort();
    (!durations.is_empty()).then_some(Arg::Durations(durations))
}

/// One finding with every place: what the line says, with the clauses that say it, and each clause that says otherwise.
fn differ(code: Code, node: &Node, line: Option<Arg>, of: impl Fn(&Citation) -> Option<Arg>) -> Option<Finding> {
    let mut places: Vec<(Span, Option<String>, Arg)> = Vec::new();
    for citation in &node.citations {
        let said = if citation.said_apart { of(citation) } else { line.clone() };
        if let Some(said) = said {
            places.push((citation.clause.span, Some(citation.clause.address.clone()), said));
        }
    }
    if let Some(line) = line.filter(|_| node.citations.iter().all(|citation| citation.said_apart)) {
        places.insert(0, (node.head, None, line));
    }
    let (first, rest) = places.split_first()?;
    if rest.iter().all(|place| place.2 == first.2) {
        return None;
    }
    let finding = Finding::new(code, first.0).arg("step", node.id.as_str()).with("said", first.2.clone());
    let finding = with_clause(finding, first.1.as_deref());
    Some(rest.iter().fold(finding, |finding, (span, clause, said)| {
        with_clause(finding.also(*span, "label-other").with("said", said.clone()), clause.as_deref())
    }))
}
