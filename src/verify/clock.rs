//! The time of one channel under one reading: whose hours count what, and every limit as a curve over the calendar.

use super::cases::Case;
use crate::model::{ActorId, Channel, Model, OrganisationId, Regulation, ScheduleId};
use crate::time::curve::{Curve, NEVER, Piece};
use crate::time::{Calendar, Duration, Instant, LimitFn, OutOfCalendar, Readings, Timetable, WeeklyHours};
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, PoisonError, RwLock};

/// Timetables and limits laid over one calendar: made once for all that is proved over it, whatever the model.
///
/// Invariant: it is used with one calendar only.
#[derive(Default)]
pub struct Laid {
    tables: Shared<(Hours, Readings), Timetable>,
    curves: Shared<(Hours, Readings, Kind), Curve>,
}

impl Laid {
    /// How many limits are laid out: each is some tens of kilobytes.
    pub fn len(&self) -> usize {
        self.curves.0.read().unwrap_or_else(PoisonError::into_inner).len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What all proofs of one model over one calendar share.
pub struct Shelf<'a> {
    pub model: &'a Model,
    pub calendar: &'a Calendar,
    laid: Arc<Laid>,
    /// The hours of each schedule of the model.
    hours: Vec<Arc<WeeklyHours>>,
}

/// Whose hours, and how they are laid over the calendar; without hours, the national ones.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Hours {
    Own(Option<Arc<WeeklyHours>>),
    Term(Option<Arc<WeeklyHours>>),
}

/// Made once, and read by many.
struct Shared<K, V>(RwLock<HashMap<K, Arc<V>>>);

impl<K: Eq + Hash, V> Shared<K, V> {
    /// What is kept under `key`; made where it is not there yet. Two that ask at once may both make it; one is kept.
    fn get(&self, key: K, make: impl FnOnce(&K) -> V) -> Arc<V> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return known.clone();
        }
        let made = Arc::new(make(&key));
        self.0.write().unwrap_or_else(PoisonError::into_inner).entry(key).or_insert(made).clone()
    }
}

impl<K, V> Default for Shared<K, V> {
    fn default() -> Self {
        Shared(RwLock::default())
    }
}

/// Which function of an instant.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Kind {
    Accept,
    AcceptRoundTheClock,
    Step(Duration),
    Term(Vec<Duration>),
    BeforeTerm(Duration),
}

impl<'a> Shelf<'a> {
    pub fn new(model: &'a Model, calendar: &'a Calendar, laid: Arc<Laid>) -> Self {
        let hours = model.schedules.iter().map(|schedule| Arc::new(schedule.hours())).collect();
        Shelf { model, calendar, laid, hours }
    }

    fn table(&self, hours: &Hours, readings: &Readings) -> Arc<Timetable> {
        self.laid.tables.get((hours.clone(), *readings), |_| match hours {
            Hours::Own(None) => Timetable::national(self.calendar, readings),
            Hours::Own(Some(own)) => Timetable::new(own, self.calendar, readings),
            Hours::Term(None) => Timetable::for_term(&WeeklyHours::national(), self.calendar, readings),
            Hours::Term(Some(own)) => Timetable::for_term(own, self.calendar, readings),
        })
    }

    /// An organisation without a schedule keeps the national hours.
    fn hours(&self, organisation: Option<OrganisationId>) -> Option<Arc<WeeklyHours>> {
        let schedule: ScheduleId = self.model[organisation?].schedule?;
        Some(self.hours[schedule.0 as usize].clone())
    }

    fn curve(&self, hours: Hours, readings: &Readings, kind: Kind) -> Arc<Curve> {
        let made = |(hours, _, kind): &(Hours, Readings, Kind)| {
            written_out(&self.limit(hours, readings, kind), self.first(), self.last())
        };
        self.laid.curves.get((hours, *readings, kind), made)
    }

    fn limit(&self, hours: &Hours, readings: &Readings, kind: &Kind) -> LimitFn {
        let table = self.table(hours, readings);
        match kind {
            Kind::Accept => LimitFn::accept(&table),
            Kind::AcceptRoundTheClock => LimitFn::accept_round_the_clock(&table),
            Kind::Step(duration) => LimitFn::step(*duration, &table, readings),
            Kind::Term(durations) => LimitFn::terms(durations, &table, readings),
            Kind::BeforeTerm(duration) => LimitFn::before_term(*duration, &table, readings),
        }
    }

    /// The first and the last minute of the calendar.
    pub fn first(&self) -> i32 {
        self.calendar.first_day().at(0).0
    }

    pub fn last(&self) -> i32 {
        self.calendar.last_day().last_minute().0
    }
}

/// The limit over the whole calendar; what leads out of it is [`NEVER`], or, counted back, the first minute.
fn written_out(limit: &LimitFn, first: i32, last: i32) -> Curve {
    // A limit leads out of the calendar behind some instant, and, counted back, before some other one.
    let leads_back = |t: i32| matches!(limit.at(Instant(t)), Err(OutOfCalendar { year }) if year < year_of(t));
    let start = partition(first, last, leads_back);
    let end = partition(start, last, |t| limit.at(Instant(t)).is_ok());
    let known = if start < end { limit.pieces(Instant(start), Instant(end - 1)) } else { Ok(Vec::new()) };
    let inside = known.unwrap_or_default();
    let mut pieces = Vec::with_capacity(inside.len() + 2);
    if start > first {
        pieces.push(Piece { start: first, value: first, slope: 0 });
    }
    let piece = |p: crate::time::Piece| Piece { start: p.start.0, value: p.value.0, slope: i32::from(p.slope) };
    pieces.extend(inside.into_iter().map(piece));
    if end <= last {
        pieces.push(Piece { start: end, value: NEVER, slope: 0 });
    }
    Curve::from_pieces(pieces, last)
}

fn year_of(t: i32) -> i64 {
    use chrono::Datelike;
    i64::from(Instant(t).day().date().year())
}

/// The first of `from..=last` for which `holds` is false, if it is true up to there; `last + 1` if for none.
fn partition(from: i32, last: i32, holds: impl Fn(i32) -> bool) -> i32 {
    let (mut low, mut high) = (from, last + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

/// The functions of one channel of a regulation, under one reading.
pub struct Clock<'a> {
    pub shelf: &'a Shelf<'a>,
    pub readings: Readings,
    /// The hours of whoever serves.
    provider: Option<Arc<WeeklyHours>>,
    channel: &'a Channel,
    check: Option<Duration>,
}

impl<'a> Clock<'a> {
    pub fn new(shelf: &'a Shelf<'a>, regulation: &Regulation, channel: &'a Channel, readings: Readings) -> Self {
        let standard = regulation.standard.map(|id| &shelf.model[id]);
        let before = readings.completeness_check == crate::time::CompletenessCheck::Before;
        let check = standard.and_then(|standard| standard.completeness_check.as_ref());
        Clock {
            shelf,
            readings,
            provider: shelf.hours(regulation.organisation),
            channel,
            check: check.map(|limit| limit.duration).filter(|_| before),
        }
    }

    /// N over the stretch of starts: when what is filed counts as filed.
    pub fn filing(&self, from: i32, to: i32) -> Curve {
        let Some(organisation) = self.channel.organisation else { return Curve::identity(from, to) };
        let kind = if self.channel.round_the_clock { Kind::AcceptRoundTheClock } else { Kind::Accept };
        let whose = Hours::Own(self.shelf.hours(Some(organisation)));
        Curve::identity(from, to).then(&self.shelf.curve(whose, &self.readings, kind))
    }

    /// A limit of somebody's step.
    pub fn step(&self, duration: Duration, actor: Option<ActorId>) -> Arc<Curve> {
        self.shelf.curve(self.actor_hours(actor), &self.readings, Kind::Step(duration))
    }

    fn actor_hours(&self, actor: Option<ActorId>) -> Hours {
        let organisation = actor.and_then(|actor| self.shelf.model[actor].organisation);
        Hours::Own(self.shelf.hours(organisation))
    }

    /// The end of the term as a function of the filing as counted; a completeness check that lies before the term
    /// moves its start.
    pub fn term(&self, durations: &[Duration]) -> Arc<Curve> {
        let term = self.shelf.curve(self.term_hours(), &self.readings, Kind::Term(durations.to_vec()));
        match self.term_start() {
            None => term,
            Some(start) => Arc::new(start.then(&term)),
        }
    }

    /// The same for one filing alone; [`NEVER`] behind the calendar.
    pub fn term_end(&self, durations: &[Duration], filed: i32) -> i32 {
        let start = self.term_start().map_or(filed, |start| start.at(filed));
        if start == NEVER {
            return NEVER;
        }
        let term = LimitFn::terms(durations, &self.term_table(), &self.readings);
        term.at(Instant(start)).map_or(NEVER, |end| end.0)
    }

    /// Where the term starts, if that isn't the filing itself.
    pub fn term_start(&self) -> Option<Arc<Curve>> {
        let check = self.check?;
        Some(self.shelf.curve(Hours::Own(self.provider.clone()), &self.readings, Kind::Step(check)))
    }

    /// What is left of a term, from the instant at which its clock goes on: whole days behind that day, none of them
    /// counted twice.
    pub fn rest_of_term(&self, rest: Duration) -> Arc<Curve> {
        let readings = Readings { first_day: false, ..self.readings };
        let rest = if rest.quantity == 0 { Duration::SAME_DAY } else { rest };
        self.shelf.curve(self.term_hours(), &readings, Kind::Term(vec![rest]))
    }

    /// The day that a term in days or months would end on before it rolls, from the instant at which it starts.
    pub fn unrolled(&self, durations: &[Duration], start: Instant) -> Option<crate::time::Day> {
        LimitFn::terms(durations, &self.term_table(), &self.readings).unrolled(start)
    }

    /// A limit counted back, as a function of the term's end.
    pub fn before_term(&self, duration: Duration) -> Arc<Curve> {
        self.shelf.curve(self.term_hours(), &self.readings, Kind::BeforeTerm(duration))
    }

    /// The days by which a term is counted.
    pub fn term_table(&self) -> Arc<Timetable> {
        self.shelf.table(&self.term_hours(), &self.readings)
    }

    fn term_hours(&self) -> Hours {
        Hours::Term(self.provider.clone())
    }

    /// Minutes of the provider's work between two instants; negative where the second is the earlier.
    pub fn working_minutes(&self, from: Instant, to: Instant) -> i64 {
        let table = self.shelf.table(&Hours::Own(self.provider.clone()), &self.readings);
        if to < from { -table.work_between(to, from) } else { table.work_between(from, to) }
    }

    /// The year that a chain or a term would need after the calendar's last one.
    pub fn missing_year(&self) -> i64 {
        i64::from(self.shelf.calendar.years().1) + 1
    }
}

/// All durations of a term: its own and those of its extensions.
pub fn whole_term(case: &Case, term: Duration) -> Vec<Duration> {
    let added = case.extended.iter().map(|(_, added)| *added);
    let same = |a: &Duration, b: &Duration| a.unit == b.unit && !b.first_day_counted;
    let mut durations: Vec<Duration> = vec![term];
    for added in added {
        match durations.last_mut() {
            Some(last) if same(last, &added) => last.quantity = last.quantity.saturating_add(added.quantity),
            _ => durations.push(added),
        }
    }
    durations
}
