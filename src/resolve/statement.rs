//! A line with its block, taken apart: the head, what is said of it, and the statements under it.
//!
//! What may stand where was asked when the text was read; here nothing is refused.

use crate::ast::shape;
use crate::ast::{Line, Name, Part, Text, Value};
use crate::diagnostics::{Code, Finding};
use crate::source::Span;
use crate::vocabulary::Keyword;

pub(super) struct Statement<'a> {
    pub keyword: Keyword,
    pub head: &'a Part,
    /// What is said of the head, on its line or on lines of the block.
    pub parts: Vec<&'a Part>,
    /// The statements of the block.
    pub children: Vec<&'a Line>,
    /// The `expect` parts with their reasons.
    pub expects: Vec<(&'a Part, Option<&'a Part>)>,
    /// The line alone.
    pub line: Span,
    /// The line with its block.
    pub span: Span,
    pub broken: bool,
}

impl<'a> Statement<'a> {
    /// Takes a line apart; `None` if its head has no keyword, which is a finding of the parser.
    pub(super) fn read(line: &'a Line) -> Option<Statement<'a>> {
        let head = line.parts.first()?;
        let (keyword, _) = head.keyword?;
        let block = line.block.as_ref();
        let mut statement = Statement {
            keyword,
            head,
            parts: Vec::new(),
            children: Vec::new(),
            expects: Vec::new(),
            line: line.span,
            span: block.map_or(line.span, |block| line.span.to(block.span)),
            broken: line.broken || block.is_some_and(|block| block.broken),
        };
        statement.take_parts(&line.parts[1..]);
        for child in block.map_or(&[][..], |block| &block.lines) {
            statement.take_line(child);
        }
        Some(statement)
    }

    /// A line of the block is a statement of its own, or says more of the head.
    fn take_line(&mut self, child: &'a Line) {
        match child.parts.first().and_then(|part| part.keyword) {
            Some((keyword, _)) if shape::statements(Some(self.keyword)).contains(&keyword) => self.children.push(child),
            _ => {
                self.broken |= child.broken;
                self.take_parts(&child.parts);
            }
        }
    }

    fn take_parts(&mut self, parts: &'a [Part]) {
        let mut rest = parts.iter().peekable();
        while let Some(part) = rest.next() {
            if is(part, Keyword::Expect) {
                let reason = rest.next_if(|next| bare_text(next).is_some());
                self.expects.push((part, reason));
            } else {
                self.parts.push(part);
            }
        }
    }

    /// The name that a line declares.
    pub(super) fn name_of(line: &Line) -> Option<&Name> {
        match &line.parts.first()?.value {
            Value::Name(name) => Some(name),
            Value::Names(names) => names.first(),
            _ => None,
        }
    }

    pub(super) fn name(&self) -> Option<&'a Name> {
        match &self.head.value {
            Value::Name(name) => Some(name),
            Value::Names(names) => names.first(),
            _ => None,
        }
    }

    /// The parts with this keyword.
    pub(super) fn all(&self, keyword: Keyword) -> impl Iterator<Item = &'a Part> {
        self.parts.iter().copied().filter(move |part| is(part, keyword))
    }

    /// The one part with this keyword; a second one is a finding.
    pub(super) fn one(&self, keyword: Keyword, findings: &mut Vec<Finding>) -> Option<&'a Part> {
        let mut all = self.all(keyword);
        let first = all.next()?;
        for second in all {
            findings.push(repeated(first, second));
        }
        Some(first)
    }

    pub(super) fn has(&self, keyword: Keyword) -> bool {
        self.all(keyword).next().is_some()
    }

    /// The head and its parts.
    pub(super) fn with_head(&self) -> impl Iterator<Item = &'a Part> {
        std::iter::once(self.head).chain(self.parts.iter().copied())
    }

    /// The texts without a keyword.
    pub(super) fn texts(&self) -> impl Iterator<Item = &'a Text> {
        self.parts.iter().filter_map(|part| bare_text(part))
    }

    /// The first part that is a text without a keyword: the reason, where the head is `expect`.
    pub(super) fn reason(&self) -> Option<&'a Part> {
        self.parts.iter().copied().find(|part| bare_text(part).is_some())
    }

    /// Where the head's keyword stands.
    pub(super) fn keyword_span(&self) -> Span {
        self.head.keyword.map_or(self.head.span, |(_, span)| span)
    }
}

pub(super) fn is(part: &Part, keyword: Keyword) -> bool {
    part.keyword.is_some_and(|(own, _)| own == keyword)
}

pub(super) fn bare_text(part: &Part) -> Option<&Text> {
    match (&part.keyword, &part.value) {
        (None, Value::Text(text)) => Some(text),
        _ => None,
    }
}

/// The names a part gives, whatever shape its value has.
pub(super) fn names(part: &Part) -> &[Name] {
    match &part.value {
        Value::Name(name) | Value::Arrow(name) => std::slice::from_ref(name),
        Value::Names(names) | Value::Events(names) => names,
        _ => &[],
    }
}

/// One thing said twice of one statement.
pub(super) fn repeated(first: &Part, second: &Part) -> Finding {
    let finding = Finding::new(Code::RepeatedPart, second.span).also(first.span, "label-first");
    match second.keyword {
        Some((keyword, _)) => finding.arg("part", keyword),
        None => finding.arg("part", "->"),
    }
}
