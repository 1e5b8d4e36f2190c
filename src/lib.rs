//! A small language for public-service regulations: parsed, resolved, checked, and proved on time.
//!
//! ```text
//!   source ─► parse ─► ast ─► resolve ─► model ─┬─► check  ─► findings
//!                                               └─► verify ─► proofs
//!             vocabulary, time, diagnostics: spoken everywhere
//! ```

pub mod artifact;
pub mod ast;
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compile;
pub mod diagnostics;
pub mod diff;
pub mod engine;
pub mod export;
pub mod format;
#[cfg(feature = "cli")]
pub mod ide;
pub mod inventory;
pub mod layout;
#[cfg(feature = "cli")]
pub mod lsp;
pub mod model;
pub mod parse;
#[cfg(feature = "picture")]
pub mod picture;
pub mod pipeline;
pub mod published;
pub mod resolve;
pub mod source;
pub mod time;
pub mod verify;
pub mod vocabulary;
