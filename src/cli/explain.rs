//! `reglament explain`: what a finding means, with a wrong text and a right one.

use super::{Exit, Format, Session};
use crate::diagnostics::{Code, Words, page};
use crate::vocabulary::nearest;
use clap::Args;

/// What a finding means, wrong and right; without a code, the list of all
#[derive(Args)]
pub struct ExplainArgs {
    /// The code, as it stands in brackets beside a finding
    code: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

pub fn run(args: &ExplainArgs, session: &mut Session) -> Exit {
    let Some(name) = &args.code else { return list(args.format, session) };
    match Code::ALL.iter().find(|code| code.name() == name) {
        Some(code) => one(*code, args.format, session),
        None => unknown(name, session),
    }
}

fn list(format: Format, session: &mut Session) -> Exit {
    let words = words(format, session);
    let entries = page::list(&words);
    match format {
        Format::Human => session.out += &page::list_to_text(&entries, &words),
        Format::Json => session.json(&entries),
    }
    Exit::Clean
}

fn one(code: Code, format: Format, session: &mut Session) -> Exit {
    let words = words(format, session);
    let page = page::page(code, &words);
    match format {
        Format::Human => session.out += &page.to_text(&words),
        Format::Json => session.json(&page),
    }
    Exit::Clean
}

fn unknown(name: &str, session: &mut Session) -> Exit {
    let words = Words::new(session.language);
    let names = Code::ALL.iter().map(|code| code.name());
    let hint = match nearest(name, names) {
        Some(suggestion) => words.say("explain-suggestion", &[("suggestion", suggestion.into())]),
        None => words.say("explain-see-list", &[]),
    };
    session.err += &format!("{}\n{hint}\n", words.say("explain-unknown", &[("code", name.into())]));
    Exit::Usage
}

fn words(format: Format, session: &Session) -> Words {
    Words::new(match format {
        Format::Human => session.language,
        Format::Json => session.machine_language(),
    })
}
