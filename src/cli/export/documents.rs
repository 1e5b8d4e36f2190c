//! The annexes, the page and the memo as files.

use super::formats::{Asked, Made, Refused};
use super::{diagrams, judged};
use crate::diagnostics::Words;
use crate::export::document::{Document, Part, annex, html, markdown, memo, page};
use crate::export::{dot, flow, mermaid};
use std::collections::BTreeSet;

pub fn html(asked: &Asked) -> Result<Vec<Made>, Refused> {
    let text = html::html(&document(asked));
    Ok(vec![Made { name: name(asked, "html"), bytes: text.into_bytes(), missing: BTreeSet::new() }])
}

pub fn markdown(asked: &Asked) -> Result<Vec<Made>, Refused> {
    let text = markdown::markdown(&document(asked));
    Ok(vec![Made { name: name(asked, "md"), bytes: text.into_bytes(), missing: BTreeSet::new() }])
}

#[cfg(feature = "documents")]
pub fn docx(asked: &Asked) -> Result<Vec<Made>, Refused> {
    let bytes = crate::export::document::docx::docx(&document(asked)).map_err(Refused::Failed)?;
    Ok(vec![Made { name: name(asked, "docx"), bytes, missing: BTreeSet::new() }])
}

#[cfg(feature = "documents")]
pub fn pdf(asked: &Asked) -> Result<Vec<Made>, Refused> {
    use crate::export::document::paged;
    use crate::picture::pdf::{About, pdf};
    if asked.document == "picture" {
        return diagrams::pdf(asked);
    }
    let document = document(asked);
    let pages = paged::pages(&document);
    let about = About { title: document.title, language: asked.language(), subject: document.subject };
    let bytes = pdf(&pages, &about).map_err(Refused::Failed)?;
    let missing = pages.iter().flat_map(crate::picture::Picture::missing).collect();
    Ok(vec![Made { name: name(asked, "pdf"), bytes, missing }])
}

#[cfg(not(feature = "documents"))]
pub fn docx(_: &Asked) -> Result<Vec<Made>, Refused> {
    Err(Refused::NotBuiltIn)
}

#[cfg(not(feature = "documents"))]
pub fn pdf(asked: &Asked) -> Result<Vec<Made>, Refused> {
    diagrams::pdf(asked)
}

/// A file a channel.
pub fn mermaid(asked: &Asked) -> Result<Vec<Made>, Refused> {
    let write = match asked.engine {
        Some("flowchart") => mermaid::flowchart,
        _ => mermaid::swimlane,
    };
    each_channel(asked, "mmd", |flow, procedure| write(flow, procedure, asked.words))
}

/// A file a channel.
pub fn dot(asked: &Asked) -> Result<Vec<Made>, Refused> {
    let title = &asked.project.model[asked.regulation].id;
    each_channel(asked, "dot", |flow, procedure| dot::dot(flow, procedure, title, asked.words))
}

fn each_channel(
    asked: &Asked,
    extension: &str,
    write: impl Fn(&flow::Flow, &crate::model::Procedure) -> String,
) -> Result<Vec<Made>, Refused> {
    let model = &asked.project.model;
    let file = |channel: &usize| {
        let procedure = &model[asked.regulation].procedures[*channel];
        let text = write(&flow::flow(model, procedure, asked.words), procedure);
        let name = asked.file_name(Some(*channel), "", extension);
        Made { name, bytes: text.into_bytes(), missing: BTreeSet::new() }
    };
    Ok(asked.channels.iter().map(file).collect())
}

/// The document that is asked for, in every language that is.
fn document(asked: &Asked) -> Document {
    let annexes = annex::Asked {
        model: &asked.project.model,
        regulation: asked.regulation,
        channels: &asked.channels,
        first: asked.first_annex,
        direction: diagrams::direction(asked),
    };
    let languages = asked.languages();
    match asked.document {
        "memo" => put_together(asked, &languages, |words| {
            memo::part(&asked.project.model, asked.regulation, &judged::judged(asked, words), words)
        }),
        "page" => put_together(asked, &languages, |words| page::part(&annexes, &judged::judged(asked, words), words)),
        _ => put_together(asked, &languages, |words| annex::part(&annexes, words)),
    }
}

fn put_together(asked: &Asked, languages: &[Words], part: impl Fn(&Words) -> Part) -> Document {
    let parts: Vec<Part> = languages.iter().map(part).collect();
    let title = parts.first().map(|part| part.title.clone()).unwrap_or_default();
    Document { title, subject: asked.project.model[asked.regulation].id.clone(), parts }
}

/// `folder.name.kk.docx`; a channel, what is not the usual document of the format, and further languages stand in it.
fn name(asked: &Asked, extension: &str) -> String {
    let whole = asked.channels.len() == asked.project.model[asked.regulation].procedures.len();
    let channel = asked.channels.first().copied().filter(|_| !whole && asked.channels.len() == 1);
    let about = if asked.usual { "" } else { asked.document };
    asked.file_name(channel, about, extension)
}
