"""`dragoman events` and `dragoman panel`, from a corpus to a panel, with the reader that is shipped."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from dragoman.cli import run
from dragoman.cli.codes import ExitCode
from dragoman.cli.eventing import settings_for
from dragoman.events.scene import DEFAULT, Settings

SIGNED = "On 3 March 2021, Serbia and Albania established diplomatic relations."
COMMAND = [sys.executable, "-c", "from dragoman.cli import main; main()"]


@pytest.mark.slow
def test_from_a_corpus_to_a_panel(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus, out, page = tmp_path / "c.jsonl", tmp_path / "e.parquet", tmp_path / "r.html"
    rows = [{"id": "a", "date": "2021-03-10", "text": SIGNED}, {"id": "b", "date": "2021-03-10", "text": ""}]
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    code = run(["events", str(corpus), "-o", str(out), "--report", str(page), "--workers", "0"])
    told = capsys.readouterr().err
    assert code == ExitCode.SKIPPED
    assert "2 documents = 1 coded + 0 without event + 1 rejected" in told
    (event,) = pq.read_table(out).to_pylist()
    assert (event["type"], event["date"]) == ("SUPPORT", "2021-03-03")
    (reject,) = (tmp_path / "e.parquet.rejected.jsonl").read_text("utf-8").splitlines()
    assert json.loads(reject)["reason"] == "no text"
    assert page.read_text("utf-8").startswith("<!doctype html>")

    assert run(["panel", str(out), "--by", "year", "--undirected", "-o", str(tmp_path / "p.parquet")]) == ExitCode.DONE
    assert "1 events = 1 counted" in capsys.readouterr().err
    panel = pq.read_table(tmp_path / "p.parquet")
    assert sum(panel["plover_support"].to_pylist()) == 1
    assert panel.schema.metadata[b"ps_system"] == b"cow"


@pytest.mark.slow
def test_events_come_with_their_reasons(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, out = tmp_path / "a.txt", tmp_path / "e.jsonl"
    text.write_text(SIGNED, "utf-8")
    asked = ["events", str(text), "-o", str(out), "--date", "2021-03-10", "--explain", "--workers", "0", "-q"]
    assert run(asked) == ExitCode.DONE
    (event,) = map(json.loads, out.read_text("utf-8").splitlines())
    assert any(word.startswith("established ") for word in event["words"])
    assert event["definition"]
    assert run([*asked, "--format", "icews"]) != ExitCode.DONE
    assert "no columns for --explain" in capsys.readouterr().err


def files_in(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize("inputs", [["nothere.jsonl"], ["empty.jsonl"], ["nothere.jsonl", "empty.jsonl"], ["folder"]])
def test_files_are_left_as_they_were_where_nothing_could_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, inputs: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    for name in ("e.csv", "e.csv.rejected.jsonl", "r.html"):
        (tmp_path / name).write_text("old", "utf-8")
    (tmp_path / "empty.jsonl").write_text("", "utf-8")
    before = files_in(tmp_path)
    assert run(["events", *inputs, "-o", "e.csv", "--report", "r.html", "--workers", "0"]) == ExitCode.REFUSED
    told = capsys.readouterr().err
    assert "e.csv: left as it was, because no document could be read" in told
    assert ("nothere.jsonl: does not exist; check the spelling" in told) == ("nothere.jsonl" in inputs)
    assert files_in(tmp_path) == before


@pytest.mark.slow
def test_without_rejects_those_of_an_earlier_run_are_gone(tmp_path: Path) -> None:
    (tmp_path / "e.csv.rejected.jsonl").write_text("old", "utf-8")
    (tmp_path / "c.jsonl").write_text(json.dumps({"id": "a", "date": "3/5/2021", "text": SIGNED}), "utf-8")
    asked = ["events", str(tmp_path / "c.jsonl"), "-o", str(tmp_path / "e.csv"), "--workers", "0", "-q"]
    assert run([*asked, "--dates", "dmy"]) == ExitCode.DONE
    assert sorted(files_in(tmp_path)) == ["c.jsonl", "e.csv"]
    assert "2021-05-03" in (tmp_path / "e.csv").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_end_in_the_middle_leaves_files_as_they_were(tmp_path: Path, number: int, code: int) -> None:
    rows = [{"id": "a", "date": "2021-03-10", "text": ""}]
    rows += [{"id": str(n), "date": "2021-03-10", "text": f"{SIGNED} " * 20} for n in range(2_000)]
    (tmp_path / "c.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    for name in ("e.csv", "e.csv.rejected.jsonl"):
        (tmp_path / name).write_text("old", "utf-8")
    before, temporary = files_in(tmp_path), tmp_path / "temporary"
    temporary.mkdir()
    process = subprocess.Popen(
        [*COMMAND, "events", "c.jsonl", "-o", "e.csv", "--workers", "1"],
        cwd=tmp_path, env=os.environ | {"TMPDIR": str(temporary)}, stderr=subprocess.PIPE,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # a shell's job in the background ignores it
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not list(temporary.glob("dragoman-*/rejected.jsonl")) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == code, errors
    assert b"Traceback" not in errors
    assert b"ledger" not in errors
    assert files_in(tmp_path) == before
    assert not list(temporary.iterdir())


def test_settings_of_the_command_line() -> None:
    assert settings_for(None, None) == DEFAULT
    assert settings_for(0.5, 7) == Settings(threshold=0.5, crossed=7)


def test_a_name_without_a_format_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["events", str(tmp_path), "-o", str(tmp_path / "e.tsv")]) != ExitCode.DONE
    assert "--format" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("events c.jsonl -o c.jsonl", "--output is an input"),
        ("events c.* -o c.jsonl", "--output is an input"),
        ("events c.jsonl -o link.jsonl", "--output is an input"),
        ("events c.jsonl -o e.csv --rejects c.jsonl", "--rejects is an input"),
        ("events e.csv.rejected.jsonl -o e.csv", "--rejects is an input"),
        ("events c.jsonl -o e.csv --report c.jsonl", "--report is an input"),
        ("events folder -o folder/e.csv", "--output lies in folder"),
        ("events . -o folder/e.csv", "--output lies in ."),
        ("events folder -o e.csv --report folder/r.html", "--report lies in folder"),
        ("events c.jsonl -o e.csv --report ./e.csv", "both --output and --report"),
        ("events c.jsonl -o e.csv --report r --rejects r", "both --report and --rejects"),
        ("events c.jsonl -o nowhere/e.csv", "no folder nowhere"),
        ("events c.jsonl -o e.csv --report nowhere/r.html", "no folder nowhere"),
        ("events c.jsonl -o e.csv --rejects folder", "is a folder"),
        ("panel p.parquet -o p.parquet", "--output is an input"),
        ("classify c.jsonl -o c.jsonl", "--output is an input"),
    ],
)
def test_an_output_that_cannot_be_is_refused_before_anything_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    for name in ("c.jsonl", "p.parquet", "e.csv.rejected.jsonl", "folder/d.jsonl"):
        (tmp_path / name).write_text("{}\n", "utf-8")
    (tmp_path / "link.jsonl").symlink_to("c.jsonl")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert run(command.split()) in (ExitCode.USAGE, ExitCode.REFUSED)
    assert told in capsys.readouterr().err
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
