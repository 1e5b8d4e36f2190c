//! One channel of a regulation, ready to be driven: what each node may take, under one reading and one "what if".

use super::cases::Case;
use super::clock::Clock;
use super::conditions::{Facts, collect_facts};
use super::options::Options;
use super::pass::{Act, Moment, Pass, Passed};
use super::plan::Plan;
use crate::model::{ActorKind, FactId, Model, Node, NodeIx, NodeKind, Procedure};
use crate::time::curve::Curve;
use crate::time::{Day, Duration};
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a node may take.
#[derive(Clone, Debug)]
pub struct Take {
    /// Its limits that are counted forward, each with its curve.
    pub limits: Vec<(Duration, Arc<Curve>)>,
    /// Those counted back from the term's end, as functions of that end.
    pub back: Vec<(Duration, Arc<Curve>)>,
    /// The earliest of `limits`.
    pub forward: Option<Arc<Curve>>,
    pub open: Openness,
}

/// Whether something is said of how long a node may take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Openness {
    /// It has a limit, or is a point and not an act.
    Closed,
    /// An outside event that may come at any time.
    Event,
    /// An official's step of which nothing is said.
    Step,
    /// The applicant or an information system: at once, as nothing is said.
    AtOnce,
}

pub struct Road<'a> {
    pub model: &'a Model,
    pub procedure: &'a Procedure,
    pub clock: &'a Clock<'a>,
    pub takes: Vec<Take>,
    /// The starts, as the first and the last minute.
    pub starts: (i32, i32),
    /// N over the starts.
    pub filing: Arc<Curve>,
}

impl<'a> Road<'a> {
    pub fn new(model: &'a Model, procedure: &'a Procedure, clock: &'a Clock<'a>, options: &Options) -> Self {
        let takes = procedure.nodes.iter().map(|node| take(model, clock, node, options)).collect();
        let shelf = clock.shelf;
        let first = Day::from_date(options.from).at(0).0.clamp(shelf.first(), shelf.last());
        let last = Day::from_date(options.to).last_minute().0.clamp(first, shelf.last());
        let filing = Arc::new(clock.filing(first, last));
        Road { model, procedure, clock, takes, starts: (first, last), filing }
    }

    /// The same road with another limit for one node.
    pub fn with_limit(&self, node: NodeIx, duration: Duration) -> Road<'a> {
        let mut takes = self.takes.clone();
        let actor = self.procedure[node].actor;
        takes[node.0 as usize] = limited(vec![(duration, self.clock.step(duration, actor))], Vec::new());
        Road { takes, filing: self.filing.clone(), ..*self }
    }

    pub fn take(&self, node: NodeIx) -> &Take {
        &self.takes[node.0 as usize]
    }

    /// The nodes that stop the term's clock under the reading chosen.
    pub fn clock_stops(&self) -> BTreeSet<NodeIx> {
        let stops = |node: &NodeIx| matches!(self.procedure[*node].kind, NodeKind::Wait { stops_clock: true });
        let nodes = (0..self.procedure.nodes.len() as u32).map(NodeIx);
        nodes.filter(|_| self.clock.readings.clock_stop).filter(stops).collect()
    }

    /// The facts that the procedure and the case ask about.
    pub fn facts(&self, case: &Case) -> BTreeSet<FactId> {
        let mut facts = BTreeSet::new();
        collect_facts(&case.when, &mut facts);
        let edges = self.procedure.nodes.iter().flat_map(|node| &node.next);
        edges.for_each(|edge| collect_facts(&edge.when, &mut facts));
        facts
    }

    pub fn acts<T: Moment>(&self, due: Option<&T>) -> Vec<Act<T>> {
        let back = |take: &Take| {
            let ends = take.back.iter().filter_map(|(_, curve)| Some(due?.after(curve)));
            ends.reduce(|a, b| a.earlier(&b))
        };
        self.takes.iter().map(|take| Act { limit: take.forward.clone(), before_term: back(take) }).collect()
    }
}

fn take(model: &Model, clock: &Clock, node: &Node, options: &Options) -> Take {
    if let Some(&duration) = options.limits.get(&node.id) {
        return limited(vec![(duration, clock.step(duration, node.actor))], Vec::new());
    }
    let (back, forward): (Vec<_>, Vec<_>) = node.limits.iter().partition(|limit| limit.before_term);
    let forward = forward.iter().map(|limit| (limit.duration, clock.step(limit.duration, node.actor)));
    let back = back.iter().map(|limit| (limit.duration, clock.before_term(limit.duration)));
    let mut take = limited(forward.collect(), back.collect());
    if node.limits.is_empty() {
        take.open = openness(model, node);
    }
    take
}

fn limited(limits: Vec<(Duration, Arc<Curve>)>, back: Vec<(Duration, Arc<Curve>)>) -> Take {
    let forward = limits.iter().map(|(_, curve)| curve.clone()).reduce(|a, b| a.earlier(&b));
    Take { limits, back, forward, open: Openness::Closed }
}

fn openness(model: &Model, node: &Node) -> Openness {
    match node.kind {
        NodeKind::Wait { .. } => Openness::Event,
        // A choice that nobody is said to make is no act; one that somebody makes takes his time.
        NodeKind::Step | NodeKind::Choice => match (node.actor.map(|actor| model[actor].kind), node.kind) {
            (None, NodeKind::Choice) => Openness::Closed,
            (Some(ActorKind::Applicant | ActorKind::System), _) => Openness::AtOnce,
            (Some(ActorKind::Official | ActorKind::Outside) | None, _) => Openness::Step,
        },
        _ => Openness::Closed,
    }
}

/// A road in one case.
pub struct Drive<'a> {
    pub road: &'a Road<'a>,
    pub case: &'a Case,
    pub plan: &'a Plan,
    /// Waits behind which the clock has stopped, so that the term is no longer a function of the start alone.
    pub stops: &'a BTreeSet<NodeIx>,
}

impl Drive<'_> {
    /// Everything at once, for every start.
    pub fn all(&self, due: Option<&Arc<Curve>>) -> Passed<Arc<Curve>> {
        let acts = self.road.acts(due);
        self.pass(&acts, self.road.filing.clone(), &Facts::new(), &BTreeSet::new()).run()
    }

    pub fn pass<'p, T: Moment>(
        &'p self,
        acts: &'p [Act<T>],
        filing: T,
        pinned: &'p Facts,
        closed: &'p BTreeSet<(NodeIx, usize)>,
    ) -> Pass<'p, T> {
        Pass {
            model: self.road.model,
            procedure: self.road.procedure,
            plan: self.plan,
            acts,
            filing,
            when: &self.case.when,
            pinned,
            closed,
            stops: self.stops,
        }
    }

    /// The latest end, over all ends and all that is remembered.
    pub fn finish<T: Moment>(&self, passed: &Passed<T>) -> Option<T> {
        let ends = self.ends().flat_map(|end| passed.leaving[end.0 as usize].values());
        ends.map(|state| state.arrival.clone()).reduce(|a, b| a.later(&b))
    }

    pub fn ends(&self) -> impl Iterator<Item = NodeIx> + '_ {
        let order = self.plan.order.iter().copied();
        order.filter(|&node| matches!(self.road.procedure[node].kind, NodeKind::End(_)))
    }
}
