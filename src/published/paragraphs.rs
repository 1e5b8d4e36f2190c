//! Lines as they are printed, put together to paragraphs.
//!
//! Most acts come with a paragraph a line. An act copied from a page layout has lines of one width: there a paragraph
//! begins with its indent, and a line that is not indented goes on with the one before, over the page's end too.

use super::kinds;

/// Lines this far in begin a paragraph of a page layout.
const INDENT: usize = 4;
/// No line of a page layout is longer.
const WIDEST: usize = 130;

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Paragraph {
    pub text: String,
    /// The lines it was printed on.
    pub lines: Vec<String>,
}

struct Line {
    text: String,
    indented: bool,
    /// Empty lines before it.
    gap: usize,
}

pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let lines = lines(text);
    if !is_laid_out(&lines) {
        return lines.into_iter().map(|line| Paragraph { lines: vec![line.text.clone()], text: line.text }).collect();
    }
    let width = lines.iter().map(|line| line.text.chars().count()).max().unwrap_or(0);
    let usual = usual_gap(&lines);
    let mut all: Vec<Paragraph> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let begins = at == 0 || begins(&lines[at - 1], line, width, usual) || leads_to_annex(&lines, at);
        match all.last_mut().filter(|_| !begins) {
            Some(last) => {
                join(&mut last.text, &line.text);
                last.lines.push(line.text.clone());
            }
            None => all.push(Paragraph { text: line.text.clone(), lines: vec![line.text.clone()] }),
        }
    }
    all
}

/// A word broken at the line's end keeps its hyphen, which the act may want there.
fn join(text: &mut String, line: &str) {
    let closes = line.starts_with([';', ',', '.', ')']);
    if !closes && !text.ends_with(['(', '-', '/']) {
        text.push(' ');
    }
    text.push_str(line);
}

fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut gap = 0;
    for printed in text.lines() {
        let clean = without_bookmarks(printed).replace(['\u{A0}', '\t', '\u{C}', '\u{FEFF}'], " ");
        let trimmed = clean.trim().trim_end_matches('|').trim_end().to_owned();
        if trimmed.is_empty() {
            gap += 1;
            continue;
        }
        let indented = clean.chars().take_while(|letter| *letter == ' ').count() >= INDENT;
        lines.push(Line { text: trimmed, indented, gap });
        gap = 0;
    }
    lines
}

/// Marks that a text processor leaves in a plain text: `[bookmark: z376]`.
fn without_bookmarks(line: &str) -> String {
    let mut rest = line;
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("[bookmark:") {
        out.push_str(before);
        rest = after.split_once(']').map_or("", |(_, rest)| rest);
    }
    out + rest
}

/// Lines of one width, some indented, some that go on in the middle of a sentence.
fn is_laid_out(lines: &[Line]) -> bool {
    let goes_on = |line: &&Line| !line.indented && line.text.chars().next().is_some_and(char::is_lowercase);
    let short = lines.iter().all(|line| line.text.chars().count() <= WIDEST);
    short && lines.iter().any(|line| line.indented) && lines.iter().filter(goes_on).count() >= 2
}

/// The empty lines that mostly stand between two lines: some layouts are double-spaced.
fn usual_gap(lines: &[Line]) -> usize {
    let count = |gap: usize| lines.iter().filter(|line| line.gap == gap).count();
    (0..=2).max_by_key(|gap| (count(*gap), std::cmp::Reverse(*gap))).unwrap_or(0)
}

fn begins(before: &Line, line: &Line, width: usize, usual: usize) -> bool {
    if line.indented || kinds::chapter(&line.text) || kinds::annex_alone(&line.text) || kinds::annex_alone(&before.text)
    {
        return true;
    }
    if !broken_off(before, line, width) {
        return false;
    }
    kinds::is_complete(&before.text) || line.gap > usual
}

/// The first word of the line would have fitted on the one before: that one ends where its author ended it.
fn broken_off(before: &Line, line: &Line, width: usize) -> bool {
    let word = line.text.split(' ').next().unwrap_or_default().chars().count();
    (before.text.chars().count() + 1 + word) * 10 <= width * 8
}

/// Whether a few lines from here, not indented, end in the number of an annex: its heading begins here.
fn leads_to_annex(lines: &[Line], at: usize) -> bool {
    let opens = lines[at].text.starts_with(['"', '«', '“']);
    let following = lines[at..].iter().take(8).take_while(|line| !line.indented);
    opens && following.skip(1).any(|line| kinds::annex_alone(&line.text))
}
