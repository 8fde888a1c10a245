"""The first page: what the ledger covers, and what is new."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.queries.news import coverage, newest_documents, newest_statements


def test_the_first_page_counts_and_lists_what_is_new(talks: Ledger) -> None:
    told = coverage(talks)
    assert (told.statements, told.sources) == (7, 5)
    assert told.publishers[0] == ("Ministry of Talks", 3)
    assert newest_documents(talks, limit=1)[0].stem == "talks-3"
    assert newest_statements(talks, limit=1)[0].statement.quote == "They met in room 3"
