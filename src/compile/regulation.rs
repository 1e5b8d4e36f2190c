//! One regulation: its channels, and what it says beside them.

use super::lists::clauses;
use super::texts::plain;
use super::{Making, Places};
use crate::artifact::{self, Acceptance, Channel, Requirement, SaidBy, Saying};
use crate::model::{self, ChannelId, Condition, Model, Procedure, Regulation};
use crate::time::{CompletenessCheck, Day, Readings};

pub(super) struct Of<'a> {
    pub model: &'a Model,
    pub regulation: &'a Regulation,
    pub places: Places,
}

impl Of<'_> {
    pub fn compile(&self, into: &mut Making) -> artifact::Regulation {
        let Of { regulation, places, .. } = *self;
        let (force, filings) = (regulation.in_force(), regulation.judged.unwrap_or_default());
        artifact::Regulation {
            act: into.texts.maybe(regulation.act.as_ref()),
            calendar: places.calendar,
            channels: regulation.procedures.iter().map(|procedure| self.channel(procedure, into)).collect(),
            from: filings.from.map(Day::from_date),
            grounds: into.grounds(&regulation.grounds),
            id: plain(&regulation.id),
            in_force_from: force.from.map(Day::from_date),
            in_force_until: force.until.map(Day::from_date),
            organisation: regulation.organisation.map(|id| places.organisations + id.0),
            results: into.results(&regulation.results),
            sayings: regulation.sayings.iter().map(|saying| self.saying(saying, into)).collect(),
            standard: regulation.standard.map(|id| places.standards + id.0),
            title: into.texts.text(&regulation.title),
            until: filings.until.map(Day::from_date),
        }
    }

    pub(super) fn standard(&self) -> Option<&model::Standard> {
        self.regulation.standard.map(|id| &self.model[id])
    }

    fn channel(&self, procedure: &Procedure, into: &mut Making) -> Channel {
        let channel = &self.model[procedure.channel];
        let readings = self.readings(procedure.channel);
        Channel {
            accepts: channel.organisation.map(|organisation| Acceptance {
                round_the_clock: channel.round_the_clock,
                schedule: self.places.hours_of(self.model, Some(organisation)),
            }),
            completeness_check: self.completeness_check(&readings),
            documents: self.documents(procedure.channel),
            entry: procedure.entry.map(|ix| ix.0),
            extensions: self.extensions(into),
            id: plain(&channel.id),
            label: into.texts.text(&channel.label),
            nodes: self.nodes(procedure, into),
            readings: into.readings(&readings),
            term_schedule: self.places.hours_of(self.model, self.regulation.organisation),
            terms: self.terms(procedure.channel, into),
        }
    }

    /// What the standard says, and over it what the regulation says; for one channel before for all.
    fn readings(&self, channel: ChannelId) -> Readings {
        let said = self.standard().into_iter().flat_map(|it| &it.readings).chain(&self.regulation.readings);
        let mut readings = Readings::default();
        for choice in said.filter(|choice| choice.channels.is_empty() || choice.channels.contains(&channel)) {
            choice.apply(&mut readings);
        }
        readings
    }

    fn completeness_check(&self, readings: &Readings) -> Option<artifact::Length> {
        let said = self.standard()?.completeness_check.as_ref()?;
        (readings.completeness_check == CompletenessCheck::Before).then(|| said.duration.into())
    }

    /// What the standard wants, and then what the regulation says.
    fn documents(&self, channel: ChannelId) -> Vec<Requirement> {
        let standard = self.standard().into_iter().flat_map(|it| &it.requires).map(|it| (SaidBy::Standard, it));
        let own = self.regulation.requires.iter().map(|it| (SaidBy::Regulation, it));
        let here = |it: &model::Requirement| it.channels.is_empty() || it.channels.contains(&channel);
        let all = standard.chain(own).filter(|(_, it)| here(it));
        let requirement = |(said_by, it): (SaidBy, &model::Requirement)| Requirement {
            clauses: clauses(&it.clauses),
            document: self.places.documents + it.document.0,
            obtained: it.obtained,
            said_by,
            when: self.condition(&it.when),
        };
        all.map(requirement).collect()
    }

    fn saying(&self, saying: &model::Saying, into: &mut Making) -> Saying {
        let cited: Vec<_> = saying.citations.iter().map(|citation| citation.clause.clone()).collect();
        Saying {
            about: about(saying.about).to_owned(),
            actor: self.actor(saying.actor),
            channels: saying.channels.iter().map(|id| plain(&self.model[*id].id)).collect(),
            clauses: clauses(&cited),
            counted_from: saying.from.iter().map(|name| plain(name)).collect(),
            id: plain(&saying.id),
            label: into.texts.text(&saying.label),
            limits: saying.limits.iter().map(|limit| super::nodes::limit(limit, &saying.citations)).collect(),
            when: self.condition(&saying.when),
        }
    }

    pub(super) fn actor(&self, actor: Option<model::ActorId>) -> Option<u32> {
        actor.map(|id| self.places.actors + id.0)
    }

    pub(super) fn condition(&self, condition: &Condition) -> artifact::Condition {
        let all = |parts: &[Condition]| parts.iter().map(|part| self.condition(part)).collect();
        match condition {
            Condition::Always => artifact::Condition::Always,
            Condition::Is(fact, value) => artifact::Condition::Is(self.places.facts + fact.0, *value),
            Condition::Not(inner) => artifact::Condition::Not(Box::new(self.condition(inner))),
            Condition::All(parts) => artifact::Condition::All(all(parts)),
            Condition::Any(parts) => artifact::Condition::Any(all(parts)),
        }
    }
}

impl Making {
    /// The place of a set of readings. Of days that an act does not qualify, one case has one date: they are calendar
    /// days unless something says that they are working days.
    fn readings(&mut self, readings: &Readings) -> u32 {
        let mut settled = *readings;
        if settled.get("unqualified-day") == Some("both") {
            settled.set("unqualified-day", "calendar");
        }
        let word = |name: &&str| ((*name).to_owned(), settled.get(name).unwrap_or_default().to_owned());
        let all = Readings::NAMES.iter().map(word).collect();
        let known = &mut self.artifact.readings;
        let place = known.iter().position(|it| *it == all).unwrap_or_else(|| {
            known.push(all);
            known.len() - 1
        });
        place as u32
    }
}

fn about(about: model::About) -> &'static str {
    match about {
        model::About::Stage => "stage",
        model::About::Term => "term",
        model::About::Extension => "extension",
        model::About::Notice => "notice",
        model::About::Refusal => "refusal",
        model::About::Obligation => "obligation",
        model::About::Complaint => "complaint",
        model::About::CompletenessCheck => "completeness-check",
        model::About::InForce => "in-force",
    }
}
