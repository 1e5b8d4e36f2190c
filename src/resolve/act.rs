//! What a standard and a regulation say in the same words: documents, grounds, results, forms, fees, readings, terms,
//! extensions.

use super::Resolver;
use super::citation::apart;
use super::names::Kind;
use super::said::{
    all_limits, cited, clauses, date, date_part, forms, label, reference, said, text, text_of, text_part,
};
use super::shared::openings;
use super::statement::{Statement, is, names};
use crate::ast::{Clause, Value};
use crate::diagnostics::{Code, Finding};
use crate::model::{
    ChannelHours, ChannelId, ClauseRef, DocumentId, Event, Extension, Fee, Form, Ground, ReadingChoice, Requirement,
    ResultItem, Said, Saying, Term, Text,
};
use crate::source::Span;
use crate::time::Readings;
use crate::vocabulary::{Keyword, nearest};
use chrono::NaiveDate;

/// What both kinds of act say.
#[derive(Default)]
pub(super) struct Act {
    pub title: Text,
    pub act: Option<Text>,
    pub source: Option<Text>,
    pub since: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
    pub effective: Option<Span>,
    pub amended: Vec<Event>,
    pub repealed: Option<Event>,
    pub offers: Vec<Said<ChannelId>>,
    pub hours: Vec<ChannelHours>,
    pub sayings: Vec<Saying>,
    pub requires: Vec<Requirement>,
    pub grounds: Vec<Ground>,
    pub results: Vec<ResultItem>,
    pub form: Vec<Said<Vec<Form>>>,
    pub fee: Option<Said<Fee>>,
    pub readings: Vec<ReadingChoice>,
}

impl<'a> Resolver<'a> {
    /// Takes what both kinds of act say; `false` for another statement.
    pub(super) fn act_statement(&mut self, module: usize, statement: &Statement<'a>, act: &mut Act) -> bool {
        let span = statement.line;
        match statement.keyword {
            Keyword::Title => act.title = text_of(statement.head).unwrap_or_else(|| label(statement)),
            Keyword::Act => act.act = text_of(statement.head).or_else(|| Some(label(statement))),
            Keyword::Source => act.source = text_of(statement.head).or_else(|| Some(label(statement))),
            Keyword::Effective => {
                act.since = date_part(statement, Keyword::Since).or(act.since);
                act.until = date_part(statement, Keyword::Until).or(act.until);
                act.effective = act.effective.or(Some(span));
                if statement.has(Keyword::Limit) {
                    let saying = self.saying(module, statement);
                    act.sayings.push(saying);
                }
            }
            Keyword::Amended => act.amended.extend(event(statement)),
            Keyword::Repealed => act.repealed = event(statement),
            Keyword::Offers => self.offers(module, statement, act),
            Keyword::Requires | Keyword::Obtains => {
                let mut requirements = self.requirements(module, statement);
                act.requires.append(&mut requirements);
            }
            Keyword::Ground => act.grounds.extend(statement.name().map(|name| Ground {
                id: name.text.clone(),
                label: label(statement),
                clauses: clauses(statement),
                span,
            })),
            Keyword::Result => {
                let channels = self.channels_of(module, statement);
                act.results.push(ResultItem { channels, ..result(statement) });
            }
            Keyword::Form => {
                act.form.append(&mut service_forms(statement));
            }
            Keyword::Fee => act.fee = fee(statement).map(|fee| said(fee, statement, span)),
            Keyword::Reading => {
                let reading = self.reading(module, statement);
                act.readings.extend(reading);
            }
            Keyword::Use | Keyword::Note => {}
            _ => return false,
        }
        true
    }

    /// `offers corporation clause 1.3 { open monday-saturday 9:00-20:00 }`
    fn offers(&mut self, module: usize, statement: &Statement<'a>, act: &mut Act) {
        for name in names(statement.head) {
            let Some(channel) = self.find(module, Kind::Channel, name).map(ChannelId) else { continue };
            act.offers.push(said(channel, statement, name.span));
            if !statement.children.is_empty() {
                let (work, acceptance) = openings(statement);
                act.hours.push(ChannelHours {
                    channel,
                    work,
                    acceptance,
                    clauses: clauses(statement),
                    span: statement.line,
                });
            }
        }
    }

    fn requirements(&mut self, module: usize, statement: &Statement<'a>) -> Vec<Requirement> {
        let channels = self.channels_of(module, statement);
        let when = self.when(module, statement);
        let mut requirements = Vec::new();
        for name in names(statement.head) {
            let Some(document) = self.find(module, Kind::Document, name).map(DocumentId) else { continue };
            requirements.push(Requirement {
                document,
                obtained: statement.keyword == Keyword::Obtains,
                channels: channels.clone(),
                when: when.clone(),
                clauses: clauses(statement),
                span: statement.line,
            });
        }
        requirements
    }

    /// `reading roll = every-step source "…"`: the name and the value must be known.
    fn reading(&mut self, module: usize, statement: &Statement<'a>) -> Option<ReadingChoice> {
        let Value::Setting(name, value) = &statement.head.value else { return None };
        let channels = self.channels_of(module, statement);
        let Some(doubt) = Readings::doubt(&name.text) else {
            self.report(
                Finding::new(Code::UnknownReading, name.span)
                    .arg("name", name.text.as_str())
                    .arg("names", owned(Readings::NAMES))
                    .arg("suggestion", nearest(&name.text, Readings::NAMES.iter().copied()).unwrap_or("none")),
            );
            return None;
        };
        if !doubt.values.contains(&value.text.as_str()) {
            self.report(
                Finding::new(Code::UnknownReadingValue, value.span)
                    .arg("name", name.text.as_str())
                    .arg("value", value.text.as_str())
                    .arg("values", owned(doubt.values))
                    .arg("suggestion", nearest(&value.text, doubt.values.iter().copied()).unwrap_or("none")),
            );
            return None;
        }
        Some(ReadingChoice {
            name: name.text.clone(),
            value: value.text.clone(),
            channels,
            source: text_part(statement, Keyword::Source),
            span: statement.line,
        })
    }

    /// `term late-registration 3 working days when …`, `term unknown`.
    pub(super) fn term(&mut self, module: usize, statement: &Statement<'a>) -> Term {
        let mut limits = all_limits(statement);
        let unknown = statement.has(Keyword::Unknown)
            || statement.name().is_some_and(|name| name.keyword == Some(Keyword::Unknown));
        if limits.is_empty() && !unknown && !statement.broken {
            self.report(Finding::new(Code::MissingLimit, statement.line).arg("statement", statement.keyword));
        }
        let named = statement.name().filter(|name| name.keyword.is_none());
        Term {
            case: named.map(|name| name.text.clone()).unwrap_or_default(),
            label: label(statement),
            limit: (!limits.is_empty()).then(|| limits.swap_remove(0)),
            channels: self.channels_of(module, statement),
            when: self.when(module, statement),
            clauses: clauses(statement),
            span: statement.line,
        }
    }

    pub(super) fn extension(&mut self, module: usize, statement: &Statement<'a>) -> Extension {
        let mut limits = all_limits(statement);
        if limits.is_empty() && !statement.broken {
            self.report(Finding::new(Code::MissingLimit, statement.line).arg("statement", statement.keyword));
        }
        let notice = statement.children.iter().find_map(|line| Statement::read(line));
        let from = notice.iter().flat_map(|notice| notice.all(Keyword::From)).flat_map(names);
        Extension {
            id: statement.name().map(|name| name.text.clone()).unwrap_or_default(),
            label: label(statement),
            limit: (!limits.is_empty()).then(|| limits.swap_remove(0)),
            when: self.when(module, statement),
            notice: notice.as_ref().and_then(|notice| all_limits(notice).into_iter().next()),
            notice_from: from.map(|name| name.text.clone()).collect(),
            clauses: clauses(statement),
            span: statement.line,
        }
    }
}

/// `amended 2016-11-29 "decree 355"`; `None` where the date could not be read.
fn event(statement: &Statement<'_>) -> Option<Event> {
    let date = date(statement.head).or_else(|| statement.parts.iter().find_map(|part| date(part)))?;
    Some(Event { date, by: text(statement.texts()), span: statement.line })
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn result(statement: &Statement<'_>) -> ResultItem {
    ResultItem {
        id: statement.name().map(|name| name.text.clone()).unwrap_or_default(),
        label: label(statement),
        form: statement.all(Keyword::Form).flat_map(forms).collect(),
        channels: Vec::new(),
        clauses: clauses(statement),
        forms: forms_apart(statement),
        span: statement.line,
    }
}

/// The clauses that do not say the form that the line does, with the one that each gives.
fn forms_apart(statement: &Statement<'_>) -> Vec<(ClauseRef, Vec<Form>)> {
    let said = |clause: &Clause| {
        clause.says.as_ref()?;
        let form = apart(clause).find(|part| is(part, Keyword::Form)).map(forms);
        Some((reference(clause), form.unwrap_or_default()))
    };
    statement.all(Keyword::Clause).flat_map(cited).filter_map(said).collect()
}

/// The form of the service: what the line says, and what each clause says that says otherwise.
fn service_forms(statement: &Statement<'_>) -> Vec<Said<Vec<Form>>> {
    let apart = forms_apart(statement);
    let mut own = said(forms(statement.head), statement, statement.line);
    own.clauses.retain(|clause| apart.iter().all(|(other, _)| other.span != clause.span));
    let others =
        apart.into_iter().map(|(clause, forms)| Said { what: forms, span: clause.span, clauses: vec![clause] });
    std::iter::once(own).chain(others).collect()
}

fn fee(statement: &Statement<'_>) -> Option<Fee> {
    let word = statement.name().is_some_and(|name| name.keyword == Some(Keyword::Free));
    if word || statement.has(Keyword::Free) {
        return Some(Fee::Free);
    }
    let said = label(statement);
    (said != Text::default()).then_some(Fee::Said(said))
}
