//! A duration as somebody types it on a command line, in the words of any vocabulary.

use crate::time::{Duration, Unit};
use crate::vocabulary::Keyword;

/// Longest form of a keyword, in words: `в тот же`.
const LONGEST_FORM: usize = 3;

/// Reads `10 working days`, `1 месяц`, `күнтізбелік 3 күн`, `same day`, `5 working days first-day-counted`; `None`
/// where it is no duration.
pub fn parse(text: &str) -> Option<Duration> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let mut read = Read::default();
    let mut rest = words.as_slice();
    while let Some(first) = rest.first() {
        let taken = match first.parse::<u32>() {
            Ok(number) => read.number(number).then_some(1)?,
            Err(_) => {
                let (keyword, length) = keyword(rest)?;
                read.keyword(keyword).then_some(length)?
            }
        };
        rest = &rest[taken..];
    }
    read.duration()
}

/// The keyword that the words start with, and how many of them it takes.
fn keyword(words: &[String]) -> Option<(Keyword, usize)> {
    (1..=LONGEST_FORM.min(words.len()))
        .rev()
        .find_map(|length| Keyword::from_form(&words[..length].join(" ")).map(|keyword| (keyword, length)))
}

#[derive(Default)]
struct Read {
    number: Option<u32>,
    same: bool,
    kind: Option<Keyword>,
    unit: Option<Keyword>,
    first_day_counted: bool,
}

impl Read {
    /// `false` where there is one already, and so below.
    fn number(&mut self, number: u32) -> bool {
        self.number.replace(number).is_none()
    }

    fn keyword(&mut self, keyword: Keyword) -> bool {
        match keyword {
            Keyword::Same => !std::mem::replace(&mut self.same, true),
            Keyword::FirstDayCounted => !std::mem::replace(&mut self.first_day_counted, true),
            Keyword::Working | Keyword::Calendar => self.kind.replace(keyword).is_none(),
            Keyword::Minute | Keyword::Hour | Keyword::Day | Keyword::Month | Keyword::Year => {
                self.unit.replace(keyword).is_none()
            }
            _ => false,
        }
    }

    fn duration(self) -> Option<Duration> {
        let unit = match (self.unit?, self.kind) {
            (Keyword::Day, _) if self.same => Unit::SameDay,
            (Keyword::Day, Some(Keyword::Working)) => Unit::WorkingDay,
            (Keyword::Day, Some(_)) => Unit::CalendarDay,
            (Keyword::Day, None) => Unit::Day,
            (_, Some(_)) => return None,
            (Keyword::Minute, None) => Unit::Minute,
            (Keyword::Hour, None) => Unit::Hour,
            (Keyword::Month, None) => Unit::Month,
            (Keyword::Year, None) => Unit::Year,
            _ => return None,
        };
        let quantity = match (self.number, self.same) {
            (Some(number), false) if number > 0 => number,
            (None, true) if unit == Unit::SameDay => 0,
            _ => return None,
        };
        Some(Duration { quantity, unit, first_day_counted: self.first_day_counted })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_in_any_vocabulary() {
        let working = Duration::new(10, Unit::WorkingDay);
        for text in ["10 working days", "10 рабочих дней", "10 жұмыс күні", "жұмыс 10 күн", "  10  Working DAYS "]
        {
            assert_eq!(parse(text), Some(working), "{text}");
        }
        assert_eq!(parse("1 месяц"), Some(Duration::new(1, Unit::Month)));
        assert_eq!(parse("15 минут"), Some(Duration::new(15, Unit::Minute)));
        assert_eq!(parse("3 days"), Some(Duration::new(3, Unit::Day)));
        for text in ["same day", "в тот же день", "сол күні"] {
            assert_eq!(parse(text), Some(Duration::SAME_DAY), "{text}");
        }
        let counted = Duration::new(5, Unit::CalendarDay).counting_the_first_day();
        assert_eq!(parse("5 calendar days first-day-counted"), Some(counted));
    }

    #[test]
    fn what_is_no_duration_is_refused() {
        for text in ["", "10", "days", "0 days", "10 working", "10 working months", "ten days", "1 2 days", "-1 days"] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert_eq!(parse("5000000000 days"), None);
        assert_eq!(parse("same 2 days"), None);
    }
}
