//! One regulation laid out for programs: the shape of `show --format json`.
//!
//! Steps stand in the order of the procedure. A stage stands before its first step.

use crate::model::{
    AnchorEvent, Citation, ClauseRef, Condition, Limit, Model, Node, NodeKind, Outcome, Procedure, Regulation,
    RegulationId, Saying, Stage, Text,
};
use crate::vocabulary::{Keyword, Language};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize, Debug)]
pub struct Outline {
    pub id: String,
    pub title: BTreeMap<&'static str, String>,
    pub implements: Option<String>,
    pub organisation: Option<String>,
    pub in_force: InForce,
    pub actors: Vec<ActorOutline>,
    pub channels: Vec<ChannelOutline>,
    pub sayings: Vec<SayingOutline>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub omits: Vec<OmissionOutline>,
}

#[derive(Serialize, Debug)]
pub struct InForce {
    pub from: Option<String>,
    /// Inclusive.
    pub until: Option<String>,
    pub amended: Vec<String>,
    pub repealed: Option<String>,
}

#[derive(Serialize, Debug)]
pub struct ActorOutline {
    pub id: String,
    pub label: BTreeMap<&'static str, String>,
    pub organisation: Option<String>,
    /// The clauses of the act's own list that name the actor.
    pub listed_in: Vec<String>,
}

#[derive(Serialize, Debug)]
pub struct ChannelOutline {
    pub id: String,
    pub steps: Vec<StepOutline>,
}

#[derive(Serialize, Debug)]
pub struct StepOutline {
    pub id: String,
    pub kind: &'static str,
    pub label: BTreeMap<&'static str, String>,
    pub actor: Option<String>,
    /// Several: the earliest counts.
    pub limits: Vec<LimitOutline>,
    pub counted_from: Vec<String>,
    pub counted_from_said: bool,
    pub hands_to: Option<String>,
    pub results: Vec<BTreeMap<&'static str, String>>,
    /// The declared results that it gives, by their ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gives: Vec<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub stops_clock: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// The steps of a stage.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<String>,
    pub next: Vec<NextOutline>,
    pub clauses: Vec<ClauseOutline>,
}

#[derive(Serialize, Debug)]
pub struct LimitOutline {
    #[serde(flatten)]
    pub duration: crate::time::Duration,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub before_term: bool,
}

#[derive(Serialize, Debug)]
pub struct NextOutline {
    pub to: String,
    /// In the English vocabulary; `null`: always.
    pub when: Option<String>,
}

#[derive(Serialize, Debug)]
pub struct ClauseOutline {
    pub clause: String,
    pub limits: Vec<LimitOutline>,
    pub actor: Option<String>,
    pub hands_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<BTreeMap<&'static str, String>>,
}

/// A clause that the model leaves out on purpose.
#[derive(Serialize, Debug)]
pub struct OmissionOutline {
    pub clause: String,
    pub why: BTreeMap<&'static str, String>,
}

#[derive(Serialize, Debug)]
pub struct SayingOutline {
    pub clause: Option<String>,
    pub about: crate::model::About,
    pub id: String,
    pub label: BTreeMap<&'static str, String>,
    pub actor: Option<String>,
    pub limits: Vec<LimitOutline>,
    pub counted_from: Vec<String>,
    /// Empty: all.
    pub channels: Vec<String>,
}

/// Lays out the regulation `id` of `model`.
pub fn outline(model: &Model, id: RegulationId) -> Outline {
    let regulation = &model[id];
    Outline {
        id: regulation.id.clone(),
        title: texts(&regulation.title),
        implements: regulation.standard.map(|standard| model[standard].id.clone()),
        organisation: regulation.organisation.map(|organisation| model[organisation].id.clone()),
        in_force: in_force(regulation),
        actors: actors(model, regulation),
        channels: regulation.procedures.iter().map(|procedure| channel(model, procedure)).collect(),
        sayings: sayings(model, regulation),
        omits: omissions(regulation),
    }
}

/// One entry a language; a text without a language stands for all of them.
pub fn texts(text: &Text) -> BTreeMap<&'static str, String> {
    let of =
        |language: Language| Some((language.tag(), text.by_language.get(&language).or(text.any.as_ref())?.clone()));
    Language::ALL.into_iter().filter_map(of).collect()
}

fn in_force(regulation: &Regulation) -> InForce {
    InForce {
        from: regulation.since.map(|date| date.to_string()),
        until: regulation.until.map(|date| date.to_string()),
        amended: regulation.amended.iter().map(|event| event.date.to_string()).collect(),
        repealed: regulation.repealed.as_ref().map(|event| event.date.to_string()),
    }
}

/// Those listed, in the list's order, then those who act or receive the file, in the order of the procedures.
fn actors(model: &Model, regulation: &Regulation) -> Vec<ActorOutline> {
    let nodes = regulation.procedures.iter().flat_map(|procedure| &procedure.nodes);
    let acting = nodes.flat_map(|node| node.actor.into_iter().chain(node.hands_to));
    let mut ids = Vec::new();
    for id in regulation.listed.iter().map(|listed| listed.what).chain(acting) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter()
        .map(|id| ActorOutline {
            id: model[id].id.clone(),
            label: texts(&model[id].label),
            organisation: model[id].organisation.map(|organisation| model[organisation].id.clone()),
            listed_in: regulation
                .listed
                .iter()
                .filter(|listed| listed.what == id)
                .flat_map(|listed| addresses(&listed.clauses))
                .collect(),
        })
        .collect()
}

fn addresses(clauses: &[ClauseRef]) -> Vec<String> {
    clauses.iter().map(|clause| clause.address.clone()).collect()
}

fn channel(model: &Model, procedure: &Procedure) -> ChannelOutline {
    let mut steps = Vec::new();
    let mut shown = vec![false; procedure.stages.len()];
    for (ix, node) in procedure.nodes.iter().enumerate() {
        for (stage, shown) in procedure.stages.iter().zip(&mut shown) {
            if !*shown && stage.nodes.iter().any(|own| own.0 as usize == ix) {
                *shown = true;
                steps.push(stage_step(model, procedure, stage));
            }
        }
        steps.push(step(model, procedure, ix, node));
    }
    ChannelOutline { id: model[procedure.channel].id.clone(), steps }
}

fn step(model: &Model, procedure: &Procedure, ix: usize, node: &Node) -> StepOutline {
    let counted_from = match node.anchor.said {
        true => named(procedure, &node.anchor.names, &node.anchor.events),
        false => before(procedure, ix),
    };
    StepOutline {
        id: node.id.clone(),
        kind: kind(node.kind),
        label: texts(&node.label),
        actor: node.actor.map(|actor| model[actor].id.clone()),
        limits: limits(&node.limits),
        counted_from,
        counted_from_said: node.anchor.said,
        hands_to: node.hands_to.map(|actor| model[actor].id.clone()),
        results: node.results.iter().map(texts).collect(),
        gives: node.gives.clone(),
        stops_clock: matches!(node.kind, NodeKind::Wait { stops_clock: true }),
        outcome: outcome(node.kind),
        stage: node.stage.map(|stage| procedure.stages[stage].id.clone()),
        steps: Vec::new(),
        next: node
            .next
            .iter()
            .map(|edge| NextOutline {
                to: procedure[edge.to].id.clone(),
                when: (edge.when != Condition::Always).then(|| edge.when.written(model)),
            })
            .collect(),
        clauses: node.citations.iter().map(|citation| clause(model, citation)).collect(),
    }
}

fn stage_step(model: &Model, procedure: &Procedure, stage: &Stage) -> StepOutline {
    let first = stage.nodes.first().map_or(0, |node| node.0 as usize);
    StepOutline {
        id: stage.id.clone(),
        kind: "stage",
        label: texts(&stage.label),
        actor: None,
        limits: limits(&stage.limits),
        counted_from: match stage.anchor.said {
            true => named(procedure, &stage.anchor.names, &stage.anchor.events),
            false => before(procedure, first),
        },
        counted_from_said: stage.anchor.said,
        hands_to: None,
        results: Vec::new(),
        gives: Vec::new(),
        stops_clock: false,
        outcome: None,
        stage: None,
        steps: stage.nodes.iter().map(|node| procedure[*node].id.clone()).collect(),
        next: Vec::new(),
        clauses: stage.citations.iter().map(|citation| clause(model, citation)).collect(),
    }
}

fn kind(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Step => "step",
        NodeKind::Choice => "choice",
        NodeKind::Parallel => "parallel",
        NodeKind::Join => "join",
        NodeKind::Wait { .. } => "wait",
        NodeKind::Receipt => "receipt",
        NodeKind::End(_) => "end",
    }
}

fn outcome(kind: NodeKind) -> Option<&'static str> {
    match kind {
        NodeKind::End(Outcome::Granted) => Some("granted"),
        NodeKind::End(Outcome::Refused) => Some("refused"),
        NodeKind::End(Outcome::Returned) => Some("returned"),
        _ => None,
    }
}

/// The events by the names the author gave them, or, in a model that was not read from text, by what they are.
fn named(procedure: &Procedure, names: &[String], events: &[AnchorEvent]) -> Vec<String> {
    if !names.is_empty() {
        return names.to_vec();
    }
    let name = |event: &AnchorEvent| match event {
        AnchorEvent::Previous => None,
        AnchorEvent::Filing => Some(Keyword::Filing.id().to_owned()),
        AnchorEvent::Done(node) => Some(procedure[*node].id.clone()),
    };
    events.iter().filter_map(name).collect()
}

/// The acts and events right before a node; choices and parallel nodes take no time, so what stands before them counts.
fn before(procedure: &Procedure, ix: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut seen = vec![false; procedure.nodes.len()];
    let mut open = vec![ix];
    while let Some(at) = open.pop() {
        let leads_here = |node: &Node| node.next.iter().any(|edge| edge.to.0 as usize == at);
        if procedure.entry.is_some_and(|entry| entry.0 as usize == at) {
            found.push((0, Keyword::Filing.id().to_owned()));
        }
        for (place, node) in procedure.nodes.iter().enumerate().filter(|(_, node)| leads_here(node)) {
            match node.kind {
                _ if std::mem::replace(&mut seen[place], true) => {}
                NodeKind::Choice | NodeKind::Parallel | NodeKind::Join if node.limits.is_empty() => open.push(place),
                _ => found.push((place + 1, node.id.clone())),
            }
        }
    }
    found.sort();
    found.dedup();
    found.into_iter().map(|(_, id)| id).collect()
}

fn limits(limits: &[Limit]) -> Vec<LimitOutline> {
    limits.iter().map(|limit| LimitOutline { duration: limit.duration, before_term: limit.before_term }).collect()
}

fn clause(model: &Model, citation: &Citation) -> ClauseOutline {
    ClauseOutline {
        clause: citation.clause.address.clone(),
        limits: limits(&citation.limits),
        actor: citation.actor.map(|actor| model[actor].id.clone()),
        hands_to: citation.hands_to.map(|actor| model[actor].id.clone()),
        result: citation.result.as_ref().map(texts),
    }
}

/// Every limit that the act states besides its steps: one entry a clause.
fn sayings(model: &Model, regulation: &Regulation) -> Vec<SayingOutline> {
    let mut sayings: Vec<SayingOutline> = Vec::new();
    for saying in &regulation.sayings {
        let clauses = addresses(&saying.clauses).into_iter().map(Some);
        let clauses: Vec<Option<String>> = if saying.clauses.is_empty() { vec![None] } else { clauses.collect() };
        sayings.extend(clauses.into_iter().map(|clause| said(model, saying, clause)));
    }
    for procedure in &regulation.procedures {
        for stage in &procedure.stages {
            for citation in &stage.citations {
                add_stage(&mut sayings, model, procedure, stage, citation);
            }
        }
    }
    sayings
}

/// One entry a clause.
fn omissions(regulation: &Regulation) -> Vec<OmissionOutline> {
    let one = |omission: &crate::model::Omission| {
        let why = texts(&omission.why);
        addresses(&omission.clauses).into_iter().map(move |clause| OmissionOutline { clause, why: why.clone() })
    };
    regulation.omissions.iter().flat_map(one).collect()
}

fn said(model: &Model, saying: &Saying, clause: Option<String>) -> SayingOutline {
    SayingOutline {
        clause,
        about: saying.about,
        id: saying.id.clone(),
        label: texts(&saying.label),
        actor: saying.actor.map(|actor| model[actor].id.clone()),
        limits: limits(&saying.limits),
        counted_from: saying.from.clone(),
        channels: saying.channels.iter().map(|channel| model[*channel].id.clone()).collect(),
    }
}

/// A stage is written once for several channels, and is one saying of them.
fn add_stage(
    sayings: &mut Vec<SayingOutline>,
    model: &Model,
    procedure: &Procedure,
    stage: &Stage,
    citation: &Citation,
) {
    let channel = model[procedure.channel].id.clone();
    let clause = Some(citation.clause.address.clone());
    let same = |saying: &&mut SayingOutline| saying.clause == clause && saying.id == stage.id;
    if let Some(known) = sayings.iter_mut().find(same) {
        known.channels.push(channel);
        return;
    }
    sayings.push(SayingOutline {
        clause,
        about: crate::model::About::Stage,
        id: stage.id.clone(),
        label: texts(&stage.label),
        actor: None,
        limits: limits(&citation.limits),
        counted_from: named(procedure, &stage.anchor.names, &stage.anchor.events),
        channels: vec![channel],
    });
}
