"""Tables: their rows as values by column."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from dragoman.documents import Limits, Source, discover
from dragoman.documents.tables import column_names, is_parquet, lines, rows
from dragoman.errors import UnreadableDocument
from dragoman.records import Document, Skipped

from .conftest import read_all


@pytest.mark.slow
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


def test_a_row_that_is_too_long_or_has_too_many_cells_is_told(tmp_path: Path) -> None:
    data = f"id,text,,\n1,{'x' * 20_000}\n2,One,two,three,four\n3,They met.,,\n"
    opened = read_all(tmp_path, data, "a.csv", limits=Limits(row_bytes=10_000))
    assert [entry.reason for entry in opened if isinstance(entry, Skipped)] == [
        "row longer than 10,000 bytes",
        "more cells than columns",
    ]
    assert [entry.stem for entry in opened if isinstance(entry, Document)] == ["3"]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("id,text\n1,x\n", ["id", "text"]),
        ("id;text", ["id", "text"]),
        (" id \t Text\n", ["id", "Text"]),
        ("\n,,\nid,text\n", ["id", "text"]),
        ('sep=|\n"id|x"|text\n', ["id|x", "text"]),
        ('"id\n', ["id"]),
        ("", []),
    ],
)
def test_columns_are_named_in_the_first_line_that_is_not_empty(head: str, names: list[str]) -> None:
    assert column_names(head) == names


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a\nb\n", ["a\n", "b\n"]),
        (b"a\nb", ["a\n", "b"]),
        (b"a\rb\r", ["a\n", "b\n"]),
        (b"\xef\xbb\xbfa\n", ["a\n"]),
        ("ž\nb\n".encode("utf-16"), ["ž\n", "b\n"]),
        (b"caf\xe9\n", ["caf\udce9\n"]),
        (b"too long\nb\n", [None, "b\n"]),
        (b"too long", [None]),
        (b"", []),
    ],
)
def test_lines_come_in_any_encoding_one_by_one(data: bytes, found: list[str | None]) -> None:
    assert list(lines(io.BytesIO(data), 5)) == found


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="binary data, not a table"):
        list(lines(io.BytesIO(bytes(range(256)) * 40), 1000))


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.csv", "id,text\n1,x\n2\n", [(1, {"id": "1", "text": "x"}), (2, {"id": "2", "text": ""})]),
        ("a.csv", 'id,text\n1,"x\ny"\n', [(1, {"id": "1", "text": "x\ny"})]),
        ("a.csv", "id,text\n1,x,,\n", [(1, {"id": "1", "text": "x"})]),
        ("a.csv", "id,text\n", []),
        ("a.jsonl", '\n{"text": "x"}\n[1]\n', [(2, {"text": "x"}), (3, "not a JSON object")]),
    ],
)
def test_rows_are_numbered_and_a_broken_one_says_why(
    tmp_path: Path, name: str, data: str, found: list[tuple[int, object]]
) -> None:
    path = tmp_path / name
    path.write_text(data, "utf-8")
    (source,) = discover([path])
    assert isinstance(source, Source)
    assert [(number, row if isinstance(row, str) else dict(row)) for number, row in rows(source, Limits())] == found
    assert not is_parquet(source)


def test_the_rows_of_a_parquet_file_are_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    parquet.write_table(pa.table({"id": [1, 2], "text": ["They met.", None]}), path)
    (source,) = discover([path])
    assert isinstance(source, Source)
    assert is_parquet(source)
    assert [(n, dict(row)) for n, row in rows(source, Limits()) if not isinstance(row, str)] == [
        (1, {"id": 1, "text": "They met."}),
        (2, {"id": 2, "text": None}),
    ]
