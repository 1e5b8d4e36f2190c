//! From what the author wrote to what it means: `ast` -> `model`.

mod module;

pub use module::{Import, Module, imports};

use crate::diagnostics::Finding;
use crate::model::Model;

/// What the modules mean together, as far as it could be understood, and what could not.
pub fn resolve(modules: &[Module<'_>]) -> (Model, Vec<Finding>) {
    let _ = modules;
    (Model::default(), Vec::new())
}
