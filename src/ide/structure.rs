//! The structure of a file: its symbols, what can be folded, and what each token is.

use super::names::{Occurrence, Thing, occurrences};
use crate::ast::{File, Line, Part, Value};
use crate::source::Span;
use crate::vocabulary::Keyword;

/// A thing in the outline of a file.
#[derive(Clone, Debug)]
pub struct Symbol {
    pub name: String,
    /// The keyword that declares it.
    pub keyword: Keyword,
    /// With its block.
    pub span: Span,
    /// Its name alone.
    pub at: Span,
    pub children: Vec<Symbol>,
}

/// The outline.
pub fn symbols(file: &File) -> Vec<Symbol> {
    file.lines.iter().flat_map(symbol).collect()
}

fn symbol(line: &Line) -> Vec<Symbol> {
    let inside: Vec<Symbol> = line.block.iter().flat_map(|block| block.lines.iter().flat_map(symbol)).collect();
    let Some(head) = line.parts.first() else { return inside };
    let (Some((keyword, at)), true) = (head.keyword, stands(head)) else { return inside };
    let (name, at) = match &head.value {
        Value::Name(name) => (name.text.clone(), name.span),
        _ => (String::new(), at),
    };
    let span = line.block.as_ref().map_or(line.span, |block| line.span.to(block.span));
    vec![Symbol { name, keyword, span, at, children: inside }]
}

fn stands(head: &Part) -> bool {
    use Keyword as K;
    let Some((keyword, _)) = head.keyword else { return false };
    matches!(
        keyword,
        K::Regulation
            | K::Standard
            | K::Organisation
            | K::Schedule
            | K::Actor
            | K::System
            | K::Channel
            | K::Fact
            | K::Document
            | K::Body
            | K::Procedure
            | K::Step
            | K::Stage
            | K::Choice
            | K::Parallel
            | K::Wait
            | K::Receipt
            | K::End
            | K::Obligation
            | K::Complaint
            | K::Notice
            | K::Extension
            | K::Term
            | K::Ground
            | K::Result
    )
}

/// Lines that can be folded away: a block, or several comments in a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fold {
    pub span: Span,
    pub comment: bool,
}

/// Everything that can be folded; `line_of` tells the line of a byte.
pub fn folds(file: &File, line_of: impl Fn(u32) -> usize) -> Vec<Fold> {
    let mut found = Vec::new();
    blocks(&file.lines, &mut found);
    let mut run: Option<Span> = None;
    for comment in &file.comments {
        run = match run {
            Some(before) if line_of(before.end) + 1 == line_of(comment.start) => Some(before.to(*comment)),
            other => {
                found.extend(other.map(|span| Fold { span, comment: true }));
                Some(*comment)
            }
        };
    }
    found.extend(run.map(|span| Fold { span, comment: true }));
    found.retain(|fold| line_of(fold.span.start) < line_of(fold.span.end));
    found.sort_by_key(|fold| fold.span);
    found
}

fn blocks(lines: &[Line], found: &mut Vec<Fold>) {
    for block in lines.iter().filter_map(|line| line.block.as_ref()) {
        found.push(Fold { span: block.span, comment: false });
        blocks(&block.lines, found);
    }
}

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TokenKind {
    Keyword,
    Comment,
    String,
    Number,
    /// Of a thing; whether it is declared there.
    Name(Thing, bool),
    Clause,
}

/// A token with its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    pub span: Span,
    pub kind: TokenKind,
}

/// Every token of the file, in the order of the text, none over another.
pub fn tokens(file: &File) -> Vec<Token> {
    let mut found: Vec<Token> =
        file.comments.iter().map(|span| Token { span: *span, kind: TokenKind::Comment }).collect();
    of_lines(&file.lines, &mut found);
    let name = |it: Occurrence| Token { span: it.span, kind: TokenKind::Name(it.thing, it.declares) };
    found.extend(occurrences(file).into_iter().map(name));
    found.sort_by_key(|token| (token.span.start, token.span.end));
    let mut end = 0;
    found.retain(|token| {
        let free = token.span.start >= end && token.span.start < token.span.end;
        if free {
            end = token.span.end;
        }
        free
    });
    found
}

fn of_lines(lines: &[Line], found: &mut Vec<Token>) {
    for line in lines {
        line.parts.iter().for_each(|part| of_part(part, found));
        line.block.iter().for_each(|block| of_lines(&block.lines, found));
    }
}

fn of_part(part: &Part, found: &mut Vec<Token>) {
    let mut add = |span: Span, kind: TokenKind| found.push(Token { span, kind });
    if let Some((_, span)) = part.keyword {
        add(span, TokenKind::Keyword);
    }
    match &part.value {
        Value::Text(text) => text.strings.iter().for_each(|(_, _, span)| add(*span, TokenKind::String)),
        Value::Limits(limits) => limits.iter().for_each(|limit| add(limit.span, TokenKind::Number)),
        Value::Date(date) => add(date.span, TokenKind::Number),
        Value::Times(times) => add(times.span, TokenKind::Number),
        Value::Hours(hours) => add(hours.span, TokenKind::Number),
        Value::Code(name) => add(name.span, TokenKind::Clause),
        Value::Clauses(clauses) => {
            for clause in clauses {
                found.push(Token { span: clause.span, kind: TokenKind::Clause });
                clause.says.iter().flatten().for_each(|part| of_part(part, found));
            }
        }
        _ => {}
    }
}
