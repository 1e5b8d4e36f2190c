"""From untrusted bytes to typed rules: size, depth, fields, hash and references are checked before anything is used."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from functools import lru_cache
from typing import Any, Literal, Mapping, Optional, Sequence, Union

from . import artifact as a
from .errors import LoadError, Malformed, NotCanonical, TooLarge, WrongFormat, WrongHash, WrongVersion
from .instants import parse_day
from .references import check

FORMAT = "reglament-rules"
VERSION = 1
REVISION = 1
MOST_BYTES = 256 * 1024 * 1024
DEEPEST = 128
DEEPEST_CONDITION = 48
_DAYS = {"date", "other", "since", "last", "in_force_from", "in_force_until"}
_NAMES = {"from_": "from"}


def load(data: bytes, most_bytes: int = MOST_BYTES) -> a.Artifact:
    """The rules in these bytes. Raises the :class:`LoadError` that says what is wrong first."""
    if len(data) > most_bytes:
        raise TooLarge(f"{len(data)} bytes are more than the {most_bytes} that are read")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed(str(error)) from error
    if _depth(text) > DEEPEST:
        raise Malformed(f"nested over {DEEPEST} deep")
    try:
        tree = json.loads(text, parse_float=_no_number, parse_constant=_no_number)
    except ValueError as error:
        raise Malformed(str(error)) from error
    _head(tree)
    known = tree.get("revision")
    if not isinstance(known, int) or isinstance(known, bool) or known < 0:
        raise Malformed("revision: no whole number")
    said = tree.get("hash")
    if not isinstance(said, str) or _hash(text, said) != said:
        raise WrongHash("the contents do not agree with the hash")
    if known <= REVISION and json.dumps(tree, ensure_ascii=False, separators=(",", ":"), sort_keys=True) != text:
        raise NotCanonical("not in canonical form")
    rules: a.Artifact = _Decoder(strict=known <= REVISION).struct(tree, a.Artifact, "rules")
    check(rules)
    return rules


def _no_number(text: str) -> Any:
    raise ValueError(f"no whole number: {text}")


def _depth(text: str) -> int:
    """How deep brackets are nested, without recursion, so that no depth can hurt the reader of JSON."""
    depth = deepest = 0
    inside = escaped = False
    for letter in text:
        if inside:
            if escaped:
                escaped = False
            elif letter == "\\":
                escaped = True
            elif letter == '"':
                inside = False
        elif letter == '"':
            inside = True
        elif letter in "[{":
            depth += 1
            deepest = max(deepest, depth)
            if deepest > DEEPEST:
                return deepest
        elif letter in "]}":
            depth -= 1
    return deepest


def _head(tree: Any) -> None:
    if not isinstance(tree, dict) or not isinstance(tree.get("format"), str):
        raise Malformed("no artifact: the format is not said")
    if tree["format"] != FORMAT:
        raise WrongFormat(f"the format is {tree['format']!r}, not {FORMAT!r}")
    version = tree.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        raise Malformed("version: no whole number")
    if version != VERSION:
        raise WrongVersion(f"version {version} of the format, and only {VERSION} is known")


def _hash(text: str, said: str) -> str:
    """Of the text as it stands, less the field of the hash. No text can hold the field: its quotes would be escaped."""
    rest = text.replace(f'"hash":"{said}",', "", 1)
    return "sha256:" + hashlib.sha256(rest.encode("utf-8")).hexdigest()


@lru_cache(maxsize=None)
def _fields(of: type) -> Mapping[str, tuple[str, Any]]:
    hints = typing.get_type_hints(of, vars(a))
    return {_NAMES.get(f.name, f.name): (f.name, hints[f.name]) for f in dataclasses.fields(of)}


class _Decoder:
    """From JSON to the dataclasses of :mod:`reglament.artifact`, as their types say."""

    def __init__(self, strict: bool) -> None:
        self.strict = strict

    def struct(self, tree: Any, of: type, place: str) -> Any:
        if not isinstance(tree, dict):
            raise Malformed(f"{place}: no object")
        fields = _fields(of)
        missing = fields.keys() - tree.keys()
        unknown = tree.keys() - fields.keys()
        if missing:
            raise Malformed(f"{place}: the field {min(missing)!r} is missing")
        if unknown and self.strict:
            raise Malformed(f"{place}: the field {min(unknown)!r} is not known")
        day = _DAYS | ({"from", "until"} if of is a.Regulation else set())
        values = {}
        for name, (own, hint) in fields.items():
            inner = f"{place}.{name}"
            values[own] = self.day(tree[name], hint, inner) if name in day else self.value(tree[name], hint, inner)
        return of(**values)

    def day(self, value: Any, hint: Any, place: str) -> Optional[int]:
        if value is None and type(None) in typing.get_args(hint):
            return None
        if not isinstance(value, str):
            raise Malformed(f"{place}: no date")
        try:
            return parse_day(value)
        except ValueError as error:
            raise Malformed(f"{place}: {error}") from error

    def value(self, value: Any, hint: Any, place: str) -> Any:
        if hint == a.Condition:
            return self.condition(value, place, 0)
        if hint == a.Anchor:
            return self.anchor(value, place)
        if dataclasses.is_dataclass(hint):
            return self.struct(value, typing.cast(type, hint), place)
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        if origin is Literal:
            return self.one_of(value, args, place)
        if origin in (Union, types.UnionType):
            return None if value is None else self.value(value, args[0], place)
        if origin is not None and issubclass(origin, Mapping):
            return self.words(value, place)
        if origin is not None and issubclass(origin, Sequence):
            if not isinstance(value, list):
                raise Malformed(f"{place}: no list")
            return tuple(self.value(item, args[0], f"{place}[{at}]") for at, item in enumerate(value))
        return self.plain(value, hint, place)

    def plain(self, value: Any, hint: Any, place: str) -> Any:
        right = isinstance(value, hint) and (hint is bool or not isinstance(value, bool))
        if not right or (hint is int and not 0 <= value < 2**32):
            raise Malformed(f"{place}: no {hint.__name__}")
        return value

    def one_of(self, value: Any, known: Sequence[str], place: str) -> str:
        if not isinstance(value, str) or value not in known:
            raise Malformed(f"{place}: {value!r} is not known")
        return value

    def words(self, value: Any, place: str) -> Mapping[str, str]:
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            raise Malformed(f"{place}: no texts")
        return value

    def anchor(self, value: Any, place: str) -> a.Anchor:
        if value == "filing":
            return "filing"
        if value == "previous":
            return "previous"
        if isinstance(value, dict) and list(value) == ["done"]:
            return a.Done(self.plain(value["done"], int, place))
        raise Malformed(f"{place}: no anchor")

    def condition(self, value: Any, place: str, depth: int) -> a.Condition:
        if depth > DEEPEST_CONDITION:
            raise Malformed(f"{place}: a condition is nested too deeply")
        if value == "always":
            return a.Always()
        if not isinstance(value, dict) or len(value) != 1:
            raise Malformed(f"{place}: no condition")
        ((word, inner),) = value.items()
        if word == "not":
            return a.Not(self.condition(inner, place, depth + 1))
        if word not in ("is", "all", "any") or not isinstance(inner, list):
            raise Malformed(f"{place}: no condition")
        if word == "is":
            if len(inner) != 2:
                raise Malformed(f"{place}: no condition")
            fact, wanted = (self.plain(it, int, place) for it in inner)
            return a.Is(fact, wanted)
        parts = tuple(self.condition(part, place, depth + 1) for part in inner)
        return a.All(parts) if word == "all" else a.Any_(parts)


__all__ = ["FORMAT", "REVISION", "VERSION", "LoadError", "load"]
