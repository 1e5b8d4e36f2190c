//! The slips that a careless pen makes, one function a kind: where in a regulation it can be made, and what must be found.

use super::harness::{Expected, Mutant, Text};
use reglament::model::{APPLICANT, ActorId, ActorKind, Citation, Limit, Node, NodeKind, Procedure};
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
    /// It shows against the inventory of the act's clauses. The others are slips of the act itself, of which there
    /// would be another inventory.
    pub in_inventory: bool,
}

const fn slip(name: &'static str, find: fn(&Text) -> Vec<Mutant>) -> Slip {
    Slip { name, find, in_time: false, in_inventory: false }
}

const fn slip_in_time(name: &'static str, find: fn(&Text) -> Vec<Mutant>) -> Slip {
    Slip { name, find, in_time: true, in_inventory: false }
}

const fn slip_in_the_inventory(name: &'static str, find: fn(&Text) -> Vec<Mutant>) -> Slip {
    Slip { name, find, in_time: false, in_inventory: true }
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
    slip("a body renamed in one clause", renamed_in_one_clause),
    slip("an anchor moved in one clause", anchor_moved_in_one_clause),
    slip("a step left out of one list", left_out_of_one_list),
    slip("a limit that binds the applicant", limit_on_applicant),
    slip("a number of a flow skipped", number_skipped),
    slip("a number of a flow repeated", number_repeated),
    slip("an abbreviation no longer used", abbreviation_never_used),
    slip("an abbreviation no longer defined", abbreviation_never_defined),
    slip("days of the other kind in one step", days_of_the_other_kind),
    slip("a part of a summary changed", part_changed),
    slip("another limit in one channel", limit_of_one_channel),
    slip_in_the_inventory("a clause that the act has not", clause_that_the_act_has_not),
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
    let official = |actor: ActorId| matches!(text.model()[actor].kind, ActorKind::Official | ActorKind::Outside);
    let slip = |node: &Node| {
        node.actor.filter(|actor| official(*actor) && !text.is_found("mixed-days", node.span) && same_limit(node))?;
        Some(one(vec![(limit_part(text, node)?, String::new())], expected("step-without-limit", [])))
    };
    steps(text).into_iter().filter_map(|(_, node)| slip(node)).collect()
}

/// No clause gives the step a limit but the line's.
fn same_limit(node: &Node) -> bool {
    node.citations.iter().all(|it| !it.said_apart || it.limits.is_empty())
}

fn unqualified_days(text: &Text) -> Vec<Mutant> {
    let slip = |node: &Node| {
        let own = limit(node).filter(|_| same_limit(node) && !text.is_found("mixed-days", node.span))?;
        if !matches!(own.unit, Unit::WorkingDay | Unit::CalendarDay) {
            return None;
        }
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

/// Of those who act beside others of the list in every channel they act in: without them no channel is left without any
/// participant, and the list still is one of their organisation.
fn participant_dropped(text: &Text) -> Vec<Mutant> {
    let regulation = text.regulation();
    let alone = |range: &Range<usize>| text.text[range.clone()].matches("listed").count() == 1;
    let whole = |range: &Range<usize>| alone(range) && !text.text[range.clone()].contains([',', '{']);
    let beside_others = |actor: ActorId| {
        let others: Vec<ActorId> = regulation.listed.iter().map(|said| said.what).filter(|it| *it != actor).collect();
        let organisation = text.model()[actor].organisation;
        let acts = |procedure: &Procedure, who: &dyn Fn(ActorId) -> bool| {
            procedure.nodes.iter().filter_map(|node| node.actor).any(who)
        };
        let mut acting = regulation.procedures.iter().filter(|it| acts(it, &|own| own == actor));
        others.iter().any(|other| text.model()[*other].organisation == organisation)
            && acting.all(|procedure| acts(procedure, &|own| others.contains(&own)))
    };
    let fits = |actor: ActorId| {
        let official = text.model()[actor].kind == ActorKind::Official;
        official && !is_known_of(text, "actor-by-two-names", actor) && beside_others(actor)
    };
    let listed = regulation.listed.iter().filter(|said| fits(said.what)).map(|said| line(text, said.span));
    let lines = listed.filter(|range| whole(range));
    lines.map(|range| one(vec![(range, String::new())], expected("actor-not-listed", []))).collect()
}

fn channel_not_offered(text: &Text) -> Vec<Mutant> {
    let offers = &text.regulation().offers;
    if offers.len() < 2 {
        // Without any list, nothing is announced that could be missed.
        return Vec::new();
    }
    let lines = offers.iter().map(|said| line(text, said.span));
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
            let leads_apart = own[when..].lines().next().is_some_and(|line| line.contains(" via "));
            if leads_apart || own.matches("when ").count() > own.matches("choice ").count() {
                return None;
            }
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
    let led_to = |node: &&Node| text.text.contains(&format!("-> {}", node.id));
    if cut.iter().any(|node| text.is_sore(node.span)) || !ends(&cut) || cut.iter().any(led_to) {
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

/// Whether `code` is found at something that `actor` does or is listed as.
fn is_known_of(text: &Text, code: &str, actor: ActorId) -> bool {
    let listed = text.regulation().listed.iter().filter(|said| said.what == actor).map(|said| said.span);
    let nodes = text.regulation().procedures.iter().flat_map(|procedure| &procedure.nodes);
    let acts = nodes.filter(|node| node.actor == Some(actor)).map(|node| node.span);
    listed.chain(acts).any(|span| text.is_found(code, span))
}

fn renamed_in_one_clause(text: &Text) -> Vec<Mutant> {
    let slip = |node: &Node| {
        let by = node.actor.filter(|actor| *actor != APPLICANT && !is_known_of(text, "actor-by-two-names", *actor))?;
        let clauses = agreeing(node);
        let [first, second, ..] = &clauses[..] else { return None };
        let name = format!("by {}", text.model()[by].id);
        let renamed = format!("{name} called kk \"басқаша аталған адам\"");
        let said = said_apart(text, by, node, node.hands_to).replacen(&name, &renamed, 1);
        let clauses = [first.clause.address.as_str(), second.clause.address.as_str()];
        Some(one(vec![(behind(second.clause.span), said)], expected("actor-by-two-names", clauses)))
    };
    steps(text).into_iter().filter_map(|(_, node)| slip(node)).collect()
}

fn anchor_moved_in_one_clause(text: &Text) -> Vec<Mutant> {
    let slip = |node: &Node| {
        let filing = reglament::model::AnchorEvent::Filing;
        let by = node.actor.filter(|_| node.anchor.said && !node.anchor.events.contains(&filing))?;
        let clauses = agreeing(node);
        let (Some(from), [first, second, ..]) = (counted_from(node).filter(|_| limit(node).is_some()), &clauses[..])
        else {
            return None;
        };
        let said = said_apart(text, by, node, node.hands_to).replace(&from, "from filing");
        let clauses = [first.clause.address.as_str(), second.clause.address.as_str()];
        Some(one(vec![(behind(second.clause.span), said)], expected("anchor-differs-between-clauses", clauses)))
    };
    steps(text).into_iter().filter_map(|(_, node)| slip(node)).collect()
}

/// The list that a clause is an item of: `9` for `9.4` and for `9.4/2`.
fn list_of(citation: &Citation) -> Option<&str> {
    citation.clause.address.split_once('.').map(|(list, _)| list)
}

/// A step in the middle of two lists that both tell most of a channel's steps, cut from one of them.
fn left_out_of_one_list(text: &Text) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (procedure, node) in steps(text) {
        let clauses = agreeing(node);
        let [first, second, ..] = &clauses[..] else { continue };
        let long = |citation: &Citation| {
            let told = |other: &&Node| {
                other.citations.iter().any(|it| list_of(it).is_some() && list_of(it) == list_of(citation))
            };
            procedure.nodes.iter().filter(told).count() >= 6
        };
        let alone = |citation: &Citation| {
            let cites = |other: &&Node| other.citations.iter().any(|it| it.clause.address == citation.clause.address);
            procedure.nodes.iter().filter(cites).count() == 1
        };
        if !long(first) || !long(second) || !alone(second) || list_of(first) == list_of(second) {
            continue;
        }
        // `9.2, 6.2`: with the comma before it.
        let (start, end) = (second.clause.span.start as usize, second.clause.span.end as usize);
        if !text.text[..start].ends_with(", ") {
            continue;
        }
        let found = expected("step-left-out-of-list", [first.clause.address.as_str()]);
        mutants.push(one(vec![(start - 2..end, String::new())], found));
    }
    mutants
}

fn limit_on_applicant(text: &Text) -> Vec<Mutant> {
    let nodes = text.regulation().procedures.iter().flat_map(|procedure| &procedure.nodes);
    let mut seen = BTreeSet::new();
    let slip = |node: &Node| {
        let free = node.actor == Some(APPLICANT) && node.limits.is_empty() && matches!(node.kind, NodeKind::Step);
        let by = text.text[range(node.head)].find("by applicant").filter(|_| free && !text.is_sore(node.span))?;
        let at = node.head.start as usize + by + "by applicant".len();
        Some(one(vec![(at..at, " limit 10 minutes".to_owned())], expected("limit-on-applicant", [])))
    };
    nodes.filter(|node| seen.insert(node.span.start)).filter_map(slip).collect()
}

/// The last number of a kind in a channel's flow becomes the one after it, or the one before it.
fn renumbered(text: &Text, by: i32, code: &'static str) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for procedure in &text.regulation().procedures {
        let numbered =
            |node: &&Node| matches!(node.kind, NodeKind::Step) && text.text[range(node.span)].contains("number ");
        let Some(last) = procedure.nodes.iter().filter(numbered).max_by_key(|node| node.span.start) else { continue };
        let own = &text.text[range(last.span)];
        let start = own.find("number ").expect("it has one") + "number ".len();
        let digits = own[start..].chars().take_while(char::is_ascii_digit).count();
        let Ok(number) = own[start..start + digits].parse::<i32>() else { continue };
        if text.is_sore(last.span) || number < 3 {
            continue;
        }
        let at = last.span.start as usize + start;
        mutants.push(one(vec![(at..at + digits, (number + by).to_string())], expected(code, [])));
    }
    mutants
}

fn number_skipped(text: &Text) -> Vec<Mutant> {
    renumbered(text, 1, "number-skipped")
}

fn number_repeated(text: &Text) -> Vec<Mutant> {
    renumbered(text, -1, "number-repeated")
}

/// The abbreviations at which nothing is found: their lines, with where `clause` and `used` stand in them.
fn abbreviations(text: &Text) -> Vec<(Range<usize>, usize, usize)> {
    let own = text.regulation().abbreviations.iter().filter(|it| !text.is_sore(it.span));
    let whole = own.filter(|it| !it.defined.is_empty() && !it.used.is_empty()).map(|it| line(text, it.span));
    whole
        .filter_map(|range| {
            let own = &text.text[range.clone()];
            let (clause, used) = (own.find(" clause ")?, own.find(" used ")?);
            (clause < used && !own.contains('{')).then_some((range, clause, used))
        })
        .collect()
}

fn abbreviation_never_used(text: &Text) -> Vec<Mutant> {
    let slip = |(range, _, used): (Range<usize>, usize, usize)| {
        let own = &text.text[range.clone()];
        let end = own[used..].find(" of ").map_or(own.trim_end().len(), |at| used + at);
        one(vec![(range.start + used..range.start + end, String::new())], expected("abbreviation-not-used", []))
    };
    abbreviations(text).into_iter().map(slip).collect()
}

fn abbreviation_never_defined(text: &Text) -> Vec<Mutant> {
    let slip = |(range, clause, used): (Range<usize>, usize, usize)| {
        one(vec![(range.start + clause..range.start + used, String::new())], expected("abbreviation-not-defined", []))
    };
    abbreviations(text).into_iter().map(slip).collect()
}

/// In an act that counts in working days alone, or in calendar days alone, one step in the other.
fn days_of_the_other_kind(text: &Text) -> Vec<Mutant> {
    let nodes = text.regulation().procedures.iter().flat_map(|procedure| &procedure.nodes);
    let units: BTreeSet<Unit> = nodes.flat_map(|node| &node.limits).map(|it| it.duration.unit).collect();
    if units.contains(&Unit::WorkingDay) && units.contains(&Unit::CalendarDay) {
        return Vec::new();
    }
    let slip = |node: &Node| {
        let own = limit(node).filter(|_| same_limit(node))?;
        let other = match own.unit {
            Unit::WorkingDay => Unit::CalendarDay,
            Unit::CalendarDay => Unit::WorkingDay,
            _ => return None,
        };
        let instead = format!("limit {}", written(Duration::new(own.quantity, other)));
        Some(one(vec![(limit_part(text, node)?, instead)], expected("mixed-days", [])))
    };
    steps(text).into_iter().filter_map(|(_, node)| slip(node)).collect()
}

/// A part of a summary that no longer adds up.
fn part_changed(text: &Text) -> Vec<Mutant> {
    let places = text.text.match_indices("(part limit ").map(|(at, found)| at + found.len());
    places
        .filter_map(|at| {
            let digits = text.text[at..].chars().take_while(char::is_ascii_digit).count();
            let number: u32 = text.text[at..at + digits].parse().ok()?;
            Some(one(vec![(at..at + digits, (number + 1).to_string())], expected("summary-differs-from-its-steps", [])))
        })
        .collect()
}

fn limit_of_one_channel(text: &Text) -> Vec<Mutant> {
    let slip = |node: &Node| {
        let own = limit(node).filter(|_| node.notes.is_empty() && !node.citations.is_empty())?;
        // To somebody else it would be another act.
        let same = |other: &Node| other.span == node.span && other.hands_to == node.hands_to;
        let shares = |procedure: &&Procedure| procedure.nodes.iter().any(same);
        let sharing: Vec<&Procedure> = text.regulation().procedures.iter().filter(shares).collect();
        let [first, second, ..] = &sharing[..] else { return None };
        fn told<'p>(procedure: &'p Procedure, node: &Node) -> Option<&'p str> {
            let twin = procedure.nodes.iter().find(|other| other.span == node.span)?;
            twin.citations.first().map(|it| it.clause.address.as_str())
        }
        let part = limit_part(text, node)?;
        let channel = &text.model()[second.channel].id;
        let other = format!(" limit {} via {channel}", written(Duration::new(own.quantity + 3, own.unit)));
        let found = expected("limit-differs-between-channels", [told(first, node)?, told(second, node)?]);
        Some(one(vec![(part.end..part.end, other)], found))
    };
    steps(text).into_iter().filter_map(|(_, node)| slip(node)).collect()
}

fn clause_that_the_act_has_not(text: &Text) -> Vec<Mutant> {
    let slip = |node: &Node| {
        let last = node.citations.last().filter(|it| !it.said_apart)?;
        Some(one(vec![(behind(last.clause.span), ", 99.7".to_owned())], expected("clause-not-in-act", ["99.7"])))
    };
    steps(text).into_iter().filter_map(|(_, node)| slip(node)).collect()
}
