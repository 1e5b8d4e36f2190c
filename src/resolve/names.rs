//! Who declares what, and what a name means in a file.
//!
//! A file sees what it declares itself and what the files it uses directly declare. A name may be qualified by the end
//! of its file's name: `land.clerk` is `clerk` of `actors.land`. Things of different kinds may share a name.

use super::module::Module;
use super::said::date;
use super::statement::{Statement, is};
use crate::ast::{Line, Name, Part};
use crate::diagnostics::{Code, Finding};
use crate::source::{FileId, Span};
use crate::vocabulary::{Keyword, look_alike, nearest};
use std::collections::HashMap;

/// A kind of thing that has a name, by the keyword that declares it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Kind {
    Organisation,
    Schedule,
    Actor,
    Channel,
    Fact,
    Document,
    Body,
    Standard,
    Regulation,
}

impl Kind {
    const ALL: [Kind; 9] = [
        Kind::Organisation,
        Kind::Schedule,
        Kind::Actor,
        Kind::Channel,
        Kind::Fact,
        Kind::Document,
        Kind::Body,
        Kind::Standard,
        Kind::Regulation,
    ];

    pub(super) fn keyword(self) -> Keyword {
        match self {
            Kind::Organisation => Keyword::Organisation,
            Kind::Schedule => Keyword::Schedule,
            Kind::Actor => Keyword::Actor,
            Kind::Channel => Keyword::Channel,
            Kind::Fact => Keyword::Fact,
            Kind::Document => Keyword::Document,
            Kind::Body => Keyword::Body,
            Kind::Standard => Keyword::Standard,
            Kind::Regulation => Keyword::Regulation,
        }
    }

    pub(super) fn declared_by(keyword: Keyword) -> Option<Kind> {
        match keyword {
            Keyword::System => Some(Kind::Actor),
            _ => Kind::ALL.into_iter().find(|kind| kind.keyword() == keyword),
        }
    }

    /// An act has its name for the whole project, whatever file it stands in.
    fn project_wide(self) -> bool {
        matches!(self, Kind::Standard | Kind::Regulation)
    }
}

/// A thing declared on a line.
#[derive(Clone, Copy)]
pub(super) struct Declaration<'a> {
    pub kind: Kind,
    pub name: &'a Name,
    pub module: usize,
    pub line: &'a Line,
    /// Its place in the model's list of its kind.
    pub id: u32,
}

/// All declarations of a project.
#[derive(Default)]
pub(super) struct Names<'a> {
    pub declarations: Vec<Declaration<'a>>,
    here: HashMap<(usize, Kind, &'a str), usize>,
    anywhere: HashMap<(Kind, &'a str), Vec<usize>>,
    of_module: HashMap<usize, Vec<usize>>,
    /// What modules declare that are not among these.
    others: &'a [Elsewhere],
}

/// A declaration in a file of the project that is out of sight.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Elsewhere {
    kind: Kind,
    name: String,
    module: String,
    span: Span,
}

impl Elsewhere {
    /// The file that it stands in.
    pub fn file(&self) -> FileId {
        self.span.file
    }
}

/// What a module declares, acts left aside: what to tell whoever looks for it without using the module.
pub fn elsewhere(module: &Module<'_>) -> Vec<Elsewhere> {
    let declared = module.file.lines.iter().filter_map(declared).filter(|(kind, _)| !kind.project_wide());
    let found = |(kind, name): (Kind, &Name)| Elsewhere {
        kind,
        name: name.text.clone(),
        module: module.name.clone(),
        span: name.span,
    };
    declared.map(found).collect()
}

impl<'a> Names<'a> {
    /// Notes every declaration; the second of one name is a finding, and the first holds. Versions of one act are no
    /// second ones.
    pub(super) fn collect(modules: &[Module<'a>], others: &'a [Elsewhere], findings: &mut Vec<Finding>) -> Names<'a> {
        let mut names = Names { others, ..Names::default() };
        let mut next = HashMap::from([(Kind::Actor, 1)]);
        let mut undated = HashMap::new();
        for (module, Module { file, .. }) in modules.iter().enumerate() {
            for line in &file.lines {
                let Some((kind, name)) = declared(line) else { continue };
                let twin = match kind.project_wide() {
                    // Versions of one act share its name; at most one of them may leave its dates open.
                    true if dated(line) => None,
                    true => undated.insert((kind, &name.text), name.span),
                    false => names.here.get(&(module, kind, &*name.text)).map(|ix| names.declarations[*ix].name.span),
                };
                if let Some(first) = twin {
                    findings.push(
                        Finding::new(Code::DuplicateName, name.span)
                            .arg("name", name.text.as_str())
                            .also(first, "label-first"),
                    );
                    continue;
                }
                let id = next.entry(kind).or_insert(0);
                names.add(Declaration { kind, name, module, line, id: *id });
                *id += 1;
            }
        }
        names
    }

    fn add(&mut self, declaration: Declaration<'a>) {
        let ix = self.declarations.len();
        let Declaration { kind, name, module, .. } = declaration;
        self.here.entry((module, kind, &name.text)).or_insert(ix);
        self.anywhere.entry((kind, &name.text)).or_default().push(ix);
        self.of_module.entry(module).or_default().push(ix);
        self.declarations.push(declaration);
    }

    /// What `name` means as a `kind` in `module`: its place in the model's list, or the finding that says why not;
    /// neither where something else is already known to be wrong.
    pub(super) fn find(
        &self,
        modules: &[Module<'a>],
        module: usize,
        kind: Kind,
        name: &Name,
    ) -> Result<u32, Option<Box<Finding>>> {
        if kind == Kind::Actor && name.keyword == Some(Keyword::Applicant) {
            return Ok(0);
        }
        let scope = scope(modules, module);
        let found = self.seen_from(modules, &scope, kind, &name.text);
        match found.as_slice() {
            [one] => Ok(self.declarations[*one].id),
            [] => Err(self.why_unknown(modules, &scope, kind, name).map(Box::new)),
            [first, ..] if self.declarations[*first].module == module => Ok(self.declarations[*first].id),
            [first, rest @ ..] if kind.project_wide() && rest.iter().all(|ix| self.are_versions(*first, *ix)) => {
                Ok(self.declarations[*first].id)
            }
            many => Err(Some(Box::new(self.ambiguous(modules, many, name)))),
        }
    }

    fn are_versions(&self, one: usize, other: usize) -> bool {
        self.declarations[one].name.text == self.declarations[other].name.text
    }

    /// The declarations that `text` may mean, those of the file itself first.
    fn seen_from(&self, modules: &[Module<'a>], scope: &[usize], kind: Kind, text: &str) -> Vec<usize> {
        let mut found: Vec<usize> =
            scope.iter().filter_map(|module| self.here.get(&(*module, kind, text)).copied()).collect();
        if found.is_empty() {
            for (at, _) in text.match_indices('.') {
                let (prefix, rest) = (&text[..at], &text[at + 1..]);
                let named = scope.iter().filter(|module| ends_with(&modules[**module].name, prefix));
                found.extend(named.filter_map(|module| self.here.get(&(*module, kind, rest)).copied()));
            }
        }
        found
    }

    fn ambiguous(&self, modules: &[Module<'a>], many: &[usize], name: &Name) -> Finding {
        let places: Vec<&Declaration> = many.iter().map(|ix| &self.declarations[*ix]).collect();
        let listed: Vec<String> = places
            .iter()
            .map(|place| format!("{}.{}", last_segment(&modules[place.module].name), place.name.text))
            .collect();
        let mut finding = Finding::new(Code::AmbiguousName, name.span)
            .arg("name", name.text.as_str())
            .arg("first", listed[0].clone())
            .arg("names", listed);
        for place in places {
            finding = finding.also(place.name.span, "label-declared");
        }
        finding
    }

    fn why_unknown(&self, modules: &[Module<'a>], scope: &[usize], kind: Kind, name: &Name) -> Option<Finding> {
        if let Some(finding) = self.other_kind(modules, scope, kind, name) {
            return Some(finding);
        }
        if let Some((module, declared)) = self.elsewhere(modules, scope, kind, &name.text) {
            return Some(
                Finding::new(Code::NameNotImported, name.span)
                    .arg("name", name.text.as_str())
                    .arg("module", module)
                    .also(declared, "label-declared"),
            );
        }
        // It may well be declared in the file that could not be found, or on the line that could not be read.
        let missing = modules[scope[0]].imports.iter().any(|import| import.module.is_none());
        if missing || scope.iter().any(|module| modules[*module].lost.contains(&name.text)) {
            return None;
        }
        let finding =
            Finding::new(Code::UnknownName, name.span).arg("name", name.text.as_str()).arg("kind", kind.keyword());
        let meant = self.suggestion(scope, kind, &name.text);
        if meant.is_some_and(|meant| is_told_by_its_letters(&name.text, &meant.name.text)) {
            return None;
        }
        Some(match meant {
            None => finding.arg("suggestion", "none"),
            Some(known) => finding.arg("suggestion", known.name.text.as_str()).also(known.name.span, "label-meant"),
        })
    }

    fn other_kind(&self, modules: &[Module<'a>], scope: &[usize], kind: Kind, name: &Name) -> Option<Finding> {
        let other = Kind::ALL
            .into_iter()
            .filter(|other| *other != kind)
            .find_map(|other| self.seen_from(modules, scope, other, &name.text).first().copied())?;
        let other = &self.declarations[other];
        Some(
            Finding::new(Code::WrongKind, name.span)
                .arg("name", name.text.as_str())
                .arg("kind", kind.keyword())
                .arg("other", other.kind.keyword())
                .also(other.name.span, "label-declared"),
        )
    }

    /// A declaration out of sight, by its plain or else its qualified name: the module that has it, and where.
    fn elsewhere<'n>(
        &'n self,
        modules: &'n [Module<'a>],
        scope: &'n [usize],
        kind: Kind,
        text: &'n str,
    ) -> Option<(&'n str, Span)> {
        let plain = self.out_of_sight(modules, scope, kind, text).min_by_key(|(_, at)| at.file);
        let qualified = || {
            text.match_indices('.').find_map(|(at, _)| {
                let (prefix, rest) = (&text[..at], &text[at + 1..]);
                let all = self.out_of_sight(modules, scope, kind, rest);
                all.filter(|(module, _)| ends_with(module, prefix)).min_by_key(|(_, at)| at.file)
            })
        };
        plain.or_else(qualified)
    }

    fn out_of_sight<'n>(
        &'n self,
        modules: &'n [Module<'a>],
        scope: &'n [usize],
        kind: Kind,
        text: &'n str,
    ) -> impl Iterator<Item = (&'n str, Span)> {
        let here = self.anywhere.get(&(kind, text)).into_iter().flatten().map(|ix| &self.declarations[*ix]);
        let here = here.filter(|declared| !scope.contains(&declared.module));
        let here = here.map(|declared| (modules[declared.module].name.as_str(), declared.name.span));
        let others = self.others.iter().filter(move |it| it.kind == kind && it.name == text);
        here.chain(others.map(|it| (it.module.as_str(), it.span)))
    }

    fn suggestion(&self, scope: &[usize], kind: Kind, text: &str) -> Option<&Declaration<'a>> {
        let seen = || {
            let of_scope = scope.iter().flat_map(|module| self.of_module.get(module).into_iter().flatten());
            of_scope.map(|ix| &self.declarations[*ix]).filter(|declared| declared.kind == kind)
        };
        let meant = nearest(text, seen().map(|declared| declared.name.text.as_str()))?;
        seen().find(|declared| declared.name.text == meant)
    }
}

/// What the line declares. A line too broken to be read further still declares its name.
fn declared(line: &Line) -> Option<(Kind, &Name)> {
    let (keyword, _) = line.parts.first()?.keyword?;
    Some((Kind::declared_by(keyword)?, Statement::name_of(line)?))
}

/// Whether an act says from when or until when it is in force.
fn dated(line: &Line) -> bool {
    let lines = line.block.as_ref().map_or(&[][..], |block| &block.lines);
    lines.iter().any(|line| {
        let has = |keyword| line.parts.iter().any(|part| is(part, keyword) && date(part).is_some());
        let event = |part: &Part| date(part).is_some();
        match line.parts.first().and_then(|part| part.keyword) {
            Some((Keyword::Effective, _)) => has(Keyword::Since) || has(Keyword::Until),
            Some((Keyword::Repealed, _)) => line.parts.iter().any(event),
            _ => false,
        }
    })
}

/// Whether the name is the other one with letters of another alphabet among its own: then the parser said so already.
fn is_told_by_its_letters(name: &str, other: &str) -> bool {
    let latin = name.contains(|letter: char| letter.is_ascii_alphabetic());
    let cyrillic = name.contains(|letter| matches!(letter, '\u{400}'..='\u{52f}'));
    latin && cyrillic && look_alike(name, other)
}

/// The modules whose names are seen: the file itself, then those it uses, each once.
fn scope(modules: &[Module<'_>], module: usize) -> Vec<usize> {
    let mut scope = vec![module];
    for import in modules[module].imports.iter().filter_map(|import| import.module) {
        if !scope.contains(&import) {
            scope.push(import);
        }
    }
    scope
}

fn ends_with(module: &str, suffix: &str) -> bool {
    module == suffix || module.strip_suffix(suffix).is_some_and(|rest| rest.ends_with('.'))
}

fn last_segment(module: &str) -> &str {
    module.rsplit('.').next().unwrap_or(module)
}
