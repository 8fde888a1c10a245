"""The commands and their help."""

from __future__ import annotations

import typer

from dragoman.cli import (
    accounts,
    asking,
    building,
    classifying,
    comparing,
    eventing,
    listing,
    paneling,
    reviewing,
    serving,
)
from dragoman.cli.codes import table_of_codes

# \b keeps the lines of the paragraph as they are.
EPILOG = "\b\nExit codes:\n" + table_of_codes()

app = typer.Typer(
    name="dragoman",
    help="Reads what governments and organisations publish about their relations and keeps a cited ledger of it.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    # Rich help needs its Markdown parser, which doubles the time to start.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command()(building.build)
app.command("show")(asking.show_)
app.command()(asking.statements)
app.command()(asking.search)
app.command()(listing.explain)
app.command()(listing.actors)
app.command()(listing.documents)
app.command()(comparing.changes)
app.command()(comparing.contradictions)
app.add_typer(reviewing.app, name="review")
app.command()(listing.check)
app.command()(building.read)
app.command()(eventing.events)
app.command()(classifying.classify)
app.command()(paneling.panel)
app.command()(serving.serve)
app.add_typer(accounts.app, name="accounts")
app.command()(listing.version)
