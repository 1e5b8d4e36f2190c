//! A statement as a row of cells: its parts in the order of the table of shapes.

use super::spell::Speller;
use crate::ast::shape::{self, Shape};
use crate::ast::{Line, Part, Value};
use crate::vocabulary::Keyword;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// A wider cell ends the alignment of its row, and sets no width for others.
const WIDEST: usize = 48;

/// A row that lacks so many columns side by side goes on without alignment: what stands alone far to the right is not
/// read as part of its line.
const HOLE: usize = 16;

/// The cells of a line, by their column.
pub(super) struct Row {
    pub head: Option<Keyword>,
    cells: BTreeMap<usize, String>,
}

/// The columns of the head, and of what its channels are.
const HEAD: usize = 0;
const HEAD_VIA: usize = 1;

impl Row {
    pub fn of(line: &Line, speller: &Speller) -> Row {
        let head = line.parts[0].keyword.map(|(keyword, _)| keyword);
        let shape = head.and_then(shape::of).filter(|shape| may_be_ordered(shape, &line.parts));
        let Some(shape) = shape else {
            return Row { head: None, cells: [(HEAD, in_order(&line.parts, speller))].into() };
        };
        let mut cells = BTreeMap::from([(HEAD, speller.bare(&line.parts[0]))]);
        if !line.parts[0].via.is_empty() {
            cells.insert(HEAD_VIA, speller.via(&line.parts[0]));
        }
        let mut reason_next = shape.head == Keyword::Expect;
        let mut column = HEAD;
        for part in &line.parts[1..] {
            let reason = reason_next && part.keyword.is_none() && matches!(part.value, Value::Text(_));
            // The reason of an `expect` stands behind it, whatever else is on the line.
            column = if reason && column != HEAD { column } else { rank(shape, part) };
            reason_next = keyword(part) == Some(Keyword::Expect);
            let gap = if reason { " " } else { "  " };
            let text = speller.part(part);
            cells.entry(column).and_modify(|cell| *cell += &format!("{gap}{text}")).or_insert(text);
        }
        Row { head, cells }
    }
}

fn keyword(part: &Part) -> Option<Keyword> {
    part.keyword.map(|(keyword, _)| keyword)
}

/// Parts in the order of the author; what is said again stands a little apart.
fn in_order(parts: &[Part], speller: &Speller) -> String {
    let mut text = String::new();
    for (at, part) in parts.iter().enumerate() {
        let again = at > 0 && part.keyword.is_some() && keyword(part) == keyword(&parts[at - 1]);
        text += if at == 0 {
            ""
        } else if again {
            "  "
        } else {
            " "
        };
        text += &speller.part(part);
    }
    text
}

/// Where moving a part could join it with another one, the author's order stays.
fn may_be_ordered(shape: &Shape, parts: &[Part]) -> bool {
    let rest = &parts[1..];
    let texts = rest.iter().enumerate().filter(|(at, part)| {
        let reason =
            *at > 0 && keyword(&rest[at - 1]) == Some(Keyword::Expect) || *at == 0 && shape.head == Keyword::Expect;
        !reason && part.keyword.is_none() && matches!(part.value, Value::Text(_))
    });
    let bare_limits = rest.iter().filter(|part| part.keyword.is_none() && matches!(part.value, Value::Limits(_)));
    let stray = |part: &Part| keyword(part) == Some(Keyword::Via) || !shape.takes(part) && !is_reason(part);
    texts.count() <= 1 && bare_limits.count() <= 1 && !rest.iter().any(stray)
}

fn is_reason(part: &Part) -> bool {
    part.keyword.is_none() && matches!(part.value, Value::Text(_))
}

fn rank(shape: &Shape, part: &Part) -> usize {
    let own = |keyword| shape.parts.iter().position(|own| *own == keyword);
    let behind = HEAD_VIA + 1 + shape.parts.len();
    let everywhere = |keyword| match keyword {
        Keyword::Clause => behind,
        Keyword::Note => behind + 3,
        Keyword::Source => behind + 4,
        _ => behind + 5,
    };
    match (keyword(part), &part.value) {
        (Some(keyword), _) => own(keyword).map_or_else(|| everywhere(keyword), |at| HEAD_VIA + 1 + at),
        (None, Value::Arrow(_)) => behind + 1,
        (None, Value::Limits(_)) => HEAD_VIA + 1 + own(Keyword::Limit).unwrap_or(0),
        (None, _) => behind + 2,
    }
}

/// The rows as text, each cell under the others of its column.
pub(super) fn aligned(rows: &[&Row]) -> Vec<String> {
    let all = widths(rows.iter().map(|row| row.aligned_cells().collect()));
    let stops: Vec<Option<usize>> = rows.iter().map(|row| row.stop(&all)).collect();
    // Behind the last cell of a row that goes on without alignment no blanks are wanted, so it needs no width.
    let padded = widths(rows.iter().zip(&stops).map(|(row, stop)| {
        let cells = row.aligned_cells().filter(|(column, _)| stop.is_none_or(|stop| **column < stop));
        let mut cells: Vec<_> = cells.collect();
        if stop.is_some() {
            cells.pop();
        }
        cells
    }));
    rows.iter().zip(stops).map(|(row, stop)| row.text(&padded, stop)).collect()
}

type Cell<'a> = (&'a usize, &'a String);

fn widths<'a>(rows: impl Iterator<Item = Vec<Cell<'a>>>) -> BTreeMap<usize, usize> {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for (column, cell) in rows.flatten() {
        let width = widths.entry(*column).or_default();
        *width = (*width).max(cell.width());
    }
    widths
}

impl Row {
    /// Those before the first one that is too wide.
    fn aligned_cells(&self) -> impl Iterator<Item = Cell<'_>> {
        self.cells.iter().take_while(|(_, cell)| cell.width() <= WIDEST)
    }

    /// The column before which too many are missing.
    fn stop(&self, widths: &BTreeMap<usize, usize>) -> Option<usize> {
        let mut before: Option<(usize, usize)> = None;
        for (column, cell) in &self.cells {
            if let Some((last, width)) = before {
                let missing: Vec<usize> = widths.range(last + 1..*column).map(|(_, width)| width + 1).collect();
                let blanks = missing.iter().sum::<usize>() + widths.get(&last).map_or(0, |all| all + 1 - width);
                if !missing.is_empty() && blanks > HOLE {
                    return Some(*column);
                }
            }
            if cell.width() > WIDEST {
                return None;
            }
            before = Some((*column, cell.width()));
        }
        None
    }

    fn text(&self, widths: &BTreeMap<usize, usize>, stop: Option<usize>) -> String {
        let aligned = self.aligned_cells().count();
        let last = stop.as_ref().or(self.cells.keys().nth(aligned)).or(self.cells.keys().last());
        let Some(last) = last else { return String::new() };
        let mut text = String::new();
        for (column, width) in widths.range(..*last) {
            let cell = self.cells.get(column).map_or("", String::as_str);
            text += cell;
            // Only the cell before a stop can be wider than its column.
            text += &" ".repeat((width + 1).saturating_sub(cell.width()));
        }
        if stop.is_some() {
            let rest = self.cells.range(..*last).last().filter(|(column, _)| !widths.contains_key(column));
            text += rest.map_or("", |(_, cell)| cell);
            text = text.trim_end().to_owned() + " ";
        }
        let rest: Vec<&str> = self.cells.range(*last..).map(|(_, cell)| cell.as_str()).collect();
        text + &rest.join(" ")
    }
}
