"""The command line. It asks the library and shows the answers; it computes nothing of its own."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from dragoman.cli.codes import ExitCode


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave the process with one of the exit codes in `ExitCode`."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; every foreseeable error becomes one line on standard error and an exit code."""
    _tolerate_any_text()
    # The reader's matrices are small: threads for each of them cost more than they give. Workers inherit this.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from dragoman.cli import errors

    try:
        code = _command(arguments)
        # Typer catches Ctrl-C and only leaves its exit code.
        return errors.interrupted() if code == ExitCode.INTERRUPTED else code
    except KeyboardInterrupt:
        return errors.interrupted()
    except BrokenPipeError:
        return _pipe_closed()
    except SystemExit as leaving:
        # Typer turns a closed pipe into exit code 1, which means something else here.
        return _pipe_closed() if isinstance(leaving.__context__, BrokenPipeError) else int(leaving.code or 0)
    except Exception as error:  # noqa: BLE001 - the outermost frame: users get a sentence, never a traceback
        return errors.told(error)


def _command(arguments: list[str] | None) -> int:
    import typer

    from dragoman.cli.app import app

    command = typer.main.get_command(app)
    outcome = command.main(args=arguments, prog_name="dragoman", standalone_mode=False)
    sys.stdout.flush()
    return outcome if isinstance(outcome, int) else ExitCode.DONE


def _pipe_closed() -> int:
    """Whoever read the output (head, less) has gone; nothing is left to be flushed to them."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return ExitCode.PIPE_CLOSED


def _tolerate_any_text() -> None:
    """Output to a terminal or pipe of any encoding: what it cannot show is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
