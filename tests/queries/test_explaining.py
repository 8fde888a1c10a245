"""Everything about one statement."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.decisions import confirm, merge, reject
from dragoman.queries import Filter
from ledger_samples import SIGNED, Clock, document, reading, said


def test_explain(filled: Ledger) -> None:
    (found,) = queries.every(filled, Filter(text="signed"))
    explained = queries.explain(filled, found.id[:9])
    assert explained.found == found
    assert explained.presences[0].reason == "because the test says so"
    assert [f.id for f in explained.group] == [found.id]
    assert (explained.group_count, explained.decisions, explained.last_decision) == (1, (), None)
    for wrong in ("", "xyz", "ffffffffffff"):
        with pytest.raises(UnknownName):
            queries.explain(filled, wrong)


def test_a_statement_tells_of_every_version_that_it_stands_in(ledger: Ledger, clock: Clock) -> None:
    pages = [
        document("page", text, date=date)
        for text, date in (("It was signed.", "2014"), ("Yes. It was signed.", "2015"))
    ]
    for page in pages:
        ledger.add(page, reading(said(page, "It was signed", source="SRB")))
        clock.forward()
    told = queries.explain(ledger, next(queries.every(ledger)).id)
    assert [(p.document_id, p.start, p.present) for p in told.presences] == [
        (pages[0].id, 0, False),
        (pages[1].id, 5, True),
    ]
    assert told.document == pages[1]


def test_a_group_is_those_that_tell_the_same_fact(filled: Ledger) -> None:
    page = document("again", "The agreement was signed again in 2015.")
    filled.add(page, reading(said(page, "signed again", source="NATO", target="SRB", object="IPAP", date="2015")))
    (found,) = queries.every(filled, Filter(text="again"))
    told = queries.explain(filled, found.id)
    assert ({f.statement.quote for f in told.group}, told.group_count) == ({"signed again", SIGNED}, 2)
    reject(filled, found.id, who="ana")
    assert queries.explain(filled, found.id).group_count == 1


def test_history_is_of_all_of_a_statement_or_of_an_actor(filled: Ledger) -> None:
    (found,) = queries.every(filled, Filter(text="signed"))
    confirmed = confirm(filled, found.id, who="ana", why="so it was")
    merged = merge(filled, "NATO/KFOR", "NATO", who="boris")
    assert [d.number for d in queries.history(filled)] == [confirmed, merged]
    (told,) = queries.history(filled, statement=found.id[:8])
    assert (told.number, told.who, told.why, told.action) == (confirmed, "ana", "so it was", "confirm")
    assert [d.number for d in queries.history(filled, actor="NATO")] == [merged]
    assert queries.history(filled, actor="SRB") == ()
    with pytest.raises(UnknownName):
        queries.history(filled, statement="ffffffffffff")
