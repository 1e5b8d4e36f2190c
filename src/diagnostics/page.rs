//! The page of a code: what it means, a text that makes the finding, and the text put right.

use super::{Code, Severity, Words};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// Terminals narrower than this wrap for themselves.
const WIDTH: usize = 100;

/// What `explain CODE` tells.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Page {
    pub code: &'static str,
    pub severity: Severity,
    pub title: String,
    pub meaning: String,
    pub wrong: &'static str,
    pub right: &'static str,
}

/// A line of the list of all codes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Entry {
    pub code: &'static str,
    pub severity: Severity,
    pub title: String,
}

/// The page of `code` in the reader's language.
pub fn page(code: Code, words: &Words) -> Page {
    let [wrong, right] = code.examples();
    Page {
        code: code.name(),
        severity: code.severity(),
        title: words.title(code),
        meaning: words.page(code),
        wrong,
        right,
    }
}

/// Every code with its title, in the order of the table.
pub fn list(words: &Words) -> Vec<Entry> {
    let entry = |code: &Code| Entry { code: code.name(), severity: code.severity(), title: words.title(*code) };
    Code::ALL.iter().map(entry).collect()
}

impl Page {
    /// The page as text: heading, meaning, and the two examples.
    pub fn to_text(&self, words: &Words) -> String {
        let heading = format!("{} ({})", self.code, words.severity(self.severity));
        let example = |id, text: &str| format!("{}:\n\n{}", words.say(id, &[]), indented(text));
        let parts = [
            format!("{heading}\n{}\n", self.title),
            wrapped(&self.meaning),
            example("explain-wrong", self.wrong),
            example("explain-right", self.right),
        ];
        parts.join("\n")
    }
}

/// The list as text: code, weight and title in columns.
pub fn list_to_text(entries: &[Entry], words: &Words) -> String {
    let weight = |entry: &Entry| words.severity(entry.severity);
    let code_width = entries.iter().map(|entry| entry.code.width()).max().unwrap_or(0);
    let weight_width = entries.iter().map(|entry| weight(entry).width()).max().unwrap_or(0);
    let mut text = words.say("explain-list", &[]) + "\n\n";
    for entry in entries {
        let columns = padded(entry.code, code_width) + "  " + &padded(&weight(entry), weight_width);
        text += &format!("{columns}  {}\n", entry.title);
    }
    text
}

fn padded(text: &str, width: usize) -> String {
    text.to_owned() + &" ".repeat(width.saturating_sub(text.width()))
}

fn indented(text: &str) -> String {
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") };
    text.lines().map(line).collect()
}

/// Paragraphs, which an empty line separates, filled up to the width.
fn wrapped(text: &str) -> String {
    let paragraphs: Vec<String> = text.split("\n\n").map(filled).collect();
    paragraphs.join("\n")
}

fn filled(paragraph: &str) -> String {
    let mut text = String::new();
    let mut column = 0;
    for word in paragraph.split_whitespace() {
        let gap = if column == 0 {
            ""
        } else if column + 1 + word.width() > WIDTH {
            column = 0;
            "\n"
        } else {
            column += 1;
            " "
        };
        text += gap;
        text += word;
        column += word.width();
    }
    text + "\n"
}
