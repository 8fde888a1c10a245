"""Words that the end of a line divides are one again: "coop-/eration"; "Franco-/German" keeps its hyphen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from dragoman.datafiles import data_file
from dragoman.documents.assemble import squeeze

WORD = re.compile(r"\w{1,60}(?:-\w{1,60}){0,5}")
LAST_WORD = re.compile(r"[^\W_]{1,40}(?=-$)")
FIRST_WORD = re.compile(r"[^\W_]{1,40}")
LONGEST_PREFIX = 3
"""Letters of a first part that may be no word of its own: "un-related"."""


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words of ``lines`` in lower case, those with a hyphen inside as one."""
    return frozenset(word for line in lines for word in WORD.findall(line.casefold()))


def before_rest(before: str, after: str, known: Collection[str]) -> str | None:
    """``before`` as the line ``after`` goes right on with it, with or without its hyphen; None where it does not.

    ``known`` are the words of the text (`words_of`), in the spelling that the text has elsewhere.
    """
    first, second = LAST_WORD.search(before[-60:]), FIRST_WORD.match(after)
    if not first or not second:
        return None
    head, rest = first[0].casefold(), second[0].casefold()
    words = _words()
    if rest in words["suspended"]:
        return None
    if f"{head}-{rest}" in known or f"{head}-{rest}" in words["whole"]:
        return before
    capitals = first[0].isupper() and second[0].isupper() and before[-60:].isupper()
    if not capitals and (not second[0][0].islower() or not first[0][-1].islower()):
        return before  # a name ("Franco-German", "EU-led") or a figure ("27-member")
    if head + rest in known:
        return before[:-1]
    last = rest in words["last"] and len(head) > LONGEST_PREFIX
    return before if last or (head in words["keep"] and rest not in words["endings"]) else before[:-1]


def in_one(lines: Sequence[str], known: Collection[str]) -> str:
    """The lines of a paragraph in one, words that a line end divides put together; ``known`` as in `before_rest`."""
    text = lines[0]
    for line in lines[1:]:
        if text.endswith("\u00ad"):
            text = text[:-1] + line
        elif text.endswith("-") and (start := before_rest(text, line, known)) is not None:
            text = start + line
        elif text.endswith(("–", "—", "/")) and len(text) > 1 and not text[-2].isspace():
            text += line
        else:
            text += " " + line
    return squeeze(text)


@cache
def _words() -> dict[str, frozenset[str]]:
    """The lists of ``data/hyphens.yml``."""
    return {name: frozenset(words) for name, words in data_file("hyphens.yml").lists().items()}
