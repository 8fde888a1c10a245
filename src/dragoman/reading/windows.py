"""Document -> windows of tokens that the encoder can take, with offsets back into the text.

A window holds, in this order: title, publisher and the heading above (the *prefix*), some sentences before (the
*context*) and the sentences it is responsible for (the *core*). Each sentence of a document is core exactly once,
so a window can be read alone and in any order.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

import numpy as np
from tokenizers import Tokenizer

from dragoman.records import Document
from dragoman.segment import Sentence

MAX_TOKENS = 320
MAX_TITLE = 28
MAX_PUBLISHER = 14
MAX_HEADING = 18
MAX_CONTEXT = 72
MAX_LEAD = 32

# Rows of the vocabulary that pretraining left unused serve as marks of layout.
MARKS = {"heading": 1, "title": 1, "item": 2, "row": 3, "paragraph": 4, "publisher": 5, "above": 6, "core": 7}
OWN_STYLE = 8
"""Stands for the publisher's mark in training documents that we wrote ourselves. Their annotators went by the same
contract and yet chose shorter objects and took more per page; so the network can learn from them without taking over
their habits. Never used in reading."""
CLS, SEP = 101, 102

START, END = itemgetter(0), itemgetter(1)
Ids = list[int]
Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Window:
    """``ids`` [T]; ``spans`` [T, 2] are character offsets into the text, (-1, -1) for marks and for prefix text that
    stands nowhere in it; ``sentence`` [T] the index of the sentence a token belongs to, -1 in the prefix;
    ``core`` the half-open token range this window is responsible for; ``publisher`` the token range of the name."""

    ids: np.ndarray
    spans: np.ndarray
    sentence: np.ndarray
    core: tuple[int, int]
    publisher: tuple[int, int]

    @cached_property
    def marks(self) -> np.ndarray:
        """[T] the position of the layout mark at or before each token, where its sentence (or a part of it) begins."""
        at = np.where(self.spans[:, 1] <= self.spans[:, 0], np.arange(len(self.ids)), 0)
        return np.maximum.accumulate(at)

    @cached_property
    def body(self) -> int:
        """Index of the first token after the prefix."""
        inside = np.flatnonzero(self.sentence >= 0)
        return int(inside[0]) if len(inside) else len(self.ids)

    @cached_property
    def written(self) -> list[tuple[int, int, int]]:
        """Start, end and index of the tokens of the body that stand in the text, in its order."""
        return self.standing(self.body, len(self.ids))

    @cached_property
    def repeated(self) -> list[tuple[int, int, int]]:
        """Start, end and index of the tokens of title and heading that stand in the text."""
        return self.standing(0, self.body)

    def standing(self, low: int, high: int) -> list[tuple[int, int, int]]:
        return [(a, b, low + i) for i, (a, b) in enumerate(self.spans[low:high].tolist()) if b > a]

    def tokens(self, start: int, end: int) -> list[tuple[int, int]]:
        """Half-open token ranges that the characters ``start:end`` cover: in the body, and again in the prefix where
        title or heading repeat them. Empty where the window does not hold them."""
        ranges = []
        first = bisect_right(self.written, start, key=END)
        last = bisect_left(self.written, end, key=START)
        if first < last:
            ranges.append((self.written[first][2], self.written[last - 1][2] + 1))
        again = [(a, i) for a, b, i in self.repeated if a < end and b > start]
        if again and again[0][0] <= start:
            ranges.append((again[0][1], again[-1][1] + 1))
        return ranges


def windows(
    document: Document,
    sentences: Sequence[Sentence],
    tokenizer: Tokenizer,
    *,
    with_prefix: bool = True,
    with_context: bool = True,
) -> Iterator[Window]:
    """The windows of ``document`` in the order of the text; without title, publisher and heading, or without the
    sentences before, where they are not wanted."""
    if not sentences:
        return
    text = document.text
    encodings = tokenizer.encode_batch([text[s.start : s.end] for s in sentences], add_special_tokens=False)
    pieces = [
        piece
        for index, (sentence, encoding) in enumerate(zip(sentences, encodings, strict=True))
        for piece in sentence_pieces(index, sentence, encoding.ids, encoding.offsets)
    ]
    leads = leading_pieces(sentences, pieces) if with_context else {}
    title = title_tokens(document, tokenizer) if with_prefix else []
    publisher = plain_tokens((document.publisher.value or "") if with_prefix else "", tokenizer)[:MAX_PUBLISHER]
    position = 0
    while position < len(pieces):
        heading = heading_tokens(document, sentences[pieces[position].sentence], tokenizer) if with_prefix else []
        prefix = [(CLS, -1, -1), *title, (MARKS["publisher"], -1, -1), *publisher, (MARKS["above"], -1, -1), *heading]
        context = context_pieces(pieces, position, leads.get(pieces[position].sentence)) if with_context else []
        room = MAX_TOKENS - len(prefix) - sum(len(p.tokens) for p in context) - 2
        stop = position + 1
        room -= len(pieces[position].tokens)
        while stop < len(pieces) and len(pieces[stop].tokens) <= room:
            room -= len(pieces[stop].tokens)
            stop += 1
        name_start = 2 + len(title)
        yield assemble(prefix, context, pieces[position:stop], (name_start, name_start + len(publisher)))
        position = stop


Token = tuple[int, int, int]
"""Vocabulary id, start and end character."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or a part of one too long for a window, as tokens."""

    sentence: int
    tokens: tuple[Token, ...]


def sentence_pieces(index: int, sentence: Sentence, ids: Ids, offsets: Spans) -> Iterator[Piece]:
    room = MAX_TOKENS - MAX_TITLE - MAX_PUBLISHER - MAX_HEADING - MAX_CONTEXT - 8
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


def plain_tokens(text: str, tokenizer: Tokenizer) -> list[Token]:
    return [(i, -1, -1) for i in tokenizer.encode(text[:400], add_special_tokens=False).ids] if text else []


def title_tokens(document: Document, tokenizer: Tokenizer) -> list[Token]:
    """The title's tokens, with offsets where the text repeats it near its beginning."""
    title = (document.title.value or "")[:300]
    if not title:
        return []
    at = document.text.find(title, 0, 2000)
    if at < 0:
        return plain_tokens(title, tokenizer)[:MAX_TITLE]
    return offset_tokens(title, at, tokenizer)[:MAX_TITLE]


def heading_tokens(document: Document, sentence: Sentence, tokenizer: Tokenizer) -> list[Token]:
    if sentence.heading is None:
        return []
    start, end = sentence.heading
    return offset_tokens(document.text[start : min(end, start + 300)], start, tokenizer)[:MAX_HEADING]


def offset_tokens(text: str, at: int, tokenizer: Tokenizer) -> list[Token]:
    encoding = tokenizer.encode(text, add_special_tokens=False)
    return [(i, at + a, at + b) for i, (a, b) in zip(encoding.ids, encoding.offsets, strict=True)]


def assemble(prefix: list[Token], context: list[Piece], core: list[Piece], publisher: tuple[int, int]) -> Window:
    before = [(token, piece.sentence) for piece in context for token in piece.tokens]
    inside = [(token, piece.sentence) for piece in core for token in piece.tokens]
    first = len(prefix) + len(before) + 1
    rows = [
        *((token, -1) for token in prefix),
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
        publisher=publisher,
    )
