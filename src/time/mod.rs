//! Time: calendars, schedules, and limits as functions on instants. Knows no syntax and no regulation.
//!
//! An [`Instant`] is a civil local minute. A *calendar* says of each day whether it is a working day, a *timetable* is
//! a schedule laid over a calendar, and a *limit* is a function `f: Instant -> Instant`, "done at the latest by".
//! Two laws carry the proof: `t <= u` implies `f(t) <= f(u)`, and `f(t) >= t` for limits counted forward.

pub mod curve;
mod day;
mod duration;
mod reading;

pub use day::{Day, Instant};
pub use duration::{Duration, Unit};
pub use reading::{CompletenessCheck, DayEnd, Months, Readings, Roll, UnqualifiedDay, Week};
