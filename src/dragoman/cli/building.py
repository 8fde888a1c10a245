"""`dragoman build` and `dragoman read`: documents in, statements out."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from dragoman.cli.codes import ExitCode
from dragoman.cli.options import DEFAULT_LEDGER, FormatOption, LedgerOption, OutputOption
from dragoman.cli.output import Format, console, counted, note, plain, write_rows
from dragoman.errors import InvalidRecord

if TYPE_CHECKING:
    from dragoman.tally import Summary

InputsArgument = Annotated[
    list[str],
    typer.Argument(metavar="INPUT...", help="Files, folders, 'patterns', zip archives; - for standard input."),
]
PublisherOption = Annotated[
    str | None, typer.Option("--publisher", metavar="NAME", help="Who published them; beats side files and pages.")
]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="When they were published: 2016-03-17, 2016-03 or 2016.")
]
LanguageOption = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="The language they are in, such as en or sr.")
]
WorkersOption = Annotated[
    int | None, typer.Option("--workers", "-w", min=0, help="Processes that read; 0 for none.  [default: one a core]")
]
SecondsOption = Annotated[float, typer.Option("--seconds", min=1, help="Most computing time for reading one document.")]
SHOWN_OF_A_KIND = 20


def build(
    inputs: InputsArgument,
    ledger: LedgerOption = DEFAULT_LEDGER,
    publisher: PublisherOption = None,
    date: DateOption = None,
    language: LanguageOption = None,
    name: Annotated[
        str | None,
        typer.Option(
            "--name", metavar="NAME", help="What standard input is called; the same name again makes a new version."
        ),
    ] = None,
    withdraw: Annotated[
        bool, typer.Option("--withdraw", help="Take back documents whose files are no longer in the folders named.")
    ] = False,
    workers: WorkersOption = None,
    seconds: SecondsOption = 120,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="List all notes and skipped inputs, not only the first 20.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress, and no summary unless inputs were skipped.")
    ] = False,
) -> int:
    """Read documents into a ledger.

    Run it again when documents were added or changed: what the ledger has is not read again, a changed document adds
    its new statements and retires the old ones; one whose file is gone stays, unless you --withdraw it. A file
    NAME.json beside a document gives its title, publisher, date, language and url.
    """
    from dragoman.pipeline import build as build_ledger
    from dragoman.workers import Bounds

    with progress(shown=not quiet) as tell:
        summary = build_ledger(
            inputs,
            ledger,
            workers=available_cores() if workers is None else workers,
            publisher=publisher,
            date=date,
            language=language,
            name=name,
            bounds=Bounds(seconds=seconds),
            stdin=standard_input(),
            withdraw=withdraw,
            on_progress=tell,
        )
    if not quiet or summary.skipped or summary.unfinished:
        console(error=True).print(
            "\n".join(summary_lines(summary, ledger, most=None if verbose else SHOWN_OF_A_KIND)), soft_wrap=True
        )
    return ExitCode.SKIPPED if summary.skipped or summary.unfinished else ExitCode.DONE


def read(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[INPUT]...", help="As for build.  [default: standard input]")
    ] = None,
    publisher: PublisherOption = None,
    date: DateOption = None,
    language: LanguageOption = None,
    format_: FormatOption = Format.jsonl,
    output: OutputOption = None,
) -> int:
    """Read documents without a ledger and print their statements."""
    from dragoman.documents import open_documents
    from dragoman.frames import STATEMENT_COLUMNS
    from dragoman.pipeline import read_document
    from dragoman.reading import default_reader
    from dragoman.records import Skipped, Statement

    reader = default_reader()
    skipped: list[Skipped] = []

    def statements() -> Iterator[Statement]:
        opened = open_documents(
            inputs or ["-"], publisher=publisher, date=date, language=language, stdin=standard_input()
        )
        for document in opened:
            if isinstance(document, Skipped):
                skipped.append(document)
                continue
            reading = read_document(document, reader)
            if reading.not_read:
                note(f"{document.locator}: not read: {reading.not_read}")
            for line in reading.notes:
                note(f"{document.locator}: {line}")
            yield from reading.statements

    if format_ is Format.table:
        raise InvalidRecord("read prints rows for programs: --format jsonl, csv or parquet")
    write_rows((s.as_row() for s in statements()), STATEMENT_COLUMNS, format_, output)
    for one in skipped:
        note(f"skipped {one.locator}: {one.reason}; {one.advice}")
    return ExitCode.SKIPPED if skipped else ExitCode.DONE


def standard_input() -> BinaryIO | None:
    """The bytes of standard input; null where it is closed."""
    return None if sys.stdin is None else sys.stdin.buffer


def available_cores() -> int:
    """Cores this process may use; a container often has fewer than the machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def progress(*, shown: bool) -> Iterator[Callable[[Summary], None] | None]:
    """A bar with rate and time left on standard error, where that is a terminal."""
    screen = console(error=True)
    if not shown or not screen.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("Reading"),
        BarColumn(bar_width=None),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", style="cyan"),
        TimeRemainingColumn(compact=True),
    )
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("", total=None, rate="")

        def tell(summary: Summary) -> None:
            total = max(summary.total, summary.done)
            bar.update(task, completed=summary.done, total=total, rate=f"{summary.rate:.1f}/s")

        yield tell


def summary_lines(summary: Summary, ledger: str, most: int | None = SHOWN_OF_A_KIND) -> Iterator[str]:
    """The closing summary: what was read, what was skipped and why, and what to do about it; of notes and skipped
    inputs ``most`` each (null: all)."""
    from dragoman.documents.passages import told

    parts = [
        f"read {counted(summary.read, 'document')}" + (f" ({summary.changed:,} changed)" if summary.changed else "")
    ]
    if summary.unchanged:
        parts.append(f"{summary.unchanged:,} unchanged")
    if summary.skipped:
        parts.append(f"skipped {len(summary.skipped):,}")
    speed = f" in {summary.seconds:.1f} s" + (f", {summary.rate:.1f} a second" if summary.read else "")
    yield "; ".join(parts).capitalize() + speed + "."
    statements = f"Statements: {summary.new_statements:,} new"
    if summary.retired_statements:
        statements += f", {summary.retired_statements:,} retired"
    yield statements + "."
    for reason, count in summary.not_read:
        yield plain(f"Not read: {reason}: {counted(count, 'document')}, stored and searchable.")
    for line in told(summary.foreign):
        yield plain(f"{line}, stored and searchable.")
    if summary.unlinked:
        yield f"Actors not linked: {counted(summary.unlinked, 'mention')}; `dragoman actors --unlinked` lists them."
    for locator, warning in summary.warnings[:most]:
        yield plain(f"Note: {locator}: {warning}")
    yield from _more(len(summary.warnings), most, "notes; --verbose lists all")
    for one in summary.skipped[:most]:
        yield plain(f"Skipped: {one.locator}: {one.reason}; {one.advice}")
    yield from _more(len(summary.skipped), most, "skipped; --verbose or `dragoman check --skipped` lists all")
    if summary.gone:
        files = counted(len(summary.gone), "document")
        taken = "taken back" if summary.withdrawn else "kept; --withdraw takes back what they said"
        yield f"No longer there: the files of {files}; {taken}."
        yield from (plain(f"Not there: {locator}") for locator in summary.gone[:most])
        yield from _more(len(summary.gone), most, "not there; --verbose lists all")
    if not summary.done:
        yield "No documents were found in what was named."
    elif summary.read:
        from dragoman.ledger.connect import safe

        named = "" if ledger == DEFAULT_LEDGER else f" --ledger {shlex.quote(safe(ledger))}"
        yield plain(f"The ledger is {safe(ledger)}; ask it with `dragoman show NAME{named}`.")


def _more(count: int, most: int | None, what: str) -> Iterator[str]:
    if most is not None and count > most:
        yield f"… and {count - most:,} more {what}"
