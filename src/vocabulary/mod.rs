//! The words of the language: one table, `grammar/vocabulary.txt`, in English, Russian and Kazakh.
//!
//! A [`Keyword`] is what a word means; a [`Vocabulary`] is the language it is spelled in. The table is read once.
//! What an author may have meant by a word that is not in it is told by [`nearest`].

mod keyword;
mod nearest;
mod script;
mod table;

pub use keyword::Keyword;
pub use nearest::{look_alike, nearest};
pub use script::one_script;
pub use table::{Word, settings, word};

/// The three vocabularies, which are also the languages that the tool speaks and that texts are written in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    Kk,
    Ru,
    En,
}

/// The language that the keywords of a file are written in.
pub type Vocabulary = Language;

impl Language {
    pub const ALL: [Language; 3] = [Language::Kk, Language::Ru, Language::En];

    /// The tag: `kk`, `ru` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Language::Kk => "kk",
            Language::Ru => "ru",
            Language::En => "en",
        }
    }
}
