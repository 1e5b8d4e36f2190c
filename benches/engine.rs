//! What is claimed about the engine: `cargo bench --bench engine`. Each figure is the median of three.
//!
//! - loading an artifact of 12,000 regulations (those of the corpus over and over, each under a name of its own), from
//!   JSON and from the binary form, against `serde_json` parsing the same JSON into a tree of values;
//! - the memory of 100,000 open cases, each three events old, counted by the allocator;
//! - cases opened and followed to their end: events applied a second, on one thread.

use reglament::artifact::Artifact;
use reglament::compile::compile;
use reglament::engine::{Case, Event, Filing, Rules};
use reglament::pipeline;
use reglament::source::Unsaved;
use reglament::time::Instant as Minute;
use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

/// Counts what is taken from the system.
struct Counting;

static NOW: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator as it came; only sizes are noted.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        NOW.fetch_add(layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        NOW.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const REGULATIONS: usize = 12_000;
const CASES: usize = 100_000;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    let loaded = pipeline::load(&[folder], &Unsaved::new()).expect("the corpus can be read").remove(0);
    let corpus = pipeline::understand(loaded);
    let artifact = compile(&[(&corpus.model, &corpus.calendar)]);
    loading(&artifact);
    let rules = Rules::of(artifact);
    memory(&rules);
    events(&rules);
}

fn median(mut run: impl FnMut() -> Duration) -> Duration {
    let mut times = [run(), run(), run()];
    times.sort();
    times[1]
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let made = black_box(work());
    let took = start.elapsed();
    drop(made);
    took
}

fn loading(artifact: &Artifact) {
    let mut many = artifact.clone();
    many.regulations = (0..REGULATIONS)
        .map(|place| {
            let mut regulation = artifact.regulations[place % artifact.regulations.len()].clone();
            regulation.id = format!("{}-{place}", regulation.id);
            regulation
        })
        .collect();
    let many = many.sealed();
    let (json, binary) = (many.to_json(), many.to_binary());
    drop(many);
    let (large, small) = (json.len() >> 20, binary.len() >> 20);
    println!("{REGULATIONS} regulations: {large} MiB of JSON, {small} MiB in the binary form");
    let parsed = median(|| timed(|| serde_json::from_str::<serde_json::Value>(&json).expect("JSON")));
    let from_json = median(|| timed(|| Rules::load(json.as_bytes()).expect("rules")));
    let from_binary = median(|| timed(|| Rules::load(&binary).expect("rules")));
    let ratio = |took: Duration| took.as_secs_f64() / parsed.as_secs_f64();
    println!("  serde_json parses it in {parsed:.2?}");
    println!("  loaded from JSON in {from_json:.2?}: {:.2} times as long", ratio(from_json));
    println!("  loaded from the binary form in {from_binary:.2?}: {:.2} times as long", ratio(from_binary));
}

/// A case that goes through the whole of the office's procedure.
fn filing() -> Filing {
    let filed = Minute::parse("2018-03-05T10:00").expect("an instant");
    Filing::new("north-kazakhstan.change-purpose", "office", filed)
        .with("documents-complete", "yes")
        .with("location", "inside-settlement")
        .with("purpose", "construction")
        .with("ground-for-refusal", "absent")
}

fn memory(rules: &Rules) {
    let followed = rules.open(filing()).expect("a case").followed().expect("all facts are known");
    let before = NOW.load(Relaxed);
    let cases: Vec<Case> = (0..CASES)
        .map(|_| {
            let mut case = rules.open(filing()).expect("a case");
            followed.events()[..3].iter().for_each(|event| case.apply(event.clone()).expect("an event"));
            case
        })
        .collect();
    let taken = NOW.load(Relaxed) - before;
    println!("{} open cases: {} MiB, {} bytes each", cases.len(), taken >> 20, taken / cases.len());
}

fn events(rules: &Rules) {
    let followed = rules.open(filing()).expect("a case").followed().expect("all facts are known");
    let events: Vec<Event> = followed.events().to_vec();
    let rounds = 20_000;
    let took = median(|| {
        timed(|| {
            for _ in 0..rounds {
                let mut case = rules.open(filing()).expect("a case");
                events.iter().for_each(|event| case.apply(event.clone()).expect("an event"));
                black_box(&case);
            }
        })
    });
    let applied = (rounds * events.len()) as f64;
    let each = took.as_secs_f64() / applied * 1e9;
    println!(
        "{} events a case: {:.0} events a second, {each:.0} ns each, opening included",
        events.len(),
        applied / took.as_secs_f64()
    );
}
