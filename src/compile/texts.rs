//! The table of texts: each text stands once, composed (NFC) and without a control character.

use crate::model::Text;
use crate::time::Words;
use std::collections::{BTreeMap, HashMap};
use unicode_normalization::UnicodeNormalization;

/// A text by its language.
type Each = BTreeMap<String, String>;

#[derive(Default)]
pub(super) struct Texts {
    places: HashMap<Each, u32>,
    all: Vec<Each>,
}

impl Texts {
    /// The place of the text; `None`: it is empty.
    pub fn text(&mut self, text: &Text) -> Option<u32> {
        let said = text.by_language.iter().map(|(language, text)| (language.tag().to_owned(), plain(text)));
        let any = text.any.iter().map(|text| ("und".to_owned(), plain(text)));
        self.place(said.chain(any).collect())
    }

    /// The same for a text that there may not be.
    pub fn maybe(&mut self, text: Option<&Text>) -> Option<u32> {
        text.and_then(|text| self.text(text))
    }

    pub fn words(&mut self, words: &Words) -> Option<u32> {
        let each = ["kk", "ru", "en"].map(|tag| (tag.to_owned(), plain(words.get(tag))));
        self.place(each.into_iter().collect())
    }

    fn place(&mut self, each: Each) -> Option<u32> {
        if each.is_empty() {
            return None;
        }
        if let Some(known) = self.places.get(&each) {
            return Some(*known);
        }
        let place = self.all.len() as u32;
        self.all.push(each.clone());
        self.places.insert(each, place);
        Some(place)
    }

    pub fn all(self) -> Vec<Each> {
        self.all
    }
}

/// Composed letters, and a space for whatever would need an escape of its own in JSON.
pub(super) fn plain(text: &str) -> String {
    text.nfc().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
