//! What the exit code says.

use std::process::ExitCode;

/// The exit codes that scripts rely on; an enum, so that no command invents one of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// Nothing is wrong.
    Clean,
    /// The input is wrong, or is refuted.
    Wrong,
    /// Called wrongly, or a file cannot be read or written.
    Usage,
    /// A bug of the tool itself.
    Bug,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Clean => 0,
            Exit::Wrong => 1,
            Exit::Usage => 2,
            Exit::Bug => 3,
        })
    }
}
