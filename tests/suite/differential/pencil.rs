//! The table of dates counted with a pencil (`tests/cases/differential/limits.txt`), held against both.

use chrono::NaiveDateTime;
use reglament::model::{Opening, Schedule, ScheduleId};
use reglament::source::{FileId, Span};
use reglament::time::{Calendar, Day, Duration, Instant, LimitFn, Readings, Timetable, Unit};
use reglament_oracle::count::{Count, Moment, Ruler};
use reglament_oracle::days::{Desk, Stepping};
use std::sync::Arc;

const WHO: [&str; 2] = ["provider", "corporation"];

fn schedules() -> Vec<Schedule> {
    let span = Span::new(FileId(0), 0, 0);
    let opening = |days, from, until, breaks| Opening { days, from, until, breaks, since: None, last: None, span };
    let five = opening([true, true, true, true, true, false, false], 540, 1110, vec![(780, 870)]);
    let six = opening([true, true, true, true, true, true, false], 540, 1200, Vec::new());
    [five, six].map(|opening| Schedule { work: vec![opening], ..Schedule::default() }).into()
}

/// `10 working days`, `same day`, and behind them `first-day-counted` or `term`.
fn duration(text: &str) -> (Duration, bool) {
    let term = text.ends_with(" term");
    let counted = text.ends_with(" first-day-counted");
    let plain = text.trim_end_matches(" term").trim_end_matches(" first-day-counted");
    let Some((number, unit)) = plain.split_once(' ').filter(|(number, _)| *number != "same") else {
        return (Duration::SAME_DAY, term);
    };
    let unit = match unit.trim_end_matches('s') {
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "working day" => Unit::WorkingDay,
        "calendar day" => Unit::CalendarDay,
        "month" => Unit::Month,
        "year" => Unit::Year,
        other => panic!("no unit `{other}`"),
    };
    let quantity = number.parse().expect("a number");
    (Duration { first_day_counted: counted, ..Duration::new(quantity, unit) }, term)
}

fn instant(text: &str) -> Instant {
    Instant::from_date_time(NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").expect("a minute"))
}

#[test]
fn both_count_as_a_pencil_does() {
    let calendar = Calendar::kazakhstan();
    let schedules = schedules();
    let readings = Readings::default();
    let days = Stepping::new(&calendar, &schedules, true);
    let count = Count { days: &days, readings, fault: None, day_is_working: false };
    let table = include_str!("../../cases/differential/limits.txt");
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [said, who, from, due, _] = cells[..] else { panic!("five cells: {line}") };
        let who = WHO.iter().position(|name| *name == who).expect("the provider or the corporation");
        let ((duration, term), from) = (duration(said), instant(from));
        let hours = schedules[who].hours();
        let algebra = if term {
            LimitFn::term(duration, &Arc::new(Timetable::for_term(&hours, &calendar, &readings)), &readings)
        } else {
            LimitFn::step(duration, &Arc::new(Timetable::new(&hours, &calendar, &readings)), &readings)
        };
        assert_eq!(algebra.at(from).map(|at| at.to_string()).as_deref(), Ok(due), "the algebra: {line}");
        let desk = Desk { schedule: Some(ScheduleId(who as u32)), reception: false };
        let ruler = Ruler { desk, national: term, midnight: false, rolls: term };
        let at = Moment { day: from.day().date(), minute: from.minute_of_day() };
        let end = count.limit(duration, at, ruler).expect("within the calendar");
        assert_eq!(Day::from_date(end.day).at(end.minute).to_string(), due, "the fingers: {line}");
    }
}
