//! `reglament completions` and `reglament man`: what a shell and `man` want to know of the command line.

use super::{Exit, Session, help, output};
use clap::Args;
use clap_complete::Shell;
use std::path::PathBuf;

#[derive(Args)]
pub struct CompletionsArgs {
    #[arg(value_enum)]
    shell: Shell,
}

/// Writes the shell's own script, to be put where the shell looks for it.
pub fn completions(args: &CompletionsArgs, session: &mut Session) -> Exit {
    let mut script = Vec::new();
    let mut cli = help::worded(&session.words());
    clap_complete::generate(args.shell, &mut cli, "reglament", &mut script);
    session.out += &String::from_utf8_lossy(&script);
    Exit::Clean
}

#[derive(Args)]
pub struct ManArgs {
    folder: PathBuf,
}

/// One page for the command, one for each subcommand.
pub fn man(args: &ManArgs, session: &mut Session) -> Exit {
    if let Err(error) = std::fs::create_dir_all(&args.folder) {
        let path = args.folder.display().to_string();
        session.complain("file-not-written", &[("path", path.into()), ("why", error.to_string().into())]);
        return Exit::Usage;
    }
    let mut cli = help::worded(&session.words());
    cli.build();
    let subcommands: Vec<clap::Command> = cli.get_subcommands().cloned().collect();
    for command in std::iter::once(cli).chain(subcommands) {
        let name = command.get_display_name().unwrap_or_else(|| command.get_name()).replace(' ', "-");
        let mut page = Vec::new();
        if clap_mangen::Man::new(command).render(&mut page).is_err() {
            continue;
        }
        let path = args.folder.join(format!("{name}.1"));
        if !output::write(&path, &*String::from_utf8_lossy(&page), session) {
            return Exit::Usage;
        }
        let line = session.words().say("fmt-written", &[("path", path.display().to_string().into())]);
        session.line(&line);
    }
    Exit::Clean
}
