//! The projects that are open: which one a file belongs to, the texts that are typed, and what the client was told.

use super::place::{self, Encoding};
use crate::diagnostics::{Finding, Severity, Words};
use crate::pipeline::Workspace;
use crate::source::{FileId, Unsaved, find_project};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Everything that the client has open.
pub struct Projects {
    pub encoding: Encoding,
    /// By the folder of the project, or by the file that is one of its own.
    open: BTreeMap<PathBuf, Workspace>,
    /// Texts as they are typed.
    texts: BTreeMap<PathBuf, String>,
    /// Files whose text is not in its workspace yet; `None`: they are closed.
    waiting: BTreeMap<PathBuf, Option<String>>,
    /// By file: what the client was told.
    told: BTreeMap<PathBuf, Value>,
    dirty: bool,
}

impl Projects {
    pub fn new(encoding: Encoding) -> Projects {
        let (open, texts, waiting, told) = Default::default();
        Projects { encoding, open, texts, waiting, told, dirty: false }
    }

    pub fn open(&mut self, uri: &str, text: &str) {
        if let Some(path) = place::path(uri) {
            self.set(path, text.to_owned());
        }
    }

    pub fn change(&mut self, uri: &str, change: &Value) {
        let Some(path) = place::path(uri) else { return };
        let text = self.texts.get(&path).map_or("", String::as_str);
        let text = place::changed(text, change, self.encoding);
        self.set(path, text);
    }

    fn set(&mut self, path: PathBuf, text: String) {
        self.texts.insert(path.clone(), text.clone());
        self.waiting.insert(path, Some(text));
        self.dirty = true;
    }

    /// The file counts again as it stands on the disk.
    pub fn close(&mut self, uri: &str) {
        let Some(path) = place::path(uri) else { return };
        self.texts.remove(&path);
        self.waiting.insert(path, None);
        self.dirty = true;
    }

    /// Files may have changed, come or gone.
    pub fn read_again(&mut self) {
        self.take_in();
        self.open.values_mut().for_each(|workspace| {
            // A folder that is gone keeps what was known of it.
            let _ = workspace.read_again();
        });
        self.dirty = true;
    }

    /// Everything is told anew, in another language.
    pub fn say_again(&mut self) {
        self.told.clear();
        self.dirty = true;
    }

    /// Lets the workspaces know of what was typed.
    fn take_in(&mut self) {
        for (path, text) in std::mem::take(&mut self.waiting) {
            let home = home(&path);
            if let Some(workspace) = self.open.get_mut(&home) {
                let _ = workspace.set(&path, text);
                continue;
            }
            let unsaved: Unsaved = self
                .texts
                .iter()
                .filter(|(open, _)| self::home(open) == home)
                .map(|(open, text)| (std::fs::canonicalize(open).unwrap_or_else(|_| open.clone()), text.clone()))
                .collect();
            if let (Some(_), Ok(workspace)) = (text, Workspace::open(&home, unsaved)) {
                self.open.insert(home, workspace);
            }
        }
    }

    /// The workspace of a file, and the file in it.
    pub fn find(&mut self, uri: &str) -> Option<(&Workspace, FileId)> {
        self.take_in();
        let path = place::path(uri)?;
        let workspace = self.open.get(&home(&path))?;
        let real = std::fs::canonicalize(&path).unwrap_or(path);
        let file = workspace.files().iter().find(|file| same(&file.path, &real))?;
        Some((workspace, file.ast.id))
    }

    pub fn workspaces(&mut self) -> impl Iterator<Item = &Workspace> {
        self.take_in();
        self.open.values()
    }

    /// The files whose findings are not what the client was told, with their findings.
    pub fn changed(&mut self, words: &Words) -> Vec<(String, Value)> {
        if !std::mem::take(&mut self.dirty) {
            return Vec::new();
        }
        self.take_in();
        let mut now: BTreeMap<PathBuf, Value> = BTreeMap::new();
        for workspace in self.open.values() {
            for file in workspace.files() {
                let findings = workspace.findings_in(file.ast.id).iter();
                let each = findings.map(|finding| diagnostic(workspace, finding, self.encoding, words));
                now.insert(file.path.clone(), each.collect());
            }
        }
        let paths: BTreeSet<PathBuf> = now.keys().chain(self.told.keys()).cloned().collect();
        let mut changed = Vec::new();
        for path in paths {
            let findings = now.get(&path).cloned().unwrap_or_else(|| json!([]));
            let nothing = json!([]);
            if self.told.get(&path).unwrap_or(&nothing) != &findings {
                changed.push((place::uri(&self.shown(&path)), findings.clone()));
            }
            self.told.insert(path, findings);
        }
        changed
    }

    /// The path as the client writes it, where it has the file open.
    fn shown(&self, path: &Path) -> PathBuf {
        let same = |open: &&PathBuf| std::fs::canonicalize(open).is_ok_and(|real| self::same(path, &real));
        self.texts.keys().find(same).cloned().unwrap_or_else(|| path.to_path_buf())
    }
}

/// The project of a file, else the file itself.
fn home(path: &Path) -> PathBuf {
    find_project(path.parent().unwrap_or(path)).unwrap_or_else(|| path.to_path_buf())
}

fn same(one: &Path, real: &Path) -> bool {
    one == real || std::fs::canonicalize(one).is_ok_and(|one| one == real)
}

/// A finding as a client shows it: a known one as a hint.
pub fn diagnostic(workspace: &Workspace, finding: &Finding, encoding: Encoding, words: &Words) -> Value {
    let sources = workspace.sources();
    let severity = match (finding.expected, finding.severity) {
        (true, _) => 4,
        (_, Severity::Error) => 1,
        (_, Severity::Warning) => 2,
        (_, Severity::Note) => 3,
    };
    let range = finding.primary().map_or_else(nowhere, |span| place::range(sources, span, encoding));
    let related: Vec<Value> = finding
        .labels
        .iter()
        .skip(1)
        .map(|label| {
            let path = workspace.files().iter().find(|file| file.ast.id == label.span.file).map(|file| &file.path);
            let path = path.cloned().unwrap_or_else(|| PathBuf::from(sources.path(label.span.file)));
            let location = json!({ "uri": place::uri(&path), "range": place::range(sources, label.span, encoding) });
            json!({ "location": location, "message": words.label(finding, label) })
        })
        .collect();
    json!({
        "range": range,
        "severity": severity,
        "code": finding.code.name(),
        "source": "reglament",
        "message": format!("{}\n{}", words.message(finding), words.help(finding)).trim_end(),
        "relatedInformation": related,
    })
}

fn nowhere() -> Value {
    let start = json!({ "line": 0, "character": 0 });
    json!({ "start": start, "end": start })
}
