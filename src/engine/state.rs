//! A case as it stands, for whoever shows it or keeps it.

use super::Case;
use super::flow::Over;
use crate::artifact::{Ix, NodeKind, Outcome, Pace};
use crate::time::Instant;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What filing and events amount to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct State {
    /// What is under way, in the order of the procedure.
    pub active: Vec<Act>,
    /// Some date would lie in a year that the calendar does not have.
    pub beyond_calendar: bool,
    pub counted: Instant,
    /// What somebody did, in the order in which it happened.
    pub done: Vec<Done>,
    /// The end of the term.
    pub due: Option<Instant>,
    /// The end that it came to.
    pub ended_by: Option<String>,
    /// The extensions that hold.
    pub extensions: Vec<String>,
    pub facts: BTreeMap<String, String>,
    /// The regulation is in force on the day of filing, as far as it says from when until when.
    pub in_force: bool,
    pub outcome: Option<Outcome>,
    /// Some date lies in a year whose days are not settled yet.
    pub projected: bool,
    pub status: Status,
    /// Since when the clock of the term stands.
    pub stopped_since: Option<Instant>,
    /// The node that the act leads no further.
    pub stuck_at: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Open,
    Ended,
    Withdrawn,
    /// Nothing is under way, and no end was reached.
    Stuck,
}

/// A node under way: somebody must act.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Act {
    pub step: String,
    pub kind: NodeKind,
    pub actor: Option<String>,
    /// When the file came.
    pub from: Instant,
    pub due: Option<Instant>,
    /// The act gives the limit; else it is only assumed, or there is none.
    pub binding: bool,
}

/// A node that was done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Done {
    pub step: String,
    pub kind: NodeKind,
    pub actor: Option<String>,
    pub from: Instant,
    pub due: Option<Instant>,
    pub at: Instant,
    pub late: bool,
}

/// Somebody's act, whether or not this case comes to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    pub step: String,
    pub kind: NodeKind,
    pub label: BTreeMap<String, String>,
    pub actor: Option<String>,
    pub actor_label: BTreeMap<String, String>,
    /// The act gives a limit.
    pub binding: bool,
}

impl State {
    pub(super) fn of(case: &Case) -> State {
        let term = case.term();
        let active: Vec<Act> = case.course.active.iter().map(|(node, from)| case.act(*node, *from)).collect();
        let done: Vec<Done> = case.course.log.iter().map(|did| case.did(did)).collect();
        let beyond_act = |(node, from): (&Ix, &Instant)| case.bound(*node, *from).beyond;
        let beyond =
            term.is_err() || case.course.active.iter().any(beyond_act) || case.course.log.iter().any(|did| did.beyond);
        let due = term.unwrap_or(None);
        let dates = active.iter().map(|act| act.due).chain(done.iter().map(|done| done.due)).flatten();
        let projected = |at: Instant| case.calendar().projected(at.day());
        let name = |ix: Ix| case.node(ix).id.clone();
        let (ended, status) = match case.course.over {
            Over::Ended(node) => (Some(node), Status::Ended),
            Over::Withdrawn => (None, Status::Withdrawn),
            Over::No if case.is_over() => (None, Status::Stuck),
            Over::No => (None, Status::Open),
        };
        State {
            beyond_calendar: beyond,
            counted: case.counted,
            due,
            ended_by: ended.map(name),
            extensions: case.extensions().iter().map(|ix| case.channel().extensions[*ix as usize].id.clone()).collect(),
            facts: case.known_facts(),
            in_force: case.way.regulation(&case.rules).in_force_on(case.filing.filed.day()),
            outcome: ended.and_then(|node| case.node(node).outcome),
            projected: dates.chain(due).chain([case.filing.filed]).any(projected),
            status,
            stopped_since: case.stopped_since(),
            stuck_at: case.course.stuck.map(name),
            active,
            done,
        }
    }
}

impl Case {
    /// Everybody's acts in the channel, in the order of the procedure.
    pub fn acts(&self) -> Vec<Listed> {
        let artifact = self.rules.artifact();
        let text = |label: Option<Ix>| label.map(|ix| artifact.texts[ix as usize].clone()).unwrap_or_default();
        let nodes = (0..self.channel().nodes.len() as Ix).filter(|node| self.node(*node).pace != Pace::Automatic);
        let listed = |ix: Ix| {
            let node = self.node(ix);
            let actor = node.actor.map(|actor| &artifact.actors[actor as usize]);
            Listed {
                step: node.id.clone(),
                kind: node.kind,
                label: text(node.label),
                actor: actor.map(|actor| actor.id.clone()),
                actor_label: text(actor.and_then(|actor| actor.label)),
                binding: self.binds(ix),
            }
        };
        nodes.map(listed).collect()
    }

    pub(super) fn act(&self, node: Ix, from: Instant) -> Act {
        let due = self.bound(node, from).due;
        let said = self.node(node);
        let (step, kind, actor) = (said.id.clone(), said.kind, self.actor(node));
        Act { step, kind, actor, from, due, binding: self.binds(node) }
    }

    fn did(&self, did: &super::flow::Did) -> Done {
        let node = self.node(did.node);
        Done {
            step: node.id.clone(),
            kind: node.kind,
            actor: self.actor(did.node),
            from: did.from,
            due: did.due,
            at: did.at,
            late: self.binds(did.node) && did.due.is_some_and(|due| due < did.at),
        }
    }

    pub(super) fn actor(&self, node: Ix) -> Option<String> {
        self.node(node).actor.map(|actor| self.rules.artifact().actors[actor as usize].id.clone())
    }

    fn known_facts(&self) -> BTreeMap<String, String> {
        let all = &self.rules.artifact().facts;
        let named = |(fact, value): (&Ix, &Ix)| {
            let fact = &all[*fact as usize];
            (fact.id.clone(), fact.values[*value as usize].clone())
        };
        self.course.facts.iter().map(named).collect()
    }
}
