//! Is there a channel in which none of the listed participants does anything, although the others let them act?

use super::told;
use crate::diagnostics::{Code, Finding};
use crate::model::{ActorId, ActorKind, Model, Procedure, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let listed: Vec<ActorId> = regulation.listed.iter().map(|said| said.what).collect();
    let acts = |procedure: &Procedure| {
        let own = procedure.nodes.iter().filter_map(|node| node.actor);
        own.filter(|actor| listed.contains(actor) && model[*actor].kind == ActorKind::Official).count() > 0
    };
    if regulation.broken || !regulation.procedures.iter().any(acts) {
        return;
    }
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken && !acts(procedure)) {
        let Some(first) = procedure.entry else { continue };
        let channel = model[procedure.channel].id.as_str();
        let finding = Finding::new(Code::ChannelWithoutParticipants, procedure[first].head).channel(channel);
        let finding = regulation.listed.iter().fold(finding, |finding, said| {
            finding.also(said.span, "label-listed").with("actor", told::actor(model, said.what))
        });
        findings.push(finding.arg("channel", channel));
    }
}
