//! What may be typed next: the words of the file's own vocabulary that fit there, and the names that are seen.

use super::hover::thing_id;
use super::names::{Occurrence, Thing, occurrences};
use super::place;
use crate::ast::shape::{self, EVERYWHERE};
use crate::ast::{Line, Part};
use crate::diagnostics::{Code, Words};
use crate::pipeline::Workspace;
use crate::source::{FileId, Span};
use crate::time::{Duration, Unit};
use crate::vocabulary::{Keyword, Language, Vocabulary, word};

/// One thing that may stand here.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Completion {
    pub text: String,
    pub keyword: bool,
    /// What it is.
    pub about: String,
    /// What it takes the place of.
    pub span: Span,
}

/// Everything that may stand at the offset.
pub fn completions(workspace: &Workspace, file: FileId, offset: usize, words: &Words) -> Vec<Completion> {
    let Some(home) = place(workspace, file) else { return Vec::new() };
    let text = workspace.sources().text(file);
    let offset = floor(text, offset);
    let line_start = text[..offset].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[line_start..offset];
    // Inside of a text or a comment nothing of the language stands.
    if before.matches('"').count() % 2 == 1 || before.contains("//") {
        return Vec::new();
    }
    let typed = before.rsplit(|letter: char| !is_letter(letter)).next().unwrap_or_default();
    let span = Span::new(file, offset - typed.len(), offset);
    let of = Of { workspace, home, vocabulary: vocabulary(workspace, home), words, span };
    let said: Vec<&str> = before[..before.len() - typed.len()].split_whitespace().collect();
    let mut found = of.after(&said, before, offset);
    found.sort();
    found.dedup();
    found
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.')
}

fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// That of the file; an empty file takes that of the project's others.
fn vocabulary(workspace: &Workspace, home: usize) -> Vocabulary {
    let files = workspace.files();
    let own = files[home].ast.vocabulary;
    own.or_else(|| files.iter().find_map(|file| file.ast.vocabulary)).unwrap_or(Language::En)
}

struct Of<'a> {
    workspace: &'a Workspace,
    home: usize,
    vocabulary: Vocabulary,
    words: &'a Words,
    span: Span,
}

impl Of<'_> {
    /// By the word before.
    fn after(&self, said: &[&str], before: &str, offset: usize) -> Vec<Completion> {
        let last = said.last().copied().unwrap_or_default();
        let clean = last.trim_matches(|letter: char| !is_letter(letter));
        if let Ok(quantity) = clean.parse::<u32>() {
            return self.units(quantity);
        }
        if last == "->" {
            return self.names(Thing::Node);
        }
        let keyword = self.lead(said);
        match keyword {
            Some(keyword) => match self.values(keyword) {
                Some(values) => values,
                None => self.keywords(before, offset),
            },
            None => self.keywords(before, offset),
        }
    }

    /// The keyword whose value is being written: the last word, or the one before a list that goes on.
    fn lead(&self, said: &[&str]) -> Option<Keyword> {
        let mut rest = said.iter().rev();
        let last = rest.next()?;
        let keyword = |text: &str| word(text.trim_matches(|letter: char| !is_letter(letter))).map(|word| word.keyword);
        if last.ends_with(',') {
            return rest.find_map(|text| keyword(text));
        }
        match keyword(last)? {
            // `from A or B`, `when A and not B`
            Keyword::And | Keyword::Or | Keyword::Not => {
                rest.find_map(|text| keyword(text).filter(|it| matches!(it, Keyword::When | Keyword::From)))
            }
            keyword => Some(keyword),
        }
    }

    /// What a keyword takes; `None`: nothing that could be listed.
    fn values(&self, keyword: Keyword) -> Option<Vec<Completion>> {
        use Keyword as K;
        let fixed = |words: &[Keyword]| words.iter().map(|word| self.keyword(*word)).collect::<Vec<_>>();
        Some(match keyword {
            K::By | K::Listed => [self.names(Thing::Actor), fixed(&[K::Applicant])].concat(),
            K::To => [self.names(Thing::Actor), fixed(&[K::Applicant])].concat(),
            K::Via | K::Only | K::Except | K::Offers => self.names(Thing::Channel),
            K::When => [self.names(Thing::Fact), fixed(&[K::Not])].concat(),
            K::Requires | K::Obtains => self.names(Thing::Document),
            K::From => [self.names(Thing::Node), fixed(&[K::Filing, K::Receipt])].concat(),
            K::Implements => self.names(Thing::Standard),
            K::Organisation => self.names(Thing::Organisation),
            K::Schedule => self.names(Thing::Schedule),
            K::Successor | K::Body => self.names(Thing::Body),
            K::Result => self.names(Thing::Result),
            K::Form => fixed(&[K::Electronic, K::Paper]),
            K::Use => self.modules(),
            K::Expect => self.codes(),
            _ => return None,
        })
    }

    fn keyword(&self, keyword: Keyword) -> Completion {
        let text = keyword.spelling(self.vocabulary).to_owned();
        let id = format!("ide-word-{}", keyword.id());
        let about = self.words.say(&id, &[]);
        let about = if about == id { keyword.id().to_owned() } else { about };
        Completion { text, keyword: true, about, span: self.span }
    }

    /// The units behind a number, in the form that it asks for.
    fn units(&self, quantity: u32) -> Vec<Completion> {
        let all = [Unit::Minute, Unit::Hour, Unit::WorkingDay, Unit::CalendarDay, Unit::Month, Unit::Year];
        let digits = quantity.to_string();
        let each = all.into_iter().map(|unit| {
            let said = Words::new(self.vocabulary).duration(Duration::new(quantity, unit));
            let unit = match said.strip_prefix(&digits) {
                Some(rest) => rest.trim_start().to_owned(),
                // «күнтізбелік 3 күн»: behind the number in the language as well.
                None => said.replacen(&format!("{digits} "), "", 1),
            };
            Completion { text: unit, keyword: true, about: said, span: self.span }
        });
        each.collect()
    }

    /// What begins a line here, or what may still be said on it.
    fn keywords(&self, before: &str, offset: usize) -> Vec<Completion> {
        let file = &self.workspace.files()[self.home].ast;
        let first =
            before.split_whitespace().next().is_none_or(|word| before.trim_start() == word && !before.ends_with(' '));
        let parent = head_around(&file.lines, offset);
        let mut offered: Vec<Keyword> = Vec::new();
        if first {
            offered.extend(shape::statements(parent));
            if let Some(shape) = parent.and_then(shape::of) {
                offered.extend(shape.parts);
            }
            offered.extend(EVERYWHERE);
        } else if let Some(head) = before.split_whitespace().next().and_then(word) {
            if let Some(shape) = shape::of(head.keyword) {
                offered.extend(shape.parts);
            }
            offered.extend(EVERYWHERE);
        }
        offered.into_iter().map(|keyword| self.keyword(keyword)).collect()
    }

    /// The names of a kind that are seen here.
    fn names(&self, thing: Thing) -> Vec<Completion> {
        let files = self.workspace.files();
        let local = matches!(thing, Thing::Node | Thing::Result);
        let imported = files[self.home].imports.iter().filter_map(|import| import.module);
        let seen: Vec<usize> = match thing {
            Thing::Standard => (0..files.len()).collect(),
            _ if local => vec![self.home],
            _ => std::iter::once(self.home).chain(imported).collect(),
        };
        let about = self.words.say(thing_id(thing), &[]);
        let declared = seen.iter().flat_map(|ix| occurrences(&files[*ix].ast));
        let names = declared.filter(|it: &Occurrence| it.declares && it.thing == thing);
        names.map(|it| Completion { text: it.name, keyword: false, about: about.clone(), span: self.span }).collect()
    }

    fn modules(&self) -> Vec<Completion> {
        let about = self.words.say(thing_id(Thing::Module), &[]);
        let others = self.workspace.files().iter().enumerate().filter(|(ix, _)| *ix != self.home);
        let names = others.map(|(_, file)| match file.module.contains(' ') {
            true => format!("\"{}\"", file.module.replace('.', "/")),
            false => file.module.clone(),
        });
        names.map(|text| Completion { text, keyword: false, about: about.clone(), span: self.span }).collect()
    }

    fn codes(&self) -> Vec<Completion> {
        let each = Code::ALL.iter().map(|code| Completion {
            text: code.name().to_owned(),
            keyword: false,
            about: self.words.title(*code),
            span: self.span,
        });
        each.collect()
    }
}

/// The head of the innermost block that holds the offset.
fn head_around(lines: &[Line], offset: usize) -> Option<Keyword> {
    let holds = |line: &&Line| {
        let block = line.block.as_ref().map(|block| block.span);
        block.is_some_and(|span| (span.start as usize) < offset && offset <= span.end as usize)
    };
    let line = lines.iter().find(holds)?;
    let inner = line.block.as_ref().and_then(|block| head_around(&block.lines, offset));
    let head = |part: &Part| part.keyword.map(|(keyword, _)| keyword);
    inner.or_else(|| line.parts.first().and_then(head))
}
