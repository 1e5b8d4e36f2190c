//! `reglament check`: every finding of a project.

use super::{Exit, Format, Session, projects};
use crate::diagnostics::json::{self, FindingReport, RegulationReport};
use crate::diagnostics::{Arg, Summary, Words, human};
use crate::pipeline::{self, Checked};
use crate::verify::{Proof, Verdict};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Args)]
pub struct CheckArgs {
    paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long, value_enum)]
    deny: Vec<Deny>,
}

/// What fails the check besides errors.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Deny {
    Warnings,
}

pub fn run(args: &CheckArgs, session: &mut Session) -> Exit {
    let Some(loaded) = projects::load(&args.paths, session) else { return Exit::Usage };
    let checked: Vec<Checked> = loaded.into_iter().map(pipeline::check).collect();
    match args.format {
        Format::Human => people(&checked, session),
        Format::Json => programs(&checked, session),
    }
    exit(&total(&checked), &args.deny)
}

fn people(checked: &[Checked], session: &mut Session) {
    for project in checked {
        let words = Words::new(session.language);
        let report = human::Report::new(&project.sources, words, session.colour);
        session.out.push_str(&report.whole(&project.findings, project.files));
        for proof in &project.proofs {
            session.line(&verdict_line(project, proof, &words));
        }
    }
}

fn programs(checked: &[Checked], session: &mut Session) {
    let words = Words::new(session.machine_language());
    let report = json::Report {
        findings: checked.iter().flat_map(|project| reports(project, &words)).collect(),
        regulations: checked.iter().flat_map(regulations).collect(),
        summary: total(checked),
    };
    session.json(&report);
}

fn reports(project: &Checked, words: &Words) -> Vec<FindingReport> {
    project.findings.iter().map(|finding| json::finding(finding, &project.sources, words)).collect()
}

fn regulations(project: &Checked) -> Vec<RegulationReport> {
    let judged = |proof: &Proof| RegulationReport {
        id: project.model[proof.regulation].id.clone(),
        verdict: verdict(project, proof).name().to_owned(),
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
    let id = project.model[proof.regulation].id.as_str();
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

fn exit(summary: &Summary, deny: &[Deny]) -> Exit {
    let denied = summary.errors > 0 || (deny.contains(&Deny::Warnings) && summary.warnings > 0);
    if denied { Exit::Wrong } else { Exit::Clean }
}
