//! A procedure as diagrams show it: lanes, steps in order, arrows with answers. What every drawn notation starts from.

use super::document::clean;
use super::number;
use crate::diagnostics::Words;
use crate::model::{
    APPLICANT, ActorId, ActorKind, Condition, Edge, FactId, Model, Node, NodeIx, NodeKind, Outcome, Procedure, Text,
};
use crate::vocabulary::{Keyword, Language};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// One channel, ready to be drawn.
#[derive(Clone, Debug)]
pub struct Flow {
    /// The applicant first, then in the order of first action.
    pub lanes: Vec<Lane>,
    /// Invariant: an arrow leads from an earlier step to a later one.
    pub steps: Vec<Step>,
    pub arrows: Vec<Arrow>,
}

#[derive(Clone, Debug)]
pub struct Lane {
    /// `None`: the act names nobody.
    pub actor: Option<ActorId>,
    pub name: String,
}

#[derive(Clone, Debug)]
pub struct Step {
    pub kind: Kind,
    /// The node of the procedure; `None` for what a diagram needs and an act doesn't say.
    pub node: Option<NodeIx>,
    pub lane: usize,
    /// Unique within the flow.
    pub id: String,
    /// What is done, asked or reached, as the act says it.
    pub text: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Start,
    /// Done by a person or a unit.
    Task,
    /// Done by an information system.
    Service,
    Choice,
    /// Branches of a choice come together again.
    Merge,
    Parallel,
    Join,
    Wait,
    Receipt,
    End(Outcome),
}

#[derive(Clone, Debug)]
pub struct Arrow {
    pub from: usize,
    pub to: usize,
    /// From a choice: what was answered.
    pub answer: Option<String>,
    pub when: Condition,
    /// What is done where no other condition holds.
    pub otherwise: bool,
}

/// The flow of a procedure, with its words in a language.
pub fn flow(model: &Model, procedure: &Procedure, words: &Words) -> Flow {
    let order = in_order(procedure);
    let (lanes, lane_of) = lanes(model, procedure, &order, words);
    let place = |ix: NodeIx| order.iter().position(|own| *own == ix).map_or(0, |at| at + 1);
    let start = Step {
        kind: Kind::Start,
        node: None,
        lane: 0,
        id: fresh("start", procedure),
        text: words.say("diagram-start", &[]),
    };
    let mut steps = vec![start];
    let mut arrows = Vec::new();
    if let Some(entry) = procedure.entry {
        arrows.push(Arrow::plain(0, place(entry)));
    }
    for ix in &order {
        let node = &procedure[*ix];
        steps.push(Step {
            kind: kind(model, node),
            node: Some(*ix),
            lane: lane_of[ix.0 as usize],
            id: node.id.clone(),
            text: text(model, node, words),
        });
        for edge in &node.next {
            let answer = (node.kind == NodeKind::Choice).then(|| answer(model, node, edge, words));
            let (when, otherwise) = (edge.when.clone(), edge.otherwise);
            arrows.push(Arrow { from: place(*ix), to: place(edge.to), answer, when, otherwise });
        }
    }
    Flow { lanes, steps, arrows }
}

impl Arrow {
    pub fn plain(from: usize, to: usize) -> Arrow {
        Arrow { from, to, answer: None, when: Condition::Always, otherwise: false }
    }
}

impl Flow {
    /// With every text as a picture can show it: nothing that turns the direction of what stands beside it.
    pub fn cleaned(mut self) -> Flow {
        self.lanes.iter_mut().for_each(|lane| lane.name = clean(&lane.name));
        self.steps.iter_mut().for_each(|step| step.text = clean(&step.text));
        self.arrows.iter_mut().flat_map(|arrow| &mut arrow.answer).for_each(|answer| *answer = clean(answer));
        self
    }

    /// With a step of its own wherever branches come together in a step that does something: notations in which two
    /// arrows into a task would mean that it is done twice.
    pub fn with_merges(&self) -> Flow {
        let joins = |step: &Step| matches!(step.kind, Kind::Join | Kind::Merge);
        let entering = |at: usize| self.arrows.iter().filter(|arrow| arrow.to == at).count();
        let mut flow = Flow { lanes: self.lanes.clone(), steps: Vec::new(), arrows: Vec::new() };
        let mut moved = Vec::new();
        let mut entry = Vec::new();
        for (at, step) in self.steps.iter().enumerate() {
            let merge = entering(at) > 1 && !joins(step);
            if merge {
                let id = format!("{}-merge", step.id);
                flow.steps.push(Step { kind: Kind::Merge, node: None, lane: step.lane, id, text: String::new() });
            }
            entry.push(flow.steps.len() - usize::from(merge));
            moved.push(flow.steps.len());
            flow.steps.push(step.clone());
            if merge {
                flow.arrows.push(Arrow::plain(moved[at] - 1, moved[at]));
            }
        }
        let between =
            self.arrows.iter().map(|arrow| Arrow { from: moved[arrow.from], to: entry[arrow.to], ..arrow.clone() });
        flow.arrows.extend(between);
        flow.arrows.sort_by_key(|arrow| (arrow.from, arrow.to));
        flow
    }
}

/// Every node behind those that lead to it, else in the order of the text.
fn in_order(procedure: &Procedure) -> Vec<NodeIx> {
    let mut open = vec![0usize; procedure.nodes.len()];
    for edge in procedure.nodes.iter().flat_map(|node| &node.next) {
        open[edge.to.0 as usize] += 1;
    }
    let mut ready: BinaryHeap<Reverse<u32>> =
        (0..procedure.nodes.len() as u32).filter(|ix| open[*ix as usize] == 0).map(Reverse).collect();
    let mut order = Vec::new();
    while let Some(Reverse(ix)) = ready.pop() {
        order.push(NodeIx(ix));
        for edge in &procedure[NodeIx(ix)].next {
            let waiting = &mut open[edge.to.0 as usize];
            *waiting -= 1;
            if *waiting == 0 {
                ready.push(Reverse(edge.to.0));
            }
        }
    }
    order
}

fn lanes(model: &Model, procedure: &Procedure, order: &[NodeIx], words: &Words) -> (Vec<Lane>, Vec<usize>) {
    let mut lanes = vec![Lane { actor: Some(APPLICANT), name: name(model, Some(APPLICANT), words) }];
    let mut lane_of = vec![0; procedure.nodes.len()];
    let mut known = vec![false; procedure.nodes.len()];
    for ix in order {
        let node = &procedure[*ix];
        let before =
            order.iter().find(|own| known[own.0 as usize] && procedure[**own].next.iter().any(|edge| edge.to == *ix));
        let actor = match (node.actor, node.kind, before) {
            (Some(actor), _, _) => Some(actor),
            (None, NodeKind::Step, _) => stage_actor(procedure, node),
            (None, NodeKind::Receipt, _) => {
                receiver(procedure, node).or(before.and_then(|own| lanes[lane_of[own.0 as usize]].actor))
            }
            (None, _, Some(own)) => lanes[lane_of[own.0 as usize]].actor,
            (None, _, None) => Some(APPLICANT),
        };
        let at = lanes.iter().position(|lane| lane.actor == actor).unwrap_or_else(|| {
            lanes.push(Lane { actor, name: name(model, actor, words) });
            lanes.len() - 1
        });
        lane_of[ix.0 as usize] = at;
        known[ix.0 as usize] = true;
    }
    (lanes, lane_of)
}

fn stage_actor(procedure: &Procedure, node: &Node) -> Option<ActorId> {
    procedure.stages.get(node.stage?)?.actor
}

/// Who acts first on what is received.
fn receiver(procedure: &Procedure, node: &Node) -> Option<ActorId> {
    node.next.iter().find_map(|edge| procedure[edge.to].actor)
}

fn name(model: &Model, actor: Option<ActorId>, words: &Words) -> String {
    let said = |text: &Text, id: &str| text.get(words.language()).unwrap_or(id).to_owned();
    match actor {
        None => words.say("diagram-nobody", &[]),
        Some(APPLICANT) if model[APPLICANT].label.get(words.language()).is_none() => {
            words.say("diagram-applicant", &[])
        }
        Some(actor) => said(&model[actor].label, &model[actor].id),
    }
}

fn fresh(id: &str, procedure: &Procedure) -> String {
    let taken = |id: &str| procedure.nodes.iter().any(|node| node.id == id);
    let mut fresh = id.to_owned();
    while taken(&fresh) {
        fresh.push('-');
    }
    fresh
}

fn kind(model: &Model, node: &Node) -> Kind {
    let by_system = node.actor.is_some_and(|actor| model[actor].kind == ActorKind::System);
    match node.kind {
        NodeKind::Step if by_system => Kind::Service,
        NodeKind::Step => Kind::Task,
        NodeKind::Choice => Kind::Choice,
        NodeKind::Parallel => Kind::Parallel,
        NodeKind::Join => Kind::Join,
        NodeKind::Wait { .. } => Kind::Wait,
        NodeKind::Receipt => Kind::Receipt,
        NodeKind::End(outcome) => Kind::End(outcome),
    }
}

fn text(model: &Model, node: &Node, words: &Words) -> String {
    let language = words.language();
    if let Some(text) = node.label.get(language) {
        return text.to_owned();
    }
    match node.kind {
        NodeKind::Choice => question(model, node, language).unwrap_or_else(|| node.id.clone()),
        NodeKind::Receipt => words.say("diagram-receipt", &[]),
        NodeKind::Parallel | NodeKind::Join => String::new(),
        NodeKind::End(outcome) => words.say(outcome_id(outcome), &[]),
        _ => node.id.clone(),
    }
}

fn outcome_id(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Granted => "diagram-granted",
        Outcome::Refused => "diagram-refused",
        Outcome::Returned => "diagram-returned",
    }
}

/// What a choice asks, where it has no words of its own: the one fact that it hangs on.
fn question(model: &Model, node: &Node, language: Language) -> Option<String> {
    let fact = asked(node)?;
    Some(format!("{}?", model[fact].label.get(language)?.trim_end_matches('?')))
}

/// The only fact that the branches ask for.
fn asked(node: &Node) -> Option<FactId> {
    let mut facts: Vec<FactId> = node.next.iter().flat_map(|edge| edge.when.facts()).collect();
    facts.sort();
    facts.dedup();
    match facts.as_slice() {
        [fact] => Some(*fact),
        _ => None,
    }
}

/// What an arrow out of a choice is marked with: yes or no where one fact is asked, else the condition in words.
fn answer(model: &Model, node: &Node, edge: &Edge, words: &Words) -> String {
    let yes_no = asked(node).filter(|fact| model[*fact].is_yes_no());
    if let Some(fact) = yes_no {
        let holds = |value: u32| edge.when.holds(&[(fact, value)].into_iter().collect()) == Some(true);
        match (holds(0), holds(1)) {
            (true, false) => return words.say("diagram-yes", &[]),
            (false, true) => return words.say("diagram-no", &[]),
            _ => {}
        }
    }
    if let (true, [one, other]) = (node.label.get(words.language()).is_some(), node.next.as_slice())
        && one.otherwise != other.otherwise
    {
        let asked = if one.otherwise { &other.when } else { &one.when };
        let yes = says_yes(model, asked) != edge.otherwise;
        return words.say(if yes { "diagram-yes" } else { "diagram-no" }, &[]);
    }
    if edge.otherwise && node.next.len() > 1 {
        return words.say("diagram-otherwise", &[]);
    }
    condition(model, &edge.when, words)
}

/// Whether what a branch asks for is what the question of the choice asks for, and not its opposite.
fn says_yes(model: &Model, when: &Condition) -> bool {
    let absent =
        |fact: FactId, value: u32| model[fact].values.get(value as usize).is_some_and(|value| value == "absent");
    match when {
        Condition::Is(fact, value) if model[*fact].is_yes_no() => *value == 0,
        Condition::Is(fact, value) => !absent(*fact, *value),
        Condition::Not(inner) => !says_yes(model, inner),
        Condition::Always | Condition::All(_) | Condition::Any(_) => true,
    }
}

/// A condition in the words of its facts.
pub fn condition(model: &Model, when: &Condition, words: &Words) -> String {
    let label = |fact: FactId| model[fact].label.get(words.language()).unwrap_or(&model[fact].id).to_owned();
    match when {
        Condition::Always => String::new(),
        Condition::Is(fact, 0) if model[*fact].is_yes_no() => label(*fact),
        Condition::Is(fact, _) if model[*fact].is_yes_no() => negated(&label(*fact), words),
        Condition::Is(fact, value) => {
            let value = model[*fact].values.get(*value as usize).map_or("", String::as_str);
            // What is asked after is there, or is not: that is yes or no.
            let value = match value {
                "present" => words.say("diagram-yes", &[]),
                "absent" => words.say("diagram-no", &[]),
                other => other.to_owned(),
            };
            format!("{}: {value}", label(*fact).trim_end_matches('?'))
        }
        Condition::Not(inner) => negated(&condition(model, inner, words), words),
        Condition::All(all) => joined(model, all, "diagram-and", words),
        Condition::Any(any) => joined(model, any, "diagram-or", words),
    }
}

fn negated(text: &str, words: &Words) -> String {
    format!("{}: {text}", words.say("diagram-no", &[]))
}

fn joined(model: &Model, all: &[Condition], id: &str, words: &Words) -> String {
    let each: Vec<String> = all.iter().map(|one| condition(model, one, words)).collect();
    each.join(&format!(" {} ", words.say(id, &[])))
}

/// The limits of a node in digits and words; one that counts back from the end of the term says so.
pub fn limits(node: &Node, words: &Words) -> Vec<String> {
    let before = Keyword::BeforeTerm.spelling(words.language());
    let said = node.limits.iter().map(|limit| match (number::duration(limit.duration, words), limit.before_term) {
        (said, true) => format!("{said} ({before})"),
        (said, false) => said,
    });
    said.collect()
}
