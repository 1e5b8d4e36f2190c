//! Is there a fact that no condition asks for?
//!
//! Where a project is not checked as a whole, only a fact that stands in the file of an act is told: one in a file of its
//! own may be there for acts that are not being checked.

use crate::diagnostics::{Code, Finding};
use crate::model::{Condition, Fact, FactId, Model, Regulation};
use crate::source::Span;
use std::collections::BTreeSet;

pub(super) fn overall(model: &Model, findings: &mut Vec<Finding>) {
    let asked: BTreeSet<FactId> = conditions(model).flat_map(Condition::facts).collect();
    for (ix, fact) in model.facts.iter().enumerate() {
        if !asked.contains(&FactId(ix as u32)) && (beside_an_act(model, fact) || in_no_act(model)) {
            findings.push(Finding::new(Code::UnusedFact, fact.span).arg("name", fact.id.as_str()));
        }
    }
}

fn conditions(model: &Model) -> impl Iterator<Item = &Condition> {
    let procedures = model.regulations.iter().flat_map(|regulation| &regulation.procedures);
    let edges = procedures.flat_map(|procedure| &procedure.nodes).flat_map(|node| &node.next).map(|edge| &edge.when);
    let terms = model.standards.iter().flat_map(|standard| &standard.terms).map(|term| &term.when);
    let extensions = model.standards.iter().flat_map(|standard| &standard.extensions).map(|extension| &extension.when);
    let promised = model.standards.iter().flat_map(|standard| &standard.requires);
    let own = model.regulations.iter().flat_map(|regulation| &regulation.requires);
    let of_acts = model.regulations.iter().map(|regulation| &regulation.sayings);
    let sayings = of_acts.chain(model.standards.iter().map(|standard| &standard.sayings)).flatten();
    let sayings = sayings.map(|saying| &saying.when);
    edges.chain(terms).chain(extensions).chain(sayings).chain(promised.chain(own).map(|required| &required.when))
}

/// Whether the project was read whole, and so was each of its acts.
fn in_no_act(model: &Model) -> bool {
    let whole =
        |regulation: &Regulation| !regulation.broken && regulation.procedures.iter().all(|procedure| !procedure.broken);
    let acts = model.regulations.len() + model.standards.len();
    model.whole
        && acts > 0
        && model.regulations.iter().all(whole)
        && model.standards.iter().all(|standard| !standard.broken)
}

/// Whether the fact stands in the file of an act that could be read whole.
fn beside_an_act(model: &Model, fact: &Fact) -> bool {
    let here = |span: Span| span.file == fact.span.file;
    let procedures_whole =
        |regulation: &Regulation| !regulation.broken && regulation.procedures.iter().all(|procedure| !procedure.broken);
    let regulations: Vec<_> = model.regulations.iter().filter(|regulation| here(regulation.head)).collect();
    let standards: Vec<_> = model.standards.iter().filter(|standard| here(standard.head)).collect();
    !(regulations.is_empty() && standards.is_empty())
        && regulations.iter().all(|regulation| procedures_whole(regulation))
        && standards.iter().all(|standard| !standard.broken)
}
