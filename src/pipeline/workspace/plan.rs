//! Which files are judged together: each act that no other file uses by itself, and everything else as what they share.

use crate::ast;
use crate::pipeline::load::LoadedFile;
use crate::resolve::{self, Elsewhere, Module};
use crate::source::FileId;
use crate::vocabulary::Keyword;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Places among the files of the project.
#[derive(Default)]
pub struct Plan {
    /// Whatever acts use, and acts that are used themselves.
    pub shared: Vec<usize>,
    /// Acts that stand alone; versions of one act are judged together.
    pub units: Vec<Vec<usize>>,
    /// What the files of units declare for themselves.
    pub elsewhere: Vec<Elsewhere>,
    unit_of: HashMap<usize, usize>,
}

impl Plan {
    pub fn of(files: &[LoadedFile], lost: &[&[String]]) -> Plan {
        let used: HashSet<usize> =
            files.iter().flat_map(|file| file.imports.iter().filter_map(|import| import.module)).collect();
        let mut plan = Plan::default();
        let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut taken: HashSet<&str> = HashSet::new();
        for (ix, file) in files.iter().enumerate() {
            match act_alone(&file.ast) {
                Some(name) if !used.contains(&ix) => by_name.entry(name).or_default().push(ix),
                _ => {
                    plan.shared.push(ix);
                    taken.extend(acts(&file.ast));
                }
            }
        }
        // The order of the files, so that a project is judged the same way each time.
        let mut units: Vec<(&str, Vec<usize>)> = by_name.into_iter().collect();
        units.sort_by_key(|(_, unit)| unit[0]);
        for (name, unit) in units {
            if taken.contains(name) {
                plan.shared.extend(unit);
                continue;
            }
            plan.unit_of.extend(unit.iter().map(|ix| (*ix, plan.units.len())));
            for ix in &unit {
                plan.elsewhere.extend(declared(&files[*ix], lost[*ix]));
            }
            plan.units.push(unit);
        }
        plan.shared.sort_unstable();
        plan
    }

    pub fn unit_of(&self, file: usize) -> Option<usize> {
        self.unit_of.get(&file).copied()
    }

    /// The sources of a unit: its texts and the inventories beside them.
    pub fn sources(&self, files: &[LoadedFile], unit: usize) -> Vec<FileId> {
        let files = self.units[unit].iter().map(|ix| &files[*ix]);
        files.flat_map(|file| [Some(file.ast.id), file.inventory_file]).flatten().collect()
    }
}

/// What a file means to others: as long as it stays, the plan does.
#[derive(PartialEq, Eq)]
pub struct Shape {
    act: Option<String>,
    declares: Vec<Elsewhere>,
    broken: bool,
}

pub fn shape(file: &LoadedFile, lost: &[String]) -> Shape {
    Shape { act: act_alone(&file.ast).map(str::to_owned), declares: declared(file, lost), broken: file.ast.broken }
}

fn declared(file: &LoadedFile, lost: &[String]) -> Vec<Elsewhere> {
    let module = Module { name: file.module.clone(), file: &file.ast, imports: Vec::new(), lost: lost.to_vec() };
    resolve::elsewhere(&module)
}

/// The name of the one act of a file that holds no standard.
fn act_alone(file: &ast::File) -> Option<&str> {
    let heads = |keyword: Keyword| {
        file.lines.iter().filter(move |line| {
            line.parts.first().and_then(|part| part.keyword).is_some_and(|(head, _)| head == keyword)
        })
    };
    if heads(Keyword::Standard).next().is_some() || heads(Keyword::Regulation).count() != 1 {
        return None;
    }
    acts(file).next()
}

/// The names of the acts that a file holds.
fn acts(file: &ast::File) -> impl Iterator<Item = &str> {
    file.lines.iter().filter_map(|line| {
        let head = line.parts.first()?;
        match (head.keyword, &head.value) {
            (Some((Keyword::Regulation, _)), ast::Value::Name(name)) => Some(name.text.as_str()),
            _ => None,
        }
    })
}
