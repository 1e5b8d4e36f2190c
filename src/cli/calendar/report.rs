//! The answers, as programs get them and as people read them.

use super::context::Context;
use crate::diagnostics::{Arg, Words};
use crate::time::{Calendar, Day, DayKind, DayStatus, Duration, Instant, LimitFn, OutOfCalendar};
use serde::Serialize;

/// A day, with everything that is known of it.
#[derive(Serialize)]
pub(super) struct DayReport {
    date: Day,
    working: bool,
    name: String,
    kind: DayKind,
    source: String,
    known_since: Option<String>,
    projected: bool,
    /// The day whose hours it takes, the holiday it stands for, or the day worked instead.
    because_of: Option<Day>,
    why: String,
    /// The stretches of work, where a schedule was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<Vec<String>>,
    /// Not an ordinary day of its week.
    #[serde(skip)]
    pub special: bool,
    #[serde(skip)]
    schedule: Option<String>,
}

/// What is left when a year's days are counted.
pub(super) struct Sum {
    year: i32,
    working: usize,
    projected: bool,
}

/// The end of a duration, with the days passed over.
#[derive(Serialize)]
pub(super) struct Added {
    due: Instant,
    projected: bool,
    skipped: Vec<Skipped>,
    from: Instant,
    duration: Duration,
    calendar: String,
    /// What the duration may mean, where it does not say which kind of day; `due` is that of the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ways: Vec<Way>,
}

#[derive(Serialize)]
struct Way {
    duration: Duration,
    due: Instant,
}

#[derive(Serialize)]
struct Skipped {
    date: Day,
    why: String,
}

impl DayReport {
    pub fn new(context: &Context, day: Day, status: &DayStatus, words: &Words) -> DayReport {
        let said = |text: &crate::time::Words| text.get(words.language().tag()).to_owned();
        DayReport {
            date: day,
            working: status.working,
            name: status.name.as_deref().map_or_else(|| words.say(name_id(status), &[]), said),
            kind: status.kind,
            source: said(&status.source),
            known_since: status.known_since.map(|date| date.to_string()),
            projected: status.projected,
            because_of: status.replaces.or(status.because_of),
            why: why(status, words),
            hours: context.schedule.as_ref().map(|_| context.hours(day)),
            special: !matches!(status.kind, DayKind::Working | DayKind::Weekend),
            schedule: context.schedule.clone(),
        }
    }

    /// One line of a year.
    pub fn to_line(&self, words: &Words) -> String {
        let what = words.say(if self.working { "calendar-worked" } else { "calendar-off" }, &[]);
        format!("{}  {what}  {}", self.date, self.why)
    }

    /// The day alone.
    pub fn to_text(&self, words: &Words) -> String {
        let what = words.say(if self.working { "calendar-worked" } else { "calendar-off" }, &[]);
        let mut text = format!("{}: {what}\n  {}\n", words.day(self.date), self.why);
        let mut line = |said: String| text += &format!("  {said}\n");
        if let Some(since) = self.known_since.as_deref().and_then(Day::parse) {
            line(words.say("calendar-known-since", &[("day", since.into())]));
        }
        if let (Some(hours), Some(schedule)) = (&self.hours, &self.schedule) {
            let values = [("schedule", Arg::from(schedule.as_str())), ("hours", hours.join(", ").into())];
            line(words.say(if hours.is_empty() { "calendar-closed" } else { "calendar-open" }, &values));
        }
        if self.projected {
            line(projected(&self.date.to_string()[..4], words));
        }
        text
    }
}

impl Sum {
    pub fn of(year: i32, days: &[DayReport]) -> Sum {
        let working = days.iter().filter(|day| day.working).count();
        Sum { year, working, projected: days.iter().any(|day| day.projected) }
    }

    pub fn to_text(&self, words: &Words) -> String {
        let year = self.year.to_string();
        let sum = words.say("calendar-sum", &[("year", Arg::from(year.as_str())), ("working", self.working.into())]);
        if self.projected { format!("{sum}\n{}", projected(&year, words)) } else { sum }
    }
}

impl Added {
    pub fn new(
        context: &Context,
        duration: Duration,
        ways: &[(Duration, LimitFn)],
        from: Instant,
        words: &Words,
    ) -> Result<Added, OutOfCalendar> {
        let each: Result<Vec<Way>, OutOfCalendar> =
            ways.iter().map(|(duration, limit)| Ok(Way { duration: *duration, due: limit.at(from)? })).collect();
        let ways_due = each?;
        // There is always a way to take a duration.
        let (due, skipped) = match ways.first() {
            Some((_, limit)) => (limit.at(from)?, limit.skipped(from)?),
            None => (from, Vec::new()),
        };
        let calendar = &context.calendar;
        let skipped: Result<Vec<Skipped>, OutOfCalendar> = skipped
            .into_iter()
            .map(|date| Ok(Skipped { date, why: why_skipped(context, calendar, date, words)? }))
            .collect();
        Ok(Added {
            due,
            projected: calendar.projected(due.day()) || calendar.projected(from.day()),
            skipped: skipped?,
            from,
            duration,
            calendar: calendar.id().to_owned(),
            ways: if ways_due.len() > 1 { ways_due } else { Vec::new() },
        })
    }

    pub fn to_text(&self, words: &Words) -> String {
        let said = |duration: Duration, due: Instant| {
            let values =
                [("duration", Arg::Duration(duration)), ("from", Arg::Instant(self.from)), ("due", Arg::Instant(due))];
            words.say("calendar-due", &values) + "\n"
        };
        let mut text = match self.ways.as_slice() {
            [] => said(self.duration, self.due),
            ways => {
                let each: String = ways.iter().map(|way| said(way.duration, way.due)).collect();
                words.say("calendar-ways", &[]) + "\n" + &each
            }
        };
        if !self.skipped.is_empty() {
            text += &format!("{}\n", words.say("calendar-skipped", &[]));
        }
        for skipped in &self.skipped {
            text += &format!("  {}  {}\n", skipped.date, skipped.why);
        }
        if self.projected {
            text += &format!("{}\n", projected(&self.due.to_string()[..4], words));
        }
        text
    }
}

/// Why a day is worked or off, by the calendar alone.
fn why(status: &DayStatus, words: &Words) -> String {
    let said = |text: &crate::time::Words| text.get(words.language().tag()).to_owned();
    let id = match (status.kind, status.working) {
        (DayKind::Working, _) if status.known_since.is_none() => "calendar-why-working",
        (DayKind::Working, _) => "calendar-why-made-working",
        (DayKind::Weekend, _) => "calendar-why-weekend",
        (DayKind::Holiday, _) => "calendar-why-holiday",
        (DayKind::Substituted, _) => "calendar-why-substituted",
        (DayKind::Moved, true) => "calendar-why-moved-worked",
        (DayKind::Moved, false) => "calendar-why-moved-off",
    };
    let day = status.replaces.or(status.because_of).map_or(Arg::from(""), Arg::Day);
    let values = [
        ("name", Arg::from(status.name.as_deref().map(said).unwrap_or_default())),
        ("source", Arg::from(said(&status.source))),
        ("day", day),
    ];
    words.say(id, &values)
}

/// What a day without a name of its own is called.
fn name_id(status: &DayStatus) -> &'static str {
    match (status.kind, status.working) {
        (DayKind::Moved, false) => "calendar-name-moved-off",
        (DayKind::Moved, true) => "calendar-name-moved-worked",
        _ => "calendar-name-working",
    }
}

/// A working day can be passed over as well, when the schedule is closed.
fn why_skipped(context: &Context, calendar: &Calendar, day: Day, words: &Words) -> Result<String, OutOfCalendar> {
    let status = calendar.status(day)?;
    Ok(match (&context.schedule, status.working) {
        (Some(schedule), true) => words.say("calendar-closed", &[("schedule", schedule.as_str().into())]),
        _ => why(status, words),
    })
}

fn projected(year: &str, words: &Words) -> String {
    words.say("calendar-projected", &[("year", year.into())])
}
