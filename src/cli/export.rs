//! `reglament export`: one regulation or all of them in another notation, a file each channel.

mod diagrams;
mod formats;

use super::{Exit, Session, output, projects};
use crate::diagnostics::Words;
use crate::model::RegulationId;
use crate::pipeline::{self, Checked};
use clap::{Args, ValueEnum};
use formats::{Asked, Format, Made, Refused};
use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct ExportArgs {
    id: Option<String>,
    /// One of the table of formats.
    #[arg(long)]
    to: String,
    #[arg(long)]
    channel: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    direction: Direction,
    #[arg(long)]
    engine: Option<String>,
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

pub fn run(args: &ExportArgs, session: &mut Session) -> Exit {
    let Some(format) = formats::find(&args.to) else {
        let known: Vec<String> = formats::FORMATS.iter().map(|format| format.name.to_owned()).collect();
        session.complain("export-unknown-format", &[("format", args.to.as_str().into()), ("known", known.into())]);
        return Exit::Usage;
    };
    if let Err(problem) = fits(args, format) {
        session.complain(problem, &[("format", format.name.into())]);
        return Exit::Usage;
    }
    let (project, ids) = match asked_for(args, session) {
        Ok(found) => found,
        Err(exit) => return exit,
    };
    match make_all(args, format, &project, &ids, session) {
        Ok(made) => write_all(args, made, session),
        Err(exit) => exit,
    }
}

/// What of the call does not go with the format.
fn fits(args: &ExportArgs, format: &Format) -> Result<(), &'static str> {
    match &args.engine {
        Some(engine) if !format.engines.contains(&engine.as_str()) => Err("export-unknown-engine"),
        _ => Ok(()),
    }
}

/// The project, and the regulations of it that are to be written: the one named, or all that can be understood.
fn asked_for(args: &ExportArgs, session: &mut Session) -> Result<(Checked, Vec<RegulationId>), Exit> {
    if let Some(id) = &args.id {
        return projects::regulation(id, args.project.as_deref(), session).map(|(project, id)| (project, vec![id]));
    }
    let paths: Vec<PathBuf> = args.project.iter().cloned().collect();
    let mut loaded = projects::load(&paths, session).ok_or(Exit::Usage)?;
    if loaded.len() != 1 {
        session.complain("export-no-regulation", &[]);
        return Err(Exit::Usage);
    }
    let project = pipeline::understand(loaded.swap_remove(0));
    projects::say_errors(&project, session);
    let whole = |id: &RegulationId| !project.model[*id].broken;
    let ids: Vec<RegulationId> = (0..project.model.regulations.len() as u32).map(RegulationId).filter(whole).collect();
    if ids.is_empty() {
        session.complain("export-no-regulation", &[]);
        return Err(if project.findings.is_empty() { Exit::Usage } else { Exit::Wrong });
    }
    Ok((project, ids))
}

/// Every file of every regulation, in memory: nothing is written if one of them can't be made.
fn make_all(
    args: &ExportArgs,
    format: &Format,
    project: &Checked,
    ids: &[RegulationId],
    session: &mut Session,
) -> Result<Vec<Made>, Exit> {
    let words = session.words();
    let mut progress = Progress::new(ids.len());
    let mut made = Vec::new();
    let mut channel_seen = args.channel.is_none();
    for id in ids {
        progress.step(&project.model[*id].id, &words);
        let channels = channels(project, *id, args.channel.as_deref());
        channel_seen |= !channels.is_empty();
        let engine = args.engine.as_deref();
        let asked = Asked { project, regulation: *id, channels, direction: args.direction, engine, words: &words };
        match (format.write)(&asked) {
            Ok(files) => made.extend(files),
            Err(refused) => {
                progress.end();
                return Err(say_refused(&refused, format, &project.model[*id].id, session));
            }
        }
    }
    progress.end();
    if !channel_seen {
        say_unknown_channel(args, project, ids, session);
        return Err(Exit::Usage);
    }
    Ok(made)
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
