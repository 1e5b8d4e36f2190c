//! Do the branches of a choice overlap, and do they leave a case out?

use super::walk::{self, Reached};
use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{Case, Condition, Edge, Model, Node, NodeIx, NodeKind, Procedure, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    for procedure in regulation.procedures.iter().filter(|procedure| !procedure.broken) {
        let Some(reached) = walk::reached(model, procedure, &[]) else { continue };
        for (ix, node) in procedure.nodes.iter().enumerate() {
            if node.kind != NodeKind::Choice || node.broken || node.next.is_empty() {
                continue;
            }
            let ix = NodeIx(ix as u32);
            findings.extend(left_out(model, procedure, node, reached.cases(ix)));
            overlaps(model, procedure, node, ix, &reached, findings);
        }
    }
}

fn left_out(model: &Model, procedure: &Procedure, node: &Node, cases: &[Case]) -> Option<Finding> {
    let whens: Vec<Condition> = node.next.iter().map(|edge| edge.when.clone()).collect();
    let none = Condition::Not(Box::new(Condition::Any(whens)));
    let case = cases.iter().find_map(|case| none.met(model, case))?;
    Some(
        Finding::new(Code::CaseLeftOut, node.head)
            .arg("case", told(model, &none, &case))
            .channel(&*model[procedure.channel].id),
    )
}

fn overlaps(
    model: &Model,
    procedure: &Procedure,
    node: &Node,
    ix: NodeIx,
    reached: &Reached,
    findings: &mut Vec<Finding>,
) {
    let branches: Vec<&Edge> = node.next.iter().filter(|edge| !edge.otherwise).collect();
    for (at, first) in branches.iter().enumerate() {
        for second in &branches[at + 1..] {
            let both = Condition::All(vec![first.when.clone(), second.when.clone()]);
            let Some(case) = reached.cases(ix).iter().find_map(|case| both.met(model, case)) else { continue };
            findings.push(
                Finding::new(Code::OverlappingBranches, second.span)
                    .arg("case", told(model, &both, &case))
                    .also(first.span, "label-first")
                    .channel(&*model[procedure.channel].id),
            );
        }
    }
}

/// The part of the case that the condition asks for.
fn told(model: &Model, asked: &Condition, case: &Case) -> Arg {
    let facts = asked.facts();
    let case: Case =
        case.iter().filter(|(fact, _)| facts.contains(fact)).map(|(fact, value)| (*fact, *value)).collect();
    walk::written(model, &case)
}
