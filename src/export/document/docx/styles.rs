//! The styles of the document: those that Word knows by name, in the letter of official papers, Times New Roman 14 and 12.

use super::tag;
use crate::export::xml::Xml;
use crate::vocabulary::Language;

pub(super) const SPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// How a style of paragraphs looks.
struct Look {
    id: &'static str,
    name: &'static str,
    /// Of the letters, in half points.
    size: u32,
    bold: bool,
    justify: &'static str,
    /// Before and after, in twips.
    spacing: (u32, u32),
    /// Stays on the page of what follows.
    kept: bool,
    /// From the left, in twips.
    indent: u32,
    /// Of a heading, from 0.
    outline: Option<u8>,
}

const PLAIN: Look = Look {
    id: "Normal",
    name: "Normal",
    size: 28,
    bold: false,
    justify: "left",
    spacing: (0, 80),
    kept: false,
    indent: 0,
    outline: None,
};

const LOOKS: &[Look] = &[
    PLAIN,
    Look {
        id: "Heading1",
        name: "heading 1",
        bold: true,
        justify: "center",
        spacing: (120, 120),
        kept: true,
        outline: Some(0),
        ..PLAIN
    },
    Look { id: "Heading2", name: "heading 2", bold: true, spacing: (240, 120), kept: true, outline: Some(1), ..PLAIN },
    Look {
        id: "Heading3",
        name: "heading 3",
        size: 24,
        bold: true,
        spacing: (200, 80),
        kept: true,
        outline: Some(2),
        ..PLAIN
    },
    Look { id: "Subtitle", name: "Subtitle", justify: "center", spacing: (0, 120), ..PLAIN },
    Look { id: "Caption", name: "caption", size: 24, bold: true, spacing: (120, 60), kept: true, ..PLAIN },
    Look { id: "AnnexMark", name: "Annex Mark", size: 24, spacing: (0, 240), indent: 7700, ..PLAIN },
    Look { id: "TableText", name: "Table Text", size: 24, spacing: (0, 0), ..PLAIN },
    Look {
        id: "TableHead",
        name: "Table Head",
        size: 24,
        bold: true,
        justify: "center",
        spacing: (0, 0),
        kept: true,
        ..PLAIN
    },
    Look { id: "Picture", name: "Picture", size: 2, justify: "center", spacing: (0, 0), ..PLAIN },
    Look { id: "SignatureLine", name: "Signature Line", size: 24, spacing: (360, 0), ..PLAIN },
    Look { id: "SectionEnd", name: "Section End", size: 2, spacing: (0, 0), ..PLAIN },
    Look { id: "Footer", name: "footer", size: 24, justify: "center", spacing: (0, 0), ..PLAIN },
];

/// Where a line to sign ends, in twips.
const SIGNED: u32 = 9600;

pub(super) fn styles(language: Language) -> String {
    let mut xml = Xml::new();
    xml.open("w:styles", &[("xmlns:w", SPACE.into())]);
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    let face = "Times New Roman".to_owned();
    let faces = ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|name| (name, face.clone()));
    xml.empty("w:rFonts", &faces);
    xml.empty("w:sz", &[("w:val", "28".into())]);
    xml.empty("w:szCs", &[("w:val", "28".into())]);
    xml.empty(
        "w:lang",
        &[("w:val", tag(language).into()), ("w:eastAsia", tag(language).into()), ("w:bidi", "ar-SA".into())],
    );
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.empty("w:pPrDefault", &[]);
    xml.close("w:docDefaults");
    for look in LOOKS {
        paragraph(&mut xml, look);
    }
    tables(&mut xml);
    xml.close("w:styles");
    xml.done()
}

fn paragraph(xml: &mut Xml, look: &Look) {
    let mut attributes = vec![("w:type", "paragraph".to_owned()), ("w:styleId", look.id.to_owned())];
    attributes.extend((look.id == "Normal").then(|| ("w:default", "1".to_owned())));
    attributes.extend(look.name.starts_with(char::is_uppercase).then(|| ("w:customStyle", "1".to_owned())));
    attributes.retain(|(name, _)| *name != "w:customStyle" || !["Normal", "Subtitle"].contains(&look.id));
    xml.open("w:style", &attributes);
    xml.empty("w:name", &[("w:val", look.name.into())]);
    if look.id != "Normal" {
        xml.empty("w:basedOn", &[("w:val", "Normal".into())]);
    }
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    if look.kept {
        xml.empty("w:keepNext", &[]);
    }
    if look.id == "SignatureLine" {
        xml.open("w:tabs", &[]);
        let tab = [("w:val", "right".into()), ("w:leader", "underscore".into()), ("w:pos", SIGNED.to_string())];
        xml.empty("w:tab", &tab);
        xml.close("w:tabs");
    }
    let (before, after) = look.spacing;
    xml.empty("w:spacing", &[("w:before", before.to_string()), ("w:after", after.to_string())]);
    if look.indent > 0 {
        xml.empty("w:ind", &[("w:left", look.indent.to_string())]);
    }
    xml.empty("w:jc", &[("w:val", look.justify.into())]);
    if let Some(level) = look.outline {
        xml.empty("w:outlineLvl", &[("w:val", level.to_string())]);
    }
    xml.close("w:pPr");
    xml.open("w:rPr", &[]);
    if look.bold {
        xml.empty("w:b", &[]);
    }
    xml.empty("w:sz", &[("w:val", look.size.to_string())]);
    xml.empty("w:szCs", &[("w:val", look.size.to_string())]);
    xml.close("w:rPr");
    xml.close("w:style");
}

fn tables(xml: &mut Xml) {
    let plain = [("w:type", "table".into()), ("w:default", "1".into()), ("w:styleId", "TableNormal".into())];
    xml.open("w:style", &plain);
    xml.empty("w:name", &[("w:val", "Normal Table".into())]);
    xml.open("w:tblPr", &[]);
    xml.open("w:tblCellMar", &[]);
    for side in ["w:left", "w:right"] {
        xml.empty(side, &[("w:w", "70".into()), ("w:type", "dxa".into())]);
    }
    xml.close("w:tblCellMar");
    xml.close("w:tblPr");
    xml.close("w:style");
    xml.open("w:style", &[("w:type", "table".into()), ("w:styleId", "TableGrid".into())]);
    xml.empty("w:name", &[("w:val", "Table Grid".into())]);
    xml.empty("w:basedOn", &[("w:val", "TableNormal".into())]);
    xml.open("w:tblPr", &[]);
    xml.open("w:tblBorders", &[]);
    for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
        let line =
            [("w:val", "single".into()), ("w:sz", "4".into()), ("w:space", "0".into()), ("w:color", "000000".into())];
        xml.empty(side, &line);
    }
    xml.close("w:tblBorders");
    xml.close("w:tblPr");
    xml.close("w:style");
}
