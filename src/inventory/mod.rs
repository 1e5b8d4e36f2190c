//! The inventory of a published act: which clauses it has, and of each a hash of its text and what it holds. It stands
//! beside the regulation, as `NAME.clauses` beside `NAME.reglament`; the text itself stays out of the project.
//!
//! Nothing here knows the language or the text of an act: see [`file`] for the file, `published` for who makes it.

mod address;
mod compare;
mod file;
mod letters;
mod times;

pub use address::{Address, Room};
pub use compare::{Change, compare};
pub use file::{EXTENSION, Problem, parse, write};
pub use letters::{composed, words};
pub use times::times;

use crate::source::Span;
use crate::time::Duration;

/// The clauses of one regulation of an act, with those of the order that approves it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Inventory {
    /// The name of the file that holds the act's text.
    pub act: String,
    /// Which regulation of the act, and of how many: an act may approve several.
    pub part: (usize, usize),
    /// Of the text of the whole act.
    pub hash: String,
    /// In the order of the act.
    pub clauses: Vec<Clause>,
}

/// One clause, sub-item or paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clause {
    pub address: Address,
    /// Of its text, however that is spaced.
    pub hash: String,
    /// The times that its text gives, in its order, each once.
    pub times: Vec<Duration>,
    /// A body does something in it.
    pub acts: bool,
    /// It only opens the list that stands under it.
    pub opens: bool,
    /// Its line in the inventory's file; `None` in one that was not read from a file.
    pub span: Option<Span>,
}

impl Clause {
    /// A clause that sets a time or lets a body act must be carried: it cannot be explained away.
    pub fn binds(&self) -> bool {
        self.acts || !self.times.is_empty()
    }
}

impl Inventory {
    /// The clause with this address, however its occurrence is written.
    pub fn find(&self, address: &str) -> Option<&Clause> {
        let address = Address::parse(address)?;
        self.clauses.iter().find(|clause| clause.address == address)
    }

    /// The clauses that stand under the one at `at`: its items and paragraphs, and theirs.
    pub fn under(&self, at: usize) -> impl Iterator<Item = &Clause> {
        let top = &self.clauses[at].address;
        self.clauses[at + 1..]
            .iter()
            .take_while(|clause| clause.address.is_in_unit_of(top))
            .filter(|clause| clause.address.is_under(top))
    }
}
