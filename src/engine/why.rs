//! The reasons of a date: which limit, which clause, counted from what, and which days were passed over and why.

use super::Case;
use crate::artifact::{Anchor, Ix, Pace};
use crate::time::{Day, DayKind, Duration, Instant, LimitFn, Words};
use std::sync::Arc;

/// Why something is due when it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// What was filed counts later: nobody was there to take it.
    Counted { filed: Instant, counted: Instant, skipped: Vec<Skipped> },
    /// A limit of the act. Of several the first to end decides.
    Limit {
        limit: Duration,
        clauses: Vec<String>,
        from: Counted,
        /// When it began to run; of one counted back, the end of the term.
        begins: Instant,
        /// `None`: beyond the calendar.
        ends: Option<Instant>,
        before_term: bool,
        decides: bool,
        skipped: Vec<Skipped>,
    },
    /// The limit was over before the file came.
    CameLater { limit: Instant, from: Instant },
    /// Nothing is said of somebody who acts at once.
    AtOnce,
    /// Nothing is said, and nobody is bound.
    Open,
    /// A limit counted back from a term that is not known.
    TermUnknown { limit: Duration },
    /// It hangs on facts that are not known which way it goes.
    Undecided { facts: Vec<String> },
    /// The term of the standard.
    Term { case: String, term: Duration, clauses: Vec<String>, starts: Instant, skipped: Vec<Skipped> },
    /// What makes the term longer.
    Extension { extension: String, added: Duration, clauses: Vec<String>, declared: bool },
    /// The clock of the term stood.
    Stopped { from: Instant, until: Option<Instant> },
}

/// What a limit is counted from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Counted {
    /// The file came.
    Arrival,
    Filing,
    /// That node was done.
    Done(String),
    Term,
}

/// A day that was not counted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Skipped {
    pub day: Day,
    pub kind: DayKind,
    /// The calendar has it as a working day, and yet nobody works: the schedule has no hours that day.
    pub working: bool,
    pub name: Option<Arc<Words>>,
    pub source: Arc<Words>,
    /// The holiday that it stands for, or the day that is worked instead.
    pub because_of: Option<Day>,
}

impl Case {
    /// Why the node has the due date that it has, or had when it was done; `None`: the file was never there.
    ///
    /// ```
    /// use reglament::engine::{Filing, Rules, Reason};
    /// use reglament::time::Instant;
    ///
    /// # const BYTES: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/corpus.json"));
    /// # let rules = Rules::load(BYTES).expect("rules");
    /// # let at = |text: &str| Instant::parse(text).expect("an instant");
    /// let filing = Filing::new("mangystau.survey-permit", "office", at("2018-03-20T18:20"));
    /// let case = rules.open(filing).expect("a case");
    /// // Filed after reception on the eve of Nauryz: it counts on Monday the 26th.
    /// let Some(Reason::Counted { skipped, .. }) = case.why_counted() else { panic!("it counts later") };
    /// assert_eq!(skipped.len(), 5);
    /// let why = case.why("register").expect("it is under way");
    /// let [Reason::Limit { clauses, ends, .. }] = &why[..] else { panic!("one limit") };
    /// assert_eq!((clauses[0].as_str(), *ends), ("8.1", Some(at("2018-03-26T09:15"))));
    /// ```
    pub fn why(&self, step: &str) -> Option<Vec<Reason>> {
        let node = *self.way.steps.get(step)?;
        let active = self.course.active.get(&node).map(|from| (*from, self.term().ok().flatten()));
        let did = self.course.log.iter().find(|did| did.node == node).map(|did| (did.from, did.term));
        let (from, term) = active.or(did)?;
        Some(self.reasons(node, from, term))
    }

    fn reasons(&self, node: Ix, from: Instant, term: Option<Instant>) -> Vec<Reason> {
        let undecided = || Reason::Undecided { facts: self.hanging(node, &self.value()) };
        match self.node(node).pace {
            Pace::AtOnce => vec![Reason::AtOnce],
            Pace::Open => vec![Reason::Open],
            Pace::Automatic => vec![undecided()],
            Pace::Limited => {
                let limits = 0..self.node(node).limits.len();
                let mut reasons: Vec<Reason> = limits.map(|place| self.limit(node, place, from, term)).collect();
                let bound = self.bound_under(node, from, &|| Ok(term));
                for reason in &mut reasons {
                    if let Reason::Limit { ends, decides, .. } = reason {
                        *decides = ends.is_some() && *ends == bound.limit;
                    }
                }
                if let Some(limit) = bound.limit.filter(|limit| *limit < from) {
                    reasons.push(Reason::CameLater { limit, from });
                }
                reasons
            }
        }
    }

    fn limit(&self, node: Ix, place: usize, from: Instant, term: Option<Instant>) -> Reason {
        let said = &self.node(node).limits[place];
        let bound = &self.way.bounds[node as usize][place];
        let begins = if bound.back { term } else { Some(self.anchor(node, from)) };
        let Some(begins) = begins else { return Reason::TermUnknown { limit: said.duration() } };
        Reason::Limit {
            limit: said.duration(),
            clauses: said.clauses.clone(),
            from: if bound.back { Counted::Term } else { self.counted_from(node, from) },
            begins,
            ends: bound.limit.at(begins).ok(),
            before_term: bound.back,
            decides: false,
            skipped: self.skipped(&bound.limit, begins),
        }
    }

    fn counted_from(&self, node: Ix, from: Instant) -> Counted {
        let anchor = self.anchor(node, from);
        let happened = |event: &&Anchor| match event {
            Anchor::Previous => from == anchor,
            Anchor::Filing => self.counted == anchor,
            Anchor::Done(node) => self.course.done[*node as usize] == Some(anchor),
        };
        match self.node(node).anchor.iter().find(happened) {
            Some(Anchor::Filing) => Counted::Filing,
            Some(Anchor::Done(event)) => Counted::Done(self.node(*event).id.clone()),
            Some(Anchor::Previous) | None => Counted::Arrival,
        }
    }

    /// Why the filing counts when it does; nothing where it counts at once.
    pub fn why_counted(&self) -> Option<Reason> {
        let (filed, counted) = (self.filing.filed, self.counted);
        let skipped = self.way.accepts().map(|accepts| self.skipped(accepts, filed)).unwrap_or_default();
        (filed != counted).then_some(Reason::Counted { filed, counted, skipped })
    }

    /// Why the term ends when it does; nothing where it is not known.
    pub fn why_due(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        let starts = self.way.term_start(self.counted).unwrap_or(self.counted);
        for (term, said) in self.terms() {
            let limit = LimitFn::terms(&self.parts(said), &self.way.term, &self.way.readings);
            reasons.push(Reason::Term {
                case: term.case.clone(),
                term: said,
                clauses: term.clauses.clone(),
                starts,
                skipped: self.skipped(&limit, starts),
            });
        }
        if reasons.is_empty() {
            return reasons;
        }
        for place in self.extensions() {
            let it = &self.channel().extensions[place as usize];
            reasons.push(Reason::Extension {
                extension: it.id.clone(),
                added: it.limit.duration(),
                clauses: it.clauses.clone(),
                declared: self.course.extended.contains(&place),
            });
        }
        let stops = self.course.stops.iter().map(|(from, until)| Reason::Stopped { from: *from, until: *until });
        reasons.extend(stops);
        reasons
    }

    fn skipped(&self, limit: &LimitFn, from: Instant) -> Vec<Skipped> {
        let days = limit.skipped(from).unwrap_or_default();
        let skipped = |day: Day| {
            let status = self.calendar().status(day).ok()?;
            Some(Skipped {
                day,
                kind: status.kind,
                working: status.working,
                name: status.name.clone(),
                source: status.source.clone(),
                because_of: status.because_of,
            })
        };
        days.into_iter().filter_map(skipped).collect()
    }
}
