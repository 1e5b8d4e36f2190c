//! Each kind of limit by itself: the algebra's function against counting on the fingers.

use chrono::NaiveDate;
use reglament::model::{Model, ScheduleId};
use reglament::time::{
    Calendar, Day, DayEnd, Duration, Instant, LimitFn, Months, Readings, Roll, Timetable, Unit, Week, WeeklyHours,
};
use reglament_oracle::Oracle;
use reglament_oracle::count::{Count, Moment, Ruler};
use reglament_oracle::days::{Desk, Stepping};
use reglament_oracle::random::{self, Dice};
use std::sync::Arc;

fn all_durations() -> Vec<Duration> {
    let mut all = vec![Duration::SAME_DAY];
    for (unit, quantities) in [
        (Unit::Minute, &[1, 15, 510, 1000][..]),
        (Unit::Hour, &[1, 8, 30]),
        (Unit::WorkingDay, &[1, 2, 10, 45]),
        (Unit::CalendarDay, &[1, 5, 30, 400]),
        (Unit::Month, &[1, 2, 11, 12]),
        (Unit::Year, &[1, 2]),
    ] {
        for &quantity in quantities {
            let plain = Duration::new(quantity, unit);
            all.extend([plain, plain.counting_the_first_day()]);
        }
    }
    all
}

fn all_readings() -> Vec<Readings> {
    let plain = Readings::default();
    vec![
        plain,
        Readings { roll: Roll::EveryStep, ..plain },
        Readings { week: Week::National, ..plain },
        Readings { moved_days: false, ..plain },
        Readings { months: Months::Law2000, ..plain },
        Readings { first_day: true, ..plain },
        Readings { day_end: DayEnd::Midnight, ..plain },
        Readings { day_end: DayEnd::Reception, ..plain },
    ]
}

/// Minutes where something may change: round openings and closes, round holidays, and anywhere.
fn instants(dice: &mut Dice, count: usize) -> Vec<Instant> {
    let first = Day::from_date(NaiveDate::from_ymd_opt(2015, 1, 5).unwrap());
    let edges = [0, 1, 539, 540, 541, 779, 780, 781, 869, 870, 1005, 1050, 1051, 1095, 1110, 1111, 1200, 1201, 1439];
    let instant = |dice: &mut Dice| {
        let day = first + dice.below(12 * 365) as i32;
        let minute = if dice.one_in(2) { *dice.pick(&edges) } else { dice.below(1440) as u16 };
        day.at(minute)
    };
    (0..count).map(|_| instant(dice)).collect()
}

fn moment(at: Instant) -> Moment<NaiveDate> {
    Moment { day: at.day().date(), minute: at.minute_of_day() }
}

/// What the fingers say of a step and of a term.
fn counted(
    model: &Model,
    calendar: &Calendar,
    readings: Readings,
    desk: Desk,
    term: bool,
) -> impl Fn(Duration, Instant) -> Instant {
    let days = Stepping::new(calendar, &model.schedules, readings.moved_days);
    let ruler = Ruler {
        desk: Desk { reception: term && readings.day_end == DayEnd::Reception, ..desk },
        national: term || readings.week == Week::National,
        midnight: term && readings.day_end == DayEnd::Midnight,
        rolls: term || readings.roll == Roll::EveryStep,
    };
    move |duration, at| {
        let count = Count { days: &days, readings, fault: None, day_is_working: false };
        let first_day_counted = duration.first_day_counted || (term && readings.first_day);
        let end =
            count.limit(Duration { first_day_counted, ..duration }, moment(at), ruler).expect("within the calendar");
        Day::from_date(end.day).at(end.minute)
    }
}

/// A step's table or the term's.
fn table(hours: &WeeklyHours, calendar: &Calendar, readings: &Readings, term: bool) -> Arc<Timetable> {
    Arc::new(if term {
        Timetable::for_term(hours, calendar, readings)
    } else {
        Timetable::new(hours, calendar, readings)
    })
}

#[test]
fn every_kind_of_limit_is_what_the_fingers_count() {
    let calendar = Calendar::kazakhstan();
    let mut dice = Dice::new(1);
    for seed in 0..6 {
        let model = random::model(seed);
        for readings in all_readings() {
            for (ix, schedule) in model.schedules.iter().enumerate() {
                let desk = Desk { schedule: Some(ScheduleId(ix as u32)), reception: false };
                for term in [false, true] {
                    let table = table(&schedule.hours(), &calendar, &readings, term);
                    let fingers = counted(&model, &calendar, readings, desk, term);
                    for duration in all_durations() {
                        let function = if term { LimitFn::term } else { LimitFn::step };
                        let limit = function(duration, &table, &readings);
                        for at in instants(&mut dice, 6) {
                            let told = format!("{duration:?} from {at}, term {term}, {}, {readings:?}", schedule.id);
                            assert_eq!(limit.at(at), Ok(fingers(duration, at)), "{told}, seed {seed}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn a_filing_counts_when_the_fingers_say() {
    let calendar = Calendar::kazakhstan();
    let mut dice = Dice::new(2);
    for seed in 0..6 {
        let model = random::model(seed);
        let regulation = &model.regulations[0];
        for readings in all_readings() {
            let days = Stepping::new(&calendar, &model.schedules, readings.moved_days);
            let oracle = Oracle { model: &model, regulation, days: &days, readings, fault: None };
            for procedure in &regulation.procedures {
                let channel = &model[procedure.channel];
                let Some(organisation) = channel.organisation else { continue };
                let hours = model[organisation].schedule.map_or_else(WeeklyHours::national, |id| model[id].hours());
                let table = table(&hours, &calendar, &readings, false);
                let round_the_clock = channel.round_the_clock;
                let filing = if round_the_clock { LimitFn::accept_round_the_clock } else { LimitFn::accept }(&table);
                for at in instants(&mut dice, 40) {
                    let fingers = oracle.counted(procedure, moment(at)).expect("within the calendar");
                    assert_eq!(filing.at(at), Ok(oracle.instant(fingers)), "{at} at the {}, seed {seed}", channel.id);
                }
            }
        }
    }
}

#[test]
fn so_long_before_a_term_ends_is_what_the_fingers_count() {
    let calendar = Calendar::kazakhstan();
    let mut dice = Dice::new(3);
    let model = random::model(3);
    for readings in all_readings() {
        let days = Stepping::new(&calendar, &model.schedules, readings.moved_days);
        let count = Count { days: &days, readings, fault: None, day_is_working: false };
        for (ix, schedule) in model.schedules.iter().enumerate() {
            let table = table(&schedule.hours(), &calendar, &readings, false);
            let desk = Desk { schedule: Some(ScheduleId(ix as u32)), reception: false };
            let national = readings.week == Week::National;
            let ruler = Ruler { desk, national, midnight: false, rolls: false };
            // Neither the same day nor a first day counted means anything before an end.
            for duration in all_durations().into_iter().skip(1).filter(|duration| !duration.first_day_counted) {
                let limit = LimitFn::before_term(duration, &table, &readings);
                // A term that was filed in the calendar's first year may reach back out of it.
                for at in instants(&mut dice, 20).into_iter().filter(|at| at.day().0 > 17_600) {
                    let end = count.before(duration, moment(at), ruler).expect("within the calendar");
                    let fingers = Day::from_date(end.day).at(end.minute);
                    assert_eq!(limit.at(at), Ok(fingers), "{duration:?} before {at}, {}, {readings:?}", schedule.id);
                }
            }
        }
    }
}
