//! The formats of `export`, one line each: what it is called, and what writes it.

use super::{Direction, diagrams};
use crate::diagnostics::Words;
use crate::model::RegulationId;
use crate::pipeline::Checked;
use crate::vocabulary::Language;
use std::collections::BTreeSet;

/// One format.
pub struct Format {
    /// As `--to` names it.
    pub name: &'static str,
    /// The dialects that `--engine` can name.
    pub engines: &'static [&'static str],
    pub write: fn(&Asked) -> Result<Vec<Made>, Refused>,
}

/// What is to be written.
pub struct Asked<'a> {
    pub project: &'a Checked,
    pub regulation: RegulationId,
    /// Its procedures, by their place in it.
    pub channels: Vec<usize>,
    pub direction: Direction,
    pub engine: Option<&'a str>,
    /// In the language that was asked for.
    pub words: &'a Words,
}

/// A file, in memory.
pub struct Made {
    pub name: String,
    pub bytes: Vec<u8>,
    /// Letters that the font of the pictures lacks.
    pub missing: BTreeSet<char>,
}

pub enum Refused {
    /// This build was made without the libraries for it.
    #[cfg_attr(feature = "documents", allow(dead_code))]
    NotBuiltIn,
    #[cfg_attr(not(feature = "documents"), allow(dead_code))]
    Failed(String),
}

/// Every format: a new one is a line here.
pub const FORMATS: &[Format] = &[
    Format { name: "bpmn", engines: &["interchange"], write: diagrams::bpmn },
    Format { name: "svg", engines: &[], write: diagrams::svg },
    Format { name: "png", engines: &[], write: diagrams::png },
    Format { name: "pdf", engines: &[], write: diagrams::pdf },
];

pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

impl Asked<'_> {
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// `folder.name.channel.lang.extension`, with `about` before the language where there is one.
    pub fn file_name(&self, channel: Option<usize>, about: &str, extension: &str) -> String {
        let model = &self.project.model;
        let regulation = &model[self.regulation];
        let mut parts = vec![regulation.id.as_str()];
        parts.extend(channel.map(|at| model[regulation.procedures[at].channel].id.as_str()));
        parts.extend((!about.is_empty()).then_some(about));
        parts.extend([self.language().tag(), extension]);
        parts.join(".")
    }
}
