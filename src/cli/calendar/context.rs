//! What a question about the calendar is asked of: the calendar, the schedule, the readings.
//!
//! Inside a project (or with `--project`) these are the project's own; elsewhere those that come with the tool.

use super::report::DayReport;
use super::{CalendarArgs, usage};
use crate::cli::{Exit, Format, Session, projects, reading};
use crate::diagnostics::{Code, Words, human::Report};
use crate::model::Model;
use crate::pipeline::{self, Checked};
use crate::source;
use crate::time::{Calendar, Day, OutOfCalendar, Readings, Timetable, WeeklyHours};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(super) struct Context {
    pub calendar: Calendar,
    pub readings: Readings,
    /// The schedule's name, where one was asked for.
    pub schedule: Option<String>,
    hours: WeeklyHours,
    own: Arc<Timetable>,
}

impl Context {
    /// `Err` after having said what is wrong.
    pub fn new(args: &CalendarArgs, session: &mut Session) -> Result<Context, Exit> {
        let project = project(args.project.as_deref(), session)?;
        let mut calendar = calendar(args.calendar.as_deref(), project.as_ref(), session)?;
        if let Some(text) = &args.known_on {
            let day = Day::parse(text);
            let day = day.ok_or_else(|| usage(session, "calendar-bad-day", &[("value", (&**text).into())]))?;
            calendar = calendar.as_known_on(day.date());
        }
        let readings = readings(&args.reading, session)?;
        let hours = match &args.schedule {
            None => WeeklyHours::national(),
            Some(name) => schedule(name, project.as_ref().map(|project| &project.model), session)?,
        };
        let own = Arc::new(Timetable::new(&hours, &calendar, &readings));
        Ok(Context { calendar, readings, schedule: args.schedule.clone(), hours, own })
    }

    pub fn words(&self, format: Format, session: &Session) -> Words {
        Words::new(match format {
            Format::Human => session.language,
            Format::Json => session.machine_language(),
        })
    }

    /// The timetable that a step is counted by, or a term.
    pub fn table(&self, step: bool) -> Arc<Timetable> {
        match step {
            true => self.own.clone(),
            false => Arc::new(Timetable::for_term(&self.hours, &self.calendar, &self.readings)),
        }
    }

    /// The stretches of work of that day, by the schedule.
    pub fn hours(&self, day: Day) -> Vec<String> {
        let minute = |at: crate::time::Instant| at.to_string().split_off("2000-01-01T".len());
        self.own.hours(day).into_iter().map(|(from, until)| format!("{}-{}", minute(from), minute(until))).collect()
    }

    pub fn day(&self, day: Day, words: &Words) -> Result<DayReport, OutOfCalendar> {
        Ok(DayReport::new(self, day, self.calendar.status(day)?, words))
    }

    /// Every day of a year.
    pub fn days_of(&self, year: i32, words: &Words) -> Result<Vec<DayReport>, OutOfCalendar> {
        let (first, last) = self.calendar.years();
        if !(first..=last).contains(&year) {
            return Err(OutOfCalendar { year: year.into() });
        }
        let of_year = |day: &Day| day.to_string().starts_with(&format!("{year}-"));
        let days = self.calendar.days().filter(|(day, _)| of_year(day));
        Ok(days.map(|(day, status)| DayReport::new(self, day, status, words)).collect())
    }
}

/// The project asked for, or the nearest one upwards, or none. What is wrong with its calendar is said.
fn project(asked: Option<&Path>, session: &mut Session) -> Result<Option<Checked>, Exit> {
    let path: Option<PathBuf> = match asked {
        Some(path) => Some(path.to_path_buf()),
        None => source::find_project(Path::new(".")),
    };
    let Some(path) = path else { return Ok(None) };
    let loaded = projects::load(&[path], session).ok_or(Exit::Usage)?;
    let Some(project) = loaded.into_iter().next().map(pipeline::understand) else { return Ok(None) };
    let about_days = [Code::BadCalendarRows, Code::UnknownCalendar, Code::BadProjectFile];
    let report = Report::new(&project.sources, session.words(), false);
    let wrong: Vec<String> = project
        .findings
        .iter()
        .filter(|finding| about_days.contains(&finding.code))
        .map(|finding| report.finding(finding))
        .collect();
    if wrong.is_empty() {
        return Ok(Some(project));
    }
    session.err += &wrong.concat();
    Err(Exit::Wrong)
}

fn calendar(asked: Option<&str>, project: Option<&Checked>, session: &mut Session) -> Result<Calendar, Exit> {
    let of_project = project.map(|project| &project.calendar);
    let Some(id) = asked else { return Ok(of_project.cloned().unwrap_or_else(Calendar::kazakhstan)) };
    let found = of_project.filter(|calendar| calendar.id() == id).cloned().or_else(|| Calendar::named(id));
    found.ok_or_else(|| {
        let known: Vec<String> = Calendar::NAMED.iter().map(|name| (*name).to_owned()).collect();
        usage(session, "calendar-unknown", &[("value", id.into()), ("known", known.into())])
    })
}

/// A schedule of the project by its name, or by that of an organisation that keeps it; else one that comes with the
/// tool.
fn schedule(name: &str, model: Option<&Model>, session: &mut Session) -> Result<WeeklyHours, Exit> {
    let named = |id: &str| id == name || id.rsplit('.').next() == Some(name);
    let of_project = model.and_then(|model| {
        let own = model.schedules.iter().find(|schedule| named(&schedule.id));
        let kept = || model.organisations.iter().find(|organisation| named(&organisation.id))?.schedule;
        own.or_else(|| kept().map(|id| &model[id])).map(|schedule| schedule.hours())
    });
    of_project.or_else(|| WeeklyHours::named(name)).ok_or_else(|| {
        let of_project = model.into_iter().flat_map(|model| model.schedules.iter().map(|schedule| schedule.id.clone()));
        let known: Vec<String> = of_project.chain(WeeklyHours::NAMED.iter().map(|name| (*name).to_owned())).collect();
        usage(session, "calendar-unknown-schedule", &[("value", name.into()), ("known", known.into())])
    })
}

fn readings(chosen: &[String], session: &mut Session) -> Result<Readings, Exit> {
    let mut readings = Readings::default();
    for choice in chosen {
        let known = reading::parse(choice).is_some_and(|(name, value)| readings.set(&name, &value));
        if !known {
            let each = |doubt: &crate::time::Doubt| format!("{}={}", doubt.name, doubt.values.join("|"));
            let known: Vec<String> = Readings::DOUBTS.iter().map(each).collect();
            return Err(usage(
                session,
                "calendar-bad-reading",
                &[("value", (&**choice).into()), ("known", known.into())],
            ));
        }
    }
    Ok(readings)
}
