//! Which readings hold: the default ones, then what the standard says, then the regulation, then whoever asks.

use super::cases::Case;
use super::options::Options;
use crate::model::{ChannelId, Model, NodeKind, Procedure, ReadingChoice, Regulation, Schedule};
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

/// Every way in which the doubts that matter for a regulation can be answered, as name and value. What whoever asks has
/// chosen stays chosen.
pub(super) fn combinations(model: &Model, regulation: &Regulation, options: &Options) -> Vec<Vec<(String, String)>> {
    let mut all = vec![Vec::new()];
    for name in Readings::NAMES.iter().filter(|name| matters(name, model, regulation, options)) {
        let values = Readings::doubt(name).map_or(&[][..], |doubt| doubt.values);
        let chosen = options.readings.iter().rev().find(|(chosen, _)| chosen == name).map(|(_, value)| value.as_str());
        let answers: Vec<&str> = values
            .iter()
            .copied()
            .filter(|value| chosen.is_none_or(|chosen| chosen == *value))
            .filter(|value| chosen.is_some() || *value != "both")
            .collect();
        let with = |before: &Vec<(String, String)>, value: &str| {
            let mut now = before.clone();
            now.push(((*name).to_owned(), value.to_owned()));
            now
        };
        all =
            all.iter().flat_map(|before| answers.iter().map(|value| with(before, value)).collect::<Vec<_>>()).collect();
    }
    all
}

/// Whether the answer to a doubt can change a date.
fn matters(name: &str, model: &Model, regulation: &Regulation, options: &Options) -> bool {
    let procedures = &regulation.procedures;
    let nodes = || procedures.iter().flat_map(|procedure| &procedure.nodes);
    let counts = |wanted: &[Unit]| {
        let cases = |procedure: &Procedure| super::cases::cases(model, regulation, procedure.channel);
        let units = procedures.iter().flat_map(|procedure| {
            cases(procedure)
                .iter()
                .flat_map(|case| units(model, regulation, procedure, case, options))
                .collect::<Vec<_>>()
        });
        units.chain(options.term.map(|term| term.unit)).any(|unit| wanted.contains(&unit))
    };
    match name {
        "month-rule" => counts(&[Unit::Month, Unit::Year]),
        "unqualified-day" => counts(&[Unit::Day]),
        "clock-stop" => nodes().any(|node| matches!(node.kind, NodeKind::Wait { stops_clock: true })),
        "check-place" => regulation.standard.is_some_and(|id| model[id].completeness_check.is_some()),
        "week" | "moved-days" => {
            let actors = nodes().filter_map(|node| node.actor);
            let schedules = actors.filter_map(|actor| model[model[actor].organisation?].schedule);
            schedules.into_iter().any(|schedule| works_at_weekends(&model[schedule]))
        }
        _ => true,
    }
}

fn works_at_weekends(schedule: &Schedule) -> bool {
    schedule.work.iter().any(|opening| opening.days[5] || opening.days[6])
}
