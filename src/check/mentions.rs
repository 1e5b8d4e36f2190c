//! Does the act name a channel, or the organisation behind one, through which it does not offer the service?
//!
//! The organisation whose service it is, and one whose people act in a procedure, are named with good reason.

use crate::diagnostics::{Code, Finding};
use crate::model::{ChannelId, Mention, Model, Named, OrganisationId, Regulation};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let served = served(regulation);
    if served.is_empty() || regulation.broken {
        return;
    }
    for mention in &regulation.mentions {
        let channels = channels(model, mention);
        let takes_part = organisations(mention).any(|organisation| takes_part(model, regulation, organisation));
        if channels.is_empty() || takes_part || channels.iter().any(|channel| served.contains(channel)) {
            continue;
        }
        let mut places = mention.clauses.iter();
        let first = places.next();
        let finding = Finding::new(Code::ChannelMentionedNotOffered, first.map_or(mention.span, |clause| clause.span))
            .arg("name", mention.name.as_str());
        let finding = match first {
            Some(clause) => finding.clause(&*clause.address),
            None => finding,
        };
        let finding =
            places.fold(finding, |finding, clause| finding.also(clause.span, "label-other").clause(&*clause.address));
        let offered = regulation.offers.iter().map(|said| said.span);
        let described = regulation.procedures.iter().map(|procedure| procedure.head);
        let offered: Vec<_> = if regulation.offers.is_empty() { described.collect() } else { offered.collect() };
        findings.push(offered.into_iter().fold(finding, |finding, span| finding.also(span, "label-offered")));
    }
}

/// The channels that the act announces or describes.
fn served(regulation: &Regulation) -> Vec<ChannelId> {
    let announced = regulation.offers.iter().map(|said| said.what);
    announced.chain(regulation.procedures.iter().map(|procedure| procedure.channel)).collect()
}

fn organisations(mention: &Mention) -> impl Iterator<Item = OrganisationId> {
    mention.what.iter().filter_map(|thing| match thing {
        Named::Organisation(organisation) => Some(*organisation),
        _ => None,
    })
}

/// The channels that are meant by the name: those of that name, and those of the organisation of that name.
fn channels(model: &Model, mention: &Mention) -> Vec<ChannelId> {
    let mut channels: Vec<ChannelId> = Vec::new();
    for thing in &mention.what {
        match thing {
            Named::Channel(channel) => channels.push(*channel),
            Named::Organisation(organisation) => {
                let all = model.channels.iter().enumerate();
                let own = all.filter(|(_, channel)| channel.organisation == Some(*organisation));
                channels.extend(own.map(|(ix, _)| ChannelId(ix as u32)));
            }
            _ => {}
        }
    }
    channels
}

fn takes_part(model: &Model, regulation: &Regulation, organisation: OrganisationId) -> bool {
    let nodes = regulation.procedures.iter().flat_map(|procedure| &procedure.nodes);
    let acting = nodes.flat_map(|node| node.actor.into_iter().chain(node.hands_to));
    let saying = regulation.sayings.iter().filter_map(|saying| saying.actor);
    regulation.organisation == Some(organisation)
        || acting.chain(saying).any(|actor| model[actor].organisation == Some(organisation))
}
