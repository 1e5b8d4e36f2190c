//! A case: its filing, the events since, and what they amount to.

use super::flow::{Course, Over};
use super::way::Way;
use super::{Act, Event, Filing, Record, Refusal, Rules, State};
use crate::artifact::{Channel, Ix, Node, NodeKind, Pace};
use crate::time::{Calendar, Instant};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One case on its way.
#[derive(Clone, Debug)]
pub struct Case {
    pub(super) rules: Rules,
    pub(super) way: Arc<Way>,
    pub(super) filing: Filing,
    pub(super) counted: Instant,
    pub(super) events: Vec<Event>,
    pub(super) course: Course,
}

/// The facts that an event names, by their places.
type Facts = BTreeMap<Ix, Ix>;

impl Case {
    pub(super) fn open(rules: &Rules, filing: Filing) -> Result<Case, Refusal> {
        let regulation = rules.version(&filing.regulation, filing.filed.day())?;
        let channels = &rules.artifact().regulations[regulation].channels;
        let known = || channels.iter().map(|channel| channel.id.clone()).collect();
        let channel = channels.iter().position(|channel| channel.id == filing.channel);
        let channel =
            channel.ok_or_else(|| Refusal::UnknownChannel { channel: filing.channel.clone(), known: known() })?;
        let no_procedure = || Refusal::NoProcedure { channel: filing.channel.clone() };
        let entry = channels[channel].entry.ok_or_else(no_procedure)?;
        let way = rules.way(regulation, channel);
        let course = Course::new(channels[channel].nodes.len(), filing.filed);
        let mut case = Case { rules: rules.clone(), way, counted: filing.filed, filing, events: Vec::new(), course };
        case.course.facts = case.facts(&case.filing.facts)?;
        let counted = case.way.counted(rules, case.filing.filed);
        case.counted = counted.map_err(|out| Refusal::BeyondCalendar { year: out.year })?;
        case.enter(entry, case.counted);
        Ok(case)
    }

    pub fn filing(&self) -> &Filing {
        &self.filing
    }

    /// When the filing counts.
    pub fn counted(&self) -> Instant {
        self.counted
    }

    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// When the end was reached; `None`: it was not.
    pub fn finished(&self) -> Option<Instant> {
        match self.course.over {
            Over::Ended(end) => self.course.done[end as usize],
            Over::No | Over::Withdrawn => None,
        }
    }

    /// All that has to be kept of it: see [`Rules::replay`].
    pub fn record(&self) -> Record {
        Record { filing: self.filing.clone(), events: self.events.clone() }
    }

    /// What is under way, what is due first first; what has no limit last.
    pub fn due(&self) -> Vec<Act> {
        let mut acts = self.state().active;
        acts.sort_by_key(|act| (act.due.is_none(), act.due));
        acts
    }

    /// What should have been done by `now`, and is not.
    pub fn late(&self, now: Instant) -> Vec<Act> {
        let overdue = |act: &Act| act.binding && act.due.is_some_and(|due| due < now);
        self.due().into_iter().filter(overdue).collect()
    }

    /// Takes in what happened.
    ///
    /// # Errors
    /// Why it cannot have happened; then nothing has changed.
    pub fn apply(&mut self, event: Event) -> Result<(), Refusal> {
        let at = event.at();
        if self.is_over() {
            return Err(Refusal::CaseOver);
        }
        if at < self.course.last {
            return Err(Refusal::OutOfOrder { last: self.course.last });
        }
        match &event {
            Event::Done { step, .. } => {
                let node = self.under_way(step, at, "done")?;
                self.complete(node, at);
            }
            Event::Arrived { step, .. } => {
                let node = self.under_way(step, at, "arrived")?;
                self.complete(node, at);
            }
            Event::Decided { step, facts, .. } => self.decide(step, facts, at)?,
            Event::Learned { facts, .. } => {
                let facts = self.facts(facts)?;
                self.course.facts.extend(facts);
            }
            Event::Extended { extension, .. } => {
                let place = self.extension(extension)?;
                self.course.extended.push(place);
            }
            Event::Withdrawn { .. } => self.course.withdraw(),
        }
        self.settle(at);
        self.course.last = at;
        self.events.push(event);
        Ok(())
    }

    fn decide(&mut self, step: &str, facts: &BTreeMap<String, String>, at: Instant) -> Result<(), Refusal> {
        let node = self.under_way(step, at, "decided")?;
        let facts = self.facts(facts)?;
        let known = |fact: Ix| facts.get(&fact).or_else(|| self.course.facts.get(&fact)).copied();
        let open = self.hanging(node, &known);
        if !open.is_empty() {
            return Err(Refusal::Undecided { step: step.to_owned(), facts: open });
        }
        let done = self.doing(node, at);
        self.course.facts.extend(facts);
        self.finish(node, done);
        Ok(())
    }

    /// The facts on which it hangs which edge is taken; none, if that is clear.
    pub(super) fn hanging(&self, node: Ix, known: &impl Fn(Ix) -> Option<Ix>) -> Vec<String> {
        let edges = &self.node(node).next;
        if edges.iter().any(|edge| edge.when.holds(known) == Some(true)) {
            return Vec::new();
        }
        let mut open = Vec::new();
        for edge in edges.iter().filter(|edge| edge.when.holds(known).is_none()) {
            edge.when.visit(&mut |fact, _| {
                let name = &self.rules.artifact().facts[fact as usize].id;
                if known(fact).is_none() && !open.contains(name) {
                    open.push(name.clone());
                }
            });
        }
        open
    }

    /// The node at which the file is, if it is done by such an event.
    fn under_way(&self, step: &str, at: Instant, event: &'static str) -> Result<Ix, Refusal> {
        let named = || step.to_owned();
        let node = *self.way.steps.get(step).ok_or_else(|| Refusal::UnknownStep { step: named() })?;
        let wanted = match self.node(node).kind {
            NodeKind::Choice => "decided",
            NodeKind::Wait => "arrived",
            NodeKind::Step | NodeKind::Receipt => "done",
            NodeKind::End | NodeKind::Join | NodeKind::Parallel => "nobody",
        };
        if wanted != event {
            return Err(Refusal::WrongEvent { step: named(), wanted });
        }
        if let Some(at) = self.course.done[node as usize] {
            return Err(Refusal::AlreadyDone { step: named(), at });
        }
        let Some(from) = self.course.active.get(&node) else {
            let under_way = self.course.active.keys().map(|node| self.node(*node).id.clone()).collect();
            return Err(Refusal::NotUnderWay { step: named(), under_way });
        };
        match at < *from {
            true => Err(Refusal::TooEarly { step: named(), from: *from }),
            false => Ok(node),
        }
    }

    /// The facts by their places, none of them known to be otherwise.
    fn facts(&self, said: &BTreeMap<String, String>) -> Result<Facts, Refusal> {
        let mut facts = Facts::new();
        for (fact, value) in said {
            let place = self.way.facts.get(fact).copied();
            let known = || self.way.facts.keys().cloned().collect();
            let place = place.ok_or_else(|| Refusal::UnknownFact { fact: fact.clone(), known: known() })?;
            let values = &self.rules.artifact().facts[place as usize].values;
            let at = values.iter().position(|known| known == value);
            let unknown = || (fact.clone(), value.clone(), values.clone());
            let at = at.ok_or_else(|| {
                let (fact, value, known) = unknown();
                Refusal::UnknownValue { fact, value, known }
            })?;
            if let Some(settled) = self.course.facts.get(&place).filter(|settled| **settled != at as Ix) {
                return Err(Refusal::FactSettled { fact: fact.clone(), value: values[*settled as usize].clone() });
            }
            facts.insert(place, at as Ix);
        }
        Ok(facts)
    }

    fn extension(&self, name: &str) -> Result<Ix, Refusal> {
        let extensions = &self.channel().extensions;
        let place = extensions.iter().position(|extension| extension.id == name);
        let known = || extensions.iter().map(|extension| extension.id.clone()).collect();
        let unknown = || Refusal::UnknownExtension { extension: name.to_owned(), known: known() };
        let place = place.ok_or_else(unknown)? as Ix;
        match self.extensions().contains(&place) {
            true => Err(Refusal::AlreadyExtended { extension: name.to_owned() }),
            false => Ok(place),
        }
    }

    pub(super) fn channel(&self) -> &Channel {
        self.way.channel(&self.rules)
    }

    pub(super) fn node(&self, ix: Ix) -> &Node {
        &self.channel().nodes[ix as usize]
    }

    pub(super) fn calendar(&self) -> &Calendar {
        self.way.calendar(&self.rules)
    }

    pub(super) fn value(&self) -> impl Fn(Ix) -> Option<Ix> + '_ {
        |fact| self.course.facts.get(&fact).copied()
    }

    pub(super) fn is_undecided(&self, node: Ix) -> bool {
        let node = self.node(node);
        node.kind == NodeKind::Choice && node.pace == Pace::Automatic
    }

    pub fn state(&self) -> State {
        State::of(self)
    }
}
