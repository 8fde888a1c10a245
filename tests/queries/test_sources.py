"""Who publishes what is said about an actor."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.queries.sources import publishers_about


def test_publishers_with_most_statements_come_first(talks: Ledger) -> None:
    told = publishers_about(talks, "SRB")
    assert [(p.publisher, p.documents, p.statements) for p in told.lines] == [
        ("Ministry of Talks", 3, 3),
        ("Ministry of Tests", 1, 2),
    ]
    assert (told.counted, told.at_least) == (5, False)
