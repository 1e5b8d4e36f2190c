//! The comparison for programs. Fields are added, never renamed.

use super::findings::Came;
use super::{ActDiff, Change, Diff, Kind, Outcome, Place, Turn, Verdict};
use crate::diagnostics::{Finding, Severity, Words};
use crate::time::{Duration, Instant};
use serde::Serialize;

#[derive(Serialize)]
pub struct DiffReport {
    pub old: String,
    pub new: String,
    pub changed: bool,
    pub acts: Vec<ActReport>,
    pub shared: Vec<ChangeReport>,
    pub findings: CameReport,
}

#[derive(Serialize)]
pub struct ActReport {
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old_id: Option<String>,
    /// `regulation` or `standard`.
    pub kind: &'static str,
    /// It is `added` or `removed` as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<Kind>,
    pub terms: Vec<TurnReport>,
    pub changes: Vec<ChangeReport>,
    pub findings: CameReport,
}

#[derive(Serialize)]
pub struct TurnReport {
    pub channel: String,
    pub case: String,
    pub newly_broken: bool,
    pub newly_kept: bool,
    pub old: Option<OutcomeReport>,
    pub new: Option<OutcomeReport>,
}

#[derive(Serialize)]
pub struct OutcomeReport {
    pub verdict: Verdict,
    pub term: Option<Duration>,
    pub least_slack_minutes: Option<i64>,
    pub least_promise: Option<Duration>,
    pub worst: Option<WorstReport>,
}

#[derive(Serialize)]
pub struct WorstReport {
    pub filed: Instant,
    pub finished: Instant,
    pub minutes: i32,
}

#[derive(Serialize)]
pub struct ChangeReport {
    pub change: Kind,
    pub what: &'static str,
    pub subject: String,
    pub channels: Vec<String>,
    pub old: Option<String>,
    pub new: Option<String>,
    pub clause: Option<String>,
    #[serde(flatten)]
    pub at: Place,
}

#[derive(Serialize)]
pub struct CameReport {
    pub new: Vec<FindingReport>,
    pub gone: Vec<FindingReport>,
}

#[derive(Serialize)]
pub struct FindingReport {
    pub code: &'static str,
    pub severity: Severity,
    pub expected: bool,
    pub message: String,
    pub channel: Option<String>,
}

/// The comparison in its promised shape; `old` and `new` are what was compared.
pub fn report(diff: &Diff, old: &str, new: &str, words: &Words) -> DiffReport {
    let changes = |all: &[Change]| all.iter().map(|it| change(it, words)).collect();
    let act = |act: &ActDiff| ActReport {
        id: act.id.clone(),
        old_id: act.old_id.clone(),
        kind: if act.standard { "standard" } else { "regulation" },
        whole: act.whole,
        terms: act.turns.iter().map(turn).collect(),
        changes: changes(&act.changes),
        findings: came(&act.came, words),
    };
    DiffReport {
        old: old.to_owned(),
        new: new.to_owned(),
        changed: !diff.is_empty(),
        acts: diff.acts.iter().map(act).collect(),
        shared: changes(&diff.shared),
        findings: came(&diff.came, words),
    }
}

fn turn(turn: &Turn) -> TurnReport {
    TurnReport {
        channel: turn.channel.clone(),
        case: turn.case.clone(),
        newly_broken: turn.breaks(),
        newly_kept: turn.mends(),
        old: turn.old.as_ref().map(outcome),
        new: turn.new.as_ref().map(outcome),
    }
}

fn outcome(outcome: &Outcome) -> OutcomeReport {
    OutcomeReport {
        verdict: outcome.verdict,
        term: outcome.term,
        least_slack_minutes: outcome.slack,
        least_promise: outcome.promise,
        worst: outcome.worst.map(|(filed, finished)| WorstReport { filed, finished, minutes: finished.0 - filed.0 }),
    }
}

fn change(change: &Change, words: &Words) -> ChangeReport {
    ChangeReport {
        change: change.kind,
        what: change.what.name(),
        subject: change.subject.clone(),
        channels: change.channels.clone(),
        old: super::tell::value(change.what, &change.old, words),
        new: super::tell::value(change.what, &change.new, words),
        clause: change.clause.clone(),
        at: change.at.clone(),
    }
}

fn came(came: &Came, words: &Words) -> CameReport {
    let finding = |finding: &Finding| FindingReport {
        code: finding.code.name(),
        severity: finding.severity,
        expected: finding.expected,
        message: words.message(finding),
        channel: finding.channel.clone(),
    };
    CameReport { new: came.new.iter().map(finding).collect(), gone: came.gone.iter().map(finding).collect() }
}
