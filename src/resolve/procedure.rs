//! A procedure, written once for its channels, is expanded into one graph a channel.

use super::Resolver;
use super::channel::Expander;
use super::names::Kind;
use super::statement::{Statement, is, names};
use crate::ast::{Line, Name};
use crate::diagnostics::{Code, Finding};
use crate::model::{ChannelId, Expectation, Procedure, ResultItem};
use crate::source::Span;
use crate::vocabulary::Keyword;
use std::collections::{HashMap, HashSet};

/// What the expansions of one procedure share.
pub(super) struct Outline<'a> {
    pub statement: Statement<'a>,
    pub channels: Vec<ChannelId>,
    /// Every node's and stage's name, in whatever channel.
    pub names: HashSet<&'a str>,
    /// The numbers of the lines without a name, by where they start: the same in every channel.
    pub numbers: HashMap<u32, usize>,
}

impl<'a> Resolver<'a> {
    /// One graph a channel, in the order of the text.
    pub(super) fn procedures(
        &mut self,
        module: usize,
        statements: Vec<Statement<'a>>,
        results: &[ResultItem],
        expects: &mut Vec<Expectation>,
    ) -> Vec<Procedure> {
        let mut procedures: Vec<Procedure> = Vec::new();
        for statement in statements {
            self.expects_within(module, &statement, expects);
            let named = channel_names(&statement);
            if named.is_empty() && !statement.broken {
                self.report(Finding::new(Code::ProcedureWithoutChannel, statement.keyword_span()));
            }
            each(&statement.children, &mut |line, _| replaced_everywhere(line, &named, &mut self.findings));
            let channels = self.own_channels(module, &named, &procedures);
            let outline = Outline {
                channels: channels.clone(),
                names: node_names(&statement.children),
                numbers: numbers(&statement.children),
                statement,
            };
            for channel in channels {
                procedures.push(Expander::new(self, module, channel, &outline, results).expand());
            }
        }
        procedures
    }

    /// The channels of one procedure, less those that another one describes already.
    fn own_channels(&mut self, module: usize, named: &[&'a Name], others: &[Procedure]) -> Vec<ChannelId> {
        let mut channels = Vec::new();
        for name in named {
            let Some(channel) = self.find(module, Kind::Channel, name).map(ChannelId) else { continue };
            let first = others.iter().find(|other| other.channel == channel);
            match first.map(|first| first.head) {
                Some(first) => self.report(
                    Finding::new(Code::SecondProcedure, name.span)
                        .arg("channel", name.text.as_str())
                        .also(first, "label-first"),
                ),
                None if channels.contains(&channel) => {}
                None => channels.push(channel),
            }
        }
        channels
    }

    /// Every `expect` in the procedure, once and not once a channel.
    fn expects_within(&mut self, module: usize, statement: &Statement<'a>, expects: &mut Vec<Expectation>) {
        let covers: Span = statement.span;
        expects.append(&mut self.expectations(module, statement, covers));
        for line in &statement.children {
            if let Some(inner) = Statement::read(line) {
                self.expects_within(module, &inner, expects);
            }
        }
    }
}

/// `via office, portal`, right after `procedure` or as a part.
fn channel_names<'a>(statement: &Statement<'a>) -> Vec<&'a Name> {
    let parts = statement.parts.iter().filter(|part| is(part, Keyword::Via));
    statement.head.via.iter().chain(parts.flat_map(|part| names(part))).collect()
}

/// An unqualified part that a qualified one replaces in every channel of its line is said in vain.
fn replaced_everywhere(statement: &Statement<'_>, channels: &[&Name], findings: &mut Vec<Finding>) {
    let listed = |keyword| statement.all(keyword).flat_map(names).map(|name| name.text.as_str()).collect::<Vec<_>>();
    let (only, except) = (listed(Keyword::Only), listed(Keyword::Except));
    let here = |channel: &str| {
        let own = statement.head.via.iter().any(|name| name.text == channel) || only.contains(&channel);
        (own || (only.is_empty() && statement.head.via.is_empty())) && !except.contains(&channel)
    };
    let mut here = channels.iter().map(|name| name.text.as_str()).filter(|channel| here(channel)).peekable();
    if here.peek().is_none() {
        return;
    }
    let here: Vec<&str> = here.collect();
    for part in statement.parts.iter().filter(|part| part.via.is_empty()) {
        let Some((keyword, at)) = part.keyword else { continue };
        let qualified: Vec<_> = statement.all(keyword).filter(|other| !other.via.is_empty()).collect();
        let replaced =
            |channel: &&str| qualified.iter().any(|other| other.via.iter().any(|name| name.text == *channel));
        if let Some(first) = qualified.first().filter(|_| here.iter().all(replaced)) {
            findings.push(
                Finding::new(Code::PartNeverApplies, at).arg("part", keyword).also(first.span, "label-qualified"),
            );
        }
    }
}

/// Visits every statement under `lines`, in the order of the text.
pub(super) fn each<'a>(lines: &[&'a Line], visit: &mut impl FnMut(&Statement<'a>, &'a Line)) {
    for line in lines {
        if let Some(statement) = Statement::read(line) {
            visit(&statement, line);
            each(&statement.children, visit);
        }
    }
}

fn node_names<'a>(lines: &[&'a Line]) -> HashSet<&'a str> {
    let mut names = HashSet::new();
    each(lines, &mut |statement, _| names.extend(statement.name().map(|name| name.text.as_str())));
    names
}

fn numbers(lines: &[&Line]) -> HashMap<u32, usize> {
    let mut numbers = HashMap::new();
    let mut counts: HashMap<Keyword, usize> = HashMap::new();
    each(lines, &mut |statement, line| {
        if statement.name().is_none() {
            let count = counts.entry(statement.keyword).or_insert(0);
            *count += 1;
            numbers.insert(line.span.start, *count);
        }
    });
    numbers
}
