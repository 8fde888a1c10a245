"""Facts in the database."""

from __future__ import annotations

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.ledger.facts import add_to_tally
from dragoman.ledger.grouping import MAX_COMPARED
from dragoman.ledger.sql import rows, scalar
from dragoman.records import Document, Reading
from ledger_samples import document, plan, reading, said


def test_a_retelling_finds_the_latest_of_very_many_facts(ledger: Ledger) -> None:
    def met(stem: str, day: int) -> tuple[Document, Reading]:
        when = f"{2000 + day // 300}-{1 + day % 300 // 25:02d}-{1 + day % 25:02d}"
        page = document(stem, "They held the yearly talks.")
        told = {"source": "SRB", "target": "NATO", "object": "the yearly talks", "date": when}
        return page, reading(said(page, "They held the yearly talks", "meeting", "held", **told))

    with ledger.batch() as batch:
        for day in range(MAX_COMPARED + 5):
            batch.add(*met(f"d{day}", day))
    with ledger.batch() as batch:
        batch.add(*met("new", MAX_COMPARED + 5))
        batch.add(*met("again", MAX_COMPARED + 4))
    with ledger.reading() as connection:
        assert scalar(connection, "SELECT count(*) FROM fact") == MAX_COMPARED + 6


def test_many_statements_on_one_pair_stay_fast(ledger: Ledger) -> None:
    text = " ".join(f"They met on day {i}." for i in range(600))
    page = document("meetings", text)
    days = [f"20{i // 365:02d}-{i // 30 % 12 + 1:02d}-{i % 28 + 1:02d}" for i in range(600)]
    met = [
        said(page, f"They met on day {i}.", "meeting", "held", source="SRB", target="USA", object="talks", date=day)
        for i, day in enumerate(days)
    ]
    ledger.add(page, reading(*met))
    assert queries.profile(ledger, "SRB").facts_count > 500


def test_facts_stand_by_kind_then_day_the_undated_last(ledger: Ledger) -> None:
    page = document("page", "One two three four five.")
    told = [
        said(page, word, kind, stage, source="SRB", object=word, date=day)
        for word, kind, stage, day in (
            ("five", "meeting", "held", "2001"),
            ("four", "agreement", "signed", None),
            ("three", "agreement", "signed", "2015-02"),
            ("two", "agreement", "signed", "2015-01"),
            ("One", "membership", "joined", "2020"),
        )
    ]
    ledger.add(page, reading(*told))
    found = [f.best.statement.quote for f in queries.profile(ledger, "SRB").facts]
    assert found == ["One", "two", "three", "four", "five"]


def test_a_fact_takes_the_narrower_days_of_its_members(ledger: Ledger) -> None:
    for stem, date in (("a", "2015"), ("b", "2015-04"), ("c", None)):
        page = document(stem, "They signed it.")
        ledger.add(page, reading(said(page, "They signed it", source="SRB", target="NATO", object="Plan", date=date)))
    with ledger.reading() as connection:
        (fact,) = rows(connection, "SELECT lo, hi, shown FROM fact")
    assert (fact["lo"], fact["hi"], fact["shown"]) == (20150401, 20150430, 3)


def test_a_fact_that_nobody_tells_is_not_shown(ledger: Ledger) -> None:
    ledger.add(*plan())
    page, _ = plan()
    ledger.add(page, reading())
    with ledger.reading() as connection:
        assert scalar(connection, "SELECT count(*) FROM fact WHERE shown > 0") == 0
        assert scalar(connection, "SELECT count(*) FROM fact_posting WHERE shown = 1") == 0
        assert scalar(connection, "SELECT coalesce(sum(number), 0) AS n FROM tally") == 0


def test_numbers_for_keys_and_kinds_are_added_up(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        add_to_tally(connection, {(7, "agreement"): 2, (7, "meeting"): 0})
        add_to_tally(connection, {(7, "agreement"): 3, (8, "agreement"): -1})
        found = rows(connection, "SELECT key_n, kind, number FROM tally ORDER BY key_n")
    assert [(r["key_n"], r["kind"], r["number"]) for r in found] == [(7, "agreement", 5), (8, "agreement", -1)]
