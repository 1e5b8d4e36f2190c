//! What regulations share: who takes part, where one can turn, what is asked, and the hours.

use super::Side;
use super::act::{labelled, openings};
use super::changes::{self, Change};
use super::names::{Names, Own};
use super::said::{Said, What, day};
use crate::diagnostics::Arg;
use crate::model::{ActorId, ActorKind, BodyId, ChannelId, DocumentId, FactId, Model, OrganisationId};
use crate::vocabulary::Keyword;

pub(super) fn changes(old: &Side<'_>, new: &Side<'_>, names: &Names) -> Vec<Change> {
    changes::between(sayings(old.model, &names.old), sayings(new.model, &names.new), old, new)
}

fn sayings(model: &Model, own: &Own) -> Vec<Said> {
    let mut out = Vec::new();
    participants(model, own, &mut out);
    places(model, own, &mut out);
    for (at, fact) in model.facts.iter().enumerate() {
        let id = FactId(at as u32);
        let mut values = own.values(id).to_vec();
        values.sort();
        let value = vec![Arg::Text(fact.values.join(", "))];
        out.push(Said::key(What::Fact, &own.fact(id), values.join(","), value, fact.span).shown(&fact.id));
        wording(&mut out, &own.fact(id), &fact.id, &fact.label, fact.span);
    }
    for (at, document) in model.documents.iter().enumerate() {
        let name = own.document(DocumentId(at as u32));
        let value = vec![labelled(&document.label, &document.id)];
        out.push(Said::key(What::Document, &name, "declared", value, document.span).shown(&document.id));
        wording(&mut out, &name, &document.id, &document.label, document.span);
    }
    for (at, body) in model.bodies.iter().enumerate() {
        let name = own.body(BodyId(at as u32));
        let successor = body.successor.map(|it| own.body(it)).unwrap_or_default();
        let mut value = vec![labelled(&body.label, &body.id)];
        for (word, date) in [(Keyword::Since, body.since), (Keyword::Until, body.until)] {
            value.extend(date.into_iter().flat_map(|date| [Arg::Keyword(word), day(date)]));
        }
        let key = format!("{:?} {:?} {successor}", body.since, body.until);
        out.push(Said::key(What::Body, &name, key, value, body.span).shown(&body.id));
    }
    out
}

fn wording(out: &mut Vec<Said>, name: &str, id: &str, label: &crate::model::Text, at: crate::source::Span) {
    out.extend(Said::words(What::Wording, name, label, at).map(|said| said.shown(id)));
}

fn participants(model: &Model, own: &Own, out: &mut Vec<Said>) {
    for (at, actor) in model.actors.iter().enumerate() {
        let Some(span) = actor.span else { continue };
        let name = own.actor(ActorId(at as u32));
        let word = match actor.kind {
            ActorKind::Applicant => Keyword::Applicant,
            ActorKind::Official => Keyword::Actor,
            ActorKind::System => Keyword::System,
            ActorKind::Outside => Keyword::Outside,
        };
        let organisation = actor.organisation.map(|it| own.organisation(it)).unwrap_or_default();
        let body = actor.body.map(|it| own.body(it)).unwrap_or_default();
        let mut value = vec![Arg::Keyword(word)];
        value.extend(actor.organisation.map(|it| labelled(&model[it].label, &model[it].id)));
        let key = format!("{word:?} {organisation} {body}");
        out.push(Said::key(What::Participant, &name, key, value, span).shown(&actor.id));
        wording(out, &name, &actor.id, &actor.label, span);
    }
}

/// Organisations with their hours, and channels.
fn places(model: &Model, own: &Own, out: &mut Vec<Said>) {
    for (at, organisation) in model.organisations.iter().enumerate() {
        let name = own.organisation(OrganisationId(at as u32));
        let value = vec![labelled(&organisation.label, &organisation.id)];
        out.push(Said::key(What::Organisation, &name, "declared", value, organisation.span).shown(&organisation.id));
        wording(out, &name, &organisation.id, &organisation.label, organisation.span);
        if let Some(schedule) = organisation.schedule {
            let schedule = &model[schedule];
            let (key, value) = openings(&schedule.work, &schedule.acceptance);
            let at = schedule.span.unwrap_or(organisation.span);
            out.push(Said::key(What::Hours, &name, key, value, at).shown(&organisation.id));
        }
    }
    for (at, channel) in model.channels.iter().enumerate() {
        let name = own.channel(ChannelId(at as u32));
        let organisation = channel.organisation.map(|it| own.organisation(it)).unwrap_or_default();
        let mut value = Vec::new();
        value.extend(channel.organisation.map(|it| labelled(&model[it].label, &model[it].id)));
        if channel.round_the_clock {
            value.push(Arg::Keyword(Keyword::RoundTheClock));
        }
        let key = format!("{organisation} {}", channel.round_the_clock);
        out.push(Said::key(What::Channel, &name, key, value, channel.span).shown(&channel.id));
        wording(out, &name, &channel.id, &channel.label, channel.span);
    }
}
