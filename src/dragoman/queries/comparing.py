"""What two versions of a document have in common: equal statements, and those that are one statement told anew."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.ledger.grouping import Named, named, similar
from dragoman.queries.records import Found
from dragoman.records import Block, Document, digest
from dragoman.segment import sentences

_ALIKE = 0.5  # objects (quotes, where neither has one) this much alike, of a shared party, are one that changed
_NEAR = 25  # so many of one kind and actor are compared on each side of the place where a statement stood
_NOTHING = named(None)


@dataclass(frozen=True, slots=True)
class _Told:
    """A statement as it is compared, its words folded once."""

    kind: str
    stage: str
    date: str | None
    start: int
    parties: frozenset[str]
    object: Named | None
    quote: Named


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
    later = [_told(found) for found in came]
    for there, new in enumerate(later):
        for actor in new.parties:
            places[new.kind, actor].append((new.start, there))
    scored = []
    for here, old in enumerate(map(_told, gone)):
        near = set()
        for actor in old.parties:
            listed = places.get((old.kind, actor), [])
            at = bisect(listed, (old.start, 0))
            near |= {there for _, there in listed[max(0, at - _NEAR) : at + _NEAR]}
        scored += [(-likeness, here, there) for there in near if (likeness := _likeness(old, later[there]))]
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for _, here, there in sorted(scored):
        if here not in paired and there not in taken:
            paired[here] = there
            taken.add(there)
    return paired


def in_same_words(these: Sequence[Found], text: Document, other: Document) -> frozenset[str]:
    """The ids of those of ``these``, read in ``text``, of which every sentence that they were read in stands as often
    in ``other``: what they tell otherwise is the reading's doing, and not the page's."""
    spans, standing = _sentences(text), Counter(words for _, _, words in _sentences(other))
    times = Counter(words for _, _, words in spans)
    ends = [end for _, end, _ in spans]
    found = set()
    for one in these:
        first, last = bisect(ends, one.statement.start), bisect_left(ends, one.statement.end)
        if all(times[words] <= standing[words] for _, _, words in spans[first : last + 1]):
            found.add(one.id)
    return frozenset(found)


def _sentences(document: Document) -> list[tuple[int, int, str]]:
    """Start, end and words, whatever the white space between them."""
    text, blocks = document.text, document.blocks or (Block(0, len(document.text), "paragraph"),)
    return [(s.start, s.end, " ".join(text[s.start : s.end].split())) for s in sentences(text, blocks)]


def _said(found: Found) -> str:
    return digest([found.contract() | {"doc": None}])


def _told(found: Found) -> _Told:
    s = found.statement
    parties = frozenset((*s.source, *s.target))
    return _Told(s.kind, s.stage, s.date, s.start, parties, named(s.object) if s.object else None, named(s.quote))


def _likeness(old: _Told, new: _Told) -> float:
    """How likely ``new`` is ``old`` told anew, of one kind and with a party in common; 0 is not at all."""
    objects = old.object or new.object
    alike = similar(old.object or _NOTHING, new.object or _NOTHING) if objects else similar(old.quote, new.quote)
    if alike < _ALIKE:
        return 0.0
    quotes = similar(old.quote, new.quote)
    same = (old.stage == new.stage) + (old.date == new.date)
    return len(old.parties & new.parties) / len(old.parties | new.parties) + alike + quotes + same / 10
