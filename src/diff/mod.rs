//! What an amendment changes in meaning, and not in text.
//!
//! Each side is taken apart into *sayings*: one thing that is said of one subject in one channel. Names are only the
//! author's handle on a thing, so the new side's are first turned into the old side's: what differs then, differs in
//! meaning. A new name, another order of files and lines, another vocabulary and another layout leave no trace.
//!
//! ```text
//!   names (whose is whose) ─► nodes (step by step) ─► sayings ─┬─► changes ─► tell
//!   outcomes of the proof, findings ───────────────────────────┘
//! ```

mod act;
mod changes;
mod findings;
mod names;
mod nodes;
mod procedure;
mod report;
mod said;
mod shared;
mod tell;

pub use changes::{Change, Kind};
pub use findings::Came;
pub use report::report;
pub use said::What;
pub use tell::{human, markdown};

use crate::diagnostics::Finding;
use crate::model::{ChannelId, Model, Regulation, RegulationId, Standard};
use crate::time::{Duration, Instant};
use names::Names;

/// One of the two texts, with what was found and proved of it.
pub struct Side<'a> {
    pub model: &'a Model,
    pub findings: &'a [Finding],
    /// By the place of the regulation in the model.
    pub outcomes: Vec<Vec<Outcome>>,
    /// Where a change stands, for people: the file from the project's folder, and the line.
    pub place: &'a dyn Fn(crate::source::Span) -> Place,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize)]
pub struct Place {
    pub file: String,
    pub line: usize,
}

/// How one channel keeps its term in one case.
#[derive(Clone, PartialEq, Debug)]
pub struct Outcome {
    pub channel: ChannelId,
    /// The name of the case and the extensions that hold.
    pub case: String,
    pub term: Option<Duration>,
    /// The later, the worse.
    pub verdict: Verdict,
    /// In minutes; negative: late by so much.
    pub slack: Option<i64>,
    /// The worst start, and when it is done.
    pub worst: Option<(Instant, Instant)>,
    pub promise: Option<Duration>,
}

/// How good an outcome is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    OnTime,
    UnknownTerm,
    Unprovable,
    Late,
}

impl Verdict {
    pub fn name(self) -> &'static str {
        match self {
            Verdict::OnTime => "on-time",
            Verdict::UnknownTerm => "unknown-term",
            Verdict::Unprovable => "unprovable",
            Verdict::Late => "late",
        }
    }
}

/// One channel and case, before and after; `None`: it was not there, or is there no longer.
#[derive(Clone, PartialEq, Debug)]
pub struct Turn {
    pub channel: String,
    pub case: String,
    pub old: Option<Outcome>,
    pub new: Option<Outcome>,
}

impl Turn {
    /// A term that is kept no longer, or of which that is sure now; or a new one that is not kept.
    pub fn breaks(&self) -> bool {
        let before = self.old.as_ref().map_or(Verdict::UnknownTerm, |old| old.verdict);
        self.new.as_ref().is_some_and(|new| new.verdict >= Verdict::Unprovable && new.verdict > before)
    }

    /// A term that was not kept and now is.
    pub fn mends(&self) -> bool {
        let broken = self.old.as_ref().is_some_and(|old| old.verdict >= Verdict::Unprovable);
        broken && self.new.as_ref().is_some_and(|new| new.verdict == Verdict::OnTime)
    }
}

/// What became of one regulation or standard.
#[derive(Clone, PartialEq, Debug)]
pub struct ActDiff {
    pub id: String,
    /// The id before, where it had another one.
    pub old_id: Option<String>,
    pub standard: bool,
    /// It is there on one side alone.
    pub whole: Option<Kind>,
    /// Those that differ.
    pub turns: Vec<Turn>,
    /// What matters most first.
    pub changes: Vec<Change>,
    pub came: Came,
}

impl ActDiff {
    pub fn is_empty(&self) -> bool {
        self.whole.is_none() && self.turns.is_empty() && self.changes.is_empty() && self.came.is_empty()
    }
}

/// Everything that differs.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Diff {
    /// Those with a newly broken term first, then by what they change.
    pub acts: Vec<ActDiff>,
    /// What regulations share: participants, channels, facts, documents, hours.
    pub shared: Vec<Change>,
    /// Findings about no regulation.
    pub came: Came,
}

impl Diff {
    pub fn is_empty(&self) -> bool {
        self.acts.is_empty() && self.shared.is_empty() && self.came.is_empty()
    }
}

/// Compares two texts.
pub fn diff(old: &Side<'_>, new: &Side<'_>) -> Diff {
    let names = Names::of(old.model, new.model);
    let mut all = Diff { shared: shared::changes(old, new, &names), ..Diff::default() };
    let mut pairs = Vec::new();
    for (before, after) in names.regulations(old.model, new.model) {
        let (act, nodes) = regulation(old, new, &names, before, after);
        pairs.push(nodes);
        all.acts.push(act);
    }
    for (before, after) in names.standards(old.model, new.model) {
        all.acts.push(standard(old, new, &names, before, after));
    }
    findings::tell_apart(old, new, &names, &pairs, &mut all);
    all.acts.retain(|act| !act.is_empty());
    all.acts.sort_by_key(|act| (weight(act), act.standard, act.id.clone()));
    all
}

/// The lower, the sooner a reviewer must see it.
fn weight(act: &ActDiff) -> usize {
    let breaks = act.turns.iter().any(Turn::breaks);
    let first = act.changes.first().map_or(usize::MAX, |change| change.what as usize);
    match act.whole {
        _ if breaks => 0,
        Some(Kind::Removed) => 1,
        Some(_) => 2,
        None => 3 + first.min(900),
    }
}

fn regulation(
    old: &Side<'_>,
    new: &Side<'_>,
    names: &Names,
    before: Option<RegulationId>,
    after: Option<RegulationId>,
) -> (ActDiff, nodes::Renamed) {
    let (one, other): (Option<&Regulation>, Option<&Regulation>) =
        (before.map(|id| &old.model[id]), after.map(|id| &new.model[id]));
    let mut renamed = nodes::Renamed::default();
    let turns = turns(old, new, names, before, after);
    let changes = match (one, other) {
        (Some(one), Some(other)) => {
            let paired = nodes::pair(old.model, one, new.model, other, names);
            renamed = nodes::renamed(one, other, &paired);
            let mut sayings =
                (act::of_regulation(old.model, one, &names.old), act::of_regulation(new.model, other, &names.new));
            procedure::add(old, new, names, (one, other), &paired, &mut sayings);
            changes::between(sayings.0, sayings.1, old, new)
        }
        _ => Vec::new(),
    };
    let shown = other.or(one).map(|it| it.versioned_id()).unwrap_or_default();
    let own = one.map(|it| it.id.clone()).filter(|id| other.is_some_and(|it| it.id != *id));
    let whole = whole(one.is_some(), other.is_some());
    let act = ActDiff { id: shown, old_id: own, standard: false, whole, turns, changes, came: Came::default() };
    (act, renamed)
}

fn standard(old: &Side<'_>, new: &Side<'_>, names: &Names, before: Option<usize>, after: Option<usize>) -> ActDiff {
    let (one, other): (Option<&Standard>, Option<&Standard>) =
        (before.map(|at| &old.model.standards[at]), after.map(|at| &new.model.standards[at]));
    let changes = match (one, other) {
        (Some(one), Some(other)) => {
            let sayings =
                (act::of_standard(old.model, one, &names.old), act::of_standard(new.model, other, &names.new));
            changes::between(sayings.0, sayings.1, old, new)
        }
        _ => Vec::new(),
    };
    ActDiff {
        id: other.or(one).map(|it| it.id.clone()).unwrap_or_default(),
        old_id: one.map(|it| it.id.clone()).filter(|id| other.is_some_and(|it| it.id != *id)),
        standard: true,
        whole: whole(one.is_some(), other.is_some()),
        turns: Vec::new(),
        changes,
        came: Came::default(),
    }
}

fn whole(before: bool, after: bool) -> Option<Kind> {
    match (before, after) {
        (true, false) => Some(Kind::Removed),
        (false, true) => Some(Kind::Added),
        _ => None,
    }
}

/// The channels and cases whose outcome differs.
fn turns(
    old: &Side<'_>,
    new: &Side<'_>,
    names: &Names,
    before: Option<RegulationId>,
    after: Option<RegulationId>,
) -> Vec<Turn> {
    let of = |side: &Side<'_>, id: Option<RegulationId>| {
        id.and_then(|id| side.outcomes.get(id.0 as usize).cloned()).unwrap_or_default()
    };
    let mut turns: Vec<Turn> = Vec::new();
    for outcome in of(old, before) {
        let channel = names.old.channel(outcome.channel);
        turns.push(Turn { channel, case: outcome.case.clone(), old: Some(outcome), new: None });
    }
    for outcome in of(new, after) {
        let channel = names.new.channel(outcome.channel);
        let same = turns.iter_mut().find(|it| it.channel == channel && it.case == outcome.case && it.new.is_none());
        match same {
            Some(turn) => turn.new = Some(outcome),
            None => turns.push(Turn { channel, case: outcome.case.clone(), old: None, new: Some(outcome) }),
        }
    }
    turns.retain(|turn| !same_outcome(turn));
    turns.sort_by_key(|turn| (!turn.breaks(), !turn.mends()));
    turns
}

/// The worst filing may be another one, or the channel another entry: what counts is what is promised and kept.
fn same_outcome(turn: &Turn) -> bool {
    let essence = |outcome: &Outcome| (outcome.term, outcome.verdict, outcome.slack, outcome.promise, outcome.worst);
    turn.old.as_ref().map(essence) == turn.new.as_ref().map(essence)
}
