//! A regulation: whose it is, which standard it implements, and what it says besides its procedures.

use super::{
    ActorId, ChannelId, ClauseRef, Expectation, Fee, Form, Ground, Limit, OrganisationId, Procedure, ReadingChoice,
    Requirement, ResultItem, Said, StandardId, Text,
};
use crate::source::Span;
use chrono::NaiveDate;

#[derive(Clone, Debug)]
pub struct Regulation {
    pub id: String,
    pub title: Text,
    pub act: Option<Text>,
    pub source: Option<Text>,
    pub standard: Option<StandardId>,
    /// Whose it is.
    pub organisation: Option<OrganisationId>,
    pub since: Option<NaiveDate>,
    /// The last day in force, inclusive.
    pub until: Option<NaiveDate>,
    pub amended: Vec<Event>,
    pub repealed: Option<Event>,
    /// Channels it announces.
    pub offers: Vec<Said<ChannelId>>,
    /// Who takes part, by the act's own list.
    pub listed: Vec<Said<ActorId>>,
    pub requires: Vec<Requirement>,
    pub grounds: Vec<Ground>,
    pub results: Vec<ResultItem>,
    pub form: Vec<Said<Form>>,
    pub fee: Option<Said<Fee>>,
    /// One a channel, in the order of the text.
    pub procedures: Vec<Procedure>,
    pub sayings: Vec<Saying>,
    pub readings: Vec<ReadingChoice>,
    pub omissions: Vec<Omission>,
    pub expects: Vec<Expectation>,
    /// Where `regulation` stands: its line, with its block.
    pub span: Span,
    /// The line alone, for findings about the whole.
    pub head: Span,
    /// Something in its file could not be understood: do not conclude from what is missing.
    pub broken: bool,
}

/// An amendment or a repeal: when, and by what.
#[derive(Clone, Debug)]
pub struct Event {
    pub date: NaiveDate,
    pub by: Text,
    pub span: Span,
}

/// Clauses of the act that the model leaves out on purpose, and why: with what stands under them and nothing carries.
#[derive(Clone, Debug)]
pub struct Omission {
    pub clauses: Vec<ClauseRef>,
    pub why: Text,
    pub span: Span,
}

/// A limit that an act states and that is not a step of a channel.
#[derive(Clone, Debug)]
pub struct Saying {
    pub id: String,
    pub about: About,
    pub label: Text,
    pub actor: Option<ActorId>,
    pub limits: Vec<Limit>,
    /// The event it is counted from, as named; empty: not said.
    pub from: Vec<String>,
    pub channels: Vec<ChannelId>,
    pub clauses: Vec<ClauseRef>,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    Stage,
    Term,
    Extension,
    Notice,
    Refusal,
    Obligation,
    Complaint,
    CompletenessCheck,
    /// How long after its publication the act comes into force.
    InForce,
}
