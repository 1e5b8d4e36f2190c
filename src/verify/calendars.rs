//! The set of calendars that may still come: the verdict under each of them, and the one that is worst.

use super::options::Options;
use super::proof::{Proof, Verdict};
use super::report::{ProofReport, WorstCalendar, report};
use super::{Prover, tell};
use crate::diagnostics::Words;
use crate::model::{Model, RegulationId};
use crate::time::{Calendar, Day, Outcome};
use serde::Serialize;

/// More calendars than this are not tried one by one.
const MOST: u128 = 4_096;

/// How far behind the last filing a day of the calendar is still taken to matter.
const REACH: i32 = 2 * 366;

/// The same question under every calendar that may still come.
pub struct UnderCalendars {
    pub judged: Vec<CalendarReport>,
    /// On time under `every`, `some` or `none` of them.
    pub under: &'static str,
    /// The worst of them, with what came of its open rows; the expected one where no other is worse.
    pub outcomes: Vec<Outcome>,
    pub worst: Proof,
}

/// The verdict under one calendar.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CalendarReport {
    pub outcomes: Vec<Outcome>,
    pub verdict: Verdict,
    pub least_slack_minutes: Option<i64>,
}

/// Judges a regulation under every calendar that may still come.
///
/// # Errors
/// How many calendars there are, if they are too many to be tried.
pub fn under_calendars(
    model: &Model,
    calendar: &Calendar,
    id: RegulationId,
    options: &Options,
) -> Result<UnderCalendars, u128> {
    let within = options.within(model[id].judged);
    let may_come = calendar.may_come(Day::from_date(within.from), Day::from_date(within.to) + REACH);
    if may_come.count() > MOST {
        return Err(may_come.count());
    }
    let mut judged = Vec::new();
    let mut worst: Option<(Vec<Outcome>, Proof)> = None;
    for (outcomes, calendar) in may_come.each() {
        let proof = Prover::new(model, &calendar).prove(id, options);
        judged.push(CalendarReport {
            outcomes: outcomes.clone(),
            verdict: proof.verdict(),
            least_slack_minutes: least_slack(&proof),
        });
        if worst.as_ref().is_none_or(|(_, before)| badness(&proof) > badness(before)) {
            worst = Some((outcomes, proof));
        }
    }
    let kept = judged.iter().filter(|it| it.verdict == Verdict::OnTime).count();
    let under = match kept {
        0 => "none",
        _ if kept == judged.len() => "every",
        _ => "some",
    };
    let (outcomes, worst) = worst.ok_or(0_u128)?;
    Ok(UnderCalendars { judged, under, outcomes, worst })
}

fn least_slack(proof: &Proof) -> Option<i64> {
    proof.terms.iter().filter_map(|term| term.least_slack).min()
}

fn badness(proof: &Proof) -> (Verdict, std::cmp::Reverse<i64>) {
    (proof.verdict(), std::cmp::Reverse(least_slack(proof).unwrap_or(i64::MAX)))
}

impl UnderCalendars {
    /// Adds it to what programs are told.
    pub fn add_to(&self, model: &Model, told: &mut ProofReport) {
        let worst = report(model, &self.worst);
        told.calendars = Some(self.judged.clone());
        told.under_calendars = Some(self.under);
        let outcomes = self.outcomes.clone();
        told.worst_calendar = Some(WorstCalendar { outcomes, verdict: worst.verdict, terms: worst.terms });
    }

    /// The set, and the proof under the worst of it where that is not the expected one.
    pub fn tell(&self, model: &Model, words: &Words) -> String {
        if self.outcomes.is_empty() {
            return words.say("prove-calendar-settled", &[]) + "\n";
        }
        let id = match self.under {
            "every" => "prove-under-every-calendar",
            "some" => "prove-under-some-calendars",
            _ => "prove-under-no-calendar",
        };
        let mut text = words.say(id, &[("count", self.judged.len().into())]) + "\n";
        text += &(words.say("prove-worst-calendar", &[]) + "\n");
        for outcome in &self.outcomes {
            text += &format!("  {}\n", outcome_told(outcome, words));
        }
        if self.judged.first().is_some_and(|expected| expected.outcomes != self.outcomes) {
            let report = report(model, &self.worst);
            text += "\n";
            text += &tell(model, &self.worst, &report, words);
        }
        text
    }
}

/// "first day of Kurban Ait: 2027-05-17"
fn outcome_told(outcome: &Outcome, words: &Words) -> String {
    let tag = words.language().tag();
    let name = outcome.name.as_ref().map_or(outcome.source.get(tag), |name| name.get(tag));
    let args = [("name", name.into()), ("row", outcome.row.into())];
    match (outcome.came, outcome.worked) {
        (None, _) => words.say("prove-row-not-issued", &args),
        (Some(day), None) => words.say("prove-row-came", &[("name", name.into()), ("day", day.into())]),
        (Some(day), Some(worked)) => {
            words.say("prove-row-moved", &[("name", name.into()), ("day", day.into()), ("worked", worked.into())])
        }
    }
}
