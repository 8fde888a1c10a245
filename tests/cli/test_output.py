"""How answers are shown and written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Run
from dragoman.cli.output import Format, answer, counted, keep_inputs, matching, plain, whole
from dragoman.errors import DragomanError, InvalidRecord


@pytest.mark.parametrize(
    ("output", "said"), [("no/x", "no/x: there is no folder no; create it first"), (".", ".: is a folder")]
)
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_output_that_cannot_be_is_named(built: Run, output: str, said: str, form: str) -> None:
    done = built("statements", "--format", form, "--output", output)
    assert (done.returncode, said in done.stderr) == (5, True)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_output_that_may_not_be_written_is_named_and_nothing_is_left(
    built: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    def refused(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "replace", refused)
    done = built("statements", "--format", form, "--output", f"x.{form}")
    assert done.returncode == 5
    assert f"x.{form}: cannot be written (Permission denied)" in done.stderr
    assert "part" not in done.stderr
    assert [*tmp_path.glob("*x.*")] == []


def test_an_output_that_is_a_pipe_or_a_link_stays_one(built: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    # Opened for both, so that neither side waits for the other.
    with open(os.open(tmp_path / "pipe", os.O_RDWR | os.O_NONBLOCK), "rb", buffering=0) as pipe:
        assert built("statements", "--format", "csv", "--output", "pipe").returncode == 0
        assert (pipe.read(4) or b"") == b"doc,"
    assert (tmp_path / "pipe").is_fifo()
    (tmp_path / "named.csv").symlink_to("real.csv")
    assert built("statements", "--format", "csv", "--output", "named.csv").returncode == 0
    assert (tmp_path / "named.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text("utf-8").startswith("doc,")


@pytest.mark.parametrize(
    ("text", "shown"), [("a\x1b[2Jb", "a [2Jb"), ("a\r\nb", "a b"), ("\u202eabc", " abc"), ("Đurić “x”", "Đurić “x”")]
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 facts"), (1, "1 fact"), (2, "2 facts"), (1200, "1,200 facts"), (-1, "-1 facts")]
)
def test_the_noun_is_in_the_number_of_its_count(count: int, said: str) -> None:
    assert counted(count, "fact") == said


def test_a_file_appears_once_it_is_complete(tmp_path: Path) -> None:
    output = tmp_path / "a.csv"
    output.write_text("old", "utf-8")
    with whole(output) as partial:
        partial.write_text("new", "utf-8")
        assert output.read_text("utf-8") == "old"
    assert output.read_text("utf-8") == "new"

    def broken() -> None:
        with whole(output) as partial:
            partial.write_text("half", "utf-8")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("a.csv", "new")]


@pytest.mark.parametrize(
    ("inputs", "outputs", "says"),
    [
        (["in.txt"], {"--output": "in.txt"}, "--output is an input and would be overwritten"),
        (["*.txt"], {"--output": "in.txt"}, "--output is an input"),
        (["."], {"--output": "out.csv"}, "--output lies in ., which is read"),
        (["in.txt"], {"--output": "out.csv", "--report": "./out.csv"}, "is both --output and --report"),
        (["in.txt"], {"--output": "none/out.csv"}, "there is no folder none"),
        (["-"], {"--output": "folder"}, "is a folder; name a file in it"),
    ],
)
def test_what_would_take_the_place_of_an_input_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inputs: list[str], outputs: dict[str, str], says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.txt").write_text("They met.", "utf-8")
    (tmp_path / "folder").mkdir()
    with pytest.raises(DragomanError, match=says):
        keep_inputs(inputs, {option: Path(name) for option, name in outputs.items()})
    keep_inputs(["in.txt", "-", "none.txt"], {"--output": Path("out.csv"), "--report": None})


def test_an_input_names_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "[c].txt"):
        (tmp_path / name).write_text("They met.", "utf-8")
    assert sorted(matching("?.txt")) == ["a.txt", "b.txt"]
    assert matching("[c].txt") == ["[c].txt"], "a file is itself before it is a pattern"
    assert matching("-") == matching("none.txt") == []


def test_only_what_is_asked_for_is_computed(tmp_path: Path) -> None:
    def never() -> Any:
        raise AssertionError("not asked for")

    asked: list[str] = []
    answer(never, (), lambda: asked.append("table"), Format.table, None)
    answer(lambda: [{"a": 1}], ("a",), never, Format.csv, tmp_path / "a.csv")
    assert (asked, (tmp_path / "a.csv").read_text("utf-8").split()) == (["table"], ["a", "1"])
    with pytest.raises(InvalidRecord, match="a table is for the screen"):
        answer(never, (), never, Format.table, tmp_path / "a.txt")
    with pytest.raises(InvalidRecord, match="Parquet is not text"):
        answer(list, (), never, Format.parquet, None)
