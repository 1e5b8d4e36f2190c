//! `reglament calendar`: the days of a year, the end of a term, and why a day is worked or off.

mod context;
mod report;

use super::{Exit, Format, Session, duration};
use crate::diagnostics::Args as Values;
use crate::time::{Day, Duration, Instant, LimitFn, OutOfCalendar};
use clap::{Args, ValueEnum};
use context::Context;
use report::{DayReport, Sum};
use std::path::PathBuf;

/// Days of a calendar, the end of a term with the days that were not counted, and why a day is worked or off
#[derive(Args)]
pub struct CalendarArgs {
    #[arg(value_enum)]
    ask: Ask,
    /// The year, the duration, or the day
    of: String,
    /// From when a duration runs
    #[arg(long)]
    from: Option<String>,
    #[arg(long)]
    calendar: Option<String>,
    #[arg(long)]
    schedule: Option<String>,
    /// Count as a step does
    #[arg(long)]
    step: bool,
    /// The calendar as it was known on that day
    #[arg(long)]
    known_on: Option<String>,
    /// NAME=VALUE
    #[arg(long)]
    reading: Vec<String>,
    #[arg(long)]
    project: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Ask {
    Days,
    Add,
    Why,
}

pub fn run(args: &CalendarArgs, session: &mut Session) -> Exit {
    let done = Context::new(args, session).and_then(|context| match args.ask {
        Ask::Days => days(args, &context, session),
        Ask::Add => add(args, &context, session),
        Ask::Why => why(args, &context, session),
    });
    done.err().unwrap_or(Exit::Clean)
}

fn days(args: &CalendarArgs, context: &Context, session: &mut Session) -> Result<(), Exit> {
    let words = context.words(args.format, session);
    let year = args.of.parse::<i32>().ok();
    let Some(year) = year else { return Err(usage(session, "calendar-bad-year", &[("value", (&*args.of).into())])) };
    let all: Vec<DayReport> = context.days_of(year, &words).map_err(|out| outside(context, out, session))?;
    match args.format {
        Format::Json => session.json(&all),
        Format::Human => {
            for day in all.iter().filter(|day| day.special) {
                session.line(&day.to_line(&words));
            }
            session.line(&Sum::of(year, &all).to_text(&words));
        }
    }
    Ok(())
}

fn add(args: &CalendarArgs, context: &Context, session: &mut Session) -> Result<(), Exit> {
    let words = context.words(args.format, session);
    let Some(duration) = duration::parse(&args.of) else {
        return Err(usage(session, "calendar-bad-duration", &[("value", (&*args.of).into())]));
    };
    let Some(from) = &args.from else { return Err(usage(session, "calendar-no-from", &[])) };
    let Some((day, from)) = Day::parse(from.get(..10).unwrap_or_default()).zip(Instant::parse(from)) else {
        return Err(usage(session, "calendar-bad-instant", &[("value", (&**from).into())]));
    };
    // Asked of the day, as an instant thousands of years from now would not know its own year.
    context.calendar.status(day).map_err(|out| outside(context, out, session))?;
    let (table, readings) = (context.table(args.step), &context.readings);
    let limit = |duration: Duration| match args.step {
        true => LimitFn::step(duration, &table, readings),
        false => LimitFn::term(duration, &table, readings),
    };
    let ways: Vec<(Duration, LimitFn)> = duration.ways(readings).into_iter().map(|way| (way, limit(way))).collect();
    let added = report::Added::new(context, duration, &ways, from, &words);
    let added = added.map_err(|out| outside(context, out, session))?;
    match args.format {
        Format::Json => session.json(&added),
        Format::Human => session.out += &added.to_text(&words),
    }
    Ok(())
}

fn why(args: &CalendarArgs, context: &Context, session: &mut Session) -> Result<(), Exit> {
    let words = context.words(args.format, session);
    let Some(day) = Day::parse(&args.of) else {
        return Err(usage(session, "calendar-bad-day", &[("value", (&*args.of).into())]));
    };
    let report = context.day(day, &words).map_err(|out| outside(context, out, session))?;
    match args.format {
        Format::Json => session.json(&report),
        Format::Human => session.out += &report.to_text(&words),
    }
    Ok(())
}

/// Called wrongly: said, with the exit code of it.
fn usage(session: &mut Session, id: &str, values: Values) -> Exit {
    session.complain(id, values);
    Exit::Usage
}

/// A year without data is a fault of what was asked, not of the call.
fn outside(context: &Context, out: OutOfCalendar, session: &mut Session) -> Exit {
    let (first, last) = context.calendar.years();
    let values = [
        ("calendar", context.calendar.id().into()),
        ("year", out.year.to_string().into()),
        ("first", first.to_string().into()),
        ("last", last.to_string().into()),
    ];
    session.complain("calendar-no-year", &values);
    Exit::Wrong
}
