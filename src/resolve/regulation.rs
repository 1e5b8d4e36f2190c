//! Regulations: a file with a `regulation` line belongs to it, its block and what else stands at the top of the file.

use super::act::Act;
use super::citation::{Names, apart};
use super::cited::all_cited;
use super::names::{Declaration, Kind};
use super::said::{cited, clauses, label, reference, said, text_of};
use super::statement::{Statement, names};
use super::{Resolver, whole_file};
use crate::ast::{self, Part};
use crate::diagnostics::{Code, Finding};
use crate::model::{
    Abbreviation, ActorId, Expectation, Mention, Naming, Omission, OrganisationId, Regulation, ResultItem, Said,
    StandardId,
};
use crate::source::Span;
use crate::vocabulary::Keyword;
use std::collections::HashMap;

/// What an act says beside its procedures, in its block or at the top of its file.
pub(super) const SAYINGS: &[Keyword] = &[
    Keyword::Obligation,
    Keyword::Complaint,
    Keyword::Notice,
    Keyword::Refused,
    Keyword::Extension,
    Keyword::CompletenessCheck,
    Keyword::Term,
];

/// What only a regulation says.
#[derive(Default)]
struct Own<'a> {
    standard: Option<StandardId>,
    organisation: Option<OrganisationId>,
    listed: Vec<Said<ActorId>>,
    names: Vec<Naming>,
    omissions: Vec<Omission>,
    abbreviations: Vec<Abbreviation>,
    mentions: Vec<Mention>,
    procedures: Vec<Statement<'a>>,
    expects: Vec<Expectation>,
}

impl<'a> Resolver<'a> {
    pub(super) fn regulations(&mut self) {
        let mut first_of: HashMap<usize, Span> = HashMap::new();
        for declaration in self.names.declarations.clone() {
            if declaration.kind != Kind::Regulation {
                continue;
            }
            let (module, at) = (declaration.module, declaration.name.span);
            if let Some(first) = first_of.get(&module) {
                self.findings.push(Finding::new(Code::SecondRegulation, at).also(*first, "label-first"));
            }
            let owns_file = first_of.insert(module, at).is_none();
            if let Some(statement) = Statement::read(declaration.line) {
                let regulation = self.regulation(&declaration, &statement, owns_file);
                self.model.regulations.push(regulation);
            }
        }
        self.acts.extend(first_of.keys());
        self.ownerless();
    }

    /// Statements of a regulation in a file that has none.
    fn ownerless(&mut self) {
        for (module, read) in self.modules.iter().enumerate() {
            // A regulation may have been meant by a line that could not be read.
            if self.acts.contains(&module) || read.file.broken {
                continue;
            }
            for line in &read.file.lines {
                let Some((keyword, at)) = line.parts.first().and_then(|part| part.keyword) else { continue };
                if keyword == Keyword::Procedure || SAYINGS.contains(&keyword) {
                    self.findings.push(Finding::new(Code::StatementWithoutRegulation, at).arg("statement", keyword));
                }
            }
        }
    }

    fn regulation(&mut self, declaration: &Declaration<'a>, statement: &Statement<'a>, owns_file: bool) -> Regulation {
        let module = declaration.module;
        let file = self.modules[module].file;
        self.incomplete = statement.broken || file.broken;
        let mut act = Act { title: label(statement), ..Act::default() };
        self.act_channels = self.channels_of_act(module, statement, owns_file);
        let covers = if owns_file { whole_file(file).unwrap_or(statement.span) } else { statement.span };
        let mut own = Own { expects: self.expectations(module, statement, covers), ..Own::default() };
        for part in &statement.parts {
            self.head_part(module, part, &mut own);
        }
        let beside: &[ast::Line] = if owns_file { &file.lines } else { &[] };
        let beside = beside.iter().filter(|line| !declares_or_uses(line));
        let cited = all_cited(std::iter::once(declaration.line).chain(beside.clone()), None);
        for line in statement.children.iter().copied().chain(beside) {
            self.statement_of(module, line, covers, &mut act, &mut own);
        }
        let known = self.known_results(&act, own.standard);
        let procedures = self.procedures(module, own.procedures, &known, &mut own.expects);
        own.expects.sort_by_key(|expectation| expectation.span.start);
        Regulation {
            id: declaration.name.text.clone(),
            title: act.title,
            act: act.act,
            source: act.source,
            standard: own.standard,
            organisation: own.organisation,
            since: act.since,
            until: act.until,
            effective: act.effective,
            judged: None,
            amended: act.amended,
            repealed: act.repealed,
            offers: act.offers,
            hours: act.hours,
            listed: own.listed,
            names: own.names,
            requires: act.requires,
            grounds: act.grounds,
            results: act.results,
            form: act.form,
            fee: act.fee,
            procedures,
            sayings: act.sayings,
            abbreviations: own.abbreviations,
            mentions: own.mentions,
            readings: act.readings,
            omissions: own.omissions,
            cited,
            inventory: None,
            expects: own.expects,
            span: statement.span,
            head: statement.line,
            broken: self.incomplete,
        }
    }

    /// The results that steps and ends may name: the regulation's own, and those of any version of its standard.
    fn known_results(&self, act: &Act, standard: Option<StandardId>) -> Vec<ResultItem> {
        let named = standard.map(|standard| &self.model[standard].id);
        let versions = self.model.standards.iter().filter(|it| Some(&it.id) == named);
        act.results.iter().chain(versions.flat_map(|it| &it.results)).cloned().collect()
    }

    /// `implements …` and the like on the line of the regulation itself.
    fn head_part(&mut self, module: usize, part: &Part, own: &mut Own<'a>) {
        let Some((keyword, _)) = part.keyword else { return };
        let Some(name) = names(part).first() else { return };
        match keyword {
            Keyword::Implements => own.standard = self.find(module, Kind::Standard, name).map(StandardId),
            Keyword::Organisation => {
                own.organisation = self.find(module, Kind::Organisation, name).map(OrganisationId);
            }
            _ => {}
        }
    }

    /// One statement, in the block of the regulation or at the top of its file.
    fn statement_of(&mut self, module: usize, line: &'a ast::Line, covers: Span, act: &mut Act, own: &mut Own<'a>) {
        let Some(said) = Statement::read(line) else { return };
        self.incomplete |= said.broken;
        if said.keyword == Keyword::Expect {
            let expected = self.expectation(module, said.head, said.reason(), covers);
            own.expects.extend(expected);
            return;
        }
        if said.keyword != Keyword::Procedure {
            own.expects.append(&mut self.expectations(module, &said, said.span));
        }
        self.own_statement(module, said, act, own);
    }

    fn own_statement(&mut self, module: usize, said: Statement<'a>, act: &mut Act, own: &mut Own<'a>) {
        match said.keyword {
            Keyword::Implements | Keyword::Organisation => self.head_part(module, said.head, own),
            Keyword::Listed => {
                for name in names(said.head) {
                    let Some(actor) = self.find(module, Kind::Actor, name).map(ActorId) else { continue };
                    own.listed.push(self::said(actor, &said, name.span));
                    own.names.append(&mut named(actor, &said, name.span));
                }
            }
            Keyword::Omits => {
                own.omissions.push(Omission { clauses: clauses(&said), why: label(&said), span: said.line });
            }
            Keyword::Abbreviation => {
                let abbreviation = self.abbreviation(module, &said);
                own.abbreviations.extend(abbreviation);
            }
            Keyword::Mentions => {
                let mut mentions = self.mentions(module, &said);
                own.mentions.append(&mut mentions);
            }
            Keyword::Procedure => own.procedures.push(said),
            keyword if SAYINGS.contains(&keyword) => {
                self.sayings(module, &said, &mut act.sayings);
            }
            _ => {
                self.act_statement(module, &said, act);
            }
        }
    }
}

/// The names that the clauses of the list give an actor.
fn named(actor: ActorId, statement: &Statement<'_>, span: Span) -> Vec<Naming> {
    let of_line = statement.all(Keyword::Called).find_map(text_of);
    let cited: Vec<&ast::Clause> = statement.all(Keyword::Clause).flat_map(cited).collect();
    let mut names: Vec<Naming> = Vec::new();
    for clause in &cited {
        if let Some(called) = Names::read(apart(clause)).actor.or_else(|| of_line.clone()) {
            names.push(Naming { actor, called, clause: Some(reference(clause)), span: clause.span });
        }
    }
    if let Some(called) = of_line.filter(|_| cited.is_empty()) {
        names.push(Naming { actor, called, clause: None, span });
    }
    names
}

/// Whether a line at the top of a file is there for the project, and not for the file's regulation.
fn declares_or_uses(line: &ast::Line) -> bool {
    let keyword = line.parts.first().and_then(|part| part.keyword);
    keyword.is_none_or(|(keyword, _)| keyword == Keyword::Use || Kind::declared_by(keyword).is_some())
}
