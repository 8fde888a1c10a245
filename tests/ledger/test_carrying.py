"""Decisions outlive the statements they were made on."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.errors import ConflictingDecision
from dragoman.ledger import Ledger
from dragoman.ledger.carrying import successor
from dragoman.ledger.checking import check
from dragoman.ledger.decisions import correct, reject
from dragoman.queries import Filter
from ledger.deciding import ANA, agreed, reread
from ledger_samples import AGREED, Clock, document, plan, reading, said


def test_a_decision_goes_along_when_reading_again_changes_the_statement(filled: Ledger, clock: Clock) -> None:
    old = agreed(filled)
    n = correct(filled, old, {"date": "2014"}, **ANA)
    clock.forward()
    new = reread(filled)
    found = queries.explain(filled, new)
    assert (found.found.statement.date, found.found.status) == ("2014", "corrected")
    assert [(d.number, d.carried) for d in found.decisions] == [(n, "overlap")]
    with pytest.raises(ConflictingDecision):
        reject(filled, new, **ANA)
    reject(filled, new, seen=n, **ANA)
    assert queries.count(filled) == 3
    filled.add(*plan())  # the first reader again: the decision is back on what it was made on
    assert queries.explain(filled, old).found.statement.date == "2014"
    assert [d.action for d in queries.explain(filled, old).decisions] == ["correct", "reject"]
    assert queries.count(filled) == 3
    assert check(filled) == ()


def test_a_decision_goes_along_into_a_new_version(filled: Ledger) -> None:
    reject(filled, agreed(filled), **ANA)
    page, _ = plan()
    new = document("nato-serbia", "As of today " + page.text, date="2018", url=page.url, locator="in/newer.html")
    filled.add(new, reading(said(new, AGREED, stage="signed", source="SRB", target="NATO")))
    assert queries.count(filled, Filter(document="nato-serbia")) == 0
    assert queries.count(filled, Filter(document="nato-serbia", include_rejected=True)) == 1


def test_a_decision_without_a_place_is_reported(filled: Ledger) -> None:
    reject(filled, agreed(filled), **ANA)
    page, read = plan()
    filled.add(page, reading(read.statements[1], reader="better-2"))
    (finding,) = check(filled)
    assert (finding.what, "reject" in finding.says) == ("decision", True)
    filled.add(page, read)
    assert check(filled) == ()
    assert queries.count(filled, Filter(document="nato-serbia")) == 1


def row(**fields: object) -> dict[str, object]:
    base = {"kind": "agreement", "stage": "signed", "object": "Plan", "source_n": 1, "place": "a"}
    return base | {"quote": "They signed the Blue Plan in Rome"} | fields


@pytest.mark.parametrize(
    ("present", "place", "how"),
    [
        ([row()], "a", "same quote"),
        ([row(quote="They signed the Blue Plan in Rome twice")], "a", "overlap"),
        ([row(quote="They signed it")], None, ""),  # two words of eight
        ([row(kind="progress")], None, ""),
        ([row(source_n=2)], None, ""),
        ([], None, ""),
        ([row(quote="They signed the Blue Plan", place="a"), row(place="b")], "b", "same quote"),
        ([row(place="a", stage="ratified"), row(place="b")], "b", "same quote"),
        ([row(place="a", object=None), row(place="b")], "b", "same quote"),
        ([row(place="b"), row(place="a")], "a", "same quote"),
    ],
)
def test_the_successor_is_what_overlaps_most(present: list[dict[str, object]], place: str | None, how: str) -> None:
    found = successor(row(), present)
    assert (None if found is None else (found[0]["place"], found[1])) == (None if place is None else (place, how))
