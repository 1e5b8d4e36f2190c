//! What the standard promises in one case, in one channel: the term, and what extends it.

use crate::facts::{Case, holds};
use reglament::model::{ChannelId, Extension, Standard, Term};
use reglament::time::Duration;

/// A term with its extensions.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Promise {
    /// The name of the standard's case.
    pub case: String,
    /// The extensions that hold.
    pub extensions: Vec<String>,
    /// The term and what is added to it; empty: the term is not known.
    pub parts: Vec<Duration>,
}

/// Everything promised in one case. The term that asks for nothing and has no name is for the cases that no other one
/// asks for; a term said for the channel stands before one of the same name said for all.
pub fn promises(standard: Option<&Standard>, channel: ChannelId, case: &Case) -> Vec<Promise> {
    let terms: Vec<&Term> = standard.iter().flat_map(|s| &s.terms).filter(|term| is_for(term, channel)).collect();
    let said_for_it = |term: &Term| {
        let better = |other: &&Term| !other.channels.is_empty() && other.case == term.case;
        !term.channels.is_empty() || !terms.iter().any(better)
    };
    let (asking, plain): (Vec<&Term>, Vec<&Term>) =
        terms.iter().filter(|term| said_for_it(term)).partition(|term| asks(term));
    let mut met: Vec<&Term> = asking.into_iter().filter(|term| holds(&term.when, case)).collect();
    if met.is_empty() {
        met = plain;
    }
    if met.is_empty() {
        return vec![Promise { case: String::new(), extensions: Vec::new(), parts: Vec::new() }];
    }
    met.into_iter().map(|term| promise(standard, term, case)).collect()
}

fn is_for(term: &Term, channel: ChannelId) -> bool {
    term.channels.is_empty() || term.channels.contains(&channel)
}

fn asks(term: &Term) -> bool {
    !term.case.is_empty() || term.when != reglament::model::Condition::Always
}

fn promise(standard: Option<&Standard>, term: &Term, case: &Case) -> Promise {
    let Some(limit) = &term.limit else {
        return Promise { case: term.case.clone(), extensions: Vec::new(), parts: Vec::new() };
    };
    let mut promise = Promise { case: term.case.clone(), extensions: Vec::new(), parts: vec![limit.duration] };
    let extends = |extension: &&Extension| holds(&extension.when, case);
    for extension in standard.iter().flat_map(|s| &s.extensions).filter(extends) {
        if let Some(limit) = &extension.limit {
            promise.extensions.push(extension.id.clone());
            promise.parts.push(limit.duration);
        }
    }
    promise
}
