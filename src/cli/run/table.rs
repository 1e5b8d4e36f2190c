//! A case for people: a line a step, its reasons under it.

use super::report::{CaseReport, StepReport, StepStatus};
use crate::diagnostics::Words;
use crate::engine::{Outcome, Status};
use unicode_width::UnicodeWidthStr;

pub(super) fn table(report: &CaseReport, words: &Words) -> String {
    let mut out = vec![
        words.say("run-head", &[("id", report.id.as_str().into()), ("channel", report.channel.as_str().into())]),
        words.say("counterexample-filed", &[("filed", report.filed.into())]),
    ];
    out.extend(report.why_counted.iter().enumerate().map(|(place, why)| indented(why, usize::from(place > 0))));
    if !report.facts.is_empty() {
        let facts = report.facts.iter().map(|(fact, value)| format!("{fact} = {value}"));
        out.push(words.say("counterexample-facts", &[("facts", words.all_of(&facts.collect::<Vec<_>>()).into())]));
    }
    out.push(String::new());
    out.extend(steps(report, words));
    out.push(String::new());
    out.extend(end(report, words));
    out.iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn indented(text: &str, depth: usize) -> String {
    format!("{}{text}", "    ".repeat(depth))
}

fn steps(report: &CaseReport, words: &Words) -> Vec<String> {
    let shown: Vec<&StepReport> = report.steps.iter().filter(|step| step.status != StepStatus::Skipped).collect();
    let rows: Vec<[String; 4]> = shown.iter().map(|step| cells(step, words)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2)];
    let mut out = Vec::new();
    for (step, row) in shown.iter().zip(&rows) {
        let padded = row.iter().zip(widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        let line: Vec<String> = padded.chain([row[3].clone()]).collect();
        out.push(line.join("  "));
        out.extend(step.why.iter().map(|why| indented(why, 1)));
    }
    let skipped = report.steps.iter().filter(|step| step.status == StepStatus::Skipped);
    let skipped: Vec<String> = skipped.map(|step| step.step.clone()).collect();
    if !skipped.is_empty() {
        out.push(words.say("run-not-needed", &[("steps", crate::diagnostics::Arg::All(skipped))]));
    }
    out
}

/// Step, actor, status, from when until when.
fn cells(step: &StepReport, words: &Words) -> [String; 4] {
    let status = match step.status {
        StepStatus::Due => "run-due",
        StepStatus::Done if step.late => "run-done-late",
        StepStatus::Done => "run-done",
        StepStatus::Late => "run-late",
        StepStatus::Waiting => "run-waiting",
        StepStatus::Skipped => "run-skipped-step",
    };
    let from = step.from.map_or_else(String::new, |from| words.instant(from));
    let until = step.due.map_or_else(|| "…".to_owned(), |due| words.instant(due));
    let times = match step.done {
        Some(done) => words.say("run-done-at", &[("done", done.into()), ("due", until.into())]),
        None => format!("{from} – {until}"),
    };
    [step.step.clone(), step.actor.clone().unwrap_or_default(), words.say(status, &[]), times]
}

fn end(report: &CaseReport, words: &Words) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(finished) = report.finished.filter(|_| report.until.is_none()) {
        out.push(words.say("counterexample-finished", &[("finished", finished.into())]));
    }
    out.push(match report.due {
        Some(due) => words.say("counterexample-due", &[("due", due.into())]),
        None => words.say("run-no-term", &[]),
    });
    out.extend(report.why_due.iter().map(|why| indented(why, 1)));
    let outcome = report.outcome.as_ref().map(|outcome| match outcome {
        Outcome::Granted => "run-granted",
        Outcome::Refused => "run-refused",
        Outcome::Returned => "run-returned",
    });
    out.extend(outcome.map(|id| words.say(id, &[])));
    if let Some(stuck) = &report.stuck_at {
        out.push(words.say("run-stuck", &[("step", stuck.as_str().into())]));
    }
    if report.status == Status::Withdrawn {
        out.push(words.say("run-withdrawn", &[]));
    }
    if !report.in_force {
        out.push(words.say("run-not-in-force", &[]));
    }
    if report.projected {
        out.push(words.say("prove-projected", &[]));
    }
    if report.beyond_calendar {
        out.push(words.say("run-beyond-calendar", &[]));
    }
    out
}
