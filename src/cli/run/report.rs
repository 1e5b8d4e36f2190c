//! A case as `run` answers it: what happened, and what is still to come if everybody takes the whole of their limit.

use super::reasons;
use crate::artifact::NodeKind;
use crate::diagnostics::Words;
use crate::engine::{Case, Document, Need, Outcome, Reason, State, Status};
use crate::time::Instant;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
pub(super) struct CaseReport {
    pub id: String,
    pub channel: String,
    pub filed: Instant,
    pub counted_as_filed: Instant,
    pub why_counted: Vec<String>,
    pub facts: BTreeMap<String, String>,
    pub steps: Vec<StepReport>,
    /// The end of the term.
    pub due: Option<Instant>,
    pub why_due: Vec<String>,
    /// When the end is reached.
    pub finished: Option<Instant>,
    pub outcome: Option<Outcome>,
    pub ended_by: Option<String>,
    /// How the case stands now, without what is still to come.
    pub status: Status,
    /// The node behind which the act says nothing.
    pub stuck_at: Option<String>,
    /// Who can come next after what is under way.
    pub next: Vec<String>,
    pub documents: Vec<DocumentReport>,
    pub in_force: bool,
    pub projected: bool,
    pub beyond_calendar: bool,
    #[serde(skip)]
    pub until: Option<Instant>,
}

#[derive(Serialize)]
pub(super) struct StepReport {
    pub step: String,
    pub kind: NodeKind,
    pub label: String,
    pub actor: Option<String>,
    #[serde(skip)]
    pub actor_label: String,
    pub from: Option<Instant>,
    pub due: Option<Instant>,
    /// When it was really done.
    pub done: Option<Instant>,
    pub status: StepStatus,
    /// It was done, but later than due.
    pub late: bool,
    pub why: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum StepStatus {
    Due,
    Done,
    Late,
    /// An event outside, to which nothing sets a day.
    Waiting,
    Skipped,
}

#[derive(Serialize)]
pub(in super::super) struct DocumentReport {
    pub document: String,
    pub label: String,
    /// `null`: that hangs on facts that are not known.
    pub required: Option<bool>,
    /// The office has it from a system of the state, and may not ask for it.
    pub obtained: bool,
    pub why: String,
}

impl DocumentReport {
    pub fn of(document: &Document, words: &Words) -> DocumentReport {
        DocumentReport {
            document: document.document.clone(),
            label: in_language(&document.label, words),
            required: match document.need {
                Need::Required => Some(true),
                Need::NotRequired | Need::Obtained => Some(false),
                Need::Open(_) => None,
            },
            obtained: document.need == Need::Obtained,
            why: reasons::document(document, words).join("; "),
        }
    }
}

impl CaseReport {
    /// `case` is what happened, `ahead` the same case at its end; lateness is judged at `now`, and what comes behind
    /// `until` is left out.
    pub fn new(
        id: &str,
        (case, ahead): (&Case, &Case),
        now: Option<Instant>,
        until: Option<Instant>,
        words: &Words,
    ) -> CaseReport {
        let (state, end) = (case.state(), ahead.state());
        let told = |reasons: Vec<Reason>| reasons.iter().flat_map(|it| reasons::reason(it, words)).collect::<Vec<_>>();
        let mut steps = steps(case, ahead, (&state, &end), now, words);
        steps.retain(|step| until.is_none_or(|until| step.from.is_none_or(|from| from <= until)));
        CaseReport {
            id: id.to_owned(),
            channel: case.filing().channel.clone(),
            filed: case.filing().filed,
            counted_as_filed: case.counted(),
            why_counted: told(case.why_counted().into_iter().collect()),
            facts: end.facts.clone(),
            steps,
            due: end.due,
            why_due: told(ahead.why_due()),
            finished: ahead.finished(),
            outcome: end.outcome,
            ended_by: end.ended_by.clone(),
            status: state.status,
            stuck_at: end.stuck_at.clone().filter(|_| end.status == Status::Stuck),
            next: case.next().into_iter().map(|next| next.step).collect(),
            documents: case.documents().iter().map(|it| DocumentReport::of(it, words)).collect(),
            in_force: state.in_force,
            projected: end.projected,
            beyond_calendar: end.beyond_calendar,
            until,
        }
    }
}

/// Everybody's acts, in the order of the procedure.
fn steps(
    case: &Case,
    ahead: &Case,
    (state, end): (&State, &State),
    now: Option<Instant>,
    words: &Words,
) -> Vec<StepReport> {
    let happened: BTreeMap<&str, _> = state.done.iter().map(|done| (done.step.as_str(), done)).collect();
    let coming: BTreeMap<&str, _> = end.done.iter().map(|done| (done.step.as_str(), done)).collect();
    let acts = case.acts();
    let step = |act: crate::engine::Listed| {
        let (was, will) = (happened.get(act.step.as_str()), coming.get(act.step.as_str()));
        let known = was.or(will);
        let due = known.and_then(|done| done.due);
        let overdue = |now: Instant| act.binding && due.is_some_and(|due| due < now);
        let status = match (was, will) {
            (Some(_), _) => StepStatus::Done,
            (None, None) => StepStatus::Skipped,
            (None, Some(_)) if state.active.iter().any(|it| it.step == act.step) && now.is_some_and(overdue) => {
                StepStatus::Late
            }
            (None, Some(_)) if act.kind == NodeKind::Wait && due.is_none() => StepStatus::Waiting,
            (None, Some(_)) => StepStatus::Due,
        };
        let why = ahead.why(&act.step).unwrap_or_default();
        StepReport {
            label: in_language(&act.label, words),
            actor_label: in_language(&act.actor_label, words),
            from: known.map(|done| done.from),
            due,
            done: was.map(|done| done.at),
            late: was.is_some_and(|done| done.late),
            status,
            why: why.iter().flat_map(|it| reasons::reason(it, words)).collect(),
            step: act.step,
            kind: act.kind,
            actor: act.actor,
        }
    };
    acts.into_iter().map(step).collect()
}

/// A text of the rules in the reader's language.
fn in_language(text: &BTreeMap<String, String>, words: &Words) -> String {
    let own = text.get(words.language().tag()).or_else(|| text.get("und"));
    own.or_else(|| text.values().next()).cloned().unwrap_or_default()
}
