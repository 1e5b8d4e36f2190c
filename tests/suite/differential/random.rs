//! Regulations nobody wrote, judged by both. The long run over tens of thousands of them is
//! `cargo run --release -p reglament-oracle -- random 20000`.

use chrono::NaiveDate;
use reglament::model::RegulationId;
use reglament::time::Calendar;
use reglament_oracle::Fault;
use reglament_oracle::compare::{Compared, Comparison};
use reglament_oracle::random::{self, Dice};

fn compare(calendar: &Calendar, seed: u64, every: usize, fault: Option<Fault>) -> Compared {
    let model = random::model(seed);
    let (from, to) = random::days(&mut Dice::new(seed), 3);
    let regulation = RegulationId(0);
    Comparison { model: &model, calendar, regulation, from, to, every, fault }.run()
}

/// In two halves, so that two cores share them.
fn judged_alike(seeds: std::ops::Range<u64>) {
    let calendar = Calendar::kazakhstan();
    let mut all = Compared::default();
    for seed in seeds {
        all.add(&format!("seed {seed}"), compare(&calendar, seed, 97, None));
    }
    assert!(all.differences.is_empty(), "{}", all.differences.join("\n"));
    assert!(all.starts > 1_000, "only {} starts were compared", all.starts);
}

#[test]
fn random_regulations_are_judged_alike() {
    judged_alike(0..100);
}

#[test]
fn more_random_regulations_are_judged_alike() {
    judged_alike(100..200);
}

/// Seeds that once showed a difference: `tests/cases/differential/seeds.txt` says which.
#[test]
fn what_once_differed_does_so_no_more() {
    let calendar = Calendar::kazakhstan();
    let seeds = include_str!("../../cases/differential/seeds.txt");
    for line in seeds.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let seed = line.split('|').next().and_then(|seed| seed.trim().parse().ok()).expect("a seed");
        let compared = compare(&calendar, seed, 11, None);
        assert!(compared.differences.is_empty(), "{line}\n{}", compared.differences.join("\n"));
    }
}

/// A rule that the oracle gets wrong by one day must be noticed, whichever it is.
#[test]
fn one_day_wrong_is_noticed_in_every_rule() {
    let calendar = Calendar::kazakhstan();
    for fault in Fault::ALL {
        let noticed = (0..400).any(|seed| !compare(&calendar, seed, 97, Some(fault)).differences.is_empty());
        assert!(noticed, "nobody noticed {fault:?}");
    }
}

/// The first quarter of 2018 and its neighbours have days moved both ways.
pub fn quarter() -> (NaiveDate, NaiveDate) {
    let day = |month, day| NaiveDate::from_ymd_opt(2018, month, day).expect("a date");
    (day(3, 1), day(5, 31))
}
