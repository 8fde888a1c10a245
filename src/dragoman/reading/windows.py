"""Text -> windows of tokens that the encoder can take, with offsets back into the text.

A window holds, in this order: a mark that stands for the publisher, some sentences before (the *context*) and the
sentences it is responsible for (the *core*). Each sentence of a document is core exactly once, so a window can be read
alone and in any order. Title and publisher's name are not shown: the network learnt those of its documents by heart
and took actors from them (README of training).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

import numpy as np
from tokenizers import Tokenizer

from dragoman.segment import Sentence

MAX_TOKENS = 400
MAX_CONTEXT = 96
MAX_LEAD = 32

# Rows of the vocabulary that pretraining left unused serve as marks of layout.
MARKS = {"heading": 1, "title": 1, "item": 2, "row": 3, "paragraph": 4, "publisher": 5, "before": 6, "core": 7}
OWN_STYLE = 8
"""Stands for the publisher's mark in training documents that we wrote ourselves. Their annotators went by the same
contract and yet chose shorter objects and took more per page; so the network can learn from them without taking over
their habits. Never used in reading."""
CLS, SEP = 101, 102
PREFIX = (CLS, MARKS["publisher"], MARKS["before"])
"""How every window begins; the first token stands for the setting."""
PUBLISHER_AT = PREFIX.index(MARKS["publisher"])

APART = 400
"""Characters between two stretches of text."""

START, END = itemgetter(0), itemgetter(1)
Ids = list[int]
Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Window:
    """``ids`` [T]; ``spans`` [T, 2] are character offsets into the text, (-1, -1) for marks; ``sentence`` [T] the index
    of the sentence a token belongs to, -1 in the prefix and at the end; ``core`` the half-open token range this window
    is responsible for."""

    ids: np.ndarray
    spans: np.ndarray
    sentence: np.ndarray
    core: tuple[int, int]

    @cached_property
    def marks(self) -> np.ndarray:
        """[T] the position of the layout mark at or before each token, where its sentence (or a part of it) begins."""
        at = np.where(self.spans[:, 1] <= self.spans[:, 0], np.arange(len(self.ids)), 0)
        return np.maximum.accumulate(at)

    @cached_property
    def written(self) -> list[tuple[int, int, int]]:
        """Start, end and index of the tokens that stand in the text, in its order."""
        return [(a, b, i) for i, (a, b) in enumerate(self.spans.tolist()) if b > a]

    @cached_property
    def stretches(self) -> list[tuple[int, int]]:
        """Start and end of the text in it; apart where much lies between: what leads into a list may stand far before
        the items."""
        found: list[tuple[int, int]] = []
        for start, end, _ in self.written:
            if found and start - found[-1][1] < APART:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found

    def tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """The half-open token range that the characters ``start:end`` cover; None where the window does not hold
        them."""
        first = bisect_right(self.written, start, key=END)
        last = bisect_left(self.written, end, key=START)
        return (self.written[first][2], self.written[last - 1][2] + 1) if first < last else None


def windows(
    text: str, sentences: Sequence[Sentence], tokenizer: Tokenizer, *, with_context: bool = True
) -> Iterator[Window]:
    """The windows of ``text`` in its order; without the sentences before, where they are not wanted."""
    if not sentences:
        return
    encodings = tokenizer.encode_batch([text[s.start : s.end] for s in sentences], add_special_tokens=False)
    pieces = [
        piece
        for index, (sentence, encoding) in enumerate(zip(sentences, encodings, strict=True))
        for piece in sentence_pieces(index, sentence, encoding.ids, encoding.offsets)
    ]
    leads = leading_pieces(sentences, pieces) if with_context else {}
    position = 0
    while position < len(pieces):
        context = context_pieces(pieces, position, leads.get(pieces[position].sentence)) if with_context else []
        room = MAX_TOKENS - len(PREFIX) - sum(len(p.tokens) for p in context) - 2
        stop = position + 1
        room -= len(pieces[position].tokens)
        while stop < len(pieces) and len(pieces[stop].tokens) <= room:
            room -= len(pieces[stop].tokens)
            stop += 1
        yield assemble(context, pieces[position:stop])
        position = stop


Token = tuple[int, int, int]
"""Vocabulary id, start and end character."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a part of one too long for a window, as tokens."""

    sentence: int
    tokens: tuple[Token, ...]


def sentence_pieces(index: int, sentence: Sentence, ids: Ids, offsets: Spans) -> Iterator[Piece]:
    room = MAX_TOKENS - MAX_CONTEXT - 8
    tokens: list[Token] = [(i, sentence.start + a, sentence.start + b) for i, (a, b) in zip(ids, offsets, strict=True)]
    for start in range(0, len(tokens), room):
        mark = (MARKS[sentence.kind], -1, -1)
        yield Piece(index, (mark, *tokens[start : start + room]))


def context_pieces(pieces: list[Piece], position: int, lead: Piece | None = None) -> list[Piece]:
    """As many whole pieces before ``position`` as fit; at least the beginning of the one just before. The end of
    ``lead``, which leads into the list, comes first, however long ago it was."""
    chosen: list[Piece] = []
    first = [Piece(lead.sentence, (lead.tokens[0], *lead.tokens[1:][-MAX_LEAD:]))] if lead else []
    room = MAX_CONTEXT - sum(len(p.tokens) for p in first)
    for piece in reversed(pieces[max(0, position - 6) : position]):
        if lead and piece.sentence == lead.sentence:
            break
        if len(piece.tokens) > room:
            if not chosen:
                chosen.append(Piece(piece.sentence, piece.tokens[:room]))
            break
        chosen.append(piece)
        room -= len(piece.tokens)
    return first + chosen[::-1]


def leading_pieces(sentences: Sequence[Sentence], pieces: list[Piece]) -> dict[int, Piece]:
    """For each sentence of a list's items the last piece of the paragraph's sentence that leads into the list."""
    last = {piece.sentence: piece for piece in pieces}
    leads: dict[int, Piece] = {}
    for index, sentence in enumerate(sentences[1:], start=1):
        if sentence.kind == "item":
            before = (last if sentences[index - 1].kind == "paragraph" else leads).get(index - 1)
            if before:
                leads[index] = before
    return leads


def assemble(context: list[Piece], core: list[Piece]) -> Window:
    before = [(token, piece.sentence) for piece in context for token in piece.tokens]
    inside = [(token, piece.sentence) for piece in core for token in piece.tokens]
    first = len(PREFIX) + len(before) + 1
    rows = [
        *(((mark, -1, -1), -1) for mark in PREFIX),
        *before,
        ((MARKS["core"], -1, -1), core[0].sentence),
        *inside,
        ((SEP, -1, -1), -1),
    ]
    return Window(
        ids=np.array([token[0] for token, _ in rows], dtype=np.int64),
        spans=np.array([token[1:] for token, _ in rows], dtype=np.int64),
        sentence=np.array([index for _, index in rows], dtype=np.int64),
        core=(first, first + len(inside)),
    )
