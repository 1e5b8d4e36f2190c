//! The picture of slack: what a small one looks like, that it is XML in every language, and that the worst of its cells
//! is the proof's worst. That each cell is right is for `differential`.

use super::differential::corpus::CORPUS;
use reglament::diagnostics::Words;
use reglament::model::{Regulation, RegulationId};
use reglament::pipeline::{self, Checked};
use reglament::source::Unsaved;
use reglament::time::{Duration, Unit};
use reglament::verify::{self, Left, Options, Prover};
use reglament::vocabulary::Language;
use std::path::Path;

fn drawn(checked: &Checked, id: RegulationId, options: &Options, remarks: &[String], language: Language) -> String {
    let prover = Prover::new(&checked.model, &checked.calendar);
    let (proof, map) = (prover.prove(id, options), prover.slack_map(id, options));
    verify::draw(&checked.model, &checked.calendar, &proof, &map, remarks, &Words::new(language))
}

fn change_purpose() -> RegulationId {
    let named = |it: &Regulation| it.id == "north-kazakhstan.change-purpose";
    let ix = CORPUS.model.regulations.iter().position(named).expect("it is in the corpus");
    RegulationId(ix as u32)
}

fn between(from: &str, to: &str) -> Options {
    Options { from: from.parse().expect("a date"), to: to.parse().expect("a date"), ..Options::default() }
}

fn case(name: &str) -> Checked {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/verify").join(name);
    pipeline::understand(pipeline::load(&[path], &Unsaved::new()).expect("the case is there").remove(0))
}

/// May 2018 has two holidays, a day off instead of another and the Saturday worked for it.
#[test]
fn a_small_picture() {
    let checked = case("a_stopped_clock.reglament");
    let remarks = ["a remark with < and &, and a \u{1} that no XML may hold".to_owned()];
    let term = Some(Duration::new(6, Unit::WorkingDay));
    let options = Options { term, ..between("2018-04-26", "2018-05-11") };
    let svg = drawn(&checked, RegulationId(0), &options, &remarks, Language::Kk);
    insta::assert_snapshot!(svg);
}

#[test]
fn a_picture_is_xml_in_each_language_with_a_cell_for_every_day() {
    let options = between("2018-02-01", "2019-03-31");
    for language in Language::ALL {
        for ix in 0..CORPUS.model.regulations.len() as u32 {
            let svg = drawn(&CORPUS, RegulationId(ix), &options, &[], language);
            let read = roxmltree::Document::parse(&svg).expect("it is XML");
            let of = |name: &str| {
                read.descendants().filter(|it| it.has_tag_name(("http://www.w3.org/2000/svg", name))).count()
            };
            let map = Prover::new(&CORPUS.model, &CORPUS.calendar).slack_map(RegulationId(ix), &options);
            let shown = map.channels.iter().filter(|of| !of.days.is_empty()).count();
            assert_eq!(of("g"), 424 * shown);
            let words: Vec<&str> = read.descendants().filter_map(|it| it.text()).collect();
            assert!(words.iter().all(|said| !said.contains("map-")), "a sentence is missing in {language:?}");
            assert_eq!(svg, drawn(&CORPUS, RegulationId(ix), &options, &[], language));
        }
    }
}

#[test]
fn the_worst_cell_is_the_least_slack() {
    let options = Options::default();
    for ix in 0..CORPUS.model.regulations.len() as u32 {
        let prover = Prover::new(&CORPUS.model, &CORPUS.calendar);
        let (proof, map) = (prover.prove(RegulationId(ix), &options), prover.slack_map(RegulationId(ix), &options));
        for of in &map.channels {
            let least = proof.terms.iter().filter(|term| term.channel == of.channel).filter_map(|it| it.least_slack);
            let cell = |left: &Left| match left {
                Left::Minutes(minutes) => Some(*minutes),
                Left::Unknown => None,
            };
            let least = least.min();
            assert_eq!(of.days.values().filter_map(cell).min(), least);
            assert!(least.is_none() || of.days.len() > 2_400, "only {} days with filings", of.days.len());
        }
    }
}

/// Behind the calendar's last day nothing is guessed, and a year that is not settled says so.
#[test]
fn what_leads_out_of_the_calendar_is_not_known() {
    let prover = Prover::new(&CORPUS.model, &CORPUS.calendar);
    let options = between("2030-11-01", "2030-12-31");
    let map = prover.slack_map(change_purpose(), &options);
    assert!(map.channels.iter().all(|of| of.days.values().last() == Some(&Left::Unknown)), "{map:?}");
    let svg = drawn(&CORPUS, change_purpose(), &options, &[], Language::En);
    assert!(svg.contains(">?</text>") && svg.contains(">2030*</text>"));
}
