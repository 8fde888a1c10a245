"""The bytes of a source and of its side file, unpacked and within the limits."""

from __future__ import annotations

import gzip
import hashlib
import lzma
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import BinaryIO

from dragoman.documents.limits import Limits
from dragoman.documents.sources import LOOKED_AT, Source
from dragoman.errors import UnreadableDocument

DAMAGED = (
    OSError,
    EOFError,
    UnreadableDocument,
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""What reading a stream raises where it is broken, or packed in a way that is not known here."""


def content_hash(source: Source, limits: Limits | None = None) -> str | None:
    """SHA-256 over the bytes of a source and its side file, without parsing; None where they cannot be read."""
    digest = hashlib.sha256()
    try:
        with open_stream(source, limits or Limits()) as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
        side = read_side(source, limits or Limits())
    except DAMAGED:
        return None
    digest.update(b"\0side\0" + side if side is not None else b"")
    return digest.hexdigest()


def read_source(source: Source, limits: Limits) -> bytes:
    """The bytes of one document. Raises `UnreadableDocument` when they are too many, `OSError` where broken."""
    if source.size > limits.file_bytes:
        raise _too_large(source, source.size, limits)
    with open_stream(source, limits) as stream:
        data = stream.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise _too_large(source, len(data), limits)
    return data


def read_side(source: Source, limits: Limits) -> bytes | None:
    """The bytes of the side file, None without one (or one too large to be one)."""
    if source.side is None:
        return None
    beside = Source(
        source.side, "", source.path if source.member else source.side, source.side if source.member else None
    )
    with open_stream(beside, limits) as stream:
        data = stream.read(1_000_001)
    return data if len(data) <= 1_000_000 else b""


@contextmanager
def open_stream(source: Source, limits: Limits) -> Iterator[BinaryIO]:
    """A stream over a source, unpacked, bounded by ``archive_bytes``; never blocks on a pipe or device."""
    if source.data is not None:
        from io import BytesIO

        yield BytesIO(source.data)
        return
    if not stat.S_ISREG(os.stat(source.path).st_mode):
        raise UnreadableDocument(source.locator, "not a regular file", "copy its content into a file")
    if source.member is not None:
        found = os.stat(source.path)
        archive = _archive(source.path, found.st_mtime_ns, found.st_size)
        with archive.open(source.member) as member:
            yield member  # type: ignore[misc]
    elif source.path.lower().endswith(".gz"):
        with gzip.open(source.path) as packed:
            yield _Unpacking(packed, max(LOOKED_AT, source.size) * limits.archive_ratio, source.locator)  # type: ignore[misc]
    else:
        with open(source.path, "rb") as plain:
            yield plain


@lru_cache(maxsize=1)
def _archive(path: str, changed: int, size: int) -> zipfile.ZipFile:
    """The archive that was opened last, kept open: opening one reads the names of all its members."""
    return zipfile.ZipFile(path)


class _Unpacking:
    """A stream that stops with `UnreadableDocument` after ``most`` bytes."""

    def __init__(self, stream: gzip.GzipFile, most: int, locator: str) -> None:
        self.stream, self.left, self.locator = stream, most, locator

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size if size >= 0 else self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise UnreadableDocument(
                self.locator, "unpacks to far more than its size (a bomb?)", "unpack it by hand if it is meant"
            )
        return data


def _too_large(source: Source, size: int, limits: Limits) -> UnreadableDocument:
    reason = f"{size / 1e6:,.0f} MB, over the limit of {limits.file_bytes / 1e6:,.0f} MB for one document"
    return UnreadableDocument(source.locator, reason, "split it, or give it as a table with a row a document")
