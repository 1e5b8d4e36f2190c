//! Values: limits, conditions, clauses, dates and hours.

use super::grammar::Rule;
use super::tree::Reader;
use crate::ast::{Clause, Condition, Date, Hours, Limit, TimeRange};
use crate::time::{Duration, Unit};
use crate::vocabulary::Keyword;
use chrono::NaiveDate;
use pest::iterators::Pair;
use unicode_normalization::UnicodeNormalization;

impl Reader {
    pub(super) fn limits(&mut self, pair: Pair<'_, Rule>) -> Vec<Limit> {
        let inner = pair.into_inner().filter(|pair| pair.as_rule() == Rule::limit);
        inner.collect::<Vec<_>>().into_iter().filter_map(|pair| self.limit(pair)).collect()
    }

    fn limit(&mut self, pair: Pair<'_, Rule>) -> Option<Limit> {
        let span = self.span(&pair);
        let mut duration = Duration::SAME_DAY;
        let (mut before_term, mut words, mut kind) = (false, None, None);
        for pair in pair.into_inner() {
            match pair.as_rule() {
                Rule::number => duration.quantity = pair.as_str().parse().ok()?,
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

    pub(super) fn condition(&mut self, pair: Pair<'_, Rule>) -> Condition {
        self.joined(pair, Rule::both, Condition::Or, |reader, both| {
            reader.joined(both, Rule::maybe_not, Condition::And, Reader::maybe_not)
        })
    }

    /// One or several of `rule`; one stands for itself.
    fn joined(
        &mut self,
        pair: Pair<'_, Rule>,
        rule: Rule,
        join: fn(Vec<Condition>) -> Condition,
        read: fn(&mut Reader, Pair<'_, Rule>) -> Condition,
    ) -> Condition {
        let inner: Vec<_> = pair.into_inner().filter(|pair| pair.as_rule() == rule).collect();
        let mut read: Vec<Condition> = inner.into_iter().map(|pair| read(self, pair)).collect();
        match (read.len(), read.pop()) {
            (1, Some(only)) => only,
            (_, Some(last)) => {
                read.push(last);
                join(read)
            }
            (_, None) => join(read),
        }
    }

    fn maybe_not(&mut self, pair: Pair<'_, Rule>) -> Condition {
        let span = self.span(&pair);
        let mut negated = false;
        let mut condition = Condition::And(Vec::new());
        for pair in pair.into_inner() {
            match pair.as_rule() {
                Rule::kw_not => negated = true,
                Rule::group => {
                    if let Some(inner) = pair.into_inner().next() {
                        condition = self.condition(inner);
                    }
                }
                _ => {
                    let inner = pair.into_inner().filter(|pair| pair.as_rule() != Rule::equals);
                    let mut names = inner.map(|pair| self.name(pair)).collect::<Vec<_>>().into_iter();
                    if let Some(fact) = names.next() {
                        condition = Condition::Is { fact, value: names.next() };
                    }
                }
            }
        }
        if negated { Condition::Not(Box::new(condition), span) } else { condition }
    }

    pub(super) fn clauses(&mut self, pair: Pair<'_, Rule>) -> Vec<Clause> {
        let inner: Vec<_> = pair.into_inner().collect();
        inner.into_iter().filter_map(|pair| self.clause(pair)).collect()
    }

    fn clause(&mut self, pair: Pair<'_, Rule>) -> Option<Clause> {
        let mut inner = pair.into_inner();
        let address = inner.next()?;
        let span = self.span(&address);
        let says = inner.next().map(|says| {
            let parts: Vec<_> = says.into_inner().filter(|pair| pair.as_rule() == Rule::part).collect();
            parts.into_iter().filter_map(|pair| self.part(pair)).collect()
        });
        Some(Clause { address: latin(address.as_str()), span, says })
    }

    pub(super) fn hours(&mut self, pair: Pair<'_, Rule>) -> Option<Hours> {
        let mut hours = Hours { days: Vec::new(), times: None, span: self.span(&pair) };
        for pair in pair.into_inner() {
            if pair.as_rule() == Rule::times {
                hours.times = Some(self.times(pair)?);
                continue;
            }
            let mut days = pair.into_inner().filter_map(|pair| weekday(pair.as_str()));
            let first = days.next()?;
            hours.days.push((first, days.next().unwrap_or(first)));
        }
        Some(hours)
    }

    pub(super) fn times(&mut self, pair: Pair<'_, Rule>) -> Option<TimeRange> {
        let span = self.span(&pair);
        let mut minutes = pair.into_inner().map(|pair| minute_of_day(pair.as_str()));
        Some(TimeRange { from: minutes.next()??, to: minutes.next()??, span })
    }
}

pub(super) fn date(reader: &mut Reader, pair: &Pair<'_, Rule>) -> Option<Date> {
    let mut numbers = pair.as_str().split('-').map(str::parse);
    let (year, month, day) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some(Date { date, span: reader.span(pair) })
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

/// An address with the Latin letters of `A2.3` and `O5`, whichever were typed.
fn latin(address: &str) -> String {
    address.replace('А', "A").replace('О', "O")
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
