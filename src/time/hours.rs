//! The hours of an organisation through a week, with the dates between which they hold.
//!
//! Which of them fall on a given day, with its holidays and moved days, is for a [`Timetable`](super::Timetable).

use super::day::LAST_MINUTE;
use chrono::NaiveDate;

/// Open on some days of the week between two times, less the breaks.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Opening {
    /// Index 0 is Monday.
    pub days: [bool; 7],
    /// Minutes of the day; `until` is the close, at most 1440 (24:00).
    pub from: u16,
    pub until: u16,
    pub breaks: Vec<(u16, u16)>,
    pub since: Option<NaiveDate>,
    /// Inclusive.
    pub last: Option<NaiveDate>,
}

/// Two sets of hours: when minutes of work run, and when a filing counts.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct WeeklyHours {
    pub work: Vec<Opening>,
    /// Where empty, the working hours.
    pub acceptance: Vec<Opening>,
}

/// A stretch of one day, in minutes after midnight: `from` inclusive, `until` the closing minute.
pub(super) type Stretch = (u16, u16);

impl Opening {
    /// Monday to Friday, `from` to `until`, less the breaks.
    pub fn weekdays(from: u16, until: u16, breaks: &[(u16, u16)]) -> Opening {
        let days = [true, true, true, true, true, false, false];
        Opening { days, from, until, breaks: breaks.to_vec(), since: None, last: None }
    }

    /// Whether it holds on that date, whatever its weekday.
    pub fn holds(&self, date: NaiveDate) -> bool {
        self.since.is_none_or(|since| since <= date) && self.last.is_none_or(|last| date <= last)
    }

    /// What is left of the day between the breaks.
    fn stretches(&self) -> Vec<Stretch> {
        let mut breaks = self.breaks.clone();
        breaks.sort_unstable();
        let mut open = Vec::new();
        let mut from = self.from;
        let close = self.until.min(LAST_MINUTE + 1);
        for (start, end) in breaks {
            push(&mut open, from, start.min(close));
            from = from.max(end);
        }
        push(&mut open, from, close);
        open
    }
}

impl WeeklyHours {
    /// The hours taken where no organisation is known: those of an akimat's department as their passports of 2015
    /// and 2016 give them, Monday to Friday 9:00-18:30 with lunch 13:00-14:30, reception 9:00-17:30.
    pub fn national() -> WeeklyHours {
        let lunch = [(13 * 60, 14 * 60 + 30)];
        WeeklyHours {
            work: vec![Opening::weekdays(9 * 60, 18 * 60 + 30, &lunch)],
            acceptance: vec![Opening::weekdays(9 * 60, 17 * 60 + 30, &lunch)],
        }
    }

    /// The hours that come with the tool: `provider` ([`WeeklyHours::national`]) and `corporation`, the State
    /// Corporation: Monday to Saturday 9:00-20:00 without a lunch break, as the acts of 2015 to 2020 give it, and from
    /// 2025 on weekdays 9:00-18:00. `None` for any other name.
    pub fn named(name: &str) -> Option<WeeklyHours> {
        match name {
            "provider" => Some(WeeklyHours::national()),
            "corporation" => Some(WeeklyHours::corporation()),
            _ => None,
        }
    }

    /// The names that [`WeeklyHours::named`] knows.
    pub const NAMED: &'static [&'static str] = &["provider", "corporation"];

    fn corporation() -> WeeklyHours {
        let new_hours = NaiveDate::from_ymd_opt(2025, 1, 1);
        let six_days = [true, true, true, true, true, true, false];
        let old = Opening {
            days: six_days,
            last: new_hours.and_then(|date| date.pred_opt()),
            ..Opening::weekdays(9 * 60, 20 * 60, &[])
        };
        let new = Opening { since: new_hours, ..Opening::weekdays(9 * 60, 18 * 60, &[]) };
        WeeklyHours { work: vec![old, new], acceptance: Vec::new() }
    }

    /// When a filing counts.
    pub fn acceptance(&self) -> &[Opening] {
        if self.acceptance.is_empty() { &self.work } else { &self.acceptance }
    }
}

/// The stretches of those openings that hold on `date`, read as if it were the weekday `weekday` (0 = Monday); sorted,
/// and merged where they overlap.
pub(super) fn stretches(openings: &[Opening], date: NaiveDate, weekday: usize) -> Vec<Stretch> {
    let mut open: Vec<Stretch> = openings
        .iter()
        .filter(|opening| opening.days[weekday] && opening.holds(date))
        .flat_map(Opening::stretches)
        .collect();
    open.sort_unstable();
    merged(&open)
}

/// The close of a usual weekday at `date`: the latest close of Monday to Friday; of any day for who works only at
/// weekends; midnight for who has no hours at all then.
pub(super) fn usual_close(openings: &[Opening], date: NaiveDate) -> u16 {
    let latest = |days: std::ops::Range<usize>| {
        days.filter_map(|weekday| stretches(openings, date, weekday).last().map(|&(_, until)| until)).max()
    };
    latest(0..5).or_else(|| latest(5..7)).map_or(LAST_MINUTE, |until| until.min(LAST_MINUTE))
}

fn push(open: &mut Vec<Stretch>, from: u16, until: u16) {
    if from < until {
        open.push((from, until));
    }
}

fn merged(sorted: &[Stretch]) -> Vec<Stretch> {
    let mut out: Vec<Stretch> = Vec::with_capacity(sorted.len());
    for &(from, until) in sorted {
        match out.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(until),
            _ => out.push((from, until)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_cut_a_day_and_openings_that_touch_are_one() {
        let day = Opening::weekdays(540, 1110, &[(780, 870)]);
        assert_eq!(day.stretches(), [(540, 780), (870, 1110)]);
        let date = NaiveDate::default();
        let two = [Opening::weekdays(540, 780, &[]), Opening::weekdays(780, 1110, &[])];
        assert_eq!(stretches(&two, date, 0), [(540, 1110)]);
        assert_eq!(stretches(&two, date, 6), []);
    }

    #[test]
    fn a_break_that_reaches_over_the_edge_takes_only_what_is_there() {
        assert_eq!(Opening::weekdays(540, 1110, &[(1080, 1200), (500, 560)]).stretches(), [(560, 1080)]);
    }
}
