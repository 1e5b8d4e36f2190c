//! What one engine wants of a BPMN file beside the standard.

use crate::export::flow::{Arrow, Step};
use crate::model::{Condition, Model, Node, Procedure};
use crate::time::{Duration, Unit};

/// An extension element: its name with the prefix of a namespace of the dialect.
#[derive(Clone, Default, Debug)]
pub struct Extension {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: Option<String>,
    pub children: Vec<Extension>,
}

/// The hooks; each has what the plain standard says as its default.
pub trait Dialect {
    /// Prefixes (`xmlns:…`) and their namespaces.
    fn namespaces(&self) -> &[(&'static str, &'static str)] {
        &[]
    }

    /// Whether the process says that it can be run.
    fn executable(&self) -> bool {
        false
    }

    /// Attributes of the process, with their prefixes.
    fn process_attributes(&self, _model: &Model, _procedure: &Procedure) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn process_extensions(&self, _model: &Model, _procedure: &Procedure) -> Vec<Extension> {
        Vec::new()
    }

    /// Attributes of a task, gateway or event; `node` is what the act says of it, if it does.
    fn step_attributes(&self, _model: &Model, _step: &Step, _node: Option<&Node>) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    fn step_extensions(&self, _model: &Model, _step: &Step, _node: Option<&Node>) -> Vec<Extension> {
        Vec::new()
    }

    /// The expression of an arrow out of a choice.
    fn condition(&self, model: &Model, arrow: &Arrow) -> String {
        condition(model, &arrow.when)
    }

    /// The duration of a limit's timer, in the engine's expression language.
    fn timer(&self, _model: &Model, _step: &Step, duration: Duration) -> String {
        iso(duration)
    }
}

/// The plain standard, for exchange between tools.
pub struct Interchange;

impl Dialect for Interchange {}

fn condition(model: &Model, when: &Condition) -> String {
    when.written(model)
}

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
