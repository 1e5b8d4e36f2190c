//! A project that is checked again and again while its texts change, as in an editor or over a nation's worth of acts.
//!
//! Most files of a project are acts that no other file uses. What is found in such an act depends on its own text and on
//! what it shares with others, never on another act: so each is judged apart, and what did not change is not judged
//! again. Few questions are asked of all acts together (is this fact asked for at all? does this mark of a standard mark
//! anything?); of each act just what they need is kept.
//!
//! Invariant: what it tells is what [`check`](super::check) tells of the same texts.

mod judged;
mod plan;

use super::load::{Loaded, LoadedFile, PathProblem, load};
use super::{Verdicts, parallel};
use crate::diagnostics::{self, Finding};
use crate::model::StandardId;
use crate::parse;
use crate::resolve;
use crate::source::{FileId, Sources, Unsaved};
use crate::time::Calendar;
use crate::verify::Laid;
use crate::vocabulary::Language;
use judged::{Bench, Judged};
use plan::Plan;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use judged::Act;

/// How many acts are resolved together: what they share is read once for all of them.
const GROUP: usize = 32;

/// Limits that are laid over the calendar; with more of them, old ones are let go.
const MOST_LAID: usize = 4_000;

/// A project, what is known of it, and what is found in it.
pub struct Workspace {
    paths: Vec<PathBuf>,
    unsaved: Unsaved,
    loaded: Loaded,
    /// What parsing each file found, and the names lost in it; by their place among the files.
    read: Vec<Read>,
    calendar: Calendar,
    languages: Vec<Language>,
    /// What is found of the project and not of one of its texts: settings, calendar rows, files that cannot be read.
    beside: Vec<Finding>,
    laid: Arc<Laid>,
    plan: Plan,
    shared: Judged,
    /// One a unit of the plan.
    units: Vec<Judged>,
    /// What is told, by file, in order.
    told: HashMap<FileId, Vec<Finding>>,
    /// Every file, in the order in which they are told of.
    order: Vec<FileId>,
}

/// What reading one file came to, beside its tree.
#[derive(Default)]
struct Read {
    findings: Vec<Finding>,
    lost: Vec<String>,
}

impl Workspace {
    /// Reads the project of the path, with `unsaved` texts in the place of files, and judges it.
    ///
    /// # Errors
    /// The path cannot be taken.
    pub fn open(path: &Path, unsaved: Unsaved) -> Result<Workspace, PathProblem> {
        let mut projects = load(&[path.to_path_buf()], &unsaved)?;
        let loaded = projects.pop().unwrap_or_default();
        Ok(Workspace::of(loaded, vec![path.to_path_buf()], unsaved))
    }

    fn of(mut loaded: Loaded, paths: Vec<PathBuf>, unsaved: Unsaved) -> Workspace {
        let (calendar, mut beside) =
            super::calendar::of_project(&loaded.root, &loaded.settings, loaded.settings_file, &mut loaded.sources);
        let (languages, wrong) = super::calendar::languages(&loaded.settings, loaded.settings_file);
        beside.extend(wrong);
        let mut read: Vec<Read> = loaded.files.iter().map(|_| Read::default()).collect();
        let places: HashMap<FileId, usize> = loaded.files.iter().enumerate().map(|(ix, it)| (it.ast.id, ix)).collect();
        for finding in std::mem::take(&mut loaded.findings) {
            match finding.primary().and_then(|at| places.get(&at.file)) {
                Some(&ix) => read[ix].findings.push(finding),
                None => beside.push(finding),
            }
        }
        for (file, read) in loaded.files.iter().zip(&mut read) {
            read.lost = resolve::lost_names(file.ast.id, loaded.sources.text(file.ast.id), &read.findings);
        }
        let plan = Plan::of(&loaded.files, &read.iter().map(|it| it.lost.as_slice()).collect::<Vec<_>>());
        let mut workspace = Workspace {
            paths,
            unsaved,
            loaded,
            read,
            calendar,
            languages,
            beside,
            laid: Arc::default(),
            plan,
            shared: Judged::default(),
            units: Vec::new(),
            told: HashMap::new(),
            order: Vec::new(),
        };
        workspace.judge_all();
        workspace
    }

    /// Takes another text for a file, saved or not; `None`: what stands on the disk holds again. A file of the project
    /// that was not there before is read with it.
    ///
    /// # Errors
    /// The project can no longer be read at all.
    pub fn set(&mut self, path: &Path, text: Option<String>) -> Result<(), PathProblem> {
        let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        match &text {
            Some(text) => self.unsaved.insert(real.clone(), text.clone()),
            None => self.unsaved.remove(&real),
        };
        let known = self.loaded.files.iter().position(|file| file.path == real);
        let edited = known.zip(text).is_some_and(|(ix, text)| self.edit(ix, text));
        if edited { Ok(()) } else { self.read_again() }
    }

    /// Reads everything again: a file came or went, or uses others than before.
    ///
    /// # Errors
    /// The project can no longer be read at all.
    pub fn read_again(&mut self) -> Result<(), PathProblem> {
        let loaded = load(&self.paths, &self.unsaved)?.pop().unwrap_or_default();
        *self = Workspace::of(loaded, self.paths.clone(), std::mem::take(&mut self.unsaved));
        Ok(())
    }

    /// The new text of a file that is known; `false` where the files must be read again.
    fn edit(&mut self, ix: usize, text: String) -> bool {
        let id = self.loaded.files[ix].ast.id;
        self.loaded.sources.replace(id, text);
        let (ast, findings) = parse::parse(id, self.loaded.sources.text(id));
        let lost = resolve::lost_names(id, self.loaded.sources.text(id), &findings);
        let file = &mut self.loaded.files[ix];
        let was = plan::shape(file, &self.read[ix].lost);
        file.ast = ast;
        self.read[ix] = Read { findings, lost };
        let used: Vec<(String, crate::source::Span)> =
            resolve::imports(&file.ast).into_iter().map(|name| (name.text.clone(), name.span)).collect();
        if used.len() != file.imports.len() || used.iter().zip(&file.imports).any(|(now, was)| now.0 != was.name) {
            return false;
        }
        for (import, (_, span)) in file.imports.iter_mut().zip(used) {
            import.span = span;
        }
        // Places in the findings about what it uses are of the old text.
        if file.imports.iter().any(|import| import.reported) {
            return false;
        }
        match self.plan.unit_of(ix) {
            Some(unit) if plan::shape(file, &self.read[ix].lost) == was => self.judge_again(unit),
            _ => {
                self.plan = Plan::of(&self.loaded.files, &self.lost());
                self.judge_all();
            }
        }
        true
    }

    fn lost(&self) -> Vec<&[String]> {
        self.read.iter().map(|it| it.lost.as_slice()).collect()
    }

    fn judge_all(&mut self) {
        if self.laid.len() > MOST_LAID {
            self.laid = Arc::default();
        }
        let bench = self.bench();
        let shared = bench.shared();
        let groups: Vec<Vec<usize>> =
            (0..self.plan.units.len()).collect::<Vec<_>>().chunks(GROUP).map(<[usize]>::to_vec).collect();
        let units = parallel::map(&groups, |group| bench.units(group)).into_iter().flatten().collect();
        (self.shared, self.units) = (shared, units);
        self.order = self.loaded.sources.ids().collect();
        self.order.sort_by(|a, b| self.loaded.sources.path(*a).cmp(self.loaded.sources.path(*b)));
        self.told = HashMap::new();
        (0..self.units.len()).for_each(|unit| self.tell(unit));
        self.tell_shared();
    }

    fn judge_again(&mut self, unit: usize) {
        if self.laid.len() > MOST_LAID {
            self.laid = Arc::default();
        }
        let judged = self.bench().units(&[unit]).pop().unwrap_or_default();
        let broken = |judged: &Judged| judged.broken;
        let whole_changed = broken(&judged) != broken(&self.units[unit]) && self.loaded.whole;
        let apart = judged.differs_outside(&self.units[unit]) || whole_changed;
        self.units[unit] = judged;
        self.tell(unit);
        if apart {
            self.tell_shared();
        }
    }

    fn bench(&self) -> Bench<'_> {
        Bench {
            loaded: &self.loaded,
            read: &self.read,
            beside: &self.beside,
            calendar: &self.calendar,
            languages: &self.languages,
            laid: &self.laid,
            plan: &self.plan,
        }
    }

    /// What is told in the files of one unit.
    fn tell(&mut self, unit: usize) {
        let files = self.plan.sources(&self.loaded.files, unit);
        let judged = &self.units[unit];
        let beside = self.shared.inside(&files);
        let mut findings: Vec<Finding> = judged.inside(&files).chain(beside).cloned().collect();
        super::expect::mark(&judged.marks, &mut findings);
        self.put(&files, findings);
    }

    /// What is told in all other files: also what acts have to do with it.
    fn tell_shared(&mut self) {
        let of_units: HashSet<FileId> =
            (0..self.units.len()).flat_map(|unit| self.plan.sources(&self.loaded.files, unit)).collect();
        let mut findings: Vec<Finding> = self.shared.outside(&of_units).cloned().collect();
        for finding in self.units.iter().flat_map(|unit| unit.outside(&of_units)) {
            let twin = finding.regulation.is_none() && findings.contains(finding);
            if !twin {
                findings.push(finding.clone());
            }
        }
        findings.extend(self.unused());
        let implemented: BTreeSet<StandardId> = self.units.iter().flat_map(|unit| unit.standards.clone()).collect();
        let marks = super::expect::marks(&self.shared.model, |id| implemented.contains(&id));
        super::expect::mark(&marks, &mut findings);
        let files: Vec<FileId> = self.order.iter().copied().filter(|file| !of_units.contains(file)).collect();
        self.put(&files, findings);
    }

    /// Facts of shared files that nothing asks for.
    fn unused(&self) -> Vec<Finding> {
        let acts = self.units.len() + self.shared.model.regulations.len() + self.shared.model.standards.len();
        let whole = self.loaded.whole && self.loaded.files.iter().all(|file| !file.ast.broken);
        let all: Option<Vec<_>> = self.units.iter().chain([&self.shared]).map(|unit| unit.asked.clone()).collect();
        match all {
            Some(asked) if whole && acts > 0 => {
                let unused = crate::check::unused(&self.shared.model, asked.into_iter().flatten().collect());
                let known = &self.shared.findings;
                unused.into_iter().filter(|finding| !known.contains(finding)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn put(&mut self, files: &[FileId], findings: Vec<Finding>) {
        for file in files {
            self.told.remove(file);
        }
        let mut by_file: HashMap<FileId, Vec<Finding>> = HashMap::new();
        for finding in findings {
            let file = finding.primary().map_or(NOWHERE, |at| at.file);
            by_file.entry(file).or_default().push(finding);
        }
        for (file, mut findings) in by_file {
            diagnostics::arrange(&mut findings, &self.loaded.sources);
            self.told.insert(file, findings);
        }
    }

    /// Everything that is found, in the order in which it is told.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let files = std::iter::once(&NOWHERE).chain(&self.order);
        files.filter_map(|file| self.told.get(file)).flatten()
    }

    /// What is found in one file.
    pub fn findings_in(&self, file: FileId) -> &[Finding] {
        self.told.get(&file).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn sources(&self) -> &Sources {
        &self.loaded.sources
    }

    pub fn root(&self) -> &Path {
        &self.loaded.root
    }

    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Every file in the language, as read.
    pub fn files(&self) -> &[LoadedFile] {
        &self.loaded.files
    }

    /// Every regulation with its proof and the model that it is part of.
    pub fn acts(&self) -> impl Iterator<Item = Act<'_>> {
        self.units.iter().chain([&self.shared]).flat_map(Judged::acts)
    }

    /// The regulations of one file.
    pub fn acts_in(&self, file: FileId) -> impl Iterator<Item = Act<'_>> {
        self.acts().filter(move |act| act.model[act.proof.regulation].span.file == file)
    }

    /// The verdict on each regulation, in the order of their names.
    pub fn verdicts(&self) -> Verdicts {
        let mut all: Verdicts = self.acts().map(|act| (act.id(), act.proof.verdict())).collect();
        all.sort();
        all
    }
}

/// Stands for findings that lie in no file.
const NOWHERE: FileId = FileId(u32::MAX);
