//! The picture of slack, as SVG: a panel a channel, a year a row of weeks, a day a cell.
//!
//! Colour goes with a number in each cell and falls from dark to light, so that a print in black and white says the
//! same. Text stays text. The same proof makes the same bytes.

use super::proof::{Proof, TermProof};
use super::slack::{ChannelSlack, Left, SlackMap};
use super::tell;
use crate::diagnostics::{Arg, Words};
use crate::model::Model;
use crate::time::{Calendar, Day, DayKind, DayStatus};
use chrono::{Datelike, NaiveDate};
use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use std::ops::RangeInclusive;
use unicode_width::UnicodeWidthStr;

const WIDTH: i32 = 920;
const MARGIN: i32 = 24;
/// From one cell to the next, and the cell itself.
const PITCH: i32 = 15;
const CELL: i32 = 14;
/// Where the cells of a year begin, behind its number and the names of the weekdays.
const CELLS: i32 = MARGIN + 62;
const LINE: i32 = 15;
/// How many columns of text go on a line.
const COLUMNS: usize = 125;

const STYLE: &str = "text{font:11px 'Noto Sans','DejaVu Sans',sans-serif;fill:#111}\
    .title{font-size:17px;font-weight:bold}\
    .channel{font-size:14px;font-weight:bold}\
    .year{font-size:13px;font-weight:bold}\
    .small{font-size:8px;fill:#333}\
    .n{font-size:8px;text-anchor:middle}\
    .long{font-size:6px}\
    .cell{stroke:#999;stroke-width:.5}\
    .late-week{fill:#67000d}.late{fill:#c0392b}.under-day{fill:#f4a261}\
    .days-1{fill:#fbd38d}.days-3{fill:#fdeecb}.days-7,.unknown{fill:#fff}\
    .on-dark{fill:#fff;font-weight:bold}\
    .empty{fill:#e6e6e6;stroke:none}\
    .holiday{fill:#111;stroke:#fff;stroke-width:.6}\
    .moved-off{fill:#fff;stroke:#111;stroke-width:.8}\
    .worked{fill:none;stroke:#111;stroke-width:1.8}\
    .month{fill:none;stroke:#111;stroke-width:1}";

/// Draws the map. `remarks` say what it does not have from the text of the act.
pub fn draw(
    model: &Model,
    calendar: &Calendar,
    proof: &Proof,
    map: &SlackMap,
    remarks: &[String],
    words: &Words,
) -> String {
    let mut page = Page { svg: Svg::new(), y: MARGIN, model, calendar, proof, map, words };
    page.head(remarks);
    page.legend();
    for channel in &map.channels {
        page.panel(channel);
    }
    page.done()
}

struct Page<'a> {
    svg: Svg,
    /// How far down it is filled.
    y: i32,
    model: &'a Model,
    calendar: &'a Calendar,
    proof: &'a Proof,
    map: &'a SlackMap,
    words: &'a Words,
}

impl Page<'_> {
    fn head(&mut self, remarks: &[String]) {
        let regulation = &self.model[self.map.regulation];
        let horizon = [("from", self.map.from.into()), ("to", self.map.to.into())];
        let title = regulation.title.get(self.words.language()).unwrap_or(&regulation.id).to_owned();
        self.lines("title", 22, 70, &[title]);
        let mut lines = vec![regulation.id.clone(), self.words.say("prove-horizon", &horizon)];
        lines.push(tell::readings_line(&self.proof.readings, self.words));
        lines.extend(remarks.iter().cloned());
        lines.push(self.words.say("map-about", &[]));
        lines.push(self.words.say("map-number", &[]));
        self.lines("line", LINE, COLUMNS, &lines);
    }

    /// What the colours and marks mean, in two columns.
    fn legend(&mut self) {
        let top = self.y + 4;
        let place = |column: i32, row: usize| (MARGIN + column * 430, top + 18 * row as i32);
        for (row, (band, sample)) in Band::ALL.into_iter().zip(["−8", "−7", "0", "1", "3", "7"]).enumerate() {
            self.legend_line(place(0, row), band.class(), sample, None);
        }
        let marks = [Mark::Holiday, Mark::MovedOff, Mark::Worked];
        for (row, mark) in marks.into_iter().enumerate() {
            self.legend_line(place(1, row), "empty", "", Some(mark));
        }
        self.legend_line(place(1, 3), "empty", "", None);
        self.legend_line(place(1, 4), "unknown", "?", None);
        let (x, y) = place(1, 5);
        self.svg.text("year", x, y + 11, "2027*");
        self.svg.text("line", x + 52, y + 11, &self.words.say("map-projected", &[]));
        self.y = top + 6 * 18 + 12;
    }

    fn legend_line(&mut self, at: (i32, i32), class: &str, number: &str, mark: Option<Mark>) {
        self.cell(at, class, number, mark);
        let said = mark.map_or(class, |mark| mark.class());
        let said = self.words.say(&format!("map-{said}"), &[]);
        self.svg.text("line", at.0 + 22, at.1 + 11, &said);
    }

    fn panel(&mut self, channel: &ChannelSlack) {
        self.y += 12;
        let of = &self.model[channel.channel];
        let mut name = self.words.say("map-channel", &[("channel", of.id.as_str().into())]);
        // Put together here, as a long value would be cut in a sentence.
        if let Some(label) = of.label.get(self.words.language()) {
            name = format!("{name}: {label}");
        }
        self.lines("channel", 18, COLUMNS, &[name]);
        let terms: Vec<&TermProof> = self.proof.terms.iter().filter(|term| term.channel == channel.channel).collect();
        let mut said: Vec<String> =
            terms.iter().flat_map(|term| tell::in_short(self.model, self.proof, term, self.words)).collect();
        if channel.days.is_empty() {
            said.push(self.words.say("map-none", &[]));
        } else if terms.iter().any(|term| !term.waits.is_empty()) {
            said.push(self.words.say("map-at-most", &[]));
        }
        self.lines("line", LINE, COLUMNS, &said);
        if channel.days.is_empty() {
            return;
        }
        let years = self.map.from.date().year()..=self.map.to.date().year();
        self.months(*years.start());
        for year in years {
            self.year(channel, year);
        }
    }

    /// The names of the months, where they begin in the first year.
    fn months(&mut self, year: i32) {
        self.y += 8;
        for month in 1..=12 {
            let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else { continue };
            let name = self.words.say("map-month", &[("month", Arg::Number(month.into()))]);
            self.svg.text("small", CELLS + place(first).0 * PITCH, self.y, &name);
        }
        self.y += 5;
    }

    fn year(&mut self, channel: &ChannelSlack, year: i32) {
        let days = days_of(year);
        let projected = self.calendar.projected(*days.start());
        let name = format!("{year}{}", if projected { "*" } else { "" });
        self.svg.text("year", MARGIN, self.y + 11, &name);
        for weekday in 1..=7 {
            let name = self.words.say("map-weekday", &[("weekday", Arg::Number(weekday))]);
            self.svg.text("small", CELLS - 15, self.y + (weekday as i32 - 1) * PITCH + 10, &name);
        }
        for day in days.start().0.max(self.map.from.0)..=days.end().0.min(self.map.to.0) {
            self.day(channel, Day(day));
        }
        for month in 2..=12 {
            let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else { continue };
            self.border(place(first));
        }
        self.y += 7 * PITCH + 8;
    }

    /// The stepped line between two months.
    fn border(&mut self, (week, weekday): (i32, i32)) {
        let (x, y) = (CELLS + week * PITCH, self.y);
        let (top, middle, bottom) = (y - 1, y + weekday * PITCH - 1, y + 7 * PITCH - 1);
        let step = match weekday {
            0 => format!("M{} {top}V{bottom}", x - 1),
            _ => format!("M{} {top}V{middle}H{}V{bottom}", x + PITCH - 1, x - 1),
        };
        self.svg.empty("path", &[("class", "month"), ("d", &step)]);
    }

    fn day(&mut self, channel: &ChannelSlack, day: Day) {
        let (week, weekday) = place(day.date());
        let at = (CELLS + week * PITCH, self.y + weekday * PITCH);
        let status = self.calendar.status(day).ok();
        let left = channel.days.get(&day);
        let (class, number) = match left {
            None => ("empty", String::new()),
            Some(Left::Unknown) => ("unknown", "?".to_owned()),
            Some(Left::Minutes(minutes)) => {
                (Band::of(*minutes).class(), minutes.div_euclid(24 * 60).to_string().replace('-', "−"))
            }
        };
        let name = status.and_then(|status| status.name.as_deref()).filter(|_| status.is_some_and(is_special));
        let name = name.map(|name| name.get(self.words.language().tag()).to_owned());
        let said: Vec<String> = left.map(|left| self.said(day, *left)).into_iter().chain(name).collect();
        self.svg.open("g", &[]);
        if !said.is_empty() {
            self.svg.element("title", &[], &said.join("; "));
        }
        self.cell(at, class, &number, status.and_then(|status| Mark::of(day, status)));
        self.svg.close("g");
    }

    fn said(&self, day: Day, left: Left) -> String {
        let (id, minutes) = match left {
            Left::Unknown => ("map-cell-unknown", 0),
            Left::Minutes(minutes) if minutes < 0 => ("map-cell-late", minutes.unsigned_abs()),
            Left::Minutes(minutes) => ("map-cell-left", minutes.unsigned_abs()),
        };
        self.words.say(id, &[("day", day.into()), ("clock", self.words.minutes(minutes).into())])
    }

    fn cell(&mut self, (x, y): (i32, i32), class: &str, number: &str, mark: Option<Mark>) {
        let (left, top, size) = (x.to_string(), y.to_string(), CELL.to_string());
        let class_of = format!("cell {class}");
        let place = [("class", class_of.as_str()), ("x", &left), ("y", &top), ("width", &size), ("height", &size)];
        self.svg.empty("rect", &place);
        if let Some(mark) = mark {
            self.svg.empty("path", &[("class", mark.class()), ("d", &mark.shape(x, y))]);
        }
        if !number.is_empty() {
            let dark = if class.starts_with("late") { " on-dark" } else { "" };
            let long = if number.chars().count() > 2 { " long" } else { "" };
            self.svg.text(&format!("n{long}{dark}"), x + CELL / 2, y + 10, number);
        }
    }

    /// Lines of text, each cut where it is too long.
    fn lines(&mut self, class: &str, height: i32, columns: usize, lines: &[String]) {
        for line in lines.iter().flat_map(|line| cut(line, columns)) {
            self.y += height;
            self.svg.text(class, MARGIN, self.y - 4, &line);
        }
    }

    fn done(self) -> String {
        let height = self.y + MARGIN;
        let (wide, high) = (WIDTH.to_string(), height.to_string());
        let view = format!("0 0 {WIDTH} {height}");
        let regulation = &self.model[self.map.regulation];
        let mut svg = Svg::new();
        svg.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("width", &wide),
                ("height", &high),
                ("viewBox", &view),
                ("role", "img"),
                ("lang", self.words.language().tag()),
            ],
        );
        svg.element("title", &[], regulation.title.get(self.words.language()).unwrap_or(&regulation.id));
        svg.element("desc", &[], &self.words.say("map-about", &[]));
        svg.element("style", &[], STYLE);
        svg.empty("rect", &[("width", &wide), ("height", &high), ("fill", "#fff")]);
        svg.append(self.svg);
        svg.close("svg");
        svg.into_text()
    }
}

/// How much is left, as far as a colour tells.
#[derive(Clone, Copy)]
enum Band {
    LateWeek,
    Late,
    UnderDay,
    Days1,
    Days3,
    Days7,
}

impl Band {
    const ALL: [Band; 6] = [Band::LateWeek, Band::Late, Band::UnderDay, Band::Days1, Band::Days3, Band::Days7];

    fn of(minutes: i64) -> Band {
        match minutes.div_euclid(24 * 60) {
            ..=-8 => Band::LateWeek,
            -7..=-1 => Band::Late,
            0 => Band::UnderDay,
            1..=2 => Band::Days1,
            3..=6 => Band::Days3,
            7.. => Band::Days7,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Band::LateWeek => "late-week",
            Band::Late => "late",
            Band::UnderDay => "under-day",
            Band::Days1 => "days-1",
            Band::Days3 => "days-3",
            Band::Days7 => "days-7",
        }
    }
}

/// What is special about a day of the calendar.
#[derive(Clone, Copy)]
enum Mark {
    Holiday,
    MovedOff,
    Worked,
}

impl Mark {
    fn of(day: Day, status: &DayStatus) -> Option<Mark> {
        match (status.kind, status.working) {
            (DayKind::Holiday, false) => Some(Mark::Holiday),
            (DayKind::Substituted | DayKind::Moved, false) => Some(Mark::MovedOff),
            (_, true) if day.weekday() > 5 => Some(Mark::Worked),
            _ => None,
        }
    }

    fn class(self) -> &'static str {
        match self {
            Mark::Holiday => "holiday",
            Mark::MovedOff => "moved-off",
            Mark::Worked => "worked",
        }
    }

    /// A corner of the cell at that place, or a frame in the gap around it, where no number is covered.
    fn shape(self, x: i32, y: i32) -> String {
        match self {
            Mark::Holiday | Mark::MovedOff => format!("M{x} {y}h6l-6 6z"),
            Mark::Worked => format!("M{x} {y}m-.5-.5h15v15h-15z"),
        }
    }
}

fn is_special(status: &DayStatus) -> bool {
    !matches!(status.kind, DayKind::Working | DayKind::Weekend)
}

/// The week of the year, and the day of the week from 0 = Monday.
fn place(date: NaiveDate) -> (i32, i32) {
    let weekday = date.weekday().num_days_from_monday() as i32;
    let first = date.with_ordinal(1).unwrap_or(date).weekday().num_days_from_monday() as i32;
    ((date.ordinal0() as i32 + first) / 7, weekday)
}

fn days_of(year: i32) -> RangeInclusive<Day> {
    let date = |month, day| Day::from_date(NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default());
    date(1, 1)..=date(12, 31)
}

/// The words of a line, on as many lines as they need.
fn cut(line: &str, columns: usize) -> Vec<String> {
    let mut out = vec![String::new()];
    for word in line.split(' ') {
        match out.last_mut() {
            Some(last) if last.is_empty() => last.push_str(word),
            Some(last) if last.width() + 1 + word.width() <= columns => {
                last.push(' ');
                last.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
    }
    out
}

/// Elements written one after the other. Nothing fails: it is memory that is written to.
struct Svg {
    writer: Writer<Vec<u8>>,
}

impl Svg {
    fn new() -> Svg {
        Svg { writer: Writer::new(Vec::new()) }
    }

    fn event(&mut self, event: Event) {
        let _ = self.writer.write_event(event);
    }

    fn line_end(&mut self) {
        self.writer.get_mut().push(b'\n');
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())));
        self.line_end();
    }

    fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
        self.line_end();
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(BytesStart::new(name).with_attributes(attributes.iter().copied())));
        self.line_end();
    }

    fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        // A text of the author may hold what no XML file may.
        let text: String = text.chars().map(|c| if is_text(c) { c } else { ' ' }).collect();
        self.event(Event::Start(BytesStart::new(name).with_attributes(attributes.iter().copied())));
        self.event(Event::Text(BytesText::new(&text)));
        self.close(name);
    }

    fn text(&mut self, class: &str, x: i32, y: i32, text: &str) {
        self.element("text", &[("class", class), ("x", &x.to_string()), ("y", &y.to_string())], text);
    }

    fn append(&mut self, other: Svg) {
        self.writer.get_mut().extend(other.writer.into_inner());
    }

    fn into_text(self) -> String {
        String::from_utf8(self.writer.into_inner()).unwrap_or_default()
    }
}

fn is_text(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')
}
