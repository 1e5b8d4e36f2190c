//! What an act names in passing: abbreviations, and bodies, organisations, channels or actors that it mentions.

use super::Resolver;
use super::names::Kind;
use super::said::{cited, clauses, date_part, label, reference, text_of, text_part};
use super::statement::{Statement, names};
use crate::ast::Name;
use crate::diagnostics::Code;
use crate::model::{Abbreviation, ActorId, BodyId, ChannelId, DocumentId, Mention, Named, OrganisationId, StandardId};
use crate::vocabulary::{Keyword, Language};

/// What an abbreviation can stand for. The first is the one that a name nobody knows is said not to be.
const ABBREVIATED: &[Kind] =
    &[Kind::Actor, Kind::Organisation, Kind::Body, Kind::Channel, Kind::Document, Kind::Standard];

/// What an act can mention.
const MENTIONED: &[Kind] = &[Kind::Body, Kind::Organisation, Kind::Channel, Kind::Actor];

impl<'a> Resolver<'a> {
    /// `abbreviation "…" means kk "…" clause 3/2 used 4, 10.5 of NAME`
    pub(super) fn abbreviation(&mut self, module: usize, statement: &Statement<'a>) -> Option<Abbreviation> {
        let short = text_of(statement.head)?;
        let of = statement.one(Keyword::Of, &mut self.findings).and_then(|part| names(part).first());
        Some(Abbreviation {
            short: short.get(Language::Kk).unwrap_or_default().to_owned(),
            means: text_part(statement, Keyword::Means).unwrap_or_default(),
            of: of.map_or_else(Vec::new, |name| self.named(module, ABBREVIATED, name)),
            defined: clauses(statement),
            used: statement.all(Keyword::Used).flat_map(cited).map(reference).collect(),
            span: statement.line,
        })
    }

    /// `mentions old-ministry clause 4, 9 since 2016-11-29`: one for each name.
    pub(super) fn mentions(&mut self, module: usize, statement: &Statement<'a>) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for name in names(statement.head) {
            let what = self.named(module, MENTIONED, name);
            if what.is_empty() {
                continue;
            }
            mentions.push(Mention {
                name: name.text.clone(),
                label: label(statement),
                what,
                since: date_part(statement, Keyword::Since),
                clauses: clauses(statement),
                span: name.span,
            });
        }
        mentions
    }

    /// Whether something of this kind has the name, and cannot be meant as it stands.
    fn is_elsewhere(&self, module: usize, kind: Kind, name: &Name) -> bool {
        let codes = [Code::AmbiguousName, Code::NameNotImported];
        let why = self.names.find(self.modules, module, kind, name).err().flatten();
        why.is_some_and(|finding| codes.contains(&finding.code))
    }

    /// Everything of these kinds that has the name.
    fn named(&mut self, module: usize, kinds: &[Kind], name: &Name) -> Vec<Named> {
        let found: Vec<Named> = kinds
            .iter()
            .filter_map(|kind| Some(of_kind(*kind, self.names.find(self.modules, module, *kind, name).ok()?)))
            .flatten()
            .collect();
        if found.is_empty() {
            let kind = kinds.iter().find(|kind| self.is_elsewhere(module, **kind, name));
            self.find(module, *kind.unwrap_or(&kinds[0]), name);
        }
        found
    }
}

fn of_kind(kind: Kind, id: u32) -> Option<Named> {
    match kind {
        Kind::Body => Some(Named::Body(BodyId(id))),
        Kind::Organisation => Some(Named::Organisation(OrganisationId(id))),
        Kind::Channel => Some(Named::Channel(ChannelId(id))),
        Kind::Actor => Some(Named::Actor(ActorId(id))),
        Kind::Document => Some(Named::Document(DocumentId(id))),
        Kind::Standard => Some(Named::Standard(StandardId(id))),
        Kind::Fact | Kind::Schedule | Kind::Regulation => None,
    }
}
