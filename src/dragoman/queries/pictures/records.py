"""What pictures consist of."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import InvalidRecord


@dataclass(frozen=True, slots=True)
class Years:
    """First and last year, both included; null is open. Raises `InvalidRecord` for years that no date can have, and
    where the last is before the first."""

    since: int | None = None
    until: int | None = None

    def __post_init__(self) -> None:
        for year in (self.since, self.until):
            if year is not None and not 1 <= year <= 9999:
                raise InvalidRecord(f"{year} is no year; give one from 1 to 9999")
        if self.since is not None and self.until is not None and self.until < self.since:
            raise InvalidRecord(f"from {self.since} until {self.until} ends before it begins; exchange the two years")

    @property
    def given(self) -> bool:
        return self.since is not None or self.until is not None

    @property
    def days(self) -> tuple[int, int]:
        """From the first of these days up to but not including the last, as the ledger numbers them."""
        return (self.since or 1) * 10000, ((self.until or 9998) + 1) * 10000


EVERY_YEAR = Years()


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """A dated fact. ``first`` and ``last`` are EDTF as told; ``last`` is null where the text gives no end.

    ``statement_id`` is the fullest of the ``told`` statements that tell the fact.
    """

    kind: str
    stage: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    object: str | None
    first: str | None
    last: str | None
    statement_id: str
    told: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """``items`` by kind, then day. ``cut`` are the kinds of which only the latest are here."""

    about: tuple[str, ...]
    items: tuple[TimelineItem, ...]
    cut: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in a network, with its statements in the whole ledger."""

    actor: str
    statements: int


@dataclass(frozen=True, slots=True)
class Edge:
    """The facts that two actors take part in together, by kind in the codebook's order."""

    a: str
    b: str
    kinds: tuple[tuple[str, int], ...]

    @property
    def facts(self) -> int:
        return sum(number for _, number in self.kinds)


@dataclass(frozen=True, slots=True)
class Network:
    """``left_out`` counts actors that were looked at and have ties, but fewer than those drawn.

    ``searched_all`` is false where there were too many actors to look at: then only those with most statements were.
    """

    about: str | None
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int
    searched_all: bool


@dataclass(frozen=True, slots=True)
class Connection:
    """The shortest chain of actors, each with the next in some fact. Empty where none was found.

    ``gave_up`` is true where the search ended at its bound, so that a chain may exist.
    """

    actors: tuple[str, ...]
    edges: tuple[Edge, ...]
    gave_up: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the map shows an actor: ``area`` is the id (ISO 3166-1 numeric) or name of an outline in the atlas.

    ``point`` is longitude and latitude for what has no outline there.
    """

    actor: str
    name: str
    area: str | None
    point: tuple[float, float] | None
    contested: bool


@dataclass(frozen=True, slots=True)
class Ties:
    """An actor's ties with states and territories, most first. ``elsewhere``: those that the map cannot show."""

    about: str
    edges: tuple[tuple[Place, Edge], ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Sums of one unit from ``source`` through ``programme`` to ``target``; empty where the text names none.

    ``bounds`` are those that the sums came with ("over", "up to", "about"); ``facts`` is how many were added up. What
    is ``promised`` is never added to what was given: it is often the same money.
    """

    source: tuple[str, ...]
    programme: str
    target: tuple[str, ...]
    amount: float
    facts: int
    bounds: tuple[str, ...]
    statement_id: str
    promised: bool = False


@dataclass(frozen=True, slots=True)
class Flows:
    """``units`` are the currencies there are, with their facts, most first. ``left_out`` counts smaller flows.

    ``cut`` is true where there are more statements with sums than were read.
    """

    about: str | None
    unit: str | None
    units: tuple[tuple[str, int], ...]
    flows: tuple[Flow, ...]
    left_out: int
    cut: bool


@dataclass(frozen=True, slots=True)
class Bar:
    event: str
    year: int | None
    statements: int


@dataclass(frozen=True, slots=True)
class EventCounts:
    """Statements by PLOVER type and the year in which what they say began; year null: undated."""

    about: tuple[str, ...]
    bars: tuple[Bar, ...]
