"""Compares the arithmetic of working days with an independent public source, the PyPI package `holidays` (country KZ).

    python3 -m venv venv && venv/bin/pip install holidays==0.109
    cargo build && cargo build --example working_days
    venv/bin/python tests/interop/working_days_oracle.py target/debug/reglament target/debug/examples/working_days

From every day of 2015 to 2026 the end of 1 to 40 working days is asked of both, wherever one of them ends before 2027.
The example prints all of ours in one process; that `reglament calendar add` says the same is asked of the command
itself for every n from some days around moved holidays. It exits with 1 if there is a difference that the table below
does not expect. What agreement proves, and what not, is said in calendar_oracle.py.

Seen with 0.109: no difference.
"""

import json
import subprocess
import sys
from datetime import date

import holidays

FIRST, LAST, MOST = 2015, 2026, 40

# (start, n) of ends that are known to differ, with the reason.
EXPECTED: dict[tuple[date, int], str] = {}

# The command itself is asked from these: before New Year, a worked Saturday, a weekend between holidays.
ASKED = [date(2018, 12, 28), date(2018, 3, 3), date(2020, 3, 21)]


def batch(example: str) -> dict[date, list[date]]:
    call = [example, str(FIRST), str(LAST), str(MOST)]
    lines = subprocess.run(call, check=True, capture_output=True, text=True).stdout.splitlines()
    days = ([date.fromisoformat(word) for word in line.split()] for line in lines)
    return {start: ends for start, *ends in days}


def command(program: str, start: date, n: int) -> date:
    call = [program, "calendar", "add", f"{n} working days", "--from", f"{start}T10:00", "--calendar", "kz"]
    answer = subprocess.run([*call, "--format", "json"], check=True, capture_output=True, text=True).stdout
    return date.fromisoformat(json.loads(answer)["due"][:10])


def main() -> int:
    if len(sys.argv) != 3:
        print("usage: working_days_oracle.py PROGRAM EXAMPLE", file=sys.stderr)
        return 2
    program, example = sys.argv[1:]
    ours = batch(example)
    theirs = holidays.country_holidays("KZ", years=range(FIRST, LAST + 2))
    compared = unexpected = 0
    for start, ends in ours.items():
        for n, end in enumerate(ends, 1):
            other = theirs.get_nth_working_day(start, n)
            if min(end, other).year > LAST:
                continue
            compared += 1
            if end == other:
                continue
            why = EXPECTED.get((start, n))
            unexpected += why is None
            print(f"{n} working days from {start}: {end}, theirs {other}: {why or 'NOT EXPECTED'}")
    asked = [(start, n) for start in ASKED for n in range(1, MOST + 1)]
    unlike = [(start, n) for start, n in asked if command(program, start, n) != ours[start][n - 1]]
    for start, n in unlike:
        print(f"{n} working days from {start}: `calendar add` and the example differ")
    print(f"{len(ours)} days, {compared} ends compared with holidays {holidays.__version__}, ", end="")
    print(f"{unexpected} differ unexpectedly")
    print(f"{len(asked)} of them asked of `reglament calendar add` itself, {len(unlike)} differ")
    return 1 if unexpected or unlike or compared < 170_000 else 0


if __name__ == "__main__":
    sys.exit(main())
