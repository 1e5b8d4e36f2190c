//! Reads a calendar's rows from TOML, and lays a project's own rows over a calendar.
//!
//! What is wrong is returned with its place in the text, so that whoever knows the file can show it.

use super::open::Open;
use super::{Calendar, Row, RowKind, Weekend, Words, Year};
use crate::time::Day;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use toml::{Spanned, value::Datetime};

/// Something wrong in the text of a calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CalendarError {
    /// Bytes of the text.
    pub at: Range<usize>,
    pub problem: CalendarProblem,
}

/// What is wrong with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CalendarProblem {
    /// The text is not TOML, or not in the shape of a calendar; in the words of the TOML reader.
    Syntax(String),
    /// It has no years, or no weekend, and is not laid over a calendar that has.
    Incomplete,
    NoSuchDate,
    /// The row stands in another year's list.
    NotInYear {
        day: Day,
        year: i32,
    },
    DayTwice(Day),
    YearTwice(i32),
    /// The years would not follow one another.
    Gap {
        missing: i32,
    },
    /// A year before 1900 or after 2200.
    YearTooFar(i32),
    /// A moved day without the day that is worked instead.
    WorkedMissing(Day),
    /// A substituted day without the holiday it stands for.
    HolidayMissing(Day),
    /// A holiday without a name.
    NameMissing(Day),
    /// Other days for a row that is not a holiday, or that may not come at all.
    NotOneOfSeveral,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    id: Option<String>,
    weekend: Option<FileWeekend>,
    #[serde(default)]
    names: BTreeMap<String, FileWords>,
    #[serde(default)]
    sources: BTreeMap<String, FileWords>,
    #[serde(default)]
    year: Vec<FileYear>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FileWeekend {
    /// 1 = Monday, 7 = Sunday.
    days: Vec<u8>,
    name: FileWords,
    source: FileWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FileYear {
    year: Spanned<i32>,
    #[serde(default)]
    projected: bool,
    /// Forget what the calendar beneath says of this year.
    #[serde(default)]
    replaces: bool,
    #[serde(default)]
    rows: Vec<Spanned<FileRow>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FileRow {
    date: Spanned<Datetime>,
    kind: FileKind,
    name: Option<FileWords>,
    of: Option<Spanned<Datetime>>,
    worked: Option<Spanned<Datetime>>,
    source: FileWords,
    known_since: Spanned<Datetime>,
    withdrawn: Option<Spanned<Datetime>>,
    /// The other days on which a holiday may fall.
    #[serde(default)]
    or: Vec<Spanned<Datetime>>,
    /// It may become law, and has not yet.
    #[serde(default)]
    maybe: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FileKind {
    Holiday,
    Substituted,
    Moved,
    Working,
}

/// A name of the tables `names` or `sources`, else a text in all languages; or one text a language.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
enum FileWords {
    One(String),
    Each { kk: String, ru: String, en: String },
}

impl Calendar {
    /// Reads a whole calendar.
    ///
    /// # Errors
    /// Everything that is wrong with the text, in its order.
    pub fn load(text: &str) -> Result<Calendar, Vec<CalendarError>> {
        let file = read(text)?;
        let whole = 0..text.len();
        let Some(weekend) = file.weekend.as_ref() else { return Err(one(whole, CalendarProblem::Incomplete)) };
        let mut days = [false; 7];
        for &day in &weekend.days {
            match days.get_mut(usize::from(day).wrapping_sub(1)) {
                Some(place) => *place = true,
                None => return Err(one(whole, CalendarProblem::Incomplete)),
            }
        }
        let empty = Calendar {
            id: file.id.clone().unwrap_or_default(),
            weekend: Weekend { days, name: weekend.name.plain(), source: weekend.source.look_up(&file.sources) },
            years: BTreeMap::new(),
            rows: Vec::new(),
            known_on: None,
            first: Day(0),
            days: Vec::new(),
        };
        empty.lay_file(file, whole)
    }

    /// Lays a project's own rows over this calendar: a row takes the place of whatever rows spoke of its days, a year
    /// that is not listed yet is added, and a year with `replaces = true` forgets what was said of it.
    ///
    /// # Errors
    /// Everything that is wrong with the text, in its order.
    pub fn with_rows(&self, text: &str) -> Result<Calendar, Vec<CalendarError>> {
        let file = read(text)?;
        self.clone().lay_file(file, 0..text.len())
    }

    fn lay_file(mut self, file: File, whole: Range<usize>) -> Result<Calendar, Vec<CalendarError>> {
        let mut errors = Vec::new();
        let mut listed = BTreeMap::new();
        let mut own: Vec<Row> = Vec::new();
        for year in &file.year {
            let number = *year.year.get_ref();
            if let Some(problem) = year_problem(number, &listed) {
                errors.push(CalendarError { at: year.year.span(), problem });
                continue;
            }
            listed.insert(number, Year { projected: year.projected });
            if year.replaces {
                self.rows.retain(|row| super::year_of(row.day.0.into()) != i64::from(number));
            }
            for row in &year.rows {
                match file.row(row.get_ref(), number) {
                    Ok(new) if own.iter().any(|old| clash(old, &new)) => {
                        errors.push(CalendarError { at: row.span(), problem: CalendarProblem::DayTwice(new.day) });
                    }
                    Ok(new) => own.push(new),
                    Err((at, problem)) => errors.push(CalendarError { at: at.unwrap_or(row.span()), problem }),
                }
            }
        }
        self.years.append(&mut listed);
        errors.extend(self.gap().map(|problem| CalendarError { at: whole, problem }));
        if !errors.is_empty() {
            return Err(errors);
        }
        self.rows.retain(|old| !own.iter().any(|new| takes_the_place(new, old)));
        self.rows.append(&mut own);
        self.lay();
        Ok(self)
    }

    fn gap(&self) -> Option<CalendarProblem> {
        let (first, last) = self.years();
        if self.years.is_empty() {
            return Some(CalendarProblem::Incomplete);
        }
        (first..=last).find(|year| !self.years.contains_key(year)).map(|missing| CalendarProblem::Gap { missing })
    }
}

/// Two rows of one text may not speak of one day, except that a day can be taken back and that a decree may have a
/// substituted day worked.
fn clash(old: &Row, new: &Row) -> bool {
    let same_layer = std::mem::discriminant(&old.kind) == std::mem::discriminant(&new.kind);
    let holds = |row: &Row| row.withdrawn.is_none() && row.open != Some(Open::Maybe);
    let both_hold = holds(old) && holds(new);
    same_layer && both_hold && (old.speaks_of(new.day) || new.speaks_of(old.day))
}

/// What may never become law leaves alone what holds until then.
fn takes_the_place(new: &Row, old: &Row) -> bool {
    let worked = match new.kind {
        RowKind::Moved { worked } => old.day == worked && matches!(old.kind, RowKind::Moved { .. } | RowKind::Working),
        _ => false,
    };
    new.open != Some(Open::Maybe) && (old.speaks_of(new.day) || worked)
}

fn year_problem(year: i32, listed: &BTreeMap<i32, Year>) -> Option<CalendarProblem> {
    match year {
        1900..=2200 if listed.contains_key(&year) => Some(CalendarProblem::YearTwice(year)),
        1900..=2200 => None,
        _ => Some(CalendarProblem::YearTooFar(year)),
    }
}

/// A problem, with a nearer place than the row where there is one.
type RowProblem = (Option<Range<usize>>, CalendarProblem);

impl File {
    fn row(&self, row: &FileRow, year: i32) -> Result<Row, RowProblem> {
        let day = Day::from_date(date(&row.date)?);
        if super::year_of(day.0.into()) != i64::from(year) {
            return Err((Some(row.date.span()), CalendarProblem::NotInYear { day, year }));
        }
        let other = |place: &Option<Spanned<Datetime>>, missing: CalendarProblem| match place {
            Some(place) => date(place).map(Day::from_date),
            None => Err((None, missing)),
        };
        let kind = match row.kind {
            FileKind::Holiday if row.name.is_none() => return Err((None, CalendarProblem::NameMissing(day))),
            FileKind::Holiday => RowKind::Holiday,
            FileKind::Working => RowKind::Working,
            FileKind::Substituted => RowKind::Substituted { of: other(&row.of, CalendarProblem::HolidayMissing(day))? },
            FileKind::Moved => RowKind::Moved { worked: other(&row.worked, CalendarProblem::WorkedMissing(day))? },
        };
        Ok(Row {
            day,
            kind,
            name: row.name.as_ref().map(|name| name.look_up(&self.names)),
            source: row.source.look_up(&self.sources),
            known_since: date(&row.known_since)?,
            withdrawn: row.withdrawn.as_ref().map(date).transpose()?,
            open: open(row)?,
        })
    }
}

fn open(row: &FileRow) -> Result<Option<Open>, RowProblem> {
    let other = |place: &Spanned<Datetime>| match row.kind {
        FileKind::Holiday if !row.maybe => date(place).map(Day::from_date),
        _ => Err((Some(place.span()), CalendarProblem::NotOneOfSeveral)),
    };
    let days = row.or.iter().map(other).collect::<Result<Vec<_>, _>>()?;
    Ok(match days.is_empty() {
        true => row.maybe.then_some(Open::Maybe),
        false => Some(Open::Or(days)),
    })
}

impl FileWords {
    fn plain(&self) -> Arc<Words> {
        Arc::new(match self {
            FileWords::One(text) => Words { kk: text.clone(), ru: text.clone(), en: text.clone() },
            FileWords::Each { kk, ru, en } => Words { kk: kk.clone(), ru: ru.clone(), en: en.clone() },
        })
    }

    fn look_up(&self, table: &BTreeMap<String, FileWords>) -> Arc<Words> {
        match self {
            FileWords::One(name) => table.get(name).unwrap_or(self).plain(),
            FileWords::Each { .. } => self.plain(),
        }
    }
}

fn read(text: &str) -> Result<File, Vec<CalendarError>> {
    toml::from_str(text).map_err(|error| {
        let at = error.span().unwrap_or(0..text.len());
        one(at, CalendarProblem::Syntax(error.message().to_owned()))
    })
}

fn one(at: Range<usize>, problem: CalendarProblem) -> Vec<CalendarError> {
    vec![CalendarError { at, problem }]
}

fn date(value: &Spanned<Datetime>) -> Result<NaiveDate, RowProblem> {
    let read = value.get_ref().date.filter(|_| value.get_ref().time.is_none());
    read.and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()))
        .ok_or((Some(value.span()), CalendarProblem::NoSuchDate))
}
