//! Day by day, what the worst filing of that day has left of its term.

use super::judge::Trial;
use super::stopped;
use crate::model::{ChannelId, RegulationId};
use crate::time::curve::{Curve, Stretch};
use crate::time::{Day, Duration};
use std::collections::BTreeMap;

/// The slack of a regulation over a horizon, channel by channel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SlackMap {
    pub regulation: RegulationId,
    /// Both inclusive.
    pub from: Day,
    pub to: Day,
    pub channels: Vec<ChannelSlack>,
}

/// One channel: of each day the worst of its cases whose term is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChannelSlack {
    pub channel: ChannelId,
    /// Days on which no filing counts are left out.
    pub days: BTreeMap<Day, Left>,
}

/// What the worst of the filings that count as filed on a day has left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Left {
    /// In wall-clock minutes; negative: late by so much.
    Minutes(i64),
    /// Its dates lead out of the calendar.
    Unknown,
}

impl Left {
    /// The worse of the two: late, then what nobody knows, then the shorter time.
    pub fn worse(self, other: Left) -> Left {
        let badness = |left: Left| match left {
            Left::Minutes(minutes) if minutes < 0 => (0, minutes),
            Left::Unknown => (1, 0),
            Left::Minutes(minutes) => (2, minutes),
        };
        if badness(other) < badness(self) { other } else { self }
    }
}

/// Keeps of each day the worse.
pub fn add(days: &mut BTreeMap<Day, Left>, more: impl IntoIterator<Item = (Day, Left)>) {
    for (day, left) in more {
        days.entry(day).and_modify(|known| *known = known.worse(left)).or_insert(left);
    }
}

/// One case under one reading, over all its paths.
pub fn days(trial: &Trial, term: &[Duration], (from, to): (Day, Day)) -> BTreeMap<Day, Left> {
    let mut days = plain(trial, term, (from, to));
    for &wait in &trial.stops {
        let found = stopped::each_day(&trial.drive, wait, term);
        add(&mut days, found.into_iter().filter(|(day, _)| (from..=to).contains(day)));
    }
    days
}

/// The paths on which the clock doesn't stop.
fn plain(trial: &Trial, term: &[Duration], (from, to): (Day, Day)) -> BTreeMap<Day, Left> {
    let filing = &trial.drive.road.filing;
    let due = filing.then(&trial.drive.road.clock.term(term));
    let Some(finish) = trial.finish_under(&due) else { return BTreeMap::new() };
    let unknown = finish.first_never().into_iter().chain(due.first_never()).min();
    let known_until = unknown.map_or(filing.until(), |first| first - 1);
    let of_day = |day: Day| {
        let (first, last) = counted_on(filing, day)?;
        let known = (first <= known_until).then(|| (first, last.min(known_until)));
        let least = known.map(|known| Left::Minutes(due.within(known).least_above(&finish.within(known))));
        let unknown = (last > known_until).then_some(Left::Unknown);
        least.into_iter().chain(unknown).reduce(Left::worse)
    };
    (from.0..=to.0).map(Day).filter_map(|day| Some((day, of_day(day)?))).collect()
}

/// The starts that count as filed on that day.
fn counted_on(filing: &Curve, day: Day) -> Option<Stretch> {
    let first_from = |value: i32| {
        let (mut low, mut high) = (filing.from(), filing.until() + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            if filing.at(middle) < value { low = middle + 1 } else { high = middle }
        }
        low
    };
    let (first, next) = (first_from(day.at(0).0), first_from((day + 1).at(0).0));
    (first < next).then_some((first, next - 1))
}
