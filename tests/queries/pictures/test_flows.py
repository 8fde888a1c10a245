"""Who funds whom, one currency at a time."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.queries.pictures import Years, flows
from dragoman.records import Value
from ledger_samples import document, reading, said
from pictures_ledger import FORMULA, HOSTILE


def test_sums_are_added_up_by_giver_programme_and_receiver_in_one_currency(filled: Ledger) -> None:
    found = flows(filled)
    assert found.unit == "EUR"
    assert found.units == (("EUR", 3), ("USD", 1))
    assert [(f.source, f.programme, f.target, f.amount, f.bounds) for f in found.flows] == [
        (("EU",), "Energy Fund", ("XKX",), 30_000_000, ()),
        (("EU",), "Border Programme", ("SRB",), 10_000_000, ("over",)),
        ((HOSTILE,), FORMULA, ("XKX",), 2_000_000, ()),
    ]
    assert [f.target for f in flows(filled, "SRB").flows] == [("SRB",)]
    assert [f.amount for f in flows(filled, unit="USD").flows] == [5_000_000]
    assert flows(filled, limit=1).left_out == 2
    assert [f.programme for f in flows(filled, years=Years(2016)).flows] == ["Border Programme"]


def test_what_was_promised_is_not_added_to_what_was_given(ledger: Ledger) -> None:
    page = document("fund", "Japan pledged 3 million euros. Japan gave 2 million euros. Japan gave 1 million euros.")
    told = (("pledged 3", "planned", 3, None), ("gave 2", "completed", 2, "2019"), ("gave 1", "completed", 1, "2020"))
    ledger.add(
        page,
        reading(
            *(
                said(
                    page,
                    f"Japan {words} million euros",
                    "assistance",
                    stage,
                    source="JPN",
                    target="KEN",
                    object="Water Fund",
                    date=year,
                    value=(Value(millions * 1_000_000, "EUR"),),
                )
                for words, stage, millions, year in told
            )
        ),
    )
    assert [(flow.amount, flow.facts, flow.promised) for flow in flows(ledger).flows] == [
        (3_000_000, 2, False),
        (3_000_000, 1, True),
    ]


def test_an_empty_ledger_has_no_sums(ledger: Ledger) -> None:
    assert flows(ledger).flows == ()
