//! Is there a channel for which nothing is to be handed in, although the act says for other channels what is?

use crate::diagnostics::{Code, Finding};
use crate::model::{ChannelId, Model, Regulation, Requirement};

pub(super) fn check(model: &Model, regulation: &Regulation, findings: &mut Vec<Finding>) {
    let wanted: Vec<&Requirement> = regulation.requires.iter().filter(|own| !own.obtained).collect();
    if regulation.broken || wanted.is_empty() {
        return;
    }
    let told = |channel: ChannelId| wanted.iter().any(|own| own.channels.is_empty() || own.channels.contains(&channel));
    for offered in regulation.offers.iter().filter(|offered| !told(offered.what)) {
        let channel = model[offered.what].id.as_str();
        let finding = Finding::new(Code::ChannelWithoutDocuments, offered.span).arg("channel", channel);
        let finding = wanted.iter().fold(finding, |finding, own| finding.also(own.span, "label-other"));
        findings.push(finding.channel(channel));
    }
}
