//! The published acts under `regulations/`: what is found in them and what is proved of them; and of two of them that
//! nothing they say of an action was left out or altered on the way.
//!
//! The tables of clauses below were written down from these two acts by hand, not from the regulations: each row is what
//! one numbered item says.

use reglament::diagnostics::Words;
use reglament::model::{AnchorEvent, Citation, Node, Procedure, Regulation, RegulationId};
use reglament::pipeline::{self, Checked};
use reglament::source::Unsaved;
use reglament::time::{Duration, Unit};
use reglament::verify::{self, Options, Proof};
use reglament::vocabulary::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

static CORPUS: LazyLock<Checked> = LazyLock::new(|| {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("regulations");
    let mut projects = pipeline::load(&[root], &Unsaved::default()).expect("the corpus can be read");
    assert_eq!(projects.len(), 1, "the corpus is one project");
    pipeline::check(projects.remove(0))
});

/// One a regulation, in the order of the model.
static PROOFS: LazyLock<Vec<Proof>> = LazyLock::new(|| {
    let ids = (0..CORPUS.model.regulations.len() as u32).map(RegulationId);
    ids.map(|id| verify::prove(&CORPUS.model, &CORPUS.calendar, id, &Options::default())).collect()
});

fn regulation(id: &str) -> &'static Regulation {
    let found = CORPUS.model.regulations.iter().find(|regulation| regulation.id == id);
    found.unwrap_or_else(|| panic!("{id} is in the corpus"))
}

fn channel(regulation: &'static Regulation, id: &str) -> &'static Procedure {
    let found = regulation.procedures.iter().find(|procedure| CORPUS.model[procedure.channel].id == id);
    found.unwrap_or_else(|| panic!("{} has the channel {id}", regulation.id))
}

// --- what is found, and what is proved

#[test]
fn findings_by_code_and_regulation() {
    let mut rows: Vec<String> = CORPUS
        .findings
        .iter()
        .map(|finding| {
            let at = finding.primary().map_or_else(String::new, |at| CORPUS.sources.slice(at).replace('\n', " "));
            format!(
                "{:<30} {:<32} {:<12} {} {}",
                finding.regulation.as_deref().unwrap_or("-"),
                finding.code.name(),
                finding.channel.as_deref().unwrap_or("-"),
                if finding.expected { "expected  " } else { "unexpected" },
                at.split_whitespace().take(4).collect::<Vec<_>>().join(" "),
            )
        })
        .collect();
    rows.sort();
    insta::assert_snapshot!(rows.join("\n"));
}

/// How often each code is found in each regulation: a change in any check shows its whole effect here.
#[test]
fn findings_counted_by_code_and_regulation() {
    let mut counts: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
    for finding in &CORPUS.findings {
        let of = finding.regulation.as_deref().unwrap_or("-");
        *counts.entry(finding.code.name()).or_default().entry(of).or_default() += 1;
    }
    let mut ids: Vec<&str> = CORPUS.model.regulations.iter().map(|regulation| regulation.id.as_str()).collect();
    ids.push("-");
    let mut table = String::new();
    for (ix, id) in ids.iter().enumerate() {
        table += &format!("{:>2} {id}\n", ix + 1);
    }
    let heads: String = (1..=ids.len()).map(|ix| format!("{ix:>4}")).collect();
    table += &format!("\n{:<40}{heads}  all\n", "");
    for (code, by_regulation) in &counts {
        let cell = |id: &&str| match by_regulation.get(id) {
            Some(count) => format!("{count:>4}"),
            None => "   .".to_owned(),
        };
        let cells: String = ids.iter().map(cell).collect();
        table += &format!("{code:<40}{cells} {:>4}\n", by_regulation.values().sum::<usize>());
    }
    let all = |id: &&str| format!("{:>4}", counts.values().filter_map(|by| by.get(id)).sum::<usize>());
    let cells: String = ids.iter().map(all).collect();
    table += &format!("{:<40}{cells} {:>4}", "all", CORPUS.findings.len());
    insta::assert_snapshot!(table);
}

/// The table in `regulations/README.md` is what the tool prints; `REGLAMENT_WRITE_GUIDE=1` renews it.
#[test]
fn the_readme_of_the_corpus_holds_its_overview() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let printed = Command::new(env!("CARGO_BIN_EXE_reglament"))
        .args(["overview", "regulations", "--format", "md", "--lang", "en"])
        .current_dir(&root)
        .output()
        .expect("the tool runs");
    assert!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    let table = String::from_utf8(printed.stdout).expect("UTF-8");
    let path = root.join("regulations/README.md");
    let page = std::fs::read_to_string(&path).expect("the page is there");
    let (before, rest) = page.split_once("<!-- overview -->\n").expect("the table's beginning is marked");
    let (held, after) = rest.split_once("<!-- /overview -->").expect("the table's end is marked");
    if std::env::var_os("REGLAMENT_WRITE_GUIDE").is_some() {
        let page = format!("{before}<!-- overview -->\n\n{table}\n<!-- /overview -->{after}");
        std::fs::write(&path, page).expect("the page can be written");
        return;
    }
    assert_eq!(held.trim(), table.trim(), "set REGLAMENT_WRITE_GUIDE=1 to renew the table");
}

/// The findings that the README tells are found, in those words.
#[test]
fn the_readme_quotes_what_is_found() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).expect("it is there");
    let words = Words::new(Language::En);
    let found: Vec<String> = CORPUS
        .findings
        .iter()
        .map(|it| format!("{}[{}]: {}", words.severity(it.severity), it.code.name(), words.message(it)))
        .collect();
    let quoted: Vec<&str> =
        readme.lines().filter(|line| line.starts_with("error[") || line.starts_with("warning[")).collect();
    assert!(quoted.len() >= 3, "{quoted:?}");
    for line in quoted {
        assert!(found.iter().any(|it| it == line), "not found: {line}");
    }
    let all = format!("{} findings", CORPUS.findings.len());
    assert!(readme.contains(&all), "the README should say {all}");
}

/// Of every act the clauses are kept, so that a bare clone can tell that none is skipped.
#[test]
fn every_regulation_has_the_clauses_of_its_act() {
    let without: Vec<&str> =
        CORPUS.model.regulations.iter().filter(|it| it.inventory.is_none()).map(|it| it.id.as_str()).collect();
    assert!(without.is_empty(), "{without:?}");
}

#[test]
fn every_finding_of_the_corpus_is_an_expected_one() {
    let surprises: Vec<_> = CORPUS.findings.iter().filter(|finding| !finding.expected).map(|f| f.code.name()).collect();
    assert!(surprises.is_empty(), "{surprises:?}");
}

#[test]
fn verdicts_with_their_slack_and_least_promise() {
    let mut rows = String::new();
    for (regulation, proof) in CORPUS.model.regulations.iter().zip(PROOFS.iter()) {
        rows += &format!("{}: {}\n", regulation.id, proof.verdict().name());
        for term in &proof.terms {
            let worst = term.worst.as_ref();
            rows += &format!(
                "    {:<12} {:<12} slack {:?} min, least promise {}, worst start {}, done {}, due {}\n",
                CORPUS.model[term.channel].id,
                term.verdict.name(),
                term.least_slack,
                term.least_promise.map_or("-".to_owned(), said),
                worst.map_or("-".to_owned(), |worst| worst.filed.to_string()),
                worst.map_or("-".to_owned(), |worst| worst.finished.to_string()),
                worst.and_then(|worst| worst.due).map_or("-".to_owned(), |due| due.to_string()),
            );
        }
    }
    insta::assert_snapshot!(rows);
}

/// 29 calendar days if only the term moves off a day of rest, 37 if every step does: which of the two is a reading.
#[test]
fn the_office_needs_eight_days_more_if_every_step_rolls() {
    for (roll, days) in [("term-only", 29), ("every-step", 37)] {
        let options = Options { readings: vec![("roll".to_owned(), roll.to_owned())], ..Options::default() };
        let ix = CORPUS.model.regulations.iter().position(|one| one.id == "north-kazakhstan.change-purpose");
        let id = RegulationId(ix.expect("it is in the corpus") as u32);
        let proof = verify::prove(&CORPUS.model, &CORPUS.calendar, id, &options);
        let office = proof.terms.iter().find(|term| CORPUS.model[term.channel].id == "office");
        let promise = office.and_then(|office| office.least_promise);
        assert_eq!(promise, Some(Duration::new(days, Unit::CalendarDay)), "{roll}");
    }
}

// --- what the acts say of each action

/// Channel, clause, actor, limit, what it is counted from (`-`: not said), and whom the file goes to (`-`: not said).
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const NORTH_KAZAKHSTAN: &[Row] = &[
    // the summary list, for the provider's office
    ("office", "6.1", "clerk", "15 minute", "-", "head"),
    ("office", "6.2", "head", "3 calendar_day", "-", "officer"),
    ("office", "6.3", "unit-head", "2 calendar_day", "-", "officer"),
    ("office", "6.4", "officer", "20 calendar_day", "commission or plan-approval", "provider"),
    ("office", "6.4/2", "officer", "2 calendar_day", "receipt", "-"),
    ("office", "6.5", "head", "3 calendar_day", "-", "-"),
    ("office", "6.6", "clerk", "1 calendar_day", "-", "applicant"),
    // the detailed list, for the provider's office
    ("office", "9.1", "clerk", "15 minute", "-", "head"),
    ("office", "9.2", "head", "3 calendar_day", "-", "officer"),
    ("office", "9.3", "unit-head", "2 calendar_day", "-", "officer"),
    ("office", "9.4", "officer", "20 calendar_day", "commission or plan-approval", "provider"),
    ("office", "9.4/2", "officer", "2 calendar_day", "receipt", "-"),
    ("office", "9.5", "head", "3 calendar_day", "-", "-"),
    ("office", "9.6", "clerk", "1 calendar_day", "-", "applicant"),
    // the State Corporation
    ("corporation", "10", "worker", "-", "-", "-"),
    ("corporation", "11.1", "worker", "5 minute", "-", "-"),
    ("corporation", "11.1/2", "worker", "-", "-", "applicant"),
    ("corporation", "11.1/3", "worker", "-", "-", "-"),
    ("corporation", "11.2", "worker", "5 minute", "-", "-"),
    ("corporation", "11.3", "worker", "5 minute", "-", "-"),
    ("corporation", "11.4", "worker", "1 calendar_day", "-", "provider"),
    ("corporation", "11.5", "clerk", "15 minute", "-", "-"),
    ("corporation", "11.6", "head", "3 calendar_day", "-", "officer"),
    ("corporation", "11.7", "unit-head", "2 calendar_day", "-", "officer"),
    ("corporation", "11.8", "officer", "20 calendar_day", "commission or plan-approval", "provider"),
    ("corporation", "11.8/2", "officer", "2 calendar_day", "receipt", "-"),
    ("corporation", "11.9", "head", "3 calendar_day", "-", "-"),
    ("corporation", "11.10", "clerk", "1 hour", "-", "corporation"),
    ("corporation", "11.11", "worker", "15 minute", "-", "applicant"),
    // the portal
    ("portal", "12.1", "applicant", "-", "-", "-"),
    ("portal", "12.1/2", "egov", "-", "-", "-"),
    ("portal", "12.2", "applicant", "-", "-", "-"),
    ("portal", "12.2/2", "egov", "-", "-", "applicant"),
    ("portal", "12.3", "applicant", "-", "-", "-"),
    ("portal", "12.4", "clerk", "15 minute", "-", "-"),
    ("portal", "12.4/2", "applicant", "-", "-", "-"),
    ("portal", "12.5", "head", "3 calendar_day", "-", "officer"),
    ("portal", "12.6", "unit-head", "2 calendar_day", "-", "officer"),
    ("portal", "12.7", "officer", "20 calendar_day", "commission or plan-approval", "provider"),
    ("portal", "12.7/2", "officer", "2 calendar_day", "receipt", "-"),
    ("portal", "12.8", "head", "3 calendar_day", "-", "-"),
    ("portal", "12.9", "clerk", "3 working_day", "-", "applicant"),
    // what another list says of the same step
    ("portal", "6.6", "clerk", "1 calendar_day", "-", "applicant"),
    ("portal", "9.6", "clerk", "1 calendar_day", "-", "applicant"),
    ("office", "7.2", "-", "-", "-", "unit"),
    ("office", "7.3", "-", "-", "-", "officer"),
];

const RULES_2020: &[Row] = &[
    ("portal", "4", "applicant", "-", "-", "-"),
    ("portal", "6", "land-authority-clerk", "0 same_day", "receipt", "head-or-substitute"),
    ("portal", "7", "head-or-substitute", "0 same_day", "receipt", "officer"),
    ("portal", "8/1", "officer", "1 working_day", "-", "-"),
    ("portal", "8/1", "officer", "1 working_day", "assign", "applicant"),
    ("portal", "8/2", "officer", "1 working_day", "-", "head-or-substitute"),
    ("portal", "9", "head-or-substitute", "1 working_day", "-", "-"),
    ("portal", "10", "clerk", "15 minute", "sign", "applicant"),
];

/// Regulation, clause, actor, limit, and what it is counted from, of every limit that the two acts give outside the steps.
const SAID_BESIDES: &[(&str, &str, &str, &str, &str)] = &[
    ("north-kazakhstan.change-purpose", "11.11/2", "corporation", "1 month", "-"),
    ("north-kazakhstan.change-purpose", "11.11/3", "provider", "3 working_day", "-"),
    ("north-kazakhstan.change-purpose", "11.8/2", "officer", "2 calendar_day", "receipt"),
    ("north-kazakhstan.change-purpose", "12.7/2", "officer", "2 calendar_day", "receipt"),
    ("north-kazakhstan.change-purpose", "6.4/2", "officer", "2 calendar_day", "receipt"),
    ("north-kazakhstan.change-purpose", "9.4/2", "officer", "2 calendar_day", "receipt"),
    ("rules-2020.land-project", "14/2", "provider", "5 working_day", "registration"),
    ("rules-2020.land-project", "14/3", "quality-authority", "15 working_day", "registration"),
    ("rules-2020.land-project", "A2.3", "-", "4 working_day", "-"),
    ("rules-2020.land-project", "O5", "-", "21 calendar_day", "publication"),
];

/// Everything else that the acts number and that the model carries outside the steps.
const BESIDES: &[(&str, &[&str])] = &[
    (
        "north-kazakhstan.change-purpose",
        &[
            "1/3", "1.1", "1.2", "1.3", "2", "3", "4", "5", "5.1", "5.2", "5.3", "5.1#2", "5.2#2", "7.1", "7.2", "7.3",
            "7.4", "7.5", "7.6", "8.1", "8.2", "8.3", "8.4", "11.11/2", "11.11/3", "12#2", "14",
        ],
    ),
    (
        "rules-2020.land-project",
        &[
            "4.1", "4.2", "5/2", "5/3", "6/2", "11", "12", "12/2", "13", "13.1", "13.2", "14", "14/2", "14/3", "15",
            "O5", "A1", "A2.3", "O3", "O3.1", "O3.2", "O4",
        ],
    ),
];

#[test]
fn every_action_of_north_kazakhstan_stands_as_the_act_says_it() {
    holds("north-kazakhstan.change-purpose", NORTH_KAZAKHSTAN);
}

#[test]
fn every_action_of_the_rules_of_2020_stands_as_the_act_says_it() {
    holds("rules-2020.land-project", RULES_2020);
}

#[test]
fn every_limit_outside_the_steps_stands_as_the_act_says_it() {
    let mut found = Vec::new();
    for regulation in ["north-kazakhstan.change-purpose", "rules-2020.land-project"].map(regulation) {
        for saying in regulation.sayings.iter().filter(|saying| !saying.limits.is_empty()) {
            for said in saying.citations.iter().filter(|said| !said.limits.is_empty()) {
                found.push((
                    regulation.id.as_str(),
                    said.clause.address.as_str(),
                    actor_id(said.actor),
                    self::said(said.limits[0].duration),
                    if saying.from.is_empty() { "-".to_owned() } else { saying.from.join(" or ") },
                ));
            }
        }
    }
    found.sort();
    let told: Vec<_> =
        found.iter().map(|(id, clause, actor, limit, from)| (*id, *clause, *actor, &**limit, &**from)).collect();
    assert_eq!(told, SAID_BESIDES);
}

fn holds(id: &str, rows: &[Row]) {
    let regulation = regulation(id);
    let missing: Vec<String> = rows
        .iter()
        .filter(|row| !channel(regulation, row.0).nodes.iter().any(|node| says(channel(regulation, row.0), node, row)))
        .map(|row| format!("{row:?}"))
        .collect();
    assert!(missing.is_empty(), "not found in {id}:\n{}", missing.join("\n"));
}

/// Whether `node` cites the clause of `row` with all that the row says.
fn says(procedure: &Procedure, node: &Node, row: &Row) -> bool {
    let (_, clause, actor, limit, from, to) = *row;
    node.citations.iter().filter(|citation| citation.clause.address == clause).any(|citation| {
        actor_id(citation.actor) == actor
            && limits(citation) == limit
            && anchor(procedure, citation, node) == from
            && actor_id(citation.hands_to) == to
    })
}

fn actor_id(actor: Option<reglament::model::ActorId>) -> &'static str {
    actor.map_or("-", |actor| if actor == reglament::model::APPLICANT { "applicant" } else { &CORPUS.model[actor].id })
}

fn limits(citation: &Citation) -> String {
    let each: Vec<String> = citation.limits.iter().map(|limit| self::said(limit.duration)).collect();
    if each.is_empty() { "-".to_owned() } else { each.join(" and ") }
}

fn anchor(procedure: &Procedure, citation: &Citation, node: &Node) -> String {
    let of_line = (!citation.said_apart).then_some(&node.anchor);
    let Some(anchor) = citation.anchor.as_ref().or(of_line).filter(|anchor| anchor.said) else {
        return "-".to_owned();
    };
    let events = anchor.events.iter().map(|event| match event {
        AnchorEvent::Previous => "previous".to_owned(),
        AnchorEvent::Filing => "receipt".to_owned(),
        AnchorEvent::Done(node) => procedure[*node].id.clone(),
    });
    let mut events: Vec<String> = events.collect();
    events.sort();
    events.join(" or ")
}

fn said(duration: Duration) -> String {
    let unit = match duration.unit {
        Unit::Minute => "minute",
        Unit::Hour => "hour",
        Unit::WorkingDay => "working_day",
        Unit::CalendarDay => "calendar_day",
        Unit::Month => "month",
        Unit::Year => "year",
        Unit::SameDay => "same_day",
        Unit::Day => "day",
    };
    format!("{} {unit}", duration.quantity)
}

#[test]
fn every_numbered_item_of_the_lists_is_cited() {
    for (id, clauses) in BESIDES {
        let cited = cited(regulation(id));
        let missing: Vec<_> = clauses.iter().filter(|clause| !cited.contains(**clause)).collect();
        assert!(missing.is_empty(), "{id} does not cite {missing:?}");
    }
}

/// Nothing is cited that the acts do not have: every address is one of the tables above.
#[test]
fn no_clause_is_cited_that_the_act_does_not_have() {
    for (id, rows) in [("north-kazakhstan.change-purpose", NORTH_KAZAKHSTAN), ("rules-2020.land-project", RULES_2020)] {
        let besides = BESIDES.iter().find(|(of, _)| *of == id).map_or(&[][..], |(_, clauses)| clauses);
        let known: BTreeSet<&str> = rows.iter().map(|row| row.1).chain(besides.iter().copied()).collect();
        let strange: Vec<String> =
            cited(regulation(id)).into_iter().filter(|clause| !known.contains(clause.as_str())).collect();
        assert!(strange.is_empty(), "{id}: {strange:?}");
    }
}

fn cited(regulation: &Regulation) -> BTreeSet<String> {
    let of_nodes = regulation.procedures.iter().flat_map(|procedure| &procedure.nodes).flat_map(|node| &node.citations);
    let nodes = of_nodes.map(|citation| &citation.clause);
    let of_sayings = regulation.sayings.iter().flat_map(|saying| &saying.citations);
    let sayings = of_sayings.map(|citation| &citation.clause);
    let head = regulation.offers.iter().flat_map(|said| &said.clauses);
    let head = head.chain(regulation.listed.iter().flat_map(|said| &said.clauses));
    let head = head.chain(regulation.requires.iter().flat_map(|said| &said.clauses));
    let head = head.chain(regulation.grounds.iter().flat_map(|said| &said.clauses));
    let head = head.chain(regulation.results.iter().flat_map(|said| &said.clauses));
    let head = head.chain(regulation.form.iter().flat_map(|said| &said.clauses));
    let head = head.chain(regulation.fee.iter().flat_map(|said| &said.clauses));
    nodes.chain(sayings).chain(head).map(|clause| clause.address.clone()).collect()
}

/// Annex 2 of the Rules, row by row.
#[test]
fn the_standard_of_2020_says_what_its_annex_says() {
    let standard = CORPUS.model.standards.iter().find(|standard| standard.id == "order-301.land-project");
    let standard = standard.expect("it is in the corpus");
    let term = &standard.terms[0];
    assert_eq!(term.limit.as_ref().map(|limit| said(limit.duration)), Some("4 working_day".to_owned()));
    assert_eq!(term.clauses[0].address, "A2.3");
    assert_eq!(standard.offers.len(), 1);
    assert_eq!(CORPUS.model[standard.offers[0].what].id, "portal");
    assert_eq!(standard.form, [reglament::model::Form::Electronic]);
    assert_eq!(standard.fee, Some(reglament::model::Fee::Free));
    assert_eq!((standard.requires.len(), standard.grounds.len(), standard.results.len()), (2, 2, 2));
}

// --- three chains done with a pencil, from the holidays and moved days alone

/// The end of each step with a limit in the worst chain of `channel`, with its start and its term.
fn pencil(channel: &str) -> (String, Vec<String>, String) {
    let regulation = regulation("north-kazakhstan.change-purpose");
    let at = CORPUS.model.regulations.iter().position(|one| one.id == regulation.id).expect("it is one of them");
    let proof = PROOFS[at].terms.iter().find(|term| CORPUS.model[term.channel].id == channel);
    let worst = proof.and_then(|term| term.worst.as_ref()).expect("the channel was proved");
    let procedure = self::channel(regulation, channel);
    let chain = worst.chain.iter().filter(|link| !procedure[link.node].limits.is_empty());
    let chain = chain.map(|link| format!("{} {}", procedure[link.node].id, link.until)).collect();
    (worst.filed.to_string(), chain, worst.due.map_or_else(String::new, |due| due.to_string()))
}

/// Office. 1 January 2016 is a Friday; 2 January, a Saturday, is made up for on Monday the 4th; so Tuesday the 5th is the
/// first day on which anything can be filed. Nothing is rolled inside: 8, 10 and 30 January are what they are, the
/// 10th a Sunday. 29 calendar days of the 30 are used; every start has at least this one day to spare.
#[test]
fn the_office_needs_29_days_by_pencil() {
    let (filed, chain, due) = pencil("office");
    assert_eq!(filed, "2016-01-05T09:00");
    assert_eq!(
        chain,
        [
            "register 2016-01-05T09:15",
            "assign 2016-01-08T18:30",  // + 3
            "appoint 2016-01-10T18:30", // + 2, a Sunday
            "prepare 2016-01-30T18:30", // + 20, both waits taken as nothing
            "sign 2016-02-02T18:30",    // + 3
            "issue 2016-02-03T18:30",   // + 1
        ]
    );
    assert_eq!(due, "2016-02-04T18:30"); // 5 January + 30, a Thursday
}

/// State Corporation. Wednesday 27 November 2019, 19:46: of 5 + 5 + 5 minutes 14 fit before 20:00, the last one is the
/// next morning's. The package is under way on Friday the 29th until 20:00, when the provider is closed. 1 December is a
/// holiday on a Sunday, so Monday the 2nd is off; the clerk has 15 minutes on Tuesday the 3rd. 3 + 2 + 20 + 3 days end
/// on 31 December at 18:30. 1 and 2 January are holidays, Friday 3 January is moved to Sunday the 5th, which is worked:
/// the clerk's hour ends there at 10:00. The Corporation never works on Sundays, so its 15 minutes are Monday the 6th's.
#[test]
fn the_corporation_is_ten_days_late_by_pencil() {
    let (filed, chain, due) = pencil("corporation");
    assert_eq!(filed, "2019-11-27T19:46");
    assert_eq!(
        chain,
        [
            "verify 2019-11-27T19:51",
            "consent 2019-11-27T19:56",
            "enter 2019-11-28T09:01",
            "dispatch 2019-11-29T20:00",
            "register 2019-12-03T09:15",
            "assign 2019-12-06T18:30",
            "appoint 2019-12-08T18:30",
            "prepare 2019-12-28T18:30",
            "sign 2019-12-31T18:30",
            "issue 2020-01-05T10:00",
            "give 2020-01-06T09:15",
        ]
    );
    assert_eq!(due, "2019-12-27T18:30"); // 27 November + 30, a Friday
}

/// Portal. Thursday 16 February 2017, 18:16: 14 of the clerk's 15 minutes fit before 18:30. 3 + 2 + 20 + 3 days from
/// Friday the 17th end on Friday 17 March. Monday 20 March is moved to Saturday the 18th, which is worked: the first
/// working day of three. 21 to 23 March are Nauryz; the second is Friday the 24th, the third Monday the 27th.
#[test]
fn the_portal_is_nine_days_late_by_pencil() {
    let (filed, chain, due) = pencil("portal");
    assert_eq!(filed, "2017-02-16T18:16");
    assert_eq!(
        chain,
        [
            "register 2017-02-17T09:01",
            "assign 2017-02-20T18:30",
            "appoint 2017-02-22T18:30",
            "prepare 2017-03-14T18:30",
            "sign 2017-03-17T18:30",
            "issue 2017-03-27T18:30",
        ]
    );
    assert_eq!(due, "2017-03-18T18:30"); // 16 February + 30, the worked Saturday
}

/// The refusal. Filed on Tuesday 5 January 2016 at 9:00 it is due on the 7th; the head's 3 days end on the 8th and the 2
/// days of the unit's head on the 10th, so the officer who must refuse gets the file three days too late. Through the
/// State Corporation the file is under way until Wednesday the 6th at 20:00, the refusal is due on the 8th; the 7th is
/// Christmas, so the clerk registers on the 8th, and the officer has the file on the 13th.
#[test]
fn the_refusal_is_due_before_the_file_is_there_by_pencil() {
    let proof = PROOFS.iter().find(|proof| CORPUS.model[proof.regulation].id == "north-kazakhstan.change-purpose");
    let expiries = &proof.expect("it was proved").expiries;
    let told: Vec<String> = expiries
        .iter()
        .map(|expiry| format!("{} {} {}", CORPUS.model[expiry.channel].id, expiry.due, expiry.arrival))
        .collect();
    assert_eq!(
        told,
        [
            "office 2016-01-07T18:30 2016-01-10T18:30",
            "corporation 2016-01-08T18:30 2016-01-13T18:30",
            "portal 2016-01-07T18:30 2016-01-10T18:30",
        ]
    );
}
