//! `--help` in the reader's language: every sentence of it stands in `diagnostics/texts/help/`.

use super::Cli;
use crate::diagnostics::{Words, negotiate};
use crate::vocabulary::Language;
use clap::{Arg, ArgAction, Command, CommandFactory};

/// The command line with its help worded.
pub(super) fn worded(words: &Words) -> Command {
    let cli = Cli::command();
    let names: Vec<String> = cli.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut cli = describe(cli, "reglament", words)
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.say("help-commands", &[]))
        .subcommand_value_name(words.say("help-command", &[]))
        .disable_version_flag(true)
        .arg(flag("version", 'V', ArgAction::Version, words));
    for name in names {
        cli = cli.mut_subcommand(&name, |sub| describe(sub, &name, words));
    }
    cli
}

fn describe(command: Command, name: &str, words: &Words) -> Command {
    let heading = words.say("help-options", &[]);
    let template = format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}", words.say("help-usage", &[]));
    command
        .about(words.say(&format!("help-{name}"), &[]))
        .help_template(template)
        .disable_help_flag(true)
        .mut_args(|arg| {
            let text = words.say(&text_id(name, arg.get_id().as_str()), &[]);
            // A flag has no values that could be hidden.
            let valued = arg.get_action().takes_values();
            let arg = arg.help(text).hide_possible_values(valued).hide_default_value(valued);
            if arg.is_positional() {
                arg.help_heading(words.say("help-arguments", &[]))
            } else {
                arg.help_heading(heading.clone())
            }
        })
        .arg(flag("help", 'h', ArgAction::Help, words))
}

fn flag(name: &'static str, short: char, action: ArgAction, words: &Words) -> Arg {
    Arg::new(name)
        .short(short)
        .long(name)
        .action(action)
        .help(words.say(&format!("help-any-{name}"), &[]))
        .help_heading(words.say("help-options", &[]))
}

/// The sentence about an argument: some arguments mean the same in every command.
fn text_id(command: &str, arg: &str) -> String {
    let own = [("check", "format"), ("diff", "format")];
    let shared = ["lang", "format", "project"].contains(&arg) && !own.contains(&(command, arg));
    let command = if shared { "any" } else { command };
    format!("help-{command}-{}", arg.replace('_', "-"))
}

/// The language to word the help in, before the arguments are parsed: `--lang` wherever it stands, else the locale.
pub(super) fn language(args: &[String]) -> Language {
    let after = args.iter().position(|arg| arg == "--lang").and_then(|at| args.get(at + 1));
    let joined = args.iter().find_map(|arg| arg.strip_prefix("--lang="));
    let asked = after.map(String::as_str).or(joined);
    let asked = Language::ALL.into_iter().find(|language| Some(language.tag()) == asked);
    negotiate(asked, |name| std::env::var(name).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_is_worded_in_three_languages() {
        let cli = Cli::command();
        let mut ids: Vec<String> = cli.get_arguments().map(|arg| text_id("reglament", arg.get_id().as_str())).collect();
        for sub in cli.get_subcommands() {
            ids.push(format!("help-{}", sub.get_name()));
            ids.extend(sub.get_arguments().map(|arg| text_id(sub.get_name(), arg.get_id().as_str())));
        }
        for language in Language::ALL {
            let words = Words::new(language);
            let missing: Vec<&String> = ids.iter().filter(|id| words.say(id, &[]) == **id).collect();
            assert!(missing.is_empty(), "no sentence in {language:?} for {missing:?}");
        }
    }
}
