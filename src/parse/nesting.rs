//! How deep blocks and parentheses may lie in one another: counted before the grammar runs, so that the answer is the
//! same in every build and no text can exhaust the stack.

/// Blocks and parentheses, counted together.
pub const MOST: usize = 64;

/// The byte at which a bracket lies deeper than [`MOST`].
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_text, mut in_comment, mut before) = (0usize, false, false, 0u8);
    for (at, byte) in text.bytes().enumerate() {
        let escaped = in_text && before == b'\\';
        match byte {
            b'\n' => (in_text, in_comment) = (false, false),
            _ if in_comment => {}
            b'"' if !escaped => in_text = !in_text,
            _ if in_text => {}
            b'/' if before == b'/' => in_comment = true,
            b'{' | b'(' => {
                depth += 1;
                if depth > MOST {
                    return Some(at);
                }
            }
            b'}' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // A backslash that is itself escaped escapes nothing.
        before = if escaped && byte == b'\\' { 0 } else { byte };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_texts_and_comments_do_not_nest() {
        assert_eq!(too_deep(&"{".repeat(64)), None);
        assert_eq!(too_deep(&"{".repeat(65)), Some(64));
        assert_eq!(too_deep(&"()".repeat(1000)), None);
        assert_eq!(too_deep(&format!("\"{}\\\"{}\" // {}", "{".repeat(80), "(".repeat(80), "{".repeat(80))), None);
    }
}
