//! Findings for programs: the shape that `check --format json` promises. Fields are added, never renamed.

use super::baseline::Entry;
use super::{Finding, Label, Severity, Summary, Words};
use crate::source::{Sources, Span};
use crate::time::Day;
use serde::Serialize;
use serde_json::Value;

/// What `check` answers.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Report {
    pub findings: Vec<FindingReport>,
    pub regulations: Vec<RegulationReport>,
    pub summary: Summary,
    /// What the baseline has and nothing is any more; only where a baseline was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vanished: Option<Vec<Entry>>,
}

/// The verdict on one regulation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RegulationReport {
    pub id: String,
    /// `on-time`, `late`, `unknown-term` or `unprovable`.
    pub verdict: String,
    /// Where it has versions: the days on which this one is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<InForce>,
}

/// The first and the last day in force, inclusive; an open end is `null`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct InForce {
    pub from: Option<Day>,
    pub until: Option<Day>,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FindingReport {
    pub code: &'static str,
    pub severity: Severity,
    pub expected: bool,
    pub message: String,
    pub help: String,
    pub regulation: Option<String>,
    pub channel: Option<String>,
    pub labels: Vec<LabelReport>,
    pub counterexample: Option<Value>,
    /// The reason that its `expect` gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// `known` or `new`; only where a baseline was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<&'static str>,
    /// What it is known by in a later run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    /// Changes of which each mends it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<FixReport>,
}

/// A change that mends a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct FixReport {
    pub title: String,
    pub edits: Vec<EditReport>,
}

/// Another text in the place of one. Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct EditReport {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
    /// Bytes from the beginning of the file.
    pub start_byte: u32,
    pub end_byte: u32,
    pub text: String,
}

/// An edit, as programs are told it.
pub fn edit(span: Span, text: &str, sources: &Sources) -> EditReport {
    let start = sources.line_column(span.file, span.start as usize);
    let end = sources.line_column(span.file, span.end as usize);
    EditReport {
        file: sources.path(span.file).to_owned(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        start_byte: span.start,
        end_byte: span.end,
        text: text.to_owned(),
    }
}

impl FindingReport {
    /// Known from the text or from a baseline: it is shown, and fails nothing.
    pub fn is_known(&self) -> bool {
        self.expected || self.baseline == Some("known")
    }

    /// Whether it fails the check; `deny` says that warnings do.
    pub fn fails(&self, deny: bool) -> bool {
        !self.is_known() && (self.severity == Severity::Error || (deny && self.severity == Severity::Warning))
    }
}

/// A place. Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LabelReport {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
    /// Bytes from the beginning of the file.
    pub start_byte: u32,
    pub end_byte: u32,
    pub message: String,
    /// The clause of the act that says it, the first one where several do.
    pub clause: Option<String>,
    /// All of them.
    pub clauses: Vec<String>,
    pub primary: bool,
}

impl LabelReport {
    /// The place as `path:line:column: what is said there`.
    pub fn to_line(&self) -> String {
        format!("{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

/// The answer to `check` over so many files. Invariant: the findings are [arranged](super::arrange).
pub fn report(
    findings: &[Finding],
    regulations: Vec<RegulationReport>,
    files: usize,
    sources: &Sources,
    words: &Words,
) -> Report {
    Report {
        findings: findings.iter().map(|finding| self::finding(finding, sources, words)).collect(),
        regulations,
        summary: Summary::of(findings, files),
        vanished: None,
    }
}

/// One finding.
pub fn finding(finding: &Finding, sources: &Sources, words: &Words) -> FindingReport {
    let labels = finding.labels.iter().enumerate();
    FindingReport {
        code: finding.code.name(),
        severity: finding.severity,
        expected: finding.expected,
        message: words.message(finding),
        help: words.help(finding),
        regulation: finding.regulation.clone(),
        channel: finding.channel.clone(),
        labels: labels.map(|(index, label)| place(label, index == 0, finding, sources, words)).collect(),
        counterexample: finding.counterexample.clone(),
        reason: finding.reason.clone(),
        baseline: finding.recorded.map(|recorded| if recorded { "known" } else { "new" }),
        fingerprint: None,
        fixes: Vec::new(),
    }
}

fn place(label: &Label, primary: bool, finding: &Finding, sources: &Sources, words: &Words) -> LabelReport {
    let span = label.span;
    let start = sources.line_column(span.file, span.start as usize);
    let end = sources.line_column(span.file, span.end as usize);
    LabelReport {
        file: sources.path(span.file).to_owned(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        start_byte: span.start,
        end_byte: span.end,
        message: words.label(finding, label),
        clause: label.clause.clone(),
        clauses: label.clauses.clone(),
        primary,
    }
}
