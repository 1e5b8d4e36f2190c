//! Compiled rules at work: open a case, tell it what happened, ask what is due, late, next and allowed, and why.
//!
//! A small library of its own: no files, no network, no clock, no chance, and no number that is not whole. Who calls it
//! says what time it is. What it computes is what `docs/artifact.md` says, and the other languages compute the same.
//!
//! A case is its filing and the events since; its state is what they amount to. An event that is not allowed is refused
//! with the reason, and nothing changes.
//!
//! ```
//! use reglament::engine::{Event, Filing, Refusal, Rules};
//! use reglament::time::Instant;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let rules = Rules::load(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/corpus.json")))?;
//! let at = |text: &str| Instant::parse(text).expect("an instant");
//!
//! // Filed on the eve of the long week of Nauryz, after reception hours.
//! let filing = Filing::new("mangystau.survey-permit", "office", at("2018-03-19T17:45"));
//! let mut case = rules.open(filing)?;
//! assert_eq!(case.counted(), at("2018-03-20T09:00"));
//!
//! // Who must act, by when?
//! let due = case.due();
//! assert_eq!((due[0].step.as_str(), due[0].actor.as_deref()), ("register", Some("clerk")));
//! assert_eq!(due[0].due, Some(at("2018-03-20T09:15")));
//!
//! // Not what the act says: refused, and nothing changes.
//! let too_soon = Event::done("assign", at("2018-03-20T09:10"));
//! assert!(matches!(case.apply(too_soon), Err(Refusal::NotUnderWay { .. })));
//!
//! case.apply(Event::done("register", at("2018-03-20T09:10")))?;
//! assert_eq!(case.due()[0].step, "assign");
//! assert!(case.late(at("2018-04-20T09:00")).iter().any(|late| late.step == "assign"));
//!
//! // Kept as its filing and events, and opened again from them.
//! let kept = serde_json::to_string(&case.record())?;
//! let again = rules.replay(serde_json::from_str(&kept)?)?;
//! assert_eq!(again.state(), case.state());
//! # Ok(())
//! # }
//! ```

mod ahead;
mod case;
mod clock;
mod documents;
mod event;
mod flow;
mod rules;
mod state;
mod way;
mod why;

pub use crate::artifact::{LoadError, Outcome, SaidBy, Sizes};
pub use ahead::{Allowed, Missing, Next};
pub use case::Case;
pub use documents::{Document, Need, Wanted};
pub use event::{Event, Filing, Record, Refusal};
pub use rules::Rules;
pub use state::{Act, Done, Listed, State, Status};
pub use why::{Counted, Reason, Skipped};
