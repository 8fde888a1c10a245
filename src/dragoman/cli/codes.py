"""The exit codes, one meaning each."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the exit code of a command means; ``says`` is the documentation."""

    DONE = 0, "done"
    NOTHING = 1, "the name or id asked for is not known, or `check` found faults"
    USAGE = 2, "the command was called wrongly"
    SKIPPED = 3, "done, but some inputs were skipped or not read in time; the summary names them"
    LEDGER = 4, "the ledger cannot be opened or is damaged"
    REFUSED = 5, "the request cannot be carried out; the message says why"
    INTERNAL = 70, "a fault in Dragoman"
    INTERRUPTED = 130, "interrupted with Ctrl-C; a build keeps what it reported done"
    PIPE_CLOSED = 141, "whoever read the output closed it"

    says: str

    def __new__(cls, code: int, says: str) -> ExitCode:
        member = int.__new__(cls, code)
        member._value_ = code
        member.says = says
        return member


def table_of_codes() -> str:
    """The codes as lines for `--help`."""
    return "\n".join(f"  {code.value:>3}  {code.says}" for code in ExitCode)
