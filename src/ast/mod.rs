//! What the author wrote: a file is lines, a line is parts, a part is a keyword with its value.
//!
//! The tree is as uniform as the language: the first part of a line is its head (`step register`), the others say
//! something of it (`by clerk`, `limit 15 minutes`), and a block under it holds more lines, which may be statements
//! of their own or further parts of the head. Nothing is looked up here: a name is a name.

pub mod shape;

use crate::source::{FileId, Span};
use crate::time::Duration;
use crate::vocabulary::{Keyword, Language, Vocabulary};

/// One file, as far as it could be read. What could not be read is a finding beside it, not here.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct File {
    pub id: FileId,
    /// The vocabulary that most of its keywords come from; `None` where it has no keyword that tells.
    pub vocabulary: Option<Vocabulary>,
    pub lines: Vec<Line>,
    /// Comments in the order of the text, each from its `//` to the end of the line.
    pub comments: Vec<Span>,
    /// A whole line could not be read: what is missing in the file may have been said.
    pub broken: bool,
}

/// One line: `parts[0]` is its head.
#[derive(Clone, PartialEq, Debug)]
pub struct Line {
    /// Never empty.
    pub parts: Vec<Part>,
    pub block: Option<Block>,
    /// From the first part to the last one, without the block.
    pub span: Span,
    /// Something on the line could not be read, and a finding says so: what is missing here may have been said.
    pub broken: bool,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Block {
    pub lines: Vec<Line>,
    /// From `{` to `}`.
    pub span: Span,
    /// The author left the closing brace out, or something in the block could not be read.
    pub broken: bool,
}

/// A keyword with its value, or a value that needs no keyword (a text, an arrow, a bare duration).
#[derive(Clone, PartialEq, Debug)]
pub struct Part {
    pub keyword: Option<(Keyword, Span)>,
    pub value: Value,
    /// `via office, corporation` right after the part: the channels for which alone it is said.
    pub via: Vec<Name>,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// A keyword that stands alone: `otherwise`, `outside`, `free`, `granted`.
    None,
    /// `step register`, `by clerk`, `implements order-272.change-purpose`; for `use` also a path in quotes.
    Name(Name),
    /// `only office, portal`, `values construction, farming`, `form electronic, paper` (keywords are names here).
    Names(Vec<Name>),
    /// `-> sign` (without a keyword)
    Arrow(Name),
    /// `"accepts the application"`, or one string a language: `kk "…" ru "…"`.
    Text(Text),
    /// `limit 3 working days and 20 minutes`: the earliest counts.
    Limits(Vec<Limit>),
    /// `from sign`, `from decision or plan-approval`
    Events(Vec<Name>),
    Condition(Condition),
    Clauses(Vec<Clause>),
    /// `since 2016-01-01`
    Date(Date),
    /// `open monday-friday 9:00-18:30`
    Hours(Hours),
    /// `break 13:00-14:30`
    Times(TimeRange),
    /// `number 3`: the act's own count of its steps.
    Number(u32),
    /// `reading roll = every-step`: the reading's name and the value chosen.
    Setting(Name, Name),
    /// `expect limit-before-arrival "…"`: the code (the reason is the text part that follows).
    Code(Name),
}

/// A name as written, NFC-normalised; dotted where it is qualified.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    pub text: String,
    pub span: Span,
    /// Set where the name is one of the language's own words: `receipt`, `filing`, `applicant`, `electronic`, `yes`.
    /// Then `text` is the word's name in the table, whatever vocabulary it is written in.
    pub keyword: Option<Keyword>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Text {
    /// One entry without a language, or one entry a language.
    pub strings: Vec<(Option<Language>, String, Span)>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Limit {
    pub duration: Duration,
    /// Counted back from the end of the term (`before-term`).
    pub before_term: bool,
    /// The number's words in parentheses, as acts write them: `15 (fifteen) minutes`.
    pub words: Option<Span>,
    pub span: Span,
}

#[derive(Clone, PartialEq, Debug)]
pub enum Condition {
    /// `inside-settlement`, `purpose = construction`, `documents-complete = no`
    Is {
        fact: Name,
        value: Option<Name>,
    },
    Not(Box<Condition>, Span),
    And(Vec<Condition>),
    Or(Vec<Condition>),
}

/// `6.4`, `6.4/2`, `A2.3`, `O5`, `5.1#2`, and in parentheses what the clause says where that is not what the line says.
#[derive(Clone, PartialEq, Debug)]
pub struct Clause {
    pub address: String,
    pub span: Span,
    /// `None`: the clause says what the line says. `Some`: it says just this (possibly nothing).
    pub says: Option<Vec<Part>>,
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Date {
    pub date: chrono::NaiveDate,
    pub span: Span,
}

/// Days of the week and a range of times: from `first` to `last` inclusive (1 = Monday, 7 = Sunday).
#[derive(Clone, PartialEq, Debug)]
pub struct Hours {
    pub days: Vec<(u8, u8)>,
    pub times: Option<TimeRange>,
    pub span: Span,
}

/// Minutes of the day, 0 to 1440.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct TimeRange {
    pub from: u16,
    pub to: u16,
    pub span: Span,
}
