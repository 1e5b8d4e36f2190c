//! Versions: one act by its days in force, and which of them a case falls under.
//!
//! An act that was amended stands in the project several times under one name, each text with its dates. A regulation is
//! also told apart by the versions of its standard: an entry of [`Model::regulations`] is one text held against one
//! text of its standard. So a question about a case is a question about one entry, found by the day of filing.

use super::{Model, Regulation, RegulationId, Standard};
use chrono::NaiveDate;

/// Days on which a text is in force, both inclusive; an open end is `None`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Force {
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl Force {
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// The days that both have.
    pub fn with(&self, other: &Force) -> Option<Force> {
        let from = self.from.max(other.from);
        let until = match (self.until, other.until) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let some = !matches!((from, until), (Some(from), Some(until)) if until < from);
        some.then_some(Force { from, until })
    }
}

/// What the dates of several versions amount to. The next version takes the place of the one before it, so that the
/// earlier text needs no end of its own; where two hold at once, the later one counts. In the order of `own`.
pub fn succession(own: &[Force]) -> Vec<Force> {
    let mut actual = own.to_vec();
    for (ix, force) in actual.iter_mut().enumerate() {
        let later = own.iter().enumerate().filter(|(other, _)| *other != ix).filter_map(|(_, other)| other.from);
        let next = later.filter(|from| force.from.is_none_or(|own| own < *from)).min();
        let replaced = next.and_then(|next| next.pred_opt());
        force.until = match (force.until, replaced) {
            (Some(own), Some(replaced)) => Some(own.min(replaced)),
            (own, replaced) => own.or(replaced),
        };
    }
    actual
}

fn force(since: Option<NaiveDate>, until: Option<NaiveDate>, repealed: Option<NaiveDate>) -> Force {
    let last = repealed.and_then(|day| day.pred_opt());
    Force { from: since, until: until.or(last) }
}

impl Regulation {
    /// The dates that the text itself gives.
    pub fn own_force(&self) -> Force {
        force(self.since, self.until, self.repealed.as_ref().map(|event| event.date))
    }

    /// What it is called where versions are told apart: its id with a day on which it is in force.
    pub fn versioned_id(&self) -> String {
        match self.judged.and_then(|force| force.from.or(force.until)) {
            Some(day) => format!("{}@{day}", self.id),
            None => self.id.clone(),
        }
    }

    /// The days on which a case that is filed falls under this entry.
    pub fn in_force(&self) -> Force {
        self.judged.unwrap_or_else(|| self.own_force())
    }
}

impl Standard {
    /// The dates that the text itself gives.
    pub fn own_force(&self) -> Force {
        force(self.since, self.until, self.repealed.as_ref().map(|event| event.date))
    }
}

impl Model {
    /// The entries of one regulation, the earliest first; one, if neither it nor its standard has versions.
    pub fn versions(&self, id: &str) -> Vec<RegulationId> {
        let all = (0..self.regulations.len() as u32).map(RegulationId);
        let mut own: Vec<RegulationId> = all.filter(|at| self[*at].id == id).collect();
        own.sort_by_key(|at| self[*at].in_force().from);
        own
    }

    /// The entry that a case falls under if it is filed on `day`; `None`: nothing of that name is in force then.
    ///
    /// Of two versions that are in force at once, which is a finding, the later one.
    pub fn version_in_force(&self, id: &str, day: NaiveDate) -> Option<RegulationId> {
        self.versions(id).into_iter().rev().find(|at| self[*at].in_force().holds_on(day))
    }

    /// Leaves the regulations that are in force on `day`. What only the others used is then used by nothing, so the
    /// model is no longer whole.
    pub fn keep_in_force(&mut self, day: NaiveDate) -> Vec<Regulation> {
        let all = std::mem::take(&mut self.regulations);
        let (kept, left): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| it.in_force().holds_on(day));
        self.whole &= left.is_empty();
        self.regulations = kept;
        left
    }
}
