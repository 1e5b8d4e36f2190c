//! Is a label written in every language that the project requires?
//!
//! A text without a language stands for all of them; what has no text at all is called by its name.

use crate::diagnostics::{Code, Finding};
use crate::model::{Model, Text};
use crate::source::Span;
use crate::vocabulary::Language;
use std::collections::HashSet;

pub(super) fn overall(model: &Model, findings: &mut Vec<Finding>) {
    if model.languages.is_empty() {
        return;
    }
    let mut told: HashSet<Span> = HashSet::new();
    for (text, at) in labels(model) {
        let missing: Vec<Language> =
            model.languages.iter().copied().filter(|language| !text.by_language.contains_key(language)).collect();
        if text.any.is_some() || text.by_language.is_empty() || missing.is_empty() || !told.insert(at) {
            continue;
        }
        let missing: Vec<String> = missing.into_iter().map(|language| language.tag().to_owned()).collect();
        findings.push(Finding::new(Code::MissingTranslation, at).arg("languages", missing.join(", ")));
    }
}

/// Every label with the line that it stands under.
fn labels(model: &Model) -> Vec<(&Text, Span)> {
    let mut labels: Vec<(&Text, Span)> = Vec::new();
    labels.extend(model.organisations.iter().map(|item| (&item.label, item.span)));
    labels.extend(model.actors.iter().filter_map(|item| Some((&item.label, item.span?))));
    labels.extend(model.channels.iter().map(|item| (&item.label, item.span)));
    labels.extend(model.facts.iter().map(|item| (&item.label, item.span)));
    labels.extend(model.documents.iter().map(|item| (&item.label, item.span)));
    labels.extend(model.bodies.iter().map(|item| (&item.label, item.span)));
    for standard in &model.standards {
        labels.push((&standard.title, standard.head));
        labels.extend(standard.terms.iter().map(|item| (&item.label, item.span)));
        labels.extend(standard.grounds.iter().map(|item| (&item.label, item.span)));
        labels.extend(standard.results.iter().map(|item| (&item.label, item.span)));
    }
    for regulation in &model.regulations {
        labels.push((&regulation.title, regulation.head));
        labels.extend(regulation.grounds.iter().map(|item| (&item.label, item.span)));
        labels.extend(regulation.results.iter().map(|item| (&item.label, item.span)));
        labels.extend(regulation.omissions.iter().map(|item| (&item.why, item.span)));
        labels.extend(regulation.sayings.iter().map(|item| (&item.label, item.span)));
        for procedure in &regulation.procedures {
            labels.extend(procedure.stages.iter().map(|item| (&item.label, item.head)));
            labels.extend(procedure.nodes.iter().map(|item| (&item.label, item.head)));
            for node in &procedure.nodes {
                labels.extend(node.results.iter().map(|result| (result, node.head)));
                let said = node.citations.iter().filter(|citation| citation.said_apart);
                labels.extend(said.filter_map(|said| Some((said.result.as_ref()?, said.clause.span))));
            }
        }
    }
    labels
}
