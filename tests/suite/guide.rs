//! The guide is true: every example in it is checked as it stands there, and its tables are those of the program.
//!
//! A fenced block of the language is a file of one small project. ```` ```reglament file:actors/town.reglament ```` is
//! that file, which later blocks may use; ```` ```reglament wrong:CODE ```` must give that finding and no other;
//! any other block must give none. `REGLAMENT_WRITE_GUIDE=1 cargo test --test suite guide` writes the tables anew.

use reglament::diagnostics::{Finding, Severity};
use reglament::pipeline;
use reglament::source::Unsaved;
use reglament::time::Readings;
use reglament::vocabulary::{Keyword, Vocabulary, settings};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The documents whose examples and tables are held, where they exist.
fn documents() -> Vec<PathBuf> {
    let names = ["docs/guide.md", "docs/guide.kk.md", "docs/guide.ru.md", "docs/design/surfaces.md"];
    names.iter().map(|name| root().join(name)).filter(|path| path.exists()).collect()
}

/// A fenced block: the line it starts on, what its fence says, and its text.
struct Block {
    line: usize,
    info: String,
    text: String,
}

fn blocks(document: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in document.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                open = Some(Block { line: number + 1, info: info.trim().to_owned(), text: String::new() })
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => block.text += &format!("{line}\n"),
            (None, None) => {}
        }
    }
    blocks.retain(|block| block.info == "reglament" || block.info.starts_with("reglament "));
    blocks
}

/// The findings about one file of the project in `folder`.
fn findings_of(folder: &Path, file: &Path) -> Vec<Finding> {
    let loaded = pipeline::load(&[file.to_path_buf()], &Unsaved::default()).expect("the file can be read");
    let mut found = Vec::new();
    for project in loaded {
        let checked = pipeline::check(project);
        let name = file.strip_prefix(folder).expect("it lies in the folder").to_string_lossy().into_owned();
        found.extend(checked.findings.into_iter().filter(|finding| {
            finding.primary().is_none_or(|at| checked.sources.path(at.file).to_string().ends_with(&name))
        }));
    }
    found
}

#[test]
fn every_example_gives_what_the_guide_says() {
    let mut wrong = Vec::new();
    for document in documents() {
        let folder = tempfile::tempdir().expect("a folder for the examples");
        fs::write(folder.path().join("reglament.toml"), "name = \"guide\"\n").expect("it can be written");
        let text = fs::read_to_string(&document).expect("the document is there");
        let examples = blocks(&text);
        assert!(!examples.is_empty(), "{} shows no example", document.display());
        for block in examples {
            let told = told(folder.path(), &block);
            let expected = block.info.split_whitespace().find_map(|word| word.strip_prefix("wrong:"));
            if told != expected.into_iter().collect::<Vec<_>>() {
                wrong.push(format!("{}:{}: {told:?}, not {expected:?}", document.display(), block.line));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The codes that a block gives, each once; those that it knows of, and remarks of no weight, left out.
fn told(folder: &Path, block: &Block) -> Vec<String> {
    let named = block.info.split_whitespace().find_map(|word| word.strip_prefix("file:"));
    let path = folder.join(named.unwrap_or("example.reglament"));
    fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
    fs::write(&path, &block.text).expect("the example can be written");
    let findings = findings_of(folder, &path);
    let weighty = findings.iter().filter(|finding| finding.severity != Severity::Note && !finding.expected);
    let mut codes: Vec<String> = weighty.map(|finding| finding.code.name().to_owned()).collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn the_tables_of_the_guide_are_those_of_the_program() {
    for document in documents() {
        let text = fs::read_to_string(&document).expect("the document is there");
        let mut fresh = text.clone();
        for (name, table) in [("vocabulary", vocabulary()), ("readings", readings(vocabulary_of(&document)))] {
            fresh = with_table(&fresh, name, &table);
        }
        if fresh != text && std::env::var_os("REGLAMENT_WRITE_GUIDE").is_some() {
            fs::write(&document, &fresh).expect("the document can be written");
        } else {
            assert!(fresh == text, "{}: its tables are old; see the top of this test", document.display());
        }
    }
}

/// The document with `table` between `<!-- name -->` and `<!-- /name -->`, if it has these marks.
fn with_table(document: &str, name: &str, table: &str) -> String {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    match (document.find(&open), document.find(&close)) {
        (Some(start), Some(end)) if start < end => {
            format!("{}\n{table}\n{}", &document[..start + open.len()], &document[end..])
        }
        _ => document.to_owned(),
    }
}

fn vocabulary() -> String {
    let mut table = String::from("| English | Русский | Қазақша |\n| --- | --- | --- |\n");
    for keyword in Keyword::ALL {
        let cells = [Vocabulary::En, Vocabulary::Ru, Vocabulary::Kk]
            .map(|vocabulary| keyword.forms(vocabulary).iter().map(|form| format!("`{form}`")).collect::<Vec<_>>());
        table += &format!("| {} | {} | {} |\n", cells[0].join(", "), cells[1].join(", "), cells[2].join(", "));
    }
    table
}

/// The vocabulary that a document is written in, by its name: `guide.kk.md`.
fn vocabulary_of(document: &Path) -> Vocabulary {
    let name = document.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let tagged = Vocabulary::ALL.into_iter().find(|vocabulary| name.contains(&format!(".{}.", vocabulary.tag())));
    tagged.unwrap_or(Vocabulary::En)
}

/// What stands behind a doubt is known in English alone, so only the English guide tells it.
fn readings(vocabulary: Vocabulary) -> String {
    let english = vocabulary == Vocabulary::En;
    let heading = match vocabulary {
        Vocabulary::En => "| reading | values, the default first | what stands behind it |\n| --- | --- | --- |\n",
        Vocabulary::Ru => "| толкование | значения, первое по умолчанию |\n| --- | --- |\n",
        Vocabulary::Kk => "| түсіндіру | мәндер, біріншісі әдепкі |\n| --- | --- |\n",
    };
    let spelled = |word: &str| format!("`{}`", settings::spelled(word, vocabulary).unwrap_or(word));
    let mut table = heading.to_owned();
    for doubt in Readings::DOUBTS {
        let values: Vec<String> = doubt.values.iter().map(|value| spelled(value)).collect();
        let source = if english { format!(" {} |", doubt.source) } else { String::new() };
        table += &format!("| {} | {} |{source}\n", spelled(doubt.name), values.join(", "));
    }
    table
}
