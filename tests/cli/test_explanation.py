"""An explanation, for people and for programs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import ALBANIA, Run, rows
from dragoman.cli.explanation import block_at, decision_line, where_found
from dragoman.queries import Decision
from dragoman.records import Block, Document, Known


def test_explain(built: Run) -> None:
    row = rows(built("statements", "--stage", "recognised", "-f", "jsonl").stdout)[0]
    done = built("explain", str(row["id"])[:8])
    assert done.returncode == 0
    assert "relations: recognised" in done.stdout
    assert "recognises" in done.stdout
    assert "source: USA" in done.stdout
    assert "dated 2016-03-17, " in " ".join(done.stdout.split())


def test_an_explanation_for_programs(built: Run) -> None:
    (row,) = rows(built("statements", "--doc", "news-2015", "--kind", "agreement", "--format", "jsonl").stdout)
    done = built("explain", str(row["id"])[:12], "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    (told,) = rows(done.stdout)
    assert {name: told[name] for name in row} == row
    assert [presence["stem"] for presence in told["presences"]] == ["news-2015"]
    assert {evidence["role"] for evidence in told["presences"][0]["evidence"]} >= {"source", "target"}
    assert [other["doc"] for other in told["others"]] == ["relations-2016"]
    assert (told["decisions"], told["others_count"], told["locator"]) == ([], 1, "documents/news-2015.txt")
    assert built("explain", str(row["id"]), "--format", "csv").returncode == 2


def test_an_explanation_says_where_the_facts_of_its_document_were_found(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(f"Note on Albania\n\nTirana, 3 March 2015\n\n{ALBANIA}", "utf-8")
    run("build", "note.txt", "--workers", "0")
    (row,) = rows(run("statements", "-f", "jsonl").stdout)
    shown = " ".join(run("explain", str(row["id"])).stdout.split())
    assert "dated 2015-03-03, written near the title: Tirana, 3 March 2015; publisher not found" in shown
    (told,) = rows(run("explain", str(row["id"]), "-f", "jsonl").stdout)
    assert told["date_evidence"] == "written near the title: Tirana, 3 March 2015"
    assert (told["publisher_actor"], told["publisher_evidence"]) == (None, "not found")


BLOCKS = (Block(0, 5, "heading", page=2), Block(7, 12, "paragraph", paragraph=3), Block(14, 20, "paragraph"))


@pytest.mark.parametrize(
    ("position", "nth"), [(0, 0), (4, 0), (5, None), (6, None), (7, 1), (19, 2), (20, None), (-1, None)]
)
def test_a_block_covers_its_words_only(position: int, nth: int | None) -> None:
    assert block_at(BLOCKS, position) == (None if nth is None else BLOCKS[nth])


DECISION = Decision(3, "2026-03-01", "ana", "confirm", "a" * 16, None, None, None, "", {}, None, False)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "3  2026-03-01  ana  confirm"),
        ({"why": "so it is", "undone": True}, "3  2026-03-01  ana  confirm: so it is [undone]"),
        ({"action": "undo", "undoes": 2}, "3  2026-03-01  ana  undo of 2"),
        ({"action": "merge", "actor": "SRB/A", "into": "SRB/B"}, "3  2026-03-01  ana  merge SRB/A into SRB/B"),
        (
            {"action": "correct", "fields": {"date": None, "target": ["EU", "XKX"], "source": []}},
            "3  2026-03-01  ana  correct (date: nothing, target: EU; XKX, source: nothing)",
        ),
    ],
)
def test_a_decision_is_one_line(fields: dict[str, Any], line: str) -> None:
    assert decision_line(replace(DECISION, **fields)) == line


def test_what_is_not_known_of_a_document_is_told_too() -> None:
    page = Document("page", "They met.", date=Known("2016", "side file"), publisher=Known("Ministry", "given"))
    told = where_found(page).split("; ")
    assert told[:2] == ["dated 2016, side file", "published by Ministry, given"]
    assert [line.split(" ")[0] for line in told[2:]] == ["title", "language"]
    assert where_found(replace(page, publisher_actor="SRB")).split("; ")[1] == "published by SRB, given"
