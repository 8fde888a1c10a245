"""`dragoman build` and `read`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import ALBANIA, KOSOVO, Run, rows
from dragoman.cli.building import summary_lines
from dragoman.records import Skipped
from dragoman.tally import Summary


def test_build_tells_what_it_did(run: Run, folder: str) -> None:
    done = run("build", folder, "--workers", "0")
    assert done.returncode == 0
    assert done.stdout == ""
    assert done.stderr.startswith("Read 2 documents in ")
    assert "Statements: 6 new." in done.stderr
    assert "\x1b" not in done.stderr


def test_building_again_changes_nothing(built: Run, folder: str) -> None:
    before = built("statements", "--format", "jsonl").stdout
    done = built("build", folder, "--workers", "0")
    assert done.stderr.startswith("Read 0 documents; 2 unchanged")
    assert built("statements", "--format", "jsonl").stdout == before


def test_a_changed_document_retires_what_it_no_longer_says(built: Run, folder: str) -> None:
    Path(folder, "news-2015.txt").write_text("Albania joined NATO in 2009, and that was all there was to say.", "utf-8")
    done = built("build", folder, "--workers", "0")
    assert done.stderr.startswith("Read 1 document (1 changed); 1 unchanged")
    assert "retired" in done.stderr
    news = rows(built("statements", "--doc", "news-2015", "--format", "jsonl").stdout)
    assert [row["target"] for row in news] == [["NATO"]]
    assert "2 versions" in built("documents").stdout
    assert len(rows(built("documents", "news-2015", "--format", "jsonl").stdout)) == 2


def test_one_thing_is_told_in_the_singular(run: Run) -> None:
    done = run("build", "-", "--workers", "0", input=ALBANIA)
    assert "Read 1 document in" in done.stderr
    assert "   1 fact: membership 1" in run("show", "Albania").stdout
    assert run("check").stdout.startswith("1 document in 1 version, 1 statement of 1 fact, 0 retired")


def test_a_verbose_build_lists_all_that_was_skipped(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    for number in range(25):
        (tmp_path / "d" / f"{number}.txt").write_text("", "utf-8")
    done = run("build", "d", "--workers", "0")
    assert (done.returncode, done.stderr.count("Skipped: ")) == (3, 20)
    assert "and 5 more skipped; --verbose" in done.stderr
    assert run("build", "d", "--workers", "0", "--verbose").stderr.count("Skipped: ") == 25


def test_read_needs_no_ledger(run: Run, tmp_path: Path) -> None:
    done = run("read", input="Albania joined NATO in 2009.")
    (row,) = rows(done.stdout)
    assert (row["source"], row["target"], row["date"]) == (["ALB"], ["NATO"], "2009")
    assert list(tmp_path.glob("*.ledger*")) == []


def test_the_summary_tells_how_to_ask_a_ledger_of_another_name(run: Run) -> None:
    told = run("build", "-", "--workers", "0", "-l", "my notes.ledger", input=ALBANIA).stderr
    assert "ask it with `dragoman show NAME --ledger 'my notes.ledger'`" in told
    assert "ask it with `dragoman show NAME`" in run("build", "-", "--workers", "0", input=ALBANIA).stderr


@pytest.mark.slow
def test_standard_input_is_built_too(run: Run) -> None:
    assert run("build", "-", input="Albania joined NATO in 2009.", DRAGOMAN_LEDGER="in.ledger").returncode == 0
    assert "NATO" in run("statements", DRAGOMAN_LEDGER="in.ledger").stdout


def test_two_texts_on_standard_input_are_two_documents(run: Run) -> None:
    for text in (KOSOVO, ALBANIA, KOSOVO):
        last = run("build", "-", "--workers", "0", input=text)
    assert last.stderr.startswith("Read 0 documents; 1 unchanged")
    assert {target for row in rows(run("statements", "-f", "jsonl").stdout) for target in row["target"]} == {
        *("IMF", "NATO"),
    }
    assert {row["versions"] for row in rows(run("documents", "-f", "jsonl").stdout)} == {1}


@pytest.mark.slow
def test_standard_input_with_a_name_or_an_address_has_versions(run: Run) -> None:
    page = '<html><head><link rel="canonical" href="https://www.example.org/a"></head><body><p>{}</p></body></html>'
    for options, form in ((("--name", "brief"), "{}"), ((), page)):
        for text, target in ((KOSOVO, "IMF"), (ALBANIA, "NATO"), (KOSOVO, "IMF")):
            done = run(
                "build", "-", "--workers", "0", "-l", f"{len(options)}.ledger", *options, input=form.format(text)
            )
            assert done.returncode == 0, done.stderr
            (row,) = rows(run("statements", "-f", "jsonl", "-l", f"{len(options)}.ledger").stdout)
            assert row["target"] == [target]
    assert rows(run("documents", "-f", "jsonl", "-l", "2.ledger").stdout)[0]["doc"] == "brief"


NOTHING = Summary(0, 0, 0, 0, 0, 0, 0, 0, (), (), (), 0.0)


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({}, ["Read 0 documents in 0.0 s.", "Statements: 0 new.", "No documents were found in what was named."]),
        (
            {"unchanged": 3, "retired_statements": 1},
            ["Read 0 documents; 3 unchanged in 0.0 s.", "Statements: 0 new, 1 retired."],
        ),
        (
            {"read": 1, "changed": 1, "seconds": 2.0, "not_read": (("language sr", 1),)},
            [
                "Read 1 document (1 changed) in 2.0 s, 0.5 a second.",
                "Statements: 0 new.",
                "Not read: language sr: 1 document, stored and searchable.",
                "The ledger is a.ledger; ask it with `dragoman show NAME --ledger a.ledger`.",
            ],
        ),
    ],
)
def test_the_summary_tells_what_there_is_to_tell(fields: dict[str, Any], lines: list[str]) -> None:
    assert list(summary_lines(replace(NOTHING, **fields), "a.ledger")) == lines


@pytest.mark.parametrize(("most", "named"), [(2, 2), (None, 5), (9, 5)])
def test_of_skipped_inputs_so_many_are_named(most: int | None, named: int) -> None:
    skipped = tuple(Skipped(f"{number}.pdf", "damaged", "save it\x1b again") for number in range(5))
    told = list(summary_lines(replace(NOTHING, skipped=skipped, warnings=(("a.txt", "odd"),)), "a.ledger", most))
    assert [line for line in told if line.startswith("Note")] == ["Note: a.txt: odd"]
    assert [line for line in told if line.startswith("Skipped")] == [
        f"Skipped: {number}.pdf: damaged; save it  again" for number in range(named)
    ]
    assert [line.split(";")[0] for line in told if line.startswith("…")] == ["… and 3 more skipped"] * (named < 5)
