"""Whether two facts disagree: on a date, a stage, an amount or a party. The rules are ``data/contradictions.yml``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from typing import Any, Literal
from zlib import crc32

from dragoman.codebook import codebook
from dragoman.datafiles import data_file
from dragoman.ledger.days import day_of
from dragoman.ledger.folding import fold
from dragoman.ledger.grouping import named, similar

Field = Literal["date", "stage", "amount", "party"]
FIELDS: tuple[Field, ...] = ("date", "stage", "amount", "party")

_ALIKE = 0.8  # objects less alike are other things; facts are grouped from 0.6 on
_ROUNDING = 0.01  # 9.6 and 9.56 million are one figure
_ABOUT = 0.15  # and so are "about 100" and 110
_TELLING = 3  # words of a name from which on it is that of one thing
_GROUP = 60  # facts of one group that are compared with each other
_MONTH = 31


@dataclass(frozen=True, slots=True)
class Rules:
    once: frozenset[tuple[str, str]]
    each: frozenset[tuple[str, str]]
    opposed: frozenset[tuple[str, frozenset[str]]]
    one_set: frozenset[str]
    needs_object: frozenset[str]
    again: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A fact as far as comparing needs it. ``keys`` are the numbers of the actors that take part, ``sides`` those of
    the states and organisations among them, and of who serves none. ``source`` is who acts, as text. ``again``: what is
    told was so before ("relations were restored").
    """

    n: int
    kind: str
    stage: str
    party_key: int
    object: str | None
    lo: int | None
    hi: int | None
    amounts: str | None
    keys: frozenset[int]
    sides: frozenset[int]
    source: str
    again: bool = False


@cache
def rules() -> Rules:
    """The shipped rules, read once."""
    raw = data_file("contradictions.yml")
    pairs_of = raw.part("opposed")
    opposed = {kind: pairs_of.rows(kind) for kind in pairs_of}
    once, each = (
        frozenset((kind, stage) for kind, stages in raw.lists(name).items() for stage in stages)
        for name in ("once", "each")
    )
    return Rules(
        once,
        each,
        frozenset((kind, frozenset(pair)) for kind, pairs in opposed.items() for pair in pairs),
        frozenset(raw["one_set"]),
        frozenset(raw["needs_object"]),
        tuple(raw["again"]),
    )


def disagreements(facts: Iterable[Compared]) -> Iterator[tuple[Field, Compared, Compared]]:
    """Pairs of these facts that disagree, each with the field; in the order of the facts' numbers."""
    found: dict[tuple[int, int], tuple[Field, Compared, Compared]] = {}
    groups: dict[object, list[Compared]] = {}
    for fact in sorted(facts, key=lambda fact: fact.n):
        for group in _groups(fact):
            groups.setdefault(group, []).append(fact)
    for members in groups.values():
        for a, b in combinations(members[:_GROUP], 2):
            if (a.n, b.n) not in found and (field := disagree(a, b)) is not None:
                found[a.n, b.n] = (field, a, b)
    for pair in sorted(found):
        yield found[pair]


def _groups(fact: Compared) -> Iterator[object]:
    """Groups in which a fact is compared: with the same parties or of the same kind, and with a word in common."""
    words = _some_words(fact.object)
    if (fact.kind, fact.stage) in rules().once or fact.amounts:
        yield from ((fact.party_key, word) for word in words)
    if (fact.kind, fact.stage) in rules().once and _is_mutual(fact.kind):
        yield from ((fact.kind, fact.stage, fact.sides, word) for word in words)
    if (fact.kind, fact.stage) in _opposing():
        yield from ((fact.kind, fact.keys, word) for word in words)
    if fact.kind in rules().one_set and fact.object and _exact(fact):
        yield fact.kind, fact.stage, fold(fact.object)


@lru_cache(maxsize=20_000)
def _some_words(thing: str | None) -> tuple[str, ...]:
    """Words of which two objects that are much alike share one: the three lowest by a hash, and acronyms."""
    if not thing:
        return ("",)
    about = named(thing)
    lowest = sorted(about.words, key=lambda word: (crc32(word.encode()), word))[:3]
    return tuple(dict.fromkeys([*lowest, *sorted(about.acronyms)[:3]])) or ("",)


@cache
def _opposing() -> frozenset[tuple[str, str]]:
    return frozenset((kind, stage) for kind, pair in rules().opposed for stage in pair)


def disagree(a: Compared, b: Compared) -> Field | None:
    """What two facts disagree on; null where both can be so."""
    field = _at_odds(a, b) if a.kind == b.kind else None
    return field if field is not None and _same_thing(a, b) else None


def _at_odds(a: Compared, b: Compared) -> Field | None:
    """What two facts would disagree on if they are about the same thing."""
    if _apart(a, b) and (a.again or b.again):
        return None
    if a.party_key == b.party_key:
        if _apart(a, b):
            one_act = (a.kind, a.stage) not in rules().each or a.source == b.source
            return "date" if (a.kind, a.stage) in rules().once and one_act else None
        return "amount" if a.amounts and b.amounts and _at_one_time(a, b) and _sums_differ(a, b) else None
    if _apart(a, b) and _by_officials(a, b):
        return "date"
    if a.keys == b.keys:
        opposed = (a.kind, frozenset((a.stage, b.stage))) in rules().opposed
        return "stage" if opposed and _at_one_time(a, b) else None
    if a.kind in rules().one_set and a.stage == b.stage and _exact(a) and _exact(b) and not _apart(a, b):
        others = a.keys & b.keys and not (a.keys <= b.keys or b.keys <= a.keys)
        return "party" if others else None
    return None


def _by_officials(a: Compared, b: Compared) -> bool:
    """Both tell that one thing was made by the same sides once, though not by the same of their people: what ministers
    signed, their states did. A short name ("Memorandum of Understanding") may be that of many things of two states."""
    joint = a.stage == b.stage and (a.kind, a.stage) in rules().once - rules().each and _is_mutual(a.kind)
    return joint and a.sides == b.sides and min(len(named(x.object).words) for x in (a, b)) >= _TELLING


def _is_mutual(kind: str) -> bool:
    return codebook().kinds[kind].symmetric


def _same_thing(a: Compared, b: Compared) -> bool:
    if not a.object or not b.object:
        return a.object == b.object and a.kind not in rules().needs_object
    return similar(named(a.object), named(b.object)) >= _ALIKE


def _apart(a: Compared, b: Compared) -> bool:
    """Both are dated and no day is in both."""
    if a.lo is None or a.hi is None or b.lo is None or b.hi is None:
        return False
    return a.hi < b.lo or b.hi < a.lo


def _at_one_time(a: Compared, b: Compared) -> bool:
    """Both dated with a day in common, or both undated."""
    return (a.lo is None) == (b.lo is None) and not _apart(a, b)


def _exact(fact: Compared) -> bool:
    return fact.lo is not None and fact.hi is not None and (day_of(fact.hi) - day_of(fact.lo)).days <= _MONTH


def _sums_differ(a: Compared, b: Compared) -> bool:
    """Some unit is in both, and no figure of that unit fits one of the other's."""
    ours, theirs = _figures(a.amounts or "[]"), _figures(b.amounts or "[]")
    units = {v.get("unit") for v in ours} & {v.get("unit") for v in theirs}
    return any(
        not any(_fits(x, y) for x in ours for y in theirs if x.get("unit") == unit == y.get("unit")) for unit in units
    )


@lru_cache(maxsize=10_000)
def _figures(amounts: str) -> tuple[Mapping[str, Any], ...]:
    return tuple(json.loads(amounts))


def _fits(x: Mapping[str, Any], y: Mapping[str, Any]) -> bool:
    one, other = float(x["number"]), float(y["number"])
    bounds = {x.get("bound"), y.get("bound")}
    slack = (_ABOUT if "approx" in bounds else _ROUNDING) * max(abs(one), abs(other))
    if abs(one - other) <= slack:
        return True
    if bounds in ({"min"}, {"max"}):
        return True
    low, high = (x, y) if one < other else (y, x)
    return low.get("bound") == "min" or high.get("bound") == "max"
