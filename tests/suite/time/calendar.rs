//! The data of the calendar of Kazakhstan, and rows laid over it.

use super::{at, for_term};
use chrono::NaiveDate;
use reglament::time::{Calendar, CalendarProblem, Day, DayKind, Duration, LimitFn, Readings, Unit};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("`{text}` is no date"))
}

fn date(text: &str) -> NaiveDate {
    day(text).date()
}

#[test]
fn it_has_sixteen_years_and_no_others() {
    let calendar = Calendar::kazakhstan();
    assert_eq!(calendar.first_day(), day("2015-01-01"));
    assert_eq!(calendar.last_day(), day("2030-12-31"));
    assert_eq!(calendar.status(day("2014-12-31")).unwrap_err().year, 2014);
    assert_eq!(calendar.status(day("2031-01-01")).unwrap_err().year, 2031);
    assert!(calendar.status(Day(i32::MAX)).is_err() && calendar.status(Day(i32::MIN)).is_err());
    assert!(!calendar.projected(day("2026-12-31")) && calendar.projected(day("2027-01-01")));
}

/// A holiday, a substituted day, a day moved off, the weekend day worked instead, a Sunday worked, a substituted day
/// worked, a holiday that was taken back.
#[test]
fn days_are_what_the_acts_say() {
    let calendar = Calendar::kazakhstan();
    for (text, working, kind) in [
        ("2018-03-08", false, DayKind::Holiday),
        ("2020-03-09", false, DayKind::Substituted),
        ("2018-03-09", false, DayKind::Moved),
        ("2018-03-03", true, DayKind::Moved),
        ("2020-01-05", true, DayKind::Moved),
        ("2020-05-08", false, DayKind::Moved),
        ("2020-05-11", true, DayKind::Moved),
        ("2021-12-01", false, DayKind::Holiday),
        ("2022-12-01", true, DayKind::Working),
        ("2022-12-17", false, DayKind::Weekend),
        ("2022-12-19", true, DayKind::Working),
        ("2026-08-31", true, DayKind::Working),
        ("2027-03-15", false, DayKind::Holiday),
        ("2022-07-09", false, DayKind::Holiday),
        // Kurban Ait fell on a Saturday, and 7 January on a Sunday: neither carries over.
        ("2022-07-11", true, DayKind::Working),
        ("2024-01-08", true, DayKind::Working),
    ] {
        let status = calendar.status(day(text)).unwrap();
        assert_eq!((status.working, status.kind), (working, kind), "{text}");
    }
    assert_eq!(calendar.status(day("2018-03-03")).unwrap().replaces, Some(day("2018-03-09")));
    assert_eq!(calendar.status(day("2018-03-09")).unwrap().because_of, Some(day("2018-03-03")));
}

#[test]
fn every_row_has_a_source_and_a_date_since_when_it_is_known() {
    for (day, status) in Calendar::kazakhstan().days() {
        let plain = matches!(status.kind, DayKind::Working | DayKind::Weekend);
        assert!(!status.source.en.is_empty() && (plain || status.known_since.is_some()), "{day}");
        assert!(status.kind != DayKind::Holiday || status.name.is_some(), "{day}");
    }
}

#[test]
fn as_known_on_a_date_leaves_out_what_came_later() {
    let now = Calendar::kazakhstan();
    let before_the_decree = now.as_known_on(date("2017-06-01"));
    assert!(before_the_decree.status(day("2018-03-09")).unwrap().working);
    assert!(!before_the_decree.status(day("2018-03-03")).unwrap().working);
    // Published on 2 January 2026, taken back by 18 March.
    assert!(now.as_known_on(date("2025-12-31")).status(day("2026-08-31")).unwrap().working);
    assert!(!now.as_known_on(date("2026-02-01")).status(day("2026-08-31")).unwrap().working);
    assert!(now.as_known_on(date("2026-03-18")).status(day("2026-08-31")).unwrap().working);
    // The days of December 2022 were holidays until the law of September 2022.
    assert!(!now.as_known_on(date("2022-01-01")).status(day("2022-12-01")).unwrap().working);
    assert!(now.as_known_on(date("2022-01-01")).status(day("2022-10-25")).unwrap().working);
}

/// Measured before on the real calendar 2015-2026: 10 working days can last 21 days, 20 can last 37, and a term of
/// 30 calendar days, rolled, holds between 16 and 23 working days.
#[test]
fn the_worst_spans_are_as_measured() {
    let table = for_term("provider", &Readings::default());
    let days = || (day("2015-01-01").0..=day("2026-11-20").0).map(Day);
    let longest = |n| days().map(|day| table.nth_after(day, n).unwrap().0 - day.0).max();
    assert_eq!(longest(10), Some(21));
    assert_eq!(longest(20), Some(37));
    let term = LimitFn::term(Duration::new(30, Unit::CalendarDay), &table, &Readings::default());
    let end = |day: Day| term.at(day.at(600)).unwrap().day();
    let held: Vec<u32> = days().map(|day| table.working_days_between(day, end(day)).unwrap()).collect();
    assert_eq!((held.iter().min(), held.iter().max()), (Some(&16), Some(&23)));
}

#[test]
fn a_project_lays_its_own_rows_over() {
    let own = r#"
        [[year]]
        year = 2027
        rows = [
            { date = 2027-03-19, kind = "moved", worked = 2027-03-13, source = "decree 1", known-since = 2026-12-20 },
            { date = 2027-05-17, kind = "working", source = "decree 2", known-since = 2027-01-01 },
            { date = 2027-03-08, kind = "working", source = "decree 3", known-since = 2027-01-01 },
        ]
        [[year]]
        year = 2031
        projected = true
        replaces = true
    "#;
    let calendar = Calendar::kazakhstan().with_rows(own).unwrap();
    assert!(!calendar.status(day("2027-03-19")).unwrap().working);
    assert!(calendar.status(day("2027-03-13")).unwrap().working);
    assert!(calendar.status(day("2027-03-08")).unwrap().working);
    assert_eq!(calendar.last_day(), day("2031-12-31"));
    // The project has said what 2027 is: it is no longer projected.
    assert!(!calendar.projected(day("2027-06-01")) && calendar.projected(day("2031-06-01")));
    // What it does not speak of stays.
    assert!(!calendar.status(day("2027-01-01")).unwrap().working);
}

/// Each row that is not settled comes out in each of its ways, with each way of the others.
#[test]
fn every_calendar_that_may_still_come() {
    let own = r#"
        [[year]]
        year = 2027
        projected = true
        rows = [
            { date = 2027-05-11, kind = "moved", worked = 2027-05-08, maybe = true, source = "a draft", known-since = 2027-01-01 },
        ]
    "#;
    let calendar = Calendar::kazakhstan().with_rows(own).unwrap();
    let works = |calendar: &Calendar, on: &str| calendar.status(day(on)).unwrap().working;
    assert!(works(&calendar, "2027-05-11") && !works(&calendar, "2027-05-08"), "a draft is no law");
    let may_come = calendar.may_come(day("2027-01-01"), day("2027-12-31"));
    assert_eq!(may_come.count(), 6);
    let mut seen = std::collections::BTreeSet::new();
    for (outcomes, calendar) in may_come.each() {
        let came = |row: &str| outcomes.iter().find(|it| it.row == day(row)).unwrap().came;
        let ait = came("2027-05-16").expect("it comes on some day");
        assert!(!calendar.status(ait).unwrap().working);
        // A Saturday, a Sunday, a Monday: only the last costs a working day.
        assert_eq!(works(&calendar, "2027-05-17"), ait != day("2027-05-17"));
        let issued = came("2027-05-11").is_some();
        assert_eq!((works(&calendar, "2027-05-11"), works(&calendar, "2027-05-08")), (!issued, issued));
        assert_eq!(calendar.may_come(day("2027-01-01"), day("2027-12-31")).count(), 1, "nothing is left open");
        seen.insert((ait, issued));
    }
    assert_eq!(seen.len(), 6);
    assert_eq!(calendar.may_come(day("2027-06-01"), day("2028-04-01")).count(), 1, "none of these days is open");
    assert_eq!(Calendar::kazakhstan().may_come(day("2015-01-01"), day("2026-12-31")).count(), 1);
    // What was not known then could not be foreseen either.
    let then = calendar.as_known_on(chrono::NaiveDate::from_ymd_opt(2026, 6, 1).unwrap());
    assert_eq!(then.may_come(day("2027-01-01"), day("2027-12-31")).count(), 3);
}

#[test]
fn what_is_wrong_with_rows_is_said_at_its_place() {
    let laid = |rows: &str| {
        let text = format!("[[year]]\nyear = 2027\nrows = [\n{rows}\n]\n");
        let errors = Calendar::kazakhstan().with_rows(&text).unwrap_err();
        let places: Vec<String> = errors.iter().map(|error| text[error.at.clone()].to_owned()).collect();
        (errors.into_iter().map(|error| error.problem).collect::<Vec<_>>(), places)
    };
    let known = r#"source = "s", known-since = 2026-01-01"#;
    let one = |row: &str| laid(row).0.remove(0);
    assert!(matches!(one("{ date = 2027-02-30 }"), CalendarProblem::Syntax(_) | CalendarProblem::NoSuchDate));
    assert_eq!(
        laid(&format!(r#"{{ date = 2028-03-01, kind = "working", {known} }}"#)),
        (vec![CalendarProblem::NotInYear { day: day("2028-03-01"), year: 2027 }], vec!["2028-03-01".to_owned()])
    );
    assert_eq!(
        one(&format!(r#"{{ date = 2027-03-01, kind = "moved", {known} }}"#)),
        CalendarProblem::WorkedMissing(day("2027-03-01"))
    );
    assert_eq!(
        one(&format!(r#"{{ date = 2027-03-01, kind = "holiday", {known} }}"#)),
        CalendarProblem::NameMissing(day("2027-03-01"))
    );
    for wrong in
        [r#"kind = "working", or = [2027-03-02]"#, r#"kind = "holiday", name = "n", maybe = true, or = [2027-03-02]"#]
    {
        assert_eq!(one(&format!("{{ date = 2027-03-01, {wrong}, {known} }}")), CalendarProblem::NotOneOfSeveral);
    }
    let twice = format!(r#"{{ date = 2027-03-01, kind = "working", {known} }},"#).repeat(2);
    assert_eq!(one(&twice), CalendarProblem::DayTwice(day("2027-03-01")));
    assert!(matches!(one("{ date = 2027-03-01, kind = \"feast\" }"), CalendarProblem::Syntax(_)));
}

#[test]
fn years_that_cannot_be_are_refused() {
    let problem = |text: &str| Calendar::kazakhstan().with_rows(text).unwrap_err().remove(0).problem;
    assert_eq!(problem("[[year]]\nyear = 2040\n"), CalendarProblem::Gap { missing: 2031 });
    assert_eq!(problem("[[year]]\nyear = 99999\n"), CalendarProblem::YearTooFar(99999));
    assert_eq!(problem("[[year]]\nyear = 2027\n[[year]]\nyear = 2027\n"), CalendarProblem::YearTwice(2027));
    assert_eq!(Calendar::load("").unwrap_err()[0].problem, CalendarProblem::Incomplete);
    assert!(matches!(Calendar::load("id = ").unwrap_err()[0].problem, CalendarProblem::Syntax(_)));
}

#[test]
fn instants_are_read_strictly() {
    use reglament::time::Instant;
    assert_eq!(at("2018-03-05 10:00"), at("2018-03-05T10:00:59"));
    for wrong in ["", "2018-03-05", "2018-02-30T10:00", "2018-03-05T24:00", "tomorrow", "2018-03-05T10:00Z"] {
        assert_eq!(Instant::parse(wrong), None, "{wrong}");
    }
}
