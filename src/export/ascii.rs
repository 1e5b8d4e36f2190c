//! Names in ASCII letters, for ids that any tool can read: Kazakh and Russian letters by the sound, the rest by number.

use std::collections::BTreeSet;

/// A name in ASCII letters, digits, `-` and `_`; beginning with a letter or `_`, as an XML id must.
pub fn ascii(name: &str) -> String {
    let mut id = String::new();
    for letter in name.chars() {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' | '-' => id.push(letter),
            _ => id.push_str(&sound(letter)),
        }
    }
    let bad_start = !id.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    if bad_start { format!("_{id}") } else { id }
}

fn sound(letter: char) -> String {
    let lower = letter.to_lowercase().next().unwrap_or(letter);
    let latin = match lower {
        'а' => "a",
        'ә' => "ae",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'ғ' => "gh",
        'д' => "d",
        'е' => "e",
        'ё' => "yo",
        'ж' => "zh",
        'з' => "z",
        'и' => "i",
        'й' => "y",
        'к' => "k",
        'қ' => "q",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'ң' => "ng",
        'о' => "o",
        'ө' => "oe",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' => "u",
        'ұ' => "uu",
        'ү' => "ue",
        'ф' => "f",
        'х' => "kh",
        'һ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' => "",
        'ы' => "y",
        'і' => "i",
        'ь' => "",
        'э' => "e",
        'ю' => "yu",
        'я' => "ya",
        _ => return format!("x{:X}", u32::from(letter)),
    };
    if lower == letter { latin.to_owned() } else { capital(latin) }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

/// Ids that were given out: each once.
#[derive(Default, Debug)]
pub struct Ids {
    given: BTreeSet<String>,
}

impl Ids {
    /// The id of a name; with a number behind it where another name has it already.
    pub fn give(&mut self, name: &str) -> String {
        let id = ascii(name);
        let numbered = (2..).map(|number| format!("{id}_{number}"));
        let free = std::iter::once(id.clone()).chain(numbered).find(|id| !self.given.contains(id));
        let free = free.unwrap_or(id);
        self.given.insert(free.clone());
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_ascii_and_each_is_given_once() {
        assert_eq!(ascii("өтініш-қабылдау"), "oetinish-qabyldau");
        assert_eq!(ascii("1-қадам"), "_1-qadam");
        let mut ids = Ids::default();
        assert_eq!([ids.give("кен"), ids.give("ken"), ids.give("ken_2")], ["ken", "ken_2", "ken_2_2"]);
    }
}
