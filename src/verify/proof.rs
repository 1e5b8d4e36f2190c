//! What a proof says: for each channel and case a verdict, with everything that a person needs to check it.

use crate::model::{ChannelId, Condition, FactId, NodeIx, RegulationId};
use crate::source::Span;
use crate::time::{Day, Duration, Instant, Readings};

/// How good it is; the later, the worse.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    OnTime,
    UnknownTerm,
    Unprovable,
    Late,
}

impl Verdict {
    pub fn name(self) -> &'static str {
        match self {
            Verdict::OnTime => "on-time",
            Verdict::UnknownTerm => "unknown-term",
            Verdict::Unprovable => "unprovable",
            Verdict::Late => "late",
        }
    }
}

/// What was proved of a regulation.
#[derive(Clone, Debug)]
pub struct Proof {
    pub regulation: RegulationId,
    /// Every start minute between these days, both inclusive.
    pub from: Day,
    pub to: Day,
    /// As the acts and whoever asked chose them; a channel may have its own.
    pub readings: Readings,
    pub terms: Vec<TermProof>,
    /// What the same pass finds besides.
    pub expiries: Vec<Expiry>,
    pub small_stages: Vec<SmallStage>,
    pub early_notices: Vec<EarlyNotice>,
}

impl Proof {
    /// Of the regulation as a whole: the worst of its channels and cases; unknown where it has none.
    pub fn verdict(&self) -> Verdict {
        self.terms.iter().map(|term| term.verdict).max().unwrap_or(Verdict::UnknownTerm)
    }
}

/// What was proved of one channel in one case.
#[derive(Clone, Debug)]
pub struct TermProof {
    pub channel: ChannelId,
    /// The name of the standard's case; empty for the only one.
    pub case: String,
    /// The cases of the facts that it is about.
    pub when: Condition,
    /// The ids of the extensions that hold, with what each adds.
    pub extended: Vec<(String, Duration)>,
    /// Without the extensions; `None`: not known.
    pub term: Option<Duration>,
    /// Where the term is said.
    pub term_span: Option<Span>,
    pub readings: Readings,
    pub verdict: Verdict,
    /// Why nothing can be proved.
    pub refusal: Option<Refusal>,
    /// How many start minutes.
    pub starts: u64,
    /// How many paths.
    pub paths: u128,
    /// In wall-clock minutes; negative: late by so much.
    pub least_slack: Option<i64>,
    /// The same in minutes of the provider's work.
    pub working_slack: Option<i64>,
    /// The shortest term, without the extensions, that every start keeps, with a wait of zero.
    pub least_promise: Option<Duration>,
    pub worst: Option<Worst>,
    pub repairs: Vec<Repair>,
    /// Events and steps without a limit, judged as if they took no time.
    pub waits: Vec<Wait>,
    /// Steps at once because their actor is the applicant or an information system, and nothing is said.
    pub assumed: Vec<NodeIx>,
    /// Some date in it lies in a year whose calendar is only projected.
    pub projected: bool,
}

/// What can't be proved, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// The chain or the term runs into a year for which there is no calendar.
    OutOfCalendar { year: i64 },
    /// The procedure runs in a circle, or its parallel branches don't meet.
    Shapeless,
    /// A limit counted from an event that some path passes by.
    AnchorMissing { node: NodeIx },
    /// Two waits on one path stop the clock.
    TwoStoppedClocks { first: NodeIx, second: NodeIx },
    /// The clock stops for one of several parallel branches.
    StoppedClockInParallel { wait: NodeIx },
    /// A limit counted back from the end of a term that is not known.
    BeforeUnknownTerm { node: NodeIx },
    /// A limit counted back from the end of a term whose clock may still stop.
    BeforeStoppedTerm { node: NodeIx },
    /// A term counted in minutes or hours cannot be stopped by whole days.
    StoppedTermUnit { wait: NodeIx },
}

/// The worst start, with the chain that makes it so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Worst {
    pub filed: Instant,
    pub counted: Instant,
    /// The facts that the path asks about, and their values.
    pub facts: Vec<(FactId, u32)>,
    pub finished: Instant,
    /// `None`: the term is not known.
    pub due: Option<Instant>,
    pub chain: Vec<Link>,
    /// The clock was stopped in between.
    pub stopped: Option<Stop>,
}

/// When the clock stopped and went on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stop {
    pub wait: NodeIx,
    pub from: Instant,
    pub until: Instant,
    /// How many days of the term were spent before.
    pub spent: i32,
}

/// Who holds the file from when until when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    pub node: NodeIx,
    pub from: Instant,
    pub until: Instant,
    /// What it was allowed, as the proof read it.
    pub limits: Vec<Duration>,
    /// The instant from which its limit counts.
    pub counted_from: Instant,
    /// Whether the finish depends on it.
    pub critical: bool,
}

/// The largest limit of one step with which every start is on time; `None`: not even the smallest one helps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Repair {
    pub node: NodeIx,
    pub limit: Option<Duration>,
}

/// An event or a step without a limit, judged with a wait of zero.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wait {
    pub node: NodeIx,
    /// An official's step of which nothing is said, and not an outside event.
    pub step: bool,
    /// When the file comes to it in the worst case, if it lies on that path.
    pub begins: Option<Instant>,
    /// The latest day on which the event may come and the term still be kept, for the worst start.
    pub latest: Option<Day>,
}

/// A limit that can expire before the file arrives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Expiry {
    pub channel: ChannelId,
    pub node: NodeIx,
    pub due: Instant,
    pub arrival: Instant,
    /// From the earliest filing inside acceptance hours with which it happens: how the file comes to the node. Its
    /// `finished` is the arrival, its `due` the limit's end.
    pub story: Worst,
}

/// A stage whose limit can end before its steps do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SmallStage {
    pub channel: ChannelId,
    /// Its place among the stages of the procedure.
    pub stage: usize,
    pub filed: Instant,
    pub due: Instant,
    pub finished: Instant,
    /// The step that is done last.
    pub last: NodeIx,
}

/// A notice of an extension that is due before its reason can be known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EarlyNotice {
    pub channel: ChannelId,
    /// Its place among the extensions of the standard.
    pub extension: usize,
    pub filed: Instant,
    pub due: Instant,
    /// When the reason can be known, and at which node.
    pub known: Instant,
    pub node: NodeIx,
}
