//! What may stand where: which statements a file or a block holds, and what may be said of each statement.
//!
//! One table for everybody: the parser reports what is out of place, completion offers what fits, the formatter orders
//! the parts as the table does.

use super::{Part, Value};
use crate::vocabulary::Keyword::{self, *};

/// What one kind of statement may hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shape {
    pub head: Keyword,
    /// What may be said of it, on its line or on lines of its block, in the order in which it is best written.
    pub parts: &'static [Keyword],
    /// Statements that may stand in its block.
    pub statements: &'static [Keyword],
    /// What may stand in the parentheses behind its clause: what that clause says where the line says otherwise.
    pub says: &'static [Keyword],
    /// One of these must be said, or the line says nothing at all; empty: nothing must.
    pub required: &'static [Keyword],
    /// A text without a keyword is its label.
    pub text: bool,
    /// `-> next`
    pub arrow: bool,
    /// A duration without a keyword is its limit.
    pub duration: bool,
}

/// Said of any statement.
pub const EVERYWHERE: &[Keyword] = &[Clause, Note, Source, Expect];

/// Statements at the top of a file.
pub const TOP: &[Keyword] = &[
    Use,
    Regulation,
    Standard,
    Organisation,
    Schedule,
    Actor,
    System,
    Channel,
    Fact,
    Document,
    Body,
    Procedure,
    Obligation,
    Complaint,
    Notice,
    Refused,
    Extension,
    CompletenessCheck,
    Term,
    Expect,
    Note,
];

/// Parts that may be said more than once of one statement.
pub const REPEATABLE: &[Keyword] =
    &[Called, Clause, Note, Source, Expect, Limit, From, To, By, Result, Alias, Break, Via];

const REGULATION: &[Keyword] = &[
    Use,
    Title,
    Implements,
    Organisation,
    Act,
    Source,
    Effective,
    Amended,
    Repealed,
    Offers,
    Listed,
    Requires,
    Obtains,
    Ground,
    Result,
    Form,
    Fee,
    Abbreviation,
    Mentions,
    Reading,
    Omits,
    Note,
    Procedure,
    Obligation,
    Complaint,
    Notice,
    Refused,
    Extension,
    CompletenessCheck,
    Term,
];
const STANDARD: &[Keyword] = &[
    Use,
    Title,
    Act,
    Organisation,
    Source,
    Effective,
    Amended,
    Repealed,
    Offers,
    Requires,
    Obtains,
    Ground,
    Result,
    Form,
    Fee,
    Reading,
    Note,
    Term,
    Extension,
    Notice,
    CompletenessCheck,
    Obligation,
    Complaint,
];
const NODES: &[Keyword] = &[Step, Stage, Choice, Parallel, Wait, Receipt, End];
const SAID_OF_SAYING: &[Keyword] = &[By, Called, Limit, From, To, When, Only, Except, Via];
/// What a clause may say of a node otherwise than its line.
const SAYS_OF_NODE: &[Keyword] = &[By, Called, Limit, Part, From, To, Result, Form];
const SAYS_OF_SAYING: &[Keyword] = &[By, Called, Limit, From, To];

const PLAIN: Shape = Shape {
    head: Use,
    parts: &[],
    statements: &[],
    says: &[],
    required: &[],
    text: true,
    arrow: false,
    duration: false,
};

/// The table, in the order in which the guide explains the statements.
pub const SHAPES: &[Shape] = &[
    Shape { head: Use, text: false, ..PLAIN },
    Shape { head: Regulation, parts: &[Implements], statements: REGULATION, ..PLAIN },
    Shape { head: Standard, statements: STANDARD, ..PLAIN },
    Shape { head: Organisation, parts: &[Schedule], ..PLAIN },
    Shape { head: Schedule, statements: &[Open, Accepts], ..PLAIN },
    Shape { head: Open, parts: &[Break, Since, Until, RoundTheClock], text: false, ..PLAIN },
    Shape { head: Accepts, parts: &[Break, Since, Until, RoundTheClock], text: false, ..PLAIN },
    Shape { head: Actor, parts: &[Organisation, Body, Outside], ..PLAIN },
    Shape { head: System, parts: &[Organisation, Body, Outside], ..PLAIN },
    Shape { head: Channel, parts: &[Organisation, RoundTheClock], ..PLAIN },
    Shape { head: Fact, parts: &[Values], ..PLAIN },
    Shape { head: Document, ..PLAIN },
    Shape { head: Body, parts: &[Since, Until, Alias, Successor], ..PLAIN },
    Shape { head: Title, ..PLAIN },
    Shape { head: Implements, text: false, ..PLAIN },
    Shape { head: Act, ..PLAIN },
    Shape { head: Source, ..PLAIN },
    Shape { head: Note, ..PLAIN },
    Shape {
        head: Effective,
        parts: &[Since, Until, Limit, From],
        required: &[Since, Until, Limit],
        text: false,
        ..PLAIN
    },
    Shape { head: Amended, ..PLAIN },
    Shape { head: Repealed, ..PLAIN },
    Shape { head: Offers, parts: &[Only, Except, Via], statements: &[Open, Accepts], ..PLAIN },
    Shape { head: Listed, parts: &[Called, Only, Except, Via], says: &[Called], ..PLAIN },
    Shape { head: Requires, parts: &[When, Only, Except, Via], ..PLAIN },
    Shape { head: Obtains, parts: &[When, Only, Except, Via], ..PLAIN },
    Shape { head: Ground, ..PLAIN },
    Shape { head: Result, parts: &[Form, Only, Except, Via], says: &[Form], ..PLAIN },
    Shape { head: Form, says: &[Form], ..PLAIN },
    Shape { head: Fee, parts: &[Free], ..PLAIN },
    Shape {
        head: Abbreviation,
        parts: &[Means, Clause, Used, Of],
        required: &[Means, Used, Clause],
        text: false,
        ..PLAIN
    },
    Shape { head: Mentions, parts: &[Since], required: &[Clause], ..PLAIN },
    Shape { head: Reading, parts: &[Only, Via], ..PLAIN },
    Shape { head: Omits, parts: &[Clause], required: &[Clause], ..PLAIN },
    Shape { head: Expect, ..PLAIN },
    Shape {
        head: Term,
        parts: &[Limit, Unknown, When, Only, Except, Via],
        says: SAYS_OF_SAYING,
        duration: true,
        ..PLAIN
    },
    Shape { head: CompletenessCheck, parts: SAID_OF_SAYING, says: SAYS_OF_SAYING, duration: true, ..PLAIN },
    Shape {
        head: Extension,
        parts: &[Limit, By, When, Only, Except, Via],
        says: SAYS_OF_SAYING,
        statements: &[Notice],
        duration: true,
        ..PLAIN
    },
    Shape { head: Procedure, parts: &[Via], statements: NODES, ..PLAIN },
    Shape {
        head: Step,
        parts: &[Number, By, Called, Limit, From, To, Only, Except, Result, Form],
        says: SAYS_OF_NODE,
        arrow: true,
        ..PLAIN
    },
    Shape {
        head: Wait,
        parts: &[Number, By, Called, Limit, From, To, StopsClock, Only, Except, Result, Form],
        says: SAYS_OF_NODE,
        arrow: true,
        ..PLAIN
    },
    Shape {
        head: Stage,
        parts: &[By, Called, Limit, From, To, Only, Except, Result, Form],
        says: SAYS_OF_NODE,
        statements: NODES,
        arrow: true,
        ..PLAIN
    },
    Shape {
        head: Choice,
        parts: &[Number, By, Called, Limit, From, To, Only, Except, Result, Form],
        says: SAYS_OF_NODE,
        statements: &[When, Otherwise],
        arrow: true,
        ..PLAIN
    },
    Shape { head: When, parts: &[Only, Except], statements: NODES, arrow: true, ..PLAIN },
    Shape { head: Otherwise, parts: &[Only, Except], statements: NODES, arrow: true, ..PLAIN },
    Shape { head: Parallel, parts: &[Only, Except], statements: &[Branch], arrow: true, ..PLAIN },
    Shape { head: Branch, parts: &[Only, Except], statements: NODES, arrow: true, ..PLAIN },
    Shape { head: Receipt, parts: &[By, Called, Only, Except], says: SAYS_OF_NODE, arrow: true, ..PLAIN },
    Shape { head: End, parts: &[Granted, Refused, Returned, Result, Form, Only, Except], says: SAYS_OF_NODE, ..PLAIN },
    Shape { head: Obligation, parts: SAID_OF_SAYING, says: SAYS_OF_SAYING, duration: true, ..PLAIN },
    Shape { head: Complaint, parts: SAID_OF_SAYING, says: SAYS_OF_SAYING, duration: true, ..PLAIN },
    Shape { head: Notice, parts: SAID_OF_SAYING, says: SAYS_OF_SAYING, duration: true, ..PLAIN },
    Shape { head: Refused, parts: SAID_OF_SAYING, says: SAYS_OF_SAYING, duration: true, ..PLAIN },
];

/// The row of a statement; `None` for a keyword that never begins one.
pub fn of(head: Keyword) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.head == head)
}

/// The statements that may stand in the block of `parent`, or at the top of a file.
pub fn statements(parent: Option<Keyword>) -> &'static [Keyword] {
    match parent {
        None => TOP,
        Some(parent) => of(parent).map_or(&[], |shape| shape.statements),
    }
}

/// Whether a keyword begins a part of a line.
pub fn is_lead(keyword: Keyword) -> bool {
    let row = |shape: &Shape| shape.head == keyword || shape.parts.contains(&keyword) || shape.says.contains(&keyword);
    EVERYWHERE.contains(&keyword) || SHAPES.iter().any(row)
}

impl Shape {
    /// Whether what is said here may differ by channel, so that `via` behind a part means something.
    pub fn varies_by_channel(&self) -> bool {
        let of_procedure = [Procedure, When, Otherwise, Branch].contains(&self.head) || NODES.contains(&self.head);
        of_procedure || self.parts.contains(&Via)
    }

    /// Whether `part` may be said of the statement.
    pub fn takes(&self, part: &Part) -> bool {
        match (part.keyword, &part.value) {
            (Some((keyword, _)), _) => self.parts.contains(&keyword) || EVERYWHERE.contains(&keyword),
            (None, Value::Text(_)) => self.text,
            (None, Value::Arrow(_)) => self.arrow,
            (None, Value::Limits(_)) => self.duration,
            (None, _) => true,
        }
    }

    /// Whether `part` may stand in the parentheses behind a clause.
    pub fn says(&self, part: &Part) -> bool {
        match (part.keyword, &part.value) {
            (Some((keyword, _)), _) => self.says.contains(&keyword),
            (None, Value::Limits(_)) => self.says.contains(&Limit),
            (None, _) => false,
        }
    }

    /// Every keyword that may be said of it.
    pub fn offers(&self) -> impl Iterator<Item = Keyword> {
        let general = EVERYWHERE.iter().filter(|keyword| !self.parts.contains(keyword));
        self.parts.iter().chain(general).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_statement_that_may_stand_somewhere_has_a_row() {
        let everywhere = SHAPES.iter().flat_map(|shape| shape.statements).chain(TOP);
        for head in everywhere {
            assert!(of(*head).is_some(), "{head:?}");
        }
        for (at, shape) in SHAPES.iter().enumerate() {
            assert!(SHAPES[..at].iter().all(|other| other.head != shape.head), "{:?} stands twice", shape.head);
            assert!(shape.required.iter().all(|part| shape.offers().any(|own| own == *part)), "{:?}", shape.head);
        }
    }
}
