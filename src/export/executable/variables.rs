//! The variables of a process: one for each fact that its choices ask for, with a name that every engine takes.

use crate::export::ascii::Ids;
use crate::export::bpmn::Place;
use crate::model::FactId;
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct Variables<'a> {
    place: Place<'a>,
    names: BTreeMap<FactId, String>,
}

impl<'a> Variables<'a> {
    /// `fact_` before each name keeps clear of the words of every expression language.
    pub fn of(place: Place<'a>) -> Variables<'a> {
        let edges = place.procedure.nodes.iter().flat_map(|node| &node.next);
        let facts: BTreeSet<FactId> = edges.flat_map(|edge| edge.when.facts()).collect();
        let mut ids = Ids::default();
        // Signs that are an operator in an expression give way before two names are compared.
        let mut name = |fact: FactId| ids.give(&format!("fact_{}", place.model[fact].id.replace('-', "_")));
        let names = facts.into_iter().map(|fact| (fact, name(fact))).collect();
        Variables { place, names }
    }

    /// Invariant: asked for facts of the procedure's own conditions.
    pub fn name(&self, fact: FactId) -> &str {
        &self.names[&fact]
    }

    /// Every variable with its fact: `fact_documents_complete=documents-complete …`.
    pub fn table(&self) -> String {
        let pair = |(fact, name): (&FactId, &String)| format!("{name}={}", self.place.model[*fact].id);
        self.names.iter().map(pair).collect::<Vec<_>>().join(" ")
    }
}
