//! Pictures as the pages of a tagged PDF: text can be selected, searched and read aloud.

use super::{Group, Ink, Item, PathStep, Picture, Role, Style, Text, Weight, measure};
use crate::vocabulary::Language;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag, Tag, TagGroup, TagKind, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;

/// What the file says about itself.
#[derive(Clone, Debug)]
pub struct About {
    pub title: String,
    pub language: Language,
    /// What it is about: the regulation, the channel.
    pub subject: String,
}

/// The file: one picture a page. No date and no chance in it: the same pictures make the same bytes.
pub fn pdf(pages: &[Picture], about: &About) -> Result<Vec<u8>, String> {
    let settings = SerializeSettings { enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    document.set_metadata(
        Metadata::new()
            .title(about.title.clone())
            .description(about.subject.clone())
            .language(about.language.tag().to_owned())
            .creator("reglament".to_owned())
            .document_id(about.subject.clone()),
    );
    let mut tree = TagTree::new().with_lang(Some(about.language.tag().to_owned()));
    let fonts = Fonts { regular: face(measure::REGULAR)?, bold: face(measure::BOLD)? };
    for picture in pages {
        let size = PageSettings::from_wh(picture.width as f32, picture.height as f32);
        let mut page = document.start_page_with(size.ok_or("a page needs a width and a height")?);
        let mut surface = page.surface();
        let mut part = TagGroup::new(Tag::<krilla::tagging::kind::Part>::Part);
        Painter { surface: &mut surface, fonts: &fonts }.items(&picture.items, &mut part);
        surface.finish();
        page.finish();
        tree.push(part);
    }
    document.set_tag_tree(tree);
    document.finish().map_err(|error| format!("{error:?}"))
}

fn face(data: &'static [u8]) -> Result<Font, String> {
    Font::new(data.into(), 0).ok_or_else(|| "the bundled font can't be read".to_owned())
}

struct Fonts {
    regular: Font,
    bold: Font,
}

struct Painter<'a, 'b> {
    surface: &'a mut Surface<'b>,
    fonts: &'a Fonts,
}

impl Painter<'_, '_> {
    fn items(&mut self, items: &[Item], part: &mut TagGroup) {
        for item in items {
            match item {
                Item::Text(text) => self.text(text, Some(part)),
                Item::Group(group) if group.role == Role::Artifact => self.ornament(&group.items),
                Item::Group(group) => match structure(group) {
                    Some(tag) => {
                        let mut own = TagGroup::new(tag);
                        self.items(&group.items, &mut own);
                        part.push(own);
                    }
                    None => self.items(&group.items, part),
                },
                shape => self.shape(shape),
            }
        }
    }

    /// What is seen and not read.
    fn ornament(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Text(text) => self.text(text, None),
                Item::Group(group) => self.ornament(&group.items),
                shape => self.shape(shape),
            }
        }
    }

    fn shape(&mut self, item: &Item) {
        let (path, style) = match item {
            Item::Rect { x, y, width, height, radius, style } => (rect(*x, *y, *width, *height, *radius), style),
            Item::Path { steps, style } => (outline(steps), style),
            Item::Text(_) | Item::Group(_) => return,
        };
        let Some(path) = path else { return };
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        self.surface.set_fill(style.fill.map(fill));
        self.surface.set_stroke(stroke(style));
        self.surface.draw_path(&path);
        self.surface.end_tagged();
    }

    fn text(&mut self, text: &Text, part: Option<&mut TagGroup>) {
        if text.text.is_empty() {
            return;
        }
        let tag = match part {
            Some(_) => ContentTag::Span(SpanTag::empty()),
            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
        };
        let id = self.surface.start_tagged(tag);
        self.surface.set_fill(Some(fill(text.ink)));
        self.surface.set_stroke(None);
        let turn = text.upwards.then(|| Transform::from_rotate_at(-90.0, text.x as f32, text.y as f32));
        if let Some(turn) = &turn {
            self.surface.push_transform(turn);
        }
        let font = match text.weight {
            Weight::Regular => self.fonts.regular.clone(),
            Weight::Bold => self.fonts.bold.clone(),
        };
        let start = Point::from_xy((text.x - text.lead()) as f32, text.y as f32);
        self.surface.draw_glyphs(start, &glyphs(text), font, &text.text, text.size as f32, false);
        if turn.is_some() {
            self.surface.pop();
        }
        self.surface.end_tagged();
        if let Some(part) = part {
            part.push(id);
        }
    }
}

fn glyphs(text: &Text) -> Vec<KrillaGlyph> {
    let shaped = measure::shape(&text.text, text.weight).into_iter();
    shaped
        .map(|glyph| KrillaGlyph {
            glyph_id: GlyphId::new(glyph.id),
            text_range: glyph.text,
            x_advance: glyph.advance as f32,
            x_offset: glyph.x_offset as f32,
            y_offset: glyph.y_offset as f32,
            y_advance: 0.0,
            location: None,
        })
        .collect()
}

/// The structure element that a group becomes.
fn structure(group: &Group) -> Option<TagKind> {
    Some(match group.role {
        Role::Plain | Role::Artifact => return None,
        Role::Figure => Tag::Figure(group.label.clone()).into(),
        Role::Heading(level) => Tag::Hn(NonZeroU16::new(level.into()).unwrap_or(NonZeroU16::MIN), None).into(),
        Role::Paragraph => Tag::P.into(),
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::HeaderCell => Tag::TH(krilla::tagging::TableHeaderScope::Column).into(),
        Role::Cell => Tag::TD.into(),
    })
}

fn fill(ink: Ink) -> Fill {
    Fill { paint: rgb::Color::new(ink.0, ink.1, ink.2).into(), ..Fill::default() }
}

fn stroke(style: &Style) -> Option<Stroke> {
    let ink = style.stroke?;
    let dash = style.dash.map(|(dash, gap)| StrokeDash { array: vec![dash as f32, gap as f32], offset: 0.0 });
    let paint = rgb::Color::new(ink.0, ink.1, ink.2).into();
    Some(Stroke { paint, width: style.stroke_width as f32, dash, ..Stroke::default() })
}

fn rect(x: f64, y: f64, width: f64, height: f64, radius: f64) -> Option<krilla::geom::Path> {
    if radius <= 0.0 {
        let mut path = PathBuilder::new();
        path.push_rect(Rect::from_xywh(x as f32, y as f32, width as f32, height as f32)?);
        return path.finish();
    }
    let r = radius.min(width / 2.0).min(height / 2.0);
    // The usual length of the handles of a quarter of a circle, from the corner.
    let k = r * (1.0 - 0.552_284_75);
    let (right, bottom) = (x + width, y + height);
    outline(&[
        PathStep::Move(x + r, y),
        PathStep::Line(right - r, y),
        PathStep::Curve(right - k, y, right, y + k, right, y + r),
        PathStep::Line(right, bottom - r),
        PathStep::Curve(right, bottom - k, right - k, bottom, right - r, bottom),
        PathStep::Line(x + r, bottom),
        PathStep::Curve(x + k, bottom, x, bottom - k, x, bottom - r),
        PathStep::Line(x, y + r),
        PathStep::Curve(x, y + k, x + k, y, x + r, y),
        PathStep::Close,
    ])
}

fn outline(steps: &[PathStep]) -> Option<krilla::geom::Path> {
    let mut path = PathBuilder::new();
    for step in steps {
        match *step {
            PathStep::Move(x, y) => path.move_to(x as f32, y as f32),
            PathStep::Line(x, y) => path.line_to(x as f32, y as f32),
            PathStep::Curve(a, b, c, d, x, y) => {
                path.cubic_to(a as f32, b as f32, c as f32, d as f32, x as f32, y as f32);
            }
            PathStep::Close => path.close(),
        }
    }
    path.finish()
}
