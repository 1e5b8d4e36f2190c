//! Limits in days, months and years: which day, and which minute of it.

use super::{DayEnd, Duration, Instant, OutOfCalendar, Readings, Timetable, Unit};
use crate::time::reading::{Months, UnqualifiedDay};
use crate::time::{Day, calendar::year_of};
use chrono::{Datelike, Months as ChronoMonths, NaiveDate};

/// The close of some day counted from the anchor's.
#[derive(Clone, Debug)]
pub(super) struct DayLimit {
    /// Counted one after the other, before any roll. Invariant: not empty when asked.
    pub counts: Vec<Count>,
    /// Counted back instead of on.
    back: bool,
    /// What would end on a day that is no working day ends on the next one.
    rolls: bool,
    end: DayEnd,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Count {
    /// The first working day whose close is not before the anchor.
    SameDay,
    Working {
        n: u32,
        first_counted: bool,
    },
    Calendar {
        n: u32,
        first_counted: bool,
    },
    /// To the day before the same day-number where the date itself is counted.
    Months {
        n: u64,
        first_counted: bool,
    },
}

impl Count {
    /// `None` for a length of zero, and for minutes and hours.
    pub fn of(duration: Duration, readings: &Readings) -> Option<Count> {
        let Duration { quantity: n, unit, first_day_counted: first_counted } = duration;
        let first_month_counted = first_counted || readings.months == Months::Law2000;
        Some(match unit {
            Unit::SameDay => Count::SameDay,
            _ if n == 0 => return None,
            Unit::WorkingDay => Count::Working { n, first_counted },
            Unit::Day if readings.unqualified_day == UnqualifiedDay::Working => Count::Working { n, first_counted },
            Unit::Day | Unit::CalendarDay => Count::Calendar { n, first_counted },
            Unit::Month => Count::Months { n: n.into(), first_counted: first_month_counted },
            Unit::Year => Count::Months { n: u64::from(n) * 12, first_counted: first_month_counted },
            Unit::Minute | Unit::Hour => return None,
        })
    }

    /// One count of several lengths, each kind of day added up: two months are the same day-number two months on, not
    /// a month after a month.
    pub fn sum(lengths: impl Iterator<Item = Count>) -> Vec<Count> {
        let mut sum: Vec<Count> = Vec::new();
        for length in lengths {
            if !sum.iter_mut().any(|known| known.add(length)) {
                sum.push(length);
            }
        }
        sum
    }

    /// Adds a length of the same kind; `false` for one of another kind. The first one says whether the first day
    /// counts.
    fn add(&mut self, more: Count) -> bool {
        match (self, more) {
            (Count::SameDay, Count::SameDay) => {}
            (Count::Working { n, .. }, Count::Working { n: m, .. }) => *n = n.saturating_add(m),
            (Count::Calendar { n, .. }, Count::Calendar { n: m, .. }) => *n = n.saturating_add(m),
            (Count::Months { n, .. }, Count::Months { n: m, .. }) => *n = n.saturating_add(m),
            _ => return false,
        }
        true
    }

    /// Whether the day depends on the hour of the anchor, and not on its day alone.
    fn asks_the_hour(self) -> bool {
        match self {
            Count::SameDay => true,
            Count::Working { first_counted, .. } | Count::Calendar { first_counted, .. } => first_counted,
            Count::Months { .. } => false,
        }
    }
}

impl DayLimit {
    pub fn close(rolls: bool) -> DayLimit {
        DayLimit { counts: Vec::new(), back: false, rolls, end: DayEnd::Close }
    }

    pub fn term(end: DayEnd) -> DayLimit {
        DayLimit { counts: Vec::new(), back: false, rolls: true, end }
    }

    pub fn before(count: Count) -> DayLimit {
        DayLimit { counts: vec![count], back: true, rolls: false, end: DayEnd::Close }
    }

    pub fn rolls(&self) -> bool {
        self.rolls
    }

    /// Whether the value depends on the hour of the anchor, and not on its day alone.
    pub fn asks_the_hour(&self) -> bool {
        self.counts.iter().any(|count| count.asks_the_hour())
    }

    pub fn at(&self, table: &Timetable, t: Instant) -> Result<Instant, OutOfCalendar> {
        if self.back {
            return self.back_from(table, t);
        }
        let mut day = self.last_day(table, t)?;
        if self.rolls {
            day = table.working_day_from(day)?;
        }
        self.end_of(table, day)
    }

    /// The day that the count ends on, before any roll.
    pub fn last_day(&self, table: &Timetable, t: Instant) -> Result<Day, OutOfCalendar> {
        let mut day = t.day();
        table.index(day)?;
        for (place, count) in self.counts.iter().enumerate() {
            let anchor = if place == 0 { t } else { self.end_of(table, day)? };
            day = self.counted_to(table, anchor, *count)?;
        }
        Ok(day)
    }

    /// The last minute of the day in which the act is still in time.
    pub fn end_of(&self, table: &Timetable, day: Day) -> Result<Instant, OutOfCalendar> {
        match self.end {
            DayEnd::Close => table.close(day),
            DayEnd::Midnight => table.index(day).map(|_| day.last_minute()),
            DayEnd::Reception => table.reception_close(day),
        }
    }

    /// The day that one count ends on, from its anchor.
    pub fn counted_to(&self, table: &Timetable, t: Instant, count: Count) -> Result<Day, OutOfCalendar> {
        match count {
            Count::SameDay => table.working_day_from(self.open_from(table, t)?),
            Count::Working { n, first_counted: false } => table.nth_after(t.day(), n.into()),
            Count::Working { n, first_counted: true } => {
                let first = table.working_day_from(self.open_from(table, t)?)?;
                table.nth_after(first, u64::from(n) - 1)
            }
            Count::Calendar { n, first_counted: false } => later(table, t.day(), n.into()),
            Count::Calendar { n, first_counted: true } => later(table, self.open_from(table, t)?, i64::from(n) - 1),
            Count::Months { n, first_counted } => months_later(table, t.day(), n, first_counted),
        }
    }

    /// The anchor's day if it has not ended before the anchor, else the next day.
    fn open_from(&self, table: &Timetable, t: Instant) -> Result<Day, OutOfCalendar> {
        let day = t.day();
        if t <= self.end_of(table, day)? { Ok(day) } else { later(table, day, 1) }
    }

    fn back_from(&self, table: &Timetable, t: Instant) -> Result<Instant, OutOfCalendar> {
        table.index(t.day())?;
        let Some(count) = self.counts.first() else { return Ok(t) };
        let day = match *count {
            Count::SameDay => return Ok(t),
            Count::Working { n, .. } => table.nth_before(t.day(), n.into())?,
            Count::Calendar { n, .. } => later(table, t.day(), -i64::from(n))?,
            Count::Months { n, .. } => months_earlier(table, t.day(), n)?,
        };
        self.end_of(table, day)
    }
}

fn later(table: &Timetable, day: Day, days: i64) -> Result<Day, OutOfCalendar> {
    let there = i64::from(day.0) + days;
    let day = i32::try_from(there).map(Day).map_err(|_| OutOfCalendar { year: year_of(there) })?;
    table.index(day).map(|_| day)
}

fn months_later(table: &Timetable, day: Day, n: u64, first_counted: bool) -> Result<Day, OutOfCalendar> {
    table.index(day)?;
    let date = day.date();
    let there = u32::try_from(n).ok().and_then(|n| months_on(date, n, first_counted));
    let there = there.ok_or(OutOfCalendar { year: i64::from(date.year()) + (n / 12) as i64 })?;
    let day = Day::from_date(there);
    table.index(day).map(|_| day)
}

/// The same day-number so many months on, or the last day of a shorter month (Civil Code art. 174). Where the date
/// itself is counted: the day before the same day-number, or the month's last day if there is none.
fn months_on(date: NaiveDate, n: u32, first_counted: bool) -> Option<NaiveDate> {
    let there = date.checked_add_months(ChronoMonths::new(n))?;
    let shorter_month = there.day() < date.day();
    if first_counted && !shorter_month { there.pred_opt() } else { Some(there) }
}

fn months_earlier(table: &Timetable, day: Day, n: u64) -> Result<Day, OutOfCalendar> {
    table.index(day)?;
    let date = day.date();
    let there = u32::try_from(n).ok().and_then(|n| date.checked_sub_months(ChronoMonths::new(n)));
    let day = Day::from_date(there.ok_or(OutOfCalendar { year: i64::from(date.year()) - (n / 12) as i64 })?);
    table.index(day).map(|_| day)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Years, months and days by the rules of the calendar alone, from 2000-01-01 on: one cycle of 400 years, and
    /// another, into which the terms run.
    struct Civil {
        /// Days before each month, from January 2000 on.
        before: Vec<i32>,
    }

    impl Civil {
        fn new() -> Civil {
            let mut before = vec![0];
            for month in 0..800 * 12 {
                before.push(before[month as usize] + Civil::length(month));
            }
            Civil { before }
        }

        /// How many days a month has, counted from January 2000 = 0.
        fn length(month: i32) -> i32 {
            let year = 2000 + month / 12;
            let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            match month % 12 {
                1 if leap => 29,
                1 => 28,
                3 | 5 | 8 | 10 => 30,
                _ => 31,
            }
        }

        /// Days since 2000-01-01.
        fn number(&self, month: i32, day: i32) -> i32 {
            self.before[month as usize] + day - 1
        }
    }

    /// Civil Code art. 174: a term in months or years ends on the same day-number of its last month, and in a month
    /// without that number on its last day. As the law of 2000 counts, the date itself being the first day: on the
    /// day before that number, or on the month's last day if there is none.
    #[test]
    fn months_end_as_the_civil_code_says_from_every_day_of_400_years() {
        let civil = Civil::new();
        let first = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
        let lengths: Vec<i32> = (1..=24).chain([36, 60, 120, 300, 1200, 4799]).collect();
        let since = |date: NaiveDate| Day::from_date(date).0 - Day::from_date(first).0;
        let (mut days, mut clipped) = (0, 0);
        for month in 0..400 * 12 {
            for day in 1..=Civil::length(month) {
                let date = (Day::from_date(first) + days).date();
                assert_eq!(days, civil.number(month, day), "{date}");
                days += 1;
                for &n in &lengths {
                    let last = Civil::length(month + n);
                    let exists = day <= last;
                    clipped += i32::from(!exists);
                    let same = civil.number(month + n, if exists { day } else { last });
                    let on = |counted: bool| months_on(date, n as u32, counted).map(since);
                    assert_eq!(on(false), Some(same), "{n} months from {date}");
                    assert_eq!(on(true), Some(if exists { same - 1 } else { same }), "{n} months, {date} counted");
                }
            }
        }
        assert_eq!(days, 146_097);
        assert!(clipped > 10_000, "only {clipped} terms end in a month without their day-number");
    }
}
