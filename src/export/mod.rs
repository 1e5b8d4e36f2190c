//! From the model to another notation, one notation a file.

pub mod coverage;
pub mod outline;
mod service;
pub mod table;
