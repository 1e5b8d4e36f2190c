//! Which brace was left open: the indentation tells what the author meant to close.

use crate::ast::Block;

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

fn last_shifted<'a>(text: &str, block: &'a Block) -> Option<&'a Block> {
    block.lines.iter().rev().filter_map(|line| line.block.as_ref()).find(|block| is_shifted(text, block))
}

fn is_shifted(text: &str, block: &Block) -> bool {
    let (start, end) = (block.span.start as usize, block.span.end as usize);
    let closes_a_line = text[..end].ends_with('}') && text[line_start(text, end)..end - 1].trim().is_empty();
    closes_a_line && indentation(text, start) != indentation(text, end)
}

fn indentation(text: &str, at: usize) -> &str {
    let line = &text[line_start(text, at)..];
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}
