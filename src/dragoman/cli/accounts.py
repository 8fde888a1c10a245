"""`dragoman accounts`: who may use the web application of a team."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.cli.codes import ExitCode
from dragoman.cli.options import DEFAULT_LEDGER, LedgerOption
from dragoman.cli.output import note, show
from dragoman.errors import DragomanError, InvalidRecord

if TYPE_CHECKING:
    from dragoman.web.accounts.store import Accounts

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name that the person signs in with.")]
RoleOption = Annotated[
    Literal["reader", "reviewer", "admin"],
    typer.Option("--role", help="Readers look, reviewers also decide and add documents, admins also keep accounts."),
]
_BY = "command line"

app = typer.Typer(
    help="Who may use the web application of a team (`dragoman serve --team`).\n\n"
    "Passwords are asked for, or read as one line from standard input.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("list")
def list_(ledger: LedgerOption = DEFAULT_LEDGER) -> int:
    """List the accounts."""
    with _accounts(ledger) as opened:
        accounts = opened.all()
        if not accounts:
            note("No accounts; `dragoman accounts add NAME --role admin` makes the first.")
        for account in accounts:
            show(f"{account.name}  {account.role}{'  closed' if account.disabled else ''}")
    return ExitCode.DONE


@app.command()
def add(name: NameArgument, role: RoleOption = "reader", ledger: LedgerOption = DEFAULT_LEDGER) -> int:
    """Add an account."""
    with _accounts(ledger) as opened:
        opened.add(name, role, _password(), by=_BY)
        note(f"{name} can log in as {role}.")
    return ExitCode.DONE


@app.command()
def role(name: NameArgument, role: RoleOption, ledger: LedgerOption = DEFAULT_LEDGER) -> int:
    """Give an account another role."""
    with _accounts(ledger) as opened:
        opened.set_role(opened.named(name).number, role, by=_BY)
        note(f"{name} is {role} now.")
    return ExitCode.DONE


@app.command()
def password(name: NameArgument, ledger: LedgerOption = DEFAULT_LEDGER) -> int:
    """Give an account another password; it is logged out everywhere and its tokens end."""
    with _accounts(ledger) as opened:
        opened.set_password(opened.named(name).number, _password(), by=_BY)
        note(f"{name} has a new password.")
    return ExitCode.DONE


@app.command()
def close(
    name: NameArgument,
    open_: Annotated[bool, typer.Option("--open", help="Open it again.")] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> int:
    """Close an account: it is logged out, its tokens are gone, what it decided stays."""
    with _accounts(ledger) as opened:
        opened.set_disabled(opened.named(name).number, not open_, by=_BY)
        note(f"{name} is {'open' if open_ else 'closed'}.")
    return ExitCode.DONE


def _accounts(ledger: str) -> Accounts:
    try:
        from dragoman.web.accounts.store import Accounts
    except ImportError as error:
        raise DragomanError(f"accounts need more packages ({error.name}); pip install 'dragoman[web]'") from error
    return Accounts(ledger)


def _password() -> str:
    """Typed twice at a terminal, else one line of standard input. Never an argument: others can see those."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != first:
        raise InvalidRecord("the two passwords differ; nothing was changed")
    return first
