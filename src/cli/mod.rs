//! The command line: one subcommand a file, each thin. What it prints for people is worded in their language.

mod baseline;
mod calendar;
mod call;
mod check;
mod compile;
mod completions;
mod coverage;
mod diff;
mod documents;
mod duration;
mod exit;
mod explain;
mod export;
mod fmt;
mod git;
mod help;
mod lsp;
mod new;
mod output;
mod overview;
pub mod projects;
mod prove;
mod reading;
mod run;
mod schema;
mod session;
mod show;

pub use exit::Exit;
pub use session::Session;

use crate::diagnostics::{Words, negotiate};
use crate::vocabulary::Language;
use clap::{FromArgMatches, Parser, Subcommand, ValueEnum};
use std::io::Write;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::{Arc, Mutex};

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
    #[arg(long, global = true, value_enum)]
    lang: Option<Lang>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Calendar(calendar::CalendarArgs),
    Check(check::CheckArgs),
    Compile(compile::CompileArgs),
    Completions(completions::CompletionsArgs),
    Coverage(coverage::CoverageArgs),
    Diff(diff::DiffArgs),
    Documents(documents::DocumentsArgs),
    Explain(explain::ExplainArgs),
    Export(export::ExportArgs),
    Fmt(fmt::FmtArgs),
    Lsp(lsp::LspArgs),
    Man(completions::ManArgs),
    New(new::NewArgs),
    Overview(overview::OverviewArgs),
    Prove(prove::ProveArgs),
    Run(run::RunArgs),
    Schema(schema::SchemaArgs),
    Show(show::ShowArgs),
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect();
    let matches = match call::matches(&args) {
        Ok(matches) => matches,
        Err(code) => return code,
    };
    let cli = match Cli::from_arg_matches(&matches) {
        Ok(cli) => cli,
        Err(error) => return call::say(&error, &Words::new(help::language(&args))),
    };
    let asked = cli.lang.map(Language::from);
    let mut session = Session::new(negotiate(asked, |name| std::env::var(name).ok()), asked);
    let exit = guarded(cli.command, &mut session);
    match session.flush() {
        Ok(()) => exit.into(),
        Err(error) => {
            // The stream that failed may be the one to say so on; there is no other.
            let _ = writeln!(std::io::stderr(), "reglament: {}", cannot_write(&session, &error));
            Exit::Usage.into()
        }
    }
}

/// Runs the command; a bug of ours ends in a sentence and an exit code of its own, never in a stack trace.
fn guarded(command: Command, session: &mut Session) -> Exit {
    let what = Arc::new(Mutex::new(String::new()));
    let seen = Arc::clone(&what);
    panic::set_hook(Box::new(move |info| {
        if let Ok(mut what) = seen.lock() {
            *what = info.to_string().lines().collect::<Vec<_>>().join(" ");
        }
    }));
    let done = panic::catch_unwind(AssertUnwindSafe(|| dispatch(command, session)));
    // The default hook again, for whatever happens outside.
    let _ = panic::take_hook();
    done.unwrap_or_else(|_| {
        session.out.clear();
        let why = what.lock().map(|what| what.clone()).unwrap_or_default();
        session.complain("bug", &[("why", why.into())]);
        Exit::Bug
    })
}

fn dispatch(command: Command, session: &mut Session) -> Exit {
    match command {
        Command::Calendar(args) => calendar::run(&args, session),
        Command::Check(args) => check::run(&args, session),
        Command::Compile(args) => compile::run(&args, session),
        Command::Completions(args) => completions::completions(&args, session),
        Command::Coverage(args) => coverage::run(&args, session),
        Command::Diff(args) => diff::run(&args, session),
        Command::Documents(args) => documents::run(&args, session),
        Command::Explain(args) => explain::run(&args, session),
        Command::Export(args) => export::run(&args, session),
        Command::Fmt(args) => fmt::run(&args, session),
        Command::Lsp(args) => lsp::run(&args, session),
        Command::Man(args) => completions::man(&args, session),
        Command::New(args) => new::run(&args, session),
        Command::Overview(args) => overview::run(&args, session),
        Command::Prove(args) => prove::run(&args, session),
        Command::Run(args) => run::run(&args, session),
        Command::Schema(args) => schema::run(&args, session),
        Command::Show(args) => show::run(&args, session),
    }
}

fn cannot_write(session: &Session, error: &std::io::Error) -> String {
    session.words().say("cannot-write", &[("why", error.to_string().into())])
}
