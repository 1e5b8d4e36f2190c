//! Conditions over the facts of a case, as small trees: in JSON as trees, in the binary form as a list read from left
//! to right, so that no depth of nesting can hurt whoever reads it.

use super::Ix;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What is asked of the facts of a case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Condition {
    Always,
    /// The fact at the first place has the value at the second of its values.
    Is(Ix, Ix),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

/// Deeper than a person would write, and shallow enough for every JSON reader.
pub(super) const DEEPEST: usize = 48;

/// As it stands in JSON.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "cli", schemars(rename = "Condition"))]
pub(super) enum Tree {
    /// It holds in every case.
    Always,
    /// One of these holds.
    Any(Vec<Tree>),
    /// All of these hold.
    All(Vec<Tree>),
    /// The fact (its place among `facts`) has the value (its place among the fact's values).
    Is((Ix, Ix)),
    /// This does not hold.
    Not(Box<Tree>),
}

/// As it stands in the binary form: each word takes what it needs from behind it.
#[derive(Serialize, Deserialize)]
enum Word {
    Always,
    Is(Ix, Ix),
    Not,
    All(u32),
    Any(u32),
}

impl Condition {
    /// Whether it holds where `value` tells the values known; `None`: that hangs on facts that are not known.
    pub fn holds(&self, value: &impl Fn(Ix) -> Option<Ix>) -> Option<bool> {
        match self {
            Condition::Always => Some(true),
            Condition::Is(fact, wanted) => value(*fact).map(|known| known == *wanted),
            Condition::Not(inner) => inner.holds(value).map(|holds| !holds),
            Condition::All(parts) => joined(parts, value, false),
            Condition::Any(parts) => joined(parts, value, true),
        }
    }

    /// Calls `visit` with each fact and value that it names.
    pub fn visit(&self, visit: &mut impl FnMut(Ix, Ix)) {
        match self {
            Condition::Always => {}
            Condition::Is(fact, value) => visit(*fact, *value),
            Condition::Not(inner) => inner.visit(visit),
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| part.visit(visit)),
        }
    }

    fn tree(&self) -> Tree {
        match self {
            Condition::Always => Tree::Always,
            Condition::Is(fact, value) => Tree::Is((*fact, *value)),
            Condition::Not(inner) => Tree::Not(Box::new(inner.tree())),
            Condition::All(parts) => Tree::All(parts.iter().map(Condition::tree).collect()),
            Condition::Any(parts) => Tree::Any(parts.iter().map(Condition::tree).collect()),
        }
    }

    fn of(tree: Tree, depth: usize) -> Result<Condition, &'static str> {
        if depth > DEEPEST {
            return Err("a condition is nested too deeply");
        }
        let all = |parts: Vec<Tree>| -> Result<Vec<_>, _> {
            parts.into_iter().map(|part| Condition::of(part, depth + 1)).collect()
        };
        Ok(match tree {
            Tree::Always => Condition::Always,
            Tree::Is((fact, value)) => Condition::Is(fact, value),
            Tree::Not(inner) => Condition::Not(Box::new(Condition::of(*inner, depth + 1)?)),
            Tree::All(parts) => Condition::All(all(parts)?),
            Tree::Any(parts) => Condition::Any(all(parts)?),
        })
    }

    fn words(&self, into: &mut Vec<Word>) {
        match self {
            Condition::Always => into.push(Word::Always),
            Condition::Is(fact, value) => into.push(Word::Is(*fact, *value)),
            Condition::Not(inner) => {
                into.push(Word::Not);
                inner.words(into);
            }
            Condition::All(parts) => {
                into.push(Word::All(parts.len() as u32));
                parts.iter().for_each(|part| part.words(into));
            }
            Condition::Any(parts) => {
                into.push(Word::Any(parts.len() as u32));
                parts.iter().for_each(|part| part.words(into));
            }
        }
    }

    /// The condition that the words begin with.
    fn read(words: &mut std::slice::Iter<Word>, depth: usize) -> Result<Condition, &'static str> {
        if depth > DEEPEST {
            return Err("a condition is nested too deeply");
        }
        Ok(match words.next().ok_or("a condition breaks off")? {
            Word::Always => Condition::Always,
            Word::Is(fact, value) => Condition::Is(*fact, *value),
            Word::Not => Condition::Not(Box::new(Condition::read(words, depth + 1)?)),
            Word::All(count) => Condition::All(Condition::read_many(*count, words, depth + 1)?),
            Word::Any(count) => Condition::Any(Condition::read_many(*count, words, depth + 1)?),
        })
    }

    fn read_many(count: u32, words: &mut std::slice::Iter<Word>, depth: usize) -> Result<Vec<Condition>, &'static str> {
        (0..count).map(|_| Condition::read(words, depth)).collect()
    }
}

/// One part that comes out `decisive` decides; otherwise all parts must be known.
fn joined(parts: &[Condition], value: &impl Fn(Ix) -> Option<Ix>, decisive: bool) -> Option<bool> {
    let mut all_known = true;
    for part in parts {
        match part.holds(value) {
            Some(holds) if holds == decisive => return Some(decisive),
            Some(_) => {}
            None => all_known = false,
        }
    }
    all_known.then_some(!decisive)
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return self.tree().serialize(serializer);
        }
        let mut words = Vec::new();
        self.words(&mut words);
        words.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return Condition::of(Tree::deserialize(deserializer)?, 0).map_err(D::Error::custom);
        }
        let words = Vec::<Word>::deserialize(deserializer)?;
        let mut rest = words.iter();
        let condition = Condition::read(&mut rest, 0).map_err(D::Error::custom)?;
        match rest.next() {
            None => Ok(condition),
            Some(_) => Err(D::Error::custom("a condition is followed by what belongs to none")),
        }
    }
}
