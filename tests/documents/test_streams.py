"""The bytes of a source, unpacked and within the limits."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from dragoman.documents import Limits, Source, content_hash, discover, open_documents
from dragoman.documents.streams import read_side, read_source
from dragoman.errors import UnreadableDocument
from dragoman.records import Document, Skipped


def test_content_hash_tells_of_a_change_in_document_or_side_file(folder: Path) -> None:
    (source, *_) = discover([folder])
    assert isinstance(source, Source)
    before = content_hash(source)
    assert before == content_hash(source)
    (folder / "a.json").write_text('{"title": "Other"}')
    assert content_hash(source) != before
    (folder / "a.txt").unlink()
    assert content_hash(source) is None


def test_pipe_does_not_block(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert any(isinstance(entry, Skipped) and "regular" in entry.reason for entry in discover([folder]))


def test_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    (skipped,) = open_documents([path])
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith("200 MB, over the limit of 50 MB")


def test_packed_table_is_read_and_a_packed_bomb_is_not(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(b'{"id": "a", "text": "Words of it."}\n'))
    (tmp_path / "zero.txt.gz").write_bytes(gzip.compress(bytes(60_000_000), 1))
    first, second = open_documents([tmp_path], limits=Limits(archive_ratio=20))
    assert isinstance(first, Document)
    assert (first.stem, first.locator) == ("a", f"{tmp_path}/rows.jsonl.gz#id=a")
    assert isinstance(second, Skipped)


def test_the_hash_is_over_both_files_and_tells_them_apart(folder: Path) -> None:
    one, other = (Source("x", "x", "-", data=data) for data in (b"They met.", b"They left."))
    assert content_hash(one) == content_hash(one) != content_hash(other)
    assert content_hash(Source("x", "x", str(folder / "nowhere.txt"))) is None
    assert content_hash(Source("x", "x", str(folder))) is None


def test_a_side_file_that_is_too_large_is_none(folder: Path) -> None:
    (source, *_) = discover([folder])
    assert isinstance(source, Source)
    assert read_side(source, Limits()) is not None
    (folder / "a.json").write_bytes(b" " * 1_000_001)
    assert read_side(source, Limits()) == b""
    assert read_side(Source("x", "x", str(folder / "a.txt")), Limits()) is None


def test_bytes_in_memory_keep_the_limit_too() -> None:
    source = Source("x", "x", "-", data=b"They met.")
    assert read_source(source, Limits(file_bytes=9)) == b"They met."
    with pytest.raises(UnreadableDocument, match="over the limit"):
        read_source(source, Limits(file_bytes=8))


@pytest.mark.parametrize("data", [b"\x1f\x8b broken", gzip.compress(b"They met.")[:12], b""])
def test_a_broken_packed_file_is_skipped(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt.gz"
    path.write_bytes(data)
    (skipped,) = open_documents([path])
    assert isinstance(skipped, Skipped)
    assert skipped.reason
