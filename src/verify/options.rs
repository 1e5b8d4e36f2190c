//! What is asked of the prover beyond the text: a horizon, and "what if".

use crate::model::Force;
use crate::time::Duration;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// The question. The default one is about the text as it stands, over ten fixed years.
#[derive(Clone, PartialEq, Debug)]
pub struct Options {
    /// The first day on which a filing is tried.
    pub from: NaiveDate,
    /// The last one, inclusive.
    pub to: NaiveDate,
    /// Another term, for every channel and case.
    pub term: Option<Duration>,
    /// By the id of a step: another limit instead of all that it has, counted from the same event.
    pub limits: BTreeMap<String, Duration>,
    /// Readings chosen by whoever asks, over those of the acts: name and value. Invariant: both are known ones.
    pub readings: Vec<(String, String)>,
    /// Look for the smallest repairs of what is late.
    pub repairs: bool,
}

impl Options {
    /// The same question of the filings that fall under one version of an act. A version that has none of them, as it
    /// ended before the horizon or comes into force behind it, is asked about its first year.
    pub(super) fn within(&self, judged: Option<Force>) -> Options {
        let mut own = self.clone();
        let Some(force) = judged else { return own };
        match force.with(&Force { from: Some(self.from), until: Some(self.to) }) {
            Some(days) => {
                own.from = days.from.unwrap_or(self.from);
                own.to = days.until.unwrap_or(self.to);
            }
            None => {
                let year = Days::new(364);
                let from = force.from.or(force.until.map(|last| last - year)).unwrap_or(self.from);
                own.from = from;
                own.to = force.until.map_or(from + year, |last| last.min(from + year));
            }
        }
        own
    }
}

impl Default for Options {
    fn default() -> Self {
        Options {
            from: NaiveDate::from_ymd_opt(2016, 1, 1).unwrap_or_default(),
            to: NaiveDate::from_ymd_opt(2025, 12, 31).unwrap_or_default(),
            term: None,
            limits: BTreeMap::new(),
            readings: Vec::new(),
            repairs: false,
        }
    }
}
