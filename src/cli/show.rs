//! `reglament show`: one regulation laid out.

use super::{Exit, Format, Session, projects};
use crate::export::{outline, table};
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub struct ShowArgs {
    id: String,
    #[arg(long)]
    project: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub fn run(args: &ShowArgs, session: &mut Session) -> Exit {
    let (project, id) = match projects::regulation(&args.id, args.project.as_deref(), session) {
        Ok(found) => found,
        Err(exit) => return exit,
    };
    match args.format {
        Format::Human => {
            let text = table::table(&project.model, id, &session.words());
            session.out.push_str(&text);
        }
        Format::Json => session.json(&outline::outline(&project.model, id)),
    }
    Exit::Clean
}
