//! Paragraphs with their addresses.
//!
//! A clause is `6.`, an item `1)`; what has no number is the next paragraph of what stands before it. A list that begins
//! anew under one clause is its second one, a clause whose number was used before likewise. A heading looks like a clause
//! (`2. How it goes`), but ends without a mark and goes on with the numbers of the headings.

use super::paragraphs::Paragraph;
use super::{Act, Part, glue, kinds};
use crate::inventory::{Address, Room};
use std::collections::{HashMap, VecDeque};

pub(super) fn act(paragraphs: &[Paragraph]) -> Act {
    let titled = paragraphs.iter().any(|paragraph| {
        kinds::title(&paragraph.text) || glue::title(&paragraph.text).is_some_and(|(title, _)| kinds::title(title))
    });
    let mut walk = Walk { queue: paragraphs.iter().cloned().collect(), ..Walk::default() };
    if !titled {
        walk.begin_part(String::new());
    }
    while let Some(paragraph) = walk.queue.pop_front() {
        walk.take(paragraph);
    }
    walk.end_section();
    Act { parts: walk.parts }
}

/// A clause as far as it is read: where the next paragraph goes.
#[derive(Clone)]
struct Place {
    address: Address,
    /// Paragraphs so far, the own line among them.
    paragraphs: u32,
}

#[derive(Default)]
struct Walk {
    queue: VecDeque<Paragraph>,
    /// The clauses of the order, before any regulation.
    order: Vec<(Address, String)>,
    order_passed_over: Vec<String>,
    order_closed: bool,
    parts: Vec<Part>,
    /// What the section holds so far: its address, its text, and whether it stands on its own.
    section: Vec<(Address, String, bool)>,
    annex: Option<(u32, Vec<Paragraph>)>,
    seen: HashMap<String, u32>,
    clause: Option<Place>,
    item: Option<Place>,
    chapter: u32,
    /// Chapters are headed `2-тарау`, so that `2.` is never a heading.
    chapters_named: bool,
}

impl Walk {
    fn take(&mut self, paragraph: Paragraph) {
        let text = paragraph.text.clone();
        if kinds::note(&text) {
            return self.note(&text);
        }
        if let Some((title, heading)) = glue::title(&text) {
            self.again(heading);
            return self.again(title);
        }
        if kinds::title(&text) {
            return self.begin_part(text);
        }
        if let Some(number) = kinds::annex(&text) {
            return self.begin_annex(number, text);
        }
        match &mut self.annex {
            Some((_, held)) => held.push(paragraph),
            None => self.sentence(&text),
        }
    }

    /// Puts a piece back, to be taken next.
    fn again(&mut self, text: &str) {
        let text = text.trim().to_owned();
        self.queue.push_front(Paragraph { lines: vec![text.clone()], text });
    }

    fn note(&mut self, text: &str) {
        let (note, rest) = glue::behind_note(text).unwrap_or((text, ""));
        self.pass_over(note.to_owned());
        if !rest.is_empty() {
            self.again(rest);
        }
    }

    fn pass_over(&mut self, text: String) {
        match self.parts.last_mut() {
            Some(part) => part.passed_over.push(text),
            None => self.order_passed_over.push(text),
        }
    }

    fn begin_part(&mut self, title: String) {
        self.pass_over_held(kinds::approves);
        self.end_section();
        self.seen.clear();
        (self.clause, self.item, self.chapter, self.chapters_named) = (None, None, 0, false);
        let clauses = self.order.clone();
        let passed_over = self.order_passed_over.clone();
        self.parts.push(Part { title, clauses, passed_over });
    }

    fn begin_annex(&mut self, number: u32, text: String) {
        if self.parts.is_empty() {
            // An annex of the order: the regulation itself.
            self.order_closed = true;
            return self.pass_over(text);
        }
        self.pass_over_held(kinds::heads_annex);
        self.end_section();
        self.annex = Some((number, Vec::new()));
        self.pass_over(text);
    }

    /// The last paragraph of an annex belongs to what follows: the heading of the next annex, or of the next regulation.
    fn pass_over_held(&mut self, belongs: fn(&str) -> bool) {
        let next = |paragraph: &mut Paragraph| belongs(&paragraph.text);
        if let Some(heading) = self.annex.as_mut().and_then(|(_, held)| held.pop_if(next)) {
            self.pass_over(heading.text);
        }
    }

    /// What was gathered goes to its part; what closes it without a mark or a number is a signature or a caption.
    fn end_section(&mut self) {
        if let Some((number, held)) = self.annex.take() {
            return self.end_annex(number, &held);
        }
        let mut section = std::mem::take(&mut self.section);
        let closing = section.iter().rposition(|(_, _, stands)| *stands).map_or(0, |last| last + 1);
        for (_, text, _) in section.split_off(closing) {
            self.pass_over(text);
        }
        let clauses = section.into_iter().map(|(address, text, _)| (address, text));
        match self.parts.last_mut() {
            Some(part) => part.clauses.extend(clauses),
            None => self.order.extend(clauses),
        }
    }

    /// One clause or item, or a paragraph of what is open.
    fn sentence(&mut self, text: &str) {
        let in_order = self.parts.is_empty();
        if in_order && self.order_closed {
            return self.pass_over(text.to_owned());
        }
        if !in_order && kinds::chapter(text) {
            (self.chapter, self.chapters_named) = (self.chapter + 1, true);
            return self.pass_over(text.to_owned());
        }
        if let Some(first) = kinds::clause(text).filter(|_| kinds::item(text).is_none()) {
            if !in_order && self.is_heading(first.value(), text) {
                self.chapter = first.value();
                return self.pass_over(text.to_owned());
            }
            return self.begin_clause(first.number, first.text);
        }
        if let (Some(item), true) = (kinds::item(text), self.clause.is_some()) {
            return self.begin_item(item.number, item.text);
        }
        self.paragraph(text);
    }

    /// `2. How it goes`: the next chapter, without a mark at its end. Where it could be the next clause as well, the
    /// number that comes after it tells.
    fn is_heading(&self, number: u32, text: &str) -> bool {
        if self.chapters_named || kinds::is_complete(text) || number != self.chapter + 1 {
            return false;
        }
        let clause = self.last_clause();
        number != clause + 1 || self.next_number() != Some(number + 1)
    }

    fn last_clause(&self) -> u32 {
        self.clause.as_ref().and_then(|clause| clause.address.last_number()).unwrap_or(0)
    }

    /// The number of the next clause or heading.
    fn next_number(&self) -> Option<u32> {
        let behind = |paragraph: &Paragraph| {
            let glued = if kinds::note(&paragraph.text) { glue::behind_note(&paragraph.text) } else { None };
            let text = glued.map_or(paragraph.text.as_str(), |(_, rest)| rest);
            kinds::clause(text).filter(|_| kinds::item(text).is_none()).map(|first| first.value())
        };
        self.queue.iter().find_map(behind)
    }

    fn begin_clause(&mut self, number: &str, text: &str) {
        let room = if self.parts.is_empty() { Room::Order } else { Room::Regulation };
        let next = number.split('-').next().and_then(|number| number.parse::<u32>().ok()).unwrap_or(0) + 1;
        let address = self.used(room, vec![number.to_owned()]);
        self.clause = Some(Place { address: address.clone(), paragraphs: 1 });
        self.item = None;
        let text = self.cut(text, Some(next), 1);
        self.section.push((address, text, true));
    }

    fn begin_item(&mut self, number: &str, text: &str) {
        let Some(clause) = self.clause.clone() else { return };
        let value = number.split('-').next().and_then(|number| number.parse::<u32>().ok()).unwrap_or(0);
        let numbers = clause.address.numbers.iter().cloned().chain([number.to_owned()]).collect();
        let address = self.used(clause.address.room.clone(), numbers);
        self.item = Some(Place { address: address.clone(), paragraphs: 1 });
        let text = self.cut(text, Some(self.last_clause() + 1), value + 1);
        self.section.push((address, text, true));
    }

    fn paragraph(&mut self, text: &str) {
        let next_clause = self.last_clause() + 1;
        let next_item = self.item.as_ref().and_then(|item| item.address.last_number()).unwrap_or(0) + 1;
        let Some(place) = self.item.as_mut().or(self.clause.as_mut()) else {
            // Before the first clause: what the act rests on.
            return self.pass_over(text.to_owned());
        };
        place.paragraphs += 1;
        let address = Address { paragraph: place.paragraphs, ..place.address.clone() };
        let stands = kinds::is_complete(text);
        let text = self.cut(text, Some(next_clause), next_item);
        self.section.push((address, text, stands));
    }

    /// The text without the clause or the item that is glued to it, which is taken next.
    fn cut(&mut self, text: &str, next_clause: Option<u32>, next_item: u32) -> String {
        let clause = next_clause.and_then(|next| glue::clause(text, next));
        let Some((own, rest)) = clause.or_else(|| glue::item(text, next_item)) else { return text.trim().to_owned() };
        self.again(rest);
        own.trim().to_owned()
    }

    /// The address, with how many times it was used before.
    fn used(&mut self, room: Room, numbers: Vec<String>) -> Address {
        let mut address = Address { room, numbers, paragraph: 1, occurrence: 1 };
        let times = self.seen.entry(address.to_string()).or_insert(0);
        *times += 1;
        address.occurrence = *times;
        address
    }

    /// An annex with rows or clauses of its own is cut into them; any other is one thing.
    fn end_annex(&mut self, number: u32, held: &[Paragraph]) {
        let lines: Vec<&String> =
            held.iter().flat_map(|paragraph| &paragraph.lines).filter(|line| !kinds::note(line)).collect();
        let room = Room::Annex(number.to_string());
        let whole = self.used(room.clone(), Vec::new());
        let mut clauses: Vec<(Address, String)> = vec![(whole, String::new())];
        let rows = lines.iter().fold(0, |rows, line| rows + u32::from(row(line, rows + 1).is_some()));
        let (mut last_row, mut last_item) = (0, 0);
        for line in lines {
            let text = match (row(line, last_row + 1).filter(|_| rows > 1), kinds::item(line)) {
                (Some(text), _) => {
                    (last_row, last_item) = (last_row + 1, 0);
                    clauses.push((self.used(room.clone(), vec![last_row.to_string()]), String::new()));
                    text
                }
                (None, Some(item)) if last_row > 0 && (item.value() == last_item + 1 || item.value() == 1) => {
                    last_item = item.value();
                    let numbers = vec![last_row.to_string(), item.number.to_owned()];
                    clauses.push((self.used(room.clone(), numbers), String::new()));
                    item.text
                }
                _ => line.as_str(),
            };
            if let Some((_, held)) = clauses.last_mut() {
                held.push_str(if held.is_empty() { "" } else { " " });
                held.push_str(text);
            }
        }
        if let Some(part) = self.parts.last_mut() {
            part.clauses.extend(clauses);
        }
    }
}

/// A row of a table, or a clause: its number alone on the line, or before a text.
fn row(line: &str, next: u32) -> Option<&str> {
    let rest = line.strip_prefix(next.to_string().as_str())?;
    let text = rest.strip_prefix('.').unwrap_or(rest).trim_start_matches([' ', '|']);
    let begins = text.is_empty() || (rest.len() > text.len() && text.starts_with(char::is_uppercase));
    begins.then_some(text)
}
