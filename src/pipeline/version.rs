//! What is in force on one day, and what is said of a text that stands in the model once for each version of its
//! standard.

use crate::diagnostics::{Code, Finding};
use crate::model::{Model, Regulation};
use crate::source::{FileId, Span};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Leaves what is in force on `day`, and what is found in its files. What could not be read whole may have lost its
/// dates with the rest, so what is wrong with it stays.
pub(super) fn keep_in_force(model: &mut Model, findings: &mut Vec<Finding>, day: NaiveDate) {
    let left = model.keep_in_force(day);
    let stays = |file: FileId| model.regulations.iter().any(|it| it.span.file == file);
    let gone: Vec<FileId> =
        left.iter().filter(|it| !it.broken).map(|it: &Regulation| it.span.file).filter(|file| !stays(*file)).collect();
    findings.retain(|finding| finding.primary().is_none_or(|at| !gone.contains(&at.file)));
}

/// One finding of several that are equal.
pub(super) fn once_each(model: &Model, findings: &mut Vec<Finding>) {
    if model.regulations.iter().all(|regulation| regulation.judged.is_none()) {
        return;
    }
    let mut known: HashMap<(Code, Option<Span>), Vec<Finding>> = HashMap::new();
    findings.retain(|finding| {
        let same = known.entry((finding.code, finding.primary())).or_default();
        let new = !same.contains(finding);
        if new {
            same.push(finding.clone());
        }
        new
    });
}
