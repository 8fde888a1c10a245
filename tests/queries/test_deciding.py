"""What those who decide ask."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.decisions import confirm, correct, merge, reject, split, undo
from ledger_samples import AGREED, DEPLOYED, OUTSIDE, SIGNED


@pytest.fixture
def ids(filled: Ledger) -> dict[str, str]:
    """The ids of the four statements by their quotes."""
    return {found.statement.quote: found.id for found in queries.every(filled)}


def test_what_waits_is_what_nobody_decided_on_least_confident_first(filled: Ledger, ids: dict[str, str]) -> None:
    assert [w.found.statement.quote for w in queries.waiting(filled)] == [DEPLOYED, OUTSIDE, AGREED, SIGNED]
    confirm(filled, ids[DEPLOYED], who="ana")
    reject(filled, ids[AGREED], who="ana")
    assert [w.found.statement.quote for w in queries.waiting(filled)] == [OUTSIDE, SIGNED]
    assert [w.found.statement.quote for w in queries.waiting(filled, limit=1)] == [OUTSIDE]
    assert [w.found.statement.quote for w in queries.waiting(filled, after=ids[OUTSIDE])] == [SIGNED]
    assert queries.waiting(filled, after=ids[SIGNED]) == ()


def test_what_was_taken_back_waits_again_and_was_seen(filled: Ledger, ids: dict[str, str]) -> None:
    assert [(w.seen, w.standing) for w in queries.waiting(filled, limit=1)] == [(0, None)]
    undone = undo(filled, reject(filled, ids[DEPLOYED], who="ana"), who="boris")
    (first,) = queries.waiting(filled, limit=1)
    assert (first.found.id, first.seen, first.standing) == (ids[DEPLOYED], undone, None)
    assert [(d.action, d.undone) for d in first.decisions] == [("reject", True), ("undo", False)]


def test_the_last_decision_that_is_not_undone_stands(filled: Ledger, ids: dict[str, str]) -> None:
    first = correct(filled, ids[AGREED], {"date": "2014"}, who="ana")
    last = reject(filled, ids[AGREED], who="ana", seen=first)
    told = queries.decided(filled, ids[AGREED])
    assert told.standing is not None
    assert (told.standing.number, told.seen) == (last, last)
    undo(filled, last, who="ana")
    standing = queries.decided(filled, ids[AGREED]).standing
    assert standing is not None
    assert standing.number == first
    with pytest.raises(UnknownName):
        queries.decided(filled, "ffffffffffff")


def test_a_decision_bears_on_a_statement_or_on_an_actor(filled: Ledger, ids: dict[str, str]) -> None:
    on_statement = confirm(filled, ids[SIGNED], who="ana")
    on_actor = merge(filled, "NATO/KFOR", "NATO", who="ana")
    told = queries.concerned(filled, on_statement)
    assert not isinstance(told, str)
    assert (told.found.id, told.seen) == (ids[SIGNED], on_statement)
    assert queries.concerned(filled, on_actor) == "NATO/KFOR"
    with pytest.raises(UnknownName, match="no decision 99"):
        queries.concerned(filled, 99)


def test_decisions_are_listed_the_latest_first(filled: Ledger, ids: dict[str, str]) -> None:
    assert queries.decisions(filled) == ()
    numbers = [confirm(filled, statement, who="ana") for statement in ids.values()]
    assert [d.number for d in queries.decisions(filled)] == numbers[::-1]
    assert [d.number for d in queries.decisions(filled, limit=2)] == numbers[:1:-1]
    assert [d.number for d in queries.decisions(filled, limit=2, before=numbers[2])] == numbers[1::-1]
    assert queries.decisions(filled, before=numbers[0]) == ()


def test_merges_are_told_of_both_actors_in_their_order(filled: Ledger) -> None:
    merged = merge(filled, "NATO/KFOR", "NATO", who="ana")
    parted = split(filled, "NATO/KFOR", who="ana", seen=merged)
    assert [d.number for d in queries.decisions_on_actors(filled, ["NATO/KFOR"])] == [merged, parted]
    assert [d.number for d in queries.decisions_on_actors(filled, ["SRB", "NATO"])] == [merged]
    assert queries.decisions_on_actors(filled, ["SRB"]) == queries.decisions_on_actors(filled, []) == ()
