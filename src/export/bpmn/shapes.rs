//! How large the shapes are, and the room that their labels and timers take about them.

use super::{LABEL, label_size};
use crate::diagnostics::Words;
use crate::export::flow::{Kind, Step};
use crate::layout::Reach;
use crate::picture::{Weight, measure};

/// A shape with its room, from its middle.
pub(super) struct Shape {
    pub width: f64,
    pub height: f64,
    /// The room, from left to right and from top to bottom.
    pub x: Reach,
    pub y: Reach,
    /// Of the label beside it: from the middle of the shape to its corner, and its size.
    pub label: Option<Rectangle>,
    pub timers: Vec<Timer>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Rectangle {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// A limit: a timer on the lower border, and the end below it.
pub(super) struct Timer {
    pub text: String,
    /// The middles, from the middle of the task.
    pub at: (f64, f64),
    pub end: (f64, f64),
    pub label: Rectangle,
    pub end_label: Rectangle,
}

pub(super) const EVENT: f64 = 36.0;
const GATEWAY: f64 = 50.0;
const TASK: (f64, f64) = (120.0, 80.0);
const TASK_TEXT: f64 = 12.0;
/// From the middle of the task to that of the first timer, and to each next on the same side.
const TIMER: f64 = 32.0;
const NEXT_TIMER: f64 = 130.0;
/// From the timer down to its end.
const DROP: f64 = 58.0;

impl Shape {
    pub fn new(step: &Step, limits: &[String], words: &Words) -> Shape {
        match step.kind {
            Kind::Start | Kind::End(_) | Kind::Receipt => labelled(EVENT, &step.text),
            Kind::Choice | Kind::Merge | Kind::Parallel | Kind::Join => labelled(GATEWAY, &step.text),
            Kind::Task | Kind::Service | Kind::Wait => task(&step.text, limits, words),
        }
    }
}

/// An event or a gateway: its label stands above it on the right, where no arrow goes.
fn labelled(size: f64, text: &str) -> Shape {
    let half = Reach::even(size);
    if text.is_empty() {
        return Shape { width: size, height: size, x: half, y: half, label: None, timers: Vec::new() };
    }
    let (width, height) = label_size(text);
    let label = Rectangle { x: 8.0, y: -(size / 2.0 + height), width, height };
    Shape {
        width: size,
        height: size,
        x: Reach { before: half.before, after: half.after.max(8.0 + width) },
        y: Reach { before: size / 2.0 + height, after: half.after },
        label: Some(label),
        timers: Vec::new(),
    }
}

/// A task as large as its text, with the timers of its limits.
fn task(text: &str, limits: &[String], words: &Words) -> Shape {
    let on_a_side = limits.len().div_ceil(2).saturating_sub(1) as f64;
    let mut width = TASK.0 + on_a_side * 2.0 * NEXT_TIMER;
    let lines = |width: f64| measure::wrap(text, TASK_TEXT, Weight::Regular, width - 14.0).len() as f64;
    // A long text makes a wider box before it makes a tower.
    while lines(width) > 3.0 && width < 200.0 {
        width += 20.0;
    }
    // The sign of the kind above the text, and half a timer below it; the text stands in the middle.
    let apart = if limits.is_empty() { 36.0 } else { 44.0 };
    let height = even(TASK.1.max(lines(width) * 14.4 + apart));
    let timers: Vec<Timer> =
        limits.iter().enumerate().map(|(at, limit)| timer(at, limit, height / 2.0, words)).collect();
    let right = timers.iter().flat_map(|timer| [timer.label, timer.end_label]);
    let right = right.map(|label| label.x + label.width).fold(width / 2.0, f64::max);
    let left = timers.iter().flat_map(|timer| [timer.label, timer.end_label]);
    let left = left.map(|label| -label.x).fold(width / 2.0, f64::max);
    let below = if timers.is_empty() { height / 2.0 } else { height / 2.0 + DROP + EVENT / 2.0 + 4.0 };
    Shape {
        width,
        height,
        x: Reach { before: left, after: right },
        y: Reach { before: height / 2.0, after: below },
        label: None,
        timers,
    }
}

fn timer(at: usize, limit: &str, border: f64, words: &Words) -> Timer {
    let side = if at.is_multiple_of(2) { 1.0 } else { -1.0 };
    let x = side * (TIMER + (at / 2) as f64 * NEXT_TIMER);
    let beside = |text: &str, y: f64| {
        let (width, height) = label_size(text);
        let gap = EVENT / 2.0 + 4.0;
        let left = if side > 0.0 { x + gap } else { x - gap - width };
        Rectangle { x: left, y, width, height }
    };
    let expired = words.say("diagram-expired", &[]);
    Timer {
        text: limit.to_owned(),
        at: (x, border),
        end: (x, border + DROP),
        label: beside(limit, border + 3.0),
        end_label: beside(&expired, border + DROP - LABEL),
    }
}

fn even(length: f64) -> f64 {
    (length / 2.0).ceil() * 2.0
}
