"""`dragoman actors`, `documents` and `check`."""

from __future__ import annotations

import csv
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cli.conftest import ALBANIA, KOSOVO, Run, rows
from dragoman import __version__


def test_actors_and_documents(built: Run) -> None:
    assert "European Union" in built("actors").stdout
    assert {row["actor"] for row in rows(built("actors", "-f", "jsonl").stdout)} >= {"XKX", "EU", "USA"}
    assert {row["doc"] for row in rows(built("documents", "-f", "jsonl").stdout)} == {"relations-2016", "news-2015"}


def test_files_of_one_name_are_told_apart(run: Run, tmp_path: Path) -> None:
    for name, text in (("a/note", ALBANIA), ("b/note", KOSOVO), ("b/other", "Nothing.")):
        (tmp_path / "d" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "d" / f"{name}.txt").write_text(text, "utf-8")
    run("build", "d", "--workers", "0")
    for shown in (run("documents").stdout, run("documents", "--limit", "1").stdout):
        assert "note  (d/a/note.txt)" in shown
        assert "d/b/other" not in shown


def test_a_document_s_whole_name_is_printed_and_any_of_its_names_can_be_given(run: Run, tmp_path: Path) -> None:
    for number, text in enumerate((ALBANIA, KOSOVO)):
        page = tmp_path / "d" / str(number) / "a-note-with-a-very-long-name-indeed-on-those-who-joined-in-2009.txt"
        page.parent.mkdir(parents=True)
        page.write_text(text, "utf-8")
    run("build", "d", "--workers", "0")
    shown = run("documents", COLUMNS="60").stdout
    assert "…" not in shown
    for name in (page, page.relative_to(tmp_path)):
        (row,) = rows(run("statements", "--doc", name, "-f", "jsonl").stdout)
        assert row["target"] == ["IMF"]
        assert run("documents", name).returncode == 0
    refused = run("changes", page.stem)
    assert (refused.returncode, f"give the path of one: d/0/{page.name}, d/1/" in refused.stderr) == (1, True)


@pytest.mark.parametrize("format_", ["jsonl", "csv", "parquet"])
def test_documents_say_where_their_facts_were_found(run: Run, tmp_path: Path, format_: str) -> None:
    (tmp_path / "note.txt").write_text(f"Note on Albania\n\nTirana, 3 March 2015\n\n{ALBANIA}", "utf-8")
    (tmp_path / "note.json").write_text('{"publisher": "U.S. Department of State"}', "utf-8")
    run("build", "note.txt", "--workers", "0")
    written = tmp_path / f"documents.{format_}"
    assert run("documents", "--format", format_, "--output", str(written)).returncode == 0
    (told,) = read_back(written)
    assert told["title_evidence"] == "first line"
    assert (told["publisher_actor"], told["publisher_evidence"]) == ("USA", "side file")
    assert (told["date"], told["date_evidence"]) == ("2015-03-03", "written near the title: Tirana, 3 March 2015")
    assert told["language_evidence"]


def read_back(path: Path) -> list[dict[str, object]]:
    """The rows of a written answer, whatever its format."""
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()  # type: ignore[no-any-return]
    text = path.read_text("utf-8")
    return list(csv.DictReader(text.splitlines())) if path.suffix == ".csv" else rows(text)


def test_check_finds_a_built_ledger_sound(built: Run) -> None:
    done = built("check")
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith("Sound.")


def test_check_finds_a_changed_text(built: Run, tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "dragoman.ledger") as connection:
        connection.execute("UPDATE document SET text = replace(text, 'Kosovo', 'Kosova')")
    done = built("check")
    assert done.returncode == 1
    assert "fault" in done.stdout


def test_a_decision_on_what_is_no_longer_said_is_listed_but_no_fault(built: Run, folder: str) -> None:
    row = rows(built("statements", "--kind", "meeting", "--format", "jsonl").stdout)[0]
    built("review", "confirm", str(row["id"]), "--who", "ana", "--why", "read it")
    (Path(folder) / "news-2015.txt").write_text("Nothing happened.\n", "utf-8")
    built("build", folder, "--workers", "0")
    done = built("check")
    assert "decide again or undo it" in done.stdout
    assert done.stdout.rstrip().endswith("Sound.")
    assert done.returncode == 0


def test_actors_are_listed_of_one_owner_or_by_name(built: Run) -> None:
    told = rows(built("actors", "--of", "Serbia", "-f", "jsonl").stdout)
    assert {row["actor"] for row in told} == {"SRB", "SRB/Ivica Dacic"}
    assert [row["name"] for row in told if row["actor"] == "SRB"] == ["Serbia"]
    assert [row["actor"] for row in rows(built("actors", "USA", "Косово", "-f", "jsonl").stdout)] == ["USA", "XKX"]
    assert [row["actor"] for row in rows(built("actors", "-n", "1", "-f", "jsonl").stdout)] == ["XKX"]


def test_names_that_nobody_was_given_to_are_listed(run: Run) -> None:
    assert run("build", "-", "--workers", "0", input=ALBANIA).returncode == 0
    assert "No unlinked mentions found." in run("actors", "--unlinked").stderr
    assert rows(run("actors", "--unlinked", "-f", "jsonl").stdout) == []


def test_inputs_that_could_not_be_read_are_listed_with_advice(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", "utf-8")
    run("build", "empty.txt", "--workers", "0")
    assert "skipped: empty.txt: empty; " in run("check", "--skipped").stdout
    assert "empty.txt" not in run("check").stdout


def test_the_version_is_printed(run: Run) -> None:
    assert run("version").stdout == f"dragoman {__version__}\n"
