"""Where the lines of a paragraph end for want of room: what is read does not depend on it.

A text keeps its lines, so that every quote stands in it at its place. It is read as if each paragraph and item were one
line, and the places of what was read are told in the text as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from dragoman.records import Document, Reading, number_occurrences

LINE_END = re.compile(r"[^\S\n]*+\n\s*")
WRAPPED = ("paragraph", "item")
"""Blocks whose lines are wrapped; the lines of a heading are apart, and so may those of a row be."""


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A ``document`` with its paragraphs on one line each. The stretch of its text from ``starts[n]`` on stands from
    ``places[n]`` on in the text ``before`` that."""

    document: Document
    before: str
    starts: tuple[int, ...]
    places: tuple[int, ...]

    def place(self, at: int) -> int:
        """Where the character ``at`` stands in the text before."""
        stretch = bisect_right(self.starts, at) - 1
        return self.places[stretch] + at - self.starts[stretch]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``start:end`` stands in the text before."""
        return self.place(start), self.place(end - 1) + 1 if end > start else self.place(start)


def unwrapped(document: Document) -> Unwrapped:
    """``document`` with one blank for each line end within a paragraph or an item, and for the indentation behind it.
    Linear in the length of the text."""
    text = document.text
    gaps = [
        gap.span()
        for block in document.blocks
        if block.kind in WRAPPED
        for gap in LINE_END.finditer(text, block.start, block.end)
    ]
    if not gaps:
        return Unwrapped(document, text, (0,), (0,))
    parts: list[str] = []
    starts, places, cut, length = [0], [0], 0, 0
    for start, end in gaps:
        parts += [text[cut:start], " "]
        length += start - cut + 1
        cut = end
        starts.append(length)
        places.append(cut)
    parts.append(text[cut:])

    def moved(at: int) -> int:
        stretch = bisect_right(places, at) - 1
        return starts[stretch] + at - places[stretch]

    blocks = tuple(replace(block, start=moved(block.start), end=moved(block.end)) for block in document.blocks)
    return Unwrapped(replace(document, text="".join(parts), blocks=blocks), text, tuple(starts), tuple(places))


def as_wrapped(reading: Reading, unwrapped: Unwrapped) -> Reading:
    """``reading`` of the unwrapped document with its places and quotes in the text as it is."""
    if len(unwrapped.starts) == 1:
        return reading
    statements = []
    for one in reading.statements:
        start, end = unwrapped.span(one.start, one.end)
        evidence = tuple(
            replace(e, start=first, end=last) for e in one.evidence for first, last in [unwrapped.span(e.start, e.end)]
        )
        quote = unwrapped.before[start:end]
        statements.append(replace(one, quote=quote, start=start, end=end, evidence=evidence))
    unlinked = tuple(
        replace(u, text=unwrapped.before[first:last], start=first, end=last)
        for u in reading.unlinked
        for first, last in [unwrapped.span(u.start, u.end)]
    )
    return replace(reading, statements=tuple(number_occurrences(statements)), unlinked=unlinked)
