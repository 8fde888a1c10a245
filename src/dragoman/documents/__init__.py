"""Files, folders, patterns, archives and standard input -> documents with text, layout and facts, each with evidence.

`discover` lists what there is to open without reading it, `content_hash` tells whether it changed, `open_source` opens
one (in any process: a `Source` can be pickled), `open_documents` does all of it. Nothing raises on any content: what
cannot be read comes back as `Skipped`, with the reason and what to do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dragoman.documents.dateline import machine_date
from dragoman.documents.language import normalised
from dragoman.documents.limits import Limits
from dragoman.documents.opening import Given, document_from_text, open_source
from dragoman.documents.plain import blocks_of
from dragoman.documents.sources import Source, discover
from dragoman.documents.streams import content_hash
from dragoman.errors import InvalidRecord
from dragoman.records import Document, Skipped

__all__ = [
    "Given",
    "Limits",
    "Source",
    "blocks_of",
    "content_hash",
    "discover",
    "document_from_text",
    "given_facts",
    "open_documents",
    "open_source",
]


def open_documents(
    inputs: Sequence[str | Path],
    *,
    publisher: str | None = None,
    date: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | Skipped]:
    """Every document that ``inputs`` name, one after the other, and a `Skipped` for everything that cannot be read.

    ``publisher``, ``date`` (EDTF: 2016, 2016-03, 2016-03-17) and ``language`` hold for all documents and beat side
    files, which beat what the documents say of themselves. ``stdin`` is read for the input ``-``.
    Raises `InvalidRecord` for a ``date`` or ``language`` that is none, before anything is opened.
    """
    given = given_facts(publisher=publisher, date=date, language=language)
    return _open_all(inputs, given, limits or Limits(), stdin)


def given_facts(*, publisher: str | None = None, date: str | None = None, language: str | None = None) -> Given:
    """The facts a caller gives for all documents, checked; a language by its name becomes its code.

    Raises `InvalidRecord` for a date or language that is none.
    """
    if date is not None and machine_date(date) != date:
        raise InvalidRecord(f"date {date!r}: write 2016-03-17, 2016-03 or 2016")
    code = normalised(language)
    if language and code is None:
        raise InvalidRecord(f"language {language!r}: write en, sr-Latn or English")
    return Given(publisher, date, code)


def _open_all(
    inputs: Sequence[str | Path], given: Given, limits: Limits, stdin: BinaryIO | None
) -> Iterator[Document | Skipped]:
    for entry in discover(inputs, limits=limits, stdin=stdin):
        if isinstance(entry, Skipped):
            yield entry
        else:
            yield from open_source(entry, given=given, limits=limits)
