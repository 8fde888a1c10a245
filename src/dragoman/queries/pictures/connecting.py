"""The shortest connection between two actors."""

from __future__ import annotations

from sqlalchemy import Connection as Database

from dragoman.ledger import Ledger
from dragoman.queries.pictures.network import one
from dragoman.queries.pictures.pairs import Known, Which, edges_of, who_meets
from dragoman.queries.pictures.records import EVERY_YEAR, Connection, Edge, Years

_STEPS = 24  # actors whose ties are looked up before the search gives up
_WALKED = 500  # facts of each of them that are looked through


def connection(
    ledger: Ledger, a: str, b: str, *, kinds: tuple[str, ...] = (), years: Years = EVERY_YEAR, people: bool = False
) -> Connection:
    """The fewest ties that lead from ``a`` to ``b``; of equally short chains the one with most facts at each step.

    Searches from both ends in turn, and gives up after a bounded number of look-ups. Raises `UnknownName`.
    """
    which = Which(kinds, years)
    with ledger.reading() as database:
        start, goal = one(database, a), one(database, b)
        if start.n == goal.n:
            return Connection((start.actor,), ())
        if direct := edges_of(database, [(start, goal)], which):
            return Connection((start.actor, goal.actor), tuple(direct))
        return _search(database, _Side(start), _Side(goal), which, people)


class _Side:
    """What has been reached from one end: how each actor was reached, and whose ties come next."""

    def __init__(self, end: Known) -> None:
        self.reached: dict[str, tuple[str, Edge] | None] = {end.actor: None}
        self.known: dict[str, Known] = {end.actor: end}
        self.ring: list[str] = [end.actor]

    def back(self, actor: str) -> tuple[list[str], list[Edge]]:
        """From ``actor`` to this end."""
        chain, edges = [actor], []
        while (step := self.reached[chain[-1]]) is not None:
            chain.append(step[0])
            edges.append(step[1])
        return chain, edges


def _search(database: Database, one_side: _Side, other_side: _Side, which: Which, people: bool) -> Connection:
    steps, complete = 0, True
    near, far = one_side, other_side
    while near.ring and far.ring:
        if len(near.ring) > len(far.ring):
            near, far = far, near
        following: list[str] = []
        for actor in near.ring:
            if steps == _STEPS:
                return Connection((), (), gave_up=True)
            steps += 1
            met, all_of_them = who_meets(database, near.known[actor], people, _WALKED)
            complete = complete and all_of_them
            new = [k for k in met if k.actor not in near.reached]
            by_name = {k.actor: k for k in new}
            for edge in edges_of(database, ((near.known[actor], k) for k in new), which):
                reached = edge.a if edge.b == actor else edge.b
                if reached not in near.reached:
                    near.reached[reached] = (actor, edge)
                    near.known[reached] = by_name[reached]
                    following.append(reached)
        meeting = [actor for actor in following if actor in far.reached]
        if meeting:
            return _joined(one_side, other_side, meeting[0])
        near.ring = following
    return Connection((), (), gave_up=not complete)


def _joined(one_side: _Side, other_side: _Side, middle: str) -> Connection:
    there, first = one_side.back(middle)
    onward, second = other_side.back(middle)
    return Connection((*reversed(there), *onward[1:]), (*reversed(first), *second))
