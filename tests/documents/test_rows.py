"""JSON lines, CSV and TSV."""

from __future__ import annotations

import io
import json
import tracemalloc
from pathlib import Path

import pytest

from dragoman.documents import Limits, discover, open_documents, open_source
from dragoman.documents.content import sniff
from dragoman.documents.rows import TableRow, in_one_encoding, table_rows
from dragoman.documents.sources import Source
from dragoman.events.inputs import items
from dragoman.pipeline import build
from dragoman.reading.rules import RulesReader
from dragoman.records import Document, Skipped

from .conftest import read_all


def test_json_lines_give_documents(tmp_path: Path) -> None:
    rows = [
        {
            "id": "n-1",
            "title": "Talks",
            "date": "2021-05-22",
            "publisher": "Ministry",
            "language": "en",
            "text": "They met.",
        },
        {"body": "<p>They met <b>again</b>.</p><ul><li>Trade</li></ul>"},
        {"text": "   "},
        {"words": 3},
    ]
    opened = read_all(tmp_path, "\n".join(map(json.dumps, rows)) + "\n\n{broken\n[1]", "rows.jsonl")
    first, second = (entry for entry in opened if isinstance(entry, Document))
    assert (first.stem, first.title.value, first.date.value, first.date.evidence) == (
        "n-1",
        "Talks",
        "2021-05-22",
        "row 1",
    )
    assert (first.publisher.value, first.format, first.locator) == (
        "Ministry",
        "jsonl",
        f"{tmp_path}/rows.jsonl#id=n-1",
    )
    assert (second.stem, second.text) == ("rows#2", "They met again.\n\n• Trade")
    skipped = [entry for entry in opened if isinstance(entry, Skipped)]
    assert [entry.locator.split("#")[1] for entry in skipped] == ["3", "4", "6", "7"]


def test_a_row_that_is_a_page_has_the_title_of_its_heading(tmp_path: Path) -> None:
    words = "<h2>Talks in Oslo</h2><p>They met again and talked of trade.</p>"
    rows = [{"text": words}, {"text": words, "title": "Own title"}]
    first, second = read_all(tmp_path, "\n".join(map(json.dumps, rows)), "rows.jsonl")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.title.value, second.title.value) == ("Talks in Oslo", "Own title")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", 'id,date,text\nx,2011-05-03,"They met, again.\nAnd left."\n'),
        ("a.csv", '\ufeffid;date;text\nx;2011-05-03;"They met, again.\nAnd left."\n'),
        ("a.tsv", 'ID\tDate\tText\nx\t2011-05-03\t"They met, again.\nAnd left."\n'),
    ],
)
def test_separated_values_give_documents(tmp_path: Path, name: str, data: str) -> None:
    (document,) = read_all(tmp_path, data, name)
    assert isinstance(document, Document)
    assert (document.stem, document.date.value, document.text) == ("x", "2011-05-03", "They met, again.\nAnd left.")


def test_table_without_text_column_says_so(tmp_path: Path) -> None:
    (skipped,) = read_all(tmp_path, "a,b\n1,2\n", "a.csv")
    assert isinstance(skipped, Skipped)
    assert "no text column among: a, b" in skipped.reason


def test_table_of_broken_rows_is_given_up(tmp_path: Path) -> None:
    opened = read_all(tmp_path, "words\n" * 1000, "a.jsonl")
    assert len(opened) == 101
    assert isinstance(opened[-1], Skipped)
    assert "given up" in opened[-1].reason


@pytest.mark.slow
def test_memory_does_not_grow_with_the_table(tmp_path: Path) -> None:
    line = json.dumps({"text": "They met in the capital. " * 400}) + "\n"
    path = tmp_path / "long.jsonl"
    with path.open("w") as file:
        for _ in range(3000):
            file.write(line)
    assert path.stat().st_size > 25_000_000
    tracemalloc.start()
    (source,) = discover([path])
    assert isinstance(source, Source)
    assert sum(isinstance(row, TableRow) for row in table_rows(source, Limits())) == 3000
    assert tracemalloc.get_traced_memory()[1] < 12_000_000
    tracemalloc.stop()


def test_rows_are_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One word."}\n' * 50)
    (source,) = discover([tmp_path])
    assert not isinstance(source, Skipped)
    rows = open_source(source)
    assert isinstance(next(rows), Document)
    rows.close()  # type: ignore[attr-defined]


def test_number_of_a_row_is_its_line() -> None:
    (row,) = table_rows(Source("-:x", "x", "-", data=b'\n\n{"text": "a"}\n'), Limits())
    assert isinstance(row, TableRow)
    assert row.number == 3


def test_a_row_that_cannot_be_opened_does_not_end_the_table(tmp_path: Path) -> None:
    rows = [{"text": "They met."}, {"text": "<!-- <br> -->"}, {"text": "They met again."}]
    opened = read_all(tmp_path, "\n".join(map(json.dumps, rows)), "a.jsonl")
    assert [type(entry) for entry in opened] == [Document, Skipped, Document]
    assert opened[1].locator.endswith("a.jsonl#2")


@pytest.mark.slow
def test_every_row_is_read_in_its_encoding(tmp_path: Path) -> None:
    early = "".join(f"{n},They met in room {n}.\n" for n in range(4_000)).encode()
    late = "9001,Le café français a signé l’accord.\n".encode("cp1252") + "9002,Мајк је стигао.\n".encode()
    opened = read_all(tmp_path, b"id,text\n" + early + late, "a.csv")
    assert [entry.text for entry in opened[-2:] if isinstance(entry, Document)] == [
        "Le café français a signé l’accord.",
        "Мајк је стигао.",
    ]


@pytest.mark.parametrize("data", ["", "id,text\n", "\n\n"])
def test_a_table_without_rows_says_so(tmp_path: Path, data: str) -> None:
    (skipped,) = read_all(tmp_path, data, "a.csv")
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "empty"


def test_half_a_surrogate_of_json_does_not_lose_the_other_bytes_of_its_field() -> None:
    given = {"id": "n-1", "title": "\udcc9tat \ud83d", "text": "Le Pr\udce9sident a re\udce7u la d\udce9l\udce9gation."}
    read = {"id": "n-1", "title": "État ?", "text": "Le Président a reçu la délégation."}
    assert in_one_encoding(given) == read


@pytest.mark.parametrize(
    "data", [b'{"text": "They met in Riga."}\n' * 3, b"They met in Riga.", b"id,text\n1,They met.\n"]
)
def test_what_comes_on_standard_input_is_told_apart_once(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def counted(some: bytes, said: str) -> str:
        asked.append(said)
        return sniff(some, said)

    monkeypatch.setattr("dragoman.documents.rows.sniff", counted)
    assert list(open_documents(["-"], stdin=io.BytesIO(data)))
    assert asked == [""]
    build(["-"], tmp_path / "l.ledger", reader=RulesReader(), stdin=io.BytesIO(data))
    assert asked == ["", ""]
    assert list(items(["-"], stdin=io.BytesIO(data)))
    assert asked == ["", "", ""]
