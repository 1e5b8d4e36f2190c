//! `check --baseline FILE`: findings that were recorded are marked, new ones are not, and vanished ones are told.

use super::{Session, output};
use crate::diagnostics::baseline::{self, Baseline, Entry};
use crate::diagnostics::{self, Finding, Words, json};
use crate::pipeline::Checked;
use crate::source::{self, ReadProblem};
use crate::vocabulary::Language;
use std::path::Path;

/// Marks what the baseline knows, and gives what it has and nothing is any more; with `record`, the file is written
/// first. `None`: it cannot be read or written, and that has been said.
pub(super) fn hold(path: &Path, record: bool, checked: &mut [Checked], session: &mut Session) -> Option<Vec<Entry>> {
    let mut known = read(path, record, session)?;
    let found: Vec<String> = checked.iter().flat_map(fingerprints).collect();
    // Of a part of a project, or one with a text that cannot be read, nobody knows what is gone.
    let whole = checked.iter().all(|project| project.read_whole);
    let mut vanished = if whole { known.without(&found) } else { Vec::new() };
    if record {
        let kept = if whole { Vec::new() } else { known.without(&found) };
        known = Baseline::of(checked.iter().flat_map(entries).chain(kept));
        vanished.clear();
        if !output::write(path, known.to_text(), session) {
            return None;
        }
    }
    let known = known.fingerprints();
    for project in checked {
        let prints = fingerprints(project);
        for (finding, print) in project.findings.iter_mut().zip(prints) {
            finding.recorded = (!finding.expected).then(|| known.contains(print.as_str()));
        }
    }
    Some(vanished)
}

/// One fingerprint a finding, in their order.
pub(super) fn fingerprints(project: &Checked) -> Vec<String> {
    diagnostics::fingerprints(&project.findings, &project.sources, &project.files_in_project())
}

/// What is recorded: all that an `expect` does not know already.
fn entries(project: &Checked) -> Vec<Entry> {
    let words = Words::new(Language::En);
    let files = project.files_in_project();
    let found = project.findings.iter().zip(fingerprints(project)).filter(|(finding, _)| !finding.expected);
    let entry = |(finding, print): (&Finding, String)| {
        let file = finding.primary().and_then(|span| files.get(span.file.0 as usize)).map_or("", String::as_str);
        baseline::entry(&json::finding(finding, &project.sources, &words), file, &print)
    };
    found.map(entry).collect()
}

/// A file that is no baseline is never written over.
fn read(path: &Path, record: bool, session: &mut Session) -> Option<Baseline> {
    let why = match source::read(path) {
        Ok(text) => match Baseline::parse(&text) {
            Ok(baseline) => return Some(baseline),
            Err(why) => why,
        },
        Err(ReadProblem::NotFound) if record => return Some(Baseline::default()),
        Err(ReadProblem::NotFound) => {
            session.complain("baseline-missing", &[("path", path.display().to_string().into())]);
            return None;
        }
        Err(ReadProblem::Unreadable(why)) => why,
        Err(other) => format!("{other:?}").chars().take_while(char::is_ascii_alphanumeric).collect(),
    };
    session.complain("baseline-unreadable", &[("path", path.display().to_string().into()), ("why", why.into())]);
    None
}
