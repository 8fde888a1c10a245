"""Acronyms that a text explains: "Defence Reform Group (DRG)"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.records import Document

ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9&/.-]{1,11})\)")
WORD = re.compile(r"[^\W_][\w'’.]*")
SMALL = frozenset(["of", "the", "and", "for", "on", "in", "to", "a"])
REACH = 160
"""Characters before an acronym in which it is written out."""


def acronyms(document: Document) -> Mapping[str, str]:
    """Acronyms that the text explains, with what they stand for: "Defence Reform Group (DRG)"."""
    found: dict[str, str] = {}
    for match in ACRONYM.finditer(document.text):
        expansion = expansion_before(document.text, match.start(), match.group(1))
        if expansion:
            found.setdefault(match.group(1), document.text[expansion[0] : expansion[1]])
    return found


def expansion_before(text: str, end: int, acronym: str) -> tuple[int, int] | None:
    """The span before ``end`` whose words' initials make up ``acronym``. Small words are left out of it where the
    others suffice: "Organisation of Turkic States (OTS)", but "Ministry of Transport (MOT)"."""
    return initials_before(text, end, acronym, SMALL) or initials_before(text, end, acronym, frozenset())


def initials_before(text: str, end: int, acronym: str, silent: frozenset[str]) -> tuple[int, int] | None:
    """The same, where ``silent`` words give no letter."""
    letters = [c.lower() for c in acronym if c.isalpha()]
    base, stop = max(0, end - REACH), None
    spans = [m.span() for m in WORD.finditer(text[base:end])]
    at = len(spans) - 1
    while letters and at >= 0:
        start, finish = (base + n for n in spans[at])
        stop = stop or finish
        word = text[start:finish].lower()
        if word == acronym.lower():
            return None  # a heading before it
        if word[0] == letters[-1] and word not in silent:
            letters.pop()
        elif letters and word not in SMALL:
            if len(letters) > 1 and word[0] == letters[0] and all(c in word for c in letters):
                return start, stop
            if stop != finish and not text[start].islower():
                return None
            if stop == finish:
                return None
        at -= 1
        if not letters:
            return start, stop
    return None


def same_letters_before(text: str, end: int, acronym: str) -> tuple[int, int] | None:
    """The span before ``end`` whose capitals are the letters of ``acronym`` in another order, as where it comes from
    another language: "National Union for the Total Independence of Angola (UNITA)"; None for short ones."""
    letters = sorted(acronym)
    spans = [m.span() for m in WORD.finditer(text[max(0, end - REACH) : end])]
    base, found = max(0, end - REACH), []
    for start, finish in reversed(spans if len(letters) > 3 else []):
        word = text[base + start : base + finish]
        if word[0].isupper():
            found.append(word[0])
        elif word not in SMALL:
            return None
        if len(found) == len(letters):
            return (base + start, base + spans[-1][1]) if sorted(found) == letters else None
    return None
