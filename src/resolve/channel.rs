//! The expansion of a procedure for one channel: which lines belong to it, and where each leads.
//!
//! A line without an arrow leads to the following line that exists in this channel; the last line of a branch leads
//! behind the choice, or to where the parallel branches meet. A part qualified with `via` replaces, in the channels it
//! names, the unqualified parts of the same keyword: `clause 6.1 clause 11.5 via corporation` cites 11.5 alone in the
//! State Corporation's channel and 6.1 in all others.

use super::Resolver;
use super::anchor::Owner;
use super::procedure::Outline;
use super::procedure::each;
use super::said::{cited, reference};
use super::statement::{Statement, is, names, repeated};
use crate::ast::{Line, Name, Part, Value};
use crate::diagnostics::{Code, Finding};
use crate::model::{Branch, ChannelId, Condition, Edge, Node, NodeIx, NodeKind, Procedure, ResultItem, Stage};
use crate::source::Span;
use crate::vocabulary::Keyword;
use std::collections::HashMap;

/// An edge that does not lead anywhere yet.
pub(super) struct Loose {
    pub from: NodeIx,
    pub when: Condition,
    pub otherwise: bool,
    pub span: Span,
}

/// An edge to a name.
pub(super) struct Arrow<'a> {
    pub edge: Loose,
    pub to: &'a Name,
}

pub(super) struct Expander<'r, 'a> {
    pub(super) resolver: &'r mut Resolver<'a>,
    pub(super) module: usize,
    pub(super) channel: ChannelId,
    pub(super) outline: &'r Outline<'a>,
    pub(super) results: &'r [ResultItem],
    pub(super) nodes: Vec<Node>,
    pub(super) stages: Vec<Stage>,
    /// Stages that are open here, the innermost last.
    open: Vec<usize>,
    pub(super) by_name: HashMap<String, NodeIx>,
    pub(super) stage_entry: HashMap<String, NodeIx>,
    /// Where the branches of a parallel node meet.
    pub(super) joins: HashMap<NodeIx, NodeIx>,
    pub(super) receipt: Option<NodeIx>,
    pub(super) arrows: Vec<Arrow<'a>>,
    pub(super) anchors: Vec<(Owner, &'a Part)>,
    /// Which parallel branch each parallel branch lies in; the first is the procedure itself.
    pub(super) around: Vec<usize>,
    region: usize,
    /// The parallel branch that each node lies in.
    pub(super) regions: Vec<usize>,
    /// A line was lost, or an edge: do not conclude from what is missing.
    pub(super) broken: bool,
}

impl<'r, 'a> Expander<'r, 'a> {
    pub(super) fn new(
        resolver: &'r mut Resolver<'a>,
        module: usize,
        channel: ChannelId,
        outline: &'r Outline<'a>,
        results: &'r [ResultItem],
    ) -> Self {
        Expander {
            resolver,
            module,
            channel,
            outline,
            results,
            nodes: Vec::new(),
            stages: Vec::new(),
            open: Vec::new(),
            by_name: HashMap::new(),
            stage_entry: HashMap::new(),
            joins: HashMap::new(),
            receipt: None,
            arrows: Vec::new(),
            anchors: Vec::new(),
            around: vec![0],
            region: 0,
            regions: Vec::new(),
            broken: false,
        }
    }

    pub(super) fn expand(mut self) -> Procedure {
        let statement = &self.outline.statement;
        self.broken |= statement.broken;
        let loose = self.sequence(&statement.children, Vec::new());
        self.broken |= self.nodes.iter().any(|node| node.broken);
        self.ends_nowhere(loose, statement.line);
        self.link();
        self.resolve_anchors();
        self.cut_circles();
        Procedure {
            channel: self.channel,
            entry: (!self.nodes.is_empty()).then_some(NodeIx(0)),
            nodes: self.nodes,
            stages: self.stages,
            span: statement.span,
            head: statement.line,
            broken: self.broken,
        }
    }

    /// A finding about this channel.
    pub(super) fn report(&mut self, finding: Finding) {
        self.broken = true;
        let channel = self.resolver.model[self.channel].id.clone();
        self.resolver.report(finding.channel(channel));
    }

    /// Lines one after the other; what is left loose behind the last.
    fn sequence(&mut self, lines: &[&'a Line], mut loose: Vec<Loose>) -> Vec<Loose> {
        for line in lines {
            let Some(statement) = Statement::read(line) else { continue };
            if self.belongs(&statement) {
                loose = self.item(&statement, loose);
            }
        }
        loose
    }

    fn item(&mut self, statement: &Statement<'a>, loose: Vec<Loose>) -> Vec<Loose> {
        let behind = match statement.keyword {
            Keyword::Stage => self.stage(statement, loose),
            Keyword::Choice => self.choice(statement, loose),
            Keyword::Parallel => self.parallel(statement, loose),
            Keyword::End => return self.end(statement, loose),
            Keyword::Wait => {
                let stops_clock = statement.has(Keyword::StopsClock);
                self.plain(statement, NodeKind::Wait { stops_clock }, loose)
            }
            Keyword::Receipt => {
                let behind = self.plain(statement, NodeKind::Receipt, loose);
                self.receipt = self.receipt.or(Some(self.last()));
                behind
            }
            _ => self.plain(statement, NodeKind::Step, loose),
        };
        self.follow_arrow(statement, behind)
    }

    /// An arrow says where what is loose leads.
    fn follow_arrow(&mut self, statement: &Statement<'a>, behind: Vec<Loose>) -> Vec<Loose> {
        let arrows = statement.parts.iter().copied().filter(|part| matches!(part.value, Value::Arrow(_)));
        let Some(arrow) = self.one(arrows.collect()) else { return behind };
        let Some(to) = names(arrow).first() else { return behind };
        self.arrows.extend(behind.into_iter().map(|edge| Arrow { edge: Loose { span: arrow.span, ..edge }, to }));
        Vec::new()
    }

    fn plain(&mut self, statement: &Statement<'a>, kind: NodeKind, loose: Vec<Loose>) -> Vec<Loose> {
        let node = self.add(statement, kind, loose);
        vec![self.onward(node)]
    }

    fn end(&mut self, statement: &Statement<'a>, loose: Vec<Loose>) -> Vec<Loose> {
        let outcome = self.outcome(statement);
        let end = self.add(statement, NodeKind::End(outcome), loose);
        if self.region != 0 {
            let finding = Finding::new(Code::LeavesParallelBranch, self.nodes[end.0 as usize].head);
            self.report(finding.arg("name", self.nodes[end.0 as usize].id.clone()));
        }
        Vec::new()
    }

    fn stage(&mut self, statement: &Statement<'a>, loose: Vec<Loose>) -> Vec<Loose> {
        let stage = self.read_stage(statement);
        let ix = self.stages.len();
        self.broken |= statement.broken;
        self.stages.push(stage);
        self.open.push(ix);
        let first = self.nodes.len();
        let behind = self.sequence(&statement.children, loose);
        self.open.pop();
        if first < self.nodes.len() {
            self.stage_entry.insert(self.stages[ix].id.clone(), NodeIx(first as u32));
        }
        behind
    }

    fn choice(&mut self, statement: &Statement<'a>, loose: Vec<Loose>) -> Vec<Loose> {
        let choice = self.add(statement, NodeKind::Choice, loose);
        let branches: Vec<Statement<'a>> = statement.children.iter().filter_map(|line| Statement::read(line)).collect();
        let branches: Vec<Statement<'a>> = branches.into_iter().filter(|branch| self.belongs(branch)).collect();
        if branches.is_empty() {
            self.without_branches(statement);
            return vec![self.onward(choice)];
        }
        let whens: Vec<Option<Condition>> = branches.iter().map(|branch| self.asked(branch)).collect();
        let others: Vec<Condition> = whens.iter().flatten().cloned().collect();
        let mut behind = Vec::new();
        for (branch, when) in branches.iter().zip(whens) {
            let otherwise = branch.keyword == Keyword::Otherwise;
            self.broken |= branch.broken;
            let described = self.branch(branch);
            self.nodes[choice.0 as usize].branches.push(described);
            self.nodes[choice.0 as usize].broken |= branch.broken || (!otherwise && when.is_none());
            let when = if otherwise { none_of(&others) } else { when.unwrap_or_default() };
            let edge = Loose { from: choice, when, otherwise, span: branch.line };
            let inner = self.sequence(&branch.children, vec![edge]);
            behind.append(&mut self.follow_arrow(branch, inner));
        }
        behind
    }

    /// Which clauses describe a branch.
    fn branch(&mut self, branch: &Statement<'a>) -> Branch {
        let clauses = self.parts(branch, Keyword::Clause).into_iter().flat_map(cited).map(reference).collect();
        let mut cites = false;
        each(&branch.children, &mut |inner, _| cites |= inner.has(Keyword::Clause));
        Branch { clauses, cites, span: branch.line }
    }

    /// The condition of a `when`; `None` for `otherwise`, and where it could not be understood.
    fn asked(&mut self, branch: &Statement<'a>) -> Option<Condition> {
        match &branch.head.value {
            Value::Condition(condition) => self.resolver.condition(self.module, condition),
            _ => None,
        }
    }

    fn parallel(&mut self, statement: &Statement<'a>, loose: Vec<Loose>) -> Vec<Loose> {
        let fork = self.add(statement, NodeKind::Parallel, loose);
        let (mut meet, outer) = (Vec::new(), self.region);
        let branches: Vec<Statement<'a>> = statement.children.iter().filter_map(|line| Statement::read(line)).collect();
        if branches.is_empty() {
            self.without_branches(statement);
        }
        for branch in branches.iter().filter(|branch| branch.keyword == Keyword::Branch) {
            if !self.belongs(branch) {
                continue;
            }
            self.broken |= branch.broken;
            self.around.push(outer);
            self.region = self.around.len() - 1;
            let edge = Loose { from: fork, when: Condition::Always, otherwise: false, span: branch.line };
            let inner = self.sequence(&branch.children, vec![edge]);
            meet.append(&mut self.follow_arrow(branch, inner));
        }
        self.region = outer;
        let join = self.add_join(fork, statement, meet);
        self.joins.insert(fork, join);
        vec![self.onward(join)]
    }

    fn without_branches(&mut self, statement: &Statement<'a>) {
        if !statement.broken {
            self.report(Finding::new(Code::WithoutBranches, statement.line).arg("statement", statement.keyword));
        }
        self.broken = true;
    }

    /// Makes the node of a statement, and leads everything loose to it.
    fn add(&mut self, statement: &Statement<'a>, kind: NodeKind, loose: Vec<Loose>) -> NodeIx {
        let node = self.read_node(statement, kind);
        let ix = self.place(node, loose);
        let name = self.nodes[ix.0 as usize].id.clone();
        match self.by_name.get(&name).copied() {
            None => {
                self.by_name.insert(name, ix);
            }
            Some(first) => {
                let at = statement.name().map_or(statement.keyword_span(), |name| name.span);
                let first = self.nodes[first.0 as usize].head;
                self.report(Finding::new(Code::DuplicateName, at).arg("name", name).also(first, "label-first"));
            }
        }
        ix
    }

    fn add_join(&mut self, fork: NodeIx, statement: &Statement<'a>, loose: Vec<Loose>) -> NodeIx {
        let fork = &self.nodes[fork.0 as usize];
        let join = Node {
            id: format!("{}-join", fork.id),
            kind: NodeKind::Join,
            number: None,
            called: None,
            to_called: None,
            form: Vec::new(),
            limits: Vec::new(),
            next: Vec::new(),
            branches: Vec::new(),
            citations: Vec::new(),
            results: Vec::new(),
            gives: Vec::new(),
            notes: Vec::new(),
            actor: None,
            hands_to: None,
            anchor: super::anchor::previous(statement.line),
            ..fork.clone()
        };
        self.place(join, loose)
    }

    fn place(&mut self, mut node: Node, loose: Vec<Loose>) -> NodeIx {
        let ix = NodeIx(self.nodes.len() as u32);
        node.stage = self.open.last().copied();
        for stage in &self.open {
            self.stages[*stage].nodes.push(ix);
        }
        self.nodes.push(node);
        self.regions.push(self.region);
        for edge in loose {
            self.connect(edge, ix);
        }
        ix
    }

    pub(super) fn connect(&mut self, edge: Loose, to: NodeIx) {
        let Loose { from, when, otherwise, span } = edge;
        self.nodes[from.0 as usize].next.push(Edge { to, when, otherwise, span });
    }

    fn onward(&self, from: NodeIx) -> Loose {
        let span = self.nodes[from.0 as usize].head;
        Loose { from, when: Condition::Always, otherwise: false, span }
    }

    fn last(&self) -> NodeIx {
        NodeIx(self.nodes.len() as u32 - 1)
    }

    /// Whether the line exists in this channel.
    fn belongs(&mut self, statement: &Statement<'a>) -> bool {
        let only: Vec<&'a Name> = statement.all(Keyword::Only).flat_map(names).chain(&statement.head.via).collect();
        let except: Vec<&'a Name> = statement.all(Keyword::Except).flat_map(names).collect();
        let within = only.is_empty() || self.named(&only);
        let excluded = self.named(&except);
        within && !excluded
    }

    /// Whether this channel is among the names; one that is no channel of the procedure is a finding.
    fn named(&mut self, named: &[&'a Name]) -> bool {
        let mut found = false;
        for name in named {
            let Some(channel) = self.resolver.channels(self.module, std::slice::from_ref(name)).pop() else {
                self.broken = true;
                continue;
            };
            if !self.outline.channels.contains(&channel) {
                let at = self.outline.statement.line;
                let finding = Finding::new(Code::ChannelNotOfProcedure, name.span).arg("channel", name.text.as_str());
                self.resolver.report(finding.also(at, "label-procedure"));
            }
            found |= channel == self.channel;
        }
        found
    }

    /// Of parts with one keyword those that hold in this channel: the ones qualified with it, else the unqualified.
    pub(super) fn holding(&mut self, parts: Vec<&'a Part>) -> Vec<&'a Part> {
        let mut qualified = Vec::new();
        for part in parts.iter().filter(|part| !part.via.is_empty()) {
            if self.named(&part.via.iter().collect::<Vec<_>>()) {
                qualified.push(*part);
            }
        }
        if qualified.is_empty() {
            return parts.into_iter().filter(|part| part.via.is_empty()).collect();
        }
        qualified
    }

    /// The one of these parts that holds in this channel; a second one is a finding.
    pub(super) fn one(&mut self, parts: Vec<&'a Part>) -> Option<&'a Part> {
        let holding = self.holding(parts);
        let first = holding.first().copied()?;
        for second in &holding[1..] {
            let finding = repeated(first, second);
            self.report(finding);
        }
        Some(first)
    }

    /// The parts with this keyword that hold in this channel.
    pub(super) fn parts(&mut self, statement: &Statement<'a>, keyword: Keyword) -> Vec<&'a Part> {
        self.holding(statement.parts.iter().copied().filter(|part| is(part, keyword)).collect())
    }

    pub(super) fn part(&mut self, statement: &Statement<'a>, keyword: Keyword) -> Option<&'a Part> {
        self.one(statement.parts.iter().copied().filter(|part| is(part, keyword)).collect())
    }
}

/// What `otherwise` means: none of the other branches.
fn none_of(others: &[Condition]) -> Condition {
    match others {
        [] => Condition::Always,
        [one] => Condition::Not(Box::new(one.clone())),
        many => Condition::Not(Box::new(Condition::Any(many.to_vec()))),
    }
}
