//! What the grammar would have read at a place, in the reader's terms: kinds of value, and the words that begin them.

use super::grammar::{Failure, Rule};
use crate::vocabulary::Keyword::{self, *};
use pest::error::{ErrorVariant, InputLocation};

/// Where one part stopped to be one, and what would have gone on.
pub(super) struct Expectation {
    pub at: usize,
    pub rules: Vec<Rule>,
}

impl Expectation {
    pub fn of(failure: &Failure) -> Expectation {
        let at = match failure.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        };
        let rules = match &failure.variant {
            ErrorVariant::ParsingError { positives, .. } => positives.clone(),
            ErrorVariant::CustomError { .. } => Vec::new(),
        };
        Expectation { at, rules }
    }

    /// The sentences that say what is wanted here, without what may always follow.
    pub fn sentences(&self) -> Vec<&'static str> {
        let mut said: Vec<&'static str> = self.rules.iter().filter_map(|rule| sentence(*rule)).collect();
        said.sort_unstable();
        said.dedup();
        let has = |id| said.contains(&id);
        let (duration, value, others) = (has("expected-duration"), has("expected-fact-value"), said.len() > 1);
        said.retain(|id| match *id {
            "expected-number" | "expected-unit" => !duration,
            "expected-name" => !value,
            "expected-equals" => !others,
            _ => true,
        });
        said
    }

    /// The keywords that could stand here.
    pub fn keywords(&self) -> Vec<Keyword> {
        self.rules.iter().flat_map(|rule| keywords(*rule)).collect()
    }
}

fn sentence(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::name | Rule::reserved_name | Rule::names | Rule::via => "expected-name",
        Rule::text | Rule::string => "expected-text",
        Rule::limits | Rule::limit | Rule::same_day => "expected-duration",
        Rule::number => "expected-number",
        Rule::kw_working | Rule::kw_calendar | Rule::kw_day | Rule::kw_minute => "expected-unit",
        Rule::party | Rule::kw_applicant => "expected-actor",
        Rule::events | Rule::kw_receipt | Rule::kw_filing => "expected-event",
        Rule::condition | Rule::both | Rule::maybe_not | Rule::is | Rule::group => "expected-condition",
        Rule::clauses | Rule::clause | Rule::address => "expected-clause",
        Rule::date => "expected-date",
        Rule::times | Rule::time => "expected-time",
        Rule::hours | Rule::days | Rule::weekday => "expected-weekday",
        Rule::setting | Rule::plain_word => "expected-word",
        Rule::code => "expected-code",
        Rule::equals => "expected-equals",
        Rule::forms | Rule::kw_electronic => "expected-form",
        Rule::values | Rule::kw_yes => "expected-fact-value",
        Rule::close_group | Rule::close_paren => "expected-close-parenthesis",
        _ => return None,
    })
}

fn keywords(rule: Rule) -> Vec<Keyword> {
    match rule {
        Rule::limits | Rule::limit => vec![Same, Working, Calendar],
        Rule::same_day => vec![Same],
        Rule::party => vec![Applicant],
        Rule::events => vec![Receipt, Filing],
        Rule::hours | Rule::days | Rule::weekday => Keyword::ALL[Monday as usize..=Sunday as usize].to_vec(),
        Rule::forms => vec![Electronic, Paper],
        rule => super::grammar::keyword(rule).into_iter().collect(),
    }
}
