"""Units that the head of a table's column, or the first cell of a row, gives to its figures: "Amount (USD million)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.dates.cells import lines_of_cells
from dragoman.dates.numerals import find_numerals, times
from dragoman.records import Bound
from dragoman.values.money import currencies
from dragoman.values.nouns import singular, unit_words
from dragoman.values.phrases import FoundValue, ValueKind
from dragoman.values.written import written_numbers

_FIGURE = re.compile(
    r"(?P<bound>[<>≤≥~≈] ?)?(?P<sign>(?:[A-Z]{1,2})?[$€£]|[A-Z]{3} ?)?(?P<minus>[-–−])?"
    r"(?P<number>\d[\d.,\u00a0\u202f ]{0,24})(?P<share> ?%)? ?(?:\*{1,3}|[(\[]\w[)\]])?"
)
_IN_BRACKETS = re.compile(r"[(\[](?P<told>[^()\[\]]{1,60})[)\]]\W{0,3}$")
_BEHIND = re.compile(r"(?:[,:–—-] |(?<!\w)in )(?P<told>[^,:()–—]{1,40})$")
_WHOLE = re.compile(r"(?P<told>[^,:()–—]{1,40})$")
_HEAD = re.compile(r"[A-Z][A-Za-z]{2}")
_PERCENT = re.compile(r"(?i)(?:%|per ?cent|percentage|pct)(?: of .{1,30})?")
_BOUND: dict[str, Bound] = {"<": "max", "≤": "max", ">": "min", "≥": "min", "~": "approx", "≈": "approx"}


@dataclass(frozen=True, slots=True)
class _Told:
    """A unit told at ``start:end`` of the text, and how many of it each figure counts."""

    start: int
    end: int
    unit: str | None
    kind: ValueKind
    scale: float
    whole: bool = False
    """Whether the cell says nothing else."""


def with_units_of_columns(text: str, values: Sequence[FoundValue], blocked: bytearray) -> list[FoundValue]:
    """``values``, in order, and the figures alone in the cells of a table, with the unit told above or before them.

    A cell that names its unit keeps it, and takes the scale of one that is told without ("in millions"). ``blocked``
    are the places of dates. Time is proportional to the text.
    """
    found = {value.start: value for value in values}
    heads: dict[int, _Told] = {}
    told_at: set[int] = set()
    width, above, gap, figured = 0, None, False, False
    for start, end, cells in lines_of_cells(text):
        if len(cells) < 2:
            if start < end and (gap or not width):  # no line that only divides the rows
                heads, width, above = {}, 0, _told(text, start, end, whole=False)
            elif start < end and not figured and (whole := _told(text, start, end)):
                heads = dict.fromkeys(range(1, width), whole)  # "(in USD million)" below the heads
            gap = start == end
            continue
        gap = False
        if len(cells) != width:
            heads, width = {1: above} if above and len(cells) == 2 else {}, len(cells)
        figures = [_FIGURE.fullmatch(text, *cell) for cell in cells]
        dated = [any(blocked[start:end]) or start == end for start, end in cells]
        told = [None if figure else _told(text, *cell) for figure, cell in zip(figures, cells, strict=True)]
        for n, cell in enumerate(cells):
            if not figures[n] and (unit := heads.get(n)) and (value := _with_money(found, cell, unit)):
                found[value.start] = value
        if not any(figure and not date for figure, date in zip(figures, dated, strict=True)):
            again = figured and all(_HEAD.match(text, *cell) for cell in cells[1:])  # the head of another table
            heads, figured = _heads(told, dated, above) or ({} if again else heads), figured and not again
            continue
        figured = True
        for n, figure in enumerate(figures):
            if not figure or dated[n]:
                continue
            own = next((found[place] for place in range(*cells[n]) if place in found), None)
            if own and own.unit_start >= cells[n][1]:  # counts what the next line begins with
                del found[own.start]
                own = None
            unit = told[0] if told[0] and not told[0].whole else heads.get(n)
            if unit and (value := _figured(text, figure, unit, own)):
                found[value.start] = value
                told_at.add(unit.start)
    apart = (v for v in found.values() if not any(v.start < at < v.end for at in told_at))
    return sorted(apart, key=lambda value: value.start)


def _heads(told: list[_Told | None], dated: list[bool], above: _Told | None) -> dict[int, _Told]:
    """The units of the columns below a row without figures: its own, or where it only has years that of its first cell
    or of the line above the table."""
    if all(dated[1:]) and (whole := told[0] or above):
        return dict.fromkeys(range(1, len(told)), whole)
    return {n: unit for n, unit in enumerate(told) if unit}


def _figured(text: str, figure: re.Match[str], told: _Told, own: FoundValue | None) -> FoundValue | None:
    """The figure with its unit; null for one that has its ``own``, and needs no scale."""
    if own and own.unit is not None:
        scaled = own.kind == "money" and told.scale > 1 and told.unit in (None, own.unit)
        return replace(own, number=times(own.number, told.scale)) if scaled else None
    if figure["sign"] or figure["share"]:
        return None
    written = figure["number"].rstrip(" .,\u00a0\u202f")
    numbers = written_numbers(written, find_numerals(written))
    if len(numbers) != 1 or (numbers[0].start, numbers[0].end) != (0, len(written)):
        return None
    number = numbers[0].number
    if numbers[0].doubtful and told.scale == 1 and told.kind != "share":
        return None  # "1.250" may be more than a thousand, or little more than one
    number = times(-number if figure["minus"] else number, told.scale)
    start = figure.start("minus" if figure["minus"] else "number")
    end = figure.start("number") + len(written)
    bound = _BOUND[figure["bound"].strip()] if figure["bound"] else None
    return FoundValue(start, end, text[start:end], number, told.unit, bound, told.start, told.end, told.kind)


def _with_money(found: Mapping[int, FoundValue], cell: tuple[int, int], told: _Told) -> FoundValue | None:
    """The one amount of a cell that says more, "up to 2.5 million", with the money told above it."""
    inside = [found[place] for place in range(*cell) if place in found]
    plain = len(inside) == 1 and inside[0].kind == "count" and inside[0].unit is None
    if not plain or told.kind != "money" or told.scale != 1:
        return None
    return replace(inside[0], unit=told.unit, kind="money", unit_start=told.start, unit_end=told.end)


def _told(text: str, start: int, end: int, whole: bool = True) -> _Told | None:
    """The unit that a cell ends with, in brackets or behind a comma: "Grants, EUR thousand", "Share (%)"; with
    ``whole`` also one that is all the cell says."""
    words = text[max(start, end - 120) : end]
    for pattern in (_IN_BRACKETS, _BEHIND, *([_WHOLE] if whole and end - start <= 40 else [])):
        match = pattern.search(words) if pattern is not _WHOLE else pattern.match(words)
        if not match:
            continue
        unit = _unit(_UNLESS.sub("", match["told"]))
        money = _unit(words[: match.start()].rpartition(",")[2] + " million") if unit and not unit[0] else None
        if unit and money and money[2] == "money":  # "Grants, NOK (million)"
            unit = (*money[:3], unit[3])
        if unit and (pattern is not _WHOLE or unit[2] in ("money", "share") or unit[3] > 1):
            begin = end - len(words) + max(0, words.find(unit[0], max(0, match.start() - 40)))
            return _Told(begin, begin + len(unit[0]), *unit[1:], whole=pattern is _WHOLE)
    return None


_UNLESS = re.compile(
    r"(?i),? (?:unless|except|if not) .*$|,? (?:in |for |as of )?(?:FY ?)?(?:19|20)\d\d$|^(?:19|20)\d\d, "
)
"""What is told beside the unit: an exception, or the year of the figures."""
_TEN_TIMES = re.compile(r"10{1,3}|1,000")
_PER = re.compile(r"(?:\s?/\s?|\sper\s)\w[\w ]{0,12}$")
_GLUED = re.compile(
    r"(?<=[€$£])(?=[a-z])|(?<=\w)(?=['’]000)|(?<=^[A-Z]{3})(?=(?:mn?|bn?|k)$)|(?<=^[MmKk])(?=[€$£]|[A-Z]{3}$)"
)
_BESIDE = re.compile(r"(?i)(?:(?:in|of|current|constant|nominal) )*")


def _unit(told: str) -> tuple[str, str | None, ValueKind, float] | None:
    """What names the unit, unit, kind and scale of "USD million", "thousand tonnes" or "%"; null for "estimates"."""
    words, scale, short = _BESIDE.sub("", _GLUED.sub(" ", told.strip()), count=1).split(), 1.0, False
    known = unit_words()
    if len(words) > 2 and _TEN_TIMES.fullmatch(words[0]) and words[1].lower().removesuffix("s") in known.scales:
        scale, words = float(words[0].replace(",", "")), words[1:]  # "100 million yen"
    for place in (0, -1):
        size = words[place].lower().removesuffix("s") if words else ""
        if size in known.scales:
            scale *= known.scales[size]
            short = short or len(size) == 1
            words = words[1:] if place == 0 else words[:-1]
        words = _BESIDE.sub("", " ".join(words) + " ", count=1).split()
    unit = " ".join(words)
    money = currencies()
    unit = unit if _PERCENT.fullmatch(unit) else _PER.sub("", unit)
    name = unit if unit in money.units else unit.lower()
    if name in money.units and (scale > 1 or name not in money.doubtful):
        return unit, money.units[name], "money", scale
    if short or (not unit and scale == 1):
        return None
    if _PERCENT.fullmatch(unit):
        return unit, "%", "share", scale
    if unit != " ".join(words):
        return None  # kilometres per hour are none
    if unit in known.abbreviated:
        return unit, known.abbreviated[unit], "count", scale
    if any(letter.isdigit() for letter in unit):
        return None  # an amount: "CHF 9 million"
    one = singular(unit) if unit else None
    if one and one.lower() in known.time:
        return unit, one.lower(), "duration", scale
    return (unit, one, "count", scale) if scale > 1 or unit in known.measured else None
