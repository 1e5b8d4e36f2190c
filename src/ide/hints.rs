//! What a proof says beside the text: at each step how far the worst filing is and what is left of the term, and above
//! each procedure the verdict of its channels.

use crate::diagnostics::Words;
use crate::pipeline::Workspace;
use crate::source::{FileId, Span};
use crate::time::Instant;
use crate::verify::{TermProof, Verdict};
use crate::vocabulary::Keyword;

/// A remark behind a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hint {
    /// The end of the line's first part.
    pub at: u32,
    pub text: String,
    /// More, where somebody points at it.
    pub about: String,
}

/// A remark above a line, that can be clicked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lens {
    pub span: Span,
    pub text: String,
    /// The regulation that is to be shown.
    pub regulation: String,
    pub channel: String,
}

/// The hints of a file, in the order of the text.
pub fn hints(workspace: &Workspace, file: FileId, words: &Words) -> Vec<Hint> {
    let mut found: Vec<Hint> = Vec::new();
    for act in workspace.acts_in(file) {
        let regulation = &act.model[act.proof.regulation];
        for term in &act.proof.terms {
            let Some(procedure) = regulation.procedures.iter().find(|it| it.channel == term.channel) else { continue };
            let Some(worst) = &term.worst else { continue };
            for link in &worst.chain {
                let node = &procedure[link.node];
                let channel = &act.model[term.channel].id;
                let days = i64::from(link.until.day().0 - worst.counted.day().0);
                let args = [
                    ("channel", channel.as_str().into()),
                    ("days", days.into()),
                    ("left", left(worst.due, link.until, words).into()),
                ];
                let text = words.say("ide-hint", &args);
                let about = words.say(
                    "ide-hint-about",
                    &[
                        ("filed", worst.filed.into()),
                        ("until", link.until.into()),
                        ("channel", channel.as_str().into()),
                    ],
                );
                add(&mut found, node.head.end, &text, &about);
            }
        }
    }
    found.sort_by_key(|hint| hint.at);
    found
}

/// Several channels share a line.
fn add(found: &mut Vec<Hint>, at: u32, text: &str, about: &str) {
    match found.iter_mut().find(|hint| hint.at == at) {
        Some(hint) if hint.text.split(" | ").any(|own| own == text) => {}
        Some(hint) => {
            hint.text += &format!(" | {text}");
            hint.about += &format!("\n\n{about}");
        }
        None => found.push(Hint { at, text: text.to_owned(), about: about.to_owned() }),
    }
}

fn left(due: Option<Instant>, until: Instant, words: &Words) -> String {
    let Some(due) = due else { return words.say("prove-no-term", &[]) };
    let minutes = i64::from(due.0) - i64::from(until.0);
    let sign = if minutes < 0 { "−" } else { "" };
    format!("{sign}{}", words.minutes(minutes.unsigned_abs()))
}

/// The lenses of a file: the verdict of each channel above its procedure, of each case apart.
pub fn lenses(workspace: &Workspace, file: FileId, words: &Words) -> Vec<Lens> {
    let mut found = Vec::new();
    for act in workspace.acts_in(file) {
        let regulation = &act.model[act.proof.regulation];
        for term in &act.proof.terms {
            let Some(procedure) = regulation.procedures.iter().find(|it| it.channel == term.channel) else { continue };
            let channel = &act.model[term.channel].id;
            found.push(Lens {
                span: procedure.head,
                text: verdict(channel, term, words),
                regulation: regulation.id.clone(),
                channel: channel.clone(),
            });
        }
    }
    found.sort_by_key(|lens| lens.span.start);
    found
}

/// «office, 10 рабочих дней: в срок»
fn verdict(channel: &str, term: &TermProof, words: &Words) -> String {
    let id = match term.verdict {
        Verdict::OnTime => "prove-on-time",
        Verdict::Late => "prove-late",
        Verdict::UnknownTerm => "prove-unknown-term",
        Verdict::Unprovable => "prove-unprovable",
    };
    let limit = term.term.map_or_else(String::new, |term| format!(", {}", words.duration(term)));
    let case = if term.case.is_empty() { String::new() } else { format!(" ({})", term.case) };
    let promise = match (term.verdict, term.least_promise) {
        (Verdict::OnTime, _) | (_, None) => String::new(),
        (_, Some(least)) => format!(" · {} ≥ {}", Keyword::Term.spelling(words.language()), words.duration(least)),
    };
    format!("{channel}{case}{limit}: {}{promise}", words.say(id, &[]))
}
