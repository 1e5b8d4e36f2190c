//! Every way that a case can take, at three filings, with the date of each step: what engines are compared with.
//!
//! ```text
//! cargo run --example follow -- regulations [ID]
//! ```
//!
//! The dates come from the naive evaluator, which counts days by stepping from one to the next and shares nothing with the
//! engine but the model and the rows of the calendar. Everybody takes the whole of the limit. A line is one case:
//! `{"regulation", "channel", "filed", "facts", "steps": [{"step", "actor", "due"}], "end"}`, its steps in their order; both are null where the
//! act leaves the case out, and it must stop.

use reglament::model::{ActorKind, Model, Node, NodeKind, Procedure, RegulationId};
use reglament::pipeline::{self, Checked};
use reglament::source::Unsaved;
use reglament::time::Instant;
use reglament_oracle::Oracle;
use reglament_oracle::compare::Comparison;
use reglament_oracle::count::{Count, Moment};
use reglament_oracle::days::{Days, Stepping};
use reglament_oracle::facts::{Case, cases, one_a_path};
use reglament_oracle::promise::promises;
use reglament_oracle::walk::Walk;
use serde_json::{Value, json};

/// A plain day, the evening before a holiday with a moved day off behind it, and a Saturday night.
const FILINGS: [&str; 3] = ["2018-11-14T10:00", "2018-03-07T17:50", "2018-07-14T20:30"];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let folder = words.first().map_or("regulations", String::as_str);
    let loaded = pipeline::load(&[folder.into()], &Unsaved::new()).ok().and_then(|mut all| all.pop());
    let project = pipeline::understand(loaded.expect("a project is named"));
    for ix in 0..project.model.regulations.len() as u32 {
        let asked = words.get(1).is_none_or(|id| *id == project.model[RegulationId(ix)].id);
        if asked && !project.model[RegulationId(ix)].broken {
            follow(&project, RegulationId(ix));
        }
    }
}

fn follow(project: &Checked, id: RegulationId) {
    let Checked { model, calendar, .. } = project;
    let (from, to) = (chrono::NaiveDate::MIN, chrono::NaiveDate::MAX);
    let comparison = Comparison { model, calendar, regulation: id, from, to, every: 1, fault: None };
    for procedure in &model[id].procedures {
        let readings = comparison.readings(procedure);
        let days = Stepping::new(calendar, &model.schedules, readings.moved_days);
        let oracle = Oracle { model, regulation: &model[id], days: &days, readings, fault: None };
        let all = cases(model, procedure, None);
        for case in one_a_path(procedure, &all) {
            for filed in FILINGS {
                println!("{}", one(&oracle, procedure, &case, filed));
            }
        }
    }
}

fn one<D: Days>(oracle: &Oracle<D>, procedure: &Procedure, case: &Case, filed: &str) -> Value {
    let model = oracle.model;
    let at = Instant::parse(filed).expect("the filings are instants");
    let day = oracle.days.find(at.day().date()).unwrap_or_else(|_| panic!("{filed} lies in the calendar"));
    let counted = oracle.counted(procedure, Moment { day, minute: at.minute_of_day() }).expect("the calendar goes on");
    let promise = promises(oracle.standard(), procedure.channel, case).swap_remove(0);
    let count = Count { days: oracle.days, readings: oracle.readings, fault: None, day_is_working: false };
    let walk = Walk { count: &count, model, regulation: oracle.regulation, procedure, case, term: &promise.parts };
    let ways = walk.ways(counted).expect("the corpus stops no clock inside parallel branches");
    let named = case.iter().map(|(fact, value)| {
        let fact = &model[*fact];
        (fact.id.clone(), json!(fact.values[*value as usize]))
    });
    let facts: serde_json::Map<_, _> = named.collect();
    let (regulation, channel) = (&oracle.regulation.id, &model[procedure.channel].id);
    let Some(way) = ways.first() else {
        return json!({
            "regulation": regulation, "channel": channel, "filed": filed, "facts": facts, "steps": null, "end": null,
        });
    };
    let mut done: Vec<(Instant, usize)> =
        way.iter().enumerate().filter_map(|(ix, at)| at.map(|at| (oracle.instant(at), ix))).collect();
    // A node stands before those behind it wherever the act is told in its order, and the corpus is.
    done.sort();
    let acts = done.iter().filter(|(_, ix)| is_act(&procedure.nodes[*ix]));
    let steps = acts.map(|(at, ix)| step(model, &procedure.nodes[*ix], *at));
    let end = done.iter().map(|(_, ix)| &procedure.nodes[*ix]).find(|node| matches!(node.kind, NodeKind::End(_)));
    json!({
        "regulation": regulation,
        "channel": channel,
        "filed": filed,
        "facts": facts,
        "steps": steps.collect::<Vec<_>>(),
        "end": end.map(|node| &node.id),
    })
}

/// Whether somebody has to do something there.
fn is_act(node: &Node) -> bool {
    match node.kind {
        NodeKind::Step | NodeKind::Wait { .. } => true,
        NodeKind::Choice => node.actor.is_some() || !node.limits.is_empty(),
        NodeKind::Receipt => !node.limits.is_empty(),
        NodeKind::Parallel | NodeKind::Join | NodeKind::End(_) => false,
    }
}

/// What has no limit is due at once by whom acts at once, and has no due date by others.
fn step(model: &Model, node: &Node, at: Instant) -> Value {
    let actor = node.actor.map(|actor| &model[actor]);
    let at_once = actor.is_some_and(|it| matches!(it.kind, ActorKind::System | ActorKind::Applicant));
    let bound = !node.limits.is_empty() || (at_once && !matches!(node.kind, NodeKind::Wait { .. }));
    json!({ "step": node.id, "actor": actor.map(|it| &it.id), "due": bound.then_some(at) })
}
