//! Is every result that the regulation declares given, in every channel, and does every refusal name one?
//!
//! A result is given by the step or the end that names it. A result declared for some channels is expected in these
//! alone. Where an act declares no results, nothing is known of its refusals.

use super::walk;
use crate::diagnostics::{Code, Finding};
use crate::model::{ClauseRef, Model, Node, NodeIx, NodeKind, Outcome, Procedure, Regulation, ResultItem};
use crate::source::Span;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    if regulation.broken || regulation.procedures.is_empty() {
        return;
    }
    for result in regulation.results.iter().filter(|result| !result.id.is_empty()) {
        let expecting: Vec<&Procedure> =
            regulation.procedures.iter().filter(|procedure| expected(result, procedure)).collect();
        let lacks = |procedure: &&&Procedure| !procedure.broken && !gives(model, procedure, result);
        let lacking: Vec<&Procedure> = expecting.iter().filter(lacks).copied().collect();
        if lacking.len() == expecting.len() {
            let finding = cited(Finding::new(Code::ResultNotGiven, result.span), &result.clauses);
            findings.push(finding.arg("result", &*result.id));
            continue;
        }
        for procedure in lacking {
            findings.push(
                cited(Finding::new(Code::ResultNotGivenInChannel, result.span), &result.clauses)
                    .arg("result", &*result.id)
                    .arg("channel", &*model[procedure.channel].id)
                    .also(procedure.head, "label-procedure")
                    .channel(&*model[procedure.channel].id),
            );
        }
    }
    if regulation.results.iter().any(|result| !result.id.is_empty()) {
        refusals(model, regulation, findings);
    }
}

fn expected(result: &ResultItem, procedure: &Procedure) -> bool {
    result.channels.is_empty() || result.channels.contains(&procedure.channel)
}

/// Whether some case comes to a node that gives the result. With too many ways to follow, any node counts.
fn gives(model: &Model, procedure: &Procedure, result: &ResultItem) -> bool {
    let reached = walk::reached(model, procedure, &[]);
    let comes = |ix: usize| reached.as_ref().is_none_or(|reached| reached.reaches(NodeIx(ix as u32)));
    procedure.nodes.iter().enumerate().any(|(ix, node)| node.gives.contains(&result.id) && comes(ix))
}

/// Refusals that give none of the results which the act declares: neither the end does, nor a step right before it.
/// An end that several channels share is told once, with the clauses of all of them.
fn refusals(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let mut ends: Vec<(&Node, Vec<&Procedure>, Vec<&ClauseRef>)> = Vec::new();
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        for (ix, node) in procedure.nodes.iter().enumerate() {
            if node.kind != NodeKind::End(Outcome::Refused) || node.broken || given_before(procedure, ix) {
                continue;
            }
            let clauses = stated(procedure, ix);
            match ends.iter_mut().find(|(other, ..)| other.head == node.head) {
                Some((_, procedures, known)) => {
                    procedures.push(procedure);
                    known.extend(clauses);
                }
                None => ends.push((node, vec![procedure], clauses)),
            }
        }
    }
    for (node, procedures, clauses) in ends {
        let mut finding = Finding::new(Code::RefusalWithoutResult, node.head).arg("end", &*node.id);
        let mut seen: Vec<Span> = Vec::new();
        for clause in clauses {
            if !seen.contains(&clause.span) {
                seen.push(clause.span);
                finding = finding.also(clause.span, "label-step").clause(&*clause.address);
            }
        }
        let for_these = |result: &&ResultItem| procedures.iter().any(|procedure| expected(result, procedure));
        for result in regulation.results.iter().filter(for_these) {
            finding = cited(finding.also(result.span, "label-result").with("result", &*result.id), &result.clauses);
        }
        findings.push(match procedures[..] {
            [only] => finding.channel(&*model[only.channel].id),
            _ => finding,
        });
    }
}

/// Whether the node, or a step that leads nowhere but to it, gives a result.
fn given_before(procedure: &Procedure, ix: usize) -> bool {
    leading_to(procedure, ix).any(|node| !node.gives.is_empty())
}

/// The clauses that state this end, or else the step that leads nowhere but to it.
fn stated(procedure: &Procedure, ix: usize) -> Vec<&ClauseRef> {
    let stated = leading_to(procedure, ix).find(|node| !node.citations.is_empty());
    stated.into_iter().flat_map(|node| &node.citations).map(|citation| &citation.clause).collect()
}

/// The node, and before it the steps that lead nowhere but to it.
fn leading_to(procedure: &Procedure, ix: usize) -> impl Iterator<Item = &Node> {
    let before = |at: &usize| {
        let at = *at;
        let leads_here = move |(_, node): &(usize, &Node)| node.next.iter().any(|edge| edge.to.0 as usize == at);
        let mut all = procedure.nodes.iter().enumerate().filter(leads_here);
        let only = all.next().filter(|(_, node)| node.next.len() == 1)?;
        all.next().is_none().then_some(only.0)
    };
    std::iter::successors(Some(ix), before).map(|at| &procedure.nodes[at])
}

fn cited(finding: Finding, clauses: &[ClauseRef]) -> Finding {
    match clauses.first() {
        Some(clause) => finding.clause(&*clause.address),
        None => finding,
    }
}
