//! What sums can't find: a limit that expires before the file arrives, a stage smaller than its steps, a notice due
//! before its reason can be known. Apart from the verdict on the term.
//!
//! A limit from an earlier event is held against the arrival on the paths that lead from that event on, so that both
//! lie on one path: for each event, the files that left it are followed alone.

use super::cases::Case;
use super::conditions::facts_of;
use super::pass::{Passed, State, States};
use super::plan::Plan;
use super::proof::{EarlyNotice, Expiry, SmallStage};
use super::road::{Drive, Road};
use super::worst;
use crate::model::{Anchor, AnchorEvent, Condition, Extension, NodeIx, NodeKind, Regulation, Stage};
use crate::time::Instant;
use crate::time::curve::{Curve, Stretch, first_common};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What was found in one channel.
#[derive(Default)]
pub struct Early {
    pub expiries: Vec<Expiry>,
    pub small_stages: Vec<SmallStage>,
    pub notices: Vec<EarlyNotice>,
}

pub fn find(road: &Road, regulation: &Regulation) -> Early {
    let case = Case { name: String::new(), term: None, extended: Vec::new(), when: Condition::Always, span: None };
    let Some(plan) = Plan::new(road.procedure, &BTreeSet::new()) else { return Early::default() };
    let stops = BTreeSet::new();
    let drive = Drive { road, case: &case, plan: &plan, stops: &stops };
    let finder = Finder { passed: OnceCell::new(), open: road.filing.fixed_points(), drive: &drive };
    let extensions = regulation.standard.map_or(&[][..], |id| &road.model[id].extensions);
    let extensions = extensions.iter().enumerate();
    let expiry = |&node: &NodeIx| finder.expiry(node).or_else(|| before_term(road, regulation, &plan, node));
    Early {
        expiries: plan.order.iter().filter_map(expiry).collect(),
        small_stages: (0..road.procedure.stages.len()).filter_map(|stage| finder.stage(stage)).collect(),
        notices: extensions.filter_map(|(ix, extension)| finder.notice(ix, extension)).collect(),
    }
}

/// A limit that counts back from the end of the term, and is over before the file arrives: in the first case of the
/// standard in which that can be.
fn before_term(road: &Road, regulation: &Regulation, plan: &Plan, node: NodeIx) -> Option<Expiry> {
    if road.take(node).back.is_empty() {
        return None;
    }
    let cases = super::cases::cases(road.model, regulation, road.procedure.channel);
    cases.iter().find_map(|case| before_term_of(road, case, plan, node))
}

fn before_term_of(road: &Road, case: &Case, plan: &Plan, node: NodeIx) -> Option<Expiry> {
    let stops = BTreeSet::new();
    let drive = Drive { road, case, plan, stops: &stops };
    let finder = Finder { passed: OnceCell::new(), open: road.filing.fixed_points(), drive: &drive };
    let term = super::clock::whole_term(case, case.term?);
    let term_ends = Arc::new(road.filing.then(&road.clock.term(&term)));
    let due = road.acts(Some(&term_ends)).swap_remove(node.0 as usize).before_term?;
    let passed = drive.all(Some(&term_ends));
    let states = passed.arriving[node.0 as usize].values();
    let broken = states.filter_map(|state| finder.too_early(&due, &state.arrival)).min()?;
    let term_ends = term_ends.at(broken.filed);
    let story = worst::arrival(&drive, broken.filed, node, Instant(broken.due), Some(term_ends))?;
    Some(Expiry {
        channel: road.procedure.channel,
        node,
        due: Instant(broken.due),
        arrival: Instant(broken.after),
        story,
    })
}

struct Finder<'d> {
    drive: &'d Drive<'d>,
    /// All starts at once; made when something asks.
    passed: OnceCell<Passed<Arc<Curve>>>,
    /// When filings count at once.
    open: Vec<Stretch>,
}

/// A date that comes too early.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Broken {
    filed: i32,
    due: i32,
    after: i32,
}

impl Finder<'_> {
    fn passed(&self) -> &Passed<Arc<Curve>> {
        self.passed.get_or_init(|| self.drive.all(None))
    }

    fn expiry(&self, node: NodeIx) -> Option<Expiry> {
        let take = self.drive.road.take(node);
        let anchor = &self.drive.road.procedure[node].anchor;
        if take.forward.is_none() || anchor.events.contains(&AnchorEvent::Previous) {
            return None;
        }
        let broken = self.followed(&anchor.events, |finder, passed| {
            let states = passed.arriving[node.0 as usize].values();
            let broken = states.filter_map(|state| {
                let due = finder.expires(node, state)?;
                finder.too_early(&due, &state.arrival)
            });
            broken.min()
        })?;
        let story = worst::arrival(self.drive, broken.filed, node, Instant(broken.due), None)?;
        Some(Expiry {
            channel: self.drive.road.procedure.channel,
            node,
            due: Instant(broken.due),
            arrival: Instant(broken.after),
            story,
        })
    }

    /// The earliest that `look` finds on the paths from each of the events on.
    fn followed(
        &self,
        events: &[AnchorEvent],
        look: impl Fn(&Self, &Passed<Arc<Curve>>) -> Option<Broken>,
    ) -> Option<Broken> {
        let each = events.iter().filter_map(|event| match event {
            AnchorEvent::Previous => None,
            AnchorEvent::Filing => look(self, self.passed()),
            AnchorEvent::Done(event) => look(self, &self.behind(*event)),
        });
        each.min()
    }

    fn behind(&self, event: NodeIx) -> Passed<Arc<Curve>> {
        let mut leaving: States<Arc<Curve>> = self.passed().leaving[event.0 as usize].clone();
        for state in leaving.values_mut() {
            let arrival = state.arrival.clone();
            state.events.insert(event, arrival);
        }
        let acts = self.drive.road.acts(None);
        let (pinned, closed) = Default::default();
        self.drive.pass(&acts, self.drive.road.filing.clone(), &pinned, &closed).run_behind(event, leaving)
    }

    fn expires(&self, node: NodeIx, state: &State<Arc<Curve>>) -> Option<Arc<Curve>> {
        let acts = self.drive.road.acts(None);
        let (pinned, closed) = Default::default();
        self.drive.pass(&acts, self.drive.road.filing.clone(), &pinned, &closed).expiry(node, state)
    }

    /// The earliest filing inside acceptance hours for which `due` lies before `after`.
    fn too_early(&self, due: &Curve, after: &Curve) -> Option<Broken> {
        let until = [due, after].iter().filter_map(|curve| curve.first_never()).min().map_or(due.until(), |t| t - 1);
        if until < due.from() {
            return None;
        }
        let known = (due.from(), until);
        let broken = due.within(known).where_above_at_most(&after.within(known), -1);
        let filed = first_common(&broken, &self.open)?;
        Some(Broken { filed, due: due.at(filed), after: after.at(filed) })
    }

    fn stage(&self, ix: usize) -> Option<SmallStage> {
        let stage = &self.drive.road.procedure.stages[ix];
        let limits = stage.limits.iter().filter(|limit| !limit.before_term);
        // A stage has no actor of its own: its days are the provider's week, that of its first step.
        let actor = stage.nodes.iter().find_map(|&node| self.drive.road.procedure[node].actor);
        let limit =
            limits.map(|limit| self.drive.road.clock.step(limit.duration, actor)).reduce(|a, b| Arc::new(a.min(&b)))?;
        let steps = |node: &&NodeIx| !matches!(self.drive.road.procedure[**node].kind, NodeKind::Choice);
        let found = stage.nodes.iter().filter(steps).filter_map(|&node| {
            let broken = self.stage_at(stage, &limit, node)?;
            Some((broken.filed, std::cmp::Reverse(broken.after), node, broken))
        });
        let (_, _, last, broken) = found.min()?;
        Some(SmallStage {
            channel: self.drive.road.procedure.channel,
            stage: ix,
            filed: Instant(broken.filed),
            due: Instant(broken.due),
            finished: Instant(broken.after),
            last,
        })
    }

    /// Whether a step of the stage can be done after its limit, which runs from its anchor: from the arrival at the
    /// stage where nothing is said.
    fn stage_at(&self, stage: &Stage, limit: &Curve, node: NodeIx) -> Option<Broken> {
        let done = |passed: &Passed<Arc<Curve>>, start: &Curve| {
            let due = start.then(limit);
            let states = passed.leaving[node.0 as usize].values();
            states.filter_map(|state| self.too_early(&due, &state.arrival)).min()
        };
        let each = starts(stage).into_iter().filter_map(|event| match event {
            AnchorEvent::Previous => {
                let first = *stage.nodes.first()?;
                let passed = self.arriving_alone(first);
                let starts: Vec<_> = self.passed().arriving[first.0 as usize].values().collect();
                starts.iter().filter_map(|state| done(&passed, &state.arrival)).min()
            }
            AnchorEvent::Filing => done(self.passed(), &self.drive.road.filing),
            AnchorEvent::Done(event) => {
                let passed = self.behind(event);
                let starts: Vec<_> = self.passed().leaving[event.0 as usize].values().collect();
                starts.iter().filter_map(|state| done(&passed, &state.arrival)).min()
            }
        });
        each.min()
    }

    /// The files that arrive at `first`, followed from there, with their own act.
    fn arriving_alone(&self, first: NodeIx) -> Passed<Arc<Curve>> {
        let mut passed = self.behind(first);
        passed.leaving[first.0 as usize] = self.passed().leaving[first.0 as usize].clone();
        passed
    }

    fn notice(&self, ix: usize, extension: &Extension) -> Option<EarlyNotice> {
        let limit = extension.notice.as_ref().filter(|limit| !limit.before_term)?;
        let procedure = self.drive.road.procedure;
        let asked = facts_of(&extension.when);
        let tests = |node: &&NodeIx| {
            procedure[**node].next.iter().any(|edge| facts_of(&edge.when).intersection(&asked).next().is_some())
        };
        let known_at = *self.drive.plan.order.iter().find(tests)?;
        let curve = self.drive.road.clock.step(limit.duration, procedure[known_at].actor);
        let broken = extension.notice_from.iter().filter_map(|name| match name.as_str() {
            "filing" => self.notice_broken(self.passed(), &self.drive.road.filing, &curve, known_at),
            _ => {
                let at = procedure.nodes.iter().position(|node| node.id == *name)?;
                let event = NodeIx(at as u32);
                let passed = self.behind(event);
                let starts: Vec<_> = self.passed().leaving[at].values().map(|state| state.arrival.clone()).collect();
                starts.iter().filter_map(|start| self.notice_broken(&passed, start, &curve, known_at)).min()
            }
        });
        let broken = broken.min()?;
        Some(EarlyNotice {
            channel: procedure.channel,
            extension: ix,
            filed: Instant(broken.filed),
            due: Instant(broken.due),
            known: Instant(broken.after),
            node: known_at,
        })
    }

    fn notice_broken(
        &self,
        passed: &Passed<Arc<Curve>>,
        start: &Curve,
        limit: &Curve,
        known_at: NodeIx,
    ) -> Option<Broken> {
        let due = start.then(limit);
        let states = passed.arriving[known_at.0 as usize].values();
        states.filter_map(|state| self.too_early(&due, &state.arrival)).min()
    }
}

/// What the stage's limit is counted from.
fn starts(stage: &Stage) -> Vec<AnchorEvent> {
    let Anchor { events, .. } = &stage.anchor;
    events.clone()
}
