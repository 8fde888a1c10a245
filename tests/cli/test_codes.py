"""The exit codes."""

from __future__ import annotations

from cli.conftest import Run
from dragoman.cli.codes import ExitCode, table_of_codes


def test_the_exit_codes_are_in_the_help(run: Run) -> None:

    shown = run("--help").stdout
    for code in ExitCode:
        assert f"{code.value:>3}  {code.says}" in shown


def test_each_code_has_one_meaning() -> None:
    assert len({code.value for code in ExitCode}) == len({code.says for code in ExitCode}) == len(ExitCode)
    assert len(table_of_codes().splitlines()) == len(ExitCode)
