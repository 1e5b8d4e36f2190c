//! BPMN that an engine runs: one dialect a file.
//!
//! What all of them have in common stands here. The rules stay in the artifact and the days are counted by our calendar:
//! the process asks a few lines of glue (`docs/engines.md`) when a step is due, and tells it when one is done. Who acts
//! is named by candidate groups, an actor a group. The facts are variables of the process, and each condition is written
//! out in the engine's own language, so that a variable that is missing stops the process and takes no branch.
//!
//! What it does not do: forms and connectors are the office's.

mod flowable;
mod juel;
mod operaton;
mod spiff;
mod variables;
mod zeebe;

pub use flowable::Flowable;
pub use operaton::Operaton;
pub use spiff::Spiff;
pub use zeebe::Zeebe;

use super::bpmn::{Attribute, Place};
use super::flow::{self, Arrow, Kind, Step};
use crate::diagnostics::Words;
use crate::model::{Condition, Node};
use variables::Variables;

/// The namespace of what the glue and whoever reads the file need to know of the rules.
const OURS: (&str, &str) = ("xmlns:reglament", "urn:reglament:bpmn");

/// Of the process: whose rules it runs by, and which fact each variable holds.
fn process_attributes(place: Place) -> Vec<Attribute> {
    vec![
        ("reglament:regulation", place.regulation.id.clone()),
        ("reglament:channel", place.model[place.procedure.channel].id.clone()),
        ("reglament:facts", Variables::of(place).table()),
    ]
}

/// Of a step that somebody does: its name in the rules, and who does it.
fn step_attributes(place: Place, node: &Node) -> Vec<Attribute> {
    let mut attributes = vec![("reglament:step", node.id.clone())];
    attributes.extend(actor(place, node).map(|id| ("reglament:actor", id.to_owned())));
    attributes
}

fn actor<'a>(place: Place<'a>, node: &Node) -> Option<&'a str> {
    node.actor.map(|actor| place.model[actor].id.as_str())
}

/// What a wait waits for, by a name that no other process has.
fn message(place: Place, node: &Node) -> String {
    let channel = &place.model[place.procedure.channel].id;
    format!("{}.{channel}.{}", place.regulation.id, node.id)
}

/// The act that a step of the process stands for; of a gateway, an event or what only joins arrows none.
fn act<'a>(step: &Step, node: Option<&'a Node>) -> Option<&'a Node> {
    node.filter(|_| matches!(step.kind, Kind::Task | Kind::Service | Kind::Wait))
}

/// One timer a step: of several limits the earliest counts, and the calendar knows which that is. A step whose limits are
/// all counted back from the end of a term has none, since the term may not be known.
fn timers(node: &Node, words: &Words) -> Vec<String> {
    match node.limits.iter().all(|limit| limit.before_term) {
        true => Vec::new(),
        false => vec![flow::limits(node, words).join(" / ")],
    }
}

/// How an expression language says what a condition says.
struct Grammar {
    /// That a variable holds a value.
    is: fn(&str, &str) -> String,
    not: fn(&str) -> String,
    and: &'static str,
    or: &'static str,
}

impl Grammar {
    fn condition(&self, place: Place, arrow: &Arrow) -> String {
        self.written(place, &Variables::of(place), &arrow.when)
    }

    fn written(&self, place: Place, variables: &Variables, condition: &Condition) -> String {
        match condition {
            Condition::Always => (self.not)("false"),
            Condition::Is(fact, value) => {
                let value = place.model[*fact].values.get(*value as usize).map_or("", String::as_str);
                (self.is)(variables.name(*fact), value)
            }
            Condition::Not(inner) => (self.not)(&self.written(place, variables, inner)),
            Condition::All(parts) => self.joined(place, variables, parts, self.and),
            Condition::Any(parts) => self.joined(place, variables, parts, self.or),
        }
    }

    fn joined(&self, place: Place, variables: &Variables, parts: &[Condition], word: &str) -> String {
        let each: Vec<String> = parts.iter().map(|part| self.written(place, variables, part)).collect();
        match each.as_slice() {
            // All of nothing holds, one of nothing does not.
            [] if word == self.and => (self.not)("false"),
            [] => "false".to_owned(),
            [one] => one.clone(),
            _ => format!("({})", each.join(word)),
        }
    }
}
