//! Does a schedule close for a break at a time at which it is not open?

use crate::diagnostics::{Code, Finding};
use crate::model::Model;

pub(super) fn overall(model: &Model, findings: &mut Vec<Finding>) {
    let schedules = model.schedules.iter().flat_map(|schedule| schedule.work.iter().chain(&schedule.acceptance));
    let of_acts = model.regulations.iter().map(|regulation| &regulation.hours);
    let given = of_acts.chain(model.standards.iter().map(|standard| &standard.hours)).flatten();
    let given = given.flat_map(|hours| hours.work.iter().chain(&hours.acceptance));
    for opening in schedules.chain(given) {
        let outside = |pause: &&(u16, u16)| pause.0 < opening.from || pause.1 > opening.until;
        if let Some(pause) = opening.breaks.iter().find(outside) {
            findings.push(
                Finding::new(Code::BreakOutsideHours, opening.span)
                    .arg("break", range(*pause))
                    .arg("hours", range((opening.from, opening.until))),
            );
        }
    }
}

fn range((from, until): (u16, u16)) -> String {
    let time = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
    format!("{}-{}", time(from), time(until))
}
