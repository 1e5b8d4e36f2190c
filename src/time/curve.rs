//! Monotone functions on minutes as sorted pieces: ten years of starts are thousands of pieces, not five million
//! minutes, and two functions are composed, compared and joined exactly, piece by piece.
//!
//! A [`Curve`] never falls: `t <= u` implies `f(t) <= f(u)`. It knows nothing of days or limits.

/// A value later than everything that the calendar knows. It is the greatest one, so that "the earlier of the two"
/// and "the later of the two" stay exact with it.
pub const NEVER: i32 = i32::MAX;

/// From `start` to the minute before the next piece the value is `value + slope * (t - start)`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece {
    pub start: i32,
    pub value: i32,
    /// 0 or 1.
    pub slope: i32,
}

impl Piece {
    fn at(self, t: i32) -> i32 {
        self.value + self.slope * (t - self.start)
    }
}

/// A monotone function from minutes to minutes.
///
/// Invariant: there is at least one piece, `start`s rise strictly, all lie in the domain, values never fall, and a
/// value of [`NEVER`] has slope 0.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Curve {
    pieces: Vec<Piece>,
    /// The last minute of the domain, inclusive.
    until: i32,
}

/// A stretch of minutes, both ends inclusive.
pub type Stretch = (i32, i32);

impl Curve {
    /// The function that the pieces describe, up to the minute `until`. Pieces that only continue the one before are
    /// joined to it.
    pub fn from_pieces(pieces: impl IntoIterator<Item = Piece>, until: i32) -> Curve {
        let mut curve = Curve { pieces: Vec::new(), until };
        for piece in pieces {
            curve.push(piece.start, piece.value, piece.slope);
        }
        debug_assert!(!curve.pieces.is_empty());
        curve
    }

    pub fn identity(from: i32, until: i32) -> Curve {
        Curve::from_pieces([Piece { start: from, value: from, slope: 1 }], until)
    }

    pub fn constant(from: i32, until: i32, value: i32) -> Curve {
        Curve::from_pieces([Piece { start: from, value, slope: 0 }], until)
    }

    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The first minute of the domain.
    pub fn from(&self) -> i32 {
        self.pieces[0].start
    }

    /// The last minute of the domain, inclusive.
    pub fn until(&self) -> i32 {
        self.until
    }

    /// The value at `t`: [`NEVER`] behind the domain; before it, the first value.
    pub fn at(&self, t: i32) -> i32 {
        if t > self.until {
            return NEVER;
        }
        let ix = self.pieces.partition_point(|piece| piece.start <= t);
        match ix.checked_sub(1) {
            Some(ix) => self.pieces[ix].at(t),
            None => self.pieces[0].value,
        }
    }

    /// The first minute whose value the calendar doesn't know.
    pub fn first_never(&self) -> Option<i32> {
        let last = self.pieces.last()?;
        (last.value == NEVER).then_some(last.start)
    }

    /// `outer` after this one: `t` to `outer(self(t))`.
    pub fn then(&self, outer: &Curve) -> Curve {
        let mut out = Curve { pieces: Vec::with_capacity(self.pieces.len()), until: self.until };
        let below = outer.pieces.partition_point(|piece| piece.start <= self.pieces[0].value);
        let mut at = below.saturating_sub(1);
        for (first, last, piece) in self.segments() {
            while at + 1 < outer.pieces.len() && outer.pieces[at + 1].start <= piece.value {
                at += 1;
            }
            if piece.slope == 0 {
                out.push_through(outer, at, first, piece.value);
            } else {
                out.push_slope(outer, at, (first, last), piece.value);
            }
        }
        out
    }

    fn push_through(&mut self, outer: &Curve, at: usize, start: i32, value: i32) {
        let through = if value > outer.until { NEVER } else { outer.pieces[at].at(value.max(outer.from())) };
        self.push(start, through, 0);
    }

    /// `outer` over the stretch, on which the inner function rises by a minute a minute from `value`.
    fn push_slope(&mut self, outer: &Curve, mut at: usize, (first, last): Stretch, value: i32) {
        let shift = first - value;
        let end = last - shift;
        let mut v = value;
        while v <= end {
            if v > outer.until {
                self.push(v + shift, NEVER, 0);
                return;
            }
            let piece = outer.pieces[at];
            self.push(v + shift, piece.at(v), piece.slope);
            let next = outer.pieces.get(at + 1).map_or(outer.until + 1, |piece| piece.start);
            v = next;
            at = (at + 1).min(outer.pieces.len() - 1);
        }
    }

    /// At each minute the later of the two. Invariant: both have one domain.
    pub fn max(&self, other: &Curve) -> Curve {
        self.choose(other, false)
    }

    /// At each minute the earlier of the two. Invariant: both have one domain.
    pub fn min(&self, other: &Curve) -> Curve {
        self.choose(other, true)
    }

    fn choose(&self, other: &Curve, earlier: bool) -> Curve {
        let mut out = Curve { pieces: Vec::with_capacity(self.pieces.len()), until: self.until };
        for (first, last, a, b) in self.beside(other) {
            let (low, high) = if i64::from(a.value) - i64::from(b.value) <= 0 { (a, b) } else { (b, a) };
            let (now, later) = if earlier { (low, high) } else { (high, low) };
            out.push(first, now.value, now.slope);
            // The lower one rises and the upper one doesn't: they may cross.
            if low.slope > high.slope {
                let meet = i64::from(first) + i64::from(high.value) - i64::from(low.value);
                if meet < i64::from(last) {
                    let start = meet as i32 + 1;
                    out.push(start, later.value + later.slope * (start - first), later.slope);
                }
            }
        }
        out
    }

    /// The same function on a part of its domain.
    pub fn within(&self, (from, until): Stretch) -> Curve {
        let ix = self.pieces.partition_point(|piece| piece.start <= from).saturating_sub(1);
        let mut out = Curve { pieces: Vec::new(), until };
        for &piece in self.pieces[ix..].iter().take_while(|piece| piece.start <= until) {
            let start = piece.start.max(from);
            out.push(start, piece.at(start), piece.slope);
        }
        out
    }

    /// The least value of `self - other`. Invariant: both have one domain, and neither reaches [`NEVER`].
    pub fn least_above(&self, other: &Curve) -> i64 {
        self.beside(other)
            .map(|(first, last, a, b)| {
                let at_first = i64::from(a.value) - i64::from(b.value);
                at_first + (i64::from(a.slope - b.slope) * i64::from(last - first)).min(0)
            })
            .min()
            .unwrap_or(i64::MAX)
    }

    /// Where `self - other <= most`, as stretches in their order.
    pub fn where_above_at_most(&self, other: &Curve, most: i64) -> Vec<Stretch> {
        let mut out: Vec<Stretch> = Vec::new();
        for (first, last, a, b) in self.beside(other) {
            let over = i64::from(a.value) - i64::from(b.value) - most;
            let stretch = match a.slope - b.slope {
                0 if over <= 0 => (first, last),
                1 if over <= 0 => (first, (i64::from(first) - over).min(i64::from(last)) as i32),
                -1 if i64::from(first) + over <= i64::from(last) => (first + over.max(0) as i32, last),
                _ => continue,
            };
            match out.last_mut() {
                Some(before) if before.1 + 1 == stretch.0 => before.1 = stretch.1,
                _ => out.push(stretch),
            }
        }
        out
    }

    /// Where `f(t) = t`, as stretches in their order.
    pub fn fixed_points(&self) -> Vec<Stretch> {
        let mut out: Vec<Stretch> = Vec::new();
        for (first, last, piece) in self.segments() {
            let stretch = match piece.slope {
                1 if piece.value == first => (first, last),
                0 if (first..=last).contains(&piece.value) => (piece.value, piece.value),
                _ => continue,
            };
            match out.last_mut() {
                Some(before) if before.1 + 1 == stretch.0 => before.1 = stretch.1,
                _ => out.push(stretch),
            }
        }
        out
    }

    /// Each piece with the first and the last minute it holds for.
    pub fn segments(&self) -> impl Iterator<Item = (i32, i32, Piece)> + '_ {
        let ends = self.pieces.iter().skip(1).map(|next| next.start - 1).chain([self.until]);
        self.pieces.iter().zip(ends).map(|(&piece, last)| (piece.start, last, piece))
    }

    /// The stretches on which both are one piece, with both pieces moved to the stretch's first minute.
    fn beside<'a>(&'a self, other: &'a Curve) -> impl Iterator<Item = (i32, i32, Piece, Piece)> + 'a {
        debug_assert_eq!((self.from(), self.until), (other.from(), other.until));
        let (mut i, mut j, mut first) = (0, 0, self.from());
        let until = self.until;
        std::iter::from_fn(move || {
            if first > until {
                return None;
            }
            let next_a = self.pieces.get(i + 1).map_or(until + 1, |piece| piece.start);
            let next_b = other.pieces.get(j + 1).map_or(until + 1, |piece| piece.start);
            let next = next_a.min(next_b);
            let moved = |piece: Piece| Piece { start: first, value: piece.at(first), slope: piece.slope };
            let out = (first, next - 1, moved(self.pieces[i]), moved(other.pieces[j]));
            i += usize::from(next_a == next);
            j += usize::from(next_b == next);
            first = next;
            Some(out)
        })
    }

    /// Adds a piece, unless it only continues the one before.
    fn push(&mut self, start: i32, value: i32, slope: i32) {
        self.settle(start, value, slope);
        if let Some(before) = self.pieces.last()
            && before.slope == slope
            && before.at(start) == value
        {
            return;
        }
        self.pieces.push(Piece { start, value, slope });
    }

    /// A piece of one minute has no slope of its own: it takes that of a neighbour it continues, so that the number of
    /// pieces does not grow with every function that is composed.
    fn settle(&mut self, start: i32, value: i32, slope: i32) {
        let [earlier @ .., last] = self.pieces.as_mut_slice() else { return };
        if last.start + 1 != start || last.value == NEVER {
            return;
        }
        if let Some(before) = earlier.last_mut() {
            let rise = last.value - before.value;
            if before.start + 1 == last.start && matches!(rise, 0 | 1) {
                before.slope = rise;
            }
            if before.at(last.start) == last.value {
                self.pieces.pop();
                return;
            }
        }
        if value != NEVER && last.value + slope == value {
            last.slope = slope;
        }
    }
}

/// The first minute that lies in a stretch of each list. Invariant: both lists are sorted.
pub fn first_common(a: &[Stretch], b: &[Stretch]) -> Option<i32> {
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let start = x.0.max(y.0);
        if start <= x.1.min(y.1) {
            return Some(start);
        }
        if x.1 < y.1 { i += 1 } else { j += 1 }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const UNTIL: i32 = 40;

    /// A monotone function on `0..=40`, by its values: each step is 0, 1 or a jump.
    fn function() -> impl Strategy<Value = Vec<i32>> {
        (0..5, proptest::collection::vec(prop_oneof![3 => Just(0), 3 => Just(1), 1 => 2..9], UNTIL as usize)).prop_map(
            |(first, steps)| {
                let mut values = vec![first];
                for step in steps {
                    values.push(values[values.len() - 1] + step);
                }
                values
            },
        )
    }

    /// The same function as a curve; runs of rising minutes become one piece.
    fn curve(values: &[i32]) -> Curve {
        let pieces = values.iter().enumerate().map(|(t, &value)| {
            let rises = values.get(t + 1).is_some_and(|&next| next == value + 1);
            Piece { start: t as i32, value, slope: i32::from(rises) }
        });
        Curve::from_pieces(pieces, UNTIL)
    }

    fn values(curve: &Curve) -> Vec<i32> {
        (0..=UNTIL).map(|t| curve.at(t)).collect()
    }

    fn stretched(stretches: &[Stretch]) -> Vec<i32> {
        stretches.iter().flat_map(|&(first, last)| first..=last).collect()
    }

    proptest! {
        #[test]
        fn agrees_with_minute_by_minute(f in function(), g in function()) {
            let (a, b) = (curve(&f), curve(&g));
            prop_assert_eq!(&values(&a), &f);
            let composed: Vec<i32> = f.iter().map(|&v| g.get(v as usize).copied().unwrap_or(NEVER)).collect();
            prop_assert_eq!(values(&a.then(&b)), composed);
            let pairs = || f.iter().zip(&g);
            prop_assert_eq!(values(&a.max(&b)), pairs().map(|(x, y)| *x.max(y)).collect::<Vec<_>>());
            prop_assert_eq!(values(&a.min(&b)), pairs().map(|(x, y)| *x.min(y)).collect::<Vec<_>>());
            let least = pairs().map(|(x, y)| i64::from(x - y)).min().unwrap();
            prop_assert_eq!(a.least_above(&b), least);
            for most in [least, least + 1, least + 3] {
                let minutes: Vec<i32> =
                    (0..=UNTIL).filter(|&t| i64::from(f[t as usize] - g[t as usize]) <= most).collect();
                prop_assert_eq!(stretched(&a.where_above_at_most(&b, most)), minutes);
            }
            let fixed: Vec<i32> = (0..=UNTIL).filter(|&t| f[t as usize] == t).collect();
            prop_assert_eq!(stretched(&a.fixed_points()), fixed);
            prop_assert_eq!(values(&a.within((7, UNTIL)))[7..].to_vec(), f[7..].to_vec());
        }
    }

    #[test]
    fn many_short_limits_in_a_row_do_not_add_up_pieces() {
        // Minutes of work with a pause from 20 to 30: one more minute is done a minute later, or behind the pause.
        let minute = curve(&(0..=UNTIL).map(|t| if (20..30).contains(&t) { 31 } else { t + 1 }).collect::<Vec<_>>());
        let chain = (0..15).fold(Curve::identity(0, UNTIL), |chain, _| chain.then(&minute));
        assert!(chain.pieces().len() <= minute.pieces().len() + 2, "{:?}", chain.pieces());
    }

    #[test]
    fn what_the_calendar_does_not_know_is_later_than_everything() {
        let known = Curve::constant(0, 9, 5);
        let unknown = Curve::constant(0, 9, NEVER);
        assert_eq!(known.min(&unknown), known);
        assert_eq!(known.max(&unknown), unknown);
        assert_eq!(unknown.then(&Curve::identity(0, 9)).first_never(), Some(0));
    }

    #[test]
    fn the_first_common_minute_of_two_lists() {
        assert_eq!(first_common(&[(0, 3), (8, 9)], &[(4, 5), (9, 20)]), Some(9));
        assert_eq!(first_common(&[(0, 3)], &[(4, 5)]), None);
    }
}
