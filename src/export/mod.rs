//! From the model to another notation, one notation a file.

#[cfg(feature = "picture")]
pub mod ascii;
#[cfg(feature = "picture")]
pub mod bpmn;
pub mod coverage;
#[cfg(feature = "picture")]
pub mod diagram;
#[cfg(feature = "picture")]
pub mod document;
#[cfg(feature = "picture")]
pub mod dot;
#[cfg(feature = "picture")]
pub mod executable;
#[cfg(feature = "picture")]
pub mod flow;
#[cfg(feature = "picture")]
pub mod mermaid;
pub mod number;
pub mod outline;
mod service;
pub mod table;
#[cfg(feature = "picture")]
mod xml;
