"""Holds what `check --format sarif` writes against the official SARIF 2.1.0 schema, and the JUnit report against an XML
parser. Called with the program; the projects are the corpus, and one whose folders have spaces and Kazakh letters."""

import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from jsonschema import Draft7Validator, FormatChecker

here = pathlib.Path(__file__).parent
program = pathlib.Path(sys.argv[1]).resolve()
schema = json.loads((here / "sarif-schema-2.1.0.json").read_text())
validator = Draft7Validator(schema, format_checker=FormatChecker())


def check(folder, *more):
    done = subprocess.run([program, "check", ".", *more], cwd=folder, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def hold(folder, *more):
    log = json.loads(check(folder, "--format", "sarif", *more))
    wrong = [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}" for error in validator.iter_errors(log)]
    assert not wrong, "\n".join(wrong[:20])
    (run,) = log["runs"]
    report = xml.fromstring(check(folder, "--format", "junit", *more))
    cases = report.findall("./testsuite/testcase")
    assert int(report.get("tests")) == len(cases)
    assert int(report.get("failures")) == len(report.findall("./testsuite/testcase/failure"))
    return len(run["results"]), len(cases)


print("the corpus: %d results, %d cases" % hold(here.parents[1] / "regulations"))
with tempfile.TemporaryDirectory() as folder:
    project = pathlib.Path(folder) / "Қостанай облысы" / "жер & су"
    project.mkdir(parents=True)
    for index, page in enumerate(sorted((here.parents[1] / "src/diagnostics/codes").iterdir())):
        (project / f"{index} ұзарту #1.reglament").write_bytes((page / "wrong.reglament").read_bytes())
    for language in ("kk", "ru", "en"):
        print("every wrong text, %s: %d results, %d cases" % (language, *hold(folder, "--lang", language)))
    baseline = pathlib.Path(folder) / "baseline.json"
    hold(folder, "--baseline", baseline, "--record")
    (project / "0 ұзарту #1.reglament").unlink()
    hold(folder, "--baseline", baseline)
