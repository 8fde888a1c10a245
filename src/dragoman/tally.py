"""Storing a build's outcomes and counting what came of them."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass

from dragoman.documents.sources import Missing
from dragoman.errors import InvalidRecord
from dragoman.ledger import Batch, Ledger
from dragoman.records import Document, Reading, Skipped


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with what was read in it; ``known`` says that the ledger had an earlier version of its input.

    ``unfinished`` says, for one that could not be read, what to do; it has no fingerprint: it is to be read again.
    """

    document: Document
    reading: Reading
    fingerprint: str | None = None
    known: bool = False
    unfinished: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The end of a table: all its rows came before. With this fingerprint it can be passed over next time."""

    locator: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did. All but ``total`` count what is in the ledger for good.

    ``read`` documents were new, or changed (``changed`` of them); ``unchanged`` ones were passed over. ``not_read``
    counts the stored documents that the reader could not read, by its reason; ``foreign`` the passages that were left
    out of documents that were read, by their language. ``warnings`` are lines about documents: of how they were opened,
    and of what was read in part. ``unlinked`` is the number of mentions of actors that could not be linked.
    ``unfinished`` documents, named in ``warnings``, could not be read, or not within their time; the next build tries
    again.
    ``total`` is an estimate until the build has ended. ``gone`` are the documents whose files are no longer in the
    folders and archives that were read, known at the end; ``withdrawn`` of them were taken back.
    """

    total: int
    read: int
    changed: int
    unchanged: int
    statements: int
    new_statements: int
    retired_statements: int
    unlinked: int
    skipped: tuple[Skipped, ...]
    not_read: tuple[tuple[str, int], ...]
    warnings: tuple[tuple[str, str], ...]
    seconds: float
    foreign: tuple[tuple[str, int], ...] = ()
    unfinished: int = 0
    gone: tuple[str, ...] = ()
    withdrawn: int = 0

    @property
    def done(self) -> int:
        """Documents dealt with, in whatever way."""
        return self.read + self.unchanged + len(self.skipped)

    @property
    def rate(self) -> float:
        """Documents read a second."""
        return self.read / self.seconds if self.seconds else 0.0


class Tally:
    """Stores batches in ``ledger`` and counts. Counts change only after the commit."""

    def __init__(self, ledger: Ledger, total: int) -> None:
        self._ledger, self._total = ledger, total
        self._begun = time.monotonic()
        self._counts: Counter[str] = Counter()
        self._not_read: Counter[str] = Counter()
        self._foreign: Counter[str] = Counter()
        self._skipped: list[Skipped] = []
        self._warnings: list[tuple[str, str]] = []
        self._flawed: set[str] = set()

    def fingerprint(self, locator: str) -> str | None:
        """What this input was when it was last stored."""
        return self._ledger.fingerprint(locator)

    def unchanged(self, count: int) -> None:
        self._counts["unchanged"] += count

    def store(self, outcomes: list[ReadDocument | Skipped | Mark]) -> None:
        """Store outcomes in one transaction, then count them. Raises `LedgerError`."""
        stored: list[ReadDocument] = []
        skipped: list[Skipped] = []
        with self._ledger.batch() as batch:
            for outcome in outcomes:
                if isinstance(outcome, ReadDocument):
                    outcome = _add(batch, outcome)
                if isinstance(outcome, ReadDocument):
                    stored.append(outcome)
                    if outcome.unfinished:
                        self._flawed.add(table_of(outcome.document.locator))
                elif isinstance(outcome, Skipped):
                    skipped.append(outcome)
                    if not isinstance(outcome, Missing):
                        batch.skip(outcome)
                    self._flawed |= {outcome.locator, table_of(outcome.locator)}  # a whole table, or a row of one
                elif outcome.locator not in self._flawed:
                    batch.mark(outcome.locator, outcome.fingerprint)
        self._skipped.extend(skipped)
        for one in stored:
            self._count(one)
        for added in batch.added:
            self._counts["new"] += added.new_statements
            self._counts["retired"] += added.retired_statements

    def _count(self, one: ReadDocument) -> None:
        self._counts["read"] += 1
        self._counts["changed"] += one.known
        self._counts["statements"] += len(one.reading.statements)
        self._counts["unlinked"] += len(one.reading.unlinked)
        said = (*one.document.warnings, *one.reading.notes)
        self._warnings.extend((one.document.locator, warning) for warning in said)
        self._foreign.update(one.reading.foreign)
        if one.reading.not_read:
            self._not_read[one.reading.not_read] += 1
        if one.unfinished:
            self._counts["unfinished"] += 1
            self._warnings.append((one.document.locator, f"{one.reading.not_read}; {one.unfinished}"))

    def summary(self) -> Summary:
        counts = self._counts
        return Summary(
            total=self._total,
            read=counts["read"],
            changed=counts["changed"],
            unchanged=counts["unchanged"],
            statements=counts["statements"],
            new_statements=counts["new"],
            retired_statements=counts["retired"],
            unlinked=counts["unlinked"],
            skipped=tuple(self._skipped),
            not_read=tuple(sorted(self._not_read.items())),
            warnings=tuple(self._warnings),
            seconds=time.monotonic() - self._begun,
            unfinished=counts["unfinished"],
            foreign=tuple(sorted(self._foreign.items())),
        )


def table_of(locator: str) -> str:
    """The table that a row lies in; nothing for what is no row."""
    return locator.rpartition("#")[0]


def _add(batch: Batch, one: ReadDocument) -> ReadDocument | Skipped:
    try:
        batch.add(one.document, one.reading, one.fingerprint)
    except InvalidRecord as error:
        return Skipped(one.document.locator, f"the reader {one.reading.reader} gave what cannot be stored: {error}",
                       "report this; the fault is not in the document")  # fmt: skip
    return one
