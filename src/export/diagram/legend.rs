//! The legend under a diagram: what each shape means.

use crate::diagnostics::Words;
use crate::export::flow::{Flow, Kind};
use crate::picture::{Group, Ink, Item, Role, Style, Text, Weight, measure};

const SIZE: f64 = 7.5;
const ROW: f64 = 17.0;
/// The sample and the gap behind it.
const SAMPLE: f64 = 34.0;

/// What can stand in a legend.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Ends,
    Action,
    System,
    Choice,
    Wait,
    Passage,
    Connector,
}

/// A legend as high as it is for a width.
pub(super) struct Legend {
    rows: Vec<(Option<Sign>, Vec<String>)>,
    title: String,
    columns: usize,
    width: f64,
    pub height: f64,
}

impl Legend {
    pub fn new(flow: &Flow, paged: bool, width: f64, words: &Words) -> Legend {
        let has = |kind: fn(Kind) -> bool| flow.steps.iter().any(|step| kind(step.kind));
        let mut signs = vec![(Sign::Ends, "ends"), (Sign::Action, "action")];
        if has(|kind| kind == Kind::Service) {
            signs.push((Sign::System, "system"));
        }
        signs.push((Sign::Choice, "choice"));
        if has(|kind| kind == Kind::Wait) {
            signs.push((Sign::Wait, "wait"));
        }
        signs.push((Sign::Passage, "passage"));
        if paged {
            signs.push((Sign::Connector, "connector"));
        }
        let columns = 2;
        let room = width / columns as f64 - SAMPLE - 16.0;
        let said = |id: &str| words.say(&format!("diagram-legend-{id}"), &[]);
        let mut rows: Vec<(Option<Sign>, Vec<String>)> = signs
            .iter()
            .map(|(sign, id)| (Some(*sign), measure::wrap(&said(id), SIZE, Weight::Regular, room)))
            .collect();
        rows.push((None, measure::wrap(&said("unit"), SIZE, Weight::Regular, width)));
        let mut legend = Legend { rows, title: words.say("diagram-legend", &[]), columns, width, height: 0.0 };
        legend.height = legend.laid_out(0.0, 0.0).1;
        legend
    }

    pub fn item(&self, x: f64, y: f64) -> Item {
        let items = self.laid_out(x, y).0;
        Item::Group(Group {
            class: "legend",
            role: Role::Paragraph,
            label: Some(self.title.clone()),
            items,
            ..Group::default()
        })
    }

    /// The items and the height.
    fn laid_out(&self, x: f64, y: f64) -> (Vec<Item>, f64) {
        let mut items = vec![Item::Text(Text::new(x, y + 9.0, &self.title, 8.5).bold())];
        let pitch = SIZE * measure::LINE;
        let mut top = y + 14.0;
        let signs: Vec<_> = self.rows.iter().filter(|(sign, _)| sign.is_some()).collect();
        for pair in signs.chunks(self.columns) {
            let height = pair.iter().map(|(_, lines)| lines.len() as f64 * pitch + 4.0).fold(ROW, f64::max);
            for (column, (sign, lines)) in pair.iter().enumerate() {
                let left = x + column as f64 * self.width / self.columns as f64;
                items.extend(sign.iter().flat_map(|sign| sample(*sign, left, top + height / 2.0)));
                items.extend(text(lines, left + SAMPLE, top + height / 2.0));
            }
            top += height;
        }
        for (_, lines) in self.rows.iter().filter(|(sign, _)| sign.is_none()) {
            let height = lines.len() as f64 * pitch + 4.0;
            items.extend(text(lines, x, top + height / 2.0));
            top += height;
        }
        (items, top - y)
    }
}

fn text(lines: &[String], x: f64, middle: f64) -> Vec<Item> {
    let pitch = SIZE * measure::LINE;
    let first = middle - pitch * lines.len() as f64 / 2.0 + pitch * 0.76;
    let each = lines.iter().enumerate();
    each.map(|(row, line)| Item::Text(Text::new(x, first + pitch * row as f64, line, SIZE))).collect()
}

fn sample(sign: Sign, x: f64, y: f64) -> Vec<Item> {
    let line = Style::outline(0.9).fill(Ink::WHITE);
    let (w, h) = (26.0, 12.0);
    let top = y - h / 2.0;
    match sign {
        Sign::Ends => vec![Item::rounded(x, top, w, h, h / 2.0, Style::outline(1.4).fill(Ink::WHITE))],
        Sign::Action => vec![Item::rect(x, top, w, h, line)],
        Sign::System => {
            let bar = |x: f64| Item::line(x, top, x, top + h, Style::outline(0.6));
            vec![Item::rect(x, top, w, h, line), bar(x + 3.0), bar(x + w - 3.0)]
        }
        Sign::Choice => {
            vec![Item::polygon(&[(x + w / 2.0, top - 1.0), (x + w, y), (x + w / 2.0, top + h + 1.0), (x, y)], line)]
        }
        Sign::Wait => vec![Item::rounded(x, top, w, h, 4.0, line.dashed(3.0, 2.0))],
        Sign::Passage => {
            let head = [(x + w, y), (x + w - 6.0, y - 3.0), (x + w - 6.0, y + 3.0)];
            vec![Item::line(x, y, x + w - 4.0, y, Style::outline(0.9)), Item::polygon(&head, Style::filled(Ink::BLACK))]
        }
        Sign::Connector => {
            let number = Text::new(x + w / 2.0, y + 2.6, "1", 7.5).align(crate::picture::Align::Middle);
            vec![Item::circle(x + w / 2.0, y, 6.5, line), Item::Text(number)]
        }
    }
}
