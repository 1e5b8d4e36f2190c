"""Compares worst cases with a solver that knows nothing of them: OR-tools CP-SAT, over every filing of one year.

    venv/bin/pip install ortools==9.15.6755
    cargo build && venv/bin/python tests/interop/worst_case_oracle.py target/debug/reglament regulations

Of `reglament` it takes the rows of the calendar with the hours of a day, the steps of a procedure, and the term. What a
limit means is written down here anew, minute by minute; that minute by minute function is handed to CP-SAT in stretches,
each step a variable bound to the one before it, and CP-SAT looks for the filing minute whose case is done latest against
the end of its term. It has to find, and prove to be the worst, the least slack that `reglament prove` tells.

It covers steps one after the other, with limits in minutes, hours, working and calendar days or the same day, each from
the step before or from receipt, and choices about facts that are asked once. Anything else ends it with a message.

Seen with 9.15.6755: three channels of two regulations, no difference.
"""

import json
import subprocess
import sys
from datetime import date, timedelta

from ortools.sat.python import cp_model

YEAR = 2018
# Days behind the year's end into which a case and its term may run.
BEHIND = 120
DAY = 24 * 60

# Regulation, channel: whose acceptance counts a filing in, as `regulations/schedules/` and `regulations/channels/` say.
COUNTERS = {
    ("rules-2020.land-project", "portal"): ("provider", "09:00-18:30 whatever the lunch"),
    ("mangystau.cadastral-value", "office"): ("provider", "09:00-17:30"),
    ("mangystau.cadastral-value", "corporation"): ("corporation", "as it works"),
}


def ask(program: str, *words: str):
    done = subprocess.run([program, *words, "--format", "json"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return json.loads(done.stdout)


def minute(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


class Hours:
    """One organisation: its stretches of work on each day from 1 January on."""

    def __init__(self, program: str, project: str, schedule: str):
        self.days: list[list[tuple[int, int]]] = []
        self.national: list[bool] = []
        first = date(YEAR, 1, 1)
        for year in (YEAR, YEAR + 1):
            call = ["calendar", "days", str(year), "--schedule", schedule, "--project", project, "--calendar", "kz"]
            for day in ask(program, *call):
                if (date.fromisoformat(day["date"]) - first).days >= 365 + BEHIND:
                    return
                pairs = (stretch.split("-") for stretch in day["hours"])
                self.days.append([(minute(a), minute(b)) for a, b in pairs])
                self.national.append(day["working"])

    def close(self, day: int) -> int:
        """The end of work; of a day without work, that of a usual weekday."""
        stretches = self.days[day] or max((d for d in self.days[:14]), key=lambda d: d[-1][1] if d else 0)
        return day * DAY + stretches[-1][1]

    def limit(self, quantity: int, unit: str) -> list[int]:
        """The latest end of what begins at each minute; as far as the days reach."""
        worked = [bool(stretches) for stretches in self.days]
        if unit in ("minute", "hour"):
            return self.work(quantity * (60 if unit == "hour" else 1))
        if unit == "working_day":
            return self.from_days(lambda day: count_on(worked, day, quantity))
        if unit == "calendar_day":
            return self.from_days(lambda day: day + quantity)
        if unit == "same_day":
            return self.same_day(worked)
        sys.exit(f"a limit in {unit} is not covered")

    def term(self, quantity: int, unit: str) -> list[int]:
        """The end of a term that begins at each minute: national working days, and a roll for calendar days."""
        if unit == "working_day":
            return self.from_days(lambda day: count_on(self.national, day, quantity))
        if unit == "calendar_day":
            return self.from_days(lambda day: count_on(self.national, day + quantity - 1, 1))
        sys.exit(f"a term in {unit} is not covered")

    def from_days(self, last_day) -> list[int]:
        ends: list[int] = []
        for day in range(len(self.days)):
            last = last_day(day)
            if last is None or last >= len(self.days):
                break
            ends += [self.close(last)] * DAY
        return ends

    def same_day(self, worked: list[bool]) -> list[int]:
        ends: list[int] = []
        for at in range(len(self.days) * DAY):
            day = at // DAY
            if not worked[day] or at > self.close(day):
                day = count_on(worked, day, 1)
                if day is None:
                    break
            ends.append(self.close(day))
        return ends

    def work(self, minutes: int) -> list[int]:
        """The first minute by which so many minutes of work have passed."""
        worked = [0] * (len(self.days) * DAY + 1)
        for day, stretches in enumerate(self.days):
            for a, b in stretches:
                for at in range(day * DAY + a, day * DAY + b):
                    worked[at + 1] = 1
        for at in range(1, len(worked)):
            worked[at] += worked[at - 1]
        ends: list[int] = []
        end = 0
        for at in range(len(worked)):
            end = max(end, at)
            while end < len(worked) and worked[end] - worked[at] < minutes:
                end += 1
            if end == len(worked):
                break
            ends.append(end)
        return ends

    def accepted(self, how: str) -> list[tuple[int, int]]:
        """The stretches in which a filing counts at once, closing minutes included."""
        out = []
        for day, stretches in enumerate(self.days):
            if not stretches:
                continue
            if how == "09:00-18:30 whatever the lunch":
                stretches = [(stretches[0][0], stretches[-1][1])]
            elif how == "09:00-17:30":
                stretches = [(a, min(b, minute("17:30"))) for a, b in stretches]
            out += [(day * DAY + a, day * DAY + b) for a, b in stretches]
        return out


def count_on(counts: list[bool], day: int, n: int) -> int | None:
    """The n-th day behind `day` that counts."""
    while n:
        day += 1
        if day >= len(counts):
            return None
        n -= counts[day]
    return day


def stretches(ends: list[int], upto: int) -> list[tuple[int, int, int, int]]:
    """First minute, last minute, value at the first, and whether it rises: the function in as few as it takes."""
    out = []
    at = 0
    while at < upto:
        rise = ends[at + 1] - ends[at] if at + 1 < upto else 0
        rise = rise if rise in (0, 1) else 0
        last = at
        while last + 1 < upto and ends[last + 1] - ends[last] == rise:
            last += 1
        out.append((at, last, ends[at], rise))
        at = last + 1
    return out


def paths(steps: dict[str, dict], at: str, asked: frozenset = frozenset()) -> list[list[str]]:
    """Every way to an end. A fact asked twice would make some of them impossible: that is not covered."""
    step = steps[at]
    if step["kind"] == "end":
        return [[]]
    if step["kind"] == "choice":
        facts = frozenset(word for edge in step["next"] for word in edge["when"].strip("not ()").split(" ")[:1])
        if facts & asked:
            sys.exit(f"{facts & asked} is asked twice")
        return [way for edge in step["next"] for way in paths(steps, edge["to"], asked | facts)]
    if step["kind"] not in ("step", "receipt") or len(step["next"]) != 1:
        sys.exit(f"{at}: a {step['kind']} is not covered")
    return [[at, *way] for way in paths(steps, step["next"][0]["to"], asked)]


class Search:
    """One way through a procedure as a model of CP-SAT."""

    def __init__(self, accepted: list[tuple[int, int]], last: int):
        self.model = cp_model.CpModel()
        self.last = last
        year = [stretch for stretch in accepted if stretch[0] < 365 * DAY]
        # What comes on the last evening counts from the first minute of the next opening.
        behind = accepted[len(year)][0]
        domain = cp_model.Domain.from_intervals([*map(list, year), [behind, behind]])
        self.filed = self.model.new_int_var_from_domain(domain, "filed")

    def apply(self, ends: list[int], t):
        """A variable for the function's value at `t`."""
        value = self.model.new_int_var(0, self.last, "")
        pieces = []
        for first, last, at_first, rise in stretches(ends, min(len(ends), self.last)):
            here = self.model.new_bool_var("")
            self.model.add_linear_constraint(t, first, last).only_enforce_if(here)
            if rise:
                self.model.add(value == t + (at_first - first)).only_enforce_if(here)
            else:
                self.model.add(value == at_first).only_enforce_if(here)
            pieces.append(here)
        self.model.add_exactly_one(pieces)
        return value

    def later(self, a, b):
        value = self.model.new_int_var(0, self.last, "")
        self.model.add_max_equality(value, [a, b])
        return value

    def least(self, slack) -> tuple[int, int]:
        self.model.minimize(slack)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 2
        solver.parameters.max_time_in_seconds = 600
        if solver.solve(self.model) != cp_model.OPTIMAL:
            sys.exit(f"CP-SAT did not finish: {solver.status_name()}")
        return int(solver.objective_value), solver.value(self.filed)


def worst(program: str, project: str, told: dict, channel: dict, term: dict) -> tuple[int, int]:
    """The least slack that CP-SAT finds, and its filing minute."""
    organisations = {actor["id"]: actor["organisation"] for actor in told["actors"]}
    hours = {name: Hours(program, project, name) for name in ("provider", "corporation")}
    steps = {step["id"]: step for step in channel["steps"]}
    whose, how = COUNTERS[told["id"], channel["id"]]
    found = []
    for way in paths(steps, channel["steps"][0]["id"]):
        search = Search(hours[whose].accepted(how), (365 + BEHIND) * DAY)
        at = search.filed
        done = {"filing": at}
        before = "filing"
        for name in way:
            step = steps[name]
            for limit in step["limits"]:
                table = hours[organisations[step["actor"]]].limit(limit["quantity"], limit["unit"])
                [anchor] = step["counted_from"]
                anchor = {"receipt": "filing"}.get(anchor, anchor)
                end = search.apply(table, done[anchor])
                at = end if anchor == before else search.later(at, end)
            done[name] = at
            before = name
        due = search.apply(hours["provider"].term(term["quantity"], term["unit"]), search.filed)
        found.append(search.least(due - at))
    return min(found)


def main() -> int:
    if len(sys.argv) != 3:
        print("usage: worst_case_oracle.py PROGRAM PROJECT", file=sys.stderr)
        return 2
    program, project = sys.argv[1:]
    differ = 0
    for regulation, name in COUNTERS:
        told = ask(program, "show", regulation, "--project", project)
        horizon = ["--from", f"{YEAR}-01-01", "--to", f"{YEAR}-12-31"]
        proof = ask(program, "prove", regulation, "--project", project, *horizon)
        [term] = [term for term in proof["terms"] if term["channel"] == name]
        [channel] = [channel for channel in told["channels"] if channel["id"] == name]
        slack, at = worst(program, project, told, channel, term["term"])
        filed = date(YEAR, 1, 1) + timedelta(days=at // DAY)
        same = slack == term["least_slack_minutes"]
        differ += not same
        filed = f"{filed} {at % DAY // 60:02}:{at % DAY % 60:02}"
        print(f"{regulation} via {name}: least slack {slack} min by CP-SAT (filed {filed}), ", end="")
        print(f"{term['least_slack_minutes']} by the proof: {'the same' if same else 'NOT EXPECTED'}", flush=True)
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())
