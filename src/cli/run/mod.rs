//! `reglament run`: one case laid out in time, who must do what by when, and why.

mod calendar;
mod open;
mod reasons;
mod report;
mod table;

pub(super) use open::{CaseArgs, Opened, missing, open};
pub(super) use report::DocumentReport;

use super::{Exit, Format, Session, output};
use crate::diagnostics::Words;
use crate::engine::{Case, Event};
use crate::time::Instant;
use clap::{Args, ValueEnum};
use report::CaseReport;
use std::path::PathBuf;

#[derive(Args)]
pub struct RunArgs {
    #[command(flatten)]
    case: CaseArgs,
    #[arg(long, required = true)]
    filed: String,
    #[arg(long)]
    until: Option<String>,
    #[arg(long)]
    events: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t, conflicts_with = "format")]
    to: To,
    #[arg(long, short)]
    output: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What the case is written as.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
enum To {
    #[default]
    Table,
    Ics,
}

pub fn run(args: &RunArgs, session: &mut Session) -> Exit {
    match laid_out(args, session) {
        Ok(text) => match &args.output {
            Some(path) if !output::write(path, &text, session) => Exit::Usage,
            Some(_) => Exit::Clean,
            None => {
                session.out += &text;
                Exit::Clean
            }
        },
        Err(exit) => exit,
    }
}

fn laid_out(args: &RunArgs, session: &mut Session) -> Result<String, Exit> {
    let filed = instant(&args.filed, session)?;
    let until = args.until.as_deref().map(|text| instant(text, session)).transpose()?;
    let events = args.events.as_ref().map(|path| open::events(path, session)).transpose()?;
    let Opened { mut case, id } = open(&args.case, Some(filed), session)?;
    let told = events.is_some();
    for (place, event) in events.into_iter().flatten().enumerate() {
        if until.is_none_or(|until| event.at() <= until) {
            apply(&mut case, place, event, session)?;
        }
    }
    // Where nobody tells what happened, nothing is overdue: everything is still to come.
    let now = if told { until.or(case.events().last().map(Event::at)) } else { None };
    let ahead = ahead(&mut case, now, (&id, args.format), session)?;
    let words = match args.format {
        Format::Human => session.words(),
        Format::Json => Words::new(session.machine_language()),
    };
    let report = CaseReport::new(&id, (&case, &ahead), now, until, &words);
    Ok(match (args.format, args.to) {
        (Format::Json, _) => serde_json::to_string_pretty(&report).unwrap_or_default() + "\n",
        (Format::Human, To::Table) => table::table(&report, &words),
        (Format::Human, To::Ics) => calendar::ics(&report, &words),
    })
}

fn instant(text: &str, session: &mut Session) -> Result<Instant, Exit> {
    Instant::parse(text).ok_or_else(|| {
        session.complain("calendar-bad-instant", &[("value", text.into())]);
        Exit::Usage
    })
}

fn apply(case: &mut Case, place: usize, event: Event, session: &mut Session) -> Result<(), Exit> {
    let at = event.at();
    case.apply(event).map_err(|refusal| {
        let why = reasons::refusal(&refusal, &session.words());
        session
            .complain("run-event-refused", &[("number", (place + 1).into()), ("at", at.into()), ("why", why.into())]);
        Exit::Wrong
    })
}

/// The case as it goes on if everybody takes the whole of their limit. Facts that it hangs on are asked for where
/// somebody is there to answer.
fn ahead(
    case: &mut Case,
    now: Option<Instant>,
    (id, format): (&str, Format),
    session: &mut Session,
) -> Result<Case, Exit> {
    loop {
        let open = case.missing();
        if open.is_empty() {
            let now = now.unwrap_or(case.filing().filed);
            return case.followed_from(now).map_err(|facts| missing(&facts, id, format, session));
        }
        if !session.interactive || format == Format::Json {
            return Err(missing(&open, id, format, session));
        }
        let Some(value) = open::ask(&open[0], session) else { return Err(missing(&open, id, format, session)) };
        let at = case.events().last().map_or(case.filing().filed, Event::at);
        let place = case.events().len();
        apply(case, place, Event::learned(&open[0].fact, &value, at), session)?;
    }
}
