"""`dragoman explain`, `actors`, `documents` and `check`: what is in a ledger and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.asking import tell_rest
from dragoman.cli.codes import ExitCode
from dragoman.cli.options import (
    DEFAULT_LEDGER,
    EVERY,
    FormatOption,
    LedgerOption,
    LimitOption,
    OutputOption,
    limit_for,
)
from dragoman.cli.output import Format, answer, counted, plain, show, styled
from dragoman.errors import InvalidRecord, UnknownName
from dragoman.frames import Row

if TYPE_CHECKING:
    from rich.table import Table

    from dragoman.ledger import Ledger
    from dragoman.queries import ActorLine, DocumentLine

ACTOR_COLUMNS = ("actor", "name", "code", "statements", "merged_into")
DOCUMENT_COLUMNS = (
    *("doc", "title", "publisher", "date", "language", "statements", "versions", "unlinked", "not_read", "reader"),
    *("source", "locator", "document_id", "first_seen", "warnings"),
    *("publisher_actor", "title_evidence", "publisher_evidence", "date_evidence", "language_evidence"),
)
VERSION_COLUMNS = (
    "doc",
    "document_id",
    "title",
    "date",
    "first_seen",
    "retired_at",
    "again_since",
    "statements",
    "locator",
)


def explain(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="Its id, or as much of it as is unique.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """Tell why a statement was read and who else says it.

    Shows the passage in its surroundings, what each field was read from, the history and people's decisions.
    --format jsonl gives all of it as one line.
    """
    from dragoman import queries
    from dragoman.cli.explanation import explanation_row, explanation_view
    from dragoman.ledger import Ledger

    if format_ not in (Format.table, Format.jsonl):
        raise InvalidRecord("an explanation has no columns: --format jsonl gives it to programs")
    with Ledger.open(ledger, create=False) as opened:
        told = queries.explain(opened, statement)
        row = explanation_row(told)
        answer(lambda: [row], tuple(row), lambda: show(explanation_view(told)), format_, output)
    return ExitCode.DONE


def actors(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Only those that go by this name.")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    of: Annotated[
        str | None, typer.Option("--of", metavar="NAME", help="Only bodies and people of this state or organisation.")
    ] = None,
    unlinked: Annotated[
        bool, typer.Option("--unlinked", help="Instead, names in the documents that no actor could be given to.")
    ] = False,
    limit: LimitOption = None,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """List the actors, those with most statements first."""
    from dragoman import queries
    from dragoman.actors.directory import directory, owner_of
    from dragoman.ledger import Ledger
    from dragoman.subjects import code_of

    at_most = limit_for(limit, format_)
    with Ledger.open(ledger, create=False) as opened:
        if unlinked:
            return _unlinked(opened, at_most, format_, output)
        code = owner_of(code_of(of, directory())) if of else None
        if code and not queries.actors(opened, limit=1, code=code):
            raise UnknownName(f"the ledger has nobody of {of!r}; `dragoman actors` lists whom it has")
        named = _named(opened, names or ())

        def found() -> Iterator[ActorLine]:
            return iter(named) if names else _by_statements(opened, code)

        def table() -> None:
            listed = list(map(actor_row, islice(found(), at_most)))
            show(_actor_table(listed))
            tell_rest(len(listed), at_most, lambda: sum(1 for _ in found()), "actors")

        answer(lambda: map(actor_row, islice(found(), at_most)), ACTOR_COLUMNS, table, format_, output)
    return ExitCode.DONE


def _named(ledger: Ledger, names: Sequence[str]) -> list[ActorLine]:
    """The actors of these names. Raises `UnknownName` for the first that is nobody's."""
    from dragoman import queries
    from dragoman.actors.directory import directory
    from dragoman.queries.resolving import near_to, no_actor
    from dragoman.subjects import code_of

    found: list[ActorLine] = []
    for name in names:
        lines = queries.find_actors(ledger, code_of(name, directory()))
        if not lines:
            raise UnknownName(no_actor(name, near_to(ledger, name)))
        found += lines
    return found


def _by_statements(ledger: Ledger, code: str | None) -> Iterator[ActorLine]:
    """All actors, or those of one state or organisation, those with most statements first."""
    from dragoman import queries

    seen = None
    while page := queries.actors(ledger, limit=1000, code=code, after=seen):
        yield from page
        seen = page[-1].statements, page[-1].actor


def actor_row(line: ActorLine) -> Row:
    """One actor for a program."""
    from dragoman.actors.directory import directory

    return {
        "actor": line.actor,
        "name": line.name or (directory().actor(line.actor).name if line.actor in directory() else None),
        "code": line.code,
        "statements": line.statements,
        "merged_into": line.merged_into,
    }


def _actor_table(rows: Iterable[Row]) -> Table:
    made = _table("Actor", "Name", "Statements", "Merged into")
    for row in rows:
        cells = (row[key] for key in ("actor", "name", "statements", "merged_into"))
        made.add_row(*(styled(str(cell if cell is not None else "")) for cell in cells))
    return made


def _table(*columns: str) -> Table:
    """A table that breaks what is longer than its column: names and ids are there to be typed again."""
    from rich.table import Table

    made = Table(box=None, pad_edge=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def _unlinked(ledger: Ledger, at_most: int | None, format_: Format, output: OutputOption) -> int:
    from rich.table import Table

    from dragoman import queries

    listed = queries.unlinked(ledger, limit=at_most or EVERY)

    def table() -> None:
        made = Table("Mentions", "Text", "Why nobody was given", box=None, pad_edge=False)
        for line in listed:
            made.add_row(str(line.count), styled(line.text), styled(line.reason))
        show(made)
        tell_rest(len(listed), None, lambda: 0, "unlinked mentions")

    answer(lambda: (asdict(line) for line in listed), ("text", "reason", "count"), table, format_, output)
    return ExitCode.DONE


def documents(
    name: Annotated[
        str | None, typer.Argument(metavar="[DOC]", help="Instead, all versions of this document (name, path or URL).")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: LimitOption = None,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """List the documents of the ledger, or the versions of one."""
    from dragoman import queries
    from dragoman.ledger import Ledger

    at_most = limit_for(limit, format_)
    with Ledger.open(ledger, create=False) as opened:
        if name is not None:
            return _versions(opened, name, format_, output)

        def found() -> Iterator[DocumentLine]:
            cursor: str | None = None
            while True:
                page, cursor = queries.documents(opened, limit=500, cursor=cursor)
                yield from page
                if cursor is None:
                    return

        def table() -> None:
            made = _table("Document", "Title", "Publisher", "Date", "Statements")
            # One more than is shown: it may have the last one's name.
            listed = list(islice(found(), at_most and at_most + 1))
            stems = Counter(line.stem for line in listed)
            listed = listed[:at_most]
            for line in listed:
                name = line.stem if stems[line.stem] == 1 else f"{line.stem}  ({line.locator})"
                count = f"{line.statements}" if line.not_read is None else f"not read: {line.not_read}"
                title = line.title or ""
                if line.versions > 1:
                    title += f"  ({line.versions} versions)"
                made.add_row(*map(styled, (name, title, line.publisher or "", line.date or "", count)))
            show(made)
            tell_rest(len(listed), at_most, lambda: queries.summary(opened).documents, "documents")

        answer(lambda: map(document_row, islice(found(), at_most)), DOCUMENT_COLUMNS, table, format_, output)
    return ExitCode.DONE


def document_row(line: DocumentLine) -> Row:
    """One document for a program."""
    row = {"doc": line.stem, **asdict(line)}
    return {column: row[column] for column in DOCUMENT_COLUMNS}


def _versions(ledger: Ledger, name: str, format_: Format, output: OutputOption) -> int:
    from dragoman import queries

    listed = queries.versions(ledger, name)

    def table() -> None:
        made = _table("Version", "Date", "Title", "In the ledger since", "Until", "Statements")
        for line in listed:
            since = line.first_seen + (f", again {line.again_since}" if line.again_since else "")
            cells = (line.document_id, line.date or "", line.title or "", since, line.retired_at or "present")
            made.add_row(*map(styled, cells), str(line.statements))
        show(made)

    rows = ({key: ({"doc": line.stem} | asdict(line))[key] for key in VERSION_COLUMNS} for line in listed)
    answer(lambda: rows, VERSION_COLUMNS, table, format_, output)
    return ExitCode.DONE


def check(
    ledger: LedgerOption = DEFAULT_LEDGER,
    skipped: Annotated[bool, typer.Option("--skipped", help="Also list the inputs that could not be read.")] = False,
    format_: FormatOption = Format.table,
    output: OutputOption = None,
) -> int:
    """Verify a ledger and count what is in it.

    Every quote must stand at its place, every id be that of its content, nothing may be missing. Exit code 1 where
    something is wrong. Decisions on what no document says any more are listed, but are no fault.
    """
    from dragoman import queries
    from dragoman.ledger import Ledger
    from dragoman.ledger.checking import check as check_ledger

    with Ledger.open(ledger, create=False) as opened:
        findings = check_ledger(opened)
        faults = [finding for finding in findings if finding.what != "decision"]
        rows = [asdict(finding) for finding in findings]

        def table() -> None:
            numbers = queries.summary(opened)
            counts = (
                f"{counted(numbers.documents, 'document')} in {counted(numbers.versions, 'version')}",
                f"{counted(numbers.statements, 'statement')} of {counted(numbers.facts, 'fact')}",
                f"{numbers.retired:,} retired, {numbers.rejected:,} rejected",
                f"{counted(numbers.decisions, 'decision')}, {counted(numbers.skipped, 'input')} skipped",
            )
            show(styled(", ".join(counts)))
            for reason, count in numbers.not_read:
                show(styled(f"not read: {reason}: {counted(count, 'document')}"))
            if skipped:
                for one in queries.skipped(opened):
                    show(styled(f"skipped: {one.locator}: {one.reason}; {one.advice}"))
            for finding in findings:
                show(
                    styled(f"{finding.what}: {finding.where}: {finding.says}", "red" if finding in faults else "yellow")
                )
            show(styled("Sound." if not faults else f"{counted(len(faults), 'fault')}.", "bold"))

        answer(lambda: rows, ("what", "where", "says"), table, format_, output)
    return ExitCode.NOTHING if faults else ExitCode.DONE


def version() -> int:
    """Print the version."""
    from dragoman import __version__

    typer.echo(plain(f"dragoman {__version__}"))
    return ExitCode.DONE
