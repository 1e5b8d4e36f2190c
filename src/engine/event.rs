//! What happens to a case, and why something is refused.

use crate::time::{Day, Instant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The application that opens a case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Filing {
    pub regulation: String,
    pub channel: String,
    /// When it was handed in, not when it counts.
    pub filed: Instant,
    /// What is known by then: the name of a fact and its value.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
}

impl Filing {
    pub fn new(regulation: &str, channel: &str, filed: Instant) -> Filing {
        Filing { regulation: regulation.to_owned(), channel: channel.to_owned(), filed, facts: BTreeMap::new() }
    }

    /// With one more fact.
    #[must_use]
    pub fn with(mut self, fact: &str, value: &str) -> Filing {
        self.facts.insert(fact.to_owned(), value.to_owned());
        self
    }
}

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Event {
    /// A step is done.
    Done { step: String, at: Instant },
    /// A choice is made: the facts that it settles become known.
    Decided {
        step: String,
        #[serde(default)]
        facts: BTreeMap<String, String>,
        at: Instant,
    },
    /// What a wait waits for has come.
    Arrived { step: String, at: Instant },
    /// Facts become known.
    Learned { facts: BTreeMap<String, String>, at: Instant },
    /// The term is extended.
    Extended { extension: String, at: Instant },
    /// The applicant takes the application back.
    Withdrawn { at: Instant },
}

impl Event {
    pub fn done(step: &str, at: Instant) -> Event {
        Event::Done { step: step.to_owned(), at }
    }

    pub fn arrived(step: &str, at: Instant) -> Event {
        Event::Arrived { step: step.to_owned(), at }
    }

    /// Of facts that are known already.
    pub fn decided(step: &str, at: Instant) -> Event {
        Event::Decided { step: step.to_owned(), facts: BTreeMap::new(), at }
    }

    pub fn learned(fact: &str, value: &str, at: Instant) -> Event {
        Event::Learned { facts: BTreeMap::from([(fact.to_owned(), value.to_owned())]), at }
    }

    pub fn at(&self) -> Instant {
        match self {
            Event::Done { at, .. }
            | Event::Decided { at, .. }
            | Event::Arrived { at, .. }
            | Event::Learned { at, .. }
            | Event::Extended { at, .. }
            | Event::Withdrawn { at } => *at,
        }
    }
}

/// All that there is to keep of a case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Record {
    #[serde(flatten)]
    pub filing: Filing,
    pub events: Vec<Event>,
}

/// Why a filing or an event is not taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Refusal {
    UnknownRegulation {
        regulation: String,
    },
    /// No version of it takes what is filed on that day.
    NoVersion {
        regulation: String,
        day: Day,
    },
    UnknownChannel {
        channel: String,
        known: Vec<String>,
    },
    /// The channel has no procedure.
    NoProcedure {
        channel: String,
    },
    /// The calendar does not have the year in which the filing would count.
    BeyondCalendar {
        year: i64,
    },
    UnknownFact {
        fact: String,
        known: Vec<String>,
    },
    UnknownValue {
        fact: String,
        value: String,
        known: Vec<String>,
    },
    /// The fact has another value already.
    FactSettled {
        fact: String,
        value: String,
    },
    CaseOver,
    /// It lies before what happened last.
    OutOfOrder {
        last: Instant,
    },
    UnknownStep {
        step: String,
    },
    /// This is not how such a node is done.
    WrongEvent {
        step: String,
        wanted: &'static str,
    },
    AlreadyDone {
        step: String,
        at: Instant,
    },
    NotUnderWay {
        step: String,
        under_way: Vec<String>,
    },
    /// It lies before the file came.
    TooEarly {
        step: String,
        from: Instant,
    },
    /// It is still open which branch is taken.
    Undecided {
        step: String,
        facts: Vec<String>,
    },
    UnknownExtension {
        extension: String,
        known: Vec<String>,
    },
    AlreadyExtended {
        extension: String,
    },
}

impl Refusal {
    /// As it is called in the vectors, and in every language.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::UnknownRegulation { .. } => "unknown-regulation",
            Refusal::NoVersion { .. } => "no-version",
            Refusal::UnknownChannel { .. } => "unknown-channel",
            Refusal::NoProcedure { .. } => "no-procedure",
            Refusal::BeyondCalendar { .. } => "beyond-calendar",
            Refusal::UnknownFact { .. } => "unknown-fact",
            Refusal::UnknownValue { .. } => "unknown-value",
            Refusal::FactSettled { .. } => "fact-settled",
            Refusal::CaseOver => "case-over",
            Refusal::OutOfOrder { .. } => "out-of-order",
            Refusal::UnknownStep { .. } => "unknown-step",
            Refusal::WrongEvent { .. } => "wrong-event",
            Refusal::AlreadyDone { .. } => "already-done",
            Refusal::NotUnderWay { .. } => "not-under-way",
            Refusal::TooEarly { .. } => "too-early",
            Refusal::Undecided { .. } => "undecided",
            Refusal::UnknownExtension { .. } => "unknown-extension",
            Refusal::AlreadyExtended { .. } => "already-extended",
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let list = |names: &[String]| names.join(", ");
        match self {
            Refusal::UnknownRegulation { regulation } => write!(f, "there is no regulation `{regulation}`"),
            Refusal::NoVersion { regulation, day } => write!(f, "no version of `{regulation}` takes a filing of {day}"),
            Refusal::UnknownChannel { channel, known } => write!(f, "no channel `{channel}`: there is {}", list(known)),
            Refusal::NoProcedure { channel } => write!(f, "the channel `{channel}` has no procedure"),
            Refusal::BeyondCalendar { year } => write!(f, "the calendar has no year {year}"),
            Refusal::UnknownFact { fact, known } => write!(f, "no fact `{fact}`: there is {}", list(known)),
            Refusal::UnknownValue { fact, value, known } => {
                write!(f, "`{fact}` has no value `{value}`: it has {}", list(known))
            }
            Refusal::FactSettled { fact, value } => write!(f, "`{fact}` is known to be `{value}`"),
            Refusal::CaseOver => f.write_str("the case is over"),
            Refusal::OutOfOrder { last } => write!(f, "something happened at {last} already"),
            Refusal::UnknownStep { step } => write!(f, "there is no step `{step}`"),
            Refusal::WrongEvent { step, wanted } => write!(f, "`{step}` is not done so, but by `{wanted}`"),
            Refusal::AlreadyDone { step, at } => write!(f, "`{step}` was done at {at}"),
            Refusal::NotUnderWay { step, under_way } => {
                write!(f, "the file is not at `{step}`, but at {}", list(under_way))
            }
            Refusal::TooEarly { step, from } => write!(f, "the file came to `{step}` at {from}"),
            Refusal::Undecided { step, facts } => write!(f, "`{step}` hangs on {}", list(facts)),
            Refusal::UnknownExtension { extension, known } => {
                write!(f, "no extension `{extension}`: there is {}", list(known))
            }
            Refusal::AlreadyExtended { extension } => write!(f, "the extension `{extension}` holds already"),
        }
    }
}

impl std::error::Error for Refusal {}
