//! Which brace was left open: the indentation tells what the author meant to close.

use crate::ast::Block;
use crate::ast::{Line, shape};
use crate::vocabulary::Keyword;
use std::collections::HashSet;

/// The `{` that most likely lacks its `}`, where `block` ends without one.
///
/// A closing brace closes the innermost open block, so that the one left over is an outer one. Where a block inside
/// ends on a line that is indented otherwise than the line it begins on, its brace was taken by another.
pub(super) fn left_open(text: &str, block: &Block) -> usize {
    let mut open = block;
    while let Some(shifted) = last_shifted(text, open) {
        open = shifted;
    }
    open.span.start as usize
}

/// Puts what was swallowed by blocks that were left open back where it was meant to stand: from the first line that
/// fits around the block and not inside.
pub(super) fn put_back(lines: Vec<Line>, parent: Option<Keyword>, left_open: &HashSet<u32>) -> Vec<Line> {
    let mut put = Vec::with_capacity(lines.len());
    for mut line in lines {
        let head = keyword(&line);
        let mut swallowed = Vec::new();
        if let Some(block) = &mut line.block {
            if left_open.contains(&block.span.start) {
                let from = block.lines.iter().position(|line| fits(line, parent) && !fits(line, head));
                swallowed = from.map_or_else(Vec::new, |from| block.lines.split_off(from));
                block.broken = true;
            }
            block.lines = put_back(std::mem::take(&mut block.lines), head, left_open);
        }
        put.push(line);
        put.extend(put_back(swallowed, parent, left_open));
    }
    put
}

fn keyword(line: &Line) -> Option<Keyword> {
    line.parts.first()?.keyword.map(|(keyword, _)| keyword)
}

/// Whether a line may stand in the block of `parent`.
fn fits(line: &Line, parent: Option<Keyword>) -> bool {
    let statement = keyword(line).is_some_and(|head| shape::statements(parent).contains(&head));
    statement || parent.and_then(shape::of).is_some_and(|shape| shape.takes(&line.parts[0]))
}

fn last_shifted<'a>(text: &str, block: &'a Block) -> Option<&'a Block> {
    block.lines.iter().rev().filter_map(|line| line.block.as_ref()).find(|block| is_shifted(text, block))
}

fn is_shifted(text: &str, block: &Block) -> bool {
    let (start, end) = (block.span.start as usize, block.span.end as usize);
    let before = text[..end].strip_suffix('}').map(|before| before.trim_end_matches([' ', '\t']));
    before.is_some_and(|before| before.ends_with('\n')) && indentation(text, start) != indentation(text, end)
}

fn indentation(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}
