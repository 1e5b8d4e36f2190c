//! A length of time as an act states it: a number and a unit.

use super::{Readings, UnqualifiedDay};
use serde::{Deserialize, Serialize};

/// What a duration is counted in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Minute,
    Hour,
    WorkingDay,
    CalendarDay,
    Month,
    Year,
    /// The same working day; the quantity is 0.
    SameDay,
    /// The act does not say which kind of day.
    Day,
}

/// A quantity of a unit, as an act states it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Duration {
    pub quantity: u32,
    pub unit: Unit,
    /// The day of the anchor is itself the first day counted (against Civil Code art. 173).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first_day_counted: bool,
}

impl Duration {
    pub const fn new(quantity: u32, unit: Unit) -> Self {
        Duration { quantity, unit, first_day_counted: false }
    }

    /// The same length with the day of the anchor counted as its first.
    pub const fn counting_the_first_day(self) -> Self {
        Duration { first_day_counted: true, ..self }
    }

    /// The durations it may mean: itself, or, where the act does not say which kind of day, those that the reading
    /// `unqualified-day` leaves, calendar days first.
    pub fn ways(self, readings: &Readings) -> Vec<Duration> {
        let as_unit = |unit| Duration { unit, ..self };
        match (self.unit, readings.unqualified_day) {
            (Unit::Day, UnqualifiedDay::Both) => vec![as_unit(Unit::CalendarDay), as_unit(Unit::WorkingDay)],
            (Unit::Day, UnqualifiedDay::Calendar) => vec![as_unit(Unit::CalendarDay)],
            (Unit::Day, UnqualifiedDay::Working) => vec![as_unit(Unit::WorkingDay)],
            _ => vec![self],
        }
    }

    pub const SAME_DAY: Duration = Duration::new(0, Unit::SameDay);
}
