//! From the sayings of both sides to what changed: what is said of one subject, before and after, in which channels.

use super::said::{Said, What};
use super::{Place, Side};
use crate::diagnostics::Arg;
use std::collections::BTreeMap;

#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Removed,
    Added,
    Changed,
    Moved,
}

/// One change in meaning.
#[derive(Clone, PartialEq, Debug)]
pub struct Change {
    pub kind: Kind,
    pub what: What,
    /// Of whom or of what; empty: of the act itself.
    pub subject: String,
    /// Empty: in every channel.
    pub channels: Vec<String>,
    pub old: Vec<Arg>,
    pub new: Vec<Arg>,
    pub clause: Option<String>,
    /// On the new side, or on the old one for what is gone.
    pub at: Place,
}

type Key = (What, String, Option<String>);

/// What one side says that the other does not say so.
pub(super) fn between(old: Vec<Said>, new: Vec<Said>, one: &Side<'_>, other: &Side<'_>) -> Vec<Change> {
    let group = |all: Vec<Said>| {
        let mut by_key: BTreeMap<Key, Vec<Said>> = BTreeMap::new();
        for said in all {
            by_key.entry((said.what, said.subject.clone(), said.channel.clone())).or_default().push(said);
        }
        by_key
    };
    let (mut before, mut after) = (group(old), group(new));
    let keys: std::collections::BTreeSet<Key> = before.keys().chain(after.keys()).cloned().collect();
    let mut changes = Vec::new();
    for key in keys {
        let (mut gone, mut came) = (before.remove(&key).unwrap_or_default(), after.remove(&key).unwrap_or_default());
        // What is said alike on both sides is told by neither.
        gone.retain(|said| match came.iter().position(|other| other.same.agrees(&said.same)) {
            Some(at) => {
                came.remove(at);
                false
            }
            None => true,
        });
        let mut gone = gone.into_iter();
        let mut came = came.into_iter();
        loop {
            match (gone.next(), came.next()) {
                (None, None) => break,
                (before, after) => changes.extend(change(before, after, one, other)),
            }
        }
    }
    merged(changes)
}

fn change(before: Option<Said>, after: Option<Said>, one: &Side<'_>, other: &Side<'_>) -> Option<Change> {
    let kind = match (&before, &after) {
        (Some(_), None) => Kind::Removed,
        (None, Some(_)) => Kind::Added,
        _ => Kind::Changed,
    };
    let shown = after.as_ref().or(before.as_ref())?;
    // An `otherwise` that reads as before only follows the conditions beside it, which are told themselves.
    let as_before = before.as_ref().zip(after.as_ref()).is_some_and(|(one, other)| one.value == other.value);
    if shown.what == What::Way && as_before {
        return None;
    }
    let at = match &after {
        Some(said) => (other.place)(said.at),
        None => (one.place)(shown.at),
    };
    Some(Change {
        kind: if shown.what == What::Order { Kind::Moved } else { kind },
        what: shown.what,
        subject: shown.shown.clone(),
        channels: shown.channel.iter().cloned().collect(),
        clause: shown.clause.clone(),
        at,
        old: before.map(|said| said.value).unwrap_or_default(),
        new: after.map(|said| said.value).unwrap_or_default(),
    })
}

/// What is true of several channels is told once.
fn merged(changes: Vec<Change>) -> Vec<Change> {
    let mut kept: Vec<Change> = Vec::new();
    for change in changes {
        let same = kept.iter_mut().find(|other| {
            !change.channels.is_empty()
                && !other.channels.is_empty()
                && (other.kind, other.what, &other.subject) == (change.kind, change.what, &change.subject)
                && (&other.old, &other.new) == (&change.old, &change.new)
        });
        match same {
            Some(other) => other.channels.extend(change.channels),
            None => kept.push(change),
        }
    }
    kept.sort_by_key(|change| (change.what, change.at.clone()));
    kept
}
