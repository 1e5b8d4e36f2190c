//! Are the hours that an act gives for a channel those of the organisation behind it, on the days the act is in force?
//! And does it give them alike wherever it gives them?
//!
//! A channel round the clock takes papers at any hour, whatever its organisation's hours are.

use crate::diagnostics::{Code, Finding};
use crate::model::{ChannelHours, Model, Opening, Regulation};
use crate::time::Day;
use chrono::NaiveDate;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let promised = regulation.standard.map_or(&[][..], |standard| &model[standard].hours);
    for (at, given) in regulation.hours.iter().enumerate() {
        let channel = &model[given.channel];
        let schedule = channel.organisation.and_then(|organisation| model[organisation].schedule);
        let differ = |work: &[Opening], acceptance: &[Opening]| differ(regulation, given, work, acceptance);
        let other = schedule.map(|schedule| &model[schedule]).filter(|_| !channel.round_the_clock);
        let against_schedule = other.and_then(|schedule| {
            let day = differ(&schedule.work, &schedule.acceptance)?;
            Some((day, schedule.span?, "label-schedule"))
        });
        let standard = promised.iter().find(|standard| standard.channel == given.channel);
        let against_standard = standard.and_then(|standard| {
            let day = differ(&standard.work, &standard.acceptance)?;
            Some((day, standard.span, "label-standard"))
        });
        let earlier = regulation.hours[..at].iter().find(|earlier| earlier.channel == given.channel);
        let against_clause = earlier.and_then(|earlier| {
            let day = differ(&earlier.work, &earlier.acceptance)?;
            Some((day, earlier.span, "label-clause"))
        });
        let others: Vec<_> = against_clause.into_iter().chain(against_schedule).chain(against_standard).collect();
        let Some(day) = others.iter().map(|(day, ..)| *day).min() else { continue };
        let finding = Finding::new(Code::HoursDiffer, given.span).arg("channel", channel.id.as_str());
        let finding = match given.clauses.first() {
            Some(clause) => finding.clause(&*clause.address),
            None => finding,
        };
        let finding = finding.arg("day", Day::from_date(day)).channel(&*channel.id);
        findings.push(others.iter().fold(finding, |finding, (_, span, label)| finding.also(*span, label)));
    }
}

/// The first day in force on which the hours are others.
fn differ(
    regulation: &Regulation,
    given: &ChannelHours,
    work: &[Opening],
    acceptance: &[Opening],
) -> Option<NaiveDate> {
    let days = changes(regulation, [&given.work, &given.acceptance, work, acceptance].into_iter().flatten())?;
    let accepted = |acceptance: &[Opening], work: &[Opening], day| match acceptance.is_empty() {
        true => week(work, day),
        false => week(acceptance, day),
    };
    days.into_iter().find(|day| {
        let work_differs = !given.work.is_empty() && !work.is_empty() && week(&given.work, *day) != week(work, *day);
        let own = week(&given.acceptance, *day);
        work_differs || !given.acceptance.is_empty() && own != accepted(acceptance, work, *day)
    })
}

/// The first day in force, and each day on which some of the hours change; none where the act's first day is unknown.
fn changes<'a>(regulation: &Regulation, all: impl Iterator<Item = &'a Opening>) -> Option<Vec<NaiveDate>> {
    let first = regulation.since?;
    let last = regulation.until.or(regulation.repealed.as_ref().and_then(|event| event.date.pred_opt()));
    let turns = all.flat_map(|opening| [opening.since, opening.last.and_then(|last| last.succ_opt())]).flatten();
    let mut days: Vec<NaiveDate> = turns.filter(|day| *day > first && last.is_none_or(|last| *day <= last)).collect();
    days.push(first);
    days.sort();
    days.dedup();
    Some(days)
}

/// The open times of each day of the week, as they hold on `day`: sorted, and put together where they touch.
fn week(all: &[Opening], day: NaiveDate) -> Vec<Vec<(u16, u16)>> {
    let holds = |opening: &&Opening| {
        opening.since.is_none_or(|since| since <= day) && opening.last.is_none_or(|last| day <= last)
    };
    let openings: Vec<&Opening> = all.iter().filter(holds).collect();
    (0..7).map(|weekday| times(openings.iter().filter(|opening| opening.days[weekday]))).collect()
}

fn times<'a>(openings: impl Iterator<Item = &'a &'a Opening>) -> Vec<(u16, u16)> {
    let mut times: Vec<(u16, u16)> = Vec::new();
    for opening in openings {
        let mut from = opening.from;
        let mut breaks = opening.breaks.clone();
        breaks.sort();
        for (pause, resume) in breaks {
            if pause > from {
                times.push((from, pause.min(opening.until)));
            }
            from = from.max(resume);
        }
        if from < opening.until {
            times.push((from, opening.until));
        }
    }
    times.sort();
    let mut joined: Vec<(u16, u16)> = Vec::new();
    for (from, until) in times {
        match joined.last_mut() {
            Some(last) if last.1 >= from => last.1 = last.1.max(until),
            _ => joined.push((from, until)),
        }
    }
    joined
}
