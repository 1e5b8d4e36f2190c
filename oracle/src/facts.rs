//! Every case there can be: all assignments of the facts that a regulation asks about, one after another.

use reglament::model::{Condition, FactId, Model, Procedure, Standard};
use std::collections::{BTreeMap, BTreeSet};

/// One case: a value for each fact that matters. Consistent by construction, since each fact has one value.
pub type Case = BTreeMap<FactId, u32>;

/// All cases in which the procedure or the standard's terms and extensions can differ.
pub fn cases(model: &Model, procedure: &Procedure, standard: Option<&Standard>) -> Vec<Case> {
    let mut asked = BTreeSet::new();
    for edge in procedure.nodes.iter().flat_map(|node| &node.next) {
        facts(&edge.when, &mut asked);
    }
    if let Some(standard) = standard {
        standard.terms.iter().for_each(|term| facts(&term.when, &mut asked));
        standard.extensions.iter().for_each(|extension| facts(&extension.when, &mut asked));
    }
    let mut cases = vec![Case::new()];
    for fact in asked {
        let values = 0..model[fact].values.len() as u32;
        let with = |case: &Case, value| case.iter().map(|(f, v)| (*f, *v)).chain([(fact, value)]).collect();
        cases = cases.iter().flat_map(|case| values.clone().map(move |value| with(case, value))).collect();
    }
    cases
}

/// Whether a condition holds in a case.
pub fn holds(condition: &Condition, case: &Case) -> bool {
    match condition {
        Condition::Always => true,
        Condition::Is(fact, value) => case.get(fact) == Some(value),
        Condition::Not(inner) => !holds(inner, case),
        Condition::All(parts) => parts.iter().all(|part| holds(part, case)),
        Condition::Any(parts) => parts.iter().any(|part| holds(part, case)),
    }
}

fn facts(condition: &Condition, found: &mut BTreeSet<FactId>) {
    match condition {
        Condition::Always => {}
        Condition::Is(fact, _) => {
            found.insert(*fact);
        }
        Condition::Not(inner) => facts(inner, found),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| facts(part, found)),
    }
}
