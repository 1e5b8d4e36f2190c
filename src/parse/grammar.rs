//! The grammar as a parser: the two files of `grammar/`, and the few rules that are read from outside.

use pest::Parser;
use pest::iterators::Pairs;

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
