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
    pub hands_to: Option<ActorId>,
    pub names: &'l Names,
}

/// By which names the actor and the recipient are called.
#[derive(Clone, Default)]
pub(super) struct Names {
    pub actor: Option<Text>,
    pub recipient: Option<Text>,
}

impl Names {
    /// `called` behind `to` names the recipient, anywhere else the actor.
    pub(super) fn read<'p>(parts: impl IntoIterator<Item = &'p Part>) -> Names {
        let (mut names, mut of_recipient) = (Names::default(), false);
        for part in parts {
            match part.keyword.map(|(keyword, _)| keyword) {
                Some(Keyword::Called) if of_recipient => names.recipient = names.recipient.or_else(|| text_of(part)),
                Some(Keyword::Called) => names.actor = names.actor.or_else(|| text_of(part)),
                keyword => of_recipient = keyword == Some(Keyword::To),
            }
        }
        names
    }
}

/// What stands in the parentheses.
pub(super) fn apart(clause: &Clause) -> impl Iterator<Item = &Part> {
    clause.says.iter().flatten()
}

impl Resolver<'_> {
    pub(super) fn citation(&mut self, module: usize, clause: &Clause, line: &Line<'_>) -> Citation {
        let find = |keyword| apart(clause).find(|part| is(part, keyword));
        let names = Names::read(apart(clause));
        let only_a_name = clause.says.is_some()
            && find(Keyword::Called).is_some()
            && apart(clause).all(|part| is(part, Keyword::Called));
        if clause.says.is_none() || only_a_name {
            return Citation {
                clause: reference(clause),
                limits: line.limits.to_vec(),
                actor: line.actor,
                called: names.actor.or_else(|| line.names.actor.clone()),
                part: false,
                hands_to: line.hands_to,
                to_called: line.names.recipient.clone(),
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
            called: names.actor,
            part: find(Keyword::Part).is_some(),
            hands_to: find(Keyword::To).and_then(|part| self.actor(module, part)),
            to_called: names.recipient,
            anchor: None,
            result: find(Keyword::Result).and_then(text_of),
            form: find(Keyword::Form).map(forms).unwrap_or_default(),
            said_apart: true,
        }
    }
}
