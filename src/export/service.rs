//! What an act says of its service besides who does what: what is handed in, on what ground it is refused, what is
//! given, in which form, for what fee, and what became of the act.

use super::outline::{addresses, texts};
use super::table::{clauses, section};
use crate::diagnostics::Words;
use crate::model::{ChannelId, Condition, Event, Fee, Form, Ground, Model, Regulation, Requirement, ResultItem, Said};
use crate::vocabulary::Keyword;
use serde::Serialize;
use std::collections::BTreeMap;

/// For programs; a part of `show --format json`.
#[derive(Serialize, Debug)]
pub struct ServiceOutline {
    pub act: BTreeMap<&'static str, String>,
    pub documents: Vec<DocumentOutline>,
    pub grounds: Vec<GroundOutline>,
    pub results: Vec<ResultOutline>,
    /// Each saying of the form of the service.
    pub form: Vec<FormOutline>,
    pub fee: Option<FeeOutline>,
    pub events: Vec<EventOutline>,
}

#[derive(Serialize, Debug)]
pub struct DocumentOutline {
    pub id: String,
    pub label: BTreeMap<&'static str, String>,
    /// The state has it: the applicant isn't asked for it.
    pub obtained: bool,
    /// Empty: all.
    pub channels: Vec<String>,
    /// In the English vocabulary; `null`: always.
    pub when: Option<String>,
    pub clauses: Vec<String>,
}

#[derive(Serialize, Debug)]
pub struct GroundOutline {
    pub id: String,
    pub label: BTreeMap<&'static str, String>,
    pub clauses: Vec<String>,
}

#[derive(Serialize, Debug)]
pub struct ResultOutline {
    pub id: String,
    pub label: BTreeMap<&'static str, String>,
    pub form: Vec<&'static str>,
    /// Empty: all.
    pub channels: Vec<String>,
    pub clauses: Vec<String>,
    /// What single clauses say of its form, where it isn't what the others say.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<FormOutline>,
}

#[derive(Serialize, Debug)]
pub struct FormOutline {
    pub form: Vec<&'static str>,
    pub clauses: Vec<String>,
}

#[derive(Serialize, Debug)]
pub struct FeeOutline {
    pub free: bool,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub label: BTreeMap<&'static str, String>,
    pub clauses: Vec<String>,
}

/// An amendment or the repeal of the act.
#[derive(Serialize, Debug)]
pub struct EventOutline {
    pub kind: &'static str,
    pub date: String,
    pub by: BTreeMap<&'static str, String>,
}

/// What `regulation` says of its service.
pub fn outline(model: &Model, regulation: &Regulation) -> ServiceOutline {
    let amended = regulation.amended.iter().map(|event| self::event("amended", event));
    let repealed = regulation.repealed.iter().map(|event| self::event("repealed", event));
    ServiceOutline {
        act: regulation.act.as_ref().map(texts).unwrap_or_default(),
        documents: regulation.requires.iter().map(|it| document(model, it)).collect(),
        grounds: regulation.grounds.iter().map(ground).collect(),
        results: regulation.results.iter().map(|it| result(model, it)).collect(),
        form: regulation.form.iter().map(said_form).collect(),
        fee: regulation.fee.as_ref().map(fee),
        events: amended.chain(repealed).collect(),
    }
}

fn document(model: &Model, it: &Requirement) -> DocumentOutline {
    DocumentOutline {
        id: model[it.document].id.clone(),
        label: texts(&model[it.document].label),
        obtained: it.obtained,
        channels: channels(model, &it.channels),
        when: (it.when != Condition::Always).then(|| it.when.written(model)),
        clauses: addresses(&it.clauses),
    }
}

fn ground(it: &Ground) -> GroundOutline {
    GroundOutline { id: it.id.clone(), label: texts(&it.label), clauses: addresses(&it.clauses) }
}

fn result(model: &Model, it: &ResultItem) -> ResultOutline {
    let apart = it.forms.iter().filter(|(_, form)| !form.is_empty());
    ResultOutline {
        id: it.id.clone(),
        label: texts(&it.label),
        form: it.form.iter().copied().map(form_name).collect(),
        channels: channels(model, &it.channels),
        clauses: addresses(&it.clauses),
        forms: apart
            .map(|(clause, form)| FormOutline {
                form: form.iter().copied().map(form_name).collect(),
                clauses: vec![clause.address.clone()],
            })
            .collect(),
    }
}

fn said_form(said: &Said<Vec<Form>>) -> FormOutline {
    FormOutline { form: said.what.iter().copied().map(form_name).collect(), clauses: addresses(&said.clauses) }
}

fn fee(said: &Said<Fee>) -> FeeOutline {
    let label = match &said.what {
        Fee::Free => BTreeMap::new(),
        Fee::Said(text) => texts(text),
    };
    FeeOutline { free: said.what == Fee::Free, label, clauses: addresses(&said.clauses) }
}

fn event(kind: &'static str, event: &Event) -> EventOutline {
    EventOutline { kind, date: event.date.to_string(), by: texts(&event.by) }
}

fn channels(model: &Model, ids: &[ChannelId]) -> Vec<String> {
    ids.iter().map(|id| model[*id].id.clone()).collect()
}

fn form_name(form: Form) -> &'static str {
    match form {
        Form::Electronic => "electronic",
        Form::Paper => "paper",
    }
}

/// The same for people, in the reader's language.
pub fn tables(model: &Model, regulation: &Regulation, words: &Words) -> String {
    let spelled = |keyword: Keyword| keyword.spelling(words.language()).to_owned();
    let form = |forms: &[Form]| {
        let each = forms.iter().map(|form| match form {
            Form::Electronic => spelled(Keyword::Electronic),
            Form::Paper => spelled(Keyword::Paper),
        });
        each.collect::<Vec<_>>().join(", ")
    };
    let label = |text: &crate::model::Text| text.get(words.language()).unwrap_or_default().to_owned();
    let documents = regulation.requires.iter().map(|it| {
        let kind = spelled(if it.obtained { Keyword::Obtains } else { Keyword::Requires });
        let when = match it.when {
            Condition::Always => String::new(),
            _ => it.when.written_in(model, words.language()),
        };
        let document = &model[it.document];
        vec![kind, label(&document.label), channels(model, &it.channels).join(", "), when, clauses(&it.clauses)]
    });
    let results = regulation.results.iter().map(|it| {
        vec![label(&it.label), form(&it.form), channels(model, &it.channels).join(", "), clauses(&it.clauses)]
    });
    let mut conditions = Vec::new();
    for said in &regulation.form {
        conditions.push(vec![spelled(Keyword::Form), form(&said.what), clauses(&said.clauses)]);
    }
    if let Some(said) = &regulation.fee {
        let fee = match &said.what {
            Fee::Free => spelled(Keyword::Free),
            Fee::Said(text) => label(text),
        };
        conditions.push(vec![spelled(Keyword::Fee), fee, clauses(&said.clauses)]);
    }
    let events = regulation.amended.iter().map(|it| (Keyword::Amended, it));
    for (keyword, event) in events.chain(regulation.repealed.iter().map(|it| (Keyword::Repealed, it))) {
        conditions.push(vec![spelled(keyword), event.date.to_string(), label(&event.by)]);
    }
    let grounds = regulation.grounds.iter().map(|it| vec![label(&it.label), clauses(&it.clauses)]);
    [
        section("show-documents", documents.collect(), words),
        section("show-grounds", grounds.collect(), words),
        section("show-results", results.collect(), words),
        section("show-conditions", conditions, words),
    ]
    .concat()
}
