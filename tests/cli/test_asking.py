"""`dragoman show`, `statements` and `search`."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cli.conftest import ALBANIA, KOSOVO, Run, rows
from dragoman.cli.asking import checked_kinds, checked_stages, refuse_blank, tell_rest
from dragoman.errors import InvalidRecord
from dragoman.frames import STATEMENT_COLUMNS


def test_statements_as_rows_have_the_contract_s_fields_in_order(built: Run) -> None:
    done = built("statements", "--format", "jsonl")
    assert done.returncode == 0
    assert done.stderr == ""
    found = rows(done.stdout)
    assert {tuple(row) for row in found} == {STATEMENT_COLUMNS}
    assert {row["doc"] for row in found} == {"relations-2016", "news-2015"}


@pytest.mark.parametrize(
    ("options", "stages"),
    [
        (["--kind", "agreement"], {"signed"}),
        (["--kind", "agreement", "--kind", "relations"], {"signed", "recognised"}),
        (["--actor", "Kosovo", "--actor", "USA"], {"recognised"}),
        (["--actor", "Srbija"], {"held"}),
        (["--since", "2015-11"], {"held"}),
        (["--until", "2008"], {"recognised"}),
        (["--publisher", "US Department of State", "--stage", "joined"], {"joined"}),
        (["--text", "International Monetary"], {"joined"}),
        (["--doc", "news-2015"], {"signed", "held"}),
        (["--min-confidence", "0.99"], set()),
        (["--object", '"Association Agreement"'], {"signed"}),
    ],
)
def test_statements_are_filtered(built: Run, options: list[str], stages: set[str]) -> None:
    done = built("statements", *options, "--format", "jsonl")
    assert done.returncode == 0
    assert {row["stage"] for row in rows(done.stdout)} == stages


@pytest.mark.slow
def test_statements_as_csv_and_parquet(built: Run, tmp_path: Path) -> None:
    table = list(csv.DictReader(io.StringIO(built("statements", "-f", "csv").stdout)))
    assert tuple(table[0]) == STATEMENT_COLUMNS
    assert built("statements", "-f", "parquet", "-o", "all.parquet").returncode == 0

    assert pq.read_table(tmp_path / "all.parquet").num_rows == len(table)
    assert [path.name for path in tmp_path.glob(".*.part")] == []


def test_a_cut_table_says_how_many_more_there_are(built: Run) -> None:
    done = built("statements", "-n", "1")
    assert "more statements; --limit 0 shows all" in done.stderr


def test_nothing_found_is_said_and_is_no_error(built: Run) -> None:
    done = built("statements", "--text", "nowhere")
    assert (done.returncode, done.stderr.strip()) == (0, "No statements found.")


@pytest.mark.parametrize("name", ["Kosovo", "XKX", "kosovo", "Косово"])
def test_show_an_actor_by_any_name(built: Run, name: str) -> None:
    done = built("show", name)
    assert done.returncode == 0
    assert done.stdout.startswith("Kosovo (XKX)")
    assert "said in 2 passages" in done.stdout


def test_show_two_actors(built: Run) -> None:
    found = rows(built("show", "EU", "Kosovo", "--format", "jsonl").stdout)
    assert [row["kind"] for row in found] == ["agreement", "agreement"]


def test_show_an_instrument(built: Run) -> None:
    done = built("show", "Stabilization and Association Agreement")
    assert "agreement: signed" in done.stdout
    found = rows(built("show", "Stabilization and Association Agreement", "--format", "jsonl").stdout)
    assert {row["doc"] for row in found} == {"relations-2016", "news-2015"}


@pytest.mark.parametrize(
    ("options", "count"),
    [(["--kind", "agreement"], 2), (["--kind", "meeting"], 0), (["--as-of", "2010"], 0), (["--as-of", "2017"], 1)],
)
def test_show_an_instrument_of_some_kinds_and_of_a_day(built: Run, options: list[str], count: int) -> None:
    asked = ("show", "Stabilization and Association Agreement", *options)
    assert len(rows(built(*asked, "--format", "jsonl").stdout)) == count
    done = built(*asked)
    assert (done.returncode, "No facts found." in done.stderr) == (0, not count)
    assert ("Passage and document" in done.stdout) == bool(count)


def test_show_a_person_of_the_ledger(built: Run) -> None:
    assert "meeting: held" in built("show", "Ivica Dacic").stdout


def test_show_an_organisation_also_as_the_thing_that_is_spoken_of(built: Run) -> None:
    found = rows(built("show", "International Monetary Fund", "--format", "jsonl").stdout)
    assert "membership" in {row["kind"] for row in found}
    assert len({row["id"] for row in found}) == len(found)


def test_search(built: Run) -> None:
    done = built("search", "world bank")
    assert "World Bank" in done.stdout
    assert "membership: joined" in done.stdout
    (hit,) = rows(built("search", '"Monetary Fund"', "-f", "jsonl").stdout)
    assert hit["doc"] == "relations-2016"
    assert hit["statements"]


def test_what_has_no_date_is_not_left_out_without_a_word(run: Run) -> None:
    run("build", "-", "--workers", "0", input=f"{ALBANIA} Kosovo is a member of the IMF.")
    assert "1 statement without a date left out." in run("statements", "--since", "2000").stderr
    assert "left out" not in run("statements").stderr


def test_kinds_and_languages_are_taken_in_capitals(built: Run) -> None:
    asked = ("statements", "--kind", "Agreement", "--language", "EN", "--format", "jsonl")
    assert {row["kind"] for row in rows(built(*asked).stdout)} == {"agreement"}


def test_what_only_names_an_organisation_is_shown_apart(run: Run) -> None:
    run("build", "-", "--workers", "0", input=f"{KOSOVO} Albania joined NATO in 2009.")
    (row,) = rows(run("show", "NATO", "-f", "jsonl").stdout)
    assert (tuple(row), row["found_as"]) == ((*STATEMENT_COLUMNS, "found_as"), "actor")
    assert "Named in" not in run("show", "NATO").stdout


@pytest.mark.parametrize(
    ("shown", "at_most", "count", "said"),
    [
        (0, 50, 0, "No facts found."),
        (0, None, 0, "No facts found."),
        (50, 50, 51, "1 more fact; --limit 0 shows all"),
        (50, 50, 1250, "1,200 more facts; --limit 0 shows all"),
        (50, 50, 50, ""),
        (50, None, 99, ""),
        (7, 50, 99, ""),  # the answer was shorter than a page
    ],
)
def test_what_is_not_shown_is_told(
    capsys: pytest.CaptureFixture[str], shown: int, at_most: int | None, count: int, said: str
) -> None:
    tell_rest(shown, at_most, lambda: count, "facts")
    assert capsys.readouterr().err.strip() == said


def test_words_to_look_for_are_words() -> None:
    refuse_blank("trade", None, '"the money"')
    for blank in ("", " ", "...", '""'):
        with pytest.raises(InvalidRecord, match="there is no word to look for"):
            refuse_blank("trade", blank)


@pytest.mark.parametrize(
    ("kinds", "stages", "wrong"),
    [
        (None, None, None),
        (["Agreement"], ["signed"], None),
        (None, ["signed", "deployed"], None),
        (["agreement", "mission"], ["deployed"], None),
        (["agreement"], ["deployed"], "stage 'deployed' is not one of agreement: "),
        (None, ["dreamt"], "stage 'dreamt' is not one: "),
        (["gossip"], None, "kind 'gossip'"),
    ],
)
def test_stages_are_those_of_the_kinds(kinds: list[str] | None, stages: list[str] | None, wrong: str | None) -> None:
    if wrong is None:
        assert checked_stages(checked_kinds(kinds), stages) == tuple(stages or ())
    else:
        with pytest.raises(InvalidRecord, match=wrong):
            checked_stages(checked_kinds(kinds), stages)
