//! The nodes of a procedure.

use super::Making;
use super::lists::clauses;
use super::regulation::Of;
use super::texts::plain;
use crate::artifact::{self, Anchor, Edge, Limit, NodeKind, Outcome, Pace};
use crate::model::{self, ActorKind, AnchorEvent, Citation, Node, NodeIx, Procedure};

impl Of<'_> {
    pub(super) fn nodes(&self, procedure: &Procedure, into: &mut Making) -> Vec<artifact::Node> {
        let nodes = (0..procedure.nodes.len() as u32).map(NodeIx);
        nodes.map(|ix| self.node(procedure, ix, into)).collect()
    }

    fn node(&self, procedure: &Procedure, ix: NodeIx, into: &mut Making) -> artifact::Node {
        let node = &procedure[ix];
        let cited: Vec<_> = node.citations.iter().map(|citation| citation.clause.clone()).collect();
        let actor = node.actor.map(|id| &self.model[id]);
        artifact::Node {
            actor: self.actor(node.actor),
            anchor: node.anchor.events.iter().map(anchor).collect(),
            clauses: clauses(&cited),
            gives: node.gives.iter().map(|id| plain(id)).collect(),
            hands_to: self.actor(node.hands_to),
            id: plain(&node.id),
            kind: kind(node.kind),
            label: into.texts.text(&node.label),
            limits: node.limits.iter().map(|said| limit(said, &node.citations)).collect(),
            needs: if node.kind == model::NodeKind::Join { branches(procedure, ix) } else { 0 },
            next: node.next.iter().map(|edge| Edge { to: edge.to.0, when: self.condition(&edge.when) }).collect(),
            outcome: match node.kind {
                model::NodeKind::End(outcome) => Some(self::outcome(outcome)),
                _ => None,
            },
            pace: pace(node, actor.map(|actor| actor.kind)),
            results: node.results.iter().filter_map(|text| into.texts.text(text)).collect(),
            schedule: self.places.hours_of(self.model, actor.and_then(|actor| actor.organisation)),
            stage: node.stage.and_then(|stage| procedure.stages.get(stage)).map(|stage| plain(&stage.id)),
            stops_clock: matches!(node.kind, model::NodeKind::Wait { stops_clock: true }),
        }
    }
}

/// A limit with the clauses that give it.
pub(super) fn limit(said: &model::Limit, citations: &[Citation]) -> Limit {
    let gives = |citation: &&Citation| citation.limits.iter().any(|limit| limit.duration == said.duration);
    let by: Vec<_> = citations.iter().filter(gives).map(|citation| citation.clause.clone()).collect();
    Limit {
        before_term: said.before_term,
        clauses: clauses(&by),
        first_day_counted: said.duration.first_day_counted,
        quantity: said.duration.quantity,
        unit: said.duration.unit,
    }
}

fn anchor(event: &AnchorEvent) -> Anchor {
    match event {
        AnchorEvent::Previous => Anchor::Previous,
        AnchorEvent::Filing => Anchor::Filing,
        AnchorEvent::Done(node) => Anchor::Done(node.0),
    }
}

fn kind(kind: model::NodeKind) -> NodeKind {
    match kind {
        model::NodeKind::Step => NodeKind::Step,
        model::NodeKind::Choice => NodeKind::Choice,
        model::NodeKind::Parallel => NodeKind::Parallel,
        model::NodeKind::Join => NodeKind::Join,
        model::NodeKind::Wait { .. } => NodeKind::Wait,
        model::NodeKind::Receipt => NodeKind::Receipt,
        model::NodeKind::End(_) => NodeKind::End,
    }
}

fn outcome(outcome: model::Outcome) -> Outcome {
    match outcome {
        model::Outcome::Granted => Outcome::Granted,
        model::Outcome::Refused => Outcome::Refused,
        model::Outcome::Returned => Outcome::Returned,
    }
}

fn pace(node: &Node, actor: Option<ActorKind>) -> Pace {
    use model::NodeKind::{Choice, End, Join, Parallel, Receipt, Step, Wait};
    match (node.kind, actor) {
        (Join | Parallel | End(_), _) => Pace::Automatic,
        _ if !node.limits.is_empty() => Pace::Limited,
        (Receipt, _) | (Choice, None) => Pace::Automatic,
        (Step | Choice, Some(ActorKind::System | ActorKind::Applicant)) => Pace::AtOnce,
        (Step | Choice | Wait { .. }, _) => Pace::Open,
    }
}

/// How many branches meet in a join: those of the parallel part that it closes, which is the last one opened on every
/// way to it and not closed before.
fn branches(procedure: &Procedure, join: NodeIx) -> u32 {
    let before = |ix: NodeIx| {
        let all = procedure.nodes.iter().enumerate();
        all.filter(move |(_, node)| node.next.iter().any(|edge| edge.to == ix)).map(|(at, _)| NodeIx(at as u32)).next()
    };
    let mut open = 1;
    let mut at = join;
    // No way is longer than there are nodes, so that one that runs in a circle comes to an end as well.
    for _ in &procedure.nodes {
        let Some(earlier) = before(at) else { break };
        at = earlier;
        match procedure[at].kind {
            model::NodeKind::Join => open += 1,
            model::NodeKind::Parallel => open -= 1,
            _ => {}
        }
        if open == 0 {
            return procedure[at].next.len() as u32;
        }
    }
    // A join that nothing opens: whoever comes first goes on.
    1
}
