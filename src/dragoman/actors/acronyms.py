"""Acronyms that a text explains: "Defence Reform Group (DRG)"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dragoman.records import Document

ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9&/.-]{1,11})\)")


def acronyms(document: Document) -> Mapping[str, str]:
    """Acronyms that the text explains, with what they stand for: "Defence Reform Group (DRG)"."""
    found: dict[str, str] = {}
    for match in ACRONYM.finditer(document.text):
        expansion = expansion_before(document.text, match.start(), match.group(1))
        if expansion:
            found.setdefault(match.group(1), document.text[expansion[0] : expansion[1]])
    return found


def expansion_before(text: str, end: int, acronym: str) -> tuple[int, int] | None:
    """The span before ``end`` whose words' initials make up ``acronym``; small words may be left out of it."""
    letters = [c.lower() for c in acronym if c.isalpha()]
    spans = [m.span() for m in re.finditer(r"[^\W_][\w'’.]*", text[max(0, end - 160) : end])]
    base, stop = max(0, end - 160), None
    at = len(spans) - 1
    while letters and at >= 0:
        start, finish = (base + n for n in spans[at])
        stop = stop or finish
        if text[start].lower() == letters[-1]:
            letters.pop()
        elif letters and text[start:finish].lower() not in ("of", "the", "and", "for", "on", "in", "to", "a"):
            inside = text[start:finish].lower()
            if len(letters) > 1 and inside[0] == letters[0] and all(c in inside for c in letters):
                return start, stop
            if stop != finish and not text[start].islower():
                return None
            if stop == finish:
                return None
        at -= 1
        if not letters:
            return start, stop
    return None
