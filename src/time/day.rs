//! Days and minutes as numbers.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize, de::Error as _};

/// A civil day: days since 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(pub i32);

/// A civil local minute: minutes since 1970-01-01T00:00. No time zones: an office, its applicant and its deadline
/// share one wall clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Instant(pub i32);

const MINUTES: i32 = 24 * 60;

/// 23:59: a day that ends at 24:00 ends at its minute 23:59.
pub const LAST_MINUTE: u16 = 24 * 60 - 1;

impl Day {
    pub fn from_date(date: NaiveDate) -> Day {
        Day(date.signed_duration_since(NaiveDate::default()).num_days() as i32)
    }

    /// The date. Invariant: the day lies within the years that chrono knows, which every calendar year does.
    pub fn date(self) -> NaiveDate {
        NaiveDate::default() + TimeDelta::days(self.0.into())
    }

    /// 1 = Monday, 7 = Sunday.
    pub fn weekday(self) -> u8 {
        self.date().weekday().number_from_monday() as u8
    }

    /// The instant `minute` minutes after this day's midnight. A day thousands of years from now has no minutes of its
    /// own: it gets the last instant there is, which no calendar knows either.
    pub fn at(self, minute: u16) -> Instant {
        Instant(self.0.saturating_mul(MINUTES).saturating_add(i32::from(minute)))
    }

    /// 23:59, the last minute of the day.
    pub fn last_minute(self) -> Instant {
        self.at(LAST_MINUTE)
    }

    /// Reads `2018-11-28`; `None` where it is no date.
    pub fn parse(text: &str) -> Option<Day> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Day::from_date)
    }
}

impl Day {
    /// A day of the years from 1 to 9999, which every notation of dates knows.
    fn has_four_digits(&self) -> bool {
        const FIRST: i32 = -719_162;
        const LAST: i32 = 2_932_896;
        (FIRST..=LAST).contains(&self.0)
    }
}

impl std::ops::Add<i32> for Day {
    type Output = Day;
    fn add(self, days: i32) -> Day {
        Day(self.0 + days)
    }
}

impl Instant {
    pub fn from_date_time(at: NaiveDateTime) -> Instant {
        let day = Day::from_date(at.date());
        let minute = at.time().signed_duration_since(chrono::NaiveTime::MIN).num_minutes();
        day.at(minute as u16)
    }

    /// Reads `2018-11-28T17:30` (seconds are read and dropped), or with a space for the `T`; `None` where it is no
    /// date and time.
    pub fn parse(text: &str) -> Option<Instant> {
        let text = text.replacen(' ', "T", 1);
        let forms = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
        let at = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok());
        at.map(Instant::from_date_time)
    }

    pub fn day(self) -> Day {
        Day(self.0.div_euclid(MINUTES))
    }

    /// Minutes since this day's midnight, 0 to 1439.
    pub fn minute_of_day(self) -> u16 {
        self.0.rem_euclid(MINUTES) as u16
    }
}

/// ISO: `2018-11-28`.
impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.date().format("%Y-%m-%d"))
    }
}

/// ISO: `2018-11-28T17:30`.
impl std::fmt::Display for Instant {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let minute = self.minute_of_day();
        write!(f, "{}T{:02}:{:02}", self.day(), minute / 60, minute % 60)
    }
}

/// ISO for people; for machines that count, the number.
impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { self.0.serialize(serializer) }
    }
}

impl Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() { serializer.collect_str(self) } else { self.0.serialize(serializer) }
    }
}

/// Just as it is written, and of the years from 1 to 9999.
impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = match deserializer.is_human_readable() {
            true => {
                let text = String::deserialize(deserializer)?;
                Day::parse(&text).filter(|day| day.to_string() == text)
            }
            false => Some(Day(i32::deserialize(deserializer)?)),
        };
        read.filter(Day::has_four_digits).ok_or_else(|| D::Error::custom("no date like 2018-11-28"))
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = match deserializer.is_human_readable() {
            true => {
                let text = String::deserialize(deserializer)?;
                Instant::parse(&text).filter(|at| at.to_string() == text)
            }
            false => Some(Instant(i32::deserialize(deserializer)?)),
        };
        let of_the_calendar = read.filter(|at| at.day().has_four_digits());
        of_the_calendar.ok_or_else(|| D::Error::custom("no instant like 2018-11-28T17:30"))
    }
}
