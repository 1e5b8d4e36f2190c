//! Every sentence exists in Kazakh, Russian and English, takes the same values in each, and is written as the house
//! writes. A sentence that the code names is there.

use fluent_bundle::FluentResource;
use reglament::diagnostics::{Code, Words};
use reglament::vocabulary::{Keyword, Language};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The sentences of one file: of each its text as written.
type Sentences = BTreeMap<String, String>;

/// Words of the workshop that no reader should meet.
const WORKSHOP: &[&str] =
    &["parser", "AST", "enum", "struct", "Option", "None", "Err", "unwrap", "panic", "pest", "token"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folders(inside: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(inside)).expect("the folder is there");
    let mut folders: Vec<PathBuf> =
        entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// Sentences begin at the margin with `id =`; what follows, up to the next one, is theirs.
fn sentences(file: &Path, wrong: &mut Vec<String>) -> Sentences {
    let text = fs::read_to_string(file).unwrap_or_default();
    if let Err((_, errors)) = FluentResource::try_new(text.clone()) {
        wrong.push(format!("{}: {errors:?}", file.display()));
    }
    let mut found = Sentences::new();
    let mut id = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once('=') {
            Some((name, rest)) if line.starts_with(char::is_alphabetic) => {
                id = name.trim().to_owned();
                if found.insert(id.clone(), rest.trim().to_owned()).is_some() {
                    wrong.push(format!("{}: `{id}` stands twice", file.display()));
                }
            }
            _ => *found.entry(id.clone()).or_default() += &format!("\n{line}"),
        }
    }
    found.remove("");
    found
}

/// The values that a sentence takes: `$name`.
fn values(sentence: &str) -> BTreeSet<&str> {
    let names = sentence.split('$').skip(1);
    names.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or("")).collect()
}

fn of_all_languages(folder: &Path, wrong: &mut Vec<String>) -> [Sentences; 3] {
    Language::ALL.map(|language| sentences(&folder.join(format!("{}.ftl", language.tag())), wrong))
}

fn compare(folder: &Path, [kk, ru, en]: &[Sentences; 3], wrong: &mut Vec<String>) {
    let ids: BTreeSet<&String> = kk.keys().chain(ru.keys()).chain(en.keys()).collect();
    for id in ids {
        let all = [("kk", kk.get(id)), ("ru", ru.get(id)), ("en", en.get(id))];
        for (tag, text) in all {
            match (text, en.get(id)) {
                (None, _) => wrong.push(format!("{}: no `{id}` in {tag}", folder.display())),
                (Some(text), Some(english)) if values(text) != values(english) => {
                    wrong.push(format!("{}: `{id}` takes other values in {tag} than in en", folder.display()))
                }
                _ => {}
            }
        }
        let untranslated = |text: &String| en.get(id) == Some(text) && has_words(text);
        for (tag, text) in all.into_iter().take(2).filter(|(_, text)| text.is_some_and(untranslated)) {
            wrong.push(format!("{}: `{id}` is in {tag} what it is in en: {text:?}", folder.display()));
        }
    }
}

/// Whether there is anything to translate between the values.
fn has_words(sentence: &str) -> bool {
    let mut depth = 0;
    sentence.chars().any(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0 && c.is_alphabetic()
    })
}

#[test]
fn every_sentence_stands_in_three_languages_with_the_same_values() {
    let mut wrong = Vec::new();
    let mut all = folders("src/diagnostics/codes");
    all.extend(folders("src/diagnostics/texts"));
    for folder in all {
        let texts = of_all_languages(&folder, &mut wrong);
        compare(&folder, &texts, &mut wrong);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_its_folder_and_every_folder_its_code() {
    let folders: BTreeSet<String> = folders("src/diagnostics/codes")
        .iter()
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    let codes: BTreeSet<String> = Code::ALL.iter().map(|code| code.name().to_owned()).collect();
    assert_eq!(folders, codes);
    assert_eq!(codes.len(), Code::ALL.len(), "two codes have one name");
}

#[test]
fn every_code_says_what_it_is_where_and_what_to_do() {
    let mut wrong = Vec::new();
    for folder in folders("src/diagnostics/codes") {
        let texts = of_all_languages(&folder, &mut Vec::new());
        for (language, sentences) in Language::ALL.iter().zip(&texts) {
            for id in ["title", "message", "label", "help", "page"] {
                if sentences.get(id).is_none_or(|text| text.is_empty()) {
                    wrong.push(format!("{}: no `{id}` in {}", folder.display(), language.tag()));
                }
            }
            for (id, text) in sentences {
                wrong.extend(
                    style(id, text)
                        .into_iter()
                        .map(|flaw| format!("{} {} `{id}`: {flaw}", folder.display(), language.tag())),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the house does not write.
fn style(id: &str, text: &str) -> Vec<String> {
    let mut flaws = Vec::new();
    let is_page = id == "page";
    let ends = text.trim_end();
    if !is_page && ends.ends_with('.') && !ends.ends_with("..") {
        flaws.push("ends with a full stop".to_owned());
    }
    if is_page && !ends.ends_with(['.', '?', '!']) {
        flaws.push("does not end as a sentence does".to_owned());
    }
    if !is_page && text.starts_with(char::is_uppercase) {
        flaws.push("begins with a capital".to_owned());
    }
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    flaws.extend(words.iter().filter(|word| WORKSHOP.contains(word)).map(|word| format!("says `{word}`")));
    flaws.extend(words.iter().filter(|word| mixes_scripts(word)).map(|word| format!("`{word}` mixes alphabets")));
    flaws
}

/// A Latin letter in a Cyrillic word cannot be seen, and cannot be searched for.
fn mixes_scripts(word: &str) -> bool {
    word.contains(|c: char| c.is_ascii_alphabetic()) && word.contains(|c| matches!(c, '\u{400}'..='\u{52f}'))
}

/// A sentence that names a word of the language names it as its reader writes it.
#[test]
fn keywords_are_spelled_in_the_language_of_the_sentence() {
    let mut wrong = Vec::new();
    let mut all = folders("src/diagnostics/codes");
    all.extend(folders("src/diagnostics/texts"));
    for folder in all {
        let texts = of_all_languages(&folder, &mut Vec::new());
        for (language, sentences) in Language::ALL.into_iter().zip(&texts) {
            for (id, text) in sentences {
                let quoted = text.split('`').skip(1).step_by(2).flat_map(|quoted| quoted.split([' ', ',']));
                let foreign = quoted.filter(|word| is_keyword_elsewhere(word, language));
                wrong.extend(foreign.map(|word| format!("{} {} `{id}`: {word}", folder.display(), language.tag())));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn is_keyword_elsewhere(word: &str, language: Language) -> bool {
    let written_in = |language: Language| Keyword::ALL.iter().any(|keyword| keyword.forms(language).contains(&word));
    !written_in(language) && Language::ALL.into_iter().any(written_in)
}

#[test]
fn sentences_of_all_rooms_are_written_well_and_known_by_one_name() {
    let mut wrong = Vec::new();
    let mut seen = BTreeMap::new();
    let words = Words::new(Language::En);
    for folder in folders("src/diagnostics/texts") {
        let texts = of_all_languages(&folder, &mut wrong);
        for (id, text) in texts.iter().flatten() {
            let mixed = text.split(|c: char| !c.is_alphanumeric()).filter(|word| mixes_scripts(word));
            wrong.extend(mixed.map(|word| format!("{}: `{id}`: `{word}` mixes alphabets", folder.display())));
        }
        for id in texts[2].keys() {
            if words.say(id, &[]) == *id {
                wrong.push(format!("{}: its line in the table of rooms is missing (`{id}`)", folder.display()));
            }
            if let Some(other) = seen.insert(id.clone(), folder.clone()) {
                wrong.push(format!("`{id}` stands in {} and in {}", other.display(), folder.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_sentence_that_the_code_names_is_there() {
    let mut wrong = Vec::new();
    let words = Words::new(Language::En);
    let labels: BTreeSet<String> = folders("src/diagnostics/codes")
        .iter()
        .flat_map(|folder| sentences(&folder.join("en.ftl"), &mut Vec::new()).into_keys())
        .collect();
    for file in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&file).unwrap_or_default();
        for id in quoted_after(&text, "say(\"").into_iter().chain(quoted_after(&text, "\"expected-")) {
            if words.say(&id, &[]) == id {
                wrong.push(format!("{}: no sentence `{id}`", file.display()));
            }
        }
        for id in quoted_after(&text, "\"label-").into_iter().filter(|id| !labels.contains(id)) {
            wrong.push(format!("{}: no code has a `{id}`", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The strings that begin with what stands behind the quotation mark of `opening`.
fn quoted_after(text: &str, opening: &str) -> Vec<String> {
    let (_, prefix) = opening.split_once('"').unwrap_or_default();
    let rest = text.split(opening).skip(1);
    rest.filter_map(|rest| Some(format!("{prefix}{}", rest.split_once('"')?.0))).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    paths
        .flat_map(|path| match path.is_dir() {
            true => rust_files(&path),
            false if path.extension().is_some_and(|extension| extension == "rs") => vec![path],
            false => Vec::new(),
        })
        .collect()
}
