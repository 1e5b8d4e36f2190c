//! `reglament coverage`: which clauses of its act a regulation carries, explains, or misses; and the inventory of an
//! act's clauses, made from its published text.

use super::{Exit, Format, Session, output, projects};
use crate::diagnostics::{Arg, Code, Finding, Severity, human, json};
use crate::export::coverage::{self, Totals};
use crate::inventory::{self, Address, Change, Inventory};
use crate::model::Regulation;
use crate::model::coverage::coverage as covered;
use crate::pipeline::{self, Checked};
use crate::published::{self, Act};
use crate::source::{self, ReadProblem, Unsaved};
use clap::Args;
use serde::Serialize;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct CoverageArgs {
    id: Option<String>,
    act: Option<PathBuf>,
    #[arg(long)]
    part: Option<usize>,
    #[arg(long, requires = "act")]
    write: bool,
    #[arg(long)]
    project: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// What is found of an act's clauses.
const CODES: &[Code] = &[
    Code::InventoryUnreadable,
    Code::BindingClauseOmitted,
    Code::ClauseNotCarried,
    Code::ClauseNotInAct,
    Code::ClauseNumberRepeated,
    Code::ClauseNumberSkipped,
    Code::ClauseOmittedAndCarried,
    Code::TimeNotCarried,
    Code::TimeNotInClause,
];

pub fn run(args: &CoverageArgs, session: &mut Session) -> Exit {
    let done = match &args.id {
        Some(id) => of_one(args, id, session),
        None => of_all(args, session),
    };
    done.unwrap_or_else(|exit| exit)
}

fn of_one(args: &CoverageArgs, id: &str, session: &mut Session) -> Result<Exit, Exit> {
    let (project, at) = projects::regulation(id, args.project.as_deref(), session)?;
    let regulation = &project.model[at];
    let file = PathBuf::from(project.sources.path(regulation.span.file));
    let file = std::fs::canonicalize(&file).unwrap_or(file);
    let kept = regulation.inventory.clone();
    let fresh = match &args.act {
        Some(path) => Some(fresh(path, args.part, regulation, session)?),
        None => None,
    };
    if kept.is_none() && fresh.is_none() {
        session.complain("coverage-no-inventory", &[("id", id.into())]);
        return Err(Exit::Usage);
    }
    let place = file.with_extension(inventory::EXTENSION);
    let mut changes: Vec<(Address, Change)> = Vec::new();
    let mut unsaved = Unsaved::new();
    if let Some(fresh) = &fresh {
        let text = inventory::write(fresh);
        if args.write {
            if !output::write(&place, &text, session) {
                return Err(Exit::Usage);
            }
        } else {
            changes = kept.as_ref().map(|kept| inventory::compare(kept, fresh)).unwrap_or_default();
        }
        unsaved.insert(place, text);
    }
    let checked = pipeline::load(&[file], &unsaved).ok().and_then(|mut loaded| loaded.pop()).map(pipeline::check);
    checked.map_or(Err(Exit::Usage), |checked| report(&checked, id, &changes, args.format, session))
}

#[derive(Serialize)]
struct WithFindings {
    #[serde(flatten)]
    outline: coverage::CoverageOutline,
    findings: Vec<json::FindingReport>,
}

fn report(
    checked: &Checked,
    id: &str,
    changes: &[(Address, Change)],
    format: Format,
    session: &mut Session,
) -> Result<Exit, Exit> {
    let regulation = checked.model.regulations.iter().find(|regulation| regulation.id == id).ok_or(Exit::Usage)?;
    let inventory = regulation.inventory.as_ref().ok_or(Exit::Usage)?;
    let outline = coverage::outline(&checked.model, regulation, inventory, changes);
    let findings: Vec<&Finding> = checked.findings.iter().filter(|finding| is_of(finding, regulation)).collect();
    let wrong = findings.iter().any(|finding| fails(finding)) || !outline.summary.is_whole();
    match format {
        Format::Json => {
            let words = crate::diagnostics::Words::new(session.machine_language());
            let findings = findings.iter().map(|finding| json::finding(finding, &checked.sources, &words)).collect();
            session.json(&WithFindings { outline, findings });
        }
        Format::Human => {
            session.out += &coverage::table(&outline, &session.words());
            let report = human::Report::new(&checked.sources, session.words(), session.colour);
            // What is missing stands in the table.
            for finding in findings.iter().filter(|finding| finding.code != Code::ClauseNotCarried) {
                session.out += &format!("\n{}", report.finding(finding));
            }
        }
    }
    Ok(if wrong { Exit::Wrong } else { Exit::Clean })
}

fn is_of(finding: &Finding, regulation: &Regulation) -> bool {
    let of_it = finding.regulation.as_deref() == Some(&*regulation.id);
    CODES.contains(&finding.code) && (of_it || finding.code == Code::InventoryUnreadable)
}

fn fails(finding: &Finding) -> bool {
    finding.severity == Severity::Error && !finding.expected
}

/// One line a regulation.
#[derive(Serialize)]
struct Row {
    id: String,
    /// `None`: the project keeps no inventory of its act.
    summary: Option<Totals>,
    /// Findings about its act's clauses that nobody expects.
    findings: usize,
}

fn of_all(args: &CoverageArgs, session: &mut Session) -> Result<Exit, Exit> {
    let paths: Vec<PathBuf> = args.project.iter().cloned().collect();
    let loaded = projects::load(&paths, session).ok_or(Exit::Usage)?;
    let checked: Vec<Checked> = loaded.into_iter().map(pipeline::check).collect();
    let rows: Vec<Row> =
        checked.iter().flat_map(|project| project.model.regulations.iter().map(|it| row(project, it))).collect();
    let whole = |row: &Row| row.findings == 0 && row.summary.is_none_or(|summary| summary.is_whole());
    let wrong = !rows.iter().all(whole);
    match args.format {
        Format::Json => session.json(&rows),
        Format::Human => {
            let words = session.words();
            let headings = ["regulation", "clauses", "carried-n", "explained-n", "missing-n", "findings"];
            let mut table = vec![headings.map(|id| words.say(&format!("coverage-{id}"), &[])).to_vec()];
            table.extend(rows.iter().map(|row| cells(row, &words.say("coverage-none", &[]))));
            session.out += &coverage::columns(table);
        }
    }
    Ok(if wrong { Exit::Wrong } else { Exit::Clean })
}

fn row(project: &Checked, regulation: &Regulation) -> Row {
    let summary = regulation
        .inventory
        .as_ref()
        .map(|inventory| coverage::totals(&covered(&project.model, regulation, inventory)));
    let findings = project.findings.iter().filter(|finding| is_of(finding, regulation) && fails(finding)).count();
    Row { id: regulation.id.clone(), summary, findings }
}

fn cells(row: &Row, none: &str) -> Vec<String> {
    let Some(sums) = row.summary else { return vec![row.id.clone(), none.to_owned()] };
    let counts = [sums.clauses, sums.carried, sums.explained, sums.missing, row.findings];
    std::iter::once(row.id.clone()).chain(counts.iter().map(ToString::to_string)).collect()
}

/// The inventory that the text in `path` has now.
fn fresh(path: &Path, part: Option<usize>, regulation: &Regulation, session: &mut Session) -> Result<Inventory, Exit> {
    let text = source::read(path).map_err(|problem| {
        let path = Arg::from(path.display().to_string());
        match problem {
            ReadProblem::NotFound => session.complain("path-not-found", &[("path", path)]),
            ReadProblem::Unreadable(why) => session.complain("path-unreadable", &[("path", path), ("why", why.into())]),
            _ => session.complain("path-unreadable", &[("path", path), ("why", "none".into())]),
        }
        Exit::Usage
    })?;
    let act = published::read(&text);
    let part = which(&act, part, regulation, session)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match published::inventory(&name, &text, &act, part).filter(|inventory| !inventory.clauses.is_empty()) {
        Some(inventory) => Ok(inventory),
        None => {
            session.complain("coverage-no-clauses", &[("path", path.display().to_string().into())]);
            Err(Exit::Usage)
        }
    }
}

/// Which regulation of the act: as asked, as before, the only one, or the one with this title.
fn which(act: &Act, asked: Option<usize>, regulation: &Regulation, session: &mut Session) -> Result<usize, Exit> {
    let count = act.parts.len();
    let before = regulation.inventory.as_ref().filter(|kept| kept.part.1 == count).map(|kept| kept.part.0);
    if let Some(part) = asked.or(before).or((count == 1).then_some(1)) {
        if (1..=count).contains(&part) {
            return Ok(part - 1);
        }
    } else if let [only] = titled(act, regulation)[..] {
        return Ok(only);
    }
    let titles =
        act.parts.iter().enumerate().map(|(at, part)| format!("{} {}", at + 1, part.title)).collect::<Vec<_>>();
    session.complain("coverage-which-part", &[("count", count.into()), ("titles", titles.into())]);
    Err(Exit::Usage)
}

/// The regulations of the act that are called as ours is in some language.
fn titled(act: &Act, regulation: &Regulation) -> Vec<usize> {
    let title = &regulation.title;
    let ours: Vec<String> =
        title.any.iter().chain(title.by_language.values()).map(|title| inventory::words(title).join(" ")).collect();
    let called = |title: &str| {
        let title = inventory::words(title).join(" ");
        ours.iter().any(|ours| !ours.is_empty() && title.contains(ours.as_str()))
    };
    act.parts.iter().enumerate().filter(|(_, part)| called(&part.title)).map(|(at, _)| at).collect()
}
