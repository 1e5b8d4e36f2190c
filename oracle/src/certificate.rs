//! Going over a certificate: every stretch of filing minutes at its two ends, every witness, and nothing left out.
//!
//! A certificate (`reglament prove ID --certificate FILE`) claims that all filings of a horizon have at least some
//! slack, in stretches: the term of the first minute ends no earlier than the last minute's case is finished, so the
//! minutes between are safe too. Both ends are computed here from the model and the calendar alone; of the prover
//! nothing is used. A claim that doesn't come out exactly as it is written is an objection, whichever way it is wrong.

use crate::days::{Days, Prepared, Stepping};
use crate::facts::Case;
use crate::judge::{Judged, Oracle, desks};
use crate::promise::Promise;
use chrono::NaiveDate;
use reglament::model::{Model, Procedure, Regulation};
use reglament::time::{Calendar, Day, Duration, Instant, Readings};
use serde_json::Value;

/// Everything that is wrong with a certificate; none: every claim in it was computed anew and is true.
pub fn objections(model: &Model, calendar: &Calendar, certificate: &Value) -> Vec<String> {
    let mut found = Objections::default();
    check(model, calendar, certificate, &mut found);
    found.0
}

#[derive(Default)]
struct Objections(Vec<String>);

impl Objections {
    fn unless(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.0.push(what());
        }
    }
}

fn check(model: &Model, calendar: &Calendar, certificate: &Value, found: &mut Objections) {
    found.unless(certificate["certificate"] == 1, || "it is not a certificate of version 1".to_owned());
    let id = certificate["regulation"].as_str().unwrap_or_default();
    let Some(regulation) = model.regulations.iter().find(|regulation| regulation.id == id) else {
        return found.0.push(format!("there is no regulation `{id}`"));
    };
    let (Some(from), Some(to)) = (date(&certificate["from"]), date(&certificate["to"])) else {
        return found.0.push("it names no horizon".to_owned());
    };
    let terms: &[Value] = certificate["terms"].as_array().map_or(&[], Vec::as_slice);
    let mut gone_over = 0;
    for procedure in &regulation.procedures {
        let own = terms.iter().filter(|term| term["channel"] == model[procedure.channel].id.as_str());
        let own: Vec<&Value> = own.collect();
        gone_over += own.len();
        channel(&Desk { model, calendar, regulation, procedure, from, to }, &own, found);
    }
    found.unless(gone_over == terms.len(), || "it speaks of channels that the regulation does not have".to_owned());
}

/// One channel over the horizon.
struct Desk<'a> {
    model: &'a Model,
    calendar: &'a Calendar,
    regulation: &'a Regulation,
    procedure: &'a Procedure,
    from: NaiveDate,
    to: NaiveDate,
}

fn channel(desk: &Desk, terms: &[&Value], found: &mut Objections) {
    let mut readings: Vec<Readings> = terms.iter().filter_map(|term| reading(&term["reading"])).collect();
    found.unless(readings.len() == terms.len(), || "a reading is not known".to_owned());
    readings.dedup();
    let mut wanted = Vec::new();
    for reading in readings {
        let stepping = Stepping::new(desk.calendar, &desk.model.schedules, reading.moved_days);
        let first = (desk.from - chrono::Days::new(30)).max(desk.calendar.first_day().date());
        let last = (desk.to + chrono::Days::new(3 * 366)).min(desk.calendar.last_day().date());
        let Ok(days) = Prepared::new(&stepping, &desks(desk.model), first, last) else {
            return found.0.push("the calendar ends before the horizon does".to_owned());
        };
        let (model, regulation) = (desk.model, desk.regulation);
        let oracle = Oracle { model, regulation, days: &days, readings: reading, fault: None };
        for (promise, cases) in &oracle.promises(desk.procedure) {
            let claims =
                terms.iter().filter(|term| is_about(term, promise) && self::reading(&term["reading"]) == Some(reading));
            let claims: Vec<&&Value> = claims.collect();
            wanted.push(claims.len());
            match claims[..] {
                [claim] => Claim { desk, oracle: &oracle, promise, cases, claim }.check(found),
                _ => found.0.push(format!("{} claims about {promise:?}", claims.len())),
            }
        }
    }
    found.unless(wanted.iter().sum::<usize>() == terms.len(), || "it speaks of cases that there are not".to_owned());
}

struct Claim<'a, D: Days> {
    desk: &'a Desk<'a>,
    oracle: &'a Oracle<'a, D>,
    promise: &'a Promise,
    cases: &'a [Case],
    claim: &'a Value,
}

impl<D: Days> Claim<'_, D> {
    fn check(&self, found: &mut Objections) {
        if self.claim["not_certified"].is_string() {
            return;
        }
        let slack = self.claim["least_slack_minutes"].as_i64();
        let mut unbounded = false;
        if let Some(slack) = slack {
            self.stretches(&self.claim["kept"], &self.promise.parts, slack, &mut unbounded, found);
            let shown = self.witness(&self.claim["worst"], &self.promise.parts, found);
            found.unless(shown == Some(slack), || self.told(&format!("the worst filing has {shown:?}, not {slack}")));
        }
        found.unless(slack.is_some() != self.promise.parts.is_empty(), || self.told("a term without a slack"));
        self.least_promise(&mut unbounded, found);
        let verdict = match slack {
            Some(slack) if slack < 0 => "late",
            None => "unknown-term",
            Some(_) if unbounded => "unprovable",
            Some(_) => "on-time",
        };
        found.unless(self.claim["verdict"] == verdict, || self.told(&format!("the verdict is {verdict}")));
    }

    fn least_promise(&self, unbounded: &mut bool, found: &mut Objections) {
        let Some(least) = duration(&self.claim["least_promise"]) else { return };
        self.stretches(&self.claim["promised"], &self.extended(least), 0, unbounded, found);
        if least.quantity > 1 {
            let shorter = Duration { quantity: least.quantity - 1, ..least };
            let said = duration(&self.claim["broken"]["term"]);
            let missed = self.witness(&self.claim["broken"]["by"], &self.extended(shorter), found);
            let holds = said == Some(shorter) && missed.is_some_and(|slack| slack < 0);
            found.unless(holds, || self.told(&format!("a term shorter by one is not shown to be missed: {missed:?}")));
        }
    }

    /// The slack of one filing, all of whose dates must come out as they are written.
    fn witness(&self, witness: &Value, term: &[Duration], found: &mut Objections) -> Option<i64> {
        let filed = instant(&witness["filed"])?;
        let judged = self.judge(filed, term)?;
        let (finished, due) = judged.worst?;
        let written = ["counted", "finished", "due"].map(|name| instant(&witness[name]));
        let computed = [judged.counted, finished, due].map(Some);
        found.unless(written == computed, || self.told(&format!("the filing of {filed} comes out otherwise")));
        judged.slack.map(i64::from)
    }

    /// Another term with the same extensions.
    fn extended(&self, term: Duration) -> Vec<Duration> {
        std::iter::once(term).chain(self.promise.parts.iter().skip(1).copied()).collect()
    }

    /// The stretches follow one another through the whole horizon, and each keeps its slack.
    fn stretches(
        &self,
        stretches: &Value,
        term: &[Duration],
        slack: i64,
        unbounded: &mut bool,
        found: &mut Objections,
    ) {
        let mut next = Day::from_date(self.desk.from).at(0);
        for stretch in stretches.as_array().map_or(&[][..], Vec::as_slice) {
            let points: Vec<Instant> = (0..4).filter_map(|ix| instant(&stretch[ix])).collect();
            let [from, until, due, finished] = points[..] else {
                return found.0.push(self.told(&format!("{stretch} is no stretch")));
            };
            let whole = from == next && until >= from;
            found.unless(whole, || self.told(&format!("the stretch from {from} does not begin at {next}")));
            next = Instant(until.0 + 1);
            let first = self.judge(from, term).and_then(|judged| judged.worst);
            let last = self.judge(until, term);
            *unbounded |= last.is_some_and(|judged| judged.unbounded);
            let ends = first.map(|(_, due)| due) == Some(due) && last.map(|judged| judged.finished) == Some(finished);
            found
                .unless(ends, || self.told(&format!("{from} to {until}: the term ends or the case is done otherwise")));
            let kept = i64::from(due.0) - i64::from(finished.0) >= slack;
            found.unless(kept, || self.told(&format!("{from} to {until} keeps less than {slack} minutes")));
        }
        let end = Day::from_date(self.desk.to).at(24 * 60 - 1);
        found.unless(next.0 == end.0 + 1, || self.told(&format!("the stretches end before {next}, not at {end}")));
    }

    fn judge(&self, filed: Instant, term: &[Duration]) -> Option<Judged> {
        let promise = Promise { parts: term.to_vec(), ..self.promise.clone() };
        let day = self.oracle.days.find(filed.day().date()).ok()?;
        let minute = (filed.0 - filed.day().at(0).0) as u16;
        let counted = self.oracle.counted(self.desk.procedure, crate::count::Moment { day, minute }).ok()?;
        self.oracle.judge(self.desk.procedure, &promise, self.cases, counted).ok()?
    }

    fn told(&self, what: &str) -> String {
        let channel = &self.desk.model[self.desk.procedure.channel].id;
        format!("{} via {channel} {}: {what}", self.desk.regulation.id, self.promise.case)
    }
}

fn is_about(claim: &Value, promise: &Promise) -> bool {
    let extensions: Vec<&str> =
        claim["extensions"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    claim["case"] == promise.case.as_str()
        && promise.extensions == extensions
        && duration(&claim["term"]) == promise.parts.first().copied()
}

fn date(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}

fn instant(value: &Value) -> Option<Instant> {
    Instant::parse(value.as_str()?)
}

fn duration(value: &Value) -> Option<Duration> {
    serde_json::from_value(value.clone()).ok()
}

/// A reading as the prover writes it; what a day means must have been settled.
fn reading(value: &Value) -> Option<Readings> {
    let mut readings = Readings::default();
    for (name, said) in value.as_object()? {
        if !readings.set(name, said.as_str()?) {
            return None;
        }
    }
    Some(readings)
}
