//! One test program. How to add a test: put a file into a folder.
//!
//! - `tests/cases/<room>/ok/` holds what the room must accept, `err/` what it must reject; the name says what is tried.
//!   A case is one `.reglament` file, or a folder that is a project of its own.
//! - What comes out stands beside it in a snapshot, input and output together. `INSTA_UPDATE=always cargo test`
//!   writes the snapshots anew; read the diff before you keep it.
//! - Each room has one module here that walks its folders; property tests and tables stand in the same module.

mod artifact;
mod begin;
mod check;
mod cli;
mod corpus;
mod diagnostics;
mod diff;
mod differential;
mod direction;
mod documents;
mod editors;
mod engine;
mod engines;
mod format;
mod guide;
mod keywords;
mod layout;
mod lsp;
mod mutants;
mod outputs;
mod parse;
mod picture;
mod published;
mod readings;
mod resolve;
mod run;
mod time;
mod vectors;
mod verify;
mod versions;
mod workspace;
