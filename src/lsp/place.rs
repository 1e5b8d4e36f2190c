//! Places as a client counts them: lines from 0, columns in UTF-16 units or, where both can, in bytes; files as URIs.

use crate::source::{FileId, Sources, Span};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What a column counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    Utf8,
    Utf16,
}

impl Encoding {
    /// Bytes where the client can, else what every client can.
    pub fn negotiate(asked: &Value) -> Encoding {
        let known = asked["capabilities"]["general"]["positionEncodings"].as_array();
        let utf8 = known.is_some_and(|known| known.iter().any(|it| it == "utf-8"));
        if utf8 { Encoding::Utf8 } else { Encoding::Utf16 }
    }

    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16 => "utf-16",
        }
    }

    pub fn length(self, text: &str) -> usize {
        match self {
            Encoding::Utf8 => text.len(),
            Encoding::Utf16 => text.encode_utf16().count(),
        }
    }

    /// The byte of a column of a line; past its end, the end.
    fn byte(self, line: &str, column: usize) -> usize {
        let mut passed = 0;
        for (at, letter) in line.char_indices() {
            if passed >= column || letter == '\n' || letter == '\r' {
                return at;
            }
            passed += match self {
                Encoding::Utf8 => letter.len_utf8(),
                Encoding::Utf16 => letter.len_utf16(),
            };
        }
        line.len()
    }
}

/// A place of a text.
pub fn position(sources: &Sources, file: FileId, offset: u32, encoding: Encoding) -> Value {
    let line = sources.line(file, offset as usize);
    let start = sources.line_range(file, line).map_or(0, |range| range.start);
    let before = sources.text(file).get(start..offset as usize).unwrap_or_default();
    json!({ "line": line, "character": encoding.length(before) })
}

pub fn range(sources: &Sources, span: Span, encoding: Encoding) -> Value {
    let at = |offset| position(sources, span.file, offset, encoding);
    json!({ "start": at(span.start), "end": at(span.end) })
}

/// The byte that a client's position means; past the end, the end.
pub fn offset(sources: &Sources, file: FileId, position: &Value, encoding: Encoding) -> usize {
    let number = |name: &str| position[name].as_u64().unwrap_or(0) as usize;
    let text = sources.text(file);
    match sources.line_range(file, number("line")) {
        Some(range) => range.start + encoding.byte(&text[range], number("character")),
        None => text.len(),
    }
}

/// The text with a client's change carried out.
pub fn changed(text: &str, change: &Value, encoding: Encoding) -> String {
    let new = change["text"].as_str().unwrap_or_default();
    if change["range"].is_null() {
        return new.to_owned();
    }
    let mut sources = Sources::new();
    let file = sources.add("", text);
    let start = offset(&sources, file, &change["range"]["start"], encoding);
    let end = offset(&sources, file, &change["range"]["end"], encoding).max(start);
    format!("{}{new}{}", &text[..start], &text[end..])
}

/// What a path needs escaped in a URI.
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The file that a URI names; `None`: it is not one of this machine.
pub fn path(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    let rest = rest.strip_prefix("localhost").unwrap_or(rest);
    let decoded = percent_decode_str(rest).decode_utf8().ok()?;
    // `/c:/folder` is `c:/folder` where drives have letters.
    let drive = cfg!(windows) && decoded.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(if drive { &decoded[1..] } else { &decoded }))
}

pub fn uri(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    let text = text.strip_prefix("//?/").unwrap_or(&text).to_owned();
    let root = if text.starts_with('/') { "" } else { "/" };
    format!("file://{root}{}", utf8_percent_encode(&text, ESCAPED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_behind_letters_and_an_emoji_in_both_encodings() {
        let text = "рәсім 🙂 register\n";
        let mut sources = Sources::new();
        let file = sources.add("a", text);
        let at = text.find("register").expect("it is there") as u32;
        assert_eq!(position(&sources, file, at, Encoding::Utf16)["character"], 9);
        assert_eq!(position(&sources, file, at, Encoding::Utf8)["character"], 16);
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            let there = position(&sources, file, at, encoding);
            assert_eq!(offset(&sources, file, &there, encoding), at as usize);
        }
        let inside = json!({ "line": 0, "character": 7 });
        assert!(text.is_char_boundary(offset(&sources, file, &inside, Encoding::Utf16)));
        assert_eq!(offset(&sources, file, &json!({ "line": 7, "character": 3 }), Encoding::Utf16), text.len());
    }

    #[test]
    fn a_change_replaces_what_its_range_holds() {
        let change = json!({ "range": { "start": { "line": 0, "character": 3 }, "end": { "line": 1, "character": 1 } }, "text": "-" });
        assert_eq!(changed("ә🙂б\nвг", &change, Encoding::Utf16), "ә🙂-г");
    }

    #[test]
    fn a_path_comes_back_from_its_uri() {
        let there = Path::new("/жоба/а б#1.reglament");
        assert_eq!(uri(there), "file:///%D0%B6%D0%BE%D0%B1%D0%B0/%D0%B0%20%D0%B1%231.reglament");
        assert_eq!(path(&uri(there)).as_deref(), Some(there));
        assert_eq!(path("untitled:1"), None);
    }
}
