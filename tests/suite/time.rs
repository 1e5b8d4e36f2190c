//! Limits, calendars and readings: the cases that were worked out by hand, the two laws, and the calendar's data.

mod calendar;
mod command;
mod laws;
mod table;

use reglament::time::{Calendar, Instant, Opening, Readings, Timetable, WeeklyHours};
use std::sync::Arc;

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap_or_else(|| panic!("`{text}` is no instant"))
}

/// Schedules by the names that the cases use.
fn schedule(name: &str) -> WeeklyHours {
    let one = |opening: Opening| WeeklyHours { work: vec![opening], acceptance: Vec::new() };
    let on = |days: [bool; 7], from, until| Opening { days, ..Opening::weekdays(from, until, &[]) };
    let six_days = [true, true, true, true, true, true, false];
    let saturday = [false, false, false, false, false, true, false];
    match name {
        // Monday to Friday 9:00-18:30, lunch 13:00-14:30, reception to 17:30.
        "provider" => WeeklyHours::national(),
        // The State Corporation as the acts of 2015-2016 have it: Monday to Saturday 9:00-20:00.
        "corporation" => one(on(six_days, 540, 1200)),
        // The same until 2024, then Monday to Friday 9:00-18:00.
        "since-2025" => WeeklyHours::named("corporation").unwrap(),
        // Weekdays 9:00-18:00 with a short Saturday.
        "short-saturday" => WeeklyHours {
            work: vec![Opening::weekdays(540, 1080, &[]), on(saturday, 540, 780)],
            acceptance: Vec::new(),
        },
        // To 24:00.
        "late" => one(Opening::weekdays(540, 1440, &[])),
        // Never closed.
        "always" => one(on([true; 7], 0, 1440)),
        other => panic!("no schedule `{other}`"),
    }
}

fn own(name: &str, readings: &Readings) -> Arc<Timetable> {
    Arc::new(Timetable::new(&schedule(name), &Calendar::kazakhstan(), readings))
}

fn for_term(name: &str, readings: &Readings) -> Arc<Timetable> {
    Arc::new(Timetable::for_term(&schedule(name), &Calendar::kazakhstan(), readings))
}
