//! A deliberately naive second implementation of what a procedure's time means.
//!
//! It is what the prover of `reglament` is held against: it takes one filing minute, tries every assignment of the
//! facts, walks every path, and counts days by stepping from one to the next and minutes by stepping through the
//! opening hours. It shares nothing with the prover but the calendar's rows and the model; where both agree on
//! thousands of random regulations, an error would have to be made twice, in two different ways.
//!
//! ```text
//!   days      which day is open, and when       ─┐
//!   count     a duration, counted by stepping    ├─► walk  one case, from filing to end ─► judge  the worst of all
//!   facts     every case there can be            │
//!   promise   the term of a case                ─┘
//!   random    regulations nobody wrote            compare  this against the prover
//!   vectors   cases with what must come of them, for every engine
//! ```
//!
//! What it does not do: it is not fast (see [`days::Prepared`] for as fast as a loop over the minutes gets), it makes
//! no findings, and it explains nothing.

pub mod certificate;
pub mod compare;
pub mod count;
pub mod days;
pub mod facts;
pub mod judge;
pub mod promise;
pub mod random;
pub mod vectors;
pub mod walk;

pub use count::Fault;
pub use judge::{Judged, Oracle};
