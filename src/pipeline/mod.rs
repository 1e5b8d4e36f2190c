//! From text to verdict.

mod calendar;
mod cite;
mod expect;
mod format;
mod load;
mod parallel;
mod version;
mod workspace;

pub use format::{Formatted, format};
pub use load::{Loaded, LoadedFile, PathProblem, load};
pub use workspace::{Act, Workspace};

use crate::ast;
use crate::check;
use crate::diagnostics::{self, Finding};
use crate::inventory::Inventory;
use crate::model::{Model, RegulationId};
use crate::resolve;
use crate::source::{FileId, Sources};
use crate::time::Calendar;
use crate::verify::{self, Options, Proof, Prover, Verdict};
use crate::vocabulary::Language;
use std::collections::HashMap;
use std::path::PathBuf;

/// Regulations by name, each with what was proved of it.
pub type Verdicts = Vec<(String, Verdict)>;

/// A project with everything that there is to say of it.
#[derive(Debug)]
pub struct Checked {
    /// The folder of the project.
    pub root: PathBuf,
    pub sources: Sources,
    pub model: Model,
    pub calendar: Calendar,
    /// One a regulation, in the order of the model; empty where nothing was verified yet.
    pub proofs: Vec<Proof>,
    /// In the order of the files and places.
    pub findings: Vec<Finding>,
    /// Every file of the project was read, and every line of them: what is not found is not there.
    pub read_whole: bool,
    /// How many files in the language were read.
    pub files: usize,
}

impl Checked {
    /// What each source is called from the project's folder, wherever it was read from.
    pub fn files_in_project(&self) -> Vec<String> {
        load::inside(&self.root, self.sources.ids().map(|file| self.sources.path(file)))
    }
}

/// Resolves, checks and verifies what was loaded.
pub fn check(loaded: Loaded) -> Checked {
    let mut checked = examine(loaded);
    checked.proofs = prove(&checked.model, &checked.calendar);
    for proof in &checked.proofs {
        checked.findings.extend(verify::findings(&checked.model, proof.regulation, proof));
    }
    cite::cite(&checked.model, &mut checked.findings);
    version::once_each(&checked.model, &mut checked.findings);
    expect::mark(&expect::marks(&checked.model, |_| false), &mut checked.findings);
    diagnostics::arrange(&mut checked.findings, &checked.sources);
    checked
}

/// Resolves and checks what was loaded: everything that can be found without judging time, and no `expect` looked at.
pub fn examine(loaded: Loaded) -> Checked {
    let mut checked = understand(loaded);
    checked.findings.extend(check::check(&checked.model));
    cite::cite(&checked.model, &mut checked.findings);
    checked
}

/// Resolves what was loaded: the meaning, as far as the text is whole, without judging it.
pub fn understand(loaded: Loaded) -> Checked {
    let Loaded { root, mut sources, settings, settings_file, files, whole, in_force_on, mut findings } = loaded;
    let (calendar, wrong) = calendar::of_project(&root, &settings, settings_file, &mut sources);
    findings.extend(wrong);
    let (languages, wrong) = calendar::languages(&settings, settings_file);
    findings.extend(wrong);
    let count = files.len();
    let modules: Vec<resolve::Module> = files
        .iter()
        .map(|file| resolve::Module {
            name: file.module.clone(),
            file: &file.ast,
            imports: file.imports.clone(),
            lost: resolve::lost_names(file.ast.id, sources.text(file.ast.id), &findings),
        })
        .collect();
    let (model, wrong) = resolve::resolve(&modules);
    drop(modules);
    findings.extend(wrong);
    let loaded = Loaded { root, sources, settings, settings_file, files, whole, in_force_on, findings: Vec::new() };
    let mut model = assemble(model, &loaded, &languages);
    let Loaded { root, sources, files, .. } = loaded;
    if let Some(day) = in_force_on {
        version::keep_in_force(&mut model, &mut findings, day);
    }
    let read_whole = model.whole && files.iter().all(|file| all_read(&file.ast.lines));
    Checked { root, sources, model, calendar, proofs: Vec::new(), findings, read_whole, files: count }
}

/// A model with what the project says of it: its languages, the inventories of its acts, and whether all of it was read.
fn assemble(mut model: Model, loaded: &Loaded, languages: &[Language]) -> Model {
    model.languages = languages.to_vec();
    let inventories: HashMap<FileId, &Inventory> =
        loaded.files.iter().filter_map(|file| Some((file.ast.id, file.inventory.as_ref()?))).collect();
    for regulation in &mut model.regulations {
        regulation.inventory = inventories.get(&regulation.span.file).map(|it| (*it).clone());
    }
    model.whole = loaded.whole && loaded.files.iter().all(|file| !file.ast.broken);
    model
}

/// One of the texts read once more: what was read of it is not kept.
pub fn reparsed(sources: &Sources, file: FileId) -> ast::File {
    crate::parse::parse(file, sources.text(file)).0
}

fn all_read(lines: &[ast::Line]) -> bool {
    let block_read = |line: &ast::Line| line.block.as_ref().is_none_or(|block| !block.broken && all_read(&block.lines));
    lines.iter().all(|line| !line.broken && block_read(line))
}

fn prove(model: &Model, calendar: &Calendar) -> Vec<Proof> {
    let ids: Vec<RegulationId> = (0..model.regulations.len() as u32).map(RegulationId).collect();
    let prover = Prover::new(model, calendar);
    parallel::map(&ids, |id| prover.prove(*id, &Options::default()))
}
