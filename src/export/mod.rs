//! From the model to another notation, one notation a file.

#[cfg(feature = "picture")]
pub mod ascii;
#[cfg(feature = "picture")]
pub mod bpmn;
pub mod coverage;
#[cfg(feature = "picture")]
pub mod diagram;
#[cfg(feature = "picture")]
pub mod flow;
pub mod outline;
mod service;
pub mod table;
