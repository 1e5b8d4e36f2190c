//! Does the same step have another limit in another channel, with nothing that says why?
//!
//! A remark (`note`) on the step says why; so does another recipient, since then it is another act.

use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{Limit, Model, Node, Procedure, Regulation};
use crate::time::Duration;

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let procedures = &regulation.procedures;
    for (at, procedure) in procedures.iter().enumerate() {
        for node in procedure.nodes.iter().filter(|node| tells(node)) {
            if procedures[..at].iter().any(|earlier| same(earlier, node).is_some()) {
                continue;
            }
            let others = procedures[at + 1..].iter().filter_map(|other| Some((other, same(other, node)?)));
            let differing: Vec<(&Procedure, &Node)> = others.filter(|(_, other)| differs(node, other)).collect();
            if differing.is_empty() {
                continue;
            }
            let finding = Finding::new(Code::LimitDiffersBetweenChannels, place(node))
                .arg("step", node.id.as_str())
                .with("channel", model[procedure.channel].id.as_str())
                .with("said", said(node));
            findings.push(differing.into_iter().fold(finding, |finding, (other, twin)| {
                finding
                    .also(place(twin), "label-other")
                    .with("channel", model[other.channel].id.as_str())
                    .with("said", said(twin))
            }));
        }
    }
}

fn tells(node: &Node) -> bool {
    !node.limits.is_empty() && !node.broken
}

/// The step of the same name in another channel.
fn same<'p>(procedure: &'p Procedure, node: &Node) -> Option<&'p Node> {
    procedure.nodes.iter().find(|other| other.id == node.id && tells(other))
}

fn differs(one: &Node, other: &Node) -> bool {
    let explained = !one.notes.is_empty() || !other.notes.is_empty();
    !explained && one.hands_to == other.hands_to && one.actor == other.actor && durations(one) != durations(other)
}

fn durations(node: &Node) -> Vec<Duration> {
    let mut durations: Vec<Duration> = node.limits.iter().map(|limit: &Limit| limit.duration).collect();
    durations.sort();
    durations
}

fn said(node: &Node) -> Arg {
    Arg::Durations(durations(node))
}

fn place(node: &Node) -> crate::source::Span {
    node.limits.first().map_or(node.head, |limit| limit.span)
}
