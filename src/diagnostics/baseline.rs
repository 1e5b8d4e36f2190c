//! A baseline: findings that a project had when it was recorded. They are still shown, and no longer fail the check.

use super::json::FindingReport;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The shape of the file, counted up when an older program could not read it.
const VERSION: u32 = 1;

/// The file: JSON, in the order of files and codes, so that a change of it can be read as a diff.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Baseline {
    /// The version of the shape.
    baseline: u32,
    findings: Vec<Entry>,
}

/// One finding as it was recorded. The fingerprint is what it is known by; the rest is for people.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// From the folder of its project; empty where the finding has no place.
    pub file: String,
    pub code: String,
    pub regulation: Option<String>,
    pub channel: Option<String>,
    /// In English.
    pub message: String,
    pub fingerprint: String,
}

impl Default for Baseline {
    fn default() -> Baseline {
        Baseline { baseline: VERSION, findings: Vec::new() }
    }
}

impl Baseline {
    /// Reads the file; `Err` says in the reader's own words (JSON's) what is wrong with it.
    pub fn parse(text: &str) -> Result<Baseline, String> {
        let text = text.strip_prefix(crate::source::BYTE_ORDER_MARK).unwrap_or(text);
        let read: Baseline = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if read.baseline == VERSION { Ok(read) } else { Err(format!("\"baseline\": {}", read.baseline)) }
    }

    /// The entries, sorted, each fingerprint once.
    pub fn of(entries: impl IntoIterator<Item = Entry>) -> Baseline {
        let mut seen = BTreeSet::new();
        let mut findings: Vec<Entry> =
            entries.into_iter().filter(|entry| seen.insert(entry.fingerprint.clone())).collect();
        findings.sort();
        Baseline { findings, ..Baseline::default() }
    }

    /// The text of the file.
    pub fn to_text(&self) -> String {
        // Plain strings always can be written as JSON.
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    pub fn fingerprints(&self) -> BTreeSet<&str> {
        self.findings.iter().map(|entry| entry.fingerprint.as_str()).collect()
    }

    /// The entries that none of the findings is.
    pub fn without(&self, found: &[String]) -> Vec<Entry> {
        let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
        self.findings.iter().filter(|entry| !found.contains(entry.fingerprint.as_str())).cloned().collect()
    }
}

/// What is recorded of a finding; `finding` is worded in English.
pub fn entry(finding: &FindingReport, file: &str, fingerprint: &str) -> Entry {
    Entry {
        file: file.to_owned(),
        code: finding.code.to_owned(),
        regulation: finding.regulation.clone(),
        channel: finding.channel.clone(),
        message: finding.message.clone(),
        fingerprint: fingerprint.to_owned(),
    }
}
