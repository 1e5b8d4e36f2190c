//! Does the regulation ask for the documents that the standard requires, and for no others?
//!
//! A regulation without a list of documents points to its standard, and forgets nothing.

use crate::diagnostics::{Code, Finding};
use crate::model::{ChannelId, Model, Regulation, Requirement};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let promised: &[Requirement] = regulation.standard.map_or(&[], |standard| &model[standard].requires);
    for demanded in regulation.requires.iter().filter(|own| !own.obtained) {
        let obtained = |other: &&Requirement| other.obtained && other.document == demanded.document;
        if let Some(other) =
            regulation.requires.iter().chain(promised).find(|other| obtained(other) && meet(other, demanded))
        {
            findings.push(
                Finding::new(Code::ObtainedDocumentDemanded, demanded.span)
                    .arg("document", model[demanded.document].id.as_str())
                    .also(other.span, "label-obtained"),
            );
        } else if let Some(first) =
            promised.first().filter(|_| promised.iter().all(|other| other.document != demanded.document))
        {
            findings.push(
                Finding::new(Code::DocumentBeyondStandard, demanded.span)
                    .arg("document", model[demanded.document].id.as_str())
                    .also(first.span, "label-standard"),
            );
        }
    }
    if !regulation.broken && regulation.requires.iter().any(|own| !own.obtained) {
        forgotten(model, regulation, promised, findings);
    }
}

fn forgotten(model: &Model, regulation: &Regulation, promised: &[Requirement], findings: &mut Vec<Finding>) {
    for channel in regulation.procedures.iter().map(|procedure| procedure.channel) {
        for required in promised.iter().filter(|required| !required.obtained && holds(required, channel)) {
            let asked = |own: &Requirement| own.document == required.document && holds(own, channel);
            if regulation.requires.iter().any(asked) {
                continue;
            }
            let last = regulation.requires.last().map_or(regulation.head, |own| own.span);
            findings.push(
                Finding::new(Code::DocumentForgotten, last)
                    .arg("document", model[required.document].id.as_str())
                    .also(required.span, "label-standard")
                    .channel(&*model[channel].id),
            );
        }
    }
}

fn holds(requirement: &Requirement, channel: ChannelId) -> bool {
    requirement.channels.is_empty() || requirement.channels.contains(&channel)
}

/// Whether two requirements speak of a common channel.
fn meet(one: &Requirement, other: &Requirement) -> bool {
    one.channels.is_empty()
        || other.channels.is_empty()
        || one.channels.iter().any(|channel| other.channels.contains(channel))
}
