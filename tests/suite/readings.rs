//! Each doubt has a case in `tests/cases/readings/`, named as the doubt is, in which every answer leads to other dates.
//!
//! The snapshot beside it shows what each answer makes of it: when the worst filing is done, and when its term ends.

use super::verify::{asked, understood};
use reglament::model::RegulationId;
use reglament::time::Readings;
use reglament::verify::{Options, Prover};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn every_answer_to_every_doubt_has_dates_of_its_own() {
    for doubt in Readings::DOUBTS {
        let name = doubt.name;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/readings/{name}.reglament"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("no case for the doubt {name}"));
        let checked = understood(&path);
        assert!(checked.findings.is_empty(), "{name}: {:?}", checked.findings);
        let prover = Prover::new(&checked.model, &checked.calendar);
        // `both` is no answer: it asks for the worse of the two.
        let answers: Vec<&str> = doubt.values.iter().copied().filter(|value| *value != "both").collect();
        let dates = |value: &&str| {
            let readings = vec![(name.to_owned(), (*value).to_owned())];
            let options = Options { readings, ..asked(&text).options };
            let proof = prover.prove(RegulationId(0), &options);
            let worst = proof.terms[0].worst.as_ref().expect("something is proved");
            let due = worst.due.expect("the term is known");
            format!("done by {}, the term ends {due}: {}", worst.finished, proof.verdict().name())
        };
        let told: Vec<String> = answers.iter().map(dates).collect();
        let unlike: BTreeSet<&String> = told.iter().collect();
        assert_eq!(unlike.len(), answers.len(), "{name}: two answers, the same dates: {told:?}");
        assert!(!doubt.source.is_empty(), "{name} has no source");
        let default = doubt.default_value();
        let lines: String = answers.iter().zip(&told).map(|(value, told)| format!("{value}: {told}\n")).collect();
        insta::with_settings!({ snapshot_path => "../cases/readings", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, format!("{text}----\ndefault: {default} ({})\n{lines}", doubt.source));
        });
    }
}
