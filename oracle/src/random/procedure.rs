//! A random procedure: steps in a row, and now and then a choice, parallel branches, a wait, a receipt.
//!
//! It is written from front to back; the ends that are still loose are tied to whatever comes next. So there is no
//! circle, every parallel part has its join, and what a limit is counted from lies on every path to it.

use super::world::{condition, someone, values};
use super::{Dice, nowhere};
use reglament::model::{
    Anchor, AnchorEvent, ChannelId, Condition, Edge, FactId, Limit, Node, NodeIx, NodeKind, Outcome, Procedure, Text,
};
use reglament::time::{Duration, Unit};

pub fn build(dice: &mut Dice, channel: ChannelId, term_known: bool) -> Procedure {
    let mut draft = Draft { dice, nodes: Vec::new(), received: false, stopped: false, term_known };
    let length = 2 + draft.dice.below(6);
    let passed = vec![AnchorEvent::Filing];
    let (loose, _) = draft.row(length, 0, false, Vec::new(), passed);
    let end = draft.node(NodeKind::End(Outcome::Granted));
    draft.tie(&loose, end);
    Procedure {
        channel,
        nodes: draft.nodes,
        entry: Some(NodeIx(0)),
        stages: Vec::new(),
        span: nowhere(),
        head: nowhere(),
        broken: false,
    }
}

/// An end still to be tied: the node, and the condition of the edge to come.
type Loose = (NodeIx, Condition, bool);

struct Draft<'a> {
    dice: &'a mut Dice,
    nodes: Vec<Node>,
    received: bool,
    stopped: bool,
    term_known: bool,
}

impl Draft<'_> {
    /// `length` statements in a row behind the loose ends; the new loose ends, and the events that lie behind all.
    fn row(
        &mut self,
        length: usize,
        depth: usize,
        parallel: bool,
        mut loose: Vec<Loose>,
        mut passed: Vec<AnchorEvent>,
    ) -> (Vec<Loose>, Vec<AnchorEvent>) {
        for _ in 0..length {
            let first = self.nodes.len();
            loose = match self.dice.below(12) {
                // The entry is a plain step, so that whatever follows has something before it.
                0 | 1 if depth < 2 && first > 0 => self.choice(depth, parallel, loose, &passed),
                2 if depth < 2 && first > 0 => self.parallel(depth, loose, &passed),
                3 => self.wait(parallel, loose, &passed),
                4 if !self.received && depth == 0 => self.receipt(loose),
                _ => self.step(loose, &passed),
            };
            if let [(only, Condition::Always, _)] = loose[..] {
                passed.push(AnchorEvent::Done(only));
            }
        }
        (loose, passed)
    }

    fn node(&mut self, kind: NodeKind) -> NodeIx {
        let ix = NodeIx(self.nodes.len() as u32);
        self.nodes.push(Node {
            id: format!("n{}", ix.0),
            kind,
            number: None,
            label: Text::default(),
            actor: None,
            called: None,
            limits: Vec::new(),
            anchor: Anchor { events: vec![AnchorEvent::Previous], names: Vec::new(), said: false, span: nowhere() },
            hands_to: None,
            to_called: None,
            results: Vec::new(),
            gives: Vec::new(),
            form: Vec::new(),
            notes: Vec::new(),
            next: Vec::new(),
            branches: Vec::new(),
            citations: Vec::new(),
            stage: None,
            span: nowhere(),
            head: nowhere(),
            broken: false,
        });
        ix
    }

    fn tie(&mut self, loose: &[Loose], to: NodeIx) {
        for (from, when, otherwise) in loose {
            let edge = Edge { to, when: when.clone(), otherwise: *otherwise, span: nowhere() };
            self.nodes[from.0 as usize].next.push(edge);
        }
    }

    fn step(&mut self, loose: Vec<Loose>, passed: &[AnchorEvent]) -> Vec<Loose> {
        let ix = self.node(NodeKind::Step);
        self.tie(&loose, ix);
        let actor = someone(self.dice);
        let limits = self.limits();
        let anchor = self.anchor(passed);
        let node = &mut self.nodes[ix.0 as usize];
        node.actor = Some(actor);
        node.limits = limits;
        node.anchor = anchor;
        after(ix)
    }

    fn receipt(&mut self, loose: Vec<Loose>) -> Vec<Loose> {
        self.received = true;
        let ix = self.node(NodeKind::Receipt);
        self.tie(&loose, ix);
        after(ix)
    }

    /// Outside, with or without a limit; the clock stops for one of them, and for none in a parallel part.
    fn wait(&mut self, parallel: bool, loose: Vec<Loose>, passed: &[AnchorEvent]) -> Vec<Loose> {
        let stops_clock = !parallel && !self.stopped && self.dice.one_in(2);
        let ix = self.node(NodeKind::Wait { stops_clock });
        self.tie(&loose, ix);
        self.stopped |= stops_clock;
        let limited = stops_clock || self.dice.one_in(2);
        let most = if stops_clock { 12 } else { 30 };
        let unit = *self.dice.pick(&[Unit::WorkingDay, Unit::CalendarDay]);
        let limit = super::world::limit(Duration::new(self.dice.between(1, most), unit));
        let actor = someone(self.dice);
        let anchor = self.anchor(passed);
        let node = &mut self.nodes[ix.0 as usize];
        node.actor = Some(actor);
        if limited {
            node.limits = vec![limit];
        }
        if !stops_clock {
            node.anchor = anchor;
        }
        after(ix)
    }

    /// Branches that leave no case out: by the values of a fact, or by a condition and its opposite.
    fn choice(&mut self, depth: usize, parallel: bool, loose: Vec<Loose>, passed: &[AnchorEvent]) -> Vec<Loose> {
        let ix = self.node(NodeKind::Choice);
        self.tie(&loose, ix);
        self.decider(ix, passed);
        let branches: Vec<(Condition, bool)> = if self.dice.one_in(2) {
            let fact = FactId(self.dice.below(super::world::FACTS as usize) as u32);
            (0..values(fact)).map(|value| (Condition::Is(fact, value), false)).collect()
        } else {
            let when = condition(self.dice);
            vec![(when.clone(), false), (Condition::Not(Box::new(when)), true)]
        };
        let mut open = Vec::new();
        for (place, (when, otherwise)) in branches.into_iter().enumerate() {
            let start = vec![(ix, when, otherwise)];
            // Some branches are empty, and some end at once; the first one goes on.
            if place > 0 && self.dice.one_in(4) {
                open.extend(start);
                continue;
            }
            let length = 1 + self.dice.below(2);
            let (ends, _) = self.row(length, depth + 1, parallel, start, passed.to_vec());
            if place > 0 && !parallel && self.dice.one_in(3) {
                let end = self.node(NodeKind::End(Outcome::Refused));
                self.tie(&ends, end);
            } else {
                open.extend(ends);
            }
        }
        open
    }

    /// Now and then somebody makes the choice, in a time of his own or in one that nothing limits.
    fn decider(&mut self, choice: NodeIx, passed: &[AnchorEvent]) {
        if !self.dice.one_in(3) {
            return;
        }
        let actor = someone(self.dice);
        let limits = if self.dice.one_in(2) { self.limits() } else { Vec::new() };
        let anchor = self.anchor(passed);
        let node = &mut self.nodes[choice.0 as usize];
        node.actor = Some(actor);
        node.limits = limits;
        node.anchor = anchor;
    }

    fn parallel(&mut self, depth: usize, loose: Vec<Loose>, passed: &[AnchorEvent]) -> Vec<Loose> {
        let ix = self.node(NodeKind::Parallel);
        self.tie(&loose, ix);
        let mut open = Vec::new();
        for _ in 0..2 + self.dice.below(2) {
            let start = vec![(ix, Condition::Always, false)];
            let length = 1 + self.dice.below(2);
            // A branch begins with a step, so that no two edges lead from the fork to the join.
            let start = self.step(start, passed);
            open.extend(self.row(length - 1, depth + 1, true, start, passed.to_vec()).0);
        }
        let join = self.node(NodeKind::Join);
        self.tie(&open, join);
        after(join)
    }

    /// The event before; now and then one further back, or the later of two.
    fn anchor(&mut self, passed: &[AnchorEvent]) -> Anchor {
        let mut events = vec![AnchorEvent::Previous];
        if self.dice.one_in(4) {
            events = vec![*self.dice.pick(passed)];
        }
        let said = events != [AnchorEvent::Previous];
        Anchor { events, names: Vec::new(), said, span: nowhere() }
    }

    fn limits(&mut self) -> Vec<Limit> {
        match self.dice.below(10) {
            0 => Vec::new(),
            1 | 2 => vec![self.limit(), self.limit()],
            _ => vec![self.limit()],
        }
    }

    fn limit(&mut self) -> Limit {
        let dice = &mut *self.dice;
        let (unit, most) = *dice.pick(&[
            (Unit::Minute, 120),
            (Unit::Minute, 20),
            (Unit::Hour, 12),
            (Unit::WorkingDay, 3),
            (Unit::WorkingDay, 10),
            (Unit::WorkingDay, 10),
            (Unit::CalendarDay, 15),
            (Unit::CalendarDay, 30),
            (Unit::SameDay, 0),
            (Unit::Month, 2),
            (Unit::Day, 7),
        ]);
        let quantity = if most == 0 { 0 } else { dice.between(1, most) };
        let by_days = matches!(unit, Unit::WorkingDay | Unit::CalendarDay);
        let first_day_counted = by_days && dice.one_in(5);
        let before_term = self.term_known && by_days && !first_day_counted && dice.one_in(8);
        let duration = Duration { first_day_counted, ..Duration::new(quantity, unit) };
        Limit { before_term, ..super::world::limit(duration) }
    }
}

fn after(ix: NodeIx) -> Vec<Loose> {
    vec![(ix, Condition::Always, false)]
}
