//! Do the versions of one act follow one another, so that on each day just one is in force?
//!
//! A version that says no end is in force until the next one. Two versions at once leave open which of them a case
//! falls under; a day between them has no rule at all.

use crate::diagnostics::{Code, Finding};
use crate::model::{Force, Model};
use crate::source::Span;
use crate::time::Day;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One text of an act.
#[derive(Clone, Copy)]
struct Version {
    force: Force,
    head: Span,
    /// Where its dates stand.
    said: Span,
    regulation: bool,
}

pub(super) fn overall(model: &Model, findings: &mut Vec<Finding>) {
    let mut acts: BTreeMap<(&str, bool), Vec<Version>> = BTreeMap::new();
    for it in &model.standards {
        let version =
            Version { force: it.own_force(), head: it.head, said: it.effective.unwrap_or(it.head), regulation: false };
        acts.entry((&it.id, false)).or_default().push(version);
    }
    for it in &model.regulations {
        let version =
            Version { force: it.own_force(), head: it.head, said: it.effective.unwrap_or(it.head), regulation: true };
        let versions = acts.entry((&it.id, true)).or_default();
        // A text that is held against several versions of its standard stands there several times.
        if versions.iter().all(|known| known.head != it.head) {
            versions.push(version);
        }
    }
    for ((id, _), mut versions) in acts {
        versions.sort_by_key(|version| version.force.from);
        follow(id, &versions, findings);
    }
}

/// Each version against the one that lasts longest of those before it.
fn follow(id: &str, versions: &[Version], findings: &mut Vec<Finding>) {
    let Some((mut longest, rest)) = versions.split_first() else { return };
    for next in rest {
        let said = match (longest.force.until, next.force.from) {
            // Neither says when it begins, or both begin on one day.
            _ if longest.force.from == next.force.from => {
                Some((Code::VersionsOverlap, next.force.from, longest.force.with(&next.force).and_then(|it| it.until)))
            }
            (Some(last), Some(first)) if first <= last => {
                Some((Code::VersionsOverlap, Some(first), longest.force.with(&next.force).and_then(|it| it.until)))
            }
            (Some(last), Some(first)) if last.succ_opt().is_some_and(|day| day < first) => {
                Some((Code::VersionsLeaveGap, last.succ_opt(), first.pred_opt()))
            }
            _ => None,
        };
        findings.extend(said.map(|(code, from, until)| finding(id, code, (longest, next), from, until)));
        if next.force.until.is_none() || longest.force.until.is_none() || next.force.until > longest.force.until {
            longest = next;
        }
    }
}

fn finding(
    id: &str,
    code: Code,
    (before, next): (&Version, &Version),
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
) -> Finding {
    let day = |date: Option<NaiveDate>| date.map(Day::from_date);
    let finding = Finding::new(code, next.said)
        .arg("id", id)
        .arg("from", day(from))
        .arg("until", day(until))
        .also(before.said, "label-before");
    if next.regulation { finding.regulation(id) } else { finding }
}
