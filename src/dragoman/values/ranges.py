"""Numbers that stand together: ranges, and "9 of its 11"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.dates.numerals import Numeral, short_scale
from dragoman.dates.words import calendar_words, one_of
from dragoman.records import Bound
from dragoman.values.money import MARK_LENGTH, currencies
from dragoman.values.nouns import counted_noun, unit_words
from dragoman.values.numbers import labelled, money_of, of_a_proportion, value_of
from dragoman.values.phrases import FoundValue, bound_before
from dragoman.values.written import DASHES, is_large

_JOINS = re.compile(
    r"[^\S\n]?(?:[-–—]|(?<=\s)(?i:to|or|and)(?=\s))[^\S\n]?\n?(?:(?:(?:[A-Z]{1,3})?[$€£¥₹]|[A-Z]{3}|Rs\.?)[^\S\n]?)?"
)
_NOT_MORE = re.compile(r"(?i)\s(?:and|but|or)\s(?:not|no|at)\s(?:more|most|greater|higher)(?:\sthan)?\s")
"""What joins the ends of "not less than 40 and not more than 60 per cent"."""


def resolved(text: str, numerals: list[Numeral]) -> Iterator[FoundValue | None]:
    """Each number with its unit. "Between 5 and 10 million euros" gives both ends the scale and the unit, and so does
    "$5-7 million", whose sign is before the first."""
    later: FoundValue | None = None
    found: list[FoundValue | None] = []
    for index in range(len(numerals) - 1, -1, -1):
        numeral = numerals[index]
        following = numerals[index + 1] if index + 1 < len(numerals) else None
        value = None
        ranged = following is not None and _is_range(text, numeral, following)
        if following and ranged:
            later = found[-1] = _upper_end(text, numeral, following, later)
        if following and ranged and later and later.start <= following.start:
            value = _lower_end(text, numeral, following, later)
            own = value_of(text, numeral)
            if own and own.kind == "money" and (own.number == value.number or own.unit != value.unit):
                value = replace(own, bound=value.bound)  # it names its own money
            if _opens_range(text, numeral.start):
                found[-1] = replace(later, bound="max")
        else:
            value = value_of(text, numeral) or _of_them(text, numeral, following, later)
            if following and later and (value is None or value.number == numeral.number):
                one = _one_each(text, numeral, following, later)
                if one and (value is None or value.unit in (None, later.unit)):
                    value = replace(one, start=value.start, text=value.text) if value else one
        found.append(value)
        later = value
    yield from reversed(found)


_LISTED = re.compile(r"(?:,|,? and)[^\S\n]{1,2}(?:\n[^\S\n]{0,8})?(?:[A-Z]{0,3}[$€£¥₹]|[A-Z]{3}[^\S\n])?")
_RESPECTIVELY = re.compile(r"[^.;:()\n]{0,100}?,?\srespectively(?!\w)")


def _one_each(text: str, numeral: Numeral, following: Numeral, later: FoundValue) -> FoundValue | None:
    """The number of a list whose last one has the noun or the scale of all: "12 and 14 officers, respectively"."""
    if len(text[numeral.end : following.start]) > 12 or later.unit is None or not later.start <= following.start:
        return None
    if not _LISTED.fullmatch(text, numeral.end, following.start) or not _RESPECTIVELY.match(text, later.end):
        return None
    before = text[max(0, numeral.start - 48) : numeral.start]
    if calendar_words("en").numbered.search(before) or labelled().search(before):
        return None
    return _lower_end(text, numeral, following, later)


_OF_THEM = re.compile(r"(?i)[^\S\n](?:out )?of(?: the| its| their| our| all)?[^\S\n]{1,2}")


def _of_them(text: str, numeral: Numeral, following: Numeral | None, later: FoundValue | None) -> FoundValue | None:
    """The number of those that something is said of, "9 of its 11 benchmarks": it counts what the later one does."""
    if following is None or later is None or later.kind != "count" or later.unit is None:
        return None
    between = text[numeral.end : following.start]
    if len(between) > 14 or not _OF_THEM.fullmatch(between) or not 1 < numeral.number < following.number:
        return None
    before = text[max(0, numeral.start - 48) : numeral.start]
    if calendar_words("en").numbered.search(before) or labelled().search(before) or of_a_proportion(numeral, before):
        return None
    bound = bound_before(text, numeral.start, later.unit)
    written = text[numeral.start : numeral.end]
    return replace(later, start=numeral.start, end=numeral.end, text=written, number=numeral.number, bound=bound)


def _is_range(text: str, numeral: Numeral, following: Numeral) -> bool:
    between = text[numeral.end : following.start]
    if len(between) < 24 and _NOT_MORE.fullmatch(between):
        return True
    if not 0 < len(between) < 12 or not _JOINS.fullmatch(between) or _is_given_to(text, numeral, following):
        return False
    return "and" not in between.lower() or _opens_range(text, numeral.start)


def _is_given_to(text: str, numeral: Numeral, following: Numeral) -> bool:
    """Whether "to" leads to who gets an amount, and not to a higher one: "US$ 9.2 billion to 41 countries"."""
    if text[numeral.end : following.start].strip().lower() != "to" or is_large(short_scale(following, text)):
        return False
    marked = currencies().before.search(text[max(0, numeral.start - MARK_LENGTH) : numeral.start])
    return numeral.scaled or bool(
        marked and counted_noun(text, following.end) and not currencies().after.match(text, following.end)
    )


def _upper_end(text: str, numeral: Numeral, following: Numeral, later: FoundValue | None) -> FoundValue | None:
    """The upper end of a range as read with what is before the lower one: a sign of money, or what makes it a name."""
    tight = text[numeral.end : following.start] in DASHES
    if tight and later and later.kind == "count" and not value_of(text, following, numeral.start):
        return None
    before = text[max(0, numeral.start - 48) : numeral.start]
    unmarked = later is None or (later.unit is None and later.kind == "count")
    sign = currencies().before.search(before[-MARK_LENGTH:]) if unmarked and (tight or is_large(following)) else None
    return money_of(text, following, before, numeral.start) if sign else later


def _opens_range(text: str, start: int) -> bool:
    return bool(re.search(r"(?<!\w)(?i:between)\s{1,2}(?:[A-Z]{1,3}|Rs\.?)?\W{0,4}$", text[max(0, start - 18) : start]))


def _lower_end(text: str, numeral: Numeral, following: Numeral, later: FoundValue) -> FoundValue:
    scale = 1.0
    if following.scaled and not numeral.scaled and numeral.number < 1000:
        word = re.search(rf"(?i)(?:{one_of(unit_words().scales)})(?=s?\W*$)", text[following.start : following.end])
        scale = unit_words().scales[word[0].lower()] if word else 1.0
    elif _shares_thousands(text, numeral, following):
        scale = 1000.0
    elif _is_scaled_later(numeral, following, later):
        scale = later.number / following.number
    bound: Bound | None = "min" if _opens_range(text, numeral.start) else bound_before(text, numeral.start, later.unit)
    return FoundValue(
        numeral.start, numeral.end, text[numeral.start : numeral.end], round(numeral.number * scale, 6), later.unit,
        bound, later.unit_start, later.unit_end, later.kind,
    )  # fmt: skip


def _shares_thousands(text: str, numeral: Numeral, following: Numeral) -> bool:
    """Whether the first number is one of thousands as the second is: "5-6,000 troops"."""
    tight = text[numeral.end : following.start] in DASHES
    written = text[following.start : following.end]
    return tight and numeral.number < 100 and re.fullmatch(r"\d{1,3},000", written) is not None


def _is_scaled_later(numeral: Numeral, following: Numeral, later: FoundValue) -> bool:
    """Whether only what comes after the second number says how large it is: "10-15m people", "$5-7m"."""
    if not following.number or later.number <= following.number:
        return False
    return later.kind == "count" or (later.kind == "money" and not numeral.scaled and not following.doubtful)
