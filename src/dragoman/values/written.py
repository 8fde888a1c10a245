"""Numbers that are written as only values are: "EUR30m", "10-15 countries", "2.5 lakh", "1,20,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dragoman.dates.numerals import NO_MORE, SCALE_FORMS, SCALES, Numeral, short_scale
from dragoman.values.money import MARK_LENGTH, currencies
from dragoman.values.nouns import unit_words

DASHES = ("-", "–", "—")
_PLAIN = r"(?:\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,4})?|\d{1,2}(?:,\d{2}){1,3},\d{3}|\d{1,12}(?:\.\d{1,4})?)"
_OF_BLANKS = r"\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,4}(?!\d)"
_DECIMAL_COMMA = r"\d{1,3},\d{1,2}(?!\d)"
_NO_MORE = r"(?![\d/:]|[.,]\d|[-–—]\d)"
_INDIAN = re.compile(rf"(?<![\w.,/:#])\d{{1,2}}(?:,\d{{2}}){{1,3}},\d{{3}}{_NO_MORE}")
_UPPER = re.compile(rf"[-–—](?P<upper>(?!0){_PLAIN}){_NO_MORE}(?![^\S\n]\d)")
_LAKHS = re.compile(
    r"(?i)[^\S\n]{1,2}\n?(?P<lakhs>lakh|lac)?s?(?(lakhs)(?:[^\S\n]{1,2}(?P<both>crores?))?|(?P<crores>crores?))(?!\w)"
)
_SCALE_AFTER = re.compile(rf"(?i)[^\S\n]{{0,2}}\n?-?(?P<scale>{SCALE_FORMS})(?!\w)")
_PERCENT_AFTER = re.compile(r"\s?(?:%|per)")
_NAME_BEFORE = re.compile(r"(?P<name>[A-Z][\w’'.-]{1,30})[^\S\n]$")


def is_large(numeral: Numeral) -> bool:
    """Whether it is plainly an amount: 12 million, 1,200."""
    return numeral.scaled or numeral.grouped


def written_numbers(text: str, numerals: Sequence[Numeral]) -> list[Numeral]:
    """``numerals``, those found anywhere in ``text``, and the numbers that only values are written as, in order."""
    found = sorted([*numerals, *_glued(text), *_indian(text)], key=lambda n: (n.start, -n.end))
    apart: list[Numeral] = []
    for numeral in found:
        numeral = _with_lakhs(text, numeral)
        if apart and numeral.start >= apart[-1].end and (whole := _said_twice(text, apart[-1], numeral)):
            apart[-1] = whole
            continue
        if not apart or numeral.start >= apart[-1].end:
            apart.append(numeral)
            if upper := _upper_end(text, numeral):
                apart.append(_with_lakhs(text, upper))
    return apart


def _plain(start: int, written: str, text: str) -> Numeral:
    """The number as written at ``start``, with the scale word after it."""
    comma = re.fullmatch(_DECIMAL_COMMA, written) is not None
    figures = written.replace(",", ".") if comma else re.sub(r"[, \u00a0\u202f]", "", written)
    number, end = float(figures), start + len(written)
    scale = _SCALE_AFTER.match(text, end)
    if scale:
        number, end = round(number * SCALES[scale["scale"].lower()], 6), scale.end()
    return Numeral(start, end, number, not comma and not written.replace(".", "").isdigit(), scale is not None)


@cache
def _glued_amount() -> re.Pattern[str]:
    return re.compile(rf"(?P<mark>{currencies().glued})(?P<number>{_OF_BLANKS}|{_DECIMAL_COMMA}|{_PLAIN}){NO_MORE}")


_GLUED_AT_ALL = re.compile(r"\d(?<=[^\s\d(/:–-]\d)")
"""A figure right behind what may end a mark. Where a text has none, the marks, which are many, are not looked for."""


def _glued(text: str) -> Iterator[Numeral]:
    """Amounts with no blank between them and the mark of their money: "EUR30m", "Rs.500"."""
    if not _GLUED_AT_ALL.search(text):
        return
    table = currencies()
    for match in _glued_amount().finditer(text):
        numeral = _plain(match.start("number"), match["number"], text)
        mark = table.mark(match["mark"])
        scaled = short_scale(numeral, text)
        if text[scaled.end : scaled.end + 1].isalpha():
            continue
        large = is_large(scaled)
        if large or mark in table.glued_small or (numeral.number >= 100 and mark not in table.before_large):
            yield numeral


def _indian(text: str) -> Iterator[Numeral]:
    """Numbers whose digits are set off in twos: "1,20,000"."""
    for match in _INDIAN.finditer(text):
        yield _plain(match.start(), match[0], text)


def _with_lakhs(text: str, numeral: Numeral) -> Numeral:
    """With the Indian scale after it: "three crore", "1.2 lakh crore"."""
    match = _LAKHS.match(text, numeral.end)
    if not match:
        return numeral
    worth = (1e5 if match["lakhs"] else 1) * (1e7 if match["both"] or match["crores"] else 1)
    return replace(numeral, end=match.end(), number=round(numeral.number * worth, 6), scaled=True, doubtful=False)


_OPENS = re.compile(r"\s{0,2}\n?\(")
_REST_OF_BRACKET = re.compile(r"(?P<words>[^\S\n]\n?[^()\d\n]{1,40})?\)")


def _said_twice(text: str, numeral: Numeral, again: Numeral) -> Numeral | None:
    """One number of two where the second says the first in brackets, as treaties do: "700 (seven hundred) million"."""
    closing = _REST_OF_BRACKET.match(text, again.end)
    if numeral.number != again.number or not closing or not _OPENS.fullmatch(text, numeral.end, again.start):
        return None
    if closing["words"] and not currencies().before.search(text[max(0, numeral.start - MARK_LENGTH) : numeral.start]):
        return None
    number, end = numeral.number, closing.end()
    scale = None if numeral.scaled else _SCALE_AFTER.match(text, end)
    if scale:
        number, end = round(number * SCALES[scale["scale"].lower()], 6), scale.end()
    return replace(numeral, end=end, number=number, scaled=numeral.scaled or scale is not None, doubtful=False)


def _upper_end(text: str, lower: Numeral) -> Numeral | None:
    """The second number of "10-15 countries", which must be the higher; of years, scores and names, none."""
    match = _UPPER.match(text, lower.end) if text[lower.start].isdigit() else None
    if (
        not match
        or (text[lower.start] == "0" and not _PERCENT_AFTER.match(text, match.end()))
        or re.search(r"[\d+#§№][^\S\n]?$", text[max(0, lower.start - 2) : lower.start])
    ):
        return None
    written = match["upper"]
    upper = _plain(match.start("upper"), written, text)
    number = float(written.replace(",", ""))
    both = text[lower.start : lower.end], written
    if lower.scaled:  # "1.2 billion–1.5 billion"
        return upper if upper.scaled and lower.number < upper.number else None
    if lower.number >= number or all(re.fullmatch(r"(?:1[5-9]|20|21)\d\d", part) for part in both):
        return None
    if both in (("9", "11"), ("24", "7")) or (not is_large(upper) and not lower.grouped and _named(text, lower, upper)):
        return None
    return upper


def _named(text: str, lower: Numeral, upper: Numeral) -> bool:
    """Whether a name stands before the two numbers, which are then part of it: "Boeing 737-800"."""
    name = _NAME_BEFORE.search(text[max(0, lower.start - 32) : lower.start])
    if not name or _PERCENT_AFTER.match(text, upper.end) or currencies().before.search(name[0][-10:]):
        return False
    word, words = name["name"].lower(), unit_words()
    return word not in words.stops and not any(word in forms for forms in words.bounds.values())
