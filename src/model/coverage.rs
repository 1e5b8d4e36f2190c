//! How much of an act its model carries: every clause of the inventory held against what the regulation cites.
//!
//! - A clause is *carried* if a statement cites it, down to the paragraph. A line that opens a list is carried by the
//!   list: it says nothing else.
//! - It is *explained* if `omits` names it, or what it stands under, and no statement carries it.
//! - Else it is *missing*.
//!
//! A word that is only named or shortened in a clause carries nothing of it, with one exception: a clause that does no
//! more than define is carried by its `abbreviation`.

use super::{Citation, Cited, Hold, Omission, Regulation};
use crate::inventory::{Address, Clause, Inventory};
use crate::time::Duration;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Carried,
    Explained,
    Missing,
}

/// A clause of the inventory, and what the model makes of it.
#[derive(Clone, Debug)]
pub struct Covered<'a> {
    pub clause: &'a Clause,
    pub status: Status,
    /// What carries it. Empty for a line that its list carries.
    pub by: Vec<&'a Cited>,
    /// What explains it: `omits`, with the clause that it names.
    pub why: Option<(&'a Omission, &'a super::ClauseRef)>,
    /// `omits` names this very clause.
    pub omitted_by_name: Option<&'a super::ClauseRef>,
    /// Times of the clause that the model doesn't say there.
    pub lost: Vec<Duration>,
}

/// Every clause of the inventory, in its order.
pub fn coverage<'a>(regulation: &'a Regulation, inventory: &'a Inventory) -> Vec<Covered<'a>> {
    let cited: Vec<(Address, &Cited)> =
        regulation.cited.iter().filter_map(|cited| Some((Address::parse(&cited.clause.address)?, cited))).collect();
    let carriers = |clause: &Clause| -> Vec<&'a Cited> {
        let here = cited.iter().filter(|(address, _)| *address == clause.address).map(|(_, cited)| *cited);
        here.filter(|cited| cited.hold == Hold::Carries || (cited.hold == Hold::Defines && !clause.binds())).collect()
    };
    let by: Vec<Vec<&Cited>> = inventory.clauses.iter().map(carriers).collect();
    let mut all: Vec<Covered> = Vec::new();
    for (at, (clause, by_here)) in inventory.clauses.iter().zip(&by).enumerate() {
        let by_list = clause.opens && !clause.binds() && list_of(inventory, at).any(|item| !by[item].is_empty());
        let (why, omitted_by_name) = explained(regulation, inventory, clause);
        let status = match (by_here.is_empty() && !by_list, why) {
            (false, _) => Status::Carried,
            (true, Some(_)) => Status::Explained,
            (true, None) => Status::Missing,
        };
        let lost = if by_here.is_empty() { Vec::new() } else { lost(regulation, clause, by_here) };
        all.push(Covered { clause, status, by: by_here.clone(), why, omitted_by_name, lost });
    }
    all
}

/// The clauses that the line at `at` opens: what follows it in its clause, up to the next such line beside it.
fn list_of(inventory: &Inventory, at: usize) -> impl Iterator<Item = usize> {
    let opening = &inventory.clauses[at].address;
    let whole = opening.numbers.first();
    let rest = inventory.clauses.iter().enumerate().skip(at + 1);
    rest.take_while(move |(_, clause)| {
        let same_clause = clause.address.room == opening.room && clause.address.numbers.first() == whole;
        let beside = clause.opens && clause.address.numbers.len() <= opening.numbers.len();
        same_clause && !beside
    })
    .map(|(ix, _)| ix)
}

/// The `omits` that names the clause, or else what it stands under.
fn explained<'a>(
    regulation: &'a Regulation,
    inventory: &'a Inventory,
    clause: &Clause,
) -> (Option<(&'a Omission, &'a super::ClauseRef)>, Option<&'a super::ClauseRef>) {
    let omitted = || regulation.omissions.iter().flat_map(|omission| omission.clauses.iter().map(move |it| (omission, it)));
    let named = omitted().find(|(_, it)| Address::parse(&it.address).is_some_and(|named| named == clause.address));
    let above = omitted().find(|(_, it)| {
        let top = inventory.clauses.iter().position(|top| Address::parse(&it.address).is_some_and(|it| it == top.address));
        top.is_some_and(|top| inventory.under(top).any(|under| under.address == clause.address))
    });
    (named.or(above), named.map(|(_, it)| it))
}

/// The times of the clause that nothing of what cites it says.
fn lost(regulation: &Regulation, clause: &Clause, by: &[&Cited]) -> Vec<Duration> {
    let said: Vec<Duration> = citations(regulation)
        .filter(|citation| Address::parse(&citation.clause.address).is_some_and(|address| address == clause.address))
        .flat_map(|citation| citation.limits.iter().map(|limit| limit.duration))
        .chain(by.iter().flat_map(|cited| cited.told.iter().copied()))
        .collect();
    let same = |time: &Duration| said.iter().any(|said| same_time(*said, *time));
    clause.times.iter().copied().filter(|time| !same(time)).collect()
}

/// Whether both are the same quantity of the same unit.
pub fn same_time(one: Duration, other: Duration) -> bool {
    (one.quantity, one.unit) == (other.quantity, other.unit)
}

/// Every clause with the limit that it gives, in the procedures and beside them.
pub fn citations(regulation: &Regulation) -> impl Iterator<Item = &Citation> {
    let procedures = regulation.procedures.iter();
    let nodes = procedures.clone().flat_map(|procedure| procedure.nodes.iter().flat_map(|node| &node.citations));
    let stages = procedures.flat_map(|procedure| procedure.stages.iter().flat_map(|stage| &stage.citations));
    nodes.chain(stages).chain(regulation.sayings.iter().flat_map(|saying| &saying.citations))
}
