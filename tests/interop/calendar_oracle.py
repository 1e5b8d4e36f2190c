"""Compares the calendar of Kazakhstan with an independent public source, the PyPI package `holidays` (country KZ).

    python3 -m venv venv && venv/bin/pip install holidays==0.109
    cargo build && venv/bin/python tests/interop/calendar_oracle.py target/debug/reglament

Every day of 2015 to 2026 is asked of both: is it a working day? It prints each day on which they differ, and exits with
1 if there is one that the table below does not expect. The package is a source to compare with, never to copy from; its
licence is MIT. The days of Kurban Ait before 2017 and from 2021 to 2025 were taken from it for want of another source
(the calendar's rows say so), so that on those days agreement proves nothing.

Seen with 0.109: no difference in 2015-2026, and none in the projected years 2027-2030.
"""

import json
import subprocess
import sys
from datetime import date

import holidays

FIRST, LAST = 2015, 2026

# Days on which the two are known to differ, with the reason.
EXPECTED: dict[date, str] = {}


def ours(program: str, year: int) -> dict[date, dict]:
    """What `reglament calendar days` says of each day of a year."""
    call = [program, "calendar", "days", str(year), "--calendar", "kz", "--format", "json"]
    answer = subprocess.run(call, check=True, capture_output=True, text=True).stdout
    return {date.fromisoformat(day["date"]): day for day in json.loads(answer)}


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: calendar_oracle.py PROGRAM", file=sys.stderr)
        return 2
    theirs = holidays.country_holidays("KZ", years=range(FIRST, LAST + 1))
    days = unexpected = 0
    for year in range(FIRST, LAST + 1):
        for day, said in ours(sys.argv[1], year).items():
            days += 1
            if said["working"] == theirs.is_working_day(day):
                continue
            why = EXPECTED.get(day)
            unexpected += why is None
            print(f"{day}: {said['working']=} ({said['why']}), theirs {theirs.get(day)}: {why or 'NOT EXPECTED'}")
    print(f"{days} days compared with holidays {holidays.__version__}, {unexpected} differ unexpectedly")
    return 1 if unexpected else 0


if __name__ == "__main__":
    sys.exit(main())
