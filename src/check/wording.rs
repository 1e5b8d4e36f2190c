//! Whether two texts say the same words: letter by letter, but for capitals, spaces and quotation marks.

use crate::model::Text;
use crate::vocabulary::Language;

/// Whether the texts are the same in some language in which both are written.
pub(super) fn same(one: &Text, other: &Text) -> bool {
    let mut pairs = Language::ALL.into_iter().filter_map(|language| Some((of(one, language)?, of(other, language)?)));
    pairs.any(|(one, other)| folded(one) == folded(other))
}

/// What is written in the language, or for all of them.
fn of(text: &Text, language: Language) -> Option<&str> {
    text.by_language.get(&language).or(text.any.as_ref()).map(String::as_str).filter(|text| !text.trim().is_empty())
}

fn folded(text: &str) -> String {
    let plain = text.to_lowercase().replace(['«', '»', '"', '“', '”', '„'], "");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
