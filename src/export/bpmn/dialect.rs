//! What one engine wants of a BPMN file beside the standard.

use crate::diagnostics::Words;
use crate::export::flow::{self, Arrow, Step};
use crate::model::{Model, Node, Procedure, Regulation};
use crate::time::{Duration, Unit};

/// What a hook is asked about: one channel of one regulation.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub model: &'a Model,
    pub regulation: &'a Regulation,
    pub procedure: &'a Procedure,
}

/// An attribute with its prefix.
pub type Attribute = (&'static str, String);

/// An extension element: its name with the prefix of a namespace of the dialect.
#[derive(Clone, Default, Debug)]
pub struct Extension {
    pub name: &'static str,
    pub attributes: Vec<Attribute>,
    pub text: Option<String>,
    pub children: Vec<Extension>,
}

impl Extension {
    pub fn new(name: &'static str, attributes: Vec<Attribute>) -> Extension {
        Extension { name, attributes, ..Extension::default() }
    }

    pub fn holding(name: &'static str, children: Vec<Extension>) -> Extension {
        Extension { name, children, ..Extension::default() }
    }

    pub fn of_text(name: &'static str, text: String) -> Extension {
        Extension { name, text: Some(text), ..Extension::default() }
    }
}

/// The hooks; each has what the plain standard says as its default.
pub trait Dialect {
    /// Prefixes (`xmlns:…`) and their namespaces.
    fn namespaces(&self) -> &[(&'static str, &'static str)] {
        &[]
    }

    /// Attributes of the file's root.
    fn definitions_attributes(&self) -> &[(&'static str, &'static str)] {
        &[]
    }

    /// Whether the process says that it can be run. Then whatever somebody does is a task of its own: a choice that
    /// somebody makes, and a receipt that has a limit, as well.
    fn executable(&self) -> bool {
        false
    }

    /// Attributes of the process.
    fn process_attributes(&self, _place: Place) -> Vec<Attribute> {
        Vec::new()
    }

    fn process_extensions(&self, _place: Place) -> Vec<Extension> {
        Vec::new()
    }

    /// Attributes of a task, gateway or event; `node` is what the act says of it, if it does.
    fn step_attributes(&self, _place: Place, _step: &Step, _node: Option<&Node>) -> Vec<Attribute> {
        Vec::new()
    }

    fn step_extensions(&self, _place: Place, _step: &Step, _node: Option<&Node>) -> Vec<Extension> {
        Vec::new()
    }

    /// What a service task is called.
    fn service_element(&self) -> &'static str {
        "serviceTask"
    }

    /// The name of the message that a wait waits for; `None`: it names none.
    fn message(&self, _place: Place, _node: &Node) -> Option<String> {
        None
    }

    fn message_extensions(&self) -> Vec<Extension> {
        Vec::new()
    }

    /// The expression of an arrow out of a choice.
    fn condition(&self, place: Place, arrow: &Arrow) -> String {
        arrow.when.written(place.model)
    }

    /// What is written at the timers of a step, a text each.
    fn timers(&self, node: &Node, words: &Words) -> Vec<String> {
        flow::limits(node, words)
    }

    /// The element of the timer at that place of [`timers`](Dialect::timers), and what it holds.
    fn timer(&self, node: &Node, at: usize) -> (&'static str, String) {
        ("timeDuration", node.limits.get(at).map(|limit| iso(limit.duration)).unwrap_or_default())
    }
}

/// The plain standard, for exchange between tools.
pub struct Interchange;

impl Dialect for Interchange {}

/// By ISO 8601, which knows no working days: the documentation of the timer says what is counted.
pub fn iso(duration: Duration) -> String {
    let count = duration.quantity;
    match duration.unit {
        Unit::Minute => format!("PT{count}M"),
        Unit::Hour => format!("PT{count}H"),
        Unit::WorkingDay | Unit::CalendarDay | Unit::Day => format!("P{count}D"),
        Unit::Month => format!("P{count}M"),
        Unit::Year => format!("P{count}Y"),
        Unit::SameDay => "P1D".to_owned(),
    }
}
