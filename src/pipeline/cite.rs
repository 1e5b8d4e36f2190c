//! The clauses behind each place of a finding, so that whoever reads it finds the places in the act as well as in the
//! file.
//!
//! A check names a clause where the clause itself disagrees. Where it speaks of a statement as a whole, the clauses are
//! those that the statement cites, in the channel that the finding is about.

use crate::diagnostics::{Arg, Finding, Label};
use crate::model::{Citation, ClauseRef, Model, Regulation, Standard};
use crate::source::{FileId, Span};
use std::collections::HashMap;

/// Adds to every place the clauses of the statement in which it lies.
pub(super) fn cite(model: &Model, findings: &mut [Finding]) {
    let of_regulations = model.regulations.iter().flat_map(|it| of_regulation(model, it));
    let mut by_file: HashMap<FileId, Vec<Statement>> = HashMap::new();
    for statement in of_regulations.chain(model.standards.iter().flat_map(of_standard)) {
        by_file.entry(statement.span.file).or_default().push(statement);
    }
    // The innermost statement comes first.
    by_file.values_mut().for_each(|it| it.sort_by_key(|statement| statement.span.end - statement.span.start));
    for finding in findings {
        let channel = finding.channel.clone();
        for label in &mut finding.labels {
            // A place may speak of a channel of its own.
            let own = label.args.iter().find(|(name, _)| *name == "channel").and_then(|(_, value)| match value {
                Arg::Text(channel) => Some(channel.clone()),
                _ => None,
            });
            let statements = by_file.get(&label.span.file).map(Vec::as_slice).unwrap_or_default();
            fill(label, own.as_ref().or(channel.as_ref()).map(String::as_str), statements);
        }
        chain(finding);
    }
}

/// A dated refutation speaks of the clauses of every act in it.
fn chain(finding: &mut Finding) {
    let Some(links) = finding.counterexample.as_ref().and_then(|story| story["chain"].as_array()) else { return };
    let Some(first) = finding.labels.first_mut().filter(|label| label.clauses.is_empty()) else { return };
    first.clauses = links.iter().filter_map(|link| link["clause"].as_str().map(str::to_owned)).collect();
    first.clauses.dedup();
}

/// A statement that cites clauses; one of a procedure stands once for each of its channels.
struct Statement<'m> {
    span: Span,
    channel: Option<&'m str>,
    /// Those that say what it says.
    clauses: Vec<&'m ClauseRef>,
    /// Every clause that it cites.
    all: Vec<&'m ClauseRef>,
}

impl<'m> Statement<'m> {
    fn new(span: Span, channel: Option<&'m str>, clauses: Vec<&'m ClauseRef>) -> Statement<'m> {
        Statement { span, channel, all: clauses.clone(), clauses }
    }

    fn of_citations(span: Span, channel: Option<&'m str>, citations: &'m [Citation]) -> Statement<'m> {
        let all = citations.iter().map(|citation| &citation.clause).collect();
        Statement { span, channel, clauses: cited(citations), all }
    }
}

fn fill(label: &mut Label, channel: Option<&str>, statements: &[Statement]) {
    // What a check says of one clause it says of that clause alone.
    label.clauses = label.clause.iter().cloned().collect();
    let here = |it: &&Statement| it.span.contains(label.span);
    let Some(innermost) = statements.iter().find(here) else { return };
    let alike = statements.iter().filter(|it| it.span == innermost.span);
    let fits = |it: &&Statement| channel.is_none() || it.channel.is_none() || it.channel == channel;
    let (mut of_line, mut all): (Vec<&ClauseRef>, Vec<&ClauseRef>) = (Vec::new(), Vec::new());
    for statement in alike.filter(fits) {
        statement.clauses.iter().for_each(|clause| add(&mut of_line, clause));
        statement.all.iter().for_each(|clause| add(&mut all, clause));
    }
    if let Some(own) = all.iter().find(|clause| clause.span == label.span) {
        let address = label.clause.get_or_insert_with(|| own.address.clone()).clone();
        label.clauses = vec![address];
        return;
    }
    let said = label.clause.as_ref();
    if said.is_none_or(|said| of_line.iter().any(|clause| clause.address == *said)) && !of_line.is_empty() {
        label.clauses = of_line.iter().map(|clause| clause.address.clone()).collect();
        label.clause = label.clause.take().or_else(|| label.clauses.first().cloned());
    }
}

fn add<'m>(clauses: &mut Vec<&'m ClauseRef>, clause: &'m ClauseRef) {
    if clauses.iter().all(|known| known.address != clause.address) {
        clauses.push(clause);
    }
}

fn of_regulation<'m>(model: &'m Model, regulation: &'m Regulation) -> Vec<Statement<'m>> {
    let mut found = Vec::new();
    for procedure in &regulation.procedures {
        let channel = Some(model[procedure.channel].id.as_str());
        let nodes = procedure.nodes.iter().map(|node| Statement::of_citations(node.span, channel, &node.citations));
        let stages =
            procedure.stages.iter().map(|stage| Statement::of_citations(stage.span, channel, &stage.citations));
        found.extend(nodes.chain(stages));
    }
    let plain = |span: Span, clauses: &'m [ClauseRef]| Statement::new(span, None, clauses.iter().collect());
    found.extend(regulation.offers.iter().map(|it| plain(it.span, &it.clauses)));
    found.extend(regulation.listed.iter().map(|it| plain(it.span, &it.clauses)));
    found.extend(regulation.requires.iter().map(|it| plain(it.span, &it.clauses)));
    found.extend(regulation.grounds.iter().map(|it| plain(it.span, &it.clauses)));
    found.extend(regulation.results.iter().map(|it| plain(it.span, &it.clauses)));
    found.extend(regulation.form.iter().map(|it| plain(it.span, &it.clauses)));
    found.extend(regulation.fee.iter().map(|it| plain(it.span, &it.clauses)));
    found.extend(regulation.hours.iter().map(|it| plain(it.span, &it.clauses)));
    found.extend(regulation.mentions.iter().map(|it| plain(it.span, &it.clauses)));
    for short in &regulation.abbreviations {
        let clauses = short.defined.iter().chain(&short.used).collect();
        found.push(Statement::new(short.span, None, clauses));
    }
    found.extend(regulation.sayings.iter().map(|it| Statement::of_citations(it.span, None, &it.citations)));
    found
}

/// The clauses that say what the line says; where there are none, those that say anything of their own, and do not only
/// stand beside the statement.
fn cited(citations: &[Citation]) -> Vec<&ClauseRef> {
    let silent = |it: &&Citation| {
        it.said_apart && it.limits.is_empty() && it.actor.is_none() && it.hands_to.is_none() && it.result.is_none()
    };
    let of_line: Vec<&ClauseRef> = citations.iter().filter(|it| !it.said_apart).map(|it| &it.clause).collect();
    if !of_line.is_empty() {
        return of_line;
    }
    citations.iter().filter(|it| !silent(it)).map(|citation| &citation.clause).collect()
}

fn of_standard(standard: &Standard) -> Vec<Statement<'_>> {
    let mut found = Vec::new();
    let mut add = |span: Span, clauses| found.push(Statement::new(span, None, clauses));
    standard.offers.iter().for_each(|it| add(it.span, it.clauses.iter().collect()));
    standard.terms.iter().for_each(|it| add(it.span, it.clauses.iter().collect()));
    standard.extensions.iter().for_each(|it| add(it.span, it.clauses.iter().collect()));
    standard.requires.iter().for_each(|it| add(it.span, it.clauses.iter().collect()));
    standard.grounds.iter().for_each(|it| add(it.span, it.clauses.iter().collect()));
    standard.results.iter().for_each(|it| add(it.span, it.clauses.iter().collect()));
    standard.sayings.iter().for_each(|it| add(it.span, cited(&it.citations)));
    found
}
