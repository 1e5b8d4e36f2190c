//! Regulations nobody wrote: built from a seed, the same one each time, and mean on purpose.
//!
//! A world of organisations with unlike weeks, facts shared between choices, a standard with terms by case and
//! extensions, readings at their less usual values, and a procedure of everything that the model can say. What a
//! person would never write is left out: a limit of zero, a path without an end, branches that overlap.

mod dice;
mod procedure;
mod world;

pub use dice::Dice;

use chrono::NaiveDate;
use reglament::model::{Model, Procedure, ReadingChoice, Regulation, Standard, StandardId, Text};
use reglament::source::{FileId, Span};

/// Where everything here was written: nowhere.
pub(crate) fn nowhere() -> Span {
    Span::new(FileId(0), 0, 0)
}

pub(crate) fn said(text: &str) -> Text {
    Text { any: Some(text.to_owned()), ..Text::default() }
}

/// The model with that seed: one regulation, one standard, one to two channels.
pub fn model(seed: u64) -> Model {
    let mut dice = Dice::new(seed);
    let mut model = world::world(&mut dice);
    let standard = world::standard(&mut dice);
    let known = standard.terms.iter().all(|term| term.limit.is_some());
    let mut channels = world::channels();
    dice.shuffle(&mut channels);
    let count = 1 + dice.below(2);
    let procedures = channels[..count].iter().map(|channel| procedure::build(&mut dice, *channel, known)).collect();
    model.regulations.push(regulation(&mut dice, procedures));
    model.standards.push(Standard { readings: readings(&mut dice), ..standard });
    model
}

/// A few days somewhere in ten years, often where the calendar is at its worst: moved days, holidays in a row, the
/// turn of a year, the end of February.
pub fn days(dice: &mut Dice, length: u32) -> (NaiveDate, NaiveDate) {
    const WORST: [(i32, u32, u32); 10] = [
        (2016, 3, 4),
        (2017, 3, 17),
        (2018, 3, 2),
        (2018, 4, 27),
        (2018, 12, 28),
        (2019, 2, 27),
        (2020, 1, 2),
        (2020, 5, 7),
        (2020, 12, 17),
        (2025, 1, 3),
    ];
    let (year, month, day) = *dice.pick(&WORST);
    let worst = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let first = NaiveDate::from_ymd_opt(2016, 1, 1).unwrap_or_default();
    let back = chrono::Days::new(dice.below(45) as u64);
    let from = if dice.one_in(2) { worst - back } else { first + chrono::Days::new(dice.below(3600) as u64) };
    (from, from + chrono::Days::new(u64::from(length) - 1))
}

fn regulation(dice: &mut Dice, procedures: Vec<Procedure>) -> Regulation {
    Regulation {
        id: "random.service".to_owned(),
        title: said("a service nobody asked for"),
        act: None,
        source: None,
        standard: Some(StandardId(0)),
        organisation: Some(world::PROVIDER),
        since: None,
        until: None,
        effective: None,
        judged: None,
        amended: Vec::new(),
        repealed: None,
        offers: Vec::new(),
        hours: Vec::new(),
        listed: Vec::new(),
        names: Vec::new(),
        requires: Vec::new(),
        grounds: Vec::new(),
        results: Vec::new(),
        form: Vec::new(),
        fee: None,
        procedures,
        sayings: Vec::new(),
        omissions: Vec::new(),
        cited: Vec::new(),
        inventory: None,
        abbreviations: Vec::new(),
        mentions: Vec::new(),
        readings: readings(dice),
        expects: Vec::new(),
        span: nowhere(),
        head: nowhere(),
        broken: false,
    }
}

/// Mostly the default readings; now and then one or two of the others.
fn readings(dice: &mut Dice) -> Vec<ReadingChoice> {
    const OTHERS: [(&str, &str); 11] = [
        ("first-day", "yes"),
        ("day-end", "midnight"),
        ("day-end", "reception"),
        ("roll", "every-step"),
        ("week", "national"),
        ("moved-days", "no"),
        ("check-place", "before"),
        ("clock-stop", "no"),
        ("month-rule", "law-2000"),
        ("unqualified-day", "calendar"),
        ("unqualified-day", "working"),
    ];
    let mut chosen = Vec::new();
    while dice.one_in(3) {
        let (name, value) = *dice.pick(&OTHERS);
        let (name, value) = (name.to_owned(), value.to_owned());
        chosen.push(ReadingChoice { name, value, channels: Vec::new(), source: None, span: nowhere() });
    }
    chosen
}
