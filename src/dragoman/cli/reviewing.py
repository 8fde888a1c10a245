"""`dragoman review`: what people decide on statements and actors."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from typing import Annotated, Any

import typer

from dragoman.cli.asking import tell_rest
from dragoman.cli.codes import ExitCode
from dragoman.cli.options import DEFAULT_LEDGER, EVERY, FormatOption, LedgerOption, LimitOption, OutputOption, limit_for
from dragoman.cli.output import Format, answer, note, show, styled
from dragoman.errors import ConflictingDecision, InvalidRecord
from dragoman.frames import STATEMENT_COLUMNS

StatementArgument = Annotated[str, typer.Argument(metavar="STATEMENT", help="Its id, or as much of it as is unique.")]
WhoOption = Annotated[
    str | None,
    typer.Option("--who", envvar="DRAGOMAN_USER", metavar="NAME", help="Who decides.  [default: the user's name]"),
]
WhyOption = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, for those who read it later.")]
SeenOption = Annotated[
    int | None,
    typer.Option(
        "--seen", metavar="NUMBER", help="The last decision on it that you have seen; needed where there is one."
    ),
]
HISTORY_COLUMNS = (
    "number",
    "at",
    "who",
    "action",
    "statement_id",
    "actor",
    "into",
    "fields",
    "why",
    "undoes",
    "undone",
)
ALIKE_COLUMNS = ("actor", "statements", "may_be", "its_statements")

app = typer.Typer(
    help="Confirm, reject, correct; merge actors.\n\nDecisions survive every build, and can be taken back.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("list")
def list_(
    below: Annotated[float, typer.Option("--below", help="Only what was read less surely than this.")] = 1.01,
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: LimitOption = None,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """List statements that nobody has decided on, the least sure first."""
    from dragoman import queries
    from dragoman.cli import lines
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        waiting = queries.review_queue(opened, limit=limit_for(limit, format_) or EVERY, below=below)

        def table() -> None:
            show(lines.statement_table(waiting))
            tell_rest(len(waiting), None, lambda: 0, "statements")

        answer(lambda: (one.as_row() for one in waiting), STATEMENT_COLUMNS, table, format_, output)
    return ExitCode.DONE


@app.command()
def confirm(
    statement: StatementArgument,
    why: WhyOption = "",
    who: WhoOption = None,
    seen: SeenOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> int:
    """A statement is right."""
    from dragoman.ledger import decisions

    return _decide(ledger, lambda at: decisions.confirm(at, statement, who=_who(who), why=why, seen=seen))


@app.command()
def reject(
    statement: StatementArgument,
    why: WhyOption = "",
    who: WhoOption = None,
    seen: SeenOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> int:
    """A statement is wrong; answers leave it out."""
    from dragoman.ledger import decisions

    return _decide(ledger, lambda at: decisions.reject(at, statement, who=_who(who), why=why, seen=seen))


@app.command()
def correct(
    statement: StatementArgument,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND")] = None,
    stage: Annotated[str | None, typer.Option("--stage", metavar="STAGE")] = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", metavar="ACTOR", help="Can be given several times.")
    ] = None,
    target: Annotated[
        list[str] | None, typer.Option("--target", metavar="ACTOR", help="Can be given several times.")
    ] = None,
    object_: Annotated[str | None, typer.Option("--object", metavar="TEXT")] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE")] = None,
    end: Annotated[str | None, typer.Option("--end", metavar="DATE")] = None,
    value: Annotated[
        list[str] | None,
        typer.Option("--value", metavar="VALUE", help='Such as "9.6 million EUR" or "min 100 country".'),
    ] = None,
    by: Annotated[list[str] | None, typer.Option("--by", metavar="ACTOR", help="Can be given several times.")] = None,
    event: Annotated[str | None, typer.Option("--event", metavar="TYPE")] = None,
    quote: Annotated[str | None, typer.Option("--quote", metavar="TEXT", help="Words of the document.")] = None,
    start: Annotated[
        int | None, typer.Option("--start", metavar="NUMBER", help="The character at which the quote begins.")
    ] = None,
    why: WhyOption = "",
    who: WhoOption = None,
    seen: SeenOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> int:
    """Some fields of a statement are others; an empty text ('') takes a field away.

    An ACTOR is called by any name, as in a question; one that neither the directory nor the ledger has is written
    CODE/Name, or /Name where it serves no state or organisation.
    """
    from dragoman.corrections import value_from
    from dragoman.ledger import decisions

    texts = {"kind": kind, "stage": stage, "object": object_, "date": date, "end": end, "event": event, "quote": quote}
    many = {"source": source, "target": target, "by": by}
    fields: dict[str, Any] = {name: text or None for name, text in texts.items() if text is not None}
    fields |= {name: [a for a in actors if a] for name, actors in many.items() if actors}
    if start is not None:
        fields["start"] = start
    if value:
        fields["value"] = [value_from(text) for text in value if text] or None
    return _decide(ledger, lambda at: decisions.correct(at, statement, fields, who=_who(who), why=why, seen=seen))


@app.command()
def alike(
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: LimitOption = None,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """List pairs of actors whose names may be one, for merge."""
    from rich.table import Table

    from dragoman import queries
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        at_most = limit_for(limit, format_)
        pairs = queries.alike_actors(opened, limit=EVERY)
        rows = [dict(zip(ALIKE_COLUMNS, (a.actor, a.statements, b.actor, b.statements), strict=True)) for a, b in pairs]

        def table() -> None:
            made = Table("Actor", "Statements", "May be", "Statements", box=None, pad_edge=False)
            for row in rows[:at_most]:
                made.add_row(*(styled(str(cell)) for cell in row.values()))
            show(made)
            tell_rest(len(rows[:at_most]), at_most, lambda: len(rows), "pairs")
            if rows:
                note("`dragoman review merge ACTOR INTO` makes two of them one.")

        answer(lambda: rows[:at_most], ALIKE_COLUMNS, table, format_, output)
    return ExitCode.DONE


@app.command()
def merge(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="As `dragoman actors` prints it.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="The actor that it is the same as.")],
    why: WhyOption = "",
    who: WhoOption = None,
    seen: SeenOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> int:
    """Two actors are one."""
    from dragoman.ledger import decisions

    return _decide(ledger, lambda at: decisions.merge(at, actor, into, who=_who(who), why=why, seen=seen))


@app.command()
def split(
    actor: Annotated[str, typer.Argument(metavar="ACTOR", help="As `dragoman actors` prints it.")],
    why: WhyOption = "",
    who: WhoOption = None,
    seen: SeenOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> int:
    """An actor is not what it was merged into."""
    from dragoman.ledger import decisions

    return _decide(ledger, lambda at: decisions.split(at, actor, who=_who(who), why=why, seen=seen))


@app.command()
def undo(
    decision: Annotated[int, typer.Argument(metavar="NUMBER", help="The decision's number.")],
    why: WhyOption = "",
    who: WhoOption = None,
    seen: SeenOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> int:
    """Take a decision back. Without --seen, only where it is the last one on its statement or actor."""
    from dragoman.ledger import decisions

    return _decide(ledger, lambda at: decisions.undo(at, decision, who=_who(who), why=why, seen=seen))


@app.command()
def history(
    statement: Annotated[str | None, typer.Argument(metavar="[STATEMENT]", help="Only decisions on this one.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """List the decisions, in the order in which they were made."""
    from dataclasses import asdict

    from dragoman import queries
    from dragoman.cli.explanation import decision_line
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        made = queries.history(opened, statement=statement)

        def table() -> None:
            for decision in made:
                about = f"  ({decision.statement_id})" if decision.statement_id else ""
                show(styled(decision_line(decision) + about))
            tell_rest(len(made), None, lambda: 0, "decisions")

        rows = ({key: asdict(decision)[key] for key in HISTORY_COLUMNS} for decision in made)
        answer(lambda: rows, HISTORY_COLUMNS, table, format_, output)
    return ExitCode.DONE


def _decide(ledger: str, decision: Callable[[Any], int]) -> int:
    from dragoman.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        try:
            number = decision(opened)
        except ConflictingDecision as error:
            message = f"{error} with `dragoman review history`, then name the last decision with --seen NUMBER"
            raise ConflictingDecision(message) from error
    note(f"Noted as decision {number}; `dragoman review undo {number}` takes it back.")
    return ExitCode.DONE


def _who(who: str | None) -> str:
    if who:
        return who
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise InvalidRecord("this user has no name; say who decides with --who NAME") from None
