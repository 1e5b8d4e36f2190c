//! `reglament lsp`: the language server, over standard input and output.

use super::{Exit, Session};
use clap::Args;
use lsp_server::Connection;

#[derive(Args)]
pub struct LspArgs {
    /// Taken because many clients give it; there is no other way in.
    #[arg(long)]
    stdio: bool,
}

pub fn run(_: &LspArgs, session: &mut Session) -> Exit {
    let (connection, threads) = Connection::stdio();
    let served = crate::lsp::serve(&connection);
    drop(connection);
    let joined = threads.join();
    match served {
        Ok(()) if joined.is_ok() => Exit::Clean,
        Ok(()) => Exit::Usage,
        Err(error) => {
            session.complain("lsp-protocol", &[("why", error.to_string().into())]);
            Exit::Usage
        }
    }
}
