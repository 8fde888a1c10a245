"""Readers: a document's text and side fields in, statements with spans and reasons out.

A reader knows nothing of files, ledgers or commands, so it can be swapped, compared and run anywhere.
"""

from __future__ import annotations

from typing import Protocol

from dragoman.records import Document, Reading


class Reader(Protocol):
    """Anything with a ``name`` (with version, e.g. ``rules-1``), its ``languages`` and a ``read``."""

    @property
    def name(self) -> str: ...

    @property
    def languages(self) -> frozenset[str]: ...

    def read(self, document: Document) -> Reading:
        """Read one document. Deterministic; bounded in time; never raises on any text."""
        ...


def default_reader() -> Reader:
    """The reader that is used where none is named. Loads nothing before it reads."""
    from dragoman.reading.encoder import EncoderReader

    return EncoderReader()
