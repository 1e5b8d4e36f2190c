//! From what the author wrote to what it means: `ast` -> `model`.
//!
//! First every name is declared, then every statement is read with the names it may see. What cannot be understood is
//! a finding and is left out, so that one mistake is told once and its neighbours are still read.
//!
//! Questions about a model that could be built are asked elsewhere: in `check`.

mod act;
mod anchor;
mod channel;
mod citation;
mod cited;
mod flow;
mod import;
mod mention;
mod module;
mod names;
mod node;
mod procedure;
mod regulation;
mod said;
mod saying;
mod shared;
mod standard;
mod statement;
mod version;

pub use module::{Import, Module, imports, lost_names};
pub use names::{Elsewhere, elsewhere};

use crate::diagnostics::{Code, Finding, Label};
use crate::model::{ChannelId, Model};
use crate::source::Span;
use crate::vocabulary::Keyword;
use names::Names;
use statement::Statement;
use std::collections::HashMap;

/// What the modules mean together, as far as it could be understood, and what could not.
pub fn resolve(modules: &[Module<'_>]) -> (Model, Vec<Finding>) {
    resolve_beside(modules, &[])
}

/// The same for some modules of a project, beside what others of it declare, which none of these uses.
pub fn resolve_beside(modules: &[Module<'_>], others: &[Elsewhere]) -> (Model, Vec<Finding>) {
    let mut findings = Vec::new();
    import::check(modules, &mut findings);
    let names = Names::collect(modules, others, &mut findings);
    let mut resolver = Resolver {
        modules,
        names,
        model: Model::default(),
        findings,
        incomplete: false,
        act_channels: Vec::new(),
        acts: Vec::new(),
    };
    resolver.shared();
    resolver.standards();
    resolver.regulations();
    resolver.strays();
    version::tell_apart(&mut resolver.model);
    (resolver.model, once_each(resolver.findings))
}

/// What is known so far.
struct Resolver<'a> {
    modules: &'a [Module<'a>],
    names: Names<'a>,
    model: Model,
    findings: Vec<Finding>,
    /// Something was left out since this was last cleared.
    incomplete: bool,
    /// The channels of the act that is being read: those it offers or describes.
    act_channels: Vec<ChannelId>,
    /// Files that hold a regulation.
    acts: Vec<usize>,
}

impl<'a> Resolver<'a> {
    /// `expect` lines at the top of a file without an act: they mark what is found anywhere in the file.
    fn strays(&mut self) {
        for (module, read) in self.modules.iter().enumerate() {
            if self.acts.contains(&module) {
                continue;
            }
            let Some(covers) = whole_file(read.file) else { continue };
            for line in &read.file.lines {
                let Some(said) = Statement::read(line).filter(|said| said.keyword == Keyword::Expect) else { continue };
                let expected = self.expectation(module, said.head, said.reason(), covers);
                self.model.expects.extend(expected);
            }
        }
    }
}

/// From the first line of a file to the end of its last.
fn whole_file(file: &crate::ast::File) -> Option<Span> {
    let (first, last) = (file.lines.first()?, file.lines.last()?);
    let end = last.block.as_ref().map_or(last.span, |block| block.span);
    Some(first.span.to(last.span).to(end))
}

/// The same thing found in several channels is one finding; it names a channel only where it is about one alone.
fn once_each(findings: Vec<Finding>) -> Vec<Finding> {
    type Key = (Code, Vec<(Span, &'static str)>);
    let mut places: HashMap<Key, Vec<usize>> = HashMap::new();
    let mut kept: Vec<Finding> = Vec::new();
    for finding in findings {
        let place = |label: &Label| (label.span, label.text);
        let same = places.entry((finding.code, finding.labels.iter().map(place).collect())).or_default();
        match same.iter().find(|ix| kept[**ix].args == finding.args) {
            Some(ix) if kept[*ix].channel != finding.channel => kept[*ix].channel = None,
            Some(_) => {}
            None => {
                same.push(kept.len());
                kept.push(finding);
            }
        }
    }
    kept
}
