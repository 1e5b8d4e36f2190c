//! Is there a step of which no clause says who does it, or a clause that leaves it out where its neighbours say it?

use super::lists;
use super::told;
use crate::diagnostics::{Code, Finding};
use crate::model::{Citation, Model, Node, NodeKind, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    nobody_at_all(model, regulation, findings);
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        silent(model, procedure, findings);
    }
}

/// Steps that nobody does, each once with the clauses of all its channels.
fn nobody_at_all(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let mut found: Vec<(&Node, Vec<&Citation>, Vec<&str>)> = Vec::new();
    for procedure in &regulation.procedures {
        for node in procedure.nodes.iter().filter(|node| nobody(node)) {
            let at = found.iter().position(|(known, ..)| known.head == node.head).unwrap_or(found.len());
            if at == found.len() {
                found.push((node, Vec::new(), Vec::new()));
            }
            let (_, citations, channels) = &mut found[at];
            channels.push(&model[procedure.channel].id);
            // A clause cited for something else of the step, such as its result, needn't name who does it.
            let bare = node.citations.iter().any(|citation| !citation.said_apart);
            for citation in node.citations.iter().filter(|citation| !bare || !citation.said_apart) {
                if citations.iter().all(|known| known.clause.span != citation.clause.span) {
                    citations.push(citation);
                }
            }
        }
    }
    for (node, citations, channels) in found {
        let mut cited = citations.into_iter();
        let first = cited.next();
        let finding = Finding::new(Code::StepWithoutActor, first.map_or(node.head, |first| first.clause.span))
            .arg("step", node.id.as_str());
        let finding = told::with_clause(finding, first.map(told::address));
        let finding = cited.fold(finding, |finding, citation| {
            told::with_clause(finding.also(citation.clause.span, "label-other"), Some(told::address(citation)))
        });
        findings.push(match channels[..] {
            [alone] => finding.channel(alone),
            _ => finding,
        });
    }
}

fn nobody(node: &Node) -> bool {
    let named = node.actor.is_some() || node.citations.iter().any(|citation| citation.actor.is_some());
    node.kind == NodeKind::Step && !node.broken && !named
}

/// Clauses that name nobody for a step, in a list whose other items all name somebody.
fn silent(model: &Model, procedure: &crate::model::Procedure, findings: &mut Vec<Finding>) {
    for list in lists::lists(procedure) {
        let of_list = |node: &Node, citation: &&Citation| {
            let item = list.items.iter().find(|item| item.span == citation.clause.span);
            item.is_some() && matches!(node.kind, NodeKind::Step)
        };
        let mut silent = Vec::new();
        let mut naming = 0;
        for node in &procedure.nodes {
            for citation in node.citations.iter().filter(|citation| of_list(node, citation)) {
                let tells = !citation.limits.is_empty() || citation.hands_to.is_some();
                match citation.actor {
                    Some(_) => naming += 1,
                    None if citation.said_apart && tells => silent.push((node, citation)),
                    None => {}
                }
            }
        }
        if naming < 3 || silent.len() >= naming {
            continue;
        }
        for (node, citation) in silent {
            let Some(named) = node.citations.iter().find(|other| other.actor.is_some()) else { continue };
            let actor = named.actor.map_or(crate::diagnostics::Arg::from(""), |actor| told::actor(model, actor));
            let finding = Finding::new(Code::ActorLeftUnsaid, citation.clause.span)
                .arg("step", node.id.as_str())
                .arg("actor", actor)
                .arg("list", lists::name(&list));
            let finding =
                told::with_clause(finding, Some(told::address(citation))).also(named.clause.span, "label-named");
            let finding = told::with_clause(finding, Some(told::address(named)));
            findings.push(finding.channel(&*model[procedure.channel].id));
        }
    }
}
