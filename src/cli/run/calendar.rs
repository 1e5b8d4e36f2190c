//! The due dates of a case as iCalendar (RFC 5545), to be taken into a calendar program.
//!
//! Times are floating: the office, its applicant and its deadline share one wall clock. The same case gives the same
//! bytes, and the same step of it the same UID, so that a calendar that takes a file a second time moves its entries.

use super::report::{CaseReport, StepReport, StepStatus};
use crate::diagnostics::Words;
use crate::time::Instant;
use sha2::{Digest, Sha256};

/// Octets that a line may have.
const LINE: usize = 75;

pub(super) fn ics(report: &CaseReport, words: &Words) -> String {
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//reglament//reglament//EN", "CALSCALE:GREGORIAN"]
            .map(str::to_owned)
            .into();
    let open = |step: &&StepReport| matches!(step.status, StepStatus::Due | StepStatus::Late);
    for step in report.steps.iter().filter(open) {
        let Some(due) = step.due else { continue };
        let title = if step.label.is_empty() { step.step.clone() } else { step.label.clone() };
        let who = if step.actor_label.is_empty() { String::new() } else { format!("{}: ", step.actor_label) };
        lines.extend(entry(report, &step.step, due, &format!("{who}{title}"), &step.why));
    }
    if let Some(due) = report.due {
        lines.extend(entry(report, "", due, &words.say("run-term-ends", &[]), &report.why_due));
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn entry(report: &CaseReport, step: &str, due: Instant, title: &str, why: &[String]) -> Vec<String> {
    let whose = format!("{}\n{}\n{}\n{step}", report.id, report.channel, report.filed);
    let uid: String = Sha256::digest(whose.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let about = std::iter::once(&report.id).chain(why).cloned().collect::<Vec<_>>().join("\n");
    vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{uid}@reglament"),
        format!("DTSTAMP:{}Z", stamp(report.filed)),
        format!("DTSTART:{}", stamp(due)),
        format!("SUMMARY:{}", escaped(title)),
        format!("DESCRIPTION:{}", escaped(&about)),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
    ]
}

/// `20181128T173000`
fn stamp(at: Instant) -> String {
    let digits: String = at.to_string().chars().filter(|letter| !matches!(letter, '-' | ':')).collect();
    format!("{digits}00")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

/// A line cut where it grows too long, never inside a letter; what goes on begins with a space.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out + "\r\n"
}
