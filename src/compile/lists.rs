//! What regulations share: organisations with their hours, actors, facts, documents, standards.

use super::texts::plain;
use super::{Making, Places};
use crate::artifact::{self, ActorKind, Named};
use crate::model::{self, Ground, Model, ResultItem};
use crate::time::{Day, Opening, WeeklyHours};

/// The hours of whoever has none of their own; no name of the language has a space.
const USUAL: &str = "usual hours";

impl Making {
    pub(super) fn lists(&mut self, model: &Model, places: Places) {
        self.artifact.schedules.push(hours(USUAL, &WeeklyHours::national()));
        let own = model.schedules.iter().map(|schedule| hours(&schedule.id, &schedule.hours()));
        self.artifact.schedules.extend(own);
        for it in &model.organisations {
            let label = self.texts.text(&it.label);
            let schedule = places.schedule(it.schedule);
            self.artifact.organisations.push(artifact::Organisation { id: plain(&it.id), label, schedule });
        }
        for it in &model.actors {
            let label = self.texts.text(&it.label);
            let organisation = it.organisation.map(|id| places.organisations + id.0);
            self.artifact.actors.push(artifact::Actor { id: plain(&it.id), kind: kind(it.kind), label, organisation });
        }
        for it in &model.facts {
            let label = self.texts.text(&it.label);
            let values = it.values.iter().map(|value| plain(value)).collect();
            self.artifact.facts.push(artifact::Fact { id: plain(&it.id), label, values });
        }
        for it in &model.documents {
            let label = self.texts.text(&it.label);
            self.artifact.documents.push(artifact::Document { id: plain(&it.id), label });
        }
        for it in &model.standards {
            let standard = self.standard(it);
            self.artifact.standards.push(standard);
        }
    }

    fn standard(&mut self, it: &model::Standard) -> artifact::Standard {
        let force = it.own_force();
        artifact::Standard {
            act: self.texts.maybe(it.act.as_ref()),
            grounds: self.grounds(&it.grounds),
            id: plain(&it.id),
            in_force_from: force.from.map(Day::from_date),
            in_force_until: force.until.map(Day::from_date),
            results: self.results(&it.results),
            title: self.texts.text(&it.title),
        }
    }

    pub(super) fn grounds(&mut self, grounds: &[Ground]) -> Vec<Named> {
        let named =
            |it: &Ground| Named { clauses: clauses(&it.clauses), id: plain(&it.id), label: self.texts.text(&it.label) };
        grounds.iter().map(named).collect()
    }

    pub(super) fn results(&mut self, results: &[ResultItem]) -> Vec<Named> {
        let named = |it: &ResultItem| Named {
            clauses: clauses(&it.clauses),
            id: plain(&it.id),
            label: self.texts.text(&it.label),
        };
        results.iter().map(named).collect()
    }
}

impl Places {
    /// Of a schedule that there may not be.
    pub(super) fn schedule(self, id: Option<model::ScheduleId>) -> u32 {
        id.map_or(self.usual, |id| self.schedules + id.0)
    }

    pub(super) fn hours_of(self, model: &Model, organisation: Option<model::OrganisationId>) -> u32 {
        self.schedule(organisation.and_then(|id| model[id].schedule))
    }
}

pub(super) fn clauses(said: &[model::ClauseRef]) -> Vec<String> {
    let mut addresses: Vec<String> = Vec::new();
    for clause in said {
        if !addresses.contains(&clause.address) {
            addresses.push(clause.address.clone());
        }
    }
    addresses
}

fn hours(id: &str, hours: &WeeklyHours) -> artifact::Schedule {
    artifact::Schedule {
        acceptance: hours.acceptance().iter().map(opening).collect(),
        id: plain(id),
        work: hours.work.iter().map(opening).collect(),
    }
}

fn opening(it: &Opening) -> artifact::Opening {
    let mut breaks = it.breaks.clone();
    breaks.sort_unstable();
    artifact::Opening {
        breaks,
        days: (1..=7).filter(|day| it.days[*day as usize - 1]).collect(),
        from: it.from,
        last: it.last.map(Day::from_date),
        since: it.since.map(Day::from_date),
        until: it.until,
    }
}

fn kind(kind: model::ActorKind) -> ActorKind {
    match kind {
        model::ActorKind::Applicant => ActorKind::Applicant,
        model::ActorKind::Official => ActorKind::Official,
        model::ActorKind::System => ActorKind::System,
        model::ActorKind::Outside => ActorKind::Outside,
    }
}
