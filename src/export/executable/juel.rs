//! The expression language of Flowable and Operaton, and what the glue's bean `reglament` is asked in it.

use super::{Grammar, process_attributes};
use crate::export::bpmn::{Attribute, Extension, Place};
use crate::export::flow::Arrow;
use crate::model::Node;

const GRAMMAR: Grammar = Grammar {
    is: |variable, value| format!("{variable} == '{value}'"),
    not: |denied| format!("!({denied})"),
    and: " && ",
    or: " || ",
};

pub(super) fn condition(place: Place, arrow: &Arrow) -> String {
    format!("${{{}}}", GRAMMAR.condition(place, arrow))
}

/// Where the case is opened: its rules are named here, so that the glue holds none of its own.
pub(super) fn open(place: Place, listener: &'static str) -> Extension {
    let said: Vec<String> = process_attributes(place).iter().map(|(_, value)| format!("'{value}'")).collect();
    listening(listener, "start", format!("${{reglament.open(execution, {})}}", said.join(", ")))
}

pub(super) fn due(node: &Node) -> String {
    format!("${{reglament.due(execution, '{}')}}", node.id)
}

/// Where a step is done, it is said to the rules.
pub(super) fn done(node: &Node, listener: &'static str) -> Extension {
    listening(listener, "end", format!("${{reglament.done(execution, '{}')}}", node.id))
}

/// For whoever does work without a task list: the due date as the variable `reglament_due`.
pub(super) fn tell_due(node: &Node, listener: &'static str) -> Extension {
    listening(listener, "start", format!("${{reglament.tell(execution, '{}')}}", node.id))
}

fn listening(listener: &'static str, event: &str, expression: String) -> Extension {
    let attributes: Vec<Attribute> = vec![("event", event.to_owned()), ("expression", expression)];
    Extension::new(listener, attributes)
}
