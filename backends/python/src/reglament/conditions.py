"""Conditions over facts, of which some may not be known."""

from __future__ import annotations

from typing import Iterator, Mapping, Optional

from . import artifact as a


def holds(condition: a.Condition, facts: Mapping[int, int]) -> Optional[bool]:
    """Whether it holds; ``None``: that hangs on facts that are not known."""
    if isinstance(condition, a.Always):
        return True
    if isinstance(condition, a.Is):
        known = facts.get(condition.fact)
        return None if known is None else known == condition.value
    if isinstance(condition, a.Not):
        inner = holds(condition.inner, facts)
        return None if inner is None else not inner
    decisive = isinstance(condition, a.Any_)
    each = [holds(part, facts) for part in condition.parts]
    if decisive in each:
        return decisive
    return None if None in each else not decisive


def asked(condition: a.Condition) -> Iterator[int]:
    """The facts that it asks for."""
    if isinstance(condition, a.Is):
        yield condition.fact
    elif isinstance(condition, a.Not):
        yield from asked(condition.inner)
    elif isinstance(condition, (a.All, a.Any_)):
        for part in condition.parts:
            yield from asked(part)
