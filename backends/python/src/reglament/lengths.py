"""How long a length lasts: whose days count, when a day ends, and on which day a length does."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Mapping

from . import artifact as a
from .days import Hours, minutes_back, minutes_on, nth
from .errors import Beyond
from .instants import LAST, MINUTES, date_of, day_of


@dataclass(frozen=True)
class Ruler:
    """Counts lengths by the hours of one schedule, under one set of readings."""

    hours: Hours
    readings: Mapping[str, str]
    is_term: bool

    def working(self, day: int) -> bool:
        if self.is_term or self.readings["week"] == "national":
            return self.hours.days.working(day)
        return bool(self.hours.work(day))

    def end_of(self, day: int) -> int:
        self.hours.days.known(day)
        ends = self.readings["day-end"] if self.is_term else "close"
        if ends == "midnight":
            return day * MINUTES + LAST
        return day * MINUTES + self.hours.close(day, reception=ends == "reception")

    def meant(self, unit: a.Unit) -> a.Unit:
        if unit != "day":
            return unit
        return "working_day" if self.readings["unqualified-day"] == "working" else "calendar_day"

    def until(self, length: a.Length, since: int) -> int:
        """The last minute in which something that may take ``length`` from ``since`` on is in time."""
        if length.quantity == 0 and length.unit != "same_day":
            return since
        if length.unit in ("minute", "hour"):
            return minutes_on(self.hours, length.quantity * (60 if length.unit == "hour" else 1), since)
        day = self.last_day(length, since)
        if self.is_term or self.readings["roll"] == "every-step":
            day = self.rolled(day)
        return self.end_of(day)

    def last_day(self, length: a.Length, since: int) -> int:
        """The day on which a length of days, months or years ends, not rolled."""
        unit, count, day = self.meant(length.unit), length.quantity, since // MINUTES
        if unit == "same_day":
            return nth(1, self.open_day(since) - 1, self.working)
        if unit == "working_day":
            from_ = self.open_day(since) - 1 if length.first_day_counted else day
            return nth(count, from_, self.working)
        if unit == "calendar_day":
            return self.open_day(since) + count - 1 if length.first_day_counted else day + count
        moved, exists = same_number(date_of(day), count * (12 if unit == "year" else 1))
        if exists and (length.first_day_counted or self.readings["month-rule"] == "law-2000"):
            moved -= timedelta(days=1)
        return day_of(moved)

    def open_day(self, since: int) -> int:
        """The day of the instant, or the next if that is over."""
        day = since // MINUTES
        return day + 1 if self.end_of(day) < since else day

    def rolled(self, day: int) -> int:
        """The first of this day and those after it that is a working day."""
        return nth(1, day - 1, self.working)

    def before(self, length: a.Length, end: int) -> int:
        """Counted back from the end of a term: the close of that day, by the working days of the national calendar."""
        unit, count, day = self.meant(length.unit), length.quantity, end // MINUTES
        if unit in ("minute", "hour"):
            return minutes_back(self.hours, count * (60 if unit == "hour" else 1), end)
        if unit == "working_day":
            while count > 0:
                day -= 1
                count -= self.hours.days.working(day)
        elif unit == "calendar_day":
            day -= count
        elif unit in ("month", "year"):
            day = day_of(same_number(date_of(day), -count * (12 if unit == "year" else 1))[0])
        self.hours.days.known(day)
        return day * MINUTES + self.hours.close(day)


def same_number(of: date, months: int) -> tuple[date, bool]:
    """The day of the same number so many months on, and whether there is one; else that month's last day."""
    year, month = divmod(of.year * 12 + of.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise Beyond
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(of.day, last)), of.day <= last
