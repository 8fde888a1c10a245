"""A small folder of documents, a ledger built from it, and the command line as a real process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / f"{name}.txt").write_text(text, "utf-8")
    side = {"title": "U.S. Relations With Kosovo", "publisher": "US Department of State", "date": "2016-03-17"}
    (made / "relations-2016.json").write_text(json.dumps(side), "utf-8")
    return made


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in ``tmp_path``; never with a terminal, never with settings of the person who runs the tests."""

    def call(*arguments: str | Path, input: str | None = None, **more: str) -> subprocess.CompletedProcess[str]:
        kept = {
            k: v for k, v in os.environ.items() if k not in ("DRAGOMAN_LEDGER", "COLUMNS", "NO_COLOR", "FORCE_COLOR")
        }
        return subprocess.run(
            [sys.executable, "-c", "from dragoman.cli import main; main()", *map(str, arguments)],
            input=input,
            stdin=subprocess.DEVNULL if input is None else None,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=kept | more,
            timeout=120,
        )

    return call


@pytest.fixture
def built(run: Run, folder: Path) -> Run:
    """`run` where ``dragoman.ledger`` was built from `folder`."""
    done = run("build", folder, "--workers", "0")
    assert done.returncode == 0, done.stderr
    return run
