//! `reglament prove`: term by term, whether every start is on time, and if not, the one that isn't.

use super::{Exit, Format, Session, duration, output, projects, reading};
use crate::diagnostics::Words;
use crate::model::{Model, RegulationId};
use crate::time::{Calendar, Day, Duration, Readings};
use crate::verify::{self, Options, Verdict};
use chrono::{Datelike, NaiveDate};
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub struct ProveArgs {
    id: String,
    #[arg(long)]
    project: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long)]
    all_readings: bool,
    #[arg(long)]
    reading: Vec<String>,
    #[arg(long)]
    term: Option<String>,
    #[arg(long)]
    limit: Vec<String>,
    #[arg(long)]
    certificate: Option<PathBuf>,
    #[arg(long)]
    calendar_map: Option<PathBuf>,
    #[arg(long, requires = "calendar_map")]
    channel: Vec<String>,
    #[arg(long)]
    known_on: Option<String>,
    #[arg(long)]
    from: Option<String>,
    #[arg(long)]
    to: Option<String>,
}

pub fn run(args: &ProveArgs, session: &mut Session) -> Exit {
    let Some(options) = options(args, session) else { return Exit::Usage };
    if args.certificate.is_some() && (args.term.is_some() || !args.limit.is_empty() || args.known_on.is_some()) {
        session.complain("prove-certificate-of-what-if", &[]);
        return Exit::Usage;
    }
    let Some(known_on) = date(args.known_on.as_deref(), session) else { return Exit::Usage };
    let (project, id) = match projects::regulation(&args.id, args.project.as_deref(), session) {
        Ok(found) => found,
        Err(exit) => return exit,
    };
    let known: Vec<&str> =
        project.model[id].procedures.iter().flat_map(|it| &it.nodes).map(|node| node.id.as_str()).collect();
    if let Some(step) = options.limits.keys().find(|step| !known.contains(&step.as_str())) {
        session.complain("prove-unknown-step", &[("step", step.as_str().into())]);
        return Exit::Usage;
    }
    if let Some(strange) = strange_channel(args, &project.model, id) {
        let offered: Vec<String> =
            project.model[id].procedures.iter().map(|it| project.model[it.channel].id.clone()).collect();
        session.complain("prove-unknown-channel", &[("channel", strange.into()), ("known", offered.into())]);
        return Exit::Usage;
    }
    let calendar = match known_on {
        Some(date) => project.calendar.as_known_on(date),
        None => project.calendar.clone(),
    };
    if let Some(year) = year_without_data(&options, &calendar) {
        let (first, last) = calendar.years();
        let values = [
            ("calendar", calendar.id().into()),
            ("year", year.to_string().into()),
            ("first", first.to_string().into()),
            ("last", last.to_string().into()),
        ];
        session.complain("calendar-no-year", &values);
        return Exit::Wrong;
    }
    let prover = verify::Prover::new(&project.model, &calendar);
    let proof = prover.prove(id, &options);
    let mut report = verify::report(&project.model, &proof);
    if args.all_readings {
        prover.under_all_readings(id, &options, &mut report);
    }
    if let Some(path) = &args.certificate {
        let certificate = prover.certificate(id, &options);
        let text = serde_json::to_string(&certificate).unwrap_or_default() + "\n";
        if !output::write(path, &text, session) {
            return Exit::Usage;
        }
    }
    if let Some(path) = &args.calendar_map {
        let mut map = prover.slack_map(id, &options);
        let asked = |channel: &str| args.channel.is_empty() || args.channel.iter().any(|name| name == channel);
        map.channels.retain(|of| asked(&project.model[of.channel].id));
        let remarks = what_if(&options, known_on, &session.words());
        let text = verify::draw(&project.model, &calendar, &proof, &map, &remarks, &session.words());
        if !output::write(path, &text, session) {
            return Exit::Usage;
        }
    }
    match args.format {
        Format::Json => session.json(&report),
        Format::Human => {
            let text = verify::tell(&project.model, &proof, &report, &session.words());
            session.out.push_str(&text);
        }
    }
    if proof.verdict() == Verdict::Late { Exit::Wrong } else { Exit::Clean }
}

/// A channel asked for that the regulation does not have.
fn strange_channel<'a>(args: &'a ProveArgs, model: &Model, id: RegulationId) -> Option<&'a str> {
    let has = |name: &str| model[id].procedures.iter().any(|it| model[it.channel].id == name);
    args.channel.iter().map(String::as_str).find(|name| !has(name))
}

/// What the picture does not have from the text: it may be handed on without the call that made it.
fn what_if(options: &Options, known_on: Option<NaiveDate>, words: &Words) -> Vec<String> {
    let term = options.term.map(|term| words.say("map-if-term", &[("term", term.into())]));
    let limit = |(step, limit): (&String, &Duration)| {
        words.say("map-if-limit", &[("step", step.as_str().into()), ("limit", (*limit).into())])
    };
    let known = known_on.map(|date| words.say("map-known-on", &[("day", Day::from_date(date).into())]));
    term.into_iter().chain(options.limits.iter().map(limit)).chain(known).collect()
}

/// A year of the horizon that the calendar does not have: nothing would be proved of its filings.
fn year_without_data(options: &Options, calendar: &Calendar) -> Option<i32> {
    let (first, last) = calendar.years();
    [options.from.year(), options.to.year()].into_iter().find(|year| !(first..=last).contains(year))
}

/// A date, if one was given; `None`: it is none, and that has been said.
fn date(given: Option<&str>, session: &mut Session) -> Option<Option<NaiveDate>> {
    let Some(text) = given else { return Some(None) };
    let Some(day) = Day::parse(text) else {
        session.complain("calendar-bad-day", &[("value", text.into())]);
        return None;
    };
    Some(Some(day.date()))
}

/// `None`: something was called wrongly, and has been said.
fn options(args: &ProveArgs, session: &mut Session) -> Option<Options> {
    let mut options = Options { repairs: true, ..Options::default() };
    options.from = date(args.from.as_deref(), session)?.unwrap_or(options.from);
    options.to = date(args.to.as_deref(), session)?.unwrap_or(options.to.max(options.from));
    if options.to < options.from {
        session.complain("prove-empty-horizon", &[]);
        return None;
    }
    if let Some(term) = &args.term {
        options.term = Some(limit(term, session)?);
    }
    for changed in &args.limit {
        let (step, text) = said(pair(changed), changed, session)?;
        options.limits.insert(step, limit(&text, session)?);
    }
    for reading in &args.reading {
        let (name, value) = said(reading::parse(reading), reading, session)?;
        if !Readings::default().set(&name, &value) {
            let known = Readings::doubt(&name).map_or(Readings::NAMES, |doubt| doubt.values);
            let known: Vec<String> = known.iter().map(|name| (*name).to_owned()).collect();
            session.complain("prove-unknown-reading", &[("given", reading.as_str().into()), ("known", known.into())]);
            return None;
        }
        options.readings.push((name, value));
    }
    Some(options)
}

fn pair(text: &str) -> Option<(String, String)> {
    let (name, value) = text.split_once('=')?;
    Some((name.trim().to_owned(), value.trim().to_owned()))
}

fn said(pair: Option<(String, String)>, given: &str, session: &mut Session) -> Option<(String, String)> {
    if pair.is_none() {
        session.complain("prove-no-pair", &[("given", given.into())]);
    }
    pair
}

fn limit(text: &str, session: &mut Session) -> Option<Duration> {
    let limit = duration::parse(text);
    if limit.is_none() {
        session.complain("prove-no-duration", &[("given", text.into())]);
    }
    limit
}
