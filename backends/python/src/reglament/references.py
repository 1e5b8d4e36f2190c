"""Everything in an artifact that refers to something else, followed: so that an evaluator can look up without asking."""

from __future__ import annotations

from typing import Iterable, Optional, Sequence, Sized

from . import artifact as a
from .errors import WrongReference
from .instants import MINUTES, date_of

READINGS: dict[str, tuple[str, ...]] = {
    "first-day": ("no", "yes"),
    "day-end": ("close", "midnight", "reception"),
    "roll": ("term-only", "every-step"),
    "week": ("own", "national"),
    "moved-days": ("yes", "no"),
    "check-place": ("inside", "before"),
    "clock-stop": ("yes", "no"),
    "month-rule": ("civil-code", "law-2000"),
    "unqualified-day": ("calendar", "working"),
}
_YEARS = range(1900, 2201)


def check(rules: a.Artifact) -> None:
    """Raises :class:`WrongReference` for the first place that does not hold."""
    _Check(rules).all()


def _ensure(holds: bool, place: str, problem: str) -> None:
    if not holds:
        raise WrongReference(place, problem)


class _Check:
    def __init__(self, rules: a.Artifact) -> None:
        self.rules = rules

    def all(self) -> None:
        rules = self.rules
        for calendar in rules.calendars:
            self.calendar(calendar)
        for schedule in rules.schedules:
            self.schedule(schedule)
        for readings in rules.readings:
            right = all(readings.get(name) in values for name, values in READINGS.items())
            _ensure(right and readings.keys() == READINGS.keys(), "readings", "a doubt has no answer, or an unknown one")
        for organisation in rules.organisations:
            self.texts(organisation.id, [organisation.label])
            self.inside(organisation.schedule, rules.schedules, organisation.id, "schedule")
        for actor in rules.actors:
            self.texts(actor.id, [actor.label])
            self.inside(actor.organisation, rules.organisations, actor.id, "organisation")
        for document in rules.documents:
            self.texts(document.id, [document.label])
        for fact in rules.facts:
            self.texts(fact.id, [fact.label])
            _ensure(bool(fact.values), fact.id, "a fact has no values")
        for standard in rules.standards:
            self.texts(standard.id, [standard.act, standard.title, *self.labels(standard.grounds, standard.results)])
        for regulation in rules.regulations:
            self.regulation(regulation)

    def labels(self, *lists: Sequence[a.Named]) -> list[Optional[int]]:
        return [named.label for each in lists for named in each]

    def inside(self, ix: Optional[int], of: Sized, place: str, what: str) -> None:
        _ensure(ix is None or ix < len(of), place, f"there is no such {what}")

    def texts(self, place: str, all_: Iterable[Optional[int]]) -> None:
        for ix in all_:
            self.inside(ix, self.rules.texts, place, "text")

    def condition(self, place: str, condition: a.Condition) -> None:
        if isinstance(condition, a.Is):
            facts = self.rules.facts
            known = condition.fact < len(facts) and condition.value < len(facts[condition.fact].values)
            _ensure(known, place, "a condition asks for a fact or a value that is not there")
        elif isinstance(condition, a.Not):
            self.condition(place, condition.inner)
        elif isinstance(condition, (a.All, a.Any_)):
            for part in condition.parts:
                self.condition(place, part)

    def calendar(self, calendar: a.Calendar) -> None:
        place = calendar.id
        self.texts(place, [calendar.weekend_name, calendar.weekend_source])
        _ensure(_weekdays(calendar.weekend), place, "a day of the week is a number from 1 to 7")
        _ensure(bool(calendar.years), place, "a calendar has no years")
        for at, year in enumerate(calendar.years):
            in_order = year.year in _YEARS and year.year == calendar.years[0].year + at
            _ensure(in_order, place, "years do not follow one another, or lie too far away")
            dates = [day.date for day in year.days]
            _ensure(all(date_of(day).year == year.year for day in dates), place, "a day stands under another year")
            _ensure(all(one < two for one, two in zip(dates, dates[1:])), place, "the days of a year are not in order")
            for day in year.days:
                near = day.other is None or date_of(day.other).year in _YEARS
                _ensure(near, place, "a day refers to another that lies too far away")
                self.texts(place, [day.name, day.source])

    def schedule(self, schedule: a.Schedule) -> None:
        for opening in [*schedule.work, *schedule.acceptance]:
            breaks = all(len(it) == 2 and it[0] < it[1] <= MINUTES for it in opening.breaks)
            hours = opening.from_ < opening.until <= MINUTES
            _ensure(breaks and hours and _weekdays(opening.days), schedule.id, "hours are no hours of a day")

    def regulation(self, regulation: a.Regulation) -> None:
        place, rules = regulation.id, self.rules
        self.texts(place, [regulation.act, regulation.title, *self.labels(regulation.grounds, regulation.results)])
        self.inside(regulation.organisation, rules.organisations, place, "organisation")
        self.inside(regulation.calendar, rules.calendars, place, "calendar")
        self.inside(regulation.standard, rules.standards, place, "standard")
        for saying in regulation.sayings:
            self.texts(place, [saying.label])
            self.inside(saying.actor, rules.actors, place, "actor")
            self.condition(place, saying.when)
        for channel in regulation.channels:
            self.channel(f"{place} via {channel.id}", channel)

    def channel(self, place: str, channel: a.Channel) -> None:
        rules = self.rules
        self.inside(channel.readings, rules.readings, place, "reading")
        self.inside(channel.term_schedule, rules.schedules, place, "schedule")
        if channel.accepts is not None:
            self.inside(channel.accepts.schedule, rules.schedules, place, "schedule")
        self.texts(place, [channel.label, *(it.label for it in channel.terms), *(it.label for it in channel.extensions)])
        conditions = [it.when for it in channel.terms]
        conditions += [it.when for it in channel.extensions]
        conditions += [it.when for it in channel.documents]
        for when in conditions:
            self.condition(place, when)
        for requirement in channel.documents:
            self.inside(requirement.document, rules.documents, place, "document")
        self.inside(channel.entry, channel.nodes, place, "entry")
        for node in channel.nodes:
            self.node(f"{place}, {node.id}", channel, node)
        _ensure(_acyclic(channel), place, "the procedure runs in a circle")

    def node(self, place: str, channel: a.Channel, node: a.Node) -> None:
        rules = self.rules
        self.texts(place, [node.label, *node.results])
        self.inside(node.actor, rules.actors, place, "actor")
        self.inside(node.hands_to, rules.actors, place, "actor")
        self.inside(node.schedule, rules.schedules, place, "schedule")
        for edge in node.next:
            _ensure(edge.to < len(channel.nodes), place, "an edge leads nowhere")
            self.condition(place, edge.when)
        known = all(not isinstance(it, a.Done) or it.node < len(channel.nodes) for it in node.anchor)
        _ensure(known, place, "a limit is counted from what is not there")
        _ensure(_shaped(node), place, "a node has not the shape of its kind")


def _shaped(node: a.Node) -> bool:
    """Whether what a node has goes with its kind."""
    plain = all(isinstance(edge.when, a.Always) for edge in node.next)
    if node.kind == "choice":
        ways = True
    elif node.kind == "parallel":
        ways = plain
    elif node.kind == "end":
        ways = not node.next
    else:
        ways = plain and len(node.next) <= 1
    point = node.kind in ("end", "join", "parallel")
    if node.pace == "automatic":
        paced = node.kind not in ("step", "wait")
    else:
        paced = not point and (node.pace == "limited") == bool(node.limits)
    ends = (node.kind == "end") == (node.outcome is not None)
    joins = (node.kind == "join") == (node.needs > 0)
    return ways and paced and ends and joins and (not node.stops_clock or node.kind == "wait")


def _weekdays(days: Sequence[int]) -> bool:
    return all(1 <= day <= 7 for day in days) and all(one < two for one, two in zip(days, days[1:]))


def _acyclic(channel: a.Channel) -> bool:
    """Node after node that nothing leads to any more; what is left over runs in a circle."""
    coming = [0] * len(channel.nodes)
    for node in channel.nodes:
        for edge in node.next:
            coming[edge.to] += 1
    free = [at for at, count in enumerate(coming) if count == 0]
    seen = 0
    while free:
        seen += 1
        for edge in channel.nodes[free.pop()].next:
            coming[edge.to] -= 1
            if coming[edge.to] == 0:
                free.append(edge.to)
    return seen == len(channel.nodes)
