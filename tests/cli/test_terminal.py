"""Terminals, pipes and hostile text: nothing from a document reaches the terminal as a command."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cli.conftest import Run


def on_terminal(arguments: list[str], home: Path, **environment: str) -> str:
    """What a command prints when its output and errors are a terminal."""
    ours, theirs = pty.openpty()
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "DRAGOMAN_LEDGER")}
    process = subprocess.Popen(
        [sys.executable, "-c", "from dragoman.cli import main; main()", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=home,
        env=kept | {"TERM": "xterm-256color", "COLUMNS": "100"} | environment,
    )
    os.close(theirs)
    shown, deadline = b"", time.monotonic() + 300
    while time.monotonic() < deadline:
        if select.select([ours], [], [], 0.2)[0]:
            try:
                block = os.read(ours, 65536)
            except OSError:
                break
            if not block:
                break
            shown += block
    process.wait(timeout=10)
    os.close(ours)
    return shown.decode("utf-8", "replace")


@pytest.mark.slow
def test_colour_on_a_terminal_but_not_with_no_color(built: Run, tmp_path: Path) -> None:
    assert "\x1b[1m" in on_terminal(["show", "Kosovo"], tmp_path)
    plainly = on_terminal(["show", "Kosovo"], tmp_path, NO_COLOR="1")
    assert "\x1b[3" not in plainly


@pytest.mark.slow
def test_progress_is_shown_on_a_terminal_only(run: Run, folder: str, tmp_path: Path) -> None:
    shown = on_terminal(["build", folder, "--workers", "1"], tmp_path)
    assert "Read 2 documents" in shown
    assert "Reading" in shown
    assert "Reading" not in run("build", folder, "--workers", "0", "-l", "other.ledger").stderr


@pytest.mark.slow
def test_a_pipe_that_closes_is_no_error(built: Run, tmp_path: Path) -> None:
    command = f'"{sys.executable}" -c "from dragoman.cli import main; main()" statements -f jsonl'
    done = subprocess.run(
        ["bash", "-c", f"{command} | true; echo ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=300,
    )
    assert done.stderr == ""
    assert done.stdout.strip() in ("0", "141")


@pytest.mark.parametrize("width", ["20", "40", "200"])
def test_any_width_will_do(built: Run, width: str) -> None:
    done = built("show", "Kosovo", COLUMNS=width)
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= int(width)


@pytest.mark.slow
def test_an_ascii_terminal_gets_escapes(built: Run, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from dragoman.cli import main; main(['show', 'Kosovo'])"],
        capture_output=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    assert b"\\u201c" in done.stdout


def test_text_of_documents_is_no_markup_and_no_command(run: Run, tmp_path: Path) -> None:
    (tmp_path / "evil.txt").write_text(
        "[red]Title[/red] \x1b]0;owned\x07\n\n"
        "Albania joined NATO in 2009 [bold]and[/bold] \x1b[2J \x9b31m \u202eothers.\n"
    )
    assert run("build", "evil.txt", "--workers", "0").returncode == 0
    for arguments in (
        ["statements"],
        ["documents"],
        ["search", "Albania"],
        ["statements", "-f", "jsonl"],
        ["statements", "-f", "csv"],
    ):
        shown = run(*arguments).stdout
        assert "[bold]" in shown or arguments == ["documents"], arguments
        assert not any(mark in shown for mark in ("\x1b]", "\x1b[2J", "\x07", "\x9b", "\u202e")), arguments
