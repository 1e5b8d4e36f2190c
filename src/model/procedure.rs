//! A procedure in one channel: a directed acyclic graph of nodes from the filing to its ends.

use super::{ActorId, ChannelId, ClauseRef, FactId, Form, Text};
use crate::source::Span;
use crate::time::Duration;

/// How one channel of a regulation goes.
#[derive(Clone, Debug)]
pub struct Procedure {
    pub channel: ChannelId,
    /// In the order of the text. Invariant: `next` only leads to nodes of this list, and the graph has no cycle (a
    /// procedure that runs in a circle is a finding, and has `broken` set).
    pub nodes: Vec<Node>,
    /// Where the filing enters; `None` for a procedure without nodes.
    pub entry: Option<NodeIx>,
    pub stages: Vec<Stage>,
    /// The `procedure` line, with its block.
    pub span: Span,
    /// The line alone, for findings about the whole.
    pub head: Span,
    pub broken: bool,
}

/// A node of one [`Procedure`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeIx(pub u32);

impl std::ops::Index<NodeIx> for Procedure {
    type Output = Node;
    fn index(&self, ix: NodeIx) -> &Node {
        &self.nodes[ix.0 as usize]
    }
}

#[derive(Clone, Debug)]
pub struct Node {
    /// Unique within the procedure; made up (`choice-2`) where the author gave no name.
    pub id: String,
    pub kind: NodeKind,
    /// Its number in the act's own count of the channel's steps or checks, with where that is said.
    pub number: Option<(u32, Span)>,
    pub label: Text,
    pub actor: Option<ActorId>,
    /// What the clauses call the actor, where that is not its usual name.
    pub called: Option<Text>,
    /// Several: the earliest counts. Empty: nothing said.
    pub limits: Vec<Limit>,
    pub anchor: Anchor,
    /// Whom the file is handed to, where it is said.
    pub hands_to: Option<ActorId>,
    /// What the clauses call it, where that is not its usual name.
    pub to_called: Option<Text>,
    pub results: Vec<Text>,
    /// The declared results of the service that this node gives, by their ids.
    pub gives: Vec<String>,
    /// In which form it gives its result, where it says so.
    pub form: Vec<Form>,
    /// Remarks of the author, such as why a limit differs in one channel.
    pub notes: Vec<Text>,
    pub next: Vec<Edge>,
    /// The branches of a choice, as the author wrote them.
    pub branches: Vec<Branch>,
    pub citations: Vec<Citation>,
    pub stage: Option<usize>,
    pub span: Span,
    /// The head line alone.
    pub head: Span,
    /// Something said of it could not be understood: do not conclude from what is missing.
    pub broken: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NodeKind {
    Step,
    /// Its edges carry conditions.
    Choice,
    /// Everything behind every edge is done.
    Parallel,
    /// Parallel branches meet: the latest counts.
    Join,
    /// An event outside; without limits, unbounded.
    Wait {
        /// The term does not run while it lasts.
        stops_clock: bool,
    },
    /// The provider receives the file: a point, not an act.
    Receipt,
    End(Outcome),
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Outcome {
    Granted,
    Refused,
    /// Not accepted, or given back: no decision on the merits.
    Returned,
}

/// What a limit is counted from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Anchor {
    /// One, or the alternatives of `A or B`. Never empty.
    pub events: Vec<AnchorEvent>,
    /// The events as the author names them; empty where nothing is said.
    pub names: Vec<String>,
    /// The act says it; otherwise the previous step is meant.
    pub said: bool,
    pub span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AnchorEvent {
    /// The arrival of the file: the previous node is done.
    Previous,
    /// The filing as counted, N(filed).
    Filing,
    /// The node is done.
    Done(NodeIx),
}

/// One branch of a choice, and the clauses that say what follows in it.
#[derive(Clone, Debug)]
pub struct Branch {
    pub clauses: Vec<ClauseRef>,
    /// A step of its own cites a clause.
    pub cites: bool,
    /// The `when` or `otherwise` line.
    pub span: Span,
}

#[derive(Clone, Debug)]
pub struct Edge {
    pub to: NodeIx,
    /// From a choice: when it is taken; [`Condition::Always`] elsewhere. An `otherwise` is resolved to "none of the
    /// other edges".
    pub when: Condition,
    pub otherwise: bool,
    /// The author's arrow, or the line that falls through to the next.
    pub span: Span,
}

/// What is asked of the facts of a case.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Condition {
    #[default]
    Always,
    /// The fact has the value with this index in its `values` (for a yes/no fact 0 is yes, 1 is no).
    Is(FactId, u32),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

/// A limit with where it was said.
#[derive(Clone, Debug)]
pub struct Limit {
    pub duration: Duration,
    /// Counted back from the end of the term, in the duration's unit.
    pub before_term: bool,
    pub span: Span,
}

/// A clause that states a node, with what it gives.
#[derive(Clone, Debug)]
pub struct Citation {
    pub clause: ClauseRef,
    pub limits: Vec<Limit>,
    pub actor: Option<ActorId>,
    /// What it calls the actor, where that is not the usual name.
    pub called: Option<Text>,
    /// Its limit is one of the parts into which a summary cuts the step: they add up to what the others give.
    pub part: bool,
    pub hands_to: Option<ActorId>,
    /// What it calls the recipient, where that is not the usual name.
    pub to_called: Option<Text>,
    pub anchor: Option<Anchor>,
    pub result: Option<Text>,
    pub form: Vec<Form>,
    /// The author wrote out what the clause says; otherwise it says what the line says.
    pub said_apart: bool,
}

/// Steps under one limit of their own: a check on its steps, not a cap.
#[derive(Clone, Debug)]
pub struct Stage {
    pub id: String,
    pub label: Text,
    pub actor: Option<ActorId>,
    pub hands_to: Option<ActorId>,
    /// Empty: it binds nothing, and only its clauses give the steps one limit together.
    pub limits: Vec<Limit>,
    pub anchor: Anchor,
    pub nodes: Vec<NodeIx>,
    pub citations: Vec<Citation>,
    pub span: Span,
    pub head: Span,
}
