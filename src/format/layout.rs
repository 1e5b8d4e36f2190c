//! Items as lines: indented by four, aligned with their neighbours.

use super::items::{Item, What};
use super::spell::Speller;
use super::table::{self, Row};

const INDENT: &str = "    ";

/// The lines of a file, without their ends.
pub(super) fn lines(items: &[Item], speller: &Speller) -> Vec<String> {
    let mut out = Vec::new();
    block(items, 0, speller, &mut out);
    out
}

fn block(items: &[Item], depth: usize, speller: &Speller, out: &mut Vec<String>) {
    let heads = heads(items, speller);
    let indent = INDENT.repeat(depth);
    for (item, head) in items.iter().zip(heads) {
        if item.apart {
            out.push(String::new());
        }
        let (text, inside) = match &item.what {
            What::Line { block, .. } => (head, block.as_ref()),
            What::Kept { text, block } => ((*text).to_owned(), block.as_ref()),
            What::Comment(text) | What::Unread(text) => ((*text).to_owned(), None),
        };
        let line = format!("{indent}{text}");
        match inside {
            None => out.push(commented(line, item.trailing)),
            Some(inside) => {
                out.push(commented(line + " {", inside.opening));
                self::block(&inside.items, depth + 1, speller, out);
                out.push(commented(format!("{indent}}}"), item.trailing));
            }
        }
    }
}

fn commented(line: String, comment: Option<&str>) -> String {
    match comment {
        Some(comment) => format!("{line}  {comment}"),
        None => line,
    }
}

/// The line of each item, aligned with those of the same statement up to the next empty line.
fn heads(items: &[Item], speller: &Speller) -> Vec<String> {
    let rows: Vec<Option<Row>> = items
        .iter()
        .map(|item| match &item.what {
            What::Line { line, .. } => Some(Row::of(line, speller)),
            _ => None,
        })
        .collect();
    let mut heads = vec![String::new(); items.len()];
    let mut start = 0;
    while start < items.len() {
        let end = (start + 1..items.len()).find(|at| items[*at].apart).unwrap_or(items.len());
        group(&rows[start..end], &mut heads[start..end]);
        start = end;
    }
    heads
}

fn group(rows: &[Option<Row>], heads: &mut [String]) {
    let mut done = vec![false; rows.len()];
    for first in 0..rows.len() {
        let Some(row) = rows[first].as_ref().filter(|_| !done[first]) else { continue };
        let alike = |at: &usize| {
            let other = rows[*at].as_ref();
            *at == first || row.head.is_some() && other.is_some_and(|other| other.head == row.head)
        };
        let members: Vec<usize> = (first..rows.len()).filter(alike).collect();
        let texts = table::aligned(&members.iter().filter_map(|at| rows[*at].as_ref()).collect::<Vec<_>>());
        for (at, text) in members.into_iter().zip(texts) {
            heads[at] = text;
            done[at] = true;
        }
    }
}
