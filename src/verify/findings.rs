//! What a proof has to say to the author, as findings with their places.
//!
//! A regulation that implements no standard has no term to keep, and nothing is said of its waits. What is open in
//! several channels at one place is said once.

use super::proof::{EarlyNotice, Expiry, Proof, Refusal, SmallStage, TermProof, Verdict, Wait};
use super::report;
use crate::diagnostics::{Arg, Code, Finding};
use crate::model::{Limit, Model, Node, Procedure, Regulation, RegulationId};
use crate::source::Span;
use std::collections::BTreeMap;

/// The findings of a proof, in no particular order.
pub fn findings(model: &Model, id: RegulationId, proof: &Proof) -> Vec<Finding> {
    let teller = Teller { model, regulation: &model[id] };
    let mut out = Vec::new();
    if teller.regulation.standard.is_some() {
        out.extend(proof.terms.iter().flat_map(|term| teller.term(term)));
        out.extend(teller.waits(proof));
    }
    out.extend(proof.expiries.iter().filter_map(|expiry| teller.expiry(expiry)));
    out.extend(proof.small_stages.iter().filter_map(|stage| teller.stage(stage)));
    out.extend(proof.early_notices.iter().filter_map(|notice| teller.notice(notice)));
    out.into_iter().map(|finding| finding.regulation(&teller.regulation.id)).collect()
}

/// A wait as one channel and case meets it.
type Met<'p> = (&'p TermProof, &'p Wait, &'p Node);

struct Teller<'a> {
    model: &'a Model,
    regulation: &'a Regulation,
}

impl Teller<'_> {
    fn procedure(&self, channel: crate::model::ChannelId) -> Option<&Procedure> {
        self.regulation.procedures.iter().find(|procedure| procedure.channel == channel)
    }

    fn channel(&self, channel: crate::model::ChannelId) -> &str {
        &self.model[channel].id
    }

    /// What one channel and case has to say of its term.
    fn term(&self, term: &TermProof) -> Option<Finding> {
        let procedure = self.procedure(term.channel)?;
        // What is missing may have been said where the text could not be understood.
        if procedure.broken {
            return None;
        }
        let finding = match (term.verdict, &term.refusal) {
            (Verdict::Late, _) => self.missed(procedure, term)?,
            (_, Some(Refusal::OutOfCalendar { year })) => {
                Finding::new(Code::CalendarWithoutYear, procedure.head).arg("year", year.to_string())
            }
            // Said of the text itself.
            (_, Some(Refusal::Shapeless | Refusal::AnchorMissing { .. })) => return None,
            (_, Some(refusal)) => self.unprovable(procedure, refusal)?,
            (Verdict::UnknownTerm, None) => {
                let at = term.term_span?;
                let finding = Finding::new(Code::TermUnknown, at).also(procedure.head, "label-procedure");
                promised(finding, term)
            }
            _ => return None,
        };
        Some(finding.channel(self.channel(term.channel)))
    }

    fn missed(&self, procedure: &Procedure, term: &TermProof) -> Option<Finding> {
        let (judged, worst) = (term.term?, term.worst.as_ref()?);
        let mut finding = Finding::new(Code::TermMissed, procedure.head)
            .arg("channel", self.channel(term.channel))
            .arg("term", judged)
            .arg("filed", worst.filed)
            .arg("finished", worst.finished)
            .arg("late", Arg::Length(term.least_slack.unwrap_or(0).unsigned_abs()));
        finding = promised(finding, term);
        if let Some(span) = term.term_span {
            finding = finding.also(span, "label-term");
        }
        finding.counterexample = serde_json::to_value(report::of_worst(self.model, procedure, worst)).ok();
        Some(finding)
    }

    fn unprovable(&self, procedure: &Procedure, refusal: &Refusal) -> Option<Finding> {
        let (why, node) = match *refusal {
            Refusal::OutOfCalendar { .. } | Refusal::Shapeless | Refusal::AnchorMissing { .. } => return None,
            Refusal::TwoStoppedClocks { second, .. } => ("second-stop", second),
            Refusal::StoppedClockInParallel { wait } => ("stop-in-parallel", wait),
            Refusal::BeforeUnknownTerm { node } => ("before-unknown-term", node),
            Refusal::BeforeStoppedTerm { node } => ("before-stopped-term", node),
            Refusal::StoppedTermUnit { wait } => ("stopped-unit", wait),
        };
        let finding = Finding::new(Code::TermUnprovable, procedure[node].head);
        Some(finding.arg("why", why).arg("step", procedure[node].id.as_str()))
    }

    /// Each wait without a limit once, with the channels it is met in.
    fn waits(&self, proof: &Proof) -> Vec<Finding> {
        let mut by_place: BTreeMap<(Span, bool), Vec<Met>> = BTreeMap::new();
        for term in &proof.terms {
            let Some(procedure) = self.procedure(term.channel).filter(|procedure| !procedure.broken) else { continue };
            for wait in term.waits.iter().filter(|wait| !procedure[wait.node].broken) {
                let node = &procedure[wait.node];
                by_place.entry((node.head, wait.step)).or_default().push((term, wait, node));
            }
        }
        by_place.into_iter().filter_map(|((at, step), met)| self.wait(at, step, &met)).collect()
    }

    fn wait(&self, at: Span, step: bool, met: &[Met]) -> Option<Finding> {
        let (_, _, node) = met.first()?;
        let code = if step { Code::StepWithoutLimit } else { Code::UnboundedWait };
        let mut channels: Vec<String> = met.iter().map(|(term, ..)| self.channel(term.channel).to_owned()).collect();
        channels.dedup();
        let alone = channels.len() == 1;
        let latest = met.iter().find_map(|(term, wait, _)| {
            let alone = term.waits.len() == 1;
            Some((term.channel, term.worst.as_ref().filter(|_| alone)?.filed, wait.latest?))
        });
        let mut finding = Finding::new(code, at).arg("step", node.id.as_str());
        finding = match latest {
            Some((channel, filed, day)) => {
                finding.arg("known", "yes").arg("filed", filed).arg("day", day).arg("way", self.channel(channel))
            }
            None => finding.arg("known", "no").arg("filed", "").arg("day", "").arg("way", ""),
        };
        if let Some(citation) = node.citations.first() {
            finding = finding.clause(&citation.clause.address);
        }
        Some(if alone { finding.channel(channels.remove(0)) } else { finding })
    }

    fn expiry(&self, expiry: &Expiry) -> Option<Finding> {
        let procedure = self.procedure(expiry.channel)?;
        let node = &procedure[expiry.node];
        let at = node.limits.first().map_or(node.head, |limit| limit.span);
        let mut finding = Finding::new(Code::LimitBeforeArrival, at)
            .arg("step", node.id.as_str())
            .arg("channel", self.channel(expiry.channel))
            .arg("filed", expiry.story.filed)
            .arg("due", expiry.due)
            .arg("arrival", expiry.arrival)
            .arg("back", if node.limits.iter().any(|limit| limit.before_term) { "yes" } else { "no" });
        if let Some(citation) = node.citations.first() {
            finding = finding.clause(&citation.clause.address);
        }
        if let Some(last) = expiry.story.chain.iter().rfind(|link| link.critical && link.from < link.until) {
            let holder = &procedure[last.node];
            finding =
                finding.also(holder.head, "label-holder").with("holder", holder.id.as_str()).with("until", last.until);
        }
        finding.counterexample = serde_json::to_value(report::of_worst(self.model, procedure, &expiry.story)).ok();
        // Nothing is finished here, and it is not the term that ends.
        if let Some(story) = finding.counterexample.as_mut().and_then(|story| story.as_object_mut()) {
            for (was, is) in [("finished", "arrival"), ("due", "limit_ends")] {
                let value = story.remove(was).unwrap_or_default();
                story.insert(is.to_owned(), value);
            }
        }
        Some(finding.channel(self.channel(expiry.channel)))
    }

    fn stage(&self, small: &SmallStage) -> Option<Finding> {
        let procedure = self.procedure(small.channel)?;
        let stage = &procedure.stages[small.stage];
        let last = &procedure[small.last];
        let at = stage.limits.first().map_or(stage.head, |limit: &Limit| limit.span);
        let finding = Finding::new(Code::StageSmallerThanItsSteps, at)
            .arg("stage", stage.id.as_str())
            .arg("channel", self.channel(small.channel))
            .arg("filed", small.filed)
            .arg("due", small.due)
            .arg("finished", small.finished)
            .also(last.head, "label-last")
            .with("step", last.id.as_str());
        Some(finding.channel(self.channel(small.channel)))
    }

    fn notice(&self, early: &EarlyNotice) -> Option<Finding> {
        let procedure = self.procedure(early.channel)?;
        let extension = self.model[self.regulation.standard?].extensions.get(early.extension)?;
        let node = &procedure[early.node];
        let finding = Finding::new(Code::NoticeBeforeReason, extension.notice.as_ref()?.span)
            .arg("extension", extension.id.as_str())
            .arg("channel", self.channel(early.channel))
            .arg("filed", early.filed)
            .arg("due", early.due)
            .arg("known", early.known)
            .also(node.head, "label-known");
        Some(finding.channel(self.channel(early.channel)))
    }
}

/// The least promise; where something has no limit, it holds only as far as that takes no time.
fn promised(finding: Finding, term: &TermProof) -> Finding {
    match term.least_promise {
        Some(least) if term.waits.is_empty() => finding.arg("known", "yes").arg("promise", least),
        Some(least) => finding.arg("known", "open").arg("promise", least),
        None => finding.arg("known", "no").arg("promise", ""),
    }
}
