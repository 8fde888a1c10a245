"""What the browser draws, as JSON, and the table behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dragoman.codebook import codebook
from dragoman.errors import InvalidRecord
from dragoman.ledger.days import days
from dragoman.queries import FactLine
from dragoman.queries.pictures import (
    Connection,
    Edge,
    EventCounts,
    Flow,
    Flows,
    Network,
    Place,
    Ties,
    Timeline,
    TimelineItem,
    places,
)
from dragoman.web.links import actor_url, statement_url
from dragoman.web.pictures.tables import Cell, Table
from dragoman.web.templating import actor_name

Drawing = dict[str, Any]
Facts = Callable[[str, str], str]  # the address of the facts that two actors are tied by
NOBODY = "not named"
PROMISED = "promised"
_LONG = 24  # characters of a name that fit below a circle or beside a lane


def names(actors: tuple[str, ...]) -> str:
    return ", ".join(map(actor_name, actors))


def _actor(actor: str) -> Cell:
    return Cell(actor_name(actor), actor_url(actor), actor)


def _actors(actors: tuple[str, ...], nobody: str = "") -> Cell:
    return Cell(names(actors) or nobody, plain=", ".join(actors))


def label_of(actor: str) -> str:
    """An actor in a drawing: "OSCE" for a name as long as that of OSCE."""
    name = actor_name(actor)
    return actor if len(name) > _LONG and "/" not in actor else name


def timeline_drawing(found: Timeline) -> Drawing:
    return {"items": [_item(item) for item in found.items]}


def _item(item: TimelineItem) -> Drawing:
    first = _days(item.first)
    last = _days(item.last)
    begins = first or last
    ends = last or first
    shape = "interval" if item.first and item.last else "point" if begins and begins[0] == begins[1] else "stretch"
    parties = " → ".join(filter(None, (names(item.source), names(item.target))))
    return {
        "kind": item.kind,
        "stage": item.stage,
        "what": item.object or "",
        "who": parties,
        "when": dates(item),
        "from": _iso(begins[0]) if begins else None,
        "to": _iso(ends[1]) if ends else None,
        "shape": shape,
        "told": item.told,
        "url": statement_url(item.statement_id),
    }


def dates(item: TimelineItem) -> str:
    if item.last is None:
        return item.first or ""
    return f"{item.first} – {item.last}" if item.first else f"until {item.last}"


def _days(edtf: str | None) -> tuple[int, int] | None:
    """First and last day; null where there is no date or one that a correction left unreadable."""
    try:
        return days(edtf) if edtf else None
    except InvalidRecord:
        return None


def _iso(day: int) -> str:
    return f"{day // 10000:04d}-{day // 100 % 100:02d}-{day % 100:02d}"


def timeline_table(found: Timeline) -> Table:
    rows = tuple(
        (
            Cell(dates(item), statement_url(item.statement_id)),
            Cell(item.kind),
            Cell(item.stage),
            _actors(item.source),
            _actors(item.target),
            Cell(item.object or ""),
            Cell(item.told),
        )
        for item in found.items
    )
    return Table("Dated facts", ("When", "Kind", "Stage", "Who", "To or with", "What", "Statements"), rows)


def network_drawing(found: Network, route: Connection | None, facts: Facts) -> Drawing:
    on_route = set(zip(route.actors, route.actors[1:], strict=False)) if route else set()
    edges = {(edge.a, edge.b): edge for edge in (*found.edges, *(route.edges if route else ()))}
    drawn = {n.actor for n in found.nodes}
    more = [actor for actor in (route.actors if route else ()) if actor not in drawn]
    return {
        "nodes": [
            *(_node(n.actor, n.statements) for n in found.nodes),
            *(_node(actor, 1) for actor in more),
        ],
        "edges": [
            _edge(edge, facts) | {"route": (edge.a, edge.b) in on_route or (edge.b, edge.a) in on_route}
            for edge in edges.values()
        ],
        "about": found.about,
        "route": list(route.actors) if route else [],
    }


def _node(actor: str, statements: int) -> Drawing:
    return {"id": actor, "label": label_of(actor), "statements": statements, "url": actor_url(actor)}


def _edge(edge: Edge, facts: Facts) -> Drawing:
    return {
        "a": edge.a,
        "b": edge.b,
        "facts": edge.facts,
        "kinds": dict(edge.kinds),
        "main": max(edge.kinds, key=lambda k: k[1])[0],
        "url": facts(edge.a, edge.b),
    }


def edges_table(edges: tuple[Edge, ...], caption: str, facts: Facts) -> Table:
    rows = tuple(
        (
            _actor(edge.a),
            _actor(edge.b),
            Cell(edge.facts, facts(edge.a, edge.b)),
            *_by_kind(edge),
        )
        for edge in edges
    )
    return Table(caption, ("Actor", "With", "Facts", *codebook().kinds), rows)


def _by_kind(edge: Edge) -> tuple[Cell, ...]:
    numbers = dict(edge.kinds)
    return tuple(Cell(numbers.get(kind, 0)) for kind in codebook().kinds)


def map_drawing(found: Ties, facts: Facts) -> Drawing:
    return {
        "about": _place(places()[found.about]) if found.about in places() else None,
        "ties": [_place(place) | _edge(edge, facts) for place, edge in found.edges],
    }


def _place(place: Place) -> Drawing:
    base = {"actor": place.actor, "name": place.name, "area": place.area, "point": place.point}
    return base | {"contested": place.contested, "page": actor_url(place.actor)}


def map_table(found: Ties, facts: Facts) -> Table:
    rows = tuple(
        (
            Cell(place.name, actor_url(place.actor)),
            Cell(place.actor),
            Cell(edge.facts, facts(edge.a, edge.b)),
            *_by_kind(edge),
        )
        for place, edge in found.edges
    )
    return Table("Ties by state and territory", ("Name", "Code", "Facts", *codebook().kinds), rows)


def flows_drawing(found: Flows) -> Drawing:
    return {
        "unit": found.unit,
        "flows": [
            {
                "source": _apart(flow, names(flow.source) or NOBODY),
                "programme": _apart(flow, flow.programme or "no programme named"),
                "target": _apart(flow, names(flow.target) or NOBODY),
                "amount": flow.amount,
                "said": said(flow),
                "url": statement_url(flow.statement_id),
            }
            for flow in found.flows
        ],
    }


def _apart(flow: Flow, end: str) -> str:
    """The box that a band begins or ends in: promises have boxes of their own, whose sums are of promises only."""
    return f"{end}, {PROMISED}" if flow.promised else end


def said(flow: Flow) -> str:
    """How the texts say the sum: "promised, over", "about", or empty."""
    return ", ".join((PROMISED, *flow.bounds) if flow.promised else flow.bounds)


def flows_table(found: Flows) -> Table:
    rows = tuple(
        (
            _actors(flow.source, NOBODY),
            Cell(flow.programme or ""),
            _actors(flow.target, NOBODY),
            Cell(
                int(flow.amount) if flow.amount == int(flow.amount) else flow.amount, statement_url(flow.statement_id)
            ),
            Cell(found.unit or ""),
            Cell(said(flow)),
            Cell(flow.facts),
        )
        for flow in found.flows
    )
    return Table("Sums", ("From", "Programme", "To", "Amount", "Unit", "Said as", "Facts"), rows)


def events_drawing(found: EventCounts) -> Drawing:
    return {"bars": [{"event": bar.event, "year": bar.year, "n": bar.statements} for bar in found.bars]}


def events_table(found: EventCounts) -> Table:
    rows = tuple(
        (Cell(bar.event), Cell("undated" if bar.year is None else str(bar.year)), Cell(bar.statements))
        for bar in found.bars
    )
    return Table("Statements by type and year", ("PLOVER type", "Year", "Statements"), rows)


def facts_table(facts: Sequence[FactLine]) -> Table:
    """Facts as a file has them; each by its fullest statement."""
    rows = tuple(
        (
            Cell(" – ".join(filter(None, (said.date, said.end_date)))),
            Cell(said.kind),
            Cell(said.stage),
            _actors(said.source),
            _actors(said.target),
            Cell(said.object or ""),
            Cell("; ".join(" ".join(filter(None, (v.bound, str(v.number), v.unit))) for v in said.value or ())),
            Cell("; ".join(found.publisher or found.title or found.statement.doc for found in line.statements)),
            Cell(line.count),
            Cell(line.best.id),
        )
        for line in facts
        for said in (line.best.statement,)
    )
    head = ("When", "Kind", "Stage", "Who", "To or with", "What", "How much", "Says", "Statements", "Statement")
    return Table("Facts", head, rows)
