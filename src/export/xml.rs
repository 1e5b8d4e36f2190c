//! XML written line by line, indented.

use crate::picture::svg::writable;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

pub struct Xml {
    writer: Writer<Vec<u8>>,
}

pub type Attributes<'a> = &'a [(&'a str, String)];

impl Xml {
    pub fn new() -> Xml {
        let mut xml = Xml { writer: Writer::new_with_indent(Vec::new(), b' ', 2) };
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    pub fn open(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Start(tag(name, attributes)));
    }

    pub fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    pub fn empty(&mut self, name: &str, attributes: Attributes) {
        self.event(Event::Empty(tag(name, attributes)));
    }

    /// An element that holds a text and nothing else.
    pub fn text(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.open(name, attributes);
        self.event(Event::Text(BytesText::new(&writable(text))));
        self.close(name);
    }

    pub fn done(self) -> String {
        let mut text = String::from_utf8(self.writer.into_inner()).expect("what is written is UTF-8");
        text.push('\n');
        text
    }

    fn event(&mut self, event: Event) {
        self.writer.write_event(event).expect("memory takes what is written");
    }
}

fn tag<'a>(name: &'a str, attributes: Attributes) -> BytesStart<'a> {
    let mut tag = BytesStart::new(name);
    for (name, value) in attributes {
        tag.push_attribute((*name, writable(value).as_str()));
    }
    tag
}
