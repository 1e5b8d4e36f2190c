//! `reglament fmt`: files in their canonical form, in their own vocabulary or another.

use super::{Exit, Lang, Session, output};
use crate::pipeline::{self, Formatted};
use crate::source::{self, ReadProblem};
use crate::vocabulary::Language;
use clap::Args;
use similar::TextDiff;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct FmtArgs {
    paths: Vec<PathBuf>,
    #[arg(long)]
    check: bool,
    #[arg(long, value_enum)]
    vocabulary: Option<Lang>,
}

pub fn run(args: &FmtArgs, session: &mut Session) -> Exit {
    let Some(files) = files(&args.paths, session) else { return Exit::Usage };
    let mut texts: Vec<(PathBuf, String)> = Vec::new();
    for path in files {
        match source::read(&path) {
            Ok(text) => texts.push((path, text)),
            Err(problem) => {
                unreadable(&path, &problem, session);
                return Exit::Usage;
            }
        }
    }
    let mut run =
        Run { check: args.check, vocabulary: args.vocabulary.map(Language::from), session, exit: Exit::Clean };
    for (path, text) in &texts {
        if !run.file(path, text) {
            return Exit::Usage;
        }
    }
    run.exit
}

struct Run<'s> {
    check: bool,
    vocabulary: Option<Language>,
    session: &'s mut Session,
    exit: Exit,
}

impl Run<'_> {
    /// `false`: it could not be written, and that has been said.
    fn file(&mut self, path: &Path, text: &str) -> bool {
        let shown = path.display().to_string().replace('\\', "/");
        let formatted = match pipeline::format(text, self.vocabulary) {
            Formatted::Whole(formatted) => formatted,
            Formatted::InPart(formatted) => {
                self.say("fmt-in-part", &shown);
                self.exit = Exit::Wrong;
                formatted
            }
            Formatted::Untouched => {
                self.say("fmt-untouched", &shown);
                self.exit = Exit::Wrong;
                return true;
            }
        };
        if formatted == text {
            return true;
        }
        if self.check {
            self.exit = Exit::Wrong;
            let diff = TextDiff::from_lines(text, &formatted);
            self.session.out += &diff.unified_diff().context_radius(2).header(&shown, &shown).to_string();
            return true;
        }
        // The file that a link leads to is written, and the link stays.
        let file = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        let written = output::write(&file, &formatted, self.session);
        if written {
            let line = self.session.words().say("fmt-written", &[("path", shown.into())]);
            self.session.line(&line);
        }
        written
    }

    fn say(&mut self, id: &str, path: &str) {
        self.session.complain(id, &[("path", path.into())]);
    }
}

/// The files of some paths; of none, those of the project here.
fn files(paths: &[PathBuf], session: &mut Session) -> Option<Vec<PathBuf>> {
    let paths = if paths.is_empty() { vec![super::projects::default_project(session)?] } else { paths.to_vec() };
    let mut files = Vec::new();
    for path in paths {
        if !path.exists() {
            unreadable(&path, &ReadProblem::NotFound, session);
            return None;
        }
        if !path.is_dir() {
            files.push(path);
            continue;
        }
        let (found, unread) = source::list_files(&path);
        if let Some((folder, why)) = unread.into_iter().next() {
            unreadable(&folder, &ReadProblem::Unreadable(why), session);
            return None;
        }
        files.extend(found);
    }
    files.sort();
    files.dedup();
    Some(files)
}

fn unreadable(path: &Path, problem: &ReadProblem, session: &mut Session) {
    let path = path.display().to_string();
    match problem {
        ReadProblem::NotFound => session.complain("path-not-found", &[("path", path.into())]),
        ReadProblem::Unreadable(why) => {
            session.complain("path-unreadable", &[("path", path.into()), ("why", why.as_str().into())]);
        }
        _ => session.complain("path-unreadable", &[("path", path.into()), ("why", "none".into())]),
    }
}
