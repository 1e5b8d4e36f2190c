//! What is claimed about speed, as ratios in one run: `cargo bench --bench ratios`. Each figure is the median of five.
//!
//! - the proof of a regulation over ten years, against the oracle judging every start minute one by one, with its
//!   calendar prepared in arrays, on one thread;
//! - parsing, against reading and UTF-8-checking the same bytes, and against pest running the same grammar alone;
//! - checking 1, 10, 100 and 1,000 regulations, made by varying one of the corpus: time, and the most memory at once.

use pest::Parser;
use reglament::model::{Model, NodeKind, Regulation, RegulationId};
use reglament::parse::parse;
use reglament::pipeline;
use reglament::source::{FileId, Unsaved};
use reglament::time::Calendar;
use reglament::verify::{Options, prove};
use reglament_oracle::Oracle;
use reglament_oracle::compare::Comparison;
use reglament_oracle::days::{Prepared, Stepping};
use reglament_oracle::facts::one_a_path;
use reglament_oracle::judge::desks;
use std::alloc::{GlobalAlloc, Layout, System};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/keywords.pest"]
#[grammar = "../grammar/reglament.pest"]
struct Bare;

const TEXT: &str = include_str!("../regulations/north-kazakhstan/change-purpose.reglament");
const NAME: &str = "north-kazakhstan.change-purpose";

/// Counts what is taken from the system, to know the most at once.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator as it came; only sizes are noted.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let now = NOW.fetch_add(layout.size(), Relaxed) + layout.size();
        MOST.fetch_max(now, Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// All of them, or those that are named: `cargo bench --bench ratios -- parsing`.
fn main() {
    let named: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let races: [(&str, fn()); 3] = [("proof", proof), ("parsing", parsing), ("growth", growth)];
    let wanted = |name: &str| named.is_empty() || named.iter().any(|it| it == name);
    races.iter().filter(|(name, _)| wanted(name)).for_each(|(_, race)| race());
}

fn median(mut run: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..5)
        .map(|_| {
            let started = Instant::now();
            run();
            started.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[2]
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations")
}

fn proof() {
    let loaded = pipeline::load(&[corpus()], &Unsaved::new()).expect("the corpus can be read").remove(0);
    let checked = pipeline::understand(loaded);
    let (model, calendar) = (&checked.model, &checked.calendar);
    let place = model.regulations.iter().position(|regulation| regulation.id == NAME).expect("the corpus has it");
    let (regulation, options) = (&model.regulations[place], Options::default());
    let id = RegulationId(place as u32);
    let proved = median(|| {
        std::hint::black_box(prove(model, calendar, id, &options));
    });
    let looped = minute_by_minute(model, calendar, regulation, id);
    let steps = |procedure: &reglament::model::Procedure| {
        procedure.nodes.iter().filter(|node| matches!(node.kind, NodeKind::Step | NodeKind::Wait { .. })).count()
    };
    let steps: Vec<usize> = regulation.procedures.iter().map(steps).collect();
    let channels = regulation.procedures.len() as f64;
    let starts = 5_260_320.0 * channels;
    let proved = proved.as_nanos() as f64 / starts;
    let looped = looped.as_nanos() as f64 / (QUARTER * channels);
    println!("the proof of {NAME} over ten years, channels of {steps:?} steps and waits");
    println!("  proved            {:>9.2} ms  {proved:>10.3} ns a start", proved * starts / 1e6);
    println!("  minute by minute  {:>9.2} s   {looped:>10.1} ns a start", looped * starts / 1e9);
    println!("  ratio             {:>9.0}", looped / proved);
}

/// Start minutes of March to May.
const QUARTER: f64 = 92.0 * 1440.0;

/// Every start minute of a quarter judged anew, in every channel and on every path; the calendar is prepared before the clock
/// starts. A minute costs the same in every quarter, so that ten years are counted from it.
fn minute_by_minute(model: &Model, calendar: &Calendar, regulation: &Regulation, id: RegulationId) -> Duration {
    let day = |month, day| chrono::NaiveDate::from_ymd_opt(2018, month, day).expect("a date");
    let (from, to) = (day(3, 1), day(5, 31));
    let comparison = Comparison { model, calendar, regulation: id, from, to, every: 1, fault: None };
    let mut all = Duration::ZERO;
    for procedure in &regulation.procedures {
        let readings = comparison.readings(procedure);
        let stepping = Stepping::new(calendar, &model.schedules, readings.moved_days);
        let (first, last) = (calendar.first_day().date(), calendar.last_day().date());
        let days = Prepared::new(&stepping, &desks(model), first, last).and_then(Prepared::at_once);
        let days = days.expect("the calendar covers itself");
        let oracle = Oracle { model, regulation, days: &days, readings, fault: None };
        let mut promises = oracle.promises(procedure);
        promises.values_mut().for_each(|cases| *cases = one_a_path(procedure, cases));
        let paths: usize = promises.values().map(Vec::len).sum();
        println!("  {} via {}: {paths} paths", regulation.id, model[procedure.channel].id);
        all += median(|| {
            for (promise, cases) in &promises {
                let worst = oracle.worst(procedure, (promise, cases), (from, to));
                std::hint::black_box(worst.expect("within the calendar"));
            }
        });
    }
    all
}

fn parsing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let paths: Vec<PathBuf> = (0..100).map(|n| folder.path().join(format!("{n}.reglament"))).collect();
    for path in &paths {
        std::fs::write(path, TEXT).expect("a temporary file");
    }
    let megabytes = (TEXT.len() * paths.len()) as f64 / 1e6;
    let read = median(|| {
        for path in &paths {
            let bytes = std::fs::read(path).expect("a temporary file");
            std::hint::black_box(std::str::from_utf8(&bytes).expect("text"));
        }
    });
    let bare = median(|| {
        for _ in &paths {
            std::hint::black_box(Bare::parse(Rule::file, std::hint::black_box(TEXT)).expect("the grammar takes it"));
        }
    });
    let parsed = median(|| {
        for _ in &paths {
            std::hint::black_box(parse(FileId(0), std::hint::black_box(TEXT)));
        }
    });
    let (file, _) = parse(FileId(0), TEXT);
    let written = median(|| {
        for _ in &paths {
            std::hint::black_box(reglament::format::format(std::hint::black_box(TEXT), &file, None));
        }
    });
    println!("parsing {megabytes:.1} MB");
    let all = [("read and UTF-8-checked", read), ("pest alone", bare), ("parsed", parsed), ("written anew", written)];
    for (what, time) in all {
        let speed = megabytes / time.as_secs_f64();
        let ratio = parsed.as_secs_f64() / time.as_secs_f64();
        println!("  {what:<24} {time:>10.2?}  {speed:>8.1} MB/s  parsing takes {ratio:.2} times as long");
    }
}

fn growth() {
    println!("checking regulations made from {NAME}, each proved over ten years");
    let mut one = None;
    for count in [1, 10, 100, 1000] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        vary(folder.path(), count);
        let path = folder.path().to_path_buf();
        let before = NOW.load(Relaxed);
        MOST.store(before, Relaxed);
        let time = median(|| {
            let loaded =
                pipeline::load(std::slice::from_ref(&path), &Unsaved::new()).expect("it can be read").remove(0);
            std::hint::black_box(pipeline::check(loaded));
        });
        let memory = MOST.load(Relaxed) - before;
        let (first_time, first_memory) = *one.get_or_insert((time, memory));
        let (times, memories) = (time.as_secs_f64() / first_time.as_secs_f64(), memory as f64 / first_memory as f64);
        println!(
            "  {count:>5}  {time:>10.2?}  {times:>7.1} times  {:>7.1} MB  {memories:>7.1} times",
            memory as f64 / 1e6
        );
    }
}

/// The corpus without its regulations, and so many of one of them under other names, with other limits.
fn vary(folder: &Path, count: usize) {
    for room in ["actors", "channels", "documents", "facts", "schedules", "standards"] {
        copy(&corpus().join(room), &folder.join(room));
    }
    std::fs::copy(corpus().join("reglament.toml"), folder.join("reglament.toml")).expect("the project's settings");
    let region = folder.join("regions");
    std::fs::create_dir_all(&region).expect("a temporary folder");
    for n in 0..count {
        let text = TEXT.replace(NAME, &format!("region-{n}.change-purpose"));
        let text = text.replace("15 minutes", &format!("{} minutes", 10 + n % 20));
        std::fs::write(region.join(format!("r{n}.reglament")), text).expect("a temporary file");
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a temporary folder");
    for entry in std::fs::read_dir(from).into_iter().flatten().flatten() {
        let target = to.join(entry.file_name());
        std::fs::copy(entry.path(), target).expect("a file of the corpus");
    }
}
