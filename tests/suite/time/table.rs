//! `tests/cases/time/limits.txt`: each row of the table of limits and each rule, worked out by hand.

use super::{at, for_term, own};
use reglament::time::{Duration, LimitFn, Readings, Unit};

const ROWS: &str = include_str!("../../cases/time/limits.txt");

struct Row<'a> {
    line: usize,
    text: &'a str,
    cells: Vec<&'a str>,
}

fn rows() -> Vec<Row<'static>> {
    let lines = ROWS.lines().enumerate();
    let rows = lines.filter(|(_, text)| !text.is_empty() && !text.starts_with('#')).map(|(line, text)| {
        let cells: Vec<&str> = text.split('#').next().unwrap_or_default().split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 5, "line {}: {text}", line + 1);
        Row { line: line + 1, text, cells }
    });
    rows.collect()
}

#[test]
fn every_row_is_due_as_worked_out() {
    let mut wrong = Vec::new();
    for row in rows() {
        let limit = limit(row.cells[1], row.cells[2], &readings(row.cells[3]));
        let due = limit.at(at(row.cells[0]));
        if due != Ok(at(row.cells[4])) {
            wrong.push(format!("line {}: {}\n    is {due:?}", row.line, row.text));
        }
    }
    assert!(rows().len() >= 60 && wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A reading without a case whose date differs would be a reading that nobody can see.
#[test]
fn every_reading_about_dates_has_a_case() {
    for doubt in Readings::DOUBTS.iter().filter(|doubt| !["check-place", "clock-stop"].contains(&doubt.name)) {
        for value in &doubt.values[1..] {
            let choice = format!("{}={value}", doubt.name);
            let differs = rows().iter().filter(|row| row.cells[3] == choice).any(|row| {
                let due = |readings: &Readings| limit(row.cells[1], row.cells[2], readings).at(at(row.cells[0]));
                due(&Readings::default()) != due(&readings(&choice))
            });
            // `both` shows dates as calendar days, so that `calendar` alone differs in no date.
            assert!(differs || choice == "unqualified-day=calendar", "no case whose date differs under {choice}");
        }
    }
}

fn readings(choice: &str) -> Readings {
    let mut readings = Readings::default();
    if let Some((name, value)) = choice.split_once('=') {
        assert!(readings.set(name, value), "{choice}");
    }
    readings
}

fn limit(schedule: &str, text: &str, readings: &Readings) -> LimitFn {
    let (kind, rest) = text.split_once(' ').unwrap_or((text, ""));
    let table = own(schedule, readings);
    match (kind, rest.split_once(" + ")) {
        ("step", None) => LimitFn::step(duration(rest), &table, readings),
        ("term", None) => LimitFn::term(duration(rest), &for_term(schedule, readings), readings),
        ("term", Some((term, more))) => {
            LimitFn::extended_term(duration(term), duration(more), &for_term(schedule, readings), readings)
        }
        ("before", None) => LimitFn::before_term(duration(rest), &table, readings),
        ("counter", None) => LimitFn::accept(&table),
        ("portal", None) => LimitFn::accept_round_the_clock(&table),
        ("at-once", None) => LimitFn::at_once(&table),
        _ => panic!("no limit `{text}`"),
    }
}

fn duration(text: &str) -> Duration {
    let (text, first_day_counted) = match text.strip_suffix(" first-day-counted") {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    let (quantity, unit) = text.split_once(' ').unwrap_or_else(|| panic!("`{text}`"));
    let unit = match unit.trim_end_matches('s') {
        _ if text == "same day" => return Duration::SAME_DAY,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "working day" => Unit::WorkingDay,
        "calendar day" => Unit::CalendarDay,
        "day" => Unit::Day,
        "month" => Unit::Month,
        "year" => Unit::Year,
        other => panic!("no unit `{other}`"),
    };
    Duration { quantity: quantity.parse().unwrap(), unit, first_day_counted }
}
