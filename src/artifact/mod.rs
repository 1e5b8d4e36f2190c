//! The rules as an engine loads them: one artifact with everything that a case needs, and no date of any case.
//!
//! `docs/artifact.md` says what each field means and how a case is evaluated, so that a loader can be written in any
//! language; this room holds the same as Rust types, writes them as canonical JSON or in the binary form, and reads
//! both back without trusting a byte. It knows neither the language nor the model that the rules came from.
//!
//! Invariant: the fields of each type stand in the order of the alphabet, since canonical JSON has its keys in order.

mod binary;
mod condition;
mod load;
mod references;
#[cfg(feature = "cli")]
mod schema;
mod write;

pub use condition::Condition;
pub use load::{LoadError, Sizes};
#[cfg(feature = "cli")]
pub use schema::schema;

use crate::time::{Day, DayKind, Duration, Unit};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the field `format` says.
pub const FORMAT: &str = "reglament-rules";
/// Moves when a loader that does not know of the change would evaluate a case otherwise than it should.
pub const VERSION: u32 = 1;
/// Moves when fields are added that a loader may ignore.
pub const REVISION: u32 = 1;

/// Declares the types of the artifact, each with what all of them have.
macro_rules! parts {
    ($($(#[$more:meta])* $kind:ident $name:ident { $($body:tt)* })*) => {
        $(
            $(#[$more])*
            #[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
            #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
            #[serde(rename_all = "snake_case")]
            pub $kind $name { $($body)* }
        )*
    };
}

/// A place in one of the artifact's lists.
pub type Ix = u32;

parts! {
    /// Everything a project has, compiled.
    struct Artifact {
        pub actors: Vec<Actor>,
        pub calendars: Vec<Calendar>,
        pub documents: Vec<Document>,
        pub facts: Vec<Fact>,
        /// `reglament-rules`
        pub format: String,
        /// `sha256:` and the sum, in 64 small hexadecimal digits, of the canonical JSON without this field.
        pub hash: String,
        pub organisations: Vec<Organisation>,
        /// Every set of answers to the doubts that the law leaves.
        pub readings: Vec<BTreeMap<String, String>>,
        /// Several of one id are versions of one act.
        pub regulations: Vec<Regulation>,
        pub revision: u32,
        pub schedules: Vec<Schedule>,
        pub standards: Vec<Standard>,
        /// Texts by language: `kk`, `ru`, `en`, or `und` where the author named none.
        pub texts: Vec<BTreeMap<String, String>>,
        pub version: u32,
    }

    struct Actor {
        pub id: String,
        pub kind: ActorKind,
        pub label: Option<Ix>,
        pub organisation: Option<Ix>,
    }

    enum ActorKind {
        Applicant,
        Official,
        Outside,
        System,
    }

    struct Organisation {
        pub id: String,
        pub label: Option<Ix>,
        pub schedule: Ix,
    }

    struct Document {
        pub id: String,
        pub label: Option<Ix>,
    }

    /// What is asked of one case.
    struct Fact {
        pub id: String,
        pub label: Option<Ix>,
        /// `yes` and `no`, or the values declared.
        pub values: Vec<String>,
    }

    /// Which days are worked. A day that no list names is off if its weekday is one of the weekend, else worked.
    struct Calendar {
        pub id: String,
        /// 1 is Monday, 7 is Sunday.
        pub weekend: Vec<u8>,
        pub weekend_name: Option<Ix>,
        pub weekend_source: Option<Ix>,
        /// One after the other, without a gap.
        pub years: Vec<Year>,
    }

    struct Year {
        /// The days that differ from the plain week, in order.
        pub days: Vec<CalendarDay>,
        /// The year's days are not settled yet: what is computed with them has to say so.
        pub projected: bool,
        pub year: i32,
    }

    struct CalendarDay {
        pub date: Day,
        #[cfg_attr(feature = "cli", schemars(with = "schema::Kind"))]
        pub kind: DayKind,
        pub name: Option<Ix>,
        /// Of a worked day: the day off whose hours it takes. Of a day off: the holiday that it stands for, or the day
        /// that is worked instead.
        pub other: Option<Day>,
        pub source: Option<Ix>,
        pub working: bool,
    }

    /// The hours of an organisation.
    struct Schedule {
        /// When a filing counts.
        pub acceptance: Vec<Opening>,
        pub id: String,
        /// When minutes of work run.
        pub work: Vec<Opening>,
    }

    /// Open on some days of the week between two times, less the breaks.
    struct Opening {
        /// From and until, in minutes of the day.
        pub breaks: Vec<(u16, u16)>,
        /// 1 is Monday, 7 is Sunday.
        pub days: Vec<u8>,
        /// In minutes of the day.
        pub from: u16,
        /// The last date on which it holds.
        pub last: Option<Day>,
        /// The first date on which it holds.
        pub since: Option<Day>,
        /// In minutes of the day: the close, at most 1440.
        pub until: u16,
    }

    /// The act that promises.
    struct Standard {
        pub act: Option<Ix>,
        pub grounds: Vec<Named>,
        pub id: String,
        pub in_force_from: Option<Day>,
        pub in_force_until: Option<Day>,
        pub results: Vec<Named>,
        pub title: Option<Ix>,
    }

    /// Something with a name and the clauses that give it: a ground for refusal, a result.
    struct Named {
        pub clauses: Vec<String>,
        pub id: String,
        pub label: Option<Ix>,
    }

    /// One text of a regulation, held against one text of its standard.
    struct Regulation {
        pub act: Option<Ix>,
        pub calendar: Ix,
        pub channels: Vec<Channel>,
        /// The first day of filing that falls under this version; `null`: it has no predecessor.
        pub from: Option<Day>,
        pub grounds: Vec<Named>,
        pub id: String,
        pub in_force_from: Option<Day>,
        pub in_force_until: Option<Day>,
        pub organisation: Option<Ix>,
        pub results: Vec<Named>,
        pub sayings: Vec<Saying>,
        pub standard: Option<Ix>,
        pub title: Option<Ix>,
        /// The last day of filing that falls under this version; `null`: it has no successor.
        pub until: Option<Day>,
    }

    /// A limit that the act states beside its procedures: an obligation after the end, a complaint, a notice.
    struct Saying {
        pub about: String,
        pub actor: Option<Ix>,
        /// The ids of the channels it is for; empty: all.
        pub channels: Vec<String>,
        pub clauses: Vec<String>,
        /// The events it is counted from, as the act's text names them.
        pub counted_from: Vec<String>,
        pub id: String,
        pub label: Option<Ix>,
        pub limits: Vec<Limit>,
        pub when: Condition,
    }

    /// A regulation in one channel.
    struct Channel {
        /// When a filing counts; `null`: at once, whenever it is filed.
        pub accepts: Option<Acceptance>,
        /// The provider's check that lies before the term; `null`: none does.
        pub completeness_check: Option<Length>,
        pub documents: Vec<Requirement>,
        /// The node that a filing enters; `null`: there is no procedure.
        pub entry: Option<Ix>,
        pub extensions: Vec<Extension>,
        pub id: String,
        pub label: Option<Ix>,
        pub nodes: Vec<Node>,
        pub readings: Ix,
        /// Whose hours end the term: the provider's.
        pub term_schedule: Ix,
        pub terms: Vec<Term>,
    }

    struct Acceptance {
        pub round_the_clock: bool,
        pub schedule: Ix,
    }

    struct Requirement {
        pub clauses: Vec<String>,
        pub document: Ix,
        /// The state has it: the applicant may not be asked for it.
        pub obtained: bool,
        pub said_by: SaidBy,
        pub when: Condition,
    }

    #[derive(Copy)]
    enum SaidBy {
        Regulation,
        Standard,
    }

    struct Term {
        /// The name of the standard's case; empty for the only one.
        pub case: String,
        pub clauses: Vec<String>,
        pub label: Option<Ix>,
        /// `null`: the term is not known.
        pub limit: Option<Length>,
        pub when: Condition,
    }

    struct Extension {
        pub clauses: Vec<String>,
        pub id: String,
        pub label: Option<Ix>,
        /// What it adds to the term.
        pub limit: Length,
        /// Within what the applicant must be told.
        pub notice: Option<Length>,
        /// The names of the events that the notice is counted from; empty: from when the reason is known.
        pub notice_from: Vec<String>,
        /// `always`: it holds only where an event says so.
        pub when: Condition,
    }

    struct Node {
        pub actor: Option<Ix>,
        /// Counted from the latest of these that happened; if none did, from `previous`.
        pub anchor: Vec<Anchor>,
        pub clauses: Vec<String>,
        /// The declared results that it gives, by their ids.
        pub gives: Vec<String>,
        pub hands_to: Option<Ix>,
        pub id: String,
        pub kind: NodeKind,
        pub label: Option<Ix>,
        /// The earliest counts.
        pub limits: Vec<Limit>,
        /// Of a join: how many branches meet in it; of others 0.
        pub needs: u32,
        pub next: Vec<Edge>,
        /// Of an end: how it ends.
        pub outcome: Option<Outcome>,
        pub pace: Pace,
        pub results: Vec<Ix>,
        /// Whose hours count its limits.
        pub schedule: Ix,
        pub stage: Option<String>,
        /// The term does not run while it lasts.
        pub stops_clock: bool,
    }

    #[derive(Copy)]
    enum NodeKind {
        Choice,
        End,
        Join,
        Parallel,
        Receipt,
        Step,
        Wait,
    }

    /// How long a node may take.
    #[derive(Copy)]
    enum Pace {
        /// Nothing is said of somebody who acts at once: an information system, the applicant.
        AtOnce,
        /// It is a point and no act: done when the file comes.
        Automatic,
        /// It has limits.
        Limited,
        /// Nothing is said: no bound.
        Open,
    }

    #[derive(Copy)]
    enum Outcome {
        Granted,
        Refused,
        Returned,
    }

    enum Anchor {
        /// The node at that place is done.
        Done(Ix),
        /// The filing as counted.
        Filing,
        /// The file arrives.
        Previous,
    }

    struct Edge {
        pub to: Ix,
        pub when: Condition,
    }

    struct Limit {
        /// Counted back from the end of the term.
        pub before_term: bool,
        /// Those that give it.
        pub clauses: Vec<String>,
        pub first_day_counted: bool,
        pub quantity: u32,
        pub unit: Unit,
    }

    struct Length {
        pub first_day_counted: bool,
        pub quantity: u32,
        pub unit: Unit,
    }
}

impl Limit {
    pub fn duration(&self) -> Duration {
        Duration { quantity: self.quantity, unit: self.unit, first_day_counted: self.first_day_counted }
    }
}

impl Length {
    pub fn duration(&self) -> Duration {
        Duration { quantity: self.quantity, unit: self.unit, first_day_counted: self.first_day_counted }
    }
}

impl From<Duration> for Length {
    fn from(said: Duration) -> Length {
        Length { first_day_counted: said.first_day_counted, quantity: said.quantity, unit: said.unit }
    }
}

impl Regulation {
    /// Whether what is filed on `day` falls under this version.
    pub fn is_for(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether the text is in force on `day`.
    pub fn in_force_on(&self, day: Day) -> bool {
        self.in_force_from.is_none_or(|from| from <= day) && self.in_force_until.is_none_or(|until| day <= until)
    }
}
