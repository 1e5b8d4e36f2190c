//! Ways through a procedure: what lies before and behind a node.

use crate::model::{Node, NodeIx, NodeKind, Procedure};

/// Of each node, the nodes behind it on some way.
pub(super) struct Ways(Vec<Vec<bool>>);

impl Ways {
    /// `None` for a procedure so long that the table would be too large.
    pub(super) fn of(procedure: &Procedure) -> Option<Ways> {
        const MOST: usize = 3000;
        let count = procedure.nodes.len();
        if count > MOST {
            return None;
        }
        let mut behind = vec![vec![false; count]; count];
        for (start, row) in behind.iter_mut().enumerate() {
            let mut open = vec![start];
            while let Some(at) = open.pop() {
                for edge in &procedure.nodes[at].next {
                    let to = edge.to.0 as usize;
                    if !std::mem::replace(&mut row[to], true) {
                        open.push(to);
                    }
                }
            }
        }
        Some(Ways(behind))
    }

    /// Whether some way leads from the one to the other.
    pub(super) fn lead(&self, from: NodeIx, to: NodeIx) -> bool {
        self.0[from.0 as usize][to.0 as usize]
    }

    /// Whether both lie on one way.
    pub(super) fn share(&self, one: NodeIx, other: NodeIx) -> bool {
        self.lead(one, other) || self.lead(other, one)
    }
}

/// The nodes of a procedure with their places in it.
pub(super) fn nodes(procedure: &Procedure) -> impl Iterator<Item = (NodeIx, &Node)> {
    procedure.nodes.iter().enumerate().map(|(ix, node)| (NodeIx(ix as u32), node))
}

/// What was done right before a node: the nearest steps and waits on every way to it. Choices, branchings and joins take
/// no time and are passed; the receipt is a point, and is passed as well.
pub(super) fn done_before(procedure: &Procedure, node: NodeIx) -> Vec<NodeIx> {
    let mut seen = vec![false; procedure.nodes.len()];
    let (mut open, mut found) = (vec![node], Vec::new());
    while let Some(at) = open.pop() {
        for (before, _) in nodes(procedure).filter(|(_, before)| before.next.iter().any(|edge| edge.to == at)) {
            if std::mem::replace(&mut seen[before.0 as usize], true) {
                continue;
            }
            match procedure[before].kind {
                NodeKind::Step | NodeKind::Wait { .. } => found.push(before),
                _ => open.push(before),
            }
        }
    }
    found.sort();
    found
}
