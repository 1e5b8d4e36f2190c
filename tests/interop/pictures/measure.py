"""Layout measured from the written files alone: SVG by its groups, BPMN by its diagram interchange.

Counts overlaps, arrows through steps, steps outside of lanes, arrows that don't touch what they join or run aslant, text
that leaves its shape, labels that touch something; and crossings and bends, which may not be many.
"""

import re
import sys
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = {weight: TTFont(Path(__file__).parents[3] / f"src/picture/font/NotoSans-{weight}.ttf") for weight in ("Regular", "Bold")}
SVG = "{http://www.w3.org/2000/svg}"
B = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
DD = "{http://www.omg.org/spec/DD/20100524/DI}"
SLACK = 0.6
FATAL = ("overlap", "through", "outside", "undocked", "diagonal", "overflow", "label")


def width(text, size, weight):
    """Kerning left out: a little wider than what is drawn."""
    font = FONTS[weight]
    letters, advances = font.getBestCmap(), font["hmtx"]
    units = font["head"].unitsPerEm
    import unicodedata
    total = 0
    for letter in text:
        if unicodedata.combining(letter):
            continue
        total += advances[letters[ord(letter)]][0] / units if ord(letter) in letters else 1
    return total * size


def points(d):
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", d)]
    return list(zip(numbers[0::2], numbers[1::2]))


def box(pts):
    xs, ys = [p[0] for p in pts], [p[1] for p in pts]
    return min(xs), min(ys), max(xs), max(ys)


def touch(a, b, slack=SLACK):
    return a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack


def inside(a, b):
    return a[0] >= b[0] - SLACK and a[1] >= b[1] - SLACK and a[2] <= b[2] + SLACK and a[3] <= b[3] + SLACK


def on_border(p, b):
    x_in, y_in = b[0] - SLACK <= p[0] <= b[2] + SLACK, b[1] - SLACK <= p[1] <= b[3] + SLACK
    on_x = min(abs(p[0] - b[0]), abs(p[0] - b[2])) <= SLACK
    on_y = min(abs(p[1] - b[1]), abs(p[1] - b[3])) <= SLACK
    return (on_x and y_in) or (on_y and x_in)


class Diagram:
    def __init__(self):
        self.lanes, self.nodes, self.edges, self.labels, self.connectors = [], [], [], [], []
        self.counts = Counter()

    def measure(self):
        counts = self.counts
        names = [(name, b) for name, b, _ in self.nodes]
        for at, (name, a) in enumerate(names):
            counts["overlap"] += sum(touch(a, b) for _, b in names[at + 1:])
        for name, b, lane in self.nodes:
            counts["outside"] += not (lane is not None and inside(b, lane))
        for (source, target, pts) in self.edges:
            for p, q in zip(pts, pts[1:]):
                counts["diagonal"] += min(abs(p[0] - q[0]), abs(p[1] - q[1])) > SLACK
                counts["through"] += sum(touch(box([p, q]), (b[0] + 1, b[1] + 1, b[2] - 1, b[3] - 1), -0.01) for _, b in names)
            for p in (pts[0], pts[-1]):
                docked = any(on_border(p, b) for _, b in names) or any(on_border(p, b) for b in self.connectors)
                counts["undocked"] += not docked
            counts["bends"] += len(pts) - 2
        for at, (label, own) in enumerate(self.labels):
            counts["label"] += sum(touch(label, b) for _, b in names if b != own)
            counts["label"] += sum(touch(label, other) for other, _ in self.labels[at + 1:])
            for _, _, pts in self.edges:
                for p, q in zip(pts, pts[1:]):
                    s = box([p, q])
                    counts["label"] += touch((label[0], label[1], label[2], label[3]), (s[0] - .01, s[1] - .01, s[2] + .01, s[3] + .01), 0.0)
        segments = [(i, t, p, q) for i, (s, t, pts) in enumerate(self.edges) for p, q in zip(pts, pts[1:])]
        for i, (e, t, p, q) in enumerate(segments):
            for f, u, r, s in segments[i + 1:]:
                if e == f or t == u:
                    continue
                a, b = box([p, q]), box([r, s])
                level = (a[3] - a[1] < SLACK) != (b[3] - b[1] < SLACK)
                if level and a[0] < b[2] - SLACK and b[0] < a[2] - SLACK or level and a[1] < b[3] - SLACK and b[1] < a[3] - SLACK:
                    h, v = (a, b) if a[3] - a[1] < SLACK else (b, a)
                    counts["crossings"] += h[0] + SLACK < v[0] < h[2] - SLACK and v[1] + SLACK < h[1] < v[3] - SLACK
        return counts


def from_svg(path):
    diagram = Diagram()
    root = ET.parse(path).getroot()
    lanes = {}
    for group in root.iter(SVG + "g"):
        kind = group.get("class")
        shapes = [c for c in group if c.tag in (SVG + "rect", SVG + "path")]
        if kind == "lane":
            r = shapes[0]
            x, y, w, h = (float(r.get(k)) for k in ("x", "y", "width", "height"))
            lanes[group.get("id")] = (x, y, x + w, y + h)
            r = shapes[1]
            x, y, w, h = (float(r.get(k)) for k in ("x", "y", "width", "height"))
            diagram.counts["overflow"] += sum(not inside(b, (x, y, x + w, y + h)) for b in texts(group))
        elif kind == "node":
            first = shapes[0]
            if first.tag == SVG + "rect":
                x, y, w, h = (float(first.get(k)) for k in ("x", "y", "width", "height"))
                bounds, rhomb = (x, y, x + w, y + h), False
            else:
                bounds, rhomb = box(points(first.get("d"))), True
            diagram.nodes.append((group.get("data-step"), bounds, lanes.get(group.get("data-lane"))))
            for b in texts(group):
                cx, cy = (bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2
                far = max(abs(x - cx) / (bounds[2] - bounds[0]) + abs(y - cy) / (bounds[3] - bounds[1]) for x in (b[0], b[2]) for y in (b[1], b[3]))
                diagram.counts["overflow"] += far > 0.53 if rhomb else not inside(b, bounds)
        elif kind == "edge":
            diagram.edges.append((group.get("data-from"), group.get("data-to"), points(shapes[0].get("d"))))
        elif kind == "connector":
            pts = points(shapes[0].get("d"))
            diagram.connectors.append(box(pts))
        elif kind == "label":
            b = [t for t in texts(group)]
            diagram.labels.append((box([p for t in b for p in ((t[0], t[1]), (t[2], t[3]))]), None))
    return diagram


def texts(group):
    for text in group.iter(SVG + "text"):
        x, y, size = (float(text.get(k)) for k in ("x", "y", "font-size"))
        w = width(text.text or "", size, "Bold" if text.get("font-weight") else "Regular")
        left = {"middle": x - w / 2, "end": x - w}.get(text.get("text-anchor"), x)
        if text.get("transform"):
            yield x - size * 0.72, y - w / 2, x + size * 0.22, y + w / 2
        else:
            yield left, y - size * 0.72, left + w, y + size * 0.22


def from_bpmn(path):
    diagram = Diagram()
    root = ET.parse(path).getroot()

    def bounds(element):
        b = element.find(DC + "Bounds")
        x, y, w, h = (float(b.get(k)) for k in ("x", "y", "width", "height"))
        return x, y, x + w, y + h

    lanes = {ref.text: lane.get("id") for lane in root.iter(B + "lane") for ref in lane.findall(B + "flowNodeRef")}
    boundary = {event.get("id") for event in root.iter(B + "boundaryEvent")}
    shapes = {shape.get("bpmnElement"): shape for shape in root.iter(DI + "BPMNShape")}
    hosts = []
    for name, shape in shapes.items():
        if name not in lanes:
            continue
        own = bounds(shape)
        if name in boundary:
            hosts.append(own)
        else:
            diagram.nodes.append((name, own, bounds(shapes[lanes[name]])))
        label = shape.find(DI + "BPMNLabel")
        if label is not None:
            diagram.labels.append((bounds(label), own))
    ends = {flow.get("id"): (flow.get("sourceRef"), flow.get("targetRef")) for flow in root.iter(B + "sequenceFlow")}
    for edge in root.iter(DI + "BPMNEdge"):
        source, target = ends[edge.get("bpmnElement")]
        pts = [(float(p.get("x")), float(p.get("y"))) for p in edge.findall(DD + "waypoint")]
        diagram.edges.append((source, target, pts))
        label = edge.find(DI + "BPMNLabel")
        if label is not None:
            diagram.labels.append((bounds(label), None))
    diagram.connectors = hosts
    return diagram


def main():
    made = sys.argv[1] == "--made"
    folder = Path(sys.argv[-1])
    failed = False
    for kind, read in (("svg", from_svg), ("bpmn", from_bpmn)):
        for sub in ("", "right"):
            files = sorted((folder / sub).glob(f"*.{kind}"))
            if not files:
                continue
            total, edges, diagrams = Counter(), 0, set()
            for file in files:
                diagram = read(file)
                counts = diagram.measure()
                total += counts
                edges += len({(s, t) for s, t, _ in diagram.edges})
                diagrams.add(re.sub(r"\.\d+\.(kk|ru|en)\.svg$", r".\1.svg", file.name))
                bad = {name: counts[name] for name in FATAL if counts[name]}
                if bad:
                    failed = True
                    print(f"{file}: {bad}")
            crossings, bends = total["crossings"] / len(diagrams), total["bends"] / max(edges, 1)
            print(f"{kind} {sub or 'down'}: {len(diagrams)} diagrams, crossings a diagram {crossings:.2f}, bends an arrow {bends:.2f}, "
                  + ", ".join(f"{name} {total[name]}" for name in FATAL))
            failed |= not made and (crossings > 0.5 or bends > 0.5)
    sys.exit("the layout is not good enough" if failed else None)


main()
