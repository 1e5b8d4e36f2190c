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
use std::collections::{HashMap, HashSet};

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
    let mut cited: HashMap<Address, Vec<&Cited>> = HashMap::new();
    for it in all_cited(model, regulation) {
        if let Some(address) = Address::parse(&it.clause.address) {
            cited.entry(address).or_default().push(it);
        }
    }
    let carriers = |clause: &Clause| -> Vec<&'a Cited> {
        let here = cited.get(&clause.address).into_iter().flatten().copied();
        here.filter(|cited| cited.hold == Hold::Carries || (cited.hold == Hold::Defines && !clause.binds())).collect()
    };
    let by: Vec<Vec<&Cited>> = inventory.clauses.iter().map(carriers).collect();
    let omitted = omitted(regulation, inventory);
    let said = said(regulation);
    let mut all: Vec<Covered> = Vec::new();
    for (at, (clause, by_here)) in inventory.clauses.iter().zip(&by).enumerate() {
        let by_list = clause.opens && !clause.binds() && opens_carried(inventory, at, |ix| !by[ix].is_empty());
        let (why, omitted_by_name) = explained(&omitted, clause);
        let status = match (by_here.is_empty() && !by_list, why) {
            (false, _) => Status::Carried,
            (true, Some(_)) => Status::Explained,
            (true, None) => Status::Missing,
        };
        let lost = if by_here.is_empty() { Vec::new() } else { lost(&said, clause, by_here) };
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

/// An `omits` with a clause that it names, the clause's address, and the addresses that stand under it in the act.
struct Omitted<'a> {
    omission: &'a Omission,
    named: &'a super::ClauseRef,
    address: Address,
    under: HashSet<&'a Address>,
}

fn omitted<'a>(regulation: &'a Regulation, inventory: &'a Inventory) -> Vec<Omitted<'a>> {
    let all = regulation.omissions.iter().flat_map(|omission| omission.clauses.iter().map(move |it| (omission, it)));
    let read = all.filter_map(|(omission, named)| {
        let address = Address::parse(&named.address)?;
        let top = inventory.clauses.iter().position(|top| top.address == address);
        let under = top.into_iter().flat_map(|top| inventory.under(top)).map(|under| &under.address).collect();
        Some(Omitted { omission, named, address, under })
    });
    read.collect()
}

/// The `omits` that names the clause, or else what it stands under.
fn explained<'a>(
    omitted: &[Omitted<'a>],
    clause: &Clause,
) -> (Option<(&'a Omission, &'a super::ClauseRef)>, Option<&'a super::ClauseRef>) {
    let named = omitted.iter().find(|it| it.address == clause.address).map(|it| (it.omission, it.named));
    let above = || omitted.iter().find(|it| it.under.contains(&clause.address)).map(|it| (it.omission, it.named));
    (named.or_else(above), named.map(|(_, it)| it))
}

/// By address: the times that the regulation gives for the clause.
fn said(regulation: &Regulation) -> HashMap<Address, Vec<Duration>> {
    let mut said: HashMap<Address, Vec<Duration>> = HashMap::new();
    for citation in citations(regulation).filter(|citation| !citation.limits.is_empty()) {
        if let Some(address) = Address::parse(&citation.clause.address) {
            said.entry(address).or_default().extend(citation.limits.iter().map(|limit| limit.duration));
        }
    }
    said
}

/// The times of the clause that nothing of what cites it says.
fn lost(said: &HashMap<Address, Vec<Duration>>, clause: &Clause, by: &[&Cited]) -> Vec<Duration> {
    let here = said.get(&clause.address).into_iter().flatten();
    let told: Vec<Duration> = here.chain(by.iter().flat_map(|cited| &cited.told)).copied().collect();
    let same = |time: &Duration| told.iter().any(|said| same_time(*said, *time));
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
