//! `expect`: which findings an author knows of, and which of these marks no longer apply.

use crate::diagnostics::{Code, Finding};
use crate::model::{Expectation, Model, StandardId};
use crate::source::Span;
use std::collections::HashMap;

/// Marks the findings that an `expect` knows of, and adds a finding for every mark that marks nothing.
///
/// A finding belongs to the innermost `expect` of its code whose statement holds the finding's primary place. Marks in a
/// text that could not be read whole are left alone: what they mark may only be hidden.
pub(super) fn mark(model: &Model, findings: &mut Vec<Finding>) {
    let expectations = all(model);
    let mut used = vec![false; expectations.len()];
    for finding in findings.iter_mut() {
        if let Some(index) = innermost(&expectations, finding) {
            finding.expected = true;
            finding.reason = Some(expectations[index].mark.reason.clone()).filter(|reason| !reason.is_empty());
            used[index] = true;
        }
    }
    for (expected, _) in expectations.iter().zip(used).filter(|(expected, used)| !used && !expected.unsure) {
        findings.push(stale(expected.mark));
    }
}

struct Expected<'a> {
    mark: &'a Expectation,
    /// Its file was not read whole, so that the finding may only be hidden.
    unsure: bool,
}

fn all(model: &Model) -> Vec<Expected<'_>> {
    let of_regulations =
        model.regulations.iter().flat_map(|regulation| regulation.expects.iter().map(|mark| (mark, regulation.broken)));
    // What is judged of a standard shows only with a regulation that implements it.
    let implemented = |at: usize| {
        let id = StandardId(at as u32);
        model.regulations.iter().any(|regulation| regulation.standard == Some(id))
    };
    let of_standards = model.standards.iter().enumerate().flat_map(|(at, standard)| {
        let unsure = standard.broken || !implemented(at);
        standard.expects.iter().map(move |mark| (mark, unsure))
    });
    let of_shared = model.expects.iter().map(|mark| (mark, false));
    let marks = of_regulations.chain(of_standards).chain(of_shared);
    let mut all: Vec<Expected<'_>> = Vec::new();
    let mut known: HashMap<Span, usize> = HashMap::new();
    for (mark, unsure) in marks {
        // A regulation that is held against several versions of its standard has its marks each time.
        match known.get(&mark.span) {
            Some(at) => all[*at].unsure |= unsure,
            None => {
                known.insert(mark.span, all.len());
                all.push(Expected { mark, unsure });
            }
        }
    }
    all
}

fn innermost(expectations: &[Expected], finding: &Finding) -> Option<usize> {
    let at = finding.primary()?;
    expectations
        .iter()
        .enumerate()
        .filter(|(_, expected)| matches(expected.mark, finding) && expected.mark.covers.contains(at))
        .min_by_key(|(_, expected)| expected.mark.covers.end - expected.mark.covers.start)
        .map(|(index, _)| index)
}

fn matches(mark: &Expectation, finding: &Finding) -> bool {
    let channel =
        finding.channel.as_ref().is_none_or(|channel| mark.channels.is_empty() || mark.channels.contains(channel));
    mark.code == finding.code.name() && channel
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
