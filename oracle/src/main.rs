//! The long run: the prover against the oracle, over more minutes and more regulations than a test can wait for.
//!
//! ```text
//! cargo run --release -p reglament-oracle -- random 20000            seeds 0 to 19999, a few days each
//! cargo run --release -p reglament-oracle -- show 17                 the regulation of one seed
//! cargo run --release -p reglament-oracle -- random 1000 --first 500 --every 1
//! cargo run --release -p reglament-oracle -- project regulations     every start minute of ten years
//! cargo run --release -p reglament-oracle -- project regulations --each-reading   the same under each other answer to each doubt
//! cargo run --release -p reglament-oracle -- certificate FILE regulations   goes over what `prove --certificate` wrote
//! cargo run --release -p reglament-oracle -- project regulations --from 2018-01-01 --to 2018-12-31
//! cargo run --release -p reglament-oracle -- vectors 42 500 FOLDER   fresh vectors from a seed: rules.json, vectors.json
//! cargo run --release -p reglament-oracle -- vectors stored          the stored ones anew: tests/vectors/generated
//! ```

use chrono::NaiveDate;
use reglament::engine::Rules;
use reglament::model::{Model, ReadingChoice, RegulationId};
use reglament::pipeline::{self, Checked};
use reglament::source::Unsaved;
use reglament::time::{Calendar, Readings};
use reglament_oracle::certificate::objections;
use reglament_oracle::compare::{Compared, Comparison, words};
use reglament_oracle::random::{self, Dice};
use reglament_oracle::vectors;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let started = Instant::now();
    if let [command, file, folder] = &words[..]
        && command == "certificate"
    {
        return certificate(file, folder);
    }
    if words.first().is_some_and(|word| word == "vectors") {
        return vectors(&words[1..]);
    }
    let Some(compared) = run(&words) else {
        eprintln!(
            "say `random COUNT [--first SEED] [--every N]`, `project FOLDER [--from DATE --to DATE --every N --each-reading]` or \
             `certificate FILE FOLDER`"
        );
        return ExitCode::from(2);
    };
    let Compared { differences, starts, refused, days } = &compared;
    let count = differences.len();
    let took = started.elapsed();
    println!("{starts} starts judged twice, {days} days, {refused} terms refused, {count} differences, {took:.0?}");
    if count == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run(words: &[String]) -> Option<Compared> {
    let option = |name: &str| {
        let at = words.iter().position(|word| word == name)?;
        words.get(at + 1)
    };
    let every = option("--every").map_or(Some(1), |n| n.parse().ok())?;
    match words.first()?.as_str() {
        "random" => {
            let count = words.get(1)?.parse().ok()?;
            let first = option("--first").map_or(Some(0), |n| n.parse().ok())?;
            Some(random_ones(first, count, every))
        }
        "project" => {
            let from = option("--from").map_or("2016-01-01", |date| date).parse().ok()?;
            let to = option("--to").map_or("2025-12-31", |date| date).parse().ok()?;
            let each = words.iter().any(|word| word == "--each-reading");
            project(words.get(1)?, (from, to), every, each)
        }
        "show" => {
            show(&random::model(words.get(1)?.parse().ok()?));
            Some(Compared::default())
        }
        _ => None,
    }
}

/// Writes vectors: the stored ones anew, or fresh ones from a seed into a folder.
fn vectors(words: &[String]) -> ExitCode {
    let written = match words {
        [word] if word == "stored" => stored_vectors(),
        [seed, count, folder] => match (seed.parse(), count.parse()) {
            (Ok(seed), Ok(count)) => fresh_vectors(seed, count, Path::new(folder)),
            _ => Err("SEED and COUNT are numbers".to_owned()),
        },
        _ => Err("say `vectors stored` or `vectors SEED COUNT FOLDER`".to_owned()),
    };
    match written {
        Ok(count) => {
            println!("{count} vectors");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

fn fresh_vectors(seed: u64, count: usize, folder: &Path) -> Result<usize, String> {
    let (rules, vectors) = vectors::fresh(seed, count);
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    write(&folder.join("rules.json"), &rules.artifact().to_json())?;
    write(&folder.join("vectors.json"), &vectors::file("rules.json", &vectors))?;
    Ok(vectors.len())
}

/// Of the rules that stand beside them, so that both change together or not at all.
fn stored_vectors() -> Result<usize, String> {
    let folder = Path::new("tests/vectors");
    let mut count = 0;
    for (name, file) in vectors::STORED {
        let bytes = std::fs::read(folder.join(file)).map_err(|error| format!("{file}: {error}"))?;
        let rules = Rules::load(&bytes).map_err(|error| format!("{file}: {error}"))?;
        let made = vectors::stored(&rules);
        count += made.len();
        write(&folder.join("generated").join(name), &vectors::file(file, &made))?;
    }
    Ok(count)
}

/// Goes over a certificate, with the regulations that it speaks of.
fn certificate(file: &str, folder: &str) -> ExitCode {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string());
    let certificate = text.and_then(|text| serde_json::from_str(&text).map_err(|error| error.to_string()));
    let (certificate, project) = match (certificate, read(folder)) {
        (Ok(certificate), Some(project)) => (certificate, project),
        (Err(error), _) => {
            eprintln!("{file}: {error}");
            return ExitCode::from(2);
        }
        (_, None) => {
            eprintln!("no project at {folder}");
            return ExitCode::from(2);
        }
    };
    let objections = objections(&project.model, &project.calendar, &certificate);
    objections.iter().for_each(|objection| println!("{objection}"));
    match objections.len() {
        0 => {
            println!("every claim was computed anew and is true");
            ExitCode::SUCCESS
        }
        count => {
            println!("{count} objections");
            ExitCode::FAILURE
        }
    }
}

/// Tells every difference as it is found.
fn add(all: &mut Compared, whose: &str, compared: Compared) {
    for difference in &compared.differences {
        println!("{whose}: {difference}");
    }
    all.add(whose, compared);
}

/// Each seed on three days somewhere in the ten years.
fn random_ones(first: u64, count: u64, every: usize) -> Compared {
    let calendar = Calendar::kazakhstan();
    let mut all = Compared::default();
    for seed in first..first + count {
        let model = random::model(seed);
        let (from, to) = random::days(&mut Dice::new(seed), 3);
        let regulation = RegulationId(0);
        let comparison = Comparison { model: &model, calendar: &calendar, regulation, from, to, every, fault: None };
        add(&mut all, &format!("seed {seed}"), comparison.run());
    }
    all
}

/// A random procedure on paper.
fn show(model: &Model) {
    let regulation = &model.regulations[0];
    println!("terms {:?}", model.standards[0].terms.iter().map(|t| (&t.limit, &t.when)).collect::<Vec<_>>().len());
    for choice in regulation.readings.iter().chain(&model.standards[0].readings) {
        println!("reading {} = {}", choice.name, choice.value);
    }
    for procedure in &regulation.procedures {
        println!("via {}", model[procedure.channel].id);
        for node in &procedure.nodes {
            let actor = node.actor.map_or("nobody", |actor| &model[actor].id);
            let limits: Vec<String> = node
                .limits
                .iter()
                .map(|limit| {
                    let before = if limit.before_term { " before the term" } else { "" };
                    format!("{}{before}", words(&[limit.duration]))
                })
                .collect();
            let next: Vec<String> = node.next.iter().map(|edge| format!("{} if {:?}", edge.to.0, edge.when)).collect();
            println!("  {} {:?} by {actor} {limits:?} from {:?} -> {next:?}", node.id, node.kind, node.anchor.events);
        }
    }
}

fn project(folder: &str, days: (NaiveDate, NaiveDate), every: usize, each_reading: bool) -> Option<Compared> {
    let Checked { model, calendar, .. } = read(folder)?;
    let mut all = Compared::default();
    if !each_reading {
        compare_all(&model, &calendar, days, every, "", &mut all);
        return Some(all);
    }
    for doubt in Readings::DOUBTS {
        for answer in doubt.values.iter().filter(|answer| **answer != doubt.default_value()) {
            let read = format!(" [{} = {answer}]", doubt.name);
            compare_all(&read_as(&model, doubt.name, answer), &calendar, days, every, &read, &mut all);
        }
    }
    Some(all)
}

/// The model with one doubt answered so in every regulation, whatever the acts say.
fn read_as(model: &Model, doubt: &str, answer: &str) -> Model {
    let mut model = model.clone();
    for standard in &mut model.standards {
        standard.readings.retain(|choice| choice.name != doubt);
    }
    for regulation in &mut model.regulations {
        regulation.readings.retain(|choice| choice.name != doubt);
        regulation.readings.push(ReadingChoice {
            name: doubt.to_owned(),
            value: answer.to_owned(),
            channels: Vec::new(),
            source: None,
            span: regulation.span,
        });
    }
    model
}

fn compare_all(
    model: &Model,
    calendar: &Calendar,
    (from, to): (NaiveDate, NaiveDate),
    every: usize,
    read: &str,
    all: &mut Compared,
) {
    for ix in 0..model.regulations.len() as u32 {
        let regulation = RegulationId(ix);
        let id = &model[regulation].id;
        eprintln!("{id}{read} ...");
        let comparison = Comparison { model, calendar, regulation, from, to, every, fault: None };
        add(all, &format!("{id}{read}"), comparison.run());
    }
}

fn read(folder: &str) -> Option<Checked> {
    let loaded = pipeline::load(&[folder.into()], &Unsaved::new()).ok()?.pop()?;
    Some(pipeline::understand(loaded))
}
