//! The prover against the deliberately naive evaluator of `oracle/`.

mod calendars;
mod certificate;
pub mod corpus;
mod limits;
mod pencil;
mod random;
