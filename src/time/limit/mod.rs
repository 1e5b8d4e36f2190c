//! Limits as functions on instants: "done at the latest by", from an anchor.
//!
//! Two laws hold for every limit that is counted forward, over every calendar and every timetable, wherever the
//! calendar reaches: *monotone*, `t <= u` implies `f(t) <= f(u)`, and *extensive*, `f(t) >= t`. A limit counted back
//! from the end of a term is monotone alone. A limit that leads out of the calendar is an error value.

mod days;
mod minutes;
mod pieces;
mod skipped;

pub use pieces::Piece;

use super::calendar::OutOfCalendar;
use super::reading::{DayEnd, Readings, Roll};
use super::{Day, Duration, Instant, Timetable, Unit};
use days::{Count, DayLimit};
use std::sync::Arc;

/// A limit laid over a timetable.
#[derive(Clone, Debug)]
pub struct LimitFn {
    table: Arc<Timetable>,
    rule: Rule,
}

#[derive(Clone, Debug)]
enum Rule {
    /// At once: nobody takes any time.
    AtOnce,
    /// The first minute at or after, in which a filing counts at a counter.
    Counter,
    /// The same for a channel open round the clock.
    RoundTheClock,
    /// So many minutes of work.
    Work(u64),
    /// So many minutes of work before.
    WorkBefore(u64),
    Days(DayLimit),
}

impl LimitFn {
    /// A step's limit: its days are counted by the timetable of whoever acts, it ends at the close of work, and it does
    /// not roll unless the reading `roll` says every step does.
    ///
    /// A duration that does not say which kind of day is taken as calendar days unless the reading says working: see
    /// [`Duration::ways`] for judging it both ways.
    pub fn step(duration: Duration, table: &Arc<Timetable>, readings: &Readings) -> LimitFn {
        let rolls = readings.roll == Roll::EveryStep;
        LimitFn::forward(&[duration], table, readings, DayLimit::close(rolls))
    }

    /// A term: pass a timetable made by [`Timetable::for_term`]. It rolls to the next working day (Civil Code art. 175),
    /// ends as the reading `day-end` says, and counts the day of filing where the reading `first-day` says so.
    pub fn term(duration: Duration, table: &Arc<Timetable>, readings: &Readings) -> LimitFn {
        LimitFn::terms(&[duration], table, readings)
    }

    /// A term with its extension: one count of both from one anchor, with one roll, not a second term after the first.
    pub fn extended_term(term: Duration, extension: Duration, table: &Arc<Timetable>, readings: &Readings) -> LimitFn {
        LimitFn::terms(&[term, extension], table, readings)
    }

    /// The same with any number of extensions.
    pub fn terms(durations: &[Duration], table: &Arc<Timetable>, readings: &Readings) -> LimitFn {
        let first = durations.first().map(|duration| Duration {
            first_day_counted: duration.first_day_counted || readings.first_day,
            ..*duration
        });
        let durations: Vec<Duration> = first.into_iter().chain(durations.iter().skip(1).copied()).collect();
        LimitFn::forward(&durations, table, readings, DayLimit::term(readings.day_end))
    }

    /// So long before the end of a term: a function of the term's end. In days, the close of that day.
    pub fn before_term(duration: Duration, table: &Arc<Timetable>, readings: &Readings) -> LimitFn {
        let rule = match minutes_of(duration) {
            Some(minutes) => Rule::WorkBefore(minutes),
            None => match Count::of(duration, readings) {
                Some(count) => Rule::Days(DayLimit::before(count)),
                None => Rule::AtOnce,
            },
        };
        LimitFn { table: table.clone(), rule }
    }

    /// The limit itself: an information system or the applicant where nothing is said.
    pub fn at_once(table: &Arc<Timetable>) -> LimitFn {
        LimitFn { table: table.clone(), rule: Rule::AtOnce }
    }

    /// N(t): what is filed at `t` counts as filed at the first acceptance minute at or after it. The closing minute is
    /// inside; a lunch break closes a counter.
    pub fn accept(table: &Arc<Timetable>) -> LimitFn {
        LimitFn { table: table.clone(), rule: Rule::Counter }
    }

    /// N(t) of a channel that takes filings round the clock: at once between the provider's opening and close, lunch
    /// included; what comes at another time counts from the provider's next opening.
    pub fn accept_round_the_clock(table: &Arc<Timetable>) -> LimitFn {
        LimitFn { table: table.clone(), rule: Rule::RoundTheClock }
    }

    /// Done at the latest by, from the anchor `t`.
    ///
    /// # Errors
    /// The first year it would need that the calendar does not have.
    pub fn at(&self, t: Instant) -> Result<Instant, OutOfCalendar> {
        let table = &self.table;
        match &self.rule {
            Rule::AtOnce => Ok(t),
            Rule::Counter => table.first_inside(&table.counter, t),
            Rule::RoundTheClock => table.first_inside(&table.hull, t),
            Rule::Work(minutes) => table.after_work(t, *minutes),
            Rule::WorkBefore(minutes) => table.before_work(t, *minutes),
            Rule::Days(limit) => limit.at(table, t),
        }
    }

    /// The day that a limit in days, months or years ends on before it rolls; `None` for minutes of work, and outside
    /// the calendar.
    pub fn unrolled(&self, t: Instant) -> Option<Day> {
        match &self.rule {
            Rule::Days(limit) => limit.last_day(&self.table, t).ok(),
            _ => None,
        }
    }

    /// Minutes are counted together, and so are days; a sum of both has no meaning in any act, and its minutes are
    /// taken as part of the last day.
    fn forward(durations: &[Duration], table: &Arc<Timetable>, readings: &Readings, mut limit: DayLimit) -> LimitFn {
        let minutes: Option<Vec<u64>> = durations.iter().map(|duration| minutes_of(*duration)).collect();
        let rule = match minutes {
            Some(minutes) => Rule::Work(minutes.iter().fold(0, |sum, more| sum.saturating_add(*more))),
            None => {
                limit.counts = Count::sum(durations.iter().filter_map(|duration| Count::of(*duration, readings)));
                if limit.counts.is_empty() { Rule::AtOnce } else { Rule::Days(limit) }
            }
        };
        LimitFn { table: table.clone(), rule }
    }
}

fn minutes_of(duration: Duration) -> Option<u64> {
    match duration.unit {
        Unit::Minute => Some(duration.quantity.into()),
        Unit::Hour => Some(u64::from(duration.quantity) * 60),
        _ => None,
    }
}
