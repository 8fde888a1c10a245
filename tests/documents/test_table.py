"""JSON lines, CSV and TSV."""

from __future__ import annotations

import io
import json
import tracemalloc
from pathlib import Path

import pytest

from dragoman.documents import Limits, discover, open_source
from dragoman.documents.table import Row, read_json_lines
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


def test_open_quotation_mark_does_not_swallow_the_file(tmp_path: Path) -> None:
    data = 'id,text\n1,"open\n' + "2,words of it\n" * 3_000
    opened = read_all(tmp_path, data, "a.csv", limits=Limits(row_bytes=8_000))
    assert isinstance(opened[0], Skipped)
    assert sum(isinstance(entry, Document) for entry in opened) > 2_000


def test_row_over_the_limit_is_skipped_and_the_next_read(tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "x" * 300_000}, {"id": "b", "text": "Words of it."}]
    first, second = read_all(tmp_path, "\n".join(map(json.dumps, rows)), "a.jsonl", limits=Limits(row_bytes=100_000))
    assert isinstance(first, Skipped)
    assert isinstance(second, Document)
    assert second.stem == "b"


def test_table_of_broken_rows_is_given_up(tmp_path: Path) -> None:
    opened = read_all(tmp_path, "words\n" * 1000, "a.jsonl")
    assert len(opened) == 101
    assert isinstance(opened[-1], Skipped)
    assert "given up" in opened[-1].reason


def test_memory_does_not_grow_with_the_table(tmp_path: Path) -> None:
    line = json.dumps({"text": "They met in the capital. " * 400}) + "\n"
    path = tmp_path / "long.jsonl"
    with path.open("w") as file:
        for _ in range(3000):
            file.write(line)
    assert path.stat().st_size > 25_000_000
    tracemalloc.start()
    with path.open("rb") as stream:
        assert sum(isinstance(row, Row) for row in read_json_lines(stream, Limits())) == 3000
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_rows_are_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "One word."}\n' * 50)
    (source,) = discover([tmp_path])
    assert not isinstance(source, Skipped)
    rows = open_source(source)
    assert isinstance(next(rows), Document)
    rows.close()  # type: ignore[attr-defined]


def test_number_of_a_row_is_its_line() -> None:
    stream = io.BytesIO(b'\n\n{"text": "a"}\n')
    (row,) = read_json_lines(stream, Limits())
    assert row.number == 3
