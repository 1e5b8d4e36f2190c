//! What can be said to an author.
//!
//! A [`Finding`] is a [`Code`], the values it speaks of, and the places it is about; it holds no sentence. The
//! sentences stand in `codes/<code>/{kk,ru,en}.ftl` beside the code's page, and are chosen when a finding is shown.

pub mod baseline;
mod code;
mod counterexample;
mod fingerprint;
pub mod github;
pub mod human;
pub mod json;
pub mod junit;
mod language;
pub mod page;
pub mod sarif;
mod summary;
mod texts;
mod words;

pub use code::{Code, Severity};
pub use fingerprint::fingerprints;
pub use language::negotiate;
pub use summary::{Summary, arrange};
pub use words::{Args, Words};

use crate::source::Span;
use crate::time::{Day, Duration, Instant};
use crate::vocabulary::{Keyword, Language};
use std::collections::BTreeMap;

/// One thing to say, at its places.
#[derive(Clone, PartialEq, Debug)]
pub struct Finding {
    pub code: Code,
    pub severity: Severity,
    /// Values for the sentences, by the name they have there.
    pub args: Vec<(&'static str, Arg)>,
    /// The first one is the primary one. Empty only where no file is at fault.
    pub labels: Vec<Label>,
    /// The id of the regulation it is about.
    pub regulation: Option<String>,
    /// The id of the channel it is about.
    pub channel: Option<String>,
    /// An `expect` marks it as known.
    pub expected: bool,
    /// The reason that the `expect` gives.
    pub reason: Option<String>,
    /// Whether the baseline of the run has it; `None` where there is none, and where an `expect` marks it.
    pub recorded: Option<bool>,
    /// A dated refutation, in the shape of `prove`'s `worst`.
    pub counterexample: Option<serde_json::Value>,
}

/// A place, and which of the code's label sentences stands at it.
#[derive(Clone, PartialEq, Debug)]
pub struct Label {
    pub span: Span,
    /// The name of the sentence: `label` for the first, `label-other` and so on for further ones.
    pub text: &'static str,
    /// Values for this label alone.
    pub args: Vec<(&'static str, Arg)>,
    /// The clause of the act that says it.
    pub clause: Option<String>,
    /// Every clause of the act that says it; the pipeline adds those that the statement cites.
    pub clauses: Vec<String>,
}

/// A value in a sentence, worded in the reader's language when it is shown.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Arg {
    /// The author's own text, or a name.
    Text(String),
    /// A text in several languages: the reader's is shown, else any. Never empty.
    Translated(BTreeMap<Language, String>),
    Number(i64),
    Duration(Duration),
    /// Several limits of one step: "15 minutes and 1 working day".
    Durations(Vec<Duration>),
    /// A length of time in minutes: "9 days 14 h 45 min".
    Length(u64),
    Day(Day),
    Instant(Instant),
    /// A keyword, spelled in the reader's language.
    Keyword(Keyword),
    /// Names to choose from, shown as a list.
    List(Vec<String>),
    /// Names that all are meant, shown as a list.
    All(Vec<String>),
    /// Events that a limit is counted from, any of them: names, and the language's own words for some.
    Events(Vec<String>),
    /// Kinds of value that the grammar expected here: ids of sentences `expected-…`, shown as a list.
    Expected(Vec<&'static str>),
}

impl Finding {
    pub fn new(code: Code, at: Span) -> Finding {
        Finding {
            code,
            severity: code.severity(),
            args: Vec::new(),
            labels: vec![Label { span: at, text: "label", args: Vec::new(), clause: None, clauses: Vec::new() }],
            regulation: None,
            channel: None,
            expected: false,
            reason: None,
            recorded: None,
            counterexample: None,
        }
    }

    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Finding {
        self.args.push((name, value.into()));
        self
    }

    /// Another place, with the sentence `text` of the code.
    pub fn also(mut self, span: Span, text: &'static str) -> Finding {
        self.labels.push(Label { span, text, args: Vec::new(), clause: None, clauses: Vec::new() });
        self
    }

    /// A value for the label added last.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Finding {
        if let Some(label) = self.labels.last_mut() {
            label.args.push((name, value.into()));
        }
        self
    }

    /// The clause that the label added last is about.
    pub fn clause(mut self, address: impl Into<String>) -> Finding {
        if let Some(label) = self.labels.last_mut() {
            label.clause = Some(address.into());
        }
        self
    }

    pub fn regulation(mut self, id: impl Into<String>) -> Finding {
        self.regulation = Some(id.into());
        self
    }

    pub fn channel(mut self, id: impl Into<String>) -> Finding {
        self.channel = Some(id.into());
        self
    }

    /// Known from the text or from a baseline: it is shown, and fails nothing.
    pub fn is_known(&self) -> bool {
        self.expected || self.recorded == Some(true)
    }

    /// Where it is shown first.
    pub fn primary(&self) -> Option<Span> {
        self.labels.first().map(|label| label.span)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Arg {
        Arg::Number(number as i64)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Arg {
        Arg::Number(number)
    }
}

impl From<Duration> for Arg {
    fn from(duration: Duration) -> Arg {
        Arg::Duration(duration)
    }
}

impl From<Instant> for Arg {
    fn from(instant: Instant) -> Arg {
        Arg::Instant(instant)
    }
}

impl From<Day> for Arg {
    fn from(day: Day) -> Arg {
        Arg::Day(day)
    }
}

/// `none` where there is no day: a sentence chooses by it.
impl From<Option<Day>> for Arg {
    fn from(day: Option<Day>) -> Arg {
        day.map_or(Arg::Text("none".to_owned()), Arg::Day)
    }
}

impl From<Keyword> for Arg {
    fn from(keyword: Keyword) -> Arg {
        Arg::Keyword(keyword)
    }
}

impl From<Vec<String>> for Arg {
    fn from(names: Vec<String>) -> Arg {
        Arg::List(names)
    }
}
