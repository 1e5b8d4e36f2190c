//! Reasons in the reader's language: of dates, of documents, and of what is refused.

use crate::artifact::SaidBy;
use crate::diagnostics::{Arg, Words};
use crate::engine::{Counted, Document, Need, Reason, Refusal, Skipped};
use crate::time::DayKind;

/// One reason, and the days that it passed over.
pub(super) fn reason(reason: &Reason, words: &Words) -> Vec<String> {
    let mut out = Vec::new();
    let days: &[Skipped] = match reason {
        Reason::Counted { counted, skipped, .. } => {
            out.push(words.say("run-counted", &[("counted", (*counted).into())]));
            skipped
        }
        Reason::Limit { skipped, decides, .. } => {
            out.push(limit(reason, words));
            if *decides { skipped } else { &[] }
        }
        Reason::CameLater { limit, .. } => {
            out.push(words.say("run-came-later", &[("limit", (*limit).into())]));
            &[]
        }
        Reason::AtOnce => {
            out.push(words.say("run-at-once", &[]));
            &[]
        }
        Reason::Open => {
            out.push(words.say("run-open", &[]));
            &[]
        }
        Reason::TermUnknown { limit } => {
            out.push(words.say("run-term-unknown", &[("limit", (*limit).into())]));
            &[]
        }
        Reason::Undecided { facts } => {
            out.push(words.say("run-undecided", &[("facts", facts.clone().into())]));
            &[]
        }
        Reason::Term { case, term, clauses, starts, skipped } => {
            let values = [("term", (*term).into()), ("case", or_none(case)), ("starts", (*starts).into())];
            out.push(words.say("run-term", &values) + &by(clauses, words));
            skipped
        }
        Reason::Extension { extension, added, clauses, declared } => {
            let id = if *declared { "run-extension-declared" } else { "run-extension" };
            let said = words.say(id, &[("extension", extension.as_str().into()), ("added", (*added).into())]);
            out.push(said + &by(clauses, words));
            &[]
        }
        Reason::Stopped { from, until } => {
            out.push(match until {
                Some(until) => words.say("run-stopped", &[("from", (*from).into()), ("until", (*until).into())]),
                None => words.say("run-stopped-still", &[("from", (*from).into())]),
            });
            &[]
        }
    };
    out.extend(days.iter().map(|day| skipped(day, words)));
    out
}

fn limit(reason: &Reason, words: &Words) -> String {
    let Reason::Limit { limit, clauses, from, begins, ends, decides, .. } = reason else { return String::new() };
    let from = match from {
        Counted::Arrival => words.say("run-from-arrival", &[]),
        Counted::Filing => words.say("run-from-filing", &[("begins", (*begins).into())]),
        Counted::Done(step) => {
            words.say("run-from-done", &[("step", step.as_str().into()), ("begins", (*begins).into())])
        }
        Counted::Term => words.say("run-from-term", &[("begins", (*begins).into())]),
    };
    let values = [("limit", (*limit).into()), ("from", from.into())];
    let said = words.say("run-limit", &values) + &by(clauses, words);
    match (ends, decides) {
        (None, _) => said + &words.say("run-beyond", &[]),
        (Some(ends), false) => said + &words.say("run-not-deciding", &[("ends", (*ends).into())]),
        (Some(_), true) => said,
    }
}

/// "; clause 8.1, 5.1"
fn by(clauses: &[String], words: &Words) -> String {
    match clauses.is_empty() {
        true => String::new(),
        false => words.say("run-clauses", &[("clauses", Arg::Text(clauses.join(", ")))]),
    }
}

fn or_none(text: &str) -> Arg {
    if text.is_empty() { "none".into() } else { text.into() }
}

/// "8 March 2018: holiday …"
fn skipped(it: &Skipped, words: &Words) -> String {
    let tag = words.language().tag();
    let name = it.name.as_ref().map_or("", |name| name.get(tag));
    let source = it.source.get(tag);
    let other = || it.because_of.map_or_else(String::new, |day| words.day(day));
    let values = [("name", name.into()), ("source", source.into()), ("day", other().into())];
    let why = match it.kind {
        _ if it.working => words.say("run-closed", &[]),
        DayKind::Weekend => words.say("calendar-why-weekend", &values),
        DayKind::Holiday => words.say("calendar-why-holiday", &values),
        DayKind::Substituted => words.say("calendar-why-substituted", &values),
        DayKind::Moved => words.say("calendar-why-moved-off", &values),
        DayKind::Working => words.say("run-closed", &[]),
    };
    words.say("run-skipped", &[("day", it.day.into()), ("why", why.into())])
}

/// Why a document is wanted or not.
pub(in super::super) fn document(document: &Document, words: &Words) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for wanted in &document.wanted {
        let id = match (&wanted.said_by, wanted.obtained) {
            (SaidBy::Regulation, false) => "documents-by-regulation",
            (SaidBy::Standard, false) => "documents-by-standard",
            (SaidBy::Regulation, true) => "documents-obtained-by-regulation",
            (SaidBy::Standard, true) => "documents-obtained-by-standard",
        };
        let mut said = words.say(id, &[]) + &by(&wanted.clauses, words);
        let pairs: Vec<String> =
            wanted.facts.iter().filter_map(|(fact, is)| Some(format!("{fact} = {}", is.as_ref()?))).collect();
        if !pairs.is_empty() {
            let id = if wanted.holds == Some(true) { "documents-as" } else { "documents-not-as" };
            said += &words.say(id, &[("facts", Arg::Text(pairs.join(", ")))]);
        }
        out.push(said);
    }
    if let Need::Open(facts) = &document.need {
        let names: Vec<String> = facts.iter().map(|it| it.fact.clone()).collect();
        out.push(words.say("documents-open", &[("facts", names.into())]));
    }
    out
}

/// Why something is refused, and what can be done about it.
pub(super) fn refusal(refusal: &Refusal, words: &Words) -> String {
    let say = |id: &str, args: &[(&'static str, Arg)]| words.say(id, args);
    match refusal {
        Refusal::UnknownRegulation { regulation } => {
            say("refused-unknown-regulation", &[("id", regulation.as_str().into())])
        }
        Refusal::NoVersion { regulation, day } => {
            say("refused-no-version", &[("id", regulation.as_str().into()), ("day", (*day).into())])
        }
        Refusal::UnknownChannel { channel, known } => {
            say("prove-unknown-channel", &[("channel", channel.as_str().into()), ("known", known.clone().into())])
        }
        Refusal::NoProcedure { channel } => say("refused-no-procedure", &[("channel", channel.as_str().into())]),
        Refusal::BeyondCalendar { year } => say("refused-beyond-calendar", &[("year", year.to_string().into())]),
        Refusal::UnknownFact { fact, known } => {
            say("refused-unknown-fact", &[("fact", fact.as_str().into()), ("known", listed(known))])
        }
        Refusal::UnknownValue { fact, value, known } => {
            let values = [("fact", fact.as_str().into()), ("value", value.as_str().into()), ("known", listed(known))];
            say("refused-unknown-value", &values)
        }
        Refusal::FactSettled { fact, value } => {
            say("refused-fact-settled", &[("fact", fact.as_str().into()), ("value", value.as_str().into())])
        }
        Refusal::CaseOver => say("refused-case-over", &[]),
        Refusal::OutOfOrder { last } => say("refused-out-of-order", &[("last", (*last).into())]),
        Refusal::UnknownStep { step } => say("refused-unknown-step", &[("step", step.as_str().into())]),
        Refusal::WrongEvent { step, wanted: "nobody" } => say("refused-no-act", &[("step", step.as_str().into())]),
        Refusal::WrongEvent { step, wanted } => {
            say("refused-wrong-event", &[("step", step.as_str().into()), ("wanted", (*wanted).into())])
        }
        Refusal::AlreadyDone { step, at } => {
            say("refused-already-done", &[("step", step.as_str().into()), ("at", (*at).into())])
        }
        Refusal::NotUnderWay { step, under_way } => {
            say("refused-not-under-way", &[("step", step.as_str().into()), ("known", listed(under_way))])
        }
        Refusal::TooEarly { step, from } => {
            say("refused-too-early", &[("step", step.as_str().into()), ("from", (*from).into())])
        }
        Refusal::Undecided { step, facts } => {
            say("refused-undecided", &[("step", step.as_str().into()), ("facts", listed(facts))])
        }
        Refusal::UnknownExtension { extension, known } => {
            say("refused-unknown-extension", &[("extension", extension.as_str().into()), ("known", listed(known))])
        }
        Refusal::AlreadyExtended { extension } => {
            say("refused-already-extended", &[("extension", extension.as_str().into())])
        }
    }
}

fn listed(names: &[String]) -> Arg {
    if names.is_empty() { "none".into() } else { Arg::All(names.to_vec()) }
}
