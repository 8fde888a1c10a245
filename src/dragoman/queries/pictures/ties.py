"""An actor's ties with the states and territories of the world."""

from __future__ import annotations

from functools import cache

from dragoman.actors import directory
from dragoman.datafiles import data_file
from dragoman.ledger import Ledger
from dragoman.queries.pictures.network import one
from dragoman.queries.pictures.pairs import Which, edges_of, named
from dragoman.queries.pictures.records import EVERY_YEAR, Place, Ties, Years


@cache
def places() -> dict[str, Place]:
    """Where the map shows each state and territory, by code; from ``data/map.yml`` and the directory of actors."""
    raw = data_file("map.yml")
    areas = raw.texts("areas") | raw.texts("names")
    points = raw.part("points")
    known = directory()
    found = {}
    for code in sorted({*areas, *points}):
        actor = known.actor(code)
        at = points.point(code) if code in points else None
        found[code] = Place(code, actor.name, areas.get(code), at, actor.contested)
    return found


def ties(ledger: Ledger, actor: str, *, kinds: tuple[str, ...] = (), years: Years = EVERY_YEAR) -> Ties:
    """The facts that ``actor`` shares with each state and territory on the map. Raises `UnknownName`."""
    with ledger.reading() as database:
        middle = one(database, actor)
        others = [k for k in named(database, places()) if k.n != middle.n]
        edges = edges_of(database, ((middle, other) for other in others), Which(kinds, years))
    by_place = [(places()[edge.b if edge.a == middle.actor else edge.a], edge) for edge in edges]
    return Ties(middle.actor, tuple(by_place))
