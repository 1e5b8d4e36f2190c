//! The diagrams as files: SVG a page, PNG a page, one PDF.

use super::Direction;
use super::formats::{Asked, Made, Refused};
use crate::export::bpmn;
use crate::export::diagram::{self, Which, diagram};
use crate::export::executable;
use crate::picture::{Picture, svg};
use std::collections::BTreeSet;

/// A file a channel.
pub fn bpmn(asked: &Asked) -> Result<Vec<Made>, Refused> {
    let model = &asked.project.model;
    let file = |channel: &usize| {
        let procedure = &model[asked.regulation].procedures[*channel];
        let text = bpmn::bpmn(model, asked.regulation, procedure, direction(asked), asked.words, dialect(asked.engine));
        let engine = asked.engine.filter(|engine| *engine != "interchange").unwrap_or_default();
        let name = asked.file_name(Some(*channel), engine, "bpmn");
        Made { name, bytes: text.into_bytes(), missing: BTreeSet::new() }
    };
    Ok(asked.channels.iter().map(file).collect())
}

/// The dialects of BPMN, by the names of their engines.
pub const ENGINES: &[&str] = &["interchange", "flowable", "operaton", "zeebe", "spiff"];

/// The dialect that an engine's name stands for; without one, the plain standard.
fn dialect(engine: Option<&str>) -> &'static dyn bpmn::Dialect {
    match engine {
        Some("flowable") => &executable::Flowable,
        Some("operaton") => &executable::Operaton,
        Some("zeebe") => &executable::Zeebe,
        Some("spiff") => &executable::Spiff,
        Some("interchange") | None => &bpmn::Interchange,
        Some(other) => unreachable!("`{other}` is in no table of engines"),
    }
}

/// A file a page.
pub fn svg(asked: &Asked) -> Result<Vec<Made>, Refused> {
    each_page(asked, "svg", |picture| Ok(svg::svg(picture).into_bytes()))
}

/// Fine enough for print.
#[cfg(feature = "documents")]
const RESOLUTION: f64 = 200.0;

#[cfg(feature = "documents")]
pub fn png(asked: &Asked) -> Result<Vec<Made>, Refused> {
    let png = |picture: &Picture| crate::picture::png::png(picture, RESOLUTION).map_err(Refused::Failed);
    each_page(asked, "png", png)
}

#[cfg(feature = "documents")]
pub fn pdf(asked: &Asked) -> Result<Vec<Made>, Refused> {
    use crate::picture::pdf::{About, pdf};
    let mut made = Vec::new();
    for (channel, which, pages) in all(asked) {
        let id = asked.project.model[asked.regulation].id.clone();
        let title = pages.first().map_or_else(|| id.clone(), |page| page.title.clone());
        let about = About { title, language: asked.language(), subject: id };
        let bytes = pdf(&pages, &about).map_err(Refused::Failed)?;
        let missing = pages.iter().flat_map(Picture::missing).collect();
        made.push(Made { name: asked.file_name(Some(channel), name(which), "pdf"), bytes, missing });
    }
    Ok(made)
}

#[cfg(not(feature = "documents"))]
pub fn png(_: &Asked) -> Result<Vec<Made>, Refused> {
    Err(Refused::NotBuiltIn)
}

#[cfg(not(feature = "documents"))]
pub fn pdf(_: &Asked) -> Result<Vec<Made>, Refused> {
    Err(Refused::NotBuiltIn)
}

fn each_page(
    asked: &Asked,
    extension: &str,
    write: impl Fn(&Picture) -> Result<Vec<u8>, Refused>,
) -> Result<Vec<Made>, Refused> {
    let mut made = Vec::new();
    for (channel, which, pages) in all(asked) {
        for (at, page) in pages.iter().enumerate() {
            let about = match (name(which), pages.len()) {
                (about, 1) => about.to_owned(),
                ("", _) => format!("{}", at + 1),
                (about, _) => format!("{about}.{}", at + 1),
            };
            let name = asked.file_name(Some(channel), &about, extension);
            made.push(Made { name, bytes: write(page)?, missing: page.missing() });
        }
    }
    Ok(made)
}

fn name(which: Which) -> &'static str {
    match which {
        Which::Reference => "",
        Which::Interaction => "interaction",
    }
}

pub(super) fn direction(asked: &Asked) -> diagram::Direction {
    match asked.direction {
        Direction::Down => diagram::Direction::Down,
        Direction::Right => diagram::Direction::Right,
    }
}

/// Every diagram that is asked for, by its channel.
fn all(asked: &Asked) -> Vec<(usize, Which, Vec<Picture>)> {
    let model = &asked.project.model;
    let mut diagrams = Vec::new();
    for channel in &asked.channels {
        let procedure = &model[asked.regulation].procedures[*channel];
        let mut whiches = vec![Which::Reference];
        whiches.extend(diagram::interacts(procedure).then_some(Which::Interaction));
        for which in whiches {
            let pages = diagram(model, asked.regulation, procedure, which, direction(asked), asked.words);
            diagrams.push((*channel, which, pages));
        }
    }
    diagrams
}
