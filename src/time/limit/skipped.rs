//! Which days a limit passed over on its way, so that somebody can be told why it ends where it does.

use super::days::{Count, DayLimit};
use super::{Instant, LimitFn, OutOfCalendar, Rule};
use crate::time::{Day, Timetable};

impl LimitFn {
    /// The days after the anchor's that were not counted, in order: for working days every day between that is none,
    /// for calendar days, months and years those over which the end rolled, for minutes of work those without any.
    ///
    /// # Errors
    /// As [`LimitFn::at`].
    pub fn skipped(&self, t: Instant) -> Result<Vec<Day>, OutOfCalendar> {
        let end = self.at(t)?;
        match &self.rule {
            Rule::Days(limit) if end >= t => limit.skipped(&self.table, t),
            Rule::AtOnce | Rule::Days(_) => Ok(Vec::new()),
            Rule::Counter | Rule::RoundTheClock | Rule::Work(_) | Rule::WorkBefore(_) => {
                let (first, last) = (t.min(end).day(), t.max(end).day());
                Ok(days(first, last).filter(|day| self.table.hours(*day).is_empty()).collect())
            }
        }
    }
}

impl DayLimit {
    fn skipped(&self, table: &Timetable, t: Instant) -> Result<Vec<Day>, OutOfCalendar> {
        let mut out = Vec::new();
        let mut anchor = t;
        for (place, count) in self.counts.iter().enumerate() {
            let day = self.counted_to(table, anchor, *count)?;
            if matches!(count, Count::SameDay | Count::Working { .. }) {
                let from = if place == 0 { t.day() } else { anchor.day() + 1 };
                out.extend(days(from, day).filter(|day| table.is_working(*day) == Ok(false)));
            }
            anchor = self.end_of(table, day)?;
        }
        if self.rolls() {
            out.extend(days(anchor.day(), table.working_day_from(anchor.day())? + -1));
        }
        out.retain(|day| *day > t.day() || self.asks_the_hour());
        Ok(out)
    }
}

/// Both ends inside.
fn days(from: Day, to: Day) -> impl Iterator<Item = Day> {
    (from.0..=to.0).map(Day)
}
