//! `reglament export`: one regulation or all of them in another notation, or in all of them.

mod diagrams;
mod documents;
mod formats;
mod judged;

use super::{Exit, Lang, Session, output, projects};
use crate::diagnostics::Words;
use crate::model::RegulationId;
use crate::pipeline::{self, Checked, Loaded};
use crate::vocabulary::Language;
use clap::{Args, ValueEnum};
use formats::{Asked, FORMATS, Format, Made, Refused};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

#[derive(Args)]
pub struct ExportArgs {
    id: Option<String>,
    /// One of the table of formats, or all of them.
    #[arg(long)]
    to: String,
    #[arg(long)]
    channel: Option<String>,
    #[arg(long)]
    document: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    direction: Direction,
    #[arg(long)]
    engine: Option<String>,
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..1000))]
    annex: u32,
    #[arg(long, value_enum)]
    also: Vec<Lang>,
    #[arg(long, short)]
    output: Option<PathBuf>,
    #[arg(long)]
    project: Option<PathBuf>,
}

/// Which way a diagram flows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum Direction {
    /// Lanes are columns, as in the official annex.
    #[default]
    Down,
    /// Lanes are rows.
    Right,
}

/// One notation in one language: what is made of each regulation.
struct Task {
    format: &'static Format,
    document: &'static str,
    words: Words,
}

pub fn run(args: &ExportArgs, session: &mut Session) -> Exit {
    let tasks = match tasks(args, session) {
        Ok(tasks) => tasks,
        Err(exit) => return exit,
    };
    let (project, ids) = match asked_for(args, &tasks, session) {
        Ok(found) => found,
        Err(exit) => return exit,
    };
    match make_all(args, &tasks, &project, &ids, session) {
        Ok(made) => write_all(args, made, session),
        Err(exit) => exit,
    }
}

/// What is to be made: one document of one format, or every format in Kazakh and Russian.
fn tasks(args: &ExportArgs, session: &mut Session) -> Result<Vec<Task>, Exit> {
    if args.to == "all" {
        return every_format(args, session);
    }
    let Some(format) = formats::find(&args.to) else {
        let known: Vec<String> = FORMATS.iter().map(|format| format.name.to_owned()).collect();
        session.complain("export-unknown-format", &[("format", args.to.as_str().into()), ("known", known.into())]);
        return Err(Exit::Usage);
    };
    if args.engine.as_deref().is_some_and(|engine| !format.engines.contains(&engine)) {
        session.complain("export-unknown-engine", &[("format", format.name.into())]);
        return Err(Exit::Usage);
    }
    let found = match args.document.as_deref() {
        None => Some(format.documents[0]),
        Some(name) => format.documents.iter().copied().find(|known| !known.is_empty() && *known == name),
    };
    let Some(document) = found else {
        let known: Vec<String> =
            format.documents.iter().filter(|name| !name.is_empty()).map(|name| (*name).to_owned()).collect();
        session.complain("export-unknown-document", &[("format", format.name.into()), ("known", known.into())]);
        return Err(Exit::Usage);
    };
    Ok(vec![Task { format, document, words: session.words() }])
}

/// Every format that this build has, in the language that was asked for, else in both languages of acts.
fn every_format(args: &ExportArgs, session: &mut Session) -> Result<Vec<Task>, Exit> {
    if args.engine.is_some() || args.document.is_some() {
        session.complain("export-all-of-one", &[]);
        return Err(Exit::Usage);
    }
    let built_in = |format: &&Format| cfg!(feature = "documents") || !["png", "pdf", "docx"].contains(&format.name);
    let languages = session.asked_language.map_or_else(|| vec![Language::Kk, Language::Ru], |language| vec![language]);
    let mut tasks = Vec::new();
    for language in languages {
        for format in FORMATS.iter().filter(built_in) {
            let documents = format.documents.iter().take(format.in_all);
            tasks.extend(documents.map(|document| Task { format, document, words: Words::new(language) }));
        }
    }
    if !cfg!(feature = "documents") {
        session.complain("export-left-out", &[]);
    }
    Ok(tasks)
}

/// The project, and the regulations of it that are to be written: the one named, or all that can be understood. It is
/// proved only where a document tells what was proved.
fn asked_for(args: &ExportArgs, tasks: &[Task], session: &mut Session) -> Result<(Checked, Vec<RegulationId>), Exit> {
    let judged = tasks.iter().any(|task| ["memo", "page"].contains(&task.document));
    let read: fn(Loaded) -> Checked = if judged { pipeline::check } else { pipeline::understand };
    if let Some(id) = &args.id {
        let found = projects::regulation_by(id, args.project.as_deref(), read, session);
        return found.map(|(project, id)| (project, vec![id]));
    }
    let paths: Vec<PathBuf> = args.project.iter().cloned().collect();
    let mut loaded = projects::load(&paths, session).ok_or(Exit::Usage)?;
    if loaded.len() != 1 {
        session.complain("export-no-regulation", &[]);
        return Err(Exit::Usage);
    }
    let project = read(loaded.swap_remove(0));
    let whole = |id: &RegulationId| !project.model[*id].broken;
    let ids: Vec<RegulationId> = (0..project.model.regulations.len() as u32).map(RegulationId).filter(whole).collect();
    if ids.len() < project.model.regulations.len() || ids.is_empty() {
        projects::say_errors(&project, session);
    }
    if ids.is_empty() {
        session.complain("export-no-regulation", &[]);
        return Err(if project.findings.is_empty() { Exit::Usage } else { Exit::Wrong });
    }
    Ok((project, ids))
}

/// Every file of every regulation, in memory: nothing is written if one of them can't be made. They come in the same
/// order on however many threads.
fn make_all(
    args: &ExportArgs,
    tasks: &[Task],
    project: &Checked,
    ids: &[RegulationId],
    session: &mut Session,
) -> Result<Vec<Made>, Exit> {
    let chosen: Vec<(RegulationId, Vec<usize>)> =
        ids.iter().map(|id| (*id, channels(project, *id, args.channel.as_deref()))).collect();
    if args.channel.is_some() && chosen.iter().all(|(_, channels)| channels.is_empty()) {
        say_unknown_channel(args, project, ids, session);
        return Err(Exit::Usage);
    }
    let also: Vec<Words> = args.also.iter().map(|language| Words::new((*language).into())).collect();
    let work: Vec<(&(RegulationId, Vec<usize>), &Task)> = chosen
        .iter()
        .filter(|(_, channels)| args.channel.is_none() || !channels.is_empty())
        .flat_map(|of| tasks.iter().map(move |task| (of, task)))
        .collect();
    let progress = Mutex::new(Progress::new(work.len()));
    let words = session.words();
    let make = |((id, channels), task): &(&(RegulationId, Vec<usize>), &Task)| {
        let asked = Asked {
            project,
            regulation: *id,
            channels: channels.clone(),
            direction: args.direction,
            engine: args.engine.as_deref(),
            document: task.document,
            usual: task.document == task.format.documents[0],
            first_annex: args.annex,
            words: &task.words,
            also: &also,
        };
        let made = (task.format.write)(&asked);
        if let Ok(mut progress) = progress.lock() {
            progress.step(&project.model[*id].id, &words);
        }
        made.map_err(|refused| (refused, task.format, *id))
    };
    let made: Vec<_> = work.par_iter().map(make).collect();
    if let Ok(mut progress) = progress.lock() {
        progress.end();
    }
    let mut files = Vec::new();
    for made in made {
        match made {
            Ok(made) => files.extend(made),
            Err((refused, format, id)) => return Err(say_refused(&refused, format, &project.model[id].id, session)),
        }
    }
    Ok(files)
}

/// The procedures asked for, by their place in the regulation.
fn channels(project: &Checked, id: RegulationId, only: Option<&str>) -> Vec<usize> {
    let procedures = project.model[id].procedures.iter().enumerate();
    let asked = |channel: &str| only.is_none_or(|only| only == channel);
    procedures.filter(|(_, it)| asked(&project.model[it.channel].id)).map(|(at, _)| at).collect()
}

fn say_refused(refused: &Refused, format: &Format, id: &str, session: &mut Session) -> Exit {
    match refused {
        Refused::NotBuiltIn => session.complain("export-not-built-in", &[("format", format.name.into())]),
        Refused::Failed(why) => {
            session.complain("export-failed", &[("id", id.into()), ("why", why.as_str().into())]);
        }
    }
    Exit::Usage
}

fn say_unknown_channel(args: &ExportArgs, project: &Checked, ids: &[RegulationId], session: &mut Session) {
    let procedures = ids.iter().flat_map(|id| &project.model[*id].procedures);
    let known: BTreeSet<String> = procedures.map(|it| project.model[it.channel].id.clone()).collect();
    let channel = args.channel.as_deref().unwrap_or_default();
    let known: Vec<String> = known.into_iter().collect();
    session.complain("export-unknown-channel", &[("channel", channel.into()), ("known", known.into())]);
}

/// Writes what was made: a single file as it is named, several into the folder that is named.
fn write_all(args: &ExportArgs, made: Vec<Made>, session: &mut Session) -> Exit {
    let mut missing = BTreeSet::new();
    let single = made.len() == 1;
    for file in &made {
        missing.extend(file.missing.iter().copied());
        let Some(path) = place(args.output.as_deref(), file, single, session) else { return Exit::Usage };
        if !output::write(&path, &file.bytes, session) {
            return Exit::Usage;
        }
        let written = session.words().say("export-written", &[("path", path.display().to_string().into())]);
        session.line(&written);
    }
    if !missing.is_empty() {
        let letters: Vec<String> =
            missing.iter().map(|letter| format!("{letter} (U+{:04X})", u32::from(*letter))).collect();
        session.complain("export-missing-letters", &[("letters", letters.join(", ").into())]);
    }
    if made.is_empty() {
        session.complain("export-nothing", &[("format", args.to.as_str().into())]);
        return Exit::Usage;
    }
    Exit::Clean
}

fn place(output: Option<&Path>, file: &Made, single: bool, session: &mut Session) -> Option<PathBuf> {
    let folder = match output {
        Some(path) if single && !path.is_dir() && !path.as_os_str().to_string_lossy().ends_with('/') => {
            return Some(path.to_path_buf());
        }
        Some(path) => path,
        None => return Some(PathBuf::from(&file.name)),
    };
    if let Err(error) = std::fs::create_dir_all(folder) {
        let args = [("path", folder.display().to_string().into()), ("why", error.to_string().into())];
        session.complain("file-not-written", &args);
        return None;
    }
    Some(folder.join(&file.name))
}

/// How far it is, on a terminal and nowhere else.
struct Progress {
    shown: bool,
    done: usize,
    all: usize,
}

impl Progress {
    fn new(all: usize) -> Progress {
        Progress { shown: all > 1 && std::io::stderr().is_terminal(), done: 0, all }
    }

    fn step(&mut self, id: &str, words: &Words) {
        self.done += 1;
        if self.shown {
            let args = [("done", self.done.into()), ("all", self.all.into()), ("id", id.into())];
            let _ = write!(std::io::stderr(), "\r\u{1b}[K{}", words.say("export-progress", &args));
            let _ = std::io::stderr().flush();
        }
    }

    fn end(&mut self) {
        if std::mem::take(&mut self.shown) {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}
