//! The table of words, read once: from a form to what it means, and from a meaning to its forms.

use super::{Keyword, Language, Vocabulary};
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization, is_nfc};

const SOURCE: &str = include_str!("../../grammar/vocabulary.txt");

/// The line that parts the keywords from the words of a reading.
const READINGS: &str = "== the words of a reading";

static KEYWORDS: LazyLock<Keywords> = LazyLock::new(Keywords::read);
static SETTINGS: LazyLock<Vec<Row>> = LazyLock::new(|| rows(SOURCE.split_once(READINGS).map_or("", |(_, rest)| rest)));

/// A form of a keyword, and the vocabularies that it belongs to (`факт` is Russian and Kazakh).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    pub keyword: Keyword,
    languages: [bool; 3],
}

impl Word {
    /// Whether the form is written in `vocabulary`.
    pub fn is_in(self, vocabulary: Vocabulary) -> bool {
        self.languages[vocabulary as usize]
    }

    /// The only vocabulary it is written in, where it is only one.
    pub fn vocabulary(self) -> Option<Vocabulary> {
        let mut all = Language::ALL.into_iter().filter(|&language| self.is_in(language));
        all.next().filter(|_| all.next().is_none())
    }
}

/// One line of the table: the id, and the forms by [`Language`].
struct Row {
    id: &'static str,
    forms: [Vec<&'static str>; 3],
}

struct Keywords {
    /// By `Keyword as usize`.
    forms: Vec<[Vec<&'static str>; 3]>,
    words: HashMap<&'static str, Word>,
}

impl Keywords {
    fn read() -> Keywords {
        let source = SOURCE.split_once(READINGS).map_or(SOURCE, |(keywords, _)| keywords);
        let mut forms = vec![<[Vec<&str>; 3]>::default(); Keyword::ALL.len()];
        let mut words = HashMap::new();
        for row in rows(source) {
            let Some(keyword) = Keyword::from_id(row.id) else { continue };
            for language in Language::ALL {
                for form in &row.forms[language as usize] {
                    let word = words.entry(*form).or_insert(Word { keyword, languages: [false; 3] });
                    word.languages[language as usize] = true;
                }
            }
            forms[keyword as usize] = row.forms;
        }
        Keywords { forms, words }
    }
}

/// The rows of one section: `id | English | Russian | Kazakh`.
fn rows(source: &'static str) -> Vec<Row> {
    let lines = source.lines().filter(|line| !line.starts_with('#') && line.contains('|'));
    lines
        .map(|line| {
            let mut columns = line.split('|').map(str::trim);
            let id = columns.next().unwrap_or_default();
            let mut column = || columns.next().unwrap_or_default().split(',').map(str::trim).collect::<Vec<_>>();
            let (en, ru, kk) = (column(), column(), column());
            Row { id, forms: [kk, ru, en] }
        })
        .collect()
}

/// What `form` means, as it is written: runs of spaces and decomposed letters make no difference, capitals do.
pub fn word(form: &str) -> Option<Word> {
    if let Some(word) = KEYWORDS.words.get(form) {
        return Some(*word);
    }
    if is_nfc(form) && !form.contains([' ', '\t']) {
        return None;
    }
    let folded: String = form.nfc().collect();
    let folded = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    KEYWORDS.words.get(folded.as_str()).copied()
}

impl Keyword {
    /// The keyword with that name in the table.
    pub fn from_id(id: &str) -> Option<Keyword> {
        static IDS: LazyLock<HashMap<&str, Keyword>> =
            LazyLock::new(|| Keyword::ALL.iter().map(|keyword| (keyword.id(), *keyword)).collect());
        IDS.get(id).copied()
    }

    /// What `form` means, in whatever vocabulary it is spelled.
    pub fn from_form(form: &str) -> Option<Keyword> {
        word(form).map(|word| word.keyword)
    }

    /// The form that the formatter writes.
    pub fn spelling(self, vocabulary: Vocabulary) -> &'static str {
        self.forms(vocabulary).first().copied().unwrap_or(self.id())
    }

    /// All forms of one vocabulary, the canonical one first.
    pub fn forms(self, vocabulary: Vocabulary) -> &'static [&'static str] {
        &KEYWORDS.forms[self as usize][vocabulary as usize]
    }
}

/// The words that have a meaning only after `reading`: names of readings and their values.
pub mod settings {
    use super::{Language, SETTINGS, Vocabulary};
    use unicode_normalization::UnicodeNormalization;

    /// The English word for `form`, which is how readings are named everywhere behind the parser.
    pub fn canonical(form: &str) -> Option<&'static str> {
        let form: String = form.nfc().collect();
        let row = SETTINGS.iter().find(|row| row.forms.iter().any(|forms| forms.contains(&form.as_str())));
        row.map(|row| row.id)
    }

    /// How the reading or value `id` is written in `vocabulary`.
    pub fn spelled(id: &str, vocabulary: Vocabulary) -> Option<&'static str> {
        let row = SETTINGS.iter().find(|row| row.id == id)?;
        row.forms[vocabulary as usize].first().copied()
    }

    /// Every form in every vocabulary.
    pub fn all() -> impl Iterator<Item = &'static str> {
        SETTINGS
            .iter()
            .flat_map(|row| Language::ALL.into_iter().flat_map(|language| row.forms[language as usize].iter().copied()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyword_has_a_form_in_every_vocabulary() {
        for keyword in Keyword::ALL {
            for language in Language::ALL {
                let forms = keyword.forms(language);
                assert!(!forms.is_empty() && forms.iter().all(|form| !form.is_empty()), "{keyword:?} in {language:?}");
            }
        }
        let source = SOURCE.split_once(READINGS).map(|(keywords, _)| keywords).expect("two sections");
        for row in rows(source) {
            assert!(Keyword::from_id(row.id).is_some(), "`{}` is no keyword", row.id);
        }
    }

    #[test]
    fn no_form_belongs_to_two_keywords() {
        for keyword in Keyword::ALL {
            for language in Language::ALL {
                for form in keyword.forms(language) {
                    assert_eq!(word(form).map(|word| word.keyword), Some(*keyword), "`{form}`");
                }
            }
        }
    }

    #[test]
    fn no_form_of_a_setting_belongs_to_two() {
        for row in SETTINGS.iter() {
            for form in row.forms.iter().flatten() {
                assert_eq!(settings::canonical(form), Some(row.id), "`{form}`");
            }
        }
        assert_eq!(SETTINGS.len(), 25);
    }

    #[test]
    fn the_table_is_written_in_composed_lower_case_letters() {
        assert!(is_nfc(SOURCE));
        for keyword in Keyword::ALL {
            for form in Language::ALL.iter().flat_map(|language| keyword.forms(*language)) {
                assert_eq!(*form, form.to_lowercase());
            }
        }
    }

    #[test]
    fn a_form_is_found_whatever_its_spaces_and_code_points() {
        assert_eq!(Keyword::from_form("тот  \t же"), Some(Keyword::Same));
        assert_eq!(Keyword::from_form("рабочии\u{306}"), Some(Keyword::Working));
        assert_eq!(word("факт").and_then(Word::vocabulary), None);
        assert_eq!(word("тармақ").and_then(Word::vocabulary), Some(Language::Kk));
        assert_eq!(Keyword::Step.spelling(Language::Kk), "рәсім");
    }
}
