//! The slips that a careless pen makes, one function a kind: where in a regulation it can be made, and what must be found.

use super::harness::{Expected, Mutant, Text};
use reglament::model::{APPLICANT, ActorId, Citation, Limit, Node, NodeKind, Procedure};
use reglament::source::Span;
use reglament::time::{Duration, Unit};
use std::collections::BTreeSet;
use std::ops::Range;

/// Where one kind of slip can be made.
pub struct Slip {
    pub name: &'static str,
    pub find: fn(&Text) -> Vec<Mutant>,
    /// It shows only where the procedure is judged in time.
    pub in_time: bool,
}

const fn slip(name: &'static str, find: fn(&Text) -> Vec<Mutant>) -> Slip {
    Slip { name, find, in_time: false }
}

const fn slip_in_time(name: &'static str, find: fn(&Text) -> Vec<Mutant>) -> Slip {
    Slip { name, find, in_time: true }
}

pub const SLIPS: &[Slip] = &[
    slip("another limit in one clause", another_limit),
    slip("two limits of one list swapped", swapped_limits),
    slip("another actor in one clause", another_actor),
    slip("another recipient in one clause", another_recipient),
    slip_in_time("a step's limit cut", limit_cut),
    slip("a participant dropped from the list", participant_dropped),
    slip("a channel no longer offered", channel_not_offered),
    slip("days that are neither working nor calendar", unqualified_days),
    slip("a case cut from a choice", case_cut),
    slip("a case told twice", case_twice),
    slip("the last ends cut", ends_cut),
    slip("a label without Russian", label_without_russian),
];

fn expected<'c>(code: &'static str, clauses: impl IntoIterator<Item = &'c str>) -> Expected {
    Expected { code, clauses: clauses.into_iter().map(str::to_owned).collect() }
}

fn one(edits: Vec<(Range<usize>, String)>, found: Expected) -> Mutant {
    Mutant { edits, found: vec![found], breaks: false }
}

fn range(span: Span) -> Range<usize> {
    span.start as usize..span.end as usize
}

fn behind(span: Span) -> Range<usize> {
    span.end as usize..span.end as usize
}

/// Steps that nothing is found at, each once however many channels it has, with the procedure of the first.
fn steps(text: &Text) -> Vec<(&Procedure, &Node)> {
    let mut seen = BTreeSet::new();
    let all = text.regulation().procedures.iter().flat_map(|it| it.nodes.iter().map(move |node| (it, node)));
    all.filter(|(_, node)| !text.is_sore(node.span) && matches!(node.kind, NodeKind::Step))
        .filter(|(_, node)| seen.insert(node.span.start))
        .collect()
}

/// The clauses of a step that say what its line says, of which it has several.
fn agreeing(node: &Node) -> Vec<&Citation> {
    let bare: Vec<&Citation> = node.citations.iter().filter(|citation| !citation.said_apart).collect();
    if bare.len() > 1 { bare } else { Vec::new() }
}

fn written(duration: Duration) -> String {
    let n = duration.quantity;
    match duration.unit {
        Unit::Minute => format!("{n} minutes"),
        Unit::Hour => format!("{n} hours"),
        Unit::WorkingDay => format!("{n} working days"),
        Unit::CalendarDay => format!("{n} calendar days"),
        Unit::Month => format!("{n} months"),
        Unit::Year => format!("{n} years"),
        Unit::SameDay => "same day".to_owned(),
        Unit::Day => format!("{n} days"),
    }
}

/// The only limit of a step, counted forward.
fn limit(node: &Node) -> Option<Duration> {
    match node.limits.as_slice() {
        [Limit { duration, before_term: false, .. }] => Some(*duration),
        _ => None,
    }
}

/// What one clause says of a step whose line says `duration`, everything else as on the line.
fn apart(text: &Text, node: &Node, duration: Duration) -> String {
    let model = text.model();
    let mut said = Vec::new();
    said.extend(node.actor.map(|actor| format!("by {}", model[actor].id)));
    said.push(format!("limit {}", written(duration)));
    said.extend(counted_from(node));
    said.extend(node.hands_to.map(|to| format!("to {}", model[to].id)));
    format!(" ({})", said.join(" "))
}

/// The events that a step's limit is counted from, where its line says so.
fn counted_from(node: &Node) -> Option<String> {
    node.anchor.said.then(|| format!("from {}", node.anchor.names.join(" or ")))
}

fn another_limit(text: &Text) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (_, node) in steps(text) {
        let clauses = agreeing(node);
        let (Some(own), [first, second, ..]) = (limit(node), &clauses[..]) else { continue };
        let other = Duration::new(own.quantity + 7, own.unit);
        let edits = vec![(behind(second.clause.span), apart(text, node, other))];
        let clauses = [first.clause.address.as_str(), second.clause.address.as_str()];
        mutants.push(one(edits, expected("limit-differs-between-clauses", clauses)));
    }
    mutants
}

/// Two steps of one channel that one list tells with different limits, and another list as well.
fn swapped_limits(text: &Text) -> Vec<Mutant> {
    let steps = steps(text);
    let mut mutants = Vec::new();
    for (at, (_, one)) in steps.iter().enumerate() {
        for (_, other) in &steps[at + 1..] {
            mutants.extend(swapped(text, one, other));
        }
    }
    mutants
}

fn swapped(text: &Text, one: &Node, other: &Node) -> Option<Mutant> {
    let (own, theirs) = (limit(one).filter(|it| Some(*it) != limit(other))?, limit(other)?);
    let (first, second) = (agreeing(one), agreeing(other));
    let list = |citation: &Citation| citation.clause.address.split('.').next().map(str::to_owned);
    let here = first.iter().find(|citation| second.iter().any(|there| list(there) == list(citation)))?;
    let there = second.iter().find(|citation| list(citation) == list(here))?;
    let edits = vec![
        (behind(here.clause.span), apart(text, one, theirs)),
        (behind(there.clause.span), apart(text, other, own)),
    ];
    let found = [(&first, here), (&second, there)].map(|(all, changed)| {
        let another = all.iter().find(|it| it.clause.address != changed.clause.address)?;
        let clauses = [changed.clause.address.as_str(), another.clause.address.as_str()];
        Some(expected("limit-differs-between-clauses", clauses))
    });
    let found: Option<Vec<Expected>> = found.into_iter().collect();
    Some(Mutant { edits, found: found?, breaks: false })
}

/// Somebody of the act's own list who isn't `but`.
fn another(text: &Text, but: ActorId) -> Option<ActorId> {
    text.regulation().listed.iter().map(|said| said.what).find(|actor| *actor != but)
}

fn another_actor(text: &Text) -> Vec<Mutant> {
    let slip = |node: &Node| {
        let clauses = agreeing(node);
        let (Some(own), [first, second, ..]) = (node.actor, &clauses[..]) else { return None };
        let said = said_apart(text, another(text, own)?, node, node.hands_to);
        let clauses = [first.clause.address.as_str(), second.clause.address.as_str()];
        Some(one(vec![(behind(second.clause.span), said)], expected("actor-differs-between-clauses", clauses)))
    };
    steps(text).into_iter().filter_map(|(_, node)| slip(node)).collect()
}

fn another_recipient(text: &Text) -> Vec<Mutant> {
    let slip = |node: &Node| {
        let clauses = agreeing(node);
        let (Some(to), Some(by), [first, second, ..]) = (node.hands_to, node.actor, &clauses[..]) else {
            return None;
        };
        let said = said_apart(text, by, node, Some(another(text, to)?));
        let clauses = [first.clause.address.as_str(), second.clause.address.as_str()];
        Some(one(vec![(behind(second.clause.span), said)], expected("recipient-differs-between-clauses", clauses)))
    };
    steps(text).into_iter().filter_map(|(_, node)| slip(node)).collect()
}

/// Everything that one clause says, in parentheses.
fn said_apart(text: &Text, by: ActorId, node: &Node, to: Option<ActorId>) -> String {
    let name = |actor: ActorId| if actor == APPLICANT { "applicant" } else { text.model()[actor].id.as_str() };
    let mut said = vec![format!("by {}", name(by))];
    if !node.limits.is_empty() {
        let each: Vec<String> = node.limits.iter().map(|limit| written(limit.duration)).collect();
        said.push(format!("limit {}", each.join(" and ")));
        said.extend(counted_from(node));
    }
    said.extend(to.map(|to| format!("to {}", name(to))));
    format!(" ({})", said.join(" "))
}

/// The `limit …` of a line that says the same in every channel, with the word before it.
fn limit_part(text: &Text, node: &Node) -> Option<Range<usize>> {
    let span = node.limits.first()?.span;
    limit(node)?;
    let line = text.text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
    let start = line + text.text[line..span.start as usize].rfind("limit ")?;
    let behind = &text.text[span.end as usize..];
    (!behind.trim_start().starts_with("via") && !behind.trim_start().starts_with("from"))
        .then_some(start..span.end as usize)
}

fn limit_cut(text: &Text) -> Vec<Mutant> {
    let slip =
        |node: &Node| Some(one(vec![(limit_part(text, node)?, String::new())], expected("step-without-limit", [])));
    steps(text).into_iter().filter_map(|(_, node)| slip(node)).collect()
}

fn unqualified_days(text: &Text) -> Vec<Mutant> {
    let slip = |node: &Node| {
        let own = limit(node).filter(|own| matches!(own.unit, Unit::WorkingDay | Unit::CalendarDay))?;
        let part = limit_part(text, node)?;
        let instead = format!("limit {} days", own.quantity);
        Some(one(vec![(part, instead)], expected("unqualified-day", [])))
    };
    steps(text).into_iter().filter_map(|(_, node)| slip(node)).collect()
}

/// The whole line around a place, with its end.
fn line(text: &Text, span: Span) -> Range<usize> {
    let start = text.text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
    let end = text.text[start..].find('\n').map_or(text.text.len(), |at| start + at + 1);
    start..end
}

fn participant_dropped(text: &Text) -> Vec<Mutant> {
    let alone = |range: &Range<usize>| text.text[range.clone()].matches("listed").count() == 1;
    let names = |range: &Range<usize>| text.text[range.clone()].contains(',') || text.text[range.clone()].contains('{');
    let lines = text.regulation().listed.iter().map(|said| line(text, said.span));
    let lines = lines.filter(|range| alone(range) && !names(range));
    lines.map(|range| one(vec![(range, String::new())], expected("actor-not-listed", []))).collect()
}

fn channel_not_offered(text: &Text) -> Vec<Mutant> {
    let lines = text.regulation().offers.iter().map(|said| line(text, said.span));
    let whole = lines.filter(|range| !text.text[range.clone()].contains(['{', ',']));
    whole.map(|range| one(vec![(range, String::new())], expected("channel-not-announced", []))).collect()
}

fn label_without_russian(text: &Text) -> Vec<Mutant> {
    let slip = |node: &Node| {
        let own = &text.text[range(node.span)];
        let start = own.rfind(" ru \"")?;
        let end = start + 5 + own[start + 5..].find('"')? + 1;
        let at = node.span.start as usize;
        Some(one(vec![(at + start..at + end, String::new())], expected("missing-translation", [])))
    };
    steps(text).into_iter().filter_map(|(_, node)| slip(node)).collect()
}

/// The choices with two branches of which the second is `otherwise`: the first condition, and where `otherwise` stands.
fn choices(text: &Text) -> Vec<(String, Range<usize>)> {
    let nodes = text.regulation().procedures.iter().flat_map(|procedure| &procedure.nodes);
    let mut seen = BTreeSet::new();
    let choices = nodes.filter(|node| matches!(node.kind, NodeKind::Choice) && node.next.len() == 2);
    choices
        .filter(|node| seen.insert(node.span.start) && !text.is_sore(node.head))
        .filter_map(|node| {
            let (own, at) = (&text.text[range(node.span)], node.span.start as usize);
            let when = own.find("when ")? + 5;
            let close = when + own[when..].find(['{', '>'])?;
            let condition = own[when..close].trim_end_matches(['-', ' ']).to_owned();
            let depth = |upto: usize| own[..upto].matches('{').count() - own[..upto].matches('}').count();
            let otherwise = own.match_indices("otherwise").map(|(at, _)| at).find(|upto| depth(*upto) == 1)?;
            Some((condition, at + otherwise..at + otherwise + "otherwise".len()))
        })
        .collect()
}

/// A yes/no fact that the regulation doesn't ask about: of one that it asks about, the answer may be known by then.
fn another_fact(text: &Text) -> Option<&str> {
    let facts = text.model().facts.iter().filter(|fact| fact.values.len() == 2 && fact.values[0] == "yes");
    facts.map(|fact| fact.id.as_str()).find(|id| !text.text.contains(*id))
}

fn case_cut(text: &Text) -> Vec<Mutant> {
    let slip = |(condition, at): (String, Range<usize>)| {
        let narrower = format!("when not ({condition}) and {}", another_fact(text)?);
        Some(one(vec![(at, narrower)], expected("case-left-out", [])))
    };
    choices(text).into_iter().filter_map(slip).collect()
}

fn case_twice(text: &Text) -> Vec<Mutant> {
    let slip = |(condition, at): (String, Range<usize>)| {
        let wider = format!("when not ({condition}) or {}", another_fact(text)?);
        Some(one(vec![(at, wider)], expected("overlapping-branches", [])))
    };
    choices(text).into_iter().filter_map(slip).collect()
}

/// The last statement of the procedure, with every end in it. What is missing then, such as a result that only these
/// ends give, isn't told: the procedure isn't whole.
fn ends_cut(text: &Text) -> Vec<Mutant> {
    let nodes: Vec<&Node> = text.regulation().procedures.iter().flat_map(|procedure| &procedure.nodes).collect();
    let Some(last) = nodes.iter().map(|node| node.span).max_by_key(|span| span.end) else { return Vec::new() };
    let whole = nodes.iter().map(|node| node.span).filter(|span| span.contains(last)).min_by_key(|span| span.start);
    let whole = whole.unwrap_or(last);
    let cut: Vec<&Node> = nodes.into_iter().filter(|node| whole.contains(node.span)).collect();
    let ends = |nodes: &[&Node]| nodes.iter().any(|node| matches!(node.kind, NodeKind::End(_)));
    if cut.iter().any(|node| text.is_sore(node.span)) || !ends(&cut) {
        return Vec::new();
    }
    let stopped = text.regulation().procedures.iter().flat_map(|procedure| {
        let before = procedure.nodes.iter().filter(|node| !whole.contains(node.span));
        let leads = |node: &&Node| node.next.iter().any(|edge| whole.contains(procedure[edge.to].span));
        before.filter(leads).map(|node| node.span.start)
    });
    let found = stopped.collect::<BTreeSet<u32>>().iter().map(|_| expected("path-ends-nowhere", [])).collect();
    vec![Mutant { edits: vec![(range(whole), String::new())], found, breaks: true }]
}
