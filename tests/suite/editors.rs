//! The colours of editors: made from the vocabulary, and held to it. `INSTA_UPDATE=always` writes them anew.

use reglament::vocabulary::{Keyword, Language};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// Every form of the words that belong to a group, long ones first.
fn forms(wanted: impl Fn(Keyword) -> bool) -> Vec<&'static str> {
    let keywords = Keyword::ALL.iter().filter(|keyword| wanted(**keyword));
    let mut all: Vec<&str> = keywords
        .flat_map(|keyword| Language::ALL.iter().flat_map(|language| keyword.forms(*language)))
        .copied()
        .collect();
    all.sort_by_key(|form| (std::cmp::Reverse(form.chars().count()), *form));
    all.dedup();
    all
}

/// What begins a statement or parts a procedure.
fn is_structure(keyword: Keyword) -> bool {
    use Keyword as K;
    matches!(
        keyword,
        K::Use
            | K::Regulation
            | K::Standard
            | K::Organisation
            | K::Schedule
            | K::Actor
            | K::System
            | K::Channel
            | K::Fact
            | K::Document
            | K::Body
            | K::Procedure
            | K::Step
            | K::Stage
            | K::Choice
            | K::When
            | K::Otherwise
            | K::Parallel
            | K::Branch
            | K::Wait
            | K::Receipt
            | K::End
            | K::Term
            | K::Extension
            | K::Notice
            | K::Obligation
            | K::Complaint
    )
}

fn is_unit(keyword: Keyword) -> bool {
    use Keyword as K;
    matches!(keyword, K::Minute | K::Hour | K::Day | K::Month | K::Year | K::Working | K::Calendar | K::Same)
}

fn is_other(keyword: Keyword) -> bool {
    !is_structure(keyword) && !is_unit(keyword)
}

fn words(wanted: impl Fn(Keyword) -> bool) -> String {
    let each: Vec<String> = forms(wanted).iter().map(|form| form.replace(' ', "\\s+")).collect();
    format!("(?<![\\p{{L}}\\p{{N}}_.-])(?:{})(?![\\p{{L}}\\p{{N}}_.-])", each.join("|"))
}

fn textmate() -> String {
    let rule = |name: &str, pattern: &str| json!({ "name": format!("{name}.reglament"), "match": pattern });
    let grammar: Value = json!({
        "name": "reglament",
        "scopeName": "source.reglament",
        "fileTypes": ["reglament"],
        "patterns": [
            rule("comment.line.double-slash", "//.*$"),
            rule("string.quoted.double", "\"[^\"\\n]*\"?"),
            rule("keyword.operator.arrow", "->"),
            rule("constant.numeric.date", "\\b\\d{4}-\\d{2}-\\d{2}\\b"),
            rule("constant.numeric.time", "\\b\\d{1,2}:\\d{2}\\b"),
            rule("constant.other.clause", "(?<![\\p{L}\\p{N}_.-])(?:[AO]?\\d+(?:\\.\\d+)+|[AO]\\d+|\\d+(?:\\.\\d+)*/\\d+)(?:/\\d+)?(?:#\\d+)?"),
            rule("constant.numeric", "(?<![\\p{L}\\p{N}_.-])\\d+(?![\\p{L}\\p{N}_.-])"),
            rule("keyword.control", &words(is_structure)),
            rule("storage.type.unit", &words(is_unit)),
            rule("keyword.other", &words(is_other)),
        ],
    });
    serde_json::to_string_pretty(&grammar).expect("JSON") + "\n"
}

fn vim() -> String {
    let mut out = String::from(
        "\" Colours for the language of regulations; made from grammar/vocabulary.txt, held by a test.\n\
         if exists('b:current_syntax') | finish | endif\n\
         syntax iskeyword @,48-57,_,-,192-255\n\
         syntax match reglamentComment '//.*$'\n\
         syntax match reglamentString '\"[^\"]*\"\\?'\n\
         syntax match reglamentArrow '->'\n\
         syntax match reglamentNumber '\\<\\d[0-9.:/#-]*'\n",
    );
    for (group, wanted) in
        [("Structure", is_structure as fn(Keyword) -> bool), ("Unit", is_unit), ("Keyword", is_other)]
    {
        let (several, single): (Vec<&str>, Vec<&str>) = forms(wanted).into_iter().partition(|form| form.contains(' '));
        for line in single.chunks(8) {
            out += &format!("syntax keyword reglament{group} {}\n", line.join(" "));
        }
        for form in several {
            out += &format!("syntax match reglament{group} '\\<{}\\>'\n", form.replace(' ', "\\s\\+"));
        }
    }
    let links = [
        ("Comment", "Comment"),
        ("String", "String"),
        ("Arrow", "Operator"),
        ("Number", "Number"),
        ("Structure", "Statement"),
        ("Unit", "Type"),
        ("Keyword", "Keyword"),
    ];
    for (group, linked) in links {
        out += &format!("highlight default link reglament{group} {linked}\n");
    }
    out + "let b:current_syntax = 'reglament'\n"
}

fn held(path: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var("INSTA_UPDATE").is_ok_and(|it| it == "always") {
        fs::write(&path, text).expect("a file of the tree");
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert!(there == text, "{} is not what the vocabulary makes: INSTA_UPDATE=always writes it", path.display());
}

#[test]
fn the_colours_follow_the_vocabulary() {
    held("editors/vscode/syntaxes/reglament.tmLanguage.json", &textmate());
    held("editors/vim/syntax/reglament.vim", &vim());
}

/// Everything that the extension names is there, and the commands of its menus are its own.
#[test]
fn the_extension_is_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/vscode");
    let package: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("package.json")).expect("a file")).expect("JSON");
    let contributes = &package["contributes"];
    for path in [&contributes["languages"][0]["configuration"], &contributes["grammars"][0]["path"]] {
        assert!(folder.join(path.as_str().expect("a path")).is_file(), "{path}");
    }
    let commands: Vec<&Value> =
        contributes["commands"].as_array().expect("commands").iter().map(|it| &it["command"]).collect();
    for menu in contributes["menus"]["editor/title"].as_array().expect("a menu") {
        assert!(commands.contains(&&menu["command"]));
    }
    let english: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("package.nls.json")).expect("a file")).expect("JSON");
    for language in ["kk", "ru"] {
        let path = folder.join(format!("package.nls.{language}.json"));
        let texts: Value = serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON");
        let keys = |texts: &Value| texts.as_object().expect("texts").keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&texts), keys(&english));
    }
}

/// Every hover and fix, a page a language: to be read in one sitting.
#[test]
fn the_gallery_of_hovers_and_fixes() {
    for language in Language::ALL {
        held(&format!("docs/messages/editor.{}.md", language.tag()), &gallery(language));
    }
}

fn gallery(language: Language) -> String {
    use reglament::diagnostics::Words;
    let words = Words::new(language);
    let mut out = format!("# {}\n\n", words.say("ide-gallery", &[]));
    for keyword in Keyword::ALL {
        let id = format!("ide-word-{}", keyword.id());
        let said = words.say(&id, &[]);
        if said != id {
            out += &format!("- **{}**: {said}\n", keyword.spelling(language));
        }
    }
    out += &format!("\n## {}\n\n", words.say("ide-gallery-limits", &[]));
    for (name, text) in limits() {
        let hover =
            hovered(&format!("{REGULATION}    step give by applicant limit {text} clause 1\n}}\n"), text, &words);
        out += &format!("- `{name}`: {}\n", hover.replace("\n\n", " · "));
    }
    out += &format!("\n## {}\n\n", words.say("ide-gallery-fixes", &[]));
    for (code, titles) in fixes(&words) {
        out += &format!("- `{code}`: {}\n", titles.join("; "));
    }
    out
}

const REGULATION: &str = "regulation town.permit \"x\" {\n}\nprocedure {\n";

fn limits() -> [(&'static str, &'static str); 7] {
    [
        ("15 minutes", "15 minutes"),
        ("10 working days", "10 working days"),
        ("30 calendar days", "30 calendar days"),
        ("1 month", "1 month"),
        ("same day", "same day"),
        ("5 days", "5 days"),
        ("3 working days first-day-counted", "3 working days first-day-counted"),
    ]
}

fn workspace(text: &str) -> (tempfile::TempDir, reglament::pipeline::Workspace) {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let path = folder.path().join("a.reglament");
    fs::write(&path, text).expect("a temporary file");
    let workspace = reglament::pipeline::Workspace::open(&path, Default::default()).expect("it can be read");
    (folder, workspace)
}

fn hovered(text: &str, at: &str, words: &reglament::diagnostics::Words) -> String {
    let (_folder, workspace) = workspace(text);
    let file = workspace.files()[0].ast.id;
    let offset = text.find(at).expect("it is there") + 1;
    reglament::ide::hover(&workspace, file, offset, words).expect("there is something to say").1
}

/// The fixes of each wrong example, by their code.
fn fixes(words: &reglament::diagnostics::Words) -> Vec<(&'static str, Vec<String>)> {
    let of_code = |code: &reglament::diagnostics::Code| {
        let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/diagnostics/codes").join(code.name());
        let text = fs::read_to_string(example.join("wrong.reglament")).ok()?;
        let (_folder, workspace) = workspace(&text);
        let file = &workspace.files()[0].ast;
        let finding = workspace.findings_in(file.id).iter().find(|finding| finding.code == *code)?;
        let fixes = reglament::ide::fixes(finding, workspace.sources(), file, words);
        let titles: Vec<String> = fixes.into_iter().map(|fix| fix.title).collect();
        (!titles.is_empty()).then(|| (code.name(), titles))
    };
    reglament::diagnostics::Code::ALL.iter().filter_map(of_code).collect()
}
