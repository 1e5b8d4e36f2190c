//! The grammar as a parser: the two files of `grammar/`, and the few rules that are read from outside.

use crate::vocabulary::Keyword;
use pest::Parser;
use pest::iterators::Pairs;
use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/keywords.pest"]
#[grammar = "../grammar/reglament.pest"]
struct Reglament;

pub(super) type Failure = pest::error::Error<Rule>;

/// A whole file. Invariant: it fails only where the native stack would not hold, which the nesting limit prevents.
pub(super) fn file(text: &str) -> Result<Pairs<'_, Rule>, Box<Failure>> {
    Reglament::parse(Rule::file, text).map_err(Box::new)
}

/// The parts of one line, broken ones among them.
pub(super) fn parts(text: &str) -> Result<Pairs<'_, Rule>, Box<Failure>> {
    Reglament::parse(Rule::parts_alone, text).map_err(Box::new)
}

/// Exactly one part: fails at the place where it stops to be one.
pub(super) fn part(text: &str) -> Result<Pairs<'_, Rule>, Box<Failure>> {
    Reglament::parse(Rule::part_alone, text).map_err(Box::new)
}

/// The keyword that a rule reads.
pub(super) fn keyword(rule: Rule) -> Option<Keyword> {
    static KEYWORDS: LazyLock<HashMap<Rule, Keyword>> = LazyLock::new(|| {
        let named = Rule::all_rules().iter().filter_map(|rule| {
            let id = format!("{rule:?}").strip_prefix("kw_")?.replace('_', "-");
            Some((*rule, Keyword::from_id(&id)?))
        });
        named.collect()
    });
    KEYWORDS.get(&rule).copied()
}
