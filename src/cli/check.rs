//! `reglament check`: every finding of a project.

use super::{Exit, Session, baseline, projects};
use crate::diagnostics::baseline::Entry;
use crate::diagnostics::json::{self, FindingReport, FixReport, RegulationReport};
use crate::diagnostics::{Arg, Finding, Summary, Words, github, human, junit, sarif};
use crate::ide;
use crate::pipeline::{self, Checked};
use crate::verify::{self, Proof, Verdict};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Args)]
pub struct CheckArgs {
    paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long, value_enum)]
    deny: Vec<Deny>,
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    #[arg(long, requires = "baseline")]
    record: bool,
    #[arg(long, value_name = "DATE")]
    in_force_on: Option<String>,
}

/// How a check answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
enum Format {
    /// Text for people.
    #[default]
    Human,
    /// JSON for programs.
    Json,
    /// A log for code scanning.
    Sarif,
    /// A report as test runners write it.
    Junit,
    /// Annotations of a workflow.
    Github,
}

/// What fails the check besides errors.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Deny {
    Warnings,
}

pub fn run(args: &CheckArgs, session: &mut Session) -> Exit {
    let Some(in_force_on) = projects::date(args.in_force_on.as_deref(), session) else { return Exit::Usage };
    let Some(mut loaded) = projects::load(&args.paths, session) else { return Exit::Usage };
    loaded.iter_mut().for_each(|project| project.in_force_on = in_force_on);
    let mut checked: Vec<Checked> = loaded.into_iter().map(pipeline::check).collect();
    let vanished = match &args.baseline {
        None => None,
        Some(path) => match baseline::hold(path, args.record, &mut checked, session) {
            Some(vanished) => Some(vanished),
            None => return Exit::Usage,
        },
    };
    let deny = args.deny.contains(&Deny::Warnings);
    match args.format {
        Format::Human => people(&checked, args, vanished.as_deref().unwrap_or_default(), session),
        Format::Json => programs(&checked, vanished, session),
        Format::Sarif => {
            let words = Words::new(session.machine_language());
            let log = sarif::log(&reports(&checked, &words), vanished.as_deref(), &words);
            session.json(&log);
        }
        Format::Junit => {
            let words = Words::new(session.machine_language());
            let gone = vanished.as_deref().unwrap_or_default();
            session.out += &junit::report(&reports(&checked, &words), &files(&checked), gone, deny, &words);
        }
        Format::Github => {
            let words = session.words();
            let gone = vanished.as_deref().unwrap_or_default();
            session.out += &github::commands(&reports(&checked, &words), gone, &total(&checked), &words);
        }
    }
    exit(&total(&checked), deny)
}

fn people(checked: &[Checked], args: &CheckArgs, vanished: &[Entry], session: &mut Session) {
    let words = session.words();
    for project in checked {
        let report = human::Report::new(&project.sources, words, session.colour);
        session.out.push_str(&report.whole(&project.findings, project.files));
        for proof in &project.proofs {
            session.line(&verdict_line(project, proof, &words));
        }
    }
    for entry in vanished {
        session.line(&words.vanished(entry));
    }
    if !vanished.is_empty() {
        session.line(&words.say("baseline-update", &[]));
    }
    if let Some(path) = args.baseline.as_ref().filter(|_| args.record) {
        let recorded = words.say("count-known", &[("count", total(checked).recorded.into())]);
        let path = path.display().to_string();
        session.line(&words.say("baseline-recorded", &[("path", path.into()), ("findings", recorded.into())]));
    }
}

fn programs(checked: &[Checked], vanished: Option<Vec<Entry>>, session: &mut Session) {
    let words = Words::new(session.machine_language());
    let report = json::Report {
        findings: reports(checked, &words),
        regulations: checked.iter().flat_map(regulations).collect(),
        summary: total(checked),
        vanished,
    };
    session.json(&report);
}

/// Every finding in words, with what it is known by in a later run.
fn reports(checked: &[Checked], words: &Words) -> Vec<FindingReport> {
    let one = |project: &Checked| {
        let fingerprints = baseline::fingerprints(project);
        let report = |finding, fingerprint| FindingReport {
            fingerprint: Some(fingerprint),
            fixes: fixes(project, finding, words),
            ..json::finding(finding, &project.sources, words)
        };
        project.findings.iter().zip(fingerprints).map(|(finding, print)| report(finding, print)).collect::<Vec<_>>()
    };
    checked.iter().flat_map(one).collect()
}

/// What would mend the finding; a known one is left as it is.
fn fixes(project: &Checked, finding: &Finding, words: &Words) -> Vec<FixReport> {
    let Some(at) = finding.primary().filter(|_| !finding.expected) else { return Vec::new() };
    let file = pipeline::reparsed(&project.sources, at.file);
    let edit = |edit: &ide::Edit| json::edit(edit.span, &edit.text, &project.sources);
    let fixes = ide::fixes(finding, &project.sources, &file, words);
    fixes
        .iter()
        .map(|fix| FixReport { title: fix.title.clone(), edits: fix.edits.iter().map(edit).collect() })
        .collect()
}

/// The files in the language, as people are shown them.
fn files(checked: &[Checked]) -> Vec<String> {
    let is_text = |path: &&str| path.ends_with(".reglament");
    let paths = checked.iter().flat_map(|project| project.sources.ids().map(|file| project.sources.path(file)));
    paths.filter(is_text).map(str::to_owned).collect()
}

fn regulations(project: &Checked) -> Vec<RegulationReport> {
    let judged = |proof: &Proof| RegulationReport {
        id: project.model[proof.regulation].id.clone(),
        verdict: verdict(project, proof).name().to_owned(),
        in_force: project.model[proof.regulation].judged.map(verify::in_force),
    };
    project.proofs.iter().map(judged).collect()
}

/// Of a regulation whose text could not be read whole nothing is proved, whatever its readable part may say.
fn verdict(project: &Checked, proof: &Proof) -> Verdict {
    if project.model[proof.regulation].broken { Verdict::Unprovable } else { proof.verdict() }
}

/// "late  north-kazakhstan.change-purpose, by 2 days".
fn verdict_line(project: &Checked, proof: &Proof, words: &Words) -> String {
    let verdict = verdict(project, proof);
    let slack = proof.terms.iter().filter(|term| term.verdict == verdict).filter_map(|term| term.least_slack).min();
    let id = project.model[proof.regulation].versioned_id();
    match (verdict, slack) {
        (Verdict::OnTime, Some(slack)) => {
            words.say("verdict-on-time", &[("id", id.into()), ("slack", Arg::Length(slack.unsigned_abs()))])
        }
        (Verdict::Late, Some(slack)) => {
            words.say("verdict-late", &[("id", id.into()), ("slack", Arg::Length(slack.unsigned_abs()))])
        }
        (verdict, _) => words.say(&format!("verdict-{}", verdict.name()), &[("id", id.into()), ("slack", "".into())]),
    }
}

fn total(checked: &[Checked]) -> Summary {
    checked.iter().fold(Summary::default(), |sum, project| sum + Summary::of(&project.findings, project.files))
}

fn exit(summary: &Summary, deny: bool) -> Exit {
    let denied = summary.errors > 0 || (deny && summary.warnings > 0);
    if denied { Exit::Wrong } else { Exit::Clean }
}
