"""The reasons of a due date: which limit, by which clause, from when, and which days did not count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Optional, Sequence

from . import artifact as a
from .instants import MINUTES

if TYPE_CHECKING:
    from .channel import Channel


@dataclass(frozen=True)
class Reason:
    """One limit of a step; the earliest ``until`` of all counts."""

    limit: a.Limit
    clauses: Sequence[str]
    counted_from: int
    until: Optional[int]
    skipped: Sequence[tuple[int, Optional[a.Labels]]]
    """Days between the two that are off, each with its name where the calendar has one."""


def why(channel: "Channel", ix: int, anchor: int, term_end: Optional[int]) -> list[Reason]:
    node = channel.rules.nodes[ix]
    reasons = []
    for limit in node.limits:
        until = channel.limit_end(node, limit, anchor, lambda: term_end)
        skipped = [] if until is None or limit.before_term else _skipped(channel, node, anchor, until)
        reasons.append(Reason(limit, limit.clauses, anchor, until, skipped))
    return reasons


def _skipped(channel: "Channel", node: a.Node, since: int, until: int) -> list[tuple[int, Optional[a.Labels]]]:
    ruler = channel.step_ruler(node.schedule)
    off = [day for day in range(since // MINUTES, until // MINUTES + 1) if not ruler.working(day)]
    named = []
    for day in off:
        listed = channel.days.listed(day)
        name = None if listed is None or listed.name is None else channel.all.texts[listed.name]
        named.append((day, name))
    return named
