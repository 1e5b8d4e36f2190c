//! The verdict on one channel in one case.

use super::cases::Case;
use super::certificate::{self, TermCertificate};
use super::clock::whole_term;
use super::conditions::{Facts, facts_of};
use super::options::Options;
use super::paths::Paths;
use super::plan::Plan;
use super::promise;
use super::proof::{Refusal, TermProof, Verdict, Wait};
use super::road::{Drive, Openness, Road};
use super::slack::{self, Left};
use super::stopped::{self, StopAt};
use super::worst;
use crate::model::{AnchorEvent, NodeIx, NodeKind, Regulation};
use crate::time::curve::{Curve, NEVER, Stretch, first_common};
use crate::time::{Day, Duration, Instant, Unit};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// A case with everything that stays the same while terms are tried.
pub struct Trial<'a> {
    pub drive: Drive<'a>,
    /// The finish of the paths on which the clock doesn't stop; it depends on the term only where a limit is counted
    /// back from it.
    finish: OnceCell<Option<Arc<Curve>>>,
    pub counted_back: bool,
    /// The waits on feasible paths that stop the clock.
    pub stops: Vec<NodeIx>,
    /// When filings count at once.
    open: Rc<[Stretch]>,
}

/// The worst of all starts for one term.
#[derive(Clone, Debug)]
pub struct Measured {
    /// In minutes; negative: late.
    pub slack: i64,
    /// The earliest worst start, inside acceptance hours.
    pub start: i32,
    pub stop: Option<StopAt>,
}

impl<'a> Trial<'a> {
    /// The same case on a road that differs in a limit.
    pub fn over<'b>(&self, drive: Drive<'b>) -> Trial<'b> {
        Trial {
            drive,
            finish: OnceCell::new(),
            counted_back: self.counted_back,
            stops: self.stops.clone(),
            open: self.open.clone(),
        }
    }

    /// The slack of the worst start; `None`: no start at all has known dates.
    pub fn measure(&self, term: &[Duration]) -> Option<Measured> {
        let plain = self.plain(term);
        let stopped = self.stops.iter().filter_map(|&wait| stopped::measure(&self.drive, wait, term));
        plain.into_iter().chain(stopped).min_by_key(|measured| measured.slack)
    }

    fn plain(&self, term: &[Duration]) -> Option<Measured> {
        let filing = &self.drive.road.filing;
        let due = filing.then(&self.drive.road.clock.term(term));
        let finish = self.finish_under(&due)?;
        let parts = known_part(&due, &finish)?;
        let (due, finish) = match &parts {
            Known::All => (&due, &*finish),
            Known::Part(due, finish) => (due, finish),
        };
        let slack = due.least_above(finish);
        let worst = due.where_above_at_most(finish, slack);
        let start = first_common(&worst, &self.open).or(worst.first().map(|stretch| stretch.0))?;
        Some(Measured { slack, start, stop: None })
    }

    /// The finish of one start on the paths without a stopped clock; `None`: there is none that the calendar knows.
    pub fn finish_at(&self, start: i32) -> Option<i32> {
        let finish = self.finish.get_or_init(|| self.drive.finish(&self.drive.all(None))).as_ref()?;
        Some(finish.at(start)).filter(|finish| *finish != NEVER)
    }

    /// The finish of the paths without a stopped clock; `None`: there is no such path.
    pub fn finish_under(&self, due: &Curve) -> Option<Arc<Curve>> {
        if self.counted_back {
            let due = Arc::new(due.clone());
            return self.drive.finish(&self.drive.all(Some(&due)));
        }
        self.finish.get_or_init(|| self.drive.finish(&self.drive.all(None))).clone()
    }

    /// Whether the chain or the term leads out of the calendar for some start.
    fn leads_out(&self, term: Option<&[Duration]>) -> bool {
        let due = term.map(|term| self.drive.road.filing.then(&self.drive.road.clock.term(term)));
        let of_finish = self.finish.get().and_then(|finish| finish.as_ref()?.first_never());
        let of_due = due.and_then(|due| due.first_never());
        of_finish.or(of_due).or(self.drive.road.filing.first_never()).is_some()
    }
}

/// For which starts the finish is known.
enum Known {
    All,
    /// The term's end and the finish on those starts alone.
    Part(Curve, Curve),
}

/// `None`: for no start.
fn known_part(due: &Curve, finish: &Curve) -> Option<Known> {
    match finish.first_never() {
        None => Some(Known::All),
        Some(first) if first == finish.from() => None,
        Some(first) => {
            let known = (finish.from(), first - 1);
            Some(Known::Part(due.within(known), finish.within(known)))
        }
    }
}

/// Judges one case; `None` where no path goes with it.
pub fn judge(road: &Road, regulation: &Regulation, case: &Case, options: &Options) -> Option<TermProof> {
    prepared(road, regulation, case, |trial, proof| conclude(trial, options, proof))
}

/// Judges one case and writes the proof out; `None` where no path goes with it.
pub fn certify(road: &Road, regulation: &Regulation, case: &Case, options: &Options) -> Option<TermCertificate> {
    let mut written = None;
    let proof = prepared(road, regulation, case, |trial, proof| {
        conclude(trial, options, proof);
        written = Some(certificate::of(road.model, Some(trial), proof));
    })?;
    Some(written.unwrap_or_else(|| certificate::of(road.model, None, &proof)))
}

/// Of each day of the horizon, what the worst filing has left; empty where the term is not known, no path goes with the
/// case, or nothing can be judged.
pub fn by_day(road: &Road, regulation: &Regulation, case: &Case, options: &Options) -> BTreeMap<Day, Left> {
    let mut days = BTreeMap::new();
    prepared(road, regulation, case, |trial, _| {
        if let Some(term) = case.term {
            let horizon = (Day::from_date(options.from), Day::from_date(options.to));
            days = slack::days(trial, &whole_term(case, term), horizon);
        }
    });
    days
}

/// What every judgement needs, and then the judgement.
fn prepared(
    road: &Road,
    regulation: &Regulation,
    case: &Case,
    judge: impl FnOnce(&Trial, &mut TermProof),
) -> Option<TermProof> {
    let mut proof = blank(road, regulation, case);
    let Some(plan) = Plan::new(road.procedure, &facts_of(&case.when)) else {
        proof.refusal = Some(Refusal::Shapeless);
        return Some(proof);
    };
    proof.paths = Paths { model: road.model, procedure: road.procedure, plan: &plan, when: &case.when }.count();
    let reached = reached(road, case, &plan)?;
    let stops: BTreeSet<NodeIx> = road.clock_stops().intersection(&reached).copied().collect();
    proof.waits = waits(road, &reached, &stops);
    proof.assumed = with_openness(road, &reached, Openness::AtOnce).collect();
    let drive = Drive { road, case, plan: &plan, stops: &stops };
    proof.refusal = refusal(&drive, &reached);
    if proof.refusal.is_some() {
        return Some(proof);
    }
    let counted_back = reached.iter().any(|&node| !road.take(node).back.is_empty());
    let trial = Trial {
        drive,
        finish: OnceCell::new(),
        counted_back,
        stops: stops.iter().copied().collect(),
        open: road.filing.fixed_points().into(),
    };
    judge(&trial, &mut proof);
    Some(proof)
}

fn conclude(trial: &Trial, options: &Options, proof: &mut TermProof) {
    let case = trial.drive.case;
    let judged = case.term.map(|term| whole_term(case, term));
    let measured = judged.as_ref().and_then(|term| trial.measure(term));
    proof.least_promise = promise::least(trial, measured.as_ref().map(|measured| measured.start));
    proof.least_slack = measured.as_ref().map(|measured| measured.slack);
    let out = trial.leads_out(judged.as_deref());
    if out {
        proof.refusal = Some(Refusal::OutOfCalendar { year: trial.drive.road.clock.missing_year() });
    }
    proof.verdict = match (&measured, case.term) {
        (Some(measured), _) if measured.slack < 0 => Verdict::Late,
        _ if out => Verdict::Unprovable,
        (_, None) => Verdict::UnknownTerm,
        (None, _) => Verdict::Unprovable,
        _ if !proof.waits.is_empty() => Verdict::Unprovable,
        _ => Verdict::OnTime,
    };
    // Without a term, the worst start is one that the next shorter promise does not keep.
    let shown = measured.or_else(|| trial.measure(&whole_term(case, next_shorter(proof.least_promise?))));
    if let Some(measured) = shown {
        worst::show(trial, &measured, judged.as_deref(), proof);
    }
    if proof.verdict == Verdict::Late && options.repairs {
        proof.repairs = promise::repairs(trial, proof);
    }
}

fn next_shorter(promise: Duration) -> Duration {
    Duration { quantity: promise.quantity.saturating_sub(1).max(1), ..promise }
}

fn blank(road: &Road, regulation: &Regulation, case: &Case) -> TermProof {
    let standard = regulation.standard.map(|id| &road.model[id]);
    let id = |ix: usize| standard.and_then(|standard| standard.extensions.get(ix)).map(|it| it.id.clone());
    TermProof {
        channel: road.procedure.channel,
        case: case.name.clone(),
        when: case.when.clone(),
        extended: case.extended.iter().map(|&(ix, added)| (id(ix).unwrap_or_default(), added)).collect(),
        term: case.term,
        term_span: case.span,
        readings: road.clock.readings,
        verdict: Verdict::Unprovable,
        refusal: None,
        starts: (i64::from(road.starts.1) - i64::from(road.starts.0) + 1) as u64,
        paths: 0,
        least_slack: None,
        working_slack: None,
        least_promise: None,
        worst: None,
        repairs: Vec::new(),
        waits: Vec::new(),
        assumed: Vec::new(),
        projected: false,
    }
}

/// The nodes that lie on a feasible path to an end; `None` where no path reaches one.
fn reached(road: &Road, case: &Case, plan: &Plan) -> Option<BTreeSet<NodeIx>> {
    let none = BTreeSet::new();
    let drive = Drive { road, case, plan, stops: &none };
    let acts = road.acts(None);
    let (pinned, closed) = Default::default();
    let passed = drive.pass(&acts, road.filing.at(road.starts.0), &pinned, &closed).run();
    drive.finish(&passed)?;
    let reached = plan.order.iter().filter(|node| !passed.arriving[node.0 as usize].is_empty());
    Some(reached.copied().collect())
}

/// A wait without a limit that stops the clock is no wait of the term: the term waits with it.
fn waits(road: &Road, reached: &BTreeSet<NodeIx>, stops: &BTreeSet<NodeIx>) -> Vec<Wait> {
    let events = with_openness(road, reached, Openness::Event).filter(|node| !stops.contains(node));
    let steps = with_openness(road, reached, Openness::Step);
    let wait = |node, step| Wait { node, step, begins: None, latest: None };
    let mut waits: Vec<Wait> = events.map(|node| wait(node, false)).collect();
    waits.extend(steps.map(|node| wait(node, true)));
    waits.sort_by_key(|wait| wait.node);
    waits
}

fn with_openness<'r>(
    road: &'r Road,
    reached: &'r BTreeSet<NodeIx>,
    open: Openness,
) -> impl Iterator<Item = NodeIx> + 'r {
    reached.iter().copied().filter(move |&node| road.take(node).open == open)
}

/// What isn't monotone is refused, never guessed.
fn refusal(drive: &Drive, reached: &BTreeSet<NodeIx>) -> Option<Refusal> {
    let back = reached.iter().copied().find(|&node| !drive.road.take(node).back.is_empty());
    let unanchored = reached.iter().copied().find(|&node| can_miss_its_anchor(drive, node));
    if let Some(node) = unanchored {
        return Some(Refusal::AnchorMissing { node });
    }
    if let Some(node) = back {
        if drive.case.term.is_none() {
            return Some(Refusal::BeforeUnknownTerm { node });
        }
        if !drive.stops.is_empty() {
            return Some(Refusal::BeforeStoppedTerm { node });
        }
    }
    drive.stops.iter().find_map(|&wait| stop_refusal(drive, wait))
}

/// Whether some feasible path leads to the node past all events that its limit is counted from.
fn can_miss_its_anchor(drive: &Drive, node: NodeIx) -> bool {
    let road = drive.road;
    let events = &road.procedure[node].anchor.events;
    let done = events.iter().map(|event| match event {
        AnchorEvent::Done(event) if *event != node => Some(*event),
        AnchorEvent::Done(_) | AnchorEvent::Previous | AnchorEvent::Filing => None,
    });
    let Some(done) = done.collect::<Option<Vec<NodeIx>>>() else { return false };
    if done.is_empty() || road.take(node).forward.is_none() {
        return false;
    }
    let out = |event: NodeIx| (0..road.procedure[event].next.len()).map(move |ix| (event, ix));
    let closed: BTreeSet<(NodeIx, usize)> = done.into_iter().flat_map(out).collect();
    let (acts, pinned) = (road.acts(None), Facts::new());
    let none = BTreeSet::new();
    let past = Drive { stops: &none, ..*drive }.pass(&acts, road.filing.at(road.starts.0), &pinned, &closed).run();
    !past.arriving[node.0 as usize].is_empty()
}

fn stop_refusal(drive: &Drive, wait: NodeIx) -> Option<Refusal> {
    let procedure = drive.road.procedure;
    let behind = behind(drive, wait);
    if let Some(&second) = drive.stops.iter().find(|&&other| other != wait && behind.contains(&other)) {
        return Some(Refusal::TwoStoppedClocks { first: wait, second });
    }
    let depth = |node: NodeIx| match procedure[node].kind {
        NodeKind::Parallel => 1,
        NodeKind::Join => -1,
        _ => 0,
    };
    // Behind the wait more branches meet than part.
    if behind.iter().map(|&node| depth(node)).sum::<i32>() < 0 {
        return Some(Refusal::StoppedClockInParallel { wait });
    }
    let term = drive.case.term.map(|term| whole_term(drive.case, term)).unwrap_or_default();
    // Days of which the act does not say which kind go with neither: under one of the two readings they would differ.
    let kind = |duration: &Duration| (duration.unit == Unit::WorkingDay, duration.unit == Unit::Day);
    let kinds: BTreeSet<(bool, bool)> = term.iter().map(kind).collect();
    let timed = |duration: &Duration| matches!(duration.unit, Unit::Minute | Unit::Hour | Unit::SameDay);
    (kinds.len() > 1 || term.iter().any(timed)).then_some(Refusal::StoppedTermUnit { wait })
}

/// The nodes that can follow.
fn behind(drive: &Drive, first: NodeIx) -> BTreeSet<NodeIx> {
    let mut seen = BTreeSet::new();
    let mut stack = vec![first];
    while let Some(node) = stack.pop() {
        for edge in &drive.road.procedure[node].next {
            if seen.insert(edge.to) {
                stack.push(edge.to);
            }
        }
    }
    seen
}

/// Whether some date lies in a year that is only projected.
pub fn projected(trial: &Trial, dates: &[Instant]) -> bool {
    dates.iter().any(|at| trial.drive.road.clock.shelf.calendar.projected(at.day()))
}
