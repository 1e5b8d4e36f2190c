//! One case on its way from the filing to an end: every path it can take, step by step, everybody using the whole of
//! their limit.
//!
//! A clock that stops is walked once for every day on which the papers may be asked for and every day on which they
//! may be brought. Within those two days only the last minute is tried: the day asked for decides alone how much of
//! the term is spent, the day brought decides alone when the rest of it ends, and everything behind the wait ends no
//! earlier if it begins later. So no other minute of the two days can be worse.

use crate::count::{Count, Fault, Moment, Ruler};
use crate::days::{Beyond, Days, Desk, LAST};
use crate::facts::{Case, holds};
use reglament::model::{
    ActorId, ActorKind, AnchorEvent, Model, Node, NodeIx, NodeKind, OrganisationId, Procedure, Regulation,
};
use reglament::time::{Duration, Roll, Unit, Week};

/// Why a walk gave no answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lost {
    /// It left the calendar's years.
    Beyond,
    /// It asks for something that one walk cannot tell: a clock stopped inside parallel branches.
    Unwalkable,
}

impl From<Beyond> for Lost {
    fn from(_: Beyond) -> Lost {
        Lost::Beyond
    }
}

/// Where one path of one case ends, with the term that then holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outcome<D> {
    pub finished: Moment<D>,
    pub due: Option<Moment<D>>,
    /// Somebody on the way has no limit, and was taken to act at once.
    pub unbounded: bool,
}

/// When each node of a procedure is done, by its place; `None`: the way doesn't lead over it.
pub type Way<D> = Vec<Option<Moment<D>>>;

pub struct Walk<'a, D: Days> {
    pub count: &'a Count<'a, D>,
    pub model: &'a Model,
    pub regulation: &'a Regulation,
    pub procedure: &'a Procedure,
    pub case: &'a Case,
    /// The term and what extends it in this case; empty: the term is not known.
    pub term: &'a [Duration],
}

/// What is known on the way. Invariant: `done` holds only nodes of the path walked.
#[derive(Clone)]
struct State<D> {
    done: Vec<Option<Moment<D>>>,
    filed: Moment<D>,
    due: Option<Moment<D>>,
    unbounded: bool,
    parallel: u32,
}

enum Stop<D> {
    Join(NodeIx, Moment<D>),
    End(Moment<D>),
}

type Ways<D> = Vec<(State<D>, Stop<D>)>;

impl<D: Days> Walk<'_, D> {
    /// Every outcome of a filing that counts as filed at `filed`; none, if the case is stuck on the way.
    pub fn outcomes(&self, filed: Moment<D::Day>) -> Result<Vec<Outcome<D::Day>>, Lost> {
        let Some(entry) = self.procedure.entry else { return Ok(Vec::new()) };
        let due = self.due(filed)?;
        let done = vec![None; self.procedure.nodes.len()];
        let ways = self.run(entry, filed, State { done, filed, due, unbounded: false, parallel: 0 })?;
        let ended = ways.into_iter().filter_map(|(state, stop)| match stop {
            Stop::End(finished) => Some(Outcome { finished, due: state.due, unbounded: state.unbounded }),
            Stop::Join(..) => None,
        });
        Ok(ended.collect())
    }

    /// The same way by way: when each node is done that lies on it, by its place; `None`: it doesn't.
    pub fn ways(&self, filed: Moment<D::Day>) -> Result<Vec<Way<D::Day>>, Lost> {
        let Some(entry) = self.procedure.entry else { return Ok(Vec::new()) };
        let due = self.due(filed)?;
        let done = vec![None; self.procedure.nodes.len()];
        let ways = self.run(entry, filed, State { done, filed, due, unbounded: false, parallel: 0 })?;
        let ended = |(state, stop): (State<D::Day>, Stop<D::Day>)| matches!(stop, Stop::End(_)).then_some(state.done);
        Ok(ways.into_iter().filter_map(ended).collect())
    }

    fn run(&self, mut at: NodeIx, mut arrival: Moment<D::Day>, mut state: State<D::Day>) -> Result<Ways<D::Day>, Lost> {
        loop {
            let node = &self.procedure[at];
            if node.kind == NodeKind::Join {
                return Ok(vec![(state, Stop::Join(at, arrival))]);
            }
            if let NodeKind::Wait { stops_clock: true } = node.kind
                && self.count.readings.clock_stop
            {
                return self.stopped(at, arrival, &state);
            }
            arrival = self.done(node, arrival, &mut state)?;
            state.done[at.0 as usize] = Some(arrival);
            let taken = |edge: &&reglament::model::Edge| holds(&edge.when, self.case);
            match node.kind {
                NodeKind::End(_) => return Ok(vec![(state, Stop::End(arrival))]),
                NodeKind::Parallel => return self.parallel(node, arrival, state),
                _ => {}
            }
            let mut edges = node.next.iter().filter(taken);
            let Some(edge) = edges.next() else { return Ok(Vec::new()) };
            let mut ways = Vec::new();
            for other in edges {
                ways.extend(self.run(other.to, arrival, state.clone())?);
            }
            if !ways.is_empty() {
                ways.extend(self.run(edge.to, arrival, state)?);
                return Ok(ways);
            }
            at = edge.to;
        }
    }

    /// All branches, each to where they meet, and on from there with the latest.
    fn parallel(&self, node: &Node, start: Moment<D::Day>, mut state: State<D::Day>) -> Result<Ways<D::Day>, Lost> {
        state.parallel += 1;
        let mut fronts = vec![(state, None)];
        for edge in &node.next {
            let mut further = Vec::new();
            for (state, met) in fronts {
                for (state, stop) in self.run(edge.to, start, state)? {
                    let Stop::Join(join, at) = stop else { continue };
                    further.push((state, Some((join, met.map_or(at, |(_, before): (NodeIx, _)| at.max(before))))));
                }
            }
            fronts = further;
        }
        let mut ways = Vec::new();
        for (mut state, met) in fronts {
            let Some((join, at)) = met else { continue };
            state.parallel -= 1;
            state.done[join.0 as usize] = Some(at);
            for edge in &self.procedure[join].next {
                ways.extend(self.run(edge.to, at, state.clone())?);
            }
        }
        Ok(ways)
    }

    /// When the node is done at the latest, for a file that arrives at `arrival`.
    fn done(&self, node: &Node, arrival: Moment<D::Day>, state: &mut State<D::Day>) -> Result<Moment<D::Day>, Lost> {
        let limit = self.limit(node, arrival, state)?;
        let decided = node.kind == NodeKind::Choice && node.actor.is_some();
        let acts = decided || matches!(node.kind, NodeKind::Step | NodeKind::Wait { .. });
        state.unbounded |= limit.is_none() && acts && !self.at_once(node);
        Ok(limit.map_or(arrival, |limit| limit.max(arrival)))
    }

    /// The earliest of the node's limits.
    fn limit(
        &self,
        node: &Node,
        arrival: Moment<D::Day>,
        state: &State<D::Day>,
    ) -> Result<Option<Moment<D::Day>>, Lost> {
        let ruler = self.ruler(node.actor);
        let anchor = self.anchor(node, arrival, state);
        let mut earliest = None;
        for limit in &node.limits {
            let end = match (limit.before_term, state.due) {
                (true, Some(due)) => self.count.before(limit.duration, due, self.at_work())?,
                (true, None) => continue,
                (false, _) => self.count.limit(limit.duration, anchor, ruler)?,
            };
            earliest = Some(earliest.map_or(end, |before: Moment<D::Day>| before.min(end)));
        }
        Ok(earliest)
    }

    /// The latest of the events it may be counted from that did happen.
    fn anchor(&self, node: &Node, arrival: Moment<D::Day>, state: &State<D::Day>) -> Moment<D::Day> {
        let happened = node.anchor.events.iter().filter_map(|event| match event {
            AnchorEvent::Previous => Some(arrival),
            AnchorEvent::Filing => Some(state.filed),
            AnchorEvent::Done(node) => state.done[node.0 as usize],
        });
        happened.max().unwrap_or(arrival)
    }

    /// Who acts at once where nothing is said.
    fn at_once(&self, node: &Node) -> bool {
        let kind = node.actor.map(|actor| self.model[actor].kind);
        !matches!(node.kind, NodeKind::Wait { .. }) && matches!(kind, Some(ActorKind::System | ActorKind::Applicant))
    }

    fn desk(&self, organisation: Option<OrganisationId>) -> Desk {
        Desk { schedule: organisation.and_then(|id| self.model[id].schedule), reception: false }
    }

    /// Whose days count for an actor's limits.
    fn ruler(&self, actor: Option<ActorId>) -> Ruler {
        let organisation = actor.and_then(|actor| self.model[actor].organisation);
        let readings = self.count.readings;
        Ruler {
            desk: self.desk(organisation),
            national: readings.week == Week::National,
            midnight: false,
            rolls: readings.roll == Roll::EveryStep,
        }
    }

    /// Whose days count for the term: the national calendar, and the provider's hours.
    fn provider(&self) -> Ruler {
        use reglament::time::DayEnd;
        let channel = self.model[self.procedure.channel].organisation;
        let mut desk = self.desk(self.regulation.organisation.or(channel));
        let day_end = self.count.readings.day_end;
        desk.reception = day_end == DayEnd::Reception;
        Ruler { desk, national: true, midnight: day_end == DayEnd::Midnight, rolls: true }
    }

    /// The days of the term, each ended by the close of work: for acts of the provider, which are not the term itself.
    fn at_work(&self) -> Ruler {
        let ruler = self.provider();
        let rolls = self.count.readings.roll == Roll::EveryStep;
        Ruler { desk: Desk { reception: false, ..ruler.desk }, midnight: false, rolls, ..ruler }
    }

    /// When the term ends for what is filed at `filed`.
    fn due(&self, filed: Moment<D::Day>) -> Result<Option<Moment<D::Day>>, Lost> {
        let Some(day) = self.term_day(filed)? else { return Ok(None) };
        Ok(Some(self.term_end(day)?))
    }

    fn term_end(&self, day: Moment<D::Day>) -> Result<Moment<D::Day>, Lost> {
        if self.by_minutes() {
            return Ok(self.count.wrong(Fault::Term, day)?);
        }
        let ruler = self.provider();
        let end = self.count.end_of(self.count.roll(day.day, ruler)?, ruler)?;
        Ok(self.count.wrong(Fault::Term, end)?)
    }

    fn by_minutes(&self) -> bool {
        self.term.iter().all(|part| matches!(part.unit, Unit::Minute | Unit::Hour))
    }

    /// The term's last day, not rolled: one count of the term and its extensions, part after part.
    fn term_day(&self, filed: Moment<D::Day>) -> Result<Option<Moment<D::Day>>, Lost> {
        if self.term.is_empty() {
            return Ok(None);
        }
        let mut ruler = self.provider();
        ruler.rolls = false;
        let mut day = self.term_start(filed)?;
        for part in self.parts() {
            day = match part.unit {
                Unit::Minute | Unit::Hour => self.count.limit(part, day, Ruler { midnight: false, ..ruler })?,
                _ => Moment { day: self.count.last_day(part, day, ruler)?, minute: 0 },
            };
        }
        for said in self.term {
            day = self.count.wrong(Fault::of(*said), day)?;
        }
        if self.term.len() > 1 {
            day = self.count.wrong(Fault::Extension, day)?;
        }
        Ok(Some(day))
    }

    fn term_start(&self, filed: Moment<D::Day>) -> Result<Moment<D::Day>, Lost> {
        use reglament::time::CompletenessCheck::Before;
        let standard = self.regulation.standard.map(|id| &self.model[id]);
        match standard.and_then(|standard| standard.completeness_check.as_ref()) {
            Some(check) if self.count.readings.completeness_check == Before => {
                let checked = self.count.limit(check.duration, filed, self.at_work())?;
                Ok(self.count.wrong(Fault::CompletenessCheck, checked)?)
            }
            _ => Ok(filed),
        }
    }

    /// The parts of the term, those of one unit added up; the first of them says whether the first day counts.
    fn parts(&self) -> Vec<Duration> {
        let mut parts: Vec<Duration> = Vec::new();
        for part in self.term {
            let mut part = self.count.meant(*part);
            (part.unit, part.quantity) = match part.unit {
                Unit::Hour => (Unit::Minute, part.quantity.saturating_mul(60)),
                Unit::Year => (Unit::Month, part.quantity.saturating_mul(12)),
                unit => (unit, part.quantity),
            };
            match parts.iter_mut().find(|known| known.unit == part.unit) {
                Some(known) => known.quantity = known.quantity.saturating_add(part.quantity),
                None => parts.push(Duration { first_day_counted: false, ..part }),
            }
        }
        if let (Some(first), Some(said)) = (parts.first_mut(), self.term.first()) {
            first.first_day_counted = said.first_day_counted || self.count.readings.first_day;
        }
        parts
    }

    /// Papers asked for on every day that the limits allow, and brought on every day from then on.
    fn stopped(&self, at: NodeIx, latest: Moment<D::Day>, state: &State<D::Day>) -> Result<Ways<D::Day>, Lost> {
        if state.parallel > 0 {
            return Err(Lost::Unwalkable);
        }
        let mut ways = Vec::new();
        let mut asked = state.filed.day;
        while asked <= latest.day {
            let last = Moment { day: asked, minute: LAST }.min(latest);
            // The last minute in which the term is not yet over, and the last of all.
            let in_time = state.due.filter(|due| due.day == asked && *due < last && state.filed <= *due);
            for minute in in_time.into_iter().chain([last]) {
                ways.extend(self.asked(at, minute, state)?);
            }
            asked = self.count.days.after(asked)?;
        }
        Ok(ways)
    }

    fn asked(&self, at: NodeIx, asked: Moment<D::Day>, state: &State<D::Day>) -> Result<Ways<D::Day>, Lost> {
        let node = &self.procedure[at];
        let Some(limit) = self.limit(node, asked, state)? else { return Err(Lost::Unwalkable) };
        let latest = limit.max(asked);
        let mut ways = Vec::new();
        let mut brought = asked.day;
        while brought <= latest.day {
            let last = Moment { day: brought, minute: LAST }.min(latest);
            let close = Moment { day: brought, minute: self.closes(brought)?.minute }.min(last).max(asked);
            for minute in if close < last { vec![close, last] } else { vec![last] } {
                let mut state = state.clone();
                state.due = self.resumed(&state, asked, minute)?;
                state.done[at.0 as usize] = Some(minute);
                for edge in node.next.iter().filter(|edge| holds(&edge.when, self.case)) {
                    ways.extend(self.run(edge.to, minute, state.clone())?);
                }
            }
            brought = self.count.days.after(brought)?;
        }
        Ok(ways)
    }

    /// The term's end if it stopped on the day `asked` and ran on from the day `brought`.
    fn resumed(
        &self,
        state: &State<D::Day>,
        asked: Moment<D::Day>,
        brought: Moment<D::Day>,
    ) -> Result<Option<Moment<D::Day>>, Lost> {
        let Some(due) = state.due else { return Ok(None) };
        let Some(rest) = self.rest(state.filed, asked)?.filter(|_| asked <= due) else { return Ok(Some(due)) };
        let mut left = rest;
        let mut day = brought.day;
        // Nothing left: the day itself, or the next one if that is over.
        if rest == 0 && self.closes(day)? < brought {
            day = self.count.days.after(day)?;
        }
        while left > 0 {
            day = self.count.days.after(day)?;
            left -= u32::from(self.counts(day)?);
        }
        let end = self.term_end(Moment { day, minute: 0 })?;
        Ok(Some(self.count.wrong(Fault::StoppedClock, end)?.max(due)))
    }

    /// When the term would end if this were its last day.
    fn closes(&self, day: D::Day) -> Result<Moment<D::Day>, Lost> {
        let ruler = self.provider();
        Ok(self.count.end_of(self.count.roll(day, ruler)?, ruler)?)
    }

    /// How many days of the term are left after the day `asked`: those up to its last day that count, and none of
    /// those before it begins; `None`: its last day is over.
    fn rest(&self, filed: Moment<D::Day>, asked: Moment<D::Day>) -> Result<Option<u32>, Lost> {
        let Some(last) = self.term_day(filed)? else { return Ok(None) };
        if last.day < asked.day {
            return Ok(None);
        }
        let start = self.term_start(filed)?.day;
        let itself = self.parts().first().is_some_and(|part| part.first_day_counted && part.unit == Unit::WorkingDay);
        let mut rest = 0;
        let mut day = asked.day;
        while day < last.day {
            day = self.count.days.after(day)?;
            let begun = start < day || (itself && start == day);
            rest += u32::from(begun && self.counts(day)?);
        }
        Ok(Some(rest))
    }

    /// Whether a day is one of those that the term is counted in.
    fn counts(&self, day: D::Day) -> Result<bool, Lost> {
        let working = self.term.iter().all(|part| self.count.meant(*part).unit == Unit::WorkingDay);
        Ok(!working || self.count.days.national(day)?)
    }
}
