//! Which language the reader reads: the one asked for, else that of the locale, else English.

use crate::vocabulary::Language;

/// The variables that name a locale; the first one that is set decides, as in every POSIX program.
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language to speak. `variable` looks a variable of the environment up.
pub fn negotiate(asked: Option<Language>, variable: impl Fn(&str) -> Option<String>) -> Language {
    let locale = || LOCALE.into_iter().filter_map(variable).find(|value| !value.is_empty());
    asked.or_else(|| locale().and_then(|value| of_locale(&value))).unwrap_or(Language::En)
}

/// `kk_KZ.UTF-8`, `ru-RU`, `ru`: the part before the country tells.
fn of_locale(locale: &str) -> Option<Language> {
    let tag = locale.split(['_', '-', '.', '@']).next()?;
    Language::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn under(variables: &[(&str, &str)], asked: Option<Language>) -> Language {
        let look_up = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        negotiate(asked, look_up)
    }

    #[test]
    fn what_is_asked_for_comes_before_the_locale() {
        assert_eq!(under(&[("LANG", "kk_KZ.UTF-8")], Some(Language::Ru)), Language::Ru);
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        assert_eq!(under(&[("LANG", "kk_KZ.UTF-8")], None), Language::Kk);
        assert_eq!(under(&[("LC_ALL", "ru_RU.UTF-8"), ("LANG", "kk_KZ")], None), Language::Ru);
        assert_eq!(under(&[("LC_ALL", ""), ("LC_MESSAGES", "kk"), ("LANG", "ru_RU")], None), Language::Kk);
        assert_eq!(under(&[("LC_ALL", "C"), ("LANG", "ru_RU")], None), Language::En);
    }

    #[test]
    fn an_unspoken_language_is_english() {
        assert_eq!(under(&[("LANG", "de_DE.UTF-8")], None), Language::En);
        assert_eq!(under(&[], None), Language::En);
    }
}
