//! Does the standard give a term for every channel and every case of the regulation?

use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{Case, ChannelId, Condition, Model, Regulation, Standard, Term};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let Some(standard) = regulation.standard.map(|standard| &model[standard]) else { return };
    if standard.broken || standard.terms.is_empty() {
        return;
    }
    for procedure in &regulation.procedures {
        let Some(case) = left_out(model, standard, procedure.channel) else { continue };
        findings.push(
            Finding::new(Code::TermMissing, standard.head)
                .arg("channel", model[procedure.channel].id.as_str())
                .arg("case", case)
                .also(procedure.head, "label-procedure")
                .channel(&*model[procedure.channel].id),
        );
    }
}

/// A case in which no term holds; "none" where none holds in any.
fn left_out(model: &Model, standard: &Standard, channel: ChannelId) -> Option<Arg> {
    let of_channel = |term: &&Term| term.channels.is_empty() || term.channels.contains(&channel);
    let whens: Vec<Condition> = standard.terms.iter().filter(of_channel).map(|term| term.when.clone()).collect();
    if whens.is_empty() {
        return Some(Arg::from("none"));
    }
    let case = Condition::Not(Box::new(Condition::Any(whens))).met(model, &Case::new())?;
    Some(super::walk::written(model, &case))
}
