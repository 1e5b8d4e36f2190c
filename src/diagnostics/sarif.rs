//! Findings as a SARIF 2.1.0 log, for code scanning and review tools. Lines and columns count from 1, columns in
//! characters; a path is a URI, relative where the file lies in the working folder.

use super::baseline::Entry;
use super::json::{EditReport, FindingReport, FixReport, LabelReport};
use super::page::{self, Page};
use super::{Code, Severity, Words};
use serde_json::{Value, json};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The log of one run; `vanished` is what its baseline had, if there is one. The rules are those that were broken, in the order of the table of codes.
pub fn log(findings: &[FindingReport], vanished: Option<&[Entry]>, words: &Words) -> Value {
    let codes: Vec<Code> =
        Code::ALL.iter().copied().filter(|code| findings.iter().any(|one| one.code == code.name())).collect();
    let results: Vec<Value> =
        findings.iter().map(|finding| result(finding, &codes, words)).map(|one| with_state(one, vanished)).collect();
    let gone = |entry: &Entry| json!({ "level": "note", "message": { "text": words.vanished(entry) } });
    let mut invocation = json!({ "executionSuccessful": true });
    if let Some(vanished) = vanished.filter(|vanished| !vanished.is_empty()) {
        invocation["toolExecutionNotifications"] = vanished.iter().map(gone).collect();
    }
    let driver = json!({
        "name": "reglament",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "language": words.language().tag(),
        "rules": codes.iter().map(|code| rule(*code, words)).collect::<Vec<_>>(),
    });
    let run = json!({
        "tool": { "driver": driver },
        "language": words.language().tag(),
        "columnKind": "unicodeCodePoints",
        "invocations": [invocation],
        "results": results,
    });
    json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] })
}

/// A code with its page, which is what `explain` prints.
fn rule(code: Code, words: &Words) -> Value {
    let page = page::page(code, words);
    json!({
        "id": page.code,
        "shortDescription": { "text": page.title },
        "fullDescription": { "text": page.meaning },
        "help": { "text": page.to_text(words), "markdown": markdown(&page, words) },
        "defaultConfiguration": { "level": level(page.severity) },
    })
}

fn markdown(page: &Page, words: &Words) -> String {
    let example = |id, text: &str| format!("{}:\n\n```reglament\n{}\n```", words.say(id, &[]), text.trim_end());
    [page.meaning.clone(), example("explain-wrong", page.wrong), example("explain-right", page.right)].join("\n\n")
}

fn result(finding: &FindingReport, codes: &[Code], words: &Words) -> Value {
    let first = finding.labels.iter().take(1).map(location);
    let others = finding.labels.iter().skip(1).enumerate().map(|(index, label)| {
        let mut place = location(label);
        place["id"] = json!(index + 1);
        place
    });
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": codes.iter().position(|code| code.name() == finding.code),
        "level": level(finding.severity),
        "message": { "text": message(finding, words) },
        "locations": first.collect::<Vec<_>>(),
        "relatedLocations": others.collect::<Vec<_>>(),
        "properties": { "regulation": finding.regulation, "channel": finding.channel },
    });
    if let Some(fingerprint) = &finding.fingerprint {
        result["partialFingerprints"] = json!({ "reglamentFinding/v1": fingerprint });
    }
    if !finding.fixes.is_empty() {
        result["fixes"] = finding.fixes.iter().map(fix).collect();
    }
    if finding.is_known() {
        result["suppressions"] = json!([suppression(finding)]);
    }
    result
}

/// A change that mends the finding, file by file.
fn fix(fix: &FixReport) -> Value {
    let mut files: Vec<&str> = fix.edits.iter().map(|edit| edit.file.as_str()).collect();
    files.dedup();
    let change = |file: &&str| {
        let own = fix.edits.iter().filter(|edit| edit.file == *file);
        let replacement = |edit: &EditReport| {
            json!({
                "deletedRegion": {
                    "startLine": edit.line,
                    "startColumn": edit.column,
                    "endLine": edit.end_line,
                    "endColumn": edit.end_column,
                },
                "insertedContent": { "text": edit.text },
            })
        };
        json!({ "artifactLocation": { "uri": uri(file) }, "replacements": own.map(replacement).collect::<Vec<_>>() })
    };
    json!({ "description": { "text": fix.title }, "artifactChanges": files.iter().map(change).collect::<Vec<_>>() })
}

/// Beside a baseline each result says whether it is new; a suppressed one is not.
fn with_state(mut result: Value, vanished: Option<&[Entry]>) -> Value {
    if vanished.is_some() {
        let known = result.get("suppressions").is_some();
        result["baselineState"] = json!(if known { "unchanged" } else { "new" });
    }
    result
}

/// An `expect` stands in the text, a baseline beside it.
fn suppression(finding: &FindingReport) -> Value {
    let mut suppression =
        json!({ "kind": if finding.expected { "inSource" } else { "external" }, "status": "accepted" });
    if let Some(reason) = &finding.reason {
        suppression["justification"] = json!(reason);
    }
    suppression
}

fn message(finding: &FindingReport, words: &Words) -> String {
    format!("{}\n{}: {}", finding.message, words.say("help-word", &[]), finding.help)
}

fn location(label: &LabelReport) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&label.file) },
            "region": {
                "startLine": label.line,
                "startColumn": label.column,
                "endLine": label.end_line,
                "endColumn": label.end_column,
            },
        },
        "message": { "text": label.message },
        "properties": { "clauses": label.clauses },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// A path as a URI reference: relative as it is, absolute with its scheme; every byte that needs it is escaped.
fn uri(path: &str) -> String {
    let path = path.strip_prefix("//?/").unwrap_or(path);
    let drive = path.as_bytes().get(1) == Some(&b':');
    let scheme = match path.starts_with('/') {
        true => "file://",
        false if drive => "file:///",
        false => "",
    };
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let escaped = path.bytes().enumerate().map(|(at, byte)| match byte {
        b':' if drive && at == 1 => ":".to_owned(),
        byte if kept(byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    scheme.to_owned() + &escaped.collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_uris() {
        assert_eq!(uri("regulations/a.reglament"), "regulations/a.reglament");
        assert_eq!(uri("қала 1/a%.reglament"), "%D2%9B%D0%B0%D0%BB%D0%B0%201/a%25.reglament");
        assert_eq!(uri("/act/a b"), "file:///act/a%20b");
        assert_eq!(uri("//?/C:/act/a#b"), "file:///C:/act/a%23b");
        assert_eq!(uri("a:b/c"), "file:///a:b/c", "a single letter before a colon is a drive");
    }
}
