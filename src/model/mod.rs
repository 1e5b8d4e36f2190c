//! What the text means: every name looked up, every limit and condition resolved, every channel laid out as a graph.
//!
//! The model knows where a thing was said (a [`Span`]) but not how it was spelled. It may be incomplete: where a
//! finding was made, the part that could not be understood is left out, and [`Regulation::broken`] says so.

mod condition;
pub mod coverage;
mod procedure;
mod regulation;
mod shared;
mod version;

pub use condition::Case;
pub use procedure::*;
pub use regulation::*;
pub use shared::*;
pub use version::{Force, succession};

use crate::source::Span;
use crate::vocabulary::Language;
use std::collections::BTreeMap;

/// Everything a project holds.
#[derive(Clone, Debug, Default)]
pub struct Model {
    pub organisations: Vec<Organisation>,
    pub schedules: Vec<Schedule>,
    /// Invariant: the first one is the applicant.
    pub actors: Vec<Actor>,
    pub channels: Vec<Channel>,
    pub facts: Vec<Fact>,
    pub documents: Vec<Document>,
    pub bodies: Vec<Body>,
    /// Several of one id are versions of one act.
    pub standards: Vec<Standard>,
    /// Several of one id are versions: of the regulation, of its standard, or of both.
    pub regulations: Vec<Regulation>,
    /// The languages that every label must be written in; the project says which.
    pub languages: Vec<Language>,
    /// Every file of the project was read whole: what nothing here uses, nothing uses.
    pub whole: bool,
    /// Findings declared to be known outside a regulation and a standard.
    pub expects: Vec<Expectation>,
}

/// A text in one or more languages.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Text {
    /// Said without a language: it stands for all of them.
    pub any: Option<String>,
    pub by_language: BTreeMap<Language, String>,
}

impl Text {
    /// The text in `language`, else without a language, else in whatever language there is.
    pub fn get(&self, language: Language) -> Option<&str> {
        self.by_language
            .get(&language)
            .or(self.any.as_ref())
            .or_else(|| self.by_language.values().next())
            .map(String::as_str)
    }
}

/// A number of the clause, as `interfaces` writes it, with where it was cited.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClauseRef {
    pub address: String,
    pub span: Span,
}

/// The findings that a statement declares to be known: `expect CODE "reason"`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Expectation {
    pub code: String,
    pub reason: String,
    /// The ids of the channels it is for; empty: all.
    pub channels: Vec<String>,
    /// Where `expect` stands.
    pub span: Span,
    /// The statement whose findings it marks: a finding belongs to it if its primary label lies inside.
    pub covers: Span,
}
