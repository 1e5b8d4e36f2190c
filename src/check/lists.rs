//! The lists of an act, as far as its steps cite them: the numbered items of one clause, or its paragraphs.
//!
//! `9.1, 9.2, 9.4/2` are items 1, 2 and 4 of the list 9; `7.2/2, 7.2/3, 7.2/4` are paragraphs of the list 7.2. What has
//! fewer than three items with steps of a channel is no list of steps.

use super::ways;
use crate::model::{NodeIx, NodeKind, Procedure};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

const FEWEST: usize = 3;

/// One list in one channel.
pub(super) struct List {
    /// The clause whose items they are.
    pub clause: String,
    pub items: Vec<Item>,
}

/// One item, and the steps that it tells.
pub(super) struct Item {
    pub number: u32,
    /// The first address and place at which it is cited.
    pub address: String,
    pub span: Span,
    pub steps: BTreeSet<NodeIx>,
}

impl List {
    /// The items that tell a step.
    pub(super) fn telling(&self, step: NodeIx) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.steps.contains(&step))
    }

    pub(super) fn tells(&self, step: NodeIx) -> bool {
        self.telling(step).next().is_some()
    }

    /// Where the list tells the step, if it does so in one item alone.
    pub(super) fn place(&self, step: NodeIx) -> Option<&Item> {
        let mut telling = self.telling(step);
        let first = telling.next()?;
        telling.next().is_none().then_some(first)
    }
}

/// One citation of the address by a step.
struct Cited<'p> {
    address: &'p str,
    span: Span,
    step: NodeIx,
}

/// The lists of a channel, in the order of their clauses. A stage's clause tells every step of the stage.
pub(super) fn lists(procedure: &Procedure) -> Vec<List> {
    let mut by_clause: BTreeMap<String, BTreeMap<u32, Item>> = BTreeMap::new();
    for cited in cited(procedure) {
        for (clause, number) in heads(cited.address) {
            let items = by_clause.entry(clause).or_default();
            let item = items.entry(number).or_insert_with(|| Item {
                number,
                address: cited.address.to_owned(),
                span: cited.span,
                steps: BTreeSet::new(),
            });
            if cited.address.len() < item.address.len() {
                (item.address, item.span) = (cited.address.to_owned(), cited.span);
            }
            item.steps.insert(cited.step);
        }
    }
    let lists = by_clause.into_iter().map(|(clause, items)| List { clause, items: items.into_values().collect() });
    lists.filter(|list| list.items.len() >= FEWEST).collect()
}

fn cited(procedure: &Procedure) -> Vec<Cited<'_>> {
    let timed = |ix: NodeIx| matches!(procedure[ix].kind, NodeKind::Step | NodeKind::Wait { .. });
    let mut all = Vec::new();
    for (step, node) in ways::nodes(procedure).filter(|(ix, _)| timed(*ix)) {
        let own = node.citations.iter().map(|said| &said.clause);
        all.extend(own.map(|clause| Cited { address: &clause.address, span: clause.span, step }));
    }
    for stage in &procedure.stages {
        for clause in stage.citations.iter().map(|said| &said.clause) {
            let steps = stage.nodes.iter().copied().filter(|step| timed(*step));
            all.extend(steps.map(|step| Cited { address: &clause.address, span: clause.span, step }));
        }
    }
    all
}

/// The clauses that an address may be an item of, each with the item's number: `9.4/2` is item 4 of 9, and paragraph 2
/// of 9.4.
fn heads(address: &str) -> Vec<(String, u32)> {
    let (address, again) = address.split_once('#').map_or((address, None), |(address, again)| (address, Some(again)));
    let mut heads = Vec::new();
    for (at, _) in address.match_indices(['.', '/']) {
        let rest = &address[at + 1..];
        let number: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let clause = match again {
            Some(again) => format!("{}#{again}", &address[..at]),
            None => address[..at].to_owned(),
        };
        let paragraph = if address[at..].starts_with('/') { "/" } else { "" };
        heads.extend(number.parse().ok().map(|number| (format!("{clause}{paragraph}"), number)));
    }
    heads
}

/// The clause as people cite it.
pub(super) fn name(list: &List) -> &str {
    list.clause.trim_end_matches('/')
}
