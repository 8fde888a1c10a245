"""Text -> sentences with offsets. A sentence never crosses a block: a heading, an item and a table row end one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.datafiles import data_file
from dragoman.records import Block, BlockKind

END = re.compile(
    r"[.!?…]+[\"”’'»)\]]*(?=\s|$)|[.!?](?=[A-Z][a-z]+\s)"
    # with the raised mark of a note behind it: "were pledged.1 The"
    r"|(?<=[a-z]{3})[.!?][\"”’'»)\]]*\d{1,2}(?=\s+[\"“(]?[A-Z])"
)
NUMBER = re.compile(r"\d{1,2}|[ivxlc]{2,5}")
"""The number of a paragraph or heading, where nothing stands before it: "II. Trade"."""
WORD_BEFORE = re.compile(r"([^\s(\[\"“‘«]+)$")
BEHIND_HYPHEN = re.compile(r"(?:^|[-–—/])((?:[^\W\d_]\.)+[^\W\d_])$")
"""An abbreviation, alone or behind the word that it is joined to: "Japan-U.S."."""
WORD_AFTER = re.compile(r"\s*[\"“‘«(\[]*(\S+)")
UNDER_SECRETARY = re.compile(r"Under[- ]Secretar")
"""What may follow "U.S." and opens no sentence."""
MAX_SENTENCE = 2_000
"""Characters after which a run without any sentence end is cut at a space: keeps one-sentence megabytes bounded."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """``block`` is the index of the block it lies in, ``kind`` that block's kind."""

    start: int
    end: int
    block: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words before a full stop (lower case, without it): see ``data/abbreviations.yml``."""

    never_end: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    raw = data_file("abbreviations.yml")
    return Abbreviations(*(frozenset(raw[name]) for name in ("never_end", "may_end", "openers")))


def sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """Every sentence of ``blocks`` in order. White space at the ends is left out; empty ones are dropped."""
    return tuple(
        Sentence(start, end, index, block.kind)
        for index, block in enumerate(blocks)
        for start, end in split(text, block.start, block.end)
    )


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentence spans within ``text[start:end]``."""
    spans, begin = [], start
    for match in END.finditer(text, start, end):
        if ends_sentence(text, begin, match, end):
            spans.extend(bounded(text, begin, match.end()))
            begin = match.end()
    spans.extend(bounded(text, begin, end))
    return spans


def ends_sentence(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the stop at ``match`` closes the sentence that began at ``begin``."""
    after = WORD_AFTER.match(text, match.end(), min(end, match.end() + 80))
    if after is None:
        return True
    opener = after.group(1)
    if match.group()[0] not in ".…":
        return not opener[0].islower()
    if opener[0].islower():
        return False
    before = WORD_BEFORE.search(text, max(begin, match.start() - 40), match.start())
    word = before.group(1).lower() if before else ""
    if len(word) == 1 and word.isalpha():  # an initial: "Antony J. Blinken"
        return False
    known = abbreviations()
    if word in known.never_end:
        return False
    if word in known.may_end or BEHIND_HYPHEN.search(word):
        titled = UNDER_SECRETARY.match(text, after.start(1)) is not None
        return opener.strip(",.;:").lower() in known.openers and not titled
    return not (NUMBER.fullmatch(word) and not text[begin : match.start()].strip()[len(word) :])


def bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """``start:end`` without outer white space, cut at spaces into pieces of at most `MAX_SENTENCE` characters."""
    pieces = []
    while start < end:
        stop = end
        if end - start > MAX_SENTENCE:
            space = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
            stop = space if space > 0 else start + MAX_SENTENCE
        piece = text[start:stop]
        left = len(piece) - len(piece.lstrip())
        if piece.strip():
            pieces.append((start + left, start + len(piece.rstrip())))
        start = stop
    return pieces
