//! Letters as they are meant: an act may hold a Latin letter in a Kazakh word, and marks that nobody sees.

use unicode_normalization::UnicodeNormalization;

/// Latin letters that stand in words of Kazakh and Russian acts, and what was meant.
const MEANT: &[(char, char)] =
    &[('i', 'і'), ('a', 'а'), ('e', 'е'), ('o', 'о'), ('p', 'р'), ('c', 'с'), ('x', 'х'), ('y', 'у')];

/// Composed, without what has no width.
pub fn composed(text: &str) -> String {
    text.nfc()
        .filter(|letter| !matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'))
        .collect()
}

/// The words of a text in small letters, each with Latin look-alikes put right where the word is Cyrillic; a number, a
/// mark or a bracket is a word of its own.
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut joins = false;
    let letters: Vec<char> = composed(text).to_lowercase().chars().collect();
    for (at, letter) in letters.iter().copied().enumerate() {
        let within = letter == '-' && at > 0 && letters[at - 1].is_alphanumeric();
        let within = within && letters.get(at + 1).is_some_and(|next| next.is_alphanumeric());
        let same_kind = |word: &String| {
            let last = word.chars().next_back().unwrap_or(' ');
            letter == '-' || last == '-' || last.is_numeric() == letter.is_numeric()
        };
        match letter {
            letter if letter.is_alphanumeric() || within => {
                match words.last_mut().filter(|word| joins && same_kind(word)) {
                    Some(word) => word.push(letter),
                    None => words.push(letter.to_string()),
                }
            }
            letter if !letter.is_whitespace() => words.push(letter.to_string()),
            _ => {}
        }
        joins = letter.is_alphanumeric() || within;
    }
    words.into_iter().map(put_right).collect()
}

fn put_right(word: String) -> String {
    let cyrillic = word.chars().any(|letter| ('\u{400}'..='\u{4FF}').contains(&letter));
    if !cyrillic {
        return word;
    }
    let meant = |letter: char| MEANT.iter().find(|(latin, _)| *latin == letter).map_or(letter, |(_, meant)| *meant);
    word.chars().map(meant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_as_it_is_meant() {
        assert_eq!(words("Күнтiзбелiк 15(он бес) күн."), ["күнтізбелік", "15", "(", "он", "бес", ")", "күн", "."]);
        assert_eq!(words("E-mail, 1-процесс – іс-қимыл"), ["e-mail", ",", "1-процесс", "–", "іс-қимыл"]);
        assert_eq!(words("9.00-ден 20.00-ге"), ["9", ".", "00-ден", "20", ".", "00-ге"]);
    }
}
