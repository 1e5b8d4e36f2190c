//! Does what is granted come to the applicant, or does the last act hand it to somebody who does nothing more?

use super::told;
use crate::diagnostics::{Code, Finding};
use crate::model::{APPLICANT, Model, Node, NodeIx, NodeKind, Outcome, Procedure, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        for node in &procedure.nodes {
            let Some(to) = node.hands_to.filter(|to| *to != APPLICANT) else { continue };
            let Some(end) = left(procedure, node) else { continue };
            findings.push(
                Finding::new(Code::ResultLeftWithAnother, node.head)
                    .arg("step", node.id.as_str())
                    .arg("to", told::actor(model, to))
                    .also(procedure[end].head, "label-end")
                    .channel(&*model[procedure.channel].id),
            );
        }
    }
}

/// The granted end behind the node, where nothing but branchings and ends follows.
fn left(procedure: &Procedure, node: &Node) -> Option<NodeIx> {
    let mut seen = vec![false; procedure.nodes.len()];
    let mut open: Vec<NodeIx> = node.next.iter().map(|edge| edge.to).collect();
    let mut granted = None;
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut seen[at.0 as usize], true) {
            continue;
        }
        match procedure[at].kind {
            NodeKind::End(Outcome::Granted) => granted = granted.max(Some(at)),
            NodeKind::End(_) => {}
            NodeKind::Step | NodeKind::Wait { .. } => return None,
            _ if procedure[at].actor.is_some() => return None,
            _ => open.extend(procedure[at].next.iter().map(|edge| edge.to)),
        }
    }
    granted
}
