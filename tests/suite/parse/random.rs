//! Texts that nobody would write: good files with random edits, and random bytes. Reading them never panics, and every
//! place that is spoken of lies between characters.

use super::cases;
use reglament::ast::{Line, Part};
use reglament::parse::parse;
use reglament::source::{FileId, Span};

/// Numbers that look random and are the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
}

const PIECES: &[&str] = &[
    "{",
    "}",
    "(",
    ")",
    "\"",
    "\n",
    "\r\n",
    "//",
    "->",
    ",",
    ".",
    "-",
    "=",
    "\\",
    "\t",
    "0",
    "999999999999",
    "3",
    "step",
    "рәсім",
    "мерзім",
    "limit",
    "by",
    "via",
    "clause",
    "6.4",
    "9:00",
    "2016-13-40",
    "kk",
    "not ",
    "and",
    "i",
    "і",
    "й",
    "\u{306}",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "regulation",
    "fact",
    "use",
    "when",
    "😀",
];

fn edited(text: &str, numbers: &mut Numbers) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..=numbers.below(6) {
        let at = numbers.below(characters.len() + 1);
        let end = (at + numbers.below(9)).min(characters.len());
        let piece = PIECES[numbers.below(PIECES.len())];
        match numbers.below(4) {
            0 => drop(characters.drain(at..end)),
            1 => drop(characters.splice(at..at, piece.chars())),
            2 => drop(characters.splice(at..end, piece.chars())),
            _ => {
                let copy = characters[at..end].to_vec();
                let to = numbers.below(characters.len() + 1);
                characters.splice(to..to, copy);
            }
        }
    }
    characters.into_iter().collect()
}

fn check(text: &str) {
    let (file, findings) = parse(FileId(0), text);
    let inside = |span: Span| text.get(span.start as usize..span.end as usize).is_some();
    for finding in &findings {
        for label in &finding.labels {
            assert!(inside(label.span), "{finding:?} in {text:?}");
        }
    }
    assert!(file.comments.iter().all(|span| inside(*span)));
    check_lines(&file.lines, &inside);
}

fn check_lines(lines: &[Line], inside: &dyn Fn(Span) -> bool) {
    for line in lines {
        assert!(!line.parts.is_empty() && inside(line.span));
        assert!(line.parts.iter().all(|part: &Part| inside(part.span)));
        if let Some(block) = &line.block {
            assert!(inside(block.span));
            check_lines(&block.lines, inside);
        }
    }
}

#[test]
fn edited_files_are_read_to_their_end() {
    let texts: Vec<String> = cases("ok").into_iter().chain(cases("err")).map(|(_, text)| text).collect();
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    for round in 0..1500 {
        let text = &texts[round % texts.len()];
        check(&edited(text, &mut numbers));
    }
}

#[test]
fn pieces_in_any_order_are_read_to_their_end() {
    let mut numbers = Numbers(0x2545_f491_4f6c_dd1d);
    for _ in 0..1500 {
        let length = numbers.below(60);
        let text: String = (0..length)
            .map(|_| format!("{}{}", PIECES[numbers.below(PIECES.len())], [" ", ""][numbers.below(2)]))
            .collect();
        check(&text);
    }
}

#[test]
fn every_beginning_of_a_file_is_read_to_its_end() {
    for (_, text) in cases("ok") {
        let step = text.chars().count() / 60 + 1;
        for (at, _) in text.char_indices().step_by(step) {
            check(&text[..at]);
        }
    }
}
