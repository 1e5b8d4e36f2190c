//! Whose is whose: the names of both sides brought together, so that a thing that only has a new name is the same thing.
//!
//! A thing is known again by its name and its text; without its name by its text, if only one has it; without its text
//! by its name.

use super::nodes::take;
use super::said::{agree, is_empty};
use crate::model::{
    Actor, ActorId, BodyId, Channel, ChannelId, Condition, DocumentId, FactId, Model, OrganisationId, RegulationId,
    Text,
};
use crate::vocabulary::Language;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The names of one side as the old side has them.
#[derive(Default)]
pub(super) struct Own {
    organisations: Vec<String>,
    actors: Vec<String>,
    channels: Vec<String>,
    facts: Vec<String>,
    /// The values of each fact.
    values: Vec<Vec<String>>,
    documents: Vec<String>,
    bodies: Vec<String>,
    regulations: Vec<String>,
    standards: Vec<String>,
}

pub(super) struct Names {
    pub old: Own,
    pub new: Own,
    /// By the new side's name, the old side's, where they differ.
    pub renamed: HashMap<String, String>,
}

/// Anything that is declared.
struct Thing<'a> {
    id: &'a str,
    label: &'a Text,
    /// To whom it belongs: several files may declare one name.
    context: String,
}

impl Own {
    pub fn organisation(&self, id: OrganisationId) -> String {
        self.organisations[id.0 as usize].clone()
    }
    pub fn actor(&self, id: ActorId) -> String {
        self.actors[id.0 as usize].clone()
    }
    pub fn channel(&self, id: ChannelId) -> String {
        self.channels[id.0 as usize].clone()
    }
    pub fn fact(&self, id: FactId) -> String {
        self.facts[id.0 as usize].clone()
    }
    pub fn values(&self, id: FactId) -> &[String] {
        &self.values[id.0 as usize]
    }
    pub fn document(&self, id: DocumentId) -> String {
        self.documents[id.0 as usize].clone()
    }
    pub fn body(&self, id: BodyId) -> String {
        self.bodies[id.0 as usize].clone()
    }
    pub fn standard(&self, at: usize) -> String {
        self.standards[at].clone()
    }

    /// The condition with the old side's names, its parts in one order.
    pub fn condition(&self, when: &Condition) -> String {
        let joined = |all: &[Condition], word: &str| {
            let mut each: Vec<String> = all.iter().map(|one| self.condition(one)).collect();
            each.sort();
            each.dedup();
            format!("({})", each.join(word))
        };
        match when {
            Condition::Always => "always".to_owned(),
            Condition::Is(fact, value) => {
                let value = self.values(*fact).get(*value as usize).cloned().unwrap_or_default();
                format!("{} = {value}", self.fact(*fact))
            }
            Condition::Not(inner) => match inner.as_ref() {
                Condition::Not(twice) => self.condition(twice),
                // Of a fact with two values, not the one is the other.
                Condition::Is(fact, value) if self.values(*fact).len() == 2 => {
                    self.condition(&Condition::Is(*fact, 1 - (*value).min(1)))
                }
                other => format!("not {}", self.condition(other)),
            },
            Condition::All(all) => joined(all, " & "),
            Condition::Any(any) => joined(any, " | "),
        }
    }

    pub fn channels_of(&self, channels: &[ChannelId]) -> String {
        let mut names: Vec<String> = channels.iter().map(|id| self.channel(*id)).collect();
        names.sort();
        names.join(",")
    }
}

/// What an organisation is called, which a new id leaves as it is.
fn name(model: &Model, organisation: OrganisationId) -> &str {
    model[organisation].label.get(Language::Kk).unwrap_or(&model[organisation].id)
}

fn of_actor(model: &Model) -> impl Fn(&Actor) -> String + '_ {
    |actor| format!("{:?} {}", actor.kind, actor.organisation.map_or("", |it| name(model, it)))
}

fn of_channel(model: &Model) -> impl Fn(&Channel) -> String + '_ {
    |channel| format!("{} {}", channel.round_the_clock, channel.organisation.map_or("", |it| name(model, it)))
}

macro_rules! things {
    ($list:expr, $context:expr) => {
        $list.iter().map(|it| Thing { id: &it.id, label: &it.label, context: $context(it) }).collect::<Vec<_>>()
    };
    ($list:expr) => {
        things!($list, |_| String::new())
    };
}

impl Names {
    pub fn of(old: &Model, new: &Model) -> Names {
        let mut renamed = HashMap::new();
        let mut own = Own::default();
        let mut other = Own::default();
        let mut both = |one: Vec<Thing<'_>>, two: Vec<Thing<'_>>| brought_together(&one, &two, &mut renamed);
        (own.organisations, other.organisations) = both(things!(old.organisations), things!(new.organisations));
        (own.actors, other.actors) = both(things!(old.actors, of_actor(old)), things!(new.actors, of_actor(new)));
        (own.channels, other.channels) =
            both(things!(old.channels, of_channel(old)), things!(new.channels, of_channel(new)));
        (own.facts, other.facts) = both(things!(old.facts), things!(new.facts));
        (own.documents, other.documents) = both(things!(old.documents), things!(new.documents));
        (own.bodies, other.bodies) = both(things!(old.bodies), things!(new.bodies));
        // Versions and parted entries share a name; they are paired by their days.
        let acts = |model: &Model| {
            model.regulations.iter().map(|it| (it.id.clone(), it.title.clone())).collect::<BTreeMap<_, _>>()
        };
        (own.regulations, other.regulations) = acts_together(
            old.regulations.iter().map(|it| &it.id),
            new.regulations.iter().map(|it| &it.id),
            &acts(old),
            &acts(new),
            &mut renamed,
        );
        let acts = |model: &Model| {
            model.standards.iter().map(|it| (it.id.clone(), it.title.clone())).collect::<BTreeMap<_, _>>()
        };
        (own.standards, other.standards) = acts_together(
            old.standards.iter().map(|it| &it.id),
            new.standards.iter().map(|it| &it.id),
            &acts(old),
            &acts(new),
            &mut renamed,
        );
        own.values = old.facts.iter().map(|fact| fact.values.clone()).collect();
        other.values = new
            .facts
            .iter()
            .enumerate()
            .map(|(at, fact)| {
                let same = own.facts.iter().position(|name| *name == other.facts[at]);
                same.map_or_else(|| fact.values.clone(), |same| values(&old.facts[same].values, &fact.values))
            })
            .collect();
        Names { old: own, new: other, renamed }
    }

    /// The entries of one regulation on both sides: by name, then by the day on which they come into force.
    pub fn regulations(&self, old: &Model, new: &Model) -> Vec<(Option<RegulationId>, Option<RegulationId>)> {
        let from = |model: &Model, at: usize| model.regulations[at].judged.and_then(|force| force.from);
        let pairs =
            paired(&self.old.regulations, &self.new.regulations, |one, other| from(old, one) == from(new, other));
        let id = |at: usize| RegulationId(at as u32);
        pairs.into_iter().map(|(one, other)| (one.map(id), other.map(id))).collect()
    }

    pub fn standards(&self, old: &Model, new: &Model) -> Vec<(Option<usize>, Option<usize>)> {
        paired(&self.old.standards, &self.new.standards, |one, other| {
            old.standards[one].since == new.standards[other].since
        })
    }
}

/// Places of equal names: first those that agree, then the others in their order.
fn paired(old: &[String], new: &[String], agree: impl Fn(usize, usize) -> bool) -> Vec<(Option<usize>, Option<usize>)> {
    let mut taken: HashSet<usize> = HashSet::new();
    let mut pairs: Vec<(Option<usize>, Option<usize>)> = Vec::new();
    for exact in [true, false] {
        for (at, name) in old.iter().enumerate() {
            if pairs.iter().any(|(one, _)| *one == Some(at)) {
                continue;
            }
            let free = |other: &usize| new[*other] == *name && !taken.contains(other) && (!exact || agree(at, *other));
            match (0..new.len()).find(free) {
                Some(other) => {
                    taken.insert(other);
                    pairs.push((Some(at), Some(other)));
                }
                None if !exact => pairs.push((Some(at), None)),
                None => {}
            }
        }
    }
    pairs.extend((0..new.len()).filter(|at| !taken.contains(at)).map(|at| (None, Some(at))));
    pairs
}

/// One name for what is one thing on both sides.
fn brought_together(
    old: &[Thing<'_>],
    new: &[Thing<'_>],
    renamed: &mut HashMap<String, String>,
) -> (Vec<String>, Vec<String>) {
    let own: Vec<String> = unique(old);
    let mut pairs: Vec<Option<usize>> = vec![None; new.len()];
    let id = |one: usize, other: usize| old[one].id == new[other].id;
    let label = |one: usize, other: usize| agree(old[one].label, new[other].label);
    let said = |one: usize, other: usize| !is_empty(old[one].label) && label(one, other);
    let context = |one: usize, other: usize| old[one].context == new[other].context;
    type Round<'r> = &'r dyn Fn(usize, usize) -> bool;
    let rounds: [(Round<'_>, bool); 8] = [
        (&|one, other| id(one, other) && label(one, other) && context(one, other), true),
        (&|one, other| id(one, other) && label(one, other), false),
        (&|one, other| id(one, other) && label(one, other), true),
        (&|one, other| said(one, other) && context(one, other), false),
        (&|one, other| said(one, other), false),
        (&|one, other| said(one, other), true),
        (&|one, other| id(one, other), false),
        (&|one, other| id(one, other), true),
    ];
    for (round, in_order) in rounds {
        take(&mut pairs, old.len(), round, in_order);
    }
    let fresh = unique(new);
    let names = pairs.iter().enumerate().map(|(at, pair)| match pair {
        Some(one) => {
            if old[*one].id != new[at].id {
                renamed.insert(new[at].id.to_owned(), old[*one].id.to_owned());
            }
            own[*one].clone()
        }
        // A new thing by an old thing's name is another one.
        None if own.contains(&fresh[at]) => format!("{} (new)", fresh[at]),
        None => fresh[at].clone(),
    });
    let names = names.collect();
    (own, names)
}

/// The names, numbered where several files declare one.
fn unique(things: &[Thing<'_>]) -> Vec<String> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut names = Vec::new();
    for thing in things {
        let count = seen.entry(thing.id).or_default();
        *count += 1;
        names.push(if *count == 1 { thing.id.to_owned() } else { format!("{}#{count}", thing.id) });
    }
    names
}

/// Acts by their ids; one that only has a new id is known by its title.
fn acts_together<'a>(
    old: impl Iterator<Item = &'a String>,
    new: impl Iterator<Item = &'a String>,
    titles: &BTreeMap<String, Text>,
    fresh: &BTreeMap<String, Text>,
    renamed: &mut HashMap<String, String>,
) -> (Vec<String>, Vec<String>) {
    let gone: Vec<&String> = titles.keys().filter(|id| !fresh.contains_key(*id)).collect();
    let mut own: HashMap<String, String> = HashMap::new();
    for (id, title) in fresh.iter().filter(|(id, _)| !titles.contains_key(*id)) {
        let same: Vec<&&String> = gone.iter().filter(|it| !is_empty(title) && agree(&titles[**it], title)).collect();
        if let [one] = same[..] {
            own.insert(id.clone(), (*one).clone());
            renamed.insert(id.clone(), (*one).clone());
        }
    }
    let new = new.map(|id| own.get(id).unwrap_or(id).clone()).collect();
    (old.cloned().collect(), new)
}

/// The new values by the old side's names: what has no name there, in its order.
fn values(old: &[String], new: &[String]) -> Vec<String> {
    let mut free = old.iter().filter(|value| !new.contains(value));
    let equal = old.len() == new.len();
    new.iter()
        .map(|value| match old.contains(value) {
            true => value.clone(),
            false => free.next().filter(|_| equal).unwrap_or(value).clone(),
        })
        .collect()
}
