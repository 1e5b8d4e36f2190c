//! The table itself, read once from `grammar/vocabulary.txt`.

use super::{Keyword, Language, Vocabulary};
use std::sync::LazyLock;

/// The forms of every keyword, in the order of [`Keyword::ALL`]; of each in the order of [`Language::ALL`].
static TABLE: LazyLock<Vec<[Vec<&'static str>; 3]>> = LazyLock::new(|| {
    let rows: Vec<Vec<&str>> = include_str!("../../grammar/vocabulary.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    Keyword::ALL.iter().map(|keyword| forms_of(*keyword, &rows)).collect()
});

/// The file lists English, Russian, Kazakh; [`Language`] counts the other way round.
fn forms_of(keyword: Keyword, rows: &[Vec<&'static str>]) -> [Vec<&'static str>; 3] {
    let row = rows.iter().find(|row| row[0] == keyword.id());
    Language::ALL.map(|language| {
        let column = match language {
            Language::Kk => 3,
            Language::Ru => 2,
            Language::En => 1,
        };
        row.and_then(|row| row.get(column)).map_or_else(Vec::new, |cell| cell.split(',').map(str::trim).collect())
    })
}

impl Keyword {
    /// Every form that people write, the canonical one first.
    pub fn forms(self, vocabulary: Vocabulary) -> &'static [&'static str] {
        &TABLE[self as usize][vocabulary as usize]
    }

    /// The form that the formatter writes.
    pub fn spelling(self, vocabulary: Vocabulary) -> &'static str {
        self.forms(vocabulary).first().copied().unwrap_or_else(|| self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyword_is_spelled_in_every_vocabulary() {
        for keyword in Keyword::ALL {
            for language in Language::ALL {
                assert!(!keyword.forms(language).is_empty(), "{} in {}", keyword.id(), language.tag());
            }
        }
        assert_eq!(Keyword::Step.spelling(Language::Kk), "рәсім");
        assert_eq!(Keyword::Day.forms(Language::Ru), ["день", "дня", "дней"]);
    }
}
