//! Which lines of a block are statements of their own; the others say more of the line above the block.

use crate::vocabulary::Keyword::{self, *};

/// The nodes of a procedure.
const NODES: &[Keyword] = &[Step, Stage, Choice, Parallel, Wait, Receipt, End];

/// What an act says beside its procedures, in its block or at the top of its file.
pub(super) const SAYINGS: &[Keyword] = &[Obligation, Complaint, Notice, Refused, Extension, CompletenessCheck, Term];

/// Whether a line that starts with `child` is a statement of its own in the block of `head`.
pub(super) fn holds(head: Keyword, child: Keyword) -> bool {
    match head {
        Schedule => matches!(child, Open | Accepts),
        Regulation | Standard => child != Expect,
        Extension => child == Notice,
        Procedure | Stage | Branch | When | Otherwise => NODES.contains(&child),
        Choice => matches!(child, When | Otherwise),
        Parallel => child == Branch,
        _ => false,
    }
}
