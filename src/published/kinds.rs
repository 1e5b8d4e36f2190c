//! What a paragraph is, by how it begins and ends: a chapter's heading, a note of the publisher, an annex, a title, a
//! numbered clause or item.

/// The beginning of a clause or an item: its number, and the text behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Numbered<'t> {
    /// `6`, `6-1`
    pub number: &'t str,
    pub text: &'t str,
}

impl Numbered<'_> {
    /// `6-1` counts as 6.
    pub fn value(&self) -> u32 {
        self.number.split('-').next().and_then(|number| number.parse().ok()).unwrap_or(0)
    }
}

/// A sentence or a list's item that has its end: a heading, a signature and a diagram's caption have none.
pub(super) fn is_complete(text: &str) -> bool {
    text.trim_end().trim_end_matches(['"', '»', '”', ' ']).ends_with(['.', ';', ':', ',', '!', '?'])
}

/// `6. Text`
pub(super) fn clause(text: &str) -> Option<Numbered<'_>> {
    let (number, rest) = number(text)?;
    let text = rest.trim_start().strip_prefix('.')?;
    let spaced = text.starts_with(' ') || text.starts_with(['"', '«', '“']);
    let begins = text.chars().next().is_some_and(char::is_uppercase);
    (spaced || begins).then(|| Numbered { number, text: text.trim_start() })
}

/// `6) text`
pub(super) fn item(text: &str) -> Option<Numbered<'_>> {
    let (number, rest) = number(text)?;
    Some(Numbered { number, text: rest.strip_prefix(')')?.trim_start() })
}

/// One to three digits, and perhaps `-1` behind them.
fn number(text: &str) -> Option<(&str, &str)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    if !(1..=3).contains(&whole) {
        return None;
    }
    let more = text[whole..].strip_prefix('-').map_or(0, digits);
    let end = if more > 0 { whole + 1 + more } else { whole };
    Some((&text[..end], &text[end..]))
}

/// `2-тарау. …`, `Глава 2. …`
pub(super) fn chapter(text: &str) -> bool {
    let numbered = number(text).is_some_and(|(_, rest)| {
        let rest = rest.trim_start_matches([' ', '-']).to_lowercase();
        ["тарау", "бөлім", "параграф"].iter().any(|word| rest.starts_with(word))
    });
    let words = ["глава ", "раздел ", "параграф ", "тарау "];
    numbered || words.iter().any(|word| text.to_lowercase().starts_with(word))
}

/// A remark of the publisher: no part of the act.
pub(super) fn note(text: &str) -> bool {
    let text = text.to_lowercase();
    let begins = ["ескерту.", "ескерту:", "сноска.", "примечание рцпи", "примечание изпи", "примечание ирц"];
    let publisher = ["ақао-ның ескертпесі", "рқао-ның ескертпесі", "зқаи-ның ескертпесі", "ескертпе рқао"];
    begins.iter().chain(&publisher).any(|begin| text.starts_with(begin))
}

/// The heading of an annex, that gives its number: `… регламентіне 2-қосымша`, `Приложение 2 к Регламенту …`. An annex
/// without a number is 1.
pub(super) fn annex(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    if is_complete(&text) {
        return None;
    }
    let words: Vec<&str> = text.split([' ', '-', '\u{A0}']).filter(|word| !word.is_empty()).collect();
    if words.first().is_some_and(|word| *word == "приложение") {
        return Some(words.get(1).and_then(|word| word.parse().ok()).unwrap_or(1));
    }
    let at = words.iter().rposition(|word| *word == "қосымша")?;
    match (at + 1 == words.len(), words.get(at + 1).and_then(|word| word.parse().ok())) {
        (true, _) => Some(at.checked_sub(1).and_then(|before| words[before].parse().ok()).unwrap_or(1)),
        (false, Some(number)) if at + 2 == words.len() => Some(number),
        _ => None,
    }
}

/// The lines before an annex's number that say to what it is one: `… қағидаларына`.
pub(super) fn heads_annex(text: &str) -> bool {
    ["регламентіне", "қағидаларына", "стандартына", "бұйрығына", "қаулысына"].iter().any(|end| text.ends_with(end))
}

/// The line before a regulation's title that says what approved it.
pub(super) fn approves(text: &str) -> bool {
    ["бекітілген", "утвержден", "утверждён", "утверждены"].iter().any(|end| text.ends_with(end))
}

/// A line that is an annex's number and nothing else: `2-қосымша`.
pub(super) fn annex_alone(line: &str) -> bool {
    annex(line).is_some() && line.split(' ').count() <= 2
}

/// The title of a regulation: `"…" мемлекеттік көрсетілетін қызмет регламенті`.
pub(super) fn title(text: &str) -> bool {
    let text = text.to_lowercase();
    let quoted = text.contains(['"', '«', '“']);
    let kazakh = ["регламенті", "қағидалары"].iter().any(|end| text.ends_with(end));
    let russian = ["регламент ", "правила "].iter().any(|begin| text.starts_with(begin));
    let service = text.contains("мемлекеттік") || text.contains("государственной услуги");
    service && quoted && (kazakh || russian) && !is_complete(text.trim_end_matches(['"', '»', '”']))
}
