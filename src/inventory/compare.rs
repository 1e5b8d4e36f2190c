//! Two inventories of one act: what changed between them.

use super::{Address, Inventory};

/// What happened to a clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    Changed,
    Appeared,
    Vanished,
}

/// What is other in `new` than in `old`: first in the order of `new`, then what is gone.
pub fn compare(old: &Inventory, new: &Inventory) -> Vec<(Address, Change)> {
    let mut changes = Vec::new();
    for clause in &new.clauses {
        match old.clauses.iter().find(|known| known.address == clause.address) {
            None => changes.push((clause.address.clone(), Change::Appeared)),
            Some(known) if known.hash != clause.hash => changes.push((clause.address.clone(), Change::Changed)),
            Some(_) => {}
        }
    }
    let gone = old.clauses.iter().filter(|known| new.clauses.iter().all(|clause| clause.address != known.address));
    changes.extend(gone.map(|clause| (clause.address.clone(), Change::Vanished)));
    changes
}
