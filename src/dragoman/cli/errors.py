"""Errors as one line for a person and an exit code for a program."""

from __future__ import annotations

import os
import sys

from dragoman.cli.codes import ExitCode
from dragoman.cli.output import plain
from dragoman.errors import DragomanError, InvalidRecord, LedgerError, UnknownName, UnreadableDocument

CODES: tuple[tuple[type[DragomanError], ExitCode], ...] = (
    (UnreadableDocument, ExitCode.SKIPPED),
    (InvalidRecord, ExitCode.USAGE),
    (UnknownName, ExitCode.NOTHING),
    (LedgerError, ExitCode.LEDGER),
    (DragomanError, ExitCode.REFUSED),
)


def told(error: Exception) -> int:
    """Say on standard error what went wrong; gives the exit code."""
    # Typer brings its own copy of click's exceptions in some versions; they are told by what they can do.
    if type(error).__name__ == "Abort":
        return interrupted()
    if type(error).__name__ in ("Exit", "NoArgsIsHelpError") or hasattr(error, "format_message"):
        return _usage(error)
    if isinstance(error, DragomanError):
        _say(str(error))
        return next(code for kind, code in CODES if isinstance(error, kind))
    if isinstance(error, OSError):
        said = error.strerror or str(error)
        _say(f"{error.filename}: {said}" if error.filename else said)
        return ExitCode.REFUSED
    if os.environ.get("DRAGOMAN_DEBUG"):
        raise error
    _say(f"a fault in Dragoman ({type(error).__name__}: {error}); DRAGOMAN_DEBUG=1 shows where")
    return ExitCode.INTERNAL


def interrupted() -> int:
    _say("interrupted; the same command begins anew, a build goes on from what it reported done")
    return ExitCode.INTERRUPTED


def _usage(error: Exception) -> int:
    code = getattr(error, "exit_code", ExitCode.USAGE)
    if hasattr(error, "show"):
        error.show()
    return int(code)


def _say(message: str) -> None:
    sys.stderr.write(f"dragoman: {plain(message)}\n")
