//! Rules that were loaded: the artifact, its calendars, and what is laid over them, made when it is first asked for.

use super::way::Way;
use super::{Case, Filing, Record, Refusal};
use crate::artifact::{self, Artifact, LoadError, Sizes};
use crate::time::{Calendar, Day, DayStatus, Opening, Readings, Timetable, Weekend, WeeklyHours, Words};
use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

/// Rules that cases are opened on. A copy shares everything with the original.
#[derive(Clone, Debug)]
pub struct Rules {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    artifact: Artifact,
    calendars: Vec<Calendar>,
    hours: Vec<WeeklyHours>,
    readings: Vec<Readings>,
    /// The places of the regulations of one id.
    versions: HashMap<String, Vec<usize>>,
    tables: RwLock<HashMap<Laid, Arc<Timetable>>>,
    /// Of each regulation and each of its channels.
    ways: Vec<Vec<OnceLock<Arc<Way>>>>,
}

/// Which hours, over which calendar, and how.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Laid {
    calendar: u32,
    schedule: u32,
    /// Working days are those of the national calendar.
    national: bool,
    moved_days: bool,
}

impl Rules {
    /// Reads canonical JSON or the binary form, from whomever it comes.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn load(bytes: &[u8]) -> Result<Rules, LoadError> {
        Artifact::load(bytes).map(Rules::of)
    }

    /// The same within other sizes.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn load_within(bytes: &[u8], sizes: &Sizes) -> Result<Rules, LoadError> {
        Artifact::load_within(bytes, sizes).map(Rules::of)
    }

    /// Rules that were compiled or loaded just now. Invariant: the artifact's references were checked.
    pub fn of(artifact: Artifact) -> Rules {
        let mut versions: HashMap<String, Vec<usize>> = HashMap::new();
        for (place, regulation) in artifact.regulations.iter().enumerate() {
            versions.entry(regulation.id.clone()).or_default().push(place);
        }
        let unmade = |it: &artifact::Regulation| it.channels.iter().map(|_| OnceLock::new()).collect();
        let inner = Inner {
            calendars: artifact.calendars.iter().map(|it| calendar(it, &artifact)).collect(),
            hours: artifact.schedules.iter().map(hours).collect(),
            readings: artifact.readings.iter().map(readings).collect(),
            versions,
            tables: RwLock::default(),
            ways: artifact.regulations.iter().map(unmade).collect(),
            artifact,
        };
        Rules { inner: Arc::new(inner) }
    }

    pub fn artifact(&self) -> &Artifact {
        &self.inner.artifact
    }

    /// Opens a case.
    ///
    /// # Errors
    /// Why there is no such case.
    pub fn open(&self, filing: Filing) -> Result<Case, Refusal> {
        Case::open(self, filing)
    }

    /// Opens a case again from what was kept of it.
    ///
    /// # Errors
    /// The first thing that these rules do not allow.
    pub fn replay(&self, record: Record) -> Result<Case, Refusal> {
        let mut case = self.open(record.filing)?;
        record.events.into_iter().try_for_each(|event| case.apply(event))?;
        Ok(case)
    }

    /// The version that a filing falls under, by its place.
    pub(super) fn version(&self, id: &str, day: Day) -> Result<usize, Refusal> {
        let unknown = || Refusal::UnknownRegulation { regulation: id.to_owned() };
        let versions = self.inner.versions.get(id).ok_or_else(unknown)?;
        let taking = versions.iter().rev().find(|at| self.inner.artifact.regulations[**at].is_for(day));
        taking.copied().ok_or_else(|| Refusal::NoVersion { regulation: id.to_owned(), day })
    }

    /// One channel, ready for cases.
    pub(super) fn way(&self, regulation: usize, channel: usize) -> Arc<Way> {
        self.inner.ways[regulation][channel].get_or_init(|| Arc::new(Way::new(self, regulation, channel))).clone()
    }

    pub(super) fn calendar(&self, ix: u32) -> &Calendar {
        &self.inner.calendars[ix as usize]
    }

    pub(super) fn readings(&self, ix: u32) -> &Readings {
        &self.inner.readings[ix as usize]
    }

    /// The days and minutes of a schedule, as a step counts them or, `national`, as a term does.
    pub(super) fn table(&self, calendar: u32, schedule: u32, national: bool, readings: &Readings) -> Arc<Timetable> {
        let key = Laid { calendar, schedule, national, moved_days: readings.moved_days };
        if let Some(known) = self.inner.tables.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return known.clone();
        }
        let (hours, days) = (&self.inner.hours[schedule as usize], self.calendar(calendar));
        let made = Arc::new(match national {
            true => Timetable::for_term(hours, days, readings),
            false => Timetable::new(hours, days, readings),
        });
        self.inner.tables.write().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(made).clone()
    }
}

fn readings(said: &std::collections::BTreeMap<String, String>) -> Readings {
    let mut readings = Readings::default();
    for (name, value) in said {
        readings.set(name, value);
    }
    readings
}

fn hours(schedule: &artifact::Schedule) -> WeeklyHours {
    let opening = |it: &artifact::Opening| Opening {
        days: std::array::from_fn(|day| it.days.contains(&(day as u8 + 1))),
        from: it.from,
        until: it.until,
        breaks: it.breaks.clone(),
        since: it.since.map(Day::date),
        last: it.last.map(Day::date),
    };
    WeeklyHours {
        work: schedule.work.iter().map(opening).collect(),
        acceptance: schedule.acceptance.iter().map(opening).collect(),
    }
}

fn calendar(said: &artifact::Calendar, artifact: &Artifact) -> Calendar {
    let all: Vec<Arc<Words>> = artifact.texts.iter().map(|text| Arc::new(words(text))).collect();
    let nothing = Arc::new(words(&std::collections::BTreeMap::new()));
    let text = |ix: Option<u32>| ix.and_then(|ix| all.get(ix as usize)).cloned();
    let weekend = Weekend {
        days: std::array::from_fn(|day| said.weekend.contains(&(day as u8 + 1))),
        name: text(said.weekend_name).unwrap_or_else(|| nothing.clone()),
        source: text(said.weekend_source).unwrap_or_else(|| nothing.clone()),
    };
    let years: Vec<(i32, bool)> = said.years.iter().map(|year| (year.year, year.projected)).collect();
    let special = said.years.iter().flat_map(|year| year.days.iter().map(move |day| (year, day)));
    let status = |(year, day): (&artifact::Year, &artifact::CalendarDay)| {
        let status = DayStatus {
            working: day.working,
            kind: day.kind,
            name: text(day.name),
            source: text(day.source).unwrap_or_else(|| nothing.clone()),
            known_since: None,
            projected: year.projected,
            replaces: day.other.filter(|_| day.working),
            because_of: day.other.filter(|_| !day.working),
        };
        (day.date, status)
    };
    Calendar::of_days(&said.id, weekend, &years, special.map(status).collect::<Vec<_>>())
}

/// A text in the three languages, each filled up from another where it is missing.
fn words(text: &std::collections::BTreeMap<String, String>) -> Words {
    let any = || text.get("und").or_else(|| text.values().next()).cloned().unwrap_or_default();
    let said = |tag: &str| text.get(tag).cloned().unwrap_or_else(any);
    Words { kk: said("kk"), ru: said("ru"), en: said("en") }
}
