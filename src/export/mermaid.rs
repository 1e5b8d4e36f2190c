//! A procedure as text for mermaid: lanes of its `swimlane-beta`, or a `flowchart` for pages that draw nothing newer.

use super::document::clean;
use super::flow::{self, Flow, Kind};
use crate::diagnostics::Words;
use crate::model::Procedure;

/// The file for `swimlane-beta`.
pub fn swimlane(flow: &Flow, procedure: &Procedure, words: &Words) -> String {
    written("swimlane-beta TB", flow, procedure, words)
}

/// The same as a flowchart: a box round each lane.
pub fn flowchart(flow: &Flow, procedure: &Procedure, words: &Words) -> String {
    written("flowchart TB", flow, procedure, words)
}

fn written(head: &str, flow: &Flow, procedure: &Procedure, words: &Words) -> String {
    let mut out = format!("{head}\n");
    for (at, lane) in flow.lanes.iter().enumerate() {
        let steps = flow.steps.iter().enumerate().filter(|(_, step)| step.lane == at);
        let steps: String = steps.map(|(at, _)| node(flow, procedure, at, words)).collect();
        if !steps.is_empty() {
            out += &format!("  subgraph lane{}[\"{}\"]\n{steps}  end\n", at + 1, quoted(&lane.name));
        }
    }
    for arrow in &flow.arrows {
        let answer = arrow.answer.as_deref().filter(|answer| !answer.is_empty());
        let answer = answer.map(|answer| format!("|\"{}\"|", quoted(answer))).unwrap_or_default();
        out += &format!("  n{} -->{answer} n{}\n", arrow.from, arrow.to);
    }
    out
}

fn node(flow: &Flow, procedure: &Procedure, at: usize, words: &Words) -> String {
    let text = told(flow, procedure, at, words).iter().map(|line| quoted(line)).collect::<Vec<_>>().join("<br/>");
    let (open, close) = match flow.steps[at].kind {
        Kind::Start | Kind::End(_) => ("([", "])"),
        Kind::Choice => ("{", "}"),
        Kind::Service => ("[[", "]]"),
        Kind::Wait => ("{{", "}}"),
        Kind::Receipt => ("(", ")"),
        Kind::Parallel | Kind::Join | Kind::Merge => ("((", "))"),
        Kind::Task => ("[", "]"),
    };
    format!("    n{at}{open}\"{}\"{close}\n", if text.is_empty() { " " } else { &text })
}

/// The lines in a box: what is done, the limits in digits and words, the clauses.
pub(super) fn told(flow: &Flow, procedure: &Procedure, at: usize, words: &Words) -> Vec<String> {
    let step = &flow.steps[at];
    let mut lines = vec![clean(&step.text)];
    if let Some(node) = step.node.map(|ix| &procedure[ix]) {
        lines.extend(flow::limits(node, words));
        let clauses: Vec<&str> = node.citations.iter().map(|it| it.clause.address.as_str()).collect();
        if !clauses.is_empty() {
            lines.push(format!("{}: {}", words.say("diagram-clauses", &[]), clauses.join(", ")));
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// Whatever could end the text or begin a mark-up stands as the number of its letter.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || c == ' ' || ".,:;–—-()№?/«»%+=".contains(c) || !c.is_ascii();
    let each = clean(text)
        .replace('\n', " ")
        .chars()
        .map(|c| match plain(c) {
            true => c.to_string(),
            false => format!("#{};", u32::from(c)),
        })
        .collect::<Vec<_>>();
    each.concat()
}
