//! What people read, in their language: sentences by id, findings, and values worded as that language writes them.

use super::baseline::Entry;
use super::texts::{Said, Texts, texts};
use super::{Arg, Code, Finding, Label, Severity};
use crate::time::{Day, Duration, Instant, Unit};
use crate::vocabulary::{Keyword, Language};
use chrono::Datelike;
use fluent_bundle::{FluentArgs, FluentValue};

/// Values for a sentence, by the name they have there.
pub type Args<'a> = &'a [(&'static str, Arg)];

/// Longer texts of the author are cut in a sentence.
const LONGEST_TEXT: usize = 160;

/// The texts in one language.
#[derive(Clone, Copy)]
pub struct Words {
    language: Language,
    texts: &'static Texts,
}

impl Words {
    pub fn new(language: Language) -> Words {
        Words { language, texts: texts(language) }
    }

    pub fn language(&self) -> Language {
        self.language
    }

    /// The sentence `id` of `texts/<room>/`. Where it is missing, the id itself: a test lets that never happen.
    pub fn say(&self, id: &str, args: Args) -> String {
        self.texts.general(id, &self.fluent(args)).text
    }

    /// The sentence `id` with one value that is shown whole, however long it is.
    pub(crate) fn say_whole(&self, id: &str, name: &'static str, value: String) -> String {
        self.texts.general(id, &FluentArgs::from_iter([(name, value)])).text
    }

    /// The sentence `id` with one value more that is shown whole, for documents in which a long name may not be cut.
    pub fn say_in_full(&self, id: &str, args: Args, name: &'static str, value: String) -> String {
        let mut args = self.fluent(args);
        args.set(name, value);
        self.texts.general(id, &args).text
    }

    /// What the finding says, without its places.
    pub fn message(&self, finding: &Finding) -> String {
        self.of(finding, "message").text
    }

    /// What is to be done.
    pub fn help(&self, finding: &Finding) -> String {
        self.of(finding, "help").text
    }

    /// What is said at one of the finding's places.
    pub fn label(&self, finding: &Finding, label: &Label) -> String {
        self.at(finding, label).text
    }

    /// What the code is about, in a line.
    pub fn title(&self, code: Code) -> String {
        self.texts.of_code(code, "title", &FluentArgs::new()).text
    }

    /// What the code means and why it matters: paragraphs with an empty line between them.
    pub fn page(&self, code: Code) -> String {
        self.texts.of_code(code, "page", &FluentArgs::new()).text
    }

    pub fn severity(&self, severity: Severity) -> String {
        let id = match severity {
            Severity::Error => "severity-error",
            Severity::Warning => "severity-warning",
            Severity::Note => "severity-note",
        };
        self.say(id, &[])
    }

    /// "known error".
    pub fn known(&self, severity: Severity) -> String {
        self.say("severity-known", &[("severity", self.severity(severity).into())])
    }

    /// That a finding of the baseline is found no longer.
    pub fn vanished(&self, entry: &Entry) -> String {
        let title = Code::ALL.iter().find(|code| code.name() == entry.code).map(|code| self.title(*code));
        let about = [entry.regulation.as_deref(), entry.channel.as_deref()];
        let about: Vec<&str> = about.into_iter().flatten().collect();
        let args = [
            ("code", entry.code.as_str().into()),
            ("title", title.unwrap_or_else(|| entry.message.clone()).into()),
            ("file", if entry.file.is_empty() { "none".into() } else { entry.file.as_str().into() }),
            ("about", if about.is_empty() { "none".into() } else { about.join(", ").into() }),
        ];
        self.say("baseline-vanished", &args)
    }

    /// What the texts lack to say this finding: a sentence that is missing, a value that it was not given.
    pub fn flaws(&self, finding: &Finding) -> Vec<String> {
        let labels = finding.labels.iter().map(|label| self.at(finding, label));
        let mut said: Vec<Said> = vec![self.of(finding, "message"), self.of(finding, "help")];
        said.extend(labels);
        said.into_iter().filter_map(|said| said.flaw).collect()
    }

    fn of(&self, finding: &Finding, id: &str) -> Said {
        self.texts.of_code(finding.code, id, &self.fluent(&finding.args))
    }

    fn at(&self, finding: &Finding, label: &Label) -> Said {
        let mut args = self.fluent(&finding.args);
        for (name, value) in &label.args {
            args.set(*name, self.value(value));
        }
        self.texts.of_code(finding.code, label.text, &args)
    }

    fn fluent(&self, args: Args) -> FluentArgs<'static> {
        args.iter().map(|(name, value)| (*name, self.value(value))).collect()
    }

    fn value(&self, value: &Arg) -> FluentValue<'static> {
        match value {
            Arg::Number(number) => FluentValue::from(*number),
            other => FluentValue::from(self.arg(other)),
        }
    }

    /// A value as it stands in a sentence.
    pub fn arg(&self, value: &Arg) -> String {
        match value {
            Arg::Text(text) => printable(text),
            Arg::Translated(texts) => {
                let said = texts.get(&self.language).or_else(|| texts.values().next());
                said.map_or_else(String::new, |text| printable(text))
            }
            Arg::Number(number) => number.to_string(),
            Arg::Duration(duration) => self.duration(*duration),
            Arg::Length(minutes) => self.minutes(*minutes),
            Arg::Durations(all) => {
                let each: Vec<String> = all.iter().map(|duration| self.duration(*duration)).collect();
                self.all_of(&each)
            }
            Arg::Day(day) => self.day(*day),
            Arg::Instant(instant) => self.instant(*instant),
            Arg::Keyword(keyword) => keyword.spelling(self.language).to_owned(),
            Arg::List(names) => {
                let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", printable(name))).collect();
                self.one_of(&quoted)
            }
            Arg::All(names) => {
                let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", printable(name))).collect();
                self.all_of(&quoted)
            }
            Arg::Events(names) => {
                let named = |name: &String| match Keyword::from_id(name) {
                    Some(keyword) => format!("`{}`", keyword.spelling(self.language)),
                    None => format!("`{}`", printable(name)),
                };
                self.one_of(&names.iter().map(named).collect::<Vec<_>>())
            }
            Arg::Expected(ids) => {
                let each: Vec<String> = ids.iter().map(|id| self.say(id, &[])).collect();
                self.one_of(&each)
            }
        }
    }

    /// "3 calendar days", "3 календарных дня", "күнтізбелік 3 күн".
    pub fn duration(&self, duration: Duration) -> String {
        let id = match duration.unit {
            Unit::Minute => "duration-minute",
            Unit::Hour => "duration-hour",
            Unit::WorkingDay => "duration-working-day",
            Unit::CalendarDay => "duration-calendar-day",
            Unit::Month => "duration-month",
            Unit::Year => "duration-year",
            Unit::SameDay => "duration-same-day",
            Unit::Day => "duration-day",
        };
        let said = match duration.unit {
            Unit::SameDay => self.say(id, &[]),
            _ => self.say(id, &[("count", Arg::Number(duration.quantity.into()))]),
        };
        match duration.first_day_counted {
            true => self.say("duration-first-day", &[("duration", Arg::Text(said))]),
            false => said,
        }
    }

    /// "28 November 2018", "28 ноября 2018 года", "2018 жылғы 28 қараша".
    pub fn day(&self, day: Day) -> String {
        let date = day.date();
        let args = [
            ("day", Arg::Number(date.day().into())),
            ("month", Arg::Number(date.month().into())),
            ("year", Arg::Text(date.year().to_string())),
        ];
        self.say("date", &args)
    }

    /// The day, and the time of day: "28 November 2018, 17:30".
    pub fn instant(&self, instant: Instant) -> String {
        let minute = instant.minute_of_day();
        let time = format!("{:02}:{:02}", minute / 60, minute % 60);
        self.say("instant", &[("date", Arg::Day(instant.day())), ("time", Arg::Text(time))])
    }

    /// A length of clock time: "2 days 3 h 15 min"; days of 24 hours.
    pub fn minutes(&self, minutes: u64) -> String {
        self.span(&[("span-days", minutes / 1440), ("span-hours", minutes / 60 % 24), ("span-minutes", minutes % 60)])
    }

    /// A length of work: "2 h 15 min"; hours are not put together into days.
    pub fn minutes_of_work(&self, minutes: u64) -> String {
        self.span(&[("span-hours", minutes / 60), ("span-minutes", minutes % 60)])
    }

    /// The parts that are not nothing; of nothing the last.
    fn span(&self, parts: &[(&str, u64)]) -> String {
        let nothing = parts.iter().all(|(_, count)| *count == 0);
        let told = parts.iter().filter(|(id, count)| *count > 0 || (nothing && *id == "span-minutes"));
        let said: Vec<String> =
            told.map(|(id, count)| self.say(id, &[("count", Arg::Number(*count as i64))])).collect();
        said.join(" ")
    }

    /// "a, b or c".
    pub fn one_of(&self, items: &[String]) -> String {
        self.list(items, "list-or")
    }

    /// "a, b and c".
    pub fn all_of(&self, items: &[String]) -> String {
        self.list(items, "list-and")
    }

    fn list(&self, items: &[String], id: &str) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                // Not as `Arg::Text`, which would cut a long list.
                let mut args = FluentArgs::new();
                args.set("first", first.join(", "));
                args.set("last", last.clone());
                self.texts.general(id, &args).text
            }
        }
    }
}

/// The author's text as it can stand in one line of a terminal: nothing invisible, nothing endless.
fn printable(text: &str) -> String {
    let mut shown: String = text.chars().take(LONGEST_TEXT).map(visible).collect();
    if text.chars().nth(LONGEST_TEXT).is_some() {
        shown.push('…');
    }
    shown
}

/// A character that moves the cursor, turns the direction of writing or has no width is shown as one that stands still.
/// Combining marks stay: they belong to their letter.
pub(super) fn visible(c: char) -> char {
    let turns_or_hides = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    );
    if c.is_control() || turns_or_hides { char::REPLACEMENT_CHARACTER } else { c }
}
