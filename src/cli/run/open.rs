//! A case opened by a call: the regulation, the channel, the facts; and what happened since, from a file.

use super::super::{Exit, Format, Session, projects};
use super::reasons;
use crate::compile::compile;
use crate::engine::{Case, Event, Filing, Missing, Refusal, Rules};
use crate::model::RegulationId;
use crate::source::{self, ReadProblem};
use crate::time::{Day, Instant};
use crate::vocabulary::Keyword;
use clap::Args;
use serde::Serialize;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Which case.
#[derive(Args)]
pub(in super::super) struct CaseArgs {
    id: String,
    #[arg(long)]
    channel: Option<String>,
    #[arg(long)]
    set: Vec<String>,
    #[arg(long)]
    project: Option<PathBuf>,
}

pub(in super::super) struct Opened {
    pub case: Case,
    pub id: String,
}

/// Compiles the project and opens the case on it.
///
/// Without an instant, some instant at which the version asked for takes filings.
pub(in super::super) fn open(args: &CaseArgs, filed: Option<Instant>, session: &mut Session) -> Result<Opened, Exit> {
    let (project, found) = projects::regulation(&args.id, args.project.as_deref(), session)?;
    let filed = filed.unwrap_or_else(|| some_time(&project, found));
    let id = project.model[found].id.clone();
    let channels = project.model.versions(&id).into_iter().flat_map(|version| &project.model[version].procedures);
    let mut channels: Vec<String> = channels.map(|procedure| project.model[procedure.channel].id.clone()).collect();
    channels.dedup();
    let channel = channel(args, &channels, session)?;
    let mut filing = Filing::new(&id, &channel, filed);
    for pair in &args.set {
        let Some((fact, value)) = pair.split_once('=') else {
            session.complain("prove-no-pair", &[("given", pair.as_str().into())]);
            return Err(Exit::Usage);
        };
        filing = filing.with(fact.trim(), &plain(value.trim()));
    }
    let rules = Rules::of(compile(&[(&project.model, &project.calendar)]));
    let case = rules.open(filing).map_err(|refusal| refused(&refusal, &project, session))?;
    Ok(Opened { case, id })
}

fn some_time(project: &crate::pipeline::Checked, regulation: RegulationId) -> Instant {
    let force = project.model[regulation].judged.unwrap_or_default();
    let day = force.from.or(force.until).map_or(project.calendar.first_day(), Day::from_date);
    day.at(0)
}

/// `yes` and `no` are words of the language, and may be said in any vocabulary.
fn plain(value: &str) -> String {
    match Keyword::from_form(value) {
        Some(Keyword::Yes) => "yes".to_owned(),
        Some(Keyword::No) => "no".to_owned(),
        _ => value.to_owned(),
    }
}

/// The one asked for, or the only one there is.
fn channel(args: &CaseArgs, known: &[String], session: &mut Session) -> Result<String, Exit> {
    match (&args.channel, known) {
        (Some(asked), _) if known.contains(asked) => Ok(asked.clone()),
        (Some(asked), _) => {
            let values = [("channel", asked.as_str().into()), ("known", known.to_vec().into())];
            session.complain("prove-unknown-channel", &values);
            Err(Exit::Usage)
        }
        (None, [only]) => Ok(only.clone()),
        (None, _) => {
            session.complain("run-which-channel", &[("known", known.to_vec().into())]);
            Err(Exit::Usage)
        }
    }
}

fn refused(refusal: &Refusal, project: &crate::pipeline::Checked, session: &mut Session) -> Exit {
    match refusal {
        Refusal::NoVersion { regulation, day } => {
            projects::not_in_force(&project.model, regulation, day.date(), session);
            Exit::Usage
        }
        Refusal::BeyondCalendar { year } => {
            let (first, last) = project.calendar.years();
            let values = [
                ("calendar", project.calendar.id().into()),
                ("year", year.to_string().into()),
                ("first", first.to_string().into()),
                ("last", last.to_string().into()),
            ];
            session.complain("calendar-no-year", &values);
            Exit::Wrong
        }
        other => {
            let why = reasons::refusal(other, &session.words());
            session.err += &format!("reglament: {why}\n");
            Exit::Usage
        }
    }
}

/// What happened, from a file: a list of events as JSON.
pub(super) fn events(path: &Path, session: &mut Session) -> Result<Vec<Event>, Exit> {
    let shown = || path.display().to_string();
    let text = source::read(path).map_err(|problem| {
        match problem {
            ReadProblem::NotFound => session.complain("path-not-found", &[("path", shown().into())]),
            ReadProblem::Unreadable(why) => {
                session.complain("path-unreadable", &[("path", shown().into()), ("why", why.into())]);
            }
            _ => session.complain("path-unreadable", &[("path", shown().into()), ("why", "none".into())]),
        }
        Exit::Usage
    })?;
    serde_json::from_str(&text).map_err(|error| {
        let values = [("path", shown().into()), ("why", error.to_string().into())];
        session.complain("run-bad-events", &values);
        Exit::Wrong
    })
}

/// What a program gets where facts are missing.
#[derive(Serialize)]
struct Lacking<'a> {
    id: &'a str,
    missing: &'a [Missing],
}

/// Says which facts are missing, with their values.
pub(in super::super) fn missing(facts: &[Missing], id: &str, format: Format, session: &mut Session) -> Exit {
    session.complain("run-missing", &[]);
    for it in facts {
        let each: Vec<String> = it.values.iter().map(|value| format!("--set {}={value}", it.fact)).collect();
        session.err += &format!("  {}\n", each.join("   "));
    }
    if format == Format::Json {
        session.json(&Lacking { id, missing: facts });
    }
    Exit::Wrong
}

/// Asks for a fact until the answer is one of its values; `None`: nobody answers any more.
pub(super) fn ask(fact: &Missing, session: &Session) -> Option<String> {
    let words = session.words();
    let values = ("values", fact.values.join(" / ").into());
    loop {
        let question = words.say("run-ask", &[("fact", fact.fact.as_str().into()), values.clone()]);
        let mut err = std::io::stderr();
        let _ = write!(err, "{question} ");
        let _ = err.flush();
        let mut line = String::new();
        if !matches!(std::io::stdin().read_line(&mut line), Ok(count) if count > 0) {
            return None;
        }
        let answer = plain(line.trim());
        if fact.values.contains(&answer) {
            return Some(answer);
        }
    }
}
