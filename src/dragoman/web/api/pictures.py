"""What the pictures draw: timeline, network, connection, map, flows of money, counts of events. Bounded, not paged."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from dragoman.actors.directory import directory
from dragoman.queries import pictures
from dragoman.queries.pictures import Edge, Years
from dragoman.subjects import code_of
from dragoman.web.api.asking import KindsQuery, Name, Words
from dragoman.web.api.etags import answer
from dragoman.web.api.models import KindCount, Record
from dragoman.web.pictures.kept import kept
from dragoman.web.state import ledger

router = APIRouter(tags=["pictures"])

Year = Annotated[int | None, Query(ge=1, le=9999, description="Only facts that began from, or until, this year.")]
People = Annotated[bool, Query(description="Bodies and officials too, not only states and organisations.")]


class ItemOut(Record):
    """A dated fact. ``statement_id`` is the fullest of the ``told`` statements that tell it."""

    kind: str
    stage: str
    source: list[str]
    target: list[str]
    object: str | None
    first: str | None
    last: str | None
    statement_id: str
    told: int


class TimelineOut(Record):
    """Facts by kind, then day. ``cut`` are the kinds of which only the latest are here."""

    about: list[str]
    items: list[ItemOut]
    cut: list[str]


class EdgeOut(Record):
    """The facts that two actors take part in together."""

    a: str
    b: str
    facts: int
    kinds: list[KindCount]


class NodeOut(Record):
    actor: str
    statements: int


class NetworkOut(Record):
    """``left_out`` counts actors with fewer ties. ``searched_all``: all actors were looked at, not only the largest."""

    about: str | None
    nodes: list[NodeOut]
    edges: list[EdgeOut]
    left_out: int
    searched_all: bool


class ConnectionOut(Record):
    """A chain of actors, and the tie of each with the next. Empty where none was found; ``gave_up``: one may exist."""

    actors: list[str]
    edges: list[EdgeOut]
    gave_up: bool


class PlaceOut(Record):
    """A state or territory. ``area`` is its outline (ISO 3166-1 numeric, or a name), ``point`` longitude, latitude."""

    actor: str
    name: str
    area: str | None
    point: tuple[float, float] | None
    contested: bool


class TieOut(Record):
    place: PlaceOut
    facts: int
    kinds: list[KindCount]


class MapOut(Record):
    about: str
    ties: list[TieOut]


class UnitCount(Record):
    unit: str
    facts: int


class FlowOut(Record):
    """Sums of one unit; ``bounds`` are those they came with. Joint givers stay together, nothing is converted.

    What is ``promised`` is never added to what was given.
    """

    source: list[str]
    programme: str
    target: list[str]
    amount: float
    facts: int
    bounds: list[str]
    promised: bool
    statement_id: str


class FlowsOut(Record):
    """``units`` are the currencies there are. ``left_out`` counts smaller flows; ``cut``: not all sums were read."""

    about: str | None
    unit: str | None
    units: list[UnitCount]
    flows: list[FlowOut]
    left_out: int
    cut: bool


class BarOut(Record):
    """Statements of one PLOVER type; year null: undated."""

    event: str
    year: int | None
    statements: int


class EventsOut(Record):
    about: list[str]
    bars: list[BarOut]


@router.get("/timeline", response_model=TimelineOut)
def timeline(
    request: Request,
    actor: Annotated[list[Name], Query(min_length=1, max_length=2, description="An actor, or two together.")],
    kind: KindsQuery = [],  # noqa: B006
    since: Year = None,
    until: Year = None,
    limit: Annotated[int, Query(ge=1, le=200, description="At most so many of each kind, the latest.")] = 40,
) -> Response:
    """The dated facts of one actor, or of two together."""
    actors, years = tuple(map(_code, actor)), Years(since, until)
    found = pictures.timeline(ledger(request), actors, kinds=tuple(kind), years=years, per_kind=limit)
    return answer(request, TimelineOut.model_validate(found))


@router.get("/network", response_model=NetworkOut)
def network(
    request: Request,
    actor: Annotated[Name | None, Query(description="In the middle; without, those with most ties.")] = None,
    kind: KindsQuery = [],  # noqa: B006
    since: Year = None,
    until: Year = None,
    people: People = False,
    limit: Annotated[int, Query(ge=5, le=80, description="At most so many actors.")] = 40,
) -> Response:
    """Who takes part in facts together with whom; the facts of a tie are those of `/dyads`."""
    middle, kinds, years = _code(actor) if actor else None, tuple(kind), Years(since, until)
    found = kept(
        request,
        ("network", middle, kinds, years, people, limit),
        lambda: pictures.network(ledger(request), middle, kinds=kinds, years=years, people=people, limit=limit),
    )
    told = NetworkOut(
        about=found.about,
        nodes=[NodeOut.model_validate(node) for node in found.nodes],
        edges=[_edge(edge) for edge in found.edges],
        left_out=found.left_out,
        searched_all=found.searched_all,
    )
    return answer(request, told)


@router.get("/network/connection", response_model=ConnectionOut)
def connection(
    request: Request,
    a: Name,
    b: Name,
    kind: KindsQuery = [],  # noqa: B006
    since: Year = None,
    until: Year = None,
    people: People = False,
) -> Response:
    """The shortest chain of ties that leads from one actor to another."""
    found = pictures.connection(
        ledger(request), _code(a), _code(b), kinds=tuple(kind), years=Years(since, until), people=people
    )
    edges = [_edge(edge) for edge in found.edges]
    return answer(request, ConnectionOut(actors=list(found.actors), edges=edges, gave_up=found.gave_up))


@router.get("/map", response_model=MapOut)
def world(
    request: Request,
    actor: Name,
    kind: KindsQuery = [],  # noqa: B006
    since: Year = None,
    until: Year = None,
) -> Response:
    """An actor's ties with the states and territories of the world, most facts first."""
    found = pictures.ties(ledger(request), _code(actor), kinds=tuple(kind), years=Years(since, until))
    ties = [
        TieOut(place=PlaceOut.model_validate(place), facts=edge.facts, kinds=_kinds(edge))
        for place, edge in found.edges
    ]
    return answer(request, MapOut(about=found.about, ties=ties))


@router.get("/money", response_model=FlowsOut)
def money(
    request: Request,
    actor: Annotated[Name | None, Query(description="Only flows from or to this actor.")] = None,
    unit: Annotated[Words | None, Query(description="ISO 4217; without, the one with most facts.")] = None,
    since: Year = None,
    until: Year = None,
    limit: Annotated[int, Query(ge=1, le=1000, description="At most so many flows, the largest.")] = 40,
) -> Response:
    """Who funds whom through which programme, in one currency."""
    about, years = _code(actor) if actor else None, Years(since, until)
    found = kept(
        request,
        ("flows", about, unit or "", years, limit),
        lambda: pictures.flows(ledger(request), about, unit=unit or None, years=years, limit=limit),
    )
    told = FlowsOut(
        about=found.about,
        unit=found.unit,
        units=[UnitCount(unit=code, facts=facts) for code, facts in found.units],
        flows=[FlowOut.model_validate(flow) for flow in found.flows],
        left_out=found.left_out,
        cut=found.cut,
    )
    return answer(request, told)


@router.get("/events", response_model=EventsOut)
def events(
    request: Request,
    actor: Annotated[list[Name], Query(max_length=2, description="Only those of this actor, or of two together.")] = [],  # noqa: B006
) -> Response:
    """Statements by PLOVER type and the year in which what they say began."""
    actors = tuple(map(_code, actor))
    found = kept(request, ("events", actors), lambda: pictures.event_counts(ledger(request), actors))
    return answer(request, EventsOut.model_validate(found))


def _code(name: str) -> str:
    return code_of(name, directory())


def _edge(edge: Edge) -> EdgeOut:
    return EdgeOut(a=edge.a, b=edge.b, facts=edge.facts, kinds=_kinds(edge))


def _kinds(edge: Edge) -> list[KindCount]:
    return [KindCount(kind=kind, facts=facts) for kind, facts in edge.kinds]
