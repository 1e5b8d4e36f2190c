//! Findings as annotations of a GitHub workflow: one command a line, which the runner shows beside the changed text.

use super::baseline::Entry;
use super::json::{FindingReport, LabelReport};
use super::{Severity, Summary, Words};

/// The commands, and the closing line of a check as text for the log.
pub fn commands(findings: &[FindingReport], vanished: &[Entry], summary: &Summary, words: &Words) -> String {
    let mut text: String = findings.iter().map(|finding| command(finding, words)).collect();
    for entry in vanished {
        let title = words.say("baseline-vanished-title", &[]);
        text += &format!("::notice title={}::{}\n", property(&title), data(&words.vanished(entry)));
    }
    text + &words.summary(summary) + "\n"
}

/// `::error file=a.reglament,line=3,col=5,endColumn=9,title=zero-limit::a limit cannot be zero%0A...`
fn command(finding: &FindingReport, words: &Words) -> String {
    let level = match finding.severity {
        _ if finding.is_known() => "notice",
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let mut properties = finding.labels.first().map(place).unwrap_or_default();
    properties.push(("title", finding.code.to_owned()));
    let properties: Vec<String> =
        properties.into_iter().map(|(name, value)| format!("{name}={}", property(&value))).collect();
    format!("::{level} {}::{}\n", properties.join(","), data(&message(finding, words)))
}

/// Columns mean something only within one line.
fn place(label: &LabelReport) -> Vec<(&'static str, String)> {
    let mut place = vec![("file", label.file.clone()), ("line", label.line.to_string())];
    if label.line == label.end_line {
        place.extend([("col", label.column.to_string()), ("endColumn", label.end_column.to_string())]);
    } else {
        place.push(("endLine", label.end_line.to_string()));
    }
    place
}

/// What it is, what stands at its places, and what to do: a line each.
fn message(finding: &FindingReport, words: &Words) -> String {
    let mut lines = vec![match finding.is_known() {
        true => format!("{}: {}", words.known(finding.severity), finding.message),
        false => finding.message.clone(),
    }];
    lines.extend(finding.labels.iter().map(LabelReport::to_line));
    lines.push(format!("{}: {}", words.say("help-word", &[]), finding.help));
    lines.join("\n")
}

/// What stands behind the `::` of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value of a property, in which colon and comma have a meaning.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
