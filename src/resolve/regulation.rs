//! Regulations: a file with a `regulation` line belongs to it, its block and what else stands at the top of the file.

use super::act::Act;
use super::anchor::event_name;
use super::names::{Declaration, Kind};
use super::said::{all_limits, clauses, date, date_part, label, said, text};
use super::statement::{Statement, names};
use super::{Resolver, whole_file};
use crate::ast::{Line, Part};
use crate::diagnostics::{Code, Finding};
use crate::model::{
    About, ActorId, Event, Expectation, Omission, OrganisationId, Regulation, ResultItem, Said, Saying, StandardId,
};
use crate::source::Span;
use crate::vocabulary::Keyword;
use chrono::NaiveDate;
use std::collections::HashMap;

/// What an act says beside its procedures, in its block or at the top of its file.
const SAYINGS: &[Keyword] = &[
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
    since: Option<NaiveDate>,
    until: Option<NaiveDate>,
    amended: Vec<Event>,
    repealed: Option<Event>,
    listed: Vec<Said<ActorId>>,
    sayings: Vec<Saying>,
    omissions: Vec<Omission>,
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
        let covers = if owns_file { whole_file(file).unwrap_or(statement.span) } else { statement.span };
        let mut own = Own { expects: self.expectations(module, statement, covers), ..Own::default() };
        for part in &statement.parts {
            self.head_part(module, part, &mut own);
        }
        let beside: &[Line] = if owns_file { &file.lines } else { &[] };
        let beside = beside.iter().filter(|line| !declares_or_uses(line));
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
            since: own.since,
            until: own.until,
            amended: own.amended,
            repealed: own.repealed,
            offers: act.offers,
            listed: own.listed,
            requires: act.requires,
            grounds: act.grounds,
            results: act.results,
            form: act.form,
            fee: act.fee,
            procedures,
            sayings: own.sayings,
            readings: act.readings,
            omissions: own.omissions,
            expects: own.expects,
            span: statement.span,
            head: statement.line,
            broken: self.incomplete,
        }
    }

    /// The results that steps and ends may name: the regulation's own, and its standard's.
    fn known_results(&self, act: &Act, standard: Option<StandardId>) -> Vec<ResultItem> {
        let promised = standard.map_or(&[][..], |standard| &self.model[standard].results);
        act.results.iter().chain(promised).cloned().collect()
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
    fn statement_of(&mut self, module: usize, line: &'a Line, covers: Span, act: &mut Act, own: &mut Own<'a>) {
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
            Keyword::Effective => {
                own.since = date_part(&said, Keyword::Since).or(own.since);
                own.until = date_part(&said, Keyword::Until).or(own.until);
                if said.has(Keyword::Limit) {
                    let saying = self.saying(module, &said);
                    own.sayings.push(saying);
                }
            }
            Keyword::Amended => own.amended.extend(event(&said)),
            Keyword::Repealed => own.repealed = event(&said),
            Keyword::Listed => {
                for name in names(said.head) {
                    let actor = self.find(module, Kind::Actor, name).map(ActorId);
                    own.listed.extend(actor.map(|actor| self::said(actor, &said, name.span)));
                }
            }
            Keyword::Omits => {
                own.omissions.push(Omission { clauses: clauses(&said), why: label(&said), span: said.line });
            }
            Keyword::Procedure => own.procedures.push(said),
            keyword if SAYINGS.contains(&keyword) => {
                let saying = self.saying(module, &said);
                own.sayings.push(saying);
                for line in &said.children {
                    if let Some(inner) = Statement::read(line) {
                        let saying = self.saying(module, &inner);
                        own.sayings.push(saying);
                    }
                }
            }
            _ => {
                self.act_statement(module, &said, act);
            }
        }
    }

    /// A limit that the act states and that is not a step of a channel.
    fn saying(&mut self, module: usize, statement: &Statement<'a>) -> Saying {
        let by = statement.one(Keyword::By, &mut self.findings);
        let from = statement.all(Keyword::From).flat_map(names);
        Saying {
            id: statement
                .name()
                .filter(|name| name.keyword.is_none())
                .map(|name| name.text.clone())
                .unwrap_or_default(),
            about: about(statement.keyword),
            label: label(statement),
            actor: by.and_then(|part| self.actor(module, part)),
            limits: all_limits(statement),
            from: from.map(event_name).collect(),
            channels: self.channels_of(module, statement),
            clauses: clauses(statement),
            span: statement.line,
        }
    }
}

/// Whether a line at the top of a file is there for the project, and not for the file's regulation.
fn declares_or_uses(line: &Line) -> bool {
    let keyword = line.parts.first().and_then(|part| part.keyword);
    keyword.is_none_or(|(keyword, _)| keyword == Keyword::Use || Kind::declared_by(keyword).is_some())
}

fn about(keyword: Keyword) -> About {
    match keyword {
        Keyword::Complaint => About::Complaint,
        Keyword::Notice => About::Notice,
        Keyword::Refused => About::Refusal,
        Keyword::Extension => About::Extension,
        Keyword::CompletenessCheck => About::CompletenessCheck,
        Keyword::Term => About::Term,
        Keyword::Effective => About::InForce,
        _ => About::Obligation,
    }
}

/// `amended 2016-11-29 "decree 355"`; `None` where the date could not be read.
fn event(statement: &Statement<'_>) -> Option<Event> {
    let date = date(statement.head).or_else(|| statement.parts.iter().find_map(|part| date(part)))?;
    Some(Event { date, by: text(statement.texts()), span: statement.line })
}
