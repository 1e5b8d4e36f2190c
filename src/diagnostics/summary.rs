//! What findings come to, and the order they are told in.

use super::{Finding, Severity, Words};
use crate::source::Sources;
use serde::Serialize;

/// Counts. Known findings are counted apart, whatever they weigh.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize)]
pub struct Summary {
    pub errors: usize,
    pub warnings: usize,
    pub notes: usize,
    pub expected: usize,
    /// Known from the baseline of the run.
    #[serde(skip_serializing_if = "is_zero")]
    pub recorded: usize,
    pub files: usize,
}

impl Summary {
    /// Counts the findings of a run over so many files.
    pub fn of(findings: &[Finding], files: usize) -> Summary {
        let mut summary = Summary { files, ..Summary::default() };
        for finding in findings {
            *match finding.severity {
                _ if finding.expected => &mut summary.expected,
                _ if finding.is_known() => &mut summary.recorded,
                Severity::Error => &mut summary.errors,
                Severity::Warning => &mut summary.warnings,
                Severity::Note => &mut summary.notes,
            } += 1;
        }
        summary
    }
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl std::ops::Add for Summary {
    type Output = Summary;

    fn add(self, other: Summary) -> Summary {
        Summary {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            notes: self.notes + other.notes,
            expected: self.expected + other.expected,
            recorded: self.recorded + other.recorded,
            files: self.files + other.files,
        }
    }
}

impl Words {
    /// "in 3 files: 1 error, 2 warnings".
    pub fn summary(&self, summary: &Summary) -> String {
        let say = |id, count: usize| self.say(id, &[("count", count.into())]);
        let counts = [
            ("count-errors", summary.errors),
            ("count-warnings", summary.warnings),
            ("count-notes", summary.notes),
            ("count-known", summary.expected + summary.recorded),
        ];
        let said: Vec<String> =
            counts.into_iter().filter(|(_, count)| *count > 0).map(|(id, count)| say(id, count)).collect();
        let files = ("files", say("count-files", summary.files).into());
        match said.as_slice() {
            [] => self.say("summary-clean", &[files]),
            _ => self.say("summary", &[files, ("counts", said.join(", ").into())]),
        }
    }
}

/// Puts findings in the order they are told in: by file, place, code; those without a place first. What is said twice
/// of one place is told once.
pub fn arrange(findings: &mut Vec<Finding>, sources: &Sources) {
    findings.sort_by_cached_key(|finding| {
        let place = finding.primary().map(|span| (sources.path(span.file).to_owned(), span.start, span.end));
        // The values last, so that the order does not depend on who found what first.
        (place, finding.code.name(), finding.channel.clone(), format!("{:?}", finding.args))
    });
    findings.dedup();
}
