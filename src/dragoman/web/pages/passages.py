"""A document's text in parts, blocks and marked stretches: what the page of a document is drawn from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.queries import Found
from dragoman.records import Block, Document

PART = 24_000  # characters on one page; longer documents have several


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the statements that it is a quote of; ``first`` are those that begin here.

    ``top`` is the shortest of them: it lends its colour.
    """

    text: str
    told: tuple[Found, ...]
    first: tuple[Found, ...]

    @property
    def top(self) -> Found | None:
        return min(self.told, key=lambda f: (f.statement.end - f.statement.start, f.id), default=None)


@dataclass(frozen=True, slots=True)
class Shown:
    """A block of the document with its pieces."""

    block: Block
    pieces: tuple[Piece, ...]


def parts(document: Document) -> list[tuple[Block, ...]]:
    """The blocks in groups of about `PART` characters; text that no block covers is a paragraph."""
    groups: list[tuple[Block, ...]] = []
    pending: list[Block] = []
    for block in _all_blocks(document):
        pending.append(block)
        if block.end - pending[0].start >= PART:
            groups.append(tuple(pending))
            pending = []
    if pending or not groups:
        groups.append(tuple(pending))
    return groups


def part_at(groups: Sequence[tuple[Block, ...]], position: int) -> int:
    """The index of the part that holds a position of the text."""
    return next((i for i, blocks in enumerate(groups) if blocks and position < blocks[-1].end), len(groups) - 1)


def shown(document: Document, blocks: Sequence[Block], told: Sequence[Found]) -> Iterator[Shown]:
    """These blocks, cut where quotes begin and end."""
    for block in blocks:
        inside = [f for f in told if f.statement.start < block.end and f.statement.end > block.start]
        cuts = {block.start, block.end}
        for found in inside:
            cuts |= {max(block.start, found.statement.start), min(block.end, found.statement.end)}
        edges = sorted(cuts)
        yield Shown(block, tuple(_pieces(document.text, edges, inside)))


def _pieces(text: str, edges: list[int], inside: list[Found]) -> Iterator[Piece]:
    for start, end in pairwise(edges):
        over = tuple(f for f in inside if f.statement.start <= start and f.statement.end >= end)
        yield Piece(text[start:end], over, tuple(f for f in over if f.statement.start == start))


def _all_blocks(document: Document) -> Iterator[Block]:
    at = 0
    for bare in sorted(document.blocks, key=lambda b: b.start):
        block = _with_mark(document.text, at, bare)
        yield from _lines(document.text, at, block.start)
        if block.end > at:
            yield from _cut(Block(max(at, block.start), block.end, block.kind, block.level, block.page))
        at = max(at, block.end)
    yield from _lines(document.text, at, len(document.text))


def _with_mark(text: str, at: int, block: Block) -> Block:
    """An item with the bullet or number that stands before it on its line, as published."""
    line = max(at, text.rfind("\n", at, block.start) + 1)
    mark = text[line : block.start].lstrip()
    return replace(block, start=block.start - len(mark)) if block.kind == "item" else block


def _lines(text: str, start: int, end: int) -> Iterator[Block]:
    """Lines that are not empty, as paragraphs."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            yield from _cut(Block(start, stop, "paragraph"))
        start = stop + 1


def _cut(block: Block) -> Iterator[Block]:
    """A block longer than a part, in several."""
    for start in range(block.start, block.end, PART):
        yield Block(start, min(block.end, start + PART), block.kind, block.level, block.page)


def paragraphs_changed(before: Document, after: Document) -> tuple[list[str], list[str]]:
    """Paragraphs that stand only in the later version, and only in the earlier one, each in its order."""
    old, new = ([d.text[b.start : b.end].strip() for b in _all_blocks(d)] for d in (before, after))
    had, has = set(old), set(new)
    return [p for p in dict.fromkeys(new) if p not in had], [p for p in dict.fromkeys(old) if p not in has]
