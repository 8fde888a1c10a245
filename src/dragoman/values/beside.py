"""What a value takes from the text beside it: its state's money, the noun or currency told shortly before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.values.money import currencies, money_beside
from dragoman.values.phrases import FoundValue

_MILLIONS = re.compile(r"(?i)[mb]illion")
_WEIGHED = re.compile(r"(?i)pounds?\s+of\s")
"""Pounds that are no money: "3,000 pounds of rice"."""


def in_money_of(
    publisher: str | None, about: Iterable[str], text: str, values: Iterable[FoundValue]
) -> Iterator[FoundValue]:
    """Signs and names that several states' money has ("$", "kroner") mean that of the publisher's state; money that is
    no state's alone ("CFA francs") is that of the one which the text is ``about``."""
    states = {actor.partition("/")[0] for actor in about}
    own, state = currencies().own, (publisher or "").partition("/")[0]
    for value in values:
        word = " ".join(text[value.unit_start : value.unit_end].lower().rstrip(".").split())
        meant = own.get(word) or own.get(word.removesuffix("s")) or {}
        weighed = _WEIGHED.match(text, value.unit_start)
        unit = None if weighed else meant.get(state)
        if unit is None and value.kind == "money" and value.unit is None:
            theirs = {meant[code] for code in states if code in meant}
            unit = theirs.pop() if len(theirs) == 1 else None
        money = value.kind == "count" and not weighed and state not in currencies().weighing
        if money and not unit and _MILLIONS.search(value.text):
            unit = currencies().millions.get(word.removesuffix("s"))
        yield replace(value, unit=unit, kind="money") if unit else value


_BRACKET = re.compile(r"[^\S\n]?\n?\([^\S\n]?")


def said_once(text: str, values: Iterable[FoundValue]) -> Iterator[FoundValue]:
    """Without what a bracket says again in figures: "three hundred million Japanese Yen (¥300,000,000)"."""
    before: FoundValue | None = None
    for value in values:
        again = before and (before.number, before.unit) == (value.number, value.unit) and value.unit
        if (
            before
            and again
            and text[value.end : value.end + 1] == ")"
            and _BRACKET.fullmatch(text, before.end, value.start)
        ):
            continue
        yield value
        before = value


_OTHER_AMOUNT = r"(?:and|against|down|from|including|of|out|over|plus|than|up|with)(?!\w)"
_IN_OTHER_MONEY = re.compile(rf"[^\S\n]?\n?\((?:(?!{_OTHER_AMOUNT})[a-z]{{1,14}}\.?[^\S\n]){{0,3}}")
"""Between an amount and the same in other money: "$100,000 | (about | £62,000)", but "$100,000 (up from £62,000)"."""


def in_other_money(text: str, value: FoundValue, behind: FoundValue) -> bool:
    """Whether ``behind`` says the amount ``value`` again in other money: "$100,000 (about £62,000)"."""
    money = value.kind == behind.kind == "money" and value.unit != behind.unit
    closed = text[behind.end : behind.end + 1] == ")"
    return money and closed and _IN_OTHER_MONEY.fullmatch(text, value.end, behind.start) is not None


_SHORTLY_BEFORE = re.compile(r"[^.;:!?\n]{0,90}")


def with_noun_of_before(text: str, values: Iterable[FoundValue]) -> Iterator[FoundValue]:
    """What "of them" counts is what was counted shortly before: "189 members, 47 of them in Africa"."""
    before: FoundValue | None = None
    for value in values:
        if (
            before
            and before.kind == value.kind == "count"
            and value.unit is None
            and (OF_THOSE.match(text, value.end) or OF_THOSE_BEFORE.search(text, max(0, value.start - 48), value.start))
            and _SHORTLY_BEFORE.fullmatch(text, before.end, value.start)
        ):
            value = replace(value, unit=before.unit)
        yield value
        before = value


OF_THOSE_BEFORE = re.compile(
    r"(?i)(?<!\w)of\s(?:them|whom|which)(?:\s(?:at|least|most|about|some|only|almost|nearly|over|more|than|around|up|to)){0,3}\s$"
)
OF_THOSE = re.compile(r"(?i)[^\S\n]of[^\S\n](?:them|whom|which)(?!\w)")


def with_currency_of_before(text: str, values: Sequence[FoundValue]) -> Iterator[FoundValue]:
    """A large amount of nothing has the currency of the money shortly before it in the sentence: "20 million dollars
    in grants and 30 million as a loan"; or in the list, where it says by a label that it is money. One with any mark
    or name of money beside it, known or not, has not."""
    before: FoundValue | None = None
    for value in values:
        alone = value.kind == "count" and value.unit is None and _SCALED.search(value.text)
        beside = alone and money_beside(text, value.start, value.end)
        if alone and not beside and before and before.kind == "money" and _of_the_same(text, before, value):
            value = replace(value, unit=before.unit, kind="money")
        yield value
        before = value


def _of_the_same(text: str, before: FoundValue, value: FoundValue) -> bool:
    """Whether an amount is told together with the money before it, in one sentence or under labels: "imports: EUR 1.1
    billion", below it "exports: 2.4 billion"."""
    if _SHORTLY_BEFORE.fullmatch(text, before.end, value.start):
        return True
    label = _LABEL.fullmatch(text, before.end, value.start)
    return label is not None and label["last"].lower() in currencies().told_in_money


_LABEL = re.compile(
    r"(?:[;,.]?[^\S\n]{0,4}\n{1,2}[^\S\n]{0,8}|[;,.|][^\S\n])(?:[•*+–-][^\S\n]{1,3})?"
    r"(?:[A-Za-z-]{1,20}[^\S\n]){0,4}(?P<last>[A-Za-z]{2,20})(?:[^\S\n]\([^()\n]{1,40}\))?:[^\S\n]{0,3}(?:[a-z]{2,13}[^\S\n]){0,2}"
)
_SCALED = re.compile(r"(?i)million|billion|trillion|thousand|lakh|crore")
