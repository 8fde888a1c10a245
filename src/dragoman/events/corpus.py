"""A corpus from beginning to end: items -> documents -> events, in worker processes, in the order of the inputs.

Every input comes out as `Coded` or `Rejected`. No ledger is needed, and none is written.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date as Day
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from dragoman.documents import Given, Limits, Source, given_facts
from dragoman.documents.limits import OutOfTime, time_limit
from dragoman.events.coding import PairClassifier, code_document
from dragoman.events.inputs import Columns, Item, Row, items, opened
from dragoman.events.records import Coded, Counts, NotCoded, Rejected
from dragoman.events.scene import DEFAULT, Settings
from dragoman.events.table import event_row, event_schema
from dragoman.pipeline import LATE, LATE_ADVICE
from dragoman.reading import Reader, default_reader
from dragoman.records import Document, digest
from dragoman.workers import Bounds, Failed, Work, in_order

if TYPE_CHECKING:
    import pyarrow as pa

BATCH_EVENTS = 5_000
SAMPLES = 8
"""Sentences that are kept for every reason why something was not coded."""
SHOWN_REJECTS = 200

Outcome = Coded | Rejected


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker is given."""

    item: Row | Source | Rejected

    @property
    def locator(self) -> str:
        return self.item.locator


@dataclass(frozen=True, slots=True)
class CodingTask:
    """Called once in every worker; gives what turns a `Job` into outcomes. ``reader`` null is the default one."""

    given: Given
    limits: Limits
    reader: Reader | None
    classifier: PairClassifier | None
    settings: Settings
    seconds: float

    def __call__(self) -> Work:
        from dragoman.actors.directory import directory

        reader, known = self.reader or default_reader(), directory()

        def coded(document: Document) -> Outcome:
            try:
                with time_limit(self.seconds):
                    return code_document(document, reader, known, self.classifier, self.settings)
            except OutOfTime:
                return Rejected(document.locator, document.stem, LATE.format(self.seconds), LATE_ADVICE)

        def work(job: Job) -> tuple[Outcome, ...]:
            if isinstance(job.item, Rejected):
                return (job.item,)
            return tuple(
                document if isinstance(document, Rejected) else coded(document)
                for document in opened(job.item, self.given, self.limits)
            )

        return work


def code_corpus(
    inputs: Sequence[str | Path],
    *,
    reader: Reader | None = None,
    classifier: PairClassifier | None = None,
    settings: Settings = DEFAULT,
    columns: Columns | None = None,
    workers: int = 0,
    publisher: str | None = None,
    date: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
    bounds: Bounds | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome]:
    """Every document of ``inputs`` with its events, or why it has none, or why it was rejected.

    ``publisher`` and ``language`` hold for all inputs, ``date`` for those that have none. With ``workers`` 0 all
    happens in this process and of ``bounds`` only the time of a document holds. Raises `InvalidRecord` for a ``date``
    that is none; nothing else.
    """
    given = given_facts(publisher=publisher, date=date, language=language)
    limits = limits or Limits()
    bounds = bounds or Bounds()
    task = CodingTask(given, limits, reader, classifier, settings, bounds.seconds)
    jobs: Iterable[Item] = items(inputs, columns, limits, stdin)
    for job, result in in_order((Job(item) for item in jobs), task, workers, bounds):
        if isinstance(result, Failed):
            name = job.item.id if isinstance(job.item, Row) else None
            yield Rejected(job.locator, name, result.reason, result.advice)
        else:
            yield from result


@dataclass
class Tally:
    """Counts outcomes and gathers what the report shows; `write` also keeps the events on disk while they come."""

    begun: float = field(default_factory=time.monotonic)
    counts: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    rejections: Counter[str] = field(default_factory=Counter)
    samples: dict[str, dict[str, tuple[str, NotCoded]]] = field(default_factory=dict)
    rejects: list[Rejected] = field(default_factory=list)
    ahead: list[str] = field(default_factory=list)
    """Documents with events whose date is still to come: a mistake, most likely."""
    today: str = field(default_factory=lambda: Day.today().isoformat())

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.counts["documents"] += 1
        if isinstance(outcome, Rejected):
            self.counts["rejected"] += 1
            self.rejections[outcome.reason] += 1
            if len(self.rejects) < SHOWN_REJECTS:
                self.rejects.append(outcome)
            return
        self.counts["coded" if outcome.events else "without"] += 1
        self.counts["reports"] += len(outcome.events)
        self.counts["sentences"] += outcome.sentences
        if outcome.reason:
            self.reasons[outcome.reason] += 1
        if any((event.published or "")[:10] > self.today for event in outcome.events):
            self.ahead.append(outcome.doc)
        # One sentence may have had several events, of each two of its actors.
        for one in {(one.reason, one.start, one.end): one for one in outcome.left}.values():
            self.left[one.reason] += 1
            self._sample(outcome.doc, one)

    def _sample(self, doc: str, one: NotCoded) -> None:
        """A sample of different sentences that is the same in every run: those whose digest comes first."""
        kept = self.samples.setdefault(one.reason, {})
        kept.setdefault(digest([one.sentence]), (doc, one))
        if len(kept) > 20 * SAMPLES:
            self.samples[one.reason] = dict(sorted(kept.items())[:SAMPLES])

    def sampled(self, reason: str) -> list[tuple[str, NotCoded]]:
        """Documents and sentences that were not coded for ``reason``."""
        kept = self.samples.get(reason, {})
        return [kept[key] for key in sorted(kept)[:SAMPLES]]

    def advice(self) -> dict[str, str]:
        """By reason what to do about the first that was rejected for it."""
        return {one.reason: one.advice for one in reversed(self.rejects)}

    def result(self, events: int) -> Counts:
        """The counts so far, with the number of events after grouping."""
        c = self.counts
        return Counts(
            documents=c["documents"],
            coded=c["coded"],
            without=c["without"],
            rejected=c["rejected"],
            events=events,
            reports=c["reports"],
            sentences=c["sentences"],
            reasons=_sorted(self.reasons),
            left=_sorted(self.left),
            rejections=_sorted(self.rejections),
            seconds=time.monotonic() - self.begun,
        )


def _sorted(counter: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


def collect(
    outcomes: Iterable[Outcome],
    scratch: Path,
    on_reject: Callable[[Rejected], None] | None = None,
    on_progress: Callable[[Tally], None] | None = None,
) -> tuple[pa.Table, Tally]:
    """All reports of events as a table, and the tally. They lie in the file ``scratch`` while they come in, so that
    memory is bounded by a batch; the table is mapped from it.
    """
    import pyarrow as pa

    tally, schema, waiting = Tally(), event_schema(), list[dict[str, Any]]()
    with pa.OSFile(str(scratch), "wb") as sink, pa.ipc.new_file(sink, schema) as writer:
        for outcome in outcomes:
            tally.add(outcome)
            if isinstance(outcome, Rejected):
                if on_reject:
                    on_reject(outcome)
            else:
                waiting.extend(event_row(event) for event in outcome.events)
            if len(waiting) >= BATCH_EVENTS:
                writer.write_table(pa.Table.from_pylist(waiting, schema=schema))
                waiting.clear()
            if on_progress:
                on_progress(tally)
        if waiting:
            writer.write_table(pa.Table.from_pylist(waiting, schema=schema))
    with pa.memory_map(str(scratch)) as source:
        return pa.ipc.open_file(source).read_all(), tally
