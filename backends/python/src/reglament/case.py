"""One case: its state is nothing but the filing and the events so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping, Optional, Sequence

from . import artifact as a
from .channel import Channel
from .conditions import holds
from .errors import Beyond, Refused
from .instants import MINUTES, parse_instant, show_instant
from .why import Reason, why

Event = Mapping[str, Any]


@dataclass(frozen=True)
class Active:
    """A node under way."""

    step: str
    kind: str
    actor: Optional[str]
    from_: int
    due: Optional[int]
    binding: bool
    """The act gives the limit; else the date is only assumed, or there is none."""


@dataclass(frozen=True)
class Next:
    """What can follow what is under way."""

    after: str
    step: str
    kind: str
    actor: Optional[str]


@dataclass
class _State:
    filed: int
    counted: int
    facts: dict[int, int]
    last: int
    done: dict[int, int] = field(default_factory=dict)
    active: dict[int, int] = field(default_factory=dict)
    waiting: dict[int, list[int]] = field(default_factory=dict)
    log: list[dict[str, Any]] = field(default_factory=list)
    extended: list[str] = field(default_factory=list)
    stops: list[tuple[int, int]] = field(default_factory=list)
    stopped_since: Optional[int] = None
    ended_by: Optional[str] = None
    outcome: Optional[str] = None
    withdrawn: bool = False
    stuck_at: Optional[str] = None
    beyond: bool = False


class Case:
    """Opened by :meth:`reglament.Rules.open`; :meth:`apply` tells it what happens."""

    def __init__(self, channel: Channel, filing: Mapping[str, Any], counted: int, facts: Mapping[int, int]) -> None:
        self._channel = channel
        self._filing = dict(filing)
        self._events: list[dict[str, Any]] = []
        filed = parse_instant(filing["filed"])
        self._state = _State(filed, counted, dict(facts), filed)
        entry = channel.rules.entry
        if entry is not None:
            self._enter(entry, counted)

    # --- what is asked

    @property
    def channel(self) -> Channel:
        return self._channel

    @property
    def counted(self) -> int:
        """When the filing counts."""
        return self._state.counted

    @property
    def over(self) -> bool:
        state = self._state
        return state.ended_by is not None or state.withdrawn or not state.active

    def active(self) -> list[Active]:
        """What is under way, in the order of the nodes."""
        return [self._active(ix, self._due_of(ix)) for ix in sorted(self._state.active)]

    def due(self) -> list[Active]:
        """What is under way, the earliest due date first; what has none last."""
        return sorted(self.active(), key=lambda it: (it.due is None, it.due or 0))

    def late(self, now: str) -> list[Active]:
        """What should have been done before ``now``, and is not."""
        at = parse_instant(now)
        return [it for it in self.due() if it.binding and it.due is not None and it.due < at]

    def next(self) -> list[Next]:
        """Whom the file can come to next, as far as the facts known leave it open."""
        nodes = self._channel.rules.nodes
        found = []
        for after in sorted(self._state.active):
            seen: set[int] = set()
            open_ = [after]
            while open_:
                edges = [edge for edge in nodes[open_.pop()].next if holds(edge.when, self._state.facts) is not False]
                for to in [edge.to for edge in edges if edge.to not in seen]:
                    seen.add(to)
                    if nodes[to].pace == "automatic" and nodes[to].kind != "end":
                        open_.append(to)
                    else:
                        found.append(Next(nodes[after].id, nodes[to].id, nodes[to].kind, self._channel.actor(to)))
        return found

    def allowed(self) -> list[dict[str, Optional[str]]]:
        """The events that would be taken now, each with the step or the extension that it is of."""
        if self.over:
            return []
        word = {"choice": "decided", "wait": "arrived"}
        events: list[dict[str, Optional[str]]] = []
        events += [{"event": word.get(it.kind, "done"), "of": it.step} for it in self.active()]
        held = {it.id for it in self._extensions()}
        events += [{"event": "extended", "of": it.id} for it in self._channel.rules.extensions if it.id not in held]
        return [*events, {"event": "learned", "of": None}, {"event": "withdrawn", "of": None}]

    def documents(self) -> list[dict[str, object]]:
        """What must be handed in: ``required`` is ``None`` while that hangs on facts that are not known."""
        return self._channel.documents(self._state.facts)

    def why(self, step: str) -> list[Reason]:
        """On what ground a step under way is due: each of its limits with what it was counted from."""
        state = self._state
        ix = next((ix for ix in state.active if self._channel.rules.nodes[ix].id == step), None)
        return [] if ix is None else why(self._channel, ix, self._anchor(ix), self._term_end())

    def term_end(self) -> Optional[int]:
        """When the term ends; ``None``: it is not known, or lies beyond the calendar."""
        try:
            return self._term_end()
        except Beyond:
            return None

    def record(self) -> dict[str, Any]:
        """The filing and the events, for :meth:`reglament.Rules.replay`."""
        return {"case": dict(self._filing), "events": [dict(event) for event in self._events]}

    def state(self) -> dict[str, Any]:
        """As docs/artifact.md lays it out."""
        state, channel = self._state, self._channel
        beyond = state.beyond
        try:
            due = self._term_end()
        except Beyond:
            due, beyond = None, True
        active = []
        for ix in sorted(state.active):
            try:
                own = self._limited_due(ix)
            except Beyond:
                own, beyond = None, True
            active.append(self._active(ix, own))
        dates = [state.filed, due, *(it.due for it in active)]
        dates += [None if it["due"] is None else parse_instant(it["due"]) for it in state.log]
        stopped = None if self.over else state.stopped_since
        status = "ended" if state.ended_by else "withdrawn" if state.withdrawn else "open" if state.active else "stuck"
        return {
            "active": [_shown(it) for it in active],
            "beyond_calendar": beyond,
            "counted": show_instant(state.counted),
            "done": [dict(it) for it in state.log],
            "due": None if due is None else show_instant(due),
            "ended_by": state.ended_by,
            "extensions": [it.id for it in self._extensions()],
            "facts": channel.named(state.facts),
            "in_force": channel.regulation.in_force_on(state.filed // MINUTES),
            "outcome": state.outcome,
            "projected": any(at is not None and channel.days.projected(at // MINUTES) for at in dates),
            "status": status,
            "stopped_since": None if stopped is None else show_instant(stopped),
            "stuck_at": state.stuck_at,
        }

    # --- what happens

    def apply(self, event: Event) -> None:
        """Changes the state, or raises :class:`Refused` and changes nothing."""
        at = parse_instant(event["at"])
        kind = event["event"]
        state = self._state
        if self.over:
            raise Refused("case-over")
        if at < state.last:
            raise Refused("out-of-order")
        if kind in ("done", "decided", "arrived"):
            self._act(kind, event, at)
        elif kind == "learned":
            facts = self._learned(event.get("facts", {}))
            state.facts.update(facts)
        elif kind == "extended":
            self._extend(event["extension"])
        elif kind == "withdrawn":
            state.withdrawn = True
            state.active.clear()
        else:
            raise ValueError(f"no event: {kind!r}")
        state.last = at
        self._settle(at)
        self._events.append(dict(event))

    def _act(self, kind: str, event: Event, at: int) -> None:
        state, nodes = self._state, self._channel.rules.nodes
        ix = self._channel.places.get(event["step"])
        if ix is None:
            raise Refused("unknown-step")
        takes = {"choice": "decided", "wait": "arrived", "step": "done", "receipt": "done"}
        if takes.get(nodes[ix].kind) != kind:
            raise Refused("wrong-event")
        if ix in state.done:
            raise Refused("already-done")
        if ix not in state.active:
            raise Refused("not-under-way")
        if at < state.active[ix]:
            raise Refused("too-early")
        facts = self._learned(event.get("facts", {})) if kind == "decided" else {}
        if kind == "decided" and self._way(ix, {**state.facts, **facts}) is None:
            raise Refused("undecided")
        due = self._due_of(ix, note=True)
        state.facts.update(facts)
        self._finish(ix, at, due)

    def _learned(self, told: Mapping[str, str]) -> dict[int, int]:
        facts = self._channel.facts_of(told)
        for ix, value in facts.items():
            if self._state.facts.get(ix, value) != value:
                raise Refused("fact-settled")
        return facts

    def _extend(self, extension: str) -> None:
        if all(it.id != extension for it in self._channel.rules.extensions):
            raise Refused("unknown-extension")
        if extension in self._state.extended:
            raise Refused("already-extended")
        self._state.extended.append(extension)

    def _settle(self, at: int) -> None:
        """Choices that nobody makes go on as soon as the facts say where."""
        while True:
            open_ = (ix for ix in sorted(self._state.active) if self._channel.rules.nodes[ix].pace == "automatic")
            ix = next((ix for ix in open_ if self._way(ix, self._state.facts) is not None), None)
            if ix is None:
                return
            self._finish(ix, max(at, self._state.active[ix]), None)

    def _finish(self, ix: int, at: int, due: Optional[int]) -> None:
        state, node = self._state, self._channel.rules.nodes[ix]
        came = state.active.pop(ix)
        shown = _shown(Active(node.id, node.kind, self._channel.actor(ix), came, due, bool(node.limits)))
        del shown["binding"]
        late = bool(node.limits) and due is not None and due < at
        state.log.append({**shown, "at": show_instant(at), "late": late})
        if node.stops_clock:
            self._start_clock(at)
        self._leave(ix, at)

    def _start_clock(self, at: int) -> None:
        state = self._state
        waits = any(self._channel.rules.nodes[ix].stops_clock for ix in state.active)
        if state.stopped_since is not None and not waits:
            state.stops.append((state.stopped_since, at))
            state.stopped_since = None

    # --- how a file goes

    def _enter(self, ix: int, at: int) -> None:
        state, node = self._state, self._channel.rules.nodes[ix]
        if state.ended_by is not None:
            return
        if node.kind == "end":
            state.done[ix] = at
            state.ended_by, state.outcome = node.id, node.outcome
            state.active.clear()
        elif node.kind == "join":
            came = state.waiting.setdefault(ix, [])
            came.append(at)
            if len(came) >= node.needs and ix not in state.done:
                self._leave(ix, max(came))
        elif node.kind == "parallel":
            state.done[ix] = at
            for edge in node.next:
                self._enter(edge.to, at)
        elif node.pace == "automatic" and self._way(ix, state.facts) is not None:
            self._leave(ix, at)
        else:
            state.active[ix] = at
            if node.stops_clock and state.stopped_since is None and self._channel.readings["clock-stop"] == "yes":
                state.stopped_since = at

    def _way(self, ix: int, facts: Mapping[int, int]) -> Optional[Sequence[int]]:
        """Where the file goes: a node, or nowhere; ``None``: that hangs on facts that are not known."""
        unknown = False
        for edge in self._channel.rules.nodes[ix].next:
            answer = holds(edge.when, facts)
            if answer:
                return (edge.to,)
            unknown |= answer is None
        return None if unknown else ()

    def _leave(self, ix: int, at: int) -> None:
        self._state.done[ix] = at
        way = self._way(ix, self._state.facts)
        if way:
            self._enter(way[0], at)
        elif self._state.stuck_at is None:
            self._state.stuck_at = self._channel.rules.nodes[ix].id

    # --- dates

    def _active(self, ix: int, due: Optional[int]) -> Active:
        node = self._channel.rules.nodes[ix]
        return Active(node.id, node.kind, self._channel.actor(ix), self._state.active[ix], due, bool(node.limits))

    def _due_of(self, ix: int, note: bool = False) -> Optional[int]:
        """The due date of a node under way; what lies beyond the calendar has none, which may be noted."""
        try:
            return self._limited_due(ix)
        except Beyond:
            self._state.beyond |= note
            return None

    def _limited_due(self, ix: int) -> Optional[int]:
        node, came = self._channel.rules.nodes[ix], self._state.active[ix]
        if node.pace == "at_once":
            return came
        if node.pace != "limited":
            return None
        limit = self._channel.limit(node, self._anchor(ix), self._term_end)
        return None if limit is None else max(limit, came)

    def _anchor(self, ix: int) -> int:
        """The latest of the node's events that happened."""
        state, node = self._state, self._channel.rules.nodes[ix]
        happened = []
        for anchor in node.anchor:
            if anchor == "previous":
                happened.append(state.active[ix])
            elif anchor == "filing":
                happened.append(state.counted)
            elif isinstance(anchor, a.Done) and anchor.node in state.done:
                happened.append(state.done[anchor.node])
        return max(happened, default=state.active[ix])

    def _extensions(self) -> list[a.Extension]:
        """Those that hold, in the order of the rules."""
        state = self._state
        own = [it for it in self._channel.rules.extensions if not isinstance(it.when, a.Always)]
        met = {it.id for it in own if holds(it.when, state.facts)}
        return [it for it in self._channel.rules.extensions if it.id in state.extended or it.id in met]

    def _term_end(self) -> Optional[int]:
        state = self._state
        more = [it.limit for it in self._extensions()]
        return self._channel.term_end(state.facts, more, state.counted, state.stops)


def _shown(it: Active) -> dict[str, Any]:
    due = None if it.due is None else show_instant(it.due)
    came = show_instant(it.from_)
    return {"step": it.step, "kind": it.kind, "actor": it.actor, "from": came, "due": due, "binding": it.binding}
