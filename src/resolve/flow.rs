//! Where arrows lead: to a node of the channel, never round in a circle, never in or out of a parallel branch.

use super::channel::{Arrow, Expander, Loose};
use crate::ast::Name;
use crate::diagnostics::{Code, Finding};
use crate::model::NodeIx;
use crate::source::Span;
use crate::vocabulary::{Keyword, nearest};
use std::collections::HashSet;

impl<'r, 'a> Expander<'r, 'a> {
    /// What is still loose behind the last line: a path must reach an end.
    pub(super) fn ends_nowhere(&mut self, loose: Vec<Loose>, head: Span) {
        if self.broken {
            return;
        }
        if self.nodes.is_empty() {
            self.report(Finding::new(Code::PathEndsNowhere, head).arg("name", Keyword::Procedure));
        }
        for edge in loose {
            let name = self.nodes[edge.from.0 as usize].id.clone();
            self.report(Finding::new(Code::PathEndsNowhere, edge.span).arg("name", name));
        }
    }

    /// Leads every arrow to its node; edges then stand in the order of the text.
    pub(super) fn link(&mut self) {
        for Arrow { edge, to } in std::mem::take(&mut self.arrows) {
            let Some(target) = self.target(to) else {
                self.nodes[edge.from.0 as usize].broken = true;
                self.broken = true;
                continue;
            };
            if self.crosses(&edge, target, to) {
                continue;
            }
            self.connect(edge, target);
        }
        for node in &mut self.nodes {
            node.next.sort_by_key(|edge| edge.span.start);
        }
    }

    fn target(&mut self, to: &Name) -> Option<NodeIx> {
        let found = match to.keyword {
            Some(Keyword::Receipt) => self.receipt,
            _ => self.by_name.get(&to.text).or_else(|| self.stage_entry.get(&to.text)).copied(),
        };
        if found.is_none() {
            self.no_target(to);
        }
        found
    }

    fn no_target(&mut self, to: &Name) {
        if self.outline.names.contains(to.text.as_str()) || to.keyword == Some(Keyword::Receipt) {
            self.not_in_channel(to);
            return;
        }
        if self.lost(to) {
            return;
        }
        let suggestion = nearest(&to.text, self.outline.names.iter().copied()).unwrap_or("none");
        let finding =
            Finding::new(Code::UnknownTarget, to.span).arg("name", to.text.as_str()).arg("suggestion", suggestion);
        self.resolver.report(finding);
    }

    /// Whether the arrow leads into or out of a parallel branch, which is a finding.
    fn crosses(&mut self, edge: &Loose, target: NodeIx, to: &Name) -> bool {
        let (from, into) = (self.regions[edge.from.0 as usize], self.regions[target.0 as usize]);
        // An arrow of a branch's own line starts at the fork and leads into that very branch, or past it.
        if from == into {
            return false;
        }
        let leaves = self.encloses(into, from);
        let code = if leaves { Code::LeavesParallelBranch } else { Code::EntersParallelBranch };
        let at = self.nodes[target.0 as usize].head;
        self.report(Finding::new(code, edge.span).arg("name", to.text.as_str()).also(at, "label-target"));
        true
    }

    fn encloses(&self, outer: usize, mut inner: usize) -> bool {
        while inner != 0 {
            inner = self.around[inner];
            if inner == outer {
                return true;
            }
        }
        false
    }

    /// Cuts every edge that leads back to a node on the way to it: the graph has no circle afterwards.
    pub(super) fn cut_circles(&mut self) {
        let mut done: HashSet<NodeIx> = HashSet::new();
        for start in 0..self.nodes.len() {
            self.search(NodeIx(start as u32), &mut done);
        }
    }

    /// Follows every way from `start`; the way is a list and not the call stack.
    fn search(&mut self, start: NodeIx, done: &mut HashSet<NodeIx>) {
        let mut on_way: HashSet<NodeIx> = HashSet::new();
        let mut way: Vec<(NodeIx, usize)> = Vec::new();
        if !done.contains(&start) {
            on_way.insert(start);
            way.push((start, 0));
        }
        while let Some((node, next)) = way.last_mut() {
            let node = *node;
            let Some(edge) = self.nodes[node.0 as usize].next.get(*next) else {
                way.pop();
                on_way.remove(&node);
                done.insert(node);
                continue;
            };
            let (to, span) = (edge.to, edge.span);
            if on_way.contains(&to) {
                self.nodes[node.0 as usize].next.remove(*next);
                self.circle(to, span);
            } else {
                *next += 1;
                if !done.contains(&to) {
                    on_way.insert(to);
                    way.push((to, 0));
                }
            }
        }
    }

    fn circle(&mut self, to: NodeIx, arrow: Span) {
        let target = &self.nodes[to.0 as usize];
        let finding =
            Finding::new(Code::ProcedureLoops, arrow).arg("name", target.id.clone()).also(target.head, "label-target");
        self.report(finding);
    }
}
