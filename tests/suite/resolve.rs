//! What names, channels and arrows mean: every case of `tests/cases/resolve/ok` lays out as its snapshot says and has
//! no finding of its own, every case of `err` has the findings of its snapshot.
//!
//! A case is one file, or a folder that is a project of its own.

use reglament::diagnostics::{Code, Words};
use reglament::export::table::table;
use reglament::model::RegulationId;
use reglament::pipeline::{self, Checked};
use reglament::source::Unsaved;
use reglament::vocabulary::Language;
use std::path::{Path, PathBuf};

/// The cases of a folder, in the order of their names.
pub fn cases(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(folder);
    let entries = std::fs::read_dir(&folder).expect("the folder of cases is there");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_dir() || path.extension().is_some_and(|extension| extension == "reglament"));
    paths.sort();
    assert!(!paths.is_empty(), "no cases in {}", folder.display());
    paths
}

/// Everything that there is to say of a case, less what the proof says: these cases are not about time.
pub fn checked(case: &Path) -> Checked {
    let mut loaded = pipeline::load(&[case.to_path_buf()], &Unsaved::new()).expect("the case can be read");
    let mut checked = pipeline::check(loaded.pop().expect("a case is one project"));
    let of_proof = [
        Code::TermMissed,
        Code::TermUnprovable,
        Code::TermUnknown,
        Code::UnboundedWait,
        Code::StepWithoutLimit,
        Code::LimitBeforeArrival,
        Code::StageSmallerThanItsSteps,
    ];
    checked.findings.retain(|finding| !of_proof.contains(&finding.code));
    checked
}

/// One line a finding, one more a place.
pub fn told(checked: &Checked) -> String {
    let words = Words::new(Language::En);
    let mut out = String::new();
    for finding in &checked.findings {
        let channel = finding.channel.as_deref().map_or(String::new(), |channel| format!(" ({channel})"));
        let expected = if finding.expected { "known " } else { "" };
        out += &format!("{expected}{}{channel}: {}\n", finding.code.name(), words.message(finding));
        for label in &finding.labels {
            let at = checked.sources.line_column(label.span.file, label.span.start as usize);
            out += &format!("    {}:{} {}\n", at.line, at.column, words.label(finding, label));
        }
        out += &format!("    = {}\n", words.help(finding));
    }
    out
}

/// Keeps what was said beside the case.
pub fn keep(case: &Path, said: &str) {
    let name = case.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(case.parent().unwrap_or(case));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, said));
}

#[test]
fn what_is_right_is_laid_out() {
    for case in cases("resolve/ok") {
        let checked = checked(&case);
        assert_eq!(told(&checked), "", "{}", case.display());
        let words = Words::new(Language::En);
        let ids = (0..checked.model.regulations.len() as u32).map(RegulationId);
        keep(&case, &ids.map(|id| table(&checked.model, id, &words)).collect::<String>());
    }
}

#[test]
fn what_is_wrong_is_told() {
    for case in cases("resolve/err") {
        let checked = checked(&case);
        assert!(!checked.findings.is_empty(), "{} has no finding", case.display());
        keep(&case, &told(&checked));
    }
}
