//! Everything in an artifact that refers to something else, followed: so that an engine can look up without asking.

use super::load::LoadError;
use super::{
    Anchor, Artifact, Calendar, CalendarDay, Channel, Condition, Ix, Node, NodeKind, Opening, Pace, Regulation,
    Requirement, Schedule,
};
use crate::time::{Day, Readings};
use chrono::Datelike;
use std::collections::BTreeMap;

/// Years that a calendar may have.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

type Checked = Result<(), LoadError>;

/// # Errors
/// The first place that does not hold.
pub(super) fn check(artifact: &Artifact) -> Checked {
    let check = Check { artifact };
    for calendar in &artifact.calendars {
        check.calendar(calendar)?;
    }
    for schedule in &artifact.schedules {
        check.schedule(schedule)?;
    }
    for readings in &artifact.readings {
        check.readings(readings)?;
    }
    check.lists()?;
    for standard in &artifact.standards {
        let named = standard.grounds.iter().chain(&standard.results).map(|named| named.label);
        check.texts(&standard.id, named.chain([standard.act, standard.title]))?;
    }
    artifact.regulations.iter().try_for_each(|regulation| check.regulation(regulation))
}

struct Check<'a> {
    artifact: &'a Artifact,
}

fn wrong(place: &str, problem: &'static str) -> LoadError {
    LoadError::Reference { place: place.to_owned(), problem }
}

fn ensure(holds: bool, place: &str, problem: &'static str) -> Checked {
    if holds { Ok(()) } else { Err(wrong(place, problem)) }
}

fn inside<T>(ix: Ix, list: &[T]) -> bool {
    (ix as usize) < list.len()
}

impl Check<'_> {
    fn text(&self, place: &str, ix: Option<Ix>) -> Checked {
        ensure(ix.is_none_or(|ix| inside(ix, &self.artifact.texts)), place, "there is no such text")
    }

    fn texts(&self, place: &str, all: impl IntoIterator<Item = Option<Ix>>) -> Checked {
        all.into_iter().try_for_each(|ix| self.text(place, ix))
    }

    fn lists(&self) -> Checked {
        let artifact = self.artifact;
        for organisation in &artifact.organisations {
            self.text(&organisation.id, organisation.label)?;
            ensure(inside(organisation.schedule, &artifact.schedules), &organisation.id, "there is no such schedule")?;
        }
        for actor in &artifact.actors {
            self.text(&actor.id, actor.label)?;
            self.organisation(&actor.id, actor.organisation)?;
        }
        for document in &artifact.documents {
            self.text(&document.id, document.label)?;
        }
        for fact in &artifact.facts {
            self.text(&fact.id, fact.label)?;
            ensure(!fact.values.is_empty(), &fact.id, "a fact has no values")?;
        }
        Ok(())
    }

    fn organisation(&self, place: &str, ix: Option<Ix>) -> Checked {
        let known = ix.is_none_or(|ix| inside(ix, &self.artifact.organisations));
        ensure(known, place, "there is no such organisation")
    }

    fn actor(&self, place: &str, ix: Option<Ix>) -> Checked {
        ensure(ix.is_none_or(|ix| inside(ix, &self.artifact.actors)), place, "there is no such actor")
    }

    fn hours(&self, place: &str, ix: Ix) -> Checked {
        ensure(inside(ix, &self.artifact.schedules), place, "there is no such schedule")
    }

    fn condition(&self, place: &str, condition: &Condition) -> Checked {
        let mut known = true;
        condition.visit(&mut |fact, value| {
            let fact = self.artifact.facts.get(fact as usize);
            known &= fact.is_some_and(|fact| inside(value, &fact.values));
        });
        ensure(known, place, "a condition asks for a fact or a value that is not there")
    }

    fn calendar(&self, calendar: &Calendar) -> Checked {
        self.texts(&calendar.id, [calendar.weekend_name, calendar.weekend_source])?;
        ensure(weekdays(&calendar.weekend), &calendar.id, "a day of the week is a number from 1 to 7")?;
        ensure(!calendar.years.is_empty(), &calendar.id, "a calendar has no years")?;
        let first = calendar.years[0].year;
        for (place, year) in calendar.years.iter().enumerate() {
            let expected = i64::from(first) + place as i64;
            let in_order = YEARS.contains(&year.year) && i64::from(year.year) == expected;
            ensure(in_order, &calendar.id, "years do not follow one another, or lie too far away")?;
            let days = year.days.iter();
            let of_year = days.clone().all(|day| day.date.date().year() == year.year);
            ensure(of_year, &calendar.id, "a day stands under another year")?;
            let risen = days.clone().zip(days.clone().skip(1)).all(|(one, next)| one.date < next.date);
            ensure(risen, &calendar.id, "the days of a year are not in order")?;
            days.clone().try_for_each(|day| self.calendar_day(&calendar.id, day))?;
        }
        Ok(())
    }

    fn calendar_day(&self, place: &str, day: &CalendarDay) -> Checked {
        let near = |other: Day| YEARS.contains(&other.date().year());
        ensure(day.other.is_none_or(near), place, "a day refers to another that lies too far away")?;
        self.texts(place, [day.name, day.source])
    }

    fn schedule(&self, schedule: &Schedule) -> Checked {
        let right = |opening: &Opening| {
            let breaks = opening.breaks.iter().all(|(from, until)| from < until && *until <= 1440);
            let hours = opening.from < opening.until && opening.until <= 1440;
            breaks && hours && weekdays(&opening.days)
        };
        let all = schedule.work.iter().chain(&schedule.acceptance).all(right);
        ensure(all, &schedule.id, "hours are no hours of a day")
    }

    fn readings(&self, readings: &BTreeMap<String, String>) -> Checked {
        let mut known = Readings::default();
        let all = Readings::NAMES.iter().all(|name| readings.contains_key(*name));
        let right = readings.iter().all(|(name, value)| known.set(name, value));
        ensure(all && right, "readings", "a doubt has no answer, or one that is not known")
    }

    fn regulation(&self, regulation: &Regulation) -> Checked {
        let place = &regulation.id;
        self.texts(place, [regulation.act, regulation.title])?;
        self.texts(place, regulation.grounds.iter().chain(&regulation.results).map(|named| named.label))?;
        self.organisation(place, regulation.organisation)?;
        ensure(inside(regulation.calendar, &self.artifact.calendars), place, "there is no such calendar")?;
        let standard = regulation.standard.is_none_or(|ix| inside(ix, &self.artifact.standards));
        ensure(standard, place, "there is no such standard")?;
        for saying in &regulation.sayings {
            self.text(place, saying.label)?;
            self.actor(place, saying.actor)?;
            self.condition(place, &saying.when)?;
        }
        regulation.channels.iter().try_for_each(|channel| self.channel(place, channel))
    }

    fn channel(&self, regulation: &str, channel: &Channel) -> Checked {
        let place = &format!("{regulation} via {}", channel.id);
        self.text(place, channel.label)?;
        ensure(inside(channel.readings, &self.artifact.readings), place, "there are no such readings")?;
        self.hours(place, channel.term_schedule)?;
        if let Some(accepts) = &channel.accepts {
            self.hours(place, accepts.schedule)?;
        }
        for term in &channel.terms {
            self.text(place, term.label)?;
            self.condition(place, &term.when)?;
        }
        for extension in &channel.extensions {
            self.text(place, extension.label)?;
            self.condition(place, &extension.when)?;
        }
        channel.documents.iter().try_for_each(|requirement| self.requirement(place, requirement))?;
        ensure(channel.entry.is_none_or(|ix| inside(ix, &channel.nodes)), place, "the entry is not there")?;
        channel.nodes.iter().try_for_each(|node| self.node(place, channel, node))?;
        ensure(acyclic(channel), place, "the procedure runs in a circle")
    }

    fn requirement(&self, place: &str, requirement: &Requirement) -> Checked {
        ensure(inside(requirement.document, &self.artifact.documents), place, "there is no such document")?;
        self.condition(place, &requirement.when)
    }

    fn node(&self, place: &str, channel: &Channel, node: &Node) -> Checked {
        let place = &format!("{place}, {}", node.id);
        self.text(place, node.label)?;
        self.texts(place, node.results.iter().copied().map(Some))?;
        self.actor(place, node.actor)?;
        self.actor(place, node.hands_to)?;
        self.hours(place, node.schedule)?;
        for edge in &node.next {
            ensure(inside(edge.to, &channel.nodes), place, "an edge leads nowhere")?;
            self.condition(place, &edge.when)?;
        }
        let anchored = node.anchor.iter().all(|anchor| match anchor {
            Anchor::Done(ix) => inside(*ix, &channel.nodes),
            Anchor::Filing | Anchor::Previous => true,
        });
        ensure(anchored, place, "a limit is counted from what is not there")?;
        ensure(shaped(node), place, "a node has not the shape of its kind")
    }
}

/// Whether what a node has goes with its kind.
fn shaped(node: &Node) -> bool {
    let plain = node.next.iter().all(|edge| edge.when == Condition::Always);
    let ways = match node.kind {
        NodeKind::Choice => true,
        NodeKind::Parallel => plain,
        NodeKind::End => node.next.is_empty(),
        NodeKind::Join | NodeKind::Receipt | NodeKind::Step | NodeKind::Wait => plain && node.next.len() <= 1,
    };
    let point = matches!(node.kind, NodeKind::End | NodeKind::Join | NodeKind::Parallel);
    let act = matches!(node.kind, NodeKind::Step | NodeKind::Wait);
    let paced = match node.pace {
        Pace::Automatic => !act,
        Pace::Limited => !point && !node.limits.is_empty(),
        Pace::AtOnce | Pace::Open => !point && node.limits.is_empty(),
    };
    let ends = (node.kind == NodeKind::End) == node.outcome.is_some();
    let joins = (node.kind == NodeKind::Join) == (node.needs > 0);
    ways && paced && ends && joins && (!node.stops_clock || node.kind == NodeKind::Wait)
}

fn weekdays(days: &[u8]) -> bool {
    days.iter().all(|day| (1..=7).contains(day)) && days.is_sorted_by(|one, next| one < next)
}

/// Node after node that nothing leads to any more; what is left over runs in a circle.
fn acyclic(channel: &Channel) -> bool {
    let mut coming = vec![0u32; channel.nodes.len()];
    for edge in channel.nodes.iter().flat_map(|node| &node.next) {
        coming[edge.to as usize] += 1;
    }
    let mut free: Vec<usize> = (0..coming.len()).filter(|ix| coming[*ix] == 0).collect();
    let mut seen = 0;
    while let Some(ix) = free.pop() {
        seen += 1;
        for edge in &channel.nodes[ix].next {
            let left = &mut coming[edge.to as usize];
            *left -= 1;
            if *left == 0 {
                free.push(edge.to as usize);
            }
        }
    }
    seen == channel.nodes.len()
}
