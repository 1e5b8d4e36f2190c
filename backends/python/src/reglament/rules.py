"""The rules, loaded: where cases are opened."""

from __future__ import annotations

from typing import Any, Mapping, Optional

from . import artifact as a
from .case import Case
from .channel import Channel
from .days import Days
from .errors import Beyond, Refused
from .instants import MINUTES, parse_instant
from .load import MOST_BYTES, load


class Rules:
    """Compiled rules. They hold no date of any case and never change, so that many cases can share them."""

    def __init__(self, artifact: a.Artifact) -> None:
        self.artifact = artifact
        self._days = [Days(calendar) for calendar in artifact.calendars]
        self._channels: dict[tuple[int, str], Channel] = {}

    @staticmethod
    def load(data: bytes, most_bytes: int = MOST_BYTES) -> "Rules":
        """From the bytes of ``reglament compile``; raises a :class:`LoadError`."""
        return Rules(load(data, most_bytes))

    @property
    def regulations(self) -> list[str]:
        return sorted({it.id for it in self.artifact.regulations})

    def open(self, regulation: str, channel: str, filed: str, facts: Optional[Mapping[str, str]] = None) -> Case:
        """A case of what is filed at ``filed`` (``2018-11-28T17:30``); raises :class:`Refused`."""
        told = dict(facts or {})
        found = self.channel(regulation, channel, filed)
        if found.rules.entry is None:
            raise Refused("no-procedure")
        places = found.facts_of(told)
        try:
            counted = found.counts_as_filed(parse_instant(filed))
        except Beyond:
            raise Refused("beyond-calendar") from None
        filing = {"regulation": regulation, "channel": channel, "filed": filed, "facts": told}
        return Case(found, filing, counted, places)

    def replay(self, record: Mapping[str, Any]) -> Case:
        """A case from its :meth:`Case.record`."""
        case = self.open(**record["case"])
        for event in record["events"]:
            case.apply(event)
        return case

    def channel(self, regulation: str, channel: str, filed: str) -> Channel:
        """A channel of the version that takes what is filed then: of several, the last."""
        day = parse_instant(filed) // MINUTES
        named = [(ix, it) for ix, it in enumerate(self.artifact.regulations) if it.id == regulation]
        if not named:
            raise Refused("unknown-regulation")
        ix, version = next(((ix, it) for ix, it in reversed(named) if it.takes(day)), (None, None))
        if ix is None or version is None:
            raise Refused("no-version")
        rules = next((it for it in version.channels if it.id == channel), None)
        if rules is None:
            raise Refused("unknown-channel")
        key = (ix, channel)
        if key not in self._channels:
            self._channels[key] = Channel(self.artifact, self._days[version.calendar], version, rules)
        return self._channels[key]
