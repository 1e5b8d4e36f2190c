//! Numbers as acts write them: in digits and in words, «15 (он бес) минут», «15 (пятнадцать) минут».
//!
//! Kazakh and Russian, the two languages in which acts are published; in English a limit stays in digits. Only counts
//! ("two"), no order ("second"): acts never spell those out.

mod kk;
mod ru;

use crate::diagnostics::Words;
use crate::time::{Duration, Unit};
use crate::vocabulary::Language;

/// What a Russian numeral agrees with: «один день», «одна минута», «одно действие».
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Gender {
    #[default]
    Masculine,
    Feminine,
    Neuter,
}

/// The number in words; `None` in a language whose acts write digits alone.
pub fn in_words(number: u32, language: Language, gender: Gender) -> Option<String> {
    match language {
        Language::Kk => Some(kk::cardinal(number)),
        Language::Ru => Some(ru::cardinal(number, gender)),
        Language::En => None,
    }
}

/// A limit in digits and words: «5 (бес) жұмыс күні», «2 (два) рабочих дня», «1 (одна) минута».
pub fn duration(duration: Duration, words: &Words) -> String {
    let said = words.duration(duration);
    match in_words(duration.quantity, words.language(), gender(duration.unit)) {
        Some(spelled) if duration.unit != Unit::SameDay => {
            // The unit's form follows the digits already, wherever in the sentence they stand: «күнтізбелік 3 күн».
            let digits = duration.quantity.to_string();
            said.replacen(&digits, &format!("{digits} ({spelled})"), 1)
        }
        _ => said,
    }
}

/// Of the Russian noun: «минута» alone is feminine.
fn gender(unit: Unit) -> Gender {
    match unit {
        Unit::Minute => Gender::Feminine,
        _ => Gender::Masculine,
    }
}

/// The groups of three digits from the highest, each with its power of a thousand, without those that are nothing.
fn groups(number: u32) -> Vec<(u32, u32)> {
    let each = (0..4).rev().map(|power| (number / 1000u32.pow(power) % 1000, power));
    each.filter(|(group, _)| *group > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_stand_as_acts_write_them() {
        let said = |quantity, unit, language| duration(Duration::new(quantity, unit), &Words::new(language));
        for (quantity, unit, kk, ru, en) in [
            (15, Unit::Minute, "15 (он бес) минут", "15 (пятнадцать) минут", "15 minutes"),
            (1, Unit::Minute, "1 (бір) минут", "1 (одна) минута", "1 minute"),
            (22, Unit::Minute, "22 (жиырма екі) минут", "22 (двадцать две) минуты", "22 minutes"),
            (1, Unit::Hour, "1 (бір) сағат", "1 (один) час", "1 hour"),
            (1, Unit::WorkingDay, "1 (бір) жұмыс күні", "1 (один) рабочий день", "1 working day"),
            (2, Unit::WorkingDay, "2 (екі) жұмыс күні", "2 (два) рабочих дня", "2 working days"),
            (5, Unit::WorkingDay, "5 (бес) жұмыс күні", "5 (пять) рабочих дней", "5 working days"),
            (3, Unit::CalendarDay, "күнтізбелік 3 (үш) күн", "3 (три) календарных дня", "3 calendar days"),
            (21, Unit::Day, "21 (жиырма бір) күн", "21 (двадцать один) день", "21 days"),
            (11, Unit::Month, "11 (он бір) ай", "11 (одиннадцать) месяцев", "11 months"),
            (5, Unit::Year, "5 (бес) жыл", "5 (пять) лет", "5 years"),
            (0, Unit::SameDay, "сол күні", "в тот же день", "the same day"),
        ] {
            assert_eq!(said(quantity, unit, Language::Kk), kk);
            assert_eq!(said(quantity, unit, Language::Ru), ru);
            assert_eq!(said(quantity, unit, Language::En), en);
        }
    }

    #[test]
    fn a_first_day_that_counts_is_still_said() {
        let limit = Duration::new(3, Unit::WorkingDay).counting_the_first_day();
        assert_eq!(duration(limit, &Words::new(Language::Ru)), "3 (три) рабочих дня, включая первый день");
    }

    #[test]
    fn no_number_is_told_twice_and_words_come_back_to_their_number() {
        for language in [Language::Kk, Language::Ru] {
            let mut seen = std::collections::BTreeSet::new();
            for number in 0..=10_000 {
                let said = in_words(number, language, Gender::Masculine).unwrap();
                assert!(!said.contains("  ") && said.trim() == said, "{number}: `{said}`");
                assert!(seen.insert(said), "{number}");
            }
        }
    }
}
