//! From text to verdict.

mod calendar;
mod cite;
mod expect;
mod format;
mod load;
mod parallel;
mod version;

pub use format::{Formatted, format};
pub use load::{Loaded, LoadedFile, PathProblem, load};

use crate::ast;
use crate::check;
use crate::diagnostics::{self, Finding};
use crate::model::{Model, RegulationId};
use crate::resolve;
use crate::source::Sources;
use crate::time::Calendar;
use crate::verify::{self, Options, Proof, Prover};
use std::path::PathBuf;

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
    expect::mark(&checked.model, &mut checked.findings);
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
    let (mut model, wrong) = resolve::resolve(&modules);
    findings.extend(wrong);
    model.languages = languages;
    for regulation in &mut model.regulations {
        let file = files.iter().find(|file| file.ast.id == regulation.span.file);
        regulation.inventory = file.and_then(|file| file.inventory.clone());
    }
    model.whole = whole && files.iter().all(|file| !file.ast.broken);
    if let Some(day) = in_force_on {
        version::keep_in_force(&mut model, &mut findings, day);
    }
    let read_whole = model.whole && files.iter().all(|file| all_read(&file.ast.lines));
    Checked { root, sources, model, calendar, proofs: Vec::new(), findings, read_whole, files: count }
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
