//! The prover against the deliberately naive evaluator of `oracle/`.

mod limits;
