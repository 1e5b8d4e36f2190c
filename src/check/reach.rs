//! Is there a step that no case can reach?

use super::walk;
use crate::diagnostics::{Code, Finding};
use crate::model::{Model, NodeIx, NodeKind, Procedure, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        let Some(reached) = walk::reached(model, procedure, &[]) else { continue };
        for (ix, node) in procedure.nodes.iter().enumerate() {
            let ix = NodeIx(ix as u32);
            if reached.reaches(ix) || node.kind == NodeKind::Join {
                continue;
            }
            // Behind a step that is out of reach everything is; the first is told.
            if comes_from(procedure, ix).any(|before| !reached.reaches(before)) {
                continue;
            }
            findings.push(
                Finding::new(Code::UnreachableStep, node.head)
                    .arg("name", node.id.as_str())
                    .channel(&*model[procedure.channel].id),
            );
        }
    }
}

fn comes_from(procedure: &Procedure, to: NodeIx) -> impl Iterator<Item = NodeIx> {
    let leads = move |(_, node): &(usize, &crate::model::Node)| node.next.iter().any(|edge| edge.to == to);
    procedure.nodes.iter().enumerate().filter(leads).map(|(ix, _)| NodeIx(ix as u32))
}
