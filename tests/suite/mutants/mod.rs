//! A careless pen: one thing in a real regulation is changed, and exactly that must be found, at both places, and
//! nothing else.
//!
//! A mutant is an edit of a file of the corpus and the findings that it must add. Each kind of slip (`slips.rs`) looks
//! for the places where it can be made; of these some are drawn by a seeded die, a few of each kind in each regulation.
//! What the published act already has wrong at a place is left alone there, so that one slip is one finding.

mod harness;
mod slips;

use harness::Text;
use std::collections::BTreeMap;

/// How many mutants of one kind are tried in one regulation.
const DRAWN: usize = 5;

#[test]
fn every_slip_is_found_at_both_places_and_nothing_else() {
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for text in Text::all() {
        for slip in slips::SLIPS {
            let mut mutants = (slip.find)(&text);
            harness::draw(&mut mutants, DRAWN, slip.name);
            for mutant in mutants {
                *tried.entry(slip.name).or_default() += 1;
                if let Err(why) = text.try_out(&mutant, slip.in_time, slip.in_inventory) {
                    wrong.push(format!("{} in {}: {why}", slip.name, text.id));
                }
            }
        }
    }
    let all: usize = tried.values().sum();
    assert!(wrong.is_empty(), "{} of {all} mutants:\n{}", wrong.len(), wrong.join("\n"));
    let idle: Vec<_> = slips::SLIPS.iter().map(|slip| slip.name).filter(|name| !tried.contains_key(name)).collect();
    assert!(idle.is_empty(), "no place to make these slips: {idle:?}");
    insta::assert_snapshot!(
        tried.iter().map(|(name, count)| format!("{count:>4} {name}")).collect::<Vec<_>>().join("\n")
    );
}
