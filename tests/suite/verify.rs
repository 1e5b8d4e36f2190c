//! The prover: each rule of time has a small regulation in `tests/cases/verify/` that states its case by name.
//!
//! The second line of a case says what is asked: `// ask: from=2018-03-05 to=2018-03-05 reading:roll=every-step`. The
//! proof as people read it, with every date, stands in the snapshot beside it, and the codes of the findings below.

use reglament::model::RegulationId;
use reglament::pipeline::{self, Checked};
use reglament::source::Unsaved;
use reglament::time::{Duration, Unit};
use reglament::verify::{self, Options, Proof, Prover, Verdict};
use reglament::vocabulary::Language;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// What is asked of a case.
pub struct Asked {
    pub options: Options,
    all_readings: bool,
    calendars: bool,
}

pub fn asked(text: &str) -> Asked {
    let line = text.lines().nth(1).and_then(|line| line.strip_prefix("// ask: ")).expect("the second line asks");
    let options = Options { repairs: true, ..Options::default() };
    let mut asked = Asked { options, all_readings: false, calendars: false };
    for word in line.split_whitespace() {
        let (name, value) = word.split_once('=').unwrap_or((word, ""));
        let (kind, of) = name.split_once(':').unwrap_or((name, ""));
        match kind {
            "from" => asked.options.from = value.parse().expect("a date"),
            "to" => asked.options.to = value.parse().expect("a date"),
            "reading" => asked.options.readings.push((of.to_owned(), value.to_owned())),
            "term" => asked.options.term = Some(duration(value)),
            "limit" => drop(asked.options.limits.insert(of.to_owned(), duration(value))),
            "all-readings" => asked.all_readings = true,
            "calendars" => asked.calendars = true,
            _ => panic!("`{word}` is not something to ask"),
        }
    }
    asked
}

fn duration(text: &str) -> Duration {
    let (quantity, unit) = text.split_once('_').expect("a number and a unit");
    let unit = match unit {
        "working_days" => Unit::WorkingDay,
        "calendar_days" => Unit::CalendarDay,
        _ => panic!("`{unit}` is not a unit of these tests"),
    };
    Duration::new(quantity.parse().expect("a number"), unit)
}

pub fn understood(path: &Path) -> Checked {
    let loaded = pipeline::load(&[path.to_path_buf()], &Unsaved::new()).expect("the case is there");
    pipeline::understand(loaded.into_iter().next().expect("one project"))
}

fn written(text: &str) -> (tempfile::TempDir, Checked) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("a.reglament");
    std::fs::write(&path, text).expect("it can be written");
    let checked = understood(&path);
    assert!(checked.findings.is_empty(), "{:?}\n{text}", checked.findings);
    (folder, checked)
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/verify");
    let entries = std::fs::read_dir(folder).expect("the cases are there").flatten().map(|entry| entry.path());
    let mut cases: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == "reglament")).collect();
    cases.sort();
    cases
}

#[test]
fn each_rule_has_a_case() {
    let words = reglament::diagnostics::Words::new(Language::En);
    for path in cases() {
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a plain name").to_owned();
        let text = std::fs::read_to_string(&path).expect("the case can be read");
        let asked = asked(&text);
        let checked = understood(&path);
        assert!(checked.findings.is_empty(), "{name}: {:?}", checked.findings);
        let prover = Prover::new(&checked.model, &checked.calendar);
        let proof = prover.prove(RegulationId(0), &asked.options);
        let mut report = verify::report(&checked.model, &proof);
        if asked.all_readings {
            prover.under_all_readings(RegulationId(0), &asked.options, &mut report);
        }
        let mut shown = verify::tell(&checked.model, &proof, &report, &words);
        if asked.calendars {
            let id = RegulationId(0);
            let under = verify::under_calendars(&checked.model, &checked.calendar, id, &asked.options);
            shown += &under.unwrap_or_else(|count| panic!("{count} calendars")).tell(&checked.model, &words);
        }
        // The readings stand in the question; the snapshot shows what comes of them.
        shown = shown.lines().filter(|line| !line.starts_with("readings:")).collect::<Vec<_>>().join("\n");
        for finding in verify::findings(&checked.model, RegulationId(0), &proof) {
            write!(shown, "\nfinding {}: {}", finding.code.name(), words.message(&finding)).expect("a text grows");
            assert_eq!(words.flaws(&finding), Vec::<String>::new(), "{name}");
        }
        insta::with_settings!({ snapshot_path => "../cases/verify", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, format!("{text}----\n{shown}"));
        });
    }
}

/// Every repair that a case tells is tried, and so is every limit near it: it keeps the term, and no larger one does.
#[test]
fn a_repair_is_the_largest_limit_that_keeps_the_term() {
    let mut tried = 0;
    for path in cases() {
        let name = path.display();
        let asked = asked(&std::fs::read_to_string(&path).expect("the case can be read"));
        let checked = understood(&path);
        let prover = Prover::new(&checked.model, &checked.calendar);
        let id = RegulationId(0);
        for (ix, term) in prover.prove(id, &asked.options).terms.iter().enumerate() {
            let procedure = checked.model[id].procedures.iter().find(|it| it.channel == term.channel);
            for repair in &term.repairs {
                let node = &procedure.expect("it has a procedure").nodes[repair.node.0 as usize];
                let like = repair.limit.unwrap_or(node.limits[0].duration);
                let kept = |quantity: u32| {
                    let mut options = Options { repairs: false, ..asked.options.clone() };
                    options.limits.insert(node.id.clone(), Duration { quantity, ..like });
                    prover.prove(id, &options).terms[ix].least_slack.is_some_and(|slack| slack >= 0)
                };
                let most = repair.limit.map_or(0, |limit| limit.quantity);
                assert!(most == 0 || kept(most), "{name}: {most} {:?} for {} is too much", like.unit, node.id);
                for larger in most + 1..most + 12 {
                    assert!(
                        !kept(larger),
                        "{name}: {larger} {:?} for {} would do, not only {most}",
                        like.unit,
                        node.id
                    );
                }
                tried += 1;
            }
        }
    }
    assert!(tried > 10, "only {tried} repairs were tried");
}

const HEAD: &str = "channel office \"the office\"\nactor clerk \"a clerk\"\n";

fn service(term: &str, facts: &str, steps: &str) -> String {
    format!(
        "{HEAD}{facts}standard order.service \"A\" {{\n    term {term}\n}}\nregulation region.service \"A\" {{\n    \
         implements order.service\n}}\nprocedure via office {{\n{steps}    end done granted\n}}\n"
    )
}

fn month() -> Options {
    let date = |text: &str| text.parse().expect("a date");
    Options { from: date("2018-04-01"), to: date("2018-04-30"), ..Options::default() }
}

fn proved(text: &str, options: &Options) -> Proof {
    let (_folder, checked) = written(text);
    verify::prove(&checked.model, &checked.calendar, RegulationId(0), options)
}

#[test]
fn sixty_independent_choices_cost_about_sixty() {
    let facts: String = (0..60).map(|n| format!("fact f-{n} \"is it {n}\"\n")).collect();
    let choice = |n: usize| {
        format!(
            "    choice {{\n        when f-{n} {{\n            step long-{n} by clerk limit 2 hours\n        }}\n        \
             otherwise {{\n            step short-{n} by clerk limit 1 hour\n        }}\n    }}\n"
        )
    };
    let steps: String = (0..60).map(choice).collect();
    let text = service("15 working days", &facts, &steps);
    let started = std::time::Instant::now();
    let proof = proved(&text, &month());
    assert_eq!(proof.terms[0].paths, 1 << 60);
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    let report = serde_json::to_value(reglament_report(&text)).expect("plain data");
    assert_eq!(report["terms"][0]["paths"], "1152921504606846976", "past 2^53 a count is a text");
}

fn reglament_report(text: &str) -> verify::ProofReport {
    let (_folder, checked) = written(text);
    let proof = verify::prove(&checked.model, &checked.calendar, RegulationId(0), &month());
    verify::report(&checked.model, &proof)
}

#[test]
fn a_path_is_counted_once_however_many_cases_take_it() {
    let facts = "fact a \"a\"\nfact b \"b\"\n";
    let steps = "    choice {\n        when a or b {\n            step x by clerk limit 1 hour\n        }\n        otherwise {\n            step y by clerk limit 1 hour\n        }\n    }\n    choice {\n        when a and b {\n            step u by clerk limit 1 hour\n        }\n        otherwise {\n            step v by clerk limit 1 hour\n        }\n    }\n";
    assert_eq!(proved(&service("5 working days", facts, steps), &month()).terms[0].paths, 3);
}

#[test]
fn the_default_horizon_is_ten_years_of_minutes() {
    let proof = proved(&service("5 working days", "", "    step a by clerk limit 1 hour\n"), &Options::default());
    assert_eq!(proof.terms[0].starts, 5_260_320);
    assert_eq!(proof.verdict(), Verdict::OnTime);
}

#[test]
fn one_minute_more_or_less_turns_the_verdict() {
    // 8 hours of work a day: the last filing at 17:30 leaves an hour of that day.
    let late = |minutes: u32| {
        let steps = format!("    step a by clerk limit {minutes} minutes\n");
        proved(&service("1 working day", "", &steps), &month()).terms[0].least_slack
    };
    assert_eq!(late(8 * 60), Some(0));
    assert_eq!(late(8 * 60 + 1).map(|slack| slack < 0), Some(true));
}

#[test]
fn the_report_is_the_same_every_time() {
    let text = service("1 working day", "fact a \"a\"\n", "    step x by clerk limit 2 working days\n");
    let report = || serde_json::to_string(&reglament_report(&text)).expect("plain data");
    assert_eq!(report(), report());
}

/// Every half hour of a stop, tried one by one: what the prover finds by stretches of minutes.
#[test]
fn a_stopped_clock_agrees_with_trying_every_stop() {
    use reglament::time::{Calendar, Day, Instant, LimitFn, Readings, Timetable, WeeklyHours};
    use std::sync::Arc;
    let calendar = Calendar::kazakhstan();
    let readings = Readings::default();
    let own = Arc::new(Timetable::new(&WeeklyHours::national(), &calendar, &readings));
    let national = Arc::new(Timetable::for_term(&WeeklyHours::national(), &calendar, &readings));
    let step = |quantity, unit| LimitFn::step(Duration::new(quantity, unit), &own, &readings);
    let (check, papers, decide) = (step(1, Unit::WorkingDay), step(5, Unit::CalendarDay), step(2, Unit::WorkingDay));
    let at = |limit: &LimitFn, t: Instant| limit.at(t).expect("the calendar has the year");
    // With the first, the check may take the whole of the term, and nothing but the day of the papers is left.
    for (term, date) in [(1, "2018-04-26"), (2, "2018-03-06"), (3, "2018-04-26"), (3, "2018-12-28"), (4, "2018-05-05")]
    {
        let day = Day::parse(date).expect("a date");
        let due = |spent: u32, resumed: Instant| {
            let rest = match term - spent {
                0 => Duration::SAME_DAY,
                rest => Duration::new(rest, Unit::WorkingDay),
            };
            at(&LimitFn::term(rest, &national, &readings), resumed)
        };
        let mut worst = i64::MAX;
        for filed in (day.at(0).0..day.at(1439).0).step_by(30).map(Instant) {
            let filed = at(&LimitFn::accept(&own), filed);
            for stopped in (filed.0..=at(&check, filed).0).step_by(30).map(Instant) {
                let spent = national.working_days_between(filed.day(), stopped.day()).expect("known");
                for resumed in (stopped.0..=at(&papers, stopped).0).step_by(30).map(Instant) {
                    let slack = due(spent, resumed).0 - at(&decide, resumed).0;
                    worst = worst.min(i64::from(slack));
                }
            }
        }
        let steps = "    step check by clerk limit 1 working day\n    wait papers limit 5 calendar days stops-clock\n    \
                     step decide by clerk limit 2 working days\n";
        let head = HEAD.replace("channel office", "organisation here \"us\"\nchannel office organisation here");
        let text = service(&format!("{term} working days"), "", steps).replace(HEAD, &head);
        let options = Options { from: day.date(), to: day.date(), ..Options::default() };
        assert_eq!(proved(&text, &options).terms[0].least_slack, Some(worst), "{term} working days from {date}");
    }
}
