//! How much of an act its model carries: every clause of the inventory held against what the regulation cites.
//!
//! - A clause is *carried* if a statement cites it, down to the paragraph. A line that opens a list is carried by the
//!   list: it says nothing else.
//! - It is *explained* if `omits` names it, or what it stands under, and no statement carries it.
//! - Else it is *missing*.
//!
//! A word that is only named or shortened in a clause carries nothing of it, with one exception: a clause that does no
//! more than define is carried by its `abbreviation`.

use super::{Citation, Cited, Hold, Model, Omission, Regulation};
use crate::inventory::{Address, Clause, Inventory, Room};
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
pub fn coverage<'a>(model: &'a Model, regulation: &'a Regulation, inventory: &'a Inventory) -> Vec<Covered<'a>> {
    let cited: Vec<(Address, &Cited)> = all_cited(model, regulation)
        .filter_map(|cited| Some((Address::parse(&cited.clause.address)?, cited)))
        .collect();
    let carriers = |clause: &Clause| -> Vec<&'a Cited> {
        let here = cited.iter().filter(|(address, _)| *address == clause.address).map(|(_, cited)| *cited);
        here.filter(|cited| cited.hold == Hold::Carries || (cited.hold == Hold::Defines && !clause.binds())).collect()
    };
    let by: Vec<Vec<&Cited>> = inventory.clauses.iter().map(carriers).collect();
    let mut all: Vec<Covered> = Vec::new();
    for (at, (clause, by_here)) in inventory.clauses.iter().zip(&by).enumerate() {
        let by_list = clause.opens && !clause.binds() && opens_carried(inventory, at, |ix| !by[ix].is_empty());
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

/// What the regulation cites, and its standard where that is an annex of the same act: where all that it cites stands in
/// one annex.
pub fn all_cited<'a>(model: &'a Model, regulation: &'a Regulation) -> impl Iterator<Item = &'a Cited> {
    let standard = regulation.standard.map(|standard| model[standard].cited.as_slice()).unwrap_or_default();
    let annex = |cited: &Cited| match Address::parse(&cited.clause.address)?.room {
        Room::Annex(number) => Some(number),
        _ => None,
    };
    let first = standard.first().and_then(annex);
    let annexed = first.is_some() && standard.iter().all(|cited| annex(cited) == first);
    regulation.cited.iter().chain(if annexed { standard } else { &[] })
}

/// Whether the line at `at` opens a list of which something is carried. A clause's own line opens all that stands under
/// it; a paragraph what follows it in the clause, up to the next paragraph that opens a list.
fn opens_carried(inventory: &Inventory, at: usize, carried: impl Fn(usize) -> bool) -> bool {
    let opening = &inventory.clauses[at].address;
    let following = inventory.clauses.iter().enumerate().skip(at + 1).take_while(|(_, clause)| {
        let same_clause = opening.numbers.is_empty() || clause.address.numbers.first() == opening.numbers.first();
        clause.address.room == opening.room && same_clause
    });
    if opening.paragraph == 1 {
        let under = inventory.under(at).count();
        return following.take(under).any(|(ix, _)| carried(ix));
    }
    following.take_while(|(_, clause)| !(clause.opens && clause.address.paragraph > 1)).any(|(ix, _)| carried(ix))
}

/// The `omits` that names the clause, or else what it stands under.
fn explained<'a>(
    regulation: &'a Regulation,
    inventory: &'a Inventory,
    clause: &Clause,
) -> (Option<(&'a Omission, &'a super::ClauseRef)>, Option<&'a super::ClauseRef>) {
    let omitted =
        || regulation.omissions.iter().flat_map(|omission| omission.clauses.iter().map(move |it| (omission, it)));
    let named = omitted().find(|(_, it)| Address::parse(&it.address).is_some_and(|named| named == clause.address));
    let above = omitted().find(|(_, it)| {
        let top =
            inventory.clauses.iter().position(|top| Address::parse(&it.address).is_some_and(|it| it == top.address));
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
