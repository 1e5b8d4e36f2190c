//! `reglament compile`: one artifact with everything that an engine needs.

use super::{Exit, Session, output, projects};
use crate::compile;
use crate::diagnostics::Severity;
use crate::pipeline::{self, Checked};
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub struct CompileArgs {
    paths: Vec<PathBuf>,
    #[arg(long, requires = "output")]
    binary: bool,
    #[arg(long, short)]
    output: Option<PathBuf>,
}

pub fn run(args: &CompileArgs, session: &mut Session) -> Exit {
    let Some(loaded) = projects::load(&args.paths, session) else { return Exit::Usage };
    let projects: Vec<Checked> = loaded.into_iter().map(pipeline::understand).collect();
    let wrong = |project: &&Checked| project.findings.iter().any(|finding| finding.severity == Severity::Error);
    // What could not be understood whole has no meaning that an engine could run.
    let broken: Vec<&Checked> = projects.iter().filter(wrong).collect();
    if !broken.is_empty() {
        broken.iter().for_each(|project| projects::say_errors(project, session));
        return Exit::Wrong;
    }
    let parts: Vec<_> = projects.iter().map(|project| (&project.model, &project.calendar)).collect();
    let artifact = compile::compile(&parts);
    let Some(path) = &args.output else {
        session.out += &artifact.to_json();
        return Exit::Clean;
    };
    let bytes = if args.binary { artifact.to_binary() } else { artifact.to_json().into_bytes() };
    if output::write(path, bytes, session) { Exit::Clean } else { Exit::Usage }
}
