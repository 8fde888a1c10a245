"""A small folder of documents, a ledger built from it, and the command line to ask it."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from dragoman import cli, pipeline
from dragoman.reading.rules import RulesReader

TEXTS = {
    "relations-2016": (
        "U.S. Relations With Kosovo\n\nThe United States formally recognized Kosovo on February 18, 2008. "
        "Kosovo joined the International Monetary Fund and the World Bank in 2009. "
        "The European Union and Kosovo signed the Stabilization and Association Agreement in October 2015.\n"
    ),
    "news-2015": (
        "The European Union and Kosovo signed the Stabilization and Association Agreement on October 27, 2015. "
        "Serbian Foreign Minister Ivica Dacic met with Secretary John Kerry in Belgrade on November 5, 2015.\n"
    ),
}
ALBANIA, KOSOVO = "Albania joined NATO in 2009.", "Kosovo joined the IMF in 2009."


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


class Run(Protocol):
    """Runs a command in the test's folder, as `main` would, without a terminal and without the caller's settings."""

    def __call__(self, *arguments: str | Path, input: str | None = None, **environment: str) -> Done: ...


@pytest.fixture(autouse=True)
def plain_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands are tested with the plain reader, whose few wordings the texts above have."""
    monkeypatch.setattr(pipeline, "default_reader", RulesReader)
    monkeypatch.setattr("dragoman.reading.default_reader", RulesReader)


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made")
    for name, text in TEXTS.items():
        (made / f"{name}.txt").write_text(text, "utf-8")
    side = {"title": "U.S. Relations With Kosovo", "publisher": "US Department of State", "date": "2016-03-17"}
    (made / "relations-2016.json").write_text(json.dumps(side), "utf-8")
    return made


@pytest.fixture(scope="session")
def ledger(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once; every test gets a copy. It is built under the path ``documents``, as `built` rebuilds it."""
    home = tmp_path_factory.mktemp("ledger")
    shutil.copytree(documents, home / "documents")
    with contextlib.chdir(home):
        pipeline.build(["documents"], "dragoman.ledger", reader=RulesReader())
    return home / "dragoman.ledger"


@pytest.fixture
def folder(tmp_path: Path, documents: Path) -> str:
    """The documents, under a path that is relative to the test's folder."""
    shutil.copytree(documents, tmp_path / "documents")
    return "documents"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    for name in ("DRAGOMAN_LEDGER", "DRAGOMAN_USER", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str | Path, input: str | None = None, **environment: str) -> Done:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        with pytest.MonkeyPatch.context() as patched, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((input or "").encode())))
            for name, value in environment.items():
                patched.setenv(name, value)
            code = cli.run([str(argument) for argument in arguments])
        texts = []
        for stream in (out, err):
            stream.flush()
            texts.append(stream.buffer.getvalue().decode())
        return Done(code, *texts)

    return call


@pytest.fixture
def built(run: Run, folder: str, ledger: Path, tmp_path: Path) -> Run:
    """`run` where ``dragoman.ledger`` was built from `folder`."""
    shutil.copy(ledger, tmp_path / "dragoman.ledger")
    return run
