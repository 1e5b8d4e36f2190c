//! Limits in minutes and hours of work, and the minutes in which a filing counts.

use crate::time::calendar::OutOfCalendar;
use crate::time::timetable::Segment;
use crate::time::{Instant, Timetable};

/// Minutes of a day.
const DAY: i64 = 24 * 60;

impl Timetable {
    /// The first of the stretches' minutes at or after `t`.
    pub(super) fn first_inside(&self, open: &[(Instant, Instant)], t: Instant) -> Result<Instant, OutOfCalendar> {
        self.index(t.day())?;
        let next = open.get(open.partition_point(|&(_, last)| last < t)).ok_or(self.after_all())?;
        Ok(t.max(next.0))
    }

    /// The earliest instant by which so many minutes of work have passed since `t`. Work that ends at 24:00 ends in the
    /// minute 23:59.
    pub(super) fn after_work(&self, t: Instant, minutes: u64) -> Result<Instant, OutOfCalendar> {
        self.index(t.day())?;
        if minutes == 0 {
            return Ok(t);
        }
        let done = i64::try_from(minutes).ok().and_then(|minutes| self.work_before(t).checked_add(minutes));
        let done = done.ok_or(self.after_all())?;
        let segment = self.work.get(self.work.partition_point(|segment| segment.after() < done));
        let segment = segment.ok_or(self.after_all())?;
        Ok(segment.instant(done))
    }

    /// The latest instant from which so many minutes of work are left until `t`.
    pub(super) fn before_work(&self, t: Instant, minutes: u64) -> Result<Instant, OutOfCalendar> {
        self.index(t.day())?;
        if minutes == 0 {
            return Ok(t);
        }
        let left = i64::try_from(minutes).ok().map(|minutes| self.work_before(t) - minutes).filter(|left| *left >= 0);
        let left = left.ok_or(self.before_all())?;
        let place = self.work.partition_point(|segment| segment.before <= left);
        let segment = place.checked_sub(1).and_then(|place| self.work.get(place)).ok_or(self.before_all())?;
        Ok(segment.instant(left))
    }

    /// Minutes of work from one instant up to a later one.
    pub fn work_between(&self, from: Instant, to: Instant) -> i64 {
        self.work_before(to) - self.work_before(from)
    }

    /// Minutes of work from the calendar's first day up to `t`.
    pub(super) fn work_before(&self, t: Instant) -> i64 {
        let t = i64::from(t.0);
        let place = self.work.partition_point(|segment| segment.start <= t);
        match place.checked_sub(1).and_then(|place| self.work.get(place)) {
            Some(segment) => segment.before + (t.min(segment.end) - segment.start),
            None => 0,
        }
    }
}

impl Segment {
    /// The instant by which so much work is done in all; the minute before it where it is the midnight that ends the
    /// stretch.
    pub(super) fn instant(&self, done: i64) -> Instant {
        let minute = self.start + done - self.before;
        let midnight = minute == self.end && minute.rem_euclid(DAY) == 0;
        Instant((minute - i64::from(midnight)) as i32)
    }
}
