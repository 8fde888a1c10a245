"""Whether two facts can both be so."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.queries.disagreeing import Compared, disagree, disagreements


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


PACT = {"kind": "agreement", "stage": "signed", "object": "Blue Water Pact"}
MAY, JUNE = {"lo": 20190501, "hi": 20190531}, {"lo": 20190601, "hi": 20190630}
OTHERS = {"party_key": 8, "keys": frozenset({2, 3}), "sides": frozenset({2, 3})}
MEMBER = {"kind": "membership", "object": "the Club", "stage": "member"}
OFFICE = {"kind": "office", "stage": "holds", "object": "Minister of Fish"}
CASES: list[tuple[dict[str, Any], dict[str, Any], str | None]] = [
    (PACT | MAY, PACT | JUNE, "date"),
    (PACT | MAY, PACT | MAY, None),
    (PACT | MAY, PACT | {"lo": 20190101, "hi": 20191231}, None),  # a day of both
    (PACT | MAY, PACT, None),
    (PACT | MAY, PACT | JUNE | {"object": "Red Fish Treaty"}, None),
    (PACT | MAY, PACT | JUNE | {"object": None}, None),
    (PACT | MAY | {"object": None}, PACT | JUNE | {"object": None}, None),  # nothing says that it is one thing
    (PACT | MAY, PACT | JUNE | {"again": True}, None),
    (PACT | MAY | {"stage": "negotiating"}, PACT | JUNE | {"stage": "negotiating"}, None),
    (PACT | MAY, PACT | JUNE | {"kind": "mission", "stage": "ended"}, None),
    (PACT | MAY | {"stage": "ratified", "source": "a"}, PACT | JUNE | {"stage": "ratified", "source": "b"}, None),
    (PACT | MAY | {"stage": "ratified", "source": "a"}, PACT | JUNE | {"stage": "ratified", "source": "a"}, "date"),
    (PACT | MAY, PACT | JUNE | {"party_key": 8, "keys": frozenset({1, 5})}, "date"),  # officials of the same sides
    (PACT | MAY | {"object": "Pact"}, PACT | JUNE | {"object": "Pact", "party_key": 8, "keys": frozenset({5})}, None),
    (PACT | MAY, PACT | MAY | OTHERS, "party"),
    (PACT | MAY, PACT | JUNE | OTHERS, None),
    (PACT | MAY, PACT | MAY | OTHERS | {"keys": frozenset({1, 2, 3})}, None),  # more of the same
    (PACT | MAY, PACT | MAY | OTHERS | {"keys": frozenset({3, 4})}, None),
    (PACT | MAY, PACT | OTHERS | {"lo": 20190101, "hi": 20191231}, None),  # a year is no one time
    (OFFICE | MAY, OFFICE | MAY | OTHERS, "party"),
    (MEMBER, MEMBER | {"stage": "not-member", "party_key": 8}, "stage"),
    (MEMBER | MAY, MEMBER | JUNE | {"stage": "not-member", "party_key": 8}, None),
    (MEMBER | MAY, MEMBER | {"stage": "not-member", "party_key": 8}, None),
    (MEMBER, MEMBER | {"stage": "candidate", "party_key": 8}, None),
    (
        {"kind": "relations", "stage": "severed", "object": None} | MAY,
        {"kind": "relations", "stage": "severed", "object": None} | JUNE,
        "date",
    ),
]


@pytest.mark.parametrize(("one", "other", "field"), CASES)
def test_facts_disagree_only_where_both_cannot_be_so(
    one: dict[str, Any], other: dict[str, Any], field: str | None
) -> None:
    a, b = compared(**one), compared(n=2, **other)
    assert disagree(a, b) == disagree(b, a) == field


def test_disagreements_are_told_once_in_the_order_of_the_facts() -> None:
    first, second, third = (compared(n=n, **PACT, **when) for n, when in ((1, MAY), (2, JUNE), (3, MAY)))
    other = compared(n=4, **MEMBER)
    told = [(field, a.n, b.n) for field, a, b in disagreements([third, other, second, first])]
    assert told == [("date", 1, 2), ("date", 2, 3)]
    assert list(disagreements([])) == list(disagreements([first])) == []
