//! Events a second of the engine: cases of one channel, opened and followed to their end, each event at its due date.
//!
//! ```text
//! cargo run --release --example events -- RULES REGULATION CHANNEL SECONDS
//! ```
//!
//! The events are made before the clock starts; what is measured is opening the case, taking each event in, and asking
//! before each who must act until when.

use reglament::engine::{Filing, Record, Rules};
use reglament::time::Instant;
use std::hint::black_box;
use std::time::Duration;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [rules, regulation, channel, seconds] = words.as_slice() else {
        return Err("say RULES REGULATION CHANNEL SECONDS".into());
    };
    let rules = Rules::load(&std::fs::read(rules)?)?;
    let filed = Instant::parse("2018-11-14T10:00").ok_or("an instant")?;
    let opened = rules.open(Filing::new(regulation, channel, filed))?;
    let Record { filing, events } = opened.followed().map_err(|missing| format!("{missing:?}"))?.record();
    let limit = Duration::try_from_secs_f64(seconds.parse()?)?;
    let started = std::time::Instant::now();
    let mut taken = 0u64;
    while started.elapsed() < limit {
        let mut case = rules.open(filing.clone())?;
        for event in &events {
            black_box(case.due());
            case.apply(event.clone())?;
            taken += 1;
        }
        black_box(case.finished());
    }
    println!("{}", taken as f64 / started.elapsed().as_secs_f64());
    Ok(())
}
