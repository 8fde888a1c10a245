"""Who has ties with whom."""

from __future__ import annotations

from itertools import combinations

from sqlalchemy import Connection as Database

from dragoman.ledger import Ledger
from dragoman.queries.pictures.pairs import MOST_EDGES, Known, Which, edges_of, largest, named, who_meets
from dragoman.queries.pictures.records import EVERY_YEAR, Edge, Network, Node, Years
from dragoman.queries.resolving import keys_of, known

_TRIED = 1.5  # times as many actors are tried as are drawn, in a network around nobody
MOST_NODES = 80


def network(
    ledger: Ledger,
    actor: str | None = None,
    *,
    kinds: tuple[str, ...] = (),
    years: Years = EVERY_YEAR,
    people: bool = False,
    limit: int = 40,
) -> Network:
    """The ``limit`` actors with most ties, or those with most ties to ``actor``, and the ties among them.

    With ``people`` also bodies and officials; otherwise their facts count for their state or organisation only.
    Raises `UnknownName`.
    """
    limit = max(2, min(limit, MOST_NODES))
    which = Which(kinds, years)
    with ledger.reading() as database:
        if actor is None:
            candidates, middle, everybody = largest(database, int(_TRIED * limit) + 1, people), None, True
            if len(candidates) > int(_TRIED * limit):
                candidates, everybody = candidates[:-1], False
            ties, tied = [], None
        else:
            middle = one(database, actor)
            met, everybody = who_meets(database, middle, people)
            ties = edges_of(database, ((middle, other) for other in met), which)
            by_name = {k.actor: k for k in met}
            candidates = [by_name[edge.a if edge.b == middle.actor else edge.b] for edge in ties[: limit - 1]]
            everybody, tied = everybody and len(ties) < MOST_EDGES, len(ties) + 1
        edges = edges_of(database, combinations(candidates, 2), which)
    if middle is not None:  # its own ties come first: those among its neighbours may be many and larger
        edges = [*ties[: limit - 1], *edges][:MOST_EDGES]
        candidates = [middle, *candidates]
    return _drawn(middle, candidates, edges, limit, tied, everybody)


def one(database: Database, asked: str) -> Known:
    """The actor that is meant; of several with one name that with most statements. Raises `UnknownName`."""
    found = named(database, known(keys_of(database, asked)).actors)
    return max(found, key=lambda k: (k.statements, k.actor))


def _drawn(
    middle: Known | None, candidates: list[Known], edges: list[Edge], limit: int, tied: int | None, everybody: bool
) -> Network:
    ties: dict[str, int] = {}
    for edge in edges:
        for end in (edge.a, edge.b):
            near = middle is None or middle.actor in (edge.a, edge.b)
            ties[end] = ties.get(end, 0) + (edge.facts if near else 0)
    if middle is not None:
        ties[middle.actor] = max(ties.values(), default=0) + 1
    ranked = sorted((k for k in candidates if ties.get(k.actor)), key=lambda k: (-ties[k.actor], k.actor))
    kept = {k.actor for k in ranked[:limit]}
    inside = tuple(edge for edge in edges if edge.a in kept and edge.b in kept)
    nodes = tuple(Node(k.actor, k.statements) for k in ranked[:limit])
    return Network(middle.actor if middle else None, nodes, inside, (tied or len(ranked)) - len(nodes), everybody)
