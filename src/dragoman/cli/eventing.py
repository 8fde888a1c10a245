"""`dragoman events`: a corpus in, a table of events out."""

from __future__ import annotations

import json
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.building import (
    InputsArgument,
    LanguageOption,
    PublisherOption,
    SecondsOption,
    WorkersOption,
    available_cores,
    standard_input,
)
from dragoman.cli.codes import ExitCode
from dragoman.cli.output import console, destination, keep_inputs, plain, whole
from dragoman.errors import DragomanError, InvalidRecord

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.events.classifier import Classifier
    from dragoman.events.corpus import Tally
    from dragoman.events.records import Counts, Rejected

SHOWN = 10

DateOfOthersOption = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="When those were published that have no date: 2016-03-17, 2016-03."),
]


class EventFormat(StrEnum):
    """How events are written; by default what the name of the file says, else Parquet."""

    parquet = "parquet"
    csv = "csv"
    jsonl = "jsonl"
    polecat = "polecat"
    icews = "icews"


class DateOrder(StrEnum):
    """What comes first in dates of numbers with the year at the end."""

    mdy = "mdy"
    dmy = "dmy"


class Same(StrEnum):
    """When two reports are of the same actors."""

    actor = "actor"
    country = "country"
    none = "none"


def events(
    inputs: InputsArgument,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Write the events to this file.")],
    format_: Annotated[
        EventFormat | None, typer.Option("--format", "-f", help="The format.  [default: by the file's name]")
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="FILE", help="Write a page with charts and what was not coded.")
    ] = None,
    rejects: Annotated[
        Path | None,
        typer.Option("--rejects", metavar="FILE", help="Write rejected rows here.  [default: FILE.rejected.jsonl]"),
    ] = None,
    same: Annotated[
        Same, typer.Option("--same", help="Reports of one day and type are one event if they have the same … .")
    ] = Same.actor,
    threshold: Annotated[
        float | None, typer.Option("--threshold", min=0, max=1, help="Least probability of an event.")
    ] = None,
    pairs: Annotated[
        int | None,
        typer.Option(
            "--pairs",
            min=1,
            metavar="N",
            help="Most pairs of the parties of one statement that become events.  [default: 2000, all of 60 states]",
        ),
    ] = None,
    id_column: Annotated[str | None, typer.Option("--id-column", metavar="NAME", help="Column with the ids.")] = None,
    date_column: Annotated[str | None, typer.Option("--date-column", metavar="NAME", help="Column with dates.")] = None,
    text_column: Annotated[str | None, typer.Option("--text-column", metavar="NAME", help="Column with texts.")] = None,
    dates: Annotated[
        DateOrder | None,
        typer.Option(
            "--dates", help="Dates like 3/5/2016 in all rows: month first, or day first.  [default: rejected]"
        ),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Add the words that speak for each event's type with their weights, other likely types, and the "
            "codebook's definition; about five events a second.",
        ),
    ] = False,
    publisher: PublisherOption = None,
    date: DateOfOthersOption = None,
    language: LanguageOption = None,
    workers: WorkersOption = None,
    seconds: SecondsOption = 120,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, and no summary.")] = False,
) -> int:
    """Code events: who did what to whom, when and where, in the types of PLOVER.

    A corpus is JSON lines, CSV, TSV or Parquet with the columns id, date and text, or a folder of documents. Rows that
    cannot be used are listed in a file beside the output; the rest is coded. Files are replaced when all is done, and
    not where nothing could be read.
    """
    from dragoman.events import shipped_classifier
    from dragoman.events.classifier import Classifier
    from dragoman.events.corpus import code_corpus, collect
    from dragoman.events.formats import write_events
    from dragoman.events.grouping import once
    from dragoman.workers import Bounds

    chosen = format_ or by_name(output)
    where = rejects or output.with_name(f"{output.name}.rejected.jsonl")
    keep_inputs(inputs, {"--output": output, "--report": report, "--rejects": where})
    if explain and chosen in (EventFormat.polecat, EventFormat.icews):
        raise InvalidRecord(f"{chosen.value} has no columns for --explain; write Parquet, CSV or JSON lines")
    classifier = shipped_classifier()
    explainer = classifier if explain and isinstance(classifier, Classifier) else None
    if explain and explainer is None:
        raise InvalidRecord("--explain needs the classifier's weights, which are not installed; reinstall dragoman")
    outcomes = code_corpus(
        inputs,
        classifier=classifier,
        settings=settings_for(threshold, pairs),
        columns=columns_for(id_column, date_column, text_column, dates),
        workers=available_cores() if workers is None else workers,
        publisher=publisher,
        date=date,
        language=language,
        bounds=Bounds(seconds=seconds),
        stdin=standard_input(),
    )
    with scratch() as folder:
        rejected = folder / "rejected.jsonl"
        with rejecting(rejected) as reject, progress(shown=not quiet) as tell:
            reports, tally = collect(outcomes, folder / "events.arrow", reject, tell)
        table = once(reports, same.value)
        counts = tally.result(table.num_rows)
        if counts.documents == counts.rejected:
            if not quiet:
                tell_lines(reason_lines(counts, tally.advice()))
            raise DragomanError(f"{output}: left as it was, because no document could be read{first_of(tally)}")
        if explainer:
            table = explained(table, explainer, shown=not quiet)
        with whole(output) as partial:
            write_events(table, partial, chosen.value, version())
        keep_rejects(rejected, where)
        if report is not None:
            from dragoman.events.report import page

            with destination(report) as out:
                out.write(page(table, counts, tally, f"Events in {output.name}"))
    if not quiet:
        tell_lines(summary_lines(counts, output, where, tally))
    return ExitCode.SKIPPED if counts.rejected else ExitCode.DONE


def explained(table: pa.Table, classifier: Classifier, *, shown: bool) -> pa.Table:
    """``table`` with the reasons of its events, and a count on standard error where that is a terminal."""
    from dragoman.events.explain import with_reasons

    screen = console(error=True)
    with screen.status("Explaining") if shown and screen.is_terminal else nullcontext() as status:
        total = f"{table.num_rows:,}"
        tell = (lambda n: status.update(f"Explaining {n:,} of {total} events")) if status else None
        return with_reasons(table, classifier, tell)


def by_name(output: Path) -> EventFormat:
    """The format that the file's name says. Raises `InvalidRecord` for a name that says none."""
    endings = {".parquet": EventFormat.parquet, ".csv": EventFormat.csv, ".jsonl": EventFormat.jsonl}
    if output.suffix.lower() not in endings:
        raise InvalidRecord(f"{output}: the name says no format; add --format {', '.join(EventFormat)}")
    return endings[output.suffix.lower()]


def settings_for(threshold: float | None, pairs: int | None) -> Any:
    from dragoman.events.scene import DEFAULT

    made = DEFAULT if threshold is None else replace(DEFAULT, threshold=threshold)
    return made if pairs is None else replace(made, crossed=pairs)


def columns_for(id_: str | None, date: str | None, text: str | None, order: DateOrder | None) -> Any:
    from dragoman.events.inputs import Columns

    return Columns(id_, date, text, None if order is None else order.value)


def version() -> str:
    from dragoman import __version__

    return f"dragoman {__version__}"


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder that is gone at the end, also where the process is told to end (SIGTERM)."""
    before = signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
            yield Path(folder)
    finally:
        signal.signal(signal.SIGTERM, before or signal.SIG_DFL)


def keep_rejects(written: Path, where: Path) -> None:
    """The rejects of this run in place of those of an earlier one; without any there is no file."""
    if written.exists():
        with whole(where) as partial:
            shutil.copyfile(written, partial)
    elif where.is_file():
        where.unlink()


@contextmanager
def rejecting(where: Path) -> Iterator[Callable[[Rejected], None]]:
    """Writes rejected inputs as JSON lines; without any there is no file."""
    out = None

    def reject(one: Rejected) -> None:
        nonlocal out
        out = out or where.open("w", encoding="utf-8")
        out.write(json.dumps(asdict(one), ensure_ascii=True) + "\n")

    try:
        yield reject
    finally:
        if out:
            out.close()


@contextmanager
def progress(*, shown: bool) -> Iterator[Callable[[Tally], None] | None]:
    """A count on standard error, where that is a terminal."""
    screen = console(error=True)
    if not shown or not screen.is_terminal:
        yield None
        return
    with screen.status("Coding") as status:

        def tell(tally: Tally) -> None:
            c = tally.counts
            status.update(
                f"{c['documents']:,} documents, {c['reports']:,} reports of events, {c['rejected']:,} rejected"
            )

        yield tell


def tell_lines(lines: Iterable[str]) -> None:
    console(error=True).print("\n".join(map(plain, lines)), soft_wrap=True)


def first_of(tally: Tally) -> str:
    """The first input that was rejected."""
    return "".join(f" ({one.locator}: {one.reason}; {one.advice})" for one in tally.rejects[:1])


def summary_lines(counts: Counts, output: Path, rejects: Path, tally: Tally) -> Iterator[str]:
    """What came of the corpus; the first line adds up."""
    yield (
        f"{counts.documents:,} documents = {counts.coded:,} coded + {counts.without:,} without event"
        f" + {counts.rejected:,} rejected, in {counts.seconds:.1f} s."
    )
    yield f"{counts.events:,} events in {output}, from {counts.reports:,} reports."
    for reason, number in counts.reasons[:SHOWN]:
        yield f"Without event: {reason}: {number:,}"
    yield from reason_lines(counts, tally.advice())
    if counts.rejected:
        yield f"All that was rejected is in {rejects}."
    if tally.ahead:
        named = ", ".join(tally.ahead[:SHOWN]) + (", …" if len(tally.ahead) > SHOWN else "")
        yield f"Dated after today: {len(tally.ahead):,} documents with events; correct their dates: {named}"


def reason_lines(counts: Counts, advice: Mapping[str, str]) -> Iterator[str]:
    """Why what was rejected; ``advice`` is by reason."""
    for reason, number in counts.rejections[:SHOWN]:
        yield (
            f"Rejected: {reason}: {number:,}; {advice[reason]}"
            if reason in advice
            else f"Rejected: {reason}: {number:,}"
        )
