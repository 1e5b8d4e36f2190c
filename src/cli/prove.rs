//! `reglament prove`: term by term, whether every start is on time, and if not, the one that isn't.

use super::{Exit, Format, Session, duration, output, projects, reading};
use crate::diagnostics::Words;
use crate::model::{Model, RegulationId};
use crate::time::{Calendar, Day, Duration, Readings};
use crate::verify::{self, Options, Proof, ProofReport, UnderCalendars, Verdict};
use chrono::{Datelike, NaiveDate};
use clap::{Args, ValueEnum};
use serde::Serialize;
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
    #[arg(long, value_enum, default_value_t, conflicts_with_all = ["certificate", "calendar_map", "all_readings"])]
    calendars: Calendars,
    #[arg(long, value_name = "DATE")]
    in_force_on: Option<String>,
    #[arg(long)]
    from: Option<String>,
    #[arg(long)]
    to: Option<String>,
}

/// Under which calendars.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
enum Calendars {
    /// The one that is expected.
    #[default]
    Expected,
    /// Every one that may still come.
    All,
}

pub fn run(args: &ProveArgs, session: &mut Session) -> Exit {
    let Some(options) = options(args, session) else { return Exit::Usage };
    if args.certificate.is_some() && (args.term.is_some() || !args.limit.is_empty() || args.known_on.is_some()) {
        session.complain("prove-certificate-of-what-if", &[]);
        return Exit::Usage;
    }
    let Some(known_on) = projects::date(args.known_on.as_deref(), session) else { return Exit::Usage };
    let Some(in_force_on) = projects::date(args.in_force_on.as_deref(), session) else { return Exit::Usage };
    let name = in_force_on.map_or(args.id.clone(), |day| format!("{}@{day}", args.id));
    let (project, found) = match projects::regulation(&name, args.project.as_deref(), session) {
        Ok(found) => found,
        Err(exit) => return exit,
    };
    let versions = match name.contains('@') {
        true => vec![found],
        false => project.model.versions(&project.model[found].id),
    };
    if versions.len() > 1 && (args.certificate.is_some() || args.calendar_map.is_some()) {
        projects::which_version(&project.model, found, session);
        return Exit::Usage;
    }
    if let Err(exit) = names_known(args, &options, &project.model, &versions, session) {
        return exit;
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
    let asked = Asked { args, options, known_on, model: &project.model, calendar: &calendar };
    asked.prove(&versions, session)
}

/// A step or a channel asked for that no version has.
fn names_known(
    args: &ProveArgs,
    options: &Options,
    model: &Model,
    versions: &[RegulationId],
    session: &mut Session,
) -> Result<(), Exit> {
    let procedures = || versions.iter().flat_map(|id| &model[*id].procedures);
    let has_step = |step: &str| procedures().flat_map(|it| &it.nodes).any(|node| node.id == step);
    if let Some(step) = options.limits.keys().find(|step| !has_step(step)) {
        session.complain("prove-unknown-step", &[("step", step.as_str().into())]);
        return Err(Exit::Usage);
    }
    let has_channel = |name: &str| procedures().any(|it| model[it.channel].id == name);
    if let Some(strange) = args.channel.iter().find(|name| !has_channel(name)) {
        let mut offered: Vec<String> = procedures().map(|it| model[it.channel].id.clone()).collect();
        offered.dedup();
        session.complain("prove-unknown-channel", &[("channel", strange.as_str().into()), ("known", offered.into())]);
        return Err(Exit::Usage);
    }
    Ok(())
}

/// What is asked of each version.
struct Asked<'a> {
    args: &'a ProveArgs,
    options: Options,
    known_on: Option<NaiveDate>,
    model: &'a Model,
    calendar: &'a Calendar,
}

impl Asked<'_> {
    fn prove(&self, versions: &[RegulationId], session: &mut Session) -> Exit {
        let prover = verify::Prover::new(self.model, self.calendar);
        let mut reports = Vec::new();
        let mut worst = Verdict::OnTime;
        for (ix, id) in versions.iter().enumerate() {
            let proof = prover.prove(*id, &self.options);
            let mut report = verify::report(self.model, &proof);
            if self.args.all_readings {
                prover.under_all_readings(*id, &self.options, &mut report);
            }
            let Some(under) = self.under_calendars(*id, &mut report, session) else { return Exit::Usage };
            if !self.files(&prover, &proof, session) {
                return Exit::Usage;
            }
            if self.args.format == Format::Human {
                session.out += if ix > 0 { "\n" } else { "" };
                session.out += &verify::tell(self.model, &proof, &report, &session.words());
                session.out += &under.as_ref().map_or(String::new(), |it| it.tell(self.model, &session.words()));
            }
            worst = worst.max(under.map_or(proof.verdict(), |it| it.worst.verdict()));
            reports.push(report);
        }
        if self.args.format == Format::Json {
            session.json(&Versions::of(reports));
        }
        if worst == Verdict::Late { Exit::Wrong } else { Exit::Clean }
    }

    /// Under every calendar that may come, if that is asked; `None`: there are too many, and that has been said.
    fn under_calendars(
        &self,
        id: RegulationId,
        report: &mut ProofReport,
        session: &mut Session,
    ) -> Option<Option<UnderCalendars>> {
        if self.args.calendars == Calendars::Expected {
            return Some(None);
        }
        match verify::under_calendars(self.model, self.calendar, id, &self.options) {
            Ok(under) => {
                under.add_to(self.model, report);
                Some(Some(under))
            }
            Err(count) => {
                session.complain("prove-too-many-calendars", &[("count", count.to_string().into())]);
                None
            }
        }
    }

    /// The files asked for; `false`: one could not be written, and that has been said.
    fn files(&self, prover: &verify::Prover<'_>, proof: &Proof, session: &mut Session) -> bool {
        if let Some(path) = &self.args.certificate {
            let certificate = prover.certificate(proof.regulation, &self.options);
            let text = serde_json::to_string(&certificate).unwrap_or_default() + "\n";
            if !output::write(path, &text, session) {
                return false;
            }
        }
        let Some(path) = &self.args.calendar_map else { return true };
        let mut map = prover.slack_map(proof.regulation, &self.options);
        let asked = |channel: &str| self.args.channel.is_empty() || self.args.channel.iter().any(|it| it == channel);
        map.channels.retain(|of| asked(&self.model[of.channel].id));
        let remarks = what_if(&self.options, self.known_on, &session.words());
        let text = verify::draw(self.model, self.calendar, proof, &map, &remarks, &session.words());
        output::write(path, &text, session)
    }
}

/// The last version, and where there are several, each of them, the earliest first.
#[derive(Serialize)]
struct Versions {
    #[serde(flatten)]
    last: Option<ProofReport>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versions: Vec<ProofReport>,
}

impl Versions {
    fn of(reports: Vec<ProofReport>) -> Versions {
        let last = reports.last().cloned();
        Versions { last, versions: if reports.len() > 1 { reports } else { Vec::new() } }
    }
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

/// `None`: something was called wrongly, and has been said.
fn options(args: &ProveArgs, session: &mut Session) -> Option<Options> {
    let mut options = Options { repairs: true, ..Options::default() };
    options.from = projects::date(args.from.as_deref(), session)?.unwrap_or(options.from);
    options.to = projects::date(args.to.as_deref(), session)?.unwrap_or(options.to.max(options.from));
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
