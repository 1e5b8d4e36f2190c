//! Does the act's own list of participants match who acts?
//!
//! An act lists the employees of the provider; who belongs to another organisation, the applicant, information systems,
//! outside bodies, and an organisation as a whole (the actor named like it) are not expected there.

use super::told;
use crate::diagnostics::{Code, Finding};
use crate::model::{ActorId, ActorKind, Model, NodeKind, Procedure, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    if regulation.listed.is_empty() {
        return;
    }
    let mut said = Vec::new();
    for procedure in &regulation.procedures {
        for node in procedure.nodes.iter().filter(|node| !matches!(node.kind, NodeKind::Wait { .. })) {
            let Some(actor) = node.actor.filter(|actor| expected(model, regulation, *actor)) else { continue };
            if said.contains(&actor) {
                continue;
            }
            said.push(actor);
            findings.push(
                Finding::new(Code::ActorNotListed, node.head)
                    .arg("actor", told::actor(model, actor))
                    .also(regulation.listed[0].span, "label-list"),
            );
        }
    }
    if !regulation.broken {
        never_act(model, regulation, findings);
    }
}

/// Whether the list should name the actor and does not: one of its organisation, or of no organisation at all.
fn expected(model: &Model, regulation: &Regulation, actor: ActorId) -> bool {
    let organisation = model[actor].organisation;
    let of_list = regulation.listed.iter().any(|listed| model[listed.what].organisation == organisation);
    let named = regulation.listed.iter().any(|listed| listed.what == actor);
    let whole = organisation.is_some_and(|organisation| model[organisation].id == model[actor].id);
    model[actor].kind == ActorKind::Official && (of_list || organisation.is_none()) && !named && !whole
}

fn never_act(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for listed in &regulation.listed {
        let acts = |procedure: &Procedure| procedure.nodes.iter().any(|node| node.actor == Some(listed.what));
        if regulation.procedures.is_empty() || regulation.procedures.iter().any(acts) {
            continue;
        }
        let says = regulation.sayings.iter().any(|saying| saying.actor == Some(listed.what));
        if !says {
            let clause = listed.clauses.first().map_or(String::new(), |clause| clause.address.clone());
            let finding = Finding::new(Code::ListedActorIdle, listed.span);
            let finding = if clause.is_empty() { finding } else { finding.clause(clause) };
            findings.push(finding.arg("actor", told::actor(model, listed.what)));
        }
    }
}
