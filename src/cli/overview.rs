//! `reglament overview`: every regulation of a project in one table: the verdict and the least promise of each channel,
//! and how much is wrong with the text.

use super::{Exit, Session, projects};
use crate::diagnostics::{Arg, Finding, Severity, Words};
use crate::pipeline::{self, Checked};
use crate::time::Duration;
use crate::verify::{Proof, TermProof, Verdict};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::path::PathBuf;
use unicode_width::UnicodeWidthStr;

#[derive(Args)]
pub struct OverviewArgs {
    paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: OverviewFormat,
}

/// How the table is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
enum OverviewFormat {
    /// Aligned columns for a terminal.
    #[default]
    Human,
    /// JSON for programs.
    Json,
    /// A Markdown table, for a page that stands beside the regulations.
    Md,
}

pub fn run(args: &OverviewArgs, session: &mut Session) -> Exit {
    let Some(loaded) = projects::load(&args.paths, session) else { return Exit::Usage };
    let checked: Vec<Checked> = loaded.into_iter().map(pipeline::check).collect();
    let regulations: Vec<Overview> = checked.iter().flat_map(overviews).collect();
    match args.format {
        OverviewFormat::Json => session.json(&regulations),
        OverviewFormat::Human => session.out += &aligned(&rows(&regulations, &session.words())),
        OverviewFormat::Md => session.out += &markdown(&rows(&regulations, &session.words())),
    }
    let broken = checked.iter().flat_map(|project| &project.findings).any(unexpected_error);
    if broken { Exit::Wrong } else { Exit::Clean }
}

/// What is known wrong doesn't fail a build, here as in `check`.
fn unexpected_error(finding: &Finding) -> bool {
    !finding.expected && finding.severity == Severity::Error
}

/// One regulation in the table.
#[derive(Serialize)]
struct Overview {
    id: String,
    /// Where it has versions: which one.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    verdict: Verdict,
    terms: Vec<Term>,
    findings: Counts,
}

/// One channel in one case.
#[derive(Serialize)]
struct Term {
    channel: String,
    case: String,
    /// The extensions that hold.
    extensions: Vec<String>,
    term: Option<Duration>,
    verdict: Verdict,
    least_slack_minutes: Option<i64>,
    least_promise: Option<Duration>,
    /// Something on the way has no limit, and was taken to take no time.
    open: bool,
    /// What the extensions that hold add to the term, and to the least promise.
    #[serde(skip)]
    added: Vec<Duration>,
}

/// Findings by severity, the known ones among them.
#[derive(Serialize, Default)]
struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
}

fn overviews(project: &Checked) -> Vec<Overview> {
    project.proofs.iter().map(|proof| overview(project, proof)).collect()
}

fn overview(project: &Checked, proof: &Proof) -> Overview {
    let regulation = &project.model[proof.regulation];
    let here = |finding: &&Finding| finding.primary().is_none_or(|at| at.file == regulation.span.file);
    let own = project.findings.iter().filter(|finding| finding.regulation.as_deref() == Some(&*regulation.id));
    // The text of another version has findings of its own under the same name.
    let own = own.filter(|finding| regulation.judged.is_none() || here(finding));
    Overview {
        id: regulation.id.clone(),
        version: regulation.judged.map(|_| regulation.versioned_id()),
        verdict: if regulation.broken { Verdict::Unprovable } else { proof.verdict() },
        terms: proof.terms.iter().map(|it| term(project, it)).collect(),
        findings: count(own),
    }
}

fn count<'f>(findings: impl Iterator<Item = &'f Finding>) -> Counts {
    let mut counts = Counts::default();
    for finding in findings {
        match finding.severity {
            Severity::Error => counts.errors += 1,
            Severity::Warning => counts.warnings += 1,
            Severity::Note => counts.notes += 1,
        }
    }
    counts
}

fn term(project: &Checked, term: &TermProof) -> Term {
    Term {
        channel: project.model[term.channel].id.clone(),
        case: term.case.clone(),
        extensions: term.extended.iter().map(|(id, _)| id.clone()).collect(),
        term: term.term,
        verdict: term.verdict,
        least_slack_minutes: term.least_slack,
        least_promise: term.least_promise,
        open: !term.waits.is_empty(),
        added: term.extended.iter().map(|(_, more)| *more).collect(),
    }
}

const HEADINGS: [&str; 9] = [
    "overview-regulation",
    "overview-channel",
    "overview-term",
    "overview-verdict",
    "overview-slack",
    "overview-promise",
    "overview-errors",
    "overview-warnings",
    "overview-notes",
];

/// The headings, then a row a channel; what is true of the whole regulation stands in its first row.
fn rows(regulations: &[Overview], words: &Words) -> Vec<Vec<String>> {
    let mut rows = vec![HEADINGS.iter().map(|id| words.say(id, &[])).collect()];
    for regulation in regulations {
        let name = regulation.version.as_ref().unwrap_or(&regulation.id);
        let counts = &regulation.findings;
        let counts = [counts.errors, counts.warnings, counts.notes].map(|count| count.to_string());
        if regulation.terms.is_empty() {
            let empty = [name.clone(), String::new(), String::new(), verdict(regulation.verdict, words)];
            rows.push(empty.into_iter().chain([String::new(), String::new()]).chain(counts).collect());
            continue;
        }
        for (ix, term) in regulation.terms.iter().enumerate() {
            let first = ix == 0;
            let id = if first { name.clone() } else { String::new() };
            let counts = if first { counts.clone() } else { Default::default() };
            rows.push([id].into_iter().chain(cells(term, words)).chain(counts).collect());
        }
    }
    rows
}

fn cells(term: &Term, words: &Words) -> [String; 5] {
    let cases = std::iter::once(&term.case).chain(&term.extensions).filter(|name| !name.is_empty());
    let cases: Vec<&str> = cases.map(String::as_str).collect();
    let channel = match cases.join(" + ").as_str() {
        "" => term.channel.clone(),
        cases => format!("{}: {cases}", term.channel),
    };
    let said = |duration: Option<Duration>| {
        let Some(duration) = duration else { return "—".to_owned() };
        let all = std::iter::once(&duration).chain(&term.added).map(|it| words.duration(*it));
        all.collect::<Vec<_>>().join(" + ")
    };
    let promise = match (term.least_promise, term.open) {
        (Some(_), true) => words.say("overview-at-least", &[("promise", said(term.least_promise).into())]),
        (promise, _) => said(promise),
    };
    let slack = term.least_slack_minutes.map_or("—".to_owned(), |slack| {
        let length = words.arg(&Arg::Length(slack.unsigned_abs()));
        if slack < 0 { format!("−{length}") } else { length }
    });
    [channel, said(term.term), verdict(term.verdict, words), slack, promise]
}

fn verdict(verdict: Verdict, words: &Words) -> String {
    words.say(&format!("prove-{}", verdict.name()), &[])
}

fn aligned(rows: &[Vec<String>]) -> String {
    let widths: Vec<usize> = (0..HEADINGS.len()).map(|at| widest(rows, at)).collect();
    let mut out = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        out += cells.collect::<Vec<_>>().join("  ").trim_end();
        out.push('\n');
    }
    out
}

fn widest(rows: &[Vec<String>], column: usize) -> usize {
    rows.iter().map(|row| row[column].width()).max().unwrap_or(0)
}

fn markdown(rows: &[Vec<String>]) -> String {
    let rule: Vec<String> = (0..HEADINGS.len()).map(|at| if at < 6 { "---" } else { "---:" }.to_owned()).collect();
    let mut lines: Vec<String> = rows.iter().map(|row| markdown_row(row)).collect();
    lines.insert(1, markdown_row(&rule));
    lines.concat()
}

fn markdown_row(cells: &[String]) -> String {
    let cells = cells.iter().map(|cell| match cell.as_str() {
        "" => " |".to_owned(),
        cell => format!(" {} |", cell.replace('|', "\\|")),
    });
    format!("|{}\n", cells.collect::<String>())
}
