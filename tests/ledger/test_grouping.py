"""Which objects are alike, and which statements tell one fact."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.ledger.grouping import blocks, named, party_key, similar
from ledger_samples import document, reading, said

ALIKE = [
    ("Individual Partnership Action Plan (IPAP)", "Individual Partnership Action Plan"),
    ("Individual Partnership Action Plan", "IPAP"),
    ("Individual Partnership Action Plan (IPAP)", "IPAP"),
    ("Partnership for Peace", "PfP"),
    ("the Stabilization and Association Agreement", "Stabilization and Association Agreement with Kosovo"),
    ("Споразум о слободи кретања", "споразум о слободи кретања"),
    ("accord de Paris", "Accord de Paris"),
]
UNLIKE = [
    ("Individual Partnership Action Plan", "Planning and Review Process"),
    ("trust fund for ammunition", "trust fund for landmines"),
    ("agreement on trade", "agreement on visas"),
    ("Action Plan", "Readmission Agreement"),
    (None, "Action Plan"),
]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_alike(a: str, b: str) -> None:
    assert similar(named(a), named(b)) >= 0.6
    assert set(blocks(1, named(a))) & set(blocks(1, named(b))), "they would never be compared"


@pytest.mark.parametrize(("a", "b"), UNLIKE)
def test_unlike(a: str | None, b: str) -> None:
    assert similar(named(a), named(b)) < 0.6


def test_parties_of_symmetric_kinds_are_unordered() -> None:
    assert party_key("agreement", "signed", ["SRB"], ["NATO"]) == party_key("agreement", "signed", ["NATO"], ["SRB"])
    assert party_key("mission", "deployed", ["SRB"], ["NATO"]) != party_key("mission", "deployed", ["NATO"], ["SRB"])
    assert party_key("membership", "member", ["SRB"], ["UN"]) == party_key("membership", "joined", ["SRB"], ["UN"])


CASES = [
    # what the second document says differently; whether it is the same fact
    ({}, True),
    ({"source": "NATO", "target": "SRB"}, True),
    ({"object": "IPAP"}, True),
    ({"date": None}, True),
    ({"date": "2015-01"}, True),
    ({"date": "2016"}, False),
    ({"stage": "ratified"}, False),
    ({"target": "EU"}, False),
    ({"kind": "meeting", "stage": "held"}, False),
    ({"object": "Readmission Agreement"}, False),
]


@pytest.mark.parametrize(("other", "same"), CASES)
def test_retellings_are_one_fact(ledger: Ledger, other: dict[str, str], same: bool) -> None:
    base = {"source": "SRB", "target": "NATO", "object": "Individual Partnership Action Plan", "date": "2015"}
    for stem, fields in (("one", base), ("two", base | other)):
        page = document(stem, f"They signed it, says {stem}.")
        ledger.add(page, reading(said(page, page.text, **fields)))
    facts = {found.fact for found in queries.every(ledger)}
    assert len(facts) == (1 if same else 2)
    if same:
        (fact,) = queries.profile(ledger, "SRB").facts
        assert (fact.count, fact.documents) == (2, 2)
        assert [f.statement.doc for f in fact.statements] == ["one", "two"]


def test_amounts_that_differ_are_two_facts(ledger: Ledger) -> None:
    from dragoman.records import Value

    page = document("ranks", "It ranked 44th. It ranked 62nd. Rank 44, again.")
    ranks = {"kind": "indicator", "stage": "reported", "source": "SRB", "object": "ease of doing business"}
    quotes = {"It ranked 44th": 44.0, "It ranked 62nd": 62.0, "Rank 44, again": 44.0}
    statements = [said(page, quote, **ranks, value=(Value(n, "rank"),)) for quote, n in quotes.items()]
    ledger.add(page, reading(*statements))
    assert len({found.fact for found in queries.every(ledger)}) == 2
