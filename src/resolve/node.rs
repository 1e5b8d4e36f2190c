//! What is said of one node or stage, in one channel.

use super::anchor::{Owner, previous};
use super::channel::Expander;
use super::citation::{Line, Names, apart};
use super::said::{cited, forms, limits, text, text_of};
use super::statement::{Statement, bare_text, is, names};
use crate::ast::{Part, Value};
use crate::diagnostics::{Code, Finding};
use crate::model::{ActorId, Citation, Node, NodeIx, NodeKind, Outcome, Stage, Text};
use crate::source::Span;
use crate::vocabulary::{Keyword, nearest};

impl<'r, 'a> Expander<'r, 'a> {
    /// The node of a statement, not yet connected. Its anchor is looked up when all nodes are known.
    pub(super) fn read_node(&mut self, statement: &Statement<'a>, kind: NodeKind) -> Node {
        let before = std::mem::replace(&mut self.resolver.incomplete, false);
        let ix = NodeIx(self.nodes.len() as u32);
        let limits = self.part(statement, Keyword::Limit).map(limits).unwrap_or_default();
        let actor = self.actor(statement, Keyword::By);
        let hands_to = self.actor(statement, Keyword::To);
        if let Some(part) = self.part(statement, Keyword::From) {
            self.anchors.push((Owner::Node(ix), part));
        }
        let (results, gives) = self.results(statement);
        let names = self.names(statement);
        let form = self.part(statement, Keyword::Form).map(forms).unwrap_or_default();
        let line = Line { limits: &limits, actor, hands_to, names: &names };
        let citations = self.citations(statement, Owner::Node(ix), &line);
        let node = Node {
            id: self.id(statement),
            kind,
            number: self.number(statement),
            label: self.label(statement),
            actor,
            called: names.actor,
            limits,
            anchor: previous(statement.line),
            hands_to,
            to_called: names.recipient,
            results,
            gives,
            form,
            notes: self.parts(statement, Keyword::Note).into_iter().filter_map(text_of).collect(),
            next: Vec::new(),
            branches: Vec::new(),
            citations,
            stage: None,
            span: statement.span,
            head: statement.line,
            broken: statement.broken || self.resolver.incomplete,
        };
        self.resolver.incomplete |= before;
        node
    }

    pub(super) fn read_stage(&mut self, statement: &Statement<'a>) -> Stage {
        let limits = self.part(statement, Keyword::Limit).map(limits).unwrap_or_default();
        if let Some(part) = self.part(statement, Keyword::From) {
            self.anchors.push((Owner::Stage(self.stages.len()), part));
        }
        let (actor, hands_to) = (self.actor(statement, Keyword::By), self.actor(statement, Keyword::To));
        let names = self.names(statement);
        let line = Line { limits: &limits, actor, hands_to, names: &names };
        let citations = self.citations(statement, Owner::Stage(self.stages.len()), &line);
        Stage {
            id: self.id(statement),
            label: self.label(statement),
            actor,
            hands_to,
            limits,
            anchor: previous(statement.line),
            nodes: Vec::new(),
            citations,
            span: statement.span,
            head: statement.line,
        }
    }

    /// The author's name, or one made from the keyword and a number that is the same in every channel.
    fn id(&self, statement: &Statement<'a>) -> String {
        match statement.name() {
            Some(name) => name.text.clone(),
            None if statement.keyword == Keyword::Receipt => Keyword::Receipt.id().to_owned(),
            None => {
                let number = self.outline.numbers.get(&statement.line.start).copied().unwrap_or(1);
                format!("{}-{number}", statement.keyword.id())
            }
        }
    }

    /// By which names the line calls who acts and who receives the file.
    fn names(&mut self, statement: &Statement<'a>) -> Names {
        let holding = self.parts(statement, Keyword::Called);
        let holds = |part: &&Part| !is(part, Keyword::Called) || holding.iter().any(|own| std::ptr::eq(*own, *part));
        Names::read(statement.parts.iter().copied().filter(holds))
    }

    /// The act's own number.
    fn number(&mut self, statement: &Statement<'a>) -> Option<(u32, Span)> {
        let part = self.part(statement, Keyword::Number)?;
        match part.value {
            Value::Number(number) => Some((number, part.span)),
            _ => None,
        }
    }

    fn label(&mut self, statement: &Statement<'a>) -> Text {
        let texts = statement.parts.iter().copied().filter(|part| bare_text(part).is_some()).collect();
        text(self.holding(texts).into_iter().filter_map(bare_text))
    }

    fn actor(&mut self, statement: &Statement<'a>, keyword: Keyword) -> Option<ActorId> {
        let part = self.part(statement, keyword)?;
        self.resolver.actor(self.module, part)
    }

    /// Results in the author's words, and the declared ones by name.
    fn results(&mut self, statement: &Statement<'a>) -> (Vec<Text>, Vec<String>) {
        let parts = self.parts(statement, Keyword::Result);
        let texts = parts.iter().filter_map(|part| text_of(part)).collect();
        let mut gives = Vec::new();
        for name in parts.iter().flat_map(|part| names(part)) {
            if self.results.iter().any(|result| result.id == name.text) {
                gives.push(name.text.clone());
                continue;
            }
            let known = self.results.iter().map(|result| result.id.as_str());
            let suggestion = nearest(&name.text, known).unwrap_or("none");
            self.report(
                Finding::new(Code::UnknownName, name.span)
                    .arg("name", name.text.as_str())
                    .arg("kind", Keyword::Result)
                    .arg("suggestion", suggestion),
            );
        }
        (texts, gives)
    }

    pub(super) fn outcome(&mut self, statement: &Statement<'a>) -> Outcome {
        let said = [
            (Keyword::Granted, Outcome::Granted),
            (Keyword::Refused, Outcome::Refused),
            (Keyword::Returned, Outcome::Returned),
        ];
        let own = statement.name().and_then(|name| name.keyword);
        let found = said.iter().find(|(keyword, _)| statement.has(*keyword) || own == Some(*keyword));
        if let Some((_, outcome)) = found {
            return *outcome;
        }
        if !statement.broken {
            self.report(Finding::new(Code::EndWithoutOutcome, statement.line));
        }
        Outcome::Granted
    }

    /// The clauses that state a node or a stage.
    fn citations(&mut self, statement: &Statement<'a>, of: Owner, line: &Line<'_>) -> Vec<Citation> {
        let mut citations = Vec::new();
        for clause in self.parts(statement, Keyword::Clause).into_iter().flat_map(cited) {
            if let Some(part) = apart(clause).find(|part| is(part, Keyword::From)) {
                let place = citations.len();
                let owner = match of {
                    Owner::Stage(stage) => Owner::OfStage(stage, place),
                    Owner::Node(node) | Owner::Citation(node, _) => Owner::Citation(node, place),
                    Owner::OfStage(stage, _) => Owner::OfStage(stage, place),
                };
                self.anchors.push((owner, part));
            }
            citations.push(self.resolver.citation(self.module, clause, line));
        }
        citations
    }
}
