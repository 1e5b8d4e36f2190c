//! Do the act's own numbers run on, without one used twice or passed over?

use crate::diagnostics::{Code, Finding};
use crate::inventory::{Address, Clause, Inventory};
use crate::model::{Cited, Hold, Model, Regulation};

pub(super) fn check(_: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let Some(inventory) = &regulation.inventory else { return };
    for (at, clause) in inventory.clauses.iter().enumerate().filter(|(_, clause)| is_numbered(&clause.address)) {
        let before = before(inventory, at);
        findings.extend(repeated(regulation, inventory, clause, before));
        findings.extend(skipped(regulation, clause, before));
    }
}

/// A clause, a row or an item: not a paragraph, not an annex as a whole.
fn is_numbered(address: &Address) -> bool {
    address.paragraph == 1 && !address.numbers.is_empty()
}

/// The numbered neighbour before: the last clause of the same room, or the last item of the same list.
fn before(inventory: &Inventory, at: usize) -> Option<&Clause> {
    let own = &inventory.clauses[at].address;
    let depth = own.numbers.len();
    let earlier = inventory.clauses[..at].iter().rev().filter(|clause| is_numbered(&clause.address));
    let mut level =
        earlier.take_while(|clause| clause.address.room == own.room && clause.address.numbers.len() >= depth);
    level.find(|clause| clause.address.numbers.len() == depth)
}

/// The number was used before, and not because a new list begins with 1.
fn repeated(
    regulation: &Regulation,
    inventory: &Inventory,
    clause: &Clause,
    before: Option<&Clause>,
) -> Option<Finding> {
    let own = &clause.address;
    let goes_back = before?.address.last_number()? >= own.last_number()?;
    let new_list = own.numbers.len() > 1 && own.last_number() == Some(1);
    if own.occurrence < 2 || new_list || !goes_back {
        return None;
    }
    let first = Address { occurrence: 1, ..own.clone() };
    let first = inventory.clauses.iter().find(|clause| clause.address == first)?;
    let finding = at(Code::ClauseNumberRepeated, regulation, own).arg("clause", first.address.to_string());
    let finding = finding.arg("again", own.to_string()).clause(own.to_string());
    let finding = finding.also(first.span?, "label-first").clause(first.address.to_string());
    Some(finding.also(clause.span?, "label-again").clause(own.to_string()))
}

/// Numbers between this one and the one before are missing.
fn skipped(regulation: &Regulation, clause: &Clause, before: Option<&Clause>) -> Option<Finding> {
    let own = clause.address.last_number()?;
    let last = before.map_or(Some(0), |before| before.address.last_number())?;
    if own <= last + 1 || clause.address.occurrence > 1 {
        return None;
    }
    let missing = match own - last {
        2 => (last + 1).to_string(),
        _ => format!("{}–{}", last + 1, own - 1),
    };
    let address = clause.address.to_string();
    let finding = at(Code::ClauseNumberSkipped, regulation, &clause.address).arg("missing", missing);
    let finding =
        finding.arg("clause", address.as_str()).clause(&*address).also(clause.span?, "label-after").clause(address);
    match before.and_then(|before| Some((before.span?, before.address.to_string()))) {
        Some((span, before)) => Some(finding.also(span, "label-before").clause(before)),
        None => Some(finding),
    }
}

/// At the place where the regulation carries the clause, or cites it; else at its own line.
fn at(code: Code, regulation: &Regulation, address: &Address) -> Finding {
    let cites = |cited: &&Cited| Address::parse(&cited.clause.address).is_some_and(|it| it == *address);
    let carries = |cited: &&Cited| cited.hold == Hold::Carries && cites(cited);
    let cited = regulation.cited.iter().find(carries).or_else(|| regulation.cited.iter().find(cites));
    match cited {
        Some(cited) => Finding::new(code, cited.clause.span).with("cited", "yes"),
        None => Finding::new(code, regulation.head).with("cited", "no"),
    }
}
