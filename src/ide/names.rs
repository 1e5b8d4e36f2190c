//! Every name in a file, what kind of thing it names, and where that is declared and used: also in other files.

use super::{loaded, place};
use crate::ast::{self, Condition, Line, Name, Part, Value};
use crate::pipeline::Workspace;
use crate::source::{FileId, Span};
use crate::vocabulary::{Keyword, word};

/// What a name names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Thing {
    Module,
    Organisation,
    Schedule,
    Actor,
    Channel,
    Fact,
    Document,
    Body,
    Standard,
    Regulation,
    /// A step, a choice, a wait, a stage, an end.
    Node,
    /// A declared result of a service.
    Result,
    Ground,
    /// An obligation, a notice, an extension and so on.
    Saying,
}

impl Thing {
    /// Seen only in the file that declares it.
    fn is_local(self) -> bool {
        matches!(self, Thing::Node | Thing::Result | Thing::Ground | Thing::Saying)
    }

    /// Seen in the whole project.
    fn is_project_wide(self) -> bool {
        matches!(self, Thing::Standard | Thing::Regulation)
    }
}

/// A name as it stands in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Occurrence {
    pub thing: Thing,
    pub name: String,
    pub span: Span,
    pub declares: bool,
    /// Of a declaration: the whole line.
    pub line: Span,
}

/// Every name of the file, in the order of the text.
pub fn occurrences(file: &ast::File) -> Vec<Occurrence> {
    let mut found = Vec::new();
    lines(&file.lines, true, &mut found);
    found.sort_by_key(|it| it.span.start);
    found
}

fn lines(all: &[Line], top: bool, found: &mut Vec<Occurrence>) {
    for line in all {
        for (at, part) in line.parts.iter().enumerate() {
            of_part(part, at == 0, top, line, found);
        }
        if let Some(block) = &line.block {
            lines(&block.lines, false, found);
        }
    }
}

fn of_part(part: &Part, head: bool, top: bool, line: &Line, found: &mut Vec<Occurrence>) {
    let keyword = part.keyword.map(|(keyword, _)| keyword);
    let mut add = |thing: Thing, name: &Name, declares: bool| {
        if name.keyword.is_none() && !name.text.is_empty() {
            let (name, span) = (name.text.clone(), name.span);
            found.push(Occurrence { thing, name, span, declares, line: line.span });
        }
    };
    part.via.iter().for_each(|name| add(Thing::Channel, name, false));
    match &part.value {
        Value::Arrow(name) => add(Thing::Node, name, false),
        Value::Events(names) => names.iter().for_each(|name| add(Thing::Node, name, false)),
        Value::Condition(condition) => facts(condition, &mut |name| add(Thing::Fact, name, false)),
        Value::Name(name) => {
            if let Some((thing, declares)) = keyword.and_then(|keyword| named(keyword, head, top)) {
                add(thing, name, declares);
            }
        }
        Value::Names(names) => {
            if let Some((thing, declares)) = keyword.and_then(|keyword| named(keyword, head, top)) {
                names.iter().for_each(|name| add(thing, name, declares));
            }
        }
        Value::Clauses(clauses) => {
            for says in clauses.iter().filter_map(|clause| clause.says.as_ref()) {
                says.iter().for_each(|part| of_part(part, false, false, line, found));
            }
        }
        _ => {}
    }
}

/// What the name behind a keyword names, and whether it is declared there.
fn named(keyword: Keyword, head: bool, top: bool) -> Option<(Thing, bool)> {
    use Keyword as K;
    let declares = head && top;
    Some(match keyword {
        K::Use => (Thing::Module, false),
        K::Organisation => (Thing::Organisation, declares),
        K::Schedule => (Thing::Schedule, declares),
        K::Actor | K::System => (Thing::Actor, true),
        K::By | K::To | K::Listed => (Thing::Actor, false),
        K::Channel => (Thing::Channel, true),
        K::Via | K::Only | K::Except | K::Offers => (Thing::Channel, false),
        K::Fact => (Thing::Fact, true),
        K::Document => (Thing::Document, true),
        K::Requires | K::Obtains => (Thing::Document, false),
        K::Body => (Thing::Body, declares),
        K::Successor => (Thing::Body, false),
        K::Standard => (Thing::Standard, true),
        K::Implements => (Thing::Standard, false),
        K::Regulation => (Thing::Regulation, true),
        K::Step | K::Stage | K::Choice | K::Parallel | K::Wait | K::End | K::Receipt => (Thing::Node, true),
        K::Result => (Thing::Result, head),
        K::Ground => (Thing::Ground, true),
        K::Obligation | K::Complaint | K::Notice | K::Refused | K::Extension | K::Term | K::CompletenessCheck
            if head =>
        {
            (Thing::Saying, true)
        }
        _ => return None,
    })
}

fn facts(condition: &Condition, visit: &mut impl FnMut(&Name)) {
    match condition {
        Condition::Is { fact, .. } => visit(fact),
        Condition::Not(inner, _) => facts(inner, visit),
        Condition::And(all) | Condition::Or(all) => all.iter().for_each(|one| facts(one, visit)),
    }
}

/// The name that stands at an offset, its end included.
pub fn at(workspace: &Workspace, file: FileId, offset: usize) -> Option<Occurrence> {
    let all = occurrences(&loaded(workspace, file)?.ast);
    all.into_iter().find(|it| (it.span.start as usize..=it.span.end as usize).contains(&offset))
}

/// Where the thing is declared: in the file itself, else in the files it uses, else, for an act, anywhere.
pub fn definitions(workspace: &Workspace, from: FileId, of: &Occurrence) -> Vec<Occurrence> {
    let Some(home) = place(workspace, from) else { return Vec::new() };
    let files = workspace.files();
    if of.thing == Thing::Module {
        let imports = files[home].imports.iter().filter_map(|import| import.module);
        let named = imports.filter(|ix| ends_with(&files[*ix].module, &of.name.replace(['/', '\\'], ".")));
        let top = |ix: usize| {
            let span = Span::new(files[ix].ast.id, 0, 0);
            Occurrence { thing: Thing::Module, name: files[ix].module.clone(), span, declares: true, line: span }
        };
        return named.map(top).collect();
    }
    let own = declared_in(workspace, home, of, &of.name);
    if !own.is_empty() || of.thing.is_local() {
        return own;
    }
    let seen: Vec<usize> = match of.thing.is_project_wide() {
        true => (0..files.len()).collect(),
        false => files[home].imports.iter().filter_map(|import| import.module).collect(),
    };
    let plain: Vec<Occurrence> = seen.iter().flat_map(|ix| declared_in(workspace, *ix, of, &of.name)).collect();
    if !plain.is_empty() {
        return plain;
    }
    // `land.clerk` is `clerk` of a module that ends in `land`.
    let cuts = of.name.match_indices('.').map(|(at, _)| (&of.name[..at], &of.name[at + 1..]));
    cuts.flat_map(|(prefix, rest)| {
        let named = seen.iter().filter(move |ix| ends_with(&files[**ix].module, prefix));
        named.flat_map(move |ix| declared_in(workspace, *ix, of, rest)).collect::<Vec<_>>()
    })
    .collect()
}

fn declared_in(workspace: &Workspace, file: usize, of: &Occurrence, name: &str) -> Vec<Occurrence> {
    let all = occurrences(&workspace.files()[file].ast);
    all.into_iter().filter(|it| it.declares && it.thing == of.thing && it.name == name).collect()
}

fn ends_with(module: &str, suffix: &str) -> bool {
    module == suffix || module.strip_suffix(suffix).is_some_and(|rest| rest.ends_with('.'))
}

/// Every place that names the thing, its declarations included, in the order of the files.
pub fn references(workspace: &Workspace, from: FileId, of: &Occurrence) -> Vec<Occurrence> {
    let declared = definitions(workspace, from, of);
    let Some(first) = declared.first() else {
        return here(workspace, from, of);
    };
    let short = first.name.as_str();
    let mut found = Vec::new();
    for file in workspace.files() {
        if of.thing.is_local() && file.ast.id != from {
            continue;
        }
        let text = workspace.sources().text(file.ast.id);
        if of.thing != Thing::Module && !text.contains(short) {
            continue;
        }
        let same =
            |it: &Occurrence| it.thing == of.thing && (it.name == short || it.name.ends_with(&format!(".{short}")));
        for it in occurrences(&file.ast).into_iter().filter(same) {
            let means = definitions(workspace, file.ast.id, &it);
            if means.iter().any(|means| declared.iter().any(|declared| declared.span == means.span)) {
                found.push(it);
            }
        }
    }
    found
}

/// A name that is declared nowhere: the places of its own file.
fn here(workspace: &Workspace, from: FileId, of: &Occurrence) -> Vec<Occurrence> {
    let Some(file) = loaded(workspace, from) else { return Vec::new() };
    let same = |it: &Occurrence| it.thing == of.thing && it.name == of.name;
    occurrences(&file.ast).into_iter().filter(same).collect()
}

/// The places to change, and what is to stand there, for the thing to be called `name`. `None`: that can be no name, or
/// the thing is declared nowhere, or another thing of its kind is called so already.
pub fn renamed(workspace: &Workspace, from: FileId, of: &Occurrence, name: &str) -> Option<Vec<(Span, String)>> {
    let declared = definitions(workspace, from, of);
    let first = declared.first().filter(|_| of.thing != Thing::Module)?;
    if !is_name(name, of.thing.is_project_wide()) || first.name == name {
        return None;
    }
    let home = place(workspace, first.span.file)?;
    if !declared_in(workspace, home, first, name).is_empty() {
        return None;
    }
    let short = first.name.clone();
    let change = |it: Occurrence| {
        let prefix = it.name.strip_suffix(&short).unwrap_or_default();
        (it.span, format!("{prefix}{name}"))
    };
    Some(references(workspace, from, of).into_iter().map(change).collect())
}

/// Letters, digits and hyphens, and no word of the language; an act's name has dots.
fn is_name(name: &str, dotted: bool) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || (dotted && c == '.');
    let starts = name.starts_with(char::is_alphabetic);
    starts && name.chars().all(letter) && word(name).is_none() && !name.ends_with(['.', '-'])
}
