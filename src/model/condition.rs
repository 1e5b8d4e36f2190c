//! Conditions: how they are written, and which cases meet them.

use super::{Condition, FactId, Model};
use crate::vocabulary::{Keyword, Language};
use std::collections::BTreeMap;

/// Facts whose value is settled.
pub type Case = BTreeMap<FactId, u32>;

impl Condition {
    /// As the author could write it in English.
    pub fn written(&self, model: &Model) -> String {
        self.written_in(model, Language::En)
    }

    /// As the author could write it in a vocabulary.
    pub fn written_in(&self, model: &Model, language: Language) -> String {
        let word = |keyword: Keyword| keyword.spelling(language);
        // Kazakh denies behind what is denied.
        let not = |denied: &str| match language {
            Language::Kk => format!("{denied} {}", word(Keyword::Not)),
            _ => format!("{} {denied}", word(Keyword::Not)),
        };
        match self {
            Condition::Always => "always".to_owned(),
            Condition::Is(fact, value) => {
                let fact = &model[*fact];
                match (fact.is_yes_no(), value) {
                    (true, 0) => fact.id.clone(),
                    (true, _) => not(&fact.id),
                    (false, value) => {
                        let value = fact.values.get(*value as usize).map_or("", String::as_str);
                        format!("{} = {value}", fact.id)
                    }
                }
            }
            Condition::Not(inner) => match inner.as_ref() {
                Condition::Is(fact, 0) if model[*fact].is_yes_no() => not(&model[*fact].id),
                Condition::Is(fact, 1) if model[*fact].is_yes_no() => model[*fact].id.clone(),
                other => not(&format!("({})", other.written_in(model, language))),
            },
            Condition::All(all) => joined(all, Keyword::And, model, language),
            Condition::Any(any) => joined(any, Keyword::Or, model, language),
        }
    }

    /// The facts that it asks for, each once.
    pub fn facts(&self) -> Vec<FactId> {
        let mut facts = Vec::new();
        self.visit(&mut facts);
        facts.sort();
        facts.dedup();
        facts
    }

    fn visit(&self, facts: &mut Vec<FactId>) {
        match self {
            Condition::Always => {}
            Condition::Is(fact, _) => facts.push(*fact),
            Condition::Not(inner) => inner.visit(facts),
            Condition::All(many) | Condition::Any(many) => many.iter().for_each(|one| one.visit(facts)),
        }
    }

    /// Whether it holds in `case`; `None` where that hangs on facts that are not settled.
    pub fn holds(&self, case: &Case) -> Option<bool> {
        match self {
            Condition::Always => Some(true),
            Condition::Is(fact, value) => case.get(fact).map(|settled| settled == value),
            Condition::Not(inner) => inner.holds(case).map(|holds| !holds),
            Condition::All(all) => all
                .iter()
                .try_fold(true, |so_far, one| match one.holds(case) {
                    Some(false) => Err(()),
                    Some(true) => Ok(so_far),
                    None => Ok(false),
                })
                .map_or(Some(false), |settled| settled.then_some(true)),
            Condition::Any(any) => any
                .iter()
                .try_fold(true, |so_far, one| match one.holds(case) {
                    Some(true) => Err(()),
                    Some(false) => Ok(so_far),
                    None => Ok(false),
                })
                .map_or(Some(true), |settled| settled.then_some(false)),
        }
    }

    /// The open fact to settle first: one on which the condition hangs most, so that what a value forces on the others is
    /// seen at once, and not after every other fact was tried.
    pub fn tightest(&self, case: &Case) -> Option<FactId> {
        self.openness(case, true).1
    }

    /// How many open mentions are left to make it `goal`, and the first of these facts: where all parts must come out so
    /// those of the part with the fewest, where one is enough those of all parts.
    fn openness(&self, case: &Case, goal: bool) -> (usize, Option<FactId>) {
        match self {
            Condition::Always => (0, None),
            Condition::Is(fact, _) => (1, Some(*fact)),
            Condition::Not(inner) => inner.openness(case, !goal),
            Condition::All(many) | Condition::Any(many) => {
                let open = many.iter().filter(|one| one.holds(case).is_none()).map(|one| one.openness(case, goal));
                let all_must = matches!(self, Condition::All(_)) == goal;
                let joined = open.reduce(|a, b| match all_must {
                    true if b.0 < a.0 => b,
                    true => a,
                    false => (a.0 + b.0, a.1),
                });
                joined.unwrap_or((0, None))
            }
        }
    }

    /// A case that meets it and goes on from `case`; `None` if there is none.
    pub fn met(&self, model: &Model, case: &Case) -> Option<Case> {
        match self.holds(case) {
            Some(true) => return Some(case.clone()),
            Some(false) => return None,
            None => {}
        }
        let open = self.tightest(case)?;
        (0..model[open].values.len() as u32).find_map(|value| {
            let mut next = case.clone();
            next.insert(open, value);
            self.met(model, &next)
        })
    }
}

impl super::Fact {
    /// Whether it is asked with yes or no.
    pub fn is_yes_no(&self) -> bool {
        self.values == ["yes", "no"]
    }
}

fn joined(conditions: &[Condition], word: Keyword, model: &Model, language: Language) -> String {
    let each = conditions.iter().map(|condition| {
        let written = condition.written_in(model, language);
        match condition {
            Condition::All(_) | Condition::Any(_) if conditions.len() > 1 => format!("({written})"),
            _ => written,
        }
    });
    each.collect::<Vec<_>>().join(&format!(" {} ", word.spelling(language)))
}
