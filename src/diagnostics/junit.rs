//! Findings as a JUnit report: a suite a file, a case a finding. A finding that fails the check is a failure, a known
//! one is skipped, any other passes with its text as output; a file without findings is one case that passes.

use super::baseline::Entry;
use super::json::{FindingReport, LabelReport};
use super::{Severity, Words};
use std::collections::BTreeMap;

/// The report. `files` are all that were read; `deny` says that warnings fail.
pub fn report(findings: &[FindingReport], files: &[String], vanished: &[Entry], deny: bool, words: &Words) -> String {
    let mut suites: BTreeMap<&str, Vec<Case>> = files.iter().map(|file| (file.as_str(), Vec::new())).collect();
    for finding in findings {
        let file = finding.labels.first().map_or("", |label| label.file.as_str());
        suites.entry(file).or_default().push(case(finding, deny, words));
    }
    for entry in vanished {
        suites.entry("baseline").or_default().push(gone(entry, words));
    }
    for (file, cases) in suites.iter_mut().filter(|(_, cases)| cases.is_empty()) {
        cases.push(Case { name: "check".to_owned(), class: (*file).to_owned(), line: None, outcome: Outcome::Passed });
    }
    let all: Vec<&Case> = suites.values().flatten().collect();
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text += &format!("<testsuites name=\"reglament\" {}>\n", counts(&all));
    for (file, cases) in &suites {
        let name = if file.is_empty() { "reglament" } else { file };
        text += &format!("  <testsuite name=\"{}\" {}>\n", xml(name), counts(&cases.iter().collect::<Vec<_>>()));
        text.extend(cases.iter().map(Case::to_xml));
        text += "  </testsuite>\n";
    }
    text + "</testsuites>\n"
}

struct Case {
    name: String,
    class: String,
    line: Option<usize>,
    outcome: Outcome,
}

enum Outcome {
    Passed,
    /// Passed, and something is to be said all the same.
    Noted(String),
    Skipped(String),
    Failed {
        severity: &'static str,
        message: String,
        text: String,
    },
}

fn case(finding: &FindingReport, deny: bool, words: &Words) -> Case {
    let place = finding.labels.first();
    let outcome = if finding.is_known() {
        Outcome::Skipped(words.known(finding.severity))
    } else if finding.fails(deny) {
        let severity = if finding.severity == Severity::Error { "error" } else { "warning" };
        Outcome::Failed { severity, message: finding.message.clone(), text: told(finding, words) }
    } else {
        Outcome::Noted(format!("{}: {}", words.severity(finding.severity), told(finding, words)))
    };
    Case {
        name: format!("{}: {}", finding.code, finding.message),
        class: place.map_or_else(|| "reglament".to_owned(), |label| label.file.clone()),
        line: place.map(|label| label.line),
        outcome,
    }
}

fn gone(entry: &Entry, words: &Words) -> Case {
    let name = format!("{}: {}", entry.code, entry.message);
    Case { name, class: entry.file.clone(), line: None, outcome: Outcome::Noted(words.vanished(entry)) }
}

fn told(finding: &FindingReport, words: &Words) -> String {
    let mut lines = vec![finding.message.clone()];
    lines.extend(finding.labels.iter().map(LabelReport::to_line));
    lines.push(format!("{}: {}", words.say("help-word", &[]), finding.help));
    lines.join("\n")
}

fn counts(cases: &[&Case]) -> String {
    let failed = cases.iter().filter(|case| matches!(case.outcome, Outcome::Failed { .. })).count();
    let skipped = cases.iter().filter(|case| matches!(case.outcome, Outcome::Skipped(_))).count();
    format!("tests=\"{}\" failures=\"{failed}\" errors=\"0\" skipped=\"{skipped}\"", cases.len())
}

impl Case {
    fn to_xml(&self) -> String {
        let mut open = format!("    <testcase name=\"{}\" classname=\"{}\"", xml(&self.name), xml(&self.class));
        if let Some(line) = self.line {
            open += &format!(" file=\"{}\" line=\"{line}\"", xml(&self.class));
        }
        let inside = match &self.outcome {
            Outcome::Passed => return open + "/>\n",
            Outcome::Noted(text) => format!("<system-out>{}</system-out>", xml(text)),
            Outcome::Skipped(why) => format!("<skipped message=\"{}\"/>", xml(why)),
            Outcome::Failed { severity, message, text } => {
                format!("<failure type=\"{severity}\" message=\"{}\">{}</failure>", xml(message), xml(text))
            }
        };
        format!("{open}>\n      {inside}\n    </testcase>\n")
    }
}

/// Text as it may stand in XML. Characters that XML does not have are replaced by one that says so.
fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\n' => out += "&#10;",
            '\t' => out += "&#9;",
            '\r' => out += "&#13;",
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
    out
}
