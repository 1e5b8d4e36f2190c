//! What stands where it cannot: the tree is held against the table of shapes.

use super::tree::Reader;
use crate::ast::shape::{self, Shape};
use crate::ast::{File, Line, Part, Value};
use crate::diagnostics::{Code, Finding};
use crate::source::Span;
use crate::vocabulary::Keyword;

impl Reader<'_> {
    /// What is out of place in a file.
    pub(super) fn order(&mut self, file: &File) {
        // Behind a closing brace too many everything stands outside of where it was meant to.
        self.spoken = self.findings.iter().filter_map(Finding::primary).collect();
        let extra = self.findings.iter().find(|finding| finding.code == Code::ExtraBrace).and_then(Finding::primary);
        let shifted = |line: &Line| extra.is_some_and(|extra| line.span.start < extra.start);
        for line in &file.lines {
            let known = line.parts[0].keyword.is_some_and(|(keyword, _)| shape::TOP.contains(&keyword));
            if known || !shifted(line) {
                self.line_in(None, line, false);
            } else {
                self.statement(line);
            }
        }
    }

    /// A line in the block of `parent`: a statement that may stand there, or more of what is said of the parent.
    /// In a block whose closing brace was left out everything that follows it stands too deep, which was said already.
    fn line_in(&mut self, parent: Option<Keyword>, line: &Line, left_open: bool) {
        let head = line.parts[0].keyword.map(|(keyword, _)| keyword);
        let allowed = shape::statements(parent);
        let of_parent = parent.and_then(shape::of);
        if head.is_some_and(|head| allowed.contains(&head)) {
            return self.statement(line);
        }
        match of_parent {
            Some(shape) if shape.takes(&line.parts[0]) => {
                self.parts_of(parent, shape, &line.parts);
                self.channels(shape, &line.parts);
                if let Some(block) = &line.block {
                    self.report(Finding::new(Code::StrayBlock, open(block.span)));
                }
            }
            _ => {
                if !left_open {
                    self.misplaced(parent, &line.parts[0], allowed);
                }
                self.statement(line);
            }
        }
    }

    /// The parts and the block of a statement.
    fn statement(&mut self, line: &Line) {
        let head = line.parts[0].keyword.map(|(keyword, _)| keyword);
        let Some(shape) = head.and_then(shape::of) else { return };
        self.parts_of(head, shape, &line.parts[1..]);
        self.channels(shape, &line.parts);
        self.required(shape, line);
        self.range(shape, line);
        if let Some(block) = &line.block {
            let left_open = self.left_open.contains(&block.span.start);
            for line in &block.lines {
                self.line_in(head, line, left_open);
            }
        }
    }

    fn parts_of(&mut self, head: Option<Keyword>, shape: &Shape, parts: &[Part]) {
        for (ix, part) in parts.iter().enumerate().filter(|(_, part)| !shape.takes(part)) {
            let before = ix.checked_sub(1).and_then(|before| parts[before].keyword);
            let reason = part.keyword.is_none() && before.is_some_and(|(keyword, _)| keyword == Keyword::Expect);
            if !reason {
                self.misplaced(head, part, &[]);
            }
        }
        for part in parts {
            let Value::Clauses(clauses) = &part.value else { continue };
            for said in clauses.iter().flat_map(|clause| clause.says.iter().flatten()) {
                self.said_apart(shape, said);
            }
        }
    }

    /// What a clause says in parentheses.
    fn said_apart(&mut self, shape: &Shape, said: &Part) {
        if !shape.says(said) {
            let fits = if shape.says.is_empty() { &[Keyword::Clause] } else { shape.says };
            self.misplaced_among(Some(Keyword::Clause), said, fits.to_vec());
        }
    }

    /// A `via` behind a part of a statement that is the same in every channel. A known finding may be of one channel.
    fn channels(&mut self, shape: &Shape, parts: &[Part]) {
        if shape.varies_by_channel() || shape.head == Keyword::Expect {
            return;
        }
        for part in parts.iter().filter(|part| part.keyword.is_none_or(|(keyword, _)| keyword != Keyword::Expect)) {
            let Some(name) = part.via.first() else { continue };
            let fits: Vec<Keyword> = shape.offers().collect();
            let finding = Finding::new(Code::MisplacedPart, name.span)
                .arg("what", "word")
                .arg("word", self.spelled_one(Keyword::Via))
                .arg("statement", self.spelled_one(shape.head));
            self.report(finding.arg("expected", self.spelled(&fits)));
        }
    }

    fn misplaced(&mut self, head: Option<Keyword>, part: &Part, statements: &[Keyword]) {
        let offered = head.and_then(shape::of).into_iter().flat_map(Shape::offers);
        let offered = offered.filter(|keyword| !statements.contains(keyword));
        self.misplaced_among(head, part, statements.iter().copied().chain(offered).collect());
    }

    /// Something that cannot stand here, and the words that can.
    fn misplaced_among(&mut self, head: Option<Keyword>, part: &Part, fits: Vec<Keyword>) {
        let span = part.keyword.map_or(part.span, |(_, span)| span);
        if self.spoken.contains(&span) || self.is_full() {
            // A misspelt word whose meaning is a guess: it was spoken of already.
            return;
        }
        let word = part.keyword.map(|(_, span)| self.text[span.start as usize..span.end as usize].to_owned());
        let what = match (&word, &part.value) {
            (Some(_), _) => "word",
            (None, Value::Text(_)) => "text",
            (None, Value::Arrow(_)) => "arrow",
            (None, _) => "duration",
        };
        let finding = Finding::new(Code::MisplacedPart, span).arg("what", what).arg("word", word.unwrap_or_default());
        let finding = match head {
            Some(head) => finding.arg("statement", self.spelled_one(head)),
            None => finding.arg("statement", "none"),
        };
        self.report(finding.arg("expected", self.spelled(&fits)));
    }

    /// A statement that does not say what it must.
    fn required(&mut self, shape: &Shape, line: &Line) {
        let inside = line.block.iter().flat_map(|block| &block.lines).flat_map(|line| &line.parts);
        let said = line.parts.iter().skip(1).chain(inside).filter_map(|part| part.keyword);
        let broken = line.broken || line.block.as_ref().is_some_and(|block| block.broken);
        if shape.required.is_empty() || broken || said.into_iter().any(|(keyword, _)| shape.required.contains(&keyword))
        {
            return;
        }
        let finding = Finding::new(Code::MissingPart, line.span).arg("statement", self.spelled_one(shape.head));
        self.report(finding.arg("expected", self.spelled(shape.required)));
    }

    /// `since` behind `until`.
    fn range(&mut self, shape: &Shape, line: &Line) {
        let says_more = |line: &&Line| !line.parts[0].keyword.is_some_and(|(head, _)| shape.statements.contains(&head));
        let inside = line.block.iter().flat_map(|block| &block.lines).filter(says_more).flat_map(|line| &line.parts);
        let (mut since, mut until) = (None, None);
        for part in line.parts.iter().chain(inside) {
            match (part.keyword, &part.value) {
                (Some((Keyword::Since, _)), Value::Date(date)) => since = since.or(Some(*date)),
                (Some((Keyword::Until, _)), Value::Date(date)) => until = until.or(Some(*date)),
                _ => {}
            }
        }
        if let (Some(since), Some(until)) = (since, until)
            && since.date > until.date
        {
            let written = format!("{} – {}", since.date, until.date);
            self.report(Finding::new(Code::BackwardRange, since.span.to(until.span)).arg("range", written));
        }
    }

    fn spelled_one(&self, keyword: Keyword) -> String {
        keyword.spelling(self.vocabulary.unwrap_or(crate::vocabulary::Language::En)).to_owned()
    }
}

/// The opening brace of a block.
fn open(span: Span) -> Span {
    Span { end: span.start + 1, ..span }
}
