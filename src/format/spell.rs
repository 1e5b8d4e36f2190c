//! One part in its canonical spelling. Texts, names and addresses are copied from the author's text.

use crate::ast::{Clause, Condition, Limit, Name, Part, Text, TimeRange, Value};
use crate::source::Span;
use crate::time::Unit;
use crate::vocabulary::{Keyword, Language, Vocabulary, settings};

pub(super) struct Speller<'a> {
    text: &'a str,
    /// `None`: the words of the text belong to several vocabularies alike, and stay.
    vocabulary: Option<Vocabulary>,
}

impl<'a> Speller<'a> {
    pub fn new(text: &'a str, vocabulary: Option<Vocabulary>) -> Speller<'a> {
        Speller { text, vocabulary }
    }

    fn slice(&self, span: Span) -> &'a str {
        &self.text[span.start as usize..span.end as usize]
    }

    fn word(&self, keyword: Keyword, span: Span) -> String {
        self.vocabulary.map_or_else(|| self.slice(span), |vocabulary| keyword.spelling(vocabulary)).to_owned()
    }

    /// A word that the text need not have in this place: in English where no vocabulary is known.
    fn other(&self, keyword: Keyword) -> &'static str {
        keyword.spelling(self.vocabulary.unwrap_or(Language::En))
    }

    /// The part with its channels.
    pub fn part(&self, part: &Part) -> String {
        let via = self.via(part);
        if via.is_empty() { self.bare(part) } else { format!("{} {via}", self.bare(part)) }
    }

    /// `via office, portal`, or nothing.
    pub fn via(&self, part: &Part) -> String {
        if part.via.is_empty() {
            String::new()
        } else {
            format!("{} {}", self.other(Keyword::Via), self.names(&part.via))
        }
    }

    /// The part without its channels.
    pub fn bare(&self, part: &Part) -> String {
        let keyword = part.keyword.map(|(keyword, span)| self.word(keyword, span));
        let value = self.value(&part.value);
        match (keyword, value.is_empty()) {
            (Some(keyword), true) => keyword,
            (Some(keyword), false) => format!("{keyword} {value}"),
            (None, _) => value,
        }
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::None => String::new(),
            Value::Name(name) => self.name(name),
            Value::Names(names) => self.names(names),
            Value::Arrow(name) => format!("-> {}", self.name(name)),
            Value::Text(text) => self.texts(text),
            Value::Limits(limits) => {
                let each: Vec<String> = limits.iter().map(|limit| self.limit(limit)).collect();
                each.join(&format!(" {} ", self.other(Keyword::And)))
            }
            Value::Events(names) => {
                let each: Vec<String> = names.iter().map(|name| self.name(name)).collect();
                each.join(&format!(" {} ", self.other(Keyword::Or)))
            }
            Value::Condition(condition) => self.condition(condition),
            Value::Clauses(clauses) => {
                let each: Vec<String> = clauses.iter().map(|clause| self.clause(clause)).collect();
                each.join(", ")
            }
            Value::Date(date) => date.date.to_string(),
            Value::Hours(hours) => {
                let days: Vec<String> = hours.days.iter().map(|days| self.days(*days)).collect();
                let times = hours.times.map(|times| format!(" {}", clock(times))).unwrap_or_default();
                days.join(", ") + &times
            }
            Value::Times(times) => clock(*times),
            Value::Number(number) => number.to_string(),
            Value::Setting(name, chosen) => format!("{} = {}", self.setting(name), self.setting(chosen)),
            Value::Code(name) => self.slice(name.span).to_owned(),
        }
    }

    fn name(&self, name: &Name) -> String {
        match name.keyword {
            Some(keyword) => self.word(keyword, name.span),
            None => self.slice(name.span).to_owned(),
        }
    }

    fn names(&self, names: &[Name]) -> String {
        let each: Vec<String> = names.iter().map(|name| self.name(name)).collect();
        each.join(", ")
    }

    /// Two spaces part the languages: the eye finds its own.
    fn texts(&self, text: &Text) -> String {
        let one = |(language, _, span): &(Option<Language>, String, Span)| match language {
            Some(language) => format!("{} {}", language.tag(), self.slice(*span)),
            None => self.slice(*span).to_owned(),
        };
        text.strings.iter().map(one).collect::<Vec<_>>().join("  ")
    }

    fn setting(&self, name: &Name) -> String {
        let spelled = self.vocabulary.and_then(|vocabulary| settings::spelled(&name.text, vocabulary));
        spelled.unwrap_or_else(|| self.slice(name.span)).to_owned()
    }

    fn days(&self, (first, last): (u8, u8)) -> String {
        let day = |number: u8| self.other(Keyword::ALL[Keyword::Monday as usize + usize::from(number) - 1]);
        if first == last { day(first).to_owned() } else { format!("{}-{}", day(first), day(last)) }
    }

    fn clause(&self, clause: &Clause) -> String {
        let address = self.slice(clause.span);
        match &clause.says {
            None => address.to_owned(),
            Some(parts) => {
                let each: Vec<String> = parts.iter().map(|part| self.part(part)).collect();
                format!("{address} ({})", each.join(" "))
            }
        }
    }

    fn limit(&self, limit: &Limit) -> String {
        let mut text = match self.vocabulary {
            Some(vocabulary) => self.amount(limit, vocabulary),
            None => return self.slice(limit.span).split_whitespace().collect::<Vec<_>>().join(" "),
        };
        if limit.duration.first_day_counted {
            text += &format!(" {}", self.other(Keyword::FirstDayCounted));
        }
        if limit.before_term {
            text += &format!(" {}", self.other(Keyword::BeforeTerm));
        }
        text
    }

    /// `15 (fifteen) minutes`, inflected as the number wants it.
    fn amount(&self, limit: &Limit, vocabulary: Vocabulary) -> String {
        let quantity = limit.duration.quantity;
        let words = limit.words.map(|words| format!(" {}", self.slice(words))).unwrap_or_default();
        let number = format!("{quantity}{words}");
        let form = |keyword| inflected(keyword, quantity, vocabulary);
        match limit.duration.unit {
            Unit::SameDay if vocabulary == Language::Kk => "сол күні".to_owned(),
            Unit::SameDay => format!("{} {}", Keyword::Same.spelling(vocabulary), Keyword::Day.spelling(vocabulary)),
            Unit::Minute => format!("{number} {}", form(Keyword::Minute)),
            Unit::Hour => format!("{number} {}", form(Keyword::Hour)),
            Unit::Month => format!("{number} {}", form(Keyword::Month)),
            Unit::Year => format!("{number} {}", form(Keyword::Year)),
            Unit::Day => format!("{number} {}", form(Keyword::Day)),
            Unit::WorkingDay if vocabulary == Language::Kk => format!("{number} жұмыс күні"),
            Unit::WorkingDay => format!("{number} {} {}", form(Keyword::Working), form(Keyword::Day)),
            Unit::CalendarDay if vocabulary == Language::Kk => format!("күнтізбелік {number} күн"),
            Unit::CalendarDay => format!("{number} {} {}", form(Keyword::Calendar), form(Keyword::Day)),
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        match condition {
            Condition::Is { fact, value: None } => self.name(fact),
            Condition::Is { fact, value: Some(value) } => format!("{} = {}", self.name(fact), self.name(value)),
            // Kazakh denies behind what is denied.
            Condition::Not(inner, _) if self.vocabulary == Some(Language::Kk) => {
                format!("{} {}", self.grouped(inner), self.other(Keyword::Not))
            }
            Condition::Not(inner, _) => format!("{} {}", self.other(Keyword::Not), self.grouped(inner)),
            Condition::And(all) => self.joined(all, Keyword::And),
            Condition::Or(all) => {
                let each: Vec<String> = all
                    .iter()
                    .map(|one| if matches!(one, Condition::Or(_)) { self.grouped(one) } else { self.condition(one) })
                    .collect();
                each.join(&format!(" {} ", self.other(Keyword::Or)))
            }
        }
    }

    fn joined(&self, all: &[Condition], by: Keyword) -> String {
        let plain = |one: &Condition| matches!(one, Condition::Is { .. } | Condition::Not(..));
        let each: Vec<String> =
            all.iter().map(|one| if plain(one) { self.condition(one) } else { self.grouped(one) }).collect();
        each.join(&format!(" {} ", self.other(by)))
    }

    fn grouped(&self, condition: &Condition) -> String {
        match condition {
            Condition::Is { .. } => self.condition(condition),
            _ => format!("({})", self.condition(condition)),
        }
    }
}

/// `9:00-18:30`
fn clock(times: TimeRange) -> String {
    let time = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    format!("{}-{}", time(times.from), time(times.to))
}

/// The form of a unit behind a number. Kazakh nouns stay as they are.
fn inflected(keyword: Keyword, quantity: u32, vocabulary: Vocabulary) -> &'static str {
    let [one, few, many] = match (vocabulary, keyword) {
        (Language::En, Keyword::Minute) => ["minute", "minutes", "minutes"],
        (Language::En, Keyword::Hour) => ["hour", "hours", "hours"],
        (Language::En, Keyword::Day) => ["day", "days", "days"],
        (Language::En, Keyword::Month) => ["month", "months", "months"],
        (Language::En, Keyword::Year) => ["year", "years", "years"],
        (Language::Ru, Keyword::Minute) => ["минута", "минуты", "минут"],
        (Language::Ru, Keyword::Hour) => ["час", "часа", "часов"],
        (Language::Ru, Keyword::Day) => ["день", "дня", "дней"],
        (Language::Ru, Keyword::Month) => ["месяц", "месяца", "месяцев"],
        (Language::Ru, Keyword::Year) => ["год", "года", "лет"],
        (Language::Ru, Keyword::Working) => ["рабочий", "рабочих", "рабочих"],
        (Language::Ru, Keyword::Calendar) => ["календарный", "календарных", "календарных"],
        _ => [keyword.spelling(vocabulary); 3],
    };
    match (vocabulary, quantity % 10, quantity % 100) {
        (Language::En, ..) => {
            if quantity == 1 {
                one
            } else {
                many
            }
        }
        (_, 1, rest) if rest != 11 => one,
        (_, 2..=4, rest) if !(12..=14).contains(&rest) => few,
        _ => many,
    }
}
