//! `reglament documents`: what the applicant must hand in, in one channel, under given facts.

use super::run::{CaseArgs, DocumentReport, Opened, missing, open};
use super::{Exit, Format, Session};
use crate::diagnostics::Words;
use crate::engine::{Missing, Need};
use crate::time::Instant;
use clap::Args;
use serde::Serialize;

#[derive(Args)]
pub struct DocumentsArgs {
    #[command(flatten)]
    case: CaseArgs,
    #[arg(long)]
    filed: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Serialize)]
struct Documents {
    id: String,
    channel: String,
    documents: Vec<DocumentReport>,
}

pub fn run(args: &DocumentsArgs, session: &mut Session) -> Exit {
    let filed = match &args.filed {
        None => None,
        Some(text) => match Instant::parse(text) {
            None => {
                session.complain("calendar-bad-instant", &[("value", text.as_str().into())]);
                return Exit::Usage;
            }
            at => at,
        },
    };
    let Opened { case, id } = match open(&args.case, filed, session) {
        Ok(opened) => opened,
        Err(exit) => return exit,
    };
    let all = case.documents();
    let mut open: Vec<Missing> = Vec::new();
    for document in &all {
        if let Need::Open(facts) = &document.need {
            open.extend(facts.iter().filter(|fact| !open.contains(fact)).cloned().collect::<Vec<_>>());
        }
    }
    if !open.is_empty() {
        return missing(&open, &id, args.format, session);
    }
    let words = match args.format {
        Format::Human => session.words(),
        Format::Json => Words::new(session.machine_language()),
    };
    let documents: Vec<DocumentReport> = all.iter().map(|it| DocumentReport::of(it, &words)).collect();
    match args.format {
        Format::Json => session.json(&Documents { id, channel: case.filing().channel.clone(), documents }),
        Format::Human => session.out += &told(&documents, &words),
    }
    Exit::Clean
}

fn told(documents: &[DocumentReport], words: &Words) -> String {
    if documents.is_empty() {
        return words.say("documents-none", &[]) + "\n";
    }
    let line = |it: &DocumentReport| {
        let id = match (it.required, it.obtained) {
            (Some(true), _) => "documents-required",
            (_, true) => "documents-obtained",
            _ => "documents-not-required",
        };
        let name = if it.label.is_empty() { &it.document } else { &it.label };
        format!("{}: {name}\n    {}\n", words.say(id, &[]), it.why)
    };
    documents.iter().map(line).collect()
}
