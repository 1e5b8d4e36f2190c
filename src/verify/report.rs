//! A proof for programs: the shape that `prove --format json` promises. Fields are added, never renamed.

use super::calendars::CalendarReport;
use super::proof::{Link, Proof, Refusal, Repair, TermProof, Verdict, Wait, Worst};
use crate::diagnostics::json::InForce;
use crate::model::{FactId, Force, Model, NodeIx, Procedure, Regulation};
use crate::time::{Day, Duration, Instant, Outcome, Readings};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// What `prove` answers.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ProofReport {
    pub id: String,
    pub verdict: Verdict,
    /// Where it has versions: the days on which this one is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_force: Option<InForce>,
    pub horizon: Horizon,
    pub reading: Readings,
    pub terms: Vec<TermReport>,
    /// With every reading: the verdict under each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub readings: Option<Vec<ReadingReport>>,
    /// With every reading: on time under `every`, `some` or `none` of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under: Option<&'static str>,
    /// With every calendar that may still come: the verdict under each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendars: Option<Vec<CalendarReport>>,
    /// On time under `every`, `some` or `none` of those calendars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under_calendars: Option<&'static str>,
    /// The worst of those calendars, with its proof.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst_calendar: Option<WorstCalendar>,
}

/// What came of the open rows of a calendar, and what follows.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct WorstCalendar {
    pub outcomes: Vec<Outcome>,
    pub verdict: Verdict,
    pub terms: Vec<TermReport>,
}

/// The first and the last day of filing, inclusive.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Horizon {
    pub from: Day,
    pub to: Day,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct ReadingReport {
    pub reading: Readings,
    pub verdict: Verdict,
}

#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct TermReport {
    pub channel: String,
    pub case: String,
    pub term: Option<Duration>,
    pub extensions: Vec<ExtensionReport>,
    pub verdict: Verdict,
    pub starts: u64,
    pub paths: Count,
    pub least_slack_minutes: Option<i64>,
    pub least_slack_working_minutes: Option<i64>,
    pub least_promise: Option<Duration>,
    pub worst: Option<WorstReport>,
    pub repairs: Vec<RepairReport>,
    pub wait: Option<WaitReport>,
    pub waits: Vec<WaitReport>,
    pub assumed_at_once: Vec<String>,
    pub refused: Option<RefusalReport>,
    pub reading: Readings,
    /// Some date lies in a year whose calendar is only projected.
    pub projected: bool,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ExtensionReport {
    pub id: String,
    pub limit: Duration,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct WorstReport {
    pub filed: Instant,
    pub counted_as_filed: Instant,
    pub facts: BTreeMap<String, Value>,
    pub finished: Instant,
    pub due: Option<Instant>,
    pub chain: Vec<LinkReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped: Option<StopReport>,
}

/// The value of a fact: yes and no are `true` and `false`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(untagged)]
pub enum Value {
    Is(bool),
    One(String),
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct LinkReport {
    pub step: String,
    pub actor: Option<String>,
    pub from: Instant,
    pub until: Instant,
    pub limits: Vec<Duration>,
    pub counted_from: Instant,
    pub clause: Option<String>,
    pub critical: bool,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct StopReport {
    pub event: String,
    pub from: Instant,
    pub until: Instant,
    pub days_spent: i32,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RepairReport {
    pub step: String,
    pub limit: Option<Duration>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct WaitReport {
    pub event: String,
    /// `event` for something outside, `step` for an official of whom nothing is said.
    pub kind: &'static str,
    pub begins: Option<Instant>,
    pub latest_day: Option<Day>,
    pub least_promise_without: Option<Duration>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RefusalReport {
    pub reason: &'static str,
    pub step: Option<String>,
    pub year: Option<i64>,
}

/// A number that may pass 2^53, where it is written as text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Count(pub u128);

impl Serialize for Count {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match u64::try_from(self.0) {
            Ok(count) if count <= 1 << 53 => serializer.serialize_u64(count),
            _ => serializer.collect_str(&self.0),
        }
    }
}

/// The proof in its promised shape.
pub fn report(model: &Model, proof: &Proof) -> ProofReport {
    let regulation = &model[proof.regulation];
    ProofReport {
        id: regulation.id.clone(),
        verdict: proof.verdict(),
        in_force: regulation.judged.map(in_force),
        horizon: Horizon { from: proof.from, to: proof.to },
        reading: proof.readings,
        terms: proof.terms.iter().filter_map(|term| of_term(model, regulation, term)).collect(),
        readings: None,
        under: None,
        calendars: None,
        under_calendars: None,
        worst_calendar: None,
    }
}

/// The days in force as programs are told them.
pub fn in_force(force: Force) -> InForce {
    InForce { from: force.from.map(Day::from_date), until: force.until.map(Day::from_date) }
}

fn of_term(model: &Model, regulation: &Regulation, term: &TermProof) -> Option<TermReport> {
    let procedure = procedure(regulation, term)?;
    let name = |node: NodeIx| procedure[node].id.clone();
    let waits: Vec<WaitReport> = term.waits.iter().map(|wait| of_wait(procedure, term, wait)).collect();
    // The one that a reader asks for first: on the worst path, and an event outside before a step left without a limit.
    let first = waits.iter().min_by_key(|wait| (wait.begins.is_none(), wait.kind != "event")).cloned();
    let extensions = term.extended.iter().map(|(id, limit)| ExtensionReport { id: id.clone(), limit: *limit });
    Some(TermReport {
        channel: model[term.channel].id.clone(),
        case: term.case.clone(),
        term: term.term,
        extensions: extensions.collect(),
        verdict: term.verdict,
        starts: term.starts,
        paths: Count(term.paths),
        least_slack_minutes: term.least_slack,
        least_slack_working_minutes: term.working_slack,
        least_promise: term.least_promise,
        worst: term.worst.as_ref().map(|worst| of_worst(model, procedure, worst)),
        repairs: term.repairs.iter().map(|&Repair { node, limit }| RepairReport { step: name(node), limit }).collect(),
        wait: first,
        waits,
        assumed_at_once: term.assumed.iter().map(|&node| name(node)).collect(),
        refused: term.refusal.as_ref().map(|refusal| of_refusal(procedure, refusal)),
        reading: term.readings,
        projected: term.projected,
    })
}

/// The procedure of the channel that was judged.
pub fn procedure<'m>(regulation: &'m Regulation, term: &TermProof) -> Option<&'m Procedure> {
    regulation.procedures.iter().find(|procedure| procedure.channel == term.channel)
}

/// The worst start, as a finding carries it too.
pub fn of_worst(model: &Model, procedure: &Procedure, worst: &Worst) -> WorstReport {
    WorstReport {
        filed: worst.filed,
        counted_as_filed: worst.counted,
        facts: facts(model, &worst.facts),
        finished: worst.finished,
        due: worst.due,
        chain: worst.chain.iter().map(|link| of_link(model, procedure, link)).collect(),
        stopped: worst.stopped.map(|stop| StopReport {
            event: procedure[stop.wait].id.clone(),
            from: stop.from,
            until: stop.until,
            days_spent: stop.spent,
        }),
    }
}

pub fn facts(model: &Model, facts: &[(FactId, u32)]) -> BTreeMap<String, Value> {
    let value = |fact: FactId, value: u32| {
        let values = &model[fact].values;
        let yes_no = values.iter().map(String::as_str).eq(["yes", "no"]);
        match values.get(value as usize) {
            _ if yes_no => Value::Is(value == 0),
            Some(name) => Value::One(name.clone()),
            None => Value::One(value.to_string()),
        }
    };
    facts.iter().map(|&(fact, is)| (model[fact].id.clone(), value(fact, is))).collect()
}

fn of_link(model: &Model, procedure: &Procedure, link: &Link) -> LinkReport {
    let node = &procedure[link.node];
    LinkReport {
        step: node.id.clone(),
        actor: node.actor.map(|actor| model[actor].id.clone()),
        from: link.from,
        until: link.until,
        limits: link.limits.clone(),
        counted_from: link.counted_from,
        clause: node.citations.first().map(|citation| citation.clause.address.clone()),
        critical: link.critical,
    }
}

fn of_wait(procedure: &Procedure, term: &TermProof, wait: &Wait) -> WaitReport {
    WaitReport {
        event: procedure[wait.node].id.clone(),
        kind: if wait.step { "step" } else { "event" },
        begins: wait.begins,
        latest_day: wait.latest,
        least_promise_without: term.least_promise,
    }
}

fn of_refusal(procedure: &Procedure, refusal: &Refusal) -> RefusalReport {
    let name = |node: NodeIx| Some(procedure[node].id.clone());
    let (reason, step, year) = match *refusal {
        Refusal::OutOfCalendar { year } => ("out-of-calendar", None, Some(year)),
        Refusal::Shapeless => ("shapeless-procedure", None, None),
        Refusal::AnchorMissing { node } => ("anchor-missing", name(node), None),
        Refusal::TwoStoppedClocks { second, .. } => ("two-stopped-clocks", name(second), None),
        Refusal::StoppedClockInParallel { wait } => ("stopped-clock-in-parallel", name(wait), None),
        Refusal::BeforeUnknownTerm { node } => ("before-unknown-term", name(node), None),
        Refusal::BeforeStoppedTerm { node } => ("before-stopped-term", name(node), None),
        Refusal::StoppedTermUnit { wait } => ("stopped-term-unit", name(wait), None),
    };
    RefusalReport { reason, step, year }
}
