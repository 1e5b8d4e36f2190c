//! A refutation told line by line, so that a lawyer can follow it with a pencil: when the case was filed, who held the
//! file from when until when, and where the term ended.

use super::{Arg, Words};
use crate::time::{Duration, Instant, Unit};
use chrono::NaiveDateTime;
use serde_json::Value;

impl Words {
    /// The lines of a counterexample in the shape of `prove`'s `worst`. What it does not hold is not told.
    pub fn counterexample(&self, worst: &Value) -> Vec<String> {
        let moment = |id, name: &'static str, key: &str| {
            let at = instant(&worst[key])?;
            Some(self.say(id, &[(name, Arg::Instant(at))]))
        };
        let counted = worst["counted_as_filed"] != worst["filed"];
        let mut lines = Vec::new();
        lines.extend(moment("counterexample-filed", "filed", "filed"));
        lines.extend(counted.then(|| moment("counterexample-counted", "counted", "counted_as_filed")).flatten());
        lines.extend(self.facts(&worst["facts"]));
        lines.extend(worst["chain"].as_array().into_iter().flatten().filter_map(|link| self.link(link)));
        lines.extend(moment("counterexample-finished", "finished", "finished"));
        lines.extend(moment("counterexample-due", "due", "due"));
        lines
    }

    fn facts(&self, facts: &Value) -> Option<String> {
        let each = facts.as_object()?.iter().map(|(name, value)| match value {
            Value::Bool(true) => format!("`{name}`"),
            Value::Bool(false) => format!("`{name} = {}`", crate::vocabulary::Keyword::No.spelling(self.language())),
            Value::String(value) => format!("`{name} = {value}`"),
            other => format!("`{name} = {other}`"),
        });
        let each: Vec<String> = each.collect();
        (!each.is_empty()).then(|| self.say_whole("counterexample-facts", "facts", self.all_of(&each)))
    }

    /// One step: who held the file, from when until when, and which limit let him.
    fn link(&self, link: &Value) -> Option<String> {
        let text = |key: &str| link[key].as_str().unwrap_or_default().to_owned();
        let args = [
            ("step", Arg::Text(text("step"))),
            ("actor", Arg::Text(text("actor"))),
            ("from", Arg::Instant(instant(&link["from"])?)),
            ("until", Arg::Instant(instant(&link["until"])?)),
        ];
        let line = match text("actor").is_empty() {
            true => self.say("counterexample-event", &args),
            false => self.say("counterexample-step", &args),
        };
        let limits: Vec<String> = link["limits"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(duration)
            .map(|limit| self.duration(limit))
            .collect();
        let mut said = vec![line];
        said.extend((!limits.is_empty()).then(|| self.all_of(&limits)));
        said.extend(
            link["clause"].as_str().map(|clause| self.say("counterexample-clause", &[("clause", clause.into())])),
        );
        Some(said.join("; "))
    }
}

fn instant(value: &Value) -> Option<Instant> {
    NaiveDateTime::parse_from_str(value.as_str()?, "%Y-%m-%dT%H:%M").ok().map(Instant::from_date_time)
}

fn duration(value: &Value) -> Option<Duration> {
    let unit = match value["unit"].as_str()? {
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "working_day" => Unit::WorkingDay,
        "calendar_day" => Unit::CalendarDay,
        "month" => Unit::Month,
        "year" => Unit::Year,
        "same_day" => Unit::SameDay,
        "day" => Unit::Day,
        _ => return None,
    };
    let first_day_counted = value["first_day_counted"].as_bool().unwrap_or(false);
    Some(Duration { first_day_counted, ..Duration::new(u32::try_from(value["quantity"].as_u64()?).ok()?, unit) })
}
