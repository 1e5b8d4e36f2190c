//! Every clause that a regulation cites, wherever it cites it: for the question whether anything of the act was passed
//! over.

use super::statement::Statement;
use crate::ast::shape;
use crate::ast::{Block, Line, Name, Value};
use crate::inventory::times;
use crate::model::{Cited, Hold};
use crate::source::Span;
use crate::time::Duration;
use crate::vocabulary::Keyword;

/// Statements of a standard whose limit each of their clauses gives.
const TERMS: &[Keyword] = &[Keyword::Term, Keyword::Extension, Keyword::CompletenessCheck];

/// The statement whose parts are read.
#[derive(Clone)]
struct Owner {
    keyword: Keyword,
    name: String,
    /// Times that its texts tell: a condition's, or one that no limit says.
    told: Vec<Duration>,
    span: Span,
}

/// The clauses that these lines cite, in their order. `parent` is what they stand in.
pub(super) fn all_cited<'a>(lines: impl Iterator<Item = &'a Line>, parent: Option<Keyword>) -> Vec<Cited> {
    let mut found = Vec::new();
    for line in lines {
        walk(line, parent, None, &mut found);
    }
    found
}

fn walk(line: &Line, parent: Option<Keyword>, around: Option<&Owner>, found: &mut Vec<Cited>) {
    let own = owner(line, parent, around);
    let owner = own.as_ref().or(around);
    let Some(owner) = owner else { return };
    for part in &line.parts {
        let Value::Clauses(clauses) = &part.value else { continue };
        let word = part.keyword.map_or(Keyword::Clause, |(keyword, _)| keyword);
        let hold = hold(owner.keyword, word);
        found.extend(clauses.iter().map(|clause| Cited {
            clause: super::said::reference(clause),
            by: owner.keyword,
            name: owner.name.clone(),
            hold,
            told: owner.told.clone(),
            span: owner.span,
        }));
    }
    for child in line.block.iter().flat_map(|block| &block.lines) {
        walk(child, own.as_ref().map(|own| own.keyword).or(parent), Some(owner), found);
    }
}

/// The statement that a line begins; `None` for a line that says more of the one around it.
fn owner(line: &Line, parent: Option<Keyword>, around: Option<&Owner>) -> Option<Owner> {
    let keyword = line.parts.first()?.keyword?.0;
    let begins = shape::statements(parent).contains(&keyword) || (around.is_none() && shape::of(keyword).is_some());
    if !begins {
        return None;
    }
    let names = match line.parts.first().map(|part| &part.value) {
        Some(Value::Names(names)) => names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(", "),
        _ => Statement::name_of(line).map(|name: &Name| name.text.clone()).unwrap_or_default(),
    };
    // A branch has no name of its own.
    let name = if names.is_empty() { around.map(|around| around.name.clone()).unwrap_or_default() } else { names };
    let mut told = Vec::new();
    texts(line, keyword, &mut told);
    Some(Owner { keyword, name, told, span: line.span })
}

/// The times that the texts of a statement tell, not those of the statements in its block.
fn texts(line: &Line, keyword: Keyword, told: &mut Vec<Duration>) {
    for part in &line.parts {
        match &part.value {
            Value::Text(text) => told.extend(text.strings.iter().flat_map(|(_, text, _)| times(text))),
            Value::Limits(limits) if TERMS.contains(&keyword) => told.extend(limits.iter().map(|limit| limit.duration)),
            _ => {}
        }
    }
    let says_more = |line: &&Line| {
        let head = line.parts.first().and_then(|part| part.keyword);
        head.is_none_or(|(head, _)| !shape::statements(Some(keyword)).contains(&head))
    };
    let lines = |block: &'_ Block| block.lines.clone();
    for line in line.block.iter().flat_map(lines).filter(|line| says_more(&line)) {
        texts(&line, keyword, told);
    }
}

/// How far the citing statement holds what the clause says.
fn hold(statement: Keyword, word: Keyword) -> Hold {
    match (statement, word) {
        (Keyword::Omits, _) => Hold::Omits,
        (Keyword::Mentions, _) | (_, Keyword::Used) => Hold::Names,
        (Keyword::Abbreviation, _) => Hold::Defines,
        _ => Hold::Carries,
    }
}
