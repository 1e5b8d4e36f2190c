//! The formats of `export`, one line each: what it is called, what it can hold, and what writes it.

use super::{Direction, diagrams, documents};
use crate::diagnostics::Words;
use crate::model::RegulationId;
use crate::pipeline::Checked;
#[cfg(feature = "documents")]
use crate::vocabulary::Language;
use std::collections::BTreeSet;

/// One format.
pub struct Format {
    /// As `--to` names it.
    pub name: &'static str,
    /// The dialects that `--engine` can name.
    pub engines: &'static [&'static str],
    /// What `--document` can name, the usual one first.
    pub documents: &'static [&'static str],
    /// How many of them `--to all` writes: Markdown need not say again what DOCX says.
    pub in_all: usize,
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
    /// One of the format's documents.
    pub document: &'static str,
    /// It is the usual one of the format.
    pub usual: bool,
    /// The number of the first annex.
    pub first_annex: u32,
    /// In the language that was asked for.
    pub words: &'a Words,
    /// The languages behind it in the same document.
    pub also: &'a [Words],
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

const fn plain(name: &'static str, write: fn(&Asked) -> Result<Vec<Made>, Refused>) -> Format {
    Format { name, engines: &[], documents: &[""], in_all: 1, write }
}

/// Every format: a new one is a line here.
pub const FORMATS: &[Format] = &[
    Format { engines: diagrams::ENGINES, ..plain("bpmn", diagrams::bpmn) },
    plain("svg", diagrams::svg),
    plain("png", diagrams::png),
    Format { documents: &["picture", "annex", "memo"], in_all: 3, ..plain("pdf", documents::pdf) },
    Format { documents: &["annex", "memo"], in_all: 2, ..plain("docx", documents::docx) },
    Format { documents: &["page", "annex", "memo"], ..plain("html", documents::html) },
    Format { documents: &["page", "annex", "memo"], ..plain("md", documents::markdown) },
    Format { engines: &["swimlane", "flowchart"], ..plain("mermaid", documents::mermaid) },
    plain("dot", documents::dot),
];

pub fn find(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

impl Asked<'_> {
    #[cfg(feature = "documents")]
    pub fn language(&self) -> Language {
        self.words.language()
    }

    /// The words of every language of the document, each once.
    pub fn languages(&self) -> Vec<Words> {
        let mut all = vec![*self.words];
        for words in self.also {
            if all.iter().all(|known| known.language() != words.language()) {
                all.push(*words);
            }
        }
        all
    }

    /// `folder.name.channel.lang.extension`, with `about` before the language where there is one.
    pub fn file_name(&self, channel: Option<usize>, about: &str, extension: &str) -> String {
        let model = &self.project.model;
        let regulation = &model[self.regulation];
        let languages: Vec<&str> = self.languages().iter().map(|words| words.language().tag()).collect();
        let languages = languages.join("-");
        let mut parts = vec![regulation.id.as_str()];
        parts.extend(channel.map(|at| model[regulation.procedures[at].channel].id.as_str()));
        parts.extend((!about.is_empty()).then_some(about));
        parts.extend([languages.as_str(), extension]);
        parts.join(".")
    }
}
