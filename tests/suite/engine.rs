//! The engine against the naive evaluator, against the prover, and against itself.

use super::differential::corpus::CORPUS;
use reglament::compile::compile;
use reglament::engine::{Case, Filing, Refusal, Rules, Status};
use reglament::model::{Condition, Model, Procedure, Regulation, RegulationId};
use reglament::time::{Calendar, Day, Instant, Readings};
use reglament::verify::{self, Options};
use reglament_oracle::compare::Comparison;
use reglament_oracle::count::{Count, Moment};
use reglament_oracle::days::{Days, Prepared, Stepping};
use reglament_oracle::facts::{self, cases};
use reglament_oracle::judge::{Oracle, desks};
use reglament_oracle::promise::promises;
use reglament_oracle::random::{self, Dice};
use reglament_oracle::vectors::paths;
use reglament_oracle::walk::{Lost, Walk};
use std::process::Command;

/// One case by both: the counted filing, the end, and the end of the term.
struct Both<'a> {
    model: &'a Model,
    calendar: &'a Calendar,
    rules: &'a Rules,
    compared: usize,
    differences: Vec<String>,
}

impl Both<'_> {
    fn regulation(&self) -> &Regulation {
        &self.model[RegulationId(0)]
    }

    /// The facts that the compiled regulation asks for.
    fn asked(&self, channel: &str) -> Vec<String> {
        let strange = Filing::new(&self.regulation().id, channel, Instant(25_000_000)).with("no such fact", "yes");
        match self.rules.open(strange) {
            Err(Refusal::UnknownFact { known, .. }) => known,
            other => panic!("a fact that nobody knows: {other:?}"),
        }
    }

    /// Every case of the procedure, filed at these instants.
    fn procedure(&mut self, procedure: &Procedure, readings: Readings, filings: &[Instant], most: usize) {
        let stepping = Stepping::new(self.calendar, &self.model.schedules, readings.moved_days);
        let (first, last) = filings.iter().fold((filings[0], filings[0]), |(a, b), at| (a.min(*at), b.max(*at)));
        let from = first.day().date() - chrono::Days::new(10);
        let to = (last.day().date() + chrono::Days::new(1_200)).min(self.calendar.last_day().date());
        let days = Prepared::new(&stepping, &desks(self.model), from, to).expect("the calendar has these days");
        let regulation = self.model[RegulationId(0)].clone();
        let standard = regulation.standard.map(|id| &self.model[id]);
        let oracle = Oracle { model: self.model, regulation: &regulation, days: &days, readings, fault: None };
        for case in cases(self.model, procedure, standard).iter().take(most) {
            for filed in filings {
                self.case(&oracle, procedure, case, *filed);
            }
        }
    }

    fn case<D: Days>(&mut self, oracle: &Oracle<D>, procedure: &Procedure, case: &facts::Case, filed: Instant) {
        let channel = self.model[procedure.channel].id.clone();
        let mut filing = Filing::new(&self.regulation().id, &channel, filed);
        let known = self.asked(&channel);
        for (fact, value) in case {
            let fact = &self.model[*fact];
            // A term for another channel may ask for more.
            if !known.contains(&fact.id) {
                continue;
            }
            filing = filing.with(&fact.id, &fact.values[*value as usize]);
        }
        let Ok(opened) = self.rules.open(filing.clone()) else {
            self.differences.push(format!("{filing:?} is refused"));
            return;
        };
        let said = promises(oracle.standard(), procedure.channel, case);
        let [promise] = &said[..] else { return };
        let at = Moment { day: oracle.days.find(filed.day().date()).expect("a day"), minute: filed.minute_of_day() };
        let counted = oracle.counted(procedure, at).expect("within the calendar");
        let count = Count {
            days: oracle.days,
            readings: oracle.readings,
            fault: None,
            day_is_working: working(oracle.readings),
        };
        let (model, regulation) = (oracle.model, oracle.regulation);
        let walk = Walk { count: &count, model, regulation, procedure, case, term: &promise.parts };
        let outcomes = match walk.outcomes(counted) {
            Ok(outcomes) => outcomes,
            Err(Lost::Beyond | Lost::Unwalkable) => return,
        };
        let instant = |at| oracle.instant(at);
        let expected: Vec<(Instant, Option<Instant>)> =
            outcomes.iter().map(|outcome| (instant(outcome.finished), outcome.due.map(instant))).collect();
        let followed = opened.followed().expect("all facts are known");
        let state = followed.state();
        let agrees = match followed.finished() {
            Some(finished) => expected.contains(&(finished, state.due)),
            None => expected.is_empty() && state.status == Status::Stuck,
        };
        let on_time = state.done.iter().all(|done| !done.late);
        if !agrees || !on_time || opened.counted() != instant(counted) {
            let is = (opened.counted(), followed.finished(), state.due);
            self.differences.push(format!("{filing:?}: {is:?}, by the oracle {} {expected:?}", instant(counted)));
        }
        self.compared += 1;
    }
}

/// What days are of which the act does not say which, in compiled rules.
fn working(readings: Readings) -> bool {
    readings.get("unqualified-day") == Some("working")
}

fn readings(model: &Model, calendar: &Calendar, procedure: &Procedure) -> Readings {
    let (from, to) = (calendar.first_day().date(), calendar.last_day().date());
    let regulation = RegulationId(0);
    Comparison { model, calendar, regulation, from, to, every: 1, fault: None }.readings(procedure)
}

#[test]
fn random_procedures_go_as_the_naive_evaluator_walks_them() {
    let calendar = Calendar::kazakhstan();
    let (mut compared, mut differences) = (0, Vec::new());
    for seed in 0..160 {
        let mut model = random::model(seed);
        // An extension without a condition holds in the engine only where somebody declares it.
        model.standards.iter_mut().for_each(|it| it.extensions.retain(|it| it.when != Condition::Always));
        let rules = Rules::of(compile(&[(&model, &calendar)]));
        let mut dice = Dice::new(seed);
        let filings: Vec<Instant> = (0..3)
            .map(|_| Instant(Day::from_date(random::days(&mut dice, 1).0).at(0).0 + dice.below(1440) as i32))
            .collect();
        let mut both = Both { model: &model, calendar: &calendar, rules: &rules, compared: 0, differences: Vec::new() };
        for procedure in &model.regulations[0].procedures {
            both.procedure(procedure, readings(&model, &calendar, procedure), &filings, 40);
        }
        compared += both.compared;
        differences.extend(both.differences.iter().map(|what| format!("seed {seed}: {what}")));
    }
    assert!(differences.is_empty(), "{} of {compared}:\n{}", differences.len(), differences.join("\n"));
    assert!(compared > 3_000, "only {compared} cases were compared");
}

fn end(rules: &Rules, filing: Filing) -> Case {
    rules.open(filing).expect("the case opens").followed().expect("all facts are known")
}

/// The worst case that the prover shows is a case, and its dates are those of the engine.
#[test]
fn the_worst_case_ends_when_prove_says() {
    let rules = Rules::of(compile(&[(&CORPUS.model, &CORPUS.calendar)]));
    let mut compared = 0;
    for ix in 0..CORPUS.model.regulations.len() as u32 {
        let proof = verify::prove(&CORPUS.model, &CORPUS.calendar, RegulationId(ix), &Options::default());
        for term in &proof.terms {
            let Some(worst) = &term.worst else { continue };
            let mut filing =
                Filing::new(&CORPUS.model[proof.regulation].id, &CORPUS.model[term.channel].id, worst.filed);
            for (fact, value) in &worst.facts {
                let fact = &CORPUS.model[*fact];
                filing = filing.with(&fact.id, &fact.values[*value as usize]);
            }
            let case = end(&rules, filing.clone());
            let told = (case.counted(), case.finished(), term.term.and(case.state().due));
            assert_eq!(told, (worst.counted, Some(worst.finished), worst.due), "{filing:?}");
            compared += 1;
        }
    }
    assert!(compared > 20, "only {compared} worst cases were compared");
}

/// Whatever is known, a case that follows its dues is never late, and comes to an end wherever the act leads to one.
#[test]
fn a_case_that_follows_its_dues_is_never_late() {
    let rules = Rules::of(compile(&[(&CORPUS.model, &CORPUS.calendar)]));
    let filed = Instant::parse("2018-03-07T16:00").expect("an instant");
    let (mut ended, mut stuck) = (0, Vec::new());
    for regulation in &rules.artifact().regulations {
        for channel in &regulation.channels {
            for filing in paths(&rules, Filing::new(&regulation.id, &channel.id, filed)) {
                let case = end(&rules, filing);
                assert!(case.state().done.iter().all(|done| !done.late), "{:?}", case.filing());
                match case.finished() {
                    Some(_) => ended += 1,
                    None => stuck.push((regulation.id.clone(), case.state().stuck_at.expect("a place"))),
                }
            }
        }
    }
    assert!(ended > 100, "only {ended} cases came to an end");
    // The act says nothing of papers that are not complete, which `check` finds as well.
    assert!(stuck.contains(&("mangystau.farmland-kind".to_owned(), "complete".to_owned())), "{stuck:?}");
}

/// Rules are shared by threads, and cases move between them.
#[test]
fn rules_and_cases_may_go_to_other_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Rules>();
    shared::<Case>();
}

/// Whoever embeds the library gets neither a command line nor what draws and writes.
#[test]
fn the_library_alone_pulls_in_neither_clap_nor_exporters() {
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--edges",
            "normal",
            "--no-default-features",
            "--package",
            "reglament",
            "--prefix",
            "none",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
    assert!(tree.contains("postcard"), "{tree}");
    for unwanted in ["clap", "resvg", "krilla", "quick-xml", "harfrust", "schemars", "tempfile", "rayon", "similar"] {
        let found = tree.lines().any(|line| line.split(' ').next() == Some(unwanted));
        assert!(!found, "the library pulls in {unwanted}");
    }
}
