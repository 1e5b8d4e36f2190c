//! The annexes as a department attaches them to a decree: for each channel the table of its steps, and its diagrams.

use super::{Block, Figure, Part, Row, Section, Style, Table, clean, details};
use crate::diagnostics::Words;
use crate::export::diagram::{self, Direction, Frame, Which};
use crate::export::flow::{self, Flow, Kind};
use crate::export::{mermaid, number};
use crate::model::{AnchorEvent, Limit, Model, Node, NodeKind, Procedure, Regulation, RegulationId, Stage};
use crate::time::Duration;
use crate::vocabulary::Keyword;

/// Which annexes of which regulation.
pub struct Asked<'a> {
    pub model: &'a Model,
    pub regulation: RegulationId,
    /// Its procedures, by their place in it.
    pub channels: &'a [usize],
    /// The number of the first annex.
    pub first: u32,
    pub direction: Direction,
}

/// The annexes in one language.
pub fn part(asked: &Asked, words: &Words) -> Part {
    let mut sections = Vec::new();
    for (channel, number) in asked.channels.iter().zip(asked.first..) {
        sections.extend(of_channel(asked, *channel, Some(number), words));
    }
    let mut blocks = vec![Block::Heading(1, words.say("document-details", &[]))];
    blocks.extend(details::blocks(asked.model, asked.regulation, words));
    sections.push(Section { lying: false, blocks });
    Part { language: words.language(), title: title(asked.model, asked.regulation, words), sections }
}

/// The title of the regulation.
pub(super) fn title(model: &Model, id: RegulationId, words: &Words) -> String {
    clean(model[id].title.get(words.language()).unwrap_or(&model[id].id))
}

/// The table and the diagrams of a channel; with a number, headed as an annex of that number.
pub(super) fn of_channel(asked: &Asked, channel: usize, number: Option<u32>, words: &Words) -> Vec<Section> {
    let model = asked.model;
    let procedure = &model[asked.regulation].procedures[channel];
    let flow = flow::flow(model, procedure, words);
    let label = &model[procedure.channel];
    let label = clean(label.label.get(words.language()).unwrap_or(&label.id));
    let channel = format!("{}: {label}", words.say("diagram-channel", &[]));
    let mut blocks = Vec::new();
    match number {
        Some(number) => {
            let title = title(model, asked.regulation, words);
            let mark = words.say_in_full("document-annex", &[("number", number.to_string().into())], "title", title);
            blocks.push(Block::Paragraph(Style::Mark, mark));
            blocks.push(Block::Heading(1, words.say("diagram-reference", &[])));
            blocks.push(Block::Paragraph(Style::Under, channel.clone()));
        }
        None => blocks.push(Block::Heading(2, channel.clone())),
    }
    blocks.push(Block::Table(steps(asked, procedure, &flow, &channel, words)));
    let mut sections = vec![Section { lying: true, blocks }];
    let mut whiches = vec![Which::Reference];
    whiches.extend(diagram::interacts(procedure).then_some(Which::Interaction));
    for which in whiches {
        sections.extend(figures(asked, procedure, &flow, which, &channel, words));
    }
    sections
}

/// Each page of a diagram, on paper that lies as it does.
fn figures(
    asked: &Asked,
    procedure: &Procedure,
    flow: &Flow,
    which: Which,
    channel: &str,
    words: &Words,
) -> Vec<Section> {
    let pages = diagram::framed(asked.model, asked.regulation, procedure, which, asked.direction, words, &Frame::INSET);
    let about = words.say(
        match which {
            Which::Reference => "diagram-reference",
            Which::Interaction => "diagram-interaction",
        },
        &[],
    );
    let count = pages.len();
    let figure = |(at, picture): (usize, crate::picture::Picture)| {
        let page = [("page", (at + 1).into()), ("pages", count.into())];
        let page = if count > 1 { format!(". {}", words.say("diagram-page", &page)) } else { String::new() };
        let caption = format!("{about}. {channel}{page}");
        let sketch = (at == 0 && which == Which::Reference).then(|| mermaid::flowchart(flow, procedure, words));
        let lying = picture.width > Frame::INSET.upright.0 + 1.0;
        let figure = Figure { caption, picture: Box::new(picture), sketch };
        Section { lying, blocks: vec![Block::Picture(figure)] }
    };
    pages.into_iter().enumerate().map(figure).collect()
}

/// The table of the steps in their order, each with the numbers of those that follow.
fn steps(asked: &Asked, procedure: &Procedure, flow: &Flow, channel: &str, words: &Words) -> Table {
    let (model, regulation) = (asked.model, &asked.model[asked.regulation]);
    let numbers = numbered(procedure, flow);
    let title = |id: &str| words.say(id, &[]);
    let mut table = Table::new(
        format!("{}. {channel}", title("document-steps")),
        vec![
            (title("document-number"), 0.045),
            (title("document-unit"), 0.165),
            (title("document-action"), 0.245),
            (title("document-result"), 0.18),
            (title("document-limit"), 0.145),
            (title("document-next"), 0.11),
            (title("document-clauses"), 0.11),
        ],
    );
    let mut shown = vec![false; procedure.stages.len()];
    for (at, step) in flow.steps.iter().enumerate() {
        let (Some(ix), Some(number)) = (step.node, numbers[at]) else { continue };
        for (stage, shown) in procedure.stages.iter().zip(&mut shown) {
            if !*shown && stage.nodes.contains(&ix) {
                *shown = true;
                table.rows.push(Row::Across(stage_row(stage, words)));
            }
        }
        let node = &procedure[ix];
        table.push(vec![
            number.to_string(),
            clean(&flow.lanes[step.lane].name),
            action(node, &step.text, words),
            result(model, regulation, node, words),
            limit(flow, &numbers, node, words),
            next(flow, &numbers, at),
            addresses(node.citations.iter().map(|it| it.clause.address.as_str())),
        ]);
    }
    table
}

/// The numbers of the steps that have a row: what only splits or joins the way, and says nothing, has none.
fn numbered(procedure: &Procedure, flow: &Flow) -> Vec<Option<usize>> {
    let mut number = 0;
    let each = flow.steps.iter().map(|step| {
        let node = &procedure[step.node?];
        let silent = matches!(step.kind, Kind::Parallel | Kind::Join | Kind::Merge)
            && node.citations.is_empty()
            && step.text.is_empty();
        number += usize::from(!silent);
        (!silent).then_some(number)
    });
    each.collect()
}

/// What is done, with the act's own number of it.
fn action(node: &Node, text: &str, words: &Words) -> String {
    let text = clean(text);
    match node.number {
        Some((number, _)) => {
            let id = if node.kind == NodeKind::Choice { "diagram-condition" } else { "diagram-process" };
            format!("{}. {text}", words.say(id, &[("number", number.to_string().into())]))
        }
        None => text,
    }
}

/// What comes of a step, in which form, and who gets it.
fn result(model: &Model, regulation: &Regulation, node: &Node, words: &Words) -> String {
    let language = words.language();
    let cited = node.citations.iter().filter_map(|citation| citation.result.as_ref());
    let mut said: Vec<String> = Vec::new();
    for text in node.results.iter().chain(cited).filter_map(|text| text.get(language)) {
        if !said.iter().any(|known| known == text) {
            said.push(text.to_owned());
        }
    }
    let declared = |id: &String| regulation.results.iter().find(|it| it.id == *id)?.label.get(language);
    said.extend(node.gives.iter().filter_map(declared).map(str::to_owned));
    if let Some(to) = node.hands_to {
        let who = model[to].label.get(language).unwrap_or(&model[to].id);
        said.push(format!("{}: {who}", words.say("document-to", &[])));
    }
    clean(&said.join("\n"))
}

/// The limits in digits and words, from what they count, and whether the term stands still.
fn limit(flow: &Flow, numbers: &[Option<usize>], node: &Node, words: &Words) -> String {
    let mut said = Vec::new();
    let limits = limits(&node.limits, words);
    said.extend((!limits.is_empty()).then_some(limits));
    if node.anchor.said && !node.limits.is_empty() {
        let events: Vec<String> =
            node.anchor.events.iter().map(|event| counted(flow, numbers, *event, words)).collect();
        said.push(format!("{}: {}", words.say("document-counted", &[]), words.one_of(&events)));
    }
    if node.kind == (NodeKind::Wait { stops_clock: true }) {
        said.push(words.say("document-stops", &[]));
    }
    said.join("\n")
}

fn counted(flow: &Flow, numbers: &[Option<usize>], event: AnchorEvent, words: &Words) -> String {
    match event {
        AnchorEvent::Previous => words.say("document-arrival", &[]),
        AnchorEvent::Filing => words.say("document-filing", &[]),
        AnchorEvent::Done(ix) => {
            let at = flow.steps.iter().position(|step| step.node == Some(ix));
            let number = at.and_then(|at| numbers[at]).map_or("–".to_owned(), |number| number.to_string());
            format!("№ {number}")
        }
    }
}

/// Several limits, the earliest of which counts; those that count back from the end of the term are marked.
pub(super) fn limits(limits: &[Limit], words: &Words) -> String {
    let said = |duration: Duration| number::duration(duration, words);
    let (back, forward): (Vec<&Limit>, Vec<&Limit>) = limits.iter().partition(|limit| limit.before_term);
    let all = |limits: &[&Limit]| words.all_of(&limits.iter().map(|it| said(it.duration)).collect::<Vec<_>>());
    let before = Keyword::BeforeTerm.spelling(words.language());
    let forward = (!forward.is_empty()).then(|| all(&forward));
    let back = (!back.is_empty()).then(|| format!("{} ({before})", all(&back)));
    forward.into_iter().chain(back).collect::<Vec<_>>().join(", ")
}

/// The numbers behind the arrows of a step, each under its answer.
fn next(flow: &Flow, numbers: &[Option<usize>], from: usize) -> String {
    let mut lines = Vec::new();
    for arrow in flow.arrows.iter().filter(|arrow| arrow.from == from) {
        let to = reached(flow, numbers, arrow.to).iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
        lines.push(match &arrow.answer {
            Some(answer) => format!("{}: {to}", clean(answer)),
            None => to,
        });
    }
    lines.join("\n")
}

/// The rows that are next, behind whatever only splits or joins the way.
fn reached(flow: &Flow, numbers: &[Option<usize>], step: usize) -> Vec<usize> {
    match numbers[step] {
        Some(number) => vec![number],
        None => {
            let on = flow.arrows.iter().filter(|arrow| arrow.from == step);
            let mut all: Vec<usize> = on.flat_map(|arrow| reached(flow, numbers, arrow.to)).collect();
            all.dedup();
            all
        }
    }
}

fn stage_row(stage: &Stage, words: &Words) -> String {
    let name = stage.label.get(words.language()).unwrap_or(&stage.id);
    let own = limits(&stage.limits, words);
    // Without a limit of its own, a stage has those that its clauses give it.
    let cited = || stage.citations.iter().map(|it| limits(&it.limits, words)).filter(|it| !it.is_empty());
    let limit = if own.is_empty() { cited().collect::<Vec<_>>().join(", ") } else { own };
    let clauses = addresses(stage.citations.iter().map(|it| it.clause.address.as_str()));
    let clauses = match clauses.is_empty() {
        true => String::new(),
        false => format!("{}: {clauses}", words.say("document-clauses", &[])),
    };
    let about: Vec<String> = [limit, clauses].into_iter().filter(|it| !it.is_empty()).collect();
    clean(&[name.to_owned(), about.join("; ")].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" – "))
}

pub(super) fn addresses<'a>(clauses: impl Iterator<Item = &'a str>) -> String {
    clauses.collect::<Vec<_>>().join(", ")
}
