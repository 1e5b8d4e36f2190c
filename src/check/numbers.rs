//! Does the act's own count of its steps, or of its checks, repeat a number or skip one?
//!
//! Steps and checks are counted apart, and so are flows that begin anew in another clause; a clause that goes on with a
//! higher number goes on with the flow before it.

use super::{told, ways};
use crate::diagnostics::{Code, Finding};
use crate::model::{Model, Node, NodeKind, Procedure, Regulation};
use crate::source::Span;
use crate::vocabulary::Keyword;

/// A numbered line, with the clause that gives the number.
struct Numbered<'p> {
    number: u32,
    span: Span,
    node: &'p Node,
    clause: Option<&'p str>,
}

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        let mut found = Vec::new();
        for (what, mut flow) in flows(procedure) {
            flow.sort_by_key(|one| one.number);
            for pair in flow.windows(2) {
                found.extend(repeated(what, &pair[0], &pair[1]));
                found.extend(skipped(what, &pair[0], &pair[1]));
            }
            found.extend(flow.first().filter(|first| first.number > 1).map(|first| {
                let finding = Finding::new(Code::NumberSkipped, first.span).arg("what", what).arg("number", 1usize);
                named(finding, first)
            }));
        }
        findings.extend(found.into_iter().map(|finding| finding.channel(&*model[procedure.channel].id)));
    }
}

/// The numbered lines of each flow, and whether they are steps or checks.
fn flows(procedure: &Procedure) -> Vec<(Keyword, Vec<Numbered<'_>>)> {
    let mut flows = Vec::new();
    let mut by_clause: Vec<(Keyword, &str, Vec<Numbered>)> = of_clauses(procedure);
    by_clause.sort_by_key(|(what, ..)| *what);
    for (what, _, numbered) in by_clause {
        let goes_on = |(before, flow): &&mut (Keyword, Vec<Numbered>)| {
            let last = flow.iter().map(|one| one.number).max();
            *before == what && numbered.iter().map(|one| one.number).min() > last
        };
        match flows.last_mut().filter(goes_on) {
            Some((_, flow)) => flow.extend(numbered),
            None => flows.push((what, numbered)),
        }
    }
    flows
}

/// The numbered lines by the clause whose items they are, in the order of the procedure.
fn of_clauses(procedure: &Procedure) -> Vec<(Keyword, &str, Vec<Numbered<'_>>)> {
    let mut clauses: Vec<(Keyword, &str, Vec<Numbered>)> = Vec::new();
    for (_, node) in ways::nodes(procedure).filter(|(_, node)| !node.broken) {
        let Some((number, span)) = node.number else { continue };
        let clause = node.citations.first().map(told::address);
        let list = clause.map_or("", |clause| &clause[..clause.find(['.', '/']).unwrap_or(clause.len())]);
        let what = if node.kind == NodeKind::Choice { Keyword::Choice } else { Keyword::Step };
        let numbered = Numbered { number, span, node, clause };
        match clauses.iter_mut().find(|(kind, own, _)| *kind == what && *own == list) {
            Some((.., all)) => all.push(numbered),
            None => clauses.push((what, list, vec![numbered])),
        }
    }
    clauses
}

/// Two lines of one clause are one item of the act.
fn repeated(what: Keyword, one: &Numbered, other: &Numbered) -> Option<Finding> {
    if one.number != other.number || (one.clause.is_some() && one.clause == other.clause) {
        return None;
    }
    let finding = Finding::new(Code::NumberRepeated, other.span).arg("what", what).arg("number", one.number as usize);
    let finding = named(finding, other).also(one.span, "label-first");
    Some(named(finding, one))
}

fn skipped(what: Keyword, one: &Numbered, other: &Numbered) -> Option<Finding> {
    if other.number <= one.number + 1 {
        return None;
    }
    let missing = one.number as usize + 1;
    let finding = Finding::new(Code::NumberSkipped, other.span).arg("what", what).arg("number", missing);
    let finding = named(finding, other).also(one.span, "label-before");
    Some(named(finding, one))
}

fn named(finding: Finding, numbered: &Numbered) -> Finding {
    let finding = finding.with("name", numbered.node.id.as_str()).with("own", numbered.number as usize);
    told::with_clause(finding, numbered.clause)
}
