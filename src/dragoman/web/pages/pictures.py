"""Pictures: timeline, network, map, flows of money, counts of events; each with its table and CSV."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from dragoman import queries
from dragoman.actors import directory
from dragoman.errors import InvalidRecord
from dragoman.queries import pictures
from dragoman.queries.pictures import EventCounts, Flows, Network, Ties, Timeline, Years
from dragoman.queries.resolving import kind_called
from dragoman.subjects import code_of
from dragoman.web.links import with_query
from dragoman.web.pictures import shapes
from dragoman.web.pictures.contested import contested
from dragoman.web.pictures.kept import kept
from dragoman.web.pictures.tables import Table, as_csv
from dragoman.web.state import ledger, render

router = APIRouter(include_in_schema=False)

_TIES = 12  # facts of a tie on one page
_LEAST, _MOST = 5, 80  # actors in a network


class Asked:
    """The filters that all pictures share, as their forms send them: what is left empty does not restrict."""

    def __init__(
        self,
        request: Request,
        actor: str = "",
        with_: Annotated[str, Query(alias="with")] = "",
        kind: Annotated[list[str], Query()] = [],  # noqa: B006
        since: str = "",
        until: str = "",
    ) -> None:
        self.path = request.url.path.removesuffix(".csv")
        self.actor, self.other = (code_of(name.strip(), directory()) for name in (actor, with_))
        self.kinds = tuple(map(kind_called, kind))
        self.since, self.until = since.strip(), until.strip()
        self.years = Years(_year(self.since), _year(self.until))
        self.actors = tuple(filter(None, (self.actor, self.other)))

    def facts(self, a: str, b: str, **more: object) -> str:
        """The address of the facts that tie two actors, narrowed as this picture is."""
        return with_query("/network/tie", a=a, b=b, kind=list(self.kinds), since=self.since, until=self.until, **more)

    def csv(self, **more: object) -> str:
        given = {"actor": self.actor, "with": self.other, "kind": list(self.kinds)}
        return with_query(f"{self.path}.csv", **given, since=self.since, until=self.until, **more)


def _year(given: str) -> int | None:
    if not given:
        return None
    if not given.isascii() or not given.isdigit() or len(given) > 4:
        raise InvalidRecord(f"{given[:40]!r} is no year; write it in figures, e.g. 2015")
    return int(given)


Filters = Annotated[Asked, Depends(Asked)]


def _page(
    request: Request, template: str, asked: Asked, drawing: shapes.Drawing, table: Table, **more: Any
) -> HTMLResponse:
    more = {"csv": asked.csv(), "found": None} | more
    return render(request, f"pictures/{template}", asked=asked, drawing=drawing, table=table, **more)


def _choose(request: Request, template: str, asked: Asked, **more: Any) -> HTMLResponse:
    """The page before an actor is chosen: the actors with most statements to choose from."""
    choice = queries.actors(ledger(request), limit=60)
    context: dict[str, Any] = {
        "asked": asked,
        "choice": choice,
        "drawing": None,
        "table": None,
        "found": None,
        "csv": None,
    }
    return render(request, f"pictures/{template}", **context | more)


def _timeline(request: Request, asked: Asked) -> Timeline:
    return pictures.timeline(ledger(request), asked.actors, kinds=asked.kinds, years=asked.years)


@router.get("/timeline")
def timeline(request: Request, asked: Filters) -> HTMLResponse:
    if not asked.actor:
        return _choose(request, "timeline.html", asked)
    found = _timeline(request, asked)
    drawing, table = shapes.timeline_drawing(found), shapes.timeline_table(found)
    return _page(request, "timeline.html", asked, drawing, table, found=found)


@router.get("/timeline.csv")
def timeline_csv(request: Request, asked: Filters) -> Response:
    if not asked.actor:
        raise InvalidRecord("the timeline needs an actor, e.g. /timeline.csv?actor=XKX")
    return as_csv(shapes.timeline_table(_timeline(request, asked)), "timeline.csv")


def _network(request: Request, asked: Asked, people: bool, most: int) -> Network:
    most = max(_LEAST, min(most, _MOST))
    actor, kinds, years = asked.actor or None, asked.kinds, asked.years
    return kept(
        request,
        ("network", actor, kinds, years, people, most),
        lambda: pictures.network(ledger(request), actor, kinds=kinds, years=years, people=people, limit=most),
    )


@router.get("/network")
def network(request: Request, asked: Filters, people: bool = False, most: int = 40) -> HTMLResponse:
    found = _network(request, asked, people, most)
    route = None
    if asked.other and not asked.actor:
        raise InvalidRecord("a connection has two ends: name an actor in Around too")
    if asked.actor and asked.other:
        route = pictures.connection(
            ledger(request), asked.actor, asked.other, kinds=asked.kinds, years=asked.years, people=people
        )
    more = {"csv": asked.csv(people=people or None, most=most), "people": people, "most": most, "route": route}
    table = shapes.edges_table(found.edges, "Ties", asked.facts)
    return _page(
        request, "network.html", asked, shapes.network_drawing(found, route, asked.facts), table, found=found, **more
    )


@router.get("/network.csv")
def network_csv(request: Request, asked: Filters, people: bool = False, most: int = 40) -> Response:
    table = shapes.edges_table(_network(request, asked, people, most).edges, "Ties", asked.facts)
    return as_csv(table, "network.csv")


@router.get("/network/tie")
def tie(request: Request, asked: Filters, a: str, b: str, cursor: str | None = None) -> HTMLResponse:
    """The facts that tie two actors: a page, a piece of which the network shows."""
    found = pictures.facts_of_tie(
        ledger(request), a, b, kinds=asked.kinds, years=asked.years, limit=_TIES, cursor=cursor
    )
    following = asked.facts(a, b, cursor=found.cursor) if found.cursor else None
    return render(request, "pictures/tie.html", asked=asked, found=found, a=a, b=b, following=following)


def _ties(request: Request, asked: Asked) -> Ties:
    return pictures.ties(ledger(request), asked.actor, kinds=asked.kinds, years=asked.years)


@router.get("/map")
def world(request: Request, asked: Filters) -> HTMLResponse:
    if not asked.actor:
        return _choose(request, "map.html", asked)
    found = _ties(request, asked)
    drawing = shapes.map_drawing(found, asked.facts) | contested()
    return _page(request, "map.html", asked, drawing, shapes.map_table(found, asked.facts), found=found)


@router.get("/map.csv")
def world_csv(request: Request, asked: Filters) -> Response:
    if not asked.actor:
        raise InvalidRecord("the map needs an actor, e.g. /map.csv?actor=XKX")
    return as_csv(shapes.map_table(_ties(request, asked), asked.facts), "map.csv")


def _flows(request: Request, asked: Asked, unit: str) -> Flows:
    actor, years = asked.actor or None, asked.years
    return kept(
        request,
        ("flows", actor, unit, years),
        lambda: pictures.flows(ledger(request), actor, unit=unit or None, years=years),
    )


@router.get("/money")
def money(request: Request, asked: Filters, unit: str = "") -> HTMLResponse:
    found = _flows(request, asked, unit)
    more = {"csv": asked.csv(unit=unit), "unit": unit}
    return _page(
        request, "money.html", asked, shapes.flows_drawing(found), shapes.flows_table(found), found=found, **more
    )


@router.get("/money.csv")
def money_csv(request: Request, asked: Filters, unit: str = "") -> Response:
    return as_csv(shapes.flows_table(_flows(request, asked, unit)), "money.csv")


def _events(request: Request, asked: Asked) -> EventCounts:
    return kept(request, ("events", asked.actors), lambda: pictures.event_counts(ledger(request), asked.actors))


@router.get("/events")
def events(request: Request, asked: Filters) -> HTMLResponse:
    found = _events(request, asked)
    return _page(request, "events.html", asked, shapes.events_drawing(found), shapes.events_table(found), found=found)


@router.get("/events.csv")
def events_csv(request: Request, asked: Filters) -> Response:
    return as_csv(shapes.events_table(_events(request, asked)), "events.csv")
