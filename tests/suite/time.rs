//! Limits, calendars and readings: the cases that were worked out by hand, and the two laws.

use reglament::time::{Calendar, Duration, Instant, LimitFn, Readings, Timetable, Unit, WeeklyHours};
use std::sync::Arc;

fn at(text: &str) -> Instant {
    Instant::parse(text).expect(text)
}

/// The example that the command line's contract gives.
#[test]
fn ten_working_days_from_the_fifth_of_march_2018() {
    let readings = Readings::default();
    let table = Arc::new(Timetable::for_term(&WeeklyHours::national(), &Calendar::kazakhstan(), &readings));
    let term = LimitFn::term(Duration::new(10, Unit::WorkingDay), &table, &readings);
    assert_eq!(term.at(at("2018-03-05T10:00")), Ok(at("2018-03-26T18:30")));
    let minutes = LimitFn::step(Duration::new(15, Unit::Minute), &table, &readings);
    assert_eq!(minutes.at(at("2018-03-05T18:15")), Ok(at("2018-03-05T18:30")));
    assert_eq!(minutes.at(at("2018-03-05T18:20")), Ok(at("2018-03-06T09:05")));
}
