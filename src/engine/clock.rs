//! Until when: the limit of a node under way, and the end of the term.

use super::Case;
use crate::artifact::{Anchor, Condition, Ix, NodeKind, Pace, Term};
use crate::time::{Duration, Instant, LimitFn, OutOfCalendar, Unit};

/// Until when a node may take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct DueBy {
    pub due: Option<Instant>,
    /// The limits as they run, wherever the file is; before `due` if they were over when it came.
    pub limit: Option<Instant>,
    /// It has a limit, and the calendar does not know the day.
    pub beyond: bool,
}

impl DueBy {
    const NEVER: DueBy = DueBy { due: None, limit: None, beyond: false };
}

type Known = Result<Option<Instant>, OutOfCalendar>;

impl Case {
    /// Of a node to which the file came at `from`.
    pub(super) fn bound(&self, node: Ix, from: Instant) -> DueBy {
        self.bound_under(node, from, &|| self.term())
    }

    /// The same with another end of the term, for limits that are counted back from it.
    pub(super) fn bound_under(&self, node: Ix, from: Instant, term: &dyn Fn() -> Known) -> DueBy {
        match self.node(node).pace {
            Pace::Automatic | Pace::Open => DueBy::NEVER,
            Pace::AtOnce => DueBy { due: Some(from), ..DueBy::NEVER },
            Pace::Limited => {
                let anchor = self.anchor(node, from);
                let ends = self.way.bounds[node as usize].iter().map(|bound| match bound.back {
                    false => bound.limit.at(anchor).map(Some),
                    true => term().and_then(|term| term.map(|term| bound.limit.at(term)).transpose()),
                });
                earliest(ends, from)
            }
        }
    }

    /// The event that the limits of a node are counted from.
    pub(super) fn anchor(&self, node: Ix, from: Instant) -> Instant {
        let happened = self.node(node).anchor.iter().filter_map(|anchor| match anchor {
            Anchor::Previous => Some(from),
            Anchor::Filing => Some(self.counted),
            Anchor::Done(node) => self.course.done[*node as usize],
        });
        happened.max().unwrap_or(from)
    }

    /// The terms that hold, with a known limit.
    pub(super) fn terms(&self) -> impl Iterator<Item = (&Term, Duration)> {
        let holds = |term: &&Term| term.when.holds(&self.value()) == Some(true);
        self.channel().terms.iter().filter(holds).filter_map(|term| Some((term, term.limit.as_ref()?.duration())))
    }

    /// The extensions that hold, by their places.
    pub(super) fn extensions(&self) -> Vec<Ix> {
        let all = self.channel().extensions.iter().enumerate();
        let held = all.filter(|(place, extension)| {
            let asked = extension.when != Condition::Always && extension.when.holds(&self.value()) == Some(true);
            asked || self.course.extended.contains(&(*place as Ix))
        });
        held.map(|(place, _)| place as Ix).collect()
    }

    /// When the term ends; `None`: it is not known.
    pub(super) fn term(&self) -> Known {
        let mut end: Known = Ok(None);
        for (_, said) in self.terms() {
            end = match (self.term_of(&self.parts(said)), end) {
                (Ok(this), Ok(Some(before))) => Ok(Some(before.min(this))),
                (Ok(this), _) => Ok(Some(this)),
                (Err(out), Ok(None)) => Err(out),
                (Err(_), before) => before,
            };
        }
        end
    }

    /// A term with what extends it.
    pub(super) fn parts(&self, term: Duration) -> Vec<Duration> {
        let added =
            self.extensions().into_iter().map(|place| self.channel().extensions[place as usize].limit.duration());
        std::iter::once(term).chain(added).collect()
    }

    /// The end of a term, with every stop of its clock.
    fn term_of(&self, parts: &[Duration]) -> Result<Instant, OutOfCalendar> {
        let start = self.way.term_start(self.counted)?;
        let limit = LimitFn::terms(parts, &self.way.term, &self.way.readings);
        let mut end = limit.at(start)?;
        let mut last = limit.unrolled(start).unwrap_or(end.day());
        for (stopped, resumed) in &self.course.stops {
            let Some(resumed) = *resumed else { continue };
            if end < *stopped || last < stopped.day() {
                continue;
            }
            if parts.iter().all(by_minutes) {
                let left = self.way.term.work_between(*stopped, end).max(0);
                let rest = Duration::new(u32::try_from(left).unwrap_or(u32::MAX), Unit::Minute);
                end = end.max(LimitFn::terms(&[rest], &self.way.term, &self.way.readings).at(resumed)?);
                continue;
            }
            let day = self.rest_from(parts, (start, *stopped, last), resumed)?;
            let moved = self.way.term_end(day)?;
            if moved >= end {
                (end, last) = (moved, day);
            }
        }
        Ok(end)
    }

    /// The day on which the rest of a term in days ends that stopped at one instant and went on at another.
    fn rest_from(
        &self,
        parts: &[Duration],
        (start, stopped, last): (Instant, Instant, crate::time::Day),
        resumed: Instant,
    ) -> Result<crate::time::Day, OutOfCalendar> {
        let table = &self.way.term;
        let kinds = || parts.iter().flat_map(|part| part.ways(&self.way.readings));
        let working = kinds().all(|part| part.unit == Unit::WorkingDay);
        let first = kinds().next();
        let counts_itself = first.is_some_and(|part| {
            part.unit == Unit::WorkingDay && (part.first_day_counted || self.way.readings.first_day)
        });
        // The days up to this one are spent, or lie before the term begins.
        let spent = stopped.day().max(start.day() + -i32::from(counts_itself));
        let rest = match working {
            true => i64::from(table.working_days_between(spent, last)?),
            false => i64::from((last.0 - spent.0).max(0)),
        };
        let day = match working {
            true => table.nth_after(resumed.day(), rest as u64)?,
            false => resumed.day() + rest as i32,
        };
        match rest == 0 && self.way.term_end(day)? < resumed {
            true => Ok(day + 1),
            false => Ok(day),
        }
    }

    /// Since when the clock of the term stands.
    pub(super) fn stopped_since(&self) -> Option<Instant> {
        let last = self.course.stops.last().filter(|(_, resumed)| resumed.is_none());
        last.map(|(stopped, _)| *stopped).filter(|_| !self.is_over())
    }

    /// Whether being later than its due is late: what is only assumed to be done at once is not.
    pub(super) fn binds(&self, node: Ix) -> bool {
        self.node(node).pace == Pace::Limited && self.node(node).kind != NodeKind::End
    }
}

fn by_minutes(part: &Duration) -> bool {
    matches!(part.unit, Unit::Minute | Unit::Hour)
}

/// The earliest of the ends that are known; not before the file came.
fn earliest(ends: impl Iterator<Item = Known>, from: Instant) -> DueBy {
    let mut bound = DueBy::NEVER;
    for end in ends {
        match end {
            Ok(Some(end)) => bound.limit = Some(bound.limit.map_or(end, |before| before.min(end))),
            Ok(None) => {}
            Err(_) => bound.beyond = true,
        }
    }
    bound.beyond &= bound.limit.is_none();
    bound.due = bound.limit.map(|limit| limit.max(from));
    bound
}
