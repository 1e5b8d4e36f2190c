//! Judging what stands together, and what of it others need to know.

use super::Read;
use super::plan::Plan;
use crate::check;
use crate::diagnostics::{Code, Finding};
use crate::model::{FactId, Model, RegulationId, StandardId};
use crate::pipeline::expect::{self, Mark};
use crate::pipeline::load::Loaded;
use crate::pipeline::{assemble, cite, version};
use crate::resolve;
use crate::source::FileId;
use crate::time::Calendar;
use crate::verify::{self, Laid, Options, Proof, Prover};
use crate::vocabulary::Language;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// What one unit came to, or all that is shared.
#[derive(Default)]
pub struct Judged {
    pub model: Arc<Model>,
    /// Of its own regulations.
    pub proofs: Vec<Proof>,
    /// Wherever they lie.
    pub findings: Vec<Finding>,
    /// The `expect`s in its own files.
    pub marks: Vec<Mark>,
    /// The shared facts that it asks for; `None` where not all of it could be read.
    pub asked: Option<BTreeSet<FactId>>,
    /// The shared standards that it implements.
    pub standards: BTreeSet<StandardId>,
    /// Some of it could not be read.
    pub broken: bool,
}

/// A regulation with its proof, and the model that its numbers are of.
pub struct Act<'w> {
    pub model: &'w Model,
    pub proof: &'w Proof,
}

impl Act<'_> {
    /// What it is called where versions are told apart.
    pub fn id(&self) -> String {
        self.model[self.proof.regulation].versioned_id()
    }
}

impl Judged {
    pub fn acts(&self) -> impl Iterator<Item = Act<'_>> {
        self.proofs.iter().map(|proof| Act { model: &self.model, proof })
    }

    /// What is found in these files.
    pub fn inside<'f>(&'f self, files: &'f [FileId]) -> impl Iterator<Item = &'f Finding> {
        self.findings.iter().filter(|finding| finding.primary().is_some_and(|at| files.contains(&at.file)))
    }

    /// What is found in none of these files.
    pub fn outside<'f>(&'f self, files: &'f HashSet<FileId>) -> impl Iterator<Item = &'f Finding> {
        self.findings.iter().filter(|finding| finding.primary().is_none_or(|at| !files.contains(&at.file)))
    }

    /// Whether what it means for other files is not what `other` means for them.
    pub fn differs_outside(&self, other: &Judged) -> bool {
        let own = |judged: &Judged| -> HashSet<FileId> {
            let regulations = judged.proofs.iter().map(|proof| &judged.model[proof.regulation]);
            let inventories = regulations.clone().filter_map(|it| it.inventory.as_ref()?.clauses.first()?.span);
            regulations.map(|it| it.span.file).chain(inventories.map(|span| span.file)).collect()
        };
        let (ours, theirs) = (own(self), own(other));
        self.asked != other.asked
            || self.standards != other.standards
            || !self.outside(&ours).eq(other.outside(&theirs))
    }
}

/// What judging needs.
pub struct Bench<'w> {
    pub loaded: &'w Loaded,
    /// By file: what reading it came to.
    pub read: &'w [Read],
    /// What is found of the project and not of one of its texts.
    pub beside: &'w [Finding],
    pub calendar: &'w Calendar,
    pub languages: &'w [Language],
    pub laid: &'w Arc<Laid>,
    pub plan: &'w Plan,
}

impl Bench<'_> {
    /// What is shared, alone.
    pub fn shared(&self) -> Judged {
        let (model, mut findings) = self.model(&[]);
        findings.extend(self.plan.shared.iter().flat_map(|ix| self.read[*ix].findings.clone()));
        findings.extend_from_slice(self.beside);
        let proofs = self.prove(&model, |_| true);
        let unused = |finding: &Finding| finding.code == Code::UnusedFact && !self.beside_an_act(&model, finding);
        for id in regulations(&model) {
            findings.extend(check::of_regulation(&model, &model[id]));
        }
        findings.extend(check::overall(&model).into_iter().filter(|finding| !unused(finding)));
        for proof in &proofs {
            findings.extend(verify::findings(&model, proof.regulation, proof));
        }
        cite::cite(&model, &mut findings);
        version::once_each(&model, &mut findings);
        let asked: Option<Vec<_>> = model.regulations.iter().map(check::asked).collect();
        Judged {
            asked: asked.map(|all| all.into_iter().flatten().collect()),
            marks: Vec::new(),
            standards: BTreeSet::new(),
            broken: false,
            model: Arc::new(model),
            proofs,
            findings,
        }
    }

    /// Whether the fact stands in the file of a standard or a regulation.
    fn beside_an_act(&self, model: &Model, finding: &Finding) -> bool {
        let acts = model.regulations.iter().map(|it| it.head).chain(model.standards.iter().map(|it| it.head));
        let here = finding.primary().map(|at| at.file);
        acts.into_iter().any(|head| Some(head.file) == here)
    }

    /// Some units of the plan, resolved together and judged one by one.
    pub fn units(&self, units: &[usize]) -> Vec<Judged> {
        let of_file: HashMap<FileId, usize> = units
            .iter()
            .enumerate()
            .flat_map(|(at, unit)| self.plan.sources(&self.loaded.files, *unit).into_iter().map(move |id| (id, at)))
            .collect();
        let unit_at = |finding: &Finding| finding.primary().and_then(|at| of_file.get(&at.file)).copied();
        let (model, resolved) = self.model(units);
        let unit_of = |id: RegulationId| of_file.get(&model[id].span.file).copied();
        let mut judged: Vec<Judged> = units.iter().map(|_| Judged::default()).collect();
        let read = units.iter().flat_map(|unit| &self.plan.units[*unit]).flat_map(|ix| self.read[*ix].findings.clone());
        for finding in read.chain(resolved).chain(check::overall(&model)) {
            if let Some(at) = unit_at(&finding) {
                judged[at].findings.push(finding);
            }
        }
        for id in regulations(&model) {
            let Some(at) = unit_of(id) else { continue };
            judged[at].findings.extend(check::of_regulation(&model, &model[id]));
            let doubles = check::doubles(&model, &model[id]).into_iter();
            judged[at].findings.extend(doubles.filter(|finding| unit_at(finding).is_none()));
            judged[at].standards.extend(model[id].standard);
        }
        for proof in self.prove(&model, |id| unit_of(id).is_some()) {
            let Some(at) = unit_of(proof.regulation) else { continue };
            judged[at].findings.extend(verify::findings(&model, proof.regulation, &proof));
            judged[at].proofs.push(proof);
        }
        for mark in expect::marks(&model, |_| true) {
            if let Some(&at) = of_file.get(&mark.file()) {
                judged[at].marks.push(mark);
            }
        }
        let model = Arc::new(model);
        for (judged, unit) in judged.iter_mut().zip(units) {
            cite::cite(&model, &mut judged.findings);
            version::once_each(&model, &mut judged.findings);
            judged.broken = self.plan.units[*unit].iter().any(|ix| self.loaded.files[*ix].ast.broken);
            let own = judged.proofs.iter().map(|proof| check::asked(&model[proof.regulation]));
            let all: Option<Vec<_>> = own.collect();
            judged.asked = all.map(|all| all.into_iter().flatten().collect());
            judged.model = model.clone();
        }
        judged
    }

    fn prove(&self, model: &Model, wanted: impl Fn(RegulationId) -> bool) -> Vec<Proof> {
        let prover = Prover::sharing(model, self.calendar, self.laid.clone());
        regulations(model).filter(|id| wanted(*id)).map(|id| prover.prove(id, &Options::default())).collect()
    }

    /// What is shared and these units mean together.
    fn model(&self, units: &[usize]) -> (Model, Vec<Finding>) {
        let mut files: Vec<usize> = self.plan.shared.clone();
        files.extend(units.iter().flat_map(|unit| &self.plan.units[*unit]));
        files.sort_unstable();
        let here: HashSet<FileId> = files.iter().map(|ix| self.loaded.files[*ix].ast.id).collect();
        let others: Vec<_> = self.plan.elsewhere.iter().filter(|it| !here.contains(&it.file())).cloned().collect();
        let place: HashMap<usize, usize> = files.iter().enumerate().map(|(at, ix)| (*ix, at)).collect();
        let modules = files.iter().map(|ix| {
            let file = &self.loaded.files[*ix];
            let mut imports = file.imports.clone();
            imports.iter_mut().for_each(|it| it.module = it.module.and_then(|module| place.get(&module).copied()));
            resolve::Module { name: file.module.clone(), file: &file.ast, imports, lost: self.read[*ix].lost.clone() }
        });
        let modules: Vec<resolve::Module> = modules.collect();
        let (model, findings) = resolve::resolve_beside(&modules, &others);
        (assemble(model, self.loaded, self.languages), findings)
    }
}

fn regulations(model: &Model) -> impl Iterator<Item = RegulationId> + use<> {
    (0..model.regulations.len() as u32).map(RegulationId)
}
