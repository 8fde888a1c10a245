"""Where an object begins and ends: brackets and quotation marks in pairs, and no full stop that closes the sentence."""

from __future__ import annotations

import re

from dragoman.segment import closes_a_word, headed

NEAR = 24
"""Characters beyond an object within which the other mark of a pair is looked for."""
MARK = re.compile(r"(?<![^\s(\[–—-])(?P<opens>[\"“«])(?=\S)|[\"”»]")
OPENED = re.compile(rf"(?<![^\s(\[–—-])[\"“«][^\"“”«»]{{0,{NEAR}}}\Z")
CLOSED = re.compile(rf"[^\"“”«»\n]{{0,{NEAR}}}[\"”»]")
BEGUN = re.compile(r"(?<!\w)(?:[A-Z]{0,3}[$€£¥₹])?(?:\d[\d.,]*)?\Z")
"""An amount up to a figure of it: "$50," before "000"."""
MARKS_BEHIND = "\"”’'»)"


def whole(text: str, first: int, last: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """``first:last``, which lies in ``sentence``, widened or cut so that it is a phrase of its own."""
    begin, end = sentence
    if (head := headed().match(text, first, last)) and text.startswith(". ", head.end()) and head.end() + 2 < last:
        first = head.end() + 2  # of "Article 5. The parties agree" what the article says
    if text[first : first + 1].isdigit() and (amount := BEGUN.search(text, max(begin, first - NEAR), first)):
        first = amount.start()
    first, last = in_pairs(text, first, last, begin, end)
    last = closed(text, first, last)
    at_end = text[last - 1 : last] == "." and last - first > 1 and not text[last:end].strip(MARKS_BEHIND)
    return first, last - (at_end and not closes_a_word(text, first, last - 1))


def closed(text: str, first: int, last: int) -> int:
    """``last``, or one more where that closes a bracket opened within ``first:last``: "Partnership for Peace (PfP"."""
    inner = text[first:last]
    return last + 1 if inner.count("(") > inner.count(")") and text[last : last + 1] == ")" else last


def in_pairs(text: str, first: int, last: int, begin: int, end: int) -> tuple[int, int]:
    """With the mark near by that closes a quotation opened in ``first:last``, or opens one closed there; without a mark
    at its edge of which there is no other: "peaceful solution" to the dispute"."""
    opened: list[int] = []
    alone: int | None = None
    for mark in MARK.finditer(text, first, last):
        if mark["opens"]:
            opened.append(mark.start())
        elif opened:
            opened.pop()
        elif alone is None:
            alone = mark.start()
    if opened:
        if behind := CLOSED.match(text, last, end):
            last = behind.end()
        elif opened[-1] == first and last - first > 1:
            first += 1
    if alone is not None and alone > first and not text[alone:last].strip(MARKS_BEHIND + "."):
        last = alone
    elif alone is not None and (before := OPENED.search(text[max(begin, first - NEAR - 2) : first])):
        first -= len(before.group())
    return first, last
