//! A document as its parts: headings, paragraphs, tables, pictures, lines to sign. What it says is put together once
//! (`annex`, `details`, `memo`, `page`), and each notation writes the same parts in its own way (`docx`, `html`, `markdown`,
//! `paged`).

pub mod annex;
pub mod details;
#[cfg(feature = "documents")]
pub mod docx;
pub mod html;
pub mod markdown;
pub mod memo;
pub mod page;
pub mod paged;

use crate::picture::Picture;
use crate::vocabulary::Language;

/// One document, in one language or in several behind one another.
#[derive(Clone, Debug)]
pub struct Document {
    pub title: String,
    /// What it is about: the id of the regulation.
    pub subject: String,
    pub parts: Vec<Part>,
}

/// The document in one language.
#[derive(Clone, Debug)]
pub struct Part {
    pub language: Language,
    pub title: String,
    pub sections: Vec<Section>,
}

/// What begins on a page of its own, all its pages the same way round.
#[derive(Clone, Debug)]
pub struct Section {
    pub lying: bool,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug)]
pub enum Block {
    /// 1 is the highest.
    Heading(u8, String),
    Paragraph(Style, String),
    Table(Table),
    Picture(Figure),
    /// Who signs, a line each.
    Signatures(Vec<String>),
}

/// How a paragraph stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Style {
    Normal,
    /// To what the annex belongs: at the right, above everything.
    Mark,
    /// In the middle, under a heading.
    Under,
    /// What a table or a picture is called.
    Caption,
}

/// A table whose header stands again on each page.
#[derive(Clone, Debug)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug)]
pub struct Column {
    pub title: String,
    /// Of the width of the table.
    pub share: f64,
}

/// A line in a cell is a paragraph of its own.
#[derive(Clone, PartialEq, Debug)]
pub enum Row {
    Cells(Vec<String>),
    /// Over the whole width: what the rows under it have in common.
    Across(String),
}

/// A picture, with what stands for it where none can stand.
#[derive(Clone, Debug)]
pub struct Figure {
    pub caption: String,
    pub picture: Box<Picture>,
    /// The same as a mermaid flowchart; on the first page of a diagram alone.
    pub sketch: Option<String>,
}

/// In millimetres: left, top, right, bottom, as office rules for documents have them.
pub const MARGINS: [f64; 4] = [25.0, 20.0, 15.0, 20.0];

impl Table {
    /// Columns with their shares of the width, and no rows yet.
    pub fn new(caption: String, columns: Vec<(String, f64)>) -> Table {
        let columns = columns.into_iter().map(|(title, share)| Column { title, share }).collect();
        Table { caption, columns, rows: Vec::new() }
    }

    pub fn push(&mut self, cells: Vec<String>) {
        debug_assert_eq!(cells.len(), self.columns.len());
        self.rows.push(Row::Cells(cells));
    }
}

/// The author's text as a document can hold it: what turns the direction of everything behind it, or breaks a file, is
/// shown as a sign that stands still.
pub fn clean(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    let breaks = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{feff}');
    let text = text.replace('\t', " ");
    text.chars().map(|c| if turns(c) || breaks(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
