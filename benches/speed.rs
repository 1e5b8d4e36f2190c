//! Plain figures, one bench a claim: `cargo bench --bench speed`. The claims are ratios, and those are made by
//! `cargo bench --bench ratios`.

use divan::Bencher;
use divan::counter::BytesCount;
use reglament::model::RegulationId;
use reglament::parse::parse;
use reglament::pipeline;
use reglament::source::{FileId, Unsaved};
use reglament::verify::{Options, prove};
use std::path::Path;

const TEXT: &str = include_str!("../regulations/north-kazakhstan/change-purpose.reglament");

fn main() {
    divan::main();
}

#[divan::bench]
fn parse_a_regulation(bencher: Bencher) {
    bencher.counter(BytesCount::of_str(TEXT)).bench(|| parse(FileId(0), divan::black_box(TEXT)));
}

/// Every regulation of the corpus, by its place.
#[divan::bench(args = [0, 1])]
fn prove_over_ten_years(bencher: Bencher, regulation: u32) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    let loaded = pipeline::load(&[folder], &Unsaved::new()).expect("the corpus can be read").remove(0);
    let checked = pipeline::understand(loaded);
    bencher.bench(|| prove(&checked.model, &checked.calendar, RegulationId(regulation), &Options::default()));
}
