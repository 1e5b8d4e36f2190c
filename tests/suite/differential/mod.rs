//! The prover against the deliberately naive evaluator of `oracle/`.

mod certificate;
mod corpus;
mod limits;
mod pencil;
mod random;
