"""BPMN files by the strict schema, and what no tool looks for: lanes, the pool, the plane, letters of ids."""

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import xmlschema

B = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
NODES = {B + name for name in (
    "startEvent", "endEvent", "userTask", "serviceTask", "receiveTask", "task", "exclusiveGateway", "parallelGateway",
    "boundaryEvent", "intermediateThrowEvent", "intermediateCatchEvent")}


def bounds(shape):
    b = shape.find(DC + "Bounds")
    return tuple(float(b.get(k)) for k in ("x", "y", "width", "height"))


def inside(inner, outer):
    return (inner[0] >= outer[0] and inner[1] >= outer[1] and inner[0] + inner[2] <= outer[0] + outer[2]
            and inner[1] + inner[3] <= outer[1] + outer[3])


def check(root):
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    for one in ids:
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", one):
            yield f"the id {one!r} isn't ASCII"
    if len(ids) != len(set(ids)):
        yield "an id is given twice"
    process = root.find(B + "process")
    pool = root.find(f"{B}collaboration/{B}participant")
    if pool is None or pool.get("processRef") != process.get("id"):
        yield "the participant has no process"
    if root.find(f".//{DI}BPMNPlane").get("bpmnElement") != root.find(B + "collaboration").get("id"):
        yield "the plane isn't on the collaboration"
    nodes = {element.get("id") for element in process.iter() if element.tag in NODES}
    lanes = {lane.get("id"): [ref.text for ref in lane.findall(B + "flowNodeRef")] for lane in process.iter(B + "lane")}
    held = [ref for refs in lanes.values() for ref in refs]
    for node in nodes:
        if held.count(node) != 1:
            yield f"{node} is in {held.count(node)} lanes"
    if set(held) - nodes:
        yield f"lanes hold what isn't there: {set(held) - nodes}"
    shapes = {shape.get("bpmnElement"): bounds(shape) for shape in root.iter(DI + "BPMNShape")}
    for lane, refs in lanes.items():
        for ref in refs:
            if ref in shapes and not inside(shapes[ref], shapes[lane]):
                yield f"{ref} is drawn outside of its lane"
        if not inside(shapes[lane], shapes[pool.get("id")]):
            yield f"the lane {lane} is drawn outside of the pool"
    edges = {edge.get("bpmnElement") for edge in root.iter(DI + "BPMNEdge")}
    flows = {flow.get("id") for flow in process.iter(B + "sequenceFlow")}
    for lost in (nodes | set(lanes) | {pool.get("id")}) - set(shapes) | (flows - edges):
        yield f"{lost} isn't drawn"


def main():
    schema = xmlschema.XMLSchema(str(Path(sys.argv[1]) / "BPMN20.xsd"), allow="all")
    wrong = 0
    for path in sys.argv[2:]:
        problems = [f"schema: {error.reason} at {error.path}" for error in schema.iter_errors(path)]
        problems += check(ET.parse(path).getroot())
        for problem in problems:
            print(f"{path}: {problem}")
        wrong += len(problems)
    sys.exit(f"{wrong} problems" if wrong else None)


main()
