//! Which findings came with the new text, and which went with the old one.
//!
//! A finding is the same if it is of one code about one regulation and channel and names the same things, in the old
//! side's names. What was measured does not tell it apart: a term that is missed by more is missed still, and how it is
//! kept stands among the outcomes.

use super::names::Names;
use super::nodes::Renamed;
use super::{ActDiff, Diff, Side};
use crate::diagnostics::{Arg, Finding};
use std::collections::{BTreeMap, HashMap};

/// Findings of one side that the other does not have.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Came {
    pub new: Vec<Finding>,
    pub gone: Vec<Finding>,
}

impl Came {
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.gone.is_empty()
    }
}

/// Gives each act its findings.
pub(super) fn tell_apart(old: &Side<'_>, new: &Side<'_>, names: &Names, nodes: &[Renamed], diff: &mut Diff) {
    let mut renamed: HashMap<&str, &str> = names.renamed.iter().map(|(new, old)| (&**new, &**old)).collect();
    renamed.extend(nodes.iter().flatten().map(|(new, old)| (&**new, &**old)));
    let none = HashMap::new();
    let mut known: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for finding in old.findings {
        known.entry(identity(finding, &none)).or_default().push(finding);
    }
    for finding in new.findings {
        let same = known.get_mut(&identity(finding, &renamed)).and_then(Vec::pop);
        if same.is_none() {
            place(diff, finding, None).new.push(finding.clone());
        }
    }
    let turned: HashMap<&str, &str> = renamed.iter().map(|(new, old)| (*old, *new)).collect();
    for finding in known.into_values().flatten() {
        place(diff, finding, Some(&turned)).gone.push(finding.clone());
    }
}

fn place<'d>(diff: &'d mut Diff, finding: &Finding, turned: Option<&HashMap<&str, &str>>) -> &'d mut Came {
    let Some(id) = &finding.regulation else { return &mut diff.came };
    let id = turned.and_then(|turned| turned.get(&**id).copied()).unwrap_or(id);
    let of = |act: &ActDiff| !act.standard && act.id.split('@').next() == Some(id);
    match diff.acts.iter_mut().rfind(|act| of(act)) {
        Some(act) => &mut act.came,
        None => &mut diff.came,
    }
}

fn identity(finding: &Finding, renamed: &HashMap<&str, &str>) -> String {
    let name = |text: &str| in_old_names(text, renamed);
    let value = |arg: &Arg| match arg {
        Arg::Text(text) => Some(name(text)),
        Arg::Translated(texts) => texts.values().next().map(|text| name(text)),
        Arg::Keyword(keyword) => Some(format!("{keyword:?}")),
        Arg::List(names) | Arg::All(names) | Arg::Events(names) => {
            let mut names: Vec<String> = names.iter().map(|text| name(text)).collect();
            names.sort();
            Some(names.join(","))
        }
        _ => None,
    };
    let mut parts = vec![
        finding.code.name().to_owned(),
        name(finding.regulation.as_deref().unwrap_or_default()),
        name(finding.channel.as_deref().unwrap_or_default()),
        finding.expected.to_string(),
    ];
    parts.extend(finding.args.iter().filter_map(|(name, arg)| Some(format!("{name}={}", value(arg)?))));
    parts.join("\0")
}

/// The names in a text: runs of letters, digits, hyphens and dots.
fn in_old_names(text: &str, renamed: &HashMap<&str, &str>) -> String {
    if renamed.is_empty() {
        return text.to_owned();
    }
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_');
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = match part_of_name(first) {
            true => rest.find(|c| !part_of_name(c)).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        let word = &rest[..end];
        out += renamed.get(word).copied().unwrap_or(word);
        rest = &rest[end..];
    }
    out
}
