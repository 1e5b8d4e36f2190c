//! A picture as a list of shapes and lines of text, and what it becomes: SVG, PNG and PDF.
//!
//! Lengths are points (1/72 inch), from the left and the top. Texts are lines that were broken beforehand with
//! [`measure::wrap`], by the very font that every back end draws with.
//!
//! ```no_run
//! use reglament::picture::{Ink, Item, Picture, Role, Style, Text, Weight, measure, svg};
//! use reglament::vocabulary::Language;
//!
//! let mut page = Picture::new(595.0, 842.0, "Анықтамалық", Language::Kk);
//! page.push(Item::rect(50.0, 50.0, 200.0, 40.0, Style::outline(1.0)));
//! for (row, line) in measure::wrap("Құжаттарды қабылдайды", 9.0, Weight::Regular, 190.0).iter().enumerate() {
//!     page.push(Item::Text(Text::new(55.0, 62.0 + row as f64 * 11.0, line, 9.0)));
//! }
//! let text = svg::svg(&page);
//! ```
//!
//! For a PDF of several pages, `pdf::pdf(&pages, &about)` takes one picture a page; a [`Group`] with a [`Role`] becomes
//! a structure element of the tagged PDF, so headings, tables and figures can be read aloud in order.

pub mod measure;
#[cfg(feature = "documents")]
pub mod pdf;
#[cfg(feature = "documents")]
pub mod png;
pub mod svg;

use crate::vocabulary::Language;
use std::collections::BTreeSet;

/// A4 upright, in points.
pub const A4: (f64, f64) = (595.28, 841.89);

/// One picture, or one page.
#[derive(Clone, Debug)]
pub struct Picture {
    pub width: f64,
    pub height: f64,
    /// What it is called: the title of the SVG, the outline entry of a page.
    pub title: String,
    /// What it shows, for who can't see it.
    pub description: String,
    pub language: Language,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug)]
pub enum Item {
    Rect { x: f64, y: f64, width: f64, height: f64, radius: f64, style: Style },
    Path { steps: Vec<PathStep>, style: Style },
    Text(Text),
    Group(Group),
}

/// A step of a path, to an absolute place.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PathStep {
    Move(f64, f64),
    Line(f64, f64),
    /// Two control points and the end.
    Curve(f64, f64, f64, f64, f64, f64),
    Close,
}

/// One line of text on its baseline.
#[derive(Clone, Debug)]
pub struct Text {
    pub x: f64,
    /// The baseline.
    pub y: f64,
    pub text: String,
    pub size: f64,
    pub weight: Weight,
    pub align: Align,
    pub ink: Ink,
    /// Turned a quarter to the left about its place, as the name of a lane that lies on its side.
    pub upwards: bool,
}

/// Things that belong together.
#[derive(Clone, Default, Debug)]
pub struct Group {
    /// An id of its own within the picture; ASCII.
    pub id: Option<String>,
    /// What it is among the things of the picture: `lane`, `node`, `edge`, `label`; the class in an SVG.
    pub class: &'static str,
    pub role: Role,
    /// Its name for who can't see it.
    pub label: Option<String>,
    /// Facts for programs, as `data-…` attributes of an SVG.
    pub data: Vec<(&'static str, String)>,
    pub items: Vec<Item>,
}

/// What a group is in the structure of a document.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Role {
    #[default]
    Plain,
    /// Ornament, running heads, page numbers: not read aloud.
    Artifact,
    Figure,
    /// 1 is the highest.
    Heading(u8),
    Paragraph,
    Table,
    Row,
    HeaderCell,
    Cell,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub enum Weight {
    #[default]
    Regular,
    Bold,
}

#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Align {
    #[default]
    Start,
    Middle,
    End,
}

/// A colour.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ink(pub u8, pub u8, pub u8);

impl Ink {
    pub const BLACK: Ink = Ink(0, 0, 0);
    pub const WHITE: Ink = Ink(255, 255, 255);

    /// A grey: 0 is black, 255 white.
    pub const fn grey(level: u8) -> Ink {
        Ink(level, level, level)
    }
}

/// How a shape is filled and drawn round.
#[derive(Clone, Default, Debug)]
pub struct Style {
    pub fill: Option<Ink>,
    pub stroke: Option<Ink>,
    pub stroke_width: f64,
    /// Lengths of dash and gap.
    pub dash: Option<(f64, f64)>,
}

impl Style {
    /// Black outline, no fill.
    pub fn outline(width: f64) -> Style {
        Style { stroke: Some(Ink::BLACK), stroke_width: width, ..Style::default() }
    }

    pub fn filled(ink: Ink) -> Style {
        Style { fill: Some(ink), ..Style::default() }
    }

    pub fn fill(mut self, ink: Ink) -> Style {
        self.fill = Some(ink);
        self
    }

    pub fn stroke(mut self, ink: Ink) -> Style {
        self.stroke = Some(ink);
        self
    }

    pub fn dashed(mut self, dash: f64, gap: f64) -> Style {
        self.dash = Some((dash, gap));
        self
    }
}

impl Text {
    /// Black, regular, from `x` to the right.
    pub fn new(x: f64, y: f64, text: &str, size: f64) -> Text {
        Text {
            x,
            y,
            text: text.to_owned(),
            size,
            weight: Weight::Regular,
            align: Align::Start,
            ink: Ink::BLACK,
            upwards: false,
        }
    }

    pub fn bold(mut self) -> Text {
        self.weight = Weight::Bold;
        self
    }

    pub fn align(mut self, align: Align) -> Text {
        self.align = align;
        self
    }

    pub fn ink(mut self, ink: Ink) -> Text {
        self.ink = ink;
        self
    }

    pub fn upwards(mut self) -> Text {
        self.upwards = true;
        self
    }

    pub fn width(&self) -> f64 {
        measure::width(&self.text, self.size, self.weight)
    }

    /// How far left of `x` the line begins (for `upwards`: how far below).
    #[cfg_attr(not(feature = "documents"), allow(dead_code))]
    pub(crate) fn lead(&self) -> f64 {
        match self.align {
            Align::Start => 0.0,
            Align::Middle => self.width() / 2.0,
            Align::End => self.width(),
        }
    }
}

impl Item {
    pub fn rect(x: f64, y: f64, width: f64, height: f64, style: Style) -> Item {
        Item::Rect { x, y, width, height, radius: 0.0, style }
    }

    pub fn rounded(x: f64, y: f64, width: f64, height: f64, radius: f64, style: Style) -> Item {
        Item::Rect { x, y, width, height, radius, style }
    }

    pub fn line(x1: f64, y1: f64, x2: f64, y2: f64, style: Style) -> Item {
        Item::Path { steps: vec![PathStep::Move(x1, y1), PathStep::Line(x2, y2)], style }
    }

    /// A line through all points.
    pub fn polyline(points: &[(f64, f64)], style: Style) -> Item {
        let step = |(at, (x, y)): (usize, &(f64, f64))| match at {
            0 => PathStep::Move(*x, *y),
            _ => PathStep::Line(*x, *y),
        };
        Item::Path { steps: points.iter().enumerate().map(step).collect(), style }
    }

    /// A closed shape with these corners.
    pub fn polygon(points: &[(f64, f64)], style: Style) -> Item {
        let Item::Path { mut steps, style } = Item::polyline(points, style) else {
            unreachable!("a polyline is a path")
        };
        steps.push(PathStep::Close);
        Item::Path { steps, style }
    }

    pub fn circle(x: f64, y: f64, radius: f64, style: Style) -> Item {
        // The usual length of the handles of a quarter of a circle.
        let (r, k) = (radius, radius * 0.552_284_75);
        let steps = vec![
            PathStep::Move(x + r, y),
            PathStep::Curve(x + r, y + k, x + k, y + r, x, y + r),
            PathStep::Curve(x - k, y + r, x - r, y + k, x - r, y),
            PathStep::Curve(x - r, y - k, x - k, y - r, x, y - r),
            PathStep::Curve(x + k, y - r, x + r, y - k, x + r, y),
            PathStep::Close,
        ];
        Item::Path { steps, style }
    }
}

impl Picture {
    pub fn new(width: f64, height: f64, title: &str, language: Language) -> Picture {
        Picture { width, height, title: title.to_owned(), description: String::new(), language, items: Vec::new() }
    }

    pub fn push(&mut self, item: Item) {
        self.items.push(item);
    }

    /// Letters of its texts that the font doesn't have: drawn as a box, or by another font where there is one.
    pub fn missing(&self) -> BTreeSet<char> {
        let mut missing = BTreeSet::new();
        each_text(&self.items, &mut |text| missing.extend(measure::missing(&text.text, text.weight)));
        missing
    }
}

fn each_text(items: &[Item], visit: &mut impl FnMut(&Text)) {
    for item in items {
        match item {
            Item::Text(text) => visit(text),
            Item::Group(group) => each_text(&group.items, visit),
            Item::Rect { .. } | Item::Path { .. } => {}
        }
    }
}
