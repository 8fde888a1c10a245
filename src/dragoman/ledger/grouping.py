"""Which statements tell the same fact: same kind, compatible stage, same parties, compatible dates, similar object.

A statement is compared only with facts that share one of its *blocks*: numbers made of kind, stage and parties with one
word of the object, so the cost of adding a statement does not grow with the ledger. Which fact it joins depends only on
the facts there and on the statement; the first one of a fact in the order of adding names it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.codebook import codebook
from dragoman.datafiles import data_file
from dragoman.ledger.folding import acronym_words, fold_word, names, words

# Stages that say the same of the same thing: who joined is a member, who was appointed holds the office.
_SAME_STAGE = {("membership", "member"): "joined", ("office", "holds"): "appointed"}
_LITTLE_WORDS = frozenset(word for key in ("english", "others") for word in data_file("same_things.yml")[key])
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9&.-]{1,11})\)")
_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9&-]{1,11}\b")
_ENOUGH = 0.6  # shared words of all words; below it "Action Plan 2015" would join "Work Plan 2016"
_BLOCK_WORDS = 3  # two objects that share 0.6 of their words share one of the 3 lowest-hashed with near certainty
MAX_COMPARED = 200  # facts compared for one statement; more share a block only where dates tell them apart


@dataclass(frozen=True, slots=True)
class Named:
    """An object for comparison: its content words, and the acronyms that stand in it or stand for it."""

    words: frozenset[str]
    acronyms: frozenset[str]


@dataclass(slots=True)
class FactSeen:
    """A fact as far as deciding about membership needs it."""

    n: int
    object: str | None
    lo: int | None
    hi: int | None
    amounts: str | None


@lru_cache(maxsize=10_000)
def named(text: str | None) -> Named:
    """``text`` as it is compared: "Individual Partnership Action Plan (IPAP)" equals its acronym and its expansion."""
    if not text:
        return Named(frozenset(), frozenset())
    stated = {fold_word(a) for a in _ACRONYM.findall(text)}
    bare = _ACRONYM.sub(" ", text)
    content = frozenset(words(bare)) - _LITTLE_WORDS
    stands_for = {fold_word(a) for a in _CAPITALS.findall(bare)} if len(content) <= 2 else set()
    # Initials stand for the object only where the name is nearly all of it.
    longest = max(map(len, names(bare)), default=0)
    initials = acronym_words(bare) if 2 * longest >= len(bare.strip()) else ()
    return Named(content or frozenset(stated), frozenset(stated | stands_for | set(initials)))


def similar(a: Named, b: Named) -> float:
    """How alike two objects are, 0 to 1: shared words of all words, 1 for an acronym and its expansion."""
    if a.words == b.words:
        return 1.0
    if not a.words or not b.words:
        return 0.0
    short, long = sorted((a, b), key=lambda n: len(n.words))
    if len(short.words) == 1 and short.words <= long.acronyms:
        return 1.0
    if a.acronyms & b.acronyms and short.words & long.words:
        return 0.9
    shared = len(a.words & b.words)
    if short.words <= long.words and len(short.words) >= 3:
        return 0.8
    return shared / len(a.words | b.words)


def party_key(kind: str, stage: str, source: Iterable[str], target: Iterable[str]) -> int:
    """A number for kind, stage and parties (of symmetric kinds in any order)."""
    stage = _SAME_STAGE.get((kind, stage), stage)
    known = codebook().kinds.get(kind)
    ours, theirs = sorted(set(source)), sorted(set(target))
    parties = sorted({*ours, *theirs}) if known and known.symmetric else [*ours, "\x1e", *theirs]
    return _number(kind, stage, *parties)


def blocks(key: int, thing: Named) -> list[int]:
    """The blocks in which a fact with these parties and this object is looked for."""
    hashed = sorted(_number(key, word) for word in thing.words)[:_BLOCK_WORDS]
    acronyms = [_number(key, word) for word in sorted(thing.acronyms)[:_BLOCK_WORDS]]
    return sorted({*hashed, *acronyms}) or [_number(key, "")]


def best(
    thing: Named, lo: int | None, hi: int | None, amounts: str | None, facts: Sequence[tuple[FactSeen, Named]]
) -> FactSeen | None:
    """The fact that a statement retells, or none. Of several the most similar, then the same dates, then the oldest."""
    scored = [
        (-likeness, (fact.lo, fact.hi) != (lo, hi), fact.n, fact)
        for fact, other in facts
        if _may_be_one(fact, lo, hi, amounts) and (likeness := similar(thing, other)) >= _ENOUGH
    ]
    return min(scored, key=lambda s: s[:3])[3] if scored else None


def narrowed(fact: FactSeen, lo: int | None, hi: int | None, amounts: str | None) -> bool:
    """Take a new member's dates and amounts into the fact; true where that changed it."""
    before = (fact.lo, fact.hi, fact.amounts)
    if lo is not None and hi is not None:
        if fact.lo is None or fact.hi is None:
            fact.lo, fact.hi = lo, hi
        else:
            fact.lo, fact.hi = max(fact.lo, lo), min(fact.hi, hi)
    fact.amounts = fact.amounts or amounts
    return before != (fact.lo, fact.hi, fact.amounts)


def _may_be_one(fact: FactSeen, lo: int | None, hi: int | None, amounts: str | None) -> bool:
    if (
        lo is not None
        and hi is not None
        and fact.lo is not None
        and fact.hi is not None
        and (fact.hi < lo or hi < fact.lo)
    ):
        return False
    return not (amounts and fact.amounts) or _figures(amounts) == _figures(fact.amounts)


def _figures(amounts: str) -> list[tuple[float, str]]:
    return sorted((v["number"], v["unit"] or "") for v in json.loads(amounts))


def _number(*parts: object) -> int:
    raw = "\x1f".join(map(str, parts)).encode("utf-8", "backslashreplace")
    return int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest(), "big", signed=True)
