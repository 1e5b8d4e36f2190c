//! The worst that can happen: of all cases for one filing minute, and of all filing minutes one after another.

use crate::count::{Count, Fault, Moment};
use crate::days::{Beyond, Days, Desk};
use crate::facts::{Case, cases};
use crate::promise::{Promise, promises};
use crate::walk::{Lost, Outcome, Walk};
use chrono::NaiveDate;
use reglament::model::{Model, Procedure, Regulation, ScheduleId, Standard};
use reglament::time::{Day, Instant, Readings, Unit, UnqualifiedDay};
use std::collections::BTreeMap;

/// One regulation, read one way.
pub struct Oracle<'a, D: Days> {
    pub model: &'a Model,
    pub regulation: &'a Regulation,
    pub days: &'a D,
    pub readings: Readings,
    pub fault: Option<Fault>,
}

/// The worst case of one filing minute in one channel, against one term.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Judged {
    /// When the filing counts.
    pub counted: Instant,
    /// The latest end of all cases.
    pub finished: Instant,
    /// The end and the term's end that lie worst to one another; `None`: the term is not known.
    pub worst: Option<(Instant, Instant)>,
    /// Wall-clock minutes between the two; negative: late.
    pub slack: Option<i32>,
    /// In some case somebody has no limit.
    pub unbounded: bool,
}

impl<D: Days> Oracle<'_, D> {
    pub fn standard(&self) -> Option<&Standard> {
        self.regulation.standard.map(|id| &self.model[id])
    }

    /// Everything promised in the procedure's channel, with the cases in which it is.
    pub fn promises(&self, procedure: &Procedure) -> BTreeMap<Promise, Vec<Case>> {
        let mut found: BTreeMap<Promise, Vec<Case>> = BTreeMap::new();
        for case in cases(self.model, procedure, self.standard()) {
            for promise in promises(self.standard(), procedure.channel, &case) {
                found.entry(promise).or_default().push(case.clone());
            }
        }
        found
    }

    /// The first minute at or after `filed` in which a filing counts.
    pub fn counted(&self, procedure: &Procedure, filed: Moment<D::Day>) -> Result<Moment<D::Day>, Beyond> {
        let channel = &self.model[procedure.channel];
        let Some(organisation) = channel.organisation else { return Ok(filed) };
        let schedule = self.model[organisation].schedule;
        let round_the_clock = channel.round_the_clock;
        let desk = Desk { schedule, reception: !round_the_clock };
        let mut at = filed;
        loop {
            if let Some((first, close)) = self.days.span(desk, at.day)? {
                while at.minute <= close.min(crate::days::LAST) {
                    let inside = if round_the_clock { first <= at.minute } else { self.received(desk, at)? };
                    if inside {
                        return self.count(false).wrong(Fault::Filing, at);
                    }
                    at.minute += 1;
                }
            }
            at = Moment { day: self.days.after(at.day)?, minute: 0 };
        }
    }

    /// Open in this minute, or closing in it.
    fn received(&self, desk: Desk, at: Moment<D::Day>) -> Result<bool, Beyond> {
        Ok(self.days.open(desk, at.day, at.minute)?
            || (at.minute > 0 && self.days.open(desk, at.day, at.minute - 1)?))
    }

    fn count(&self, day_is_working: bool) -> Count<'_, D> {
        Count { days: self.days, readings: self.readings, fault: self.fault, day_is_working }
    }

    /// The worst of all cases for what counts as filed at `counted`; `None` if no case comes to an end.
    pub fn judge(
        &self,
        procedure: &Procedure,
        promise: &Promise,
        cases: &[Case],
        counted: Moment<D::Day>,
    ) -> Result<Option<Judged>, Lost> {
        let mut worst: Option<Judged> = None;
        for day_is_working in self.meanings(procedure, promise) {
            let count = self.count(day_is_working);
            for case in cases {
                let Oracle { model, regulation, .. } = *self;
                let walk = Walk { count: &count, model, regulation, procedure, case, term: &promise.parts };
                for outcome in walk.outcomes(counted)? {
                    let judged = self.judged(counted, outcome);
                    worst = Some(worst.map_or(judged, |worst| worst.or(judged)));
                }
            }
        }
        Ok(worst)
    }

    /// What `n days` may mean, where the procedure or the term says so at all.
    fn meanings(&self, procedure: &Procedure, promise: &Promise) -> Vec<bool> {
        let limits = procedure.nodes.iter().flat_map(|node| &node.limits).map(|limit| &limit.duration);
        let said = limits.chain(&promise.parts).any(|duration| duration.unit == Unit::Day);
        match self.readings.unqualified_day {
            UnqualifiedDay::Both if said => vec![false, true],
            UnqualifiedDay::Working => vec![true],
            _ => vec![false],
        }
    }

    fn judged(&self, counted: Moment<D::Day>, outcome: Outcome<D::Day>) -> Judged {
        let finished = self.instant(outcome.finished);
        let worst = outcome.due.map(|due| (finished, self.instant(due)));
        let slack = worst.map(|(finished, due)| due.0 - finished.0);
        Judged { counted: self.instant(counted), finished, worst, slack, unbounded: outcome.unbounded }
    }

    pub fn instant(&self, at: Moment<D::Day>) -> Instant {
        Day::from_date(self.days.date(at.day)).at(at.minute)
    }

    /// The worst of every minute of the days from `first` to `last`: the earliest filing with the least slack, or,
    /// where the term is not known, the one that takes longest.
    pub fn worst(
        &self,
        procedure: &Procedure,
        (promise, cases): (&Promise, &[Case]),
        (first, last): (NaiveDate, NaiveDate),
    ) -> Result<Option<(Instant, Judged)>, Lost> {
        let mut worst: Option<(Instant, Judged)> = None;
        let mut day = self.days.find(first)?;
        let last = self.days.find(last)?;
        let mut known: Option<Moment<D::Day>> = None;
        while day <= last {
            for minute in 0..=crate::days::LAST {
                let filed = Moment { day, minute };
                // What was filed before it and counts as filed at a minute, so does what is filed in between.
                let counted = match known.filter(|counted| filed <= *counted) {
                    Some(counted) => counted,
                    None => self.counted(procedure, filed)?,
                };
                known = Some(counted);
                let Some(judged) = self.judge(procedure, promise, cases, counted)? else { continue };
                let start = self.instant(filed);
                if worst.is_none_or(|(at, before)| judged.key(start) < before.key(at)) {
                    worst = Some((start, judged));
                }
            }
            day = self.days.after(day)?;
        }
        Ok(worst)
    }
}

impl Judged {
    /// The worse of two cases, knowing the latest end of both.
    fn or(self, other: Judged) -> Judged {
        let worse = if other.slack < self.slack { other } else { self };
        let finished = self.finished.max(other.finished);
        Judged { finished, unbounded: self.unbounded || other.unbounded, ..worse }
    }

    /// The smaller, the worse: slack first, else the longest way.
    fn key(&self, start: Instant) -> (i32, Instant) {
        (self.slack.unwrap_or(self.counted.0 - self.finished.0), start)
    }
}

/// Both desks of every schedule, and the one of those who have none.
pub fn desks(model: &Model) -> Vec<Desk> {
    let ids = (0..model.schedules.len() as u32).map(|id| Some(ScheduleId(id)));
    let both = |schedule| [false, true].map(|reception| Desk { schedule, reception });
    ids.chain([None]).flat_map(both).collect()
}
