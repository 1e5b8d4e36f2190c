//! Which documents a case needs, decided by the engine and by `cedar-policy`, over the same conditions:
//! `cargo run --release --manifest-path benches/cedar/Cargo.toml`.
//!
//! Each requirement of a channel becomes a policy: the document is required when the condition holds. A case's facts are
//! the context, a decision is asked for each document. Both must decide alike in every case; then both are timed over
//! the same cases, the median of five. For Cedar the policies are parsed and the names made beforehand, and the context
//! is built once a case; the engine's time takes in opening the case.

use cedar_policy::{Authorizer, Context, Decision, Entities, EntityUid, PolicySet, Request, RestrictedExpression};
use reglament::artifact::{Artifact, Channel, Condition};
use reglament::engine::{Filing, Need, Rules};
use reglament::time::Instant as Minute;
use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::str::FromStr;
use std::time::{Duration, Instant};

/// One channel with its policies, and cases of it.
struct Office {
    regulation: String,
    channel: String,
    documents: Vec<(String, EntityUid)>,
    policies: PolicySet,
    cases: Vec<BTreeMap<String, String>>,
}

fn main() {
    let bytes = include_bytes!("../../../tests/vectors/corpus.json");
    let rules = Rules::load(bytes).expect("rules");
    let offices = offices(rules.artifact());
    let decisions: usize = offices.iter().map(|office| office.cases.len() * office.documents.len()).sum();
    let (mut required, mut differ) = (0, 0);
    for office in &offices {
        for (own, other) in engine(&rules, office).into_iter().zip(cedar(office)) {
            required += own.len();
            differ += usize::from(own != other);
        }
    }
    assert_eq!(differ, 0, "the two decide differently in {differ} cases");
    println!("{decisions} decisions in {} channels, {required} documents required; both decide alike", offices.len());
    let own = median(|| offices.iter().for_each(|office| drop(black_box(engine(&rules, office)))));
    let other = median(|| offices.iter().for_each(|office| drop(black_box(cedar(office)))));
    let each = |took: Duration| took.as_secs_f64() / decisions as f64 * 1e9;
    println!("the engine:   {:8.0} ns a decision", each(own));
    println!("cedar-policy: {:8.0} ns a decision, {:.1} times as long", each(other), each(other) / each(own));
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let start = Instant::now();
            (0..20).for_each(|_| work());
            start.elapsed() / 20
        })
        .collect();
    times.sort();
    times[2]
}

/// Of each case, the documents required.
fn engine(rules: &Rules, office: &Office) -> Vec<BTreeSet<String>> {
    let filed = Minute::parse("2018-03-05T10:00").expect("an instant");
    let decide = |facts: &BTreeMap<String, String>| {
        let mut filing = Filing::new(&office.regulation, &office.channel, filed);
        filing.facts.clone_from(facts);
        let documents = rules.open(filing).expect("a case").documents();
        documents.into_iter().filter(|it| it.need == Need::Required).map(|it| it.document).collect()
    };
    office.cases.iter().map(decide).collect()
}

fn cedar(office: &Office) -> Vec<BTreeSet<String>> {
    let (authorizer, entities) = (Authorizer::new(), Entities::empty());
    let (applicant, action) = (uid("Applicant", "a"), uid("Action", "hand-in"));
    let decide = |facts: &BTreeMap<String, String>| {
        let pairs = facts.iter().map(|(fact, value)| (fact.clone(), RestrictedExpression::new_string(value.clone())));
        let context = Context::from_pairs(pairs).expect("a context");
        let wanted = |document: &EntityUid| {
            let request = Request::new(applicant.clone(), action.clone(), document.clone(), context.clone(), None);
            let answer = authorizer.is_authorized(&request.expect("a request"), &office.policies, &entities);
            answer.decision() == Decision::Allow
        };
        office.documents.iter().filter(|(_, uid)| wanted(uid)).map(|(name, _)| name.clone()).collect()
    };
    office.cases.iter().map(decide).collect()
}

fn uid(kind: &str, name: &str) -> EntityUid {
    EntityUid::from_str(&format!("{kind}::{name:?}")).expect("a name")
}

/// Every channel that speaks of documents, with every case of its facts up to a few hundred.
fn offices(artifact: &Artifact) -> Vec<Office> {
    let channels = artifact.regulations.iter().flat_map(|it| it.channels.iter().map(move |channel| (it, channel)));
    let speaking = channels.filter(|(_, channel)| !channel.documents.is_empty());
    let office = |(regulation, channel): (&reglament::artifact::Regulation, &Channel)| {
        let names: BTreeSet<u32> = channel.documents.iter().map(|it| it.document).collect();
        let name = |ix: u32| artifact.documents[ix as usize].id.clone();
        Office {
            regulation: regulation.id.clone(),
            channel: channel.id.clone(),
            documents: names.into_iter().map(|ix| (name(ix), uid("Document", &name(ix)))).collect(),
            policies: PolicySet::from_str(&policies(artifact, channel)).expect("policies"),
            cases: cases(artifact, channel),
        }
    };
    speaking.map(office).collect()
}

fn policies(artifact: &Artifact, channel: &Channel) -> String {
    let wanted = channel.documents.iter().filter(|it| !it.obtained);
    let policy = |it: &reglament::artifact::Requirement| {
        let document = &artifact.documents[it.document as usize].id;
        let when = written(artifact, &it.when);
        format!("permit(principal, action, resource == Document::{document:?}) when {{ {when} }};\n")
    };
    wanted.map(policy).collect()
}

fn written(artifact: &Artifact, condition: &Condition) -> String {
    let joined = |parts: &[Condition], word: &str, none: &str| match parts.is_empty() {
        true => none.to_owned(),
        false => parts.iter().map(|part| format!("({})", written(artifact, part))).collect::<Vec<_>>().join(word),
    };
    match condition {
        Condition::Always => "true".to_owned(),
        Condition::Is(fact, value) => {
            let fact = &artifact.facts[*fact as usize];
            format!("context[{:?}] == {:?}", fact.id, fact.values[*value as usize])
        }
        Condition::Not(inner) => format!("!({})", written(artifact, inner)),
        Condition::All(parts) => joined(parts, " && ", "true"),
        Condition::Any(parts) => joined(parts, " || ", "false"),
    }
}

fn cases(artifact: &Artifact, channel: &Channel) -> Vec<BTreeMap<String, String>> {
    let mut asked = BTreeSet::new();
    channel.documents.iter().for_each(|it| it.when.visit(&mut |fact, _| _ = asked.insert(fact)));
    let mut cases = vec![BTreeMap::new()];
    for fact in asked {
        let fact = &artifact.facts[fact as usize];
        let with = |case: &BTreeMap<String, String>, value: &String| {
            let mut case = case.clone();
            case.insert(fact.id.clone(), value.clone());
            case
        };
        cases = cases.iter().flat_map(|case| fact.values.iter().map(move |value| with(case, value))).collect();
        cases.truncate(256);
    }
    cases
}
