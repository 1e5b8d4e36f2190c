//! What makes a finding the same one in a later run, when lines have moved.
//!
//! A finding is known again by its code, its regulation and channel, the file (from the project's folder) and the words
//! at its places. Not by lines and columns, nor by spaces, and not by what was measured: a regulation that is late by
//! more days than before is late still, and no other finding.

use super::{Arg, Finding, Label};
use crate::source::Sources;
use crate::vocabulary::Language;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// One fingerprint a finding, in their order: `e3b0c44298fc1c14:1`. What cannot be told apart is numbered. `files` are
/// the names of the sources from the folder of their project, by file.
pub fn fingerprints(findings: &[Finding], sources: &Sources, files: &[String]) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let one = |finding: &Finding| {
        let identity = identity(finding, sources, files);
        let count = seen.entry(identity).or_default();
        *count += 1;
        *count
    };
    let counts: Vec<usize> = findings.iter().map(one).collect();
    let hashed = |finding| hash(&identity(finding, sources, files));
    findings.iter().zip(counts).map(|(finding, count)| format!("{}:{count}", hashed(finding))).collect()
}

fn hash(identity: &str) -> String {
    Sha256::digest(identity).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn identity(finding: &Finding, sources: &Sources, files: &[String]) -> String {
    let mut parts = vec![finding.code.name().to_owned()];
    parts.push(finding.regulation.clone().unwrap_or_default());
    parts.push(finding.channel.clone().unwrap_or_default());
    parts.extend(said(&finding.args));
    for label in &finding.labels {
        let file = files.get(label.span.file.0 as usize).map_or("", String::as_str);
        parts.extend([label.text.to_owned(), file.to_owned(), words(label, sources), label.clauses.join(",")]);
        parts.extend(said(&label.args));
    }
    parts.join("\0")
}

/// The words on the first line of a place, with one space between them: a block is named by its head.
fn words(label: &Label, sources: &Sources) -> String {
    let line = sources.slice(label.span).lines().next().unwrap_or_default();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The values that name something, and none that was measured.
fn said(args: &[(&'static str, Arg)]) -> Vec<String> {
    let value = |arg: &Arg| match arg {
        Arg::Text(text) => Some(text.clone()),
        Arg::Translated(texts) => Some(texts.values().cloned().collect::<Vec<_>>().join("/")),
        Arg::Keyword(keyword) => Some(keyword.spelling(Language::En).to_owned()),
        Arg::List(names) | Arg::All(names) | Arg::Events(names) => Some(names.join(",")),
        Arg::Expected(ids) => Some(ids.join(",")),
        Arg::Number(_) | Arg::Duration(_) | Arg::Durations(_) | Arg::Length(_) | Arg::Day(_) | Arg::Instant(_) => None,
    };
    args.iter().filter_map(|(name, arg)| value(arg).map(|value| format!("{name}={value}"))).collect()
}
