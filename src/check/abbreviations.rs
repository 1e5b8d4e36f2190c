//! Is every abbreviation of an act defined, once, before it is used? Is it used, and does it stand for one thing, and
//! no other for the same?

use super::address::is_before;
use super::wording::same;
use crate::diagnostics::{Code, Finding};
use crate::model::{Abbreviation, ClauseRef, Model, Named, Regulation};

pub(super) fn check(_: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let groups = groups(&regulation.abbreviations);
    for group in &groups {
        two_meanings(group, findings);
        for meaning in meanings(group) {
            defined_twice(&meaning, findings);
            used_before(&meaning, findings);
        }
        let defined = || group.iter().flat_map(|own| &own.defined);
        let used = || group.iter().flat_map(|own| &own.used);
        // One beside a defined abbreviation of the same thing is told as that, below.
        let beside = |other: &&Vec<&Abbreviation>| {
            other[0].short != group[0].short && other.iter().any(|own| !own.defined.is_empty())
        };
        let drifts = groups.iter().filter(beside).any(|other| twin(other, group[0]).is_some());
        if defined().next().is_none() && !drifts {
            findings.extend(told(Code::AbbreviationNotDefined, &group[0].short, used(), "label-other"));
        }
        if used().next().is_none() {
            findings.extend(told(Code::AbbreviationNotUsed, &group[0].short, defined(), "label-other"));
        }
    }
    for (at, group) in groups.iter().enumerate() {
        if let Some(first) = groups[..at].iter().find_map(|other| twin(other, group[0])) {
            findings.push(
                Finding::new(Code::TwoAbbreviations, group[0].span)
                    .arg("short", group[0].short.as_str())
                    .arg("other", first.short.as_str())
                    .also(first.span, "label-other"),
            );
        }
    }
}

/// The statements about each short form, in the order of the text.
fn groups(all: &[Abbreviation]) -> Vec<Vec<&Abbreviation>> {
    let mut groups: Vec<Vec<&Abbreviation>> = Vec::new();
    for own in all {
        match groups.iter_mut().find(|group| group[0].short == own.short) {
            Some(group) => group.push(own),
            None => groups.push(vec![own]),
        }
    }
    groups
}

/// The statements of a group by what they say it means; one that does not say belongs to the first.
fn meanings<'a>(group: &[&'a Abbreviation]) -> Vec<Vec<&'a Abbreviation>> {
    let mut meanings: Vec<Vec<&Abbreviation>> = Vec::new();
    for own in group {
        let place = meanings.iter().position(|meaning| meaning.iter().any(|other| !differ(other, own)));
        match place {
            Some(place) => meanings[place].push(own),
            None => meanings.push(vec![own]),
        }
    }
    meanings
}

fn differ(one: &Abbreviation, other: &Abbreviation) -> bool {
    let said = |own: &Abbreviation| own.means != Default::default();
    said(one) && said(other) && !same(&one.means, &other.means)
}

fn two_meanings(group: &[&Abbreviation], findings: &mut Vec<Finding>) {
    let meanings = meanings(group);
    let Some((first, others)) = meanings.split_first().filter(|(_, others)| !others.is_empty()) else { return };
    let finding = Finding::new(Code::AbbreviationOfTwoThings, others[0][0].span).arg("short", first[0].short.as_str());
    let finding = others[1..].iter().fold(finding, |finding, other| finding.also(other[0].span, "label-other"));
    findings.push(finding.also(first[0].span, "label-other"));
}

fn defined_twice(meaning: &[&Abbreviation], findings: &mut Vec<Finding>) {
    let mut places: Vec<&ClauseRef> = Vec::new();
    for clause in meaning.iter().flat_map(|own| &own.defined) {
        if places.iter().all(|known| known.address != clause.address) {
            places.push(clause);
        }
    }
    if places.len() > 1 {
        // What is wrong is the second definition.
        places.swap(0, 1);
        let short = &meaning[0].short;
        findings.extend(told(Code::AbbreviationDefinedTwice, short, places.into_iter(), "label-other"));
    }
}

/// Uses that certainly stand before every definition.
fn used_before(meaning: &[&Abbreviation], findings: &mut Vec<Finding>) {
    let defined: Vec<&ClauseRef> = meaning.iter().flat_map(|own| &own.defined).collect();
    let Some(first) = defined.first() else { return };
    let early = |used: &&ClauseRef| defined.iter().all(|defined| is_before(&used.address, &defined.address));
    let used = meaning.iter().flat_map(|own| &own.used).filter(early);
    let finding = told(Code::AbbreviationUsedBefore, &meaning[0].short, used, "label-other");
    findings.extend(finding.map(|finding| finding.also(first.span, "label-defined").clause(&*first.address)));
}

/// A finding about the short form at these clauses; none where there are none.
fn told<'a>(
    code: Code,
    short: &str,
    clauses: impl Iterator<Item = &'a ClauseRef>,
    label: &'static str,
) -> Option<Finding> {
    let mut finding: Option<Finding> = None;
    for clause in clauses {
        finding = Some(match finding {
            None => Finding::new(code, clause.span).arg("short", short),
            Some(finding) => finding.also(clause.span, label),
        })
        .map(|finding| finding.clause(&*clause.address));
    }
    finding
}

/// The statement of the group that speaks of the same thing as `own`. A standard has its service's name as well as its
/// own, so that two abbreviations of it that mean something else are two things.
fn twin<'a>(group: &[&'a Abbreviation], own: &Abbreviation) -> Option<&'a Abbreviation> {
    let shared = |other: &Abbreviation| {
        let mut things = other.of.iter().filter(|thing| own.of.contains(thing));
        things.any(|thing| !matches!(thing, Named::Standard(_)) || !differ(other, own))
    };
    group.iter().copied().find(|other| same(&other.means, &own.means) || shared(other))
}
