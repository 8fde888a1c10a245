"""`dragoman changes` and `contradictions`: what is told differently, in two versions of a page or in two documents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.codes import ExitCode
from dragoman.cli.options import DEFAULT_LEDGER, EVERY, FormatOption, LedgerOption, LimitOption, OutputOption, limit_for
from dragoman.cli.output import Format, answer, counted, note, show, styled
from dragoman.errors import InvalidRecord
from dragoman.frames import STATEMENT_COLUMNS, Row

if TYPE_CHECKING:
    from dragoman.ledger import Ledger
    from dragoman.queries.contradicting import Contradiction
    from dragoman.queries.inside import Changes

CHANGE_COLUMNS = ("change", "pair", *STATEMENT_COLUMNS)
CONTRADICTION_COLUMNS = ("field", "pair", *STATEMENT_COLUMNS)


def changes(
    doc: Annotated[str, typer.Argument(metavar="DOC", help="A document (name, path or URL).")],
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="VERSION", help="Another version than the one before (id, or its beginning)."),
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """Tell what the present version of a document says differently.

    Compares it with the version before. `dragoman documents DOC` lists the versions. What is read otherwise in the same
    words comes last. For programs, lines with the same number as `pair` are one statement before and after.
    """
    from dragoman import queries
    from dragoman.cli import lines
    from dragoman.ledger import Ledger
    from dragoman.queries import inside
    from dragoman.queries.comparing import differing

    with Ledger.open(ledger, create=False) as opened:
        last = queries.present_version(opened, doc)
        known = {line.document_id: line for line in inside.versions_of(opened, last.document_id)}
        begun = [known_id for known_id in known if since is not None and known_id.startswith(since.lower())]
        if since is not None and len(begun) != 1:
            raise InvalidRecord(f"{since!r} is the beginning of no version or of several; there are {', '.join(known)}")
        earlier = known[begun[0] if begun else inside.version_before(opened, last.document_id)]
        told = inside.changes(opened, earlier.document_id, last.document_id)

        def table() -> None:
            dates = (earlier.date or earlier.document_id, last.date or last.document_id)
            show(styled(f"{last.title or last.stem}: from {dates[0]} to {dates[1]}", "bold"))
            for before, after in told.changed:
                differs = ", ".join(differing(before, after))
                show("", styled(f"Changed: {differs}", "bold"), lines.statement_table((before, after)))
            for name, found in (("Appeared", told.appeared), ("Vanished", told.vanished)):
                if found:
                    show("", styled(name, "bold"), lines.statement_table(found))
            for was, now in told.reread:
                how = (
                    f"differs: {', '.join(differing(was, now))}"
                    if was and now
                    else "only now"
                    if now
                    else "only before"
                )
                read = [one for one in (was, now) if one]
                show("", styled(f"Read otherwise in the same words ({how})", "bold"), lines.statement_table(read))
            note(f"{counted(told.stayed, 'statement')} stayed.")

        answer(lambda: change_rows(told), CHANGE_COLUMNS, table, format_, output)
    return ExitCode.DONE


def change_rows(told: Changes) -> Iterator[Row]:
    """The statements of a comparison for a program: ``before`` and ``after`` share a ``pair``, and so do
    ``read-before`` and ``read-after``, of which one may be missing; others have none."""
    for number, (before, after) in enumerate(told.changed, 1):
        yield {"change": "before", "pair": number, **before.as_row()}
        yield {"change": "after", "pair": number, **after.as_row()}
    for change, found in (("appeared", told.appeared), ("vanished", told.vanished)):
        yield from ({"change": change, "pair": None, **one.as_row()} for one in found)
    for number, pair in enumerate(told.reread, len(told.changed) + 1):
        for change, one in zip(("read-before", "read-after"), pair, strict=True):
            if one:
                yield {"change": change, "pair": number, **one.as_row()}


def contradictions(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME [NAME]]", help="Only those about this actor, or about two.")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: LimitOption = None,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """List facts that cannot both be so.

    Facts of the same parties or the same thing that differ in date, stage, amount or party. Which of them is right, the
    ledger does not say. For programs, lines with the same number as `pair` are the two sides.
    """
    from dragoman.actors.directory import directory
    from dragoman.cli import lines
    from dragoman.ledger import Ledger
    from dragoman.subjects import code_of

    if len(names or ()) > 2:
        raise InvalidRecord(f"one name or two, not {len(names or ())}; put a name of several words in quotes")
    at_most = limit_for(limit, format_)
    with Ledger.open(ledger, create=False) as opened:
        actors = tuple(code_of(name, directory()) for name in names or ())

        def table() -> None:
            found = list(islice(all_of(opened, actors), (at_most or EVERY) + 1))
            for one in found[:at_most]:
                show(styled(f"{one.field} differs", "bold"), lines.fact_table((one.one, one.other)))
            if not found:
                note("No contradictions found.")
            if len(found) > (at_most or EVERY):
                note("There are more; --limit 0 shows all")

        def rows() -> Iterator[Row]:
            for number, one in enumerate(islice(all_of(opened, actors), at_most), 1):
                for fact in (one.one, one.other):
                    yield {"field": one.field, "pair": number, **fact.best.as_row()}

        answer(rows, CONTRADICTION_COLUMNS, table, format_, output)
    return ExitCode.DONE


def all_of(ledger: Ledger, actors: tuple[str, ...]) -> Iterator[Contradiction]:
    """The contradictions about one actor or two, or without any those of the whole ledger. Raises `UnknownName`."""
    from dragoman.queries import contradicting

    if actors:
        yield from contradicting.contradictions_of(ledger, actors, limit=EVERY).found
        return
    cursor: str | None = None
    while True:
        page = contradicting.contradictions(ledger, cursor=cursor)
        yield from page.found
        cursor = page.cursor
        if cursor is None:
            return
