"""Events a second of SpiffWorkflow: `python spiff.py FILE PROCESS SECONDS`. What dates cost is left out: nothing is asked of
the rules."""

import sys
import time

from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine, TaskDataEnvironment
from SpiffWorkflow.spiff.parser import SpiffBpmnParser
from SpiffWorkflow.util.task import TaskState

file, process, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
parser = SpiffBpmnParser()
parser.add_bpmn_file(file)
spec = parser.get_spec(process)
# A date far ahead, so that no timer goes off.
engine = PythonScriptEngine(TaskDataEnvironment({"due": lambda step: "2099-01-01T00:00:00+00:00", "done": lambda step: None}))

events = 0
started = time.perf_counter()
while time.perf_counter() - started < seconds:
    workflow = BpmnWorkflow(spec, script_engine=engine)
    workflow.do_engine_steps()
    while not workflow.completed:
        task = next(task for task in workflow.get_tasks(state=TaskState.READY) if task.task_spec.manual)
        task.run()
        workflow.do_engine_steps()
        events += 1
print(events / (time.perf_counter() - started))
