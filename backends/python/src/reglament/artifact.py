"""The rules as they stand in the file: plain, typed, immutable. docs/artifact.md says what each field means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Mapping, Optional, Sequence, Union

Unit = Literal["minute", "hour", "working_day", "calendar_day", "month", "year", "same_day", "day"]
Kind = Literal["choice", "end", "join", "parallel", "receipt", "step", "wait"]
Pace = Literal["at_once", "automatic", "limited", "open"]
Outcome = Literal["granted", "refused", "returned"]
ActorKind = Literal["applicant", "official", "outside", "system"]
DayKind = Literal["working", "weekend", "holiday", "substituted", "moved"]
SaidBy = Literal["regulation", "standard"]
Labels = Mapping[str, str]


@dataclass(frozen=True)
class Is:
    fact: int
    value: int


@dataclass(frozen=True)
class Not:
    inner: "Condition"


@dataclass(frozen=True)
class All:
    parts: Sequence["Condition"]


@dataclass(frozen=True)
class Any_:
    parts: Sequence["Condition"]


@dataclass(frozen=True)
class Always:
    pass


Condition = Union[Always, Is, Not, All, Any_]


@dataclass(frozen=True)
class Done:
    """An anchor: the node at that place is done."""

    node: int


Anchor = Union[Literal["filing", "previous"], Done]


@dataclass(frozen=True)
class Length:
    first_day_counted: bool
    quantity: int
    unit: Unit


@dataclass(frozen=True)
class Limit:
    before_term: bool
    clauses: Sequence[str]
    first_day_counted: bool
    quantity: int
    unit: Unit

    @property
    def length(self) -> Length:
        return Length(self.first_day_counted, self.quantity, self.unit)


@dataclass(frozen=True)
class Actor:
    id: str
    kind: ActorKind
    label: Optional[int]
    organisation: Optional[int]


@dataclass(frozen=True)
class Organisation:
    id: str
    label: Optional[int]
    schedule: int


@dataclass(frozen=True)
class Document:
    id: str
    label: Optional[int]


@dataclass(frozen=True)
class Fact:
    id: str
    label: Optional[int]
    values: Sequence[str]


@dataclass(frozen=True)
class CalendarDay:
    date: int
    kind: DayKind
    name: Optional[int]
    other: Optional[int]
    source: Optional[int]
    working: bool


@dataclass(frozen=True)
class Year:
    days: Sequence[CalendarDay]
    projected: bool
    year: int


@dataclass(frozen=True)
class Calendar:
    id: str
    weekend: Sequence[int]
    weekend_name: Optional[int]
    weekend_source: Optional[int]
    years: Sequence[Year]


@dataclass(frozen=True)
class Opening:
    breaks: Sequence[Sequence[int]]
    days: Sequence[int]
    from_: int
    last: Optional[int]
    since: Optional[int]
    until: int

    def holds_on(self, day: int) -> bool:
        return (self.since is None or self.since <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Schedule:
    acceptance: Sequence[Opening]
    id: str
    work: Sequence[Opening]


@dataclass(frozen=True)
class Named:
    clauses: Sequence[str]
    id: str
    label: Optional[int]


@dataclass(frozen=True)
class Standard:
    act: Optional[int]
    grounds: Sequence[Named]
    id: str
    in_force_from: Optional[int]
    in_force_until: Optional[int]
    results: Sequence[Named]
    title: Optional[int]


@dataclass(frozen=True)
class Saying:
    about: str
    actor: Optional[int]
    channels: Sequence[str]
    clauses: Sequence[str]
    counted_from: Sequence[str]
    id: str
    label: Optional[int]
    limits: Sequence[Limit]
    when: Condition


@dataclass(frozen=True)
class Acceptance:
    round_the_clock: bool
    schedule: int


@dataclass(frozen=True)
class Requirement:
    clauses: Sequence[str]
    document: int
    obtained: bool
    said_by: SaidBy
    when: Condition


@dataclass(frozen=True)
class Term:
    case: str
    clauses: Sequence[str]
    label: Optional[int]
    limit: Optional[Length]
    when: Condition


@dataclass(frozen=True)
class Extension:
    clauses: Sequence[str]
    id: str
    label: Optional[int]
    limit: Length
    notice: Optional[Length]
    notice_from: Sequence[str]
    when: Condition


@dataclass(frozen=True)
class Edge:
    to: int
    when: Condition


@dataclass(frozen=True)
class Node:
    actor: Optional[int]
    anchor: Sequence[Anchor]
    clauses: Sequence[str]
    gives: Sequence[str]
    hands_to: Optional[int]
    id: str
    kind: Kind
    label: Optional[int]
    limits: Sequence[Limit]
    needs: int
    next: Sequence[Edge]
    outcome: Optional[Outcome]
    pace: Pace
    results: Sequence[int]
    schedule: int
    stage: Optional[str]
    stops_clock: bool


@dataclass(frozen=True)
class Channel:
    accepts: Optional[Acceptance]
    completeness_check: Optional[Length]
    documents: Sequence[Requirement]
    entry: Optional[int]
    extensions: Sequence[Extension]
    id: str
    label: Optional[int]
    nodes: Sequence[Node]
    readings: int
    term_schedule: int
    terms: Sequence[Term]


@dataclass(frozen=True)
class Regulation:
    act: Optional[int]
    calendar: int
    channels: Sequence[Channel]
    from_: Optional[int]
    grounds: Sequence[Named]
    id: str
    in_force_from: Optional[int]
    in_force_until: Optional[int]
    organisation: Optional[int]
    results: Sequence[Named]
    sayings: Sequence[Saying]
    standard: Optional[int]
    title: Optional[int]
    until: Optional[int]

    def takes(self, day: int) -> bool:
        """Whether what is filed on that day falls under this version."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)

    def in_force_on(self, day: int) -> bool:
        from_, until = self.in_force_from, self.in_force_until
        return (from_ is None or from_ <= day) and (until is None or day <= until)


@dataclass(frozen=True)
class Artifact:
    actors: Sequence[Actor]
    calendars: Sequence[Calendar]
    documents: Sequence[Document]
    facts: Sequence[Fact]
    format: str
    hash: str
    organisations: Sequence[Organisation]
    readings: Sequence[Mapping[str, str]]
    regulations: Sequence[Regulation]
    revision: int
    schedules: Sequence[Schedule]
    standards: Sequence[Standard]
    texts: Sequence[Labels]
    version: int
