//! A proof for people: term by term the verdict, and a dated table of the worst start that can be checked with a pencil.

use super::proof::{Link, Proof, Refusal, TermProof, Verdict, Wait, Worst};
use super::report::{self, ProofReport, Value};
use crate::diagnostics::{Arg, Words};
use crate::model::{Model, NodeIx, Procedure};
use crate::time::{Day, Duration, Instant, Readings};
use crate::vocabulary::settings;
use unicode_width::UnicodeWidthStr;

/// The whole proof, in the reader's language.
pub fn tell(model: &Model, proof: &Proof, report: &ProofReport, words: &Words) -> String {
    let teller = Teller { model, proof, words };
    let mut text = teller.head();
    for term in &proof.terms {
        text.push('\n');
        text.push_str(&teller.term(term));
    }
    if let (Some(readings), Some(under)) = (&report.readings, report.under) {
        text.push('\n');
        text.push_str(&lines(&teller.readings(readings, under)));
    }
    text
}

/// What a verdict leaves open, takes for granted or would be mended by, a sentence each.
pub fn remarks(model: &Model, proof: &Proof, term: &TermProof, words: &Words) -> Vec<String> {
    let teller = Teller { model, proof, words };
    let procedure = report::procedure(&model[proof.regulation], term);
    procedure.map(|procedure| teller.remarks(procedure, term)).unwrap_or_default()
}

/// The readings, in the words of the reader's language; of two sets, those that differ.
pub fn readings_in_words(readings: &Readings, words: &Words, from: Option<&Readings>) -> String {
    in_words(readings, words, |name| from.is_none_or(|from| from.get(name) != readings.get(name)))
}

/// The readings that hold, on one line.
pub(super) fn readings_line(readings: &Readings, words: &Words) -> String {
    // Put together here, as a long value would be cut in a sentence.
    format!("{}: {}", words.say("prove-reading", &[]), in_words(readings, words, |_| true))
}

/// One channel in one case, in short: its term, the verdict, and what the verdict leaves open.
#[cfg(feature = "picture")]
pub(super) fn in_short(model: &Model, proof: &Proof, term: &TermProof, words: &Words) -> Vec<String> {
    let teller = Teller { model, proof, words };
    let mut out = vec![teller.term_head(term)];
    if let Some(procedure) = report::procedure(&model[proof.regulation], term) {
        out.extend(term.waits.iter().map(|wait| teller.open(procedure, wait)));
        out.extend(term.refusal.as_ref().map(|refusal| teller.refusal(procedure, refusal)));
    }
    out
}

struct Teller<'a> {
    model: &'a Model,
    proof: &'a Proof,
    words: &'a Words,
}

impl Teller<'_> {
    fn head(&self) -> String {
        let proof = self.proof;
        let verdict = self.verdict(proof.verdict());
        let id = self.model[proof.regulation].id.as_str();
        let mut out = vec![self.words.say("prove-head", &[("id", id.into()), ("verdict", verdict.into())])];
        if let Some(force) = &self.model[proof.regulation].judged {
            let day = |date: Option<chrono::NaiveDate>| date.map(Day::from_date).into();
            out.push(self.words.say("in-force", &[("from", day(force.from)), ("until", day(force.until))]));
        }
        out.push(self.words.say("prove-horizon", &[("from", proof.from.into()), ("to", proof.to.into())]));
        out.push(readings_line(&proof.readings, self.words));
        lines(&out)
    }

    fn verdict(&self, verdict: Verdict) -> String {
        self.words.say(
            match verdict {
                Verdict::OnTime => "prove-on-time",
                Verdict::Late => "prove-late",
                Verdict::UnknownTerm => "prove-unknown-term",
                Verdict::Unprovable => "prove-unprovable",
            },
            &[],
        )
    }

    fn term(&self, term: &TermProof) -> String {
        let Some(procedure) = report::procedure(&self.model[self.proof.regulation], term) else {
            return String::new();
        };
        let mut out = vec![self.term_head(term)];
        out.extend(self.numbers(term).into_iter().map(|line| format!("  {line}")));
        if let Some(worst) = &term.worst {
            out.push(format!("  {}", self.words.say("prove-worst", &[])));
            out.extend(self.worst(procedure, worst).into_iter().map(|line| format!("    {line}")));
        }
        out.extend(self.remarks(procedure, term).into_iter().map(|line| format!("  {line}")));
        lines(&out)
    }

    /// "office, 30 calendar days: on time"
    fn term_head(&self, term: &TermProof) -> String {
        let mut name = vec![self.model[term.channel].id.clone()];
        if !term.case.is_empty() {
            name.push(term.case.clone());
        }
        let said = match term.term {
            Some(limit) => self.words.duration(limit),
            None => self.words.say("prove-no-term", &[]),
        };
        let added = term.extended.iter().map(|(id, limit)| format!(" + {} ({id})", self.words.duration(*limit)));
        let said: String = std::iter::once(said).chain(added).collect();
        let verdict = self.verdict(term.verdict);
        format!("{}, {said}: {verdict}", name.join(", "))
    }

    fn numbers(&self, term: &TermProof) -> Vec<String> {
        let words = self.words;
        let mut out = Vec::new();
        let counts = [("starts", Arg::Text(term.starts.to_string())), ("paths", Arg::Text(term.paths.to_string()))];
        out.push(words.say("prove-counts", &counts));
        if let Some(slack) = term.least_slack {
            let working = term.working_slack.unwrap_or(0).unsigned_abs();
            let args = [
                ("clock", words.minutes(slack.unsigned_abs()).into()),
                ("work", words.minutes_of_work(working).into()),
            ];
            out.push(words.say(if slack < 0 { "prove-missed-by" } else { "prove-slack" }, &args));
        }
        out.push(match term.least_promise {
            Some(least) => words.say("prove-least-promise", &[("term", least.into())]),
            None if term.refusal.is_some() => return out,
            None => words.say("prove-no-promise", &[]),
        });
        out
    }

    fn worst(&self, procedure: &Procedure, worst: &Worst) -> Vec<String> {
        let words = self.words;
        let mut out = vec![words.say("counterexample-filed", &[("filed", worst.filed.into())])];
        if worst.counted != worst.filed {
            out.push(words.say("counterexample-counted", &[("counted", worst.counted.into())]));
        }
        let facts: Vec<String> =
            report::facts(self.model, &worst.facts).iter().map(|(id, is)| self.fact(id, is)).collect();
        if !facts.is_empty() {
            out.push(words.say("counterexample-facts", &[("facts", words.all_of(&facts).into())]));
        }
        out.extend(table(worst.chain.iter().map(|link| self.link(procedure, link)).collect()));
        out.push(words.say("counterexample-finished", &[("finished", worst.finished.into())]));
        out.extend(worst.due.map(|due| words.say("counterexample-due", &[("due", due.into())])));
        if let Some(stop) = worst.stopped {
            let args =
                [("from", stop.from.into()), ("until", stop.until.into()), ("spent", Arg::Number(stop.spent.into()))];
            out.push(words.say("prove-stopped", &args));
        }
        out
    }

    fn fact(&self, id: &str, value: &Value) -> String {
        use crate::vocabulary::Keyword;
        match value {
            Value::Is(true) => format!("`{id}`"),
            Value::Is(false) => format!("`{id} = {}`", Keyword::No.spelling(self.words.language())),
            Value::One(value) => format!("`{id} = {value}`"),
        }
    }

    /// From, until, the step, who, and what allows it.
    fn link(&self, procedure: &Procedure, link: &Link) -> Vec<String> {
        let node = &procedure[link.node];
        let actor = node.actor.map(|actor| &self.model[actor]);
        let actor = actor.map(|actor| actor.label.get(self.words.language()).unwrap_or(&actor.id).to_owned());
        let clause = node.citations.first().map(|citation| citation.clause.address.clone());
        vec![
            short(link.from),
            "–".to_owned(),
            short(link.until),
            node.id.clone(),
            actor.unwrap_or_default(),
            self.limits(&link.limits),
            clause.map(|it| self.words.say("counterexample-clause", &[("clause", it.into())])).unwrap_or_default(),
        ]
    }

    fn limits(&self, limits: &[Duration]) -> String {
        let each: Vec<String> = limits.iter().map(|limit| self.words.duration(*limit)).collect();
        match each.is_empty() {
            true => self.words.say("prove-no-limit", &[]),
            false => self.words.all_of(&each),
        }
    }

    fn remarks(&self, procedure: &Procedure, term: &TermProof) -> Vec<String> {
        let words = self.words;
        let name = |node: NodeIx| Arg::Text(procedure[node].id.clone());
        let mut out = Vec::new();
        for wait in &term.waits {
            out.push(self.open(procedure, wait));
            out.extend(
                wait.latest.map(|day| words.say("prove-latest", &[("step", name(wait.node)), ("day", day.into())])),
            );
        }
        if !term.assumed.is_empty() {
            let names: Vec<String> = term.assumed.iter().map(|&node| format!("`{}`", procedure[node].id)).collect();
            out.push(words.say("prove-assumed", &[("steps", words.all_of(&names).into())]));
        }
        for repair in &term.repairs {
            out.push(match repair.limit {
                Some(limit) => words.say("prove-repair", &[("step", name(repair.node)), ("limit", limit.into())]),
                None => words.say("prove-no-repair", &[("step", name(repair.node))]),
            });
        }
        out.extend(term.refusal.as_ref().map(|refusal| self.refusal(procedure, refusal)));
        if term.projected {
            out.push(words.say("prove-projected", &[]));
        }
        out
    }

    /// What is judged as if it took no time.
    fn open(&self, procedure: &Procedure, wait: &Wait) -> String {
        let id = if wait.step { "prove-open-step" } else { "prove-open-wait" };
        self.words.say(id, &[("step", procedure[wait.node].id.as_str().into())])
    }

    fn refusal(&self, procedure: &Procedure, refusal: &Refusal) -> String {
        let at = |id: &str, node: NodeIx| self.words.say(id, &[("step", Arg::Text(procedure[node].id.clone()))]);
        match *refusal {
            Refusal::OutOfCalendar { year } => {
                self.words.say("prove-out-of-calendar", &[("year", Arg::Text(year.to_string()))])
            }
            Refusal::Shapeless => self.words.say("prove-shapeless", &[]),
            Refusal::AnchorMissing { node } => at("prove-anchor-missing", node),
            Refusal::TwoStoppedClocks { second, .. } => at("prove-two-stopped-clocks", second),
            Refusal::StoppedClockInParallel { wait } => at("prove-stopped-in-parallel", wait),
            Refusal::BeforeUnknownTerm { node } => at("prove-before-unknown-term", node),
            Refusal::BeforeStoppedTerm { node } => at("prove-before-stopped-term", node),
            Refusal::StoppedTermUnit { wait } => at("prove-stopped-unit", wait),
        }
    }

    fn readings(&self, readings: &[report::ReadingReport], under: &str) -> Vec<String> {
        let id = match under {
            "every" => "prove-under-every",
            "some" => "prove-under-some",
            _ => "prove-under-none",
        };
        let mut out = vec![self.words.say(id, &[("count", readings.len().into())])];
        let differs = |name: &str| readings.iter().any(|it| it.reading.get(name) != readings[0].reading.get(name));
        let rows = readings.iter().map(|it| vec![in_words(&it.reading, self.words, differs), self.verdict(it.verdict)]);
        out.extend(table(rows.collect()).into_iter().map(|line| format!("  {line}")));
        out
    }
}

/// "roll = term-only, day-end = close", in the words of the reader's language.
fn in_words(readings: &Readings, words: &Words, wanted: impl Fn(&str) -> bool) -> String {
    let spelled = |word| settings::spelled(word, words.language()).unwrap_or(word);
    let names = Readings::NAMES.iter().filter(|name| wanted(name));
    let each = names.filter_map(|name| Some(format!("{} = {}", spelled(name), spelled(readings.get(name)?))));
    each.collect::<Vec<_>>().join(", ")
}

/// "2018-11-28 17:30", so that columns of dates can be compared.
fn short(at: Instant) -> String {
    at.to_string().replace('T', " ")
}

/// Columns side by side, each as wide as its widest cell.
fn table(rows: Vec<Vec<String>>) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).filter(|(_, width)| **width > 0);
        let padded = cells.map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn lines(all: &[String]) -> String {
    all.iter().flat_map(|line| [line.trim_end(), "\n"]).collect()
}
