//! A timetable: an organisation's hours laid over a calendar, for every day that the calendar has.
//!
//! What it settles, day by day: whether the day counts as a working day, when it closes, when minutes of work run, and
//! when a filing counts. Looking up the n-th working day, or the minute by which so much work is done, then costs a
//! table look-up or a binary search.
//!
//! How a week meets the calendar:
//! - a holiday closes everybody;
//! - a weekend day that is worked by decree takes the hours of the day it replaces. It opens every body with a
//!   five-day week; a body that works at weekends, only if its own week has that weekday (a worked Sunday does not
//!   open a body that never works on Sundays);
//! - a day off that was moved there (by decree, or because a holiday fell on a weekend) binds a body that works at
//!   weekends under the reading `moved-days` = `yes`, the default. Under `no` the swap does not concern such a body,
//!   unless the holiday fell on its own day off.

use super::calendar::{Calendar, DayKind, DayStatus, OutOfCalendar};
use super::day::LAST_MINUTE;
use super::hours::{Opening, Stretch, WeeklyHours, stretches, usual_close};
use super::reading::{Readings, Week};
use super::{Day, Instant};
use chrono::NaiveDate;

const DAY: i32 = 24 * 60;

/// The days and the minutes of one organisation.
#[derive(Clone, Debug)]
pub struct Timetable {
    first: Day,
    /// The years of the calendar beneath, for saying which one is missing.
    years: (i32, i32),
    /// Of each day: how many days before it count as working days. One longer than the days.
    rank: Vec<u32>,
    /// The days that count, as indices, in order.
    counted: Vec<u32>,
    /// Of each day: the minute of the close, or of the usual close of a weekday where it is not open.
    close: Vec<u16>,
    /// The same for the reception of applicants.
    reception: Vec<u16>,
    /// When minutes of work run.
    pub(super) work: Vec<Segment>,
    /// When filings count at a counter: first and last minute, both inside.
    pub(super) counter: Vec<(Instant, Instant)>,
    /// From opening to close, breaks included.
    pub(super) hull: Vec<(Instant, Instant)>,
}

/// A stretch of work without a break.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Segment {
    /// The first minute of work, and the closing minute, in minutes since 1970-01-01; `end` may be a midnight.
    pub start: i64,
    pub end: i64,
    /// Minutes of work before it, since the first day.
    pub before: i64,
}

impl Timetable {
    /// The organisation's own timetable, by which its steps are counted: its working days are the days on which it
    /// works, or those of the national week under the reading `week` = `national`.
    pub fn new(hours: &WeeklyHours, calendar: &Calendar, readings: &Readings) -> Timetable {
        Timetable::build(hours, calendar, readings, readings.week == Week::National)
    }

    /// The timetable by which a term is counted: working days of the national five-day calendar, closed when the
    /// provider closes.
    pub fn for_term(provider: &WeeklyHours, calendar: &Calendar, readings: &Readings) -> Timetable {
        Timetable::build(provider, calendar, readings, true)
    }

    /// The national five-day week with the hours of [`WeeklyHours::national`].
    pub fn national(calendar: &Calendar, readings: &Readings) -> Timetable {
        Timetable::build(&WeeklyHours::national(), calendar, readings, true)
    }

    fn build(hours: &WeeklyHours, calendar: &Calendar, readings: &Readings, national: bool) -> Timetable {
        let mut table = Timetable {
            first: calendar.first_day(),
            years: calendar.years(),
            rank: vec![0],
            counted: Vec::new(),
            close: Vec::new(),
            reception: Vec::new(),
            work: Vec::new(),
            counter: Vec::new(),
            hull: Vec::new(),
        };
        let mut eras = Eras::new(hours);
        for (day, status) in calendar.days() {
            let era = eras.at(day);
            let work = era.open(&era.work, day, status, readings);
            let acceptance = era.open(&era.acceptance, day, status, readings);
            let counts = if national { status.working } else { !work.is_empty() };
            table.push(day, counts, (work, era.usual_close), (acceptance, era.usual_reception));
        }
        table
    }

    fn push(&mut self, day: Day, counts: bool, work: (&[Stretch], u16), acceptance: (&[Stretch], u16)) {
        if counts {
            self.counted.push(self.close.len() as u32);
        }
        self.rank.push(self.counted.len() as u32);
        self.close.push(last_minute(work.0).unwrap_or(work.1));
        self.reception.push(last_minute(acceptance.0).unwrap_or(acceptance.1));
        for &(from, until) in work.0 {
            let midnight = i64::from(day.0) * i64::from(DAY);
            let before = self.work.last().map_or(0, Segment::after);
            self.work.push(Segment { start: midnight + i64::from(from), end: midnight + i64::from(until), before });
        }
        let inside = |&(from, until): &Stretch| (day.at(from), day.at(until.min(LAST_MINUTE)));
        self.counter.extend(acceptance.0.iter().map(inside));
        if let (Some(first), Some(last)) = (work.0.first(), work.0.last()) {
            self.hull.push(inside(&(first.0, last.1)));
        }
    }

    /// Whether the day counts as a working day.
    pub fn is_working(&self, day: Day) -> Result<bool, OutOfCalendar> {
        let index = self.index(day)?;
        Ok(self.rank[index] != self.rank[index + 1])
    }

    /// The close of work that day, or the usual close of a weekday where it is not open.
    pub fn close(&self, day: Day) -> Result<Instant, OutOfCalendar> {
        Ok(day.at(self.close[self.index(day)?]))
    }

    /// The close of the reception of applicants that day, or the usual one where there is none.
    pub fn reception_close(&self, day: Day) -> Result<Instant, OutOfCalendar> {
        Ok(day.at(self.reception[self.index(day)?]))
    }

    /// The stretches of work of that day: from, until.
    pub fn hours(&self, day: Day) -> Vec<(Instant, Instant)> {
        let midnight = i64::from(day.0) * i64::from(DAY);
        let from = self.work.partition_point(|segment| segment.start < midnight);
        let of_day = self.work[from..].iter().take_while(|segment| segment.start < midnight + i64::from(DAY));
        let minute = |at: i64| day.at((at - midnight).min(i64::from(LAST_MINUTE)) as u16);
        of_day.map(|segment| (minute(segment.start), minute(segment.end))).collect()
    }

    /// How many working days lie after `from`, up to `to` itself; none if `to` is not later.
    pub fn working_days_between(&self, from: Day, to: Day) -> Result<u32, OutOfCalendar> {
        let (from, to) = (self.index(from)?, self.index(to)?);
        Ok(self.rank[to + 1].saturating_sub(self.rank[from + 1]))
    }

    /// The n-th working day after the day; for n = 0 the day itself.
    pub fn nth_after(&self, day: Day, n: u64) -> Result<Day, OutOfCalendar> {
        let index = self.index(day)?;
        let Some(steps) = n.checked_sub(1) else { return Ok(day) };
        self.nth(u64::from(self.rank[index + 1]).checked_add(steps))
    }

    /// The n-th working day before the day; for n = 0 the day itself.
    pub fn nth_before(&self, day: Day, n: u64) -> Result<Day, OutOfCalendar> {
        let index = self.index(day)?;
        if n == 0 {
            return Ok(day);
        }
        let place = u64::from(self.rank[index]).checked_sub(n).ok_or(self.before_all())?;
        self.nth(Some(place))
    }

    /// The day itself if it is a working day, else the next one.
    pub fn working_day_from(&self, day: Day) -> Result<Day, OutOfCalendar> {
        self.nth(Some(self.rank[self.index(day)?].into()))
    }

    /// The place of the day among all days.
    pub(super) fn index(&self, day: Day) -> Result<usize, OutOfCalendar> {
        let index = usize::try_from(i64::from(day.0) - i64::from(self.first.0)).ok();
        let known = index.filter(|&index| index < self.close.len());
        known.ok_or(OutOfCalendar { year: super::calendar::year_of(day.0.into()) })
    }

    /// The first day after the calendar, where whoever looks for another working day ends up.
    pub(super) fn after_all(&self) -> OutOfCalendar {
        OutOfCalendar { year: i64::from(self.years.1) + 1 }
    }

    pub(super) fn before_all(&self) -> OutOfCalendar {
        OutOfCalendar { year: i64::from(self.years.0) - 1 }
    }

    /// The working day with that number, counted from 0 at the first day.
    fn nth(&self, place: Option<u64>) -> Result<Day, OutOfCalendar> {
        let place = place.and_then(|place| usize::try_from(place).ok());
        let index = place.and_then(|place| self.counted.get(place)).ok_or(self.after_all())?;
        Ok(self.first + *index as i32)
    }
}

impl Segment {
    /// Minutes of work up to its end.
    pub fn after(&self) -> i64 {
        self.before + self.end - self.start
    }
}

fn last_minute(open: &[Stretch]) -> Option<u16> {
    open.last().map(|&(_, until)| until.min(LAST_MINUTE))
}

/// The hours of an organisation, era by era: within one, the week is the same.
struct Eras<'a> {
    hours: &'a WeeklyHours,
    /// The days on which an era starts, in order.
    starts: Vec<NaiveDate>,
    era: Era,
    /// How many starts lie behind.
    passed: usize,
}

/// A week: the stretches of each weekday, as if no day were special.
struct Era {
    work: [Vec<Stretch>; 7],
    acceptance: [Vec<Stretch>; 7],
    usual_close: u16,
    usual_reception: u16,
    /// Works on a Saturday or a Sunday.
    weekends: bool,
}

impl<'a> Eras<'a> {
    fn new(hours: &'a WeeklyHours) -> Self {
        let openings = hours.work.iter().chain(&hours.acceptance);
        let changes = |opening: &Opening| [opening.since, opening.last.and_then(|last| last.succ_opt())];
        let mut starts: Vec<NaiveDate> = openings.flat_map(changes).flatten().collect();
        starts.sort_unstable();
        starts.dedup();
        Eras { hours, starts, era: Era::new(hours, NaiveDate::MIN), passed: 0 }
    }

    /// The era of that day. Invariant: asked in the order of the days.
    fn at(&mut self, day: Day) -> &Era {
        let passed = self.starts.partition_point(|start| *start <= day.date());
        if passed != self.passed {
            self.era = Era::new(self.hours, day.date());
            self.passed = passed;
        }
        &self.era
    }
}

impl Era {
    fn new(hours: &WeeklyHours, date: NaiveDate) -> Era {
        let week = |openings: &[Opening]| std::array::from_fn(|weekday| stretches(openings, date, weekday));
        let work: [Vec<Stretch>; 7] = week(&hours.work);
        Era {
            acceptance: week(hours.acceptance()),
            usual_close: usual_close(&hours.work, date),
            usual_reception: usual_close(hours.acceptance(), date),
            weekends: !work[5].is_empty() || !work[6].is_empty(),
            work,
        }
    }

    /// The stretches of `week` that are open on a day of the calendar.
    fn open<'w>(
        &self,
        week: &'w [Vec<Stretch>; 7],
        day: Day,
        status: &DayStatus,
        readings: &Readings,
    ) -> &'w [Stretch] {
        let on = |day: Day| usize::from(day.weekday()) - 1;
        let swaps_bind = !self.weekends || readings.moved_days;
        match status.kind {
            DayKind::Working | DayKind::Weekend => &week[on(day)],
            DayKind::Holiday => &[],
            DayKind::Moved if !swaps_bind => &week[on(day)],
            DayKind::Moved => match status.replaces {
                Some(_) if self.weekends && self.work[on(day)].is_empty() => &[],
                Some(replaced) => &week[on(replaced)],
                None => &[],
            },
            DayKind::Substituted => match status.because_of {
                Some(holiday) if !swaps_bind && !self.work[on(holiday)].is_empty() => &week[on(day)],
                _ => &[],
            },
        }
    }
}
