//! How the things that a finding speaks of are told: an actor by its label, a text in the reader's language.

use crate::diagnostics::{Arg, Finding};
use crate::model::{ActorId, Citation, Condition, Model, Text};
use crate::vocabulary::Language;

/// An actor by its label, or by its id where it has none.
pub(super) fn actor(model: &Model, id: ActorId) -> Arg {
    let actor = &model[id];
    if actor.label.get(Language::En).is_none() { Arg::from(actor.id.as_str()) } else { text(&actor.label) }
}

/// The author's text in the languages that it is written in.
pub(super) fn text(text: &Text) -> Arg {
    let said = |language: Language| Some((language, text.get(language)?.to_owned()));
    Arg::Translated(Language::ALL.into_iter().filter_map(said).collect())
}

/// Texts that are to be compared by the reader: each in the languages that all of them are written in.
pub(super) fn alike(texts: &[&Text]) -> Vec<Arg> {
    let written = |text: &Text, language: Language| text.any.is_some() || text.by_language.contains_key(&language);
    let shared: Vec<Language> =
        Language::ALL.into_iter().filter(|language| texts.iter().all(|text| written(text, *language))).collect();
    let languages = if shared.is_empty() { Language::ALL.to_vec() } else { shared };
    let said = |text: &Text, language: &Language| Some((*language, text.get(*language)?.to_owned()));
    let one = |text: &&Text| Arg::Translated(languages.iter().filter_map(|language| said(text, language)).collect());
    texts.iter().map(one).collect()
}

/// A condition in the reader's vocabulary.
pub(super) fn condition(model: &Model, condition: &Condition) -> Arg {
    let written = |language: Language| (language, condition.written_in(model, language));
    Arg::Translated(Language::ALL.into_iter().map(written).collect())
}

/// The clause at the finding's last place, also for its sentence; `none` where the line says it without one.
pub(super) fn with_clause(finding: Finding, clause: Option<&str>) -> Finding {
    match clause {
        Some(clause) => finding.with("clause", clause).clause(clause),
        None => finding.with("clause", "none"),
    }
}

/// The address of a citation.
pub(super) fn address(citation: &Citation) -> &str {
    &citation.clause.address
}
