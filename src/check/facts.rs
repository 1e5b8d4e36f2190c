//! Is there a fact that no condition asks for?
//!
//! Where a project is not checked as a whole, only a fact that stands in the file of an act is told: one in a file of its
//! own may be there for acts that are not being checked.

use crate::diagnostics::{Code, Finding};
use crate::model::{Condition, Fact, FactId, Model, Regulation};
use crate::source::Span;
use std::collections::BTreeSet;

pub(super) fn overall(model: &Model, findings: &mut Vec<Finding>) {
    let of_acts = model.regulations.iter().flat_map(conditions);
    let asked: BTreeSet<FactId> = of_acts.flat_map(Condition::facts).chain(promised(model)).collect();
    for (ix, fact) in model.facts.iter().enumerate() {
        if !asked.contains(&FactId(ix as u32)) && (beside_an_act(model, fact) || in_no_act(model)) {
            findings.push(unused_fact(fact));
        }
    }
}

pub(super) fn asked(regulation: &Regulation) -> Option<BTreeSet<FactId>> {
    is_whole(regulation).then(|| conditions(regulation).flat_map(Condition::facts).collect())
}

pub(super) fn unused(model: &Model, mut asked: BTreeSet<FactId>) -> Vec<Finding> {
    asked.extend(promised(model));
    asked.extend(model.regulations.iter().flat_map(conditions).flat_map(Condition::facts));
    let facts = model.facts.iter().enumerate().filter(|(ix, _)| !asked.contains(&FactId(*ix as u32)));
    facts.map(|(_, fact)| unused_fact(fact)).collect()
}

fn unused_fact(fact: &Fact) -> Finding {
    Finding::new(Code::UnusedFact, fact.span).arg("name", fact.id.as_str())
}

fn conditions(regulation: &Regulation) -> impl Iterator<Item = &Condition> {
    let nodes = regulation.procedures.iter().flat_map(|procedure| &procedure.nodes);
    let edges = nodes.flat_map(|node| &node.next).map(|edge| &edge.when);
    let sayings = regulation.sayings.iter().map(|saying| &saying.when);
    edges.chain(sayings).chain(regulation.requires.iter().map(|required| &required.when))
}

/// The facts that the standards ask for.
fn promised(model: &Model) -> impl Iterator<Item = FactId> {
    let conditions = model.standards.iter().flat_map(|standard| {
        let terms = standard.terms.iter().map(|term| &term.when);
        let extensions = standard.extensions.iter().map(|extension| &extension.when);
        let sayings = standard.sayings.iter().map(|saying| &saying.when);
        terms.chain(extensions).chain(sayings).chain(standard.requires.iter().map(|required| &required.when))
    });
    conditions.flat_map(Condition::facts)
}

fn is_whole(regulation: &Regulation) -> bool {
    !regulation.broken && regulation.procedures.iter().all(|procedure| !procedure.broken)
}

/// Whether the project was read whole, and so was each of its acts.
fn in_no_act(model: &Model) -> bool {
    let acts = model.regulations.len() + model.standards.len();
    model.whole
        && acts > 0
        && model.regulations.iter().all(is_whole)
        && model.standards.iter().all(|standard| !standard.broken)
}

/// Whether the fact stands in the file of an act that could be read whole.
fn beside_an_act(model: &Model, fact: &Fact) -> bool {
    let here = |span: Span| span.file == fact.span.file;
    let regulations: Vec<_> = model.regulations.iter().filter(|regulation| here(regulation.head)).collect();
    let standards: Vec<_> = model.standards.iter().filter(|standard| here(standard.head)).collect();
    !(regulations.is_empty() && standards.is_empty())
        && regulations.iter().all(|regulation| is_whole(regulation))
        && standards.iter().all(|standard| !standard.broken)
}
