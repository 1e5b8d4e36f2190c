//! What an act says beside its procedures: terms, extensions, notices, complaints, obligations.

use super::Resolver;
use super::anchor::{event_name, previous};
use super::citation::{self, Names, apart};
use super::names::Kind;
use super::said::{all_limits, cited, label};
use super::statement::{Statement, is, names};
use crate::ast::{self, Line, Part};
use crate::model::{About, Anchor, ChannelId, Citation, Saying};
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
        let called = Names::read(statement.parts.iter().copied());
        let line = citation::Line { limits: &limits, actor, hands_to, names: &called };
        let clauses = statement.all(Keyword::Clause).flat_map(cited);
        let citations = clauses.map(|clause| self.saying_of(module, clause, &line)).collect();
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
            called: called.actor,
            hands_to,
            to_called: called.recipient,
            limits,
            from: from.map(event_name).collect(),
            channels: self.channels_of(module, statement),
            when: self.when(module, statement),
            citations,
            span: statement.line,
        }
    }

    /// What one clause says of it; the events of its limit are names alone, since they lie outside of any channel.
    fn saying_of(&mut self, module: usize, clause: &ast::Clause, line: &citation::Line<'_>) -> Citation {
        let mut citation = self.citation(module, clause, line);
        let from = apart(clause).find(|part| is(part, Keyword::From));
        citation.anchor = from.map(|part| Anchor {
            names: names(part).iter().map(event_name).collect(),
            said: true,
            ..previous(part.span)
        });
        citation
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
