//! The least promise: the shortest term that every start keeps. And the smallest repairs: how much less one step must
//! take so that the term stands.

use super::clock::whole_term;
use super::judge::Trial;
use super::proof::{Repair, TermProof};
use super::road::Drive;
use crate::model::NodeIx;
use crate::time::{Duration, Unit};

/// In the unit of the term. Without a term: in calendar days if some limit of the procedure is said in calendar days,
/// months or years, in working days otherwise. `None`: no term that the calendar reaches. `known` is a start that
/// probably needs the longest term, where one is known.
pub fn least(trial: &Trial, known: Option<i32>) -> Option<Duration> {
    let case = trial.drive.case;
    let like = match case.term {
        Some(term) if term.unit == Unit::SameDay => {
            if keeps(trial, term) {
                return Some(term);
            }
            Duration::new(1, Unit::WorkingDay)
        }
        Some(term) => term,
        None => Duration::new(10, unit_of(trial)),
    };
    let with = |quantity: u32| Duration { quantity, ..like };
    let longest = longest(like.unit);
    // A limit counted back from the term's end moves with it, so that more is not always better.
    let found = match (trial.counted_back, trial.stops.is_empty()) {
        (true, _) => (1..=longest.min(400)).find(|&n| keeps(trial, with(n))),
        (false, false) => smallest(like.quantity.clamp(1, longest), longest, |n| keeps(trial, with(n))),
        (false, true) => by_worst_starts(trial, like, longest, known),
    };
    found.map(with)
}

/// What the worst start needs, no start can do without: so from worst start to worst start, until all are kept. A
/// start's own need is found minute by minute, without laying a term over the whole calendar.
fn by_worst_starts(trial: &Trial, like: Duration, longest: u32, known: Option<i32>) -> Option<u32> {
    let case = trial.drive.case;
    let mut start = known.unwrap_or(trial.drive.road.starts.0);
    let mut least = 1;
    loop {
        let finish = trial.finish_at(start)?;
        let filed = trial.drive.road.filing.at(start);
        let kept = |quantity: u32| {
            let term = whole_term(case, Duration { quantity, ..like });
            trial.drive.road.clock.term_end(&term, filed) >= finish
        };
        least = smallest_from(least, longest, kept)?;
        let measured = trial.measure(&whole_term(case, Duration { quantity: least, ..like }))?;
        if measured.slack >= 0 {
            return Some(least);
        }
        start = measured.start;
    }
}

fn keeps(trial: &Trial, term: Duration) -> bool {
    trial.measure(&whole_term(trial.drive.case, term)).is_some_and(|measured| measured.slack >= 0)
}

fn unit_of(trial: &Trial) -> Unit {
    let road = trial.drive.road;
    let limits = road.takes.iter().flat_map(|take| take.limits.iter().map(|(duration, _)| duration.unit));
    let calendar = |unit: Unit| matches!(unit, Unit::CalendarDay | Unit::Month | Unit::Year);
    if limits.into_iter().any(calendar) { Unit::CalendarDay } else { Unit::WorkingDay }
}

/// Longer terms are not looked for.
fn longest(unit: Unit) -> u32 {
    match unit {
        Unit::Minute => 1_000_000,
        Unit::Hour => 20_000,
        Unit::WorkingDay | Unit::CalendarDay | Unit::Day | Unit::SameDay => 4_000,
        Unit::Month => 120,
        Unit::Year => 10,
    }
}

/// The smallest number from `low` to `most` for which `holds`, which holds for all larger ones too; small ones first.
fn smallest_from(low: u32, most: u32, holds: impl Fn(u32) -> bool) -> Option<u32> {
    let shifted = |n: u32| holds(n + (low - 1));
    smallest(1, most - (low - 1), shifted).map(|n| n + (low - 1))
}

/// The smallest number from 1 to `most` for which `holds`, which holds for all larger ones too; looked for around
/// `near` first.
fn smallest(near: u32, most: u32, holds: impl Fn(u32) -> bool) -> Option<u32> {
    let (mut low, mut high) = (1, near);
    while !holds(high) {
        if high == most {
            return None;
        }
        low = high + 1;
        high = high.saturating_mul(2).min(most);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    Some(low)
}

/// For each limited step on the critical chain the largest limit with which every start is on time.
pub fn repairs(trial: &Trial, proof: &TermProof) -> Vec<Repair> {
    let chain = proof.worst.iter().flat_map(|worst| &worst.chain);
    let steps = chain.filter(|link| link.critical).map(|link| link.node);
    steps.filter_map(|node| repair(trial, node)).collect()
}

fn repair(trial: &Trial, node: NodeIx) -> Option<Repair> {
    let drive = &trial.drive;
    let take = drive.road.take(node);
    let now = take.limits.iter().map(|(duration, _)| *duration).min_by_key(rough_minutes)?;
    let term = whole_term(drive.case, drive.case.term?);
    let late = |quantity: u32| {
        let road = drive.road.with_limit(node, Duration { quantity, ..now });
        let shorter = Drive { road: &road, case: drive.case, plan: drive.plan, stops: drive.stops };
        let trial = trial.over(shorter);
        trial.measure(&term).is_none_or(|measured| measured.slack < 0)
    };
    let most = now.quantity.max(1);
    let quantity = smallest(most, most, late).map_or(now.quantity, |first_late| first_late - 1);
    Some(Repair { node, limit: (quantity > 0).then_some(Duration { quantity, ..now }) })
}

/// Which of two limits is usually the shorter.
fn rough_minutes(duration: &Duration) -> u64 {
    let minutes = match duration.unit {
        Unit::Minute => 1,
        Unit::Hour => 60,
        Unit::SameDay => 0,
        Unit::WorkingDay => 2_000,
        Unit::CalendarDay | Unit::Day => 1_440,
        Unit::Month => 43_800,
        Unit::Year => 525_600,
    };
    u64::from(duration.quantity) * minutes
}
