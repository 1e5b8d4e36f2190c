//! Does an act say its terms, extensions, notices, complaints and obligations alike wherever it says them, and as its
//! standard does? Does it extend a term without telling the applicant?

use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{About, Case, ChannelId, Citation, Condition, Limit, Model, Regulation, Saying, Standard};
use crate::source::Span;
use crate::time::Duration;
use crate::vocabulary::Keyword;

/// A place that says a limit.
struct Place {
    limits: Vec<Duration>,
    span: Span,
    clause: Option<String>,
}

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    twice(model, &regulation.sayings, findings);
    let standard = regulation.standard.map(|standard| &model[standard]);
    if let Some(standard) = standard {
        against_standard(model, regulation, standard, findings);
    }
    let told = standard.is_some_and(|standard| {
        standard.extensions.iter().any(|extension| extension.notice.is_some())
            || standard.sayings.iter().any(|saying| saying.about == About::Notice)
    });
    if !told && !regulation.broken && regulation.sayings.iter().all(|saying| saying.about != About::Notice) {
        for extension in regulation.sayings.iter().filter(|saying| saying.about == About::Extension) {
            findings.push(cited(Finding::new(Code::ExtensionWithoutNotice, extension.span), extension));
        }
    }
}

/// The same questions of the standards.
pub(super) fn overall(model: &Model, findings: &mut Vec<Finding>) {
    for standard in &model.standards {
        twice(model, &standard.sayings, findings);
        let told = standard.broken || standard.sayings.iter().any(|saying| saying.about == About::Notice);
        for extension in standard.extensions.iter().filter(|extension| extension.notice.is_none() && !told) {
            findings.push(Finding::new(Code::ExtensionWithoutNotice, extension.span));
        }
    }
}

/// One thing that the act says twice, or whose clauses differ.
fn twice(model: &Model, sayings: &[Saying], findings: &mut Vec<Finding>) {
    for (at, saying) in sayings.iter().enumerate() {
        if sayings[..at].iter().any(|earlier| same(model, earlier, saying)) {
            continue;
        }
        let all = sayings[at..].iter().filter(|other| same(model, saying, other));
        let places: Vec<Place> = all.flat_map(places).collect();
        let Some((first, rest)) = places.split_first() else { continue };
        if rest.iter().all(|place| place.limits == first.limits) {
            continue;
        }
        let finding = at_place(Finding::new(Code::SayingDiffersBetweenClauses, first.span), first);
        let finding = finding.arg("what", keyword(saying.about));
        findings
            .push(rest.iter().fold(finding, |finding, place| at_place(finding.also(place.span, "label-other"), place)));
    }
}

/// Whether two sayings are about the same thing: of one kind and one name, in a common channel and a common case. What is
/// said of some channels or cases goes before what is said of all.
fn same(model: &Model, one: &Saying, other: &Saying) -> bool {
    one.about == other.about
        && one.id == other.id
        && one.actor == other.actor
        && one.hands_to == other.hands_to
        && one.from == other.from
        && one.channels.is_empty() == other.channels.is_empty()
        && (one.when == Condition::Always) == (other.when == Condition::Always)
        && meet(&one.channels, &other.channels)
        && both(model, &one.when, &other.when)
        && !(matches!(one.about, About::Notice | About::Refusal) && one.id.is_empty())
}

fn meet(one: &[ChannelId], other: &[ChannelId]) -> bool {
    one.is_empty() || other.is_empty() || one.iter().any(|channel| other.contains(channel))
}

fn both(model: &Model, one: &Condition, other: &Condition) -> bool {
    Condition::All(vec![one.clone(), other.clone()]).met(model, &Case::new()).is_some()
}

/// What each clause gives; the line where it cites none.
fn places(saying: &Saying) -> Vec<Place> {
    let place = |citation: &Citation| Place {
        limits: durations(&citation.limits),
        span: citation.clause.span,
        clause: Some(citation.clause.address.clone()),
    };
    let mut all: Vec<Place> = saying.citations.iter().filter(|said| !said.part).map(place).collect();
    if saying.citations.iter().all(|citation| citation.said_apart) {
        all.insert(0, Place { limits: durations(&saying.limits), span: saying.span, clause: None });
    }
    all.retain(|place| !place.limits.is_empty());
    all
}

fn durations(limits: &[Limit]) -> Vec<Duration> {
    let mut durations: Vec<Duration> = limits.iter().map(|limit| limit.duration).collect();
    durations.sort();
    durations
}

fn at_place(finding: Finding, place: &Place) -> Finding {
    let finding = finding.with("said", Arg::Durations(place.limits.clone()));
    match &place.clause {
        Some(clause) => finding.with("clause", clause.as_str()).clause(clause.as_str()),
        None => finding.with("clause", "none"),
    }
}

fn cited(finding: Finding, saying: &Saying) -> Finding {
    match saying.citations.first() {
        Some(citation) => finding.clause(&*citation.clause.address),
        None => finding,
    }
}

/// What the standard says of the same thing: where, which limit, in which channels and cases.
struct Promise<'a> {
    limit: &'a Limit,
    channels: &'a [ChannelId],
    when: &'a Condition,
    span: Span,
}

/// A saying none of whose clauses gives what the standard gives for the same thing.
fn against_standard(model: &Model, regulation: &Regulation, standard: &Standard, findings: &mut Vec<Finding>) {
    for saying in &regulation.sayings {
        let promises: Vec<Promise> = promises(standard, saying)
            .into_iter()
            .filter(|promise| meet(promise.channels, &saying.channels) && both(model, promise.when, &saying.when))
            .collect();
        let kept = |limits: &[Duration]| promises.iter().any(|promise| limits.contains(&promise.limit.duration));
        let broken: Vec<Place> = places(saying).into_iter().filter(|place| !kept(&place.limits)).collect();
        let (Some(first), Some(promise)) = (broken.first(), promises.first()) else { continue };
        let finding = at_place(Finding::new(Code::DiffersFromStandard, first.span), first);
        let finding = finding.arg("what", keyword(saying.about));
        let finding =
            broken[1..].iter().fold(finding, |finding, place| at_place(finding.also(place.span, "label-other"), place));
        findings.push(finding.also(promise.span, "label-standard").with("said", promise.limit.duration));
    }
}

/// What the standard says of the same kind: of the same name, or the only one where one of the two has no name.
fn promises<'a>(standard: &'a Standard, saying: &Saying) -> Vec<Promise<'a>> {
    let mut all: Vec<(&str, Promise)> = Vec::new();
    match saying.about {
        About::Term => all.extend(standard.terms.iter().filter_map(|term| {
            let promise =
                Promise { limit: term.limit.as_ref()?, channels: &term.channels, when: &term.when, span: term.span };
            Some((term.case.as_str(), promise))
        })),
        About::Extension => all.extend(standard.extensions.iter().filter_map(|extension| {
            let promise = Promise {
                limit: extension.limit.as_ref()?,
                channels: &[],
                when: &extension.when,
                span: extension.span,
            };
            Some((extension.id.as_str(), promise))
        })),
        About::Notice if saying.id.is_empty() => {
            // The notice of the standard's only extension.
            if let [extension] = &standard.extensions[..] {
                all.extend(
                    extension
                        .notice
                        .as_ref()
                        .map(|limit| ("", Promise { limit, channels: &[], when: &extension.when, span: limit.span })),
                );
            }
        }
        About::CompletenessCheck => {
            let limit = standard.completeness_check.as_ref();
            all.extend(limit.map(|limit| ("", Promise { limit, channels: &[], when: &ALWAYS, span: limit.span })));
        }
        about => {
            for own in standard.sayings.iter().filter(|own| own.about == about && !own.limits.is_empty()) {
                let promise =
                    Promise { limit: &own.limits[0], channels: &own.channels, when: &own.when, span: own.span };
                all.push((own.id.as_str(), promise));
            }
        }
    }
    let named: Vec<usize> = (0..all.len()).filter(|ix| all[*ix].0 == saying.id).collect();
    let of_term = matches!(saying.about, About::Term);
    let chosen = |ix: usize| named.contains(&ix) || named.is_empty() && (of_term || all_unnamed(&all, saying));
    let keep: Vec<bool> = (0..all.len()).map(chosen).collect();
    all.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|((_, promise), _)| promise).collect()
}

/// Whether the names do not tell which is meant, and need not: there is one, and one side has no name.
fn all_unnamed(all: &[(&str, Promise<'_>)], saying: &Saying) -> bool {
    matches!(all, [(name, _)] if name.is_empty() || saying.id.is_empty())
}

static ALWAYS: Condition = Condition::Always;

fn keyword(about: About) -> Keyword {
    match about {
        About::Term => Keyword::Term,
        About::Extension => Keyword::Extension,
        About::Notice => Keyword::Notice,
        About::Refusal => Keyword::Refused,
        About::Complaint => Keyword::Complaint,
        About::CompletenessCheck => Keyword::CompletenessCheck,
        About::InForce => Keyword::Effective,
        About::Stage => Keyword::Stage,
        About::Obligation => Keyword::Obligation,
    }
}
