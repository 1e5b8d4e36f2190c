//! Which text of a regulation is held against which text of its standard, and for what is filed on which days.
//!
//! `implements` names an act and not one of its versions; here each regulation is parted at the days on which its
//! standard changed. What has no versions stays as it is.

use crate::model::{Force, Model, Regulation, StandardId, succession};
use std::collections::BTreeMap;

pub(super) fn tell_apart(model: &mut Model) {
    let standards = groups(model.standards.iter().map(|it| (it.id.as_str(), it.own_force())));
    let regulations = groups(model.regulations.iter().map(|it| (it.id.as_str(), it.own_force())));
    if standards.is_empty() && regulations.is_empty() {
        return;
    }
    let forces: BTreeMap<usize, Force> = regulations.into_values().flatten().collect();
    let mut parted = Vec::new();
    for (ix, regulation) in std::mem::take(&mut model.regulations).into_iter().enumerate() {
        let named = regulation.standard.map(|standard| model[standard].id.as_str());
        let versions = named.and_then(|id| standards.get(id));
        match (forces.get(&ix), versions) {
            (None, None) => parted.push(regulation),
            (Some(force), None) => parted.push(Regulation { judged: Some(*force), ..regulation }),
            (force, Some(versions)) => {
                let force = force.copied().unwrap_or_else(|| regulation.own_force());
                parted.extend(against(&regulation, &force, versions));
            }
        }
    }
    model.regulations = parted;
}

/// Acts that have versions: by name, each version's place with the days on which it counts.
fn groups<'a>(acts: impl Iterator<Item = (&'a str, Force)>) -> BTreeMap<String, Vec<(usize, Force)>> {
    let mut all: BTreeMap<String, Vec<(usize, Force)>> = BTreeMap::new();
    for (ix, (id, force)) in acts.enumerate() {
        all.entry(id.to_owned()).or_default().push((ix, force));
    }
    all.retain(|_, versions| versions.len() > 1);
    for versions in all.values_mut() {
        let own: Vec<Force> = versions.iter().map(|(_, force)| *force).collect();
        versions.iter_mut().zip(succession(&own)).for_each(|((_, force), actual)| *force = actual);
        versions.sort_by_key(|(_, force)| force.from);
    }
    all
}

/// The regulation for each version of its standard, and without one for the days between them.
fn against(regulation: &Regulation, force: &Force, versions: &[(usize, Force)]) -> Vec<Regulation> {
    let mut parts: Vec<(Option<StandardId>, Force)> = Vec::new();
    let mut open = Some(*force);
    for (standard, counts) in versions {
        let before = Force { from: None, until: counts.from.and_then(|from| from.pred_opt()) };
        let without = open.filter(|_| counts.from.is_some()).and_then(|open| open.with(&before));
        parts.extend(without.map(|force| (None, force)));
        parts.extend(force.with(counts).map(|force| (Some(StandardId(*standard as u32)), force)));
        let next = counts.until.and_then(|until| until.succ_opt());
        open = next.and_then(|next| force.with(&Force { from: Some(next), until: None }));
    }
    parts.extend(open.map(|force| (None, force)));
    parts
        .into_iter()
        .map(|(standard, force)| Regulation { standard, judged: Some(force), ..regulation.clone() })
        .collect()
}
