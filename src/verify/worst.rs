//! The worst start, told so that a person can check it with a pencil: the facts, and who holds the file from when
//! until when.

use super::conditions::{Facts, collect_facts, holds};
use super::judge::{Measured, Trial, projected};
use super::pass::{Moment, Passed, State, States};
use super::proof::{Link, Stop, TermProof, Worst};
use super::road::Drive;
use super::stopped::StopAt;
use crate::model::{AnchorEvent, FactId, NodeIx, NodeKind};
use crate::time::curve::Curve;
use crate::time::{Duration, Instant};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Fixes the path: values of all facts, and edges that are not taken where several could be.
#[derive(Clone, Default)]
struct Way {
    pinned: Facts,
    closed: BTreeSet<(NodeIx, usize)>,
}

/// What happens on one way from one start.
struct Story {
    /// Up to the ends, or to the wait that stops the clock.
    before: Passed<i32>,
    /// Behind that wait.
    behind: Option<Passed<i32>>,
}

/// Fills in the worst start, and what can be said of the waits on its path.
pub fn show(trial: &Trial, measured: &Measured, term: Option<&[Duration]>, proof: &mut TermProof) {
    let teller = Teller::new(&trial.drive, measured, term);
    let Some(way) = teller.way() else { return };
    let story = teller.story(&way);
    let Some(finished) = teller.finished(&story) else { return };
    let chain = teller.chain(&way, &story, finished);
    let due = teller.due(term);
    let filed = Instant(measured.start);
    let counted = Instant(teller.filing);
    let worst = Worst {
        filed,
        counted,
        facts: teller.facts(&way, &story),
        finished: Instant(finished),
        due,
        stopped: measured.stop.as_ref().map(|stop| Stop {
            wait: stop.wait,
            from: Instant(stop.from),
            until: Instant(stop.until),
            spent: stop.spent,
        }),
        chain,
    };
    let mut dates: Vec<Instant> = vec![filed, worst.finished];
    dates.extend(due);
    proof.projected = projected(trial, &dates);
    proof.working_slack = due.map(|due| trial.drive.road.clock.working_minutes(worst.finished, due));
    for wait in &mut proof.waits {
        wait.begins = worst.chain.iter().find(|link| link.node == wait.node).map(|link| link.from);
        let latest = due.and_then(|due| match wait.begins {
            Some(begins) => teller.latest(&way, wait.node, begins.0, due.0),
            None => teller.latest_elsewhere(wait.node, due.0),
        });
        wait.latest = latest.map(|at| Instant(at).day());
    }
    proof.worst = Some(worst);
}

/// How the file comes to `goal` from the start `filed`: for a limit that expires before.
pub fn arrival(drive: &Drive, filed: i32, goal: NodeIx, due: Instant, term_ends: Option<i32>) -> Option<Worst> {
    let filing = drive.road.filing.at(filed);
    let mut teller = Teller {
        drive,
        goal: Some(goal),
        stop: None,
        filing,
        finished: None,
        acts: drive.road.acts(term_ends.as_ref()),
    };
    teller.finished = teller.finished(&teller.story(&Way::default()));
    let way = teller.way()?;
    let story = teller.story(&way);
    let finished = teller.finished(&story)?;
    let mut chain = teller.chain(&way, &story, finished);
    let before = |node: NodeIx| leads_to(drive, node, goal);
    chain.retain(|link| link.node != goal && before(link.node));
    Some(Worst {
        filed: Instant(filed),
        counted: Instant(filing),
        facts: teller.facts(&way, &story),
        finished: Instant(finished),
        due: Some(due),
        chain,
        stopped: None,
    })
}

fn leads_to(drive: &Drive, node: NodeIx, goal: NodeIx) -> bool {
    let mut seen = BTreeSet::from([node]);
    let mut stack = vec![node];
    while let Some(at) = stack.pop() {
        if at == goal {
            return true;
        }
        stack.extend(drive.road.procedure[at].next.iter().map(|edge| edge.to).filter(|to| seen.insert(*to)));
    }
    false
}

struct Teller<'t> {
    drive: &'t Drive<'t>,
    /// The node that the story leads to; `None`: the ends.
    goal: Option<NodeIx>,
    stop: Option<&'t StopAt>,
    filing: i32,
    /// What the story must come to.
    finished: Option<i32>,
    acts: Vec<super::pass::Act<i32>>,
}

impl<'t> Teller<'t> {
    fn new(drive: &'t Drive<'t>, measured: &'t Measured, term: Option<&[Duration]>) -> Self {
        let filing = drive.road.filing.at(measured.start);
        let due = term.map(|term| drive.road.clock.term(term).at(filing));
        let acts = drive.road.acts(due.as_ref());
        let stop = measured.stop.as_ref();
        let mut teller = Teller { drive, goal: None, stop, filing, finished: None, acts };
        teller.finished = match &measured.stop {
            Some(stop) => Some(stop.finished),
            None => teller.finished(&teller.story(&Way::default())),
        };
        teller
    }

    fn story(&self, way: &Way) -> Story {
        let pass = self.drive.pass(&self.acts, self.filing, &way.pinned, &way.closed);
        let before = pass.run();
        let behind = self.stop.map(|stop| {
            let arriving = &before.arriving[stop.wait.0 as usize];
            let resumed = arriving.iter().map(|(key, state)| {
                let clipped = state.events.iter().map(|(event, at)| (*event, (*at).min(stop.from)));
                let mut events: std::collections::BTreeMap<NodeIx, i32> = clipped.collect();
                events.insert(stop.wait, stop.until);
                (key.clone(), State { arrival: stop.until, events })
            });
            pass.run_behind(stop.wait, resumed.filter(|(key, _)| *key == stop.key).collect())
        });
        Story { before, behind }
    }

    fn finished(&self, story: &Story) -> Option<i32> {
        if let Some(goal) = self.goal {
            return story.before.arriving[goal.0 as usize].values().map(|state| state.arrival).max();
        }
        self.drive.finish(story.behind.as_ref().unwrap_or(&story.before))
    }

    /// Whether the way still leads to the worst finish.
    fn leads(&self, way: &Way) -> bool {
        let story = self.story(way);
        let in_time = self.stop.is_none_or(|stop| {
            let arriving = story.before.arriving[stop.wait.0 as usize].values();
            arriving.map(|state| state.arrival).max().is_some_and(|arrival| arrival >= stop.from)
        });
        in_time && self.finished(&story) >= self.finished && self.finished.is_some()
    }

    /// Fixes one fact after the other, then one choice after the other, so that the finish stays the worst.
    fn way(&self) -> Option<Way> {
        let drive = self.drive;
        let mut way = Way::default();
        for fact in drive.road.facts(drive.case) {
            let values = 0..drive.road.model[fact].values.len() as u32;
            let found = values.into_iter().find(|value| {
                let mut tried = way.clone();
                tried.pinned.insert(fact, *value);
                self.leads(&tried)
            })?;
            way.pinned.insert(fact, found);
        }
        for &node in drive.plan.order.iter().filter(|&&node| drive.road.procedure[node].kind != NodeKind::Parallel) {
            let edges = &drive.road.procedure[node].next;
            let open = |way: &Way, ix: usize| {
                !way.closed.contains(&(node, ix)) && holds(&edges[ix].when, &way.pinned) == Some(true)
            };
            if edges.iter().enumerate().filter(|(ix, _)| open(&way, *ix)).count() < 2 {
                continue;
            }
            let only = (0..edges.len()).filter(|&ix| open(&way, ix)).find_map(|taken| {
                let mut tried = way.clone();
                tried.closed.extend((0..edges.len()).filter(|&ix| ix != taken).map(|ix| (node, ix)));
                self.leads(&tried).then_some(tried)
            });
            way = only.unwrap_or(way);
        }
        Some(way)
    }

    /// How the file arrives at a node, if it does.
    fn arriving<'s>(&self, story: &'s Story, node: NodeIx) -> Option<(&'s State<i32>, bool)> {
        let of = |states: &'s States<i32>| states.values().max_by_key(|state| state.arrival);
        let behind = story.behind.as_ref().and_then(|passed| of(&passed.arriving[node.0 as usize]));
        let before = of(&story.before.arriving[node.0 as usize]);
        behind.map(|state| (state, true)).or(before.map(|state| (state, false)))
    }

    /// When the node is done: before a stop, never later than the stop.
    fn done(&self, story: &Story, node: NodeIx) -> Option<i32> {
        let (state, behind) = self.arriving(story, node)?;
        match self.stop {
            Some(stop) if node == stop.wait => Some(stop.until),
            Some(stop) if !behind => Some(self.finish(node, state).min(stop.from)),
            _ => Some(self.finish(node, state)),
        }
    }

    fn finish(&self, node: NodeIx, state: &State<i32>) -> i32 {
        let (pinned, closed) = Default::default();
        self.drive.pass(&self.acts, self.filing, &pinned, &closed).finish(node, state)
    }

    fn expiry(&self, node: NodeIx, state: &State<i32>) -> Option<i32> {
        let (pinned, closed) = Default::default();
        self.drive.pass(&self.acts, self.filing, &pinned, &closed).expiry(node, state)
    }

    fn chain(&self, way: &Way, story: &Story, finished: i32) -> Vec<Link> {
        let critical = self.critical(way, story, finished);
        let road = self.drive.road;
        let held = |node: &NodeIx| {
            let kind = road.procedure[*node].kind;
            matches!(kind, NodeKind::Step | NodeKind::Wait { .. }) || !road.take(*node).limits.is_empty()
        };
        let link = |node: NodeIx| {
            let (state, _) = self.arriving(story, node)?;
            let take = road.take(node);
            let from = self.stop.map_or(state.arrival, |stop| match node == stop.wait {
                true => stop.from,
                false => state.arrival.min(self.done(story, node).unwrap_or(state.arrival)),
            });
            Some(Link {
                node,
                from: Instant(from),
                until: Instant(self.done(story, node)?),
                limits: take.limits.iter().chain(&take.back).map(|(duration, _)| *duration).collect(),
                counted_from: Instant(self.counted_from(node, state)),
                critical: critical.contains(&node),
            })
        };
        let order = self.drive.plan.order.iter().filter(|node| held(node));
        let mut chain: Vec<Link> = order.filter_map(|&node| link(node)).collect();
        chain.sort_by_key(|link| (link.from, link.until));
        chain
    }

    fn counted_from(&self, node: NodeIx, state: &State<i32>) -> i32 {
        let events = self.drive.road.procedure[node].anchor.events.iter();
        let at = events.filter_map(|event| match event {
            AnchorEvent::Previous => Some(state.arrival),
            AnchorEvent::Filing => Some(self.filing),
            AnchorEvent::Done(event) => state.events.get(event).copied(),
        });
        at.max().unwrap_or(state.arrival)
    }

    /// Back from the end: the nodes on which the finish depends.
    fn critical(&self, way: &Way, story: &Story, finished: i32) -> BTreeSet<NodeIx> {
        let drive = self.drive;
        let last = self.goal.or_else(|| drive.ends().find(|&end| self.done(story, end) == Some(finished)));
        let mut critical = BTreeSet::new();
        let mut stack: Vec<NodeIx> = last.into_iter().collect();
        while let Some(node) = stack.pop() {
            if !critical.insert(node) {
                continue;
            }
            let Some((state, _)) = self.arriving(story, node) else { continue };
            let by_limit = self.expiry(node, state) == Some(self.finish(node, state));
            let anchor = self.counted_from(node, state);
            let event = drive.road.procedure[node].anchor.events.iter().find_map(|event| match event {
                AnchorEvent::Done(event) if state.events.get(event) == Some(&anchor) => Some(*event),
                _ => None,
            });
            match event {
                Some(event) if by_limit => stack.push(event),
                _ => stack.extend(self.before(way, story, node, state.arrival)),
            }
        }
        critical
    }

    /// The node from which the file came at its arrival.
    fn before(&self, way: &Way, story: &Story, node: NodeIx, arrival: i32) -> Option<NodeIx> {
        let procedure = self.drive.road.procedure;
        self.drive.plan.order.iter().copied().find(|&from| {
            let leads = |(ix, edge): (usize, &crate::model::Edge)| {
                edge.to == node && !way.closed.contains(&(from, ix)) && holds(&edge.when, &way.pinned) != Some(false)
            };
            procedure[from].next.iter().enumerate().any(leads) && self.done(story, from) == Some(arrival)
        })
    }

    /// The facts that the path asks about, and those of the case.
    fn facts(&self, way: &Way, story: &Story) -> Vec<(FactId, u32)> {
        let drive = self.drive;
        let mut asked = BTreeSet::new();
        collect_facts(&drive.case.when, &mut asked);
        for &node in &drive.plan.order {
            let told = self.goal.is_none_or(|goal| node != goal && leads_to(drive, node, goal));
            if told && self.arriving(story, node).is_some() {
                drive.road.procedure[node].next.iter().for_each(|edge| collect_facts(&edge.when, &mut asked));
            }
        }
        asked.into_iter().filter_map(|fact| Some((fact, *way.pinned.get(&fact)?))).collect()
    }

    fn due(&self, term: Option<&[Duration]>) -> Option<Instant> {
        let due = match self.stop {
            Some(stop) => term.map(|_| stop.due),
            None => term.map(|term| self.drive.road.clock.term(term).at(self.filing)),
        };
        due.filter(|due| *due != crate::time::curve::NEVER).map(Instant)
    }

    /// The same for an event that the worst way passes by: over all ways of this start.
    fn latest_elsewhere(&self, node: NodeIx, due: i32) -> Option<i32> {
        let way = Way::default();
        let story = self.story(&way);
        let begins = story.before.arriving[node.0 as usize].values().map(|state| state.arrival).max()?;
        self.latest(&way, node, begins, due)
    }

    /// The latest minute at which an unlimited event may happen and the term still be kept.
    fn latest(&self, way: &Way, node: NodeIx, begins: i32, due: i32) -> Option<i32> {
        let shelf = self.drive.road.clock.shelf;
        let kept = |until: i32| {
            let mut acts = self.acts.clone();
            let ends: Arc<Curve> = Arc::new(Curve::constant(shelf.first(), shelf.last(), until));
            acts[node.0 as usize].limit = Some(ends);
            let pass = self.drive.pass(&acts, self.filing, &way.pinned, &way.closed);
            let passed = pass.run();
            self.drive.finish(&passed).is_some_and(|finish: i32| finish.earlier(&due) == finish)
        };
        if self.stop.is_some() || !kept(begins) {
            return None;
        }
        let (mut low, mut high) = (begins, due.max(begins));
        while low < high {
            let middle = low + (high - low + 1) / 2;
            if kept(middle) { low = middle } else { high = middle - 1 }
        }
        Some(low)
    }
}
