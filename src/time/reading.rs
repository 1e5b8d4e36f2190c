//! Readings: where the law leaves a doubt, a named parameter with a default and a source.
//!
//! [`Readings::DOUBTS`] is the list that acts, the command line and the documentation share: what each doubt is called,
//! how its answers are written, which one holds where nothing is said, and which article stands behind it.

use serde::{Serialize, Serializer};

/// A doubt that the law leaves, as an act or a command line writes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Doubt {
    pub name: &'static str,
    /// The answers; the first one is the default.
    pub values: &'static [&'static str],
    /// What stands behind the default, and behind the doubt.
    pub source: &'static str,
}

impl Doubt {
    pub fn default_value(&self) -> &'static str {
        self.values[0]
    }
}

/// Declares the answers to one doubt, the default first, each with the word it is written with.
macro_rules! answers {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            const WORDS: &'static [&'static str] = &[$($word),*];

            fn of(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)* _ => None }
            }

            fn word(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }
    };
}

answers! {
    /// When the last day of a term ends.
    DayEnd {
        /// At the close of work (Civil Code art. 176: in an organisation, when its operations stop).
        Close = "close",
        /// At 24:00, that is in the minute 23:59 (Civil Code art. 176).
        Midnight = "midnight",
        /// When the reception of applicants closes.
        Reception = "reception",
    }
}

answers! {
    /// What rolls from a non-working last day to the next working day.
    Roll {
        /// The term alone (Civil Code art. 175).
        Term = "term-only",
        EveryStep = "every-step",
    }
}

answers! {
    /// Whose week counts the working days of a step whose organisation does not keep the national week.
    Week {
        Own = "own",
        National = "national",
    }
}

answers! {
    /// Where the check that the papers are complete lies.
    CompletenessCheck {
        Inside = "inside",
        Before = "before",
    }
}

answers! {
    /// How months and years are counted.
    Months {
        /// Civil Code arts. 172-174: the same day-number, or the last day of a shorter month.
        CivilCode = "civil-code",
        /// The law of 2000, art. 12-1: the term starts on the date itself, and ends on the day before the same
        /// day-number, or on the month's last day if there is none.
        Law2000 = "law-2000",
    }
}

answers! {
    /// What `n days` means where the act does not say working or calendar.
    UnqualifiedDay {
        /// Judged both ways, the worse verdict counts; dates are shown as calendar days when they are equal.
        Both = "both",
        Calendar = "calendar",
        Working = "working",
    }
}

const NO_YES: &[&str] = &["no", "yes"];
const YES_NO: &[&str] = &["yes", "no"];

/// All doubts resolved; the default is the default reading of each.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Readings {
    /// Whether the day of filing is itself the first day of the term (default no: Civil Code art. 173).
    pub first_day: bool,
    pub day_end: DayEnd,
    pub roll: Roll,
    pub week: Week,
    /// Whether a working day moved off by decree is off in a six-day week as well (default yes).
    pub moved_days: bool,
    pub completeness_check: CompletenessCheck,
    /// Whether a request for missing papers stops the clock (default yes).
    pub clock_stop: bool,
    pub months: Months,
    pub unqualified_day: UnqualifiedDay,
}

impl Default for Readings {
    fn default() -> Self {
        Readings {
            first_day: false,
            day_end: DayEnd::Close,
            roll: Roll::Term,
            week: Week::Own,
            moved_days: true,
            completeness_check: CompletenessCheck::Inside,
            clock_stop: true,
            months: Months::CivilCode,
            unqualified_day: UnqualifiedDay::Both,
        }
    }
}

impl Readings {
    /// Every doubt, with its answers, the default one first.
    pub const DOUBTS: &'static [Doubt] = &[
        Doubt { name: "first-day", values: NO_YES, source: "Civil Code, art. 173" },
        Doubt { name: "day-end", values: DayEnd::WORDS, source: "Civil Code, art. 176" },
        Doubt { name: "roll", values: Roll::WORDS, source: "Civil Code, art. 175" },
        Doubt { name: "week", values: Week::WORDS, source: "no act settles it" },
        Doubt { name: "moved-days", values: YES_NO, source: "Labour Code, art. 85(3)" },
        Doubt { name: "check-place", values: CompletenessCheck::WORDS, source: "Order 272 of 27 March 2015" },
        Doubt { name: "clock-stop", values: YES_NO, source: "no act settles it" },
        Doubt { name: "month-rule", values: Months::WORDS, source: "Civil Code, arts. 172-174" },
        Doubt { name: "unqualified-day", values: UnqualifiedDay::WORDS, source: "no act settles it" },
    ];

    /// The names of all doubts, in the order in which they are listed everywhere.
    pub const NAMES: &'static [&'static str] = &[
        "first-day",
        "day-end",
        "roll",
        "week",
        "moved-days",
        "check-place",
        "clock-stop",
        "month-rule",
        "unqualified-day",
    ];

    /// The doubt called `name`.
    pub fn doubt(name: &str) -> Option<&'static Doubt> {
        Self::DOUBTS.iter().find(|doubt| doubt.name == name)
    }

    /// Chooses `value` for the doubt `name`, both as they are written in an act; `false` where one is not known.
    pub fn set(&mut self, name: &str, value: &str) -> bool {
        match name {
            "first-day" => put(&mut self.first_day, yes_no(value)),
            "day-end" => put(&mut self.day_end, DayEnd::of(value)),
            "roll" => put(&mut self.roll, Roll::of(value)),
            "week" => put(&mut self.week, Week::of(value)),
            "moved-days" => put(&mut self.moved_days, yes_no(value)),
            "check-place" => put(&mut self.completeness_check, CompletenessCheck::of(value)),
            "clock-stop" => put(&mut self.clock_stop, yes_no(value)),
            "month-rule" => put(&mut self.months, Months::of(value)),
            "unqualified-day" => put(&mut self.unqualified_day, UnqualifiedDay::of(value)),
            _ => false,
        }
    }

    /// The answer to the doubt `name`, as it is written.
    pub fn get(&self, name: &str) -> Option<&'static str> {
        Some(match name {
            "first-day" => word(self.first_day),
            "day-end" => self.day_end.word(),
            "roll" => self.roll.word(),
            "week" => self.week.word(),
            "moved-days" => word(self.moved_days),
            "check-place" => self.completeness_check.word(),
            "clock-stop" => word(self.clock_stop),
            "month-rule" => self.months.word(),
            "unqualified-day" => self.unqualified_day.word(),
            _ => return None,
        })
    }
}

/// As it is written: `{ "first-day": "no", "day-end": "close", ... }`, in the order of [`Readings::NAMES`].
impl Serialize for Readings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Self::NAMES.iter().map(|name| (name, self.get(name))))
    }
}

fn put<T>(place: &mut T, value: Option<T>) -> bool {
    match value {
        Some(value) => {
            *place = value;
            true
        }
        None => false,
    }
}

fn yes_no(value: &str) -> Option<bool> {
    match value {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn word(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_answer_can_be_set_and_read_back_and_the_first_is_the_default() {
        for (doubt, name) in Readings::DOUBTS.iter().zip(Readings::NAMES) {
            assert_eq!(doubt.name, *name);
            assert_eq!(Readings::default().get(name), Some(doubt.default_value()));
            for value in doubt.values {
                let mut readings = Readings::default();
                assert!(readings.set(name, value));
                assert_eq!(readings.get(name), Some(*value));
            }
        }
    }

    #[test]
    fn what_is_not_known_changes_nothing() {
        let mut readings = Readings::default();
        assert!(!readings.set("roll", "never"));
        assert!(!readings.set("weather", "yes"));
        assert_eq!(readings, Readings::default());
    }
}
