"""`dragoman review`."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Run, rows


@pytest.mark.slow
def test_decisions_change_answers_and_can_be_taken_back(built: Run, folder: str) -> None:
    row = rows(built("statements", "--stage", "recognised", "-f", "jsonl").stdout)[0]
    wanted = ("statements", "--stage", "recognised", "-f", "jsonl")
    assert built("review", "reject", str(row["id"]), "--who", "ana", "--why", "test").returncode == 0
    assert built(*wanted).stdout == ""
    built("build", folder, "--workers", "0")
    assert built(*wanted).stdout == ""
    refused = built("review", "confirm", str(row["id"]), "--who", "ana")
    assert refused.returncode == 5
    assert "look again with `dragoman review history`, then name the last decision with --seen" in refused.stderr
    assert built("review", "confirm", str(row["id"]), "--who", "ana", "--seen", "1").returncode == 0
    refused = built("review", "undo", "1", "--who", "boris")
    assert (refused.returncode, "look again" in refused.stderr) == (5, True)
    assert built("review", "undo", "2", "--who", "boris").returncode == 0
    assert built("review", "undo", "1", "--who", "ana", "--seen", "3").returncode == 0
    assert rows(built(*wanted).stdout) == [row]
    assert "reject: test [undone]" in built("review", "history").stdout


def test_a_correction_is_shown_under_the_same_id(built: Run) -> None:
    row = rows(built("statements", "--stage", "recognised", "-f", "jsonl").stdout)[0]
    change = ("--object", "independence", "--value", "min 2 word", "--date", "2008-02")
    assert built("review", "correct", str(row["id"]), *change, "--who", "ana").returncode == 0
    corrected = rows(built("statements", "--stage", "recognised", "-f", "jsonl").stdout)[0]
    assert corrected["id"] == row["id"]
    assert (corrected["object"], corrected["date"]) == ("independence", "2008-02")
    assert corrected["value"] == [{"number": 2, "unit": "word", "bound": "min"}]
    assert "≥ 2 words" in built("statements", "--stage", "recognised").stdout
    assert built("review", "correct", str(row["id"]), "--source", "Polandia", "--seen", "1").returncode == 2
    explained = built("explain", str(row["id"])).stdout
    assert "value  ≥ 2 words" in explained
    assert "(date: 2008-02, object: independence, value: ≥ 2 words)" in explained
    assert "value: ≥ 2 words" in built("review", "history").stdout


def test_actors_that_may_be_one_are_listed_for_merging(built: Run, folder: str) -> None:
    text = "Serbian Foreign Minister Ivica Dačić met with Secretary John Kerry in Vienna on December 4, 2015."
    Path(folder, "second.txt").write_text(text, "utf-8")
    built("build", folder, "--workers", "0")
    (row,) = rows(built("review", "alike", "--format", "jsonl").stdout)
    assert {row["actor"], row["may_be"]} == {"SRB/Ivica Dacic", "SRB/Ivica Dačić"}
    shown = built("review", "alike")
    assert row["may_be"] in shown.stdout
    assert "`dragoman review merge" in shown.stderr
    built("review", "merge", row["actor"], row["may_be"], "--who", "ana")
    assert "No pairs found." in built("review", "alike").stderr


def test_merged_actors_are_one(built: Run) -> None:
    assert built("review", "merge", "SRB/Ivica Dacic", "SRB/Ivica Dačić", "--who", "ana").returncode == 0
    assert "meeting: held" in built("show", "Ivica Dačić").stdout


def test_who_decides_is_the_user_where_nobody_is_named(built: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    row = rows(built("statements", "--stage", "recognised", "-f", "jsonl").stdout)[0]
    monkeypatch.setattr("getpass.getuser", lambda: "carla")
    assert built("review", "confirm", str(row["id"])).returncode == 0
    assert built("review", "undo", "1", DRAGOMAN_USER="boris").returncode == 0
    assert [told["who"] for told in rows(built("review", "history", "-f", "jsonl").stdout)] == ["carla", "boris"]

    def nameless() -> str:
        raise OSError("no such user")

    monkeypatch.setattr("getpass.getuser", nameless)
    refused = built("review", "confirm", str(row["id"]), "--seen", "2")
    assert (refused.returncode, "say who decides with --who NAME" in refused.stderr) == (2, True)


def test_the_least_sure_are_listed_first_as_far_as_nobody_decided(built: Run) -> None:
    listed = rows(built("review", "list", "-f", "jsonl").stdout)
    sureness = [float(str(row["confidence"])) for row in listed]
    assert sureness == sorted(sureness)
    assert len(listed) == 6
    built("review", "reject", str(listed[0]["id"]), "--who", "ana")
    assert [row["id"] for row in rows(built("review", "list", "-f", "jsonl").stdout)] == [r["id"] for r in listed[1:]]
    assert rows(built("review", "list", "--below", "0.01", "-f", "jsonl").stdout) == []
    assert "No statements found." in built("review", "list", "--below", "0.01").stderr


def test_an_empty_text_takes_a_field_away(built: Run) -> None:
    row = rows(built("statements", "--kind", "agreement", "-f", "jsonl").stdout)[0]
    assert row["object"]
    assert built("review", "correct", str(row["id"]), "--object", "", "--who", "ana").returncode == 0
    (told,) = [r for r in rows(built("statements", "-f", "jsonl").stdout) if r["id"] == row["id"]]
    assert told["object"] is None
    assert "object: nothing" in built("review", "history").stdout
