//! A laid-out diagram on A4: as large as fits, over several pages where it is long, with numbered connectors.

use super::legend::Legend;
use super::shapes::text_block;
use super::{ANSWER, Direction, Drawn, Frame, HEADER};
use crate::diagnostics::Words;
use crate::export::ascii::Ids;
use crate::export::flow::Flow;
use crate::layout::{Layout, Point};
use crate::picture::{Align, Group, Ink, Item, Picture, Role, Style, Text, Weight, measure};

pub(super) struct Sheet<'a> {
    pub flow: &'a Flow,
    pub drawn: &'a Drawn,
    pub direction: Direction,
    pub words: &'a Words,
    pub frame: &'a Frame,
    pub headings: Vec<(String, Weight)>,
}

/// Room for a connector at a cut, before the page makes it smaller.
const CONNECTOR: f64 = 24.0;
/// Of the heading and of a legend, where it isn't known yet.
const AROUND: f64 = 150.0;
/// The same without a heading.
const UNTITLED: f64 = 100.0;
/// How small a diagram may become for one page less.
const SMALLEST: f64 = 0.62;

/// How large a diagram can be printed, at most as it is.
pub(super) fn scale(layout: &Layout, direction: Direction, frame: &Frame) -> f64 {
    paper(layout, direction, frame).1
}

/// The paper, and how large the diagram is on it: upright where it can be as large there, or
/// needs fewer pages.
fn paper(layout: &Layout, direction: Direction, frame: &Frame) -> ((f64, f64), f64) {
    let (high, wide) = (frame.upright, frame.lying);
    let around = if frame.titled { AROUND } else { UNTITLED };
    let along = |(width, height): (f64, f64)| match direction {
        Direction::Down => height - 2.0 * frame.margin - around - 34.0,
        Direction::Right => width - 2.0 * frame.margin - 30.0,
    };
    let fits = |(width, height): (f64, f64)| {
        let room = match direction {
            Direction::Down => width - 2.0 * frame.margin,
            Direction::Right => height - 2.0 * frame.margin - around,
        };
        let one_page = along((width, height)) / layout.along.max(1.0);
        let across = (room / layout.across.max(1.0)).min(1.0);
        // One page is better than two, as long as it can be read.
        if one_page < across && one_page >= SMALLEST.max(across * 0.75) { one_page } else { across }
    };
    let count = |paper: (f64, f64), scale: f64| (layout.along * scale / along(paper)).ceil().max(1.0);
    let (upright, lying) = (fits(high), fits(wide));
    let fewer = count(high, upright) < count(wide, lying) && upright >= SMALLEST.max(lying * 0.7);
    match direction {
        Direction::Down if fewer || upright >= lying * 0.93 => (high, upright),
        Direction::Down => (wide, lying),
        Direction::Right => (wide, lying),
    }
}

pub(super) fn pages(sheet: &Sheet) -> Vec<Picture> {
    let layout = &sheet.drawn.layout;
    let margin = sheet.frame.margin;
    let (paper, scale) = paper(layout, sheet.direction, sheet.frame);
    let legend_of = |paged| Legend::new(sheet.flow, paged, paper.0 - 2.0 * margin, sheet.words);
    let heading = heading(sheet, paper.0, 0.0).1;
    let header = header_depth(sheet, scale);
    let room = |legend: &Legend| match sheet.direction {
        Direction::Down => paper.1 - 2.0 * margin - heading - header - legend.height - 8.0,
        Direction::Right => paper.0 - 2.0 * margin - header,
    };
    let mut legend = legend_of(false);
    let mut cuts = cut(layout, room(&legend) / scale);
    if cuts.len() > 2 {
        legend = legend_of(true);
        cuts = cut(layout, room(&legend) / scale);
    }
    // A span that has no place to be cut makes its pages smaller.
    let longest = cuts.windows(2).map(|pair| pair[1] - pair[0] + CONNECTOR * 2.0).fold(0.0, f64::max);
    let across_room = match sheet.direction {
        Direction::Down => paper.0 - 2.0 * margin,
        Direction::Right => paper.1 - 2.0 * margin - heading - legend.height - 8.0,
    };
    let scale = scale.min(across_room / layout.across.max(1.0));
    let scale = if cuts.len() == 2 {
        scale.min(room(&legend) / layout.along.max(1.0))
    } else {
        scale.min(room(&legend) / longest)
    };
    let count = cuts.len() - 1;
    let connectors = connectors(layout, &cuts);
    let parts = (0..count).map(|page| {
        let part =
            Part { sheet, scale, paper, span: (cuts[page], cuts[page + 1]), page, count, connectors: &connectors };
        part.picture(&legend)
    });
    parts.collect()
}

/// Where the pages begin and end along the flow: as few pages as can be, all about as full as one another.
fn cut(layout: &Layout, room: f64) -> Vec<f64> {
    let mut places = vec![0.0];
    places.extend(layout.cuts.iter().copied().filter(|cut| *cut > 1.0 && *cut < layout.along - 1.0));
    places.push(layout.along);
    let last = places.len() - 1;
    let length = |from: usize, to: usize| {
        let connectors = usize::from(from > 0) + usize::from(to < last);
        places[to] - places[from] + connectors as f64 * CONNECTOR
    };
    // Of the best pages up to each place: how much is too long, how many they are, how uneven, and where the last begins.
    let mut best: Vec<(f64, usize, f64, usize)> = vec![(0.0, 0, 0.0, 0)];
    for to in 1..=last {
        let pages = (0..to).map(|from| {
            let (over, count, uneven, _) = best[from];
            let left = room - length(from, to);
            (over + (-left).max(0.0), count + 1, uneven + left * left, from)
        });
        let order = |a: &(f64, usize, f64, usize), b: &(f64, usize, f64, usize)| {
            a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.total_cmp(&b.2))
        };
        best.push(pages.min_by(order).unwrap_or_default());
    }
    let mut cuts = vec![places[last]];
    let mut at = last;
    while at > 0 {
        at = best[at].3;
        cuts.push(places[at]);
    }
    cuts.reverse();
    cuts
}

/// The arrows that go on on another page: the edge and the cut, in the order of their numbers.
fn connectors(layout: &Layout, cuts: &[f64]) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for (at, cut) in cuts.iter().enumerate().skip(1).take(cuts.len().saturating_sub(2)) {
        for (edge, points) in layout.edges.iter().enumerate() {
            if points.windows(2).any(|pair| crosses(pair, *cut)) {
                all.push((edge, at));
            }
        }
    }
    all
}

fn crosses(pair: &[Point], cut: f64) -> bool {
    (pair[0].along - cut) * (pair[1].along - cut) < 0.0
}

fn header_depth(sheet: &Sheet, scale: f64) -> f64 {
    let most = sheet.flow.lanes.iter().enumerate().map(|(lane, _)| header_lines(sheet, lane, scale).len()).max();
    most.unwrap_or(1) as f64 * header_size(sheet, scale) * measure::LINE + 8.0
}

/// Of the lanes' names: not as small as the steps of a small diagram, and no word of them is cut for that.
fn header_size(sheet: &Sheet, scale: f64) -> f64 {
    let fitting = sheet.flow.lanes.iter().zip(&sheet.drawn.layout.lanes).map(|(lane, (from, to))| {
        let words = lane.name.split_whitespace().map(|word| measure::width(word, 1.0, Weight::Bold));
        ((to - from) * scale - 6.0) / words.fold(1.0, f64::max)
    });
    fitting.fold(HEADER * scale.max(0.8), f64::min).max(HEADER * scale * 0.9)
}

fn header_lines(sheet: &Sheet, lane: usize, scale: f64) -> Vec<String> {
    let (from, to) = sheet.drawn.layout.lanes[lane];
    let size = header_size(sheet, scale);
    measure::wrap(&sheet.flow.lanes[lane].name, size, Weight::Bold, (to - from) * scale - 6.0)
}

/// The headings of a page from a top, and how deep they are; a frame without a title has none.
fn heading(sheet: &Sheet, width: f64, top: f64) -> (Vec<Item>, f64) {
    let mut items = Vec::new();
    let mut y = top;
    if !sheet.frame.titled {
        return (items, 0.0);
    }
    for (text, weight) in &sheet.headings {
        let size = if *weight == Weight::Bold { 11.0 } else { 9.5 };
        for line in measure::wrap(text, size, *weight, width - 2.0 * sheet.frame.margin) {
            y += size * measure::LINE;
            let text = Text::new(width / 2.0, y - size * 0.25, &line, size).align(Align::Middle);
            items.push(Item::Text(Text { weight: *weight, ..text }));
        }
    }
    (items, y - top + 8.0)
}

/// One page.
struct Part<'a> {
    sheet: &'a Sheet<'a>,
    scale: f64,
    paper: (f64, f64),
    span: (f64, f64),
    page: usize,
    count: usize,
    connectors: &'a [(usize, usize)],
}

impl Part<'_> {
    fn picture(&self, legend: &Legend) -> Picture {
        let sheet = self.sheet;
        let title = format!("{}. {}", sheet.headings[0].0, sheet.headings[1].0);
        let mut picture = Picture::new(self.paper.0, self.paper.1, &title, sheet.words.language());
        picture.description = self.description();
        let (items, depth) = heading(sheet, self.paper.0, sheet.frame.margin);
        if sheet.frame.titled {
            picture.push(Item::Group(Group { class: "heading", role: Role::Heading(1), items, ..Group::default() }));
        }
        let header = header_depth(sheet, self.scale);
        let across = sheet.drawn.layout.across * self.scale;
        let (origin, bottom) = match sheet.direction {
            Direction::Down => {
                let top = sheet.frame.margin + depth + header;
                (((self.paper.0 - across) / 2.0, top), top + self.length())
            }
            Direction::Right => {
                let top = sheet.frame.margin + depth;
                ((sheet.frame.margin + header, top), top + across)
            }
        };
        let place = Placing { part: self, origin, header };
        let mut figure = Group {
            class: "diagram",
            role: Role::Figure,
            label: Some(picture.description.clone()),
            ..Group::default()
        };
        figure.items.extend(place.lanes());
        figure.items.extend(place.edges());
        figure.items.extend(place.nodes());
        figure.items.extend(place.answers());
        picture.push(Item::Group(figure));
        picture.push(legend.item(sheet.frame.margin, bottom + 8.0));
        if !sheet.frame.titled {
            picture.height = bottom + 8.0 + legend.height + sheet.frame.margin;
        } else if self.count > 1 {
            let args = [("page", (self.page + 1).into()), ("pages", self.count.into())];
            let text = sheet.words.say("diagram-page", &args);
            let line = Text::new(self.paper.0 - sheet.frame.margin, self.paper.1 - 14.0, &text, 7.5).align(Align::End);
            let items = vec![Item::Text(line)];
            picture.push(Item::Group(Group { class: "folio", role: Role::Artifact, items, ..Group::default() }));
        }
        picture
    }

    fn description(&self) -> String {
        let lanes: Vec<&str> = self.sheet.flow.lanes.iter().map(|lane| lane.name.as_str()).collect();
        let steps = self.sheet.flow.steps.len();
        let about = self.sheet.words.say("diagram-about", &[("lanes", lanes.len().into()), ("steps", steps.into())]);
        format!("{}. {}. {about}: {}", self.sheet.headings[0].0, self.sheet.headings[2].0, lanes.join(", "))
    }

    /// How long the part is on the page, with its connectors.
    fn length(&self) -> f64 {
        (self.span.1 - self.span.0 + self.before() + self.after()) * self.scale
    }

    fn before(&self) -> f64 {
        if self.page > 0 { CONNECTOR } else { 0.0 }
    }

    fn after(&self) -> f64 {
        if self.page + 1 < self.count { CONNECTOR } else { 0.0 }
    }
}

/// From the layout to the page.
struct Placing<'a> {
    part: &'a Part<'a>,
    origin: (f64, f64),
    /// How deep the names of the lanes are.
    header: f64,
}

impl Placing<'_> {
    fn at(&self, point: Point) -> (f64, f64) {
        let along = (point.along - self.part.span.0 + self.part.before()) * self.part.scale;
        let across = point.across * self.part.scale;
        match self.part.sheet.direction {
            Direction::Down => (self.origin.0 + across, self.origin.1 + along),
            Direction::Right => (self.origin.0 + along, self.origin.1 + across),
        }
    }

    fn on_page(&self, along: f64) -> bool {
        (self.part.span.0..=self.part.span.1).contains(&along)
    }

    fn lanes(&self) -> Vec<Item> {
        let sheet = self.part.sheet;
        let each = sheet.flow.lanes.iter().zip(&sheet.drawn.layout.lanes).enumerate();
        each.map(|(at, (lane, (from, to)))| {
            let (from, to) = (from * self.part.scale, to * self.part.scale);
            let lines: Vec<(String, Weight)> =
                header_lines(sheet, at, self.part.scale).into_iter().map(|line| (line, Weight::Bold)).collect();
            let length = self.part.length();
            let thin = Style::outline(0.6);
            let grey = Style::outline(0.6).fill(Ink::grey(238));
            let size = header_size(sheet, self.part.scale);
            let (x, y) = self.origin;
            let mut items = Vec::new();
            match sheet.direction {
                Direction::Down => {
                    items.push(Item::rect(x + from, y, to - from, length, thin));
                    items.push(Item::rect(x + from, y - self.header, to - from, self.header, grey));
                    items.extend(text_block(&lines, (x + (from + to) / 2.0, y - self.header / 2.0), size, 1.0));
                }
                Direction::Right => {
                    items.push(Item::rect(x, y + from, length, to - from, thin));
                    items.push(Item::rect(x - self.header, y + from, self.header, to - from, grey));
                    items.extend(turned(&lines, (x - self.header / 2.0, y + (from + to) / 2.0), size));
                }
            }
            let id = Some(format!("lane-{}", at + 1));
            Item::Group(Group { id, class: "lane", label: Some(lane.name.clone()), items, ..Group::default() })
        })
        .collect()
    }

    fn nodes(&self) -> Vec<Item> {
        let sheet = self.part.sheet;
        let mut ids = Ids::default();
        let mut items = Vec::new();
        for ((step, shape), at) in sheet.flow.steps.iter().zip(&sheet.drawn.shapes).zip(&sheet.drawn.layout.nodes) {
            let id = ids.give(&format!("node-{}", step.id));
            if !self.on_page(at.along) {
                continue;
            }
            items.push(Item::Group(Group {
                id: Some(id),
                class: "node",
                label: Some(step.text.clone()),
                data: vec![("step", step.id.clone()), ("lane", format!("lane-{}", step.lane + 1))],
                items: shape.items(self.at(*at), self.part.scale),
                ..Group::default()
            }));
        }
        items
    }

    fn edges(&self) -> Vec<Item> {
        let sheet = self.part.sheet;
        let mut items = Vec::new();
        for (edge, points) in sheet.drawn.layout.edges.iter().enumerate() {
            let arrow = &sheet.flow.arrows[edge];
            if let Some(piece) = self.pieces(edge, points) {
                let data = vec![
                    ("from", sheet.flow.steps[arrow.from].id.clone()),
                    ("to", sheet.flow.steps[arrow.to].id.clone()),
                ];
                items.push(Item::Group(Group { class: "edge", data, items: piece, ..Group::default() }));
            }
        }
        items
    }

    /// What of an edge is on the page.
    fn pieces(&self, edge: usize, points: &[Point]) -> Option<Vec<Item>> {
        let (from, to) = self.part.span;
        let mut shown: Vec<(f64, f64)> = Vec::new();
        let mut circles = Vec::new();
        let scale = self.part.scale;
        let mut push = |point: (f64, f64)| {
            if shown.last() != Some(&point) {
                shown.push(point);
            }
        };
        for pair in points.windows(2) {
            let entering = self.part.page > 0 && crosses(pair, from) && pair[0].along < from;
            let leaving = self.part.page + 1 < self.part.count && crosses(pair, to) && pair[1].along > to;
            if entering {
                let start = Point { along: from - CONNECTOR + 8.0, ..pair[0] };
                push(self.at(Point { along: from - CONNECTOR + 16.0, ..pair[0] }));
                circles.extend(self.connector(edge, self.part.page, self.at(start)));
            } else if self.on_page(pair[0].along) {
                push(self.at(pair[0]));
            }
            if leaving {
                let end = Point { along: to + CONNECTOR - 8.0, ..pair[1] };
                push(self.at(Point { along: to + CONNECTOR - 16.0, ..pair[1] }));
                circles.extend(self.connector(edge, self.part.page + 1, self.at(end)));
            } else if self.on_page(pair[1].along) {
                push(self.at(pair[1]));
            }
        }
        if shown.len() < 2 {
            return None;
        }
        let mut items = vec![Item::polyline(&shown, Style::outline(1.0 * scale.max(0.7)))];
        items.push(head(shown[shown.len() - 2], shown[shown.len() - 1], scale));
        items.extend(circles);
        Some(items)
    }

    fn connector(&self, edge: usize, cut: usize, (x, y): (f64, f64)) -> Vec<Item> {
        let number = self.part.connectors.iter().position(|it| *it == (edge, cut)).map_or(0, |at| at + 1);
        let scale = self.part.scale;
        let text = Text::new(x, y + 2.8 * scale, &number.to_string(), 8.0 * scale).align(Align::Middle);
        let items = vec![Item::circle(x, y, 8.0 * scale, Style::outline(0.9).fill(Ink::WHITE)), Item::Text(text)];
        let data = vec![("number", number.to_string())];
        vec![Item::Group(Group { class: "connector", data, items, ..Group::default() })]
    }

    fn answers(&self) -> Vec<Item> {
        let sheet = self.part.sheet;
        let mut items = Vec::new();
        for (edge, area) in sheet.drawn.layout.labels.iter().enumerate() {
            let Some(area) = area.filter(|area| self.on_page(area.start.along)) else { continue };
            let lines: Vec<(String, Weight)> =
                sheet.drawn.answers[edge].iter().map(|line| (line.clone(), Weight::Regular)).collect();
            let middle =
                Point { along: area.start.along + area.along / 2.0, across: area.start.across + area.across / 2.0 };
            let arrow = &sheet.flow.arrows[edge];
            let data =
                vec![("from", sheet.flow.steps[arrow.from].id.clone()), ("to", sheet.flow.steps[arrow.to].id.clone())];
            let items_of = text_block(&lines, self.at(middle), ANSWER, self.part.scale);
            items.push(Item::Group(Group { class: "label", data, items: items_of, ..Group::default() }));
        }
        items
    }
}

/// Lines beside one another, read from below.
fn turned(lines: &[(String, Weight)], (x, y): (f64, f64), size: f64) -> Vec<Item> {
    let pitch = size * measure::LINE;
    let first = x - pitch * lines.len() as f64 / 2.0 + pitch * 0.76;
    let each = lines.iter().enumerate().map(|(row, (line, weight))| {
        let text = Text::new(first + pitch * row as f64, y, line, size).align(Align::Middle).upwards();
        Item::Text(Text { weight: *weight, ..text })
    });
    each.collect()
}

/// The head of an arrow that ends at a point.
fn head(from: (f64, f64), to: (f64, f64), scale: f64) -> Item {
    let (length, half) = (6.5 * scale, 2.8 * scale);
    let (dx, dy) = ((to.0 - from.0).signum(), (to.1 - from.1).signum());
    let corners = match (to.0 - from.0).abs() > (to.1 - from.1).abs() {
        true => [to, (to.0 - dx * length, to.1 - half), (to.0 - dx * length, to.1 + half)],
        false => [to, (to.0 - half, to.1 - dy * length), (to.0 + half, to.1 - dy * length)],
    };
    Item::polygon(&corners, Style::filled(Ink::BLACK))
}
