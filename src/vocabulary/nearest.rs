//! The word that a misspelling was meant to be.

use unicode_security::confusable_detection::skeleton;

/// The candidate nearest to `word`, if one is near enough to be worth saying.
///
/// Distance is counted in letters, not bytes, and capitals count for nothing. Letters that look alike in Latin and
/// Cyrillic are taken for the same, since on the screen they are.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = fold(word);
    let within = wanted.chars().count().div_ceil(3).min(4);
    candidates
        .into_iter()
        .filter(|candidate| *candidate != word)
        .map(|candidate| (strsim::damerau_levenshtein(&wanted, &fold(candidate)), candidate))
        .filter(|(distance, _)| *distance <= within)
        .min_by(|a, b| a.cmp(b))
        .map(|(_, candidate)| candidate)
}

/// Whether two different words look the same: `өтініш` with a Cyrillic and with a Latin `i`.
pub fn look_alike(one: &str, other: &str) -> bool {
    one != other && skeleton(one).eq(skeleton(other))
}

/// How a word looks, in small letters. Small letters first: the look of a capital differs from that of its small letter.
fn fold(word: &str) -> String {
    skeleton(&word.to_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_left_out_is_near() {
        assert_eq!(nearest("limt", ["step", "limit", "list"]), Some("limit"));
        assert_eq!(nearest("мерзм", ["рәсім", "мерзім"]), Some("мерзім"));
    }

    #[test]
    fn distance_is_counted_in_letters() {
        assert_eq!(nearest("құ", ["ай"]), None);
    }

    #[test]
    fn a_latin_letter_in_a_kazakh_word_is_no_distance() {
        assert_eq!(nearest("мерзiм", ["рәсім", "мерзім"]), Some("мерзім"));
        assert!(look_alike("мерзiм", "мерзім"));
        assert!(!look_alike("мерзім", "мерзім"));
    }

    #[test]
    fn nothing_near_is_nothing() {
        assert_eq!(nearest("xyz", ["limit", "step"]), None);
    }
}
