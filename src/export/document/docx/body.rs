//! The text of the document: paragraphs, tables and pictures in their sections.

use super::styles::SPACE;
use super::{Image, tag, twips};
use crate::export::document::{Block, Document, Figure, MARGINS, Row, Section, Style, Table};
use crate::export::xml::Xml;
use crate::picture::{png, svg};
use crate::vocabulary::Language;

/// A4, in millimetres.
const PAPER: (f64, f64) = (210.0, 297.0);
/// Of the pictures that stand for the SVG, an inch.
const RESOLUTION: f64 = 200.0;
/// English metric units in a point.
const EMU: f64 = 12_700.0;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const PLACED: &str = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SVG: &str = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";

/// The text, and the pictures that it shows in their order.
pub(super) fn body(document: &Document, first: Language) -> Result<(String, Vec<Image>), String> {
    let mut body = Body { xml: Xml::new(), images: Vec::new(), language: first, first };
    let spaces =
        [("xmlns:w", SPACE), ("xmlns:r", RELATED), ("xmlns:wp", PLACED), ("xmlns:a", DRAWING), ("xmlns:pic", PICTURE)];
    body.xml.open("w:document", &spaces.map(|(name, space)| (name, space.to_owned())));
    body.xml.open("w:body", &[]);
    let sections: Vec<(Language, &Section)> =
        document.parts.iter().flat_map(|part| part.sections.iter().map(|section| (part.language, section))).collect();
    for (at, (language, section)) in sections.iter().enumerate() {
        body.language = *language;
        for block in &section.blocks {
            body.block(block, section.lying)?;
        }
        body.end_of(section, at + 1 == sections.len());
    }
    body.xml.close("w:body");
    body.xml.close("w:document");
    Ok((body.xml.done(), body.images))
}

struct Body {
    xml: Xml,
    images: Vec<Image>,
    language: Language,
    /// Of the styles: what is written in it need not say so.
    first: Language,
}

impl Body {
    fn block(&mut self, block: &Block, lying: bool) -> Result<(), String> {
        match block {
            Block::Heading(level, text) => self.paragraph(&format!("Heading{level}"), text),
            Block::Paragraph(Style::Normal, text) => self.paragraph("Normal", text),
            Block::Paragraph(Style::Mark, text) => self.paragraph("AnnexMark", text),
            Block::Paragraph(Style::Under, text) => self.paragraph("Subtitle", text),
            Block::Paragraph(Style::Caption, text) => self.paragraph("Caption", text),
            Block::Table(table) => self.table(table, lying),
            Block::Picture(figure) => return self.picture(figure),
            Block::Signatures(lines) => lines.iter().for_each(|line| self.signature(line)),
        }
        Ok(())
    }

    fn paragraph(&mut self, style: &str, text: &str) {
        self.open_paragraph(style);
        self.run(text);
        self.xml.close("w:p");
    }

    fn open_paragraph(&mut self, style: &str) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.empty("w:pStyle", &[("w:val", style.into())]);
        self.xml.close("w:pPr");
    }

    /// A text, broken where its lines end.
    fn run(&mut self, text: &str) {
        self.open_run();
        for (at, line) in text.lines().enumerate() {
            if at > 0 {
                self.xml.empty("w:br", &[]);
            }
            self.xml.text("w:t", &[("xml:space", "preserve".into())], line);
        }
        self.xml.close("w:r");
    }

    fn open_run(&mut self) {
        self.xml.open("w:r", &[]);
        if self.language != self.first {
            self.xml.open("w:rPr", &[]);
            self.xml.empty("w:lang", &[("w:val", tag(self.language).into())]);
            self.xml.close("w:rPr");
        }
    }

    fn signature(&mut self, line: &str) {
        self.open_paragraph("SignatureLine");
        self.run(&format!("{line} "));
        self.open_run();
        self.xml.empty("w:tab", &[]);
        self.xml.close("w:r");
        self.xml.close("w:p");
    }

    fn table(&mut self, table: &Table, lying: bool) {
        self.paragraph("Caption", &table.caption);
        let across = if lying { PAPER.1 } else { PAPER.0 } - MARGINS[0] - MARGINS[2];
        let widths: Vec<i64> = table.columns.iter().map(|column| twips(column.share * across)).collect();
        let whole: i64 = widths.iter().sum();
        let val = |value: &str| [("w:val", value.to_owned())];
        self.xml.open("w:tbl", &[]);
        self.xml.open("w:tblPr", &[]);
        self.xml.empty("w:tblStyle", &val("TableGrid"));
        self.xml.empty("w:tblW", &[("w:w", whole.to_string()), ("w:type", "dxa".into())]);
        self.xml.empty("w:tblLayout", &[("w:type", "fixed".into())]);
        self.xml.empty("w:tblLook", &[("w:val", "0020".into()), ("w:firstRow", "1".into())]);
        self.xml.empty("w:tblCaption", &val(&table.caption));
        self.xml.close("w:tblPr");
        self.xml.open("w:tblGrid", &[]);
        for width in &widths {
            self.xml.empty("w:gridCol", &[("w:w", width.to_string())]);
        }
        self.xml.close("w:tblGrid");
        self.open_row(true);
        for (column, width) in table.columns.iter().zip(&widths) {
            self.cell(&column.title, *width, 1, "TableHead");
        }
        self.xml.close("w:tr");
        for row in &table.rows {
            self.open_row(false);
            match row {
                Row::Cells(cells) => {
                    cells.iter().zip(&widths).for_each(|(text, width)| self.cell(text, *width, 1, "TableText"))
                }
                Row::Across(text) => self.cell(text, whole, widths.len(), "TableHead"),
            }
            self.xml.close("w:tr");
        }
        self.xml.close("w:tbl");
    }

    /// Each page begins with the header; no row is cut by the end of a page.
    fn open_row(&mut self, header: bool) {
        self.xml.open("w:tr", &[]);
        self.xml.open("w:trPr", &[]);
        self.xml.empty("w:cantSplit", &[]);
        if header {
            self.xml.empty("w:tblHeader", &[]);
        }
        self.xml.close("w:trPr");
    }

    fn cell(&mut self, text: &str, width: i64, columns: usize, style: &str) {
        self.xml.open("w:tc", &[]);
        self.xml.open("w:tcPr", &[]);
        self.xml.empty("w:tcW", &[("w:w", width.to_string()), ("w:type", "dxa".into())]);
        if columns > 1 {
            self.xml.empty("w:gridSpan", &[("w:val", columns.to_string())]);
        }
        if style == "TableHead" {
            self.xml
                .empty("w:shd", &[("w:val", "clear".into()), ("w:color", "auto".into()), ("w:fill", "EDEDED".into())]);
        }
        self.xml.close("w:tcPr");
        let lines: Vec<&str> = if text.is_empty() { vec![""] } else { text.lines().collect() };
        for line in lines {
            self.paragraph(style, line);
        }
        self.xml.close("w:tc");
    }

    fn picture(&mut self, figure: &Figure) -> Result<(), String> {
        self.paragraph("Caption", &figure.caption);
        let number = self.images.len() + 1;
        let picture = &figure.picture;
        self.images.push(Image {
            name: format!("picture{number}"),
            svg: svg::svg(picture).into_bytes(),
            png: png::png(picture, RESOLUTION)?,
        });
        self.open_paragraph("Picture");
        self.xml.open("w:r", &[]);
        self.xml.open("w:drawing", &[]);
        let none = ["distT", "distB", "distL", "distR"].map(|side| (side, "0".to_owned()));
        self.xml.open("wp:inline", &none);
        let emu = |points: f64| ((points * EMU).round() as i64).to_string();
        let size = [("cx", emu(picture.width)), ("cy", emu(picture.height))];
        self.xml.empty("wp:extent", &size);
        let named = |number: usize| [("id", number.to_string()), ("name", format!("Picture {number}"))];
        let told = [named(number).to_vec(), vec![("descr", picture.description.clone())]].concat();
        self.xml.empty("wp:docPr", &told);
        self.xml.open("a:graphic", &[]);
        self.xml.open("a:graphicData", &[("uri", PICTURE.into())]);
        self.xml.open("pic:pic", &[]);
        self.xml.open("pic:nvPicPr", &[]);
        self.xml.empty("pic:cNvPr", &told);
        self.xml.empty("pic:cNvPicPr", &[]);
        self.xml.close("pic:nvPicPr");
        self.filled(number);
        self.shape(&size);
        self.xml.close("pic:pic");
        for name in ["a:graphicData", "a:graphic", "wp:inline", "w:drawing", "w:r", "w:p"] {
            self.xml.close(name);
        }
        Ok(())
    }

    /// The PNG, and the SVG for who can draw it.
    fn filled(&mut self, number: usize) {
        self.xml.open("pic:blipFill", &[]);
        self.xml.open("a:blip", &[("r:embed", format!("png{number}"))]);
        self.xml.open("a:extLst", &[]);
        self.xml.open("a:ext", &[("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}".into())]);
        self.xml.empty("asvg:svgBlip", &[("xmlns:asvg", SVG.into()), ("r:embed", format!("svg{number}"))]);
        self.xml.close("a:ext");
        self.xml.close("a:extLst");
        self.xml.close("a:blip");
        self.xml.open("a:stretch", &[]);
        self.xml.empty("a:fillRect", &[]);
        self.xml.close("a:stretch");
        self.xml.close("pic:blipFill");
    }

    fn shape(&mut self, size: &[(&str, String)]) {
        self.xml.open("pic:spPr", &[]);
        self.xml.open("a:xfrm", &[]);
        self.xml.empty("a:off", &[("x", "0".into()), ("y", "0".into())]);
        self.xml.empty("a:ext", size);
        self.xml.close("a:xfrm");
        self.xml.open("a:prstGeom", &[("prst", "rect".into())]);
        self.xml.empty("a:avLst", &[]);
        self.xml.close("a:prstGeom");
        self.xml.close("pic:spPr");
    }

    /// A section's paper stands at its end: in a last small paragraph, or, of the last section, in the body itself.
    fn end_of(&mut self, section: &Section, last: bool) {
        if last {
            return self.paper(section.lying);
        }
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.empty("w:pStyle", &[("w:val", "SectionEnd".into())]);
        self.paper(section.lying);
        self.xml.close("w:pPr");
        self.xml.close("w:p");
    }

    fn paper(&mut self, lying: bool) {
        let (width, height) = if lying { (PAPER.1, PAPER.0) } else { PAPER };
        self.xml.open("w:sectPr", &[]);
        self.xml.empty("w:footerReference", &[("w:type", "default".into()), ("r:id", "footer".into())]);
        self.xml.empty("w:type", &[("w:val", "nextPage".into())]);
        let mut size = vec![("w:w", twips(width).to_string()), ("w:h", twips(height).to_string())];
        size.extend(lying.then(|| ("w:orient", "landscape".to_owned())));
        self.xml.empty("w:pgSz", &size);
        let [left, top, right, bottom] = MARGINS.map(|side| twips(side).to_string());
        let margins = [
            ("w:top", top),
            ("w:right", right),
            ("w:bottom", bottom),
            ("w:left", left),
            ("w:header", twips(10.0).to_string()),
            ("w:footer", twips(10.0).to_string()),
            ("w:gutter", "0".to_owned()),
        ];
        self.xml.empty("w:pgMar", &margins);
        self.xml.close("w:sectPr");
    }
}
