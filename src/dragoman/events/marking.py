"""A pair -> the ids that the classifier reads: the words of the sentence with marks around source and target.

Training and classification share this. The marks are four rows of the vocabulary that no text uses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.events.records import Pair, Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CLS, SEP = 101, 102
SOURCE_MARKS, TARGET_MARKS = (1, 2), (3, 4)
LONGEST = 160
"""Tokens of a sentence; of longer ones the stretch around the pair is read."""
READ_CHARACTERS = 1600
MARGIN = 50
"""Tokens read before the first mark of a sentence that is too long."""

Range = tuple[int, int]
TAG = re.compile(r"</?[st]>", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marked:
    """Ids with marks; ``source`` and ``target`` are token ranges, marks included, empty where not known."""

    ids: tuple[int, ...]
    source: Range
    target: Range


def mark(pair: Pair, tokenizer: Tokenizer) -> Marked:
    """The ids of ``pair``. Offsets outside the sentence and empty spans count as not known."""
    source, target = proper(pair.source, pair.sentence), proper(pair.target, pair.sentence)
    sentence, shift = stretch(pair.sentence, source, target)
    encoding = tokenizer.encode(sentence, add_special_tokens=False)
    places = [(a + shift, b + shift) for a, b in encoding.offsets]
    pieces: list[int] = list(encoding.ids)
    ranges = [tokens_of(span, places) for span in (source, target)]
    known = [r for r in ranges if r[1] > r[0]]
    if len(pieces) > LONGEST:
        first = min((r[0] for r in known), default=0)
        low = max(0, min(first - MARGIN, len(pieces) - LONGEST))
        pieces = pieces[low : low + LONGEST]
        ranges = [(max(0, a - low), max(0, min(b - low, LONGEST))) for a, b in ranges]
    return with_marks(pieces, *ranges)


def with_marks(pieces: list[int], source: Range, target: Range) -> Marked:
    """Marks inserted around the two ranges, which may nest or overlap."""
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for (start, end), (open_, close) in ((source, SOURCE_MARKS), (target, TARGET_MARKS)):
        if end > start:
            opening.setdefault(start, []).append(open_)
            closing.setdefault(end, []).append(close)
    ids = [CLS]
    for place in range(len(pieces) + 1):
        ids += closing.get(place, ())
        ids += opening.get(place, ())
        ids += pieces[place : place + 1]
    ids.append(SEP)
    return Marked(tuple(ids), between(ids, SOURCE_MARKS), between(ids, TARGET_MARKS))


def between(ids: list[int], marks: tuple[int, int]) -> Range:
    return (ids.index(marks[0]), ids.index(marks[1]) + 1) if marks[1] in ids else (0, 0)


def proper(span: Span | None, sentence: str) -> Span | None:
    """The span, or null where it covers no part of the sentence."""
    return span if span and 0 <= span.start < span.end <= len(sentence) else None


def stretch(sentence: str, source: Span | None, target: Span | None) -> tuple[str, int]:
    """At most `READ_CHARACTERS` around the pair, and how many characters were left out before them."""
    if len(sentence) <= READ_CHARACTERS:
        return sentence, 0
    first = min((span.start for span in (source, target) if span), default=0)
    low = max(0, min(first - READ_CHARACTERS // 4, len(sentence) - READ_CHARACTERS))
    return sentence[low : low + READ_CHARACTERS], low


def tokens_of(span: Span | None, places: list[tuple[int, int]]) -> Range:
    """The tokens that lie in ``span`` at least in part; empty where none do."""
    if span is None:
        return (0, 0)
    inside = [i for i, (a, b) in enumerate(places) if a < span.end and b > span.start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def unmarked(marked: str) -> tuple[str, Span | None, Span | None]:
    """``<s>…</s>`` and ``<t>…</t>`` taken out: the sentence, the first source and the first target in it.

    Further marks of the same name are dropped; white space at the edges of a mark is not part of it.
    """
    plain, at = "", 0
    opened: dict[str, int] = {}
    found: dict[str, Span] = {}
    for tag in TAG.finditer(marked):
        plain += marked[at : tag.start()]
        at = tag.end()
        name = tag.group()[-2].lower()
        if tag.group()[1] != "/":
            opened.setdefault(name, len(plain))
        elif name in opened:
            start = opened.pop(name)
            words = plain[start:]
            begin = start + len(words) - len(words.lstrip())
            end = len(plain.rstrip()) if words.strip() else begin
            if end > begin:
                found.setdefault(name, Span(begin, end))
    return plain + marked[at:], found.get("s"), found.get("t")


def first_of(words: str | None, sentence: str) -> Span | None:
    """Where ``words`` of the sentence itself first stand in it; null where there are none."""
    at = sentence.find(words) if words else -1
    return Span(at, at + len(words)) if words and at >= 0 else None


def locate(words: str, sentence: str, apart_from: Span | None = None) -> Span | None:
    """The first place of ``words`` in ``sentence``: letter for letter, else whatever the case and white space, else
    without an article. A place that overlaps ``apart_from`` counts only where there is no other.
    """
    wanted = words.split()
    if not wanted or len(words) > READ_CHARACTERS:
        return None
    spaced = r"\s+".join(map(re.escape, wanted))
    bare = r"\s+".join(map(re.escape, ARTICLE.sub("", " ".join(wanted)).split()))
    overlapping = None
    for pattern, flags in ((spaced, 0), (spaced, re.IGNORECASE), (bare, re.IGNORECASE)):
        if not pattern:
            continue
        edged = (r"(?<!\w)" if pattern[0] != "\\" else "") + pattern + (r"(?!\w)" if wanted[-1][-1].isalnum() else "")
        for match in re.finditer(edged, sentence, flags):
            span = Span(*match.span())
            if apart_from is None or span.end <= apart_from.start or span.start >= apart_from.end:
                return span
            overlapping = overlapping or span
    return overlapping
