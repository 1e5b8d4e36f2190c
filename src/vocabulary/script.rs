//! Words that mix Latin and Cyrillic letters, which look alike and are not.

/// The word in one script, where it mixes Latin and Cyrillic letters that look alike: `purpоse` becomes `purpose`.
/// The script that more of its letters are of wins, and of equals the one that all of them can be written in.
pub fn one_script(word: &str) -> Option<String> {
    let latin = word.chars().filter(|&letter| is_latin(letter)).count();
    let cyrillic = word.chars().filter(|&letter| is_cyrillic(letter)).count();
    if latin == 0 || cyrillic == 0 {
        return None;
    }
    let (to_latin, to_cyrillic) = (convert(word, true), convert(word, false));
    match (to_latin, to_cyrillic) {
        (Some(a), Some(b)) => Some(if latin >= cyrillic { a } else { b }),
        (a, b) => a.or(b),
    }
}

/// Every letter of the other script replaced by its double; `None` where one has no double.
fn convert(word: &str, latin: bool) -> Option<String> {
    word.chars()
        .map(|letter| match (latin, is_latin(letter), is_cyrillic(letter)) {
            (true, _, true) => DOUBLES.iter().find(|(_, cyrillic)| *cyrillic == letter).map(|(latin, _)| *latin),
            (false, true, _) => DOUBLES.iter().find(|(latin, _)| *latin == letter).map(|(_, cyrillic)| *cyrillic),
            _ => Some(letter),
        })
        .collect()
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || ('\u{c0}'..'\u{250}').contains(&letter) || letter == 'ə'
}

fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..'\u{530}').contains(&letter)
}

/// Latin letters and the Cyrillic ones that look the same.
const DOUBLES: &[(char, char)] = &[
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('i', 'і'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('h', 'һ'),
    ('s', 'ѕ'),
    ('j', 'ј'),
    ('ə', 'ә'),
    ('ë', 'ё'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('K', 'К'),
    ('k', 'к'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stray_letter_of_the_other_script_is_told() {
        assert_eq!(one_script("өтiнiш").as_deref(), Some("өтініш"));
        assert_eq!(one_script("purp\u{43e}se").as_deref(), Some("purpose"));
        assert_eq!(one_script("purpose"), None);
        assert_eq!(one_script("егов-egov"), None);
    }
}
