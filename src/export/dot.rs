//! A procedure in the language of Graphviz: a cluster a lane, a record of what, how long and by which clause a step.

use super::document::clean;
use super::flow::{Flow, Kind};
use super::mermaid::told;
use crate::diagnostics::Words;
use crate::model::Procedure;

/// The file. `title` names the graph.
pub fn dot(flow: &Flow, procedure: &Procedure, title: &str, words: &Words) -> String {
    let mut out = format!("digraph \"{}\" {{\n", quoted(title));
    out += "  graph [rankdir=TB, fontname=\"Noto Sans\", newrank=true, charset=\"UTF-8\"];\n";
    out += "  node [shape=box, fontname=\"Noto Sans\", fontsize=10];\n";
    out += "  edge [fontname=\"Noto Sans\", fontsize=9];\n";
    for (at, lane) in flow.lanes.iter().enumerate() {
        let steps = flow.steps.iter().enumerate().filter(|(_, step)| step.lane == at);
        let steps: String = steps.map(|(at, _)| node(flow, procedure, at, words)).collect();
        if !steps.is_empty() {
            let name = quoted(&lane.name);
            out += &format!("  subgraph cluster_{} {{\n    label=\"{name}\";\n{steps}  }}\n", at + 1);
        }
    }
    for arrow in &flow.arrows {
        let label = match arrow.answer.as_deref() {
            Some(answer) if !answer.is_empty() => format!(" [label=\"{}\"]", quoted(answer)),
            _ => String::new(),
        };
        out += &format!("  n{} -> n{}{label};\n", arrow.from, arrow.to);
    }
    out + "}\n"
}

fn node(flow: &Flow, procedure: &Procedure, at: usize, words: &Words) -> String {
    let label: Vec<String> = told(flow, procedure, at, words).iter().map(|line| quoted(&broken(line))).collect();
    let shape = match flow.steps[at].kind {
        Kind::Start | Kind::End(_) => ", shape=box, style=rounded, penwidth=2",
        Kind::Choice => ", shape=diamond",
        Kind::Wait => ", style=dashed",
        Kind::Receipt => ", style=rounded",
        Kind::Parallel | Kind::Join | Kind::Merge => ", shape=point",
        Kind::Task | Kind::Service => "",
    };
    format!("    n{at} [label=\"{}\"{shape}];\n", label.join("\\n"))
}

/// Lines of about thirty letters: Graphviz breaks none itself.
fn broken(text: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        if length > 0 && length + letters > 30 {
            out.push('\n');
            length = 0;
        } else if length > 0 {
            out.push(' ');
        }
        out += word;
        length += letters + 1;
    }
    out
}

/// In a quoted string: `\` would begin an escape, a name such as `\N` would be put in, and `&` begins the name of a sign.
fn quoted(text: &str) -> String {
    clean(text).replace('&', "&amp;").replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}
