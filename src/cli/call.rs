//! What is wrong with a call, in the reader's language: an option that is not there, a value that is missing, a misspelling.

use super::help;
use crate::diagnostics::{Arg, Words};
use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::io::Write;
use std::process::ExitCode;

/// The call as it was understood; else how the program ends, with everything said.
pub(super) fn matches(args: &[String]) -> Result<ArgMatches, ExitCode> {
    let words = Words::new(help::language(args));
    help::worded(&words).try_get_matches().map_err(|error| say(&error, &words))
}

/// Says an error; help and version are no error, and are shown as they are.
pub(super) fn say(error: &Error, words: &Words) -> ExitCode {
    let asked_for = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    let Some(said) = told(error, words).filter(|_| !asked_for) else {
        let code = error.exit_code();
        let _ = error.print();
        return ExitCode::from(u8::try_from(code).unwrap_or(2));
    };
    let _ = writeln!(std::io::stderr(), "reglament: {said}\n{}", words.say("call-help", &[]));
    super::Exit::Usage.into()
}

/// The sentence; `None`: there is none for this kind of error, and clap's own has to do.
fn told(error: &Error, words: &Words) -> Option<String> {
    let text = |kind: ContextKind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(all) => Some(all.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::StyledStrs(all) => Some(all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
        _ => None,
    };
    let list = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::Strings(all)) => all.clone(),
        Some(ContextValue::String(one)) => vec![one.clone()],
        _ => Vec::new(),
    };
    let or_none = |text: Option<String>| Arg::Text(text.unwrap_or_else(|| "none".to_owned()));
    let argument = || or_none(text(ContextKind::InvalidArg));
    Some(match error.kind() {
        ErrorKind::UnknownArgument => {
            let meant = or_none(text(ContextKind::SuggestedArg));
            words.say("call-unknown-argument", &[("argument", argument()), ("meant", meant)])
        }
        ErrorKind::InvalidSubcommand => {
            let command = or_none(text(ContextKind::InvalidSubcommand));
            let meant = or_none(list(ContextKind::SuggestedSubcommand).into_iter().next());
            words.say("call-unknown-command", &[("command", command), ("meant", meant)])
        }
        ErrorKind::MissingRequiredArgument => {
            words.say_whole("call-missing-argument", "arguments", list(ContextKind::InvalidArg).join(", "))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = text(ContextKind::InvalidValue).unwrap_or_default();
            let known = list(ContextKind::ValidValue);
            match (value.is_empty(), known.is_empty()) {
                (true, _) => words.say("call-missing-value", &[("argument", argument())]),
                (_, true) => words.say("call-bad-value", &[("value", value.into()), ("argument", argument())]),
                _ => words.say(
                    "call-unknown-value",
                    &[("value", value.into()), ("argument", argument()), ("known", Arg::List(known))],
                ),
            }
        }
        ErrorKind::ArgumentConflict => words.say("call-conflict", &[("argument", argument())]),
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            words.say("call-missing-value", &[("argument", argument())])
        }
        _ => return None,
    })
}
