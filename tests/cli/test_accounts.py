"""`dragoman accounts`: the first admin of a team, and those who follow."""

from __future__ import annotations

import pytest

from cli.conftest import Run

PASSWORD = "a horse, a battery and a staple"


@pytest.mark.slow
def test_a_team_is_set_up_from_the_command_line(run: Run) -> None:
    team = ("--ledger", "team.ledger")
    added = run("accounts", "add", "Ana", "--role", "admin", *team, input=f"{PASSWORD}\n")
    assert (added.returncode, added.stdout) == (0, "")
    assert run("accounts", "add", "Lea", *team, input=f"{PASSWORD}\n").returncode == 0
    assert run("accounts", "role", "lea", "--role", "reviewer", *team).returncode == 0
    assert run("accounts", "password", "Lea", *team, input=f"{PASSWORD} and another\n").returncode == 0
    assert run("accounts", "close", "Lea", *team).returncode == 0
    assert run("accounts", "list", *team).stdout.splitlines() == ["Ana  admin", "Lea  reviewer  closed"]


@pytest.mark.parametrize(
    ("arguments", "password", "code", "says"),
    [
        (("add", "Ana"), "short", 2, "12 to 256 characters"),
        (("add", "Ana"), "", 2, "12 to 256 characters"),
        (("add", "local"), PASSWORD, 2, "name"),
        (("close", "Eve"), "", 1, "no account 'Eve'"),
        (("list",), "", 0, "No accounts; `dragoman accounts add NAME --role admin` makes the first."),
        (("role", "Eve", "--role", "owner"), "", 2, "owner"),
    ],
)
def test_what_cannot_be_is_told(run: Run, arguments: tuple[str, ...], password: str, code: int, says: str) -> None:
    done = run("accounts", *arguments, "--ledger", "team.ledger", input=f"{password}\n")
    assert done.returncode == code
    assert says in done.stderr


def test_a_server_without_accounts_stays_on_this_machine(run: Run) -> None:
    done = run("serve", "--host", "0.0.0.0", "--ledger", "team.ledger")
    assert (done.returncode, "without accounts only this machine may ask" in done.stderr) == (2, True)
    done = run("serve", "--host", "0.0.0.0", "--team", "--ledger", "team.ledger")
    assert (done.returncode, "there is no account yet" in done.stderr) == (2, True)
