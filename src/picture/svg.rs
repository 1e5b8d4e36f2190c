//! A picture as SVG. Text stays text, in the font that it was measured with or the next best one.
//!
//! The font is named, not carried along: each line says how long it is, so that it keeps its place and length where
//! another font has to do.

use super::{Align, Group, Ink, Item, PathStep, Picture, Role, Style, Text, Weight, measure};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// The whole file.
pub fn svg(picture: &Picture) -> String {
    write(picture, Fonts::Any)
}

/// The picture as it can stand in an HTML page. `prefix` keeps its ids apart from those of the page's other pictures.
pub fn inline(picture: &Picture, prefix: &str) -> String {
    let mut svg = Svg { xml: Writer::new(Vec::new()), fonts: Fonts::Any, prefix: prefix.to_owned() };
    svg.picture(picture);
    svg.done()
}

/// Who will draw it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fonts {
    /// Whoever opens the file, with the fonts that are there.
    Any,
    #[cfg_attr(not(feature = "documents"), allow(dead_code))]
    /// A renderer that has the one font alone, and would leave out a letter without a word.
    Bundled,
}

pub(super) fn write(picture: &Picture, fonts: Fonts) -> String {
    let mut svg = Svg { xml: Writer::new(Vec::new()), fonts, prefix: String::new() };
    svg.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    svg.picture(picture);
    svg.done()
}

struct Svg {
    xml: Writer<Vec<u8>>,
    fonts: Fonts,
    /// Before every id.
    prefix: String,
}

type Attributes<'a> = &'a [(&'a str, String)];

impl Svg {
    fn picture(&mut self, picture: &Picture) {
        let size = |length: f64| format!("{}pt", number(length));
        self.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg".into()),
                ("width", size(picture.width)),
                ("height", size(picture.height)),
                ("viewBox", format!("0 0 {} {}", number(picture.width), number(picture.height))),
                ("xml:lang", picture.language.tag().into()),
                ("lang", picture.language.tag().into()),
                ("role", "img".into()),
                ("font-family", format!("'{}','DejaVu Sans',sans-serif", measure::FAMILY)),
            ],
        );
        self.told("title", &picture.title);
        if !picture.description.is_empty() {
            self.told("desc", &picture.description);
        }
        let (width, height) = (number(picture.width), number(picture.height));
        self.shape("rect", &[("width", width), ("height", height), ("fill", "#fff".into())]);
        self.items(&picture.items);
        self.close("svg");
    }

    fn done(self) -> String {
        String::from_utf8(self.xml.into_inner()).expect("what is written is UTF-8")
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Rect { x, y, width, height, radius, style } => {
                    let mut attributes = vec![
                        ("x", number(*x)),
                        ("y", number(*y)),
                        ("width", number(*width)),
                        ("height", number(*height)),
                    ];
                    if *radius > 0.0 {
                        attributes.push(("rx", number(*radius)));
                    }
                    attributes.extend(styled(style));
                    self.shape("rect", &attributes);
                }
                Item::Path { steps, style } => {
                    let mut attributes = vec![("d", path(steps))];
                    attributes.extend(styled(style));
                    self.shape("path", &attributes);
                }
                Item::Text(text) => self.text(text),
                Item::Group(group) => self.group(group),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let mut attributes: Vec<(&str, String)> = Vec::new();
        if let Some(id) = &group.id {
            attributes.push(("id", format!("{}{id}", self.prefix)));
        }
        if !group.class.is_empty() {
            attributes.push(("class", group.class.into()));
        }
        if group.label.is_some() {
            attributes.push(("role", "group".into()));
        }
        if group.role == Role::Artifact {
            attributes.push(("aria-hidden", "true".into()));
        }
        let data: Vec<(String, String)> =
            group.data.iter().map(|(name, value)| (format!("data-{name}"), value.clone())).collect();
        attributes.extend(data.iter().map(|(name, value)| (name.as_str(), value.clone())));
        self.open("g", &attributes);
        if let Some(label) = &group.label {
            self.told("title", label);
        }
        self.items(&group.items);
        self.close("g");
    }

    fn text(&mut self, text: &Text) {
        let mut attributes = vec![("x", number(text.x)), ("y", number(text.y)), ("font-size", number(text.size))];
        if text.weight == Weight::Bold {
            attributes.push(("font-weight", "bold".into()));
        }
        match text.align {
            Align::Start => {}
            Align::Middle => attributes.push(("text-anchor", "middle".into())),
            Align::End => attributes.push(("text-anchor", "end".into())),
        }
        if text.ink != Ink::BLACK {
            attributes.push(("fill", colour(text.ink)));
        }
        if text.upwards {
            attributes.push(("transform", format!("rotate(-90 {} {})", number(text.x), number(text.y))));
        }
        let width = text.width();
        let shown = match self.fonts {
            Fonts::Any => {
                if width > 0.0 {
                    attributes.push(("textLength", number(width)));
                    attributes.push(("lengthAdjust", "spacingAndGlyphs".into()));
                }
                writable(&text.text)
            }
            Fonts::Bundled => drawable(&text.text, text.weight),
        };
        self.open("text", &attributes);
        self.event(Event::Text(BytesText::new(&shown)));
        self.close("text");
    }

    fn told(&mut self, name: &str, text: &str) {
        self.open(name, &[]);
        self.event(Event::Text(BytesText::new(&writable(text))));
        self.close(name);
    }

    fn open(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Start(tag(name, attributes)));
    }

    fn shape(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Empty(tag(name, attributes)));
    }

    fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    fn event(&mut self, event: Event) {
        self.xml.write_event(event).expect("memory takes what is written");
    }
}

fn tag<'a>(name: &'a str, attributes: Attributes) -> BytesStart<'a> {
    let mut tag = BytesStart::new(name);
    for (name, value) in attributes {
        tag.push_attribute((*name, writable(value).as_str()));
    }
    tag
}

fn styled(style: &Style) -> Vec<(&'static str, String)> {
    let mut attributes = vec![("fill", style.fill.map_or("none".into(), colour))];
    if let Some(stroke) = style.stroke {
        attributes.push(("stroke", colour(stroke)));
        attributes.push(("stroke-width", number(style.stroke_width)));
    }
    if let Some((dash, gap)) = style.dash {
        attributes.push(("stroke-dasharray", format!("{} {}", number(dash), number(gap))));
    }
    attributes
}

fn path(steps: &[PathStep]) -> String {
    let each = steps.iter().map(|step| match step {
        PathStep::Move(x, y) => format!("M{} {}", number(*x), number(*y)),
        PathStep::Line(x, y) => format!("L{} {}", number(*x), number(*y)),
        PathStep::Curve(a, b, c, d, x, y) => {
            let n = number;
            format!("C{} {} {} {} {} {}", n(*a), n(*b), n(*c), n(*d), n(*x), n(*y))
        }
        PathStep::Close => "Z".to_owned(),
    });
    each.collect()
}

fn colour(ink: Ink) -> String {
    format!("#{:02x}{:02x}{:02x}", ink.0, ink.1, ink.2)
}

/// To the hundredth of a point, without needless zeros.
pub fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Text that an XML file can hold: a control character would make a file that nobody can read.
pub fn writable(text: &str) -> String {
    let allowed = |c: char| !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')) || c == '\n' || c == '\t';
    text.chars().map(|c| if allowed(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}

fn drawable(text: &str, weight: Weight) -> String {
    let missing = measure::missing(text, weight);
    text.chars().map(|c| if missing.contains(&c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
