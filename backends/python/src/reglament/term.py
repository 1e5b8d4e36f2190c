"""When the term of a case ends: the term, what extends it, and the clock that stops."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence

from . import artifact as a
from .days import minutes_between, minutes_on, nth
from .instants import MINUTES
from .lengths import Ruler

Stop = tuple[int, int]
"""The clock stood from an instant to another."""


@dataclass(frozen=True)
class Term:
    """A term with its extensions, counted by the provider's days."""

    parts: Sequence[a.Length]
    ruler: Ruler
    start: int

    def end(self, stops: Sequence[Stop]) -> int:
        if all(part.unit in ("minute", "hour") for part in self.parts):
            return self._end_of_minutes(stops)
        day = self._last_day()
        end = self._end_on(day)
        for since, until in stops:
            if end < since or day < since // MINUTES:
                continue
            moved = self._moved(day, since, until)
            if self._end_on(moved) >= end:
                day, end = moved, self._end_on(moved)
        return end

    def _end_of_minutes(self, stops: Sequence[Stop]) -> int:
        hours = self.ruler.hours
        count = sum(part.quantity * (60 if part.unit == "hour" else 1) for part in self.parts)
        end = minutes_on(hours, count, self.start)
        for since, until in stops:
            if since <= end:
                end = max(end, minutes_on(hours, minutes_between(hours, since, end), until))
        return end

    def _first_day_counted(self) -> bool:
        return self.parts[0].first_day_counted or self.ruler.readings["first-day"] == "yes"

    def _last_day(self) -> int:
        at = self.start
        first = self._first_day_counted()
        for unit, count in self._kinds():
            if unit != "minute":
                at = self.ruler.last_day(a.Length(first, count, unit), at) * MINUTES
            first = False
        return at // MINUTES

    def _kinds(self) -> list[tuple[a.Unit, int]]:
        """The parts added up by kind, in the order in which each kind first comes."""
        kinds: dict[a.Unit, int] = {}
        for part in self.parts:
            unit, count = self.ruler.meant(part.unit), part.quantity
            if unit == "hour":
                unit, count = "minute", count * 60
            elif unit == "year":
                unit, count = "month", count * 12
            kinds[unit] = kinds.get(unit, 0) + count
        return list(kinds.items())

    def _end_on(self, day: int) -> int:
        return self.ruler.end_of(self.ruler.rolled(day))

    def _counts(self, day: int) -> bool:
        in_working_days = all(self.ruler.meant(part.unit) == "working_day" for part in self.parts)
        return not in_working_days or self.ruler.hours.days.working(day)

    def _moved(self, last: int, since: int, until: int) -> int:
        """The last day, if the clock stood between the two instants."""
        start = self.start // MINUTES
        itself = self._first_day_counted() and self.ruler.meant(self.parts[0].unit) == "working_day"
        begun = start if itself else start + 1
        rest = sum(self._counts(day) for day in range(max(since // MINUTES + 1, begun), last + 1))
        day = until // MINUTES
        if rest == 0 and self._end_on(day) < until:
            return day + 1
        return nth(rest, day, self._counts)

