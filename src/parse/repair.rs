//! What is wrong on a line, one mistake after the other.
//!
//! Each broken place is read again on its own, to see how far it goes and what was wanted there. A misspelt word is put
//! right in a copy of the line, which is then read once more: so the rest of the line keeps its meaning, and a second
//! mistake behind the first is found as well.

use super::expected::Expectation;
use super::grammar::{self, Rule};
use super::place::Place;
use super::tree::Reader;
use crate::ast::{Part, shape};
use crate::diagnostics::{Code, Finding};
use crate::vocabulary::{Keyword, look_alike, nearest, word};
use pest::iterators::Pairs;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// How many words of one line are put right. A line with more is no line of a regulation.
const MOST_FIXES: usize = 32;

/// Bytes of the longest line whose words are put right: each time it is read once more.
const LONGEST_LINE: usize = 8 * 1024;

/// Bytes of a line that are no part, and where the part before them begins.
struct Broken {
    range: Range<usize>,
    before: Option<usize>,
    /// It is the first thing on the line.
    first: bool,
}

/// What is wrong at a place of the mended line, and the word that would mend it.
struct Mistake {
    at: Range<usize>,
    finding: Finding,
    fix: Option<String>,
}

impl Reader<'_> {
    /// The parts of a line with something broken in it; `None` where its head is lost.
    pub(super) fn repair(&mut self, range: Range<usize>) -> Option<Vec<Part>> {
        if self.is_full() {
            self.failed = true;
            return None;
        }
        let mut text = self.text[range.clone()].to_owned();
        let mut place = Place::new(range.start);
        let mut done = 0;
        let most = if text.len() <= LONGEST_LINE { MOST_FIXES } else { 1 };
        for _ in 0..most {
            let Some((at, fix)) = self.next_fix(&text, &place, &mut done) else { break };
            done = at.start + fix.len();
            place.replace(&mut text, at, &fix);
        }
        self.mended(&text, place)
    }

    /// Reports what is wrong behind `done`, up to the first word that can be put right.
    fn next_fix(&mut self, text: &str, place: &Place, done: &mut usize) -> Option<(Range<usize>, String)> {
        for broken in all_broken(text) {
            let Some(mistake) = self.mistake(text, place, &broken) else { continue };
            // A word put right by a guess, with nothing behind it: that its value is missing is no second mistake.
            let only_a_guess = mistake.at.is_empty() && *done > 0 && mistake.at.start == *done;
            if mistake.at.start < *done || only_a_guess {
                continue;
            }
            *done = mistake.at.end.max(mistake.at.start + 1);
            self.report(mistake.finding);
            if let Some(fix) = mistake.fix {
                return Some((mistake.at, fix));
            }
            *done = broken.range.end.max(*done);
        }
        None
    }

    /// The parts of the mended text, at their places in the author's.
    fn mended(&mut self, text: &str, place: Place) -> Option<Vec<Part>> {
        self.failed = true;
        let pairs = grammar::parts(text).ok()?.next()?.into_inner();
        self.place = place;
        let (mut parts, mut lost) = (Vec::new(), false);
        for (index, pair) in pairs.enumerate() {
            match pair.as_rule() {
                Rule::part => match self.part(pair) {
                    Some(part) => parts.push(part),
                    None => lost |= index == 0,
                },
                Rule::EOI => {}
                _ => lost |= index == 0,
            }
        }
        self.place = Place::new(0);
        (!lost && !parts.is_empty()).then_some(parts)
    }

    fn mistake(&self, text: &str, place: &Place, broken: &Broken) -> Option<Mistake> {
        let leads = leads(&text[broken.range.start..]);
        let from = if leads { broken.range.start } else { broken.before.unwrap_or(broken.range.start) };
        let expected = match grammar::part(&text[from..broken.range.end]) {
            Ok(_) => Expectation { at: broken.range.end - from, rules: Vec::new() },
            Err(failure) => Expectation::of(&failure),
        };
        let at = from + expected.at;
        if leads || at > broken.range.start {
            Some(self.missing_value(text, place, at..broken.range.end, &expected))
        } else {
            self.unknown(text, place, broken, &expected)
        }
    }

    /// A keyword, or a list, that goes on with nothing or with something else.
    fn missing_value(&self, text: &str, place: &Place, rest: Range<usize>, expected: &Expectation) -> Mistake {
        let found = token(&text[rest.clone()]);
        let start = rest.start + (text[rest.clone()].len() - text[rest].trim_start().len());
        let at = start..start + found.len();
        if let Some(suggestion) = suggestion(found, &forms(&expected.keywords())) {
            return self.misspelt(place, at, found, suggestion);
        }
        // Where nothing more stands, the place is right behind the last word.
        let at =
            if found.is_empty() { text[..at.start].trim_end().len()..text[..at.start].trim_end().len() } else { at };
        let span = self.at(place.range(at.clone()));
        let finding =
            Finding::new(Code::MissingValue, span).arg("found", if found.is_empty() { "none" } else { found });
        let mut sentences = expected.sentences();
        if sentences.is_empty() {
            sentences.push("expected-part");
        }
        Mistake { at, finding: finding.arg("expected", crate::diagnostics::Arg::Expected(sentences)), fix: None }
    }

    /// Something that begins no part.
    fn unknown(&self, text: &str, place: &Place, broken: &Broken, expected: &Expectation) -> Option<Mistake> {
        let piece = &text[broken.range.clone()];
        let found = token(piece);
        let at = broken.range.start..broken.range.start + found.len();
        let here = self.fitting(text, broken);
        let all: Vec<Keyword> = Keyword::ALL.iter().copied().filter(|keyword| shape::is_lead(*keyword)).collect();
        let going_on = forms(&expected.keywords());
        let told = suggestion(found, &forms(&here))
            .or_else(|| suggestion(found, &going_on))
            .or_else(|| suggestion(found, &forms(&all)));
        if let Some(told) = told {
            return Some(self.misspelt(place, at, found, told));
        }
        if opens_unclosed_text(&text[broken.range.end..]) {
            return None;
        }
        let is_word = found.starts_with(char::is_alphabetic) && Keyword::from_form(found).is_none();
        let at = if is_word { at } else { broken.range.start..broken.range.start + piece.trim_end().len() };
        let span = self.at(place.range(at.clone()));
        let code = if is_word { Code::UnknownWord } else { Code::UnexpectedText };
        let finding = Finding::new(code, span).arg("word", &text[at.clone()]);
        let finding = if is_word { finding.arg("suggestion", "none") } else { finding };
        Some(Mistake { at, finding: finding.arg("expected", self.spelled(&here)), fix: None })
    }

    fn misspelt(&self, place: &Place, at: Range<usize>, found: &str, suggestion: &'static str) -> Mistake {
        let span = self.at(place.range(at.clone()));
        let finding = if look_alike(found, suggestion) {
            Finding::new(Code::LookAlikeLetter, span).arg("word", found).arg("suggestion", suggestion)
        } else {
            let finding = Finding::new(Code::UnknownWord, span).arg("word", found).arg("suggestion", suggestion);
            finding.arg("expected", "none")
        };
        Mistake { at, finding, fix: Some(suggestion.to_owned()) }
    }

    /// The keywords that fit where something broken stands: statements at a line's start, parts behind its head.
    fn fitting(&self, text: &str, broken: &Broken) -> Vec<Keyword> {
        let parent = self.parents.last().copied().flatten();
        if broken.first {
            let parts = parent.and_then(shape::of).into_iter().flat_map(|shape| shape.offers());
            return shape::statements(parent).iter().copied().chain(parts).collect();
        }
        let head = Keyword::from_form(token(text.trim_start()));
        let own = head.and_then(shape::of).or(parent.and_then(shape::of));
        own.map_or_else(Vec::new, |shape| shape.offers().collect())
    }
}

/// Every broken place of a line, those in parentheses behind a clause included; neighbours are one.
fn all_broken(text: &str) -> Vec<Broken> {
    let mut found = Vec::new();
    if let Some(all) = grammar::parts(text).ok().and_then(|mut pairs| pairs.next()) {
        collect(all.into_inner(), text, &mut found, true);
    }
    found
}

fn collect(pairs: Pairs<'_, Rule>, text: &str, found: &mut Vec<Broken>, top: bool) {
    let mut before = None;
    for (index, pair) in pairs.enumerate() {
        let span = pair.as_span();
        match pair.as_rule() {
            Rule::part => {
                before = Some(span.start());
                let clauses = pair.into_inner().filter(|pair| pair.as_rule() == Rule::clauses);
                let clauses = clauses.flat_map(|pair| pair.into_inner()).flat_map(|pair| pair.into_inner());
                for says in clauses.filter(|pair| pair.as_rule() == Rule::says) {
                    collect(says.into_inner(), text, found, false);
                }
            }
            Rule::broken | Rule::stray => match found.last_mut() {
                Some(last) if text[last.range.end..span.start()].trim().is_empty() && !leads(&text[span.start()..]) => {
                    last.range.end = span.end();
                }
                _ => found.push(Broken { range: span.start()..span.end(), before, first: top && index == 0 }),
            },
            _ => {}
        }
    }
}

/// Whether a text begins with something that begins a part.
fn leads(text: &str) -> bool {
    let language = |keyword| matches!(keyword, Keyword::Kk | Keyword::Ru | Keyword::En);
    text.starts_with("->") || Keyword::from_form(token(text)).is_some_and(|word| shape::is_lead(word) || language(word))
}

/// The first word or sign.
fn token(text: &str) -> &str {
    let text = text.trim_start();
    let in_word =
        |character: char| character.is_alphanumeric() || matches!(character, '_' | '-' | '\u{300}'..='\u{36f}');
    let end = text.find(|character| !in_word(character)).unwrap_or(text.len());
    match end {
        0 => &text[..text.chars().next().map_or(0, char::len_utf8)],
        _ if text.starts_with("->") => "->",
        _ => text[..end].trim_end_matches('-'),
    }
}

/// Whether a text that is never closed begins here: then the word before it most likely belongs inside.
fn opens_unclosed_text(rest: &str) -> bool {
    rest.trim_start().strip_prefix('"').is_some_and(|inside| !inside.contains('"'))
}

fn forms(keywords: &[Keyword]) -> Vec<&'static str> {
    let languages = crate::vocabulary::Language::ALL;
    keywords
        .iter()
        .flat_map(|keyword| languages.into_iter().flat_map(|language| keyword.forms(language)))
        .copied()
        .collect()
}

/// The form that a word most likely stands for; the word itself is none.
fn suggestion(found: &str, forms: &[&'static str]) -> Option<&'static str> {
    let letters = found.chars().filter(|character| character.is_alphabetic()).count();
    if letters < 2 || word(found).is_some() {
        return None;
    }
    let composed: String = found.nfc().collect();
    let length = composed.chars().count();
    // Words of quite another length are never near; it is cheaper to see that first.
    let forms: Vec<&'static str> =
        forms.iter().copied().filter(|form| form.chars().count().abs_diff(length) <= length.div_ceil(3)).collect();
    forms.iter().find(|form| look_alike(&composed, form)).copied().or_else(|| nearest(&composed, forms.iter().copied()))
}
