//! Does one step have another actor, recipient or result in another channel, with nothing that says why?
//!
//! A remark (`note`) says why. So does the channel itself: its own people act in it, an information system takes the
//! place of an official, and what one channel gives the applicant another one gives its organisation.

use super::{told, twins};
use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{ActorId, ActorKind, Model, Node, NodeKind, Procedure, Regulation};
use crate::source::Span;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let actor = |node: &Node| node.actor.filter(|_| acts(node));
    let recipient = |node: &Node| node.hands_to.filter(|_| acts(node));
    who(model, regulation, Code::ActorDiffersBetweenChannels, actor, findings);
    who(model, regulation, Code::RecipientDiffersBetweenChannels, recipient, findings);
    results(model, regulation, findings);
}

fn acts(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Step | NodeKind::Wait { .. } | NodeKind::Choice)
}

fn who(
    model: &Model,
    regulation: &Regulation,
    code: Code,
    of: impl Fn(&Node) -> Option<ActorId>,
    findings: &mut Vec<Finding>,
) {
    twins::each(regulation, |node| of(node).is_some(), &mut |(procedure, node), others| {
        let Some(own) = of(node) else { return };
        let differs = |(other, twin): &&twins::Here| {
            of(twin).is_some_and(|theirs| theirs != own && !explained(model, (procedure, own), (other, theirs)))
        };
        let said = |node: &Node| of(node).map_or(Arg::from(""), |actor| told::actor(model, actor));
        tell(model, code, (procedure, node), others.iter().filter(differs), said, findings);
    });
}

fn results(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    twins::each(regulation, |node| !node.results.is_empty(), &mut |(procedure, node), others| {
        let differs = |(_, twin): &&twins::Here| twin.results != node.results && twin.actor == node.actor;
        let said = |node: &Node| node.results.first().map_or(Arg::from(""), told::text);
        tell(
            model,
            Code::ResultDiffersBetweenChannels,
            (procedure, node),
            others.iter().filter(differs),
            said,
            findings,
        );
    });
}

/// Whether the two channels themselves explain that one has the one and the other the other.
fn explained(model: &Model, one: (&Procedure, ActorId), other: (&Procedure, ActorId)) -> bool {
    let kind = |actor: ActorId| model[actor].kind;
    let automatic = |actor: ActorId| matches!(kind(actor), ActorKind::System | ActorKind::Applicant);
    let organisation = |procedure: &Procedure| model[procedure.channel].organisation;
    let own = |(procedure, actor): (&Procedure, ActorId)| {
        let of_channel = organisation(procedure).is_some() && model[actor].organisation == organisation(procedure);
        automatic(actor) || (of_channel && organisation(one.0) != organisation(other.0))
    };
    kind(one.1) == ActorKind::System || kind(other.1) == ActorKind::System || (own(one) && own(other))
}

fn tell<'r>(
    model: &Model,
    code: Code,
    (procedure, node): twins::Here<'r>,
    differing: impl Iterator<Item = &'r twins::Here<'r>>,
    said: impl Fn(&Node) -> Arg,
    findings: &mut Vec<Finding>,
) {
    let place = |finding: Finding, procedure: &Procedure, node: &Node| {
        let finding = finding.with("channel", model[procedure.channel].id.as_str()).with("said", said(node));
        twins::clause(finding, node)
    };
    let mut differing = differing.peekable();
    if differing.peek().is_none() {
        return;
    }
    let finding = place(Finding::new(code, at(node)).arg("step", node.id.as_str()), procedure, node);
    findings.push(
        differing.fold(finding, |finding, (other, twin)| place(finding.also(at(twin), "label-other"), other, twin)),
    );
}

/// The clause that speaks for the channel, else the step's line.
fn at(node: &Node) -> Span {
    node.citations.iter().find(|citation| !citation.said_apart).map_or(node.head, |citation| citation.clause.span)
}
