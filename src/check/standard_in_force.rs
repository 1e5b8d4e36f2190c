//! Is the standard in force for as long as the regulation is?
//!
//! Asked where dates are said: a regulation from before its standard, or that outlived it, promises by an act that does
//! not hold.

use crate::diagnostics::{Code, Finding};
use crate::model::{Force, Model, Regulation, Standard, StandardId, succession};
use crate::time::Day;
use chrono::NaiveDate;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let Some(named) = named(model, regulation) else { return };
    let versions: Vec<&Standard> = model.standards.iter().filter(|it| it.id == model[named].id).collect();
    let own: Vec<Force> = versions.iter().map(|it| it.own_force()).collect();
    let counts = succession(&own);
    let first = counts.iter().map(|force| force.from).min().flatten();
    let last = counts.iter().map(|force| force.until.unwrap_or(NaiveDate::MAX)).max();
    let last = last.filter(|day| *day != NaiveDate::MAX);
    let force = regulation.in_force();
    let before = first.and_then(|first| first.pred_opt()).map(|day| Force { from: None, until: Some(day) });
    let after = last.and_then(|last| last.succ_opt()).map(|day| Force { from: Some(day), until: None });
    // Without a date of its own nothing is known of the days before; an open end is known to be open.
    let before = before.filter(|_| force.from.is_some()).and_then(|before| force.with(&before));
    let after = after.filter(|_| force.from.is_some() || force.until.is_some()).and_then(|after| force.with(&after));
    for missing in before.into_iter().chain(after) {
        findings.push(finding(regulation, &model[named], &missing));
    }
}

/// The act that the regulation implements, in whatever version.
fn named(model: &Model, regulation: &Regulation) -> Option<StandardId> {
    let whole = |it: &&Regulation| it.head == regulation.head && it.standard.is_some();
    regulation.standard.or_else(|| model.regulations.iter().find(whole)?.standard)
}

fn finding(regulation: &Regulation, standard: &Standard, missing: &Force) -> Finding {
    let day = |date: Option<NaiveDate>| date.map(Day::from_date);
    Finding::new(Code::StandardNotInForce, regulation.effective.unwrap_or(regulation.head))
        .arg("standard", &*standard.id)
        .arg("from", day(missing.from))
        .arg("until", day(missing.until))
        .also(standard.effective.unwrap_or(standard.head), "label-standard")
}
