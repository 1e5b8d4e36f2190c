//! Does the act name a body that no longer existed, or a body beside the one that took its place?
//!
//! What is known of bodies stands in the table of `body` statements, with their dates; names are compared with its
//! names and aliases, and never guessed. An act names a body where it mentions it, abbreviates it, lists it or lets an
//! actor act that is this body.

use super::wording::same;
use crate::diagnostics::{Code, Finding};
use crate::model::{ActorId, BodyId, ClauseRef, Model, Named, Regulation, Text};
use crate::source::Span;
use crate::time::Day;
use chrono::NaiveDate;

/// A place at which the act names a body.
struct Naming {
    body: BodyId,
    /// The day on which the clause was worded so, where it is known.
    day: Option<NaiveDate>,
    span: Span,
    clause: Option<String>,
}

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let all = named(model, regulation);
    let mut bodies: Vec<BodyId> = all.iter().map(|naming| naming.body).collect();
    bodies.sort();
    bodies.dedup();
    for body in bodies {
        let own: Vec<&Naming> = all.iter().filter(|naming| naming.body == body).collect();
        let successor = successors(model, body).into_iter().find(|next| all.iter().any(|naming| naming.body == *next));
        let next: Vec<&Naming> = all.iter().filter(|naming| Some(naming.body) == successor).collect();
        findings.extend(about(model, regulation, body, &own, &next));
    }
}

/// The gravest thing that is true of the body: it was gone already, its successor stands beside it, or the act kept it
/// after its end.
fn about(model: &Model, regulation: &Regulation, body: BodyId, own: &[&Naming], next: &[&Naming]) -> Option<Finding> {
    let ended = model[body].until?;
    let gone: Vec<&Naming> = own.iter().copied().filter(|naming| naming.day.is_some_and(|day| ended < day)).collect();
    let (code, places) = match (gone.is_empty(), next.is_empty()) {
        (false, _) => (Code::BodyNoLongerExists, &gone[..]),
        (true, false) => (Code::BodyBesideItsSuccessor, own),
        (true, true) if outlived(regulation, ended) => (Code::BodyEndedWhileInForce, own),
        _ => return None,
    };
    let successor = successors(model, body).first().map_or("none", |next| model[*next].id.as_str());
    let mut finding: Option<Finding> = None;
    for naming in places {
        finding = Some(placed(finding, code, naming, "label-other"));
    }
    let finding =
        finding?.arg("body", model[body].id.as_str()).arg("ended", Day::from_date(ended)).arg("successor", successor);
    let finding = next.iter().fold(finding, |finding, naming| placed(Some(finding), code, naming, "label-successor"));
    Some(finding.also(model[body].span, "label-table"))
}

/// The act was amended, or was still in force, after the body had ended.
fn outlived(regulation: &Regulation, ended: NaiveDate) -> bool {
    let last = regulation.until.or(regulation.repealed.as_ref().and_then(|event| event.date.pred_opt()));
    regulation.amended.iter().any(|event| event.date > ended) || last.is_some_and(|last| last > ended)
}

fn placed(finding: Option<Finding>, code: Code, naming: &Naming, label: &'static str) -> Finding {
    let finding = match finding {
        None => Finding::new(code, naming.span),
        Some(finding) => finding.also(naming.span, label),
    };
    match &naming.clause {
        Some(clause) => finding.clause(clause.as_str()),
        None => finding,
    }
}

/// Who took its place, and whoever took that one's.
fn successors(model: &Model, body: BodyId) -> Vec<BodyId> {
    let mut all = Vec::new();
    let mut next = model[body].successor;
    while let Some(successor) = next.filter(|next| *next != body && !all.contains(next)) {
        all.push(successor);
        next = model[successor].successor;
    }
    all
}

/// Every place at which the act names a body, each once.
fn named(model: &Model, regulation: &Regulation) -> Vec<Naming> {
    let mut all = Namings { model, day: regulation.since, found: Vec::new() };
    for mention in &regulation.mentions {
        let day = mention.since.or(regulation.since);
        for body in all.bodies(&mention.what, &mention.label) {
            all.at(body, day, &mention.clauses, mention.span);
        }
    }
    for abbreviation in &regulation.abbreviations {
        let places: Vec<ClauseRef> = abbreviation.defined.iter().chain(&abbreviation.used).cloned().collect();
        for body in all.bodies(&abbreviation.of, &abbreviation.means) {
            all.at(body, regulation.since, &places, abbreviation.span);
        }
    }
    for listed in &regulation.listed {
        all.actor(Some(listed.what), &listed.clauses, listed.span);
    }
    for saying in &regulation.sayings {
        for said in &saying.citations {
            all.actor(said.actor, std::slice::from_ref(&said.clause), saying.span);
        }
        if saying.citations.is_empty() {
            all.actor(saying.actor, &[], saying.span);
        }
    }
    for node in regulation.procedures.iter().flat_map(|procedure| &procedure.nodes) {
        for said in &node.citations {
            all.actor(said.actor, std::slice::from_ref(&said.clause), node.head);
            all.actor(said.hands_to, std::slice::from_ref(&said.clause), node.head);
        }
        if node.citations.is_empty() {
            all.actor(node.actor, &[], node.head);
            all.actor(node.hands_to, &[], node.head);
        }
    }
    all.found
}

struct Namings<'m> {
    model: &'m Model,
    day: Option<NaiveDate>,
    found: Vec<Naming>,
}

impl Namings<'_> {
    /// The bodies that these things are, and those of the table that are called so.
    fn bodies(&self, things: &[Named], called: &Text) -> Vec<BodyId> {
        let of = things.iter().filter_map(|thing| match thing {
            Named::Body(body) => Some(*body),
            Named::Actor(actor) => self.model[*actor].body,
            _ => None,
        });
        let table = self.model.bodies.iter().enumerate();
        let by_name =
            table.filter(|(_, body)| same(&body.label, called) || body.aliases.iter().any(|alias| same(alias, called)));
        let mut bodies: Vec<BodyId> = of.chain(by_name.map(|(ix, _)| BodyId(ix as u32))).collect();
        bodies.sort();
        bodies.dedup();
        bodies
    }

    fn actor(&mut self, actor: Option<ActorId>, clauses: &[ClauseRef], span: Span) {
        if let Some(body) = actor.and_then(|actor| self.model[actor].body) {
            self.at(body, self.day, clauses, span);
        }
    }

    /// One naming a clause, or one at the statement where it cites none.
    fn at(&mut self, body: BodyId, day: Option<NaiveDate>, clauses: &[ClauseRef], span: Span) {
        let places = clauses.iter().map(|clause| (clause.span, Some(clause.address.clone())));
        let places: Vec<_> = if clauses.is_empty() { vec![(span, None)] } else { places.collect() };
        for (span, clause) in places {
            let known = |known: &Naming| {
                known.body == body && (known.span == span || clause.is_some() && known.clause == clause)
            };
            if !self.found.iter().any(known) {
                self.found.push(Naming { body, day, span, clause });
            }
        }
    }
}
