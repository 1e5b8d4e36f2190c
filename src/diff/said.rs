//! One thing that is said of one subject: what a text is taken apart into, so that two can be compared.

use crate::diagnostics::Arg;
use crate::model::{Condition, Limit, Model, Text};
use crate::source::Span;
use crate::time::{Day, Unit};
use crate::vocabulary::Language;
use chrono::NaiveDate;
use std::collections::BTreeMap;

macro_rules! what {
    ($($variant:ident $name:literal)*) => {
        /// What is said, in the order in which a reviewer must see that it changed. Its word is `diff-what-<name>`.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum What { $($variant),* }

        impl What {
            pub fn name(self) -> &'static str {
                match self { $(What::$variant => $name),* }
            }
        }
    };
}

what! {
    Term "term"
    Extension "extension"
    Limit "limit"
    Anchor "anchor"
    Step "step"
    Order "order"
    Actor "actor"
    Recipient "recipient"
    Way "way"
    Outcome "outcome"
    StopsClock "stops-clock"
    Channel "channel"
    Document "document"
    Ground "ground"
    Result "result"
    Form "form"
    Fee "fee"
    Standard "standard"
    Organisation "organisation"
    InForce "in-force"
    Amended "amended"
    Reading "reading"
    Hours "hours"
    Stage "stage"
    Saying "saying"
    Participant "participant"
    Fact "fact"
    Body "body"
    Clause "clause"
    Number "number"
    Name "name"
    Wording "wording"
}

/// What two sayings are compared by.
#[derive(Clone, Debug)]
pub(super) enum Same {
    /// Equal keys mean the same.
    Key(String),
    /// Texts that agree in each language that both have.
    Words(Text),
}

impl Same {
    pub fn agrees(&self, other: &Same) -> bool {
        match (self, other) {
            (Same::Key(one), Same::Key(other)) => one == other,
            (Same::Words(one), Same::Words(other)) => agree(one, other),
            _ => false,
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Said {
    pub what: What,
    /// The name of the subject on the old side, or its own where it is new; empty: the act itself.
    pub subject: String,
    /// The name as its own side writes it.
    pub shown: String,
    /// The channel's name on the old side; `None`: of all.
    pub channel: Option<String>,
    pub same: Same,
    /// What is shown of it, part by part.
    pub value: Vec<Arg>,
    pub clause: Option<String>,
    pub at: Span,
}

impl Said {
    pub fn new(what: What, subject: &str, same: Same, value: Vec<Arg>, at: Span) -> Said {
        Said {
            what,
            subject: subject.to_owned(),
            shown: subject.to_owned(),
            channel: None,
            same,
            value,
            clause: None,
            at,
        }
    }

    pub fn key(what: What, subject: &str, key: impl Into<String>, value: Vec<Arg>, at: Span) -> Said {
        Said::new(what, subject, Same::Key(key.into()), value, at)
    }

    /// A text; nothing where there is none.
    pub fn words(what: What, subject: &str, text: &Text, at: Span) -> Option<Said> {
        (!is_empty(text)).then(|| Said::new(what, subject, Same::Words(text.clone()), vec![words(text)], at))
    }

    pub fn shown(self, shown: &str) -> Said {
        Said { shown: shown.to_owned(), ..self }
    }

    pub fn clause(self, clause: Option<&str>) -> Said {
        Said { clause: clause.map(str::to_owned), ..self }
    }
}

pub(super) fn is_empty(text: &Text) -> bool {
    text.any.is_none() && text.by_language.is_empty()
}

/// Whether two texts say the same in each language that both have; one without a language is said in all.
pub(super) fn agree(one: &Text, other: &Text) -> bool {
    let in_language = |text: &Text, language| text.by_language.get(&language).or(text.any.as_ref()).cloned();
    let both = Language::ALL.into_iter().filter_map(|it| Some((in_language(one, it)?, in_language(other, it)?)));
    let pairs: Vec<(String, String)> = both.collect();
    match pairs.is_empty() {
        true => is_empty(one) && is_empty(other),
        false => pairs.iter().all(|(one, other)| spaces(one) == spaces(other)),
    }
}

/// A text may be broken into lines in another way.
fn spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn words(text: &Text) -> Arg {
    match &text.any {
        Some(any) if text.by_language.is_empty() => Arg::Text(any.clone()),
        any => {
            let all = Language::ALL.into_iter();
            let said = |language| text.by_language.get(&language).or(any.as_ref()).map(|it| (language, it.clone()));
            Arg::Translated(all.filter_map(said).collect())
        }
    }
}

pub(super) fn day(date: NaiveDate) -> Arg {
    Arg::Day(Day::from_date(date))
}

/// The limits of one statement: in whatever order, the earliest counts.
pub(super) fn limits(all: &[Limit]) -> (String, Vec<Arg>) {
    let key = |limit: &Limit| {
        let duration = limit.duration;
        // Sixty minutes are an hour: both run while somebody works.
        let (quantity, unit) = match duration.unit {
            Unit::Hour => (u64::from(duration.quantity) * 60, Unit::Minute),
            unit => (u64::from(duration.quantity), unit),
        };
        format!("{quantity} {unit:?} {} {}", duration.first_day_counted, limit.before_term)
    };
    let mut keys: Vec<String> = all.iter().map(key).collect();
    keys.sort();
    let value = match all {
        [] => Vec::new(),
        all => {
            let mut value = vec![Arg::Durations(all.iter().map(|limit| limit.duration).collect())];
            if all.iter().any(|limit| limit.before_term) {
                value.push(Arg::Keyword(crate::vocabulary::Keyword::BeforeTerm));
            }
            value
        }
    };
    (keys.join(", "), value)
}

/// A condition as the reader's language writes it.
pub(super) fn condition(model: &Model, when: &Condition) -> Arg {
    let written: BTreeMap<Language, String> =
        Language::ALL.into_iter().map(|language| (language, when.written_in(model, language))).collect();
    Arg::Translated(written)
}
