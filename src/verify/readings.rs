//! Which readings hold: the default ones, then what the standard says, then the regulation, then whoever asks.

use super::cases::Case;
use super::options::Options;
use crate::model::{ChannelId, Model, Procedure, ReadingChoice, Regulation};
use crate::time::{Readings, Unit, UnqualifiedDay};

/// The readings of a regulation in one channel; without a channel, what is said for all of them.
pub fn readings_for(model: &Model, regulation: &Regulation, channel: Option<ChannelId>, options: &Options) -> Readings {
    let mut readings = Readings::default();
    let standard = regulation.standard.map(|id| &model[id]);
    let said = standard.into_iter().flat_map(|standard| &standard.readings).chain(&regulation.readings);
    // What is said for one channel goes before what the same act says for all.
    let holds = |choice: &&ReadingChoice| match channel {
        Some(channel) => choice.channels.is_empty() || choice.channels.contains(&channel),
        None => choice.channels.is_empty(),
    };
    said.filter(holds).for_each(|choice| choice.apply(&mut readings));
    for (name, value) in &options.readings {
        readings.set(name, value);
    }
    readings
}

/// The readings to judge by: two where some day isn't said to be a working or a calendar one, and nobody chose.
pub(super) fn ways(
    model: &Model,
    regulation: &Regulation,
    procedure: &Procedure,
    case: &Case,
    readings: Readings,
    options: &Options,
) -> Vec<Readings> {
    let unsaid = readings.unqualified_day == UnqualifiedDay::Both
        && units(model, regulation, procedure, case, options).contains(&Unit::Day);
    if !unsaid {
        return vec![readings];
    }
    [UnqualifiedDay::Calendar, UnqualifiedDay::Working]
        .map(|unqualified_day| Readings { unqualified_day, ..readings })
        .to_vec()
}

/// Every unit that a proof of the case counts in.
fn units(model: &Model, regulation: &Regulation, procedure: &Procedure, case: &Case, options: &Options) -> Vec<Unit> {
    let steps = procedure.nodes.iter().flat_map(|node| &node.limits).map(|limit| limit.duration);
    let check = regulation.standard.and_then(|id| model[id].completeness_check.as_ref());
    let all = steps
        .chain(case.term)
        .chain(case.extended.iter().map(|(_, added)| *added))
        .chain(options.limits.values().copied())
        .chain(check.map(|limit| limit.duration));
    all.map(|duration| duration.unit).collect()
}
