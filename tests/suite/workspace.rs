//! A project that is checked while its texts change tells what a fresh check of the same texts tells.

use reglament::diagnostics::Finding;
use reglament::pipeline::{self, Verdicts, Workspace};
use reglament::source::Unsaved;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Findings and verdicts of a check that knows nothing of an earlier one.
fn fresh(path: &Path, unsaved: &Unsaved) -> (Vec<Finding>, Verdicts) {
    let loaded = pipeline::load(&[path.to_path_buf()], unsaved).expect("the project can be read").remove(0);
    let checked = pipeline::check(loaded);
    let verdict = |proof: &reglament::verify::Proof| (checked.model[proof.regulation].versioned_id(), proof.verdict());
    let mut verdicts: Verdicts = checked.proofs.iter().map(verdict).collect();
    verdicts.sort();
    (checked.findings, verdicts)
}

fn held(workspace: &Workspace) -> (Vec<Finding>, Verdicts) {
    (workspace.findings().cloned().collect(), workspace.verdicts())
}

#[track_caller]
fn same(workspace: &Workspace, path: &Path, unsaved: &Unsaved, what: &str) {
    let (ours, theirs) = (held(workspace), fresh(path, unsaved));
    for (at, (our, their)) in ours.0.iter().zip(&theirs.0).enumerate() {
        assert!(our == their, "{what}: finding {at}:\n{our:#?}\nand not\n{their:#?}");
    }
    assert_eq!(ours.0.len(), theirs.0.len(), "{what}: {:#?} {:#?}", ours.0.last(), theirs.0.last());
    assert_eq!(ours.1, theirs.1, "{what}");
}

fn open(path: &Path) -> Workspace {
    Workspace::open(path, Unsaved::new()).expect("the project can be read")
}

#[test]
fn tells_of_every_case_what_a_check_tells() {
    let mut cases = Vec::new();
    for room in ["parse", "resolve", "check", "verify"] {
        for folder in ["ok", "err"] {
            let folder = root().join("tests/cases").join(room).join(folder);
            cases.extend(fs::read_dir(&folder).into_iter().flatten().map(|entry| entry.expect("readable").path()));
        }
    }
    cases.sort();
    cases.retain(|case| case.is_dir() || case.extension().is_some_and(|it| it == "reglament"));
    assert!(cases.len() > 50, "only {} cases", cases.len());
    for case in cases {
        same(&open(&case), &case, &Unsaved::new(), &case.display().to_string());
    }
}

#[test]
fn tells_of_the_corpus_what_a_check_tells() {
    let corpus = root().join("regulations");
    same(&open(&corpus), &corpus, &Unsaved::new(), "the corpus");
}

/// Numbers from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
}

/// A text as it stands while somebody types.
fn slip(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return "regulation a.b \"x\" {".to_owned();
    }
    let at = dice.below(lines.len());
    let other = dice.below(lines.len());
    match dice.below(8) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[other].clone()),
        2 => lines.swap(at, other),
        3 => lines[at] = lines[at].chars().take(dice.below(20)).collect(),
        4 => lines[at].push_str([" {", " }", " limit 3", "\"", " clause 77", " ҚФБ"][dice.below(6)]),
        5 => lines[at] = lines[at].replace("working", "calendar").replace("15 minutes", "2 working days"),
        6 => {
            let words: Vec<&str> = lines[at].split(' ').collect();
            let cut = dice.below(words.len());
            lines[at] = words
                .iter()
                .enumerate()
                .filter(|(ix, _)| *ix != cut)
                .map(|(_, word)| *word)
                .collect::<Vec<_>>()
                .join(" ");
        }
        _ => lines[at] = lines[at].replace(".", "-").replace("clerk", "clark"),
    }
    lines.join("\n") + "\n"
}

/// Edits of a project's files, one after the other; each starts from the file on the disk or from what it was made into.
fn edits(path: &Path, files: &[PathBuf], seed: u64, count: usize) {
    let mut dice = Dice(seed | 1);
    let mut workspace = open(path);
    let mut unsaved = Unsaved::new();
    for turn in 0..count {
        let file = &files[dice.below(files.len())];
        let disk = fs::read_to_string(file).expect("a file of the project");
        let from = unsaved.get(file).filter(|_| dice.below(3) > 0).unwrap_or(&disk).clone();
        let text = slip(&from, &mut dice);
        unsaved.insert(file.clone(), text.clone());
        workspace.set(file, Some(text)).expect("the project is still there");
        same(&workspace, path, &unsaved, &format!("seed {seed}, edit {turn} of {}", file.display()));
    }
    for file in files {
        workspace.set(file, None).expect("the project is still there");
    }
    same(&workspace, path, &Unsaved::new(), "with everything taken back");
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("readable").path()) {
        match entry.is_dir() {
            true => files.extend(files_of(&entry)),
            false if entry.extension().is_some_and(|it| it == "reglament") => files.push(entry),
            false => {}
        }
    }
    files.sort();
    files.iter().map(|file| fs::canonicalize(file).expect("it exists")).collect()
}

/// How many edits of a small project, and of the corpus: more of them by `REGLAMENT_EDITS=20`.
fn times(many: usize) -> usize {
    many * std::env::var("REGLAMENT_EDITS").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

#[test]
fn tells_after_every_edit_what_a_fresh_check_tells() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let corpus = root().join("regulations");
    for part in ["actors", "channels", "documents", "facts", "schedules", "bodies", "standards", "rules-2020"] {
        copy(&corpus.join(part), &folder.path().join(part));
    }
    copy(&corpus.join("north-kazakhstan"), &folder.path().join("north"));
    fs::copy(corpus.join("reglament.toml"), folder.path().join("reglament.toml")).expect("the settings");
    let files = files_of(folder.path());
    edits(folder.path(), &files, 0x5eed, times(60));
    let acts: Vec<PathBuf> = files
        .iter()
        .filter(|file| file.ends_with("land-project.reglament") || file.ends_with("change-purpose.reglament"))
        .cloned()
        .collect();
    edits(folder.path(), &acts, 0xac75, times(60));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a temporary folder");
    for entry in fs::read_dir(from).into_iter().flatten().flatten() {
        fs::copy(entry.path(), to.join(entry.file_name())).expect("a file of the corpus");
    }
}
