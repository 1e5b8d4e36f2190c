//! The terms of a channel, each with the whole of its condition, so that a loader asks them one by one.
//!
//! A term with a condition holds in the cases that meet it; the one without a condition and without a name, in all
//! cases that no term with a condition is for. Of two terms of one name, the one said for the channel goes before the
//! one said for all channels.

use super::Making;
use super::lists::clauses;
use super::regulation::Of;
use super::texts::plain;
use crate::artifact::{Condition, Extension, Term};
use crate::model::{self, ChannelId};

impl Of<'_> {
    pub(super) fn terms(&self, channel: ChannelId, into: &mut Making) -> Vec<Term> {
        let Some(standard) = self.standard() else { return Vec::new() };
        let own = |term: &&model::Term| term.channels.contains(&channel);
        let better = |term: &model::Term| standard.terms.iter().filter(own).any(|other| other.case == term.case);
        let here = |term: &&model::Term| own(term) || (term.channels.is_empty() && !better(term));
        let terms: Vec<&model::Term> = standard.terms.iter().filter(here).collect();
        let asked = terms.iter().filter(|term| term.when != model::Condition::Always);
        let asked: Vec<Condition> = asked.map(|term| self.condition(&term.when)).collect();
        let term = |term: &&model::Term| {
            let general = term.when == model::Condition::Always && term.case.is_empty() && !asked.is_empty();
            Term {
                case: plain(&term.case),
                clauses: clauses(&term.clauses),
                label: into.texts.text(&term.label),
                limit: term.limit.as_ref().map(|limit| limit.duration.into()),
                when: match general {
                    true => Condition::Not(Box::new(Condition::Any(asked.clone()))),
                    false => self.condition(&term.when),
                },
            }
        };
        terms.iter().map(term).collect()
    }

    /// An extension that adds nothing known extends nothing.
    pub(super) fn extensions(&self, into: &mut Making) -> Vec<Extension> {
        let all = self.standard().into_iter().flat_map(|standard| &standard.extensions);
        let extension = |it: &model::Extension| {
            Some(Extension {
                clauses: clauses(&it.clauses),
                id: plain(&it.id),
                label: into.texts.text(&it.label),
                limit: it.limit.as_ref()?.duration.into(),
                notice: it.notice.as_ref().map(|limit| limit.duration.into()),
                notice_from: it.notice_from.iter().map(|name| plain(name)).collect(),
                when: self.condition(&it.when),
            })
        };
        all.filter_map(extension).collect()
    }
}
