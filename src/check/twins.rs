//! The same step in several channels.

use super::told;
use crate::diagnostics::Finding;
use crate::model::{Node, Procedure, Regulation};

/// A step of one channel.
pub(super) type Here<'r> = (&'r Procedure, &'r Node);

/// Visits each step that `tells` in several channels: the first of them, and the others. A step on which a remark
/// (`note`) stands is left out: the remark says why it differs.
pub(super) fn each<'r>(
    regulation: &'r Regulation,
    tells: impl Fn(&Node) -> bool,
    visit: &mut impl FnMut(Here<'r>, &[Here<'r>]),
) {
    let procedures = &regulation.procedures;
    let tells = |node: &&Node| !node.broken && node.notes.is_empty() && tells(node);
    let twin = |procedure: &'r Procedure, id: &str| procedure.nodes.iter().filter(tells).find(|other| other.id == id);
    for (at, procedure) in procedures.iter().enumerate() {
        for node in procedure.nodes.iter().filter(tells) {
            if procedures[..at].iter().any(|earlier| twin(earlier, &node.id).is_some()) {
                continue;
            }
            let others: Vec<Here> =
                procedures[at + 1..].iter().filter_map(|other| Some((other, twin(other, &node.id)?))).collect();
            if !others.is_empty() {
                visit((procedure, node), &others);
            }
        }
    }
}

/// The clause that says what the step's line says in this channel.
pub(super) fn clause(finding: Finding, node: &Node) -> Finding {
    let own = node.citations.iter().find(|citation| !citation.said_apart);
    told::with_clause(finding, own.map(told::address))
}
