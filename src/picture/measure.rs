//! How wide a text is in the font of the pictures, and where its lines break.

use super::Weight;
use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use skrifa::MetadataProvider;
use std::sync::LazyLock;
use unicode_normalization::char::is_combining_mark;

/// The font files, for back ends and pages that carry them along.
pub const REGULAR: &[u8] = include_bytes!("font/NotoSans-Regular.ttf");
pub const BOLD: &[u8] = include_bytes!("font/NotoSans-Bold.ttf");

/// The name of the font in documents and style sheets.
pub const FAMILY: &str = "Noto Sans";

/// Of the size: from the baseline up to the top of a letter with a mark, and down to the lowest tail.
pub const ASCENT: f64 = 0.95;
pub const DESCENT: f64 = 0.26;
/// Of the size: from one baseline to the next.
pub const LINE: f64 = 1.25;

struct Face {
    font: FontRef<'static>,
    shaper: ShaperData,
    units: f64,
}

impl Face {
    fn load(data: &'static [u8]) -> Face {
        let font = FontRef::new(data).expect("the bundled font is a font");
        let units = f64::from(
            skrifa_font(data)
                .metrics(skrifa::instance::Size::unscaled(), skrifa::instance::LocationRef::default())
                .units_per_em,
        );
        Face { shaper: ShaperData::new(&font), font, units }
    }
}

static FACES: [LazyLock<Face>; 2] = [LazyLock::new(|| Face::load(REGULAR)), LazyLock::new(|| Face::load(BOLD))];

fn skrifa_font(data: &'static [u8]) -> skrifa::FontRef<'static> {
    skrifa::FontRef::new(data).expect("the bundled font is a font")
}

/// The font file of a weight.
pub fn font(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => REGULAR,
        Weight::Bold => BOLD,
    }
}

/// A glyph in its place; lengths in parts of the size.
#[derive(Clone, Debug)]
pub struct Glyph {
    pub id: u32,
    /// The bytes of the text that it stands for.
    pub text: std::ops::Range<usize>,
    pub advance: f64,
    pub x_offset: f64,
    pub y_offset: f64,
}

/// The glyphs of a line from left to right.
pub fn shape(text: &str, weight: Weight) -> Vec<Glyph> {
    let face = &*FACES[weight as usize];
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    let shaper = face.shaper.shaper(&face.font).build();
    let shaped = shaper.shape(buffer, ShapeOptions::new());
    let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let end = |start: usize| starts.iter().copied().find(|next| *next > start).unwrap_or(text.len());
    let units = |value: i32| f64::from(value) / face.units;
    let placed = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
    placed
        .map(|(info, place)| Glyph {
            id: info.glyph_id,
            text: info.cluster as usize..end(info.cluster as usize),
            advance: units(place.x_advance),
            x_offset: units(place.x_offset),
            y_offset: units(place.y_offset),
        })
        .collect()
}

/// How wide a line is. A letter that the font lacks counts as a whole em, since another font will draw it.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let advance: f64 = shape(text, weight).iter().map(|glyph| if glyph.id == 0 { 1.0 } else { glyph.advance }).sum();
    advance * size
}

/// The letters that the font lacks, in the order of the text.
pub fn missing(text: &str, weight: Weight) -> Vec<char> {
    let letters = skrifa_font(font(weight)).charmap();
    text.chars().filter(|letter| letters.map(*letter).is_none()).collect()
}

/// The lines of a text that are at most `most` wide: as many words on each as it holds. A word that is too long for a
/// line is cut between letters, never before a combining mark.
pub fn wrap(text: &str, size: f64, weight: Weight, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if width(&longer, size, weight) <= most {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            let mut pieces = cut(word, size, weight, most);
            line = pieces.pop().unwrap_or_default();
            lines.extend(pieces);
        }
        if !line.is_empty() {
            lines.push(line);
        }
    }
    lines
}

/// A word in pieces that fit, broken after a hyphen or a slash where there is one.
fn cut(word: &str, size: f64, weight: Weight, most: f64) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = word;
    while width(rest, size, weight) > most {
        let at = cut_at(rest, size, weight, most);
        if at >= rest.len() {
            break;
        }
        pieces.push(rest[..at].to_owned());
        rest = &rest[at..];
    }
    pieces.push(rest.to_owned());
    pieces
}

/// Where the longest piece that fits ends; at least one letter with its marks.
fn cut_at(word: &str, size: f64, weight: Weight, most: f64) -> usize {
    let breaks: Vec<usize> = word
        .char_indices()
        .skip(1)
        .filter(|(_, letter)| !is_combining_mark(*letter) && *letter != '\u{200d}')
        .map(|(at, _)| at)
        .collect();
    let first = breaks.first().copied().unwrap_or(word.len());
    let fits = breaks.partition_point(|at| width(&word[..*at], size, weight) <= most);
    let fitting = &breaks[..fits];
    let after_hyphen = |at: &&usize| word[..**at].ends_with(['-', '/', '‐', '–']);
    // A piece of two letters before a hyphen would look worse than a cut in the word.
    let good = fitting.iter().rev().find(after_hyphen).filter(|at| **at * 3 >= fitting.last().map_or(0, |last| *last));
    good.or(fitting.last()).copied().unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_have_the_kazakh_letters_and_the_tenge() {
        for weight in [Weight::Regular, Weight::Bold] {
            assert!(missing("ӘәҒғҚқҢңӨөҰұҮүҺһІі₸№«»–—…", weight).is_empty());
            assert_eq!(missing("аא中", weight), ['א', '中']);
        }
    }

    #[test]
    fn kerning_counts() {
        let apart = width("Г", 10.0, Weight::Regular) + width("А", 10.0, Weight::Regular);
        assert!(width("ГА", 10.0, Weight::Regular) < apart);
    }

    #[test]
    fn every_line_fits_and_nothing_is_lost() {
        let texts = ["Көрсетілетін қызметті алушы құжаттарды ұсынады", &"ұ".repeat(60), &"é̂".repeat(40), "а-б/в", ""];
        for text in texts {
            for most in [30.0, 80.0, 200.0] {
                let lines = wrap(text, 9.0, Weight::Regular, most);
                assert!(lines.iter().all(|line| width(line, 9.0, Weight::Regular) <= most), "{lines:?}");
                let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
                assert_eq!(letters(&lines.concat()), letters(text));
                assert!(lines.iter().all(|line| !line.starts_with(is_combining_mark)), "{lines:?}");
            }
        }
    }
}
