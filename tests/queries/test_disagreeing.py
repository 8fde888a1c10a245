"""Whether two facts can both be so."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.queries.disagreeing import Compared, disagree


def compared(**fields: Any) -> Compared:
    base = {"n": 1, "kind": "assistance", "stage": "completed", "party_key": 7, "object": "Trust Fund", "lo": None}
    base |= {"hi": None, "amounts": None, "keys": frozenset({1, 2}), "sides": frozenset({1, 2}), "source": ""}
    return Compared(**(base | fields))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ('[{"number": 5, "unit": "EUR"}]', '[{"number": 6, "unit": "EUR"}]', "amount"),
        ('[{"number": 5, "unit": "EUR"}]', '[{"number": 6, "unit": "USD"}]', None),
        ('[{"number": 100, "unit": "mine", "bound": "min"}]', '[{"number": 120, "unit": "mine"}]', None),
        ('[{"number": 100, "unit": "mine", "bound": "max"}]', '[{"number": 120, "unit": "mine"}]', "amount"),
        ('[{"number": 100, "unit": "mine", "bound": "approx"}]', '[{"number": 110, "unit": "mine"}]', None),
        ('[{"number": 9600000, "unit": "EUR"}]', '[{"number": 9560000, "unit": "EUR"}]', None),
    ],
)
def test_sums_disagree_only_where_both_cannot_be_so(one: str, other: str, expected: str | None) -> None:
    assert disagree(compared(amounts=one), compared(n=2, amounts=other)) == expected


def test_sums_of_different_years_are_two_sums() -> None:
    sums = ('[{"number": 5, "unit": "EUR"}]', '[{"number": 6, "unit": "EUR"}]')
    a = compared(amounts=sums[0], lo=20140101, hi=20141231)
    assert disagree(a, compared(n=2, amounts=sums[1], lo=20150101, hi=20151231)) is None
