//! The package round the text: what is in it, what belongs to what, and the archive, with no date in it.

use super::styles::SPACE;
use super::{Image, tag};
use crate::export::document::Document;
use crate::export::xml::Xml;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const CONTENT: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

pub(super) fn package(document: &Document, text: &str, styles: &str, images: &[Image]) -> Result<Vec<u8>, String> {
    let mut files: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".into(), contents().into_bytes()),
        ("_rels/.rels".into(), roots().into_bytes()),
        ("docProps/core.xml".into(), about(document).into_bytes()),
        ("word/document.xml".into(), text.as_bytes().to_vec()),
        ("word/styles.xml".into(), styles.as_bytes().to_vec()),
        ("word/settings.xml".into(), settings().into_bytes()),
        ("word/footer.xml".into(), footer().into_bytes()),
        ("word/_rels/document.xml.rels".into(), relations(images).into_bytes()),
    ];
    for image in images {
        files.push((format!("word/media/{}.png", image.name), image.png.clone()));
        files.push((format!("word/media/{}.svg", image.name), image.svg.clone()));
    }
    archive(&files).map_err(|error| error.to_string())
}

fn archive(files: &[(String, Vec<u8>)]) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn contents() -> String {
    let mut xml = Xml::new();
    xml.open("Types", &[("xmlns", CONTENT.into())]);
    for (ending, kind) in [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("svg", "image/svg+xml"),
    ] {
        xml.empty("Default", &[("Extension", ending.into()), ("ContentType", kind.into())]);
    }
    let core = "application/vnd.openxmlformats-package.core-properties+xml".to_owned();
    for (name, kind) in [
        ("/word/document.xml", format!("{WORD}.document.main+xml")),
        ("/word/styles.xml", format!("{WORD}.styles+xml")),
        ("/word/settings.xml", format!("{WORD}.settings+xml")),
        ("/word/footer.xml", format!("{WORD}.footer+xml")),
        ("/docProps/core.xml", core),
    ] {
        xml.empty("Override", &[("PartName", name.into()), ("ContentType", kind)]);
    }
    xml.close("Types");
    xml.done()
}

fn roots() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    related(&[
        ("document".into(), format!("{OFFICE}/officeDocument"), "word/document.xml".into()),
        ("core".into(), core.into(), "docProps/core.xml".into()),
    ])
}

fn relations(images: &[Image]) -> String {
    let mut all = vec![
        ("styles".into(), format!("{OFFICE}/styles"), "styles.xml".into()),
        ("settings".into(), format!("{OFFICE}/settings"), "settings.xml".into()),
        ("footer".into(), format!("{OFFICE}/footer"), "footer.xml".into()),
    ];
    for (at, image) in images.iter().enumerate() {
        for ending in ["png", "svg"] {
            let target = format!("media/{}.{ending}", image.name);
            all.push((format!("{ending}{}", at + 1), format!("{OFFICE}/image"), target));
        }
    }
    related(&all)
}

/// Id, kind and target of each.
fn related(all: &[(String, String, String)]) -> String {
    let mut xml = Xml::new();
    xml.open("Relationships", &[("xmlns", RELATIONS.into())]);
    for (id, kind, target) in all {
        let attributes = [("Id", id.clone()), ("Type", kind.clone()), ("Target", target.clone())];
        xml.empty("Relationship", &attributes);
    }
    xml.close("Relationships");
    xml.done()
}

fn about(document: &Document) -> String {
    let mut xml = Xml::new();
    let spaces = [("xmlns:cp", CORE.into()), ("xmlns:dc", "http://purl.org/dc/elements/1.1/".into())];
    xml.open("cp:coreProperties", &spaces);
    xml.text("dc:title", &[], &document.title);
    xml.text("dc:subject", &[], &document.subject);
    xml.text("dc:creator", &[], "reglament");
    if let Some(part) = document.parts.first() {
        xml.text("dc:language", &[], tag(part.language));
    }
    xml.close("cp:coreProperties");
    xml.done()
}

fn settings() -> String {
    let mut xml = Xml::new();
    xml.open("w:settings", &[("xmlns:w", SPACE.into())]);
    xml.empty("w:defaultTabStop", &[("w:val", "708".into())]);
    xml.open("w:compat", &[]);
    let setting = [
        ("w:name", "compatibilityMode".into()),
        ("w:uri", "http://schemas.microsoft.com/office/word".into()),
        ("w:val", "15".into()),
    ];
    xml.empty("w:compatSetting", &setting);
    xml.close("w:compat");
    xml.close("w:settings");
    xml.done()
}

/// The number of the page in the middle.
fn footer() -> String {
    let mut xml = Xml::new();
    xml.open("w:ftr", &[("xmlns:w", SPACE.into())]);
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", "Footer".into())]);
    xml.close("w:pPr");
    xml.open("w:fldSimple", &[("w:instr", "PAGE".into())]);
    xml.open("w:r", &[]);
    xml.text("w:t", &[], "1");
    xml.close("w:r");
    xml.close("w:fldSimple");
    xml.close("w:p");
    xml.close("w:ftr");
    xml.done()
}
