"""The first page: what the ledger covers, and what is new."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.ledger.decisions import reject
from dragoman.queries.news import Coverage, coverage, newest_documents, newest_statements
from ledger_samples import document, reading


def test_the_first_page_counts_and_lists_what_is_new(talks: Ledger) -> None:
    told = coverage(talks)
    assert (told.statements, told.sources) == (7, 5)
    assert told.publishers[0] == ("Ministry of Talks", 3)
    assert newest_documents(talks, limit=1)[0].stem == "talks-3"
    assert newest_statements(talks, limit=1)[0].statement.quote == "They met in room 3"


def test_what_is_new_goes_on_before_the_last_one_seen(talks: Ledger) -> None:
    documents, statements = newest_documents(talks), newest_statements(talks)
    assert [d.stem for d in documents] == ["talks-3", "talks-2", "talks-1", "kosovo-force", "nato-serbia"]
    assert [d.statements for d in documents] == [1, 1, 1, 2, 2]
    assert newest_documents(talks, before=documents[2].document_id) == documents[3:]
    assert newest_statements(talks, before=statements[2].id) == statements[3:]
    assert newest_documents(talks, before=documents[-1].document_id) == ()
    assert len(statements) == 7


def test_what_is_no_longer_so_is_not_new(talks: Ledger) -> None:
    talks.add(document("talks-3", "Nothing.", date="2020"), reading())
    reject(talks, newest_statements(talks, limit=1)[0].id, who="ana")
    assert [f.statement.quote for f in newest_statements(talks, limit=1)] == ["They met in room 1"]
    assert [(d.stem, d.statements) for d in newest_documents(talks, limit=2)] == [("talks-3", 0), ("talks-2", 0)]


def test_kinds_publishers_and_languages_are_counted_most_first(talks: Ledger) -> None:
    talks.add(document("vest", "Vest.", language="sr", publisher="ministry of TALKS"), reading())
    told = coverage(talks)
    assert told.kinds == (("membership", 1), ("agreement", 2), ("mission", 1), ("meeting", 3))
    assert told.languages == (("en", 5), ("sr", 1))
    assert told.publishers == (("Ministry of Talks", 4), ("Ministère de l’Épreuve", 1), ("Ministry of Tests", 1))
    assert coverage(talks, listed=1).publishers == told.publishers[:1]
    assert (told.decisions, told.skipped) == (0, 0)


def test_an_empty_ledger_covers_nothing(ledger: Ledger) -> None:
    assert coverage(ledger) == Coverage(0, (), 0, (), (), 0, 0)
    assert newest_documents(ledger) == newest_statements(ledger) == ()
