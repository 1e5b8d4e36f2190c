//! The command line: one subcommand a file, each thin. What it prints for people is worded in their language.

mod exit;
mod explain;
mod session;

pub use exit::Exit;
pub use session::Session;

use crate::diagnostics::negotiate;
use crate::vocabulary::Language;
use clap::{Parser, Subcommand, ValueEnum};
use std::process::ExitCode;

/// A language that the tool speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Lang {
    Kk,
    Ru,
    En,
}

impl From<Lang> for Language {
    fn from(lang: Lang) -> Language {
        match lang {
            Lang::Kk => Language::Kk,
            Lang::Ru => Language::Ru,
            Lang::En => Language::En,
        }
    }
}

/// How a command answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum Format {
    /// Text for people.
    #[default]
    Human,
    /// JSON for programs.
    Json,
}

/// Regulations for public services: written once, checked, and proved on time.
#[derive(Parser)]
#[command(name = "reglament", version, arg_required_else_help = true)]
struct Cli {
    /// The language of what people read (default: the locale, else English)
    #[arg(long, global = true, value_enum)]
    lang: Option<Lang>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Explain(explain::ExplainArgs),
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let asked = cli.lang.map(Language::from);
    let mut session = Session::new(negotiate(asked, |name| std::env::var(name).ok()), asked);
    let exit = dispatch(cli.command, &mut session);
    finish(session, exit)
}

fn dispatch(command: Command, session: &mut Session) -> Exit {
    match command {
        Command::Explain(args) => explain::run(&args, session),
    }
}

fn finish(mut session: Session, exit: Exit) -> ExitCode {
    match session.flush() {
        Ok(()) => exit.into(),
        Err(error) => {
            eprintln!("reglament: {error}");
            Exit::Usage.into()
        }
    }
}
