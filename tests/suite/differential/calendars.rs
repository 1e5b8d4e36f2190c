//! Each calendar that may still come, by the oracle as well: it reads the days and knows nothing of what is open.

use super::super::verify::understood;
use reglament::model::RegulationId;
use reglament::time::{Calendar, Day};
use reglament::verify::{Options, under_calendars};
use reglament_oracle::compare::Comparison;
use reglament_oracle::random;
use std::path::Path;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a date")
}

#[test]
fn both_judge_every_calendar_alike() {
    let calendar = Calendar::kazakhstan();
    let (from, to) = (day("2027-05-11"), day("2027-05-13"));
    let mut starts = 0;
    for (_, calendar) in calendar.may_come(day("2027-01-01"), day("2027-12-31")).each() {
        for seed in 0..20 {
            let model = random::model(seed);
            let regulation = RegulationId(0);
            let (from, to, every) = (from.date(), to.date(), 97);
            let comparison =
                Comparison { model: &model, calendar: &calendar, regulation, from, to, every, fault: None };
            let compared = comparison.run();
            assert!(compared.differences.is_empty(), "seed {seed}: {}", compared.differences.join("\n"));
            starts += compared.starts;
        }
    }
    assert!(starts > 500, "only {starts} starts were compared");
}

/// The set says of each calendar what a proof under that calendar alone says, and which is worst.
#[test]
fn the_worst_calendar_is_the_worst_of_all() {
    let case = "tests/cases/verify/a_calendar_that_may_still_come.reglament";
    let checked = understood(&Path::new(env!("CARGO_MANIFEST_DIR")).join(case));
    let filed = day("2027-05-13");
    let options = Options { from: filed.date(), to: filed.date(), ..Options::default() };
    let under = under_calendars(&checked.model, &checked.calendar, RegulationId(0), &options).expect("not too many");
    assert_eq!((under.under, under.judged.len()), ("some", 27), "three days in each of three years");
    let alone: Vec<Option<i64>> = checked
        .calendar
        .may_come(filed, day("2029-05-14"))
        .each()
        .map(|(_, calendar)| reglament::verify::prove(&checked.model, &calendar, RegulationId(0), &options))
        .map(|proof| proof.terms[0].least_slack)
        .collect();
    assert_eq!(under.judged.iter().map(|it| it.least_slack_minutes).collect::<Vec<_>>(), alone);
    assert_eq!(under.worst.terms[0].least_slack, alone.iter().copied().min().flatten());
    let monday = under.outcomes.iter().any(|it| it.came == Some(day("2027-05-17")));
    assert!(monday, "{:?}", under.outcomes);
}
