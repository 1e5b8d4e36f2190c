//! What is said of the steps of each channel.

use super::Side;
use super::names::{Names, Own};
use super::nodes::{self, Paired};
use super::said::{Said, What, condition, is_empty, limits, words};
use crate::diagnostics::Arg;
use crate::model::{Anchor, AnchorEvent, Citation, Model, Node, NodeKind, Outcome, Procedure, Regulation, Stage, Text};
use crate::vocabulary::{Keyword, Language};
use std::collections::{BTreeMap, HashSet};

/// Adds the sayings of the procedures of both sides.
pub(super) fn add(
    old: &Side<'_>,
    new: &Side<'_>,
    names: &Names,
    (one, other): (&Regulation, &Regulation),
    paired: &[Paired],
    sayings: &mut (Vec<Said>, Vec<Said>),
) {
    for before in &one.procedures {
        if paired.iter().all(|pair| pair.old != before.channel) {
            sayings.0.push(described(&names.old.channel(before.channel), before));
        }
    }
    for after in &other.procedures {
        if paired.iter().all(|pair| pair.new != after.channel) {
            sayings.1.push(described(&names.new.channel(after.channel), after));
        }
    }
    for pair in paired {
        let (Some(before), Some(after)) = (nodes::procedure(one, pair.old), nodes::procedure(other, pair.new)) else {
            continue;
        };
        let known: HashSet<usize> = pair.of_new.iter().flatten().copied().collect();
        let moved = nodes::moved(before, after, &pair.of_new);
        let moved_before: HashSet<usize> = moved.iter().filter_map(|at| pair.of_new[*at]).collect();
        let name_of_old = |at: usize| before.nodes[at].id.clone();
        let name_of_new = |at: usize| match pair.of_new[at] {
            Some(same) => before.nodes[same].id.clone(),
            // A new step by an old step's name is another one.
            None if before.nodes.iter().any(|it| it.id == after.nodes[at].id) => {
                format!("{} (new)", after.nodes[at].id)
            }
            None => after.nodes[at].id.clone(),
        };
        let channel = names.old.channel(pair.old);
        let mut one = Reader {
            model: old.model,
            own: &names.old,
            procedure: before,
            name: &name_of_old,
            known: &|at| known.contains(&at),
            moved: &moved_before,
            channel: &channel,
            side: "old",
            out: Vec::new(),
        };
        one.read();
        sayings.0.append(&mut one.out);
        let mut other = Reader {
            model: new.model,
            own: &names.new,
            procedure: after,
            name: &name_of_new,
            known: &|at| pair.of_new[at].is_some(),
            moved: &moved,
            channel: &channel,
            side: "new",
            out: Vec::new(),
        };
        other.read();
        sayings.1.append(&mut other.out);
    }
}

fn described(channel: &str, procedure: &Procedure) -> Said {
    Said::key(What::Channel, channel, "described", vec![Arg::Keyword(Keyword::Procedure)], procedure.head)
}

struct Reader<'a> {
    model: &'a Model,
    own: &'a Own,
    procedure: &'a Procedure,
    /// The old side's name of a node.
    name: &'a dyn Fn(usize) -> String,
    /// Both sides have it.
    known: &'a dyn Fn(usize) -> bool,
    moved: &'a HashSet<usize>,
    channel: &'a str,
    side: &'static str,
    out: Vec<Said>,
}

impl Reader<'_> {
    fn read(&mut self) {
        for at in 0..self.procedure.nodes.len() {
            // A join is where its parallel ends, and says nothing of its own.
            if self.procedure.nodes[at].kind != NodeKind::Join {
                self.node(at);
            }
        }
        for stage in &self.procedure.stages {
            self.stage(stage);
        }
    }

    fn push(&mut self, said: Said, node: &Node) {
        let clause = node.citations.first().map(|it| it.clause.address.clone());
        self.out.push(Said { channel: Some(self.channel.to_owned()), clause: said.clause.clone().or(clause), ..said });
    }

    fn node(&mut self, at: usize) {
        let procedure = self.procedure;
        let node = &procedure.nodes[at];
        let name = (self.name)(at);
        let place = node.head;
        let say = |what, key: String, value| Said::key(what, &name, key, value, place).shown(&node.id);
        let kind = keyword(node.kind);
        if !(self.known)(at) {
            let said = say(What::Step, "there".to_owned(), self.summary(node, kind));
            self.push(said, node);
            return;
        }
        self.push(say(What::Step, format!("{kind:?}"), vec![Arg::Keyword(kind)]), node);
        let (key, value) = limits(&node.limits);
        if !node.limits.is_empty() {
            self.push(say(What::Limit, key, value), node);
        }
        if let Some(said) = self.anchor(&node.anchor, &node.limits.is_empty()) {
            let (key, value) = said;
            self.push(say(What::Anchor, key, value), node);
        }
        for (what, actor) in [(What::Actor, node.actor), (What::Recipient, node.hands_to)] {
            if let Some(actor) = actor {
                let value = vec![self.actor(actor)];
                self.push(say(what, self.own.actor(actor), value), node);
            }
        }
        self.kind(node, &say);
        self.given(node, &name);
        self.ways(at, &say);
        if self.moved.contains(&at) {
            let said = self.order(at, &say);
            self.push(said, node);
        }
        if let Some(said) = Said::words(What::Wording, &name, &node.label, place) {
            self.push(said.shown(&node.id), node);
        }
        if let Some((number, _)) = node.number {
            self.push(say(What::Number, number.to_string(), vec![Arg::Number(number.into())]), node);
        }
        for (called, what) in [(&node.called, "by"), (&node.to_called, "to")] {
            if let Some(said) =
                called.as_ref().and_then(|text| Said::words(What::Name, &format!("{name} {what}"), text, place))
            {
                self.push(said.shown(&node.id), node);
            }
        }
        for citation in &node.citations {
            self.citation(citation, &name, node);
        }
    }

    /// Who does what in which time: what a reviewer asks of a step that is new or gone.
    fn summary(&self, node: &Node, kind: Keyword) -> Vec<Arg> {
        // That it is a step is said by the word before it.
        let mut value: Vec<Arg> = (kind != Keyword::Step).then_some(Arg::Keyword(kind)).into_iter().collect();
        value.extend(node.actor.map(|actor| self.actor(actor)));
        value.extend(limits(&node.limits).1);
        if !is_empty(&node.label) {
            value.push(words(&node.label));
        }
        value
    }

    fn actor(&self, id: crate::model::ActorId) -> Arg {
        let actor = &self.model[id];
        match is_empty(&actor.label) {
            true if id == crate::model::APPLICANT => Arg::Keyword(Keyword::Applicant),
            true => Arg::Text(actor.id.clone()),
            false => words(&actor.label),
        }
    }

    fn kind(&mut self, node: &Node, say: &dyn Fn(What, String, Vec<Arg>) -> Said) {
        match node.kind {
            NodeKind::End(outcome) => {
                let word = match outcome {
                    Outcome::Granted => Keyword::Granted,
                    Outcome::Refused => Keyword::Refused,
                    Outcome::Returned => Keyword::Returned,
                };
                self.push(say(What::Outcome, format!("{outcome:?}"), vec![Arg::Keyword(word)]), node);
            }
            NodeKind::Wait { stops_clock: true } => {
                self.push(say(What::StopsClock, "stops".to_owned(), vec![Arg::Keyword(Keyword::StopsClock)]), node);
            }
            _ => {}
        }
    }

    /// What a step gives, and in which form.
    fn given(&mut self, node: &Node, name: &str) {
        for result in &node.results {
            let said = Said::words(What::Result, name, result, node.head);
            said.into_iter().for_each(|said| self.push(said.shown(&node.id), node));
        }
        for result in &node.gives {
            let said = Said::key(What::Result, name, result.as_str(), vec![Arg::Text(result.clone())], node.head);
            self.push(said.shown(&node.id), node);
        }
        let mut forms: Vec<String> = node.form.iter().map(|form| format!("{form:?}")).collect();
        forms.sort();
        if !forms.is_empty() {
            let said = Said::key(What::Form, name, forms.join(","), super::act::forms(&node.form), node.head);
            self.push(said.shown(&node.id), node);
        }
    }

    /// From what a limit is counted. Nothing for the previous step, which is meant where nothing is said.
    fn anchor(&self, anchor: &Anchor, without_limit: &bool) -> Option<(String, Vec<Arg>)> {
        let previous = anchor.events.iter().all(|event| *event == AnchorEvent::Previous);
        if *without_limit || previous {
            return None;
        }
        let mut keys: Vec<String> = anchor
            .events
            .iter()
            .map(|event| match event {
                AnchorEvent::Previous => "previous".to_owned(),
                AnchorEvent::Filing => "filing".to_owned(),
                AnchorEvent::Done(node) => format!("done {}", (self.name)(node.0 as usize)),
            })
            .collect();
        keys.sort();
        Some((keys.join(" or "), vec![Arg::Events(anchor.names.clone())]))
    }

    /// Where the file goes: of a choice each way with its condition, of another node what follows it.
    fn ways(&mut self, at: usize, say: &dyn Fn(What, String, Vec<Arg>) -> Said) {
        let procedure = self.procedure;
        let node = &procedure.nodes[at];
        // A way is told from node to node that both sides have; what came between them or went is told by itself.
        let skip =
            |at: usize| !(self.known)(at) || self.moved.contains(&at) || procedure.nodes[at].kind == NodeKind::Join;
        let target = |to: crate::model::NodeIx| {
            let next = nodes::next(procedure, to, &skip);
            let keys: Vec<String> = next.iter().map(|at| (self.name)(*at)).collect();
            let shown: Vec<String> = next.iter().map(|at| procedure.nodes[*at].id.clone()).collect();
            (keys, shown)
        };
        if node.kind == NodeKind::Choice {
            let said: Vec<(String, Vec<Arg>)> = node
                .next
                .iter()
                .map(|edge| {
                    let (mut keys, shown) = target(edge.to);
                    keys.sort();
                    let when = match edge.otherwise {
                        true => Arg::Keyword(Keyword::Otherwise),
                        false => condition(self.model, &edge.when),
                    };
                    let key = format!("{} -> {}", self.own.condition(&edge.when), keys.join(","));
                    (key, vec![when, Arg::Text(format!("-> {}", shown.join(", ")))])
                })
                .collect();
            said.into_iter().for_each(|(key, value)| self.push(say(What::Way, key, value), node));
        } else if !self.moved.contains(&at) {
            let mut all: BTreeMap<String, String> = BTreeMap::new();
            for edge in &node.next {
                let (keys, shown) = target(edge.to);
                all.extend(keys.into_iter().zip(shown));
            }
            if !all.is_empty() {
                let key: Vec<&str> = all.keys().map(String::as_str).collect();
                let shown: Vec<&str> = all.values().map(String::as_str).collect();
                let value = vec![Arg::Text(format!("-> {}", shown.join(", ")))];
                self.push(say(What::Way, key.join(","), value), node);
            }
        }
    }

    /// Behind which nodes a moved one stands.
    fn order(&self, at: usize, say: &dyn Fn(What, String, Vec<Arg>) -> Said) -> Said {
        let procedure = self.procedure;
        let before: Vec<&Node> =
            procedure.nodes.iter().filter(|node| node.next.iter().any(|edge| edge.to.0 as usize == at)).collect();
        let names: Vec<String> = before.iter().map(|node| node.id.clone()).collect();
        let value = match names.is_empty() {
            true => Arg::Keyword(Keyword::Filing),
            false => Arg::All(names.clone()),
        };
        // Moved is moved, whatever stands before it now.
        say(What::Order, format!("{} {}", self.side, names.join(",")), vec![value])
    }

    /// A clause of the act that says the step, and what it says otherwise than the line.
    fn citation(&mut self, citation: &Citation, name: &str, node: &Node) {
        let (mut key, mut value) = (Vec::new(), Vec::new());
        if citation.said_apart {
            let (said, shown) = limits(&citation.limits);
            key.push(said);
            value.extend(shown);
            for actor in [citation.actor, citation.hands_to] {
                key.push(actor.map(|actor| self.own.actor(actor)).unwrap_or_default());
                value.extend(actor.map(|actor| self.actor(actor)));
            }
            let anchor = citation.anchor.as_ref().and_then(|anchor| self.anchor(anchor, &false));
            key.push(anchor.as_ref().map(|(key, _)| key.clone()).unwrap_or_default());
            value.extend(anchor.into_iter().flat_map(|(_, value)| value));
            key.push(format!("{} {:?}", citation.part, citation.form));
            for text in [&citation.result, &citation.called, &citation.to_called].into_iter().flatten() {
                key.push(essence(text));
                value.push(words(text));
            }
        }
        value.insert(0, Arg::Text(citation.clause.address.clone()));
        let subject = format!("{name} {}", citation.clause.address);
        let key = format!("{} {}", citation.said_apart, key.join("|"));
        let said = Said::key(What::Clause, &subject, key, value, citation.clause.span).shown(&node.id);
        self.push(said.clause(Some(&citation.clause.address)), node);
    }

    fn stage(&mut self, stage: &Stage) {
        let mut within: Vec<String> =
            stage.nodes.iter().filter(|at| (self.known)(at.0 as usize)).map(|at| (self.name)(at.0 as usize)).collect();
        within.sort();
        let by: Vec<String> =
            [stage.actor, stage.hands_to].into_iter().flatten().map(|it| self.own.actor(it)).collect();
        let (limit, mut value) = limits(&stage.limits);
        let shown: Vec<String> = stage.nodes.iter().map(|at| self.procedure[*at].id.clone()).collect();
        value.push(Arg::All(shown));
        // A stage is known by its steps: its name is only a handle.
        let subject = within.first().cloned().unwrap_or_default();
        let key = format!("{limit}|{}|{}", within.join(","), by.join(","));
        let said = Said::key(What::Stage, &subject, key, value, stage.head).shown(&stage.id);
        self.out.push(Said { channel: Some(self.channel.to_owned()), ..said });
    }
}

/// A text in one language that both sides are likely to have.
fn essence(text: &Text) -> String {
    text.get(Language::Kk).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn keyword(kind: NodeKind) -> Keyword {
    match kind {
        NodeKind::Step => Keyword::Step,
        NodeKind::Choice => Keyword::Choice,
        NodeKind::Parallel | NodeKind::Join => Keyword::Parallel,
        NodeKind::Wait { .. } => Keyword::Wait,
        NodeKind::Receipt => Keyword::Receipt,
        NodeKind::End(_) => Keyword::End,
    }
}
