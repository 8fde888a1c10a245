"""What the name of a thing means."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from ledger_samples import document, reading, said

THINGS_OF_A_NAME = [
    ("Individual Partnership Action Plan", ["Individual Partnership Action Plan", "second IPAP"]),
    ("Interim Pact on Air Policing", ["Interim Pact on Air Policing", "second IPAP"]),
    ("IPAP", ["Individual Partnership Action Plan", "Interim Pact on Air Policing", "second IPAP"]),
]


@pytest.mark.parametrize(("name", "objects"), THINGS_OF_A_NAME)
def test_a_full_name_is_found_by_its_acronym_where_that_is_written(
    ledger: Ledger, name: str, objects: list[str]
) -> None:
    page = document(
        "names",
        "They signed the Individual Partnership Action Plan, an Interim Pact on Air Policing and a second IPAP.",
    )
    read = [said(page, each, object=each, source="SRB") for each in THINGS_OF_A_NAME[2][1]]
    ledger.add(page, reading(*read))
    found = queries.instrument(ledger, name)
    assert sorted({told.statement.object for line in found.facts for told in line.statements}) == objects
