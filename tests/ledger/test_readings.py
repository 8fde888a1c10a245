"""Which statements a document has according to which reader."""

from __future__ import annotations

from dataclasses import replace

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.records import Skipped, Unlinked
from ledger_samples import Clock, document, plan, reading, said


def test_another_reader_retires_what_the_first_one_read(ledger: Ledger, clock: Clock) -> None:
    page, read = plan()
    ledger.add(page, read)
    clock.forward()
    kept = replace(read.statements[0], confidence=0.5)
    added = ledger.add(page, reading(kept, said(page, "in January 2015", "event", "occurred"), reader="better-2"))
    assert (added.new_version, added.new_statements, added.retired_statements) == (False, 1, 1)
    found = list(queries.every(ledger))
    assert [(f.statement.reader, f.statement.confidence) for f in found] == [("better-2", 0.5), ("better-2", 0.9)]
    history = queries.explain(ledger, kept.id).presences
    assert [(p.reader, p.retired_at) for p in history] == [("plain-1", "2026-03-02T12:00:00Z"), ("better-2", None)]
    ledger.add(page, read)  # and back
    assert [f.statement.reader for f in queries.every(ledger)] == ["plain-1", "plain-1"]
    assert check(ledger) == ()


def test_what_was_not_read_is_kept_and_counted(ledger: Ledger) -> None:
    page = document("vest", "Србија и НАТО потписали су споразум.", language="sr")
    odd = Unlinked("the Council of Elders", 0, 6, "no such actor")
    ledger.add(page, reading(not_read="language sr", unlinked=()))
    ledger.add(document("other", "the Council of Elders met"), reading(unlinked=(odd,)))
    ledger.skip(Skipped("in/broken.pdf", "encrypted", "save it without a password"))
    summary = queries.summary(ledger)
    assert summary.not_read == (("language sr", 1),)
    assert (summary.documents, summary.skipped, summary.unlinked) == (2, 1, 1)
    assert queries.not_read(ledger) == (("vest", "language sr"),)
    assert queries.skipped(ledger)[0].advice == "save it without a password"
    assert queries.unlinked(ledger)[0].count == 1
    assert queries.search(ledger, "СПОРАЗУМ").hits[0].stem == "vest"
    ledger.add(document("broken", "now it opens", locator="in/broken.pdf"), reading())
    assert queries.skipped(ledger) == ()


def test_unlinked_mentions_are_those_of_the_last_reading(ledger: Ledger) -> None:
    page = document("page", "The Elders met the Guild.")
    elders, guild = Unlinked("The Elders", 0, 10, "no such actor"), Unlinked("the Guild", 15, 24, "no such actor")
    for read, left in (((elders, guild), 2), ((guild, guild), 1), ((), 0)):
        ledger.add(page, reading(unlinked=read))
        assert sum(line.count for line in queries.unlinked(ledger)) == left
    assert check(ledger) == ()


def test_what_is_said_of_the_reading_follows_it(ledger: Ledger) -> None:
    page = document("page", "They met.")
    ledger.add(page, reading(not_read="language sr", notes=("a passage in French",)))
    (line,), _ = queries.documents(ledger)
    assert (line.reader, line.not_read, line.warnings) == ("plain-1", "language sr", ("a passage in French",))
    ledger.add(page, reading(reader="better-2"))
    (line,), _ = queries.documents(ledger)
    assert (line.reader, line.not_read, line.warnings) == ("better-2", None, ())


def test_what_comes_back_keeps_the_day_on_which_it_was_first_read(ledger: Ledger, clock: Clock) -> None:
    page, read = plan()
    for told in (read, reading(), read):
        ledger.add(page, told)
        clock.forward()
    (presence,) = queries.explain(ledger, read.statements[0].id).presences
    assert (presence.first_seen, presence.retired_at) == ("2026-03-01T12:00:00Z", None)
