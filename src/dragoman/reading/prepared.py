"""Everything that rules find in a document before the network is asked: sentences, actors, dates, values, windows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from tokenizers import Tokenizer

from dragoman.actors.context.publishers import publisher_home
from dragoman.actors.context.quoting import Quoted
from dragoman.actors.directory import directory, owner_of
from dragoman.actors.linking import Mention, linked, publisher_actor
from dragoman.dates import FoundDate, find_dates
from dragoman.reading.candidates import DATE_ROLES, HOWS, Entity, Slot, slots, trait_of, type_index
from dragoman.reading.windows import PUBLISHER_AT, Window, windows
from dragoman.records import Document
from dragoman.segment import Sentence, sentences
from dragoman.values import FoundValue, find_values

OUTSIDE = -1
"""Index of the mention that a slot of the publisher or of the setting stands for: none in the text."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the network is shown: everything, unless a measurement takes a part away.

    ``before`` are the sentences before; ``setting`` the actors that the whole document is about; ``without_hows`` the
    ways of linking (see `HOWS`) whose mentions are left out.
    """

    before: bool = True
    setting: bool = True
    dates: bool = True
    values: bool = True
    without_hows: frozenset[str] = frozenset()


EVERYTHING = Shown()


@dataclass(frozen=True, slots=True)
class View:
    """One window with what may fill a role in it."""

    window: Window
    entities: list[Entity]
    dates: list[Slot]
    values: list[Slot]


@dataclass(frozen=True)
class Prepared:
    """A document with all that was found in it; every list is in the order of the text."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[FoundDate, ...]
    values: tuple[FoundValue, ...]
    publisher: str | None
    context: tuple[str, ...]
    views: tuple[View, ...]
    quoted: tuple[Quoted, ...] = ()

    @cached_property
    def of_several(self) -> frozenset[int]:
        """Indices of the mentions that mean several actors at once ("the two presidents")."""
        return frozenset(i for i, m in enumerate(self.mentions) if len(m.actors) > 1 and not m.others)

    @cached_property
    def of_either(self) -> frozenset[int]:
        """Indices of the mentions that mean one of several actors ("the Minister" of either state)."""
        return frozenset(i for i, m in enumerate(self.mentions) if m.others)


def prepare(document: Document, tokenizer: Tokenizer, *, shown: Shown = EVERYTHING) -> Prepared:
    """Find sentences, mentions, dates and values in ``document`` and cut it into windows."""
    known = directory()
    found = sentences(document.text, document.blocks)
    every = linked(document, known)
    ordered = sorted(every.mentions, key=lambda m: (m.start, m.end))
    mentions = tuple(m for m in ordered if m.how not in shown.without_hows)
    publisher = document.publisher_actor or publisher_actor(document, known)
    american = (publisher or "").startswith("USA")
    dates = find_dates(document.text, document.date.value, month_first=american)
    home = publisher or publisher_home(document, known)
    values = find_values(document.text, dates, publisher=home, about=every.context) if shown.values else ()
    dates = dates if shown.dates else ()
    context = every.context if shown.setting else ()
    cut = windows(document.text, found, tokenizer, with_context=shown.before)
    ranks = mention_ranks(mentions)
    views = tuple(view(w, mentions, dates, values, publisher, context, ranks) for w in cut)
    return Prepared(found, mentions, dates, values, publisher, context, views, every.quoted)


def view(
    window: Window,
    mentions: Sequence[Mention],
    dates: Sequence[FoundDate],
    values: Sequence[FoundValue],
    publisher: str | None,
    context: Sequence[str],
    ranks: dict[str, int],
) -> View:
    """``context``: the actors that a passage which names nobody speaks of; a window's first token stands for them.
    ``ranks``: see `mention_ranks`."""
    by_actor: dict[str, list[Slot]] = {}
    for slot in located(window, mentions, mention_type):
        for actor in (*mentions[slot.index].actors, *mentions[slot.index].others):
            by_actor.setdefault(actor, []).append(slot)
    if publisher:
        slot = Slot(PUBLISHER_AT, PUBLISHER_AT + 1, OUTSIDE, type_index("publisher", HOWS))
        by_actor.setdefault(publisher, []).append(slot)
        head = publisher.split("/")[0]
        if head and head != publisher:
            by_actor.setdefault(head, []).append(slot)
    for actor in context:
        by_actor.setdefault(actor, []).append(Slot(0, 1, OUTSIDE, type_index("context", HOWS)))
    return View(
        window,
        [Entity(actor, tuple(found), trait_of(actor, publisher, ranks)) for actor, found in by_actor.items()],
        located(window, dates, lambda d: len(HOWS) + type_index(d.role, DATE_ROLES)),
        located(window, values, lambda _: len(HOWS) + len(DATE_ROLES)),
    )


def mention_ranks(mentions: Sequence[Mention]) -> dict[str, int]:
    """Codes by how often they are mentioned: 0 the most, 1 the second; 2 for others with three mentions or more."""
    counts = Counter(owner_of(actor) for mention in mentions for actor in mention.actors)
    order = sorted(counts, key=lambda code: (-counts[code], code))
    return {code: min(place, 2) for place, code in enumerate(order) if place < 2 or counts[code] >= 3}


def mention_type(mention: Mention) -> int:
    how = "place" if mention.place else mention.how if mention.head else "inner"
    return type_index(how, HOWS)


LONGEST = 400
"""Characters that a mention may begin before a window and still reach into it."""
Item = TypeVar("Item", Mention, FoundDate, FoundValue)


def located(window: Window, items: Sequence[Item], type_of: Callable[[Item], int]) -> list[Slot]:
    """Slots of those ``items`` that lie in the window.

    Looks only at the items near each stretch of text in it: a document has as many windows as it is long, and what
    leads into a list may stand far before it."""
    near = sorted(
        {
            index
            for start, end in window.stretches
            for index in range(first_from(items, start - LONGEST), first_from(items, end))
        }
    )
    found = slots(window, [items[i] for i in near], [type_of(items[i]) for i in near])
    return [Slot(s.first, s.last, near[s.index], s.type) for s in found]


def mentions_in(prepared: Prepared, start: int, end: int) -> list[Mention]:
    """The mentions that lie within ``start:end``."""
    low, high = first_from(prepared.mentions, start), first_from(prepared.mentions, end)
    return [mention for mention in prepared.mentions[low:high] if mention.end <= end]


def rows_of(mentions: Iterable[Mention], text: str, link: re.Pattern[str]) -> list[list[Mention]]:
    """``mentions``, those together between which nothing but a ``link`` stands: the lists of a sentence."""
    rows: list[list[Mention]] = []
    for mention in mentions:
        if rows and link.fullmatch(text, rows[-1][-1].end, mention.start):
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return rows


def first_from(items: Sequence[Item], at: int) -> int:
    """Index of the first of ``items`` (sorted by start) that begins at the character ``at`` or after it."""
    return bisect_left(items, at, key=lambda item: item.start)
