//! Every regulation of the corpus, from every start minute of a quarter with moved holidays. All ten years are
//! `cargo run --release -p reglament-oracle -- project regulations`.

use super::random::quarter;
use reglament::model::RegulationId;
use reglament::pipeline::{self, Checked};
use reglament::source::Unsaved;
use reglament_oracle::compare::{Compared, Comparison};
use std::path::Path;
use std::sync::LazyLock;

pub static CORPUS: LazyLock<Checked> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("regulations");
    pipeline::understand(pipeline::load(&[folder], &Unsaved::new()).expect("the corpus can be read").remove(0))
});

#[test]
fn the_corpus_is_judged_alike_from_every_minute_of_a_quarter() {
    let Checked { model, calendar, .. } = &*CORPUS;
    let (from, to) = quarter();
    let mut all = Compared::default();
    for ix in 0..model.regulations.len() as u32 {
        let regulation = RegulationId(ix);
        let comparison = Comparison { model, calendar, regulation, from, to, every: 1, fault: None };
        all.add(&model[regulation].id, comparison.run());
    }
    assert!(all.differences.is_empty(), "{}", all.differences.join("\n"));
    assert!(all.starts > 50_000, "only {} starts were compared", all.starts);
    assert!(all.days > 200, "only {} days were compared", all.days);
}
