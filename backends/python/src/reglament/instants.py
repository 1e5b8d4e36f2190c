"""Civil minutes and days as numbers: a day counts from 1970-01-01, an instant is its day's 1440 minutes and the minute."""

from __future__ import annotations

import re
from datetime import date, datetime

MINUTES = 1440
LAST = MINUTES - 1
_EPOCH = date(1970, 1, 1).toordinal()
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", re.ASCII)


def parse_day(text: str) -> int:
    if not _DATE.fullmatch(text):
        raise ValueError(f"no date like 2018-11-28: {text!r}")
    return date.fromisoformat(text).toordinal() - _EPOCH


def parse_instant(text: str) -> int:
    if not _INSTANT.fullmatch(text):
        raise ValueError(f"no instant like 2018-11-28T17:30: {text!r}")
    at = datetime.fromisoformat(text)
    return (at.toordinal() - _EPOCH) * MINUTES + at.hour * 60 + at.minute


def date_of(day: int) -> date:
    return date.fromordinal(day + _EPOCH)


def day_of(of: date) -> int:
    return of.toordinal() - _EPOCH


def show_instant(at: int) -> str:
    day, minute = divmod(at, MINUTES)
    return f"{date_of(day).isoformat()}T{minute // 60:02}:{minute % 60:02}"


def weekday(day: int) -> int:
    """1 is Monday, 7 is Sunday."""
    return (day + 3) % 7 + 1
