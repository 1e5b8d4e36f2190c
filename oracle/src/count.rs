//! What a duration means, counted on the fingers: one day, or one minute, at a time.

use crate::days::{Beyond, Days, Desk, LAST};
use chrono::{Datelike, NaiveDate};
use reglament::time::{Duration, Months, Readings, Unit};

/// A rule to be got wrong by one day, on purpose: whoever compares must notice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    Filing,
    Minutes,
    Hours,
    WorkingDays,
    CalendarDays,
    Months,
    Years,
    SameDay,
    FirstDayCounted,
    BeforeTerm,
    Term,
    Roll,
    Extension,
    CompletenessCheck,
    StoppedClock,
}

impl Fault {
    pub const ALL: [Fault; 15] = [
        Fault::Filing,
        Fault::Minutes,
        Fault::Hours,
        Fault::WorkingDays,
        Fault::CalendarDays,
        Fault::Months,
        Fault::Years,
        Fault::SameDay,
        Fault::FirstDayCounted,
        Fault::BeforeTerm,
        Fault::Term,
        Fault::Roll,
        Fault::Extension,
        Fault::CompletenessCheck,
        Fault::StoppedClock,
    ];

    pub(crate) fn of(duration: Duration) -> Fault {
        match duration.unit {
            Unit::SameDay => Fault::SameDay,
            _ if duration.first_day_counted => Fault::FirstDayCounted,
            Unit::Minute => Fault::Minutes,
            Unit::Hour => Fault::Hours,
            Unit::WorkingDay => Fault::WorkingDays,
            Unit::CalendarDay | Unit::Day => Fault::CalendarDays,
            Unit::Month => Fault::Months,
            Unit::Year => Fault::Years,
        }
    }
}

/// A minute of a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Moment<D> {
    pub day: D,
    pub minute: u16,
}

/// Whose days are counted, and when each of them ends.
#[derive(Clone, Copy, Debug)]
pub struct Ruler {
    /// Whose hours close a day.
    pub desk: Desk,
    /// Working days are those of the national calendar, not the desk's own.
    pub national: bool,
    /// A day ends at 24:00 and not at the close.
    pub midnight: bool,
    /// A last day that is no working day gives way to the next one.
    pub rolls: bool,
}

/// Counting under one set of readings.
pub struct Count<'a, D: Days> {
    pub days: &'a D,
    pub readings: Readings,
    pub fault: Option<Fault>,
    /// What days are where the act does not say which: working ones, or calendar ones.
    pub day_is_working: bool,
}

impl<D: Days> Count<'_, D> {
    /// What the duration means under these readings.
    pub fn meant(&self, duration: Duration) -> Duration {
        let unit = match duration.unit {
            Unit::Day if self.day_is_working => Unit::WorkingDay,
            Unit::Day => Unit::CalendarDay,
            unit => unit,
        };
        Duration { unit, ..duration }
    }

    /// The last minute in which something that may take `duration` from `anchor` on is in time.
    pub fn limit(&self, duration: Duration, anchor: Moment<D::Day>, ruler: Ruler) -> Result<Moment<D::Day>, Beyond> {
        let duration = self.meant(duration);
        let n = duration.quantity;
        let end = match duration.unit {
            Unit::Minute => self.minutes(n.into(), anchor, ruler)?,
            Unit::Hour => self.minutes(60 * u64::from(n), anchor, ruler)?,
            _ => {
                let day = self.last_day(duration, anchor, ruler)?;
                let day = if ruler.rolls { self.roll(day, ruler)? } else { day };
                self.end_of(day, ruler)?
            }
        };
        self.wrong(Fault::of(duration), end)
    }

    /// The day on which a duration of days, months or years ends, not rolled.
    pub fn last_day(&self, duration: Duration, anchor: Moment<D::Day>, ruler: Ruler) -> Result<D::Day, Beyond> {
        let n = duration.quantity;
        match duration.unit {
            Unit::SameDay => self.count_from(1, self.first_day(anchor, ruler)?, |day| self.working(day, ruler)),
            Unit::WorkingDay if duration.first_day_counted => {
                self.count_from(n, self.first_day(anchor, ruler)?, |day| self.working(day, ruler))
            }
            Unit::WorkingDay => self.count_after(n, anchor.day, |day| self.working(day, ruler)),
            Unit::CalendarDay | Unit::Day if duration.first_day_counted => {
                self.count_from(n, self.first_day(anchor, ruler)?, |_| Ok(true))
            }
            Unit::CalendarDay | Unit::Day => self.count_after(n, anchor.day, |_| Ok(true)),
            Unit::Month => self.months(n.into(), anchor.day, duration.first_day_counted),
            Unit::Year => self.months(12 * u64::from(n), anchor.day, duration.first_day_counted),
            Unit::Minute | Unit::Hour => Ok(self.minutes(n.into(), anchor, ruler)?.day),
        }
    }

    /// The close of the day that lies `duration` before the end of the term.
    pub fn before(&self, duration: Duration, due: Moment<D::Day>, ruler: Ruler) -> Result<Moment<D::Day>, Beyond> {
        let duration = self.meant(duration);
        let n = duration.quantity;
        let day = match duration.unit {
            Unit::Minute | Unit::Hour => return self.minutes_back(duration, due, ruler),
            Unit::WorkingDay => {
                let mut day = due.day;
                let mut left = n;
                while left > 0 {
                    day = self.days.before(day)?;
                    left -= u32::from(self.working(day, ruler)?);
                }
                day
            }
            Unit::SameDay => due.day,
            Unit::CalendarDay | Unit::Day => {
                let mut day = due.day;
                for _ in 0..n {
                    day = self.days.before(day)?;
                }
                day
            }
            Unit::Month => self.days.find(same_number(self.days.date(due.day), -i64::from(n)).0)?,
            Unit::Year => self.days.find(same_number(self.days.date(due.day), -12 * i64::from(n)).0)?,
        };
        let end = self.end_of(day, ruler)?;
        self.wrong(Fault::BeforeTerm, end)
    }

    /// The first of `day` and the days after it that is a working day.
    pub fn roll(&self, day: D::Day, ruler: Ruler) -> Result<D::Day, Beyond> {
        let mut rolled = day;
        while !self.working(rolled, ruler)? {
            rolled = self.days.after(rolled)?;
        }
        if rolled != day && self.fault == Some(Fault::Roll) { self.days.after(rolled) } else { Ok(rolled) }
    }

    /// The last minute of a day, by whoever's hours end it.
    pub fn end_of(&self, day: D::Day, ruler: Ruler) -> Result<Moment<D::Day>, Beyond> {
        if ruler.midnight {
            return Ok(Moment { day, minute: LAST });
        }
        let minute = match self.days.span(ruler.desk, day)? {
            Some((_, close)) => close.min(LAST),
            None => self.days.usual_close(ruler.desk, day)?,
        };
        Ok(Moment { day, minute })
    }

    pub fn working(&self, day: D::Day, ruler: Ruler) -> Result<bool, Beyond> {
        if ruler.national { self.days.national(day) } else { Ok(self.days.span(ruler.desk, day)?.is_some()) }
    }

    /// One day later, if this is the rule to be got wrong.
    pub fn wrong(&self, rule: Fault, at: Moment<D::Day>) -> Result<Moment<D::Day>, Beyond> {
        let day = if self.fault == Some(rule) { self.days.after(at.day)? } else { at.day };
        Ok(Moment { day, ..at })
    }

    /// The anchor's day, or the next one if that is over.
    fn first_day(&self, anchor: Moment<D::Day>, ruler: Ruler) -> Result<D::Day, Beyond> {
        if self.end_of(anchor.day, ruler)? < anchor { self.days.after(anchor.day) } else { Ok(anchor.day) }
    }

    fn count_from(
        &self,
        n: u32,
        mut day: D::Day,
        counts: impl Fn(D::Day) -> Result<bool, Beyond>,
    ) -> Result<D::Day, Beyond> {
        let mut left = n;
        loop {
            left = left.saturating_sub(u32::from(counts(day)?));
            if left == 0 {
                return Ok(day);
            }
            day = self.days.after(day)?;
        }
    }

    pub fn count_after(
        &self,
        n: u32,
        mut day: D::Day,
        counts: impl Fn(D::Day) -> Result<bool, Beyond>,
    ) -> Result<D::Day, Beyond> {
        let mut left = n;
        while left > 0 {
            day = self.days.after(day)?;
            left -= u32::from(counts(day)?);
        }
        Ok(day)
    }

    fn months(&self, n: u64, day: D::Day, first_day_counted: bool) -> Result<D::Day, Beyond> {
        let n = i64::try_from(n).map_err(|_| Beyond)?;
        let (mut date, exists) = same_number(self.days.date(day), n);
        if exists && (first_day_counted || self.readings.months == Months::Law2000) {
            date = date.pred_opt().ok_or(Beyond)?;
        }
        self.days.find(date)
    }

    /// When `n` minutes of the desk's work have passed since `from`.
    fn minutes(&self, n: u64, from: Moment<D::Day>, ruler: Ruler) -> Result<Moment<D::Day>, Beyond> {
        let ruler = at_work(ruler);
        let mut left = n;
        let mut at = from;
        while left > 0 {
            match self.days.span(ruler.desk, at.day)? {
                Some((first, close)) if at.minute < close => {
                    at.minute = at.minute.max(first);
                    (at, left) = self.today(at, left, close, ruler)?;
                }
                _ => at = Moment { day: self.days.after(at.day)?, minute: 0 },
            }
        }
        Ok(at)
    }

    /// The minutes of one day, until none is left or it closes. What ends with the day ends in its last minute.
    fn today(
        &self,
        mut at: Moment<D::Day>,
        mut left: u64,
        close: u16,
        ruler: Ruler,
    ) -> Result<(Moment<D::Day>, u64), Beyond> {
        while left > 0 && at.minute < close {
            left -= u64::from(self.days.open(ruler.desk, at.day, at.minute)?);
            at.minute += 1;
        }
        if left == 0 {
            return Ok((Moment { minute: at.minute.min(LAST), ..at }, 0));
        }
        Ok((Moment { day: self.days.after(at.day)?, minute: 0 }, left))
    }

    fn minutes_back(&self, duration: Duration, due: Moment<D::Day>, ruler: Ruler) -> Result<Moment<D::Day>, Beyond> {
        let ruler = at_work(ruler);
        let hours = if duration.unit == Unit::Hour { 60 } else { 1 };
        let mut left = hours * u64::from(duration.quantity);
        let mut at = due;
        while left > 0 {
            at = match at.minute {
                0 => Moment { day: self.days.before(at.day)?, minute: LAST },
                minute => Moment { minute: minute - 1, ..at },
            };
            left -= u64::from(self.days.open(ruler.desk, at.day, at.minute)?);
        }
        self.wrong(Fault::BeforeTerm, at)
    }
}

/// Minutes are minutes of work, whatever ends a day.
fn at_work(ruler: Ruler) -> Ruler {
    Ruler { desk: Desk { reception: false, ..ruler.desk }, ..ruler }
}

/// The day with the same number `months` later (or earlier), and whether there is one; else that month's last day.
fn same_number(date: NaiveDate, months: i64) -> (NaiveDate, bool) {
    let month = i64::from(date.year()) * 12 + i64::from(date.month0()) + months;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u32 + 1);
    let Ok(year) = i32::try_from(year) else { return (NaiveDate::MAX, true) };
    for day in (1..=date.day()).rev() {
        if let Some(found) = NaiveDate::from_ymd_opt(year, month, day) {
            return (found, day == date.day());
        }
    }
    (NaiveDate::MAX, true)
}
