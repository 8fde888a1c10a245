"""Statements and facts as lines for people."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import TEXTS, Run
from dragoman.cli.lines import LONGEST_PASSAGE, dates, parties, passage, says
from dragoman.queries import Found
from dragoman.records import Statement, Value


def test_every_line_for_people_has_passage_and_document(built: Run) -> None:
    shown = built("statements").stdout
    assert shown.count("“") == shown.count("relations-2016") + shown.count("news-2015")
    assert "US Department of State, 2016-03-17" in shown


def test_a_fact_in_pages_of_one_name_names_their_publishers(run: Run, tmp_path: Path) -> None:
    for publisher in ("Ministry A", "Ministry B"):
        page = tmp_path / publisher[-1] / "page.txt"
        page.parent.mkdir()
        page.write_text(TEXTS["news-2015"], "utf-8")
        run("build", page, "--publisher", publisher, "--workers", 0)
    assert run("show", "Kosovo").stdout.count("also in page (Ministry ") == 1


def found(quote: str = "They met", **fields: Any) -> Found:
    statement = Statement("page", "meeting", "held", quote, 0, len(quote), **fields)
    return Found(statement.id, statement, None, None, False, 1, "d", None, "Ministry", "2016", None, "page.txt")


@pytest.mark.parametrize(
    ("date", "end", "said"),
    [
        (None, None, ""),
        ("2013", None, "2013"),
        ("2013", "2017-05-31", "2013 – 2017-05-31"),
        (None, "2017", "– 2017"),
    ],
)
def test_dates_are_from_to(date: str | None, end: str | None, said: str) -> None:
    assert dates(found(date=date, end_date=end).statement) == said


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ((), (), ""),
        (("SRB",), (), "SRB"),
        (("SRB", "XKX"), ("NATO",), "SRB, XKX → NATO"),
        ((), ("NATO",), " → NATO"),
    ],
)
def test_parties_are_who_and_with_whom(source: tuple[str, ...], target: tuple[str, ...], said: str) -> None:
    assert parties(found(source=source, target=target).statement) == said


def test_a_statement_says_all_that_it_has() -> None:
    full = found(source=("SRB",), object="Plan", value=(Value(5.0, "EUR"),), by=("NATO",))
    lines = says(replace(full, status="confirmed")).plain.split("\n")
    assert (lines[:3], lines[-2:]) == (["meeting: held", "SRB", "Plan"], ["according to NATO", "[confirmed]"])
    assert says(found()).plain == "meeting: held"


def test_a_long_passage_is_cut_and_none_is_a_command() -> None:
    shown = passage(found("x" * 500)).plain
    assert shown.split("\n")[0] == f"“{'x' * (LONGEST_PASSAGE - 1)}…”"
    one = found("They\x1b[2J met")
    assert passage(one).plain == f"“They [2J met”\npage, Ministry, 2016  {one.id}"
