//! Does the regulation ask for the documents that the standard requires, and for no others, in the same channels and
//! the same cases?
//!
//! A regulation without a list of documents points to its standard, and forgets nothing.

use crate::diagnostics::{Code, Finding};
use crate::model::{Case, ChannelId, Condition, DocumentId, Model, Regulation, Requirement};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let promised: &[Requirement] = regulation.standard.map_or(&[], |standard| &model[standard].requires);
    for demanded in regulation.requires.iter().filter(|own| !own.obtained) {
        let obtained = |other: &&Requirement| other.obtained && other.document == demanded.document;
        if let Some(other) =
            regulation.requires.iter().chain(promised).find(|other| obtained(other) && meet(other, demanded))
        {
            findings.push(
                cited(Finding::new(Code::ObtainedDocumentDemanded, demanded.span), demanded)
                    .arg("document", model[demanded.document].id.as_str())
                    .also(other.span, "label-obtained"),
            );
        } else if let Some(first) =
            promised.first().filter(|_| promised.iter().all(|other| other.document != demanded.document))
        {
            findings.push(
                cited(Finding::new(Code::DocumentBeyondStandard, demanded.span), demanded)
                    .arg("document", model[demanded.document].id.as_str())
                    .also(first.span, "label-standard"),
            );
        }
    }
    if !regulation.broken && regulation.requires.iter().any(|own| !own.obtained) {
        for channel in regulation.procedures.iter().map(|procedure| procedure.channel) {
            forgotten(model, regulation, promised, channel, findings);
            other_cases(model, regulation, promised, channel, findings);
        }
    }
}

/// Documents that the standard requires in a channel, and the regulation in no case.
fn forgotten(
    model: &Model,
    regulation: &Regulation,
    promised: &[Requirement],
    channel: ChannelId,
    findings: &mut Vec<Finding>,
) {
    for required in promised.iter().filter(|required| !required.obtained && holds(required, channel)) {
        if asked(&regulation.requires, required.document, channel).next().is_some() {
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

/// Documents that both name, and that one of them requires in a channel or a case in which the other does not.
fn other_cases(
    model: &Model,
    regulation: &Regulation,
    promised: &[Requirement],
    channel: ChannelId,
    findings: &mut Vec<Finding>,
) {
    let mut told: Vec<DocumentId> = Vec::new();
    for own in asked(&regulation.requires, None, channel) {
        if told.contains(&own.document) || promised.iter().all(|other| other.obtained || other.document != own.document)
        {
            continue;
        }
        told.push(own.document);
        let ours = when(asked(&regulation.requires, own.document, channel));
        let theirs = when(asked(promised, own.document, channel));
        let Some((case, forgotten)) = difference(model, &ours, &theirs) else { continue };
        let standard = promised.iter().find(|other| !other.obtained && other.document == own.document);
        let finding = cited(Finding::new(Code::DocumentInOtherCases, own.span), own)
            .arg("document", model[own.document].id.as_str())
            .arg("asked", if forgotten { "standard" } else { "regulation" })
            .arg(
                "case",
                if case.is_empty() {
                    crate::diagnostics::Arg::from("always")
                } else {
                    super::walk::written(model, &case)
                },
            )
            .channel(&*model[channel].id);
        findings.push(standard.iter().fold(finding, |finding, other| finding.also(other.span, "label-standard")));
    }
}

/// A case in which only one of the two holds, and whether it is the second.
fn difference(model: &Model, ours: &Condition, theirs: &Condition) -> Option<(Case, bool)> {
    let without = |one: &Condition, other: &Condition| {
        Condition::All(vec![one.clone(), Condition::Not(Box::new(other.clone()))]).met(model, &Case::new())
    };
    let forgotten = without(theirs, ours).map(|case| (case, true));
    forgotten.or_else(|| without(ours, theirs).map(|case| (case, false)))
}

/// In which cases the document is required; never, where nothing requires it.
fn when<'a>(all: impl Iterator<Item = &'a Requirement>) -> Condition {
    Condition::Any(all.map(|required| required.when.clone()).collect())
}

/// What requires a document in a channel: one document, or any.
fn asked(
    all: &[Requirement],
    document: impl Into<Option<DocumentId>>,
    channel: ChannelId,
) -> impl Iterator<Item = &Requirement> {
    let document = document.into();
    all.iter().filter(move |required| {
        !required.obtained && holds(required, channel) && document.is_none_or(|document| document == required.document)
    })
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

fn cited(finding: Finding, required: &Requirement) -> Finding {
    match required.clauses.first() {
        Some(clause) => finding.clause(&*clause.address),
        None => finding,
    }
}
