"""Errors as one line and an exit code."""

from __future__ import annotations

import pytest

from dragoman.cli.codes import ExitCode
from dragoman.cli.errors import interrupted, told
from dragoman.errors import DragomanError, InvalidRecord, LedgerError, UnknownName, UnreadableDocument


def test_a_full_disc_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(OSError(28, "No space left on device")) == ExitCode.REFUSED
    assert capsys.readouterr().err == "dragoman: No space left on device\n"


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UnreadableDocument("a.pdf", "damaged", "save it again"), ExitCode.SKIPPED, "a.pdf"),
        (InvalidRecord("no date"), ExitCode.USAGE, "no date"),
        (UnknownName("nobody"), ExitCode.NOTHING, "nobody"),
        (LedgerError("damaged"), ExitCode.LEDGER, "damaged"),
        (DragomanError("refused"), ExitCode.REFUSED, "refused"),
        (FileNotFoundError(2, "No such file", "a.txt"), ExitCode.REFUSED, "a.txt: No such file"),
        (ValueError("odd\x1b[2J"), ExitCode.INTERNAL, "a fault in Dragoman (ValueError: odd [2J); DRAGOMAN_DEBUG=1"),
    ],
)
def test_every_error_has_its_code_and_is_one_safe_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, error: Exception, code: ExitCode, said: str
) -> None:
    monkeypatch.delenv("DRAGOMAN_DEBUG", raising=False)
    assert told(error) == code
    shown = capsys.readouterr().err
    assert shown.startswith(f"dragoman: {said}")
    assert shown.count("\n") == 1
    assert "\x1b" not in shown


def test_a_fault_is_raised_where_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_DEBUG", "1")
    with pytest.raises(ValueError, match="odd"):
        told(ValueError("odd"))


def test_an_interruption_has_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert interrupted() == ExitCode.INTERRUPTED
    assert "interrupted" in capsys.readouterr().err
