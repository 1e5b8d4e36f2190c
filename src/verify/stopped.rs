//! A clock that stops: missing papers are asked for on day s, and brought on day r.
//!
//! The days of the term up to s are spent, the rest run from r. The result is monotone in the start and in r, but not
//! in s: so every s is taken that the limits before it allow, and for each every r that its own limit allows.
//!
//! For a start u and a count k of spent days, s runs through a stretch of minutes, and with it r through one stretch
//! `[first, last]`: the question for k is the least of `due(k, r) - finish(r)` over that stretch. What is counted from
//! an event before the stop (its limit runs on while the clock stands) is asked the same way, event by event: a finish
//! is the latest of them, so the least slack is the least over all of them.

use super::judge::Measured;
use super::pass::{Key, State, States};
use super::road::Drive;
use super::slack::Left;
use crate::model::{AnchorEvent, NodeIx};
use crate::time::curve::{Curve, NEVER, first_common};
use crate::time::{Day, Duration, Instant, Readings, Unit, UnqualifiedDay};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The worst stop.
#[derive(Clone, Debug)]
pub struct StopAt {
    pub wait: NodeIx,
    pub key: Key,
    /// When the clock stops, and when it goes on.
    pub from: i32,
    pub until: i32,
    /// Days of the term spent before.
    pub spent: i32,
    pub due: i32,
    pub finished: i32,
}

/// What the finish behind the stop depends on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Source {
    /// The end of the wait.
    Resume,
    Filing,
    Event(NodeIx),
}

/// The finish behind the stop as a function of one source, all others long ago.
struct Behind {
    source: Source,
    finish: Curve,
}

/// The least slack over every start and every stop that the limits allow; `None`: no path goes through the wait.
pub fn measure(drive: &Drive, wait: NodeIx, term: &[Duration]) -> Option<Measured> {
    let passed = drive.all(None);
    let mut worst: Option<Measured> = None;
    for (key, state) in &passed.arriving[wait.0 as usize] {
        let search = Search::new(drive, wait, term, key, state);
        let worse = search.starts().into_iter().min_by_key(|found| (found.slack, found.start));
        let worse = worse.map(|found| search.in_hours(found));
        worst = worst.into_iter().chain(worse).min_by_key(|found| (found.slack, found.start));
    }
    worst
}

/// Of each day on which filings count, the least slack over every stop that the limits allow.
pub fn each_day(drive: &Drive, wait: NodeIx, term: &[Duration]) -> Vec<(Day, Left)> {
    let passed = drive.all(None);
    let filing = &drive.road.filing;
    let mut days = Vec::new();
    for (key, state) in &passed.arriving[wait.0 as usize] {
        for found in Search::new(drive, wait, term, key, state).starts() {
            // A term whose end nobody knows is no long term.
            let known = found.stop.as_ref().is_some_and(|stop| stop.due != NEVER);
            let left = if known { Left::Minutes(found.slack) } else { Left::Unknown };
            days.push((Instant(filing.at(found.start)).day(), left));
        }
        // What is filed from then on comes to the wait behind the calendar's last day.
        if let Some(first) = state.arrival.first_never() {
            let (first, last) = (Instant(filing.at(first)).day(), Instant(filing.until()).day());
            days.extend((first.0..=last.0).map(|day| (Day(day), Left::Unknown)));
        }
    }
    days
}

struct Search<'d> {
    drive: &'d Drive<'d>,
    wait: NodeIx,
    term: &'d [Duration],
    key: &'d Key,
    state: &'d State<Arc<Curve>>,
    behind: Vec<Behind>,
    /// The latest end of the wait by its beginning.
    until: Arc<Curve>,
    rests: std::cell::RefCell<BTreeMap<i64, Arc<Curve>>>,
}

impl<'d> Search<'d> {
    fn new(
        drive: &'d Drive<'d>,
        wait: NodeIx,
        term: &'d [Duration],
        key: &'d Key,
        state: &'d State<Arc<Curve>>,
    ) -> Self {
        let behind = sources(drive, wait).into_iter().filter_map(|source| {
            let finish = finish_behind(drive, wait, key, source)?;
            Some(Behind { source, finish: finish.as_ref().clone() })
        });
        let behind = behind.collect();
        let shelf = drive.road.clock.shelf;
        // Without a limit, the papers come within the starts that are looked at.
        let until = drive.road.take(wait).forward.clone().unwrap_or_else(|| {
            let (from, last) = (shelf.first(), shelf.last());
            Arc::new(Curve::identity(from, last).max(&Curve::constant(from, last, drive.road.starts.1)))
        });
        Search { drive, wait, term, key, state, behind, until, rests: Default::default() }
    }

    /// The same slack with papers that come while filings are taken, if it is found so as well.
    fn in_hours(&self, found: Measured) -> Measured {
        let better = || {
            let stop = found.stop.as_ref()?;
            let behind = self.behind.iter().find(|behind| behind.source == Source::Resume)?;
            if behind.finish.at(stop.until) != stop.finished {
                // What is counted from an earlier event makes it so late.
                return None;
            }
            let counted = self.drive.road.filing.at(found.start);
            let count = Count::new(self, counted)?;
            let due = self.due(&count, stop.spent, counted)?;
            // A term that is over before the clock stops has no papers to wait for.
            let over = self.drive.road.clock.term(self.term).at(counted);
            let stop_last = count.window(stop.spent)?.1.min(self.state.arrival.at(found.start)).min(over);
            let range = (stop.until, self.until.at(stop_last).min(due.until()));
            if due.at(stop.until) != stop.due || range.1 < range.0 {
                return None;
            }
            let (due, finish) = (due.within(range), behind.finish.within(range));
            let open = self.drive.road.clock.filing(range.0, range.1).fixed_points();
            let until = first_common(&due.where_above_at_most(&finish, found.slack), &open)?;
            let stop = StopAt {
                from: until.min(stop_last),
                until,
                due: due.at(until),
                finished: finish.at(until),
                ..stop.clone()
            };
            Some(Measured { stop: Some(stop), ..found.clone() })
        };
        better().unwrap_or(found)
    }

    /// The worst of each stretch of starts on which the arrival is one piece.
    fn starts(&self) -> Vec<Measured> {
        let filing = &self.drive.road.filing;
        let arrival = &self.state.arrival;
        let same_day = self.drive.road.clock.rest_of_term(Duration::SAME_DAY);
        let mut found = Vec::new();
        for (first, last) in filing.fixed_points().into_iter().chain(counts_later(filing)) {
            for (piece_first, piece_last, _) in arrival.segments() {
                if piece_last < first {
                    continue;
                }
                if piece_first > last {
                    break;
                }
                let (mut a, b) = (first.max(piece_first), last.min(piece_last));
                while a <= b {
                    // A day that is over is not itself counted, so its close parts the starts as midnight does.
                    let close = Some(same_day.at(a)).filter(|close| Instant(*close).day() == Instant(a).day());
                    let end = b.min(close.unwrap_or(Instant(a).day().last_minute().0));
                    found.extend(self.stretch(a, end));
                    a = end + 1;
                }
            }
        }
        found
    }

    /// Starts `a..=b` of one day, that count as filed by themselves, or all at one later minute.
    fn stretch(&self, a: i32, b: i32) -> Option<Measured> {
        let counted = self.drive.road.filing.at(a);
        let arrival = self.state.arrival.at(b);
        if arrival == NEVER {
            return None;
        }
        let count = Count::new(self, counted)?;
        let mut worst: Option<Measured> = None;
        for spent in 0.. {
            let Some((window_first, window_last)) = count.window(spent) else { break };
            let first = window_first.max(counted);
            if first > arrival {
                break;
            }
            let stop_last = window_last.min(arrival);
            if stop_last < first {
                continue;
            }
            // On its last day the term can be over before the clock stops.
            let over = self.drive.road.clock.term(self.term).at(counted);
            let in_time = (first, stop_last.min(over), window_last.min(over), spent);
            let late = (first.max(over.saturating_add(1)), stop_last, window_last, i32::MAX);
            for (first, last, window_last, counted_as) in [in_time, late].into_iter().filter(|part| part.0 <= part.1) {
                let Some(due) = self.due(&count, counted_as, counted) else { continue };
                for behind in &self.behind {
                    let found = self.ask(behind, &due, (a, b), (first, last, window_last), spent);
                    worst = worst.into_iter().chain(found).min_by_key(|m| (m.slack, m.start));
                }
            }
        }
        worst
    }

    /// The end of the term by the minute at which the clock goes on.
    fn due(&self, count: &Count, spent: i32, start: i32) -> Option<Arc<Curve>> {
        let rest = count.total - i64::from(spent);
        if rest < 0 {
            // The term was over before the clock could stop.
            let due = self.drive.road.clock.term(self.term).at(start);
            let shelf = self.drive.road.clock.shelf;
            return Some(Arc::new(Curve::constant(shelf.first(), shelf.last(), due)));
        }
        let mut rests = self.rests.borrow_mut();
        let make = || self.drive.road.clock.rest_of_term(Duration::new(rest as u32, count.unit));
        let due = rests.entry(rest).or_insert_with(make).clone();
        if spent > 0 || self.drive.road.clock.term_start().is_none() {
            return Some(due);
        }
        // A clock that has not begun to run cannot make the term end earlier by being stopped.
        let shelf = self.drive.road.clock.shelf;
        let plain = self.drive.road.clock.term(self.term).at(start);
        Some(Arc::new(due.max(&Curve::constant(shelf.first(), shelf.last(), plain))))
    }

    /// The least slack for starts `a..=b` that stop from `first` to `stop_last`.
    fn ask(
        &self,
        behind: &Behind,
        due: &Curve,
        (a, b): (i32, i32),
        (first, stop_last, window_last): (i32, i32, i32),
        spent: i32,
    ) -> Option<Measured> {
        let (slack, at, value) = match behind.source {
            Source::Resume => {
                let last = self.until.at(stop_last).min(behind.finish.until());
                let (slack, at) = least_within(due, &behind.finish, (first, last))?;
                (slack, at, at)
            }
            Source::Filing | Source::Event(_) => {
                let event = self.event(behind.source, b)?;
                if event >= first {
                    let (slack, at) = least_within(due, &behind.finish, (first, event.min(stop_last)))?;
                    (slack, at, at)
                } else {
                    let slack = i64::from(due.at(first)) - i64::from(behind.finish.at(event));
                    (slack, first, event)
                }
            }
        };
        let start = self.earliest_start((a, b), at, window_last, behind.source);
        let stop = StopAt {
            wait: self.wait,
            key: self.key.clone(),
            from: at.min(self.state.arrival.at(start)).min(window_last).max(self.drive.road.filing.at(start)),
            until: at,
            spent,
            due: due.at(at),
            finished: behind.finish.at(value),
        };
        Some(Measured { slack, start, stop: Some(stop) })
    }

    /// When an earlier event happens at the latest, for the start `u`.
    fn event(&self, source: Source, u: i32) -> Option<i32> {
        match source {
            Source::Filing => Some(self.drive.road.filing.at(u)),
            Source::Event(node) => self.state.events.get(&node).map(|event| event.at(u)),
            Source::Resume => None,
        }
    }

    /// The earliest of the starts that can still lead to `at`.
    fn earliest_start(&self, (a, b): (i32, i32), at: i32, window_last: i32, source: Source) -> i32 {
        let reaches = |u: i32| {
            let stop_last = self.state.arrival.at(u).min(window_last);
            match source {
                Source::Resume => self.until.at(stop_last) >= at,
                _ => stop_last >= at && self.event(source, u) >= self.event(source, b).min(Some(at)),
            }
        };
        let (mut low, mut high) = (a, b);
        while low < high {
            let middle = low + (high - low) / 2;
            if reaches(middle) { high = middle } else { low = middle + 1 }
        }
        low
    }
}

/// How the days of the term are counted from one day of filing.
struct Count {
    /// All days of the term.
    total: i64,
    unit: Unit,
    start: Day,
    /// The first day is itself counted.
    bonus: i32,
    table: std::sync::Arc<crate::time::Timetable>,
}

impl Count {
    fn new(search: &Search, filed: i32) -> Option<Count> {
        let clock = search.drive.road.clock;
        let filed = Instant(clock.term_start().map_or(filed, |start| start.at(filed)));
        let table = clock.term_table();
        let first = *search.term.first()?;
        if in_working_days(first.unit, &clock.readings) {
            let first_counted = first.first_day_counted || clock.readings.first_day;
            // The first day is one whose close is not before the filing.
            let same_day = Instant(clock.rest_of_term(Duration::SAME_DAY).at(filed.0)).day() == filed.day();
            let counted = first_counted && same_day;
            let total = search.term.iter().map(|duration| i64::from(duration.quantity)).sum();
            return Some(Count { total, unit: Unit::WorkingDay, start: filed.day(), bonus: i32::from(counted), table });
        }
        let end = clock.unrolled(search.term, filed)?;
        let total = i64::from(end.0) - i64::from(filed.day().0);
        Some(Count { total, unit: Unit::CalendarDay, start: filed.day(), bonus: 0, table })
    }

    /// The minutes at which just `spent` days are spent.
    fn window(&self, spent: i32) -> Option<(i32, i32)> {
        let (first, next) = match self.unit {
            Unit::WorkingDay => {
                let days = spent - self.bonus;
                if days < 0 {
                    // The first day is spent as soon as it has begun.
                    return Some((i32::MIN, self.start.at(0).0 - 1));
                }
                let first = if days == 0 { self.start } else { self.table.nth_after(self.start, days as u64).ok()? };
                (first, self.table.nth_after(self.start, days as u64 + 1).ok()?)
            }
            _ => (self.start + spent, self.start + spent + 1),
        };
        // A completeness check can lie before the term: nothing is spent until that is over.
        let first = if spent == 0 { i32::MIN } else { first.at(0).0 };
        Some((first, next.at(0).0 - 1))
    }
}

/// The starts that count as filed at a minute behind all starts: one of them stands for the rest.
fn counts_later(filing: &Curve) -> Option<(i32, i32)> {
    let later =
        |(_, _, piece): &(i32, i32, crate::time::curve::Piece)| piece.slope == 0 && piece.value > filing.until();
    let (first, _, piece) = filing.segments().find(later)?;
    (piece.value != NEVER).then_some((first, first))
}

/// Whether a term in that unit is counted in working days; for days of which the act does not say which, by the reading.
fn in_working_days(unit: Unit, readings: &Readings) -> bool {
    unit == Unit::WorkingDay || (unit == Unit::Day && readings.unqualified_day == UnqualifiedDay::Working)
}

/// What the steps behind the wait are counted from.
fn sources(drive: &Drive, wait: NodeIx) -> Vec<Source> {
    let procedure = drive.road.procedure;
    let mut seen = BTreeSet::new();
    let mut stack = vec![wait];
    while let Some(node) = stack.pop() {
        stack.extend(procedure[node].next.iter().map(|edge| edge.to).filter(|to| seen.insert(*to)));
    }
    let counted: BTreeSet<AnchorEvent> =
        seen.iter().flat_map(|&node| procedure[node].anchor.events.iter().copied()).collect();
    let mut sources = vec![Source::Resume];
    for event in counted {
        match event {
            AnchorEvent::Previous => {}
            AnchorEvent::Filing => sources.push(Source::Filing),
            AnchorEvent::Done(node) if node == wait || seen.contains(&node) => {}
            AnchorEvent::Done(node) => sources.push(Source::Event(node)),
        }
    }
    sources
}

/// The finish as a function of one source over the whole calendar.
fn finish_behind(drive: &Drive, wait: NodeIx, key: &Key, source: Source) -> Option<Arc<Curve>> {
    let shelf = drive.road.clock.shelf;
    let now = Arc::new(Curve::identity(shelf.first(), shelf.last()));
    let long_ago = Arc::new(Curve::constant(shelf.first(), shelf.last(), shelf.first()));
    let of = |this: Source| if this == source { now.clone() } else { long_ago.clone() };
    let mut events: BTreeMap<NodeIx, Arc<Curve>> = BTreeMap::from([(wait, of(Source::Resume))]);
    for other in sources(drive, wait) {
        if let Source::Event(node) = other {
            events.insert(node, of(other));
        }
    }
    let state = State { arrival: of(Source::Resume), events };
    let acts = drive.road.acts(None);
    let (pinned, closed) = Default::default();
    let pass = drive.pass(&acts, of(Source::Filing), &pinned, &closed);
    let passed = pass.run_behind(wait, States::from([(key.clone(), state)]));
    drive.finish(&passed)
}

/// The least of `due - finish` over the stretch, and the first minute at which it is reached.
fn least_within(due: &Curve, finish: &Curve, (first, last): (i32, i32)) -> Option<(i64, i32)> {
    if last < first {
        return None;
    }
    let (due, finish) = (due.within((first, last)), finish.within((first, last)));
    let known = finish.first_never().map_or(last, |never| never - 1);
    if known < first {
        return None;
    }
    let (due, finish) = (due.within((first, known)), finish.within((first, known)));
    let slack = due.least_above(&finish);
    let at = due.where_above_at_most(&finish, slack).first()?.0;
    Some((slack, at))
}
