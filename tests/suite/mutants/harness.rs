//! Reading a regulation with one edit, and comparing what is found before and after.

use reglament::diagnostics::{Code, Finding, Label};
use reglament::model::{Model, Regulation};
use reglament::pipeline::{self, Checked};
use reglament::source::{self, Span, Unsaved};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// A regulation of the corpus in its file.
pub struct Text {
    pub id: String,
    path: PathBuf,
    pub text: String,
    pub project: Checked,
    /// What is found in the text alone, and with the proofs.
    before: [Vec<Key>; 2],
}

/// One slip: what is written instead, and what must be found.
pub struct Mutant {
    pub edits: Vec<(Range<usize>, String)>,
    pub found: Vec<Expected>,
    /// The procedure isn't whole then, so what was found before may not be concluded any more.
    pub breaks: bool,
}

/// A finding that the slip must add: its code, and clauses that must be among its places.
pub struct Expected {
    pub code: &'static str,
    pub clauses: Vec<String>,
}

/// What is found by holding a text against the inventory of the act's clauses.
const OF_INVENTORY: &[&str] = &[
    "binding-clause-omitted",
    "clause-not-carried",
    "clause-not-in-act",
    "clause-omitted-and-carried",
    "time-not-carried",
    "time-not-in-clause",
];

/// A finding without its offsets, which an edit moves.
type Key = (String, Vec<String>);

impl Text {
    /// Every regulation of the corpus.
    pub fn all() -> Vec<Text> {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("regulations");
        let (files, _) = source::list_files(&root);
        files.into_iter().filter_map(Text::read).collect()
    }

    /// `None` for a file that holds no regulation.
    fn read(path: PathBuf) -> Option<Text> {
        let text = fs::read_to_string(&path).expect("it can be read");
        let (project, plain) = look(&path, None, false);
        let before = [plain, look(&path, None, true).1];
        let own = |regulation: &&Regulation| is_file(&project, regulation.span, &path);
        let id = project.model.regulations.iter().find(own)?.id.clone();
        Some(Text { id, path, text, project, before })
    }

    pub fn model(&self) -> &Model {
        &self.project.model
    }

    pub fn regulation(&self) -> &Regulation {
        let found = self.project.model.regulations.iter().find(|regulation| regulation.id == self.id);
        found.expect("the file holds its regulation")
    }

    /// Whether something is already found within `span`. What is found of a whole way is found of none of its steps.
    pub fn is_sore(&self, span: Span) -> bool {
        let of_steps = self.project.findings.iter().filter(|finding| finding.code != Code::MixedDays);
        of_steps.flat_map(|finding| &finding.labels).any(|label| span.contains(label.span))
    }

    /// Whether `code` is found within `span`.
    pub fn is_found(&self, code: &str, span: Span) -> bool {
        let own = self.project.findings.iter().filter(|finding| finding.code.name() == code);
        own.flat_map(|finding| &finding.labels).any(|label| span.contains(label.span))
    }

    /// Makes the slip and compares.
    pub fn try_out(&self, mutant: &Mutant, in_time: bool, in_inventory: bool) -> Result<(), String> {
        let mut edits = mutant.edits.clone();
        edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
        let mut text = self.text.clone();
        for (range, instead) in edits {
            text.replace_range(range, &instead);
        }
        let (_, after) = look(&self.path, Some(text), in_time);
        let before = &self.before[usize::from(in_time)];
        let (mut added, mut lost) = (without(&after, before), without(before, &after));
        let beside = |key: &Key| {
            // What is known to be late may no longer be, once a limit is gone.
            (!in_inventory && OF_INVENTORY.contains(&&*key.0)) || (in_time && key.0 == "stale-expect")
        };
        [&mut added, &mut lost].into_iter().for_each(|keys| keys.retain(|key| !beside(key)));
        let mut left = added.clone();
        for expected in &mutant.found {
            let fits = |key: &Key| key.0 == expected.code && expected.clauses.iter().all(|it| key.1.contains(it));
            match left.iter().position(fits) {
                Some(at) => drop(left.remove(at)),
                None => return Err(self.told(mutant, &format!("{} {:?}", expected.code, expected.clauses), &added)),
            }
        }
        changed(&mut left, &mut lost);
        match (left.is_empty(), lost.is_empty() || mutant.breaks) {
            (true, true) => Ok(()),
            (false, _) => Err(self.told(mutant, "nothing more", &left)),
            (_, false) => Err(self.told(mutant, "what was found before", &lost)),
        }
    }

    fn told(&self, mutant: &Mutant, wanted: &str, got: &[Key]) -> String {
        let edits: Vec<String> = mutant.edits.iter().map(|(range, with)| self.edit(range, with)).collect();
        format!("wanted {wanted}, got {got:?}\n        after {}", edits.join("; "))
    }

    fn edit(&self, range: &Range<usize>, with: &str) -> String {
        let line = self.text[..range.start].matches('\n').count() + 1;
        format!("line {line}: `{}` → `{with}`", &self.text[range.clone()])
    }
}

/// What is found in one file and what it uses, as it is or with another text instead.
fn look(path: &Path, instead: Option<String>, in_time: bool) -> (Checked, Vec<Key>) {
    let unsaved: Unsaved = instead.map(|text| (path.to_path_buf(), text)).into_iter().collect();
    let mut projects = pipeline::load(&[path.to_path_buf()], &unsaved).expect("it can be read");
    let project = projects.remove(0);
    let checked = if in_time { pipeline::check(project) } else { pipeline::examine(project) };
    let keys = checked.findings.iter().map(|finding| key(&checked, finding)).collect();
    (checked, keys)
}

fn is_file(checked: &Checked, at: Span, path: &Path) -> bool {
    path.ends_with(checked.sources.path(at.file)) || Path::new(checked.sources.path(at.file)) == path
}

fn key(checked: &Checked, finding: &Finding) -> Key {
    let mut places: Vec<String> = finding.labels.iter().map(|label| place(checked, label)).collect();
    places.sort();
    (finding.code.name().to_owned(), places)
}

/// The clause, or the line's first two words.
fn place(checked: &Checked, label: &Label) -> String {
    match &label.clause {
        Some(clause) => clause.clone(),
        None => {
            let words = checked.sources.slice(label.span).split_whitespace().take(2);
            words.collect::<Vec<_>>().join(" ")
        }
    }
}

/// A finding that speaks of one place more or less than before is the same finding.
fn changed(added: &mut Vec<Key>, lost: &mut Vec<Key>) {
    added.retain(|key| {
        let same = |before: &Key| before.0 == key.0 && before.1.iter().any(|place| key.1.contains(place));
        match lost.iter().position(same) {
            Some(at) => {
                lost.swap_remove(at);
                false
            }
            None => true,
        }
    });
}

fn without(these: &[Key], those: &[Key]) -> Vec<Key> {
    let mut those = those.to_vec();
    let mut left = Vec::new();
    for key in these {
        match those.iter().position(|other| other == key) {
            Some(at) => drop(those.swap_remove(at)),
            None => left.push(key.clone()),
        }
    }
    left
}

/// Keeps `count` of the mutants, drawn by a die whose seed is `name`.
pub fn draw(mutants: &mut Vec<Mutant>, count: usize, name: &str) {
    let mut seed = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    while mutants.len() > count {
        // An xorshift die: the same on every machine and in every year.
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        let at = (seed % mutants.len() as u64) as usize;
        mutants.remove(at);
    }
}
