//! BPMN for engines: what each dialect must say so that no engine can take a wrong way in silence. That the engines run
//! it is for `tests/interop/engines`.

use super::differential::corpus::CORPUS;
use reglament::diagnostics::Words;
use reglament::export::bpmn::{Dialect, Direction, bpmn};
use reglament::export::executable::{Flowable, Operaton, Spiff, Zeebe};
use reglament::model::{self, Condition, FactId, NodeKind, Regulation, RegulationId};
use reglament::vocabulary::Language;
use roxmltree::{Document, Node};

const BPMN: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
const OURS: &str = "urn:reglament:bpmn";
const DIALECTS: [(&str, &dyn Dialect); 4] =
    [("flowable", &Flowable), ("operaton", &Operaton), ("spiff", &Spiff), ("zeebe", &Zeebe)];

/// Every file of the corpus in a dialect.
fn written(dialect: &dyn Dialect) -> Vec<String> {
    let words = Words::new(Language::Ru);
    let model = &CORPUS.model;
    let mut files = Vec::new();
    for (ix, regulation) in model.regulations.iter().enumerate() {
        for procedure in &regulation.procedures {
            files.push(bpmn(model, RegulationId(ix as u32), procedure, Direction::Down, &words, dialect));
        }
    }
    files
}

fn all<'a>(file: &'a Document, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    file.descendants().filter(move |it| it.has_tag_name((BPMN, name)))
}

/// The ids of the gateways that ask something and have no default; each way of theirs, and of the others every way but the
/// default, must have a condition.
fn without_default(engine: &str, text: &str) -> Vec<String> {
    let file = Document::parse(text).expect("it is XML");
    let mut found = Vec::new();
    for gateway in all(&file, "exclusiveGateway") {
        let from = |flow: &Node| flow.attribute("sourceRef") == gateway.attribute("id");
        let flows: Vec<Node> = all(&file, "sequenceFlow").filter(from).collect();
        if flows.len() < 2 {
            continue;
        }
        let plain = |flow: &&Node| !flow.children().any(|it| it.has_tag_name((BPMN, "conditionExpression")));
        let unasked: Vec<_> = flows.iter().filter(plain).filter_map(|it| it.attribute("id")).collect();
        match gateway.attribute("default") {
            Some(default) => assert_eq!(unasked, [default], "{engine}: {gateway:?}"),
            None => {
                assert!(unasked.is_empty(), "{engine}: {gateway:?}");
                found.extend(gateway.attribute("id").map(str::to_owned));
            }
        }
    }
    found
}

#[test]
fn each_gateway_has_a_default_and_a_condition_on_every_other_way() {
    for (engine, dialect) in DIALECTS {
        let files = written(dialect);
        let asked: usize = files.iter().map(|text| text.matches("<conditionExpression").count()).sum();
        assert!(asked > 20, "{engine}: the corpus asks");
        assert!(files.iter().all(|text| without_default(engine, text).is_empty()), "{engine}");
    }
}

/// A choice of two ways, of which the second asks for more than that the first does not hold.
#[test]
fn a_choice_that_leaves_a_case_out_has_no_default_for_it() {
    let mut model = CORPUS.model.clone();
    let named = |it: &Regulation| it.id == "north-kazakhstan.change-purpose";
    let ix = model.regulations.iter().position(named).expect("it is in the corpus");
    let procedure = &mut model.regulations[ix].procedures[0];
    let two = |it: &&mut model::Node| it.kind == NodeKind::Choice && it.next.len() == 2;
    let choice = procedure.nodes.iter_mut().find(two).expect("there is a choice of two ways");
    let second = &mut choice.next[1];
    second.otherwise = false;
    second.when = Condition::All(vec![second.when.clone(), Condition::Is(FactId(0), 0)]);
    let id = choice.id.clone();
    let words = Words::new(Language::Ru);
    for (engine, dialect) in DIALECTS {
        let procedure = &model.regulations[ix].procedures[0];
        let text = bpmn(&model, RegulationId(ix as u32), procedure, Direction::Down, &words, dialect);
        let found = without_default(engine, &text);
        assert!(found.len() == 1 && found[0].starts_with(&format!("step_{id}")), "{engine}: {found:?}");
    }
}

#[test]
fn whoever_acts_is_a_task_that_names_the_step_and_the_actor_of_the_rules() {
    for (engine, dialect) in DIALECTS {
        for text in written(dialect) {
            let file = Document::parse(&text).expect("it is XML");
            let process = all(&file, "process").next().expect("there is a process");
            assert_eq!(process.attribute("isExecutable"), Some("true"));
            let named = process.attribute((OURS, "regulation"));
            let regulation = CORPUS.model.regulations.iter().find(|it| Some(it.id.as_str()) == named);
            let channel = process.attribute((OURS, "channel"));
            let own = |it: &&reglament::model::Procedure| Some(CORPUS.model[it.channel].id.as_str()) == channel;
            let regulation = regulation.expect("it is one of the corpus");
            let procedure = regulation.procedures.iter().find(own).expect("the channel is its own");
            for task in ["userTask", "serviceTask", "receiveTask"].into_iter().flat_map(|name| all(&file, name)) {
                let step = task.attribute((OURS, "step")).expect("it names its step");
                let node = procedure.nodes.iter().find(|it| it.id == step).expect("the step is one of the rules");
                let actor = node.actor.map(|actor| CORPUS.model[actor].id.as_str());
                assert_eq!(task.attribute((OURS, "actor")), actor, "{engine}: {step}");
            }
            let ids = file.descendants().filter_map(|it| it.attribute("id"));
            assert!(ids.into_iter().all(|id| id.is_ascii()), "{engine}: an id that some tool cannot read");
        }
    }
}

#[test]
fn a_date_is_asked_of_the_calendar_and_never_counted_by_the_engine() {
    for (engine, dialect) in DIALECTS {
        for text in written(dialect) {
            let file = Document::parse(&text).expect("it is XML");
            assert_eq!(all(&file, "timeDuration").count(), 0, "{engine}");
            for timer in all(&file, "timeDate") {
                assert!(timer.text().is_some_and(|it| it.contains("due")), "{engine}: {timer:?}");
            }
        }
    }
}

/// One of each, to be looked at: the dialects of a regulation with a choice, a wait and a refusal.
#[test]
fn a_step_a_choice_and_a_wait_in_each_dialect() {
    for (engine, dialect) in DIALECTS {
        let shown = written(dialect).into_iter().find(|it| it.contains("north-kazakhstan.change-purpose\""));
        let shown = shown.expect("it is in the corpus");
        let file = Document::parse(&shown).expect("it is XML");
        let process = all(&file, "process").next().expect("there is a process");
        let lines = &shown[process.range()];
        let mut short = String::new();
        for line in lines.lines().filter(|line| !line.contains("coming>") && !line.contains("going>")) {
            let telling = ["flowable:", "camunda:", "spiffworkflow:", "zeebe:", "Condition", "condition", "timeDate"];
            if telling.iter().any(|word| line.contains(word)) {
                short.push_str(line.trim());
                short.push('\n');
            }
        }
        insta::assert_snapshot!(engine, short);
    }
}
