//! The oracle against the prover: the same regulation, the same minutes, and every place where they part.

use crate::count::{Fault, Moment};
use crate::days::{Days, Prepared, Stepping};
use crate::facts::Case;
use crate::judge::{Judged, Oracle, desks};
use crate::promise::Promise;
use crate::walk::Lost;
use chrono::NaiveDate;
use reglament::model::{Model, Node, NodeKind, Procedure, Regulation, RegulationId, Standard};
use reglament::time::{Calendar, Day, Duration, Instant, Readings};
use reglament::verify::{self, ChannelSlack, Left, Options, Proof, Prover, TermProof, Verdict};
use std::collections::BTreeMap;

/// What is compared, and how hard.
pub struct Comparison<'a> {
    pub model: &'a Model,
    pub calendar: &'a Calendar,
    pub regulation: RegulationId,
    /// Both inclusive.
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// Every n-th minute that counts as filed by itself; 1: all of them.
    pub every: usize,
    /// Got wrong on purpose, on the oracle's side.
    pub fault: Option<Fault>,
}

/// What came of it.
#[derive(Default)]
pub struct Compared {
    /// Every difference in words; none is what one hopes for.
    pub differences: Vec<String>,
    /// Filing minutes of one channel and one term that were judged twice.
    pub starts: u64,
    /// Terms that the prover refuses, or that lead out of the calendar.
    pub refused: u64,
    /// Days of one channel whose least slack was compared.
    pub days: u64,
}

impl Compared {
    /// Takes in what came of another comparison, and says whose it was.
    pub fn add(&mut self, whose: &str, other: Compared) {
        self.differences.extend(other.differences.iter().map(|what| format!("{whose}: {what}")));
        self.starts += other.starts;
        self.refused += other.refused;
        self.days += other.days;
    }
}

impl Comparison<'_> {
    pub fn run(&self) -> Compared {
        let options = Options { from: self.from, to: self.to, ..Options::default() };
        let proof = verify::prove(self.model, self.calendar, self.regulation, &options);
        let map = Prover::new(self.model, self.calendar).slack_map(self.regulation, &options);
        let mut compared = Compared::default();
        for (procedure, slack) in self.regulation().procedures.iter().zip(&map.channels) {
            self.channel(procedure, &proof, slack, &mut compared);
        }
        compared
    }

    fn regulation(&self) -> &Regulation {
        &self.model[self.regulation]
    }

    /// The default readings, with the standard's choices laid over them, and the regulation's over those.
    pub fn readings(&self, procedure: &Procedure) -> Readings {
        let standard: Option<&Standard> = self.regulation().standard.map(|id| &self.model[id]);
        let said = standard.into_iter().flat_map(|s| &s.readings).chain(&self.regulation().readings);
        let mut readings = Readings::default();
        for choice in said.filter(|c| c.channels.is_empty() || c.channels.contains(&procedure.channel)) {
            choice.apply(&mut readings);
        }
        readings
    }

    fn channel(&self, procedure: &Procedure, proof: &Proof, slack: &ChannelSlack, compared: &mut Compared) {
        let (refused, differences) = (compared.refused, compared.differences.len());
        let readings = self.readings(procedure);
        let stepping = Stepping::new(self.calendar, &self.model.schedules, readings.moved_days);
        // The years around are enough for every term anybody promises, and quicker to write down than all of them.
        let first = self.from - chrono::Days::new(30);
        let last = self.to + chrono::Days::new(3 * 366);
        let Ok(days) = Prepared::new(&stepping, &desks(self.model), first.max(self.first()), last.min(self.last()))
        else {
            compared.refused += 1;
            return;
        };
        let (model, regulation, fault) = (self.model, self.regulation(), self.fault);
        let oracle = Oracle { model, regulation, days: &days, readings, fault };
        let proofs: Vec<&TermProof> = proof.terms.iter().filter(|term| term.channel == procedure.channel).collect();
        let promises = oracle.promises(procedure);
        if promises.len() != proofs.len() {
            let told = format!("{} terms by the oracle, {} by the prover", promises.len(), proofs.len());
            compared.differences.push(self.told(procedure, &told));
        }
        let mut days = BTreeMap::new();
        for (promise, cases) in &promises {
            match proofs.iter().find(|term| is_about(term, promise)) {
                Some(term) => self.term(&oracle, procedure, (promise, cases), (term, &mut days), compared),
                None => compared.differences.push(self.told(procedure, &format!("no proof of {promise:?}"))),
            }
        }
        // What is refused has days of which nothing is known, and one difference is enough to look at.
        if compared.refused == refused && compared.differences.len() == differences {
            self.day_by_day(procedure, &days, slack, compared);
        }
    }

    /// Of each day, the least slack of what counts as filed on it must be the prover's.
    fn day_by_day(
        &self,
        procedure: &Procedure,
        days: &BTreeMap<Day, i64>,
        slack: &ChannelSlack,
        compared: &mut Compared,
    ) {
        let inside = |day: &Day| (Day::from_date(self.from)..=Day::from_date(self.to)).contains(day);
        for (day, least) in days.iter().filter(|(day, _)| inside(day)) {
            compared.days += 1;
            let said = slack.days.get(day);
            let agrees = match said {
                Some(Left::Minutes(said)) if self.every == 1 => said == least,
                Some(Left::Minutes(said)) => said <= least,
                _ => false,
            };
            if !agrees {
                let told = format!("on {day} the least slack is {least} by the oracle, {said:?} by the prover's map");
                compared.differences.push(self.told(procedure, &told));
            }
        }
        let unheard = slack.days.keys().filter(|day| self.every == 1 && !days.contains_key(day));
        for day in unheard {
            compared.differences.push(self.told(procedure, &format!("nothing counts as filed on {day} by the oracle")));
        }
    }

    fn first(&self) -> NaiveDate {
        self.calendar.first_day().date()
    }

    fn last(&self) -> NaiveDate {
        self.calendar.last_day().date()
    }

    fn told(&self, procedure: &Procedure, what: &str) -> String {
        let channel = &self.model[procedure.channel].id;
        format!("{} via {channel}, {} to {}: {what}", self.regulation().id, self.from, self.to)
    }

    /// One term: the worst of the minutes judged here must be the prover's, its worst start must be as bad as it says,
    /// and no minute may be worse.
    fn term<D: Days>(
        &self,
        oracle: &Oracle<D>,
        procedure: &Procedure,
        (promise, cases): (&Promise, &[Case]),
        (term, days): (&TermProof, &mut BTreeMap<Day, i64>),
        compared: &mut Compared,
    ) {
        if term.refusal.is_some() {
            compared.refused += 1;
            return;
        }
        let judged = match self.minutes(oracle, procedure, promise, cases, compared) {
            Ok(judged) => judged,
            Err(lost) => return compared.differences.push(self.told(procedure, &format!("{lost:?}, {promise:?}"))),
        };
        for (_, judged) in &judged {
            let Some(slack) = judged.slack.map(i64::from) else { continue };
            days.entry(judged.counted.day()).and_modify(|least| *least = slack.min(*least)).or_insert(slack);
        }
        let mut differ = |what: String| {
            let worst = term.worst.as_ref().map_or_else(|| "none".to_owned(), chain);
            let told = format!("{what}; term {}, prover's worst {worst}", words(&promise.parts));
            compared.differences.push(self.told(procedure, &told));
        };
        let Some(least) = judged.iter().filter_map(|(_, judged)| judged.slack).min() else {
            if term.least_slack.is_some() {
                differ(format!("a slack of {:?} where the oracle knows of none", term.least_slack));
            }
            return;
        };
        let Some(said) = term.least_slack else { return differ(format!("no slack where the oracle has {least}")) };
        if i64::from(least) < said || (self.every == 1 && i64::from(least) != said) {
            let worst = judged.iter().find(|(_, judged)| judged.slack == Some(least));
            differ(format!(
                "least slack {least} by the oracle, {said} by the prover; {}",
                judged_words(worst.map(|(_, j)| *j))
            ));
        }
        let unbounded = judged.iter().any(|(_, judged)| judged.unbounded);
        if let Some(verdict) = verdict(said, unbounded, self.every == 1).filter(|verdict| *verdict != term.verdict) {
            differ(format!("{verdict:?} by the oracle, {:?} by the prover", term.verdict));
        }
        if let Some(worst) = &term.worst {
            match self.at(oracle, procedure, promise, cases, worst.filed) {
                Ok(Some(here)) if here.slack.map(i64::from) == Some(said) && here.counted == worst.counted => {}
                Ok(other) => differ(format!("at the prover's worst start the oracle has {}", judged_words(other))),
                Err(lost) => differ(format!("at the prover's worst start the oracle is lost: {lost:?}")),
            }
        }
    }

    /// Minutes that count as filed by themselves, judged; the others are as good as the one they count as.
    fn minutes<D: Days>(
        &self,
        oracle: &Oracle<D>,
        procedure: &Procedure,
        promise: &Promise,
        cases: &[Case],
        compared: &mut Compared,
    ) -> Result<Vec<(Instant, Judged)>, Lost> {
        let mut all = Vec::new();
        let mut at = Moment { day: oracle.days.find(self.from)?, minute: 0 };
        let last = oracle.days.find(self.to)?;
        let every = self.every_in(procedure);
        let mut nth = 0;
        while at.day <= last {
            let counted = oracle.counted(procedure, at)?;
            let skip = nth % every != 0;
            nth += 1;
            if !skip && let Some(judged) = oracle.judge(procedure, promise, cases, counted)? {
                compared.starts += 1;
                all.push((oracle.instant(at), judged));
            }
            // Everything up to the minute it counts as has the same fate.
            at = if counted > at && oracle.fault != Some(Fault::Filing) { counted } else { at };
            at.minute += 1;
            if at.minute > crate::days::LAST {
                at = Moment { day: oracle.days.after(at.day)?, minute: 0 };
            }
        }
        Ok(all)
    }

    /// A clock that may stop costs a walk for every two days: of a sample, take less.
    fn every_in(&self, procedure: &Procedure) -> usize {
        let stops = |node: &Node| matches!(node.kind, NodeKind::Wait { stops_clock: true });
        let stops = procedure.nodes.iter().any(stops);
        if stops && self.every > 1 { self.every * 60 } else { self.every }
    }

    fn at<D: Days>(
        &self,
        oracle: &Oracle<D>,
        procedure: &Procedure,
        promise: &Promise,
        cases: &[Case],
        filed: Instant,
    ) -> Result<Option<Judged>, Lost> {
        let filed = Moment { day: oracle.days.find(filed.day().date())?, minute: filed.minute_of_day() };
        let counted = oracle.counted(procedure, filed)?;
        oracle.judge(procedure, promise, cases, counted)
    }
}

/// The prover's worst start, so that it can be followed with a pencil.
fn chain(worst: &verify::Worst) -> String {
    let links = worst.chain.iter().map(|link| format!("\n    n{} {} to {}", link.node.0, link.from, link.until));
    let due = worst.due.map_or_else(|| "never".to_owned(), |due| due.to_string());
    let stopped = worst.stopped.map_or_else(String::new, |stop| format!("{stop:?}"));
    format!("{} due {due} {stopped}{}", worst.filed, links.collect::<String>())
}

fn judged_words(judged: Option<Judged>) -> String {
    let Some(judged) = judged else { return "nothing".to_owned() };
    let pair = judged.worst.map(|(finished, due)| format!("{finished} against {due}")).unwrap_or_default();
    format!("{} to {pair}, slack {:?}", judged.counted, judged.slack)
}

/// Durations as one reads them.
pub fn words(parts: &[Duration]) -> String {
    let word = |part: &Duration| {
        let first = if part.first_day_counted { " from the day itself" } else { "" };
        format!("{} {:?}{first}", part.quantity, part.unit)
    };
    parts.iter().map(word).collect::<Vec<_>>().join(" and ")
}

/// Late, else unprovable where somebody has no limit, else on time. Of a sample, nothing can be said unless it is late.
fn verdict(slack: i64, unbounded: bool, all: bool) -> Option<Verdict> {
    match (slack < 0, unbounded) {
        (true, _) => Some(Verdict::Late),
        _ if !all => None,
        (false, true) => Some(Verdict::Unprovable),
        (false, false) => Some(Verdict::OnTime),
    }
}

fn is_about(term: &TermProof, promise: &Promise) -> bool {
    let extensions = term.extended.iter().map(|(id, _)| id);
    let parts: Vec<Duration> = term.term.into_iter().chain(term.extended.iter().map(|(_, more)| *more)).collect();
    term.case == promise.case && extensions.eq(&promise.extensions) && parts == promise.parts
}
