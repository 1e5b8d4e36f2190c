//! Which project a command is about, and one regulation in it.
//!
//! A project is named by a path, or is the nearest one upwards from the working folder; where there is none, the only
//! one directly below. So a command works in the project, under it, and in the folder that holds it.

use super::Session;
use crate::diagnostics::{Arg, Severity, Words, human::Report};
use crate::model::{Model, Regulation, RegulationId};
use crate::pipeline::{self, Checked, Loaded};
use crate::source::{self, PROJECT_FILE, ReadProblem, Unsaved};
use crate::time::Day;
use crate::vocabulary::nearest;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// Loads the projects of some paths; of none, the project that the working folder belongs to. What is wrong with the
/// call is said, and gives `None`.
pub fn load(paths: &[PathBuf], session: &mut Session) -> Option<Vec<Loaded>> {
    let paths = if paths.is_empty() { vec![default_project(session)?] } else { paths.to_vec() };
    match pipeline::load(&paths, &Unsaved::new()) {
        Ok(loaded) => Some(loaded),
        Err(problem) => {
            let path = problem.path.display().to_string();
            match problem.problem {
                ReadProblem::NotFound => session.complain("path-not-found", &[("path", path.into())]),
                ReadProblem::Unreadable(words) => {
                    session.complain("path-unreadable", &[("path", path.into()), ("why", words.into())]);
                }
                _ => session.complain("path-unreadable", &[("path", path.into()), ("why", "none".into())]),
            }
            None
        }
    }
}

/// The regulation called `id` in the project of `path`, or of the working folder, with everything that it means. Of one
/// that has versions, `id@2018-07-01` is the one in force on that day, and the plain id the last one.
///
/// `Err` says how the command ends: the call was wrong, or the regulation cannot be understood, and both have been said.
pub fn regulation(
    id: &str,
    path: Option<&Path>,
    session: &mut Session,
) -> Result<(Checked, RegulationId), super::Exit> {
    regulation_by(id, path, pipeline::understand, session)
}

/// The same with everything that `read` makes of the project: its proofs as well, if somebody asks for them.
pub fn regulation_by(
    id: &str,
    path: Option<&Path>,
    read: fn(Loaded) -> Checked,
    session: &mut Session,
) -> Result<(Checked, RegulationId), super::Exit> {
    let paths: Vec<PathBuf> = path.map(Path::to_path_buf).into_iter().collect();
    let mut projects: Vec<Checked> = load(&paths, session).ok_or(super::Exit::Usage)?.into_iter().map(read).collect();
    let (name, day) = match versioned(id) {
        Some((name, day)) => (name, Some(day)),
        None => (id, None),
    };
    let at = projects.iter().position(|project| !project.model.versions(name).is_empty());
    let Some(at) = at else {
        unknown_regulation(name, &projects, session);
        return Err(super::Exit::Usage);
    };
    let found = match day {
        None => projects[at].model.versions(name).last().copied(),
        Some(day) => projects[at].model.version_in_force(name, day),
    };
    let Some(found) = found else {
        not_in_force(&projects[at].model, name, day.unwrap_or_default(), session);
        return Err(super::Exit::Usage);
    };
    let project = projects.swap_remove(at);
    if project.model[found].broken {
        say_errors(&project, session);
        return Err(super::Exit::Wrong);
    }
    Ok((project, found))
}

/// A date, if one was given; `None`: it is none, and that has been said.
pub(super) fn date(given: Option<&str>, session: &mut Session) -> Option<Option<NaiveDate>> {
    let Some(text) = given else { return Some(None) };
    let Some(day) = Day::parse(text) else {
        session.complain("calendar-bad-day", &[("value", text.into())]);
        return None;
    };
    Some(Some(day.date()))
}

/// `region.service@2018-07-01`
fn versioned(id: &str) -> Option<(&str, NaiveDate)> {
    let (name, day) = id.rsplit_once('@')?;
    Some((name, Day::parse(day)?.date()))
}

/// Says that nothing of that name is in force on the day, and what is when.
pub(super) fn not_in_force(model: &Model, name: &str, day: NaiveDate, session: &mut Session) {
    let day = Day::from_date(day);
    session.complain("not-in-force", &[("id", name.into()), ("day", day.into())]);
    for version in model.versions(name) {
        let line = in_force(&model[version], session.words());
        session.err += &format!("  {line}\n");
    }
}

/// Says that one version has to be named, and which there are.
pub(super) fn which_version(model: &Model, id: RegulationId, session: &mut Session) {
    let name = model[id].id.as_str();
    session.complain("which-version", &[("id", name.into())]);
    for version in model.versions(name) {
        session.err += &format!("  {}\n", in_force(&model[version], session.words()));
    }
}

/// "in force from 1 July 2018", as far as the dates are known.
pub(super) fn in_force(regulation: &Regulation, words: Words) -> String {
    let force = regulation.in_force();
    let day = |date: Option<NaiveDate>| date.map(Day::from_date).into();
    words.say("in-force", &[("from", day(force.from)), ("until", day(force.until))])
}

fn unknown_regulation(id: &str, projects: &[Checked], session: &mut Session) {
    let known: Vec<&str> = projects.iter().flat_map(|project| &project.model.regulations).map(name).collect();
    let suggestion = nearest(id, known.iter().copied()).unwrap_or("none").to_owned();
    let mut known: Vec<String> = known.into_iter().map(str::to_owned).collect();
    known.dedup();
    let count = known.len();
    session.complain(
        "unknown-regulation",
        &[("id", id.into()), ("suggestion", suggestion.into()), ("count", count.into()), ("known", known.into())],
    );
}

fn name(regulation: &Regulation) -> &str {
    &regulation.id
}

/// The errors of a project, since they are why the command goes no further.
pub(super) fn say_errors(project: &Checked, session: &mut Session) {
    let report = Report::new(&project.sources, session.words(), false);
    for finding in project.findings.iter().filter(|finding| finding.severity == Severity::Error) {
        session.err.push_str(&report.finding(finding));
    }
}

pub(super) fn default_project(session: &mut Session) -> Option<PathBuf> {
    let here = Path::new(".");
    if let Some(root) = source::find_project(here) {
        return Some(root);
    }
    let mut below: Vec<PathBuf> = std::fs::read_dir(here)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    below.retain(|folder| folder.join(PROJECT_FILE).is_file());
    below.sort();
    match below.as_slice() {
        [only] => Some(only.strip_prefix(here).unwrap_or(only).to_path_buf()),
        [] => {
            session.complain("no-project", &[]);
            None
        }
        several => {
            let names: Vec<String> = several.iter().map(|path| path.display().to_string()).collect();
            session.complain("several-projects", &[("projects", Arg::List(names))]);
            None
        }
    }
}
