"""Which annotated dates and values the grammars find."""

from __future__ import annotations

from typing import Any

import pytest
from evaluation.dates_values import Tally

from dragoman.documents import document_from_text
from dragoman.records import Statement, Value
from evaluation import dates_values

TEXT = "Norway sent 20 tents to Chile in May 2019. Peru sent three doctors. Kenya pays until June 2030."


def tally(quote: str, **fields: Any) -> Tally:
    counted = Tally()
    said = Statement(doc="d", kind="assistance", stage="completed", quote=quote, start=0, end=0, **fields)
    dates_values.read(document_from_text(TEXT, stem="d", date="2020"), [said], counted)
    return counted


@pytest.mark.parametrize(
    ("fields", "counts", "hits"),
    [
        ({"date": "2019-05"}, {"date": 1}, {"date": 1}),
        ({"date": "2019"}, {"date": 1}, {"date": 1}),
        ({"date": "2018"}, {"date": 1}, {}),
        ({"end_date": "2019"}, {"end": 1}, {}),
        ({}, {"null": 1}, {}),
    ],
)
def test_dates_of_the_sentence_are_compared(fields: dict[str, str], counts: Any, hits: Any) -> None:
    counted = tally("Norway sent 20 tents", value=(Value(20, "tent"),), **fields)
    assert +counted.counts == counts | {"value": 1, "number": 1}
    assert +counted.hits == hits | {"value": 1, "number": 1}


@pytest.mark.parametrize(
    ("value", "counts", "hits"),
    [
        ((Value(3, "doctors"),), {"value": 1, "number": 1}, {"value": 1, "number": 1}),
        ((Value(3, "nurse"),), {"value": 1, "number": 1}, {"number": 1}),
        ((Value(4, "doctor"),), {"value": 1, "number": 1}, {}),
        (None, {"no value": 1, "spare count": 1}, {"no value": 1, "spare count": 1}),
    ],
)
def test_values_of_the_quote_are_compared(value: Any, counts: Any, hits: Any) -> None:
    counted = tally("Peru sent three doctors", value=value)
    assert +counted.counts == counts | {"null": 1}
    assert +counted.hits == hits


@pytest.mark.parametrize(
    ("quote", "hits"), [("Norway sent 20 tents to Chile in May 2019", 1), ("Norway sent 20 tents", 0),
                        ("Kenya pays until June 2030", 1), ("Peru sent three doctors", 0)],
)  # fmt: skip
def test_a_date_in_a_quote_without_date_is_counted(quote: str, hits: int) -> None:
    counted = tally(quote)
    assert (counted.counts["null"], counted.hits["null"]) == (1, hits)


def test_a_date_of_another_sentence_does_not_count() -> None:
    assert tally("Peru sent three doctors", date="2019-05").hits["date"] == 0
    assert tally("Peru sent three doctors", date="2030-06").hits["date"] == 0


def test_what_was_missed_is_told_with_what_was_seen() -> None:
    [line] = tally("Norway sent 20 tents", date="2018").misses["date"]
    assert line == "2018 | 'Norway sent 20 tents' | [('May 2019', '2019-05', None, 'point')]"


def test_what_was_counted_is_printed() -> None:
    lines = list(dates_values.lines(tally("Peru sent three doctors", date="2018")))
    assert lines[0].split() == ["date", "0", "of", "1", "0.000"]
    assert lines[-2].split() == ["spare", "1", "values", "in", "1", "quotes", "without", "value", "(count", "1)"]
    assert list(dates_values.lines(tally("Nobody said this")))[-1] == "quotes that stand nowhere 1"
