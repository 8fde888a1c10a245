"""Text as the full-text indexes see it: one folding for both databases, so that both give the same hits.

SQLite's ``unicode61`` and PostgreSQL's ``simple`` cut and fold words differently. So words are cut and folded here, and
both databases are only given words of plain letters and digits with single spaces between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.datafiles import data_file

# Letters that Unicode does not decompose, and how they are commonly written without the stroke.
_STROKES = str.maketrans(
    {"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŧ": "t", "ß": "ss"}
)
# A word is a run of letters, digits and marks; an ideograph or kana is a word of its own (no spaces between words).
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0e31-\u0e4e"
)
_WORD = re.compile(rf"[{_CJK}]|(?:(?![{_CJK}])[^\W_]|[{_MARKS}])+")
_PLAIN = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s?(?!\w)", re.IGNORECASE)
_MOST_TERMS = 24  # of one query
_SNIPPET = 160  # characters
_MAX_WORD = 64  # longer runs are no words; cut so that neither database meets its own limit


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a query asks for: the words in a row (one or more), the last one perhaps only begun."""

    words: tuple[str, ...]
    begun: bool = False


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """A word without case, diacritics and strokes; letters that are no plain letters afterwards are spelt as hex."""
    if word.isascii():
        return word.lower()[:_MAX_WORD]
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_STROKES)[:_MAX_WORD]
    if _PLAIN.fullmatch(bare):
        return bare
    return "".join(c if c.isalnum() else f"u{ord(c):x}" for c in bare if not c.isspace())


def words(text: str) -> list[str]:
    """The folded words of ``text`` in order."""
    if text.isascii():  # most text by far, and many times as fast
        return [word[:_MAX_WORD] for word in _PLAIN.findall(text.lower())]
    return [folded for match in _WORD.finditer(text) if (folded := fold_word(match.group()))]


def words_with_places(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[str, int, int]]:
    """The folded words of ``text[start:end]`` with their offsets in ``text``."""
    stop = len(text) if end is None else end
    stretch = text[start:stop]
    if stretch.isascii():
        for match in _PLAIN.finditer(stretch.lower()):
            yield match.group()[:_MAX_WORD], start + match.start(), start + match.end()
        return
    for match in _WORD.finditer(text, start, stop):
        if folded := fold_word(match.group()):
            yield folded, match.start(), match.end()


def fold(text: str) -> str:
    """``text`` as a string of folded words with single spaces."""
    return " ".join(words(text))


@cache
def little_words() -> frozenset[str]:
    """The words of ``data/little_words.yml``, which a query without quotation marks does not look for."""
    raw = data_file("little_words.yml")
    return frozenset(word for group in raw.lists().values() for word in group)


def query_terms(query: str) -> tuple[Term, ...]:
    """What a search string asks for: its words, ``"words in a row"``, and ``begun*`` words.

    Any string is a query: what is no word is left out, an unclosed quotation mark runs to the end, and words
    beyond `_MOST_TERMS` are dropped. Outside quotation marks a possessive's ending and little words are left out; where
    there are no others, the little words are looked for.
    """
    terms: list[Term] = []
    little: list[Term] = []
    for part in re.finditer(r'"([^"]*)"?|([^\s"]+)', query[:2000]):
        phrase, word = part.group(1), part.group(2)
        found = tuple(words(phrase if phrase is not None else _POSSESSIVE.sub("", word)))
        if found:
            term = Term(found, begun=word is not None and word.endswith("*"))
            (little if word is not None and not term.begun and _is_little(word, found) else terms).append(term)
    return tuple((terms or little)[:_MOST_TERMS])


def _is_little(word: str, folded: tuple[str, ...]) -> bool:
    return len(folded) == 1 and folded[0] in little_words() and (len(folded[0]) == 1 or not word.isupper())


def as_query(terms: tuple[Term, ...]) -> str:
    """A search string that asks for just these terms."""
    return " ".join("-".join(term.words) + "*" if term.begun else f'"{" ".join(term.words)}"' for term in terms)


def finds(terms: tuple[Term, ...], folded: list[str], least: int | None = None) -> bool:
    """True when all ``terms``, or ``least`` of them, stand in the folded words: what both databases' queries mean."""
    if least is not None:
        return found_of(terms, folded) >= least
    return bool(terms) and all(next(_places(term, folded), None) is not None for term in terms)


def found_of(terms: tuple[Term, ...], folded: list[str]) -> int:
    """How many of ``terms`` stand in the folded words."""
    return sum(next(_places(term, folded), None) is not None for term in terms)


def _places(term: Term, folded: list[str]) -> Iterator[int]:
    size = len(term.words)
    head, last = term.words[:-1], term.words[-1]
    for at in range(len(folded) - size + 1):
        tail = folded[at + size - 1]
        if (tail.startswith(last) if term.begun else tail == last) and tuple(folded[at : at + size - 1]) == head:
            yield at


def _first_place(text: str, term: Term, start: int, end: int) -> int:
    """Offset of the first hit of ``term``, or ``start``."""
    recent: list[tuple[str, int]] = []
    for word, at, _ in words_with_places(text, start, end):
        recent = [*recent[1 - len(term.words) or len(recent) :], (word, at)]
        if len(recent) == len(term.words) and next(_places(term, [w for w, _ in recent]), None) is not None:
            return recent[0][1]
    return start


def snippet(text: str, terms: tuple[Term, ...], start: int, end: int) -> tuple[int, int]:
    """Offsets of the stretch of about `_SNIPPET` characters around the first hit of ``terms`` there."""
    centre = _first_place(text, terms[0], start, end) if terms else start
    left = max(start, centre - _SNIPPET // 3)
    right = min(end, left + _SNIPPET)
    while left > start and not text[left - 1].isspace() and centre - left < _SNIPPET:
        left -= 1
    while right < end and not text[right].isspace() and right - left < 2 * _SNIPPET:
        right += 1
    return left, right


# A name: capitalised words, with little words between them.
_NAME = re.compile(r"\b[A-Z][\w'’-]*(?:[ -](?:(?:of|for|the|and|on|in|to|de|des|du|et)[ -])?[A-Z][\w'’-]*){1,9}")


def names(text: str) -> list[str]:
    """The capitalised names of several words in ``text``."""
    return [match.group() for match in _NAME.finditer(text[:2000])]


@lru_cache(maxsize=10_000)
def acronym_words(text: str) -> tuple[str, ...]:
    """Folded acronyms of the names in ``text``: "Partnership for Peace" gives pfp and pp."""
    found = set()
    for name in names(text):
        parts = re.split(r"[ -]", name)
        initials = ["".join(p[:1] for p in parts), "".join(p[0] for p in parts if p[:1].isupper())]
        found |= {fold_word(each) for each in initials}
    return tuple(sorted(a for a in found if len(a) > 1))


# Two capitals ("PfP") or a short word with one ("Nato"), which is as acronyms are often written.
_WRITTEN_ACRONYM = re.compile(r"(?<![^\W_])(?:[A-Z][^\W_]*[A-Z][^\W_]*|[A-Z][^\W_]{2,6})(?![^\W_])")


def as_written(acronym: str) -> str:
    """The word under which an acronym stands where the text has it, and not only the name that it abbreviates."""
    return f"{acronym}0written"


@lru_cache(maxsize=10_000)
def written_acronyms(text: str) -> tuple[str, ...]:
    """`as_written` of the acronyms that stand in ``text`` as such: "second IPAP"."""
    return tuple(sorted({as_written(fold_word(found)) for found in _WRITTEN_ACRONYM.findall(text)}))
