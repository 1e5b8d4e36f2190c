//! How much of an act a regulation carries, for people and for programs: the shape of `coverage --format json`.

use crate::diagnostics::{Arg, Words};
use crate::inventory::{Address, Change, Inventory};
use crate::model::coverage::{Covered, Status, coverage};
use crate::model::{Cited, Model, Regulation};
use crate::time::Duration;
use serde::Serialize;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

#[derive(Serialize, Debug)]
pub struct CoverageOutline {
    pub id: String,
    /// The name of the file with the act's text.
    pub act: String,
    pub part: Part,
    /// In the order of the act; what has vanished from it at the end.
    pub clauses: Vec<ClauseOutline>,
    pub summary: Totals,
}

/// Which regulation of the act, counted from 1, and how many it has.
#[derive(Serialize, Debug)]
pub struct Part {
    pub number: usize,
    pub of: usize,
}

#[derive(Serialize, Debug)]
pub struct ClauseOutline {
    pub clause: String,
    /// `None`: the act no longer has it.
    pub status: Option<Status>,
    /// A line that opens a list, and that its list carries.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub by_list: bool,
    pub by: Vec<Carrier>,
    /// Why it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<BTreeMap<&'static str, String>>,
    pub times: Vec<Duration>,
    pub acts: bool,
    /// Times that the model doesn't say there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lost: Vec<Duration>,
    /// Against the inventory that the project keeps.
    pub change: Option<Change>,
}

/// A statement that carries a clause.
#[derive(Serialize, PartialEq, Eq, Debug)]
pub struct Carrier {
    /// `step`, `listed`, `obligation`, ...
    pub statement: &'static str,
    /// Empty where the statement has none.
    pub name: String,
}

#[derive(Serialize, Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Totals {
    pub clauses: usize,
    pub carried: usize,
    pub explained: usize,
    pub missing: usize,
    /// Explained away though they set a time or a body acts in them.
    pub binding_explained: usize,
    /// Carried, with a time that the model doesn't say.
    pub times_lost: usize,
    pub changed: usize,
}

impl Totals {
    /// Nothing is missing, nothing that binds is explained away, nothing has changed.
    pub fn is_whole(&self) -> bool {
        self.missing + self.binding_explained + self.times_lost + self.changed == 0
    }
}

/// Lays out what the regulation makes of the inventory's clauses. `changes` are those since the inventory was made.
pub fn outline(
    model: &Model,
    regulation: &Regulation,
    inventory: &Inventory,
    changes: &[(Address, Change)],
) -> CoverageOutline {
    let covered = coverage(model, regulation, inventory);
    let change = |address: &Address| changes.iter().find(|(changed, _)| changed == address).map(|(_, change)| *change);
    let mut clauses: Vec<ClauseOutline> =
        covered.iter().map(|it| clause(regulation, it, change(&it.clause.address))).collect();
    let gone = changes.iter().filter(|(_, change)| *change == Change::Vanished);
    clauses.extend(gone.map(|(address, change)| vanished(address, *change)));
    let (number, of) = inventory.part;
    let summary = Totals { changed: changes.len(), ..totals(&covered) };
    CoverageOutline {
        id: regulation.id.clone(),
        act: inventory.act.clone(),
        part: Part { number, of },
        clauses,
        summary,
    }
}

/// The totals alone.
pub fn totals(covered: &[Covered]) -> Totals {
    let count = |status: Status| covered.iter().filter(|it| it.status == status).count();
    let binding = |it: &&Covered| it.status == Status::Explained && it.clause.binds();
    Totals {
        clauses: covered.len(),
        carried: count(Status::Carried),
        explained: count(Status::Explained),
        missing: count(Status::Missing),
        binding_explained: covered.iter().filter(binding).count(),
        times_lost: covered.iter().filter(|it| !it.lost.is_empty()).count(),
        changed: 0,
    }
}

fn clause(regulation: &Regulation, covered: &Covered, change: Option<Change>) -> ClauseOutline {
    let mut by: Vec<Carrier> = Vec::new();
    for carrier in covered.by.iter().map(|cited| carrier(regulation, cited)) {
        if !by.contains(&carrier) {
            by.push(carrier);
        }
    }
    let explained = covered.status == Status::Explained;
    ClauseOutline {
        clause: covered.clause.address.to_string(),
        status: Some(covered.status),
        by_list: covered.status == Status::Carried && by.is_empty(),
        by,
        why: covered.why.filter(|_| explained).map(|(omission, _)| super::outline::texts(&omission.why)),
        times: covered.clause.times.clone(),
        acts: covered.clause.acts,
        lost: covered.lost.clone(),
        change,
    }
}

/// What the regulation itself cites on its own line has no further name.
fn carrier(regulation: &Regulation, cited: &Cited) -> Carrier {
    let name = if cited.name == regulation.id { String::new() } else { cited.name.clone() };
    Carrier { statement: cited.by.id(), name }
}

fn vanished(address: &Address, change: Change) -> ClauseOutline {
    ClauseOutline {
        clause: address.to_string(),
        status: None,
        by_list: false,
        by: Vec::new(),
        why: None,
        times: Vec::new(),
        acts: false,
        lost: Vec::new(),
        change: Some(change),
    }
}

/// The report for people: the totals, what is missing or changed, then every clause.
pub fn table(outline: &CoverageOutline, words: &Words) -> String {
    let mut out = format!("{}\n{}\n", outline.id, sums(&outline.summary, words));
    let part = [("number", outline.part.number.into()), ("of", outline.part.of.into())];
    let act = [("act", Arg::from(outline.act.as_str()))];
    out += &format!("{}\n", words.say("coverage-of-act", &[act.as_slice(), &part].concat()));
    let changed = outline.clauses.iter().filter_map(|clause| {
        let change = match clause.change? {
            Change::Changed => "coverage-changed",
            Change::Appeared => "coverage-appeared",
            Change::Vanished => "coverage-vanished",
        };
        Some(vec![clause.clause.clone(), words.say(change, &[])])
    });
    out += &section("coverage-changes", changed.collect(), words);
    let of = |status: Status| outline.clauses.iter().filter(move |clause| clause.status == Some(status));
    let missing = of(Status::Missing).map(|clause| vec![clause.clause.clone(), has(clause, words)]);
    out += &section("coverage-missing", missing.collect(), words);
    let why = |clause: &ClauseOutline| {
        let why = clause.why.as_ref().and_then(|why| why.get(words.language().tag()).or(why.values().next()).cloned());
        vec![clause.clause.clone(), why.unwrap_or_default(), has(clause, words)]
    };
    out += &section("coverage-explained", of(Status::Explained).map(why).collect(), words);
    let carried = of(Status::Carried).map(|clause| vec![clause.clause.clone(), by(clause, words), has(clause, words)]);
    out + &section("coverage-carried", carried.collect(), words)
}

/// "95 of 110 clauses carried, 10 explained, 5 missing"
pub fn sums(totals: &Totals, words: &Words) -> String {
    let args = [
        ("clauses", totals.clauses.into()),
        ("carried", totals.carried.into()),
        ("explained", totals.explained.into()),
        ("missing", totals.missing.into()),
    ];
    words.say("coverage-sums", &args)
}

fn section(heading: &str, rows: Vec<Vec<String>>, words: &Words) -> String {
    if rows.is_empty() {
        return String::new();
    }
    format!("\n{}\n{}", words.say(heading, &[]), columns(rows))
}

/// What the clause has: "a body acts; 15 minutes".
fn has(clause: &ClauseOutline, words: &Words) -> String {
    let acts = clause.acts.then(|| words.say("coverage-acts", &[]));
    let times = (!clause.times.is_empty()).then(|| words.arg(&Arg::Durations(clause.times.clone())));
    let lost = (!clause.lost.is_empty())
        .then(|| words.say("coverage-lost", &[("times", Arg::Durations(clause.lost.clone()))]));
    acts.into_iter().chain(times).chain(lost).collect::<Vec<_>>().join("; ")
}

fn by(clause: &ClauseOutline, words: &Words) -> String {
    if clause.by_list {
        return words.say("coverage-by-list", &[]);
    }
    let one = |carrier: &Carrier| {
        let keyword = crate::vocabulary::Keyword::ALL.iter().find(|keyword| keyword.id() == carrier.statement);
        let statement = keyword.map_or(carrier.statement, |keyword| keyword.spelling(words.language()));
        format!("{statement} {}", carrier.name).trim_end().to_owned()
    };
    clause.by.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Rows in columns, indented, each as wide as its widest cell on a screen.
pub fn columns(rows: Vec<Vec<String>>) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max();
    let widths: Vec<usize> = (0..count).map(|column| width(column).unwrap_or(0)).collect();
    let mut out = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        out += format!("  {}", cells.collect::<Vec<_>>().join("  ")).trim_end();
        out.push('\n');
    }
    out
}
