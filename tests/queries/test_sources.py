"""Who publishes what is said about an actor."""

from __future__ import annotations

import pytest

from dragoman.ledger import Ledger
from dragoman.queries.sources import Publishers, publishers_about
from ledger_samples import document, reading, said


def test_publishers_with_most_statements_come_first(talks: Ledger) -> None:
    told = publishers_about(talks, "SRB")
    assert [(p.publisher, p.documents, p.statements) for p in told.lines] == [
        ("Ministry of Talks", 3, 3),
        ("Ministry of Tests", 1, 2),
    ]
    assert (told.counted, told.at_least) == (5, False)


def test_nobody_publishes_about_somebody_unknown(talks: Ledger) -> None:
    assert publishers_about(talks, "Atlantis") == Publishers((), 0, False)


def test_the_last_date_is_that_of_the_latest_document(talks: Ledger) -> None:
    for stem, date in (("a", "2021-03"), ("b", "2019"), ("c", None)):
        page = document(stem, "They met again.", date=date, publisher="Ministry of Talks")
        talks.add(page, reading(said(page, "They met again", "meeting", "held", source="SRB", target="FIN")))
    page = document("d", "They met once.", publisher=None)
    talks.add(page, reading(said(page, "They met once", "meeting", "held", source="SRB", target="FIN")))
    told = {line.publisher: (line.statements, line.last) for line in publishers_about(talks, "FIN").lines}
    assert told == {"Ministry of Talks": (3, "2021-03"), None: (1, None)}


def test_of_an_actor_of_many_statements_some_are_counted(talks: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.queries.sources.COUNTED", 3)
    told = publishers_about(talks, "NATO")
    assert (sum(line.statements for line in told.lines), told.counted, told.at_least) == (3, 3, True)
    monkeypatch.setattr("dragoman.queries.sources.COUNTED", 7)
    assert not publishers_about(talks, "NATO").at_least
