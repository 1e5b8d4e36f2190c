//! Files that are used and not there, and files that use one another in a circle.

use super::module::{Import, Module};
use crate::diagnostics::{Code, Finding};
use crate::vocabulary::nearest;

pub(super) fn check(modules: &[Module<'_>], findings: &mut Vec<Finding>) {
    for module in modules {
        for import in module.imports.iter().filter(|import| import.module.is_none() && !import.reported) {
            findings.push(missing(modules, import));
        }
    }
    let mut state = vec![Visit::Unseen; modules.len()];
    for module in 0..modules.len() {
        search(modules, module, &mut state, findings);
    }
}

fn missing(modules: &[Module<'_>], import: &Import) -> Finding {
    let suggestion = nearest(&import.name, modules.iter().map(|module| module.name.as_str())).unwrap_or("none");
    Finding::new(Code::MissingImport, import.span).arg("name", import.name.as_str()).arg("suggestion", suggestion)
}

#[derive(Clone, Copy, PartialEq)]
enum Visit {
    Unseen,
    /// On the way that is being followed.
    Open,
    Done,
}

/// Follows `use` lines from `start`; one that leads back to a file on the way closes a circle. The way is a list and
/// not the call stack, so that a long chain of files is no danger.
fn search(modules: &[Module<'_>], start: usize, state: &mut [Visit], findings: &mut Vec<Finding>) {
    if state[start] != Visit::Unseen {
        return;
    }
    let mut way = vec![(start, 0)];
    state[start] = Visit::Open;
    while let Some((module, next)) = way.last_mut() {
        let module = *module;
        let Some(import) = modules[module].imports.get(*next) else {
            state[module] = Visit::Done;
            way.pop();
            continue;
        };
        *next += 1;
        let Some(target) = import.module else { continue };
        match state[target] {
            Visit::Unseen => {
                state[target] = Visit::Open;
                way.push((target, 0));
            }
            Visit::Open => findings.push(cycle(modules, &way, target, import)),
            Visit::Done => {}
        }
    }
}

fn cycle(modules: &[Module<'_>], way: &[(usize, usize)], target: usize, import: &Import) -> Finding {
    let from = way.iter().position(|(module, _)| *module == target).unwrap_or(0);
    let mut names: Vec<&str> = way[from..].iter().map(|(module, _)| modules[*module].name.as_str()).collect();
    names.push(&modules[target].name);
    let mut finding =
        Finding::new(Code::ImportCycle, import.span).arg("name", import.name.as_str()).arg("files", names.join(" → "));
    for (module, next) in &way[from..way.len() - 1] {
        finding = finding.also(modules[*module].imports[*next - 1].span, "label-other");
    }
    finding
}
