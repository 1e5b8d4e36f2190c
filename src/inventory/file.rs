//! The file `NAME.clauses`: a head of three lines, an empty line, and a line a clause.
//!
//! ```text
//! act   permits.kk.txt
//! part  1 of 1
//! text  0a1b2c3d4e5f
//!
//! 6          8c7d6e5f4a3b  opens
//! 6.1        1f2e3d4c5b6a  acts, 15 minutes
//! 6.2        a9b8c7d6e5f4  acts, 2 calendar days, 20 calendar days
//! ```
//!
//! A line is an address, the hash of the clause's text, and what the clause has, with commas between: `acts` (a body
//! does something in it), `opens` (it opens the list under it), times with their units. `#` begins a comment. The order
//! is the act's, and no column depends on another line, so that one changed clause is one changed line.

use super::{Address, Clause, Inventory};
use crate::source::{FileId, Span};
use crate::time::{Duration, Unit};

/// The ending of an inventory.
pub const EXTENSION: &str = "clauses";

/// What is wrong with an inventory, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    pub span: Span,
    /// What stands there.
    pub text: String,
}

const UNITS: &[(Unit, &str, &str)] = &[
    (Unit::Minute, "minute", "minutes"),
    (Unit::Hour, "hour", "hours"),
    (Unit::WorkingDay, "working day", "working days"),
    (Unit::CalendarDay, "calendar day", "calendar days"),
    (Unit::Day, "day", "days"),
    (Unit::Month, "month", "months"),
    (Unit::Year, "year", "years"),
];
const SAME_DAY: &str = "same day";

/// The text of an inventory's file.
pub fn write(inventory: &Inventory) -> String {
    let (part, of) = inventory.part;
    let mut out = String::from("# The clauses of a published act; made by `reglament coverage ID ACT.txt --write`.\n");
    out += &format!("act   {}\npart  {part} of {of}\ntext  {}\n\n", inventory.act, inventory.hash);
    for clause in &inventory.clauses {
        let has: Vec<String> = [(clause.acts, "acts"), (clause.opens, "opens")]
            .into_iter()
            .filter(|(has, _)| *has)
            .map(|(_, word)| word.to_owned())
            .chain(clause.times.iter().map(|time| written(*time)))
            .collect();
        let line = format!("{:<10} {}  {}", clause.address.to_string(), clause.hash, has.join(", "));
        out += line.trim_end();
        out.push('\n');
    }
    out
}

fn written(time: Duration) -> String {
    match UNITS.iter().find(|(unit, _, _)| *unit == time.unit) {
        Some((_, one, _)) if time.quantity == 1 => format!("1 {one}"),
        Some((_, _, many)) => format!("{} {many}", time.quantity),
        None => SAME_DAY.to_owned(),
    }
}

/// Reads an inventory. What cannot be read is left out and said.
pub fn parse(file: FileId, text: &str) -> (Inventory, Vec<Problem>) {
    let mut inventory = Inventory { part: (1, 1), ..Inventory::default() };
    let mut problems = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let said = if line.starts_with('#') { "" } else { line.trim() };
        let span = Span::new(file, start, start + line.trim_end().len());
        if !said.is_empty() && !take(said, span, &mut inventory) {
            problems.push(Problem { span, text: said.to_owned() });
        }
    }
    (inventory, problems)
}

/// Takes one line in; `false` if it is none of an inventory.
fn take(line: &str, span: Span, inventory: &mut Inventory) -> bool {
    let (first, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = rest.trim();
    match first {
        "act" => inventory.act = rest.to_owned(),
        "text" => inventory.hash = rest.to_owned(),
        "part" => match rest.split_once(" of ").map(|(part, of)| (part.trim().parse(), of.trim().parse())) {
            Some((Ok(part), Ok(of))) => inventory.part = (part, of),
            _ => return false,
        },
        address => {
            let known = inventory.find(address).is_some();
            match clause(address, rest, span) {
                Some(clause) if !known => inventory.clauses.push(clause),
                _ => return false,
            }
        }
    }
    true
}

fn clause(address: &str, rest: &str, span: Span) -> Option<Clause> {
    let (hash, has) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    if hash.is_empty() || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let address = Address::parse(address)?;
    let mut clause =
        Clause { address, hash: hash.to_owned(), times: Vec::new(), acts: false, opens: false, span: Some(span) };
    for word in has.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        match word {
            "acts" => clause.acts = true,
            "opens" => clause.opens = true,
            time => clause.times.push(self::time(time)?),
        }
    }
    Some(clause)
}

fn time(text: &str) -> Option<Duration> {
    if text == SAME_DAY {
        return Some(Duration::new(0, Unit::SameDay));
    }
    let (quantity, unit) = text.split_once(' ')?;
    let unit = UNITS.iter().find(|(_, one, many)| [*one, *many].contains(&unit))?.0;
    Some(Duration::new(quantity.parse().ok()?, unit))
}
