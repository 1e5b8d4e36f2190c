//! The shapes of the steps: how large their texts make them, and how they are drawn.

use super::TEXT;
use crate::export::flow::Kind;
use crate::picture::{Align, Ink, Item, Style, Text, Weight, measure};

/// A step's shape with its lines of text.
pub(super) struct Shape {
    pub kind: Kind,
    pub width: f64,
    pub height: f64,
    lines: Vec<(String, Weight)>,
}

const PAD: f64 = 5.0;
/// How wide the longest word may make a box.
const LONGEST_WORD: f64 = 140.0;

impl Shape {
    pub fn new(kind: Kind, number: Option<String>, text: &str, limits: &[String], width: f64) -> Shape {
        // A box is a little wider rather than cut a word.
        let widest =
            text.split_whitespace().map(|word| measure::width(word, TEXT, Weight::Regular)).fold(0.0, f64::max);
        let width = width.max((widest + 4.0 * PAD).min(LONGEST_WORD));
        match kind {
            Kind::Choice => diamond(number, text, width),
            Kind::Parallel | Kind::Join | Kind::Merge => Shape { kind, width, height: 6.0, lines: Vec::new() },
            Kind::Start | Kind::End(_) => {
                let lines = lines(number, text, limits, width - 4.0 * PAD);
                let height = block(&lines) + 2.0 * PAD;
                Shape { kind, width, height: height.max(24.0), lines }
            }
            Kind::Task | Kind::Service | Kind::Wait | Kind::Receipt => {
                let side = if matches!(kind, Kind::Task | Kind::Receipt) { PAD } else { PAD + 4.0 };
                let lines = lines(number, text, limits, width - 2.0 * side);
                Shape { kind, width, height: (block(&lines) + 2.0 * PAD).max(24.0), lines }
            }
        }
    }

    /// As it stands about a middle, drawn `scale` times as large.
    pub fn items(&self, (x, y): (f64, f64), scale: f64) -> Vec<Item> {
        let (w, h) = (self.width * scale, self.height * scale);
        let (left, top) = (x - w / 2.0, y - h / 2.0);
        let line = |width: f64| Style::outline(width * scale).fill(Ink::WHITE);
        let mut items = match self.kind {
            Kind::Start | Kind::End(_) => vec![Item::rounded(left, top, w, h, h.min(28.0 * scale) / 2.0, line(1.5))],
            Kind::Choice => {
                vec![Item::polygon(&[(x, top), (left + w, y), (x, top + h), (left, y)], line(1.0))]
            }
            Kind::Parallel | Kind::Join | Kind::Merge => {
                vec![Item::rect(left, top, w, h, Style::filled(Ink::BLACK))]
            }
            Kind::Wait => vec![Item::rounded(left, top, w, h, 6.0 * scale, line(1.0).dashed(4.0 * scale, 2.5 * scale))],
            Kind::Service => {
                let bar = |x: f64| Item::line(x, top, x, top + h, Style::outline(0.7 * scale));
                let side = 4.0 * scale;
                vec![Item::rect(left, top, w, h, line(1.0)), bar(left + side), bar(left + w - side)]
            }
            Kind::Receipt => vec![Item::rounded(left, top, w, h, 6.0 * scale, line(1.0))],
            Kind::Task => vec![Item::rect(left, top, w, h, line(1.0))],
        };
        items.extend(text_block(&self.lines, (x, y), TEXT, scale));
        items
    }
}

/// Lines one under another about a middle.
pub(super) fn text_block(lines: &[(String, Weight)], (x, y): (f64, f64), size: f64, scale: f64) -> Vec<Item> {
    let pitch = size * measure::LINE * scale;
    let first = y - pitch * lines.len() as f64 / 2.0 + pitch * 0.76;
    let each = lines.iter().enumerate().map(|(row, (line, weight))| {
        let text = Text::new(x, first + pitch * row as f64, line, size * scale).align(Align::Middle);
        Item::Text(Text { weight: *weight, ..text })
    });
    each.collect()
}

fn block(lines: &[(String, Weight)]) -> f64 {
    lines.len() as f64 * TEXT * measure::LINE
}

fn lines(number: Option<String>, text: &str, limits: &[String], width: f64) -> Vec<(String, Weight)> {
    let wrapped = |text: &str, weight: Weight| {
        measure::wrap(text, TEXT, weight, width).into_iter().map(move |line| (line, weight)).collect::<Vec<_>>()
    };
    let mut lines = number.map(|number| wrapped(&number, Weight::Bold)).unwrap_or_default();
    lines.extend(wrapped(text, Weight::Regular));
    for limit in limits {
        lines.extend(wrapped(limit, Weight::Bold));
    }
    lines
}

/// The flattest diamond about the text that isn't wider than it must be and cuts no word.
fn diamond(number: Option<String>, text: &str, width: f64) -> Shape {
    let words = text.split_whitespace().map(|word| measure::width(word, TEXT, Weight::Regular));
    let widest = words.fold(20.0, f64::max).min(width);
    let mut best: Option<Shape> = None;
    for wide in [1.0, 1.12, 1.25, 1.4] {
        let whole = width * wide;
        for part in [0.42, 0.5, 0.56, 0.62, 0.68, 0.74] {
            let room = whole * part;
            if room < widest {
                continue;
            }
            let lines = lines(number.clone(), text, &[], room);
            let used = lines.iter().map(|(line, weight)| measure::width(line, TEXT, *weight)).fold(0.0, f64::max);
            // The corners of the block touch the sides of the diamond, with a little air.
            let height = (block(&lines) + 4.0) / (1.0 - (used + 4.0) / whole).max(0.1);
            let shape = Shape { kind: Kind::Choice, width: whole, height: height.max(30.0), lines };
            let cost = |shape: &Shape| shape.height + (shape.width - width) * 2.5;
            if best.as_ref().is_none_or(|known| cost(&shape) < cost(known)) {
                best = Some(shape);
            }
        }
    }
    best.unwrap_or_else(|| {
        let lines = lines(number, text, &[], width * 0.74);
        let height = (block(&lines) + 4.0) / 0.22;
        Shape { kind: Kind::Choice, width, height, lines }
    })
}
