"""One number -> a value: money, a share, or a count with its noun; null where it is none."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from dragoman.datafiles import any_word
from dragoman.dates.numerals import UNITS, Numeral, short_scale, times
from dragoman.dates.words import ORDINALS, calendar_words, one_of
from dragoman.values.beside import OF_THOSE, OF_THOSE_BEFORE
from dragoman.values.money import MARK_LENGTH, currencies
from dragoman.values.nouns import Counted, counted_noun, looks_plural, singular, unit_words
from dragoman.values.phrases import (
    FoundValue,
    ValueKind,
    bound_after,
    bound_before,
    counted_before,
    has_changed,
    past_bound,
)
from dragoman.values.written import is_large


def value_of(text: str, numeral: Numeral, left: int | None = None) -> FoundValue | None:
    """The number with its unit, or null where it is no value. ``left`` is where the range begins that it closes."""
    left = numeral.start if left is None else left
    before = text[max(0, left - 48) : left]
    if _DIGITS_BESIDE.search(before[-2:]) or _LED_BY_ZERO.match(text, numeral.start):
        return None
    if of_a_proportion(numeral, before):
        return None
    return money_of(text, numeral, before) or _share(text, numeral) or _counted(text, numeral, before)


def of_a_proportion(numeral: Numeral, before: str) -> bool:
    """Whether a number only says of how many each time something holds: "two in five voters"."""
    few = not numeral.scaled and numeral.number in (3, 4, 5, 10, 20, 100)
    return _PROPORTION.search(before) is not None or (few and _IN_SOME.search(before) is not None)


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
        bound_before(text, start, unit)
        or bound_after(text, numeral.end, kind == "money")
        or bound_after(text, end, added=True),
        *span,
        kind,
    )


LONG_NAME = 40
"""How far before the code in brackets the name of its money may begin: "Japanese Yen (JPY)"."""


def money_of(text: str, numeral: Numeral, before: str, left: int | None = None) -> FoundValue | None:
    """The number as money, by the mark before it or the name behind it; ``before`` is the text before, ``left`` where a
    range begins that it closes."""
    table = currencies()
    sign = table.before.search(before[-MARK_LENGTH:])
    scaled = short_scale(numeral, text)
    if sign and (table.mark(sign[0]) not in table.before_large or is_large(scaled)):
        unit_start = (numeral.start if left is None else left) - (len(before[-MARK_LENGTH:]) - sign.start())
        start = unit_start if left is None else numeral.start
        unit_end = unit_start + len(sign[0].rstrip())
        unit = table.units.get(table.mark(sign[0]))
        named = table.after.match(text, scaled.end)
        whose = table.whose.match(text, scaled.end) if sign[0].strip() == "$" else None
        if named and unit in ("USD", None):  # "$5 million Canadian dollars", "P10 million pula"
            unit = table.named(named["unit"])
        elif whose:
            unit = table.whose_names[whose["whose"]]
        if sign[0].startswith("(") and (name := table.name_before.search(text, max(0, start - LONG_NAME), start)):
            start = name.start()
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
_LED_BY_ZERO = re.compile(r"0\d(?:\d|[^\S\n]\d)")
"""A number of a telephone or a document, "082 884 5974", but not "05 vehicles"."""
_FEW = one_of([*UNITS][2:10])
_PROPORTION = re.compile(
    rf"(?i)(?<![\w-])(?<!\d[.,])(?:(?:one|{_FEW}|\d)[ ]out[ ]of|(?:one|1)[ ]in)[ ](?:every[ ])?$|[ ]in[ ]every[ ]$"
)
"""Before the number that a proportion is of: "two out of three voters" counts no three voters."""
_IN_SOME = re.compile(rf"(?i)(?<![\w-])(?:{_FEW}|[2-9])[ ]in[ ]$")
"""The same before a round number only: "four in five voters", but "two in 30 provinces"."""
_PERCENT = re.compile(
    r"(?i)[^\S\n]{0,2}\n?-?(?P<unit>%|percent(?!\w|age)|per\s{1,3}cent(?!\w)|percentage[ -]points?(?!\w)|pct(?!\w)"
    r"|pp(?![\w.])|p\.p\.|ppts?(?!\w))"
)


_MINUS = re.compile(r"(?i)(?:(?<=[^\S\n])(?<![\d%][^\S\n])|(?<=\())(?P<sign>[-–−]|minus[^\S\n])$")


def _share(text: str, numeral: Numeral) -> FoundValue | None:
    match = _PERCENT.match(text, numeral.end)
    if not match or (match["unit"] == "pp" and numeral.number >= 100):  # "320 pp", of a book
        return None
    below = _MINUS.search(text, max(0, numeral.start - 7), numeral.start)
    if below:
        numeral = replace(numeral, number=-numeral.number)
    return _made(
        text,
        replace(numeral, doubtful=False),
        below.start("sign") if below else numeral.start,
        "%",
        match.span("unit"),
        "share",
    )


@cache
def labelled() -> re.Pattern[str]:
    """What stands before a number that is a name: "Level 4", "Phase 2"."""
    return re.compile(rf"(?i)(?<!\w)(?:{one_of(unit_words().labels)})[^\S\n]{{1,2}}$")


_ANAPHOR = re.compile(
    r"(?i)(?<!\w)(?:the|our|these|those|both|all|their|its|between|of|your)"
    r"(?:[ ](?:said|same|first|last))?[^\S\n]{1,2}$"
)
_NOT_ONE = re.compile(rf"(?i)[^\S\n]{{1,2}}{any_word(unit_words().not_one)}(?!\w)")
_MEASURES = one_of([*map(singular, unit_words().measured), *unit_words().time])
_HYPHENED = re.compile(
    rf"-(?:[^\S\n](?=(?:{_MEASURES})(?!\w)))?(?P<unit>[A-Za-z]{{2,20}}?)(?:-(?:olds?|long|strong|plus))?(?![\w])"
)
_OF_SOMEBODY = re.compile(
    rf"(?i)-year-old(?:s|[^\S\n](?:{one_of(unit_words().stops)}|(?:\w+[^\S\n])?(?:{one_of(unit_words().aged)}))"
    r"|(?=\s?[.,;:)]|$))(?!\w)"
)
"""The age of somebody is no value: "a 22-year-old Chilean man"."""
_NO_ONE = re.compile(r"(?i)(?<!\w)no[^\S\n]$")
_STRICKEN = re.compile(
    rf"(?i)[^\S\n](?P<unit>{one_of(unit_words().stricken)})"
    r"(?![^\S\n](?:an?|the|its|their|his|her)(?!\w))"  # "of the twelve, three killed a guard"
    rf"(?=\s?[.,;:)–—]|$|[^\S\n](?:{one_of(unit_words().stops)})(?!\w))"
)
_OF = re.compile(
    r"(?i)[^\S\n]of(?=[^\S\n](?:[a-z-]+[^\S\n]){0,3}[a-z]+s(?!\w))"
    r"(?![^\S\n](?:the|its|their|our|this|these|those|his|her|ours|yours|theirs|them|whom|which)(?!\w))"
)
"""Between a large number and what is counted, as in French: "two million of displaced persons"."""
_SPAN_BEFORE = re.compile(r"(?i)(?<!\w)(?:past|last|previous)[^\S\n]{1,2}$")
_SPAN_AFTER = re.compile(r"(?i)[^\S\n]{1,2}(?:ago|from now|later|earlier|of (?:this|last|the) year)(?!\w)")
_FROM_THEN = re.compile(r"(?i)[^\S\n]{1,2}(?:before|after|following|prior to)(?!\w)")
_LASTING = re.compile(
    r"(?i)(?<!\w)(?:(?:in|over|during|throughout) the(?: first)?"
    r"|(?:for|within|later than|not? more than|last(?:s|ed|ing)?)(?:[^\S\n][a-z]{2,10}){0,3}"
    r"|an?(?:[^\S\n][a-z]{2,12}){1,3}[^\S\n]of)[^\S\n]{1,2}$"
)
"""Before a stretch that something takes, whatever it is told from: "within 30 days after the exchange of notes", "a
period of five years following the signing"."""
_LABEL = re.compile(r"(?:^|[\n;:()]|\d{4})[^\S\n]{0,3}(?P<unit>[A-Za-z][A-Za-z ]{2,40}):[^\S\n]{0,2}$")
_LIST_MARK = re.compile(r"(?:^|\n)[^\S\n]{0,8}[(\[]?$")
_NAME_BEFORE = re.compile(r"[A-Z][\w’'.-]{1,30}[^\S\n]$")


_DECIMAL = re.compile(r"\d{1,2}\.\d{1,2}[^\S\n]{1,3}(?=[A-Z][a-z])")
_DID = re.compile(r"[^\S\n][a-z]{2,15}ed[^\S\n]")


def _counted(text: str, numeral: Numeral, before: str) -> FoundValue | None:
    words = unit_words()
    one = numeral.number == 1 and not numeral.scaled
    if _OF_SOMEBODY.match(text, numeral.end):
        return None
    hyphened = _HYPHENED.match(text, numeral.end)
    if hyphened and text[hyphened.start() : hyphened.end()].lower() not in ("-odd", "-plus"):
        return _hyphened(text, numeral, hyphened, before)
    numeral = _glued_scale(text, numeral)
    if _DECIMAL.match(text, numeral.start) and _LIST_MARK.search(before):
        return None  # the number of a heading: "2.1 Regional Projects"
    if text[numeral.end : numeral.end + 1].isalpha() or (one and _NOT_ONE.match(text, numeral.end)):
        return None
    if calendar_words("en").numbered.search(before) or re.search(r"[+#§№]\s?$", before[-3:]):
        return None
    if (stricken := _STRICKEN.match(text, numeral.end)) and not _NO_ONE.search(before):
        return _made(text, numeral, numeral.start, stricken["unit"].lower(), stricken.span("unit"), "count")
    noun = counted_noun(text, past_bound(text, numeral.end), one)
    if noun and OF_THOSE_BEFORE.search(before) and _DID.match(text, numeral.end):
        noun = None  # "of whom 12 received grants"
    if noun and text[noun.end : noun.end + 1] == ":" and "\n" in text[numeral.end : noun.end]:
        noun = None  # the label of the next line
    if noun is None and numeral.scaled and (of := _OF.match(text, numeral.end)):
        noun = counted_noun(text, of.end())
    if noun is None:
        return _without_noun(text, numeral, before)
    if noun.bare.lower() in words.time:
        if _tells_when(text, numeral, before, noun):
            return None
        return _made(text, numeral, numeral.start, noun.singular.lower(), (noun.start, noun.end), "duration")
    if one or labelled().search(before):
        return None
    if numeral.spelled and numeral.number < 13 and _stands_for_named(text, numeral, before, noun.bare):
        return None
    if noun.singular.startswith(("billion ", "million ")):
        size, _, unit = noun.singular.partition(" ")
        numeral = replace(numeral, number=times(numeral.number, 1e9 if size == "billion" else 1e6))
        written = _SIZE.match(text, noun.start)
        span = (written.end() if written else noun.start, noun.end)
        return _made(text, numeral, numeral.start, unit, span, "count")
    return _made(text, numeral, numeral.start, noun.singular, (noun.start, noun.end), "count")


def _hyphened(text: str, numeral: Numeral, match: re.Match[str], before: str) -> FoundValue | None:
    """The number with the unit at its hyphen: "a 5-km road", "the 30-day period"."""
    words, unit = unit_words(), match["unit"]
    if short := words.abbreviated.get(unit):
        return _made(text, numeral, numeral.start, short, match.span("unit"), "count")
    if len(unit) == 2 or unit.isupper() or unit.lower() in words.compounds or _is_part_of_name(text, numeral, unit):
        return None
    if unit.lower() == "strong":
        return _made(text, numeral, numeral.start, None, (0, 0), "count")
    unit = singular(unit.lower())
    if unit not in words.time and labelled().search(before):
        return None
    return _made(text, numeral, numeral.start, unit, match.span("unit"), "duration" if unit in words.time else "count")


def _tells_when(text: str, numeral: Numeral, before: str, noun: Counted) -> bool:
    """Whether a stretch of time tells when and not how long: "three years ago", "16 months after the accord", "at 9.30
    hours"."""
    clock = noun.bare == "hour" and (text[noun.start : noun.end] == "hrs" or _CLOCK.search(before))
    if clock and re.fullmatch(r"\d{1,2}\.[0-5]\d|[012]\d[0-5]\d", text[numeral.start : numeral.end]):
        return True
    if _SPAN_BEFORE.search(before) or _SPAN_AFTER.match(text, noun.end):
        return True
    return bool(_FROM_THEN.match(text, noun.end)) and not _LASTING.search(before)


_SIZE = re.compile(r"(?i)[mb]illions?\s{1,8}")
_CLOCK = re.compile(r"(?i)(?<!\w)(?:at|from|by|until|till|before|after|to)[^\S\n]{1,2}$")
_ORDINAL_END = frozenset([*ORDINALS[:9], "seconds"])


def _is_part_of_name(text: str, numeral: Numeral, unit: str) -> bool:
    """Whether a spelled number and the word at its hyphen are an ordinal ("the Thirty-Second Meeting") or a name
    ("the Four-Power Agreement")."""
    if not numeral.spelled:
        return False
    if unit.lower() in _ORDINAL_END and re.search(r"(?i)ty$", text[numeral.start : numeral.end]):
        return True
    return unit[0].isupper() and singular(unit.lower()) not in unit_words().time


_NOUN_AFTER = re.compile(r"[^\S\n]{1,2}\n?(?!(?:high|wide|long|deep|tall|thick|away|above|below)(?!\w))[^\W\d_]{3}")


@cache
def _measure_after() -> re.Pattern[str]:
    return re.compile(rf"[^\S\n]{{1,2}}(?:{one_of(unit_words().abbreviated)})(?![\w/])")


def _glued_scale(text: str, numeral: Numeral) -> Numeral:
    """With the letter behind it that is a scale, where a noun follows: "1.5m people", "2m b/d"; no "10m high walls"."""
    scaled = short_scale(numeral, text)
    measured = _NOUN_AFTER.match(text, scaled.end) or _measure_after().match(text, scaled.end)
    if scaled.end == numeral.end + 1 and measured and counted_noun(text, scaled.end):
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
    last = label["unit"].split()[-1] if label else ""
    if label and looks_plural(last) and last.lower() not in currencies().told_in_money:
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
    if (
        counted
        or OF_THOSE.match(text, numeral.end)
        or OF_THOSE_BEFORE.search(before)
        or has_changed(text, numeral.start)
    ):
        return _made(text, numeral, numeral.start, counted, (0, 0), "count")
    return None
