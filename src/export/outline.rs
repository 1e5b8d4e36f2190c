//! One regulation laid out for programs: the shape of `show --format json`.
//!
//! Steps stand in the order of the procedure. A stage stands before its first step.

use super::service::{self, ServiceOutline};
use crate::model::{
    Abbreviation, AnchorEvent, ChannelId, Citation, ClauseRef, Condition, Form, Limit, Mention, Model, Named, Node,
    NodeKind, Opening, Outcome, Procedure, Regulation, RegulationId, Said, Saying, Stage, Text,
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
    /// What is handed in, refused for and given, in which form and for what fee.
    #[serde(flatten)]
    pub service: ServiceOutline,
    pub sayings: Vec<SayingOutline>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub omits: Vec<OmissionOutline>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<OfferOutline>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub abbreviations: Vec<AbbreviationOutline>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<MentionOutline>,
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
    /// Other names than the usual one, with the clauses that give them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub called: Vec<NameOutline>,
}

#[derive(Serialize, Debug)]
pub struct NameOutline {
    pub clause: Option<String>,
    pub name: BTreeMap<&'static str, String>,
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
    /// The act's own number of the step or the check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub form: Vec<&'static str>,
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
    /// The limit is one of several parts that a summary gives the step.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub part: bool,
    pub actor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub called: Option<BTreeMap<&'static str, String>>,
    pub hands_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_called: Option<BTreeMap<&'static str, String>>,
    /// What this clause counts from, where it says so itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub counted_from: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<BTreeMap<&'static str, String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub form: Vec<&'static str>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hands_to: Option<String>,
    pub limits: Vec<LimitOutline>,
    pub counted_from: Vec<String>,
    /// Empty: all.
    pub channels: Vec<String>,
    /// In the English vocabulary; left out: always.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
}

/// A channel that the act announces, with the hours that it gives for it.
#[derive(Serialize, Debug)]
pub struct OfferOutline {
    pub channel: String,
    pub clauses: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<HoursOutline>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accepts: Vec<HoursOutline>,
}

#[derive(Serialize, Debug)]
pub struct HoursOutline {
    /// 1 is Monday.
    pub days: Vec<u8>,
    pub from: String,
    pub until: String,
    pub breaks: Vec<[String; 2]>,
}

#[derive(Serialize, Debug)]
pub struct AbbreviationOutline {
    pub short: String,
    pub means: BTreeMap<&'static str, String>,
    pub of: Option<String>,
    /// Where it is defined.
    pub clauses: Vec<String>,
    pub used: Vec<String>,
}

#[derive(Serialize, Debug)]
pub struct MentionOutline {
    pub name: String,
    pub clauses: Vec<String>,
    pub since: Option<String>,
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
        service: service::outline(model, regulation),
        sayings: sayings(model, regulation),
        omits: omissions(regulation),
        offers: regulation.offers.iter().map(|said| offer(model, regulation, said)).collect(),
        abbreviations: regulation.abbreviations.iter().map(|it| abbreviation(model, it)).collect(),
        mentions: regulation.mentions.iter().map(mention).collect(),
    }
}

fn offer(model: &Model, regulation: &Regulation, said: &Said<ChannelId>) -> OfferOutline {
    let hours = regulation.hours.iter().filter(|hours| hours.channel == said.what);
    let (work, acceptance): (Vec<_>, Vec<_>) = hours.map(|hours| (&hours.work, &hours.acceptance)).unzip();
    OfferOutline {
        channel: model[said.what].id.clone(),
        clauses: addresses(&said.clauses),
        open: work.into_iter().flatten().map(opening).collect(),
        accepts: acceptance.into_iter().flatten().map(opening).collect(),
    }
}

fn opening(opening: &Opening) -> HoursOutline {
    let time = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    HoursOutline {
        days: (1..=7).filter(|day| opening.days[usize::from(*day) - 1]).collect(),
        from: time(opening.from),
        until: time(opening.until),
        breaks: opening.breaks.iter().map(|(from, to)| [time(*from), time(*to)]).collect(),
    }
}

fn abbreviation(model: &Model, abbreviation: &Abbreviation) -> AbbreviationOutline {
    AbbreviationOutline {
        short: abbreviation.short.clone(),
        means: texts(&abbreviation.means),
        of: abbreviation.of.first().map(|named| name(model, *named)),
        clauses: addresses(&abbreviation.defined),
        used: addresses(&abbreviation.used),
    }
}

fn mention(mention: &Mention) -> MentionOutline {
    MentionOutline {
        name: mention.name.clone(),
        clauses: addresses(&mention.clauses),
        since: mention.since.map(|date| date.to_string()),
    }
}

fn name(model: &Model, named: Named) -> String {
    match named {
        Named::Body(id) => model[id].id.clone(),
        Named::Organisation(id) => model[id].id.clone(),
        Named::Channel(id) => model[id].id.clone(),
        Named::Actor(id) => model[id].id.clone(),
        Named::Document(id) => model[id].id.clone(),
        Named::Standard(id) => model[id].id.clone(),
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
            called: called(regulation, id),
        })
        .collect()
}

/// The names of an actor in the act's list and in its procedures, once a clause.
fn called(regulation: &Regulation, id: crate::model::ActorId) -> Vec<NameOutline> {
    let own = regulation.names.iter().filter(|named| named.actor == id);
    let own = own.map(|named| (named.clause.as_ref().map(|clause| clause.address.clone()), texts(&named.called)));
    let in_steps = regulation.procedures.iter().flat_map(|procedure| &procedure.nodes).flat_map(|node| {
        let citations = node.citations.iter().filter(|said| said.actor.or(node.actor) == Some(id));
        citations.filter_map(|said| Some((Some(said.clause.address.clone()), texts(said.called.as_ref()?))))
    });
    let mut names: Vec<NameOutline> = Vec::new();
    for (clause, name) in own.chain(in_steps) {
        if !names.iter().any(|known| known.clause == clause && known.name == name) {
            names.push(NameOutline { clause, name });
        }
    }
    names
}

pub(super) fn addresses(clauses: &[ClauseRef]) -> Vec<String> {
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
        number: node.number.map(|(number, _)| number),
        label: texts(&node.label),
        actor: node.actor.map(|actor| model[actor].id.clone()),
        limits: limits(&node.limits),
        counted_from,
        counted_from_said: node.anchor.said,
        hands_to: node.hands_to.map(|actor| model[actor].id.clone()),
        results: node.results.iter().map(texts).collect(),
        gives: node.gives.clone(),
        form: forms(&node.form),
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
        number: None,
        label: texts(&stage.label),
        actor: stage.actor.map(|actor| model[actor].id.clone()),
        limits: limits(&stage.limits),
        counted_from: match stage.anchor.said {
            true => named(procedure, &stage.anchor.names, &stage.anchor.events),
            false => before(procedure, first),
        },
        counted_from_said: stage.anchor.said,
        hands_to: stage.hands_to.map(|actor| model[actor].id.clone()),
        results: Vec::new(),
        gives: Vec::new(),
        form: Vec::new(),
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

fn forms(forms: &[Form]) -> Vec<&'static str> {
    let form = |form: &Form| match form {
        Form::Electronic => Keyword::Electronic.id(),
        Form::Paper => Keyword::Paper.id(),
    };
    forms.iter().map(form).collect()
}

fn limits(limits: &[Limit]) -> Vec<LimitOutline> {
    limits.iter().map(|limit| LimitOutline { duration: limit.duration, before_term: limit.before_term }).collect()
}

fn clause(model: &Model, citation: &Citation) -> ClauseOutline {
    ClauseOutline {
        clause: citation.clause.address.clone(),
        limits: limits(&citation.limits),
        part: citation.part,
        actor: citation.actor.map(|actor| model[actor].id.clone()),
        called: citation.called.as_ref().map(texts),
        to_called: citation.to_called.as_ref().map(texts),
        hands_to: citation.hands_to.map(|actor| model[actor].id.clone()),
        counted_from: citation.anchor.as_ref().map(|anchor| anchor.names.clone()).unwrap_or_default(),
        result: citation.result.as_ref().map(texts),
        form: forms(&citation.form),
    }
}

/// Every limit that the act states besides its steps: one entry a clause.
fn sayings(model: &Model, regulation: &Regulation) -> Vec<SayingOutline> {
    let mut sayings: Vec<SayingOutline> = Vec::new();
    for saying in &regulation.sayings {
        if saying.citations.is_empty() {
            sayings.push(said(model, saying, None));
        }
        sayings.extend(saying.citations.iter().map(|citation| said(model, saying, Some(citation))));
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

/// What one clause says of it; without a clause, what the line says.
fn said(model: &Model, saying: &Saying, citation: Option<&Citation>) -> SayingOutline {
    let actor = citation.map_or(saying.actor, |citation| citation.actor);
    let hands_to = citation.map_or(saying.hands_to, |citation| citation.hands_to);
    let apart = citation.filter(|citation| citation.said_apart);
    let from = apart.map(|citation| citation.anchor.as_ref().map(|anchor| anchor.names.clone()).unwrap_or_default());
    SayingOutline {
        clause: citation.map(|citation| citation.clause.address.clone()),
        about: saying.about,
        id: saying.id.clone(),
        label: texts(&saying.label),
        actor: actor.map(|actor| model[actor].id.clone()),
        hands_to: hands_to.map(|actor| model[actor].id.clone()),
        limits: limits(citation.map_or(&saying.limits, |citation| &citation.limits)),
        counted_from: from.unwrap_or_else(|| saying.from.clone()),
        channels: saying.channels.iter().map(|channel| model[*channel].id.clone()).collect(),
        when: (saying.when != Condition::Always).then(|| saying.when.written(model)),
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
        actor: citation.actor.map(|actor| model[actor].id.clone()),
        hands_to: citation.hands_to.map(|actor| model[actor].id.clone()),
        when: None,
        limits: limits(&citation.limits),
        counted_from: named(procedure, &stage.anchor.names, &stage.anchor.events),
        channels: vec![channel],
    });
}
