//! What was proved of a regulation, in words for a document. The one place where findings and proofs meet an exporter.

use super::formats::Asked;
use crate::diagnostics::{Arg, Words};
use crate::export::document::memo::{Judged, Link, Term, Worst, plain};
use crate::export::{flow, number};
use crate::model::{Condition, Model, Procedure};
use crate::time::{Duration, Instant};
use crate::verify::{self, Proof, TermProof};

pub fn judged<'a>(asked: &Asked<'a>, words: &Words) -> Judged<'a> {
    let project = asked.project;
    let regulation = &project.model[asked.regulation];
    let of_this = |proof: &&Proof| proof.regulation == asked.regulation;
    let own = project.findings.iter().filter(|finding| finding.regulation.as_deref() == Some(&*regulation.id));
    let within =
        |channel: &str| asked.channels.iter().any(|at| project.model[regulation.procedures[*at].channel].id == channel);
    let findings = own.filter(|finding| finding.channel.as_deref().is_none_or(within)).collect();
    let Some(proof) = project.proofs.iter().find(of_this) else {
        let verdict = words.say("prove-unprovable", &[]);
        return Judged { verdict, about: Vec::new(), terms: Vec::new(), findings };
    };
    let terms = proof.terms.iter().filter(|term| within(&project.model[term.channel].id));
    let teller = Teller { model: &project.model, proof, words };
    let horizon = words.say("prove-horizon", &[("from", proof.from.into()), ("to", proof.to.into())]);
    Judged {
        verdict: teller.verdict(proof.verdict()),
        about: vec![
            format!("{}: {horizon}.", words.say("memo-judged", &[])),
            format!(
                "{}: {}.",
                words.say("memo-readings", &[]),
                verify::readings_in_words(&proof.readings, words, None)
            ),
        ],
        terms: terms.map(|term| teller.term(term)).collect(),
        findings,
    }
}

struct Teller<'a> {
    model: &'a Model,
    proof: &'a Proof,
    words: &'a Words,
}

impl Teller<'_> {
    fn verdict(&self, verdict: verify::Verdict) -> String {
        self.words.say(&format!("prove-{}", verdict.name()), &[])
    }

    fn term(&self, term: &TermProof) -> Term {
        let words = self.words;
        let cases = std::iter::once(&term.case).chain(term.extended.iter().map(|(id, _)| id));
        let cases: Vec<String> = cases.filter(|name| !name.is_empty()).map(|name| self.case(name)).collect();
        let channel = &self.model[term.channel];
        let procedure = verify::procedure(&self.model[self.proof.regulation], term);
        let mut remarks = verify::remarks(self.model, self.proof, term, words);
        for node in procedure.iter().flat_map(|procedure| &procedure.nodes) {
            let label = node.label.get(words.language()).unwrap_or(&node.id);
            let named = |line: &String| line.replace(&format!("`{}`", node.id), &format!("`{label}`"));
            remarks = remarks.iter().map(named).collect();
        }
        Term {
            channel: channel.label.get(words.language()).unwrap_or(&channel.id).to_owned(),
            case: cases.join(", "),
            term: self.promised(term.term, term),
            verdict: self.verdict(term.verdict),
            slack: term.least_slack.map_or_else(none, |slack| {
                let length = words.arg(&Arg::Length(slack.unsigned_abs()));
                if slack < 0 { format!("–{length}") } else { length }
            }),
            promise: term.least_promise.map_or_else(none, |least| self.promised(Some(least), term)),
            readings: match term.readings == self.proof.readings {
                true => words.say("memo-as-all", &[]),
                false => verify::readings_in_words(&term.readings, words, Some(&self.proof.readings)),
            },
            worst: term.worst.as_ref().zip(procedure).map(|(worst, procedure)| self.worst(procedure, worst)),
            remarks: remarks.iter().map(|line| plain(line, words)).collect(),
        }
    }

    /// A case or an extension of the standard by its own words.
    fn case(&self, id: &str) -> String {
        let language = self.words.language();
        let standard = self.model[self.proof.regulation].standard.map(|standard| &self.model[standard]);
        let terms = standard.iter().flat_map(|it| &it.terms).filter(|it| it.case == id).map(|it| &it.label);
        let more = standard.iter().flat_map(|it| &it.extensions).filter(|it| it.id == id).map(|it| &it.label);
        let label = terms.chain(more).find_map(|label| label.get(language));
        label.unwrap_or(id).to_owned()
    }

    /// A term with what its extensions add.
    fn promised(&self, duration: Option<Duration>, term: &TermProof) -> String {
        let Some(duration) = duration else { return self.words.say("prove-no-term", &[]) };
        let all = std::iter::once(duration).chain(term.extended.iter().map(|(_, more)| *more));
        all.map(|it| number::duration(it, self.words)).collect::<Vec<_>>().join(" + ")
    }

    fn worst(&self, procedure: &Procedure, worst: &verify::Worst) -> Worst {
        let words = self.words;
        let mut before = vec![words.say("counterexample-filed", &[("filed", worst.filed.into())])];
        if worst.counted != worst.filed {
            before.push(words.say("counterexample-counted", &[("counted", worst.counted.into())]));
        }
        let fact = |(fact, value): &(_, u32)| flow::condition(self.model, &Condition::Is(*fact, *value), words);
        let facts: Vec<String> = worst.facts.iter().map(fact).collect();
        if !facts.is_empty() {
            before.push(words.say_in_full("counterexample-facts", &[], "facts", words.all_of(&facts)));
        }
        let mut after = vec![words.say("counterexample-finished", &[("finished", worst.finished.into())])];
        after.extend(worst.due.map(|due| words.say("counterexample-due", &[("due", due.into())])));
        if let Some(stop) = worst.stopped {
            let spent = Arg::Number(stop.spent.into());
            let args = [("from", stop.from.into()), ("until", stop.until.into()), ("spent", spent)];
            after.push(words.say("prove-stopped", &args));
        }
        let chain = worst.chain.iter().map(|link| self.link(procedure, link)).collect();
        Worst { before: capital(&before), chain, after: capital(&after) }
    }

    fn link(&self, procedure: &Procedure, link: &verify::Link) -> Link {
        let (words, node) = (self.words, &procedure[link.node]);
        let language = words.language();
        let actor = node.actor.map(|actor| &self.model[actor]);
        let limits: Vec<String> = link.limits.iter().map(|limit| number::duration(*limit, words)).collect();
        let clause = node.citations.first().map(|it| it.clause.address.clone());
        Link {
            from: self.at(link.from),
            until: self.at(link.until),
            step: node.label.get(language).unwrap_or(&node.id).to_owned(),
            unit: actor.map(|it| it.label.get(language).unwrap_or(&it.id).to_owned()).unwrap_or_default(),
            limit: if limits.is_empty() { words.say("prove-no-limit", &[]) } else { words.all_of(&limits) },
            clause: clause.map(|it| words.say("counterexample-clause", &[("clause", it.into())])).unwrap_or_default(),
        }
    }

    /// The day in words and the time under it.
    fn at(&self, instant: Instant) -> String {
        let minute = instant.minute_of_day();
        format!("{}\n{:02}:{:02}", self.words.day(instant.day()), minute / 60, minute % 60)
    }
}

fn none() -> String {
    "—".to_owned()
}

/// Sentences of a document begin with a capital.
fn capital(lines: &[String]) -> Vec<String> {
    let begun = |line: &String| {
        let mut letters = line.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    lines.iter().map(begun).collect()
}
