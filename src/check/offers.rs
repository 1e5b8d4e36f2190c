//! Do the channels agree: those the standard offers, those the regulation announces, those it describes?

use crate::diagnostics::{Code, Finding};
use crate::model::{ChannelId, Model, Regulation, Said};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let promised: &[Said<ChannelId>] = regulation.standard.map_or(&[], |standard| &model[standard].offers);
    described(model, regulation, promised, findings);
    if regulation.procedures.is_empty() && !regulation.broken {
        let finding = Finding::new(Code::RegulationWithoutProcedure, regulation.head);
        let announced = regulation.offers.iter();
        findings.push(announced.fold(finding, |finding, said| finding.also(said.span, "label-announced")));
    }
    for procedure in &regulation.procedures {
        let channel = procedure.channel;
        let name = model[channel].id.as_str();
        if let Some(first) = missing(promised, channel) {
            findings.push(
                Finding::new(Code::ChannelNotInStandard, procedure.head)
                    .arg("channel", name)
                    .also(first.span, "label-standard")
                    .channel(name),
            );
        } else if let Some(first) = missing(&regulation.offers, channel) {
            findings.push(
                Finding::new(Code::ChannelNotAnnounced, procedure.head)
                    .arg("channel", name)
                    .also(first.span, "label-announced")
                    .channel(name),
            );
        }
    }
}

/// The first of the list, where there is a list and it does not hold the channel.
fn missing(list: &[Said<ChannelId>], channel: ChannelId) -> Option<&Said<ChannelId>> {
    list.first().filter(|_| list.iter().all(|said| said.what != channel))
}

/// Channels that are offered or announced, and for which there is no procedure.
fn described(model: &Model, regulation: &Regulation, promised: &[Said<ChannelId>], findings: &mut Vec<Finding>) {
    // Of a regulation without any procedure that is said, and not of each channel.
    if regulation.broken || regulation.procedures.is_empty() {
        return;
    }
    let mut told: Vec<ChannelId> = Vec::new();
    for (said, announced) in
        regulation.offers.iter().map(|said| (said, true)).chain(promised.iter().map(|said| (said, false)))
    {
        let channel = said.what;
        let has = regulation.procedures.iter().any(|procedure| procedure.channel == channel);
        if has || told.contains(&channel) {
            continue;
        }
        told.push(channel);
        let name = model[channel].id.as_str();
        let at = if announced { said.span } else { regulation.head };
        let mut finding = Finding::new(Code::ChannelNotDescribed, at);
        if let Some(clause) = said.clauses.first().filter(|_| announced) {
            finding = finding.clause(&*clause.address);
        }
        if let Some(promise) = promised.iter().find(|promise| promise.what == channel) {
            finding = finding.also(promise.span, "label-standard");
        }
        findings.push(finding.arg("channel", name).channel(name));
    }
}
