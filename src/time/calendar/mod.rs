//! A calendar: of each day, whether it is a working day, why, by which source, and since when that is known.
//!
//! A calendar is data, one file a jurisdiction (`calendars/kz.toml`), its years listed one by one. A project may lay
//! rows of its own over it. A year that is not listed has no days: whoever asks gets [`OutOfCalendar`].

mod load;
mod open;

pub use load::{CalendarError, CalendarProblem};
pub use open::{MayCome, Outcome};

use super::Day;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A day of a year for which there is no calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct OutOfCalendar {
    pub year: i64,
}

impl std::fmt::Display for OutOfCalendar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the calendar has no year {}", self.year)
    }
}

impl std::error::Error for OutOfCalendar {}

/// Why a day is a working day or a day off.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayKind {
    /// An ordinary working day, or one that a project's own row makes so.
    Working,
    Weekend,
    Holiday,
    /// Off because a holiday fell on a weekend.
    Substituted,
    /// Swapped by decree: a day off in exchange for a worked weekend day, or that worked day.
    Moved,
}

/// A text of a calendar in the three languages.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Words {
    pub kk: String,
    pub ru: String,
    pub en: String,
}

/// What a calendar says of one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DayStatus {
    pub working: bool,
    pub kind: DayKind,
    pub name: Option<Arc<Words>>,
    pub source: Arc<Words>,
    /// Since when the row is known; `None` where no row speaks of the day.
    pub known_since: Option<NaiveDate>,
    /// The year is not settled yet: no decree has moved its days, and Kurban Ait is an estimate.
    pub projected: bool,
    /// Of a worked weekend day: the day off that it replaces, whose hours it takes.
    pub replaces: Option<Day>,
    /// Of a day off: the holiday it stands for, or the day that is worked instead.
    pub because_of: Option<Day>,
}

/// The days of the years that are listed, and nothing of others.
#[derive(Clone, Debug)]
pub struct Calendar {
    id: String,
    weekend: Weekend,
    /// Invariant: never empty, and without a gap.
    years: BTreeMap<i32, Year>,
    rows: Vec<Row>,
    /// Only what was known on that date, `None` for all that is known.
    known_on: Option<NaiveDate>,
    first: Day,
    days: Vec<DayStatus>,
}

#[derive(Clone, Copy, Debug)]
struct Year {
    projected: bool,
}

/// The days of a plain week that are off.
#[derive(Clone, Debug)]
pub struct Weekend {
    /// Index 0 is Monday.
    pub days: [bool; 7],
    pub name: Arc<Words>,
    pub source: Arc<Words>,
}

/// One row of the data.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Row {
    day: Day,
    kind: RowKind,
    name: Option<Arc<Words>>,
    source: Arc<Words>,
    known_since: NaiveDate,
    /// From that date on the row no longer holds: it was published, and taken back.
    withdrawn: Option<NaiveDate>,
    /// It is not settled yet how the row comes out.
    open: Option<open::Open>,
}

/// In the order in which rows are laid: a decree may move a substituted day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum RowKind {
    Holiday,
    Substituted { of: Day },
    Moved { worked: Day },
    Working,
}

impl Calendar {
    /// The calendar of Kazakhstan that comes with the tool: 2015 to 2026, and 2027 to 2030 projected.
    pub fn kazakhstan() -> Calendar {
        Calendar::load(include_str!("../../../calendars/kz.toml")).expect("the calendar that comes with the tool loads")
    }

    /// The calendar that comes with the tool under that name; `None` where there is none.
    pub fn named(id: &str) -> Option<Calendar> {
        (id == "kz").then(Calendar::kazakhstan)
    }

    /// The names that [`Calendar::named`] knows.
    pub const NAMED: &'static [&'static str] = &["kz"];

    /// A calendar of days that were laid before: `years` with whether each is projected, one after the other, and the
    /// `special` days that differ from the plain week. When each of them became known it does not tell.
    pub fn of_days(
        id: &str,
        weekend: Weekend,
        years: &[(i32, bool)],
        special: impl IntoIterator<Item = (Day, DayStatus)>,
    ) -> Calendar {
        let years = years.iter().map(|&(year, projected)| (year, Year { projected })).collect();
        let (id, rows, days) = (id.to_owned(), Vec::new(), Vec::new());
        let mut calendar = Calendar { id, weekend, years, rows, known_on: None, first: Day(0), days };
        calendar.lay();
        for (day, status) in special {
            let place = usize::try_from(i64::from(day.0) - i64::from(calendar.first.0)).ok();
            if let Some(known) = place.and_then(|place| calendar.days.get_mut(place)) {
                *known = status;
            }
        }
        calendar
    }

    pub fn weekend(&self) -> &Weekend {
        &self.weekend
    }

    /// What it is called.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What it says of a day.
    pub fn status(&self, day: Day) -> Result<&DayStatus, OutOfCalendar> {
        let index = usize::try_from(i64::from(day.0) - i64::from(self.first.0)).ok();
        index.and_then(|index| self.days.get(index)).ok_or(OutOfCalendar { year: year_of(day.0.into()) })
    }

    pub fn first_day(&self) -> Day {
        self.first
    }

    pub fn last_day(&self) -> Day {
        self.first + (self.days.len() as i32 - 1)
    }

    /// The first and the last year that are listed.
    pub fn years(&self) -> (i32, i32) {
        let year = |found: Option<(&i32, &Year)>| found.map_or(0, |(year, _)| *year);
        (year(self.years.first_key_value()), year(self.years.last_key_value()))
    }

    /// Whether the year of that day is projected: what was computed with it has to say so.
    pub fn projected(&self, day: Day) -> bool {
        self.status(day).is_ok_and(|status| status.projected)
    }

    /// The calendar as far as it was known on `date`: rows that became known later are left out, and those that were
    /// taken back later are back.
    pub fn as_known_on(&self, date: NaiveDate) -> Calendar {
        let mut then = self.clone();
        then.known_on = Some(date);
        // Days without rows are all that is known, whenever.
        if !self.rows.is_empty() {
            then.lay();
        }
        then
    }

    /// Every day from the first to the last.
    pub fn days(&self) -> impl Iterator<Item = (Day, &DayStatus)> {
        self.days.iter().enumerate().map(|(index, status)| (self.first + index as i32, status))
    }

    /// Lays the rows over the plain weeks. Invariant: called after every change of years or rows.
    fn lay(&mut self) {
        self.days.clear();
        let date = |year, month, day| Day::from_date(NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default());
        let (first, last) = self.years();
        self.first = date(first, 1, 1);
        for (&year, listed) in &self.years {
            for day in date(year, 1, 1).0..=date(year, 12, 31).0 {
                self.days.push(self.weekend.plain(Day(day), listed.projected));
            }
        }
        debug_assert_eq!(self.last_day(), date(last, 12, 31));
        let mut rows: Vec<Row> = self.rows.iter().filter(|row| row.holds(self.known_on)).cloned().collect();
        rows.sort_by_key(|row| row.kind);
        for row in &rows {
            self.lay_row(row);
        }
    }

    fn lay_row(&mut self, row: &Row) {
        let because_of = match row.kind {
            RowKind::Holiday | RowKind::Working => None,
            RowKind::Substituted { of } => Some(of),
            RowKind::Moved { worked } => {
                self.put(worked, row, true, DayKind::Moved, |status| status.replaces = Some(row.day));
                Some(worked)
            }
        };
        let kind = match row.kind {
            RowKind::Holiday => DayKind::Holiday,
            RowKind::Substituted { .. } => DayKind::Substituted,
            RowKind::Moved { .. } => DayKind::Moved,
            RowKind::Working => DayKind::Working,
        };
        let name = row.name.clone().or_else(|| because_of.and_then(|day| self.status(day).ok()?.name.clone()));
        self.put(row.day, row, kind == DayKind::Working, kind, |status| {
            status.because_of = because_of;
            status.name = name;
        });
    }

    fn put(&mut self, day: Day, row: &Row, working: bool, kind: DayKind, more: impl FnOnce(&mut DayStatus)) {
        let Some(status) = self.days.get_mut((day.0 - self.first.0) as usize) else { return };
        *status = DayStatus {
            working,
            kind,
            name: row.name.clone(),
            source: row.source.clone(),
            known_since: Some(row.known_since),
            projected: status.projected,
            replaces: None,
            because_of: None,
        };
        more(status);
    }
}

impl Row {
    /// Whether it is laid: one that may never become law is not.
    fn holds(&self, known_on: Option<NaiveDate>) -> bool {
        self.open != Some(open::Open::Maybe) && self.known_at(known_on)
    }

    fn known_at(&self, known_on: Option<NaiveDate>) -> bool {
        match known_on {
            None => self.withdrawn.is_none(),
            Some(date) => self.known_since <= date && self.withdrawn.is_none_or(|taken_back| date < taken_back),
        }
    }

    /// The days it speaks of.
    fn speaks_of(&self, day: Day) -> bool {
        self.day == day || matches!(self.kind, RowKind::Moved { worked } if worked == day)
    }
}

impl Weekend {
    fn plain(&self, day: Day, projected: bool) -> DayStatus {
        let off = self.days[usize::from(day.weekday()) - 1];
        DayStatus {
            working: !off,
            kind: if off { DayKind::Weekend } else { DayKind::Working },
            name: off.then(|| self.name.clone()),
            source: self.source.clone(),
            known_since: None,
            projected,
            replaces: None,
            because_of: None,
        }
    }
}

impl Words {
    /// The text in `kk`, `ru` or `en`.
    pub fn get(&self, tag: &str) -> &str {
        match tag {
            "kk" => &self.kk,
            "ru" => &self.ru,
            _ => &self.en,
        }
    }
}

/// The year of a day counted from 1970-01-01, for days of any size (the proleptic Gregorian calendar).
pub(super) fn year_of(day: i64) -> i64 {
    // Counted in 400-year cycles of 146097 days that start on the first of March of a year divisible by 400.
    let from_march = day + 719_468;
    let cycle = from_march.div_euclid(146_097);
    let of_cycle = from_march.rem_euclid(146_097);
    let year = (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * year + year / 4 - year / 100);
    cycle * 400 + year + i64::from(of_year >= 306)
}
