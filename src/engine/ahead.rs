//! What lies ahead: the events that are allowed, who comes next, and the rest of the case if everybody takes the whole
//! of their limit.

use super::{Case, Event};
use crate::artifact::{Condition, Ix, NodeKind, Pace};
use crate::time::Instant;
use serde::Serialize;
use std::collections::BTreeSet;

/// An event that would be taken now.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Allowed {
    pub event: &'static str,
    /// The step, the choice, the wait; the extension.
    pub of: Option<String>,
}

/// What can follow what is under way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Next {
    pub after: String,
    pub step: String,
    pub kind: NodeKind,
    pub actor: Option<String>,
}

/// A fact on which it hangs how the case goes on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Missing {
    pub fact: String,
    pub values: Vec<String>,
}

impl Case {
    /// The events that would be taken now, each at some instant.
    pub fn allowed(&self) -> Vec<Allowed> {
        if self.is_over() {
            return Vec::new();
        }
        let step = |node: &Ix| {
            let event = match self.node(*node).kind {
                NodeKind::Choice => "decided",
                NodeKind::Wait => "arrived",
                _ => "done",
            };
            Allowed { event, of: Some(self.node(*node).id.clone()) }
        };
        let held = self.extensions();
        let extensions = self.channel().extensions.iter().enumerate();
        let extended = extensions.filter(|(place, _)| !held.contains(&(*place as Ix)));
        let extended = extended.map(|(_, it)| Allowed { event: "extended", of: Some(it.id.clone()) });
        let always = ["learned", "withdrawn"].map(|event| Allowed { event, of: None });
        self.course.active.keys().map(step).chain(extended).chain(always).collect()
    }

    /// Whom the file can come to next, as far as the facts known leave it open.
    pub fn next(&self) -> Vec<Next> {
        let mut all = Vec::new();
        for after in self.course.active.keys() {
            let mut seen = BTreeSet::new();
            let mut open = vec![*after];
            while let Some(node) = open.pop() {
                let possible = self.node(node).next.iter().filter(|edge| edge.when.holds(&self.value()) != Some(false));
                for edge in possible.filter(|edge| seen.insert(edge.to)) {
                    let next = self.node(edge.to);
                    if next.pace == Pace::Automatic && next.kind != NodeKind::End {
                        open.push(edge.to);
                        continue;
                    }
                    let after = self.node(*after).id.clone();
                    all.push(Next { after, step: next.id.clone(), kind: next.kind, actor: self.actor(edge.to) });
                }
            }
        }
        all
    }

    /// The facts that are not known and can still change what happens or when: those of every choice ahead, and of the
    /// terms and extensions.
    pub fn missing(&self) -> Vec<Missing> {
        let mut facts = BTreeSet::new();
        let mut seen: BTreeSet<Ix> = self.course.active.keys().copied().collect();
        let mut open: Vec<Ix> = seen.iter().copied().collect();
        while let Some(node) = open.pop() {
            for edge in &self.node(node).next {
                match edge.when.holds(&self.value()) {
                    Some(false) => continue,
                    Some(true) => {}
                    None => self.unknown(&edge.when, &mut facts),
                }
                if seen.insert(edge.to) {
                    open.push(edge.to);
                }
            }
        }
        let terms = self.channel().terms.iter().map(|term| &term.when);
        let extensions = self.channel().extensions.iter().map(|extension| &extension.when);
        let asked = terms.chain(extensions).filter(|when| when.holds(&self.value()).is_none());
        asked.for_each(|when| self.unknown(when, &mut facts));
        facts.into_iter().map(|fact| self.asked(fact)).collect()
    }

    /// Adds the facts of a condition that are not known.
    pub(super) fn unknown(&self, condition: &Condition, into: &mut BTreeSet<Ix>) {
        condition.visit(&mut |fact, _| {
            if !self.course.facts.contains_key(&fact) {
                into.insert(fact);
            }
        });
    }

    pub(super) fn asked(&self, fact: Ix) -> Missing {
        let fact = &self.rules.artifact().facts[fact as usize];
        Missing { fact: fact.id.clone(), values: fact.values.clone() }
    }

    /// The event with which the case follows its dues: of what is under way, what is due first is done when it is due;
    /// what has no limit, when the file came. `None`: the case is over, or hangs on facts that are not known.
    pub fn following(&self) -> Option<Event> {
        let when = |(node, from): (&Ix, &Instant)| {
            let due = self.bound(*node, *from).due.unwrap_or(*from);
            (due.max(self.course.last), *node)
        };
        let ready = self.course.active.iter().filter(|(node, _)| self.hanging(**node, &self.value()).is_empty());
        let (at, node) = ready.map(when).min()?;
        let step = self.node(node).id.as_str();
        Some(match self.node(node).kind {
            NodeKind::Choice => Event::decided(step, at),
            NodeKind::Wait => Event::arrived(step, at),
            _ => Event::done(step, at),
        })
    }

    /// The case as it ends if from now on everybody takes the whole of their limit, and what has none takes no time.
    ///
    /// ```
    /// use reglament::engine::{Filing, Rules};
    /// use reglament::time::Instant;
    ///
    /// # const BYTES: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/corpus.json"));
    /// # let rules = Rules::load(BYTES).expect("rules");
    /// # let at = |text: &str| Instant::parse(text).expect("an instant");
    /// let filing = Filing::new("mangystau.farmland-kind", "office", at("2018-03-05T10:00"));
    /// let case = rules.open(filing.clone()).expect("a case");
    /// assert_eq!(case.followed().unwrap_err()[0].fact, "documents-complete");
    ///
    /// let case = rules.open(filing.with("documents-complete", "yes")).expect("a case");
    /// let end = case.followed().expect("nothing is open any more");
    /// assert_eq!(end.finished(), Some(at("2018-04-09T18:30")));
    /// assert!(end.state().done.iter().all(|done| !done.late));
    /// ```
    ///
    /// # Errors
    /// The facts on which that hangs.
    pub fn followed(&self) -> Result<Case, Vec<Missing>> {
        self.followed_from(self.course.last)
    }

    /// The same if it is `now`: what is overdue is done now at the earliest, and moves what lies behind it.
    ///
    /// # Errors
    /// The facts on which that hangs.
    pub fn followed_from(&self, now: Instant) -> Result<Case, Vec<Missing>> {
        let mut ahead = self.clone();
        ahead.course.last = ahead.course.last.max(now);
        while !ahead.is_over() {
            let Some(event) = ahead.following() else { return Err(ahead.missing()) };
            if ahead.apply(event).is_err() {
                break;
            }
        }
        Ok(ahead)
    }
}
