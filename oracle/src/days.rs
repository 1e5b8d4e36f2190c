//! Which day is open, and in which minutes: read from the calendar's rows and the schedules' openings, each time anew.
//!
//! A day is a [`NaiveDate`] and the next one is found by stepping. [`Prepared`] holds the same answers in arrays, for
//! a fair race and for long runs; it is filled by asking [`Stepping`] and knows nothing of its own.

use chrono::{Datelike, NaiveDate};
use reglament::model::{Opening, Schedule, ScheduleId};
use reglament::time::{Calendar, Day, DayKind};
use std::cell::OnceCell;
use std::fmt::Debug;

/// The day lies outside the calendar's years.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beyond;

/// What the calendar says of one day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Row {
    Working,
    /// A day off by nature that is worked instead of another, and takes that one's hours.
    WorkedFor(NaiveDate),
    Weekend,
    Holiday,
    /// Off because this holiday fell on a weekend.
    Substituted(NaiveDate),
    /// Off by decree, worked on another day.
    MovedOff,
}

impl Row {
    pub fn working(self) -> bool {
        matches!(self, Row::Working | Row::WorkedFor(_))
    }
}

/// Rows of a calendar: the one thing shared with the prover.
pub trait Rows {
    fn row(&self, date: NaiveDate) -> Result<Row, Beyond>;
}

/// Hours of one organisation: its working or its acceptance hours. Without a schedule: the usual ones.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Desk {
    pub schedule: Option<ScheduleId>,
    pub reception: bool,
}

/// A sequence of days that can be stepped through and asked when an organisation is open.
pub trait Days {
    type Day: Copy + Ord + Debug;

    fn find(&self, date: NaiveDate) -> Result<Self::Day, Beyond>;
    fn date(&self, day: Self::Day) -> NaiveDate;
    fn after(&self, day: Self::Day) -> Result<Self::Day, Beyond>;
    fn before(&self, day: Self::Day) -> Result<Self::Day, Beyond>;
    /// A working day of the national five-day calendar.
    fn national(&self, day: Self::Day) -> Result<bool, Beyond>;
    /// Whether the minute `[minute, minute + 1)` of the day is one in which the desk is open.
    fn open(&self, desk: Desk, day: Self::Day, minute: u16) -> Result<bool, Beyond>;
    /// The first open minute, and the minute after the last open one; `None` on a day off.
    fn span(&self, desk: Desk, day: Self::Day) -> Result<Option<(u16, u16)>, Beyond>;
    /// When a day off would have ended: the latest close of the five weekdays by the hours then valid; of the
    /// weekend for who works only then; 24:00 for who has no hours at all.
    fn usual_close(&self, desk: Desk, day: Self::Day) -> Result<u16, Beyond>;
}

/// The last minute of a day: what ends at 24:00 ends in it.
pub const LAST: u16 = 24 * 60 - 1;

/// Open on some days of the week, less the breaks, between two dates.
#[derive(Clone)]
struct Open {
    days: [bool; 7],
    from: u16,
    until: u16,
    breaks: Vec<(u16, u16)>,
    since: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

/// The hours of one schedule.
struct Week {
    work: Vec<Open>,
    reception: Vec<Open>,
}

/// Days asked one by one, nothing remembered.
pub struct Stepping<'a> {
    rows: &'a dyn Rows,
    /// As in the model, and one more behind them: the hours of those who have none.
    weeks: Vec<Week>,
    /// The reading: a day off that was moved there binds those who work at weekends as well.
    moved_days: bool,
}

impl<'a> Stepping<'a> {
    pub fn new(rows: &'a dyn Rows, schedules: &[Schedule], moved_days: bool) -> Self {
        let mut weeks: Vec<Week> = schedules.iter().map(Week::of).collect();
        weeks.push(Week::usual());
        Stepping { rows, weeks, moved_days }
    }

    fn openings(&self, desk: Desk) -> &[Open] {
        let week = &self.weeks[desk.schedule.map_or(self.weeks.len() - 1, |id| id.0 as usize)];
        if desk.reception && !week.reception.is_empty() { &week.reception } else { &week.work }
    }

    fn opens_on(&self, desk: Desk, weekday: usize, date: NaiveDate) -> bool {
        let work = Desk { reception: false, ..desk };
        self.openings(work).iter().any(|open| open.valid(date) && open.days[weekday])
    }

    /// The day of the week whose hours hold on `date`; `None` where the organisation is closed.
    fn plays(&self, desk: Desk, date: NaiveDate) -> Result<Option<usize>, Beyond> {
        let own = weekday(date);
        let at_weekends = self.opens_on(desk, 5, date) || self.opens_on(desk, 6, date);
        // Under the other reading a swap concerns those alone who are free at weekends.
        let unconcerned = at_weekends && !self.moved_days;
        Ok(match self.rows.row(date)? {
            Row::Working | Row::Weekend => Some(own),
            Row::Holiday => None,
            Row::MovedOff => unconcerned.then_some(own),
            Row::Substituted(holiday) => (unconcerned && self.opens_on(desk, weekday(holiday), date)).then_some(own),
            Row::WorkedFor(_) if at_weekends && !self.opens_on(desk, own, date) => None,
            Row::WorkedFor(_) if unconcerned => Some(own),
            Row::WorkedFor(other) => Some(weekday(other)),
        })
    }

    /// The openings of the day.
    fn on(&self, desk: Desk, date: NaiveDate) -> Result<impl Iterator<Item = &Open>, Beyond> {
        let weekday = self.plays(desk, date)?;
        Ok(self.openings(desk).iter().filter(move |open| open.valid(date) && weekday.is_some_and(|day| open.days[day])))
    }
}

impl Week {
    fn of(schedule: &Schedule) -> Week {
        let open = |opening: &Opening| Open {
            days: opening.days,
            from: opening.from,
            until: opening.until,
            breaks: opening.breaks.clone(),
            since: opening.since,
            last: opening.last,
        };
        Week {
            work: schedule.work.iter().map(open).collect(),
            reception: schedule.acceptance.iter().map(open).collect(),
        }
    }

    /// Of whom no hours are known: those of a provider, Monday to Friday 9:00-18:30, reception until 17:30.
    fn usual() -> Week {
        let days = [true, true, true, true, true, false, false];
        let until = |until| Open { days, from: 540, until, breaks: vec![(780, 870)], since: None, last: None };
        Week { work: vec![until(1110)], reception: vec![until(1050)] }
    }
}

impl Open {
    fn valid(&self, date: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= date) && self.last.is_none_or(|last| date <= last)
    }

    fn covers(&self, minute: u16) -> bool {
        let broken = self.breaks.iter().any(|&(from, until)| (from..until).contains(&minute));
        (self.from..self.until).contains(&minute) && !broken
    }

    /// The first minute, and the minute after the last.
    fn span(&self) -> Option<(u16, u16)> {
        let first = (self.from..self.until).find(|minute| self.covers(*minute))?;
        let last = (self.from..self.until).rev().find(|minute| self.covers(*minute))?;
        Some((first, last + 1))
    }
}

fn weekday(date: NaiveDate) -> usize {
    date.weekday().num_days_from_monday() as usize
}

impl Days for Stepping<'_> {
    type Day = NaiveDate;

    fn find(&self, date: NaiveDate) -> Result<NaiveDate, Beyond> {
        self.rows.row(date).map(|_| date)
    }

    fn date(&self, day: NaiveDate) -> NaiveDate {
        day
    }

    fn after(&self, day: NaiveDate) -> Result<NaiveDate, Beyond> {
        self.find(day.succ_opt().ok_or(Beyond)?)
    }

    fn before(&self, day: NaiveDate) -> Result<NaiveDate, Beyond> {
        self.find(day.pred_opt().ok_or(Beyond)?)
    }

    fn national(&self, day: NaiveDate) -> Result<bool, Beyond> {
        self.rows.row(day).map(Row::working)
    }

    fn open(&self, desk: Desk, day: NaiveDate, minute: u16) -> Result<bool, Beyond> {
        Ok(self.on(desk, day)?.any(|open| open.covers(minute)))
    }

    fn span(&self, desk: Desk, day: NaiveDate) -> Result<Option<(u16, u16)>, Beyond> {
        let spans: Vec<_> = self.on(desk, day)?.filter_map(Open::span).collect();
        let first = spans.iter().map(|span| span.0).min();
        let last = spans.iter().map(|span| span.1).max();
        Ok(first.zip(last))
    }

    fn usual_close(&self, desk: Desk, day: NaiveDate) -> Result<u16, Beyond> {
        let latest = |days: std::ops::Range<usize>| {
            let on = |open: &&Open| open.valid(day) && open.days[days.clone()].contains(&true);
            self.openings(desk).iter().filter(on).filter_map(Open::span).map(|span| span.1).max()
        };
        Ok(latest(0..5).or_else(|| latest(5..7)).unwrap_or(LAST).min(LAST))
    }
}

/// The same days in arrays, each written down when it is first asked for, or all beforehand.
pub struct Prepared<'a> {
    days: &'a Stepping<'a>,
    first: NaiveDate,
    national: Vec<bool>,
    desks: Vec<(Desk, Vec<OnceCell<Hours>>)>,
}

struct Hours {
    open: Vec<bool>,
    span: Option<(u16, u16)>,
    usual_close: u16,
}

impl<'a> Prepared<'a> {
    /// The days from `first` to `last`, for these desks.
    pub fn new(days: &'a Stepping, desks: &[Desk], first: NaiveDate, last: NaiveDate) -> Result<Prepared<'a>, Beyond> {
        let all = first.iter_days().take_while(|day| *day <= last);
        let national: Vec<bool> = all.map(|day| days.national(day)).collect::<Result<_, _>>()?;
        let blank = || national.iter().map(|_| OnceCell::new()).collect();
        let desks = desks.iter().map(|desk| (*desk, blank())).collect();
        Ok(Prepared { days, first, national, desks })
    }

    /// Writes all of them down now, so that nothing is left to do in a race.
    pub fn at_once(self) -> Result<Prepared<'a>, Beyond> {
        for (desk, hours) in &self.desks {
            for day in 0..hours.len() as u32 {
                self.hours(*desk, day)?;
            }
        }
        Ok(self)
    }

    fn hours(&self, desk: Desk, day: u32) -> Result<&Hours, Beyond> {
        let found = self.desks.iter().find(|(known, _)| *known == desk);
        let cell = found.and_then(|(_, hours)| hours.get(day as usize)).ok_or(Beyond)?;
        if let Some(hours) = cell.get() {
            return Ok(hours);
        }
        let hours = Hours::of(self.days, desk, self.date(day))?;
        Ok(cell.get_or_init(|| hours))
    }
}

impl Hours {
    fn of(days: &Stepping, desk: Desk, day: NaiveDate) -> Result<Hours, Beyond> {
        let span = days.span(desk, day)?;
        let openings: Vec<&Open> = days.on(desk, day)?.collect();
        let until = span.map_or(0, |(_, until)| until);
        let open = (0..until).map(|minute| openings.iter().any(|open| open.covers(minute))).collect();
        Ok(Hours { open, span, usual_close: days.usual_close(desk, day)? })
    }
}

impl Days for Prepared<'_> {
    type Day = u32;

    fn find(&self, date: NaiveDate) -> Result<u32, Beyond> {
        let day = u32::try_from((date - self.first).num_days()).map_err(|_| Beyond)?;
        if (day as usize) < self.national.len() { Ok(day) } else { Err(Beyond) }
    }

    fn date(&self, day: u32) -> NaiveDate {
        self.first + chrono::Days::new(day.into())
    }

    fn after(&self, day: u32) -> Result<u32, Beyond> {
        if (day as usize) + 1 < self.national.len() { Ok(day + 1) } else { Err(Beyond) }
    }

    fn before(&self, day: u32) -> Result<u32, Beyond> {
        day.checked_sub(1).ok_or(Beyond)
    }

    fn national(&self, day: u32) -> Result<bool, Beyond> {
        Ok(self.national[day as usize])
    }

    fn open(&self, desk: Desk, day: u32, minute: u16) -> Result<bool, Beyond> {
        Ok(self.hours(desk, day)?.open.get(usize::from(minute)).copied().unwrap_or(false))
    }

    fn span(&self, desk: Desk, day: u32) -> Result<Option<(u16, u16)>, Beyond> {
        Ok(self.hours(desk, day)?.span)
    }

    fn usual_close(&self, desk: Desk, day: u32) -> Result<u16, Beyond> {
        Ok(self.hours(desk, day)?.usual_close)
    }
}

impl Rows for Calendar {
    fn row(&self, date: NaiveDate) -> Result<Row, Beyond> {
        let day = Day::from_date(date);
        let status = self.status(day).map_err(|_| Beyond)?;
        let because_of = status.because_of.map_or(date, Day::date);
        Ok(match (status.kind, status.working, status.replaces) {
            (_, true, Some(replaced)) => Row::WorkedFor(replaced.date()),
            (_, true, None) => Row::Working,
            (DayKind::Weekend, ..) => Row::Weekend,
            (DayKind::Substituted, ..) => Row::Substituted(because_of),
            (DayKind::Moved, ..) => Row::MovedOff,
            (DayKind::Holiday | DayKind::Working, ..) => Row::Holiday,
        })
    }
}
