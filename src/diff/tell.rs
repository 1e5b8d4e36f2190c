//! The comparison for people: on a terminal, and as Markdown for a pull request.

use super::findings::Came;
use super::{ActDiff, Change, Diff, Kind, Outcome, Turn, Verdict, What};
use crate::diagnostics::{Arg, Finding, Words};

/// The comparison on a terminal.
pub fn human(diff: &Diff, words: &Words) -> String {
    if diff.is_empty() {
        return words.say("diff-nothing", &[]) + "\n";
    }
    let mut out = String::new();
    for act in &diff.acts {
        let mut lines: Vec<String> = Vec::new();
        lines.extend(act.turns.iter().flat_map(|it| turn(it, words)).map(|line| format!("  {line}")));
        lines.extend(act.changes.iter().map(|it| format!("  {}", line(it, words))));
        lines.extend(findings(&act.came, words).into_iter().map(|line| format!("  {line}")));
        section(&mut out, &heading(act, words), lines);
    }
    let shared = diff.shared.iter().map(|it| format!("  {}", line(it, words))).collect();
    let other = findings(&diff.came, words).into_iter().map(|line| format!("  {line}")).collect();
    for (heading, lines) in [("diff-shared", shared), ("diff-findings", other)] {
        let lines: Vec<String> = lines;
        if !lines.is_empty() {
            section(&mut out, &words.say(heading, &[]), lines);
        }
    }
    out
}

/// The same as Markdown.
pub fn markdown(diff: &Diff, words: &Words) -> String {
    if diff.is_empty() {
        return words.say("diff-nothing", &[]) + "\n";
    }
    let mut out = String::new();
    for act in &diff.acts {
        out += &format!("### {}\n\n", marked(&heading(act, words)));
        let turns: Vec<Vec<String>> = act.turns.iter().map(|it| turn_cells(it, words)).collect();
        out += &table(&["diff-head-channel", "diff-head-before", "diff-head-after", "diff-head-verdict"], turns, words);
        out += &changes_table(&act.changes, words);
        out += &bullets(&act.came, words);
    }
    if !diff.shared.is_empty() {
        out += &format!("### {}\n\n", words.say("diff-shared", &[]));
        out += &changes_table(&diff.shared, words);
    }
    if !diff.came.is_empty() {
        out += &format!("### {}\n\n", words.say("diff-findings", &[]));
        out += &bullets(&diff.came, words);
    }
    out.trim_end().to_owned() + "\n"
}

fn section(out: &mut String, heading: &str, lines: Vec<String>) {
    if !out.is_empty() {
        out.push('\n');
    }
    *out += &format!("{heading}\n");
    lines.iter().for_each(|line| *out += &format!("{line}\n"));
}

/// "town.fence", with what it was called before; or that it is new or gone.
fn heading(act: &ActDiff, words: &Words) -> String {
    let said = match (act.whole, &act.old_id) {
        (Some(Kind::Removed), _) => Some(words.say("diff-gone", &[])),
        (Some(_), _) => Some(words.say("diff-new", &[])),
        (None, Some(old)) => Some(words.say("diff-before", &[("id", old.as_str().into())])),
        (None, None) => None,
    };
    let kind = words.say(if act.standard { "diff-standard" } else { "diff-regulation" }, &[]);
    match said {
        Some(said) => format!("{} · {kind} · {said}", act.id),
        None => format!("{} · {kind}", act.id),
    }
}

/// What a channel keeps before and after, over a few lines.
fn turn(turn: &Turn, words: &Words) -> Vec<String> {
    let sign = if turn.breaks() { "!" } else { " " };
    let verdict = turned(turn, words);
    let mut lines = vec![format!("{sign} {}: {verdict}", place(turn))];
    let of = |outcome: &Option<Outcome>| outcome.as_ref().map(|it| numbers(it, words)).unwrap_or_default();
    for ((id, before), (_, after)) in of(&turn.old).into_iter().zip(of(&turn.new)) {
        if before != after {
            lines.push(format!("    {}: {before} → {after}", words.say(id, &[])));
        }
    }
    lines
}

fn place(turn: &Turn) -> String {
    if turn.case.is_empty() { turn.channel.clone() } else { format!("{}, {}", turn.channel, turn.case) }
}

/// "on time → late", and what that means.
fn turned(turn: &Turn, words: &Words) -> String {
    let verdict = |outcome: &Outcome| self::verdict(outcome.verdict, words);
    let said = match (&turn.old, &turn.new) {
        (Some(old), Some(new)) if old.verdict == new.verdict => verdict(new),
        (Some(old), Some(new)) => format!("{} → {}", verdict(old), verdict(new)),
        (None, Some(new)) => format!("{} ({})", verdict(new), words.say("diff-new", &[])),
        (Some(old), None) => format!("{} ({})", verdict(old), words.say("diff-gone", &[])),
        (None, None) => String::new(),
    };
    let means = if turn.breaks() {
        Some("diff-newly-broken")
    } else if turn.mends() {
        Some("diff-newly-kept")
    } else {
        None
    };
    means.map_or(said.clone(), |id| format!("{}: {said}", words.say(id, &[])))
}

fn verdict(verdict: Verdict, words: &Words) -> String {
    words.say(&format!("prove-{}", verdict.name()), &[])
}

/// The measures of an outcome, each with the sentence that names it.
fn numbers(outcome: &Outcome, words: &Words) -> Vec<(&'static str, String)> {
    let nothing = || "—".to_owned();
    let slack = outcome.slack.map_or_else(nothing, |slack| {
        let length = words.arg(&Arg::Length(slack.unsigned_abs()));
        if slack < 0 { format!("−{length}") } else { length }
    });
    let worst = outcome.worst.map_or_else(nothing, |(filed, finished)| {
        words.arg(&Arg::Length((i64::from(finished.0) - i64::from(filed.0)).unsigned_abs()))
    });
    let duration = |it: Option<crate::time::Duration>| it.map_or_else(nothing, |it| words.duration(it));
    vec![
        ("diff-term", duration(outcome.term)),
        ("diff-worst", worst),
        ("diff-slack", slack),
        ("diff-promise", duration(outcome.promise)),
    ]
}

/// "~ `decide`, limit: 8 working days → 6 working days (office; clause 6.2)".
fn line(change: &Change, words: &Words) -> String {
    let sign = match change.kind {
        Kind::Removed => "−",
        Kind::Added => "+",
        Kind::Changed => "~",
        Kind::Moved => "↕",
    };
    let what = words.say(&format!("diff-what-{}", change.what.name()), &[]);
    let subject = if change.subject.is_empty() { what } else { format!("`{}`, {what}", change.subject) };
    let values = match (value(change.what, &change.old, words), value(change.what, &change.new, words)) {
        (Some(old), Some(new)) => format!(": {old} → {new}"),
        (Some(only), None) | (None, Some(only)) => format!(": {only}"),
        (None, None) => String::new(),
    };
    let where_ = remarks(change, words);
    let where_ = if where_.is_empty() { String::new() } else { format!("  ({where_})") };
    format!("{sign} {subject}{values}{where_}")
}

/// In which channels, by which clause, at which place.
fn remarks(change: &Change, words: &Words) -> String {
    let channels = (!change.channels.is_empty()).then(|| change.channels.join(", "));
    let clause = change.clause.as_ref().map(|it| words.say("diff-clause", &[("clause", it.as_str().into())]));
    let at = format!("{}:{}", change.at.file, change.at.line);
    channels.into_iter().chain(clause).chain([at]).collect::<Vec<_>>().join("; ")
}

/// The parts of a value, one behind the other; `None`: there are none.
pub(super) fn value(what: What, parts: &[Arg], words: &Words) -> Option<String> {
    let all: Vec<String> = parts.iter().map(|part| words.arg(part)).filter(|part| !part.is_empty()).collect();
    let between = if matches!(what, What::Step | What::Clause) { ", " } else { " " };
    (!all.is_empty()).then(|| all.join(between))
}

fn findings(came: &Came, words: &Words) -> Vec<String> {
    let one = |id: &str, finding: &Finding| {
        let severity = match finding.expected {
            true => words.known(finding.severity),
            false => words.severity(finding.severity),
        };
        let values = [("severity", severity.into()), ("code", finding.code.name().into())];
        format!("{}: {}", words.say(id, &values), words.message(finding))
    };
    let new = came.new.iter().map(|finding| one("diff-finding-new", finding));
    let gone = came.gone.iter().map(|finding| one("diff-finding-gone", finding));
    new.chain(gone).collect()
}

fn bullets(came: &Came, words: &Words) -> String {
    let lines: String = findings(came, words).iter().map(|line| format!("- {}\n", escaped(line))).collect();
    if lines.is_empty() { lines } else { lines + "\n" }
}

fn changes_table(changes: &[Change], words: &Words) -> String {
    let cells = |change: &Change| {
        let what = words.say(&format!("diff-what-{}", change.what.name()), &[]);
        let subject = if change.subject.is_empty() { what } else { format!("{what} `{}`", change.subject) };
        let shown = |parts: &[Arg]| value(change.what, parts, words).unwrap_or_else(|| "—".to_owned());
        let moved = if change.kind == Kind::Moved { "↕ " } else { "" };
        vec![format!("{moved}{subject}"), shown(&change.old), shown(&change.new), remarks(change, words)]
    };
    let rows = changes.iter().map(cells).collect();
    table(&["diff-head-what", "diff-head-before", "diff-head-after", "diff-head-where"], rows, words)
}

fn turn_cells(turn: &Turn, words: &Words) -> Vec<String> {
    let of = |outcome: &Option<Outcome>| match outcome {
        None => "—".to_owned(),
        Some(outcome) => {
            let each = numbers(outcome, words).into_iter();
            each.map(|(id, value)| format!("{}: {value}", words.say(id, &[]))).collect::<Vec<_>>().join("; ")
        }
    };
    let verdict = turned(turn, words);
    let verdict = if turn.breaks() { format!("**{verdict}**") } else { verdict };
    vec![place(turn), of(&turn.old), of(&turn.new), verdict]
}

fn table(heads: &[&str], rows: Vec<Vec<String>>, words: &Words) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = row(heads.iter().map(|id| words.say(id, &[])).collect());
    out += &row(vec!["---".to_owned(); heads.len()]);
    for cells in rows {
        out += &row(cells.iter().map(|cell| escaped(cell)).collect());
    }
    out + "\n"
}

/// The author's text as it can stand in a cell: a bar would end it.
fn escaped(text: &str) -> String {
    text.replace('|', "\\|").replace('<', "&lt;")
}

/// A heading with its id as code.
fn marked(heading: &str) -> String {
    match heading.split_once(" · ") {
        Some((id, rest)) => format!("`{id}` · {rest}"),
        None => heading.to_owned(),
    }
}
