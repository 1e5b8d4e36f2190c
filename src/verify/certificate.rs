//! A proof written out, so that somebody else can go through it: stretches of filing minutes, and of each the earliest
//! end of the term and the latest finish.
//!
//! Neither the finish nor the end of the term ever comes earlier for a later filing. So if the term of the first minute
//! of a stretch ends no earlier than the last minute's case is finished, every minute between them is on time; and two
//! minutes are enough to go over a stretch of days. A certificate holds as many stretches as the horizon takes, each as
//! long as it can be, and `reglament-oracle certificate` goes over it with an evaluator of its own: see
//! `docs/proof.md`.

use super::clock::whole_term;
use super::judge::Trial;
use super::proof::TermProof;
use crate::model::Model;
use crate::time::curve::Curve;
use crate::time::{Day, Duration, Instant, Readings};
use serde::Serialize;

/// What `prove --certificate` writes: the shape of version 1.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Certificate {
    /// The version of this shape.
    pub certificate: u32,
    pub regulation: String,
    /// Every minute from the first day to the last, both inclusive.
    pub from: Day,
    pub to: Day,
    /// One a channel, case and answer to what "a day" means.
    pub terms: Vec<TermCertificate>,
}

/// One channel in one case, read one way.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TermCertificate {
    pub channel: String,
    pub case: String,
    pub extensions: Vec<String>,
    pub reading: Readings,
    pub verdict: &'static str,
    /// Nothing is certified then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_certified: Option<&'static str>,
    /// Without the extensions.
    pub term: Option<Duration>,
    pub least_slack_minutes: Option<i64>,
    /// A filing that has no more than the least slack.
    pub worst: Option<Witness>,
    /// Every filing has at least the least slack: its stretches.
    pub kept: Vec<Stretch>,
    pub least_promise: Option<Duration>,
    /// Every filing keeps the least promise: its stretches.
    pub promised: Vec<Stretch>,
    /// The next shorter term, and a filing that misses it.
    pub broken: Option<Broken>,
}

/// The first filing, the last one, the end of the first one's term, and the finish of the last one's case.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Stretch(pub Instant, pub Instant, pub Instant, pub Instant);

/// One filing, when it counts, when its case is finished, and when its term ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Witness {
    pub filed: Instant,
    pub counted: Instant,
    pub finished: Instant,
    pub due: Instant,
}

/// A term that is too short, and who shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Broken {
    pub term: Duration,
    pub by: Witness,
}

/// The certificate of a case that was judged.
pub fn of(model: &Model, trial: Option<&Trial>, proof: &TermProof) -> TermCertificate {
    let mut certificate = blank(model, proof);
    match trial {
        Some(trial) if trial.stops.is_empty() && proof.refusal.is_none() => fill(trial, proof, &mut certificate),
        Some(trial) if !trial.stops.is_empty() => certificate.not_certified = Some("the clock stops"),
        _ => certificate.not_certified = Some("the verdict is refused"),
    }
    certificate
}

fn blank(model: &Model, proof: &TermProof) -> TermCertificate {
    TermCertificate {
        channel: model[proof.channel].id.clone(),
        case: proof.case.clone(),
        extensions: proof.extended.iter().map(|(id, _)| id.clone()).collect(),
        reading: proof.readings,
        verdict: proof.verdict.name(),
        not_certified: None,
        term: proof.term,
        least_slack_minutes: None,
        worst: None,
        kept: Vec::new(),
        least_promise: None,
        promised: Vec::new(),
        broken: None,
    }
}

fn fill(trial: &Trial, proof: &TermProof, certificate: &mut TermCertificate) {
    let case = trial.drive.case;
    if let Some(term) = case.term.map(|term| whole_term(case, term))
        && let Some(measured) = trial.measure(&term)
    {
        certificate.least_slack_minutes = Some(measured.slack);
        certificate.worst = witness(trial, &term, measured.start);
        certificate.kept = stretches(trial, &term, measured.slack);
    }
    let Some(promise) = proof.least_promise else { return };
    certificate.least_promise = Some(promise);
    certificate.promised = stretches(trial, &whole_term(case, promise), 0);
    if promise.quantity > 1 {
        let shorter = Duration { quantity: promise.quantity - 1, ..promise };
        let parts = whole_term(case, shorter);
        let missed = trial.measure(&parts).filter(|measured| measured.slack < 0);
        let by = missed.and_then(|measured| witness(trial, &parts, measured.start));
        certificate.broken = by.map(|by| Broken { term: shorter, by });
    }
}

fn witness(trial: &Trial, term: &[Duration], filed: i32) -> Option<Witness> {
    let road = trial.drive.road;
    let due = road.filing.then(&road.clock.term(term));
    let finished = trial.finish_under(&due)?.at(filed);
    let [filed, counted, finished, due] = [filed, road.filing.at(filed), finished, due.at(filed)].map(Instant);
    Some(Witness { filed, counted, finished, due })
}

/// The horizon in as few stretches as show that every filing has at least `slack` minutes left.
fn stretches(trial: &Trial, term: &[Duration], slack: i64) -> Vec<Stretch> {
    let road = trial.drive.road;
    let due = road.filing.then(&road.clock.term(term));
    let Some(finish) = trial.finish_under(&due) else { return Vec::new() };
    let mut stretches = Vec::new();
    let mut from = due.from();
    while from <= due.until() {
        let end = i64::from(due.at(from)) - slack;
        let until = last_at_most(&finish, from, end);
        let points = [from, until, due.at(from), finish.at(until)].map(Instant);
        stretches.push(Stretch(points[0], points[1], points[2], points[3]));
        from = until + 1;
    }
    stretches
}

/// The last minute from `from` on whose value is at most `most`; `from` itself where there is none.
fn last_at_most(curve: &Curve, from: i32, most: i64) -> i32 {
    let (mut low, mut high) = (from, curve.until());
    while low < high {
        let middle = low + (high - low + 1) / 2;
        if i64::from(curve.at(middle)) <= most { low = middle } else { high = middle - 1 }
    }
    low
}
