//! A reading as somebody types it on a command line, in the words of any vocabulary: `roll=every-step`,
//! `перенос=каждая-процедура`.

use crate::vocabulary::settings;

/// The name and the value; words that no reading has are left as they are.
pub fn parse(text: &str) -> Option<(String, String)> {
    let (name, value) = text.split_once('=')?;
    let canonical = |word: &str| settings::canonical(word.trim()).unwrap_or(word.trim()).to_owned();
    Some((canonical(name), canonical(value)))
}
