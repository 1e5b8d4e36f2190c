//! `reglament diff`: what an amendment changes in meaning.

use super::git::{self, Revision};
use super::{Exit, Session, projects};
use crate::diagnostics::Words;
use crate::diff::{self, Outcome, Place, Side, Verdict};
use crate::pipeline::{self, Checked};
use crate::source::{Span, Unsaved};
use crate::verify;
use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct DiffArgs {
    old: String,
    new: Option<String>,
    #[arg(long, value_name = "DATE")]
    in_force_on: Vec<String>,
    #[arg(long, value_enum, default_value_t)]
    format: DiffFormat,
}

/// How the comparison is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
enum DiffFormat {
    /// Text for people.
    #[default]
    Human,
    /// JSON for programs.
    Json,
    /// Markdown for a pull request.
    Md,
}

pub fn run(args: &DiffArgs, session: &mut Session) -> Exit {
    let mut days = Vec::new();
    for day in &args.in_force_on {
        let Some(day) = projects::date(Some(day), session) else { return Exit::Usage };
        days.extend(day);
    }
    if days.len() > 2 {
        session.complain("diff-too-many-days", &[]);
        return Exit::Usage;
    }
    let (first, second) = (days.first().copied(), days.get(1).or(days.first()).copied());
    let Some(old) = Text::of(&args.old, args.new.as_deref(), session) else { return Exit::Usage };
    // One project on two days is compared with itself.
    let own = (days.len() == 2 && args.new.is_none()).then(|| args.old.clone());
    let new = match args.new.clone().or(own) {
        Some(new) => Text::of(&new, Some(&args.old), session),
        None => projects::default_project(session).map(Text::Path),
    };
    let Some(new) = new else { return Exit::Usage };
    let Some(before) = checked(&old, first, session) else { return Exit::Usage };
    let Some(after) = checked(&new, second, session) else { return Exit::Usage };
    let found = compare(&before, &after);
    match args.format {
        DiffFormat::Human => session.out += &diff::human(&found, &session.words()),
        DiffFormat::Md => session.out += &diff::markdown(&found, &session.words()),
        DiffFormat::Json => {
            let words = Words::new(session.machine_language());
            let name = args.new.as_deref().unwrap_or(if days.len() == 2 { &args.old } else { "." });
            session.json(&diff::report(&found, &args.old, name, &words));
        }
    }
    Exit::Clean
}

/// One side of the comparison: what is on the disk, or in a revision of git.
enum Text {
    Path(PathBuf),
    Revision(Revision),
}

impl Text {
    /// A path goes before a revision of the same name. `other` is the other side, whose path a revision is asked for
    /// if it has none of its own.
    fn of(spec: &str, other: Option<&str>, session: &mut Session) -> Option<Text> {
        let path = PathBuf::from(spec);
        if path.exists() {
            return Some(Text::Path(path));
        }
        let beside = other.map(Path::new).filter(|path| path.is_dir()).map(Path::to_path_buf);
        let project = match beside {
            Some(path) => path,
            None if spec.contains(':') => PathBuf::from("."),
            None => projects::default_project(session)?,
        };
        let problem = match git::revision(spec, &project) {
            Ok(revision) => return Some(Text::Revision(revision)),
            Err(problem) => problem,
        };
        match problem {
            git::Problem::Unknown(why) => {
                session.complain("diff-no-git", &[("path", spec.into()), ("why", why.into())]);
            }
            git::Problem::NoSuchPath { revision, path } => {
                let path = if path.is_empty() { ".".to_owned() } else { path };
                let args = [("revision", revision.into()), ("path", path.into())];
                session.complain("diff-no-project-in-revision", &args);
            }
        }
        None
    }

    fn path(&self) -> &Path {
        match self {
            Text::Path(path) => path,
            Text::Revision(revision) => &revision.path,
        }
    }
}

fn checked(text: &Text, in_force_on: Option<NaiveDate>, session: &mut Session) -> Option<Checked> {
    let loaded = match pipeline::load(&[text.path().to_path_buf()], &Unsaved::new()) {
        Ok(loaded) => loaded,
        Err(problem) => {
            let path = problem.path.display().to_string();
            session.complain("path-not-found", &[("path", path.into())]);
            return None;
        }
    };
    let mut loaded = loaded.into_iter().next()?;
    loaded.in_force_on = in_force_on;
    Some(pipeline::check(loaded))
}

fn compare(before: &Checked, after: &Checked) -> diff::Diff {
    let (old_places, new_places) = (places(before), places(after));
    let old = Side { model: &before.model, findings: &before.findings, outcomes: outcomes(before), place: &old_places };
    let new = Side { model: &after.model, findings: &after.findings, outcomes: outcomes(after), place: &new_places };
    diff::diff(&old, &new)
}

/// Where a place is: the file from the project's folder, wherever the project was read from.
fn places(checked: &Checked) -> impl Fn(Span) -> Place + '_ {
    let files = checked.files_in_project();
    move |span: Span| Place {
        file: files.get(span.file.0 as usize).cloned().unwrap_or_default(),
        line: checked.sources.line_column(span.file, span.start as usize).line,
    }
}

fn outcomes(checked: &Checked) -> Vec<Vec<Outcome>> {
    let mut all = vec![Vec::new(); checked.model.regulations.len()];
    for proof in &checked.proofs {
        all[proof.regulation.0 as usize] = proof.terms.iter().map(outcome).collect();
    }
    all
}

fn outcome(term: &verify::TermProof) -> Outcome {
    let cases = std::iter::once(&term.case).chain(term.extended.iter().map(|(id, _)| id));
    Outcome {
        channel: term.channel,
        case: cases.filter(|name| !name.is_empty()).cloned().collect::<Vec<_>>().join(" + "),
        term: term.term,
        verdict: match term.verdict {
            verify::Verdict::OnTime => Verdict::OnTime,
            verify::Verdict::UnknownTerm => Verdict::UnknownTerm,
            verify::Verdict::Unprovable => Verdict::Unprovable,
            verify::Verdict::Late => Verdict::Late,
        },
        slack: term.least_slack,
        worst: term.worst.as_ref().map(|worst| (worst.filed, worst.finished)),
        promise: term.least_promise,
    }
}
