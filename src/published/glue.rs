//! What stands glued to the end of the paragraph before it: `…comes into force).5. The next clause`, a chapter's heading
//! behind the title, an item behind an item.

use super::kinds;

/// The words behind which a chapter's heading may be glued to a title.
const TITLES: &[&str] = &["регламенті ", "қағидалары "];

/// The title, and the heading of the first chapter glued to it.
pub(super) fn title(text: &str) -> Option<(&str, &str)> {
    let starts = TITLES.iter().filter_map(|word| text.rfind(word).map(|at| at + word.len() - 1));
    let cut = starts.max()?;
    let (title, rest) = (&text[..cut], text[cut..].trim_start());
    let heads = kinds::chapter(rest) || kinds::clause(rest).is_some_and(|first| first.number == "1");
    (heads && kinds::title(title) && !kinds::is_complete(rest)).then_some((title, rest))
}

/// Behind a publisher's note: a clause, or the heading of an annex.
pub(super) fn behind_note(text: &str) -> Option<(&str, &str)> {
    let ends = text.match_indices(").").map(|(at, _)| at + 2);
    let clause = |rest: &str| kinds::clause(rest).is_some() || kinds::item(rest).is_some();
    ends.map(|at| (&text[..at], text[at..].trim_start())).find(|(_, rest)| {
        let quoted = rest.starts_with(['"', '«', '“']) && kinds::annex(rest).is_some();
        clause(rest) || quoted
    })
}

/// The clause with this number glued behind a sentence: no space stands between them, or it would be a reference.
pub(super) fn clause(text: &str, next: u32) -> Option<(&str, &str)> {
    let begin = format!("{next}.");
    let found = text.match_indices(&begin).map(|(at, _)| at).filter(|at| *at > 0);
    let glued = |at: &usize| text[..*at].ends_with(['.', ';', ':', ')', '"', '»']);
    let capital = |at: &usize| {
        let rest = text[*at + begin.len()..].trim_start();
        rest.starts_with(['"', '«', '“']) || rest.chars().next().is_some_and(char::is_uppercase)
    };
    found.filter(glued).find(capital).map(|at| text.split_at(at))
}

/// The item with this number behind the end of another: `…; 2) …`; the first one behind a colon.
pub(super) fn item(text: &str, next: u32) -> Option<(&str, &str)> {
    let begin = format!("{next})");
    let ends: &[char] = if next == 1 { &[':'] } else { &[';', '.'] };
    let found = text.match_indices(&begin).map(|(at, _)| at).filter(|at| *at > 0);
    let behind_end = |at: &usize| text[..*at].trim_end().ends_with(ends);
    found.filter(behind_end).find(|at| kinds::item(&text[*at..]).is_some()).map(|at| text.split_at(at))
}
