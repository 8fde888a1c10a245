"""Small ledgers that questions are asked of, on both databases."""

from __future__ import annotations

import pytest

from dragoman.ledger import Ledger
from ledger_samples import document, force, plan, reading, said


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Four statements in two documents, and a page in Serbian that was not read."""
    for page, read in (plan(), force()):
        ledger.add(page, read)
    ledger.add(document("vest", "Споразум о слободи кретања. Потписао га је Ђурић.", language="sr"), reading())
    return ledger


@pytest.fixture
def talks(ledger: Ledger) -> Ledger:
    """The same four statements and three meetings, each in a document of its own."""
    for page, read in (plan(), force()):
        ledger.add(page, read)
    for month, when in enumerate(("2019-05", "2018", None), 1):
        page = document(f"talks-{month}", f"They met in room {month}.", date="2020", publisher="Ministry of Talks")
        fields = {"source": "SRB", "target": "NATO", "object": f"Talks in room {month}", "date": when}
        ledger.add(page, reading(said(page, f"They met in room {month}", "meeting", "held", event="CONSULT", **fields)))
    return ledger


@pytest.fixture
def many(ledger: Ledger) -> Ledger:
    """120 statements in six documents, added out of order."""
    for name in ("d", "a", "f", "b", "e", "c"):
        text = " ".join(f"State {i} met NATO in {name}{i}." for i in range(20))
        page = document(name, text)
        met = [
            said(page, f"State {i} met NATO in {name}{i}.", "meeting", "held", source=f"/State {i}", target="NATO")
            for i in range(20)
        ]
        ledger.add(page, reading(*met))
    return ledger
