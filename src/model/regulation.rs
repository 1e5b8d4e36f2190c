//! A regulation: whose it is, which standard it implements, and what it says besides its procedures.

use super::{
    ActorId, BodyId, ChannelId, Citation, ClauseRef, Condition, DocumentId, Expectation, Fee, Force, Form, Ground,
    Limit, Opening, OrganisationId, Procedure, ReadingChoice, Requirement, ResultItem, Said, StandardId, Text,
};
use crate::inventory::Inventory;
use crate::source::Span;
use crate::time::Duration;
use crate::vocabulary::Keyword;
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
    /// Where it says so.
    pub effective: Option<Span>,
    /// Where it or its standard has versions: the days of filing that fall under this text and this text of the
    /// standard. `None`: it stands alone, and is judged for whatever days are asked about.
    pub judged: Option<Force>,
    pub amended: Vec<Event>,
    pub repealed: Option<Event>,
    /// Channels it announces.
    pub offers: Vec<Said<ChannelId>>,
    /// The hours that it gives for a channel.
    pub hours: Vec<ChannelHours>,
    /// Who takes part, by the act's own list.
    pub listed: Vec<Said<ActorId>>,
    /// What the clauses of that list call an actor, where that is not its usual name.
    pub names: Vec<Naming>,
    pub requires: Vec<Requirement>,
    pub grounds: Vec<Ground>,
    pub results: Vec<ResultItem>,
    /// Each saying of it.
    pub form: Vec<Said<Vec<Form>>>,
    pub fee: Option<Said<Fee>>,
    /// One a channel, in the order of the text.
    pub procedures: Vec<Procedure>,
    pub sayings: Vec<Saying>,
    pub abbreviations: Vec<Abbreviation>,
    pub mentions: Vec<Mention>,
    pub readings: Vec<ReadingChoice>,
    pub omissions: Vec<Omission>,
    /// Every clause that it cites, in the order of the text.
    pub cited: Vec<Cited>,
    /// The clauses that the act has, where the project keeps them.
    pub inventory: Option<Inventory>,
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

/// A clause that a statement cites.
#[derive(Clone, Debug)]
pub struct Cited {
    pub clause: ClauseRef,
    /// What kind of statement it is: a step, a term, ...
    pub by: Keyword,
    /// Its name; empty where it has none.
    pub name: String,
    pub hold: Hold,
    /// Times that the statement's texts tell.
    pub told: Vec<Duration>,
    /// The statement's line.
    pub span: Span,
}

/// How far a statement holds what the clause says that it cites.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hold {
    Carries,
    /// It says what an abbreviation is short for.
    Defines,
    /// It names something that stands in the clause.
    Names,
    Omits,
}

/// Clauses of the act that the model leaves out on purpose, and why: with what stands under them and nothing carries.
#[derive(Clone, Debug)]
pub struct Omission {
    pub clauses: Vec<ClauseRef>,
    pub why: Text,
    pub span: Span,
}

/// An actor by another name than its usual one.
#[derive(Clone, Debug)]
pub struct Naming {
    pub actor: ActorId,
    pub called: Text,
    /// `None`: the line has no clause.
    pub clause: Option<ClauseRef>,
    pub span: Span,
}

/// A limit that an act states and that is not a step of a channel.
#[derive(Clone, Debug)]
pub struct Saying {
    pub id: String,
    pub about: About,
    pub label: Text,
    pub actor: Option<ActorId>,
    /// What the clauses call the actor, where that is not its usual name.
    pub called: Option<Text>,
    /// Whom it hands something to.
    pub hands_to: Option<ActorId>,
    /// What the clauses call it, where that is not its usual name.
    pub to_called: Option<Text>,
    pub limits: Vec<Limit>,
    /// The event it is counted from, as named; empty: not said.
    pub from: Vec<String>,
    /// Channels it is for; empty: all.
    pub channels: Vec<ChannelId>,
    pub when: Condition,
    /// What each of its clauses says.
    pub citations: Vec<Citation>,
    pub span: Span,
}

/// The hours that an act gives for one of its channels, in the block of `offers`.
#[derive(Clone, Debug)]
pub struct ChannelHours {
    pub channel: ChannelId,
    pub work: Vec<Opening>,
    /// A filing counts here; where empty, the working hours.
    pub acceptance: Vec<Opening>,
    pub clauses: Vec<ClauseRef>,
    /// The `offers` line.
    pub span: Span,
}

/// A short form that the act uses, in the act's own letters.
#[derive(Clone, Debug)]
pub struct Abbreviation {
    pub short: String,
    /// What it is short for; without text where the act never says it.
    pub means: Text,
    /// The declared things that it stands for: things of several kinds may share a name.
    pub of: Vec<Named>,
    /// Where the act defines it.
    pub defined: Vec<ClauseRef>,
    /// Where the act uses it without defining it.
    pub used: Vec<ClauseRef>,
    pub span: Span,
}

/// A body, organisation, channel or actor that the act names in passing.
#[derive(Clone, Debug)]
pub struct Mention {
    pub name: String,
    /// How the act writes it, where the author says so.
    pub label: Text,
    pub what: Vec<Named>,
    /// Since when the clauses are worded so; `None`: since the act came into force.
    pub since: Option<NaiveDate>,
    pub clauses: Vec<ClauseRef>,
    pub span: Span,
}

/// Something declared that an act can name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Named {
    Body(BodyId),
    Organisation(OrganisationId),
    Channel(ChannelId),
    Actor(ActorId),
    Document(DocumentId),
    Standard(StandardId),
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
