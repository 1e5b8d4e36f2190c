//! Can a case be refused in every channel, where the act names grounds for refusal or refuses in another channel? And
//! does somebody name a ground, where the act can refuse with one of its results?
//!
//! Where the other channel's refusal gives a declared result that this one never gives, that is said of the result.

use super::walk;
use crate::diagnostics::{Code, Finding};
use crate::model::{Ground, Model, Node, NodeIx, NodeKind, Outcome, Procedure, Regulation};
use crate::source::Span;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    if regulation.broken {
        return;
    }
    groundless(model, regulation, findings);
    let ground = regulation.grounds.first();
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        if refusal(model, procedure).is_some() || told_by_result(regulation, procedure) {
            continue;
        }
        let elsewhere = regulation.procedures.iter().find_map(|other| Some((other.channel, refusal(model, other)?)));
        let finding = Finding::new(Code::ChannelNeverRefuses, procedure.head)
            .arg("channel", &*model[procedure.channel].id)
            .channel(&*model[procedure.channel].id);
        let finding = match (ground, elsewhere) {
            (Some(ground), _) => match ground.clauses.first() {
                Some(clause) => finding.also(ground.span, "label-ground").clause(&*clause.address),
                None => finding.also(ground.span, "label-ground"),
            },
            (None, Some((other, end))) => finding.also(end.head, "label-refusal").with("channel", &*model[other].id),
            (None, None) => continue,
        };
        findings.push(finding);
    }
}

/// Results of the act that a refusal gives, while neither the act nor its standard names a ground.
fn groundless(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let standard = regulation.standard.map(|standard| &model[standard]);
    let named = |grounds: &[Ground], broken: bool| broken || !grounds.is_empty();
    if named(&regulation.grounds, false) || standard.is_some_and(|own| named(&own.grounds, own.broken)) {
        return;
    }
    for result in &regulation.results {
        let nodes = regulation.procedures.iter().flat_map(|procedure| &procedure.nodes);
        let ends = nodes.filter(|node| {
            let refused = node.kind == NodeKind::End(Outcome::Refused) && node.gives.contains(&result.id);
            refused && !has_reason(regulation, node)
        });
        let mut seen: Vec<Span> = Vec::new();
        let mut finding = Finding::new(Code::RefusalWithoutGround, result.span).arg("result", &*result.id);
        if let Some(clause) = result.clauses.first() {
            finding = finding.clause(&*clause.address);
        }
        for end in ends {
            if seen.contains(&end.head) {
                continue;
            }
            seen.push(end.head);
            finding = finding.also(end.head, "label-end");
            if let Some(citation) = end.citations.first() {
                finding = finding.clause(&*citation.clause.address);
            }
        }
        if !seen.is_empty() {
            findings.push(finding);
        }
    }
}

/// The end stands in a branch of a choice that a clause tells: that clause says why.
fn has_reason(regulation: &Regulation, end: &Node) -> bool {
    let nodes = regulation.procedures.iter().flat_map(|procedure| &procedure.nodes);
    let around = nodes.filter(|node| node.kind == NodeKind::Choice && node.span.contains(end.span));
    around.max_by_key(|node| node.span.start).is_some_and(|choice| !choice.citations.is_empty())
}

/// A refusal that some case comes to; a file that is given back was never refused.
fn refusal<'p>(model: &Model, procedure: &'p Procedure) -> Option<&'p Node> {
    let reached = walk::reached(model, procedure, &[]);
    let comes = |ix: usize| reached.as_ref().is_none_or(|reached| reached.reaches(NodeIx(ix as u32)));
    let mut all = procedure.nodes.iter().enumerate();
    all.find(|(ix, node)| node.kind == NodeKind::End(Outcome::Refused) && comes(*ix)).map(|(_, node)| node)
}

/// Whether a refusal elsewhere gives a result that nothing gives here.
fn told_by_result(regulation: &Regulation, here: &Procedure) -> bool {
    let others = regulation.procedures.iter().filter(|other| other.channel != here.channel);
    let refused = others.flat_map(|other| &other.nodes).filter(|node| node.kind == NodeKind::End(Outcome::Refused));
    let mut results = refused.flat_map(|node| &node.gives);
    results.any(|result| here.nodes.iter().all(|node| !node.gives.contains(result)) && is_for(regulation, result, here))
}

fn is_for(regulation: &Regulation, result: &str, here: &Procedure) -> bool {
    let declared = regulation.results.iter().filter(|own| own.id == result);
    declared.into_iter().any(|own| own.channels.is_empty() || own.channels.contains(&here.channel))
}
