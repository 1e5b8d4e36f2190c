//! Time: calendars, schedules, and limits as functions on instants. Knows no syntax and no regulation.
//!
//! An [`Instant`] is a civil local minute. A [`Calendar`] says of each day whether it is a working day, a
//! [`Timetable`] is an organisation's hours laid over a calendar, and a [`LimitFn`] is a function
//! `f: Instant -> Instant`, "done at the latest by".
//! Two laws carry the proof: `t <= u` implies `f(t) <= f(u)`, and `f(t) >= t` for limits counted forward.

pub mod calendar;
pub mod curve;
mod day;
mod duration;
mod hours;
mod limit;
mod reading;
mod timetable;

pub use calendar::{
    Calendar, CalendarError, CalendarProblem, DayKind, DayStatus, MayCome, OutOfCalendar, Outcome, Weekend, Words,
};
pub use day::{Day, Instant, LAST_MINUTE};
pub use duration::{Duration, Unit};
pub use hours::{Opening, WeeklyHours};
pub use limit::{LimitFn, Piece};
pub use reading::{CompletenessCheck, DayEnd, Doubt, Months, Readings, Roll, UnqualifiedDay, Week};
pub use timetable::Timetable;
