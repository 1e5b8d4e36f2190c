//! Does a step hand the file to one body while another acts next?

use super::told;
use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{ActorId, ActorKind, Model, Node, NodeIx, NodeKind, Procedure, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        for node in &procedure.nodes {
            // What is sent through an information system is not handed to somebody else.
            let system = |to: &ActorId| model[*to].kind == ActorKind::System;
            let Some(to) = node.hands_to.filter(|to| !system(to)) else { continue };
            let next = acting_next(model, procedure, node);
            let Some(other) = next.first().copied() else { continue };
            if next.iter().any(|next| procedure[*next].actor.is_none_or(|actor| stands_for(model, to, actor))) {
                continue;
            }
            let actor = procedure[other].actor.map_or(Arg::from(""), |actor| told::actor(model, actor));
            findings.push(
                Finding::new(Code::HandsToAnother, node.head)
                    .arg("step", node.id.as_str())
                    .arg("to", told::actor(model, to))
                    .arg("next", procedure[other].id.as_str())
                    .arg("actor", actor)
                    .also(procedure[other].head, "label-next")
                    .channel(&*model[procedure.channel].id),
            );
        }
    }
}

/// The first acts behind a node, on every way; what the applicant or an information system does, choices without an
/// actor, branchings, the receipt and ends are passed.
fn acting_next(model: &Model, procedure: &Procedure, node: &Node) -> Vec<NodeIx> {
    let mut seen = vec![false; procedure.nodes.len()];
    let mut open: Vec<NodeIx> = node.next.iter().map(|edge| edge.to).collect();
    let mut found = Vec::new();
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut seen[at.0 as usize], true) {
            continue;
        }
        let nobodys = |actor: ActorId| matches!(model[actor].kind, ActorKind::Applicant | ActorKind::System);
        match procedure[at].kind {
            _ if procedure[at].actor.is_some_and(nobodys) => {
                open.extend(procedure[at].next.iter().map(|edge| edge.to));
            }
            NodeKind::Step | NodeKind::Wait { .. } => found.push(at),
            NodeKind::End(_) => {}
            _ if procedure[at].actor.is_some() => found.push(at),
            _ => open.extend(procedure[at].next.iter().map(|edge| edge.to)),
        }
    }
    found.sort();
    found
}

/// Whether what is handed to `to` is with `actor`: the same one, or the one named like the organisation of the other.
fn stands_for(model: &Model, to: ActorId, actor: ActorId) -> bool {
    let whole = |id: ActorId| model[id].organisation.filter(|organisation| model[*organisation].id == model[id].id);
    let same = |whole: Option<_>, part: ActorId| whole.is_some() && model[part].organisation == whole;
    to == actor || same(whole(to), actor) || same(whole(actor), to)
}
