"""Finds the values in a text: money, shares, ranks, counts, durations and measures, each with its unit and bound.

No values are: years and dates, numbers of articles and resolutions, times of day, telephone numbers, numbers in names
(G7, COVID-19, F-16), ordinals, "one of", and "the two countries", which counts nothing but stands for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.dates import FoundDate, find_dates
from dragoman.dates.numerals import find_numerals
from dragoman.values.beside import in_money_of, said_once, with_currency_of_before, with_noun_of_before
from dragoman.values.columns import with_units_of_columns
from dragoman.values.phrases import FoundValue, find_fractions, find_ranks, find_single_stretches
from dragoman.values.ranges import resolved
from dragoman.values.written import written_numbers

__all__ = ["FoundValue", "find_values"]


def find_values(
    text: str,
    dates: Sequence[FoundDate] | None = None,
    *,
    publisher: str | None = None,
    about: Sequence[str] = (),
) -> tuple[FoundValue, ...]:
    """All values in ``text``, in order. ``dates`` are those found in it, where the caller has them already. Signs and
    names that several states' money has ("$", "kroner") mean that of ``publisher``, an actor: its state's; those that
    are mostly nobody's in particular ("CFA francs") that of the one actor which the text is ``about`` and that has it.

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
    values = [value for value in resolved(text, numerals) if value]
    values += [*find_ranks(text, blocked), *find_fractions(text), *find_single_stretches(text)]
    counted = with_units_of_columns(text, list(with_noun_of_before(text, _apart(values))), blocked)
    apart = list(in_money_of(publisher, about, text, said_once(text, counted)))
    return tuple(with_currency_of_before(text, apart))


def _apart(values: list[FoundValue]) -> Iterator[FoundValue]:
    """In order, without overlaps; ranks and shares win over counts."""
    end = -1
    for value in sorted(values, key=lambda v: (v.start, v.kind not in ("rank", "share"), -v.end)):
        if value.start >= end:
            yield value
            end = value.end
