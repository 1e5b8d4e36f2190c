//! `expect`: which findings an author knows of, and which of these marks no longer apply.

use crate::diagnostics::{Code, Finding};
use crate::model::{Expectation, Model, StandardId};
use crate::source::{FileId, Span};
use std::collections::{HashMap, HashSet};

/// Marks the findings that an `expect` knows of, and adds a finding for every mark that marks nothing.
///
/// A finding belongs to the innermost `expect` of its code whose statement holds the finding's primary place. Marks in a
/// text that could not be read whole are left alone: what they mark may only be hidden.
pub(super) fn mark(marks: &[Mark], findings: &mut Vec<Finding>) {
    let mut by_place: HashMap<(FileId, &str), Vec<usize>> = HashMap::new();
    for (index, Mark { mark, .. }) in marks.iter().enumerate() {
        by_place.entry((mark.covers.file, &mark.code)).or_default().push(index);
    }
    let mut used = vec![false; marks.len()];
    for finding in findings.iter_mut() {
        let here = finding.primary().and_then(|at| by_place.get(&(at.file, finding.code.name())));
        if let Some(index) = here.and_then(|here| innermost(marks, here, finding)) {
            finding.expected = true;
            finding.reason = Some(marks[index].mark.reason.clone()).filter(|reason| !reason.is_empty());
            used[index] = true;
        }
    }
    for (expected, _) in marks.iter().zip(used).filter(|(expected, used)| !used && !expected.unsure) {
        findings.push(stale(&expected.mark));
    }
}

/// An `expect` of the project.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    mark: Expectation,
    /// Its file was not read whole, so that the finding may only be hidden.
    unsure: bool,
}

impl Mark {
    pub fn file(&self) -> FileId {
        self.mark.covers.file
    }
}

/// Every mark of the model. What is judged of a standard shows only with a regulation that implements it: one of the
/// model, or one for which `implemented` says so.
pub(super) fn marks(model: &Model, implemented: impl Fn(StandardId) -> bool) -> Vec<Mark> {
    let of_regulations =
        model.regulations.iter().flat_map(|regulation| regulation.expects.iter().map(|mark| (mark, regulation.broken)));
    let here: HashSet<StandardId> = model.regulations.iter().filter_map(|it| it.standard).collect();
    let of_standards = model.standards.iter().enumerate().flat_map(|(at, standard)| {
        let id = StandardId(at as u32);
        let unsure = standard.broken || !(here.contains(&id) || implemented(id));
        standard.expects.iter().map(move |mark| (mark, unsure))
    });
    let of_shared = model.expects.iter().map(|mark| (mark, false));
    let mut all: Vec<Mark> = Vec::new();
    let mut known: HashMap<Span, usize> = HashMap::new();
    for (mark, unsure) in of_regulations.chain(of_standards).chain(of_shared) {
        // A regulation that is held against several versions of its standard has its marks each time.
        match known.get(&mark.span) {
            Some(at) => all[*at].unsure |= unsure,
            None => {
                known.insert(mark.span, all.len());
                all.push(Mark { mark: mark.clone(), unsure });
            }
        }
    }
    all
}

/// Of the marks `here`, all of the finding's code and in its file.
fn innermost(marks: &[Mark], here: &[usize], finding: &Finding) -> Option<usize> {
    let at = finding.primary()?;
    let mark = |index: &usize| &marks[*index].mark;
    let holds =
        here.iter().copied().filter(|index| mark(index).covers.contains(at) && in_channel(mark(index), finding));
    holds.min_by_key(|index| mark(index).covers.end - mark(index).covers.start)
}

fn in_channel(mark: &Expectation, finding: &Finding) -> bool {
    finding.channel.as_ref().is_none_or(|channel| mark.channels.is_empty() || mark.channels.contains(channel))
}

fn stale(mark: &Expectation) -> Finding {
    if Code::ALL.iter().any(|code| code.name() == mark.code) {
        return Finding::new(Code::StaleExpect, mark.span).arg("code", mark.code.as_str());
    }
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let finding = Finding::new(Code::UnknownCode, mark.span).arg("code", mark.code.as_str());
    match crate::vocabulary::nearest(&mark.code, names) {
        Some(near) => finding.arg("suggestion", near),
        None => finding.arg("suggestion", "none"),
    }
}
