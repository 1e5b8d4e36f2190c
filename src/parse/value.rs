//! Values: limits, conditions, clauses, dates and hours. `None` where a value cannot be: then a finding says so.

use super::grammar::Rule;
use super::tree::Reader;
use crate::ast::{Clause, Condition, Date, Hours, Limit, Part, TimeRange};
use crate::diagnostics::{Code, Finding};
use crate::source::Span;
use crate::time::{Duration, Unit};
use crate::vocabulary::Keyword;
use chrono::{Datelike, NaiveDate};
use pest::iterators::Pair;
use unicode_normalization::UnicodeNormalization;

/// The largest number of a limit: a thousand years in days, and more than any act counts in anything.
const LARGEST_NUMBER: u32 = 400_000;

impl Reader<'_> {
    pub(super) fn limits(&mut self, pair: Pair<'_, Rule>) -> Option<Vec<Limit>> {
        let inner: Vec<_> = pair.into_inner().filter(|pair| pair.as_rule() == Rule::limit).collect();
        inner.into_iter().map(|pair| self.limit(pair)).collect()
    }

    fn limit(&mut self, pair: Pair<'_, Rule>) -> Option<Limit> {
        let span = self.span(&pair);
        let mut duration = Duration::SAME_DAY;
        let (mut before_term, mut words, mut kind) = (false, None, None);
        for pair in pair.into_inner() {
            match pair.as_rule() {
                Rule::number => duration.quantity = self.quantity(&pair)?,
                Rule::in_words => words = Some(self.span(&pair)),
                Rule::kw_working => kind = Some(Unit::WorkingDay),
                Rule::kw_calendar => kind = Some(Unit::CalendarDay),
                Rule::kw_day => duration.unit = kind.unwrap_or(Unit::Day),
                Rule::kw_minute => duration.unit = Unit::Minute,
                Rule::kw_hour => duration.unit = Unit::Hour,
                Rule::kw_month => duration.unit = Unit::Month,
                Rule::kw_year => duration.unit = Unit::Year,
                Rule::kw_first_day_counted => duration.first_day_counted = true,
                Rule::kw_before_term => before_term = true,
                _ => {}
            }
        }
        Some(Limit { duration, before_term, words, span })
    }

    fn quantity(&mut self, pair: &Pair<'_, Rule>) -> Option<u32> {
        let span = self.span(pair);
        match pair.as_str().parse() {
            Ok(0) => self.refuse(Finding::new(Code::ZeroLimit, span)),
            Ok(number @ 1..=LARGEST_NUMBER) => Some(number),
            _ => self.refuse(
                Finding::new(Code::NumberOutOfRange, span)
                    .arg("number", pair.as_str())
                    .arg("most", i64::from(LARGEST_NUMBER)),
            ),
        }
    }

    /// The number of a step in the act's own count.
    pub(super) fn ordinal(&mut self, pair: &Pair<'_, Rule>) -> Option<u32> {
        let span = self.span(pair);
        match pair.as_str().parse() {
            Ok(number @ 0..=LARGEST_NUMBER) => Some(number),
            _ => self.refuse(
                Finding::new(Code::NumberOutOfRange, span)
                    .arg("number", pair.as_str())
                    .arg("most", i64::from(LARGEST_NUMBER)),
            ),
        }
    }

    fn refuse<T>(&mut self, finding: Finding) -> Option<T> {
        self.report(finding);
        None
    }

    pub(super) fn condition(&mut self, pair: Pair<'_, Rule>) -> Condition {
        self.joined(pair, Rule::both, Condition::Or, |reader, both| {
            reader.joined(both, Rule::maybe_not, Condition::And, |reader, pair| reader.maybe_not(pair))
        })
    }

    /// One or several of `rule`; one stands for itself.
    fn joined(
        &mut self,
        pair: Pair<'_, Rule>,
        rule: Rule,
        join: fn(Vec<Condition>) -> Condition,
        read: fn(&mut Self, Pair<'_, Rule>) -> Condition,
    ) -> Condition {
        let inner: Vec<_> = pair.into_inner().filter(|pair| pair.as_rule() == rule).collect();
        let mut all: Vec<Condition> = inner.into_iter().map(|pair| read(self, pair)).collect();
        match all.len() {
            1 => all.remove(0),
            _ => join(all),
        }
    }

    fn maybe_not(&mut self, pair: Pair<'_, Rule>) -> Condition {
        let span = self.span(&pair);
        let mut negated = false;
        let mut condition = Condition::And(Vec::new());
        for pair in pair.into_inner() {
            match pair.as_rule() {
                Rule::kw_not => negated = !negated,
                Rule::group => {
                    if let Some(inner) = pair.into_inner().next() {
                        condition = self.condition(inner);
                    }
                }
                _ => condition = self.is(pair).unwrap_or(condition),
            }
        }
        if negated { Condition::Not(Box::new(condition), span) } else { condition }
    }

    fn is(&mut self, pair: Pair<'_, Rule>) -> Option<Condition> {
        let mut inner = pair.into_inner().filter(|pair| pair.as_rule() != Rule::equals);
        let fact = self.name(inner.next()?);
        let value = inner.next().map(|pair| self.name(pair));
        Some(Condition::Is { fact, value })
    }

    pub(super) fn clauses(&mut self, pair: Pair<'_, Rule>) -> Vec<Clause> {
        let inner: Vec<_> = pair.into_inner().collect();
        inner.into_iter().filter_map(|pair| self.clause(pair)).collect()
    }

    fn clause(&mut self, pair: Pair<'_, Rule>) -> Option<Clause> {
        let mut inner = pair.into_inner();
        let address = inner.next()?;
        let span = self.span(&address);
        let latin = address.as_str().replace('А', "A").replace('О', "O");
        if latin != address.as_str() {
            let finding = Finding::new(Code::LookAlikeLetter, span).arg("word", address.as_str());
            self.report(finding.arg("suggestion", latin.as_str()));
        }
        let says = inner.next().map(|says| self.says(says));
        Some(Clause { address: latin, span, says })
    }

    fn says(&mut self, pair: Pair<'_, Rule>) -> Vec<Part> {
        let mut parts = Vec::new();
        for pair in pair.into_inner() {
            match pair.as_rule() {
                Rule::part => parts.extend(self.part(pair)),
                Rule::no_paren => {
                    self.failed = true;
                    let at = self.span(&pair).start as usize;
                    let at = self.text[..at].trim_end().len();
                    let finding = Finding::new(Code::MissingValue, self.at(at..at)).arg("found", "none");
                    let expected = crate::diagnostics::Arg::Expected(vec!["expected-close-parenthesis"]);
                    self.report(finding.arg("expected", expected));
                }
                Rule::close_paren => {}
                _ => self.failed = true,
            }
        }
        parts
    }

    pub(super) fn hours(&mut self, pair: Pair<'_, Rule>) -> Option<Hours> {
        let mut hours = Hours { days: Vec::new(), times: None, span: self.span(&pair) };
        for pair in pair.into_inner() {
            match pair.as_rule() {
                Rule::times => hours.times = Some(self.times(pair)?),
                _ => hours.days.push(self.days(pair)?),
            }
        }
        Some(hours)
    }

    fn days(&mut self, pair: Pair<'_, Rule>) -> Option<(u8, u8)> {
        let (span, written) = (self.span(&pair), pair.as_str().trim_end().to_owned());
        let mut days = pair.into_inner().filter_map(|pair| weekday(pair.as_str()));
        let first = days.next()?;
        let last = days.next().unwrap_or(first);
        if first > last {
            return self.refuse(Finding::new(Code::BackwardRange, span).arg("range", written));
        }
        Some((first, last))
    }

    pub(super) fn times(&mut self, pair: Pair<'_, Rule>) -> Option<TimeRange> {
        let (span, written) = (self.span(&pair), pair.as_str().trim_end().to_owned());
        let times: Vec<_> = pair.into_inner().collect();
        let minutes: Option<Vec<u16>> = times.into_iter().map(|pair| self.time(&pair)).collect();
        let [from, to] = minutes?[..] else { return None };
        if from >= to {
            return self.refuse(Finding::new(Code::BackwardRange, span).arg("range", written));
        }
        Some(TimeRange { from, to, span })
    }

    fn time(&mut self, pair: &Pair<'_, Rule>) -> Option<u16> {
        let span = self.span(pair);
        minute_of_day(pair.as_str())
            .or_else(|| self.refuse(Finding::new(Code::NoSuchTime, span).arg("time", pair.as_str())))
    }

    pub(super) fn date(&mut self, pair: &Pair<'_, Rule>) -> Option<Date> {
        let span = self.span(pair);
        match iso(pair.as_str(), span) {
            Some(date) => Some(date),
            None => self.refuse(
                Finding::new(Code::NoSuchDate, span)
                    .arg("date", pair.as_str())
                    .arg("suggestion", turned(pair.as_str()).unwrap_or_else(|| "none".to_owned())),
            ),
        }
    }
}

/// `2016-11-29`, a day of a year with four digits.
fn iso(text: &str, span: Span) -> Option<Date> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    (text.len() == 10 && date.year() >= 1000).then_some(Date { date, span })
}

/// `29.11.2016`, as acts write a day, in the order of the language.
fn turned(text: &str) -> Option<String> {
    let date = NaiveDate::parse_from_str(text, "%d.%m.%Y").ok()?;
    (1000..=9999).contains(&date.year()).then(|| date.format("%Y-%m-%d").to_string())
}

/// `9:00` as minutes since midnight; 24:00 is the day's end.
fn minute_of_day(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    let whole = hours.checked_mul(60)?.checked_add(minutes)?;
    (minutes < 60 && whole <= 24 * 60).then_some(whole)
}

/// 1 = Monday, 7 = Sunday.
fn weekday(form: &str) -> Option<u8> {
    let keyword = Keyword::from_form(form)?;
    let number = (keyword as u8).checked_sub(Keyword::Monday as u8)? + 1;
    (number <= 7).then_some(number)
}

/// A text without its escapes: `\"` is a quote, `\\` a backslash; any other backslash stands for itself.
pub(super) fn unescaped(characters: &str) -> String {
    let mut text = String::with_capacity(characters.len());
    let mut rest = characters.chars().peekable();
    while let Some(character) = rest.next() {
        match (character, rest.peek()) {
            ('\\', Some(&next @ ('"' | '\\'))) => {
                text.push(next);
                rest.next();
            }
            _ => text.push(character),
        }
    }
    text.nfc().collect()
}
