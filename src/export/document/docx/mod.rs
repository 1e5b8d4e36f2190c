//! A document as DOCX: real styles, tables with repeated headers, sections that lie or stand, pictures as SVG with PNG
//! for readers that draw none. No date in it: the same document makes the same bytes.

mod body;
mod package;
mod styles;

use super::Document;
use crate::vocabulary::Language;

/// The file.
pub fn docx(document: &Document) -> Result<Vec<u8>, String> {
    let first = document.parts.first().map_or(Language::En, |part| part.language);
    let (text, images) = body::body(document, first)?;
    package::package(document, &text, &styles::styles(first), &images)
}

/// A picture of the package: its name without an ending.
struct Image {
    name: String,
    svg: Vec<u8>,
    png: Vec<u8>,
}

/// As Word calls a language.
fn tag(language: Language) -> &'static str {
    match language {
        Language::Kk => "kk-KZ",
        Language::Ru => "ru-RU",
        Language::En => "en-US",
    }
}

/// A length in twentieths of a point, as most of the format counts.
fn twips(millimetres: f64) -> i64 {
    (millimetres / 25.4 * 1440.0).round() as i64
}
