//! One channel of a regulation, ready for cases: names looked up, limits laid over the calendar.

use super::Rules;
use crate::artifact::{Channel, Condition, Ix, Node, Regulation};
use crate::time::{Calendar, DayEnd, Instant, LimitFn, OutOfCalendar, Readings, Timetable, Week};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// What a case needs of its channel.
#[derive(Debug)]
pub(super) struct Way {
    regulation: usize,
    channel: usize,
    pub steps: HashMap<String, Ix>,
    /// The facts that some condition of the regulation asks for, by name: whoever files need not know which of them
    /// matter in which channel.
    pub facts: BTreeMap<String, Ix>,
    /// Of each node, its limits.
    pub bounds: Vec<Vec<Bound>>,
    pub readings: Readings,
    /// By which the term is counted.
    pub term: Arc<Timetable>,
    accepts: Option<LimitFn>,
    check: Option<LimitFn>,
}

/// A limit of a node as a function.
#[derive(Debug)]
pub(super) struct Bound {
    /// Of the end of the term, not of the anchor.
    pub back: bool,
    pub limit: LimitFn,
}

impl Way {
    pub fn new(rules: &Rules, regulation: usize, channel: usize) -> Way {
        let act = &rules.artifact().regulations[regulation];
        let said = &act.channels[channel];
        let readings = *rules.readings(said.readings);
        let own = readings.week == Week::National;
        let table = |schedule: Ix, national: bool| rules.table(act.calendar, schedule, national, &readings);
        let term = table(said.term_schedule, true);
        let bound = |node: &Node| {
            let limits = node.limits.iter().map(|limit| match limit.before_term {
                true => Bound { back: true, limit: LimitFn::before_term(limit.duration(), &term, &readings) },
                false => {
                    let hours = table(node.schedule, own);
                    Bound { back: false, limit: LimitFn::step(limit.duration(), &hours, &readings) }
                }
            });
            limits.collect()
        };
        let accepts = said.accepts.as_ref().map(|accepts| match accepts.round_the_clock {
            true => LimitFn::accept_round_the_clock(&table(accepts.schedule, own)),
            false => LimitFn::accept(&table(accepts.schedule, own)),
        });
        let check = said.completeness_check.as_ref();
        let check = check.map(|it| LimitFn::step(it.duration(), &table(said.term_schedule, own), &readings));
        let steps = said.nodes.iter().enumerate().map(|(place, node)| (node.id.clone(), place as Ix)).collect();
        let asked = asked(act).into_iter().map(|ix| (rules.artifact().facts[ix as usize].id.clone(), ix)).collect();
        let bounds = said.nodes.iter().map(bound).collect();
        Way { regulation, channel, steps, facts: asked, bounds, readings, term, accepts, check }
    }

    pub fn regulation<'r>(&self, rules: &'r Rules) -> &'r Regulation {
        &rules.artifact().regulations[self.regulation]
    }

    pub fn channel<'r>(&self, rules: &'r Rules) -> &'r Channel {
        &self.regulation(rules).channels[self.channel]
    }

    pub fn calendar<'r>(&self, rules: &'r Rules) -> &'r Calendar {
        rules.calendar(self.regulation(rules).calendar)
    }

    /// N(t).
    pub fn counted(&self, rules: &Rules, filed: Instant) -> Result<Instant, OutOfCalendar> {
        // A channel that counts at once is asked whether the calendar has the day.
        self.calendar(rules).status(filed.day())?;
        self.accepts.as_ref().map_or(Ok(filed), |accepts| accepts.at(filed))
    }

    /// Which limit moved the filing, for its reasons.
    pub fn accepts(&self) -> Option<&LimitFn> {
        self.accepts.as_ref()
    }

    /// From when the term runs.
    pub fn term_start(&self, counted: Instant) -> Result<Instant, OutOfCalendar> {
        self.check.as_ref().map_or(Ok(counted), |check| check.at(counted))
    }

    /// The end of the term if that was its last day.
    pub fn term_end(&self, last: crate::time::Day) -> Result<Instant, OutOfCalendar> {
        let day = self.term.working_day_from(last)?;
        match self.readings.day_end {
            DayEnd::Close => self.term.close(day),
            DayEnd::Reception => self.term.reception_close(day),
            DayEnd::Midnight => Ok(day.last_minute()),
        }
    }
}

fn asked(regulation: &Regulation) -> BTreeSet<Ix> {
    let mut asked = BTreeSet::new();
    let mut of = |condition: &Condition| condition.visit(&mut |fact, _| _ = asked.insert(fact));
    for channel in &regulation.channels {
        channel.nodes.iter().flat_map(|node| &node.next).for_each(|edge| of(&edge.when));
        channel.terms.iter().for_each(|term| of(&term.when));
        channel.extensions.iter().for_each(|extension| of(&extension.when));
        channel.documents.iter().for_each(|requirement| of(&requirement.when));
    }
    asked
}
