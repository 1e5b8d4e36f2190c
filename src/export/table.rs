//! One regulation laid out for people: a table a channel, in the reader's language.

use crate::diagnostics::{Arg, Words};
use crate::model::{
    Abbreviation, About, ActorId, Anchor, Citation, ClauseRef, Limit, Mention, Model, Node, NodeKind, Omission,
    Outcome, Procedure, Regulation, RegulationId, Saying, Stage, Text,
};
use crate::vocabulary::Keyword;
use unicode_width::UnicodeWidthStr;

/// Lays out the regulation `id` of `model` in the language of `words`.
pub fn table(model: &Model, id: RegulationId, words: &Words) -> String {
    let regulation = &model[id];
    let mut out = format!("{}\n", regulation.id);
    if let Some(title) = regulation.title.get(words.language()) {
        out += &format!("{title}\n");
    }
    out += &heading(model, id, words);
    out += &participants(model, id, words);
    out += &super::service::tables(model, regulation, words);
    for procedure in &regulation.procedures {
        let channel = &model[procedure.channel];
        out += &format!("\n{}: {}\n", words.say("show-channel", &[]), called(&channel.id, &channel.label, words));
        out += &steps(model, procedure, words);
    }
    if !regulation.sayings.is_empty() {
        out += &format!("\n{}\n", words.say("show-besides", &[]));
        out += &columns(regulation.sayings.iter().map(|saying| besides(model, saying, words)).collect());
    }
    if !regulation.omissions.is_empty() {
        out += &format!("\n{}\n", words.say("show-omits", &[]));
        let row = |omission: &Omission| {
            let why = omission.why.get(words.language()).unwrap_or_default();
            vec![clauses(&omission.clauses), why.to_owned()]
        };
        out += &columns(regulation.omissions.iter().map(row).collect());
    }
    out += &abbreviations(regulation, words);
    out += &mentions(regulation, words);
    out
}

/// A line an abbreviation: what it is short for, where it is defined, and where it is used.
fn abbreviations(regulation: &Regulation, words: &Words) -> String {
    let row = |it: &Abbreviation| {
        let means = it.means.get(words.language()).unwrap_or_default();
        vec![it.short.clone(), means.to_owned(), clauses(&it.defined), clauses(&it.used)]
    };
    section("show-abbreviations", regulation.abbreviations.iter().map(row).collect(), words)
}

/// A line for each body, organisation, channel or actor that the act names in passing.
fn mentions(regulation: &Regulation, words: &Words) -> String {
    let row = |it: &Mention| vec![called(&it.name, &it.label, words), clauses(&it.clauses)];
    section("show-mentions", regulation.mentions.iter().map(row).collect(), words)
}

pub(super) fn section(title: &str, rows: Vec<Vec<String>>, words: &Words) -> String {
    match rows.is_empty() {
        true => String::new(),
        false => format!("\n{}\n{}", words.say(title, &[]), columns(rows)),
    }
}

/// A line a step, and under it what is done.
fn steps(model: &Model, procedure: &Procedure, words: &Words) -> String {
    let (mut rows, mut labels) = (vec![header(words)], vec![None]);
    let mut shown = vec![false; procedure.stages.len()];
    for (ix, node) in procedure.nodes.iter().enumerate() {
        // A stage stands before its first step.
        for (stage, shown) in procedure.stages.iter().zip(&mut shown) {
            if !*shown && stage.nodes.iter().any(|own| own.0 as usize == ix) {
                *shown = true;
                rows.push(stage_row(model, procedure, stage, words));
                labels.push(stage.label.get(words.language()));
            }
        }
        rows.push(row(model, procedure, node, words));
        labels.push(node.label.get(words.language()));
    }
    let mut out = String::new();
    for (line, label) in columns(rows).lines().zip(labels) {
        out += &format!("{line}\n");
        if let Some(label) = label {
            out += &format!("      {label}\n");
        }
    }
    out
}

fn heading(model: &Model, id: RegulationId, words: &Words) -> String {
    let regulation = &model[id];
    let mut rows = Vec::new();
    if let Some(standard) = regulation.standard {
        rows.push(vec![words.say("show-implements", &[]), model[standard].id.clone()]);
    }
    if let Some(date) = regulation.since {
        rows.push(vec![words.say("show-since", &[]), words.arg(&Arg::Day(crate::time::Day::from_date(date)))]);
    }
    if let Some(date) = regulation.until {
        rows.push(vec![words.say("show-until", &[]), words.arg(&Arg::Day(crate::time::Day::from_date(date)))]);
    }
    columns(rows)
}

fn participants(model: &Model, id: RegulationId, words: &Words) -> String {
    let outline = super::outline::outline(model, id);
    if outline.actors.is_empty() {
        return String::new();
    }
    let mut rows = Vec::new();
    for actor in &outline.actors {
        let label = actor.label.get(words.language().tag()).cloned().unwrap_or_default();
        rows.push(vec![actor.id.clone(), label, actor.listed_in.join(", ")]);
    }
    format!("\n{}\n{}", words.say("show-participants", &[]), columns(rows))
}

fn header(words: &Words) -> Vec<String> {
    ["show-step", "show-who", "show-limit", "show-from", "show-clauses", "show-next"]
        .iter()
        .map(|id| words.say(id, &[]))
        .collect()
}

fn row(model: &Model, procedure: &Procedure, node: &Node, words: &Words) -> Vec<String> {
    vec![
        step(node, words),
        who(model, node.actor, node.hands_to),
        taken(node, words),
        counted_from(&node.anchor, words),
        addresses(&node.citations),
        next(model, procedure, node, words),
    ]
}

/// Who acts, and whom the file goes to.
fn who(model: &Model, actor: Option<ActorId>, to: Option<ActorId>) -> String {
    let actor = actor.map_or("", |actor| &model[actor].id);
    match to {
        Some(to) => format!("{actor} › {}", model[to].id).trim_start().to_owned(),
        None => actor.to_owned(),
    }
}

/// A stage: its own limit, and the steps that it holds.
fn stage_row(model: &Model, procedure: &Procedure, stage: &Stage, words: &Words) -> Vec<String> {
    let steps: Vec<&str> = stage.nodes.iter().map(|node| procedure[*node].id.as_str()).collect();
    vec![
        format!("{} {}", Keyword::Stage.spelling(words.language()), stage.id),
        who(model, stage.actor, stage.hands_to),
        limits(&stage.limits, words),
        counted_from(&stage.anchor, words),
        addresses(&stage.citations),
        format!("({})", steps.join(", ")),
    ]
}

/// Any of several events is said with the word that the author uses.
fn counted_from(anchor: &Anchor, words: &Words) -> String {
    let or = format!(" {} ", Keyword::Or.spelling(words.language()));
    if anchor.said { anchor.names.join(&or) } else { String::new() }
}

fn addresses(citations: &[Citation]) -> String {
    citations.iter().map(|citation| citation.clause.address.as_str()).collect::<Vec<_>>().join(", ")
}

/// The limits, and whether the term stands still meanwhile.
fn taken(node: &Node, words: &Words) -> String {
    let limits = limits(&node.limits, words);
    match node.kind {
        NodeKind::Wait { stops_clock: true } => {
            let stops = Keyword::StopsClock.spelling(words.language());
            [limits.as_str(), stops].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
        }
        _ => limits,
    }
}

/// The step's name, marked with what it is where it is no plain step.
fn step(node: &Node, words: &Words) -> String {
    match node.number {
        Some((number, _)) => format!("{number}. {}", named(node, words)),
        None => named(node, words),
    }
}

fn named(node: &Node, words: &Words) -> String {
    let keyword = match node.kind {
        NodeKind::Step => return node.id.clone(),
        NodeKind::Choice => Keyword::Choice,
        NodeKind::Parallel | NodeKind::Join => Keyword::Parallel,
        NodeKind::Wait { .. } => Keyword::Wait,
        NodeKind::Receipt => return Keyword::Receipt.spelling(words.language()).to_owned(),
        NodeKind::End(_) => Keyword::End,
    };
    format!("{} {}", keyword.spelling(words.language()), node.id)
}

fn next(model: &Model, procedure: &Procedure, node: &Node, words: &Words) -> String {
    if let NodeKind::End(outcome) = node.kind {
        let keyword = match outcome {
            Outcome::Granted => Keyword::Granted,
            Outcome::Refused => Keyword::Refused,
            Outcome::Returned => Keyword::Returned,
        };
        return keyword.spelling(words.language()).to_owned();
    }
    let edges = node.next.iter().map(|edge| {
        let to = &procedure[edge.to].id;
        match (edge.otherwise, node.kind) {
            (true, _) => format!("{} → {to}", Keyword::Otherwise.spelling(words.language())),
            (false, NodeKind::Choice) => format!("{} → {to}", edge.when.written_in(model, words.language())),
            _ => format!("→ {to}"),
        }
    });
    edges.collect::<Vec<_>>().join("; ")
}

fn limits(limits: &[Limit], words: &Words) -> String {
    match limits {
        [] => String::new(),
        limits => {
            let (back, forward): (Vec<&Limit>, Vec<&Limit>) = limits.iter().partition(|limit| limit.before_term);
            let said = |limits: &[&Limit]| words.arg(&Arg::Durations(limits.iter().map(|it| it.duration).collect()));
            let before = Keyword::BeforeTerm.spelling(words.language());
            let forward = (!forward.is_empty()).then(|| said(&forward));
            let back = (!back.is_empty()).then(|| format!("{} ({before})", said(&back)));
            forward.into_iter().chain(back).collect::<Vec<_>>().join(", ")
        }
    }
}

fn besides(model: &Model, saying: &Saying, words: &Words) -> Vec<String> {
    vec![
        about(saying, words),
        who(model, saying.actor, saying.hands_to),
        limits(&saying.limits, words),
        saying.from.join(", "),
        addresses(&saying.citations),
    ]
}

pub(super) fn clauses(clauses: &[ClauseRef]) -> String {
    clauses.iter().map(|clause| clause.address.as_str()).collect::<Vec<_>>().join(", ")
}

/// What a saying is called; one without a name by the word that it begins with.
fn about(saying: &Saying, words: &Words) -> String {
    let keyword = match saying.about {
        About::Term => Keyword::Term,
        About::Extension => Keyword::Extension,
        About::Notice => Keyword::Notice,
        About::Refusal => Keyword::Refused,
        About::CompletenessCheck => Keyword::CompletenessCheck,
        About::InForce => Keyword::Effective,
        About::Stage | About::Obligation | About::Complaint => return called(&saying.id, &saying.label, words),
    };
    let called = called(&saying.id, &saying.label, words);
    if called.is_empty() { keyword.spelling(words.language()).to_owned() } else { called }
}

fn called(id: &str, label: &Text, words: &Words) -> String {
    match label.get(words.language()) {
        Some(label) if id.is_empty() => label.to_owned(),
        Some(label) => format!("{id} — {label}"),
        None => id.to_owned(),
    }
}

/// Rows in columns, each as wide as its widest cell on a screen.
fn columns(rows: Vec<Vec<String>>) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..count).map(|column| width(column).unwrap_or(0)).collect();
    let mut out = String::new();
    for row in &rows {
        let mut line = String::from("  ");
        for (cell, width) in row.iter().zip(&widths) {
            line += cell;
            line += &" ".repeat(width - cell.width() + 2);
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}
