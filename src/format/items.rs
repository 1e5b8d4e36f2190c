//! What stands in a block in the order of the text: lines, comments, and what could not be read.

use crate::ast::{File, Line};
use crate::source::{BYTE_ORDER_MARK, Span};
use std::ops::Range;

/// One thing in a block.
pub(super) struct Item<'a> {
    /// An empty line stands before it.
    pub apart: bool,
    pub what: What<'a>,
    /// The comment that ends its line.
    pub trailing: Option<&'a str>,
}

pub(super) enum What<'a> {
    Line {
        line: &'a Line,
        block: Option<Inside<'a>>,
    },
    Comment(&'a str),
    /// Whole lines of the text that could not be read.
    Unread(&'a str),
    /// A line of which something could not be read, as it stands, up to its block.
    Kept {
        text: &'a str,
        block: Option<Inside<'a>>,
    },
}

/// A block that is closed.
pub(super) struct Inside<'a> {
    /// The comment behind `{`.
    pub opening: Option<&'a str>,
    pub items: Vec<Item<'a>>,
}

/// The items of a file; `None` where braces do not pair.
pub(super) fn file<'a>(text: &'a str, file: &'a File) -> Option<Vec<Item<'a>>> {
    let start = text.len() - text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text).len();
    if file.lines.is_empty() && file.broken {
        return None;
    }
    Reader { text, comments: &file.comments }.items(&file.lines, start..text.len())
}

/// Whether something could not be read.
pub(super) fn any_unread(items: &[Item]) -> bool {
    items.iter().any(|item| match &item.what {
        What::Unread(_) | What::Kept { .. } => true,
        What::Line { block: Some(block), .. } => any_unread(&block.items),
        _ => false,
    })
}

struct Reader<'a> {
    text: &'a str,
    comments: &'a [Span],
}

impl<'a> Reader<'a> {
    fn items(&self, lines: &'a [Line], range: Range<usize>) -> Option<Vec<Item<'a>>> {
        let mut items = Vec::new();
        let mut at = range.start;
        for line in lines {
            let start = line.span.start as usize;
            if start < at || start > range.end {
                return None;
            }
            let behind = self.gap(at..start, &mut items)?;
            let (item, end) = self.line(line, apart(&self.text[behind..start], items.is_empty()), range.end)?;
            items.push(item);
            at = end;
        }
        self.gap(at..range.end, &mut items)?;
        Some(items)
    }

    fn line(&self, line: &'a Line, apart: bool, most: usize) -> Option<(Item<'a>, usize)> {
        let start = line.span.start as usize;
        let head_end = match &line.block {
            Some(block) => block.span.start as usize,
            None if line.broken => self.end_of_line(start, most),
            None => line.span.end as usize,
        };
        let mut block = None;
        let mut end = head_end;
        if let Some(written) = &line.block {
            let (open, close) = (written.span.start as usize, written.span.end as usize);
            let parted = line.broken && self.text[start..open].contains('\n');
            if !self.text[open..close].ends_with('}') || close > most || parted {
                return None;
            }
            let mut inside = Inside { opening: None, items: Vec::new() };
            // A comment between a head and its brace stands behind the brace.
            let between = (line.span.end as usize).max(start)..open;
            let before: Vec<&str> = if line.broken { Vec::new() } else { self.comments_in(between) };
            let first = open + 1;
            inside.items = self.items(&written.lines, first..close - 1)?;
            let behind =
                self.text[first..close - 1].lines().next().is_some_and(|rest| rest.trim_start().starts_with("//"));
            let leads = behind && before.is_empty();
            if let Some(What::Comment(comment)) = inside.items.first().filter(|_| leads).map(|item| &item.what) {
                inside.opening = Some(*comment);
                inside.items.remove(0);
            }
            let mut before = before.into_iter();
            inside.opening = inside.opening.or_else(|| before.next());
            let rest: Vec<Item> =
                before.map(|comment| Item { apart: false, what: What::Comment(comment), trailing: None }).collect();
            inside.items.splice(0..0, rest);
            block = Some(inside);
            end = close;
        }
        let what = match line.broken {
            true => What::Kept { text: self.text[start..head_end].trim_end(), block },
            false => What::Line { line, block },
        };
        Some((Item { apart, what, trailing: None }, end))
    }

    /// What stands between two lines: the comment that ends the first one, comments of their own, and what could not be
    /// read. Gives where the last of them ends.
    fn gap(&self, range: Range<usize>, items: &mut Vec<Item<'a>>) -> Option<usize> {
        let mut at = range.start;
        while at < range.end {
            let rest = &self.text[at..range.end];
            let blank = rest.len() - rest.trim_start_matches(is_blank).len();
            let start = at + blank;
            if start >= range.end {
                break;
            }
            let same_line = !self.text[at..start].contains('\n');
            let apart = apart(&self.text[at..start], items.is_empty());
            if let Some(comment) = self.comment_at(start) {
                let text = comment.trim_end();
                match items.last_mut().filter(|item| same_line && item.trailing.is_none() && may_trail(item)) {
                    Some(item) => item.trailing = Some(text),
                    None => items.push(Item { apart, what: What::Comment(text), trailing: None }),
                }
                at = start + comment.len();
            } else {
                let end = self.end_of_line(start, range.end);
                let text = self.text[start..end].trim_end();
                if text.contains(['{', '}']) || same_line && !items.is_empty() {
                    return None;
                }
                items.push(Item { apart, what: What::Unread(text), trailing: None });
                at = end;
            }
        }
        Some(at)
    }

    fn comment_at(&self, start: usize) -> Option<&'a str> {
        let found = self.comments.binary_search_by_key(&start, |span| span.start as usize).ok()?;
        // The span stops before blanks at the end, which belong to nobody.
        self.text.get(start..self.comments[found].end as usize)
    }

    fn comments_in(&self, range: Range<usize>) -> Vec<&'a str> {
        let inside = |span: &&Span| range.contains(&(span.start as usize));
        let comments = self.comments.iter().filter(inside);
        comments.map(|span| self.text[span.start as usize..span.end as usize].trim_end()).collect()
    }

    fn end_of_line(&self, start: usize, most: usize) -> usize {
        self.text[start..most].find('\n').map_or(most, |at| start + at)
    }
}

fn may_trail(item: &Item) -> bool {
    matches!(item.what, What::Line { .. } | What::Kept { .. })
}

/// An empty line, and not merely the beginning of a block.
fn apart(between: &str, first: bool) -> bool {
    !first && between.matches('\n').count() > 1
}

/// What the grammar passes over between words.
fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
