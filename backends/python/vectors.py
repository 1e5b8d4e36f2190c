"""Runs files of vectors, whose rules lie in the first folder, and prints each that comes out otherwise: see backends/run."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Iterator

sys.path.insert(0, str(Path(__file__).parent / "src"))

from reglament import Refused, Rules  # noqa: E402


def differences(expected: Any, found: Any, place: str) -> Iterator[str]:
    """Of an object every field that is given, of a list its length and each member; anything else must be equal."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for name, value in expected.items():
            yield from differences(value, found.get(name, "(no such field)"), f"{place}.{name}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for at, (one, other) in enumerate(zip(expected, found)):
            yield from differences(one, other, f"{place}[{at}]")
    elif expected != found or type(expected) is not type(found):
        yield f"{place}: expected {json.dumps(expected)}, found {json.dumps(found)}"


def answer(rules: Rules, vector: dict[str, Any]) -> dict[str, Any]:
    try:
        case = rules.open(**vector["case"])
    except Refused as refused:
        return {"refused": refused.reason}
    answers = []
    for event in vector["events"]:
        try:
            case.apply(event)
            answers.append("ok")
        except Refused as refused:
            answers.append(refused.reason)
    return {"answers": answers, "state": case.state()}


def main(folder: str, *paths: str) -> int:
    count = wrong = 0
    loaded: dict[Path, Rules] = {}
    for path in map(Path, paths):
        file = json.loads(path.read_text("utf-8"))
        source = Path(folder, file["rules"])
        if source not in loaded:
            loaded[source] = Rules.load(source.read_bytes())
        for vector in file["vectors"]:
            expected = dict(vector["expect"])
            if "refused" not in expected:
                expected.setdefault("answers", ["ok"] * len(vector["events"]))
            found = list(differences(expected, answer(loaded[source], vector), ""))
            count += 1
            wrong += bool(found)
            for line in found:
                print(f"{path.name}: {vector['name']}: {line}")
    print(f"python: {count} vectors, {wrong} differ")
    return 1 if wrong or not count else 0


sys.exit(main(*sys.argv[1:]))
