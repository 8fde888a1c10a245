"""Options that several commands share, described once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.output import Format

LedgerOption = Annotated[
    str,
    typer.Option(
        "--ledger",
        "-l",
        envvar="DRAGOMAN_LEDGER",
        metavar="FILE|URL",
        help="The ledger: a file, or a postgresql:// address.",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", "-f", help="A table for people, the others for programs.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file (needed for Parquet).")
]
LimitOption = Annotated[
    int | None, typer.Option("--limit", "-n", min=0, help="At most so many; 0 for all.  [default: 50 in tables]")
]
KindOption = Annotated[
    list[str] | None, typer.Option("--kind", "-k", metavar="KIND", help="Only this kind; can be given several times.")
]
AsOfOption = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="What the documents said on that day.")]

DEFAULT_LEDGER = "dragoman.ledger"
TABLE_LIMIT = 50
EVERY = 1_000_000
"""Stands for no limit where a query wants a number."""


def limit_for(limit: int | None, format_: Format) -> int | None:
    """How many to give: what was asked for, else a screenful in tables and everything for programs. Null is all."""
    if limit is None:
        return TABLE_LIMIT if format_ is Format.table else None
    return limit or None
