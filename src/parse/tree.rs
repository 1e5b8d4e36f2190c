//! From the grammar's pairs to the syntax tree.
//!
//! A value that cannot be (a day that does not exist, a number out of range) is a finding here; its part is left out.

use super::grammar::Rule;
use super::value;
use crate::ast::{Block, File, Line, Name, Part, Text, Value};
use crate::diagnostics::{Code, Finding};
use crate::source::{FileId, Span};
use crate::vocabulary::{Keyword, Language, settings};
use pest::iterators::{Pair, Pairs};
use unicode_normalization::UnicodeNormalization;

pub(super) struct Reader {
    pub file: FileId,
    pub findings: Vec<Finding>,
    comments: Vec<Span>,
}

impl Reader {
    pub fn new(file: FileId) -> Reader {
        Reader { file, findings: Vec::new(), comments: Vec::new() }
    }

    pub fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let span = pair.as_span();
        Span::new(self.file, span.start(), span.end())
    }

    pub fn file(&mut self, pairs: Pairs<'_, Rule>) -> File {
        let inner = pairs.flat_map(Pair::into_inner);
        let (lines, broken) = self.lines(inner);
        let comments = std::mem::take(&mut self.comments);
        File { id: self.file, vocabulary: None, lines, comments, broken }
    }

    /// The lines of a file or of a block, and whether one of them could not be read at all.
    fn lines<'a>(&mut self, pairs: impl Iterator<Item = Pair<'a, Rule>>) -> (Vec<Line>, bool) {
        let (mut lines, mut broken) = (Vec::new(), false);
        for pair in pairs {
            match pair.as_rule() {
                Rule::comment => self.comments.push(self.span(&pair)),
                Rule::line => match self.line(pair) {
                    Some(line) => lines.push(line),
                    None => broken = true,
                },
                Rule::extra_brace | Rule::no_brace => broken = true,
                _ => {}
            }
        }
        (lines, broken)
    }

    fn line(&mut self, pair: Pair<'_, Rule>) -> Option<Line> {
        let mut line = Line { parts: Vec::new(), block: None, span: self.span(&pair), broken: false };
        for pair in pair.into_inner() {
            match pair.as_rule() {
                Rule::part => match self.part(pair) {
                    Some(part) => line.parts.push(part),
                    None => line.broken = true,
                },
                Rule::comment => self.comments.push(self.span(&pair)),
                Rule::block => line.block = Some(self.block(pair)),
                _ => {
                    line.broken = true;
                    let span = trimmed(self.span(&pair), &pair);
                    let finding = Finding::new(Code::UnknownWord, span).arg("word", pair.as_str().trim());
                    self.findings.push(finding.arg("suggestion", "none").arg("expected", "none"));
                }
            }
        }
        let (first, last) = (line.parts.first()?.span, line.parts.last()?.span);
        line.span = first.to(last);
        Some(line)
    }

    fn block(&mut self, pair: Pair<'_, Rule>) -> Block {
        let span = self.span(&pair);
        let (lines, broken) = self.lines(pair.into_inner());
        Block { lines, span, broken }
    }

    /// `None` where the part's value cannot be: then a finding says so.
    pub fn part(&mut self, pair: Pair<'_, Rule>) -> Option<Part> {
        let mut part =
            Part { keyword: None, value: Value::None, via: Vec::new(), span: trimmed(self.span(&pair), &pair) };
        let before = self.findings.len();
        for pair in pair.into_inner() {
            match pair.as_rule() {
                Rule::via => part.via = self.names(pair),
                Rule::kw_via if part.keyword.is_some() || part.value != Value::None => {}
                Rule::text => part.value = Value::Text(self.text(pair)),
                Rule::string => part.value = Value::Name(self.path(pair)),
                Rule::name | Rule::reserved_name | Rule::party => part.value = Value::Name(self.name(pair)),
                Rule::names | Rule::forms | Rule::values => part.value = Value::Names(self.names(pair)),
                Rule::arrow => part.value = Value::Arrow(self.names(pair).pop()?),
                Rule::events => part.value = Value::Events(self.names(pair)),
                Rule::limits => part.value = Value::Limits(self.limits(pair)),
                Rule::condition => part.value = Value::Condition(self.condition(pair)),
                Rule::clauses => part.value = Value::Clauses(self.clauses(pair)),
                Rule::date => part.value = value::date(self, &pair).map_or(Value::None, Value::Date),
                Rule::hours => part.value = Value::Hours(self.hours(pair)?),
                Rule::times => part.value = Value::Times(self.times(pair)?),
                Rule::setting => part.value = self.setting(pair)?,
                Rule::code => part.value = Value::Code(self.plain(pair.into_inner().next()?)),
                _ => part.keyword = Keyword::from_form(pair.as_str()).map(|keyword| (keyword, self.span(&pair))),
            }
        }
        (self.findings.len() == before).then_some(part)
    }

    /// A name; one of the language's own words where the grammar lets it stand for a name.
    pub fn name(&mut self, pair: Pair<'_, Rule>) -> Name {
        let rule = pair.as_rule();
        let pair = if rule == Rule::party { pair.clone().into_inner().next().unwrap_or(pair) } else { pair };
        let span = self.span(&pair);
        match (pair.as_rule(), Keyword::from_form(pair.as_str().trim())) {
            (Rule::name, _) | (_, None) => Name { text: pair.as_str().nfc().collect(), span, keyword: None },
            (_, Some(keyword)) => Name { text: keyword.id().to_owned(), span, keyword: Some(keyword) },
        }
    }

    /// All names in a list, whatever parts them.
    pub fn names(&mut self, pair: Pair<'_, Rule>) -> Vec<Name> {
        let inner = pair.into_inner().filter(|pair| pair.as_rule() != Rule::kw_or);
        inner.collect::<Vec<_>>().into_iter().map(|pair| self.name(pair)).collect()
    }

    /// A word whose meaning hangs on what stands before it.
    fn plain(&mut self, pair: Pair<'_, Rule>) -> Name {
        Name { text: pair.as_str().nfc().collect(), span: self.span(&pair), keyword: None }
    }

    fn setting(&mut self, pair: Pair<'_, Rule>) -> Option<Value> {
        let mut words = pair.into_inner().filter(|pair| pair.as_rule() == Rule::plain_word);
        let (name, chosen) = (self.plain(words.next()?), self.plain(words.next()?));
        let canonical = |name: Name| match settings::canonical(&name.text) {
            Some(word) => Name { text: word.to_owned(), ..name },
            None => name,
        };
        Some(Value::Setting(canonical(name), canonical(chosen)))
    }

    /// A path in quotes after `use`.
    fn path(&mut self, pair: Pair<'_, Rule>) -> Name {
        let span = self.span(&pair);
        let characters = pair.into_inner().next().map_or("", |inner| inner.as_str());
        Name { text: value::unescaped(characters), span, keyword: None }
    }

    /// One string, or one a language.
    fn text(&mut self, pair: Pair<'_, Rule>) -> Text {
        let mut strings = Vec::new();
        let mut language = None;
        for pair in pair.into_inner() {
            match pair.as_rule() {
                Rule::kw_kk => language = Some(Language::Kk),
                Rule::kw_ru => language = Some(Language::Ru),
                Rule::kw_en => language = Some(Language::En),
                _ => {
                    let span = self.span(&pair);
                    let characters = pair.into_inner().next().map_or("", |inner| inner.as_str());
                    strings.push((language.take(), value::unescaped(characters), span));
                }
            }
        }
        Text { strings }
    }
}

/// A rule may end in blanks that an optional value behind it skipped: they belong to nobody.
fn trimmed(span: Span, pair: &Pair<'_, Rule>) -> Span {
    let text = pair.as_str();
    Span { end: span.end - (text.len() - text.trim_end().len()) as u32, ..span }
}
