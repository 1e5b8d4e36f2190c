"""What a product would do with the package, and what it must refuse to load."""

import hashlib
import json
import unittest
from pathlib import Path
from typing import Any, Callable

from reglament import LoadError, Malformed, NotCanonical, Refused, Rules, TooLarge, WrongFormat, WrongHash
from reglament import WrongReference, WrongVersion, show_instant

SOURCE = (Path(__file__).parents[3] / "tests/vectors/corpus.json").read_bytes()
PERMIT = ("mangystau.survey-permit", "office", "2018-03-05T10:00")


def sealed(change: Callable[[Any], object]) -> bytes:
    """The rules with something changed, and the hash made anew."""
    tree = json.loads(SOURCE)
    change(tree)
    del tree["hash"]
    text = json.dumps(tree, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    tree["hash"] = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


class Loading(unittest.TestCase):
    def refuses(self, data: bytes, error: type[LoadError]) -> None:
        with self.assertRaises(error) as caught:
            Rules.load(data)
        self.assertIs(type(caught.exception), error)

    def test_what_is_no_artifact(self) -> None:
        half = SOURCE.replace(b'"version":1}', b'"version":1.0}')
        for data in (b"", b"[]", b"{}", b"\xff", b"[" * 200_000, SOURCE[:-1], half):
            self.refuses(data, Malformed)

    def test_the_first_thing_that_is_wrong(self) -> None:
        self.refuses(SOURCE.replace(b"reglament-rules", b"shopping-list"), WrongFormat)
        self.refuses(sealed(lambda tree: tree.update(version=2)), WrongVersion)
        self.refuses(SOURCE.replace(b'"quantity":15', b'"quantity":16', 1), WrongHash)
        self.refuses(sealed(lambda tree: tree["regulations"][0].update(calendar=9)), WrongReference)
        self.refuses(sealed(lambda tree: tree.pop("texts")), Malformed)
        self.refuses(sealed(lambda tree: tree.update(more=1)), Malformed)
        with self.assertRaises(TooLarge):
            Rules.load(SOURCE, most_bytes=1000)

    def test_white_space_is_not_canonical(self) -> None:
        text = SOURCE.decode()
        said = json.loads(text)["hash"]
        spaced = text.replace('"actors":', '"actors": ', 1)
        without = spaced.replace(f'"hash":"{said}",', "")
        made = "sha256:" + hashlib.sha256(without.encode()).hexdigest()
        self.refuses(spaced.replace(said, made).encode(), NotCanonical)

    def test_a_later_revision_may_have_more_fields(self) -> None:
        def later(tree: Any) -> None:
            tree.update(revision=2, more=1)
            tree["regulations"][0].update(more=[])

        self.assertEqual(len(Rules.load(sealed(later)).artifact.regulations), 10)

    def test_what_was_changed_in_nothing_loads(self) -> None:
        self.assertEqual(sealed(lambda tree: None), SOURCE)


class Cases(unittest.TestCase):
    def setUp(self) -> None:
        self.rules = Rules.load(SOURCE)

    def test_a_case_from_filing_to_the_second_step(self) -> None:
        case = self.rules.open(*PERMIT)
        self.assertEqual([(it.step, it.actor) for it in case.active()], [("register", "clerk")])
        self.assertEqual(show_instant(case.due()[0].due or 0), "2018-03-05T10:15")
        self.assertEqual(case.late("2018-03-05T10:15"), [])
        self.assertEqual([it.step for it in case.late("2018-03-05T10:16")], ["register"])
        self.assertEqual([it.step for it in case.next()], ["assign"])
        case.apply({"event": "done", "step": "register", "at": "2018-03-05T10:12"})
        self.assertEqual([it.step for it in case.active()], ["assign"])
        self.assertIn({"event": "done", "of": "assign"}, case.allowed())

    def test_the_reasons_name_the_clause_and_the_days_off(self) -> None:
        case = self.rules.open("mangystau.survey-permit", "office", "2018-03-07T10:00")
        case.apply({"event": "done", "step": "register", "at": "2018-03-07T10:12"})
        (reason,) = case.why("assign")
        self.assertEqual(show_instant(reason.counted_from), "2018-03-07T10:12")
        self.assertEqual(list(reason.clauses), ["8.2", "5.2"])
        named = [name["en"] for _, name in reason.skipped if name and "en" in name]
        self.assertEqual(len(reason.skipped), 4)
        self.assertTrue(any("Women" in name for name in named), named)

    def test_what_is_refused_changes_nothing(self) -> None:
        case = self.rules.open(*PERMIT)
        before = case.state()
        for event, reason in [
            ({"event": "done", "step": "issue", "at": "2018-03-05T11:00"}, "not-under-way"),
            ({"event": "done", "step": "register", "at": "2018-03-04T11:00"}, "out-of-order"),
            ({"event": "arrived", "step": "register", "at": "2018-03-05T11:00"}, "wrong-event"),
        ]:
            with self.assertRaises(Refused) as caught:
                case.apply(event)
            self.assertEqual(caught.exception.reason, reason)
        self.assertEqual(case.state(), before)

    def test_replaying_gives_the_same_state(self) -> None:
        case = self.rules.open(*PERMIT)
        case.apply({"event": "done", "step": "register", "at": "2018-03-05T10:12"})
        record = json.loads(json.dumps(case.record()))
        self.assertEqual(self.rules.replay(record).state(), case.state())

    def test_a_filing_is_refused(self) -> None:
        for filing, reason in [
            (("nowhere.nothing", "office", "2018-03-05T10:00"), "unknown-regulation"),
            (("mangystau.survey-permit", "post", "2018-03-05T10:00"), "unknown-channel"),
            (("mangystau.survey-permit", "office", "2099-03-05T10:00"), "beyond-calendar"),
        ]:
            with self.assertRaises(Refused) as caught:
                self.rules.open(*filing)
            self.assertEqual(caught.exception.reason, reason)


if __name__ == "__main__":
    unittest.main()
