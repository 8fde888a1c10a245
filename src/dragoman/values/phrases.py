"""What is said around a number, and values that are no numeral with a noun: bounds, ranks, fractions, "a decade"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.datafiles import any_word
from dragoman.dates.numerals import UNITS
from dragoman.dates.words import ORDINALS, one_of, spaced, where
from dragoman.records import Bound, Value
from dragoman.values.nouns import counted_noun, unit_words

ValueKind = Literal["money", "share", "rank", "duration", "count"]

_SIGNS = {"min": "[>≥]", "max": "[<≤]", "approx": "[~≈]"}
_BOUND_AFTER = re.compile(
    r"(?i)(?P<min>\+|-plus(?![\w-])|[^\S\n](?:or (?:more|over|above)|plus)(?!\w))"
    r"|(?P<max>[^\S\n]or (?:less|fewer)(?!\w))"
    r"|(?P<approx>-odd(?![\w-])|[^\S\n](?:or so|roughly|approximately)(?!\w))"
)


@dataclass(frozen=True, slots=True)
class FoundValue:
    """A value whose number and unit stand at ``start:end``; the unit at ``unit_start:unit_end`` (both 0 where none is),
    which for a figure in a table may be in the head of its column.

    ``unit`` is an ISO 4217 code, ``%``, ``rank``, the counted noun in the singular, or null.
    """

    start: int
    end: int
    text: str
    number: float
    unit: str | None
    bound: Bound | None
    unit_start: int
    unit_end: int
    kind: ValueKind

    def value(self) -> Value:
        return Value(self.number, self.unit, self.bound)


_OVER_A_TIME = re.compile(
    r"(?i)(?<!\w)(?:for|in|of|than|last(?:s|ed)?|spans?|is|was|are|were|nearly|and|with|spent)[^\S\n]over[^\S\n]{0,2}$"
)


_TAKEN_OVER = re.compile(
    r"(?i)(?<!\w)(?:(?:t[ao]kes?|took|taken|taking|hand(?:s|ed|ing)?|turn(?:s|ed|ing)?)[^\S\n]over"
    r"|(?:c[ao]mes?|coming|add(?:s|ed|ing)?)[^\S\n]up[^\S\n]to)[^\S\n]{0,2}$"
)
"""Over and up that belong to the verb: "they took over 500 schools", "trade came up to 5 billion"."""


@cache
def _bounds() -> re.Pattern[str]:
    """The words of `data/units.yml` that stand before a number and say that it is a bound."""
    forms = unit_words().bounds
    words = "|".join(rf"(?P<{name}>(?<!\w)(?:{one_of(forms[name])})|{sign})" for name, sign in _SIGNS.items())
    filler = "an?|an additional|another|a total of|its|their|the"
    return re.compile(rf"(?i)(?:{words})(?:[^\S\n](?:{filler}))?[^\S\n]{{0,2}}\n?[^\S\n]{{0,8}}$")


def bound_before(text: str, start: int, unit: str | None) -> Bound | None:
    before = text[max(0, start - 32) : start]
    match = _bounds().search(before)
    if not match or _TAKEN_OVER.search(before):
        return None
    if (
        unit in unit_words().time
        and match["min"]
        and match["min"].lower() == "over"
        and not _OVER_A_TIME.search(before)
    ):
        return None
    return "min" if match["min"] else "max" if match["max"] else "approx"


def past_bound(text: str, position: int) -> int:
    """Where a noun may begin after a number at whose end a bound stands: "100+ members", "100 or more members"."""
    match = _BOUND_AFTER.match(text, position)
    return match.end() if match else position


_ADDED = re.compile(r"(?i)[^\S\n]plus[^\S\n]\w")


def bound_after(text: str, end: int, added: bool = False) -> Bound | None:
    """The bound behind a number or its noun; ``added`` where "plus" and a word only add something: "$5 million plus
    interest", but "20 plus years"."""
    match = _BOUND_AFTER.match(text, end)
    if not match or (added and _ADDED.match(text, end)):
        return None
    return "min" if match["min"] else "max" if match["max"] else "approx"


_CHANGES = one_of(unit_words().changes)
_CHANGED = re.compile(
    rf"(?i)(?<!\w)(?:{_CHANGES})(?!\w)[^.;:\n]{{0,60}}?(?<!\w)from[ ](?P<bound>[a-z]{{4,13}}[ ]){{0,2}}"
    r"(?:[\d.,]{1,9}(?:[ ](?:in|to)[^.;:\n]{1,30}?)?[ ]to[ ](?:[a-z]{4,13}[ ]){0,2})?$"
)
_NUMBER_OF = re.compile(
    r"(?i)(?<!\w)(?P<of>numbers? of(?: the)?) [a-z][a-z -]{2,50}? (?:who [a-z ]{1,40} |(?:has|have|had) )?"
    rf"(?:(?:{any_word(unit_words().counted_by)}|{_CHANGES})(?: (?:to|at|from|by|about|nearly|over"
    r"|almost|some|around|only|more than|less than)){0,3}|[^.;:\n]{0,60} from)"
    r"(?: [\d.,]{1,9}(?: in [^.;:\n]{1,20})? to(?: (?:about|nearly|over|almost|some|around|only|more than))?)? $"
)


def has_changed(text: str, start: int) -> bool:
    """Whether the number at ``start`` is one of those between which a measure moved: "fell from 582 to 459"."""
    before = text[max(0, start - 120) : start]
    return " from " in before and bool(_CHANGED.search(before))


def counted_before(text: str, start: int) -> str | None:
    """What the sentence says before a number that it counts: "the number of trained midwives rose to 640"."""
    before = text[max(0, start - 160) : start]
    place = before.lower().rfind("number")
    match = _NUMBER_OF.search(before, place) if place >= 0 else None
    noun = counted_noun(before, match.end("of")) if match else None
    return noun.singular if noun else None


_ORDINALS = {word: number for number, word in enumerate(ORDINALS[:12], 1)}
_ORDINAL = rf"(?:(?P<digits>\d{{1,4}})(?:st|nd|rd|th)|(?P<word>{one_of(_ORDINALS)}))"
_SUPERLATIVE = rf"(?:{one_of(unit_words().superlatives)})"
_RANK_SUPERLATIVE = re.compile(rf"(?i)(?<!\w){_ORDINAL}[- ](?P<unit>{_SUPERLATIVE})(?!\w)")
_RANK_VERB = re.compile(
    rf"(?i)(?<!\w){any_word(unit_words().ranked)}"
    rf"(?:[^\S\n]{any_word(unit_words().how_ranked)}){{0,3}}?[^\S\n](?:#|the )?"
    rf"(?:{_ORDINAL}(?!\w)|(?:number|no\.|#)[ ]?(?P<number>\d{{1,3}})(?!\w))"
)
_RANK_PLACE = re.compile(
    rf"(?i)(?<!\w)(?:in|on|to|takes?|took|from|at)(?: the)? {_ORDINAL} (?P<unit>{any_word(unit_words().ranks)})(?!\w)"
)


def find_ranks(text: str, blocked: bytearray) -> Iterator[FoundValue]:
    for pattern in (_RANK_SUPERLATIVE, _RANK_VERB, _RANK_PLACE):
        for match in pattern.finditer(text):
            names = match.groupdict()
            number = names.get("digits") or names.get("number")
            rank = float(number) if number else float(_ORDINALS[match["word"].lower()])
            start = min(match.start(g) for g in ("digits", "word", "number") if names.get(g))
            end = match.end()
            if any(blocked[start:end]) or (
                pattern is _RANK_SUPERLATIVE and match["word"] and match["word"].lower() == "first"
            ):
                continue
            unit = match.span("unit") if names.get("unit") else (start, end)
            yield FoundValue(start, end, text[start:end], rank, "rank", None, *unit, "rank")


_PARTS = unit_words().parts
"""How many of each of these make the whole: three thirds."""
_FRACTION = re.compile(
    r"(?i)(?<![\w-])(?P<all>(?:(?:(?P<count>an?|one|two|three|four|five|seven|nine)[ -])?"
    rf"(?P<part>(?:{one_of(part for part in _PARTS if part != 'half')})s?)"
    r"|(?:a )?(?P<half>half)))"
    r"[ ](?:of|the|its|their|our)(?!\w)(?! an? (?:million|billion|trillion)(?!\w))"
    r"(?! (?:the )?(?:\d{4}|this|last|next|year|century))"
)
_BARE_FRACTION = re.compile(
    r"(?i)(?<![\w-])(?P<all>(?P<counts>two|three|four)[ -](?P<parts>thirds|fourths|fifths|tenths)"
    r"(?![\w-]|[ ](?:majority|vote))"
    r"|(?P<count>an?|one)[ -](?P<part>third|quarter|fourth|fifth|tenth)"
    r"(?![ ]of[ ]an?[ ](?:hundred|thousand|million|billion|trillion)(?!\w))"
    r"(?=[.,;:)]|[ ](?:of|by|to|from|since|in|on|and|or|over|compared|less|more|lower|higher|cheaper|during)(?!\w)|$))"
)
_QUARTERS = spaced(
    r"(?i)(?<!\w)(?:account(?:s|ed|ing)? for|by|almost|nearly|about|than) (?P<all>three(?:-| )quarters)(?=\s?[.,;:)])"
)
"""Parts and no quarters of a year."""
_MEASURED = re.compile(
    r"(?i)(?<!\w)(?:by|almost|nearly|over|than|about|around|roughly|approximately|at least|up to|close to|under)[ ]$"
)
_NOT_A_SHARE = re.compile(
    r"(?i)(?<!\w)(?:first|second|latter|other|the|this|last|next|every|each)[- ]$|behalf$|[\d] ?$"
)
_AND_PART = re.compile(rf"(?i)(?:\d|(?<!\w)(?:an?|{one_of(UNITS)}|hours?|days?|weeks?|months?|years?)) and $")
"""Before a part that is more than a whole number: "two and a quarter of", "a year and a half of"."""
_IN_FIGURES = re.compile(
    r"(?<![\w/.,$€£-])(?<!\d )(?P<count>[1-9])/(?P<part>[2-9]|10)[ ]of[ ](?=(?:the|its|their|our|all)(?!\w)|[a-z]{3})"
)


def find_fractions(text: str) -> Iterator[FoundValue]:
    """ "A quarter of", "two-thirds of", "half of", "fell by a third" as shares in percent."""
    for match in where(_FRACTION, text, *_PARTS):
        part = (match["part"] or match["half"]).lower()
        count = (match["count"] or ("one" if match["half"] else "")).lower()
        before = text[max(0, match.start() - 16) : match.start()]
        if not count or _NOT_A_SHARE.search(before) or _AND_PART.search(before):
            continue
        yield _fraction(text, match, count, part)
    for match in where(_QUARTERS, text, "quarters"):
        yield _fraction(text, match, "three", "quarters")
    for match in _IN_FIGURES.finditer(text):
        count, part = int(match["count"]), int(match["part"])
        if count < part:
            start, end = match.start(), match.end("part")
            bound = bound_before(text, start, "%")
            yield FoundValue(start, end, text[start:end], round(100 * count / part, 2), "%", bound, start, end, "share")
    for match in _BARE_FRACTION.finditer(text):
        # "a third" alone may be the third of them; "two thirds" may not
        if match["counts"] or _MEASURED.search(text[max(0, match.start() - 16) : match.start()]):
            yield _fraction(text, match, match["counts"] or match["count"], match["parts"] or match["part"])


def _fraction(text: str, match: re.Match[str], count: str, part: str) -> FoundValue:
    number = round(100 * UNITS.get(count.lower(), 1) / _PARTS[part.lower().removesuffix("s")], 2)
    start, end = match.span("all")
    return FoundValue(start, end, text[start:end], number, "%", bound_before(text, start, "%"), start, end, "share")


_LONG = re.compile(r"(?i)(?<![\w-])(?P<unit>century|decade|year|month|week|day|hour)-long(?!\w)")
_SINGLE = re.compile(
    r"(?i)(?<!\w)(?:(?:more than|over|than|for|nearly|almost|about|at least|within|after|under|half)[ ])"
    r"(?P<a>half an?|an?)[ ]"
    r"(?P<unit>century|decade|year|month|week|day|hour)(?P<more> and a half)?"
    r"(?![\w-])(?![ ](?:ago|later|earlier|after))"
)


def find_single_stretches(text: str) -> Iterator[FoundValue]:
    """ "More than a decade", "for a month": one of a unit of time, where it is said how long something takes."""
    for match in _SINGLE.finditer(text):
        number = 0.5 if match["a"].lower().startswith("half") else 1.5 if match["more"] else 1.0
        start, end = match.start("a"), match.end()
        unit = match["unit"].lower()
        span = match.span("unit")
        yield FoundValue(start, end, text[start:end], number, unit, bound_before(text, start, None), *span, "duration")
    for match in where(_LONG, text, "-long"):
        span = match.span("unit")
        yield FoundValue(*match.span(), match[0], 1.0, match["unit"].lower(), None, *span, "duration")
