//! What is asked of the prover beyond the text: a horizon, and "what if".

use crate::time::Duration;
use chrono::NaiveDate;
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
