//! The calendar, as the days that differ from the plain week.

use super::texts::Texts;
use crate::artifact;
use crate::time::{Calendar, Day, DayStatus};
use chrono::Datelike;

pub(super) fn calendar(calendar: &Calendar, texts: &mut Texts) -> artifact::Calendar {
    let (first, last) = calendar.years();
    let mut years: Vec<artifact::Year> =
        (first..=last).map(|year| artifact::Year { days: Vec::new(), projected: false, year }).collect();
    for (day, status) in calendar.days() {
        // Invariant: a calendar has all days of all its years.
        let year = &mut years[(day.date().year() - first) as usize];
        year.projected |= status.projected;
        if status.known_since.is_some() {
            year.days.push(exception(day, status, texts));
        }
    }
    let weekend = calendar.weekend();
    artifact::Calendar {
        id: calendar.id().to_owned(),
        weekend: (1..=7).filter(|day| weekend.days[*day as usize - 1]).collect(),
        weekend_name: texts.words(&weekend.name),
        weekend_source: texts.words(&weekend.source),
        years,
    }
}

fn exception(day: Day, status: &DayStatus, texts: &mut Texts) -> artifact::CalendarDay {
    artifact::CalendarDay {
        date: day,
        kind: status.kind,
        name: status.name.as_ref().and_then(|name| texts.words(name)),
        other: status.replaces.or(status.because_of),
        source: texts.words(&status.source),
        working: status.working,
    }
}
