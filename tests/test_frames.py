"""Rows as JSON lines, CSV, Parquet and frames."""

import csv
import io
import json
from pathlib import Path

import pytest

from dragoman import frames
from dragoman.errors import DragomanError
from dragoman.records import Statement, Value

FULL = Statement(
    doc="d",
    kind="assistance",
    stage="planned",
    quote="The EU will give Kosovo €9.6 million",
    start=3,
    end=39,
    source=("EU",),
    target=("XKX", "XKX/Ministry of Finance"),
    object='support, "direct"',
    date="2015-10",
    value=(Value(9_600_000, "EUR", "min"), Value(2.5)),
    by=("EU/Josep Borrell",),
    event="AID",
    confidence=0.87654321,
)
BARE = Statement(doc="d", kind="meeting", stage="held", quote="They met", start=40, end=48)


def as_csv(*statements: Statement) -> list[dict[str, str]]:
    out = io.StringIO()
    frames.write_csv(frames.statement_rows(statements), frames.STATEMENT_COLUMNS, out)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


def test_the_columns_are_those_of_a_row() -> None:
    assert tuple(FULL.as_row()) == frames.STATEMENT_COLUMNS


def test_json_lines_keep_everything() -> None:
    out = io.StringIO()
    frames.write_jsonl(frames.statement_rows([FULL, BARE]), out)
    assert [json.loads(line) for line in out.getvalue().splitlines()] == [FULL.as_row(), BARE.as_row()]
    assert "€9.6" in out.getvalue()


def test_json_lines_hold_no_character_that_a_terminal_obeys() -> None:
    out = io.StringIO()
    frames.write_jsonl([{"quote": "\x1b[31m \x9b31m \x7f \u202e"}], out)
    assert out.getvalue().isprintable() or out.getvalue().rstrip("\n").isprintable()
    assert json.loads(out.getvalue()) == {"quote": "\x1b[31m \x9b31m \x7f \u202e"}


def test_csv_joins_lists_and_spells_values() -> None:
    full, bare = as_csv(FULL, BARE)
    assert full["target"] == "XKX; XKX/Ministry of Finance"
    assert full["value"] == "≥ 9600000 EUR; 2.5"
    assert full["object"] == 'support, "direct"'
    assert full["confidence"] == "0.8765"
    assert bare["value"] == bare["source"] == bare["object"] == ""


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_gives_a_spreadsheet_nothing_to_run(start: str) -> None:
    row = as_csv(Statement(doc="d", kind="meeting", stage="held", quote=f"{start}cmd|' /C calc'!A0", start=0, end=1))[0]
    assert row["quote"].startswith("'")


def test_csv_has_records_as_json_in_lists_too() -> None:
    out = io.StringIO()
    frames.write_csv(
        [{"one": {"kind": "été"}, "many": [{"kind": "été"}, {"number": 3, "unit": "ship"}]}], ("one", "many"), out
    )
    assert list(csv.reader(io.StringIO(out.getvalue())))[1] == ['{"kind": "été"}', '{"kind": "été"}; 3 ship']


def test_csv_leaves_numbers_alone() -> None:
    assert frames._cell(-3) == "-3"


def test_arrow_is_typed_even_when_empty() -> None:
    empty, table = frames.to_arrow([]), frames.to_arrow([FULL, BARE])
    assert empty.schema == table.schema == frames.arrow_schema()
    assert empty.num_rows == 0
    assert table["value"].to_pylist()[0][0] == {"number": 9_600_000.0, "unit": "EUR", "bound": "min"}
    assert table["target"].to_pylist() == [["XKX", "XKX/Ministry of Finance"], []]
    assert table["confidence"].to_pylist() == [0.8765, 1.0]


def test_parquet_comes_back_as_it_went(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    path = tmp_path / "out.parquet"
    frames.write_parquet(frames.statement_rows([FULL]), frames.STATEMENT_COLUMNS, path)
    assert pq.read_table(path).equals(frames.to_arrow([FULL]))


def test_other_rows_become_arrow_too() -> None:
    assert frames.rows_to_arrow([{"a": 1, "b": "x"}], ["a", "b"]).to_pylist() == [{"a": 1, "b": "x"}]
    assert frames.rows_to_arrow([], ["a", "b"]).column_names == ["a", "b"]


def test_pandas_frame() -> None:
    pytest.importorskip("pandas")
    frame = frames.to_pandas([FULL, BARE])
    assert list(frame.columns) == list(frames.STATEMENT_COLUMNS)
    assert frame.loc[0, "event"] == "AID"


def test_polars_frame() -> None:
    pytest.importorskip("polars")
    assert frames.to_polars([FULL, BARE]).shape == (2, len(frames.STATEMENT_COLUMNS))


def test_a_missing_frame_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(DragomanError, match=r"dragoman\[pandas\]"):
        frames.to_pandas([FULL])


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1"])
def test_what_a_spreadsheet_would_run_is_defused(text: str) -> None:
    assert frames.defused(text) == f"'{text}"
