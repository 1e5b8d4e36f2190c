//! The world a random regulation lives in: who works when, what can be asked, and what the standard promises.

use super::{Dice, nowhere, said};
use reglament::model::{
    Actor, ActorId, ActorKind, Channel, ChannelId, Condition, Extension, Fact, FactId, Limit, Model, Opening,
    Organisation, OrganisationId, Schedule, ScheduleId, Standard, Term,
};
use reglament::time::{Duration, Unit};

pub const PROVIDER: OrganisationId = OrganisationId(0);
pub const FACTS: u32 = 4;
/// Actors behind the applicant.
pub const ACTORS: u32 = 6;

const WEEKDAYS: [bool; 7] = [true, true, true, true, true, false, false];
const SIX_DAYS: [bool; 7] = [true, true, true, true, true, true, false];

pub fn world(dice: &mut Dice) -> Model {
    let names = ["provider", "corporation", "commission", "night-desk", "unknown-hours"];
    let organisation = |(ix, name): (usize, &&str)| Organisation {
        id: (*name).to_owned(),
        label: said(name),
        schedule: (ix < 4).then_some(ScheduleId(ix as u32)),
        span: nowhere(),
    };
    Model {
        organisations: names.iter().enumerate().map(organisation).collect(),
        schedules: vec![provider(dice), corporation(dice), commission(), night_desk()],
        actors: actors(),
        channels: vec![
            channel("office", Some(0), false),
            channel("corporation", Some(1), false),
            channel("portal", Some(0), true),
            channel("letter", None, false),
        ],
        facts: (0..FACTS).map(fact).collect(),
        ..Model::default()
    }
}

pub fn channels() -> Vec<ChannelId> {
    (0..4).map(ChannelId).collect()
}

fn opening(days: [bool; 7], from: u16, until: u16, breaks: &[(u16, u16)]) -> Opening {
    Opening { days, from, until, breaks: breaks.to_vec(), since: None, last: None, span: nowhere() }
}

fn schedule(id: &str, work: Vec<Opening>, acceptance: Vec<Opening>) -> Schedule {
    Schedule { id: id.to_owned(), work, acceptance, source: None, span: None }
}

/// Five days; on some worlds with a short Friday.
fn provider(dice: &mut Dice) -> Schedule {
    let lunch = [(780, 870)];
    let work = if dice.one_in(3) {
        let four = [true, true, true, true, false, false, false];
        let friday = [false, false, false, false, true, false, false];
        vec![opening(four, 540, 1110, &lunch), opening(friday, 540, 1005, &lunch)]
    } else {
        vec![opening(WEEKDAYS, 540, 1110, &lunch)]
    };
    let acceptance = if dice.one_in(3) { Vec::new() } else { vec![opening(WEEKDAYS, 540, 1050, &lunch)] };
    schedule("provider-hours", work, acceptance)
}

/// Six days without lunch; on some worlds with other hours from a day in 2020 on.
fn corporation(dice: &mut Dice) -> Schedule {
    let always = opening(SIX_DAYS, 540, 1200, &[]);
    if !dice.one_in(3) {
        return schedule("corporation-hours", vec![always], Vec::new());
    }
    let change = chrono::NaiveDate::from_ymd_opt(2020, 4, 15);
    let before = Opening { last: change.and_then(|day| day.pred_opt()), ..always };
    let saturday = [false, false, false, false, false, true, false];
    let after = Opening { since: change, ..opening(WEEKDAYS, 540, 1080, &[]) };
    let short = Opening { since: change, ..opening(saturday, 540, 780, &[]) };
    schedule("corporation-hours", vec![before, after, short], Vec::new())
}

/// Sits on two days of the week.
fn commission() -> Schedule {
    let days = [false, true, false, true, false, false, false];
    schedule("commission-hours", vec![opening(days, 600, 720, &[])], Vec::new())
}

/// Every day of the week until midnight.
fn night_desk() -> Schedule {
    schedule("night-hours", vec![opening([true; 7], 480, 1440, &[])], Vec::new())
}

fn actors() -> Vec<Actor> {
    let actor = |id: &str, kind, organisation: Option<u32>| Actor {
        id: id.to_owned(),
        label: said(id),
        kind,
        organisation: organisation.map(OrganisationId),
        body: None,
        span: None,
    };
    vec![
        actor("applicant", ActorKind::Applicant, None),
        actor("officer", ActorKind::Official, Some(0)),
        actor("worker", ActorKind::Official, Some(1)),
        actor("commission", ActorKind::Outside, Some(2)),
        actor("guard", ActorKind::Official, Some(3)),
        actor("stranger", ActorKind::Outside, Some(4)),
        actor("system", ActorKind::System, None),
    ]
}

/// Anybody but the applicant.
pub fn someone(dice: &mut Dice) -> ActorId {
    // Officers do most of the work.
    if dice.one_in(2) { ActorId(1) } else { ActorId(dice.between(1, ACTORS)) }
}

fn channel(id: &str, organisation: Option<u32>, round_the_clock: bool) -> Channel {
    Channel {
        id: id.to_owned(),
        label: said(id),
        organisation: organisation.map(OrganisationId),
        round_the_clock,
        span: nowhere(),
    }
}

/// Yes or no, the last one of three values.
fn fact(ix: u32) -> Fact {
    let values: &[&str] = if ix + 1 == FACTS { &["farming", "building", "trade"] } else { &["yes", "no"] };
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    Fact { id: format!("fact-{ix}"), label: said("a fact"), values, span: nowhere() }
}

/// How many values a fact has.
pub fn values(fact: FactId) -> u32 {
    if fact.0 + 1 == FACTS { 3 } else { 2 }
}

pub fn limit(duration: Duration) -> Limit {
    Limit { duration, before_term: false, span: nowhere() }
}

/// A condition over the facts, two deep at most.
pub fn condition(dice: &mut Dice) -> Condition {
    let mut simple = || {
        let fact = FactId(dice.below(FACTS as usize) as u32);
        Condition::Is(fact, dice.below(values(fact) as usize) as u32)
    };
    let (a, b) = (simple(), simple());
    match dice.below(6) {
        0 => Condition::Not(Box::new(a)),
        1 => Condition::All(vec![a, b]),
        2 => Condition::Any(vec![a, Condition::Not(Box::new(b))]),
        _ => a,
    }
}

pub fn standard(dice: &mut Dice) -> Standard {
    let mut terms = vec![term(dice, "", Condition::Always)];
    if dice.one_in(3) {
        let when = condition(dice);
        terms.push(term(dice, "special", when));
    }
    let extensions = if dice.one_in(3) { vec![extension(dice, &terms[0])] } else { Vec::new() };
    let check = Duration::new(dice.between(1, 3), Unit::WorkingDay);
    Standard {
        id: "order".to_owned(),
        title: said("an order"),
        act: None,
        cited: Vec::new(),
        source: None,
        since: None,
        until: None,
        effective: None,
        amended: Vec::new(),
        repealed: None,
        offers: Vec::new(),
        hours: Vec::new(),
        terms,
        extensions,
        completeness_check: dice.one_in(2).then(|| limit(check)),
        requires: Vec::new(),
        grounds: Vec::new(),
        results: Vec::new(),
        form: Vec::new(),
        fee: None,
        readings: Vec::new(),
        sayings: Vec::new(),
        expects: Vec::new(),
        span: nowhere(),
        head: nowhere(),
        broken: false,
    }
}

fn term(dice: &mut Dice, case: &str, when: Condition) -> Term {
    let duration = match dice.below(12) {
        0..5 => Duration::new(dice.between(4, 40), Unit::WorkingDay),
        5..8 => Duration::new(dice.between(5, 60), Unit::CalendarDay),
        8 => Duration::new(dice.between(1, 4), Unit::Month),
        9 => Duration::new(dice.between(5, 30), Unit::Day),
        10 => Duration { first_day_counted: true, ..Duration::new(dice.between(5, 30), Unit::WorkingDay) },
        _ => Duration::new(1, Unit::Year),
    };
    let channels = if dice.one_in(4) { vec![ChannelId(dice.below(4) as u32)] } else { Vec::new() };
    Term {
        case: case.to_owned(),
        label: said(case),
        limit: (!dice.one_in(12)).then(|| limit(duration)),
        channels,
        when,
        clauses: Vec::new(),
        span: nowhere(),
    }
}

fn extension(dice: &mut Dice, term: &Term) -> Extension {
    let unit = term.limit.as_ref().map_or(Unit::WorkingDay, |limit| limit.duration.unit);
    let unit = if dice.one_in(3) { *dice.pick(&[Unit::WorkingDay, Unit::CalendarDay, Unit::Month]) } else { unit };
    let most = if matches!(unit, Unit::Month | Unit::Year) { 1 } else { 15 };
    Extension {
        id: "longer".to_owned(),
        label: said("longer"),
        limit: Some(limit(Duration::new(dice.between(1, most), unit))),
        when: condition(dice),
        notice: None,
        notice_from: Vec::new(),
        clauses: Vec::new(),
        span: nowhere(),
    }
}
