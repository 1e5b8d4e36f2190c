//! What stands at a place, explained in a few lines of Markdown: what a word means in law, who an actor is and when he
//! works, how long a limit can last, what an act says in a clause.

use super::names::{Occurrence, Thing, at, definitions};
use super::{loaded, place};
use crate::ast::{Line, Part, Value};
use crate::diagnostics::{Arg, Words};
use crate::model::{Model, Schedule, Text};
use crate::pipeline::Workspace;
use crate::source::{FileId, Span};
use crate::time::{Calendar, Day, Duration, LimitFn, Readings, Timetable, Unit, WeeklyHours};
use crate::vocabulary::{Keyword, word};
use std::sync::Arc;

/// The text, and the place that it is about.
pub fn hover(workspace: &Workspace, file: FileId, offset: usize, words: &Words) -> Option<(Span, String)> {
    let of = Of { workspace, file, words };
    if let Some(name) = at(workspace, file, offset) {
        return Some((name.span, of.name(&name)?));
    }
    let part = of.part_at(offset)?;
    let inside = |span: Span| (span.start as usize..=span.end as usize).contains(&offset);
    match &part.value {
        Value::Limits(limits) => {
            if let Some(limit) = limits.iter().find(|limit| inside(limit.span)) {
                return Some((limit.span, of.limit(limit.duration)));
            }
        }
        Value::Clauses(clauses) => {
            if let Some(clause) = clauses.iter().find(|clause| inside(clause.span)) {
                return Some((clause.span, of.clause(&clause.address)));
            }
        }
        _ => {}
    }
    let (keyword, span) = part.keyword.filter(|(_, span)| inside(*span))?;
    Some((span, of.keyword(keyword)?))
}

struct Of<'a> {
    workspace: &'a Workspace,
    file: FileId,
    words: &'a Words,
}

impl Of<'_> {
    /// The innermost part that holds the offset; what a clause says in its parentheses counts.
    fn part_at(&self, offset: usize) -> Option<&Part> {
        fn in_lines(lines: &[Line], offset: usize) -> Option<&Part> {
            lines.iter().find_map(|line| {
                let own = line.parts.iter().find_map(|part| in_part(part, offset));
                own.or_else(|| line.block.as_ref().and_then(|block| in_lines(&block.lines, offset)))
            })
        }
        fn in_part(part: &Part, offset: usize) -> Option<&Part> {
            if !(part.span.start as usize..=part.span.end as usize).contains(&offset) {
                return None;
            }
            let clauses = match &part.value {
                Value::Clauses(clauses) => clauses.as_slice(),
                _ => &[],
            };
            let inner = clauses.iter().flat_map(|clause| clause.says.iter().flatten());
            inner.into_iter().find_map(|part| in_part(part, offset)).or(Some(part))
        }
        in_lines(&loaded(self.workspace, self.file)?.ast.lines, offset)
    }

    /// The model that knows most of this file: that of its own act, else any of the project.
    fn model(&self) -> Option<&Model> {
        let own = self.workspace.acts_in(self.file).next();
        own.or_else(|| self.workspace.acts().next()).map(|act| act.model)
    }

    fn name(&self, name: &Occurrence) -> Option<String> {
        let declared = definitions(self.workspace, self.file, name);
        let of = declared.first().unwrap_or(name);
        let kind = self.words.say(thing_id(name.thing), &[]);
        let mut lines = vec![format!("**{}** · {kind}", of.name)];
        let model = self.model();
        let at_declaration =
            |span: Option<Span>| span.is_some_and(|span| span.file == of.span.file && span.contains(of.span));
        match name.thing {
            Thing::Actor => {
                let model = model?;
                let actor = model.actors.iter().find(|it| at_declaration(it.span))?;
                lines.extend(self.labels(&actor.label));
                lines.extend(actor.organisation.map(|id| self.organisation(model, &model[id])));
            }
            Thing::Organisation => {
                let model = model?;
                let found = model.organisations.iter().find(|it| at_declaration(Some(it.span)))?;
                lines.extend(self.labels(&found.label));
                lines.extend(found.schedule.map(|id| self.schedule(&model[id])));
            }
            Thing::Schedule => {
                let found = model?.schedules.iter().find(|it| at_declaration(it.span))?;
                lines.push(self.schedule(found));
            }
            Thing::Channel => {
                let model = model?;
                let found = model.channels.iter().find(|it| at_declaration(Some(it.span)))?;
                lines.extend(self.labels(&found.label));
                lines.extend(found.organisation.map(|id| self.organisation(model, &model[id])));
            }
            Thing::Fact => {
                let found = model?.facts.iter().find(|it| at_declaration(Some(it.span)))?;
                lines.extend(self.labels(&found.label));
                lines.push(self.words.say_whole("ide-values", "values", found.values.join(", ")));
            }
            Thing::Document => {
                let found = model?.documents.iter().find(|it| at_declaration(Some(it.span)))?;
                lines.extend(self.labels(&found.label));
            }
            Thing::Body => {
                let found = model?.bodies.iter().find(|it| at_declaration(Some(it.span)))?;
                lines.extend(self.labels(&found.label));
            }
            Thing::Standard => lines.extend(self.standard(of)),
            Thing::Node => lines.extend(self.node(name)),
            Thing::Module => {
                let ix = place(self.workspace, of.span.file)?;
                lines.push(self.workspace.files()[ix].path.display().to_string());
            }
            Thing::Regulation | Thing::Result | Thing::Ground | Thing::Saying => {
                let line = self.workspace.sources().slice(of.line);
                lines.push(format!("`{}`", line.trim().replace('`', "'")));
            }
        }
        Some(lines.join("\n\n"))
    }

    /// A label in every language that it has.
    fn labels(&self, label: &Text) -> Vec<String> {
        let own = label.get(self.words.language()).map(str::to_owned);
        let others = label.by_language.iter().filter(|(language, _)| **language != self.words.language());
        let others: Vec<String> = others.map(|(language, text)| format!("{}: {text}", language.tag())).collect();
        own.into_iter().chain((!others.is_empty()).then(|| others.join(" · "))).collect()
    }

    fn organisation(&self, model: &Model, organisation: &crate::model::Organisation) -> String {
        let label = organisation.label.get(self.words.language()).unwrap_or(&organisation.id);
        let hours = organisation.schedule.map(|id| self.schedule(&model[id]));
        [Some(label.to_owned()), hours].into_iter().flatten().collect::<Vec<_>>().join("\n\n")
    }

    /// A line an opening: the days, the hours, the breaks.
    fn schedule(&self, schedule: &Schedule) -> String {
        const DAYS: [Keyword; 7] = [
            Keyword::Monday,
            Keyword::Tuesday,
            Keyword::Wednesday,
            Keyword::Thursday,
            Keyword::Friday,
            Keyword::Saturday,
            Keyword::Sunday,
        ];
        let time = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
        let opening = |open: &crate::model::Opening| {
            let days: Vec<&str> = DAYS
                .iter()
                .zip(open.days)
                .filter(|(_, open)| *open)
                .map(|(day, _)| day.spelling(self.words.language()))
                .collect();
            let days = match days.as_slice() {
                [first, .., last] if days.len() > 2 => format!("{first}–{last}"),
                few => few.join(", "),
            };
            let breaks: Vec<String> =
                open.breaks.iter().map(|(from, to)| format!("−{}–{}", time(*from), time(*to))).collect();
            format!("{days} {}–{} {}", time(open.from), time(open.until), breaks.join(" ")).trim_end().to_owned()
        };
        let all = |openings: &[crate::model::Opening]| openings.iter().map(opening).collect::<Vec<_>>().join("; ");
        let mut lines = vec![self.words.say_whole("ide-works", "hours", all(&schedule.work))];
        if !schedule.acceptance.is_empty() {
            lines.push(self.words.say_whole("ide-accepts", "hours", all(&schedule.acceptance)));
        }
        lines.join("\n\n")
    }

    fn standard(&self, of: &Occurrence) -> Vec<String> {
        let standards = self.workspace.acts().map(|act| act.model).flat_map(|model| &model.standards);
        let found = standards.into_iter().find(|it| it.id == of.name);
        found.map(|it| self.labels(&it.title)).unwrap_or_default()
    }

    /// What a step does, who does it, within what.
    fn node(&self, name: &Occurrence) -> Vec<String> {
        let acts = self.workspace.acts_in(self.file);
        let nodes = acts.flat_map(|act| {
            let regulation = &act.model[act.proof.regulation];
            regulation.procedures.iter().flat_map(|it| &it.nodes).map(move |node| (act.model, node))
        });
        let Some((model, node)) = nodes.into_iter().find(|(_, node)| node.id == name.name) else { return Vec::new() };
        let mut lines = self.labels(&node.label);
        if let Some(actor) = node.actor {
            lines.push(model[actor].label.get(self.words.language()).unwrap_or(&model[actor].id).to_owned());
        }
        let limits: Vec<String> = node.limits.iter().map(|limit| self.words.duration(limit.duration)).collect();
        if !limits.is_empty() {
            lines.push(self.words.all_of(&limits));
        }
        lines
    }

    /// What the unit means in law, and how many calendar days it can last at most.
    fn limit(&self, duration: Duration) -> String {
        let mut lines = vec![format!("**{}**", self.words.duration(duration))];
        lines.push(self.words.say(unit_id(duration.unit), &[]));
        let days = !matches!(duration.unit, Unit::Minute | Unit::Hour | Unit::SameDay);
        if days {
            let id = if duration.first_day_counted { "ide-first-day-counted" } else { "ide-next-day" };
            lines.push(self.words.say(id, &[]));
        }
        if let Some((from, until, days)) = longest(duration, self.workspace.calendar()) {
            let days = Duration::new(days as u32, Unit::CalendarDay);
            let args = [("days", Arg::Duration(days)), ("from", from.into()), ("until", until.into())];
            lines.push(self.words.say("ide-longest", &args));
        }
        lines.join("\n\n")
    }

    /// Every statement of the file that cites the clause.
    fn clause(&self, address: &str) -> String {
        let mut lines = vec![format!("**{}**", self.words.say("counterexample-clause", &[("clause", address.into())]))];
        let mut told = Vec::new();
        for act in self.workspace.acts_in(self.file) {
            let regulation = &act.model[act.proof.regulation];
            for cited in regulation.cited.iter().filter(|cited| cited.clause.address == address) {
                let text = self.workspace.sources().slice(cited.span);
                let line = text.lines().next().unwrap_or_default().trim().trim_end_matches('{').trim();
                let line = format!("- `{}`", line.replace('`', "'"));
                if !told.contains(&line) {
                    told.push(line);
                }
            }
        }
        lines.push(told.join("\n"));
        lines.join("\n\n").trim_end().to_owned()
    }

    /// What a word of the language means.
    fn keyword(&self, keyword: Keyword) -> Option<String> {
        let id = format!("ide-word-{}", keyword.id());
        let said = self.words.say(&id, &[]);
        let spelled = keyword.spelling(self.words.language());
        // A word that means just what it says needs no hover.
        (said != id && word(spelled).is_some()).then(|| format!("**{spelled}**\n\n{said}"))
    }
}

/// The kind of a thing, as a reader says it.
pub(super) fn thing_id(thing: Thing) -> &'static str {
    match thing {
        Thing::Module => "ide-thing-module",
        Thing::Organisation => "ide-thing-organisation",
        Thing::Schedule => "ide-thing-schedule",
        Thing::Actor => "ide-thing-actor",
        Thing::Channel => "ide-thing-channel",
        Thing::Fact => "ide-thing-fact",
        Thing::Document => "ide-thing-document",
        Thing::Body => "ide-thing-body",
        Thing::Standard => "ide-thing-standard",
        Thing::Regulation => "ide-thing-regulation",
        Thing::Node => "ide-thing-node",
        Thing::Result => "ide-thing-result",
        Thing::Ground => "ide-thing-ground",
        Thing::Saying => "ide-thing-saying",
    }
}

fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::Minute | Unit::Hour => "ide-unit-time",
        Unit::WorkingDay => "ide-unit-working-day",
        Unit::CalendarDay => "ide-unit-calendar-day",
        Unit::Month | Unit::Year => "ide-unit-month",
        Unit::SameDay => "ide-unit-same-day",
        Unit::Day => "ide-unit-day",
    }
}

/// The longest of what it may mean, where the act doesn't say which days.
fn longest(duration: Duration, calendar: &Calendar) -> Option<(Day, Day, i64)> {
    let ways: &[Unit] = match duration.unit {
        Unit::Day => &[Unit::CalendarDay, Unit::WorkingDay],
        _ => &[duration.unit],
    };
    let each = ways.iter().filter_map(|unit| longest_of(Duration { unit: *unit, ..duration }, calendar));
    each.max_by_key(|(_, _, days)| *days)
}

/// The start with the latest end, as a term of the national calendar from ten in the morning, over the settled years.
fn longest_of(duration: Duration, calendar: &Calendar) -> Option<(Day, Day, i64)> {
    if matches!(duration.unit, Unit::Minute | Unit::Hour | Unit::SameDay) {
        return None;
    }
    let readings = Readings::default();
    let table = Arc::new(Timetable::for_term(&WeeklyHours::national(), calendar, &readings));
    let limit = LimitFn::term(duration, &table, &readings);
    let first = calendar.first_day();
    let mut worst: Option<(Day, Day, i64)> = None;
    let mut day = first;
    while day <= calendar.last_day() && !calendar.projected(day) {
        if let Ok(end) = limit.at(day.at(10 * 60)) {
            let span = i64::from(end.day().0 - day.0);
            if worst.is_none_or(|(_, _, known)| span > known) {
                worst = Some((day, end.day(), span));
            }
        }
        day = Day(day.0 + 1);
    }
    worst
}
