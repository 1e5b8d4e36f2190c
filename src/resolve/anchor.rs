//! What limits are counted from: `from receipt`, `from decision or plan-approval`.

use super::channel::Expander;
use super::statement::names;
use crate::ast::{Name, Part};
use crate::diagnostics::{Code, Finding};
use crate::model::{Anchor, AnchorEvent, NodeIx, Stage};
use crate::source::Span;
use crate::vocabulary::{Keyword, nearest};

/// Whose limit is counted.
#[derive(Clone, Copy)]
pub(super) enum Owner {
    Node(NodeIx),
    Stage(usize),
    /// What one clause of a node says.
    Citation(NodeIx, usize),
    /// What one clause of a stage says.
    OfStage(usize, usize),
}

/// Nothing said: the previous step.
pub(super) fn previous(span: Span) -> Anchor {
    Anchor { events: vec![AnchorEvent::Previous], names: Vec::new(), said: false, span }
}

/// An event's name; the language's own words in English.
pub(super) fn event_name(name: &Name) -> String {
    match name.keyword {
        Some(keyword) => keyword.id().to_owned(),
        None => name.text.clone(),
    }
}

impl<'r, 'a> Expander<'r, 'a> {
    pub(super) fn resolve_anchors(&mut self) {
        for (owner, part) in std::mem::take(&mut self.anchors) {
            let Some(anchor) = self.anchor(part) else {
                if let Owner::Node(node) = owner {
                    self.nodes[node.0 as usize].broken = true;
                }
                continue;
            };
            match owner {
                Owner::Node(node) => self.nodes[node.0 as usize].anchor = anchor,
                Owner::Stage(stage) => self.stages[stage].anchor = anchor,
                Owner::Citation(node, place) => {
                    self.nodes[node.0 as usize].citations[place].anchor = Some(anchor);
                }
                Owner::OfStage(stage, place) => self.stages[stage].citations[place].anchor = Some(anchor),
            }
        }
    }

    /// The events that exist in this channel; `None` where none does, which is a finding.
    fn anchor(&mut self, part: &'a Part) -> Option<Anchor> {
        let named = names(part);
        let (mut events, mut known) = (Vec::new(), Vec::new());
        for name in named {
            let found = self.events(name);
            if !found.is_empty() {
                events.extend(found);
                known.push(event_name(name));
            }
        }
        let unknown: Vec<&Name> = named.iter().filter(|name| !self.is_event(name)).collect();
        let nowhere = unknown.iter().copied().filter(|name| !self.outline.names.contains(name.text.as_str()));
        let nowhere: Vec<&Name> = nowhere.collect();
        for name in &nowhere {
            self.unknown_event(name);
        }
        if events.is_empty() {
            // Known in another channel alone: there it may be counted from, here there is no such event.
            if nowhere.is_empty() {
                for name in unknown {
                    self.not_in_channel(name);
                }
            }
            return None;
        }
        Some(Anchor { events, names: known, said: true, span: part.span })
    }

    fn is_event(&self, name: &Name) -> bool {
        !self.events(name).is_empty()
    }

    /// The receipt of a channel that has none is the filing.
    fn events(&self, name: &Name) -> Vec<AnchorEvent> {
        match name.keyword {
            Some(Keyword::Receipt) => vec![self.receipt.map_or(AnchorEvent::Filing, AnchorEvent::Done)],
            Some(Keyword::Filing) => vec![AnchorEvent::Filing],
            _ => match self.by_name.get(&name.text) {
                // A parallel node is done where its branches meet.
                Some(node) => vec![AnchorEvent::Done(self.joins.get(node).copied().unwrap_or(*node))],
                None => {
                    self.stages.iter().find(|stage| stage.id == name.text).map_or_else(Vec::new, |it| self.left(it))
                }
            },
        }
    }

    /// A stage is done where a path leaves it.
    fn left(&self, stage: &Stage) -> Vec<AnchorEvent> {
        let leaves = |node: &&NodeIx| {
            let next = &self.nodes[node.0 as usize].next;
            next.iter().any(|edge| !stage.nodes.contains(&edge.to))
        };
        stage.nodes.iter().filter(leaves).map(|node| AnchorEvent::Done(*node)).collect()
    }

    fn unknown_event(&mut self, name: &Name) {
        if self.lost(name) {
            self.broken = true;
            return;
        }
        let own = self.outline.names.iter().copied();
        let suggestion = nearest(&name.text, own.chain([Keyword::Receipt.id(), Keyword::Filing.id()]));
        let finding = Finding::new(Code::UnknownEvent, name.span)
            .arg("name", name.text.as_str())
            .arg("suggestion", suggestion.unwrap_or("none"));
        self.broken = true;
        self.resolver.report(finding);
    }

    /// Whether a line that could not be read seems to declare the name.
    pub(super) fn lost(&self, name: &Name) -> bool {
        self.resolver.modules[self.module].lost.contains(&name.text)
    }

    pub(super) fn not_in_channel(&mut self, name: &Name) {
        let channel = self.resolver.model[self.channel].id.clone();
        self.report(
            Finding::new(Code::TargetNotInChannel, name.span)
                .arg("name", name.text.as_str())
                .arg("channel", channel)
                .also(self.outline.statement.line, "label-procedure"),
        );
    }
}
