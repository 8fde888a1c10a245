"""What may fill a role in a window: actors (each with all its mentions), dates and values, as token ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

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
    """One actor in a window with every place that names it or refers to it."""

    actor: str
    slots: tuple[Slot, ...]


def slots(window: Window, items: Sequence[Spanned], types: Sequence[int]) -> list[Slot]:
    """The places of ``items`` (sorted by start) in ``window``. ``types`` runs parallel to ``items``."""
    found = []
    for index, item in enumerate(items):
        for first, last in window.tokens(item.start, item.end):
            found.append(Slot(first, last, index, types[index]))
    return found


def type_index(name: str, names: Sequence[str]) -> int:
    """Place of ``name`` in a closed list, 0 where it is not in it."""
    return names.index(name) if name in names else 0
