//! What an act says beside its procedures: terms, extensions, notices, complaints, obligations.

use super::Resolver;
use super::anchor::event_name;
use super::names::Kind;
use super::said::{all_limits, cited, label, limits, reference, text_of};
use super::statement::{Statement, is, names};
use crate::ast::{self, Line, Part};
use crate::model::{About, ActorId, ChannelId, Citation, Limit, Saying};
use crate::vocabulary::Keyword;

impl<'a> Resolver<'a> {
    /// A saying, and those in its block (the `notice` of an `extension`).
    pub(super) fn sayings(&mut self, module: usize, statement: &Statement<'a>, sayings: &mut Vec<Saying>) {
        let saying = self.saying(module, statement);
        sayings.push(saying);
        for inner in statement.children.iter().filter_map(|line| Statement::read(line)) {
            let saying = self.saying(module, &inner);
            sayings.push(saying);
        }
    }

    /// A limit that the act states and that is not a step of a channel.
    pub(super) fn saying(&mut self, module: usize, statement: &Statement<'a>) -> Saying {
        let by = statement.one(Keyword::By, &mut self.findings);
        let actor = by.and_then(|part| self.actor(module, part));
        let to = statement.one(Keyword::To, &mut self.findings);
        let hands_to = to.and_then(|part| self.actor(module, part));
        let limits = all_limits(statement);
        let clauses = statement.all(Keyword::Clause).flat_map(cited);
        let citations = clauses.map(|clause| self.citation(module, clause, &limits, actor, hands_to)).collect();
        let from = statement.all(Keyword::From).flat_map(names);
        Saying {
            id: statement
                .name()
                .filter(|name| name.keyword.is_none())
                .map(|name| name.text.clone())
                .unwrap_or_default(),
            about: about(statement.keyword),
            label: label(statement),
            actor,
            hands_to,
            limits,
            from: from.map(event_name).collect(),
            channels: self.channels_of(module, statement),
            when: self.when(module, statement),
            citations,
            span: statement.line,
        }
    }

    /// What one clause says: what the line says, or just what stands in its parentheses.
    fn citation(
        &mut self,
        module: usize,
        clause: &ast::Clause,
        line_limits: &[Limit],
        actor: Option<ActorId>,
        hands_to: Option<ActorId>,
    ) -> Citation {
        let Some(says) = &clause.says else {
            return Citation {
                clause: reference(clause),
                limits: line_limits.to_vec(),
                actor,
                hands_to,
                anchor: None,
                result: None,
                said_apart: false,
            };
        };
        let find = |keyword| says.iter().find(|part| is(part, keyword));
        let bare = says.iter().filter(|part| part.keyword.is_none() || is(part, Keyword::Limit));
        Citation {
            clause: reference(clause),
            limits: bare.flat_map(limits).collect(),
            actor: find(Keyword::By).and_then(|part| self.actor(module, part)),
            hands_to: find(Keyword::To).and_then(|part| self.actor(module, part)),
            anchor: None,
            result: find(Keyword::Result).and_then(text_of),
            said_apart: true,
        }
    }

    /// The channels that an act offers or describes, before its statements are read; what is wrong with a name is said
    /// where the statement is read.
    pub(super) fn channels_of_act(&self, module: usize, statement: &Statement<'a>, owns_file: bool) -> Vec<ChannelId> {
        let beside: &[Line] = if owns_file { &self.modules[module].file.lines } else { &[] };
        let lines = statement.children.iter().copied().chain(beside);
        let mut channels = Vec::new();
        for part in lines.flat_map(|line| &line.parts) {
            let named = if is(part, Keyword::Offers) { names(part) } else { procedure_channels(part) };
            for name in named {
                let found = self.names.find(self.modules, module, Kind::Channel, name).ok().map(ChannelId);
                channels.extend(found.filter(|channel| !channels.contains(channel)));
            }
        }
        channels
    }
}

/// `via …` behind `procedure`, however it is read.
fn procedure_channels(part: &Part) -> &[ast::Name] {
    if is(part, Keyword::Procedure) { &part.via } else { &[] }
}

fn about(keyword: Keyword) -> About {
    match keyword {
        Keyword::Complaint => About::Complaint,
        Keyword::Notice => About::Notice,
        Keyword::Refused => About::Refusal,
        Keyword::Extension => About::Extension,
        Keyword::CompletenessCheck => About::CompletenessCheck,
        Keyword::Term => About::Term,
        Keyword::Effective => About::InForce,
        _ => About::Obligation,
    }
}
