//! Model and calendar to the artifact that an engine loads: every doubt answered, every default written out, so that
//! whoever evaluates it has nothing left to choose.
//!
//! What it does not do: it judges nothing. A regulation that is late, or leaves a case out, is compiled as it stands.

mod calendar;
mod lists;
mod nodes;
mod regulation;
mod terms;
mod texts;

use crate::artifact::{Artifact, FORMAT, REVISION, VERSION};
use crate::model::Model;
use crate::time::Calendar;
use texts::Texts;

/// One artifact of everything in these projects, sealed with its hash.
pub fn compile(projects: &[(&Model, &Calendar)]) -> Artifact {
    let mut made = Making { artifact: empty(), texts: Texts::default() };
    for (model, calendar) in projects {
        made.add(model, calendar);
    }
    let Making { mut artifact, texts } = made;
    artifact.texts = texts.all();
    artifact.sealed()
}

/// An artifact on its way.
struct Making {
    artifact: Artifact,
    texts: Texts,
}

/// Where the lists of one project begin in those of the artifact.
#[derive(Clone, Copy)]
struct Places {
    organisations: u32,
    schedules: u32,
    /// The hours of whoever has none of their own.
    usual: u32,
    actors: u32,
    facts: u32,
    documents: u32,
    standards: u32,
    calendar: u32,
}

impl Making {
    fn add(&mut self, model: &Model, calendar: &Calendar) {
        let calendar = self.calendar(calendar);
        let known = &self.artifact;
        let places = Places {
            organisations: known.organisations.len() as u32,
            usual: known.schedules.len() as u32,
            schedules: known.schedules.len() as u32 + 1,
            actors: known.actors.len() as u32,
            facts: known.facts.len() as u32,
            documents: known.documents.len() as u32,
            standards: known.standards.len() as u32,
            calendar,
        };
        self.lists(model, places);
        for regulation in &model.regulations {
            let regulation = regulation::Of { model, regulation, places }.compile(self);
            self.artifact.regulations.push(regulation);
        }
    }
}

impl Making {
    /// The place of a calendar; several projects may keep one.
    fn calendar(&mut self, calendar: &Calendar) -> u32 {
        let made = calendar::calendar(calendar, &mut self.texts);
        let known = &mut self.artifact.calendars;
        let place = known.iter().position(|it| *it == made).unwrap_or_else(|| {
            known.push(made);
            known.len() - 1
        });
        place as u32
    }
}

fn empty() -> Artifact {
    Artifact {
        actors: Vec::new(),
        calendars: Vec::new(),
        documents: Vec::new(),
        facts: Vec::new(),
        format: FORMAT.to_owned(),
        hash: String::new(),
        organisations: Vec::new(),
        readings: Vec::new(),
        regulations: Vec::new(),
        revision: REVISION,
        schedules: Vec::new(),
        standards: Vec::new(),
        texts: Vec::new(),
        version: VERSION,
    }
}
