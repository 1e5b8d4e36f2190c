"""A regulation in one channel, with everything looked up that a case of it needs."""

from __future__ import annotations

from typing import Callable, Mapping, Optional, Sequence

from . import artifact as a
from .conditions import asked, holds
from .days import Days, Hours, counts_as_filed
from .errors import Refused
from .lengths import Ruler
from .term import Stop, Term


class Channel:
    def __init__(self, all_: a.Artifact, days: Days, regulation: a.Regulation, rules: a.Channel) -> None:
        self.all = all_
        self.days = days
        self.regulation = regulation
        self.rules = rules
        self.readings: Mapping[str, str] = all_.readings[rules.readings]
        self.places = {node.id: ix for ix, node in enumerate(rules.nodes)}
        self._hours: dict[int, Hours] = {}
        self._facts = {all_.facts[ix].id: ix for ix in sorted(self._asked())}
        self.provider = Ruler(self.hours(rules.term_schedule), self.readings, is_term=True)

    def hours(self, schedule: int) -> Hours:
        if schedule not in self._hours:
            moved = self.readings["moved-days"] == "yes"
            self._hours[schedule] = Hours(self.days, self.all.schedules[schedule], moved)
        return self._hours[schedule]

    def _asked(self) -> set[int]:
        rules = self.rules
        conditions = [edge.when for node in rules.nodes for edge in node.next]
        conditions += [it.when for it in rules.terms]
        conditions += [it.when for it in rules.extensions]
        conditions += [it.when for it in rules.documents]
        return {fact for condition in conditions for fact in asked(condition)}

    @property
    def facts(self) -> dict[str, Sequence[str]]:
        """What is asked in this channel, with the values that each fact can have."""
        return {name: self.all.facts[ix].values for name, ix in self._facts.items()}

    def facts_of(self, told: Mapping[str, str]) -> dict[int, int]:
        """Names and values as places; refused where there is none of that name."""
        places = {}
        for name in sorted(told):
            if name not in self._facts:
                raise Refused("unknown-fact")
            ix = self._facts[name]
            values = self.all.facts[ix].values
            if told[name] not in values:
                raise Refused("unknown-value")
            places[ix] = values.index(told[name])
        return places

    def named(self, facts: Mapping[int, int]) -> dict[str, str]:
        pairs = ((self.all.facts[ix], value) for ix, value in facts.items())
        return dict(sorted((fact.id, fact.values[value]) for fact, value in pairs))

    def actor(self, ix: int) -> Optional[str]:
        actor = self.rules.nodes[ix].actor
        return None if actor is None else self.all.actors[actor].id

    def counts_as_filed(self, at: int) -> int:
        accepts = self.rules.accepts
        if accepts is None:
            self.days.known(at // 1440)
            return at
        return counts_as_filed(self.hours(accepts.schedule), accepts.round_the_clock, at)

    def step_ruler(self, schedule: int) -> Ruler:
        return Ruler(self.hours(schedule), self.readings, is_term=False)

    def limit(self, node: a.Node, anchor: int, term_end: Callable[[], Optional[int]]) -> Optional[int]:
        """The earliest of the node's limits; ``None``: all are counted back from a term that is not known."""
        ends = [self.limit_end(node, limit, anchor, term_end) for limit in node.limits]
        return min((end for end in ends if end is not None), default=None)

    def limit_end(
        self, node: a.Node, limit: a.Limit, anchor: int, term_end: Callable[[], Optional[int]]
    ) -> Optional[int]:
        if not limit.before_term:
            return self.step_ruler(node.schedule).until(limit.length, anchor)
        end = term_end()
        return None if end is None else self.provider.before(limit.length, end)

    def term_end(
        self, facts: Mapping[int, int], more: Sequence[a.Length], counted: int, stops: Sequence[Stop]
    ) -> Optional[int]:
        """Of the terms that hold, the one that ends first."""
        held = [it.limit for it in self.rules.terms if it.limit is not None and holds(it.when, facts)]
        if not held:
            return None
        check = self.rules.completeness_check
        at_work = self.step_ruler(self.rules.term_schedule)
        start = counted if check is None else at_work.until(check, counted)
        return min(Term([length, *more], self.provider, start).end(stops) for length in held)

    def documents(self, facts: Mapping[int, int]) -> list[dict[str, object]]:
        """Each document, in the order of the rules: whether it is required, and whether the office obtains it."""
        found: dict[int, dict[str, object]] = {}
        for it in self.rules.documents:
            shown = found.setdefault(it.document, {"document": self.all.documents[it.document].id,
                                                   "required": False, "obtained": False})
            answer = holds(it.when, facts)
            if it.obtained:
                shown["obtained"] = bool(shown["obtained"]) or answer is True
            elif answer is True or (answer is None and shown["required"] is False):
                shown["required"] = answer
        return list(found.values())
