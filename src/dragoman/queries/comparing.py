"""What two versions of a document have in common: equal statements, and those that are one statement told anew."""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dragoman.ledger.grouping import named, similar
from dragoman.queries.records import Found
from dragoman.records import digest

_ALIKE = 0.5  # objects (quotes, where neither has one) this much alike, of a shared party, are one that changed
_NEAR = 50  # so many of one kind and actor are compared on each side of the place where a statement stood


def differing(before: Found, after: Found) -> tuple[str, ...]:
    """The contract's fields, besides the document's name, that two statements do not have in common."""
    old, new = before.contract(), after.contract()
    return tuple(field for field in old if field != "doc" and old[field] != new[field])


def without(these: Sequence[Found], others: Iterable[Found]) -> list[Found]:
    """Those of ``these`` that none of ``others`` equals in every field but the document's name, one for one."""
    left = Counter(map(_said, others))
    rest = []
    for found in these:
        said = _said(found)
        if left[said]:
            left[said] -= 1
        else:
            rest.append(found)
    return rest


def pairs(gone: Sequence[Found], came: Sequence[Found]) -> dict[int, int]:
    """Which of ``gone`` became which of ``came`` (both in the order of the text), by their places in them.

    The two that are most alike are one pair, then the next two; so nothing is taken by what is less like it.
    """
    places: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for there, found in enumerate(came):
        for actor in _parties(found):
            places[found.statement.kind, actor].append((found.statement.start, there))
    scored = []
    for here, found in enumerate(gone):
        near = set()
        for actor in _parties(found):
            listed = places.get((found.statement.kind, actor), [])
            at = bisect(listed, (found.statement.start, 0))
            near |= {there for _, there in listed[max(0, at - _NEAR) : at + _NEAR]}
        scored += [(-likeness, here, there) for there in near if (likeness := _likeness(found, came[there]))]
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, here, there in sorted(scored):
        if here not in paired and there not in taken:
            paired[here] = there
            taken.add(there)
    return paired


def _said(found: Found) -> str:
    return digest([found.contract() | {"doc": None}])


def _parties(found: Found) -> set[str]:
    return {*found.statement.source, *found.statement.target}


def _likeness(a: Found, b: Found) -> float:
    """How likely ``b`` is ``a`` told anew, of one kind and with a party in common; 0 is not at all."""
    old, new = a.statement, b.statement
    ours, theirs = _parties(a), _parties(b)
    quotes = similar(named(old.quote), named(new.quote))
    alike = similar(named(old.object), named(new.object)) if old.object or new.object else quotes
    if alike < _ALIKE:
        return 0.0
    same = (old.stage == new.stage) + (old.date == new.date)
    return len(ours & theirs) / len(ours | theirs) + alike + quotes + same / 10
