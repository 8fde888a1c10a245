"""`dragoman classify` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Run
from dragoman.events.plover import ontology

TSV = (
    "uid\tsentence\tsource\ttarget\n"
    "a\tThe prime minister condemned the junta for the killings.\tprime minister\tthe junta\n"
    "b\tPolice in Lima arrested two opposition leaders on Monday.\tPolice in Lima\tBolivia\n"
    "c\t\tx\ty\n"
)


def test_every_row_with_a_sentence_is_answered(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text(TSV, "utf-8")
    done = run("classify", "pairs.tsv")
    assert done.returncode == 3
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert lines[0] == ["uid", "event", "mode", "contexts", "probability"]
    assert [line[0] for line in lines[1:]] == ["a", "b"]
    assert lines[1][1] == "ACCUSE"
    assert "rejected pairs.tsv:4: no sentence" in done.stderr
    assert "b (target)" in done.stderr


def test_json_in_json_out(run: Run) -> None:
    row = {"uid": "a", "marked_sentence": "<s>The prime minister</s> condemned <t>the junta</t> for the killings."}
    done = run("classify", "--format", "jsonl", input=json.dumps(row) + "\n")
    assert done.returncode == 0
    (answer,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert list(answer) == ["uid", "event", "mode", "contexts", "probability"]
    assert (answer["uid"], answer["event"]) == ("a", "ACCUSE")
    assert 0 < answer["probability"] <= 1


def test_half_a_character_rejects_its_row_only(run: Run) -> None:
    rows = ({"uid": "a", "sentence": "\ud800 It rained in Ghana."}, {"uid": "b", "sentence": "It rained in Ghana."})
    done = run("classify", input="".join(json.dumps(row) + "\n" for row in rows))
    assert done.returncode == 3
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["uid", "b"]
    assert "half a character" in done.stderr


def test_an_explanation_names_words(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text(TSV.rsplit("c\t", 1)[0], "utf-8")
    assert run("classify", "pairs.tsv", "--explain", "-o", "out.jsonl").returncode == 0
    first = json.loads((tmp_path / "out.jsonl").read_text("utf-8").splitlines()[0])
    words = dict(word.rsplit(" ", 1) for word in first["words"])
    assert float(words["condemned"]) > 0
    weights = [float(weight) for weight in words.values()]
    assert weights == sorted(weights, reverse=True)
    assert first["runners_up"]
    assert first["definition"] == ontology().types["ACCUSE"].says


def test_an_actor_too_far_off_is_named(run: Run) -> None:
    rows = ({"uid": "far", "marked_sentence": "<s>Ghana</s> " + "and then " * 150 + "thanked <t>Togo</t>."},
            {"uid": "near", "marked_sentence": "<s>Ghana</s> thanked <t>Togo</t>."})  # fmt: skip
    done = run("classify", input="".join(json.dumps(row) + "\n" for row in rows))
    assert done.returncode == 0
    assert "1 rows are too long" in done.stderr
    assert "far (target)" in done.stderr


def test_rows_that_are_answered_all_the_same_are_noted(run: Run) -> None:
    rows = ["1\tGhana thanked Togo.\tGhana\tTogo"] * 2 + ["2\tGhana thanked Togo.\t\tTogo", "\tIt rained.\tGhana\tTogo"]
    done = run("classify", input="\n".join(["uid\tsentence\tsource\ttarget", *rows, "5\tIt rained."]))
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 6
    for said in (
        "2 rows have a uid that was there before; give each its own: 1, 5",
        "2 rows name no source or no target; such answers are guesses: 2 (source), 5 (source, target)",
        "1 rows have no uid and go by the numbers of their lines: 5",
        "1 rows name an actor that is not in the sentence: 5 (source, target)",
    ):
        assert said in done.stderr


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_name_of_another_format_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("old", "utf-8")
    (tmp_path / "pairs.tsv").write_text(TSV, "utf-8")
    done = run("classify", "pairs.tsv", "-o", name)
    assert done.returncode == 2
    assert f"{name}: answers are TSV or JSON lines; name it .tsv or .jsonl" in done.stderr
    assert (tmp_path / name).read_text("utf-8") == "old"
    assert run("classify", "pairs.tsv", "-o", name, "--format", "tsv").returncode == 3


def test_always_gives_a_type(run: Run) -> None:
    done = run("classify", "--always", input="sentence\nIt rained in Ghana.\n")
    assert done.stdout.splitlines()[1].split("\t")[1] not in ("", "NONE")


def test_what_cannot_be_read_is_said_in_one_line(run: Run) -> None:
    for arguments, code in ((["nothing.tsv"], 5), (["-"], 3)):
        done = run("classify", *arguments, input="uid\ttext\n")
        assert done.returncode == code
        assert "Traceback" not in done.stderr
        assert done.stderr.startswith("dragoman: ")
