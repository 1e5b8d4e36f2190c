//! Does the act call one actor by two names?
//!
//! Names are what clauses say with `called`; a clause that cites an actor without it uses the usual name, which is the
//! actor's label. Letter case and spaces tell no two names apart.

use super::told;
use crate::diagnostics::{Code, Finding};
use crate::model::{ActorId, Citation, Model, Regulation, Text};
use crate::source::Span;
use crate::vocabulary::Language;
use std::collections::BTreeMap;

/// An actor as one clause names it.
struct Name<'m> {
    text: &'m Text,
    clause: Option<&'m str>,
    span: Span,
}

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for (actor, mut names) in all(model, regulation) {
        names.sort_by_key(|name| name.span);
        let mut once: Vec<Name> = Vec::new();
        for name in names {
            let known =
                |other: &Name| other.clause == name.clause && name.clause.is_some() && same(other.text, name.text);
            if !once.iter().any(known) {
                once.push(name);
            }
        }
        let usual = &model[actor].label;
        let Some(primary) = once.iter().position(|name| !same(name.text, usual)) else { continue };
        if once.iter().all(|name| same(name.text, once[primary].text)) {
            continue;
        }
        let first = once.remove(primary);
        once.insert(0, first);
        let texts: Vec<&Text> = once.iter().map(|name| name.text).collect();
        let mut named = once.iter().zip(told::alike(&texts));
        let Some((first, text)) = named.next() else { continue };
        let finding =
            Finding::new(Code::ActorByTwoNames, first.span).arg("actor", told::actor(model, actor)).with("name", text);
        let finding = told::with_clause(finding, first.clause);
        findings.push(named.fold(finding, |finding, (name, text)| {
            told::with_clause(finding.also(name.span, "label-other").with("name", text), name.clause)
        }));
    }
}

/// Every name of every actor that some clause names otherwise than usual.
fn all<'m>(model: &'m Model, regulation: &'m Regulation) -> BTreeMap<ActorId, Vec<Name<'m>>> {
    let mut all: BTreeMap<ActorId, Vec<Name>> = BTreeMap::new();
    let mut add = |actor: ActorId, text: Option<&'m Text>, clause: Option<&'m str>, span: Span| {
        all.entry(actor).or_default().push(Name { text: text.unwrap_or(&model[actor].label), clause, span });
    };
    for listed in &regulation.listed {
        for clause in &listed.clauses {
            let own = |name: &&crate::model::Naming| name.actor == listed.what && name.clause.as_ref() == Some(clause);
            let called = regulation.names.iter().find(own).map(|name| &name.called);
            add(listed.what, called, Some(&clause.address), clause.span);
        }
    }
    for name in regulation.names.iter().filter(|name| name.clause.is_none()) {
        add(name.actor, Some(&name.called), None, name.span);
    }
    let mut cited = |said: &'m Citation, actor: Option<ActorId>, to: Option<ActorId>| {
        let (clause, span) = (Some(said.clause.address.as_str()), said.clause.span);
        // A name without `by` is the name of whoever acts there.
        if let Some(actor) = said.actor.or(actor.filter(|_| said.called.is_some())) {
            add(actor, said.called.as_ref(), clause, span);
        }
        if let (Some(actor), Some(_)) = (said.hands_to.or(to), &said.to_called) {
            add(actor, said.to_called.as_ref(), clause, span);
        }
    };
    for procedure in &regulation.procedures {
        for node in &procedure.nodes {
            node.citations.iter().for_each(|said| cited(said, node.actor, node.hands_to));
        }
        for stage in &procedure.stages {
            stage.citations.iter().for_each(|said| cited(said, stage.actor, stage.hands_to));
        }
    }
    for saying in &regulation.sayings {
        saying.citations.iter().for_each(|said| cited(said, saying.actor, saying.hands_to));
    }
    all
}

/// Whether two names are one, in every language that both are written in.
fn same(one: &Text, other: &Text) -> bool {
    let own = |text: &Text, language: Language| text.by_language.get(&language).or(text.any.as_ref()).cloned();
    Language::ALL.into_iter().all(|language| match (own(one, language), own(other, language)) {
        (Some(one), Some(other)) => plain(&one) == plain(&other),
        _ => true,
    })
}

fn plain(name: &str) -> String {
    name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
