//! What may still come: rows that are not settled, and the calendars that come of them.
//!
//! A holiday may fall on one of several days (`or`: Kurban Ait follows the sighting of the moon), and a row may never
//! become law (`maybe`: a decree that moves days and has not been issued). A calendar lays the first as expected and the
//! second not at all.

use super::{Calendar, Row, RowKind, Words};
use crate::time::Day;
use serde::Serialize;

/// How a row that is not settled may come out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Open {
    /// On its own day, or on one of these.
    Or(Vec<Day>),
    /// Not at all, or as it stands.
    Maybe,
}

/// How one row came out in a calendar that may come.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Outcome {
    /// What the row is about; `None`: it has no name.
    pub name: Option<Words>,
    pub source: Words,
    /// The day that the row speaks of.
    pub row: Day,
    /// The day off that came of it; `None`: nothing came.
    pub came: Option<Day>,
    /// Of a moved day: the day that is worked instead.
    pub worked: Option<Day>,
}

/// The calendars that may still come, as far as they differ between two days.
pub struct MayCome<'a> {
    calendar: &'a Calendar,
    /// The places of the open rows, with all that can come of each, the expected first.
    rows: Vec<(usize, Vec<Option<Day>>)>,
}

impl Calendar {
    /// The calendars that may still come. Those are taken for one that differ only outside of these days.
    pub fn may_come(&self, from: Day, to: Day) -> MayCome<'_> {
        let open = self.rows.iter().enumerate().filter(|(_, row)| row.known_at(self.known_on));
        let rows = open.filter_map(|(at, row)| Some((at, row.outcomes()?)).filter(|_| row.touches(from, to)));
        MayCome { calendar: self, rows: rows.collect() }
    }
}

impl MayCome<'_> {
    /// How many there are.
    pub fn count(&self) -> u128 {
        self.rows.iter().fold(1, |all: u128, (_, outcomes)| all.saturating_mul(outcomes.len() as u128))
    }

    /// Each of them with what came of the open rows; the first is the expected one.
    pub fn each(&self) -> impl Iterator<Item = (Vec<Outcome>, Calendar)> {
        (0..self.count()).map(|number| self.nth(number))
    }

    fn nth(&self, mut number: u128) -> (Vec<Outcome>, Calendar) {
        let mut calendar = self.calendar.clone();
        let mut told = Vec::new();
        let mut gone = Vec::new();
        for (at, outcomes) in &self.rows {
            let came = outcomes[(number % outcomes.len() as u128) as usize];
            number /= outcomes.len() as u128;
            told.push(calendar.rows[*at].told(came));
            match came {
                Some(day) => calendar.rows[*at].day = day,
                None => gone.push(*at),
            }
            calendar.rows[*at].open = None;
        }
        let mut at = 0..calendar.rows.len();
        calendar.rows.retain(|_| at.next().is_none_or(|at| !gone.contains(&at)));
        calendar.lay();
        (told, calendar)
    }
}

impl Row {
    fn outcomes(&self) -> Option<Vec<Option<Day>>> {
        Some(match self.open.as_ref()? {
            Open::Or(days) => std::iter::once(self.day).chain(days.iter().copied()).map(Some).collect(),
            Open::Maybe => vec![None, Some(self.day)],
        })
    }

    fn touches(&self, from: Day, to: Day) -> bool {
        let worked = match self.kind {
            RowKind::Moved { worked } => Some(worked),
            _ => None,
        };
        let mut days = self.outcomes().into_iter().flatten().flatten().chain(worked);
        days.any(|day| from <= day && day <= to)
    }

    fn told(&self, came: Option<Day>) -> Outcome {
        let worked = match self.kind {
            RowKind::Moved { worked } => Some(worked),
            _ => None,
        };
        let name = self.name.as_deref().cloned();
        Outcome { name, source: Words::clone(&self.source), row: self.day, came, worked }
    }
}
