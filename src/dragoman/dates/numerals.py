"""Numbers as texts write them: 9.6, 10.000.000, twenty-eight, a dozen, half a million, two and a half billion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.dates.words import ENGLISH, one_of, spaced

UNITS: dict[str, int] = {word: number for number, word in enumerate(ENGLISH["small"])}
"""Numbers in words up to nineteen."""
TENS: dict[str, int] = {word: 10 * number for number, word in enumerate(ENGLISH["tens"], 2)}
SCALES = ENGLISH.numbers("scales")
_MONEY_SCALES = ENGLISH.numbers("money_scales")
SPELLED = frozenset({*UNITS, *TENS})

NO_MORE = r"(?![\d:]|/(?![-=](?!\w))|[.,]\d)"
"""Behind the figures of a number. "Rs. 500/-" and "KSh 500/=" are amounts without cents."""
_DIGITS = re.compile(
    r"(?<![\w.,/:#])(?<!\w[-–])(?:\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,2})?"
    r"|\d{1,3}(?:['’]\d{3}){1,5}(?:\.\d{1,2})?(?!\d)"
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3}){1,5}(?:[.,]\d{1,2})?(?!\d)|\d{1,15}(?:[.,]\d{1,6})?)" + NO_MORE
)
_TYPO_DIGITS = re.compile(
    r"(?=\d)(?<=[a-z])(?:(?<=\bthan)|(?<=\bover)|(?<=\bapproximately)|(?<=\bnearly)|(?<=\babout)|(?<=\balmost))"
    r"\d{1,3}(?:,\d{3}){0,4}(?:\.\d{1,6})?" + NO_MORE
)
_SMALL = one_of([*UNITS, *TENS])
_SCALE_WORDS = "hundred|thousand|million|milliard|billion|trillion|dozen"
SCALE_FORMS = one_of(scale for scale in SCALES if len(scale) > 1)
"""Scales that may stand behind any number, as a pattern."""
_WORDS = spaced(
    rf"(?i)(?<![\w-])(?:(?:an?|one|two|three)(?:-| )(?:quarter|third)s? of an? (?:{_SCALE_WORDS})"
    rf"|(?:(?:an?|{_SMALL})(?:(?:-| )(?:and )?(?:{_SMALL}|{_SCALE_WORDS})){{1,7}})|{_SMALL}"
    rf"|half an? (?:{_SCALE_WORDS}))"
    rf"(?:(?<=million)s?|(?<=billion)s?|(?<=milliard)s?)?(?!\w)"
)
_SCALE = re.compile(
    rf"(?i)[^\S\n]{{0,2}}\n?-?({SCALE_FORMS})s?(?!\w)"
    r"(?:(?:(?<=ln)|(?<=bn)|(?<=mn)|(?<=mio))\.(?=[^\S\n](?-i:[a-z]|[A-Z]{3}(?!\w)|Euro|U\.?S(?![A-Z]))))?"
)
_SHORT_SCALE = re.compile(
    rf"(?:[^\S\n]|-(?=[MB](?!\w)))?(?:((?i:{one_of(_MONEY_SCALES)}))(?!\w)(?:\.(?=[^\S\n][a-z(]))?"
    r"|(m|k|K|M|B|b)(?:(?!\w|['’]\w)|(?=[A-Z]{3}(?!\w))))"
)
_MILLION = re.compile(r"[^\S\n]{1,2}\n?[^\S\n]{0,8}millions?(?!\w)", re.I)
_AND_A_HALF = re.compile(r"(?i)[ ]and a half(?!\w)")
_AND_A_PART = re.compile(r"[^\S\n]?([¼½¾⅓⅔⅛])(?!\w)|[ ]([123])/([2348])(?![\w/])")
_PARTS = {"¼": 0.25, "½": 0.5, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at ``start:end``. ``grouped`` where its digits are set off in threes, ``scaled`` where a word such as
    million follows, ``spelled`` where it is in words, ``doubtful`` where 1.600 may be a decimal or a thousand
    (with a half after it, it is a decimal)."""

    start: int
    end: int
    number: float
    grouped: bool = False
    scaled: bool = False
    spelled: bool = False
    doubtful: bool = False


def find_numerals(text: str) -> list[Numeral]:
    """All numbers in order, not overlapping. "Thousands" and "millions" without a figure are none."""
    found = [_of_digits(match, text) for pattern in (_DIGITS, _TYPO_DIGITS) for match in pattern.finditer(text)]
    spelled = [numeral for match in _WORDS.finditer(text) for numeral in _of_words(match, text)]
    ordered = sorted(found + spelled, key=lambda n: (n.start, -n.end))
    kept: list[Numeral] = []
    for numeral in ordered:
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return kept


def _of_digits(match: re.Match[str], text: str) -> Numeral:
    written = match[0]
    grouped = doubtful = False
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", written):
        grouped = written.count(".") > 1 or "," in written
        doubtful = not grouped
        plain = written if doubtful else written.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
        grouped, plain = True, written.replace(",", "")
    elif re.search(r"[ \u00a0\u202f'’]", written):
        grouped, plain = True, re.sub(r"[ \u00a0\u202f'’]", "", written).replace(",", ".")
    else:
        plain = written.replace(",", ".")
    return _scaled(Numeral(match.start(), match.end(), float(plain), grouped, doubtful=doubtful), text)


def _scaled(numeral: Numeral, text: str, worth: float = 1) -> Numeral:
    """With the scale word after it, and "and a half" after or before that; ``worth`` is that of its own last word."""
    number, end = numeral.number, numeral.end
    half = _AND_A_HALF.match(text, end) or _AND_A_PART.match(text, end)
    if half:
        number, end = round(number + _part(half) * worth, 6), half.end()
    scale = _SCALE.match(text, end)
    if not scale:
        return replace(numeral, end=end, number=number, doubtful=numeral.doubtful and half is None)
    worth, end = SCALES[scale[1].lower()], scale.end()
    if worth == 1000 and (million := _MILLION.match(text, end)):  # British usage before the seventies
        worth, end = 10**9, million.end()
    number = times(number, worth)
    half = _AND_A_HALF.match(text, end)
    if half:
        number, end = number + 0.5 * worth, half.end()
    return Numeral(numeral.start, end, number, numeral.grouped, True, numeral.spelled)


def times(number: float, worth: float) -> float:
    """A number as written with its scale: 16.15 billion is 16150000000 and not what binary fractions make of it."""
    return float(f"{number * worth:.15g}")


def _part(match: re.Match[str]) -> float:
    """What is said to be more than a whole number: "and a half", "¼", "1/2"."""
    signs = match.re is _AND_A_PART
    if signs and match[2]:
        return int(match[2]) / int(match[3])
    return _PARTS[match[1]] if signs else 0.5


def short_scale(numeral: Numeral, text: str) -> Numeral:
    """``numeral`` with a short scale ("5m", "10k", "240 mill.") read; for the caller who knows that it is money."""
    match = None if numeral.scaled else _SHORT_SCALE.match(text, numeral.end)
    if not match:
        return numeral
    scale = _MONEY_SCALES[match[1].lower()] if match[1] else SCALES[match[2]]
    return Numeral(numeral.start, match.end(), times(numeral.number, scale), numeral.grouped, True)


def _of_words(match: re.Match[str], text: str) -> Iterator[Numeral]:
    words = re.split(r"[\s-]+", match[0].lower())
    if "of" in words:
        parts = UNITS.get(words[0], 1) / (4 if words[1].startswith("quarter") else 3)
        yield Numeral(match.start(), match.end(), round(parts * SCALES[words[-1]]), scaled=True, spelled=True)
        return
    if words[0] == "half":
        scale = words[2].rstrip("s")
        yield Numeral(match.start(), match.end(), 0.5 * SCALES[scale], scaled=True, spelled=True)
        return
    start = match.start()
    if words[0] in ("a", "an") and words[1] not in SCALES:
        start += len(words[0]) + 1
        words = words[1:]
    number = _worth([word for word in words if word != "and"])
    if number is None:
        return
    scaled = any(word.rstrip("s") in SCALES for word in words)
    if scaled and match[0].lower().endswith(("hundreds", "thousands", "millions", "billions", "milliards")):
        return
    worth = SCALES.get(words[-1].removesuffix("s"), 1)
    yield _scaled(Numeral(start, match.end(), number, scaled=scaled, spelled=True), text, worth)


def _worth(words: list[str]) -> float | None:
    """The number that ``words`` spell; null where they are no number ("two three")."""
    total = current = 0.0
    last = float("inf")
    for position, word in enumerate(words):
        if word in ("a", "an"):
            if position or len(words) < 2 or words[1] not in SCALES:
                return None
            current = 1
        elif word in UNITS:
            if last < 20 and position:
                return None
            current, last = current + UNITS[word], 1
        elif word in TENS:
            if last < 100 and position:
                return None
            current, last = current + TENS[word], 20
        elif word in ("hundred", "dozen"):
            current, last = (current or 1) * SCALES[word], 100
        elif word in SCALES and total and not current and last == 1000:
            total *= SCALES[word]  # "five thousand million"
        elif word in SCALES:
            total, current, last = total + (current or 1) * SCALES[word], 0, 1000
        else:
            return None
    return total + current
