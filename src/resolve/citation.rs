//! What a clause says of its line: what the line says, or just what stands in its parentheses.
//!
//! Parentheses that hold nothing but another name (`called`) change the name alone.

use super::Resolver;
use super::said::{forms, limits, reference, text_of};
use super::statement::is;
use crate::ast::{Clause, Part};
use crate::model::{ActorId, Citation, Limit, Text};
use crate::vocabulary::Keyword;

/// What the line says, and a clause without parentheses with it.
pub(super) struct Line<'l> {
    pub limits: &'l [Limit],
    pub actor: Option<ActorId>,
    pub called: Option<&'l Text>,
    pub hands_to: Option<ActorId>,
}

/// What stands in the parentheses.
pub(super) fn apart(clause: &Clause) -> impl Iterator<Item = &Part> {
    clause.says.iter().flatten()
}

/// The name in the parentheses.
pub(super) fn called(clause: &Clause) -> Option<Text> {
    apart(clause).find(|part| is(part, Keyword::Called)).and_then(text_of)
}

impl Resolver<'_> {
    pub(super) fn citation(&mut self, module: usize, clause: &Clause, line: &Line<'_>) -> Citation {
        let find = |keyword| apart(clause).find(|part| is(part, keyword));
        let named = called(clause);
        let only_a_name = named.is_some() && apart(clause).all(|part| is(part, Keyword::Called));
        if clause.says.is_none() || only_a_name {
            return Citation {
                clause: reference(clause),
                limits: line.limits.to_vec(),
                actor: line.actor,
                called: named.or_else(|| line.called.cloned()),
                part: false,
                hands_to: line.hands_to,
                anchor: None,
                result: None,
                form: Vec::new(),
                said_apart: false,
            };
        }
        let said_limits = apart(clause).filter(|part| part.keyword.is_none() || is(part, Keyword::Limit));
        Citation {
            clause: reference(clause),
            limits: said_limits.flat_map(limits).collect(),
            actor: find(Keyword::By).and_then(|part| self.actor(module, part)),
            called: named,
            part: find(Keyword::Part).is_some(),
            hands_to: find(Keyword::To).and_then(|part| self.actor(module, part)),
            anchor: None,
            result: find(Keyword::Result).and_then(text_of),
            form: find(Keyword::Form).map(forms).unwrap_or_default(),
            said_apart: true,
        }
    }
}
