"""What may fill a role in a window: actors (each with all its mentions), dates and values, as token ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.actors.directory import directory, owner_of
from dragoman.reading.windows import Window

# How a mention was linked, as a small closed list for the trained heads; anything else counts as the first.
HOWS = [
    "other",
    "named",
    "acronym",
    "demonym",
    "seat",
    "office",
    "person",
    "body",
    "group",
    "region",
    "collective",
    "pronoun",
    "place",
    "inner",
    "publisher",
    "context",
]
DATE_ROLES = ["other", "point", "since", "until", "interval", "deadline", "duration", "name"]


class Spanned(Protocol):
    """Anything with character offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in a window: token range, index of the mention, date or value it stands for, and its type."""

    first: int
    last: int
    index: int
    type: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One actor in a window with every place that names it or refers to it. ``trait``: see `trait_of`."""

    actor: str
    slots: tuple[Slot, ...]
    trait: int = 0


def slots(window: Window, items: Sequence[Spanned], types: Sequence[int]) -> list[Slot]:
    """The places of ``items`` (sorted by start) in ``window``. ``types`` runs parallel to ``items``."""
    found = []
    for index, item in enumerate(items):
        if held := window.tokens(item.start, item.end):
            found.append(Slot(*held, index, types[index]))
    return found


def type_index(name: str, names: Sequence[str]) -> int:
    """Place of ``name`` in a closed list, 0 where it is not in it."""
    return names.index(name) if name in names else 0


RANKS = 4
TRAITS = 3 * 2 * RANKS
NO_TRAIT = TRAITS
"""What dates and values have."""


def trait_of(actor: str, publisher: str | None, ranks: dict[str, int]) -> int:
    """What is known of an actor beside its places, as one number below `TRAITS`: state or organisation, body or person
    of one, or bare name; whether the publisher is of that code; whether the code is the document's most, second most,
    often or rarely mentioned."""
    whole = "/" not in actor or directory().is_organisation(actor)
    form = 0 if whole else 2 if actor.startswith("/") else 1
    own = int(publisher is not None and owner_of(actor) == owner_of(publisher))
    return (form * 2 + own) * RANKS + min(ranks.get(owner_of(actor), RANKS - 1), RANKS - 1)


class Shelf(Protocol):
    """A window with what may fill a role in it."""

    @property
    def window(self) -> Window: ...
    @property
    def entities(self) -> list[Entity]: ...
    @property
    def dates(self) -> list[Slot]: ...
    @property
    def values(self) -> list[Slot]: ...


Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Places:
    """All slots of a window as arrays [M]: those of entities first, then dates, then values. ``entity`` is -1 for
    dates and values; ``index`` is of the mention, date or value that a slot stands for, -1 for none in the text."""

    spans: Ints
    types: Ints
    traits: Ints
    entity: Ints
    index: Ints
    sentence: Ints
    dates: range
    values: range


def places(shelf: Shelf) -> Places:
    actors = [(slot, e, entity.trait) for e, entity in enumerate(shelf.entities) for slot in entity.slots]
    rest = [(slot, -1, NO_TRAIT) for slot in [*shelf.dates, *shelf.values]]
    every = [slot for slot, _, _ in actors + rest]
    n, d = len(actors), len(actors) + len(shelf.dates)
    spans = np.array([(s.first, s.last) for s in every], dtype=np.int64).reshape(-1, 2)
    return Places(
        spans,
        np.array([s.type for s in every], dtype=np.int64),
        np.array([trait for _, _, trait in actors + rest], dtype=np.int64),
        np.array([e for _, e, _ in actors + rest], dtype=np.int64),
        np.array([s.index for s in every], dtype=np.int64),
        shelf.window.sentence[spans[:, 0]],
        range(n, d),
        range(d, len(every)),
    )


ELSEWHERE, HERE, HERE_TOO = 0, 1, 2
"""Where a slot stands: in another sentence than the anchor, in its sentence, or elsewhere while its actor also stands
in the anchor's sentence."""


def in_reach(found: Places, sentence: int) -> tuple[Ints, Ints]:
    """Indices of the slots that may belong to a statement of ``sentence``, and where they stand: all in the sentence
    itself; of actors also publisher and setting, and of one that the sentence does not name its last
    place before (or else its first after). Dates and values of other sentences never belong to it."""
    here = found.sentence == sentence
    named = set(found.entity[here].tolist())
    nearest: dict[int, int] = {}
    for i in np.flatnonzero(~here & (found.entity >= 0) & (found.sentence >= 0)).tolist():
        entity = int(found.entity[i])
        if entity in named:
            continue
        known = nearest.get(entity)
        if known is None or closer(found.sentence[i], found.sentence[known], sentence):
            nearest[entity] = i
    outside = (found.entity >= 0) & (found.sentence < 0)
    picked = np.array(sorted({*np.flatnonzero(here | outside).tolist(), *nearest.values()}), dtype=np.int64)
    where = [HERE if here[i] else HERE_TOO if int(found.entity[i]) in named else ELSEWHERE for i in picked.tolist()]
    return picked, np.array(where, dtype=np.int64)


def closer(one: int, other: int, sentence: int) -> bool:
    """Whether a slot of sentence ``one``, later in the text than that of ``other``, is the better one to have."""
    return bool(one < sentence or (other > sentence and one < other))


@dataclass(frozen=True)
class Reach:
    """What an anchor may take: ``picked`` [K] slots, ``where`` [K] they stand, and the tokens ``first:last`` of its
    sentence."""

    picked: Ints
    where: Ints
    first: int
    last: int


def reach(window: Window, found: Places, at: Ints) -> list[Reach]:
    """What each of the anchors at tokens ``at`` may take."""
    wanted = window.sentence[at].tolist()
    known = {}
    for sentence in set(wanted):
        tokens = np.flatnonzero(window.sentence == sentence)
        known[sentence] = Reach(*in_reach(found, sentence), int(tokens[0]), int(tokens[-1]) + 1)
    return [known[sentence] for sentence in wanted]
