//! What must be handed in, and why.

use super::{Case, Missing};
use crate::artifact::{Ix, Requirement, SaidBy};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A document that the rules of a channel speak of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    pub document: String,
    pub label: BTreeMap<String, String>,
    pub need: Need,
    /// What says so, or would under other facts.
    pub wanted: Vec<Wanted>,
}

/// Whether it has to be handed in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    Required,
    /// The office gets it from a system of the state, and may not ask for it.
    Obtained,
    NotRequired,
    /// That hangs on these facts.
    Open(Vec<Missing>),
}

/// One statement about a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    pub said_by: SaidBy,
    pub obtained: bool,
    pub clauses: Vec<String>,
    /// Whether its condition holds; `None`: that hangs on facts that are not known.
    pub holds: Option<bool>,
    /// The facts that its condition asks for, with their values where they are known.
    pub facts: Vec<(String, Option<String>)>,
}

impl Case {
    /// Every document of the channel, in the order of the acts.
    ///
    /// ```
    /// use reglament::engine::{Filing, Rules, Need};
    /// use reglament::time::Instant;
    ///
    /// # const BYTES: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/corpus.json"));
    /// # let rules = Rules::load(BYTES).expect("rules");
    /// # let at = |text: &str| Instant::parse(text).expect("an instant");
    /// let filing = Filing::new("north-kazakhstan.change-purpose", "office", at("2018-03-05T10:00"));
    /// let need = |filing: Filing| {
    ///     let documents = rules.open(filing).expect("a case").documents();
    ///     documents.into_iter().find(|it| it.document == "cadastral-value-act").expect("it is spoken of").need
    /// };
    /// assert_eq!(need(filing.clone().with("purchase-needed", "yes")), Need::Required);
    /// assert_eq!(need(filing.clone().with("purchase-needed", "no")), Need::NotRequired);
    /// assert!(matches!(need(filing), Need::Open(facts) if facts[0].fact == "purchase-needed"));
    /// ```
    pub fn documents(&self) -> Vec<Document> {
        let mut order: Vec<Ix> = Vec::new();
        for requirement in &self.channel().documents {
            if !order.contains(&requirement.document) {
                order.push(requirement.document);
            }
        }
        order.into_iter().map(|document| self.document(document)).collect()
    }

    fn document(&self, ix: Ix) -> Document {
        let artifact = self.rules.artifact();
        let said: Vec<&Requirement> = self.channel().documents.iter().filter(|it| it.document == ix).collect();
        let holds = |it: &Requirement| it.when.holds(&self.value());
        let any =
            |obtained: bool, wanted: Option<bool>| said.iter().any(|it| it.obtained == obtained && holds(it) == wanted);
        let need = match (any(false, Some(true)), any(false, None), any(true, Some(true))) {
            (true, _, _) => Need::Required,
            (false, true, _) => Need::Open(self.hangs_on(&said)),
            (false, false, true) => Need::Obtained,
            (false, false, false) => Need::NotRequired,
        };
        let named = &artifact.documents[ix as usize];
        Document {
            document: named.id.clone(),
            label: named.label.map(|label| artifact.texts[label as usize].clone()).unwrap_or_default(),
            need,
            wanted: said.iter().map(|it| self.wanted(it)).collect(),
        }
    }

    fn hangs_on(&self, said: &[&Requirement]) -> Vec<Missing> {
        let mut facts = BTreeSet::new();
        let open = said.iter().filter(|it| !it.obtained && it.when.holds(&self.value()).is_none());
        open.for_each(|it| self.unknown(&it.when, &mut facts));
        facts.into_iter().map(|fact| self.asked(fact)).collect()
    }

    fn wanted(&self, it: &Requirement) -> Wanted {
        let mut asked = BTreeSet::new();
        it.when.visit(&mut |fact, _| _ = asked.insert(fact));
        let fact = |ix: Ix| {
            let fact = &self.rules.artifact().facts[ix as usize];
            let value = self.course.facts.get(&ix).map(|value| fact.values[*value as usize].clone());
            (fact.id.clone(), value)
        };
        Wanted {
            said_by: it.said_by,
            obtained: it.obtained,
            clauses: it.clauses.clone(),
            holds: it.when.holds(&self.value()),
            facts: asked.into_iter().map(fact).collect(),
        }
    }
}
