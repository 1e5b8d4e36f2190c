//! Published acts: from the plain text of an act to its clauses with their addresses.
//!
//! The text comes as it is published: wrapped by a page layout or a paragraph a line, with notes of the publisher,
//! headings that look like clauses, and clauses that stand at the end of the line before. What is read is addresses,
//! never meaning: of a clause's text only two things are asked, which times it gives and whether a body acts in it.

mod acting;
mod clauses;
mod glue;
mod kinds;
mod paragraphs;

pub use acting::{acts, acts_under};

use crate::inventory::{Address, Clause, Inventory, composed, times};
use sha2::{Digest, Sha256};

/// An act: its regulations, each with the clauses of the order that approves them all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Act {
    pub parts: Vec<Part>,
}

/// One regulation of an act.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Part {
    /// As the act writes it; empty where it has none.
    pub title: String,
    /// In the order of the text, the order's clauses first.
    pub clauses: Vec<(Address, String)>,
    /// What has no address: headings, notes of the publisher, signatures.
    pub passed_over: Vec<String>,
}

/// Reads the text of an act.
pub fn read(text: &str) -> Act {
    clauses::act(&paragraphs::paragraphs(text))
}

/// The inventory of the regulation at `part`, counted from 0, of the act in the file `name` with this text.
pub fn inventory(name: &str, text: &str, act: &Act, part: usize) -> Option<Inventory> {
    let said = &act.parts.get(part)?.clauses;
    let mut opening = "";
    let mut clauses = Vec::new();
    for (at, (address, text)) in said.iter().enumerate() {
        let has_items = said.get(at + 1).is_some_and(|(next, _)| next.numbers.len() > address.numbers.len());
        let opens = text.ends_with(':') || has_items;
        if opens {
            opening = text;
        }
        let (hash, times, acts) = (hash(text), times(text), acts_under(opening, text));
        clauses.push(Clause { address: address.clone(), hash, times, acts, opens, span: None });
    }
    let hash = hash(text);
    Some(Inventory { act: name.to_owned(), part: (part + 1, act.parts.len()), hash, clauses })
}

/// Of the text alone, however it is spaced: twelve digits tell the clauses of an act apart a million times over.
fn hash(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let digest = Sha256::digest(composed(&text).as_bytes());
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}
