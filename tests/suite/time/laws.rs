//! The two laws, for every kind of limit over every kind of timetable: *monotone*, and *extensive* for limits counted
//! forward. And that the pieces of a limit are the limit, minute by minute.

use super::{at, for_term, own};
use proptest::prelude::*;
use reglament::time::{Day, DayEnd, Duration, Instant, LimitFn, Months, Readings, Roll, Timetable, Unit, Week};
use std::sync::Arc;

const SCHEDULES: &[&str] = &["provider", "corporation", "short-saturday", "late", "always"];

/// Every combination of the readings that a limit looks at.
fn readings() -> Vec<Readings> {
    let mut out = Vec::new();
    for day_end in [DayEnd::Close, DayEnd::Midnight, DayEnd::Reception] {
        for (first_day, moved_days) in [(false, true), (true, true), (false, false)] {
            for roll in [Roll::Term, Roll::EveryStep] {
                for months in [Months::CivilCode, Months::Law2000] {
                    let week = if first_day { Week::National } else { Week::Own };
                    out.push(Readings { day_end, first_day, moved_days, roll, months, week, ..Readings::default() });
                }
            }
        }
    }
    out
}

fn durations() -> Vec<Duration> {
    let plain = [
        (1, Unit::Minute),
        (15, Unit::Minute),
        (400, Unit::Minute),
        (8, Unit::Hour),
        (100, Unit::Hour),
        (0, Unit::SameDay),
        (1, Unit::WorkingDay),
        (10, Unit::WorkingDay),
        (1, Unit::CalendarDay),
        (30, Unit::CalendarDay),
        (3, Unit::Day),
        (1, Unit::Month),
        (3, Unit::Month),
        (1, Unit::Year),
    ];
    let plain = plain.map(|(quantity, unit)| Duration::new(quantity, unit));
    plain.iter().copied().chain(plain.iter().map(|duration| duration.counting_the_first_day())).collect()
}

/// Each limit with its name, and whether it is counted forward.
fn limits(schedule: &str, readings: &Readings) -> Vec<(String, bool, LimitFn)> {
    let (own, term) = (own(schedule, readings), for_term(schedule, readings));
    let mut out = vec![
        ("at once".to_owned(), true, LimitFn::at_once(&own)),
        ("counter".to_owned(), true, LimitFn::accept(&own)),
        ("round the clock".to_owned(), true, LimitFn::accept_round_the_clock(&own)),
    ];
    for duration in durations() {
        let named = |kind: &str| format!("{kind} {duration:?}");
        let more = Duration::new(10, Unit::WorkingDay);
        out.push((named("step"), true, LimitFn::step(duration, &own, readings)));
        out.push((named("term"), true, LimitFn::term(duration, &term, readings)));
        out.push((named("extended"), true, LimitFn::extended_term(duration, more, &term, readings)));
        out.push((named("before"), false, LimitFn::before_term(duration, &own, readings)));
    }
    out
}

/// Every minute around which anything can change.
const MINUTES: &[u16] =
    &[0, 1, 539, 540, 541, 779, 780, 781, 869, 870, 1050, 1051, 1080, 1109, 1110, 1111, 1200, 1201, 1439];

fn hold_on_every_day(schedule: &str, readings: &Readings, from: &str, to: &str, minutes: &[u16]) {
    for (name, forward, limit) in limits(schedule, readings) {
        let mut before: Option<(Instant, Instant)> = None;
        for day in at(from).day().0..=at(to).day().0 {
            for t in minutes.iter().map(|minute| Day(day).at(*minute)) {
                let value = limit.at(t).unwrap_or_else(|error| panic!("{name} at {t}: {error}"));
                assert!(!forward || value >= t, "{schedule} {name} at {t} is {value}, {readings:?}");
                if let Some((earlier, earlier_value)) = before {
                    assert!(earlier_value <= value, "{schedule} {name}: {earlier_value} falls to {value} at {earlier}");
                }
                before = Some((t, value));
            }
        }
    }
}

#[test]
fn every_limit_obeys_the_laws_on_every_day() {
    for schedule in ["provider", "corporation"] {
        hold_on_every_day(schedule, &Readings::default(), "2016-02-01T00:00", "2027-12-31T00:00", MINUTES);
    }
}

/// 2020 has a leap day, a worked Sunday, a worked Monday, and holidays that carry over.
#[test]
fn every_limit_obeys_the_laws_under_every_reading() {
    for readings in readings() {
        for schedule in ["provider", "short-saturday"] {
            hold_on_every_day(schedule, &readings, "2019-12-20T00:00", "2020-06-05T00:00", &[0, 780, 1050, 1111, 1439]);
        }
    }
}

fn any_limit() -> impl Strategy<Value = (String, bool, LimitFn)> {
    let (all, units) = (readings(), [Unit::Minute, Unit::Hour, Unit::WorkingDay, Unit::CalendarDay, Unit::Month]);
    let kinds = (0..all.len(), 0..SCHEDULES.len(), 0..7usize, 1u32..40, 0..units.len(), any::<bool>());
    kinds.prop_map(move |(reading, schedule, kind, quantity, unit, first_day_counted)| {
        let (readings, schedule) = (all[reading], SCHEDULES[schedule]);
        let duration = Duration { quantity, unit: units[unit], first_day_counted };
        let own: Arc<Timetable> = own(schedule, &readings);
        let limit = match kind {
            0 => LimitFn::step(duration, &own, &readings),
            1 => LimitFn::term(duration, &for_term(schedule, &readings), &readings),
            2 => LimitFn::before_term(duration, &own, &readings),
            3 => LimitFn::accept(&own),
            4 => LimitFn::accept_round_the_clock(&own),
            5 => LimitFn::step(Duration { first_day_counted, ..Duration::SAME_DAY }, &own, &readings),
            _ => LimitFn::extended_term(duration, Duration::new(2, Unit::WorkingDay), &own, &readings),
        };
        (format!("{schedule} kind {kind} {duration:?} {readings:?}"), kind != 2, limit)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_limit_obeys_the_laws(
        (name, forward, limit) in any_limit(),
        t in at("2019-06-01T00:00").0..at("2026-12-31T00:00").0,
        later in 0..100_000i32,
    ) {
        let (t, u) = (Instant(t), Instant(t + later));
        let (at_t, at_u) = (limit.at(t).unwrap(), limit.at(u).unwrap());
        prop_assert!(at_t <= at_u, "{}: {} -> {}, {} -> {}", name, t, at_t, u, at_u);
        prop_assert!(!forward || at_t >= t, "{}: {} -> {}", name, t, at_t);
    }

    #[test]
    fn pieces_are_the_limit_minute_by_minute(
        (name, _, limit) in any_limit(),
        from in at("2019-06-01T00:00").0..at("2026-12-31T00:00").0,
        minutes in 0..20_000i32,
    ) {
        let (from, to) = (Instant(from), Instant(from + minutes));
        let pieces = limit.pieces(from, to).unwrap();
        prop_assert_eq!(pieces[0].start, from);
        prop_assert!(pieces.windows(2).all(|two| two[0].start < two[1].start));
        for minute in from.0..=to.0 {
            let t = Instant(minute);
            let piece = pieces[pieces.partition_point(|piece| piece.start <= t) - 1];
            prop_assert_eq!(piece.at(t), limit.at(t).unwrap(), "{} at {} in {:?}", name, t, piece);
        }
    }
}

/// The whole horizon of a proof, for the limits that an act is made of.
#[test]
fn pieces_cover_ten_years_exactly() {
    let readings = Readings::default();
    let (from, to) = (at("2016-01-01T00:00"), at("2025-12-31T23:59"));
    let table = own("provider", &readings);
    for limit in [
        LimitFn::accept(&table),
        LimitFn::step(Duration::new(15, Unit::Minute), &table, &readings),
        LimitFn::step(Duration::SAME_DAY, &table, &readings),
        LimitFn::term(Duration::new(30, Unit::CalendarDay), &for_term("provider", &readings), &readings),
    ] {
        let pieces = limit.pieces(from, to).unwrap();
        assert!(pieces.len() < 30_000, "{} pieces", pieces.len());
        let ends = pieces.iter().skip(1).map(|piece| piece.start.0 - 1).chain([to.0]);
        for (piece, end) in pieces.iter().zip(ends) {
            for t in [piece.start.0, (piece.start.0 + end) / 2, end] {
                assert_eq!(limit.at(Instant(t)), Ok(piece.at(Instant(t))), "at {}", Instant(t));
            }
        }
    }
}

/// Deliberately large numbers: an error value, never a panic, never a wrong date.
#[test]
fn limits_of_a_million_years_are_error_values() {
    let readings = Readings::default();
    let table = own("provider", &readings);
    let start = at("2018-03-05T10:00");
    for unit in [Unit::Minute, Unit::Hour, Unit::WorkingDay, Unit::CalendarDay, Unit::Day, Unit::Month, Unit::Year] {
        for quantity in [1_000_000, 365_000_000, u32::MAX] {
            let duration = Duration::new(quantity, unit);
            for limit in [
                LimitFn::step(duration, &table, &readings),
                LimitFn::term(duration.counting_the_first_day(), &table, &readings),
                LimitFn::extended_term(duration, duration, &table, &readings),
                LimitFn::before_term(duration, &table, &readings),
            ] {
                assert!(limit.at(start).is_err() || unit == Unit::Minute && quantity == 1_000_000, "{duration:?}");
                assert!(limit.pieces(start, start).is_err() || unit == Unit::Minute && quantity == 1_000_000);
            }
        }
    }
    for t in [Instant(i32::MIN), Instant(i32::MAX), at("9999-12-31T23:59")] {
        for (name, _, limit) in limits("provider", &readings) {
            assert!(name == "at once" || limit.at(t).is_err(), "{name} at {t}");
        }
    }
}
