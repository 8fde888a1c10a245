"""Keys for pairs of actors."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.ledger.pairs import MOST, fact_keys, many_key, pair_key
from ledger_samples import document, reading, said


def test_facts_of_many_parties_are_found_by_pair(ledger: Ledger) -> None:
    page = document("summit", "All of them met. Two of them met.")
    everyone = ", ".join(f"/Guest {i}" for i in range(40))
    both = "/Guest 3, /Guest 30"
    met = [
        said(page, quote, "meeting", "held", source=who, object=quote)
        for quote, who in (("All of them met", everyone), ("Two of them met", both))
    ]
    ledger.add(page, reading(*met))
    pair = queries.dyad(ledger, "/Guest 3", "guest 30")
    assert (pair.facts_count, pair.kinds) == (2, (("meeting", 2),))
    assert [fact.best.statement.quote for fact in pair.facts] == ["All of them met", "Two of them met"]
    assert queries.dyad(ledger, "/Guest 3", "/Guest 4").facts_count == 1
    assert queries.dyad(ledger, "/Guest 3", "/Guest 3").facts_count == 2
    first = queries.dyad(ledger, "/Guest 3", "/Guest 30", limit=1)
    rest = queries.dyad(ledger, "/Guest 3", "/Guest 30", limit=1, cursor=first.cursor)
    assert [f.number for f in first.facts + rest.facts] == [f.number for f in pair.facts]
    assert rest.cursor is None
    assert check(ledger) == ()


def test_a_pair_has_one_key_in_either_order() -> None:
    assert pair_key(3, 30) == pair_key(30, 3) != pair_key(3, 3)
    assert pair_key(1, 23) != pair_key(12, 3)
    keys = {pair_key(a, b) for a in range(40) for b in range(a, 40)} | {many_key(a) for a in range(40)}
    assert len(keys) == 40 * 41 // 2 + 40
    assert all(-(2**63) <= key < 0 for key in keys), "numbers of actors and `ALL` are not below 0"


@pytest.mark.parametrize(
    ("parties", "keys"), [(0, 0), (1, 1), (2, 3), (3, 6), (MOST, MOST + 66), (MOST + 1, 2 * MOST + 2)]
)
def test_a_fact_stands_under_its_parties_and_their_pairs(parties: int, keys: int) -> None:
    found = fact_keys(range(parties))
    assert len(set(found)) == len(found) == keys
    assert found[:parties] == list(range(parties))


def test_pairs_of_very_many_parties_are_not_listed() -> None:
    assert pair_key(0, 1) in fact_keys(range(MOST))
    assert pair_key(0, 1) not in fact_keys(range(MOST + 1))
    assert many_key(0) in fact_keys(range(MOST + 1))
