"""Storing: what is the same changes nothing, what changed keeps its past."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from dragoman import queries
from dragoman.errors import InvalidRecord, LedgerError
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.ledger.migrations import upgrade
from dragoman.ledger.schema import metadata
from dragoman.queries import Filter
from dragoman.queries.pictures import event_counts
from dragoman.records import UNKNOWN, Block, Skipped, Unlinked
from ledger_samples import Clock, document, force, plan, reading, said


def everything(ledger: Ledger) -> dict[str, list[Any]]:
    """All rows of all tables."""
    with ledger.reading() as connection:
        return {
            name: sorted(map(repr, connection.execute(text(f"SELECT * FROM {name}")).all())) for name in metadata.tables
        }


def quotes(ledger: Ledger, **asked: Any) -> list[str]:
    return [found.statement.quote for found in queries.every(ledger, Filter(**asked))]


def test_what_was_stored_comes_back(ledger: Ledger) -> None:
    page, read = plan()
    page = replace(page, blocks=(Block(0, 10, "heading", 1, 2, 3),), warnings=("short",))
    added = ledger.add(page, read, "f1")
    assert (added.new_version, added.new_statements, added.retired_statements) == (True, 2, 0)
    rows = [found.as_row() for found in queries.every(ledger)]
    assert rows == [s.as_row() for s in read.statements]
    explained = queries.explain(ledger, read.statements[0].id)
    assert explained.document == page
    (presence,) = explained.presences
    s = read.statements[0]
    assert (presence.reason, presence.rule, presence.evidence) == (s.reason, s.rule, s.evidence)
    assert (presence.reader, presence.confidence) == ("plain-1", 0.9)


def test_storing_again_changes_nothing_not_even_a_time(ledger: Ledger, clock: Clock) -> None:
    for page, read in (plan(), force()):
        ledger.add(page, read, "f1")
    before = everything(ledger)
    clock.forward(30)
    for page, read in (plan(), force()):
        assert not ledger.add(page, read, "f1").changed
    assert everything(ledger) == before


def test_a_changed_document_adds_and_retires(ledger: Ledger, clock: Clock) -> None:
    old = document("page", "A signed it. B signed it.")
    new = document("page", "A signed it. C signed it, too.")
    ledger.add(old, reading(said(old, "A signed it", source="AAA"), said(old, "B signed it", source="BBB")))
    clock.forward(10)
    added = ledger.add(new, reading(said(new, "A signed it", source="AAA"), said(new, "C signed it", source="CCC")))
    assert (added.new_version, added.new_statements, added.retired_statements) == (True, 1, 1)
    assert quotes(ledger) == ["A signed it", "C signed it"]
    assert quotes(ledger, as_of="2026-03-05") == ["A signed it", "B signed it"]
    assert quotes(ledger, as_of="2026-03-20") == ["A signed it", "C signed it"]
    assert quotes(ledger, as_of="2025") == []
    first, second = queries.versions(ledger, "in/page.txt")
    assert (first.document_id, second.document_id) == (old.id, new.id)
    assert first.retired_at == "2026-03-11T12:00:00Z"
    assert second.retired_at is None
    assert queries.document(ledger, old.id).text == old.text
    assert [hit.document_id for hit in queries.search(ledger, "signed").hits] == [new.id]
    assert check(ledger) == ()


def test_a_document_that_changes_back(ledger: Ledger, clock: Clock) -> None:
    pages = [document("page", f"{who} signed it.") for who in ("A", "B", "A")]
    for page in pages:
        ledger.add(page, reading(said(page, page.text, source="AAA")))
        clock.forward()
    assert quotes(ledger) == ["A signed it."]
    assert check(ledger) == ()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_versions_of_a_page_follow_their_dates(ledger: Ledger, order: tuple[int, ...]) -> None:
    years = ("2014", "2016", "2018-06")
    pages = [
        document("page", f"In {y} they signed.", date=y, url="https://example.org/p", locator=f"in/page-{y}.html")
        for y in years
    ]
    for i in order:
        ledger.add(pages[i], reading(said(pages[i], pages[i].text, source="AAA")))
    assert quotes(ledger) == ["In 2018-06 they signed."]
    assert quotes(ledger, as_of="2015") == ["In 2014 they signed."]
    assert quotes(ledger, as_of="2016") == ["In 2016 they signed."]
    assert [v.date for v in queries.versions(ledger, "https://example.org/p")] == list(years)
    (line,), _ = queries.documents(ledger)
    assert (line.versions, line.date, line.statements) == (3, "2018-06", 1)
    assert check(ledger) == ()


@pytest.mark.parametrize("years", [("2014", "2016"), ("2016", "2014"), ("2014", "2016", "2014")])
def test_what_came_and_went_does_not_depend_on_what_was_stored_together(
    ledger: Ledger, tmp_path: Path, years: tuple[str, ...]
) -> None:
    pages = []
    for y in years:
        file = f"in/page-{y}.html"
        page = document("page", f"A signed it. In {y} B left.", date=y, url="https://example.org/p", locator=file)
        said_so = (said(page, "A signed it", source="AAA"), said(page, f"In {y} B left", source="BBB"))
        pages.append((page, reading(*said_so)))
    with Ledger.open(tmp_path / "single.ledger") as other:
        one_by_one = [other.add(*page) for page in pages]
    with ledger.batch() as batch:
        for page in pages:
            batch.add(*page)
    assert batch.added == one_by_one
    assert batch.added[0].new_statements == 2
    assert sum(a.retired_statements for a in batch.added) == (0 if years[0] == "2016" else 1)
    assert check(ledger) == ()


def test_one_text_in_two_files_is_answered_once(ledger: Ledger) -> None:
    page = document("copy", "They signed it.")
    other = replace(page, locator="elsewhere/copy.txt")
    ledger.add(page, reading(said(page, "They signed it", source="AAA")))
    ledger.add(other, reading(said(other, "They signed it", source="AAA")))
    assert quotes(ledger) == ["They signed it"]
    changed = document("copy", "They left.")
    ledger.add(changed, reading())
    assert quotes(ledger) == ["They signed it"], "the other file still says so"
    assert check(ledger) == ()


def test_a_file_whose_address_becomes_known(ledger: Ledger) -> None:
    page = document("page", "They signed it.")
    ledger.add(page, reading(said(page, "They signed it", source="AAA")))
    known = replace(page, url="https://example.org/page")
    added = ledger.add(known, reading(said(known, "They signed it", source="AAA")))
    assert added.new_version
    assert quotes(ledger) == ["They signed it"]
    (line,), _ = queries.documents(ledger)
    assert (line.source, line.versions) == ("https://example.org/page", 1)
    ledger.add(page, reading(said(page, "They signed it", source="AAA")))
    assert [v.document_id for v in queries.versions(ledger, page.locator)] == [page.id]
    assert check(ledger) == ()


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


def test_unchanged_input_can_be_passed_over(ledger: Ledger) -> None:
    page, read = plan()
    assert ledger.fingerprint(page.locator) is None
    ledger.add(page, read, "f1")
    assert ledger.fingerprint(page.locator) == "f1"
    with ledger.batch() as batch:
        batch.mark("in/all.zip", "z1")
    assert ledger.fingerprint("in/all.zip") == "z1"


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


def test_a_batch_is_all_or_nothing(ledger: Ledger) -> None:
    page, read = plan()

    def interrupted() -> None:
        with ledger.batch() as batch:
            batch.add(page, read, "f1")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert queries.summary(ledger).documents == 0
    assert ledger.fingerprint(page.locator) is None


def test_what_breaks_the_contract_is_refused(ledger: Ledger) -> None:
    page, read = plan()
    s = read.statements[0]
    for wrong, says in (
        (replace(s, start=s.start + 1), "not the text"),
        (replace(s, stage="dreamt"), "stage 'dreamt'"),
        (replace(s, doc="other"), "other"),
    ):
        with pytest.raises(InvalidRecord, match=says):
            ledger.add(page, replace(read, statements=(wrong,)))
    with pytest.raises(InvalidRecord, match="NUL"):
        ledger.add(document("nul", "a\0b"), reading())
    with pytest.raises(InvalidRecord, match="surrogate"):
        ledger.add(document("half", "a\ud800b"), reading())
    assert queries.summary(ledger).documents == 0


def test_odd_names_are_stored(ledger: Ledger) -> None:
    page = document("odd", "They signed it.", locator="in/\udcff\0.txt", publisher="A\0B", url="https://e.org/\udcff")
    ledger.add(page, reading(said(page, "They signed it", source='/O\'Brien "x"; DROP, SRB/\u202eName')), "f")
    assert ledger.fingerprint("in/\udcff\0.txt") == "f"
    assert queries.profile(ledger, "SRB").facts_count == 1
    assert check(ledger) == ()


def test_very_many_parties(ledger: Ledger) -> None:
    page = document("all", "All of them met.")
    names = ", ".join(f"/Name {i}" for i in range(3000))
    ledger.add(page, reading(said(page, page.text, "meeting", "held", source=names)))
    assert queries.count(ledger, Filter(actors=("/Name 7", "/Name 2999"))) == 1


def test_large_texts_are_searchable_to_the_end(ledger: Ledger) -> None:
    text = "".join(f"word{i} " for i in range(60_000)) + "the very last words"
    ledger.add(document("long", text), reading())
    (hit,) = queries.search(ledger, '"very last words"').hits
    assert hit.snippet.endswith("the very last words")
    assert queries.search(ledger, '"word999 word1000 word1001"').count == 1
    assert check(ledger) == ()


def test_reopening(address: str) -> None:
    with Ledger.open(address) as ledger:
        ledger.add(*plan())
    with Ledger.open(address, create=False) as ledger:
        assert queries.count(ledger) == 2


@pytest.mark.parametrize("name", ["a.ledger", "50% of 1#2?.ledger"])
def test_a_file_that_may_only_be_read_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    path = tmp_path / name
    with Ledger.open(path) as ledger:
        ledger.add(*plan())
    monkeypatch.setattr("os.access", lambda *_: False)  # the rights of files do not bind who runs the tests as root
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    with Ledger.open(path, create=False) as ledger:
        assert queries.count(ledger) == 2
        assert [file.name for file in tmp_path.iterdir()] == [name], "nothing is kept beside it"
        with pytest.raises(LedgerError, match=r"cannot be written .*; check the rights"):
            ledger.add(*force())
    tmp_path.chmod(0o755)


def test_a_file_that_others_write_is_read_as_they_left_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.ledger"
    with Ledger.open(path) as writer:
        writer.add(*plan())
        monkeypatch.setattr("os.access", lambda *_: False)
        with Ledger.open(path, create=False) as reader:
            writer.add(*force())
            assert queries.count(reader) == 4


def test_a_file_is_called_what_it_was_called(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "who? what?.ledger").close()
    assert [file.name for file in tmp_path.iterdir()] == ["who? what?.ledger"]


def test_no_database_is_imported_before_a_ledger_is_opened() -> None:
    program = "import sys, dragoman.ledger; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


# What is no ledger


def test_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"no ledger here.*--ledger FILE"):
        Ledger.open(tmp_path / "none.ledger", create=False)
    with pytest.raises(LedgerError, match="no folder"):
        Ledger.open(tmp_path / "none" / "a.ledger")
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path)
    with pytest.raises(LedgerError, match="postgresql://"):
        Ledger.open("mysql://somewhere/db")


def test_another_programs_file(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (a)")
    with pytest.raises(LedgerError, match="another program"):
        Ledger.open(other)
    page = tmp_path / "page.html"
    page.write_text("<html>" + "x" * 5000)
    with pytest.raises(LedgerError, match="not a ledger"):
        Ledger.open(page)


def test_a_truncated_ledger(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    with Ledger.open(path) as ledger:
        ledger.add(*plan())
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(LedgerError, match="damaged"), Ledger.open(path) as ledger:
        ledger.add(*force())


def test_a_newer_ledger(address: str) -> None:
    with Ledger.open(address) as ledger, ledger.writing() as connection:
        connection.execute(text("UPDATE ledger_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match="newer Dragoman"):
        Ledger.open(address)


def test_a_server_that_is_not_there() -> None:
    with pytest.raises(LedgerError) as error:
        Ledger.open("postgresql://me:secret@127.0.0.1:1/none")
    assert "secret" not in str(error.value)


def test_the_migrations_add_up_to_the_schema(ledger: Ledger) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def ours(_object: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
        return kind != "table" or not (name or "").startswith(("passage_text", "statement_text", "ledger_version"))

    with ledger.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": False})
        assert compare_metadata(context, metadata) == []


def test_a_ledger_of_an_earlier_revision_is_indexed_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    page, read = plan()
    page = replace(page, url=None, publisher=UNKNOWN)  # statements had no origin then
    with monkeypatch.context() as earlier:
        earlier.setattr("dragoman.ledger.fulltext.written_acronyms", lambda thing: ())
        ledger.add(page, read)
    name = "Individual Partnership Action Plan"
    assert queries.instrument(ledger, name).facts_count == 1
    with ledger.writing() as connection:
        connection.execute(text("ALTER TABLE posting DROP COLUMN event"))
        connection.execute(text("ALTER TABLE statement DROP COLUMN origin"))
        connection.execute(text("UPDATE ledger_version SET version_num = '0002'"))
        upgrade(connection)
    assert queries.instrument(ledger, name).facts_count == 2
    assert [(bar.event, bar.statements) for bar in event_counts(ledger, ("SRB",)).bars] == [("SUPPORT", 2)]
    changed = document("nato-serbia", "They left.")
    assert ledger.add(replace(changed, locator=page.locator), reading()).retired_statements == 2
    assert check(ledger) == ()
