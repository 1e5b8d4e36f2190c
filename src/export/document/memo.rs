//! The conformity memo for the approval sheet: what was proved of each channel and under which reading, the worst filing
//! with its dates, what is wrong with the text, and who signs.
//!
//! What was proved comes in words: this room draws up the paper and judges nothing.

use super::annex::title;
use super::{Block, Part, Section, Style, Table, clean};
use crate::diagnostics::{Finding, Severity, Words};
use crate::model::{Model, RegulationId};

/// What was found of one regulation, in the reader's words.
pub struct Judged<'a> {
    pub verdict: String,
    /// The filings that were judged, and the readings for all of them.
    pub about: Vec<String>,
    pub terms: Vec<Term>,
    /// Those of this regulation, in order.
    pub findings: Vec<&'a Finding>,
}

/// One channel in one case.
pub struct Term {
    pub channel: String,
    /// The case and the extensions that hold; empty: the only one.
    pub case: String,
    pub term: String,
    pub verdict: String,
    pub slack: String,
    pub promise: String,
    pub readings: String,
    pub worst: Option<Worst>,
    pub remarks: Vec<String>,
}

/// The worst filing.
pub struct Worst {
    /// When it is filed, when it counts as filed, what is the case.
    pub before: Vec<String>,
    pub chain: Vec<Link>,
    /// When it is done, and when it is due.
    pub after: Vec<String>,
}

/// Who has the file from when until when.
pub struct Link {
    pub from: String,
    pub until: String,
    pub step: String,
    pub unit: String,
    pub limit: String,
    pub clause: String,
}

/// The memo in one language.
pub fn part(model: &Model, id: RegulationId, judged: &Judged, words: &Words) -> Part {
    let said = |id: &str| words.say(id, &[]);
    let title = title(model, id, words);
    let mut blocks = vec![Block::Heading(1, said("memo-title")), Block::Paragraph(Style::Under, title.clone())];
    let act = model[id].act.as_ref().and_then(|act| act.get(words.language()));
    blocks.extend(act.map(|act| Block::Paragraph(Style::Under, clean(act))));
    blocks.extend(verdicts(judged, words));
    let mut sections = vec![Section { lying: false, blocks }];
    sections.extend(worst_filings(judged, words));
    let mut last = findings(judged, words);
    last.push(Block::Heading(2, said("memo-signatures")));
    last.push(Block::Signatures(["memo-drafted", "memo-lawyer", "memo-head"].map(said).to_vec()));
    sections.push(Section { lying: false, blocks: last });
    Part { language: words.language(), title, sections }
}

/// The verdict of each term, and what it leaves open.
pub fn verdicts(judged: &Judged, words: &Words) -> Vec<Block> {
    let said = |id: &str| words.say(id, &[]);
    let mut blocks = vec![Block::Heading(2, said("memo-verdicts"))];
    blocks.push(Block::Paragraph(Style::Normal, format!("{}: {}.", said("memo-whole"), judged.verdict)));
    blocks.extend(judged.about.iter().map(|line| Block::Paragraph(Style::Normal, clean(line))));
    let columns = [
        ("memo-channel", 0.21),
        ("memo-term", 0.15),
        ("memo-verdict", 0.165),
        ("memo-slack", 0.165),
        ("memo-promise", 0.175),
        ("memo-reading", 0.135),
    ];
    let columns = columns.map(|(id, share)| (said(id), share)).to_vec();
    let mut table = Table::new(said("memo-by-term"), columns);
    for term in &judged.terms {
        let readings = clean(&term.readings.replace(", ", "\n"));
        let numbers = [&term.term, &term.verdict, &term.slack, &term.promise].map(|text| clean(text));
        table.push([vec![term.name()], numbers.to_vec(), vec![readings]].concat());
    }
    blocks.push(Block::Table(table));
    for term in judged.terms.iter().filter(|term| !term.remarks.is_empty()) {
        let remarks: Vec<String> = term.remarks.iter().map(|line| format!("– {}", clean(line))).collect();
        blocks.push(Block::Paragraph(Style::Normal, format!("{}:\n{}", term.name(), remarks.join("\n"))));
    }
    blocks
}

/// For each term the worst filing as a table of dates.
pub fn worst_filings(judged: &Judged, words: &Words) -> Option<Section> {
    let said = |id: &str| words.say(id, &[]);
    let mut blocks = Vec::new();
    for (term, worst) in judged.terms.iter().filter_map(|term| Some((term, term.worst.as_ref()?))) {
        blocks.push(Block::Heading(3, format!("{}, {}: {}", term.name(), term.term, term.verdict)));
        blocks.push(Block::Paragraph(Style::Normal, clean(&worst.before.join("\n"))));
        let columns = [
            ("document-number", 0.06),
            ("document-action", 0.28),
            ("document-unit", 0.2),
            ("memo-from", 0.14),
            ("memo-until", 0.14),
            ("document-limit", 0.18),
        ];
        let columns = columns.map(|(id, share)| (said(id), share)).to_vec();
        let mut table = Table::new(format!("{}: {}", said("memo-chain"), term.name()), columns);
        for (at, link) in worst.chain.iter().enumerate() {
            let limit = [link.limit.as_str(), &link.clause].join("\n");
            let cells = [&link.step, &link.unit, &link.from, &link.until].map(|text| clean(text));
            table.push([vec![(at + 1).to_string()], cells.to_vec(), vec![clean(limit.trim())]].concat());
        }
        blocks.push(Block::Table(table));
        blocks.push(Block::Paragraph(Style::Normal, clean(&worst.after.join("\n"))));
    }
    if blocks.is_empty() {
        return None;
    }
    blocks.insert(0, Block::Heading(2, said("memo-worst")));
    Some(Section { lying: true, blocks })
}

/// What is wrong with the text: the gravest first, with the clauses that say it.
pub fn findings(judged: &Judged, words: &Words) -> Vec<Block> {
    let said = |id: &str| words.say(id, &[]);
    let mut blocks = vec![Block::Heading(2, said("memo-findings"))];
    if judged.findings.is_empty() {
        blocks.push(Block::Paragraph(Style::Normal, said("memo-no-findings")));
        return blocks;
    }
    let columns =
        [("document-number", 0.07), ("memo-severity", 0.22), ("memo-finding", 0.53), ("document-clauses", 0.18)];
    let columns = columns.map(|(id, share)| (said(id), share)).to_vec();
    let mut table = Table::new(said("memo-findings-table"), columns);
    let grave = |severity: Severity| judged.findings.iter().filter(move |finding| finding.severity == severity);
    let ordered = [Severity::Error, Severity::Warning, Severity::Note].into_iter().flat_map(grave);
    for (at, finding) in ordered.enumerate() {
        let severity =
            if finding.is_known() { words.known(finding.severity) } else { words.severity(finding.severity) };
        let mut lines = vec![words.message(finding)];
        lines.extend(finding.reason.iter().map(|reason| format!("{}: {reason}", said("memo-reason"))));
        let cells = [severity, lines.join("\n"), clauses(finding)].map(|text| clean(&plain(&text, words)));
        table.push([vec![(at + 1).to_string()], cells.to_vec()].concat());
    }
    blocks.push(Block::Table(table));
    blocks
}

/// Every clause at one of its places, each once.
fn clauses(finding: &Finding) -> String {
    let mut all: Vec<&str> = Vec::new();
    let named = finding.labels.iter().flat_map(|label| label.clause.iter().chain(&label.clauses));
    for clause in named {
        if !all.contains(&clause.as_str()) {
            all.push(clause);
        }
    }
    all.join(", ")
}

/// Names stand between the quotation marks of the language: backticks are for a terminal.
pub fn plain(text: &str, words: &Words) -> String {
    let marks = match words.language() {
        crate::vocabulary::Language::En => ["“", "”"],
        _ => ["«", "»"],
    };
    let pieces: Vec<&str> = text.split('`').collect();
    if pieces.len().is_multiple_of(2) {
        return text.to_owned();
    }
    let each = pieces.iter().enumerate().map(|(at, piece)| match at {
        0 => (*piece).to_owned(),
        at => format!("{}{piece}", marks[(at + 1) % 2]),
    });
    each.collect()
}

impl Term {
    fn name(&self) -> String {
        match self.case.is_empty() {
            true => clean(&self.channel),
            false => clean(&format!("{}, {}", self.channel, self.case)),
        }
    }
}
