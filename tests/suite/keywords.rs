//! Writes `grammar/keywords.pest` from the table of words, and holds the two together.
//!
//! `REGLAMENT_WRITE_GRAMMAR=1 cargo test keywords_pest` rewrites the file.

use reglament::ast::shape::is_lead;
use reglament::vocabulary::{Keyword, Language};
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

const HEAD: &str = "\
// The keywords, one rule each. Made from `vocabulary.txt`: change the table, then run
//     REGLAMENT_WRITE_GRAMMAR=1 cargo test keywords_pest
// Longer forms stand first, because an alternative that matched is not taken back. Letters that decompose are listed
// in both ways.

";

fn grammar() -> String {
    let mut text = HEAD.to_owned();
    for keyword in Keyword::ALL {
        let forms = forms(*keyword);
        text += &format!("kw_{} = @{{ {} ~ !word_more }}\n", keyword.id().replace('-', "_"), choice(forms));
    }
    let days = &Keyword::ALL[Keyword::Monday as usize..=Keyword::Sunday as usize];
    let days = days.iter().flat_map(|keyword| forms(*keyword)).collect();
    text += &format!(
        "\n// A day of the week where a hyphen may follow it.\nweekday = @{{ {} ~ !XID_CONTINUE }}\n",
        choice(days)
    );
    text += "\n// Any keyword at all, by its first letter.\n";
    text += &by_letter("reserved", Keyword::ALL.iter().copied());
    text += "\n// Any keyword that begins a part of a line.\n";
    text += &by_letter("lead_word", Keyword::ALL.iter().copied().filter(|keyword| is_lead(*keyword)));
    text
}

/// One rule for many keywords: the first letter decides which of them are tried.
fn by_letter(name: &str, keywords: impl Iterator<Item = Keyword>) -> String {
    let mut letters: BTreeMap<char, BTreeSet<String>> = BTreeMap::new();
    for form in keywords.flat_map(forms) {
        letters.entry(form.chars().next().expect("no empty form")).or_default().insert(form);
    }
    let letters = letters.into_iter().map(|(letter, forms)| format!("&\"{letter}\" ~ {}", choice(forms)));
    format!("{name} = @{{\n    ({})\n    ~ !word_more\n}}\n", letters.collect::<Vec<_>>().join("\n    | "))
}

/// All forms of a keyword, each also with its letters decomposed.
fn forms(keyword: Keyword) -> BTreeSet<String> {
    let forms = Language::ALL.into_iter().flat_map(|language| keyword.forms(language));
    forms.flat_map(|form| [(*form).to_owned(), form.nfd().collect()]).collect()
}

fn choice(forms: BTreeSet<String>) -> String {
    let mut forms: Vec<String> = forms.into_iter().collect();
    forms.sort_by_key(|form| (std::cmp::Reverse(form.len()), form.clone()));
    let forms = forms.iter().map(|form| format!("\"{}\"", form.replace(' ', "\" ~ blank+ ~ \"")));
    format!("({})", forms.collect::<Vec<_>>().join(" | "))
}

#[test]
fn keywords_pest_is_made_from_the_table() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/grammar/keywords.pest");
    if std::env::var_os("REGLAMENT_WRITE_GRAMMAR").is_some() {
        std::fs::write(path, grammar()).expect("grammar/keywords.pest can be written");
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(committed == grammar(), "grammar/keywords.pest is not what vocabulary.txt says: see this file's head");
}
