"""The glue of SpiffWorkflow: dates by the rules and their calendar, in processes exported for it (docs/engines.md).

    process = Process.read(Path("survey-permit.office.spiff.bpmn").read_text("utf-8"))
    case = rules.open(process.regulation, process.channel, filed)
    workflow = BpmnWorkflow(spec, script_engine=PythonScriptEngine(CaseEnvironment(case, process, clock, zone)))

SpiffWorkflow is not among the dependencies: who imports this module has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, Callable, Mapping, Optional
from xml.etree import ElementTree

from SpiffWorkflow.bpmn.script_engine import TaskDataEnvironment

from .case import Case
from .errors import Refused
from .instants import show_instant

_PROCESS = "{http://www.omg.org/spec/BPMN/20100524/MODEL}process"
_OURS = "{urn:reglament:bpmn}"


@dataclass(frozen=True)
class Process:
    """What a file says of itself: whose rules it runs by, and which variable holds which fact."""

    id: str
    regulation: str
    channel: str
    facts: Mapping[str, str]

    @staticmethod
    def read(text: str) -> "Process":
        process = ElementTree.fromstring(text.encode("utf-8")).find(_PROCESS)
        if process is None:
            raise ValueError("no process")
        said = {name: process.attrib[_OURS + name] for name in ("regulation", "channel", "facts")}
        facts = dict(pair.split("=", 1) for pair in said["facts"].split())
        return Process(process.attrib["id"], said["regulation"], said["channel"], facts)


class CaseEnvironment(TaskDataEnvironment):  # type: ignore[misc]
    """What the scripts of a process can call: ``due`` before each step, ``done`` behind it. One for each case.

    What the rules refuse raises :class:`Refused`, and the step fails.
    """

    def __init__(self, case: Case, process: Process, clock: Callable[[], datetime], zone: tzinfo) -> None:
        super().__init__({"due": self.due, "done": self.done})
        self.case = case
        self._process = process
        self._clock = clock
        self._zone = zone

    def due(self, step: str) -> Optional[str]:
        """Until when, with the offset of the office's zone, as timers want it; ``None``: nothing bounds it."""
        active = next((it for it in self.case.active() if it.step == step), None)
        if active is None:
            raise Refused("not-under-way")
        if active.due is None:
            return None
        return datetime.fromisoformat(show_instant(active.due)).replace(tzinfo=self._zone).isoformat()

    def done(self, step: str) -> None:
        """The step is done, the choice made, the wait over: now."""
        kind = next((it.kind for it in self.case.active() if it.step == step), None)
        if kind is None:
            raise Refused("not-under-way")
        word = {"choice": "decided", "wait": "arrived"}.get(kind, "done")
        self.case.apply({"event": word, "step": step, "at": self._now()})
        if self.case.state()["stuck_at"] is not None:
            # The act leaves the case out: the process must not go on as if it did not.
            raise Refused("left-out")

    def execute(self, script: str, context: dict[str, Any], external_context: Optional[dict[str, Any]] = None) -> bool:
        """Tells the case the facts that have become known, and runs the script."""
        known = self.case.state()["facts"]
        told = {fact: str(context[name]) for name, fact in self._process.facts.items() if name in context}
        new = {fact: value for fact, value in told.items() if known.get(fact) != value}
        if new and not self.case.over:
            self.case.apply({"event": "learned", "facts": new, "at": self._now()})
        return bool(super().execute(script, context, external_context))

    def _now(self) -> str:
        return self._clock().astimezone(self._zone).strftime("%Y-%m-%dT%H:%M")
