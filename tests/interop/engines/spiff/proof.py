"""Runs every case that `follow` lists through SpiffWorkflow, everybody taking the whole of the limit, and compares the
sequence of (step, actor, due) with what is listed there. A fact that is missing or wrong must stop the process.

    python proof.py RULES FOLDER CASES
"""

from __future__ import annotations

import json
import sys
from datetime import datetime, timezone
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[4] / "backends/python/src"))

from reglament import Refused, Rules, show_instant  # noqa: E402
from reglament.spiff import CaseEnvironment, Process  # noqa: E402
from SpiffWorkflow.bpmn import BpmnEvent, BpmnWorkflow  # noqa: E402
from SpiffWorkflow.exceptions import WorkflowException  # noqa: E402
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine  # noqa: E402
from SpiffWorkflow.bpmn.specs.mixins import EndEventMixin, ReceiveTaskMixin  # noqa: E402
from SpiffWorkflow.spiff.parser import SpiffBpmnParser  # noqa: E402
from SpiffWorkflow.util.task import TaskState  # noqa: E402

ZONE = timezone.utc


class Stuck(Exception):
    pass


class Clock:
    def __init__(self, at: str) -> None:
        self.at = datetime.fromisoformat(at).replace(tzinfo=ZONE)

    def __call__(self) -> datetime:
        return self.at


class Deployed:
    def __init__(self, path: Path) -> None:
        self.process = Process.read(path.read_text("utf-8"))
        parser = SpiffBpmnParser()
        parser.add_bpmn_file(str(path))
        self.spec = parser.get_spec(self.process.id)

    def run(self, rules: Rules, filed: str, facts: dict[str, str]) -> tuple[list[list[str | None]], str]:
        clock = Clock(filed)
        case = rules.open(self.process.regulation, self.process.channel, filed)
        engine = PythonScriptEngine(CaseEnvironment(case, self.process, clock, ZONE))
        workflow = BpmnWorkflow(self.spec, script_engine=engine)
        told = {name: facts[fact] for name, fact in self.process.facts.items() if fact in facts}
        workflow.task_tree.data.update(told)
        found: list[list[str | None]] = []
        # Nobody can act on it before it counts as filed.
        clock.at = max(clock.at, Clock(show_instant(case.counted)).at)
        workflow.do_engine_steps()
        while not workflow.completed:
            task = self.next(workflow)
            properties = task.task_spec.extensions["properties"]
            due = task.data["reglament_due"]
            at = None if due is None else datetime.fromisoformat(due)
            shown = None if at is None else at.strftime("%Y-%m-%dT%H:%M")
            found.append([properties["step"], properties.get("candidateGroups"), shown])
            clock.at = max(clock.at, at or clock.at)
            if isinstance(task.task_spec, ReceiveTaskMixin):
                workflow.send_event(BpmnEvent(task.task_spec.event_definition, {}))
            else:
                task.run()
            workflow.do_engine_steps()
        ends = [task.task_spec.name for task in workflow.get_tasks(state=TaskState.COMPLETED)
                if isinstance(task.task_spec, EndEventMixin)]
        # The dates lie in the past, so each timer went off, beside the step and without stopping it.
        return found, " ".join(name for name in ends if not name.startswith("over_"))

    def next(self, workflow: BpmnWorkflow):
        tasks = [task for task in workflow.get_tasks(state=TaskState.READY) if task.task_spec.manual]
        tasks += [task for task in workflow.get_tasks(state=TaskState.WAITING)
                  if isinstance(task.task_spec, ReceiveTaskMixin)]
        if not tasks:
            raise Stuck("nothing is under way")
        return min(tasks, key=lambda task: task.data["reglament_due"] or "")


def must_stop(deployed: Deployed, rules: Rules, filed: str, facts: dict[str, str]) -> bool:
    """The rules and the engine each refuse in their own way; coming to an end is wrong."""
    try:
        _, end = deployed.run(rules, filed, facts)
    except (Refused, WorkflowException):
        return True
    print(f"spiff {deployed.process.id}: came to {end} with the facts {facts}")
    return False


def main(rules_path: str, folder: str, cases_path: str) -> int:
    rules = Rules.load(Path(rules_path).read_bytes())
    deployed = {(it.process.regulation, it.process.channel): it
                for it in (Deployed(path) for path in sorted(Path(folder).glob("*.bpmn")))}
    cases = [json.loads(line) for line in Path(cases_path).read_text("utf-8").splitlines()]
    differences = steps = stopped = left_out = 0
    for one in cases:
        if one["steps"] is None:
            stopped += must_stop(deployed[one["regulation"], one["channel"]], rules, one["filed"], one["facts"])
            left_out += 1
            continue
        expected = [[step["step"], step["actor"], step["due"]] for step in one["steps"]]
        try:
            found, end = deployed[one["regulation"], one["channel"]].run(rules, one["filed"], one["facts"])
        except Exception as error:  # noqa: BLE001 - whatever an engine does wrong is a difference
            found, end = [], repr(error)
        steps += len(expected)
        if found != expected or end != "step_" + one["end"]:
            differences += 1
            print(f"spiff {one['regulation']} via {one['channel']} {one['filed']} {one['facts']}")
            print(f"  expected {expected} to step_{one['end']}\n  found    {found} to {end}")
    for it in deployed.values():
        for facts in [{}, {fact: "neither" for fact in it.process.facts.values()}] if it.process.facts else []:
            stopped += must_stop(it, rules, "2018-11-14T10:00", facts)
            left_out += 1
    differences += left_out - stopped
    print(f"spiffworkflow {version('SpiffWorkflow')}: {len(deployed)} processes, {len(cases)} cases, {steps} steps, "
          f"{stopped} stopped as they must, {differences} differences")
    return 1 if differences or not cases else 0


sys.exit(main(*sys.argv[1:4]))
