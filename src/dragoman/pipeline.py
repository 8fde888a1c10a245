"""A build from beginning to end: inputs -> sources -> documents -> readings -> ledger, with a summary of what happened.

`build` is the whole way on one page. Documents are opened and read in worker processes and stored by this one, in the
order of the inputs, so that the ledger does not depend on the number of workers.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from dragoman import __version__
from dragoman.actors.context.publishers import publisher_actor
from dragoman.actors.directory import directory
from dragoman.datafiles import knowledge
from dragoman.documents import (
    Given,
    Limits,
    Source,
    content_hash,
    discover,
    document_from_text,
    given_facts,
    open_source,
)
from dragoman.documents.limits import OutOfTime, time_limit
from dragoman.documents.opening import open_row, rows_of
from dragoman.documents.passages import foreign_passages, told, without
from dragoman.documents.rows import TableRow, is_table, told_apart
from dragoman.documents.streams import DAMAGED, open_stream
from dragoman.documents.wrapping import as_wrapped, unwrapped
from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger
from dragoman.reading import Reader, default_reader
from dragoman.records import Document, Reading, Skipped, digest
from dragoman.tally import Mark, ReadDocument, Summary, Tally
from dragoman.vanished import vanished
from dragoman.workers import Bounds, Failed, Work, in_order

# A batch is committed after so many documents or seconds: what was reported done is on disk, and another build that
# writes to the same ledger gets its turn.
BATCH_DOCUMENTS = 50
BATCH_SECONDS = 1.0
LATE = "reading took longer than {:g} seconds"
LATE_ADVICE = "split the document, or run the command again and allow more with --seconds"


def read(
    text: str | Document,
    *,
    title: str | None = None,
    publisher: str | None = None,
    date: str | None = None,
    language: str | None = None,
    reader: Reader | None = None,
) -> Reading:
    """Read one text in memory.

    ``text`` is a string, with what is known about it in the other arguments, or a `Document`. Gives the reading: its
    statements with their places in the text. A reading that says ``not_read`` is of a language the reader does not
    have. Raises nothing, whatever the text is.
    """
    document = text
    if isinstance(document, str):
        document = document_from_text(document, title=title, publisher=publisher, date=date, language=language)
    return read_document(document, reader or default_reader())


def build(
    inputs: Sequence[str | Path],
    ledger: str | Path | Ledger = "dragoman.ledger",
    *,
    reader: Reader | None = None,
    workers: int = 0,
    publisher: str | None = None,
    date: str | None = None,
    language: str | None = None,
    name: str | None = None,
    base: str | None = None,
    limits: Limits | None = None,
    bounds: Bounds | None = None,
    stdin: BinaryIO | None = None,
    withdraw: bool = False,
    on_progress: Callable[[Summary], None] | None = None,
) -> Summary:
    """Read files, folders, patterns, zip archives or ``-`` (``stdin``) into a ledger; gives the summary.

    What the ledger already has is not read again; a changed document adds its new statements and retires the old
    ones. ``publisher``, ``date`` and ``language`` hold for all inputs. ``name`` is what the text on ``stdin`` is called
    and makes what comes under it later a version of it; without, every other text is a document of its own. Files are
    called by their paths relative to ``base``, by default the folder of the ledger's file (see `Ledger.locator`). A
    document that cannot be read within the time of ``bounds`` is stored without statements, and read anew by the next
    build. With ``workers`` 0 all happens in this process, and of ``bounds`` only that time holds. ``on_progress`` is
    told after every commit. Documents whose files are no longer in the folders and archives among the ``inputs`` are
    told in the summary, and taken back with ``withdraw``.

    Raises `LedgerError` for a ledger that cannot be used and `InvalidRecord` for a ``date`` or ``language`` that is
    none or a ``name`` without ``-``. Inputs that cannot be read are in the summary and raise nothing.
    """
    if name is not None and (not name.strip() or "-" not in map(str, inputs)):
        raise InvalidRecord(
            "a name is for the text on standard input: give - as an input, and a name that is not blank"
        )
    opening = Opening(given_facts(publisher=publisher, date=date, language=language), limits or Limits())
    with opened(ledger) as store:
        called = partial(store.locator, base=base)
        there = discover(inputs, limits=opening.limits, stdin=stdin, name=name, called=called)
        sources = [told_apart(one) if isinstance(one, Source) else one for one in there]
        tally = Tally(store, total=count_documents(sources, opening.limits))
        jobs = changed(sources, opening, (reader or default_reader()).name, tally)
        bounds = bounds or Bounds()
        results = in_order(jobs, ReadingTask(opening, reader, bounds.seconds), workers, bounds, unread)
        for batch in batches(results):
            tally.store(batch)
            if on_progress:
                on_progress(tally.summary())
        gone = vanished(store, inputs, sources, called)
        return replace(tally.summary(), gone=gone, withdrawn=store.withdraw(gone) if withdraw and gone else 0)


def read_document(document: Document, reader: Reader) -> Reading:
    """What ``reader`` reads in ``document``; nothing, with the reason, where it does not have the language.

    Passages in a language that it does not have are left out too; ``notes`` and ``foreign`` of the reading tell so.
    """
    language = document.language.value
    if language is not None and language.split("-")[0] not in reader.languages:
        return Reading(reader.name, not_read=f"language {language}")
    foreign = foreign_passages(document, reader.languages)
    plain = unwrapped(without(document, foreign) if foreign else document)
    reading = as_wrapped(reader.read(plain.document), plain)
    statements = tuple(replace(statement, origin=document.origin) for statement in reading.statements)
    languages = tuple(passage.language for passage in foreign)
    notes = told(sorted(Counter(languages).items()))
    return replace(reading, statements=statements, notes=(*reading.notes, *notes), foreign=languages)


def read_within(seconds: float, document: Document, reader: Reader) -> Reading | None:
    """What ``reader`` reads in ``document``; null where that takes more than ``seconds`` of computing time."""
    try:
        with time_limit(seconds):
            return read_document(document, reader)
    except OutOfTime:
        return None


@dataclass(frozen=True, slots=True)
class Opening:
    """How sources are opened: the facts that hold for all of them, and the limits."""

    given: Given
    limits: Limits


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is given: a source or a row of a table to open and read, or a thing to pass on.

    ``fingerprint`` tells this input with these facts and this reader from any other; null where it cannot be told.
    ``known`` says that the ledger has an earlier version. A ``failed`` one is only opened: its reading failed so.
    """

    what: Source | TableRow | Skipped | Mark
    fingerprint: str | None = None
    known: bool = False
    failed: Failed | None = None

    @property
    def locator(self) -> str:
        return self.what.locator


Outcome = ReadDocument | Skipped | Mark


@dataclass(frozen=True, slots=True)
class ReadingTask:
    """Called once in every worker; gives what turns a `Job` into outcomes. ``reader`` null is the default one."""

    opening: Opening
    reader: Reader | None
    seconds: float

    def __call__(self) -> Work:
        reader = self.reader or default_reader()
        return lambda job: tuple(outcomes(job, self.opening, reader, self.seconds))


def outcomes(job: Job, opening: Opening, reader: Reader, seconds: float) -> Iterator[Outcome]:
    """Open and read: one outcome a document. One that takes more than ``seconds`` to read is kept unread, without the
    fingerprint that it would be passed over by next time."""
    documents: Iterable[Document | Skipped | Mark]
    if isinstance(job.what, Source):
        documents = open_source(job.what, given=opening.given, limits=opening.limits)
    elif isinstance(job.what, TableRow):
        documents = [open_row(job.what, given=opening.given, limits=opening.limits)]
    else:
        documents = [job.what]
    for document in documents:
        if not isinstance(document, Document):
            yield document
            continue
        document = replace(document, publisher_actor=publisher_actor(document, directory()))
        if job.failed:
            yield _left_unread(document, reader, job, job.failed)
        elif reading := read_within(seconds, document, reader):
            yield ReadDocument(document, reading, job.fingerprint, job.known)
        else:
            yield _left_unread(document, reader, job, Failed(LATE.format(seconds), LATE_ADVICE))


def _left_unread(document: Document, reader: Reader, job: Job, why: Failed) -> ReadDocument:
    return ReadDocument(document, Reading(reader.name, not_read=why.reason), known=job.known, unfinished=why.advice)


def unread(job: Job, failed: Failed) -> Job | None:
    """What is done in place of a job that failed: the document is opened, so that its text is kept."""
    return replace(job, failed=failed) if isinstance(job.what, Source | TableRow) else None


def changed(sources: Iterable[Source | Skipped], opening: Opening, reader: str, tally: Tally) -> Iterator[Job]:
    """The jobs for what the ledger does not have as it is now. The rows of a table are jobs of their own."""
    for source in sources:
        if isinstance(source, Skipped):
            yield Job(source)
            continue
        content = content_hash(source, opening.limits)
        mark = fingerprint(content, opening, reader) if content else None
        known = tally.fingerprint(source.locator)
        if mark and known == mark:
            tally.unchanged(count_documents([source], opening.limits))
        elif is_table(source):
            yield from rows(source, opening, reader, tally)
            if mark:
                yield Job(Mark(source.locator, mark))
        else:
            yield Job(source, mark, known is not None)


def rows(source: Source, opening: Opening, reader: str, tally: Tally) -> Iterator[Job]:
    """The jobs for the rows of one table that the ledger does not have."""
    for row in rows_of(source, opening.limits):
        if isinstance(row, Skipped):
            yield Job(row)
            continue
        mark = fingerprint(row.digest, opening, reader)
        known = tally.fingerprint(row.locator)
        if known == mark:
            tally.unchanged(1)
        else:
            yield Job(row, mark, known is not None)


def fingerprint(content: str, opening: Opening, reader: str) -> str:
    """What an input is passed over by: its bytes, the facts given, the limits, the reader, the data files that rules
    and names are in, and this version."""
    given = opening.given
    facts = [given.publisher, given.date, given.language, str(opening.limits)]
    return digest([content, *facts, reader, knowledge(), __version__])


def batches(results: Iterable[tuple[Any, Any]]) -> Iterator[list[Outcome]]:
    """Outcomes in groups that are stored together. A job that failed is a `Skipped`."""
    batch: list[Outcome] = []
    begun = time.monotonic()
    for job, result in results:
        if isinstance(result, Failed):
            batch.append(Skipped(job.locator, result.reason, result.advice))
        else:
            batch.extend(result)
        if len(batch) >= BATCH_DOCUMENTS or time.monotonic() - begun >= BATCH_SECONDS:
            yield batch
            batch, begun = [], time.monotonic()
    if batch:
        yield batch


def count_documents(sources: Iterable[Source | Skipped], limits: Limits) -> int:
    """About how many documents there are: a line of a table counts as one. For telling how much is left."""
    count = 0
    for source in sources:
        count += 1
        if isinstance(source, Source) and is_table(source):
            count += max(0, _lines(source, limits) - 1)
    return count


def _lines(source: Source, limits: Limits) -> int:
    try:
        with open_stream(source, limits) as stream:
            lines, last = 0, b"\n"
            while block := stream.read(1 << 20):
                lines, last = lines + block.count(b"\n"), block[-1:]
    except DAMAGED:
        return 1
    return lines + (last != b"\n")


def opened(ledger: str | Path | Ledger) -> AbstractContextManager[Ledger]:
    """The ledger itself, left open at the end, or the one at an address, closed at the end."""
    return nullcontext(ledger) if isinstance(ledger, Ledger) else Ledger.open(ledger)
