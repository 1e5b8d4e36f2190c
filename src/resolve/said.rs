//! The small things that are said everywhere: texts, limits, clauses, conditions, dates, channels.

use super::Resolver;
use super::names::Kind;
use super::statement::{Statement, bare_text, is, names};
use crate::ast::{self, Name, Part, Value};
use crate::diagnostics::{Code, Finding};
use crate::model::{ActorId, ChannelId, ClauseRef, Condition, Expectation, Fact, FactId, Form, Limit, Said, Text};
use crate::source::Span;
use crate::vocabulary::{Keyword, nearest};
use chrono::NaiveDate;

/// Several texts as one: one entry a language.
pub(super) fn text<'t>(texts: impl IntoIterator<Item = &'t ast::Text>) -> Text {
    let mut all = Text::default();
    for (language, string, _) in texts.into_iter().flat_map(|text| &text.strings) {
        match language {
            None => {
                all.any.get_or_insert_with(|| string.clone());
            }
            Some(language) => {
                all.by_language.entry(*language).or_insert_with(|| string.clone());
            }
        }
    }
    all
}

/// The text of a part such as `source "…"`.
pub(super) fn text_of(part: &Part) -> Option<Text> {
    match &part.value {
        Value::Text(said) => Some(text([said])),
        _ => None,
    }
}

/// The label of a statement: its texts without a keyword, and the text its head carries.
pub(super) fn label(statement: &Statement<'_>) -> Text {
    let head = match &statement.head.value {
        Value::Text(text) => Some(text),
        _ => None,
    };
    text(head.into_iter().chain(statement.texts()))
}

/// What `keyword "…"` says among the parts.
pub(super) fn text_part(statement: &Statement<'_>, keyword: Keyword) -> Option<Text> {
    statement.all(keyword).find_map(text_of)
}

/// The date of `since 2016-01-01`.
pub(super) fn date(part: &Part) -> Option<NaiveDate> {
    match &part.value {
        Value::Date(date) => Some(date.date),
        _ => None,
    }
}

pub(super) fn date_part(statement: &Statement<'_>, keyword: Keyword) -> Option<NaiveDate> {
    statement.all(keyword).find_map(date)
}

/// The limits of a part; none where it has none.
pub(super) fn limits(part: &Part) -> Vec<Limit> {
    match &part.value {
        Value::Limits(limits) => limits.iter().map(limit).collect(),
        _ => Vec::new(),
    }
}

fn limit(limit: &ast::Limit) -> Limit {
    Limit { duration: limit.duration, before_term: limit.before_term, span: limit.span }
}

/// The limits of a statement whose head means a limit: after the name, or with `limit`.
pub(super) fn all_limits(statement: &Statement<'_>) -> Vec<Limit> {
    let own = statement.with_head();
    own.filter(|part| part.keyword.is_none() || is(part, Keyword::Limit) || std::ptr::eq(*part, statement.head))
        .flat_map(limits)
        .collect()
}

/// `form electronic, paper`
pub(super) fn forms(part: &Part) -> Vec<Form> {
    let form = |name: &Name| match name.keyword {
        Some(Keyword::Electronic) => Some(Form::Electronic),
        Some(Keyword::Paper) => Some(Form::Paper),
        _ => None,
    };
    names(part).iter().filter_map(form).collect()
}

/// The addresses of all clauses cited.
pub(super) fn clauses(statement: &Statement<'_>) -> Vec<ClauseRef> {
    statement.all(Keyword::Clause).flat_map(cited).map(reference).collect()
}

pub(super) fn cited(part: &Part) -> &[ast::Clause] {
    match &part.value {
        Value::Clauses(clauses) => clauses,
        _ => &[],
    }
}

pub(super) fn reference(clause: &ast::Clause) -> ClauseRef {
    ClauseRef { address: clause.address.clone(), span: clause.span }
}

pub(super) fn said<T>(what: T, statement: &Statement<'_>, span: Span) -> Said<T> {
    Said { what, clauses: clauses(statement), span }
}

impl<'a> Resolver<'a> {
    /// The place of `name` in the model's list of its kind; where there is none, the finding is made.
    pub(super) fn find(&mut self, module: usize, kind: Kind, name: &Name) -> Option<u32> {
        match self.names.find(self.modules, module, kind, name) {
            Ok(id) => Some(id),
            Err(finding) => {
                self.incomplete = true;
                self.findings.extend(finding.map(|finding| *finding));
                None
            }
        }
    }

    /// Notes a finding because of which something is left out.
    pub(super) fn report(&mut self, finding: Finding) {
        self.incomplete = true;
        self.findings.push(finding);
    }

    pub(super) fn actor(&mut self, module: usize, part: &Part) -> Option<ActorId> {
        names(part).first().and_then(|name| self.find(module, Kind::Actor, name)).map(ActorId)
    }

    pub(super) fn channels(&mut self, module: usize, names: &[Name]) -> Vec<ChannelId> {
        names.iter().filter_map(|name| self.find(module, Kind::Channel, name)).map(ChannelId).collect()
    }

    /// The channels that a statement outside a procedure is for: `via` after any of its parts is said of the whole.
    /// `except` leaves the other channels of the act. Empty: all.
    pub(super) fn channels_of(&mut self, module: usize, statement: &Statement<'a>) -> Vec<ChannelId> {
        let mut channels = Vec::new();
        for part in statement.with_head() {
            let alone = if is(part, Keyword::Via) || is(part, Keyword::Only) { names(part) } else { &[] };
            for channel in self.channels(module, &part.via).into_iter().chain(self.channels(module, alone)) {
                if !channels.contains(&channel) {
                    channels.push(channel);
                }
            }
        }
        let except: Vec<ChannelId> = statement
            .all(Keyword::Except)
            .flat_map(names)
            .filter_map(|name| self.find(module, Kind::Channel, name))
            .map(ChannelId)
            .collect();
        if channels.is_empty() && !except.is_empty() {
            channels = self.act_channels.clone();
        }
        channels.retain(|channel| !except.contains(channel));
        channels
    }

    /// What `when` asks among the parts; [`Condition::Always`] without it or where it could not be understood.
    pub(super) fn when(&mut self, module: usize, statement: &Statement<'a>) -> Condition {
        match statement.all(Keyword::When).next().map(|part| &part.value) {
            Some(Value::Condition(condition)) => self.condition(module, condition).unwrap_or_default(),
            _ => Condition::Always,
        }
    }

    pub(super) fn condition(&mut self, module: usize, condition: &ast::Condition) -> Option<Condition> {
        match condition {
            ast::Condition::Is { fact, value } => self.is(module, fact, value.as_ref()),
            ast::Condition::Not(inner, _) => Some(Condition::Not(Box::new(self.condition(module, inner)?))),
            ast::Condition::And(all) => Some(Condition::All(self.conditions(module, all)?)),
            ast::Condition::Or(any) => Some(Condition::Any(self.conditions(module, any)?)),
        }
    }

    /// All of them, so that every mistake is found in one run.
    fn conditions(&mut self, module: usize, all: &[ast::Condition]) -> Option<Vec<Condition>> {
        let read: Vec<Option<Condition>> = all.iter().map(|one| self.condition(module, one)).collect();
        read.into_iter().collect()
    }

    fn is(&mut self, module: usize, name: &Name, value: Option<&Name>) -> Option<Condition> {
        let id = FactId(self.find(module, Kind::Fact, name)?);
        let fact = &self.model[id];
        let finding = match value {
            None if fact.is_yes_no() => return Some(Condition::Is(id, 0)),
            None => needs_value(fact, name),
            Some(value) => match fact.values.iter().position(|known| *known == plain(value)) {
                Some(ix) => return Some(Condition::Is(id, ix as u32)),
                None => unknown_value(fact, value),
            },
        };
        self.report(finding);
        None
    }

    /// What an `expect` marks: the findings inside `covers`. Whether there is such a code is asked when it is applied.
    pub(super) fn expectations(&mut self, module: usize, statement: &Statement<'a>, covers: Span) -> Vec<Expectation> {
        let expects = statement.expects.iter();
        expects.filter_map(|(part, reason)| self.expectation(module, part, *reason, covers)).collect()
    }

    /// One `expect`, with the part that gives its reason.
    pub(super) fn expectation(
        &mut self,
        module: usize,
        part: &Part,
        reason: Option<&Part>,
        covers: Span,
    ) -> Option<Expectation> {
        let code = match &part.value {
            Value::Code(name) | Value::Name(name) => name.text.clone(),
            _ => return None,
        };
        let named: Vec<Name> = part.via.iter().chain(reason.into_iter().flat_map(|part| &part.via)).cloned().collect();
        let channels = self.channels(module, &named);
        let reason = text(reason.and_then(bare_text));
        Some(Expectation {
            code,
            reason: reason.any.or_else(|| reason.by_language.into_values().next()).unwrap_or_default(),
            channels: channels.into_iter().map(|channel| self.model[channel].id.clone()).collect(),
            span: part.span,
            covers,
        })
    }
}

/// A value's name in the model: the language's own words in English.
pub(super) fn plain(value: &Name) -> String {
    match value.keyword {
        Some(keyword @ (Keyword::Yes | Keyword::No)) => keyword.id().to_owned(),
        _ => value.text.clone(),
    }
}

fn needs_value(fact: &Fact, name: &Name) -> Finding {
    Finding::new(Code::FactNeedsValue, name.span)
        .arg("fact", name.text.as_str())
        .arg("first", fact.values[0].as_str())
        .arg("values", fact.values.clone())
        .also(fact.span, "label-declared")
}

fn unknown_value(fact: &Fact, value: &Name) -> Finding {
    let suggestion = nearest(&value.text, fact.values.iter().map(String::as_str)).unwrap_or("none");
    Finding::new(Code::UnknownValue, value.span)
        .arg("value", value.text.as_str())
        .arg("fact", fact.id.as_str())
        .arg("values", fact.values.clone())
        .arg("suggestion", suggestion)
        .also(fact.span, "label-declared")
}
