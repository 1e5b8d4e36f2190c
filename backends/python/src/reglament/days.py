"""Which day is worked, and in which minutes: the calendar with the hours of one schedule."""

from __future__ import annotations

from datetime import date
from typing import Callable, Optional, Sequence

from . import artifact as a
from .errors import Beyond
from .instants import LAST, MINUTES, date_of, day_of, weekday

Stretch = tuple[int, int]
"""From a minute of the day up to another."""


class Days:
    """The days of one calendar."""

    def __init__(self, calendar: a.Calendar) -> None:
        self.first = day_of(date(calendar.years[0].year, 1, 1))
        self.last = day_of(date(calendar.years[-1].year, 12, 31))
        self._weekend = frozenset(calendar.weekend)
        self._listed = {day.date: day for year in calendar.years for day in year.days}
        self._projected = {year.year for year in calendar.years if year.projected}

    def known(self, day: int) -> int:
        if not self.first <= day <= self.last:
            raise Beyond
        return day

    def listed(self, day: int) -> Optional[a.CalendarDay]:
        """What the calendar says of the day, if it differs from the plain week."""
        return self._listed.get(self.known(day))

    def working(self, day: int) -> bool:
        """Whether it is a working day of the national calendar."""
        listed = self.listed(day)
        return listed.working if listed else weekday(day) not in self._weekend

    def projected(self, day: int) -> bool:
        return date_of(day).year in self._projected


class Hours:
    """One schedule on a calendar; a moved day off binds who works at weekends, or it does not."""

    def __init__(self, days: Days, schedule: a.Schedule, moved_days: bool) -> None:
        self.days = days
        self._schedule = schedule
        self._moved_days = moved_days
        self._work: dict[int, list[Stretch]] = {}

    def work(self, day: int) -> list[Stretch]:
        if day not in self._work:
            self._work[day] = self._stretches(self._schedule.work, day)
        return self._work[day]

    def acceptance(self, day: int) -> list[Stretch]:
        return self._stretches(self._schedule.acceptance, day)

    def close(self, day: int, reception: bool = False) -> int:
        """The last minute of the day's hours; of a day without any, the usual close."""
        stretches = self.acceptance(day) if reception else self.work(day)
        if stretches:
            return min(stretches[-1][1], LAST)
        openings = self._schedule.acceptance if reception else self._schedule.work
        for weekdays in (range(1, 6), range(6, 8)):
            ends = [end for number in weekdays for _, end in _joined(openings, day, number)]
            if ends:
                return min(max(ends), LAST)
        return LAST

    def _stretches(self, openings: Sequence[a.Opening], day: int) -> list[Stretch]:
        plays = self._plays(day)
        return [] if plays is None else _joined(openings, day, plays)

    def _opens_on(self, day: int, number: int) -> bool:
        return any(opening.holds_on(day) and number in opening.days for opening in self._schedule.work)

    def _plays(self, day: int) -> Optional[int]:
        """The day of the week whose hours hold; ``None``: none do."""
        listed = self.days.listed(day)
        own = weekday(day)
        if listed is None or listed.kind in ("working", "weekend"):
            return own
        if listed.kind == "holiday":
            return None
        at_weekends = self._opens_on(day, 6) or self._opens_on(day, 7)
        bound = not at_weekends or self._moved_days
        other = None if listed.other is None else weekday(listed.other)
        if not bound:
            substituted = listed.kind == "substituted"
            return None if substituted and (other is None or not self._opens_on(day, other)) else own
        if listed.kind == "moved" and listed.working:
            return None if at_weekends and not self._opens_on(day, own) else (other or own)
        return None


def _joined(openings: Sequence[a.Opening], day: int, number: int) -> list[Stretch]:
    """The stretches of those openings that hold on the day and have the day of the week, joined where they touch."""
    parts: list[Stretch] = []
    for opening in openings:
        if not opening.holds_on(day) or number not in opening.days:
            continue
        start = opening.from_
        for pause, resumes in sorted((it[0], it[1]) for it in opening.breaks):
            if start < min(pause, opening.until):
                parts.append((start, min(pause, opening.until)))
            start = max(start, resumes)
        if start < opening.until:
            parts.append((start, opening.until))
    joined: list[Stretch] = []
    for start, end in sorted(parts):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def minutes_on(hours: Hours, count: int, since: int) -> int:
    """The earliest instant by which so many minutes of work have passed."""
    if count == 0:
        return since
    day, minute = divmod(since, MINUTES)
    while True:
        for start, end in hours.work(day):
            start = max(start, minute)
            if start < end:
                if count <= end - start:
                    return day * MINUTES + min(start + count, LAST)
                count -= end - start
        day, minute = day + 1, 0


def minutes_back(hours: Hours, count: int, before: int) -> int:
    """The latest instant from which so much work is left."""
    if count == 0:
        return before
    day, minute = divmod(before, MINUTES)
    while True:
        for start, end in reversed(hours.work(day)):
            end = min(end, minute)
            if start < end:
                if count <= end - start:
                    return day * MINUTES + end - count
                count -= end - start
        day, minute = day - 1, MINUTES


def minutes_between(hours: Hours, since: int, until: int) -> int:
    """How many minutes of work lie between two instants."""
    total = 0
    for day in range(since // MINUTES, until // MINUTES + 1):
        for start, end in hours.work(day):
            first, last = max(day * MINUTES + start, since), min(day * MINUTES + end, until)
            total += max(0, last - first)
    return total


def counts_as_filed(hours: Hours, round_the_clock: bool, at: int) -> int:
    """The first minute at or after ``at`` in which a filing counts."""
    day, minute = divmod(at, MINUTES)
    while True:
        stretches = hours.work(day) if round_the_clock else hours.acceptance(day)
        if round_the_clock and stretches:
            stretches = [(stretches[0][0], stretches[-1][1])]
        for start, close in stretches:
            if minute <= min(close, LAST):
                return day * MINUTES + max(start, minute)
        day, minute = day + 1, 0


def nth(count: int, day: int, counts: Callable[[int], bool]) -> int:
    """The day on which so many of those that count have come, ``day`` itself not among them."""
    while count > 0:
        day += 1
        count -= counts(day)
    return day
