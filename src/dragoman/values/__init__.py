"""Finds the values in a text: money, shares, ranks, counts, durations and measures, each with its unit and bound.

No values are: years and dates, numbers of articles and resolutions, times of day, telephone numbers, numbers in names
(G7, COVID-19, F-16), ordinals, "one of", and "the two countries", which counts nothing but stands for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from dragoman.dates import FoundDate, find_dates
from dragoman.dates.numerals import Numeral, find_numerals, short_scale
from dragoman.dates.words import calendar_words, one_of
from dragoman.records import Bound
from dragoman.values.money import currencies, money_beside
from dragoman.values.nouns import counted_noun, looks_plural, singular, unit_words
from dragoman.values.phrases import (
    FoundValue,
    ValueKind,
    bound_after,
    bound_before,
    counted_before,
    find_fractions,
    find_ranks,
    find_single_stretches,
    has_changed,
    past_bound,
)
from dragoman.values.written import DASHES, is_large, written_numbers

__all__ = ["FoundValue", "find_values"]


def find_values(
    text: str, dates: Sequence[FoundDate] | None = None, *, publisher: str | None = None
) -> tuple[FoundValue, ...]:
    """All values in ``text``, in order. ``dates`` are those found in it, where the caller has them already. Signs and
    names that several states' money has ("$", "kroner") mean that of ``publisher``, an actor: its state's.

    Never raises; time is proportional to the text.
    """
    if dates is None:
        dates = find_dates(text)
    blocked = bytearray(len(text))
    for found in dates:
        if found.basis == "relative":
            continue
        blocked[found.start : found.end] = b"\1" * (found.end - found.start)
    numerals = written_numbers(text, [n for n in find_numerals(text) if not any(blocked[n.start : n.end])])
    values = [value for value in _resolved(text, numerals) if value]
    values += [*find_ranks(text, blocked), *find_fractions(text), *find_single_stretches(text)]
    apart = list(_in_money_of(publisher, text, _with_noun_of_before(text, _apart(values))))
    return tuple(_with_currency_of_before(text, apart))


_WEIGHED = re.compile(r"(?i)pounds?\s+of\s")
"""Pounds that are no money: "3,000 pounds of rice"."""


def _in_money_of(publisher: str | None, text: str, values: Iterable[FoundValue]) -> Iterator[FoundValue]:
    own, state = currencies().own, (publisher or "").partition("/")[0]
    for value in values:
        word = " ".join(text[value.unit_start : value.unit_end].lower().rstrip(".").split())
        meant = own.get(word) or own.get(word.removesuffix("s")) or {}
        unit = None if _WEIGHED.match(text, value.unit_start) else meant.get(state)
        yield replace(value, unit=unit, kind="money") if unit else value


_SHARED_CURRENCY = re.compile(r"[^.;:!?\n]{0,90}")


def _with_noun_of_before(text: str, values: Iterable[FoundValue]) -> Iterator[FoundValue]:
    """What "of them" counts is what was counted shortly before: "189 members, 47 of them in Africa"."""
    before: FoundValue | None = None
    for value in values:
        if (
            before
            and before.kind == value.kind == "count"
            and value.unit is None
            and _OF_THOSE.match(text, value.end)
            and _SHARED_CURRENCY.fullmatch(text, before.end, value.start)
        ):
            value = replace(value, unit=before.unit)
        yield value
        before = value


_OF_THOSE = re.compile(r"(?i)[^\S\n]of[^\S\n](?:them|whom|which)(?!\w)")


def _with_currency_of_before(text: str, values: Sequence[FoundValue]) -> Iterator[FoundValue]:
    """A large amount of nothing has the currency of the money shortly before it in the sentence: "20 million dollars
    in grants and 30 million as a loan". One with any mark or name of money beside it, known or not, has not."""
    before: FoundValue | None = None
    for value in values:
        alone = value.kind == "count" and value.unit is None and _SCALED.search(value.text)
        beside = alone and money_beside(text, value.start, value.end)
        if (
            alone
            and not beside
            and before
            and before.kind == "money"
            and _SHARED_CURRENCY.fullmatch(text, before.end, value.start)
        ):
            value = replace(value, unit=before.unit, kind="money")
        yield value
        before = value


_SCALED = re.compile(r"(?i)million|billion|trillion|thousand|lakh|crore")


def _apart(values: list[FoundValue]) -> Iterator[FoundValue]:
    """In order, without overlaps; ranks and shares win over counts."""
    end = -1
    for value in sorted(values, key=lambda v: (v.start, v.kind not in ("rank", "share"), -v.end)):
        if value.start >= end:
            yield value
            end = value.end


_JOINS = re.compile(r"(?i)[^\S\n]?(?:[-–—]|(?<=\s)(?:to|or|and)(?=\s))[^\S\n]?(?:(?:US|C|A)?[$€£¥₹]|Rs\.? ?)?")


def _resolved(text: str, numerals: list[Numeral]) -> Iterator[FoundValue | None]:
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
            if value and _opens_range(text, value.start):
                found[-1] = replace(later, bound="max")
        else:
            value = _value(text, numeral) or _of_them(text, numeral, following, later)
        found.append(value)
        later = value
    yield from reversed(found)


_OF_THEM = re.compile(r"(?i)[^\S\n](?:out )?of(?: the| its| their| our| all)?[^\S\n]{1,2}")


def _of_them(text: str, numeral: Numeral, following: Numeral | None, later: FoundValue | None) -> FoundValue | None:
    """The number of those that something is said of, "9 of its 11 benchmarks": it counts what the later one does."""
    if following is None or later is None or later.kind != "count" or later.unit is None:
        return None
    between = text[numeral.end : following.start]
    if len(between) > 14 or not _OF_THEM.fullmatch(between) or not 1 < numeral.number < following.number:
        return None
    before = text[max(0, numeral.start - 48) : numeral.start]
    if calendar_words("en").numbered.search(before) or _labelled().search(before):
        return None
    bound = bound_before(text, numeral.start, later.unit)
    written = text[numeral.start : numeral.end]
    return replace(later, start=numeral.start, end=numeral.end, text=written, number=numeral.number, bound=bound)


def _is_range(text: str, numeral: Numeral, following: Numeral) -> bool:
    between = text[numeral.end : following.start]
    if not 0 < len(between) < 8 or not _JOINS.fullmatch(between) or _is_given_to(text, numeral, following):
        return False
    return "and" not in between.lower() or _opens_range(text, numeral.start)


def _is_given_to(text: str, numeral: Numeral, following: Numeral) -> bool:
    """Whether "to" leads to who gets an amount, and not to a higher one: "US$ 9.2 billion to 41 countries"."""
    if text[numeral.end : following.start].strip().lower() != "to" or is_large(short_scale(following, text)):
        return False
    marked = currencies().before.search(text[max(0, numeral.start - 10) : numeral.start])
    return numeral.scaled or bool(
        marked and counted_noun(text, following.end) and not currencies().after.match(text, following.end)
    )


def _upper_end(text: str, numeral: Numeral, following: Numeral, later: FoundValue | None) -> FoundValue | None:
    """The upper end of a range as read with what is before the lower one: a sign of money, or what makes it a name."""
    tight = text[numeral.end : following.start] in DASHES
    if tight and later and later.kind == "count" and not _value(text, following, numeral.start):
        return None
    before = text[max(0, numeral.start - 48) : numeral.start]
    unmarked = later is None or (later.unit is None and later.kind == "count")
    sign = currencies().before.search(before[-10:]) if unmarked and (tight or following.scaled) else None
    return _money(text, following, before, numeral.start) if sign else later


def _opens_range(text: str, start: int) -> bool:
    return bool(re.search(r"(?i)(?<!\w)between[^\S\n]{1,2}\W{0,4}(?:US)?$", text[max(0, start - 16) : start]))


def _lower_end(text: str, numeral: Numeral, following: Numeral, later: FoundValue) -> FoundValue | None:
    scale = 1.0
    if following.scaled and not numeral.scaled and numeral.number < 1000:
        word = re.search(
            r"(?i)hundred|thousand|million|billion|trillion|bn|mn|mln|lakh|crore", text[following.start : following.end]
        )
        scale = {"h": 1e2, "t": 1e3, "m": 1e6, "b": 1e9, "l": 1e5, "c": 1e7}[word[0][0].lower()] if word else 1.0
        scale = 1e12 if word and word[0].lower() == "trillion" else scale
    elif _is_scaled_later(numeral, following, later):
        scale = later.number / following.number
    bound: Bound | None = "min" if _opens_range(text, numeral.start) else bound_before(text, numeral.start, later.unit)
    return FoundValue(
        numeral.start, numeral.end, text[numeral.start : numeral.end], round(numeral.number * scale, 6), later.unit,
        bound, later.unit_start, later.unit_end, later.kind,
    )  # fmt: skip


def _is_scaled_later(numeral: Numeral, following: Numeral, later: FoundValue) -> bool:
    """Whether only what comes after the second number says how large it is: "10-15m people", "$5-7m"."""
    if not following.number or later.number <= following.number:
        return False
    return later.kind == "count" or (later.kind == "money" and not numeral.scaled and not following.doubtful)


def _value(text: str, numeral: Numeral, left: int | None = None) -> FoundValue | None:
    """The number with its unit, or null where it is no value. ``left`` is where the range begins that it closes."""
    left = numeral.start if left is None else left
    before = text[max(0, left - 48) : left]
    if _DIGITS_BESIDE.search(before[-2:]) or _PROPORTION.search(before):
        return None
    return _money(text, numeral, before) or _share(text, numeral) or _counted(text, numeral, before)


def _made(
    text: str, numeral: Numeral, start: int, unit: str | None, span: tuple[int, int], kind: ValueKind
) -> FoundValue:
    end = max(numeral.end, span[1])
    number = numeral.number
    if numeral.doubtful and kind in ("money", "count") and number < 1000:
        number = float(text[numeral.start : numeral.end].replace(".", ""))
    return FoundValue(
        start,
        end,
        text[start:end],
        number,
        unit,
        bound_before(text, start, unit) or bound_after(text, numeral.end) or bound_after(text, end),
        *span,
        kind,
    )


def _money(text: str, numeral: Numeral, before: str, left: int | None = None) -> FoundValue | None:
    table = currencies()
    sign = table.before.search(before[-10:])
    scaled = short_scale(numeral, text)
    if sign and (table.mark(sign[0]) not in table.before_large or is_large(scaled)):
        unit_start = (numeral.start if left is None else left) - (len(before[-10:]) - sign.start())
        start = unit_start if left is None else numeral.start
        unit_end = unit_start + len(sign[0].rstrip())
        unit = table.units.get(table.mark(sign[0]))
        named = table.after.match(text, scaled.end)
        if named and unit == "USD":
            unit = table.named(named["unit"])
        return _made(
            text,
            replace(scaled, doubtful=scaled.doubtful and not scaled.scaled),
            start,
            unit,
            (unit_start, unit_end),
            "money",
        )
    for candidate in (numeral, scaled):
        named = table.after.match(text, candidate.end)
        if named is None and is_large(candidate):
            named = table.after_large.match(text, candidate.end)
        few = not candidate.scaled and candidate.number < 100
        if named and few and (paper := table.papers.match(text, named.end())):
            unit = f"{named['unit']} {singular(paper['noun'])}"
            return _made(text, candidate, numeral.start, unit, (named.start("unit"), paper.end()), "count")
        if named:
            return _made(text, candidate, numeral.start, table.named(named["unit"]), named.span("unit"), "money")
    return None


_DIGITS_BESIDE = re.compile(r"\d[^\S\n]$")
_PROPORTION = re.compile(
    r"(?i)(?<![\w-])(?<!\d[.,])(?:(?:one|two|three|four|five|six|seven|eight|nine|\d)[ ]out[ ]of|(?:one|1)[ ]in)"
    r"[ ](?:every[ ])?$|[ ]in[ ]every[ ]$"
)
"""Before the number that a proportion is of: "two out of three voters" counts no three voters."""
_PERCENT = re.compile(
    r"(?i)[^\S\n]{0,2}\n?-?(?P<unit>%|percent(?!\w|age)|per[ ]cent(?!\w)|percentage[ -]points?(?!\w)|pct(?!\w))"
)


def _share(text: str, numeral: Numeral) -> FoundValue | None:
    match = _PERCENT.match(text, numeral.end)
    if not match:
        return None
    return _made(text, replace(numeral, doubtful=False), numeral.start, "%", match.span("unit"), "share")


@cache
def _labelled() -> re.Pattern[str]:
    """What stands before a number that is a name: "Level 4", "Phase 2"."""
    return re.compile(rf"(?i)(?<!\w)(?:{one_of(unit_words().labels)})[^\S\n]{{1,2}}$")


_ANAPHOR = re.compile(
    r"(?i)(?<!\w)(?:the|our|these|those|both|all|their|its|between|of|your)"
    r"(?:[ ](?:said|same|first|last))?[^\S\n]{1,2}$"
)
_NOT_ONE = re.compile(
    r"(?i)[^\S\n]{1,2}(?:of|another|day|side|hand|thing|who|which|that|can|could|must|may|might|should|would|is|was)(?!\w)"
)
_HYPHENED = re.compile(r"-(?P<unit>[A-Za-z]{3,20}?)(?:-(?:old|long|strong|plus))?(?![\w])")
_SPAN_BEFORE = re.compile(r"(?i)(?<!\w)(?:past|last|previous)[^\S\n]{1,2}$")
_SPAN_AFTER = re.compile(r"(?i)[^\S\n]{1,2}(?:ago|from now|later|earlier|before|of (?:this|last|the) year)(?!\w)")
_LABEL = re.compile(r"(?:^|[\n;:()]|\d{4})[^\S\n]{0,3}(?P<unit>[A-Za-z][A-Za-z ]{2,40}):[^\S\n]{0,2}$")
_LIST_MARK = re.compile(r"(?:^|\n)[^\S\n]{0,8}[(\[]?$")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'.-]{1,30}[^\S\n]$")


def _counted(text: str, numeral: Numeral, before: str) -> FoundValue | None:
    words = unit_words()
    english = calendar_words("en")
    one = numeral.number == 1 and not numeral.scaled
    hyphened = _HYPHENED.match(text, numeral.end)
    if hyphened and (text[hyphened.start() : hyphened.end()].lower() in ("-odd", "-plus")):
        hyphened = None
    if hyphened and (hyphened["unit"].lower() in words.compounds or _is_part_of_name(text, numeral, hyphened["unit"])):
        return None
    if hyphened and hyphened["unit"].lower() == "strong":
        return _made(text, numeral, numeral.start, None, (0, 0), "count")
    if hyphened:
        unit = singular(hyphened["unit"].lower())
        return _made(
            text, numeral, numeral.start, unit, hyphened.span("unit"), "duration" if unit in words.time else "count"
        )
    numeral = _glued_scale(text, numeral)
    if text[numeral.end : numeral.end + 1].isalpha() or (one and _NOT_ONE.match(text, numeral.end)):
        return None
    if english.numbered.search(before) or re.search(r"[+#§№]\s?$", before[-3:]):
        return None
    noun = counted_noun(text, past_bound(text, numeral.end), one)
    if noun is None:
        return _without_noun(text, numeral, before)
    is_time = noun.bare.lower() in words.time
    if one and not is_time:
        return None
    if _labelled().search(before) and not is_time:
        return None
    if (
        noun.bare == "hour"
        and _CLOCK.search(before)
        and re.fullmatch(r"\d{1,2}\.[0-5]\d", text[numeral.start : numeral.end])
    ):
        return None
    if is_time and (_SPAN_BEFORE.search(before) or _SPAN_AFTER.match(text, noun.end)):
        return None
    if numeral.spelled and numeral.number < 13 and not is_time and _stands_for_named(text, numeral, before, noun.bare):
        return None
    if noun.singular.startswith(("billion ", "million ")):
        size, _, unit = noun.singular.partition(" ")
        numeral = replace(numeral, number=numeral.number * (1e9 if size == "billion" else 1e6))
        written = _SIZE.match(text, noun.start)
        span = (written.end() if written else noun.start, noun.end)
        return _made(text, numeral, numeral.start, unit, span, "count")
    unit = noun.singular.lower() if is_time else noun.singular
    return _made(text, numeral, numeral.start, unit, (noun.start, noun.end), "duration" if is_time else "count")


_SIZE = re.compile(r"(?i)[mb]illions?\s{1,8}")
_CLOCK = re.compile(r"(?i)(?<!\w)(?:at|from|by|until|till|before|after|to)[^\S\n]{1,2}$")
_ORDINAL_END = ("second", "seconds", "third", "first")


def _is_part_of_name(text: str, numeral: Numeral, unit: str) -> bool:
    """Whether a spelled number and the word at its hyphen are an ordinal ("the Thirty-Second Meeting") or a name
    ("the Four-Power Agreement")."""
    if not numeral.spelled:
        return False
    if unit.lower() in _ORDINAL_END and re.search(r"(?i)ty$", text[numeral.start : numeral.end]):
        return True
    return unit[0].isupper() and singular(unit.lower()) not in unit_words().time


_NOUN_AFTER = re.compile(r"[^\S\n]{1,2}\n?(?!(?:high|wide|long|deep|tall|thick|away|above|below)(?!\w))[^\W\d_]{3}")


def _glued_scale(text: str, numeral: Numeral) -> Numeral:
    """With the letter after it that stands for a scale, where a noun follows: "1.5m people", no "10m high walls"."""
    scaled = short_scale(numeral, text)
    if scaled.end == numeral.end + 1 and _NOUN_AFTER.match(text, scaled.end) and counted_noun(text, scaled.end):
        return scaled
    return numeral


def _stands_for_named(text: str, numeral: Numeral, before: str, noun: str) -> bool:
    """Whether "the two islands" or "our four countries" stands for what is named elsewhere, or is part of a name."""
    if (
        text[numeral.start].isupper()
        and re.search(r"[a-z]{2}[^\S\n]$", before)
        and before.rstrip()[before.rstrip().rfind(" ") + 1].isupper()
    ):
        return True
    if not _ANAPHOR.search(before):
        return False
    return numeral.number == 2 or noun.lower() in unit_words().anaphoric


def _without_noun(text: str, numeral: Numeral, before: str) -> FoundValue | None:
    """A number that no noun follows: a value where a label is before it, or where it is plainly an amount."""
    label = _LABEL.search(before)
    if label and looks_plural(label["unit"].split()[-1]):
        start = numeral.start - (len(before) - label.start("unit"))
        parts = label["unit"].split()
        unit = " ".join([*parts[:-1], singular(parts[-1])])
        span = (start, start + len(label["unit"]))
        number = _made(text, numeral, numeral.start, unit, (0, 0), "count")
        return replace(number, unit_start=span[0], unit_end=span[1])
    if is_large(numeral):
        return _made(text, numeral, numeral.start, counted_before(text, numeral.start), (0, 0), "count")
    if _LIST_MARK.search(before) or _NAME_BEFORE.search(before) or numeral.spelled:
        return None
    counted = counted_before(text, numeral.start)
    if counted or _OF_THOSE.match(text, numeral.end) or has_changed(text, numeral.start):
        return _made(text, numeral, numeral.start, counted, (0, 0), "count")
    return None
