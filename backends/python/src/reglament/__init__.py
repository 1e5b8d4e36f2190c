"""Compiled rules of Kazakh public services: for any case, who must act, by when, and on what ground.

    rules = Rules.load(Path("rules.json").read_bytes())
    case = rules.open("mangystau.survey-permit", "office", "2018-03-05T10:00")
    case.active()                                       # who must act, with the due dates
    case.apply({"event": "done", "step": "register", "at": "2018-03-05T10:12"})
"""

from .case import Active, Case, Next
from .errors import (
    Beyond,
    LoadError,
    Malformed,
    NotCanonical,
    Refused,
    TooLarge,
    WrongFormat,
    WrongHash,
    WrongReference,
    WrongVersion,
)
from .instants import parse_instant, show_instant
from .rules import Rules
from .why import Reason

__all__ = [
    "Active",
    "Beyond",
    "Case",
    "LoadError",
    "Malformed",
    "Next",
    "NotCanonical",
    "Reason",
    "Refused",
    "Rules",
    "TooLarge",
    "WrongFormat",
    "WrongHash",
    "WrongReference",
    "WrongVersion",
    "parse_instant",
    "show_instant",
]
