//! A document as pages: lines broken, tables cut between their rows with their header on each page, pictures on pages
//! that lie as they do. What comes out is drawn as any other picture.

use super::{Block, Document, Figure, MARGINS, Row, Section, Style, Table};
use crate::picture::{A4, Align, Group, Ink, Item, PathStep, Picture, Role, Style as Line, Text, Weight, measure};
use crate::vocabulary::Language;

const BODY: f64 = 10.5;
const CELL: f64 = 8.5;
const PAD: f64 = 3.5;
const MILLIMETRE: f64 = 72.0 / 25.4;

/// The pages, numbered from one.
pub fn pages(document: &Document) -> Vec<Picture> {
    let mut pages: Vec<Picture> = Vec::new();
    for part in &document.parts {
        for section in &part.sections {
            let mut press = Press::new(section, &part.title, part.language);
            for (at, block) in section.blocks.iter().enumerate() {
                press.block(block, section.blocks.get(at + 1));
            }
            pages.extend(press.pages);
        }
    }
    for (at, page) in pages.iter_mut().enumerate() {
        let number = Text::new(page.width / 2.0, page.height - 28.0, &(at + 1).to_string(), 9.0).align(Align::Middle);
        let items = vec![Item::Text(number)];
        page.push(Item::Group(Group { class: "folio", role: Role::Artifact, items, ..Group::default() }));
    }
    pages
}

/// Fills the pages of a section from the top.
struct Press<'a> {
    title: &'a str,
    language: Language,
    paper: (f64, f64),
    pages: Vec<Picture>,
    /// Where the next thing begins.
    y: f64,
}

impl Press<'_> {
    fn new<'a>(section: &Section, title: &'a str, language: Language) -> Press<'a> {
        let paper = if section.lying { (A4.1, A4.0) } else { A4 };
        let mut press = Press { title, language, paper, pages: Vec::new(), y: 0.0 };
        press.turn();
        press
    }

    /// Begins a page.
    fn turn(&mut self) {
        let mut page = Picture::new(self.paper.0, self.paper.1, self.title, self.language);
        page.description = String::new();
        self.pages.push(page);
        self.y = MARGINS[1] * MILLIMETRE;
    }

    fn left(&self) -> f64 {
        MARGINS[0] * MILLIMETRE
    }

    fn width(&self) -> f64 {
        self.paper.0 - (MARGINS[0] + MARGINS[2]) * MILLIMETRE
    }

    fn bottom(&self) -> f64 {
        self.paper.1 - MARGINS[3] * MILLIMETRE
    }

    /// A new page where less than this is left of the old one.
    fn need(&mut self, height: f64) {
        if self.y + height > self.bottom() && self.y > MARGINS[1] * MILLIMETRE {
            self.turn();
        }
    }

    fn push(&mut self, class: &'static str, role: Role, items: Vec<Item>) {
        if let Some(page) = self.pages.last_mut() {
            page.push(Item::Group(Group { class, role, items, ..Group::default() }));
        }
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) {
        match block {
            Block::Heading(level, text) => {
                let size = if *level == 1 { 12.5 } else { 11.0 };
                self.y += if *level == 1 { 2.0 } else { 8.0 };
                // Not alone at the foot of a page, nor with the two lines alone that introduce a table.
                self.need(if *level == 3 { 170.0 } else { 90.0 });
                let align = if *level == 1 { Align::Middle } else { Align::Start };
                self.lines(text, size, Weight::Bold, align, Role::Heading(*level));
                self.y += 4.0;
            }
            Block::Paragraph(style, text) => self.paragraph(*style, text, next),
            Block::Table(table) => self.table(table),
            Block::Picture(figure) => self.figure(figure),
            Block::Signatures(all) => all.iter().for_each(|line| self.signature(line)),
        }
    }

    fn paragraph(&mut self, style: Style, text: &str, next: Option<&Block>) {
        match style {
            Style::Normal => self.lines(text, BODY, Weight::Regular, Align::Start, Role::Paragraph),
            Style::Under => self.lines(text, BODY, Weight::Regular, Align::Middle, Role::Paragraph),
            Style::Caption => self.caption(text),
            Style::Mark => self.lines(text, 9.5, Weight::Regular, Align::End, Role::Paragraph),
        }
        self.y += if matches!(next, Some(Block::Paragraph(..))) { 2.0 } else { 7.0 };
    }

    fn caption(&mut self, text: &str) {
        self.need(70.0);
        self.lines(text, 9.5, Weight::Bold, Align::Start, Role::Paragraph);
        self.y += 3.0;
    }

    /// Lines one under another, over as many pages as they need.
    fn lines(&mut self, text: &str, size: f64, weight: Weight, align: Align, role: Role) {
        // What stands at the right keeps to the right half.
        let part = if align == Align::End { 0.5 } else { 1.0 };
        let pitch = size * 1.32;
        let mut items = Vec::new();
        for line in measure::wrap(text, size, weight, self.width() * part) {
            if self.y + pitch > self.bottom() {
                let full = std::mem::take(&mut items);
                self.push("text", role, full);
                self.turn();
            }
            let x = match align {
                Align::Start => self.left(),
                Align::Middle => self.left() + self.width() / 2.0,
                Align::End => self.left() + self.width() * (1.0 - part),
            };
            let align = if align == Align::End { Align::Start } else { align };
            let line = Text::new(x, self.y + size, &line, size).align(align);
            items.push(Item::Text(Text { weight, ..line }));
            self.y += pitch;
        }
        if !items.is_empty() {
            self.push("text", role, items);
        }
    }

    fn signature(&mut self, line: &str) {
        self.need(40.0);
        self.y += 18.0;
        let y = self.y + BODY;
        self.lines(line, BODY, Weight::Regular, Align::Start, Role::Paragraph);
        let (left, right) = (self.left() + self.width() * 0.5, self.left() + self.width());
        self.push("rule", Role::Artifact, vec![Item::line(left, y + 2.0, right, y + 2.0, Line::outline(0.6))]);
    }

    fn figure(&mut self, figure: &Figure) {
        self.caption(&figure.caption);
        self.need(figure.picture.height);
        let mut items = figure.picture.items.clone();
        let across = (self.width() - figure.picture.width).max(0.0) / 2.0;
        moved(&mut items, self.left() + across, self.y);
        if let Some(page) = self.pages.last_mut() {
            page.items.extend(items);
        }
        self.y += figure.picture.height + 8.0;
    }

    fn table(&mut self, table: &Table) {
        self.caption(&table.caption);
        let widths: Vec<f64> = table.columns.iter().map(|column| column.share * self.width()).collect();
        let titles = table.columns.iter().map(|column| column.title.as_str());
        let header = Cells::new(titles, &widths, Weight::Bold);
        let mut part = Vec::new();
        let mut rows: Vec<Cells> = Vec::new();
        for row in &table.rows {
            rows.push(match row {
                Row::Cells(cells) => Cells::new(cells.iter().map(String::as_str), &widths, Weight::Regular),
                Row::Across(text) => Cells::new([text.as_str()].into_iter(), &[self.width()], Weight::Bold),
            });
        }
        // The header is not left alone, nor a row that says what the rows under it have in common.
        let first = rows.first().map_or(0.0, |row| row.height().min(60.0));
        self.need(header.height() + first);
        self.row(&header, Role::HeaderCell, &mut part);
        for at in 0..rows.len() {
            let kept =
                if rows[at].alone() { rows.get(at + 1).map_or(0.0, |next| next.height().min(60.0)) } else { 0.0 };
            let mut row = rows[at].clone();
            let fits = self.y + row.height() + kept <= self.bottom();
            if !fits && (row.height() + kept < self.page_room(&header) || self.bottom() - self.y < 60.0) {
                self.next_page_of(&header, &mut part);
            }
            // A row longer than a page goes on on the next one.
            while self.y + row.height() > self.bottom() {
                let rest = row.split((self.bottom() - self.y - 2.0 * PAD).max(Cells::PITCH));
                self.row(&row, Role::Cell, &mut part);
                row = rest;
                self.next_page_of(&header, &mut part);
            }
            self.row(&row, Role::Cell, &mut part);
        }
        self.push("table", Role::Table, part);
        self.y += 9.0;
    }

    fn page_room(&self, header: &Cells) -> f64 {
        self.bottom() - MARGINS[1] * MILLIMETRE - header.height()
    }

    fn next_page_of(&mut self, header: &Cells, part: &mut Vec<Item>) {
        let full = std::mem::take(part);
        self.push("table", Role::Table, full);
        self.turn();
        self.row(header, Role::HeaderCell, part);
    }

    fn row(&mut self, row: &Cells, role: Role, part: &mut Vec<Item>) {
        let height = row.height();
        let mut x = self.left();
        let mut cells = Vec::new();
        for (lines, width) in row.lines.iter().zip(&row.widths) {
            let style = match role {
                Role::HeaderCell => Line::outline(0.5).fill(Ink::grey(238)),
                _ => Line::outline(0.5),
            };
            let mut items = vec![Item::rect(x, self.y, *width, height, style)];
            for (at, line) in lines.iter().enumerate() {
                let y = self.y + PAD + CELL + Cells::PITCH * at as f64;
                let text = Text::new(x + PAD, y, line, CELL);
                items.push(Item::Text(Text { weight: row.weight, ..text }));
            }
            cells.push(Item::Group(Group { class: "cell", role, items, ..Group::default() }));
            x += width;
        }
        part.push(Item::Group(Group { class: "row", role: Role::Row, items: cells, ..Group::default() }));
        self.y += height;
    }
}

/// A row with the lines of each of its cells.
#[derive(Clone)]
struct Cells {
    lines: Vec<Vec<String>>,
    widths: Vec<f64>,
    weight: Weight,
}

impl Cells {
    const PITCH: f64 = CELL * 1.28;

    fn new<'a>(cells: impl Iterator<Item = &'a str>, widths: &[f64], weight: Weight) -> Cells {
        let lines = cells.zip(widths).map(|(text, width)| measure::wrap(text, CELL, weight, width - 2.0 * PAD));
        Cells { lines: lines.collect(), widths: widths.to_vec(), weight }
    }

    fn height(&self) -> f64 {
        let most = self.lines.iter().map(Vec::len).max().unwrap_or(0).max(1);
        most as f64 * Self::PITCH + 2.0 * PAD
    }

    /// One cell over the whole width.
    fn alone(&self) -> bool {
        self.widths.len() == 1
    }

    /// Keeps what fits into a height, and gives the rest.
    fn split(&mut self, height: f64) -> Cells {
        let fits = ((height / Self::PITCH) as usize).max(1);
        let rest = self.lines.iter_mut().map(|lines| lines.split_off(fits.min(lines.len()))).collect();
        Cells { lines: rest, ..self.clone() }
    }
}

/// Everything to another place.
fn moved(items: &mut [Item], dx: f64, dy: f64) {
    for item in items {
        match item {
            Item::Rect { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Item::Path { steps, .. } => steps.iter_mut().for_each(|step| *step = step_moved(*step, dx, dy)),
            Item::Text(text) => {
                text.x += dx;
                text.y += dy;
            }
            Item::Group(group) => moved(&mut group.items, dx, dy),
        }
    }
}

fn step_moved(step: PathStep, dx: f64, dy: f64) -> PathStep {
    match step {
        PathStep::Move(x, y) => PathStep::Move(x + dx, y + dy),
        PathStep::Line(x, y) => PathStep::Line(x + dx, y + dy),
        PathStep::Curve(a, b, c, d, x, y) => PathStep::Curve(a + dx, b + dy, c + dx, d + dy, x + dx, y + dy),
        PathStep::Close => PathStep::Close,
    }
}
