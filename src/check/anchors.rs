//! Does every path to a step pass the event that its limit is counted from?

use super::walk;
use crate::diagnostics::{Code, Finding};
use crate::model::{AnchorEvent, Model, NodeIx, Procedure, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        for (ix, node) in procedure.nodes.iter().enumerate().filter(|(_, node)| node.anchor.said) {
            if node.broken || passes(model, procedure, NodeIx(ix as u32), &node.anchor.events) {
                continue;
            }
            findings.push(
                Finding::new(Code::AnchorNotOnEveryPath, node.anchor.span)
                    .arg("name", node.id.as_str())
                    .arg("events", node.anchor.names.clone())
                    .channel(&*model[procedure.channel].id),
            );
        }
    }
}

/// Whether no way leads to the node past all of the events. The filing and the previous step lie on every way.
fn passes(model: &Model, procedure: &Procedure, node: NodeIx, events: &[AnchorEvent]) -> bool {
    let mut closed = Vec::new();
    for event in events {
        match event {
            AnchorEvent::Done(event) if *event != node => closed.push(*event),
            AnchorEvent::Done(_) => {}
            AnchorEvent::Previous | AnchorEvent::Filing => return true,
        }
    }
    walk::reached(model, procedure, &closed).is_none_or(|reached| !reached.reaches(node))
}
