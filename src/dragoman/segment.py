"""Text -> sentences with offsets. A sentence never crosses a block: a heading, an item and a table row end one."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from dragoman.datafiles import any_word, data_file
from dragoman.months import months
from dragoman.records import Block, BlockKind

END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”’'»)\]]*+(?=\s|$)|[.!?](?=[A-Z][a-z]+\s)"
    # with the raised mark of a note behind it: "were pledged.1 The"
    r"|(?<=[a-z]{3})[.!?][\"”’'»)\]]*\d{1,2}(?=\s+[\"“(]?[A-Z])"
)
NUMBER = re.compile(r"\d{1,2}|[ivxlc]{2,5}")
"""The number of a paragraph or heading, where nothing stands before it: "II. Trade"."""
WORD_BEFORE = re.compile(r"([^\s(\[\"“‘«]+)$")
BEHIND_HYPHEN = re.compile(r"(?:^|[-–—/])((?:[^\W\d_]\.)+[^\W\d_])$")
"""An abbreviation, alone or behind the word that it is joined to: "Japan-U.S."."""
OPENING = '"“‘«'
"""Marks behind which the number of a paragraph stands that is quoted: "“1. Decides to extend"."""
_LETTERS = r"(?:[A-Z][bcdfghjklmnpqrstvwxz]|Y[aeu]|Dzh)"
SHORT_NAME = re.compile(rf"(?:[A-Z]\.)*{_LETTERS}(?:\.(?:{_LETTERS}|[A-Z]))*")
"""Letters that stand for a first name: "Kh. Lind", "E.Sh. Lind"."""
LETTERED = re.compile(r"\w{2,}\s+[A-Z]$")
"""What is told from others by a letter, "START I", and no name with an initial where an opener follows."""
WORD_AFTER = re.compile(r"\s*[\"“‘«(\[]*(\S+)")
UNDER_SECRETARY = re.compile(r"Under[- ]Secretar")
"""What may follow "U.S." and opens no sentence."""
LONGEST_HEAD = 24
LONGEST_DATELINE = 40
"""Before the agency that a dateline ends with: "OSLO, 3 May. /NTB/. The ministers"."""
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
    """Words before a full stop (without it) and after one: see ``data/abbreviations.yml``."""

    never_end: frozenset[str]
    may_end: frozenset[str]
    openers: frozenset[str]
    capitals: frozenset[str]
    with_capital: frozenset[str]
    addresses: frozenset[str]
    divisions: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    raw = data_file("abbreviations.yml")
    words = {field.name: frozenset(raw[field.name]) for field in fields(Abbreviations)}
    of_months = frozenset(form.lower() for form in months()["en"].short)
    return Abbreviations(**words | {"never_end": words["never_end"] | of_months})


@cache
def headed() -> re.Pattern[str]:
    """The head of a division of a treaty, all that stands before its stop: "ART. II"."""
    return re.compile(rf"(?i){any_word(abbreviations().divisions)}\.?\s+(?:{NUMBER.pattern}|[A-Z])")


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
    written = word_before(text, begin, match.start())
    word, known = written.lower(), abbreviations()
    if match.start() - begin < LONGEST_HEAD and headed().fullmatch(text[begin : match.start()].strip()):
        return False
    if len(word) == 1 and word.isalpha():  # an initial: "Antony J. Blinken"
        lettered = LETTERED.search(text[max(begin, match.start() - 40) : match.start()])
        return opener.lower() in known.openers and lettered is not None
    if word in known.never_end or written in known.capitals:
        return False
    if opener[0] == "/" and match.start() - begin < LONGEST_DATELINE:
        return False
    if match.end() == after.start(1) and opener.strip(",;:").lower() in known.addresses:
        return False
    if word in known.may_end or BEHIND_HYPHEN.search(word):
        titled = UNDER_SECRETARY.match(text, after.start(1)) is not None
        return opener.strip(",.;:").lower() in known.openers and not titled
    if SHORT_NAME.fullmatch(written) or written in known.with_capital:
        return opener.lower() in known.openers
    if NUMBER.fullmatch(word) and len(match.group()) == 1 and text[match.start() - len(word) - 1] in OPENING:
        return False
    return not (NUMBER.fullmatch(word) and not text[begin : match.start()].strip()[len(word) :])


def word_before(text: str, begin: int, stop: int) -> str:
    """The word that ends at ``stop``; empty where there is none after ``begin``."""
    before = WORD_BEFORE.search(text, max(begin, stop - 40), stop)
    return before.group(1) if before else ""


def closes_a_word(text: str, begin: int, stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to its word, that of "U.S." or "Inc."."""
    word, known = word_before(text, begin, stop).lower(), abbreviations()
    shortened = word in known.never_end or word in known.may_end or len(word) == 1
    return shortened or BEHIND_HYPHEN.search(word) is not None


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
