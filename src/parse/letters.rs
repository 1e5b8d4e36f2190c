//! Letters that are not what they seem: control characters, decomposed letters, look-alikes, and words of a second
//! vocabulary. Each kind is one finding a file, with its first places.

use super::grammar::{Rule, keyword};
use super::tree::Reader;
use crate::diagnostics::{Code, Finding};
use crate::source::Span;
use crate::vocabulary::{Language, Vocabulary, Word, one_script, word};
use pest::iterators::Pairs;
use std::collections::BTreeMap;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// How many further places of one cause are pointed at.
const MOST_PLACES: usize = 8;

impl Reader<'_> {
    /// Control characters, and others that no eye sees.
    pub(super) fn controls(&mut self) {
        let mut found: BTreeMap<char, Vec<Span>> = BTreeMap::new();
        let mut characters = self.text.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let ends_line = character == '\r' && characters.peek().is_some_and(|(_, next)| *next == '\n');
            if is_invisible(character) && !ends_line && !(at == 0 && character == '\u{feff}') {
                let places = found.entry(character).or_default();
                if places.len() < MOST_PLACES {
                    places.push(self.at(at..at + character.len_utf8()));
                }
            }
        }
        for (character, places) in found {
            let code = format!("U+{:04X}", character as u32);
            self.one_of_many(Code::ControlCharacter, &places, |finding| finding.arg("character", code));
        }
    }

    /// What the words of a file tell: its vocabulary, and letters that are not what they seem.
    pub(super) fn words(&mut self, pairs: Pairs<'_, Rule>) {
        let mut keywords: Vec<(Word, Span)> = Vec::new();
        let (mut decomposed, mut mixed) = (Vec::new(), BTreeMap::<String, Vec<Span>>::new());
        for pair in pairs.flatten() {
            let rule = pair.as_rule();
            let is_name = matches!(rule, Rule::name | Rule::plain_word);
            let is_keyword = rule == Rule::weekday || keyword(rule).is_some();
            if !is_name && !is_keyword && rule != Rule::characters {
                continue;
            }
            let (span, written) = (self.span(&pair), pair.as_str());
            if !is_nfc(written) {
                decomposed.push(span);
            }
            if is_keyword {
                keywords.extend(word(written).map(|word| (word, span)));
            } else if is_name && in_one_script(written).is_some() {
                mixed.entry(written.to_owned()).or_default().push(span);
            }
        }
        self.decomposed(&decomposed);
        self.mixed_letters(mixed);
        self.vocabulary = vocabulary(&keywords);
        self.mixed_words(&keywords);
    }

    fn decomposed(&mut self, places: &[Span]) {
        let first =
            places.first().map(|span| self.text[span.start as usize..span.end as usize].nfc().collect::<String>());
        let written = first.unwrap_or_default();
        self.one_of_many(Code::NameNotNormalised, places, |finding| finding.arg("word", written));
    }

    fn mixed_letters(&mut self, names: BTreeMap<String, Vec<Span>>) {
        for (name, places) in names {
            let suggestion = in_one_script(&name).unwrap_or_default();
            self.one_of_many(Code::LookAlikeLetter, &places, |finding| {
                finding.arg("word", name).arg("suggestion", suggestion)
            });
        }
    }

    /// A file keeps to one vocabulary.
    fn mixed_words(&mut self, keywords: &[(Word, Span)]) {
        let Some(vocabulary) = self.vocabulary else { return };
        let foreign: Vec<Span> =
            keywords.iter().filter(|(word, _)| !word.is_in(vocabulary)).map(|(_, span)| *span).collect();
        let mut words: Vec<String> =
            foreign.iter().map(|span| format!("`{}`", &self.text[span.start as usize..span.end as usize])).collect();
        words.sort();
        words.dedup();
        words.truncate(MOST_PLACES);
        self.one_of_many(Code::MixedVocabularies, &foreign, |finding| {
            finding.arg("words", words.join(", ")).arg("vocabulary", vocabulary.tag())
        });
    }

    fn one_of_many(&mut self, code: Code, places: &[Span], args: impl FnOnce(Finding) -> Finding) {
        let Some((first, rest)) = places.split_first() else { return };
        let finding = args(Finding::new(code, *first));
        let also = rest.iter().take(MOST_PLACES - 1);
        self.report(also.fold(finding, |finding, span| finding.also(*span, "label-also")));
    }
}

/// The vocabulary that most of the telling keywords are written in.
fn vocabulary(keywords: &[(Word, Span)]) -> Option<Vocabulary> {
    let count = |language| keywords.iter().filter(|(word, _)| word.vocabulary() == Some(language)).count();
    let counts = Language::ALL.map(|language| (count(language), language));
    counts
        .into_iter()
        .rev()
        .max_by_key(|(count, _)| *count)
        .filter(|(count, _)| *count > 0)
        .map(|(_, language)| language)
}

/// A name with the letters of one script, where a part of it between hyphens and dots mixes two.
pub(super) fn in_one_script(name: &str) -> Option<String> {
    if name.is_ascii() || !name.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let mut changed = false;
    let pieces = name.split_inclusive(['-', '.', '_']).map(|piece| match one_script(piece) {
        Some(piece) => {
            changed = true;
            piece
        }
        None => piece.to_owned(),
    });
    let whole: String = pieces.collect();
    changed.then_some(whole)
}

/// What the grammar passes over without anybody seeing it.
fn is_invisible(character: char) -> bool {
    matches!(character, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
