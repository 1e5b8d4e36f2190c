//! What acts share: organisations, schedules, actors, channels, facts, documents, bodies.

use super::Resolver;
use super::names::{Declaration, Kind};
use super::said::{date_part, label, plain, text_of, text_part};
use super::statement::{Statement, is, names};
use crate::ast::{Part, Value};
use crate::diagnostics::{Code, Finding};
use crate::model::{
    Actor, ActorKind, Body, BodyId, Channel, Document, Fact, Opening, Organisation, OrganisationId, Schedule,
    ScheduleId, Text,
};
use crate::source::Span;
use crate::vocabulary::{Keyword, Language};

impl<'a> Resolver<'a> {
    /// Reads every shared declaration, in the order in which the names were given their places.
    pub(super) fn shared(&mut self) {
        self.model.actors.push(Actor {
            id: Keyword::Applicant.id().to_owned(),
            label: applicant(),
            kind: ActorKind::Applicant,
            organisation: None,
            body: None,
            span: None,
        });
        for declaration in self.names.declarations.clone() {
            if matches!(declaration.kind, Kind::Standard | Kind::Regulation) {
                continue;
            }
            let Some(statement) = Statement::read(declaration.line) else { continue };
            self.declare(&declaration, &statement);
            let expects = self.expectations(declaration.module, &statement, statement.span);
            self.model.expects.extend(expects);
        }
    }

    fn declare(&mut self, declaration: &Declaration<'a>, statement: &Statement<'a>) {
        let id = declaration.name.text.clone();
        let span = statement.line;
        let module = declaration.module;
        let label = label(statement);
        match declaration.kind {
            Kind::Organisation => {
                let schedule = self.refer(module, statement, Keyword::Schedule, Kind::Schedule).map(ScheduleId);
                self.model.organisations.push(Organisation { id, label, schedule, span });
            }
            Kind::Schedule => {
                let schedule = self.schedule(id, statement);
                self.model.schedules.push(schedule);
            }
            Kind::Actor => {
                let actor = self.new_actor(module, id, statement);
                self.model.actors.push(actor);
            }
            Kind::Channel => {
                let organisation = self.organisation(module, statement);
                let round_the_clock = statement.has(Keyword::RoundTheClock);
                self.model.channels.push(Channel { id, label, organisation, round_the_clock, span });
            }
            Kind::Fact => {
                let values = self.values(statement);
                self.model.facts.push(Fact { id, label, values, span });
            }
            Kind::Document => self.model.documents.push(Document { id, label, span }),
            Kind::Body => {
                let body = self.body(module, id, statement);
                self.model.bodies.push(body);
            }
            Kind::Standard | Kind::Regulation => {}
        }
    }

    /// What the part `keyword NAME` names.
    fn refer(&mut self, module: usize, statement: &Statement<'a>, keyword: Keyword, kind: Kind) -> Option<u32> {
        let part = statement.one(keyword, &mut self.findings)?;
        names(part).first().and_then(|name| self.find(module, kind, name))
    }

    fn organisation(&mut self, module: usize, statement: &Statement<'a>) -> Option<OrganisationId> {
        self.refer(module, statement, Keyword::Organisation, Kind::Organisation).map(OrganisationId)
    }

    fn new_actor(&mut self, module: usize, id: String, statement: &Statement<'a>) -> Actor {
        let kind = match statement.keyword {
            Keyword::System => ActorKind::System,
            _ if statement.has(Keyword::Outside) => ActorKind::Outside,
            _ => ActorKind::Official,
        };
        Actor {
            id,
            label: label(statement),
            kind,
            organisation: self.organisation(module, statement),
            body: self.refer(module, statement, Keyword::Body, Kind::Body).map(BodyId),
            span: Some(statement.line),
        }
    }

    /// Yes and no where nothing is listed; a list of fewer than two different values says nothing.
    fn values(&mut self, statement: &Statement<'a>) -> Vec<String> {
        let yes_no = || vec!["yes".to_owned(), "no".to_owned()];
        let Some(part) = statement.one(Keyword::Values, &mut self.findings) else { return yes_no() };
        let mut values: Vec<(String, Span)> = Vec::new();
        for name in names(part) {
            let value = plain(name);
            match values.iter().find(|(known, _)| *known == value) {
                Some((_, first)) => self
                    .findings
                    .push(Finding::new(Code::DuplicateName, name.span).arg("name", value).also(*first, "label-first")),
                None => values.push((value, name.span)),
            }
        }
        if values.len() < 2 && !statement.broken {
            self.findings.push(Finding::new(Code::OneValue, part.span));
        }
        if values.is_empty() {
            return yes_no();
        }
        values.into_iter().map(|(value, _)| value).collect()
    }

    fn body(&mut self, module: usize, id: String, statement: &Statement<'a>) -> Body {
        Body {
            id,
            label: label(statement),
            aliases: statement.all(Keyword::Alias).filter_map(text_of).collect(),
            since: date_part(statement, Keyword::Since),
            until: date_part(statement, Keyword::Until),
            successor: self.refer(module, statement, Keyword::Successor, Kind::Body).map(BodyId),
            source: text_part(statement, Keyword::Source),
            span: statement.line,
        }
    }

    fn schedule(&mut self, id: String, statement: &Statement<'a>) -> Schedule {
        let mut schedule = Schedule { id, span: Some(statement.line), ..Schedule::default() };
        schedule.source = text_part(statement, Keyword::Source);
        (schedule.work, schedule.acceptance) = openings(statement);
        if schedule.work.is_empty() && !statement.broken && statement.children.iter().all(|line| !line.broken) {
            self.findings
                .push(Finding::new(Code::ScheduleWithoutHours, statement.line).arg("name", schedule.id.as_str()));
        }
        schedule
    }
}

/// What the applicant is called, whom no file declares: as the acts call whoever is served.
fn applicant() -> Text {
    let said = [
        (Language::Kk, "көрсетілетін қызметті алушы"),
        (Language::Ru, "услугополучатель"),
        (Language::En, "applicant"),
    ];
    Text { any: None, by_language: said.map(|(language, word)| (language, word.to_owned())).into() }
}

/// The hours of a block: of work, and of acceptance.
pub(super) fn openings(statement: &Statement<'_>) -> (Vec<Opening>, Vec<Opening>) {
    let (mut work, mut acceptance) = (Vec::new(), Vec::new());
    for hours in statement.children.iter().filter_map(|line| Statement::read(line)) {
        match hours.keyword {
            Keyword::Accepts => acceptance.extend(opening(&hours)),
            _ => work.extend(opening(&hours)),
        }
    }
    (work, acceptance)
}

/// `open monday-friday 9:00-18:30 break 13:00-14:30`; `None` where the parser could not read the hours.
fn opening(statement: &Statement<'_>) -> Option<Opening> {
    let Value::Hours(hours) = &statement.head.value else { return None };
    let mut days = [false; 7];
    for (first, last) in &hours.days {
        // `saturday-monday` runs over the end of the week.
        let (mut day, last) = (*first, (*last).clamp(1, 7));
        loop {
            days[usize::from(day.clamp(1, 7) - 1)] = true;
            if day == last {
                break;
            }
            day = day % 7 + 1;
        }
    }
    let (from, until) = match hours.times {
        Some(times) => (times.from, times.to),
        None if statement.has(Keyword::RoundTheClock) => (0, 1440),
        None => return None,
    };
    let breaks = statement.parts.iter().filter(|part| is(part, Keyword::Break)).filter_map(|part| range(part));
    Some(Opening {
        days,
        from,
        until,
        breaks: breaks.collect(),
        since: date_part(statement, Keyword::Since),
        last: date_part(statement, Keyword::Until),
        span: statement.line,
    })
}

fn range(part: &Part) -> Option<(u16, u16)> {
    match &part.value {
        Value::Times(times) => Some((times.from, times.to)),
        _ => None,
    }
}
