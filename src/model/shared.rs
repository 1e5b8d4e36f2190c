//! What regulations share: organisations and their schedules, actors, channels, facts, documents, bodies, standards.

use super::{ChannelHours, ClauseRef, Condition, Event, Expectation, Limit, Saying, Text};
use crate::source::Span;
use crate::time::{Readings, WeeklyHours};
use chrono::NaiveDate;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident => $list:ident: $item:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
            pub struct $name(pub u32);

            impl std::ops::Index<$name> for super::Model {
                type Output = super::$item;
                fn index(&self, id: $name) -> &super::$item {
                    &self.$list[id.0 as usize]
                }
            }
        )*
    };
}

ids! {
    /// Of an [`Organisation`].
    OrganisationId => organisations: Organisation,
    /// Of a [`Schedule`].
    ScheduleId => schedules: Schedule,
    /// Of an [`Actor`].
    ActorId => actors: Actor,
    /// Of a [`Channel`].
    ChannelId => channels: Channel,
    /// Of a [`Fact`].
    FactId => facts: Fact,
    /// Of a [`Document`].
    DocumentId => documents: Document,
    /// Of a [`Body`].
    BodyId => bodies: Body,
    /// Of a [`Standard`].
    StandardId => standards: Standard,
    /// Of a [`Regulation`](super::Regulation).
    RegulationId => regulations: Regulation,
}

/// The actor who applies; it exists without a declaration.
pub const APPLICANT: ActorId = ActorId(0);

#[derive(Clone, Debug)]
pub struct Organisation {
    pub id: String,
    pub label: Text,
    pub schedule: Option<ScheduleId>,
    pub span: Span,
}

/// The hours of an organisation: two sets, each with dates between which it holds.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    pub id: String,
    /// Minutes of work run here.
    pub work: Vec<Opening>,
    /// A filing counts here; where empty, the working hours.
    pub acceptance: Vec<Opening>,
    pub source: Option<Text>,
    pub span: Option<Span>,
}

impl Schedule {
    /// Its hours without the places where they were said, as a timetable wants them.
    pub fn hours(&self) -> WeeklyHours {
        let hours = |openings: &[Opening]| openings.iter().map(Opening::hours).collect();
        WeeklyHours { work: hours(&self.work), acceptance: hours(&self.acceptance) }
    }
}

/// Open on some days of the week between two times, less the breaks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opening {
    /// Index 0 is Monday.
    pub days: [bool; 7],
    /// Minutes of the day; `until` is the close, at most 1440.
    pub from: u16,
    pub until: u16,
    pub breaks: Vec<(u16, u16)>,
    pub since: Option<NaiveDate>,
    /// Inclusive.
    pub last: Option<NaiveDate>,
    pub span: Span,
}

impl Opening {
    fn hours(&self) -> crate::time::Opening {
        crate::time::Opening {
            days: self.days,
            from: self.from,
            until: self.until,
            breaks: self.breaks.clone(),
            since: self.since,
            last: self.last,
        }
    }
}

/// How an actor takes part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ActorKind {
    Applicant,
    /// An employee or a unit.
    Official,
    /// An information system: it acts at once where nothing is said.
    System,
    /// A body outside the service's own offices.
    Outside,
}

#[derive(Clone, Debug)]
pub struct Actor {
    pub id: String,
    pub label: Text,
    pub kind: ActorKind,
    pub organisation: Option<OrganisationId>,
    pub body: Option<BodyId>,
    /// `None` for the applicant alone.
    pub span: Option<Span>,
}

#[derive(Clone, Debug)]
pub struct Channel {
    pub id: String,
    pub label: Text,
    /// Whose acceptance hours count a filing in; `None`: at once, whenever it is filed.
    pub organisation: Option<OrganisationId>,
    /// Takes filings round the clock; what comes after working time counts from the next working day's opening, and a
    /// lunch break closes nothing.
    pub round_the_clock: bool,
    pub span: Span,
}

/// What conditions ask about one case.
#[derive(Clone, Debug)]
pub struct Fact {
    pub id: String,
    pub label: Text,
    /// `yes` and `no`, or the values declared; never fewer than two.
    pub values: Vec<String>,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Document {
    pub id: String,
    pub label: Text,
    pub span: Span,
}

/// A body of the state, with its other names and its dates.
#[derive(Clone, Debug)]
pub struct Body {
    pub id: String,
    pub label: Text,
    pub aliases: Vec<Text>,
    pub since: Option<NaiveDate>,
    /// Inclusive.
    pub until: Option<NaiveDate>,
    pub successor: Option<BodyId>,
    pub source: Option<Text>,
    pub span: Span,
}

/// The act that promises.
#[derive(Clone, Debug)]
pub struct Standard {
    pub id: String,
    pub title: Text,
    pub act: Option<Text>,
    pub source: Option<Text>,
    pub since: Option<NaiveDate>,
    /// The last day in force, inclusive.
    pub until: Option<NaiveDate>,
    /// Where it says so.
    pub effective: Option<Span>,
    pub amended: Vec<Event>,
    pub repealed: Option<Event>,
    /// Channels it offers; empty: it does not say.
    pub offers: Vec<Said<ChannelId>>,
    /// The hours that it gives for a channel.
    pub hours: Vec<ChannelHours>,
    pub terms: Vec<Term>,
    pub extensions: Vec<Extension>,
    /// How long the completeness check may take.
    pub completeness_check: Option<Limit>,
    pub requires: Vec<Requirement>,
    pub grounds: Vec<Ground>,
    pub results: Vec<ResultItem>,
    pub form: Vec<Form>,
    pub fee: Option<Fee>,
    pub readings: Vec<ReadingChoice>,
    /// Every clause that it cites, in the order of the text.
    pub cited: Vec<super::Cited>,
    /// Complaints, obligations, notices and the like.
    pub sayings: Vec<Saying>,
    pub expects: Vec<Expectation>,
    pub span: Span,
    /// The line alone, for findings about the whole.
    pub head: Span,
    /// Something in it could not be understood: do not conclude from what is missing.
    pub broken: bool,
}

/// Something an act says, with its clauses.
#[derive(Clone, Debug)]
pub struct Said<T> {
    pub what: T,
    pub clauses: Vec<ClauseRef>,
    pub span: Span,
}

/// A term that a standard promises, for a case.
#[derive(Clone, Debug)]
pub struct Term {
    /// The case's name; empty for the only one.
    pub case: String,
    pub label: Text,
    /// `None`: the term is not known.
    pub limit: Option<Limit>,
    /// Channels it is for; empty: all.
    pub channels: Vec<ChannelId>,
    pub when: Condition,
    pub clauses: Vec<ClauseRef>,
    pub span: Span,
}

/// A longer term under a condition: one count of the term and the extension together from the term's own anchor.
#[derive(Clone, Debug)]
pub struct Extension {
    pub id: String,
    pub label: Text,
    /// What is added to the term.
    pub limit: Option<Limit>,
    pub when: Condition,
    /// How soon the applicant must be told, and from which event (a node's name; empty: from when it is known).
    pub notice: Option<Limit>,
    pub notice_from: Vec<String>,
    pub clauses: Vec<ClauseRef>,
    pub span: Span,
}

/// A document that the applicant must hand in, or that is obtained from a state system.
#[derive(Clone, Debug)]
pub struct Requirement {
    pub document: DocumentId,
    /// The state has it: the applicant may not be asked for it.
    pub obtained: bool,
    /// Channels it is for; empty: all.
    pub channels: Vec<ChannelId>,
    pub when: Condition,
    pub clauses: Vec<ClauseRef>,
    pub span: Span,
}

/// A ground for refusal.
#[derive(Clone, Debug)]
pub struct Ground {
    pub id: String,
    pub label: Text,
    pub clauses: Vec<ClauseRef>,
    pub span: Span,
}

/// A result of the service, by name.
#[derive(Clone, Debug)]
pub struct ResultItem {
    pub id: String,
    pub label: Text,
    pub form: Vec<Form>,
    /// Channels it is for; empty: all.
    pub channels: Vec<ChannelId>,
    pub clauses: Vec<ClauseRef>,
    /// The clauses that do not say what the line does: the form that each gives it, if any.
    pub forms: Vec<(ClauseRef, Vec<Form>)>,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Form {
    Electronic,
    Paper,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fee {
    Free,
    Said(Text),
}

/// A reading chosen by an act or a project, for some channels or all.
#[derive(Clone, Debug)]
pub struct ReadingChoice {
    pub name: String,
    pub value: String,
    pub channels: Vec<ChannelId>,
    pub source: Option<Text>,
    pub span: Span,
}

impl ReadingChoice {
    /// Lays the choice over `readings`. Invariant: name and value were checked when the model was made.
    pub fn apply(&self, readings: &mut Readings) {
        let known = readings.set(&self.name, &self.value);
        debug_assert!(known, "resolve lets no unknown reading through");
    }
}
