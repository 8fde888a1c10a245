"""`dragoman panel`: what it writes, and what it says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.cli import run
from dragoman.cli.codes import ExitCode
from dragoman.cli.paneling import write


def test_rows_of_a_panel_that_cannot_be_read_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event = {"date": "2010-03-05", "type": "AID", "actor_cow": 2, "recipient_cow": 20}
    rows = [event, *[event | {"actor_cow": 2.5}] * 25]
    (tmp_path / "e.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert run(["panel", str(tmp_path / "e.jsonl"), "--observed", "-o", str(tmp_path / "p.csv")]) == ExitCode.SKIPPED
    told = capsys.readouterr().err
    assert "26 events = 1 counted" in told
    assert "+ 25 in rows that cannot be read." in told
    assert "Not read: row 2: actor_cow '2.5' is not a whole number" in told
    assert told.endswith("Not read: 5 more rows\n")


def test_a_panel_of_some_sectors_says_what_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    event = {"date": "2010-03-05", "type": "AID", "actor_cow": 2, "recipient_cow": 20, "actor_sector": "REB"}
    event |= {"published": "2010-04-01"}
    (tmp_path / "e.jsonl").write_text(json.dumps(event) + "\n" + json.dumps(event | {"actor_sector": "GOV"}), "utf-8")
    asked = ["panel", str(tmp_path / "e.jsonl"), "-o", str(tmp_path / "p.csv")]
    assert run([*asked, "--sectors", "GOV,MIL"]) == ExitCode.DONE
    told = capsys.readouterr().err
    assert "2 events = 1 counted + 0 not between two states + 1 of other sectors + 0 with" in told
    assert "1 of 1 periods lie before the first day of publication, 2010-04-01" in told
    assert run(asked) == ExitCode.DONE
    assert "2 events = 2 counted + 0 not between two states + 0 with" in capsys.readouterr().err


def test_a_file_that_is_no_events_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "e.parquet").write_bytes(b"nothing")
    assert run(["panel", str(tmp_path / "e.parquet")]) != ExitCode.DONE
    told = capsys.readouterr().err
    assert "not a file of events" in told
    assert "Traceback" not in told
    assert not (tmp_path / "e.panel.parquet").exists()


@pytest.mark.parametrize("as_csv", [True, False])
def test_tables_are_written_one_behind_the_other(tmp_path: Path, as_csv: bool) -> None:
    schema = pa.schema([("ccode1", pa.int64()), ("events", pa.int64())])
    tables = [pa.table({"ccode1": codes, "events": [1] * len(codes)}, schema) for codes in ([2, 20], [], [200])]
    file = tmp_path / "p"
    assert write(iter(tables), schema, file, as_csv) == 3
    if as_csv:
        assert file.read_text("utf-8").splitlines()[1:] == ["2,1", "20,1", "200,1"]
    else:
        assert pq.read_table(file).column("ccode1").to_pylist() == [2, 20, 200]
    assert write([], schema, file, as_csv) == 0
    assert file.exists()


@pytest.mark.parametrize("name", ["p.jsonl", "p", "p.parquet.gz"])
def test_a_panel_of_another_format_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert run(["panel", str(tmp_path / "e.jsonl"), "-o", str(tmp_path / name)]) == ExitCode.USAGE
    assert "a panel is written as .parquet or .csv" in capsys.readouterr().err
