//! A limit written out over a range of instants: every minute covered, exactly.

use super::{LimitFn, Rule};
use crate::time::calendar::OutOfCalendar;
use crate::time::timetable::Segment;
use crate::time::{Day, Instant, Timetable};

/// From `start` up to the next piece, the value grows by `slope` (0 or 1) minutes a minute, from `value`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece {
    pub start: Instant,
    pub value: Instant,
    pub slope: u8,
}

impl Piece {
    /// The value at an instant of this piece.
    pub fn at(&self, t: Instant) -> Instant {
        Instant(self.value.0 + i32::from(self.slope) * (t.0 - self.start.0))
    }
}

impl LimitFn {
    /// The limit over every minute from `from` to `to`, both inside, as sorted pieces; the first one starts at `from`.
    ///
    /// # Errors
    /// The first year it would need that the calendar does not have.
    pub fn pieces(&self, from: Instant, to: Instant) -> Result<Vec<Piece>, OutOfCalendar> {
        let mut pieces = Pieces { out: Vec::new(), to };
        if to < from {
            return Ok(pieces.out);
        }
        // A monotone limit that is inside the calendar at both ends is inside it everywhere between.
        self.at(from)?;
        self.at(to)?;
        match &self.rule {
            Rule::AtOnce => pieces.add(Piece { start: from, value: from, slope: 1 }),
            Rule::Counter => pieces.stretches(&self.table.counter, from),
            Rule::RoundTheClock => pieces.stretches(&self.table.hull, from),
            Rule::Work(_) | Rule::WorkBefore(_) => self.work_pieces(from, &mut pieces)?,
            Rule::Days(limit) => {
                for day in from.day().0..=to.day().0 {
                    let start = Day(day).at(0).max(from);
                    pieces.level(start, limit.at(&self.table, start)?);
                    let after_end = Instant(limit.end_of(&self.table, Day(day))?.0 + 1);
                    if limit.asks_the_hour() && start < after_end && after_end <= to {
                        pieces.level(after_end, limit.at(&self.table, after_end)?);
                    }
                }
            }
        }
        Ok(pieces.out)
    }

    /// Minutes of work: the value moves with the anchor while both lie in a stretch of work, and stands otherwise.
    fn work_pieces(&self, from: Instant, pieces: &mut Pieces) -> Result<(), OutOfCalendar> {
        let (minutes, back) = match self.rule {
            Rule::Work(minutes) => (minutes, false),
            Rule::WorkBefore(minutes) => (minutes, true),
            _ => (0, false),
        };
        let Some(shift) = i64::try_from(minutes).ok().filter(|minutes| *minutes > 0) else {
            pieces.add(Piece { start: from, value: from, slope: 1 });
            return Ok(());
        };
        let mut starts = self.table.bends(from, pieces.to, if back { -shift } else { shift });
        starts.push(from);
        // Two lists, each in order: sorted by finding the runs.
        starts.sort();
        starts.dedup();
        let mut walk = Walk::new(&self.table, if back { -shift } else { shift }, from);
        for (place, &start) in starts.iter().enumerate() {
            let last = starts.get(place + 1).map_or(pieces.to, |next| Instant(next.0 - 1));
            let value = walk.value(start)?;
            let at_last = if last == start { value } else { walk.value(last)? };
            let slope = u8::from(at_last > value);
            pieces.add(Piece { start, value, slope });
        }
        Ok(())
    }
}

/// A limit in minutes of work asked at one instant after another, in their order: each answer is looked for from the
/// one before.
struct Walk<'t> {
    table: &'t Timetable,
    /// Minutes of work to the value; negative: counted back.
    shift: i64,
    /// The first stretch that begins after the instant.
    near: usize,
    /// The first stretch that the value does not lie behind.
    there: usize,
}

impl<'t> Walk<'t> {
    /// Invariant: `shift` is not zero.
    fn new(table: &'t Timetable, shift: i64, from: Instant) -> Walk<'t> {
        let near = table.work.partition_point(|segment| segment.start <= i64::from(from.0));
        let mut walk = Walk { table, shift, near, there: 0 };
        let done = walk.work_before(from).saturating_add(shift);
        walk.there = match shift > 0 {
            true => table.work.partition_point(|segment| segment.after() < done),
            false => table.work.partition_point(|segment| segment.before <= done),
        };
        walk
    }

    /// Invariant: no instant lies before the one asked about last.
    fn value(&mut self, t: Instant) -> Result<Instant, OutOfCalendar> {
        let work = &self.table.work;
        self.near += work[self.near..].iter().take_while(|segment| segment.start <= i64::from(t.0)).count();
        let done = self.work_before(t).saturating_add(self.shift);
        if self.shift > 0 {
            self.there += work[self.there..].iter().take_while(|segment| segment.after() < done).count();
            return work.get(self.there).map(|segment| segment.instant(done)).ok_or(self.table.after_all());
        }
        self.there += work[self.there..].iter().take_while(|segment| segment.before <= done).count();
        let segment = self.there.checked_sub(1).filter(|_| done >= 0).map(|place| &work[place]);
        segment.map(|segment| segment.instant(done)).ok_or(self.table.before_all())
    }

    fn work_before(&self, t: Instant) -> i64 {
        let t = i64::from(t.0);
        match self.near.checked_sub(1).map(|place| &self.table.work[place]) {
            Some(segment) => segment.before + (t.min(segment.end) - segment.start),
            None => 0,
        }
    }
}

impl Timetable {
    /// Every instant between which a limit in work minutes is straight: where the anchor enters or leaves a stretch of
    /// work, and where the value, `shift` minutes of work away, does.
    fn bends(&self, from: Instant, to: Instant, shift: i64) -> Vec<Instant> {
        let mut out = Vec::new();
        let mut put = |minute: i64| {
            // A bend may lie at the minute itself or at the next, as a closing minute belongs to both its sides.
            for minute in [minute - 1, minute, minute + 1] {
                if i64::from(from.0) < minute && minute <= i64::from(to.0) {
                    out.push(Instant(minute as i32));
                }
            }
        };
        let (low, high) = (i64::from(from.0), i64::from(to.0));
        let near = self.work.partition_point(|segment| segment.end < low);
        for segment in self.work[near..].iter().take_while(|segment| segment.start <= high) {
            put(segment.start);
            put(segment.end);
        }
        let done = |t: Instant| self.work_before(t).saturating_add(shift);
        let first = self.work.partition_point(|segment| segment.after() < done(from));
        let last = done(to);
        for segment in self.work[first..].iter().take_while(|segment| segment.before <= last) {
            for work in [segment.before, segment.after()] {
                if let Some(anchor) = self.when_done(work.saturating_sub(shift)) {
                    put(anchor);
                }
            }
        }
        out
    }

    /// The earliest minute by which so much work is done in all.
    fn when_done(&self, work: i64) -> Option<i64> {
        let segment = self.work.get(self.work.partition_point(|segment: &Segment| segment.after() < work))?;
        (work >= segment.before).then(|| segment.start + work - segment.before)
    }
}

struct Pieces {
    out: Vec<Piece>,
    to: Instant,
}

impl Pieces {
    /// Adds a piece, unless it goes on as the last one does.
    fn add(&mut self, piece: Piece) {
        if piece.start > self.to {
            return;
        }
        match self.out.last() {
            Some(last) if last.slope == piece.slope && last.at(piece.start) == piece.value => {}
            _ => self.out.push(piece),
        }
    }

    fn level(&mut self, start: Instant, value: Instant) {
        self.add(Piece { start, value, slope: 0 });
    }

    /// Inside a stretch an instant stands for itself, outside for the next stretch's start.
    fn stretches(&mut self, open: &[(Instant, Instant)], from: Instant) {
        let mut at = from;
        let first = open.partition_point(|&(_, last)| last < from);
        for &(start, last) in &open[first..] {
            if at > self.to {
                break;
            }
            if at < start {
                self.level(at, start);
            }
            let inside = at.max(start);
            self.add(Piece { start: inside, value: inside, slope: 1 });
            at = Instant(last.0 + 1);
        }
    }
}
