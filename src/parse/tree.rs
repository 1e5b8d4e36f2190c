//! From the grammar's pairs to the syntax tree.
//!
//! A value that cannot be (a day that does not exist, a number out of range) is a finding here; its part is left out,
//! and its line marked as broken.

use super::grammar::Rule;
use super::place::Place;
use super::value;
use crate::ast::{Block, File, Line, Name, Part, Text, Value};
use crate::diagnostics::{Arg, Code, Finding};
use crate::source::{FileId, Span};
use crate::vocabulary::{Keyword, Language, Vocabulary, settings};
use pest::iterators::{Pair, Pairs};
use std::collections::HashSet;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// A file with more is no regulation, and nobody reads them all: the rest shows itself when these are mended.
const MOST_FINDINGS: usize = 10_000;

pub(super) struct Reader<'t> {
    pub file: FileId,
    pub text: &'t str,
    pub findings: Vec<Finding>,
    /// The vocabulary that suggestions are written in.
    pub vocabulary: Option<Vocabulary>,
    /// Where the pairs being read stand in the text: elsewhere only while a mended line is read.
    pub place: Place,
    /// Something on the line being read is missing in the tree.
    pub failed: bool,
    /// The heads of the blocks around the line being read.
    pub parents: Vec<Option<Keyword>>,
    /// Places of findings that were there before the tree was held against the shapes.
    pub spoken: HashSet<Span>,
    /// Where blocks begin whose closing brace was left out.
    pub left_open: HashSet<u32>,
    comments: Vec<Span>,
}

impl<'t> Reader<'t> {
    pub fn new(file: FileId, text: &'t str) -> Reader<'t> {
        Reader {
            file,
            text,
            findings: Vec::new(),
            vocabulary: None,
            place: Place::new(0),
            failed: false,
            parents: Vec::new(),
            spoken: HashSet::new(),
            left_open: HashSet::new(),
            comments: Vec::new(),
        }
    }

    /// The place of a pair in the author's text, without blanks at its end that belong to nobody.
    pub fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let span = pair.as_span();
        self.at(self.place.range(span.start()..span.start() + pair.as_str().trim_end().len()))
    }

    pub fn at(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start, range.end)
    }

    /// Notes a finding, up to [`MOST_FINDINGS`].
    pub fn report(&mut self, finding: Finding) {
        if !self.is_full() {
            self.findings.push(finding);
        }
    }

    pub fn is_full(&self) -> bool {
        self.findings.len() >= MOST_FINDINGS
    }

    /// Some keywords as the author would write them, for a list of what could stand somewhere.
    pub fn spelled(&self, keywords: &[Keyword]) -> Arg {
        let vocabulary = self.vocabulary.unwrap_or(Language::En);
        let mut words: Vec<String> = keywords.iter().map(|keyword| keyword.spelling(vocabulary).to_owned()).collect();
        words.dedup();
        Arg::List(words)
    }

    pub fn file(&mut self, pairs: Pairs<'_, Rule>) -> File {
        let inner = pairs.flat_map(Pair::into_inner);
        let (lines, broken) = self.lines(inner);
        let comments = std::mem::take(&mut self.comments);
        File { id: self.file, vocabulary: self.vocabulary, lines, comments, broken }
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
                Rule::extra_brace => {
                    self.report(Finding::new(Code::ExtraBrace, self.span(&pair)));
                    broken = true;
                }
                Rule::no_brace => broken = true,
                _ => {}
            }
        }
        (lines, broken)
    }

    /// `None` where its head could not be read, so that nobody knows what the rest is about.
    fn line(&mut self, pair: Pair<'_, Rule>) -> Option<Line> {
        let start = pair.as_span().start();
        let mut items: Vec<Pair<'_, Rule>> = pair.into_inner().collect();
        let block = items.pop_if(|pair| pair.as_rule() == Rule::block);
        items.retain(|pair| match pair.as_rule() {
            Rule::comment => {
                self.comments.push(self.span(pair));
                false
            }
            _ => true,
        });
        self.failed = false;
        let parts = self.parts(&items);
        let broken = self.failed;
        let head = parts.as_ref().and_then(|parts| parts[0].keyword).map(|(keyword, _)| keyword);
        if items.is_empty() {
            self.report(Finding::new(Code::StrayBlock, self.at(start..start + 1)));
        }
        self.parents.push(head);
        let block = block.map(|block| self.block(block));
        self.parents.pop();
        let parts = parts?;
        let span = parts[0].span.to(parts[parts.len() - 1].span);
        Some(Line { parts, block, span, broken })
    }

    /// `None` where there are none, or where the first is lost.
    fn parts(&mut self, items: &[Pair<'_, Rule>]) -> Option<Vec<Part>> {
        let (first, last) = (items.first()?, items.last()?);
        if items.iter().any(is_broken) {
            return self.repair(first.as_span().start()..last.as_span().end());
        }
        let mut parts = Vec::with_capacity(items.len());
        let mut lost = false;
        for (index, pair) in items.iter().enumerate() {
            match self.part(pair.clone()) {
                Some(part) => parts.push(part),
                None => lost |= index == 0,
            }
        }
        (!lost).then_some(parts)
    }

    fn block(&mut self, pair: Pair<'_, Rule>) -> Block {
        let span = self.span(&pair);
        let missing = pair.clone().into_inner().last().filter(|last| last.as_rule() == Rule::no_brace);
        let (lines, broken) = self.lines(pair.into_inner());
        let block = Block { lines, span, broken };
        if let Some(missing) = missing {
            let open = super::braces::left_open(self.text, &block);
            let noticed = missing.as_span().start();
            let noticed = self.text[..noticed].trim_end().len();
            self.left_open.insert(open as u32);
            let finding = Finding::new(Code::MissingBrace, self.at(open..open + 1));
            self.report(finding.also(self.at(noticed..noticed), "label-noticed"));
        }
        block
    }

    /// `None` where the part's value cannot be: then a finding says so.
    pub fn part(&mut self, pair: Pair<'_, Rule>) -> Option<Part> {
        let mut part = Part { keyword: None, value: Value::None, via: Vec::new(), span: self.span(&pair) };
        for pair in pair.into_inner() {
            let empty = part.keyword.is_none() && part.value == Value::None;
            match pair.as_rule() {
                Rule::via => part.via = self.names(pair),
                Rule::kw_via if !empty => {}
                rule => match super::grammar::keyword(rule) {
                    Some(keyword) => part.keyword = Some((keyword, self.span(&pair))),
                    None => match self.value(pair) {
                        Some(value) => part.value = value,
                        None => {
                            self.failed = true;
                            return None;
                        }
                    },
                },
            }
        }
        Some(part)
    }

    fn value(&mut self, pair: Pair<'_, Rule>) -> Option<Value> {
        Some(match pair.as_rule() {
            Rule::text => Value::Text(self.text(pair)),
            Rule::string => Value::Name(self.path(pair)),
            Rule::name | Rule::reserved_name | Rule::party => Value::Name(self.name(pair)),
            Rule::names | Rule::forms | Rule::values => Value::Names(self.names(pair)),
            Rule::arrow => Value::Arrow(self.names(pair).pop()?),
            Rule::events => Value::Events(self.names(pair)),
            Rule::limits => Value::Limits(self.limits(pair)?),
            Rule::condition => Value::Condition(self.condition(pair)),
            Rule::clauses => Value::Clauses(self.clauses(pair)),
            Rule::date => Value::Date(self.date(&pair)?),
            Rule::hours => Value::Hours(self.hours(pair)?),
            Rule::times => Value::Times(self.times(pair)?),
            Rule::number => Value::Number(self.ordinal(&pair)?),
            Rule::setting => self.setting(pair)?,
            Rule::code => Value::Code(self.plain(pair)),
            _ => return None,
        })
    }

    /// A name; one of the language's own words where the grammar lets it stand for a name.
    pub fn name(&mut self, pair: Pair<'_, Rule>) -> Name {
        let pair = match pair.as_rule() {
            Rule::party => pair.clone().into_inner().next().unwrap_or(pair),
            _ => pair,
        };
        let (span, written) = (self.span(&pair), pair.as_str().trim_end());
        let keyword = super::grammar::keyword(pair.as_rule());
        if pair.as_rule() == Rule::reserved_name {
            self.report(Finding::new(Code::ReservedName, span).arg("word", written));
            self.failed = true;
        }
        // A letter of the other script was spoken of already: the name that was meant is used.
        let meant = || super::letters::in_one_script(written).unwrap_or_else(|| written.to_owned()).nfc().collect();
        let text = keyword.map_or_else(meant, |keyword| keyword.id().to_owned());
        Name { text, span, keyword }
    }

    /// All names in a list, whatever parts them.
    pub fn names(&mut self, pair: Pair<'_, Rule>) -> Vec<Name> {
        let inner: Vec<_> = pair.into_inner().filter(|pair| pair.as_rule() != Rule::kw_or).collect();
        inner.into_iter().map(|pair| self.name(pair)).collect()
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
        Name { text: self.string(pair), span, keyword: None }
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
                    strings.push((language.take(), self.string(pair), span));
                }
            }
        }
        Text { strings }
    }

    fn string(&mut self, pair: Pair<'_, Rule>) -> String {
        let (span, start) = (self.span(&pair), self.place.range(pair.as_span().start()..pair.as_span().start() + 1));
        let mut characters = "";
        for pair in pair.into_inner() {
            match pair.as_rule() {
                Rule::characters => characters = pair.as_str(),
                Rule::no_quote => {
                    self.failed = true;
                    let finding = Finding::new(Code::UnterminatedText, self.at(start.clone()));
                    let end = span.end as usize;
                    self.report(finding.also(self.at(end..end), "label-end"));
                }
                _ => {}
            }
        }
        value::unescaped(characters)
    }
}

/// Whether something in an item of a line is no part.
fn is_broken(item: &Pair<'_, Rule>) -> bool {
    let may_hold = item.as_rule() == Rule::part && item.as_str().contains('(');
    item.as_rule() == Rule::broken
        || may_hold && item.clone().into_inner().flatten().any(|pair| pair.as_rule() == Rule::broken)
}
