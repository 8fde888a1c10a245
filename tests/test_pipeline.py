"""A build from end to end: determinism, interruption, two at once, hostile inputs."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dragoman import queries
from dragoman.documents import document_from_text
from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.pipeline import build, count_documents, read, read_document
from dragoman.queries import Filter
from dragoman.reading import default_reader
from dragoman.reading.rules import RulesReader
from dragoman.records import Document, Reading, Skipped, Statement
from dragoman.tally import Summary
from dragoman.workers import Bounds

READER = RulesReader()
YEARS = range(1990, 2020)


def sentence(year: int) -> str:
    return (
        f"Albania joined the Council of Europe in {year}. Serbia and Kosovo signed the Brussels Agreement {year % 7}."
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    for year in YEARS:
        (made / f"d{year}.txt").write_text(sentence(year), "utf-8")
    return made


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps({"id": f"r{y}", "text": sentence(y)}) + "\n" for y in YEARS), "utf-8")
    return path


def exported(ledger: Path) -> list[str]:
    with Ledger.open(ledger, create=False) as opened:
        return [json.dumps(found.as_row()) for found in queries.every(opened)]


def assert_sound(ledger: Path) -> None:
    with Ledger.open(ledger, create=False) as opened:
        assert check(opened) == ()


# Reading in memory


def test_read_a_string_in_two_lines() -> None:
    (statement,) = read("Albania joined NATO in 2009.", reader=READER).statements
    assert (statement.source, statement.target, statement.date) == (("ALB",), ("NATO",), "2009")


def test_what_is_known_of_a_text_is_used() -> None:
    document = document_from_text("Albania joined NATO in 2009.", publisher="NATO", date="2010", stem="x")
    assert read(document, reader=READER) == read_document(document, READER)


@pytest.mark.parametrize("language", ["sr", "sr-Latn", "fr"])
def test_another_language_is_never_read_as_if_it_were_english(language: str) -> None:
    document = document_from_text("Albania joined NATO in 2009.", language=language)
    assert read_document(document, READER) == Reading(READER.name, not_read=f"language {language}")


_LONG = pytest.param("Albania joined " * 5000, marks=pytest.mark.slow)


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "a" * 100_000, _LONG, "‮" * 50])
@pytest.mark.slow
def test_reading_raises_on_nothing(text: str) -> None:
    read(text, reader=default_reader())


# Building


def test_a_second_build_reads_nothing(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.ledger"
    first, second = (build([folder], ledger, reader=READER) for _ in range(2))
    assert (first.read, first.unchanged, first.new_statements) == (30, 0, 60)
    assert (second.read, second.unchanged, second.new_statements) == (0, 30, 0)


@pytest.mark.slow
def test_another_side_fact_or_reader_reads_again(folder: Path, tmp_path: Path) -> None:
    class Other(RulesReader):
        name = "rules-other"

    ledger = tmp_path / "l.ledger"
    build([folder], ledger, reader=READER)
    assert build([folder], ledger, reader=READER, publisher="NATO").changed == 30
    assert build([folder], ledger, reader=Other(), publisher="NATO").changed == 30


class Slow(RulesReader):
    """Computes, or only waits, for ``seconds`` where the text says so."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds

    def read(self, document: Document) -> Reading:
        if "Serbia" in document.text and "2004" in document.text:
            end = time.thread_time() + self.seconds
            while time.thread_time() < end:
                pass
        if "waiting" in document.text:
            time.sleep(self.seconds)
        return super().read(document)


@pytest.mark.slow
def test_a_document_over_its_time_is_kept_unread_and_read_by_the_next_build(folder: Path, tmp_path: Path) -> None:
    ledger, late = tmp_path / "l.ledger", "reading took longer than 0.5 seconds"
    read(sentence(1990), reader=READER)  # what is loaded at the first reading is not the document's
    first = build([folder], ledger, reader=Slow(20), bounds=Bounds(seconds=0.5))
    assert (first.read, first.unfinished, first.not_read, first.skipped) == (30, 1, ((late, 1),), ())
    ((locator, told),) = first.warnings
    assert locator.endswith("d2004.txt")
    assert told.startswith(late)
    assert "--seconds" in told
    with Ledger.open(ledger, create=False) as opened:
        assert [row.not_read for row in queries.documents(opened, limit=100)[0] if row.stem == "d2004"] == [late]
        assert [hit.stem for hit in queries.search(opened, "joined 2004").hits] == ["d2004"]
    assert_sound(ledger)
    second = build([folder], ledger, reader=Slow(0), bounds=Bounds(seconds=0.5))
    assert (second.read, second.unchanged, second.unfinished, second.new_statements) == (1, 29, 0, 2)
    assert build([folder], ledger, reader=Slow(0)).unchanged == 30


@pytest.mark.slow
def test_a_row_over_its_time_is_read_by_the_next_build(table: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.ledger"
    read(sentence(1990), reader=READER)
    assert build([table], ledger, reader=Slow(20), bounds=Bounds(seconds=0.5)).unfinished == 1
    second = build([table], ledger, reader=Slow(0))
    assert (second.read, second.unchanged) == (1, 29)
    assert build([table], ledger, reader=Slow(0)).unchanged == 30


@pytest.mark.slow
def test_the_time_for_a_document_is_computing_time(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("Albania joined NATO in 2009 after waiting.", "utf-8")
    summary = build([tmp_path / "d.txt"], tmp_path / "l.ledger", reader=Slow(2.5), bounds=Bounds(seconds=2))
    assert (summary.statements, summary.unfinished) == (1, 0)


def test_rows_of_a_table_are_documents(table: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.ledger"
    assert build([table], ledger, reader=READER).read == 30
    assert build([table], ledger, reader=READER).unchanged == 30
    with table.open("a", encoding="utf-8") as out:
        out.write(json.dumps({"id": "new", "text": sentence(2030)}) + "\n")
    again = build([table], ledger, reader=READER)
    assert (again.read, again.unchanged, again.total) == (1, 30, 31)


@pytest.mark.slow
def test_rows_put_before_others_leave_those_what_they_are(table: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.ledger"
    build([table], ledger, reader=READER)
    rows = table.read_text("utf-8")
    table.write_text(json.dumps({"id": "new", "text": sentence(2030)}) + "\n" + rows, "utf-8")
    again = build([table], ledger, reader=READER)
    assert (again.read, again.changed, again.unchanged, again.retired_statements) == (1, 0, 30, 0)
    with Ledger.open(ledger) as opened:
        assert {line.versions for line in queries.documents(opened)[0]} == {1}


def test_rows_with_one_id_are_documents_each(tmp_path: Path) -> None:
    rows = [{"id": "#1", "text": sentence(2001)}, {"id": "#1", "text": sentence(2002)}, {"id": "2", "text": "{"}]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    build([tmp_path / "rows.jsonl"], tmp_path / "l.ledger", reader=READER)
    with Ledger.open(tmp_path / "l.ledger") as opened:
        names = {line.locator for line in queries.documents(opened)[0]}
    assert names == {"rows.jsonl#id=%231", "rows.jsonl#2", "rows.jsonl#id=2"}


def test_a_broken_row_is_told_every_time(table: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.ledger"
    with table.open("a", encoding="utf-8") as out:
        out.write("{broken\n")
    for _ in range(2):
        (skipped,) = build([table], ledger, reader=READER).skipped
        assert skipped.locator == f"{table.name}#31"


def test_a_table_that_cannot_be_read_at_all_is_told_every_time(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    for _ in range(2):
        (skipped,) = build([tmp_path / "empty.csv"], tmp_path / "l.ledger", reader=READER).skipped
        assert (skipped.locator, skipped.reason) == ("empty.csv", "empty")


def test_progress_is_told_after_each_commit(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.ledger"
    told: list[tuple[Summary, int]] = []

    def tell(summary: Summary) -> None:
        with Ledger.open(ledger, create=False) as opened:
            told.append((summary, queries.summary(opened).documents))

    build([folder], ledger, reader=READER, on_progress=tell)
    assert [summary.read for summary, _ in told] == [stored for _, stored in told]
    assert told[-1][0].done == told[-1][0].total == 30


def test_a_date_that_is_none_is_refused_before_anything_is_opened(tmp_path: Path) -> None:
    with pytest.raises(InvalidRecord, match="yesterday"):
        build([tmp_path], tmp_path / "l.ledger", date="yesterday")
    assert not (tmp_path / "l.ledger").exists()


def test_a_document_is_one_source_from_wherever_it_is_built(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = tmp_path / "l.ledger"
    build([folder], ledger, reader=READER)
    monkeypatch.chdir(folder)
    assert build(["."], "../l.ledger", reader=READER).unchanged == len(YEARS)
    (tmp_path / "link").symlink_to(tmp_path)
    assert build([tmp_path / "link" / "in"], ledger, reader=READER).unchanged == len(YEARS)
    (tmp_path / "ledgers").mkdir()
    (tmp_path / "ledgers" / "link.ledger").symlink_to(ledger)
    assert build([folder], tmp_path / "ledgers" / "link.ledger", reader=READER).unchanged == len(YEARS)
    moved = tmp_path / "moved"
    moved.mkdir()
    folder.rename(moved / "in")
    ledger.rename(moved / "l.ledger")
    assert build([moved / "in"], moved / "l.ledger", reader=READER).unchanged == len(YEARS)


def test_relative_paths_from_two_folders_are_two_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ledgers").mkdir()
    for who, year in (("ana", 2001), ("boris", 2002)):
        (tmp_path / who / "docs").mkdir(parents=True)
        (tmp_path / who / "docs" / "page.txt").write_text(sentence(year), "utf-8")
        monkeypatch.chdir(tmp_path / who)
        assert build(["docs"], "../ledgers/l.ledger", reader=READER).retired_statements == 0
    with Ledger.open(tmp_path / "ledgers" / "l.ledger") as opened:
        assert {line.locator for line in queries.documents(opened)[0]} == {
            str(tmp_path / who / "docs" / "page.txt") for who in ("ana", "boris")
        }


def test_pages_of_one_name_by_two_publishers_are_found_under_each(tmp_path: Path) -> None:
    for publisher in ("Ministry of A", "Ministry of B"):
        made = tmp_path / publisher[-1]
        made.mkdir()
        (made / "page.txt").write_text(sentence(2001), "utf-8")
        (made / "page.json").write_text(json.dumps({"publisher": publisher}), "utf-8")
    build([tmp_path / "A", tmp_path / "B"], tmp_path / "l.ledger", reader=READER)
    with Ledger.open(tmp_path / "l.ledger") as opened:
        counts = [queries.count(opened, queries.Filter(publisher=f"Ministry of {name}")) for name in "AB"]
        assert counts[0] == counts[1] > 0
        assert queries.count(opened) == sum(counts)


@dataclass(frozen=True)
class DiesOn2001:
    """A reader that takes its whole process along on one document."""

    name: str = "dies-1"
    languages: frozenset[str] = frozenset({"en"})

    def read(self, document: Document) -> Reading:
        if "2001" in document.text:
            os.kill(os.getpid(), 9)
        return READER.read(document)


@pytest.mark.slow
def test_the_text_of_a_document_whose_reader_died_is_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.path.dirname(__file__))
    summary = build([folder], tmp_path / "l.ledger", reader=DiesOn2001(), workers=2)
    assert (summary.read, summary.unfinished, summary.skipped) == (len(YEARS), 1, ())
    ((where, said),) = summary.warnings
    assert (where, "died (ended by SIGKILL)" in said) == ("in/d2001.txt", True)
    with Ledger.open(tmp_path / "l.ledger") as opened:
        (line,) = (line for line in queries.documents(opened)[0] if line.not_read)
        assert line.stem == "d2001"
    again = build([folder], tmp_path / "l.ledger", reader=READER)
    assert again.unfinished == 0
    assert_sound(tmp_path / "l.ledger")


def test_a_reader_that_gives_nonsense_costs_only_its_document(folder: Path, tmp_path: Path) -> None:
    class Nonsense:
        name = "nonsense-1"
        languages = frozenset({"en"})

        def read(self, document: Document) -> Reading:
            if document.stem == "d2000":
                return Reading(self.name, (Statement(document.stem, "meeting", "held", "not in the text", 0, 9),))
            if document.stem == "d2001":
                raise ZeroDivisionError("oops")
            return Reading(self.name)

    summary = build([folder], tmp_path / "l.ledger", reader=Nonsense())
    assert (summary.read, summary.unfinished) == (29, 1)
    (wrong,) = summary.skipped
    assert "nonsense-1" in wrong.reason
    ((_, raised),) = summary.warnings
    assert "ZeroDivisionError: oops" in raised


def test_counting_the_documents_of_tables(table: Path) -> None:
    from dragoman.documents import Limits, discover

    assert count_documents(discover([table]), Limits()) == 30


@pytest.mark.slow
@pytest.mark.parametrize("source", ["folder", "table"])
def test_the_ledger_does_not_depend_on_the_number_of_workers(
    source: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    given: Path = request.getfixturevalue(source)
    for workers in (0, 1, 2, 3):
        build([given], tmp_path / f"{workers}.ledger", reader=READER, workers=workers)
    exports = [exported(tmp_path / f"{workers}.ledger") for workers in (0, 1, 2, 3)]
    assert exports[0]
    assert exports == [exports[0]] * 4


@pytest.mark.slow
def test_a_build_works_from_a_script_on_standard_input(folder: Path, tmp_path: Path) -> None:
    script = f"import dragoman; print(dragoman.build([{str(folder)!r}], 'l.ledger', workers=2).read)"
    done = subprocess.run([sys.executable, "-"], input=script, capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout.strip() == "30", done.stderr


# Interruption


def started(folder: Path, ledger: Path, workers: int = 1) -> subprocess.Popen[bytes]:
    """A build of its own process, which hears Ctrl-C also where the tests run in the background of a shell: what is
    started there ignores it."""
    command = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        f"from dragoman.cli import main; main(['build', {str(folder)!r}, '-l', {str(ledger)!r}, '-w', '{workers}'])"
    )
    return subprocess.Popen([sys.executable, "-c", command], stderr=subprocess.PIPE)


def wait_for(ledger: Path, documents: int, process: subprocess.Popen[bytes]) -> None:
    """Until the ledger holds so many documents, or the process has ended."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if ledger.exists():
            try:
                with Ledger.open(ledger, create=False) as opened:
                    if queries.summary(opened).documents >= documents:
                        return
            except Exception:  # noqa: BLE001 - it is being created
                pass
        time.sleep(0.05)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    made = tmp_path / "many"
    made.mkdir()
    write_many(made, range(150))
    return made


def write_many(folder: Path, numbers: range) -> None:
    for n in numbers:
        (folder / f"d{n:04}.txt").write_text(f"{sentence(1900 + n % 100)} Number {n}. ", "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("stored", [0, 1, 100])
def test_a_killed_build_loses_nothing_that_was_stored(many: Path, tmp_path: Path, stored: int) -> None:
    ledger = tmp_path / "l.ledger"
    process = started(many, ledger)
    wait_for(ledger, stored, process)
    process.kill()
    process.wait()
    before = exported(ledger) if ledger.exists() else []
    summary = build([many], ledger)
    assert summary.unchanged >= min(stored, 1)
    assert summary.read + summary.unchanged == 150
    assert_sound(ledger)
    assert set(before) <= set(exported(ledger))
    build([many], tmp_path / "whole.ledger")
    assert exported(ledger) == exported(tmp_path / "whole.ledger")


@pytest.mark.slow
def test_ctrl_c_keeps_what_is_done_and_says_so(many: Path, tmp_path: Path) -> None:
    write_many(many, range(150, 600))  # enough to be at work still when the signal comes
    ledger = tmp_path / "l.ledger"
    process = started(many, ledger, workers=2)
    wait_for(ledger, 50, process)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130, errors
    assert b"interrupted" in errors
    assert b"Traceback" not in errors
    assert build([many], ledger).unchanged >= 50


@pytest.mark.slow
def test_workers_end_with_a_killed_build(many: Path, tmp_path: Path) -> None:
    process = started(many, tmp_path / "l.ledger", workers=2)
    wait_for(tmp_path / "l.ledger", 1, process)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    process.kill()
    process.wait()
    deadline = time.monotonic() + 20
    while any(_runs(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert children
    assert [child for child in children if _runs(child)] == []


def _runs(pid: str) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().split()[2]
    except OSError:
        return False


@pytest.mark.slow
def test_two_builds_at_once_do_not_harm_each_other(many: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.ledger"
    both = [started(many, ledger), started(many, ledger)]
    assert [process.wait(120) for process in both] == [0, 0], [
        process.stderr.read() for process in both if process.stderr
    ]
    assert_sound(ledger)
    build([many], tmp_path / "whole.ledger")
    assert exported(ledger) == exported(tmp_path / "whole.ledger")


# Hostile inputs


def hostile_files() -> Iterator[tuple[str, bytes, bool]]:
    """Name, content, and whether something in it can be read."""
    good = sentence(2000).encode()
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 300_000_000)
        archive.writestr("../../out.txt", good)
        archive.writestr("good.txt", good)
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    yield "empty.txt", b"", False
    yield "blank.txt", b" \n\t \n", False
    yield "binary.html", os.urandom(20_000), False
    yield "cut.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", False
    yield "cut.docx", b"PK\x03\x04" + b"word/" * 10, False
    yield "old.doc.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, False
    yield "bomb.zip", bomb.getvalue(), True
    yield "entities.html", f"<!DOCTYPE html [<!ENTITY e0 'x'>{entities}]><p>{good.decode()} &e9;</p>".encode(), True
    yield "nul.txt", good[:20] + b"\0" + good[20:], True
    yield "latin.txt", "Le Gouvernement français a signé l'accord à Genève. ".encode("latin-1") * 4, True
    yield "utf16.txt", good.decode().encode("utf-16"), True
    yield "megabyte.txt", b"Albania and Serbia " * 55_000, True
    yield "links.html", b"<body><p>" + good + b"</p>" + b"<a href='x'>link</a> " * 100_000, True
    yield "deep.html", b"<div>" * 50_000 + good, True
    yield "names.txt", ("Present were " + ", ".join(f"Minister Ana B. Name{n}" for n in range(10_000))).encode(), True
    yield "rtl.txt", ("\u202e" + "السلام عليكم " * 50).encode(), True
    yield "mixed.txt", (sentence(2001) + " Србија и Косово. Ελλάδα. " * 5).encode(), True
    yield "bad-name-\udcff.txt", good, True


@pytest.mark.slow
def test_hostile_inputs_cost_a_line_each_and_nothing_else(tmp_path: Path) -> None:
    made = tmp_path / "hostile"
    made.mkdir()
    unreadable = set()
    for name, content, readable in hostile_files():
        (made / name).write_bytes(content)
        unreadable |= set() if readable else {str(made / name)}
    (made / "good.txt").write_text(sentence(2005), "utf-8")
    (made / "loop").symlink_to(made)
    (made / "gone.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(made / "pipe.txt")
    begun = time.monotonic()
    summary = build([made], tmp_path / "l.ledger", reader=READER, workers=2, bounds=Bounds(seconds=60))
    took = time.monotonic() - begun
    skipped = {one.locator: one for one in summary.skipped}
    assert {name.removeprefix(f"{tmp_path}/") for name in unreadable} <= skipped.keys()
    assert any("bomb.txt" in locator for locator in skipped)
    assert any("out.txt" in locator for locator in skipped)
    assert all(one.reason and one.advice and "\n" not in one.reason for one in summary.skipped)
    assert not any("died" in one.reason for one in summary.skipped)
    assert_sound(tmp_path / "l.ledger")
    with Ledger.open(tmp_path / "l.ledger") as opened:
        found = {row.stem for row in queries.documents(opened, limit=1000)[0]}
    assert {"good", "nul", "utf16", "latin", "links", "megabyte", "mixed"} <= found
    assert took < 400


@pytest.mark.slow
def test_a_huge_file_is_skipped_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as out:
        out.truncate(200_000_000)
    begun = time.monotonic()
    (skipped,) = build([tmp_path / "huge.txt"], tmp_path / "l.ledger", reader=READER).skipped
    assert isinstance(skipped, Skipped)
    assert "200 MB" in skipped.reason
    assert time.monotonic() - begun < 20


def damaged_inputs(folder: Path) -> None:
    """A packed table whose packing is broken, an archive with a member of another checksum, and a good document."""
    packed = gzip.compress(b"id,text\n" + b"".join(f"{n},Albania joined NATO in {n}.\n".encode() for n in range(9_000)))
    (folder / "a.csv.gz").write_bytes(packed[:2_000] + b"\0" * 500 + packed[2_500:])
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        archive.writestr("rows.csv", "id,text\n1,Albania joined NATO in 2009.\n")
    raw = (folder / "b.zip").read_bytes()
    (folder / "b.zip").write_bytes(raw.replace(b"joined NATO", b"joined OSCE", 1))
    with zipfile.ZipFile(folder / "c.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("d.txt", "Albania joined NATO in 2009. " * 200)
    raw = (folder / "c.zip").read_bytes()
    (folder / "c.zip").write_bytes(raw[:60] + bytes(255 - b for b in raw[60:90]) + raw[90:])
    (folder / "d.txt").write_text(sentence(2009), "utf-8")


def test_damaged_packed_inputs_are_told_and_stop_nothing(tmp_path: Path) -> None:
    damaged_inputs(tmp_path)
    summary = build(sorted(tmp_path.iterdir()), tmp_path / "l.ledger", reader=READER)
    told = {skipped.locator.split("!")[0].split("#")[0] for skipped in summary.skipped}
    assert told == {"a.csv.gz", "b.zip", "c.zip"}
    with Ledger.open(tmp_path / "l.ledger") as opened:
        assert "d.txt" in {line.locator for line in queries.documents(opened)[0]}


@pytest.mark.slow
def test_json_lines_on_standard_input_are_read_row_by_row(table: Path, tmp_path: Path) -> None:
    ledger, data = tmp_path / "l.ledger", table.read_bytes()
    first = build(["-"], ledger, reader=READER, stdin=io.BytesIO(data), workers=1, bounds=Bounds(hang_seconds=60))
    assert (first.read, first.total) == (30, 30)
    assert build(["-"], ledger, reader=READER, stdin=io.BytesIO(data)).unchanged == 30


def test_what_an_analyst_edits_is_read_anew(table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "d.txt").write_text(sentence(2009), "utf-8")
    ledger = tmp_path / "l.ledger"
    build([table, tmp_path / "d.txt"], ledger, reader=READER)
    assert build([table, tmp_path / "d.txt"], ledger, reader=READER).unchanged == 31
    monkeypatch.setattr("dragoman.pipeline.knowledge", lambda: "edited")
    assert build([table, tmp_path / "d.txt"], ledger, reader=READER).read == 31


def test_a_table_that_was_mended_is_no_longer_told_as_skipped(tmp_path: Path) -> None:
    path, ledger = tmp_path / "t.csv", tmp_path / "l.ledger"
    path.write_text("id,words\n1,Albania joined NATO in 2009.\n", "utf-8")
    assert build([path], ledger, reader=READER).skipped
    path.write_text("id,text\n1,Albania joined NATO in 2009.\n", "utf-8")
    assert build([path], ledger, reader=READER).read == 1
    with Ledger.open(ledger) as opened:
        assert not queries.skipped(opened)


def test_an_input_that_is_not_there_is_told_and_not_remembered(folder: Path, tmp_path: Path) -> None:
    summary = build([tmp_path / "nothere", "*.nothing", folder], tmp_path / "l.ledger", reader=READER)
    assert [skipped.reason for skipped in summary.skipped] == ["does not exist", "no file matches"]
    with Ledger.open(tmp_path / "l.ledger") as opened:
        assert not queries.skipped(opened)


@pytest.mark.parametrize("text", ['{"publisher": "TASS", "title": "Russia, Belarus sign agreement"}', "[1]", "{"])
def test_a_side_file_without_its_document_is_no_document(tmp_path: Path, text: str) -> None:
    (tmp_path / "page.json").write_text(text, "utf-8")
    (skipped,) = build([tmp_path / "page.json"], tmp_path / "l.ledger", reader=READER).skipped
    assert skipped.reason == "JSON, not a document"


def present(ledger: Path) -> set[str]:
    with Ledger.open(ledger) as opened:
        return {line.locator for line in queries.documents(opened)[0]}


def test_documents_whose_files_are_gone_are_told_and_can_be_taken_back(tmp_path: Path) -> None:
    folder, ledger = tmp_path / "in", tmp_path / "l.ledger"
    folder.mkdir()
    (folder / "a.txt").write_text(sentence(2001), "utf-8")
    (folder / "b.txt").write_text(sentence(2002), "utf-8")
    (folder / "rows.jsonl").write_text(json.dumps({"id": "r", "text": sentence(2003)}), "utf-8")
    with zipfile.ZipFile(folder / "z.zip", "w") as archive:
        archive.writestr("c.txt", sentence(2004))
    assert build([folder], ledger, reader=READER).gone == ()
    (folder / "a.txt").rename(folder / "renamed.txt")
    (folder / "z.zip").unlink()
    told = build([folder], ledger, reader=READER)
    assert (told.gone, told.withdrawn) == (("in/a.txt", "in/z.zip!c.txt"), 0)
    assert len(present(ledger)) == 5
    again = build([folder], ledger, reader=READER, withdraw=True)
    assert again.withdrawn == 2
    assert present(ledger) == {"in/renamed.txt", "in/b.txt", "in/rows.jsonl#id=r"}
    assert build([folder], ledger, reader=READER).gone == ()
    with Ledger.open(ledger) as opened:
        assert check(opened) == ()
        assert {f.statement.date for f in queries.every(opened, Filter(kinds=("membership",)))} == {
            "2001",
            "2002",
            "2003",
        }


def test_only_what_lay_in_the_folders_named_can_be_gone(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.ledger"
    other = tmp_path / "in2"
    other.mkdir()
    (other / "x.txt").write_text(sentence(1980), "utf-8")
    build([folder, other], ledger, reader=READER)
    (other / "x.txt").unlink()
    assert build([folder / "d1990.txt"], ledger, reader=READER).gone == ()
    assert build([folder], ledger, reader=READER, withdraw=True).withdrawn == 0
    assert build([other], ledger, reader=READER).gone == ("in2/x.txt",)
    assert build([tmp_path], ledger, reader=READER).gone == ("in2/x.txt",)
