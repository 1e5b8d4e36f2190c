//! Do the clauses of an act give the service, and each of its results, the same form? Does a result leave in the form
//! in which it is promised?

use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{ClauseRef, Form, Model, Regulation, ResultItem};
use crate::source::Span;
use crate::vocabulary::Keyword;
use std::collections::BTreeSet;

/// A place that says a form.
struct Place {
    forms: BTreeSet<Form>,
    span: Span,
    clause: Option<String>,
}

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let service: Vec<Place> =
        regulation.form.iter().flat_map(|said| places(&said.what, &said.clauses, said.span)).collect();
    findings.extend(differ("none", &service));
    let mut told: BTreeSet<&str> = BTreeSet::new();
    // Clauses that say the same of several results are told once.
    let mut said_by: BTreeSet<Vec<(Option<String>, BTreeSet<Form>)>> = BTreeSet::new();
    for result in regulation.results.iter().filter(|result| !result.id.is_empty()) {
        if !told.insert(&result.id) {
            continue;
        }
        let same = regulation.results.iter().filter(|other| other.id == result.id);
        let promised: Vec<Place> = same.flat_map(of_result).collect();
        let new = said_by.insert(promised.iter().map(|place| (place.clause.clone(), place.forms.clone())).collect());
        findings.extend(differ(&result.id, &promised).filter(|_| new));
        findings.extend(leaves(regulation, &result.id, &promised));
        findings.extend(against_standard(model, regulation, result, &promised));
    }
}

/// What the line says, at each clause that says as much; and what the other clauses say.
fn of_result(result: &ResultItem) -> Vec<Place> {
    let apart = |clause: &ClauseRef| result.forms.iter().any(|(other, _)| other.span == clause.span);
    let own: Vec<ClauseRef> = result.clauses.iter().filter(|clause| !apart(clause)).cloned().collect();
    let mut all = if own.is_empty() && !result.forms.is_empty() && result.form.is_empty() {
        Vec::new()
    } else {
        places(&result.form, &own, result.span)
    };
    for (clause, forms) in &result.forms {
        all.extend(places(forms, std::slice::from_ref(clause), result.span));
    }
    all
}

fn places(forms: &[Form], clauses: &[ClauseRef], line: Span) -> Vec<Place> {
    let forms: BTreeSet<Form> = forms.iter().copied().collect();
    if forms.is_empty() {
        return Vec::new();
    }
    let place =
        |clause: &ClauseRef| Place { forms: forms.clone(), span: clause.span, clause: Some(clause.address.clone()) };
    match clauses {
        [] => vec![Place { forms, span: line, clause: None }],
        clauses => clauses.iter().map(place).collect(),
    }
}

/// One finding with every place, where they do not all say the same.
fn differ(result: &str, places: &[Place]) -> Option<Finding> {
    let (first, rest) = places.split_first()?;
    if rest.iter().all(|place| place.forms == first.forms) {
        return None;
    }
    let finding = at(Finding::new(Code::FormDiffersBetweenClauses, first.span), first).arg("result", result);
    Some(rest.iter().fold(finding, |finding, place| at(finding.also(place.span, "label-other"), place)))
}

fn at(finding: Finding, place: &Place) -> Finding {
    let finding = finding.with("form", said(&place.forms));
    match &place.clause {
        Some(clause) => finding.clause(clause.as_str()),
        None => finding,
    }
}

fn said(forms: &BTreeSet<Form>) -> Arg {
    match (forms.contains(&Form::Electronic), forms.contains(&Form::Paper)) {
        (true, true) => Arg::from("both"),
        (true, false) => Arg::Keyword(Keyword::Electronic),
        _ => Arg::Keyword(Keyword::Paper),
    }
}

/// A result that every step and end gives in another form than the promised one. Where one of them does not say in
/// which form, nothing is known.
fn leaves(regulation: &Regulation, result: &str, promised: &[Place]) -> Option<Finding> {
    let first = promised.first()?;
    let nodes = regulation.procedures.iter().flat_map(|procedure| &procedure.nodes);
    let giving: Vec<_> = nodes.filter(|node| node.gives.iter().any(|given| given == result)).collect();
    if giving.is_empty() || giving.iter().any(|node| node.form.is_empty()) {
        return None;
    }
    let leaving: BTreeSet<Form> = giving.iter().flat_map(|node| node.form.iter().copied()).collect();
    if promised.iter().any(|place| place.forms.intersection(&leaving).next().is_some()) {
        return None;
    }
    let finding = at(Finding::new(Code::ResultLeavesInAnotherForm, first.span), first).arg("result", result);
    let mut seen: Vec<Span> = Vec::new();
    Some(giving.iter().fold(finding, |finding, node| {
        let span = node.citations.first().map_or(node.head, |citation| citation.clause.span);
        if seen.contains(&span) {
            return finding;
        }
        seen.push(span);
        let place = Place {
            forms: node.form.iter().copied().collect(),
            span,
            clause: node.citations.first().map(|citation| citation.clause.address.clone()),
        };
        at(finding.also(span, "label-leaves"), &place)
    }))
}

/// A result that no clause promises in the standard's form.
fn against_standard(
    model: &Model,
    regulation: &Regulation,
    result: &ResultItem,
    promised: &[Place],
) -> Option<Finding> {
    let standard = &model[regulation.standard?];
    let same = standard.results.iter().find(|other| other.id == result.id && !other.form.is_empty())?;
    let forms: BTreeSet<Form> = same.form.iter().copied().collect();
    let first = promised.first().filter(|_| promised.iter().all(|place| place.forms != forms))?;
    let finding = Finding::new(Code::FormDiffers, first.span);
    let finding = match &first.clause {
        Some(clause) => finding.clause(clause.as_str()),
        None => finding,
    };
    Some(finding.also(same.span, "label-standard"))
}
