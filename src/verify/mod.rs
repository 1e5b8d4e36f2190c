//! Model and calendars in, proof or counterexample out.
//!
//! For every start minute of the horizon, every channel and every feasible assignment of the conditions: does the worst
//! case stay within the term? Let every actor use the whole of its limit; as limits are monotone, nobody makes the
//! end later by working faster, so the finish of the longest chain is the exact worst case.
//!
//! ```text
//!   options ─► readings ─┐
//!   cases (of the terms) ├─► road ─► plan ─► pass ─► judge ─► worst, promise ─► proof ─► findings
//!   clock (the limits) ──┘                   stopped └─► slack ─► draw
//! ```

mod calendars;
mod cases;
mod certificate;
mod clock;
mod conditions;
#[cfg(feature = "picture")]
mod draw;
mod early;
mod findings;
mod judge;
mod options;
mod pass;
mod paths;
mod plan;
mod promise;
mod proof;
mod readings;
mod report;
mod road;
mod slack;
mod stopped;
mod tell;
mod worst;

pub use calendars::{CalendarReport, UnderCalendars, under_calendars};
pub use certificate::{Broken, Certificate, Stretch, TermCertificate, Witness};
pub use clock::Laid;
#[cfg(feature = "picture")]
pub use draw::draw;
pub use findings::findings;
pub use options::Options;
pub use proof::*;
pub use readings::readings_for;
pub use report::{ProofReport, ReadingReport, TermReport, WorstCalendar, WorstReport, in_force, procedure, report};
pub use slack::{ChannelSlack, Left, SlackMap};
pub use tell::{readings_in_words, remarks, tell};

use crate::model::{Model, Procedure, Regulation, RegulationId};
use crate::time::{Calendar, Day, Readings};
use cases::{Case, cases};
use clock::{Clock, Shelf};
use road::Road;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Proves a regulation against the terms of its standard.
///
/// It never fails: what can't be proved is a verdict, with its reason.
pub fn prove(model: &Model, calendar: &Calendar, regulation: RegulationId, options: &Options) -> Proof {
    Prover::new(model, calendar).prove(regulation, options)
}

/// Proves many regulations of one model over one calendar: what they share is made once.
pub struct Prover<'a> {
    shelf: Shelf<'a>,
}

impl<'a> Prover<'a> {
    pub fn new(model: &'a Model, calendar: &'a Calendar) -> Self {
        Prover::sharing(model, calendar, Arc::default())
    }

    /// With what was laid over the same calendar for other models.
    pub fn sharing(model: &'a Model, calendar: &'a Calendar, laid: Arc<Laid>) -> Self {
        Prover { shelf: Shelf::new(model, calendar, laid) }
    }

    /// See [`prove`].
    pub fn prove(&self, id: RegulationId, options: &Options) -> Proof {
        let regulation = &self.shelf.model[id];
        let options = &options.within(regulation.judged);
        let mut proof = Proof {
            regulation: id,
            from: Day::from_date(options.from),
            to: Day::from_date(options.to),
            readings: readings_for(self.shelf.model, regulation, None, options),
            terms: regulation.procedures.iter().flat_map(|it| self.terms(regulation, it, options)).collect(),
            expiries: Vec::new(),
            small_stages: Vec::new(),
            early_notices: Vec::new(),
        };
        for procedure in &regulation.procedures {
            let readings = readings_for(self.shelf.model, regulation, Some(procedure.channel), options);
            let clock = Clock::new(&self.shelf, regulation, &self.shelf.model[procedure.channel], readings);
            let early = early::find(&Road::new(self.shelf.model, procedure, &clock, options), regulation);
            proof.expiries.extend(early.expiries);
            proof.small_stages.extend(early.small_stages);
            proof.early_notices.extend(early.notices);
        }
        proof
    }

    /// Adds the verdict under each answer to each doubt that matters here.
    pub fn under_all_readings(&self, id: RegulationId, options: &Options, report: &mut ProofReport) {
        let model = self.shelf.model;
        let regulation = &model[id];
        let mut judged = Vec::new();
        for readings in readings::combinations(model, regulation, options) {
            let asked = Options { readings, repairs: false, ..options.clone() };
            let proof = self.prove(id, &asked);
            judged.push(ReadingReport { reading: proof.readings, verdict: proof.verdict() });
        }
        let kept = judged.iter().filter(|it| it.verdict == Verdict::OnTime).count();
        report.under = Some(match kept {
            0 => "none",
            _ if kept == judged.len() => "every",
            _ => "some",
        });
        report.readings = Some(judged);
    }

    /// The proof of every term written out, to be gone over by somebody else.
    pub fn certificate(&self, id: RegulationId, options: &Options) -> Certificate {
        let model = self.shelf.model;
        let regulation = &model[id];
        let options = &options.within(regulation.judged);
        let mut terms = Vec::new();
        for procedure in &regulation.procedures {
            let readings = readings_for(model, regulation, Some(procedure.channel), options);
            for case in self.cases(regulation, procedure, options) {
                for way in readings::ways(model, regulation, procedure, &case, readings, options) {
                    let clock = Clock::new(&self.shelf, regulation, &model[procedure.channel], way);
                    let road = Road::new(model, procedure, &clock, options);
                    terms.extend(judge::certify(&road, regulation, &case, options));
                }
            }
        }
        Certificate {
            certificate: 1,
            regulation: regulation.id.clone(),
            from: Day::from_date(options.from),
            to: Day::from_date(options.to),
            terms,
        }
    }

    /// Day by day, what the worst filing has left, in each channel.
    pub fn slack_map(&self, id: RegulationId, options: &Options) -> SlackMap {
        let regulation = &self.shelf.model[id];
        let options = &options.within(regulation.judged);
        SlackMap {
            regulation: id,
            from: Day::from_date(options.from),
            to: Day::from_date(options.to),
            channels: regulation.procedures.iter().map(|it| self.channel_slack(regulation, it, options)).collect(),
        }
    }

    fn channel_slack(&self, regulation: &Regulation, procedure: &Procedure, options: &Options) -> ChannelSlack {
        let model = self.shelf.model;
        let readings = readings_for(model, regulation, Some(procedure.channel), options);
        let mut days = BTreeMap::new();
        for case in self.cases(regulation, procedure, options) {
            for way in readings::ways(model, regulation, procedure, &case, readings, options) {
                let clock = Clock::new(&self.shelf, regulation, &model[procedure.channel], way);
                let road = Road::new(model, procedure, &clock, options);
                slack::add(&mut days, judge::by_day(&road, regulation, &case, options));
            }
        }
        ChannelSlack { channel: procedure.channel, days }
    }

    fn cases(&self, regulation: &Regulation, procedure: &Procedure, options: &Options) -> Vec<Case> {
        let mut cases = cases(self.shelf.model, regulation, procedure.channel);
        if let Some(term) = options.term {
            cases.iter_mut().for_each(|case| case.term = Some(term));
        }
        cases
    }

    /// One channel, case by case.
    fn terms(&self, regulation: &Regulation, procedure: &Procedure, options: &Options) -> Vec<TermProof> {
        let model = self.shelf.model;
        let readings = readings_for(model, regulation, Some(procedure.channel), options);
        let cases = self.cases(regulation, procedure, options);
        let judged = cases.iter().filter_map(|case| self.term(regulation, procedure, case, readings, options));
        judged.collect()
    }

    /// Where a day isn't said to be a working or a calendar one, both ways: the worse counts.
    fn term(
        &self,
        regulation: &Regulation,
        procedure: &Procedure,
        case: &Case,
        readings: Readings,
        options: &Options,
    ) -> Option<TermProof> {
        let ways = readings::ways(self.shelf.model, regulation, procedure, case, readings, options);
        let proofs = ways.into_iter().filter_map(|way| {
            let clock = Clock::new(&self.shelf, regulation, &self.shelf.model[procedure.channel], way);
            let road = Road::new(self.shelf.model, procedure, &clock, options);
            judge::judge(&road, regulation, case, options)
        });
        let worse = |a: TermProof, b: TermProof| {
            let badness = |proof: &TermProof| {
                let slack = proof.least_slack.unwrap_or(i64::MAX);
                (proof.verdict, std::cmp::Reverse(slack), proof.least_promise.map(|least| least.quantity))
            };
            if badness(&b) > badness(&a) { b } else { a }
        };
        proofs.reduce(worse)
    }
}
