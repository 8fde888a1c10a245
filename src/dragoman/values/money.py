"""The marks and names of money, from ``data/currencies.yml``: what stands before an amount, and what after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.datafiles import data_file
from dragoman.dates.words import one_of

MARK_LENGTH = 16
"""How far before a number the mark or name of its money may begin."""


@dataclass(frozen=True)
class Currencies:
    """``data/currencies.yml`` as patterns: what may stand before a number, and what after it."""

    units: dict[str, str | None]
    before: re.Pattern[str]
    after: re.Pattern[str]
    after_large: re.Pattern[str]
    glued: str
    """What may stand before a number with no blank between them, as a pattern."""
    glued_small: frozenset[str]
    before_large: frozenset[str]
    doubtful: frozenset[str]
    """Codes and marks that are also other words: money only with a figure beside them."""
    told_in_money: frozenset[str]
    """What is measured in money, in lower case: "Exports: 2.4 billion" counts no exports."""
    whose: re.Pattern[str]
    """Whose money a sign means, told behind the amount: "$1.8 billion Canadian"."""
    whose_names: dict[str, str]
    name_before: re.Pattern[str]
    papers: re.Pattern[str]
    """What is counted, and no money, behind a few of a currency: "two yen loans"."""
    words: frozenset[str]
    """The last words of all names of money, in lower case."""
    millions: dict[str, str]
    """What millions of such a name mean where it is nobody's own: "81 million pounds"."""
    weighing: frozenset[str]
    """The states whose publishers mean a weight by it."""
    own: dict[str, dict[str, str]]
    """What a sign or name means to a publisher: word -> the state's code -> currency."""

    def mark(self, written: str) -> str:
        """A mark as the data has it: "USD$" and "(USD)" are USD."""
        mark = " ".join(written.split()).strip("()")
        return mark if mark in self.units else mark.removesuffix("$")

    def named(self, written: str) -> str | None:
        """The currency of a name or mark after a number: "Swiss  Francs" is CHF."""
        name = " ".join(written.split())
        return self.units[name] if name in self.units else self.units.get(name.lower())


@cache
def currencies() -> Currencies:
    raw = data_file("currencies.yml")
    own = raw.part("own")
    codes = {code: code for code in raw["codes"]}
    names = {_plural(form): code for code, forms in raw.lists("names").items() for form in forms}
    names |= {form: code for code, forms in raw.lists("names").items() for form in forms}
    signs: dict[str, str | None] = raw.texts_or_null("signs")
    # "Kyats 5 million", "Swiss francs 5 million", as publishers of many countries write
    capital = {name[0].upper() + name[1:]: code for name, code in names.items() if name.isalpha() and len(name) > 2}
    capital |= {name: code for name, code in names.items() if " " in name and name[0].isupper()}
    later: dict[str, str | None] = raw.texts_or_null("after")
    large: dict[str, str | None] = raw.texts_or_null("after_large")
    lettered = [sign for sign in signs if sign.rstrip(".").isalpha() or " " in sign]
    bare = [sign for sign in signs if not any(letter.isalpha() for letter in sign)]
    mixed = [sign for sign in signs if sign not in lettered and sign not in bare]
    # a sign with letters before it that no one knows is some money, but not that of the sign alone: "X$"
    unknown = r"(?<!\w)(?:[A-Z][a-z]{1,3}|[A-Z]{1,4})\$"
    coded = rf"(?<!\w)(?:{one_of([*codes, *lettered])})\$?|(?<!\w)(?:{one_of(capital)})(?=[^\S\n])"
    bracketed = rf"\((?:{one_of(codes)})\)(?=[^\S\n])"  # behind its name: "Norwegian kroner (NOK) 40 million"
    before = rf"(?:{one_of(mixed)}|{coded}|{unknown}|{one_of(bare)}|{bracketed})[^\S\n]{{0,2}}$"
    only_before = set(raw["before_only"])
    behind = one_of([*later, *(code for code in codes if code not in only_before)])
    # French in manner: "20 millions of francs"
    of = r"(?:(?<=million)|(?<=billion)|(?<=millions)|(?<=billions)|(?<=milliards))[^\S\n]of[^\S\n]"
    name = one_of(names)
    after = rf"(?:{of}|[^\S\n]{{0,2}}\n?-?)(?P<unit>[€$£¥₹₽₺₴](?!\d)|(?:{behind}|(?i:{name}))(?!\w))"
    whose = {name.removesuffix(" dollar"): code for name, code in names.items() if name.endswith("n dollar")}
    units: dict[str, str | None] = {name.lower(): code for name, code in names.items()}
    return Currencies(
        units=units | capital | large | later | codes | signs,
        before=re.compile(before),
        after=re.compile(after),
        after_large=re.compile(rf"[^\S\n]{{0,2}}\n?(?P<unit>{one_of(large)})(?!\w)"),
        glued=rf"(?<![\w.,/:#$-])(?:{one_of([code for code in [*codes, *lettered] if code not in only_before])})",
        glued_small=frozenset(raw["glued_small"]),
        before_large=frozenset([*raw["before_large"], *capital]),
        doubtful=frozenset([*raw["before_large"], *only_before, *large]),
        told_in_money=frozenset(word.lower() for word in raw["told_in_money"]),
        whose=re.compile(
            rf"[^\S\n](?P<whose>{one_of(whose)})(?=[.,;:)]|$|[^\S\n](?:{one_of(raw['whose_money'])})(?!\w))"
        ),
        whose_names=whose,
        name_before=re.compile(rf"(?<!\w)(?i:{name})[^\S\n]{{1,2}}$"),
        papers=re.compile(rf"(?i)[^\S\n]{{1,2}}(?P<noun>{one_of(raw['papers'])})(?!\w)"),
        words=frozenset(name.lower().split()[-1] for name in [*names, *large, *own, *map(_plural, own)]),
        millions=raw.texts("millions"),
        weighing=frozenset(raw["weighing"]),
        own={mark: own.texts(mark) for mark in own},
    )


def _plural(name: str) -> str:
    return name[:-1] + "ies" if name.endswith("cy") else name + "s"


_MARK_BEFORE = re.compile(r"(?:(?<!\w)[A-Z][A-Za-z]{0,3}\.?|[$€£¥₹₽₺₴₪₩])[^\S\n]?$")
_WORDS_AFTER = re.compile(r"[^\S\n]{0,2}\n?(?P<words>[^\W\d_]{1,20}(?:[^\S\n][^\W\d_]{1,20})?)")


def money_beside(text: str, start: int, end: int) -> bool:
    """Whether a mark or name of money stands beside the number at ``start:end``: "XY 10 million", "4 trillion won"."""
    if _MARK_BEFORE.search(text[max(0, start - 8) : start]):
        return True
    after = _WORDS_AFTER.match(text, end)
    return after is not None and not currencies().words.isdisjoint(after["words"].lower().split())
