//! The calendar of a project: the one it names, with its own rows laid over it.

use super::load::shown;
use crate::diagnostics::{Arg, Code, Finding};
use crate::source::{self, FileId, ReadProblem, Setting, Settings, Sources, Span};
use crate::time::{Calendar, CalendarError, CalendarProblem};
use crate::vocabulary::Language;
use std::path::Path;

/// What `reglament.toml` says of the calendar; where something is wrong, the calendar without it.
pub(super) fn of_project(
    root: &Path,
    settings: &Settings,
    settings_file: Option<FileId>,
    sources: &mut Sources,
) -> (Calendar, Vec<Finding>) {
    let mut findings = Vec::new();
    let place = |setting: &Setting| {
        // Settings are only there if their file is.
        settings_file.map(|file| Span::new(file, setting.at.start, setting.at.end))
    };
    let mut calendar = Calendar::kazakhstan();
    if let Some(setting) = &settings.calendar {
        match (Calendar::named(&setting.value), place(setting)) {
            (Some(named), _) => calendar = named,
            (None, Some(at)) => findings.push(
                Finding::new(Code::UnknownCalendar, at)
                    .arg("value", setting.value.as_str())
                    .arg("known", Calendar::NAMED.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>()),
            ),
            (None, None) => {}
        }
    }
    for rows in &settings.calendar_rows {
        let path = root.join(rows.value.replace('\\', "/"));
        match source::read(&path) {
            Ok(text) => match calendar.with_rows(&text) {
                Ok(laid) => calendar = laid,
                Err(errors) => {
                    let file = sources.add(shown(&path), text);
                    findings.extend(errors.into_iter().map(|error| wrong_rows(file, error)));
                }
            },
            Err(problem) => findings.extend(place(rows).map(|at| unreadable(at, &rows.value, problem))),
        }
    }
    (calendar, findings)
}

/// The languages that every label must be written in.
pub(super) fn languages(settings: &Settings, settings_file: Option<FileId>) -> (Vec<Language>, Vec<Finding>) {
    let mut languages = Vec::new();
    let mut findings = Vec::new();
    for setting in &settings.languages {
        match Language::ALL.into_iter().find(|language| language.tag() == setting.value) {
            Some(language) => languages.push(language),
            None => findings.extend(settings_file.map(|file| {
                let at = Span::new(file, setting.at.start, setting.at.end);
                Finding::new(Code::UnknownLanguage, at).arg("value", setting.value.as_str())
            })),
        }
    }
    (languages, findings)
}

fn unreadable(at: Span, path: &str, problem: ReadProblem) -> Finding {
    let why = match problem {
        ReadProblem::NotFound => "not-found".to_owned(),
        ReadProblem::Unreadable(words) => words,
        _ => "not-a-file".to_owned(),
    };
    Finding::new(Code::FileUnreadable, at).arg("path", path).arg("why", why)
}

fn wrong_rows(file: FileId, error: CalendarError) -> Finding {
    let at = Span::new(file, error.at.start, error.at.end);
    let (kind, values): (&str, Vec<(&'static str, Arg)>) = match error.problem {
        CalendarProblem::Syntax(words) => ("syntax", vec![("why", words.into())]),
        CalendarProblem::Incomplete => ("incomplete", vec![]),
        CalendarProblem::NoSuchDate => ("no-such-date", vec![]),
        CalendarProblem::NotInYear { day, year } => {
            ("not-in-year", vec![("day", day.into()), ("year", year_text(year))])
        }
        CalendarProblem::DayTwice(day) => ("day-twice", vec![("day", day.into())]),
        CalendarProblem::YearTwice(year) => ("year-twice", vec![("year", year_text(year))]),
        CalendarProblem::Gap { missing } => ("gap", vec![("year", year_text(missing))]),
        CalendarProblem::YearTooFar(year) => ("year-too-far", vec![("year", year_text(year))]),
        CalendarProblem::WorkedMissing(day) => ("worked-missing", vec![("day", day.into())]),
        CalendarProblem::HolidayMissing(day) => ("holiday-missing", vec![("day", day.into())]),
        CalendarProblem::NameMissing(day) => ("name-missing", vec![("day", day.into())]),
        CalendarProblem::NotOneOfSeveral => ("not-one-of-several", vec![]),
    };
    let mut finding = Finding::new(Code::BadCalendarRows, at).arg("kind", kind);
    for absent in ["why", "day", "year"].into_iter().filter(|name| values.iter().all(|(known, _)| known != name)) {
        finding = finding.arg(absent, "");
    }
    finding.args.extend(values);
    finding
}

/// A year as a text, so that no language puts a separator into it.
fn year_text(year: i32) -> Arg {
    Arg::Text(year.to_string())
}
