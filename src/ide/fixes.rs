//! What mends a finding, where one change clearly does: the same for an editor's light bulb and for SARIF.

use crate::ast::{self, Line};
use crate::diagnostics::{Arg, Code, Finding, Words};
use crate::source::{FileId, Sources, Span};
use crate::time::{Duration, Unit};
use crate::vocabulary::{Keyword, Vocabulary, word};
use unicode_normalization::UnicodeNormalization;

/// Another text in the place of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// A change that mends a finding, with what it does in the reader's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    pub title: String,
    pub edits: Vec<Edit>,
    /// The one to be taken where there are several.
    pub preferred: bool,
}

/// Every fix of a finding; `file` is what its primary place was read as.
pub fn fixes(finding: &Finding, sources: &Sources, file: &ast::File, words: &Words) -> Vec<Fix> {
    let Some(at) = finding.primary() else { return Vec::new() };
    let of = Of { finding, at, sources, file, words };
    match finding.code {
        Code::LookAlikeLetter | Code::MixedVocabularies | Code::NameNotNormalised => of.everywhere(),
        Code::StaleExpect => of.without_mark(),
        Code::UnqualifiedDay => of.kinds_of_day(),
        Code::ActorNotListed => of.listing(),
        Code::NameNotImported => of.import(),
        Code::ExtraBrace => vec![of.fix("fix-remove", &[], vec![of.instead("")])],
        Code::MissingBrace => of.brace(),
        Code::UnterminatedText => of.quote(),
        Code::RepeatedPart => vec![of.fix("fix-remove", &[], vec![of.removed()])],
        Code::MissingTranslation => of.translations(),
        _ => of.suggestion().into_iter().collect(),
    }
}

struct Of<'a> {
    finding: &'a Finding,
    at: Span,
    sources: &'a Sources,
    file: &'a ast::File,
    words: &'a Words,
}

impl Of<'_> {
    fn fix(&self, id: &str, args: &[(&'static str, Arg)], edits: Vec<Edit>) -> Fix {
        Fix { title: self.words.say(id, args), edits, preferred: true }
    }

    fn instead(&self, text: &str) -> Edit {
        Edit { span: self.at, text: text.to_owned() }
    }

    fn arg(&self, name: &str) -> Option<&str> {
        self.finding.args.iter().find_map(|(own, value)| match value {
            Arg::Text(text) if *own == name && text != "none" && !text.is_empty() => Some(text.as_str()),
            _ => None,
        })
    }

    fn vocabulary(&self) -> Vocabulary {
        self.file.vocabulary.unwrap_or(Vocabulary::En)
    }

    /// A misspelling of what the finding suggests.
    fn suggestion(&self) -> Option<Fix> {
        let meant = self.arg("suggestion")?.to_owned();
        let args = [("word", Arg::Text(meant.clone()))];
        Some(self.fix("fix-replace", &args, vec![self.instead(&meant)]))
    }

    /// Every place of the finding, each by its own word: letters of the right alphabet, composed letters, the words of
    /// the file's own vocabulary.
    fn everywhere(&self) -> Vec<Fix> {
        let places = self.finding.labels.iter().map(|label| label.span).filter(|span| span.file == self.at.file);
        let mut edits: Vec<Edit> = Vec::new();
        for span in places {
            let written = self.sources.slice(span);
            let text = match self.finding.code {
                Code::NameNotNormalised => written.nfc().collect(),
                Code::MixedVocabularies => match word(written) {
                    Some(word) => word.keyword.spelling(self.vocabulary()).to_owned(),
                    None => continue,
                },
                _ => match self.arg("suggestion") {
                    Some(meant) => meant.to_owned(),
                    None => return Vec::new(),
                },
            };
            if text != written && !edits.iter().any(|edit| edit.span == span) {
                edits.push(Edit { span, text });
            }
        }
        let Some(first) = edits.first() else { return Vec::new() };
        let args = [("word", Arg::Text(first.text.clone()))];
        vec![self.fix("fix-replace", &args, edits)]
    }

    /// The `expect` is taken away: its whole line, where it stands alone on it.
    fn without_mark(&self) -> Vec<Fix> {
        let text = self.sources.text(self.at.file);
        let (start, end) = (self.at.start as usize, self.at.end as usize);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
        // The mark may be said without its reason.
        let line = text[line_start..line_end].trim();
        let alone = text[line_start..start].trim().is_empty()
            && !line.ends_with('{')
            && self.line_of_mark().is_some_and(|found| found.parts.len() <= 3);
        let span = match alone {
            true => Span::new(self.at.file, line_start, line_end),
            false => self.removed().span,
        };
        vec![self.fix("fix-remove-expect", &[], vec![Edit { span, text: String::new() }])]
    }

    fn line_of_mark(&self) -> Option<&Line> {
        innermost(&self.file.lines, self.at)
    }

    /// The place with the spaces before it.
    fn removed(&self) -> Edit {
        let text = self.sources.text(self.at.file);
        let start = self.at.start as usize;
        let before = text[..start].trim_end_matches([' ', '\t']).len();
        Edit { span: Span::new(self.at.file, before, self.at.end as usize), text: String::new() }
    }

    /// `5 days` is `5 calendar days` or `5 working days`: the author has to choose.
    fn kinds_of_day(&self) -> Vec<Fix> {
        let limit = self.finding.args.iter().find_map(|(_, value)| match value {
            Arg::Duration(limit) => Some(*limit),
            _ => None,
        });
        let Some(limit) = limit else { return Vec::new() };
        let kind = |unit: Unit| {
            let text = Words::new(self.vocabulary()).duration(Duration { unit, ..limit });
            let args = [("word", Arg::Text(text.clone()))];
            Fix { preferred: false, ..self.fix("fix-replace", &args, vec![self.instead(&text)]) }
        };
        vec![kind(Unit::CalendarDay), kind(Unit::WorkingDay)]
    }

    /// The actor of the step, listed behind those that are.
    fn listing(&self) -> Vec<Fix> {
        let Some(line) = innermost(&self.file.lines, self.at) else { return Vec::new() };
        let by = line.parts.iter().find_map(|part| match (part.keyword, &part.value) {
            (Some((Keyword::By, _)), ast::Value::Name(name)) => Some(name.text.clone()),
            _ => None,
        });
        let list = self.finding.labels.iter().find(|label| label.text == "label-list").map(|label| label.span);
        let (Some(actor), Some(list)) = (by, list) else { return Vec::new() };
        let text = self.sources.text(list.file);
        let start = text[..list.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let indent: String = text[start..].chars().take_while(|letter| matches!(letter, ' ' | '\t')).collect();
        let listed = Keyword::Listed.spelling(self.vocabulary());
        let at = Span::new(list.file, start, start);
        let edit = Edit { span: at, text: format!("{indent}{listed} {actor}\n") };
        vec![self.fix("fix-list", &[("actor", Arg::Text(actor))], vec![edit])]
    }

    /// `use` of the module that declares the name, behind the others.
    fn import(&self) -> Vec<Fix> {
        let Some(module) = self.arg("module") else { return Vec::new() };
        let uses = self.file.lines.iter().filter(|line| {
            line.parts.first().and_then(|part| part.keyword).is_some_and(|(keyword, _)| keyword == Keyword::Use)
        });
        let text = self.sources.text(self.at.file);
        let after = uses.into_iter().next_back().map_or(0, |line| line.span.end as usize);
        let at = match after {
            0 => text.len() - text.trim_start_matches('\u{feff}').len(),
            after => text[after..].find('\n').map_or(text.len(), |at| after + at + 1),
        };
        let written = match module.contains(' ') {
            true => format!("\"{}\"", module.replace('.', "/")),
            false => module.to_owned(),
        };
        let line = format!("{} {written}\n", Keyword::Use.spelling(self.vocabulary()));
        let edit = Edit { span: Span::new(self.at.file, at, at), text: line };
        vec![self.fix("fix-import", &[("module", Arg::Text(module.to_owned()))], vec![edit])]
    }

    /// The brace where its lack was noticed.
    fn brace(&self) -> Vec<Fix> {
        let noticed = self.finding.labels.iter().find(|label| label.text == "label-noticed");
        let Some(at) = noticed.map(|label| label.span) else { return Vec::new() };
        let text = self.sources.text(at.file);
        let here = text[..at.start as usize].trim_end().len();
        let edit = Edit { span: Span::new(at.file, here, here), text: "\n}".to_owned() };
        vec![self.fix("fix-insert", &[("word", Arg::Text("}".to_owned()))], vec![edit])]
    }

    fn quote(&self) -> Vec<Fix> {
        let end = self.finding.labels.iter().find(|label| label.text == "label-end");
        let Some(at) = end.map(|label| label.span) else { return Vec::new() };
        let edit = Edit { span: at, text: "\"".to_owned() };
        vec![self.fix("fix-insert", &[("word", Arg::Text("\"".to_owned()))], vec![edit])]
    }

    /// A place for each text that is missing, empty for the author to fill.
    fn translations(&self) -> Vec<Fix> {
        let Some(missing) = self.arg("languages") else { return Vec::new() };
        let texts: String = missing.split(", ").map(|tag| format!("  {tag} \"\"")).collect();
        let Some(last) = last_text(&self.file.lines, self.at) else { return Vec::new() };
        let edit = Edit { span: Span::new(last.file, last.end as usize, last.end as usize), text: texts };
        vec![self.fix("fix-translation", &[("languages", Arg::Text(missing.to_owned()))], vec![edit])]
    }
}

/// The smallest line that holds the place.
fn innermost(lines: &[Line], at: Span) -> Option<&Line> {
    for line in lines {
        let whole = line.block.as_ref().map_or(line.span, |block| line.span.to(block.span));
        if whole.contains(at) {
            let inside = line.block.as_ref().and_then(|block| innermost(&block.lines, at));
            return inside.or(Some(line));
        }
    }
    None
}

/// The last string of the label that stands on the line or in its block.
fn last_text(lines: &[Line], at: Span) -> Option<Span> {
    let line = innermost(lines, at)?;
    let inside = line.block.iter().flat_map(|block| block.lines.iter().flat_map(|line| &line.parts));
    let texts = line.parts.iter().chain(inside).filter_map(|part| match (&part.keyword, &part.value) {
        (None, ast::Value::Text(text)) => text.strings.last().filter(|(language, ..)| language.is_some()),
        (Some((Keyword::Title, _)), ast::Value::Text(text)) => {
            text.strings.last().filter(|(language, ..)| language.is_some())
        }
        _ => None,
    });
    texts.map(|(_, _, span)| *span).next()
}

/// A text with edits carried out, from the last one to the first.
pub fn mended(text: &str, file: FileId, edits: &[Edit]) -> String {
    let mut own: Vec<&Edit> = edits.iter().filter(|edit| edit.span.file == file).collect();
    own.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
    let mut out = text.to_owned();
    for edit in own {
        out.replace_range(edit.span.start as usize..edit.span.end as usize, &edit.text);
    }
    out
}
