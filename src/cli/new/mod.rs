//! `reglament new`: a project, a standard or a regulation to begin with, that passes `check` and teaches by its remarks.
//!
//! The templates are written once a language, in the English vocabulary, and turned into the one that was asked for.

use super::{Exit, Lang, Session, duration, output, projects};
use crate::pipeline::{self, Formatted};
use crate::source::PROJECT_FILE;
use crate::time::{Duration, Unit};
use crate::vocabulary::Language;
use clap::{Args, ValueEnum};
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct NewArgs {
    #[arg(value_enum)]
    kind: Kind,
    /// A project's folder, or the id of an act: `town.fence`.
    name: String,
    #[arg(long)]
    title: Option<String>,
    #[arg(long)]
    organisation: Option<String>,
    #[arg(long)]
    term: Option<String>,
    #[arg(long)]
    implements: Option<String>,
    #[arg(long, value_enum)]
    vocabulary: Option<Lang>,
    #[arg(long)]
    project: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Kind {
    Project,
    Standard,
    Regulation,
}

pub fn run(args: &NewArgs, session: &mut Session) -> Exit {
    let language = args.vocabulary.map_or(session.language, Language::from);
    let Some(answers) = answers(args, language, session) else { return Exit::Usage };
    let files = match args.kind {
        Kind::Project => project(args, &answers, language),
        Kind::Standard => standard(args, &answers, language, session),
        Kind::Regulation => regulation(args, &answers, language, session),
    };
    let Some(files) = files else { return Exit::Usage };
    // Nothing that is there is written over, and nothing is half begun.
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        session.complain("new-exists", &[("path", path.display().to_string().into())]);
        return Exit::Usage;
    }
    for (path, text) in files {
        let shown = path.display().to_string();
        if let Some(folder) = path.parent()
            && let Err(error) = std::fs::create_dir_all(folder)
        {
            session.complain("file-not-written", &[("path", shown.into()), ("why", error.to_string().into())]);
            return Exit::Usage;
        }
        if !output::write(&path, &text, session) {
            return Exit::Usage;
        }
        let line = session.words().say("fmt-written", &[("path", shown.into())]);
        session.line(&line);
    }
    let next = session.words().say("new-next", &[]);
    session.line(&next);
    Exit::Clean
}

struct Answers {
    title: String,
    organisation: String,
    term: String,
}

/// What was given, else what is answered on a terminal, else words that wait to be replaced.
fn answers(args: &NewArgs, language: Language, session: &mut Session) -> Option<Answers> {
    let usual = crate::diagnostics::Words::new(language);
    let ask = |given: &Option<String>, id: &str, default: String| match given {
        Some(given) => given.clone(),
        None if session.interactive => asked(&session.words().say(&format!("new-ask-{id}"), &[]), default),
        None => default,
    };
    let title = ask(&args.title, "title", usual.say("new-title", &[]));
    let organisation = match args.kind {
        Kind::Standard => String::new(),
        _ => ask(&args.organisation, "organisation", usual.say("new-organisation", &[])),
    };
    let days = usual.duration(Duration::new(10, Unit::WorkingDay));
    let term = match args.kind {
        Kind::Regulation => days,
        _ => ask(&args.term, "term", days),
    };
    let Some(term) = duration::parse(&term) else {
        session.complain("prove-no-duration", &[("given", term.into())]);
        return None;
    };
    let term = crate::diagnostics::Words::new(Language::En).duration(term);
    Some(Answers { title: quoted(&title), organisation: quoted(&organisation), term })
}

/// A text cannot hold the quotation mark that ends it, nor a line break.
fn quoted(text: &str) -> String {
    text.replace(['"', '\\'], "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn asked(question: &str, default: String) -> String {
    let _ = write!(std::io::stderr(), "{question} [{default}]: ");
    let _ = std::io::stderr().flush();
    let mut line = String::new();
    match std::io::stdin().read_line(&mut line) {
        Ok(_) if !line.trim().is_empty() => line.trim().to_owned(),
        _ => default,
    }
}

type Files = Vec<(PathBuf, String)>;

fn project(args: &NewArgs, answers: &Answers, language: Language) -> Option<Files> {
    let folder = Path::new(&args.name);
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let [office, standard, regulation] = templates(language);
    let own = |text: &str| {
        filled(text, answers, "order.service", "office.service", "use office\nuse standards.service", language)
    };
    Some(vec![
        (folder.join(PROJECT_FILE), settings(&name, language)),
        (folder.join("office.reglament"), own(office)),
        (folder.join("standards").join("service.reglament"), own(standard)),
        (folder.join("services").join("service.reglament"), own(regulation)),
    ])
}

fn settings(name: &str, language: Language) -> String {
    let name: String = name.chars().filter(|c| !matches!(c, '"' | '\\') && !c.is_control()).collect();
    format!("name = \"{name}\"\nlanguages = [\"{}\"]\ncalendar = \"kz\"\n", language.tag())
}

fn standard(args: &NewArgs, answers: &Answers, language: Language, session: &mut Session) -> Option<Files> {
    let root = root(args, session)?;
    let path = path_of(&args.name, session)?;
    let [_, standard, _] = templates(language);
    let text = filled(standard, answers, &args.name, "", "", language);
    Some(vec![(root.join(path), text)])
}

/// Beside a standard that the project has; what the regulation needs besides, it declares itself.
fn regulation(args: &NewArgs, answers: &Answers, language: Language, session: &mut Session) -> Option<Files> {
    let root = root(args, session)?;
    let path = path_of(&args.name, session)?;
    let checked = pipeline::understand(projects::load(std::slice::from_ref(&root), session)?.into_iter().next()?);
    let known: Vec<String> = checked.model.standards.iter().map(|it| it.id.clone()).collect();
    let wanted = args.implements.clone().or_else(|| (known.len() == 1).then(|| known[0].clone()));
    let found = wanted.as_ref().and_then(|id| checked.model.standards.iter().find(|it| it.id == *id));
    let Some(found) = found else {
        let given = wanted.unwrap_or_else(|| "none".to_owned());
        session.complain("new-which-standard", &[("given", given.into()), ("known", known.into())]);
        return None;
    };
    let files = checked.files_in_project();
    let file = files.get(found.span.file.0 as usize).cloned().unwrap_or_default();
    let module = file.trim_end_matches(".reglament").replace('/', ".");
    let module = if module.contains(' ') { format!("\"{file}\"") } else { module };
    let [office, _, regulation] = templates(language);
    let text = format!("use {module}\n\n{office}\n{regulation}");
    let text = text.replace("{uses}\n\n", "");
    let id = found.id.clone();
    Some(vec![(root.join(path), filled(&text, answers, &id, &args.name, "", language))])
}

fn root(args: &NewArgs, session: &mut Session) -> Option<PathBuf> {
    match &args.project {
        Some(path) => Some(path.clone()),
        None => projects::default_project(session),
    }
}

/// The file of an act: `town.fence` stands in `town/fence.reglament`.
fn path_of(id: &str, session: &mut Session) -> Option<PathBuf> {
    let of_name = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let parts: Vec<&str> = id.split('.').collect();
    if parts.len() < 2 || !parts.iter().all(|part| of_name(part)) {
        session.complain("new-bad-id", &[("id", id.into())]);
        return None;
    }
    Some(parts.iter().collect::<PathBuf>().with_extension("reglament"))
}

fn filled(text: &str, answers: &Answers, standard: &str, regulation: &str, uses: &str, language: Language) -> String {
    let text = text
        .replace("{uses}", uses)
        .replace("{standard}", standard)
        .replace("{regulation}", regulation)
        .replace("{title}", &answers.title)
        .replace("{organisation}", &answers.organisation)
        .replace("{term}", &answers.term);
    match pipeline::format(&text, Some(language)) {
        Formatted::Whole(text) => text,
        // A template that cannot be turned is still a text that can be read.
        _ => text,
    }
}

/// The office, the standard and the regulation, with remarks in a language.
fn templates(language: Language) -> [&'static str; 3] {
    match language {
        Language::Kk => {
            [include_str!("kk/office.txt"), include_str!("kk/standard.txt"), include_str!("kk/regulation.txt")]
        }
        Language::Ru => {
            [include_str!("ru/office.txt"), include_str!("ru/standard.txt"), include_str!("ru/regulation.txt")]
        }
        Language::En => {
            [include_str!("en/office.txt"), include_str!("en/standard.txt"), include_str!("en/regulation.txt")]
        }
    }
}
